import { resourceCases, unknown } from "../../support/cases";

const windows = { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE" };

export default resourceCases(__filename, {
    valid: {
        Linux: {
            given: {
                family: "web",
                requiresCompatibilities: ["FARGATE"],
                runtimePlatform: { operatingSystemFamily: "LINUX" },
            },
        },
        "no platform, which is Linux": { given: { requiresCompatibilities: ["FARGATE"] } },
        "no operating system": {
            given: { requiresCompatibilities: ["FARGATE"], runtimePlatform: { cpuArchitecture: "ARM64" } },
        },
        "a null": { given: { requiresCompatibilities: ["FARGATE"], runtimePlatform: { operatingSystemFamily: null } } },
        "an empty string": {
            given: { requiresCompatibilities: ["FARGATE"], runtimePlatform: { operatingSystemFamily: "" } },
        },
        "the defaults of the provider": {
            given: { requiresCompatibilities: ["FARGATE"], runtimePlatform: { __defaults: [] } },
        },
        "Windows on EC2": { given: { requiresCompatibilities: ["EC2"], runtimePlatform: windows } },
        "Windows where nothing is required": { given: { runtimePlatform: windows } },
        "an operating system that is not known, on EC2": {
            given: { requiresCompatibilities: ["EC2"], runtimePlatform: { operatingSystemFamily: unknown } },
        },
    },
    invalid: {
        Windows: {
            given: { family: "web", requiresCompatibilities: ["FARGATE"], runtimePlatform: windows },
            reports: ["The task runs Windows."],
        },
        "a Windows that is not known yet, on Fargate too": {
            given: {
                requiresCompatibilities: ["EC2", "FARGATE"],
                runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2031_FULL" },
            },
            reports: ["The task runs Windows."],
        },
        "the type of aws-native": {
            type: "aws-native:ecs:TaskDefinition",
            given: { requiresCompatibilities: ["FARGATE"], runtimePlatform: windows },
            reports: ["The task runs Windows."],
        },
        "Fargate beside a compatibility that is not known": {
            given: { requiresCompatibilities: [unknown, "FARGATE"], runtimePlatform: windows },
            reports: ["The task runs Windows."],
        },
    },
    unknown: {
        "the operating system": {
            given: { requiresCompatibilities: ["FARGATE"], runtimePlatform: { operatingSystemFamily: unknown } },
        },
        "the platform": { given: { requiresCompatibilities: ["FARGATE"], runtimePlatform: unknown } },
        "whether it is for Fargate": { given: { requiresCompatibilities: unknown, runtimePlatform: windows } },
    },
});
