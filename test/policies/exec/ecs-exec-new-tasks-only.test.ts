import { resourceCases, unknown } from "../../support/cases";

export default resourceCases(__filename, {
    valid: {
        "a forced deployment": {
            given: {
                name: "web",
                enableExecuteCommand: true,
                forceNewDeployment: true,
                triggers: { enableExecuteCommand: "true" },
            },
        },
        "the type of aws-native": {
            type: "aws-native:ecs:Service",
            given: { enableExecuteCommand: true, forceNewDeployment: { enableForceNewDeployment: true } },
        },
        "a forced deployment, the feature not known": {
            given: { enableExecuteCommand: unknown, forceNewDeployment: true },
        },
        "the feature off": { given: { enableExecuteCommand: false } },
        "the feature left out": { given: { name: "web" } },
        "a null": { given: { enableExecuteCommand: null } },
    },
    invalid: {
        "no forced deployment": {
            given: { name: "web", enableExecuteCommand: true },
            reports: ["ECS Exec is on, but no new deployment is forced."],
        },
        "the force switched off": {
            given: { enableExecuteCommand: true, forceNewDeployment: false },
            reports: ["ECS Exec is on, but no new deployment is forced."],
        },
        "a null": {
            given: { enableExecuteCommand: true, forceNewDeployment: null },
            reports: ["ECS Exec is on, but no new deployment is forced."],
        },
        "a text instead of the flag": {
            given: { enableExecuteCommand: true, forceNewDeployment: "true" },
            reports: ["ECS Exec is on, but no new deployment is forced."],
        },
        "the type of aws-native": {
            type: "aws-native:ecs:Service",
            given: { enableExecuteCommand: true, forceNewDeployment: { enableForceNewDeployment: false } },
            reports: ["ECS Exec is on, but no new deployment is forced."],
        },
    },
    unknown: {
        "whether the feature is on": { given: { enableExecuteCommand: unknown } },
        "whether a deployment is forced": { given: { enableExecuteCommand: true, forceNewDeployment: unknown } },
    },
});
