import { resourceCases, unknown } from "../../support/cases";

export default resourceCases(__filename, {
    valid: {
        "a log group of its own": {
            given: {
                name: "shop",
                configuration: {
                    executeCommandConfiguration: {
                        logging: "OVERRIDE",
                        logConfiguration: { cloudWatchLogGroupName: "/aws/ecs/exec" },
                    },
                },
            },
        },
        "the driver of the task definition": {
            given: { configuration: { executeCommandConfiguration: { logging: "DEFAULT" } } },
        },
        "no configuration, which means `DEFAULT`": { given: { name: "shop" } },
        "a null configuration": { given: { configuration: null } },
        "a null exec configuration": { given: { configuration: { executeCommandConfiguration: null } } },
        "no word": { given: { configuration: { executeCommandConfiguration: { kmsKeyId: "k", __defaults: [] } } } },
        "a null word": { given: { configuration: { executeCommandConfiguration: { logging: null } } } },
        "an empty word": { given: { configuration: { executeCommandConfiguration: { logging: "" } } } },
        "a word of another type": { given: { configuration: { executeCommandConfiguration: { logging: true } } } },
        "no logs where that is accepted": {
            given: { configuration: { executeCommandConfiguration: { logging: "NONE" } } },
            config: { allowNone: true },
        },
        "the type of aws-native": {
            type: "aws-native:ecs:Cluster",
            given: { configuration: { executeCommandConfiguration: { logging: "OVERRIDE" } } },
        },
    },
    invalid: {
        "no logs": {
            given: { name: "shop", configuration: { executeCommandConfiguration: { logging: "NONE" } } },
            reports: ["Sessions of ECS Exec are not logged: `logging` is `NONE`."],
        },
        "no logs, of aws-native": {
            type: "aws-native:ecs:Cluster",
            given: { configuration: { executeCommandConfiguration: { logging: "NONE" } } },
            reports: ["Sessions of ECS Exec are not logged: `logging` is `NONE`."],
        },
        "a word that AWS does not know": {
            given: { configuration: { executeCommandConfiguration: { logging: "CLOUDWATCH" } } },
            reports: ["`logging` of the exec configuration is none of `NONE`, `DEFAULT` and `OVERRIDE`."],
        },
        "a word in lower case": {
            given: { configuration: { executeCommandConfiguration: { logging: "none" } } },
            config: { allowNone: true },
            reports: ["`logging` of the exec configuration is none of `NONE`, `DEFAULT` and `OVERRIDE`."],
        },
    },
    unknown: {
        "the word": { given: { configuration: { executeCommandConfiguration: { logging: unknown } } } },
        "the configuration": { given: { configuration: unknown } },
    },
});
