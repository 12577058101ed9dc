import { resourceCases, unknown } from "../../support/cases";

const LOG_GROUP = "configuration.executeCommandConfiguration.logConfiguration.cloudWatchLogGroupName";
const BUCKET = "configuration.executeCommandConfiguration.logConfiguration.s3BucketName";

export default resourceCases(__filename, {
    valid: {
        "a log group": {
            given: {
                name: "shop",
                configuration: {
                    executeCommandConfiguration: {
                        logging: "OVERRIDE",
                        logConfiguration: { cloudWatchLogGroupName: "/aws/ecs/exec" },
                    },
                },
            },
            present: [LOG_GROUP],
        },
        "a bucket": {
            given: {
                configuration: {
                    executeCommandConfiguration: {
                        logging: "OVERRIDE",
                        logConfiguration: { cloudWatchLogGroupName: "", s3BucketName: "sessions" },
                    },
                },
            },
            present: [BUCKET],
        },
        "both, of aws-native": {
            type: "aws-native:ecs:Cluster",
            given: {
                configuration: {
                    executeCommandConfiguration: {
                        logging: "OVERRIDE",
                        logConfiguration: { cloudWatchLogGroupName: "/aws/ecs/exec", s3BucketName: "sessions" },
                    },
                },
            },
        },
        "a name that is not known yet": {
            given: {
                configuration: {
                    executeCommandConfiguration: {
                        logging: "OVERRIDE",
                        logConfiguration: { s3BucketName: unknown },
                    },
                },
            },
            present: [BUCKET],
        },
        "no configuration": { given: { name: "shop" } },
        "an exec configuration without destination": {
            given: { configuration: { executeCommandConfiguration: { logging: "DEFAULT" } } },
        },
        "no logs and no destination": {
            given: { configuration: { executeCommandConfiguration: { logging: "NONE", logConfiguration: null } } },
        },
        "a log configuration that names no destination": {
            given: {
                configuration: {
                    executeCommandConfiguration: { logConfiguration: { s3KeyPrefix: "exec", __defaults: [] } },
                },
            },
        },
    },
    invalid: {
        "no destination": {
            given: { name: "shop", configuration: { executeCommandConfiguration: { logging: "OVERRIDE" } } },
            reports: ["`logging` is `OVERRIDE`, but neither a log group nor a bucket is named."],
        },
        "a null log configuration": {
            given: { configuration: { executeCommandConfiguration: { logging: "OVERRIDE", logConfiguration: null } } },
            reports: ["`logging` is `OVERRIDE`, but neither a log group nor a bucket is named."],
        },
        "an empty log configuration": {
            given: {
                configuration: {
                    executeCommandConfiguration: { logging: "OVERRIDE", logConfiguration: { __defaults: [] } },
                },
            },
            reports: ["`logging` is `OVERRIDE`, but neither a log group nor a bucket is named."],
        },
        "empty names": {
            given: {
                configuration: {
                    executeCommandConfiguration: {
                        logging: "OVERRIDE",
                        logConfiguration: { cloudWatchLogGroupName: "", s3BucketName: null, s3KeyPrefix: "exec" },
                    },
                },
            },
            reports: ["`logging` is `OVERRIDE`, but neither a log group nor a bucket is named."],
        },
        "names of another type": {
            type: "aws-native:ecs:Cluster",
            given: {
                configuration: {
                    executeCommandConfiguration: {
                        logging: "OVERRIDE",
                        logConfiguration: { cloudWatchLogGroupName: true, s3BucketName: ["sessions"] },
                    },
                },
            },
            reports: ["`logging` is `OVERRIDE`, but neither a log group nor a bucket is named."],
        },
        "a destination without `OVERRIDE`": {
            given: {
                configuration: {
                    executeCommandConfiguration: {
                        logging: "DEFAULT",
                        logConfiguration: { cloudWatchLogGroupName: "/aws/ecs/exec" },
                    },
                },
            },
            reports: ["A destination for session logs is named, but `logging` is not `OVERRIDE`."],
            remediated: {
                configuration: {
                    executeCommandConfiguration: {
                        logging: "OVERRIDE",
                        logConfiguration: { cloudWatchLogGroupName: "/aws/ecs/exec" },
                    },
                },
            },
        },
        "a destination and no word": {
            given: {
                configuration: { executeCommandConfiguration: { logConfiguration: { s3BucketName: "sessions" } } },
            },
            reports: ["A destination for session logs is named, but `logging` is not `OVERRIDE`."],
            remediated: {
                configuration: {
                    executeCommandConfiguration: {
                        logging: "OVERRIDE",
                        logConfiguration: { s3BucketName: "sessions" },
                    },
                },
            },
        },
        "a destination and the default of the provider, which is none any more": {
            given: {
                configuration: {
                    executeCommandConfiguration: {
                        __defaults: ["logging", "other"],
                        logging: "DEFAULT",
                        logConfiguration: { s3BucketName: "sessions", __defaults: [] },
                    },
                },
            },
            reports: ["A destination for session logs is named, but `logging` is not `OVERRIDE`."],
            remediated: {
                configuration: {
                    executeCommandConfiguration: {
                        __defaults: ["other"],
                        logging: "OVERRIDE",
                        logConfiguration: { s3BucketName: "sessions", __defaults: [] },
                    },
                },
            },
        },
        "a destination whose name is not known yet, while logs are off": {
            type: "aws-native:ecs:Cluster",
            given: {
                configuration: {
                    executeCommandConfiguration: { logging: "NONE", logConfiguration: { s3BucketName: unknown } },
                },
            },
            reports: ["A destination for session logs is named, but `logging` is not `OVERRIDE`."],
            remediated: {
                configuration: {
                    executeCommandConfiguration: { logging: "OVERRIDE", logConfiguration: { s3BucketName: unknown } },
                },
            },
        },
    },
    unknown: {
        "the word": {
            given: {
                configuration: {
                    executeCommandConfiguration: { logging: unknown, logConfiguration: { s3BucketName: "sessions" } },
                },
            },
        },
        "the word, without a destination": {
            given: { configuration: { executeCommandConfiguration: { logging: unknown } } },
        },
        "the log configuration": {
            given: {
                configuration: { executeCommandConfiguration: { logging: "OVERRIDE", logConfiguration: unknown } },
            },
        },
        "the configuration": { given: { configuration: unknown } },
    },
});
