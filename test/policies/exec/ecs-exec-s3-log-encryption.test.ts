import { resourceCases, unknown } from "../../support/cases";

export default resourceCases(__filename, {
    valid: {
        "encryption demanded": {
            given: {
                name: "shop",
                configuration: {
                    executeCommandConfiguration: {
                        logging: "OVERRIDE",
                        logConfiguration: {
                            s3BucketName: "sessions",
                            s3BucketEncryptionEnabled: true,
                            s3KeyPrefix: "exec",
                        },
                    },
                },
            },
        },
        "the type of aws-native": {
            type: "aws-native:ecs:Cluster",
            given: {
                configuration: {
                    executeCommandConfiguration: {
                        logConfiguration: { s3BucketName: "sessions", s3EncryptionEnabled: true },
                    },
                },
            },
        },
        "a bucket that is not known yet": {
            given: {
                configuration: {
                    executeCommandConfiguration: {
                        logConfiguration: { s3BucketName: unknown, s3BucketEncryptionEnabled: true },
                    },
                },
            },
        },
        "no bucket": {
            given: {
                configuration: {
                    executeCommandConfiguration: {
                        logging: "OVERRIDE",
                        logConfiguration: { cloudWatchLogGroupName: "/aws/ecs/exec" },
                    },
                },
            },
        },
        "no configuration": { given: { name: "shop" } },
    },
    invalid: {
        "no demand": {
            given: {
                name: "shop",
                configuration: {
                    executeCommandConfiguration: {
                        logging: "OVERRIDE",
                        logConfiguration: { s3BucketName: "sessions" },
                    },
                },
            },
            reports: ["Sessions of ECS Exec are logged to a bucket without the demand for encryption."],
            remediated: {
                name: "shop",
                configuration: {
                    executeCommandConfiguration: {
                        logging: "OVERRIDE",
                        logConfiguration: { s3BucketName: "sessions", s3BucketEncryptionEnabled: true },
                    },
                },
            },
        },
        "encryption switched off": {
            given: {
                configuration: {
                    executeCommandConfiguration: {
                        logConfiguration: { s3BucketName: "sessions", s3BucketEncryptionEnabled: false },
                    },
                },
            },
            reports: ["Sessions of ECS Exec are logged to a bucket without the demand for encryption."],
            remediated: {
                configuration: {
                    executeCommandConfiguration: {
                        logConfiguration: { s3BucketName: "sessions", s3BucketEncryptionEnabled: true },
                    },
                },
            },
        },
        "a null": {
            given: {
                configuration: {
                    executeCommandConfiguration: {
                        logConfiguration: { s3BucketName: "sessions", s3BucketEncryptionEnabled: null },
                    },
                },
            },
            reports: ["Sessions of ECS Exec are logged to a bucket without the demand for encryption."],
            remediated: {
                configuration: {
                    executeCommandConfiguration: {
                        logConfiguration: { s3BucketName: "sessions", s3BucketEncryptionEnabled: true },
                    },
                },
            },
        },
        "a text instead of the flag": {
            given: {
                configuration: {
                    executeCommandConfiguration: {
                        logConfiguration: { s3BucketName: "sessions", s3BucketEncryptionEnabled: "true" },
                    },
                },
            },
            reports: ["Sessions of ECS Exec are logged to a bucket without the demand for encryption."],
            remediated: {
                configuration: {
                    executeCommandConfiguration: {
                        logConfiguration: { s3BucketName: "sessions", s3BucketEncryptionEnabled: true },
                    },
                },
            },
        },
        "the spelling of the API": {
            given: {
                configuration: {
                    executeCommandConfiguration: {
                        logConfiguration: { s3BucketName: "sessions", s3EncryptionEnabled: true },
                    },
                },
            },
            reports: ["Sessions of ECS Exec are logged to a bucket without the demand for encryption."],
            remediated: {
                configuration: {
                    executeCommandConfiguration: {
                        logConfiguration: {
                            s3BucketName: "sessions",
                            s3EncryptionEnabled: true,
                            s3BucketEncryptionEnabled: true,
                        },
                    },
                },
            },
        },
        "the type of aws-native, with a bucket that is not known yet": {
            type: "aws-native:ecs:Cluster",
            given: {
                configuration: {
                    executeCommandConfiguration: { logConfiguration: { s3BucketName: unknown } },
                },
            },
            reports: ["Sessions of ECS Exec are logged to a bucket without the demand for encryption."],
            remediated: {
                configuration: {
                    executeCommandConfiguration: {
                        logConfiguration: { s3BucketName: unknown, s3EncryptionEnabled: true },
                    },
                },
            },
        },
    },
    unknown: {
        "the flag": {
            given: {
                configuration: {
                    executeCommandConfiguration: {
                        logConfiguration: { s3BucketName: "sessions", s3BucketEncryptionEnabled: unknown },
                    },
                },
            },
        },
        "the configuration": { given: { configuration: unknown } },
    },
});
