import { resourceCases, unknown } from "../../support/cases";

export default resourceCases(__filename, {
    valid: {
        "a log driver": {
            given: {
                family: "web",
                containerDefinitions: [
                    {
                        name: "app",
                        image: "node:22",
                        logConfiguration: {
                            logDriver: "awslogs",
                            options: {
                                "awslogs-group": "/ecs/web",
                                "awslogs-region": "us-east-1",
                                "awslogs-stream-prefix": "app",
                            },
                        },
                    },
                ],
            },
        },
        "any driver, without options": {
            given: { containerDefinitions: [{ name: "app", logConfiguration: { logDriver: "awsfirelens" } }] },
        },
        "keys in another case, which the provider accepts": {
            given: { containerDefinitions: [{ name: "app", LogConfiguration: { LogDriver: "awslogs" } }] },
        },
        "no containers": { given: { containerDefinitions: [] } },
        "a log configuration that is none, reported elsewhere": {
            given: { containerDefinitions: [{ name: "app", logConfiguration: "awslogs" }] },
        },
        "the type of aws-native": {
            type: "aws-native:ecs:TaskDefinition",
            given: { containerDefinitions: [{ name: "app", logConfiguration: { logDriver: "splunk" } }] },
        },
    },
    invalid: {
        "no log configuration": {
            given: { family: "web", containerDefinitions: [{ name: "app", image: "node:22" }] },
            reports: ['Container "app" has no log driver.'],
        },
        "the second of two": {
            given: {
                containerDefinitions: [{ name: "app", logConfiguration: { logDriver: "awslogs" } }, { name: "job" }],
            },
            reports: ['Container "job" has no log driver.'],
        },
        "a null log configuration": {
            given: { containerDefinitions: [{ name: "app", logConfiguration: null }] },
            reports: ['Container "app" has no log driver.'],
        },
        "an empty one": {
            given: { containerDefinitions: [{ name: "app", logConfiguration: {} }] },
            reports: ['Container "app" has no log driver.'],
        },
        "an empty and a null driver": {
            given: {
                containerDefinitions: [
                    { name: "one", logConfiguration: { logDriver: "" } },
                    { name: "two", logConfiguration: { logDriver: null } },
                ],
            },
            reports: ['Container "one" has no log driver.', 'Container "two" has no log driver.'],
        },
        "a daemon": {
            type: "aws:ecs/daemonTaskDefinition:DaemonTaskDefinition",
            given: { containerDefinitions: [{ name: "agent" }] },
            reports: ['Container "agent" has no log driver.'],
        },
    },
    unknown: {
        "the containers": { given: { containerDefinitions: unknown } },
        "the driver of one of two": {
            type: "aws-native:ecs:TaskDefinition",
            given: {
                containerDefinitions: [{ name: "app", logConfiguration: { logDriver: unknown } }, { name: "job" }],
            },
            reports: ['Container "job" has no log driver.'],
        },
    },
});
