import { resourceCases, unknown } from "../../support/cases";

const KEY = "configuration.executeCommandConfiguration.kmsKeyId";

export default resourceCases(__filename, {
    valid: {
        "a key": {
            given: {
                name: "shop",
                configuration: {
                    executeCommandConfiguration: {
                        kmsKeyId: "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab",
                    },
                },
            },
            present: [KEY],
        },
        "a key that is not known yet": {
            given: { configuration: { executeCommandConfiguration: { kmsKeyId: unknown, logging: "DEFAULT" } } },
            present: [KEY],
        },
        "the type of aws-native": {
            type: "aws-native:ecs:Cluster",
            given: { configuration: { executeCommandConfiguration: { kmsKeyId: "alias/exec" } } },
            present: [KEY],
        },
        "no configuration": { given: { name: "shop" } },
        "no exec configuration": {
            given: { configuration: { managedStorageConfiguration: { kmsKeyId: "alias/storage" }, __defaults: [] } },
        },
        "an exec configuration that is null": { given: { configuration: { executeCommandConfiguration: null } } },
    },
    invalid: {
        "no key": {
            given: {
                name: "shop",
                configuration: {
                    executeCommandConfiguration: {
                        logging: "OVERRIDE",
                        logConfiguration: { cloudWatchLogGroupName: "/aws/ecs/exec" },
                    },
                },
            },
            reports: ["The exec configuration names no KMS key."],
        },
        "a null": {
            given: { configuration: { executeCommandConfiguration: { kmsKeyId: null } } },
            reports: ["The exec configuration names no KMS key."],
        },
        "an empty text": {
            given: { configuration: { executeCommandConfiguration: { kmsKeyId: "" } } },
            reports: ["The exec configuration names no KMS key."],
        },
        "a key of another type": {
            given: { configuration: { executeCommandConfiguration: { kmsKeyId: 7 } } },
            reports: ["The exec configuration names no KMS key."],
        },
        "the type of aws-native, with a key for storage only": {
            type: "aws-native:ecs:Cluster",
            given: {
                configuration: {
                    managedStorageConfiguration: { kmsKeyId: "alias/storage" },
                    executeCommandConfiguration: { logging: "DEFAULT" },
                },
            },
            reports: ["The exec configuration names no KMS key."],
        },
    },
    unknown: {
        "the exec configuration": { given: { configuration: { executeCommandConfiguration: unknown } } },
    },
});
