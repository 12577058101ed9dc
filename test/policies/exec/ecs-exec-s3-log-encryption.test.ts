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
            reports: ["The exec configuration names a bucket but does not require encryption there."],
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
            reports: ["The exec configuration names a bucket but does not require encryption there."],
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
            reports: ["The exec configuration names a bucket but does not require encryption there."],
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
            reports: ["The exec configuration names a bucket but does not require encryption there."],
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
            reports: ["The exec configuration names a bucket but does not require encryption there."],
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
            reports: ["The exec configuration names a bucket but does not require encryption there."],
            remediated: {
                configuration: {
                    executeCommandConfiguration: {
                        logConfiguration: { s3BucketName: unknown, s3EncryptionEnabled: true },
                    },
                },
            },
        },
        "a bucket that has no effect, since nothing is logged": {
            given: {
                configuration: {
                    executeCommandConfiguration: { logging: "NONE", logConfiguration: { s3BucketName: "sessions" } },
                },
            },
            reports: ["The exec configuration names a bucket but does not require encryption there."],
            remediated: {
                configuration: {
                    executeCommandConfiguration: {
                        logging: "NONE",
                        logConfiguration: { s3BucketName: "sessions", s3BucketEncryptionEnabled: true },
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
