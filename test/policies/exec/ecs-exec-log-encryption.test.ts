import { Resource, stackCases, unknown } from "../../support/cases";

const SERVICE: Resource = { type: "ecs.Service", name: "api", inputs: { cluster: "shop", enableExecuteCommand: true } };

export default stackCases(__filename, {
    valid: {
        "a key": {
            given: [
                { type: "kms.Key", name: "key", inputs: { description: "session logs" } },
                {
                    type: "cloudwatch.LogGroup",
                    name: "sessions",
                    inputs: { name: "/aws/ecs/exec", kmsKeyId: unknown },
                    dependsOn: { kmsKeyId: ["key"] },
                },
                {
                    type: "ecs.Cluster",
                    name: "shop",
                    inputs: {
                        name: "shop",
                        configuration: {
                            executeCommandConfiguration: {
                                logging: "OVERRIDE",
                                logConfiguration: {
                                    cloudWatchLogGroupName: "/aws/ecs/exec",
                                    cloudWatchEncryptionEnabled: true,
                                },
                            },
                        },
                    },
                    dependsOn: { configuration: ["sessions"] },
                },
                SERVICE,
            ],
        },
        "a key, after the update": {
            given: [
                {
                    type: "cloudwatch.LogGroup",
                    name: "sessions",
                    inputs: {
                        name: "/aws/ecs/exec",
                        kmsKeyId: "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab",
                    },
                },
                {
                    type: "ecs.Cluster",
                    name: "shop",
                    inputs: {
                        configuration: {
                            executeCommandConfiguration: {
                                logConfiguration: {
                                    cloudWatchLogGroupName: "/aws/ecs/exec",
                                    cloudWatchEncryptionEnabled: true,
                                },
                            },
                        },
                    },
                },
                SERVICE,
            ],
        },
        "an alias of a key of one's own": {
            given: [
                {
                    type: "cloudwatch.LogGroup",
                    name: "sessions",
                    inputs: { name: "/aws/ecs/exec", kmsKeyId: "alias/aws-logs" },
                },
                {
                    type: "ecs.Cluster",
                    name: "shop",
                    inputs: {
                        configuration: {
                            executeCommandConfiguration: {
                                logConfiguration: {
                                    cloudWatchLogGroupName: "/aws/ecs/exec",
                                    cloudWatchEncryptionEnabled: true,
                                },
                            },
                        },
                    },
                },
                SERVICE,
            ],
        },
        "a cluster that does not demand encryption": {
            given: [
                { type: "cloudwatch.LogGroup", name: "sessions", inputs: { name: "/aws/ecs/exec" } },
                {
                    type: "ecs.Cluster",
                    name: "shop",
                    inputs: {
                        configuration: {
                            executeCommandConfiguration: {
                                logConfiguration: {
                                    cloudWatchLogGroupName: "/aws/ecs/exec",
                                    cloudWatchEncryptionEnabled: false,
                                },
                            },
                        },
                    },
                },
                {
                    type: "ecs.Cluster",
                    name: "other",
                    inputs: {
                        configuration: {
                            executeCommandConfiguration: {
                                logConfiguration: { cloudWatchLogGroupName: "/aws/ecs/exec" },
                            },
                        },
                    },
                },
                SERVICE,
            ],
        },
        "a log group of another stack": {
            given: [
                { type: "cloudwatch.LogGroup", name: "web", inputs: { name: "/aws/ecs/web" } },
                {
                    type: "ecs.Cluster",
                    name: "shop",
                    inputs: {
                        configuration: {
                            executeCommandConfiguration: {
                                logConfiguration: {
                                    cloudWatchLogGroupName: "/aws/ecs/exec",
                                    cloudWatchEncryptionEnabled: true,
                                },
                            },
                        },
                    },
                },
                SERVICE,
            ],
        },
        "no log group named": {
            given: [
                { type: "cloudwatch.LogGroup", name: "sessions", inputs: { name: "/aws/ecs/exec" } },
                {
                    type: "ecs.Cluster",
                    name: "shop",
                    inputs: {
                        configuration: {
                            executeCommandConfiguration: {
                                logConfiguration: { cloudWatchLogGroupName: "", cloudWatchEncryptionEnabled: true },
                            },
                        },
                    },
                    dependsOn: { configuration: ["sessions"] },
                },
                SERVICE,
            ],
        },
        "no cluster": {
            given: [{ type: "cloudwatch.LogGroup", name: "sessions", inputs: { name: "/aws/ecs/exec" } }],
        },
    },
    invalid: {
        "no key": {
            given: [
                { type: "cloudwatch.LogGroup", name: "sessions", inputs: { name: "/aws/ecs/exec" } },
                {
                    type: "ecs.Cluster",
                    name: "shop",
                    inputs: {
                        name: "shop",
                        configuration: {
                            executeCommandConfiguration: {
                                logging: "OVERRIDE",
                                logConfiguration: {
                                    cloudWatchLogGroupName: "/aws/ecs/exec",
                                    cloudWatchEncryptionEnabled: true,
                                },
                            },
                        },
                    },
                },
                SERVICE,
            ],
            reports: {
                sessions: [
                    'The log group has no KMS key, although the exec configuration of "shop" asks for encryption with `cloudWatchEncryptionEnabled`.',
                ],
            },
        },
        "a null key of a log group whose name is not known yet": {
            given: [
                { type: "kms.Key", name: "session-key", inputs: {} },
                { type: "s3.Bucket", name: "bucket", inputs: {} },
                { type: "cloudwatch.LogGroup", name: "sessions", inputs: { name: unknown, kmsKeyId: null } },
                {
                    type: "ecs.Cluster",
                    name: "shop",
                    inputs: {
                        configuration: {
                            executeCommandConfiguration: {
                                kmsKeyId: unknown,
                                logConfiguration: {
                                    s3BucketName: unknown,
                                    cloudWatchLogGroupName: unknown,
                                    cloudWatchEncryptionEnabled: true,
                                },
                            },
                        },
                    },
                    dependsOn: { configuration: ["session-key", "bucket", "sessions"] },
                },
                SERVICE,
            ],
            reports: {
                sessions: [
                    'The log group has no KMS key, although the exec configuration of "shop" asks for encryption with `cloudWatchEncryptionEnabled`.',
                ],
            },
        },
        "an empty key": {
            given: [
                { type: "cloudwatch.LogGroup", name: "sessions", inputs: { name: "/aws/ecs/exec", kmsKeyId: "" } },
                {
                    type: "aws-native:ecs:Cluster",
                    name: "shop",
                    inputs: {
                        configuration: {
                            executeCommandConfiguration: {
                                logConfiguration: {
                                    cloudWatchLogGroupName: "/aws/ecs/exec",
                                    cloudWatchEncryptionEnabled: true,
                                },
                            },
                        },
                    },
                },
                SERVICE,
            ],
            reports: {
                sessions: [
                    'The log group has no KMS key, although the exec configuration of "shop" asks for encryption with `cloudWatchEncryptionEnabled`.',
                ],
            },
        },
        "a key of AWS by its alias": {
            given: [
                {
                    type: "cloudwatch.LogGroup",
                    name: "sessions",
                    inputs: { name: "/aws/ecs/exec", kmsKeyId: "alias/aws/logs" },
                },
                {
                    type: "ecs.Cluster",
                    name: "shop",
                    inputs: {
                        configuration: {
                            executeCommandConfiguration: {
                                logConfiguration: {
                                    cloudWatchLogGroupName: "/aws/ecs/exec",
                                    cloudWatchEncryptionEnabled: true,
                                },
                            },
                        },
                    },
                },
                SERVICE,
            ],
            reports: {
                sessions: [
                    'The KMS key of the log group is managed by AWS, although the exec configuration of "shop" asks for encryption with `cloudWatchEncryptionEnabled`.',
                ],
            },
        },
        "a key of AWS by the ARN of its alias": {
            given: [
                {
                    type: "cloudwatch.LogGroup",
                    name: "sessions",
                    inputs: {
                        name: "/aws/ecs/exec",
                        kmsKeyId: "arn:aws:kms:us-east-1:123456789012:alias/aws/logs",
                    },
                },
                {
                    type: "ecs.Cluster",
                    name: "shop",
                    inputs: {
                        configuration: {
                            executeCommandConfiguration: {
                                logConfiguration: {
                                    cloudWatchLogGroupName: "/aws/ecs/exec",
                                    cloudWatchEncryptionEnabled: true,
                                },
                            },
                        },
                    },
                },
                SERVICE,
            ],
            reports: {
                sessions: [
                    'The KMS key of the log group is managed by AWS, although the exec configuration of "shop" asks for encryption with `cloudWatchEncryptionEnabled`.',
                ],
            },
        },
        "one log group of several clusters, reported once": {
            given: [
                { type: "cloudwatch.LogGroup", name: "sessions", inputs: { name: "/aws/ecs/exec" } },
                {
                    type: "ecs.Cluster",
                    name: "shop",
                    inputs: {
                        configuration: {
                            executeCommandConfiguration: {
                                logConfiguration: {
                                    cloudWatchLogGroupName: "/aws/ecs/exec",
                                    cloudWatchEncryptionEnabled: true,
                                },
                            },
                        },
                    },
                },
                {
                    type: "ecs.Cluster",
                    name: "depot",
                    inputs: {
                        configuration: {
                            executeCommandConfiguration: {
                                logConfiguration: {
                                    cloudWatchLogGroupName: "/aws/ecs/exec",
                                    cloudWatchEncryptionEnabled: true,
                                },
                            },
                        },
                    },
                },
                {
                    type: "ecs.Cluster",
                    name: "lax",
                    inputs: {
                        configuration: {
                            executeCommandConfiguration: {
                                logConfiguration: {
                                    cloudWatchLogGroupName: "/aws/ecs/exec",
                                    cloudWatchEncryptionEnabled: unknown,
                                },
                            },
                        },
                    },
                },
                SERVICE,
            ],
            reports: {
                sessions: [
                    'The log group has no KMS key, although the exec configuration of "depot" and "shop" asks for encryption with `cloudWatchEncryptionEnabled`.',
                ],
            },
        },
        "no key of a log group that has no effect, since nothing is logged": {
            given: [
                { type: "cloudwatch.LogGroup", name: "sessions", inputs: { name: "/aws/ecs/exec" } },
                {
                    type: "ecs.Cluster",
                    name: "shop",
                    inputs: {
                        name: "shop",
                        configuration: {
                            executeCommandConfiguration: {
                                logging: "NONE",
                                logConfiguration: {
                                    cloudWatchLogGroupName: "/aws/ecs/exec",
                                    cloudWatchEncryptionEnabled: true,
                                },
                            },
                        },
                    },
                },
                SERVICE,
            ],
            reports: {
                sessions: [
                    'The log group has no KMS key, although the exec configuration of "shop" asks for encryption with `cloudWatchEncryptionEnabled`.',
                ],
            },
        },
    },
    unknown: {
        "the flag": {
            given: [
                { type: "cloudwatch.LogGroup", name: "sessions", inputs: { name: "/aws/ecs/exec" } },
                {
                    type: "ecs.Cluster",
                    name: "shop",
                    inputs: {
                        configuration: {
                            executeCommandConfiguration: {
                                logConfiguration: {
                                    cloudWatchLogGroupName: "/aws/ecs/exec",
                                    cloudWatchEncryptionEnabled: unknown,
                                },
                            },
                        },
                    },
                },
                SERVICE,
            ],
        },
        "which of two log groups is meant": {
            given: [
                { type: "cloudwatch.LogGroup", name: "one", inputs: { name: unknown } },
                { type: "cloudwatch.LogGroup", name: "two", inputs: { name: unknown } },
                {
                    type: "ecs.Cluster",
                    name: "shop",
                    inputs: {
                        configuration: {
                            executeCommandConfiguration: {
                                logConfiguration: {
                                    cloudWatchLogGroupName: unknown,
                                    cloudWatchEncryptionEnabled: true,
                                },
                            },
                        },
                    },
                    dependsOn: { configuration: ["one", "two"] },
                },
                SERVICE,
            ],
        },
        "the key, which is one in any case": {
            given: [
                {
                    type: "cloudwatch.LogGroup",
                    name: "sessions",
                    inputs: { name: "/aws/ecs/exec", kmsKeyId: unknown },
                },
                {
                    type: "ecs.Cluster",
                    name: "shop",
                    inputs: {
                        configuration: {
                            executeCommandConfiguration: {
                                logConfiguration: {
                                    cloudWatchLogGroupName: "/aws/ecs/exec",
                                    cloudWatchEncryptionEnabled: true,
                                },
                            },
                        },
                    },
                },
                SERVICE,
            ],
        },
    },
});
