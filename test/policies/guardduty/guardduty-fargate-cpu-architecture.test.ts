import { resourceCases, unknown } from "../../support/cases";

const fargate = { requiresCompatibilities: ["FARGATE"] };

export default resourceCases(__filename, {
    valid: {
        ARM64: { given: { family: "web", ...fargate, runtimePlatform: { cpuArchitecture: "ARM64" } } },
        X86_64: { given: { ...fargate, runtimePlatform: { cpuArchitecture: "X86_64" } } },
        "no platform, which is X86_64": { given: fargate },
        "no architecture": { given: { ...fargate, runtimePlatform: { operatingSystemFamily: "LINUX" } } },
        "a null": { given: { ...fargate, runtimePlatform: { cpuArchitecture: null } } },
        "the defaults of the provider": { given: { ...fargate, runtimePlatform: { __defaults: [] } } },
        "another architecture on EC2": {
            given: { requiresCompatibilities: ["EC2"], runtimePlatform: { cpuArchitecture: "RISCV64" } },
        },
        "another architecture where nothing is required": {
            given: { runtimePlatform: { cpuArchitecture: "RISCV64" } },
        },
        "an architecture that is not known, on EC2": {
            given: { requiresCompatibilities: ["EC2"], runtimePlatform: { cpuArchitecture: unknown } },
        },
    },
    invalid: {
        "another architecture": {
            given: { family: "web", ...fargate, runtimePlatform: { cpuArchitecture: "RISCV64" } },
            reports: ["The CPU architecture is not one that GuardDuty has verified."],
        },
        "the right one in lower case, which is not the word": {
            given: { ...fargate, runtimePlatform: { cpuArchitecture: "arm64" } },
            reports: ["The CPU architecture is not one that GuardDuty has verified."],
        },
        "an empty string, which AWS does not accept": {
            given: { ...fargate, runtimePlatform: { cpuArchitecture: "" } },
            reports: ["The CPU architecture is not one that GuardDuty has verified."],
        },
        "the type of aws-native": {
            type: "aws-native:ecs:TaskDefinition",
            given: { ...fargate, runtimePlatform: { cpuArchitecture: "RISCV64" } },
            reports: ["The CPU architecture is not one that GuardDuty has verified."],
        },
    },
    unknown: {
        "the architecture": { given: { ...fargate, runtimePlatform: { cpuArchitecture: unknown } } },
        "whether it is for Fargate": {
            given: { requiresCompatibilities: unknown, runtimePlatform: { cpuArchitecture: "RISCV64" } },
        },
    },
});
