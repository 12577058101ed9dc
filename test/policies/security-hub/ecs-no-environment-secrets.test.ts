import { resourceCases, unknown } from "../../support/cases";

export default resourceCases(__filename, {
    valid: {
        "a credential from Secrets Manager": {
            given: {
                family: "web",
                containerDefinitions: [
                    {
                        name: "app",
                        image: "node:22",
                        environment: [{ name: "AWS_REGION", value: "us-east-1" }],
                        secrets: [
                            { name: "API_KEY", valueFrom: "arn:aws:secretsmanager:us-east-1:123456789012:secret:api" },
                        ],
                    },
                ],
            },
        },
        "no environment": { given: { containerDefinitions: [{ name: "app" }] } },
        "a null environment": { given: { containerDefinitions: [{ name: "app", environment: null }] } },
        "an empty environment": { given: { containerDefinitions: [{ name: "app", environment: [] }] } },
        "a name in another case": {
            given: {
                containerDefinitions: [{ name: "app", environment: [{ name: "aws_access_key_id", value: "x" }] }],
            },
        },
        "a name that only begins with one": {
            given: {
                containerDefinitions: [{ name: "app", environment: [{ name: "AWS_ACCESS_KEY_ID_FILE", value: "x" }] }],
            },
        },
        "an environment file": {
            given: {
                containerDefinitions: [
                    { name: "app", environmentFiles: [{ type: "s3", value: "arn:aws:s3:::b/x.env" }] },
                ],
            },
        },
        "a secret of that name": {
            given: {
                containerDefinitions: [{ name: "app", secrets: [{ name: "AWS_SECRET_ACCESS_KEY", valueFrom: "x" }] }],
            },
        },
        "one of the control's names, where the configuration names others": {
            given: {
                containerDefinitions: [{ name: "app", environment: [{ name: "AWS_ACCESS_KEY_ID", value: "x" }] }],
            },
            config: { secretKeys: ["DB_PASSWORD"] },
        },
        "a malformed environment, reported elsewhere": {
            given: { containerDefinitions: [{ name: "app", environment: { AWS_ACCESS_KEY_ID: "x" } }] },
        },
    },
    invalid: {
        "an access key": {
            given: {
                family: "web",
                containerDefinitions: [
                    {
                        name: "app",
                        image: "node:22",
                        environment: [
                            { name: "AWS_ACCESS_KEY_ID", value: "AKIAIOSFODNN7EXAMPLE" },
                            { name: "AWS_SECRET_ACCESS_KEY", value: "wJalrXUtnFEMI/EXAMPLEKEY" },
                        ],
                    },
                ],
            },
            reports: ['Container "app" has credentials in "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY".'],
        },
        "the last of several variables of the second container": {
            given: {
                containerDefinitions: [
                    { name: "app", environment: [{ name: "A", value: "1" }] },
                    {
                        name: "agent",
                        environment: [
                            { name: "A", value: "1" },
                            { name: "ECS_ENGINE_AUTH_DATA", value: "" },
                        ],
                    },
                ],
            },
            reports: ['Container "agent" has credentials in "ECS_ENGINE_AUTH_DATA".'],
        },
        "a variable without a value": {
            given: { containerDefinitions: [{ name: "app", environment: [{ name: "AWS_ACCESS_KEY_ID" }] }] },
            reports: ['Container "app" has credentials in "AWS_ACCESS_KEY_ID".'],
        },
        "keys in another case, which the provider accepts": {
            given: {
                containerDefinitions: [{ name: "app", Environment: [{ NAME: "AWS_ACCESS_KEY_ID", Value: "x" }] }],
            },
            reports: ['Container "app" has credentials in "AWS_ACCESS_KEY_ID".'],
        },
        "a name from the configuration": {
            given: { containerDefinitions: [{ name: "app", environment: [{ name: "DB_PASSWORD", value: "x" }] }] },
            config: { secretKeys: ["DB_PASSWORD"] },
            reports: ['Container "app" has credentials in "DB_PASSWORD".'],
        },
        "a daemon, whose property is called environments": {
            type: "aws:ecs/daemonTaskDefinition:DaemonTaskDefinition",
            given: {
                containerDefinitions: [{ name: "agent", environments: [{ name: "AWS_ACCESS_KEY_ID", value: "x" }] }],
            },
            reports: ['Container "agent" has credentials in "AWS_ACCESS_KEY_ID".'],
        },
        "the type of aws-native": {
            type: "aws-native:ecs:TaskDefinition",
            given: {
                containerDefinitions: [{ name: "app", environment: [{ name: "AWS_ACCESS_KEY_ID", value: "x" }] }],
            },
            reports: ['Container "app" has credentials in "AWS_ACCESS_KEY_ID".'],
        },
        "a known name with a value that is not known": {
            type: "aws-native:ecs:TaskDefinition",
            given: {
                containerDefinitions: [{ name: "app", environment: [{ name: "AWS_ACCESS_KEY_ID", value: unknown }] }],
            },
            reports: ['Container "app" has credentials in "AWS_ACCESS_KEY_ID".'],
        },
    },
    unknown: {
        "the containers": { given: { containerDefinitions: unknown } },
        "one of two variables": {
            type: "aws-native:ecs:TaskDefinition",
            given: {
                containerDefinitions: [
                    { name: "app", environment: [unknown, { name: "AWS_ACCESS_KEY_ID", value: "x" }] },
                ],
            },
            reports: ['Container "app" has credentials in "AWS_ACCESS_KEY_ID".'],
        },
        "the name of a variable": {
            type: "aws-native:ecs:TaskDefinition",
            given: { containerDefinitions: [{ name: "app", environment: [{ name: unknown, value: "x" }] }] },
        },
    },
});
