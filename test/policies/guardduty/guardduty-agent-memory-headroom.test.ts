import { resourceCases, unknown } from "../../support/cases";

const small = { requiresCompatibilities: ["FARGATE"], cpu: "256", memory: "512" };
const report = "Of the task's 512 MiB the containers leave less than the 128 MiB that the GuardDuty agent may take.";

export default resourceCases(__filename, {
    valid: {
        "room for the agent": {
            given: { family: "web", ...small, containerDefinitions: [{ name: "app", image: "node:22", memory: 384 }] },
        },
        "containers without a limit": { given: { ...small, containerDefinitions: [{ name: "app" }, { name: "log" }] } },
        "a reservation that leaves room": {
            given: { ...small, containerDefinitions: [{ name: "app", memoryReservation: 384 }] },
        },
        "a limit that counts, not the reservation": {
            given: { ...small, containerDefinitions: [{ name: "app", memory: 256, memoryReservation: 512 }] },
        },
        "no containers": { given: { ...small, containerDefinitions: [] } },
        "text for a number, which the provider refuses": {
            given: { ...small, containerDefinitions: [{ name: "app", memory: "512" }] },
        },
        "no room, but on EC2": {
            given: {
                requiresCompatibilities: ["EC2"],
                cpu: "256",
                memory: "512",
                containerDefinitions: [{ memory: 512 }],
            },
        },
        "no room, but on Windows, where there is no agent": {
            given: {
                ...small,
                cpu: "1024",
                memory: "2048",
                runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE" },
                containerDefinitions: [{ name: "app", memory: 2048 }],
            },
        },
        "no task size": {
            given: { requiresCompatibilities: ["FARGATE"], containerDefinitions: [{ name: "app", memory: 512 }] },
        },
        "a task size that Fargate does not have": {
            given: { ...small, memory: "600", containerDefinitions: [{ name: "app", memory: 600 }] },
        },
        "a task size for which GuardDuty gives no limit": {
            given: { ...small, cpu: "4096", memory: "24 GB", containerDefinitions: [{ name: "app", memory: 24576 }] },
        },
        "the largest task size, for which GuardDuty gives no limit either": {
            given: { ...small, cpu: "32768", memory: "61440", containerDefinitions: [{ name: "app", memory: 61440 }] },
        },
        "the larger limit of a larger size, kept": {
            given: { ...small, cpu: "8 vCPU", memory: "28 GB", containerDefinitions: [{ name: "app", memory: 28416 }] },
        },
        "room for the agent, wherever the task runs": {
            given: {
                ...small,
                requiresCompatibilities: unknown,
                runtimePlatform: { operatingSystemFamily: unknown },
                containerDefinitions: [{ name: "app", memory: 100 }],
            },
        },

        "containers that leave just enough, one of them without a limit": {
            given: { ...small, containerDefinitions: [{ name: "log" }, { name: "app", memory: 384 }] },
        },
        "a task on EC2, whatever its size": {
            given: { ...small, requiresCompatibilities: ["EC2"], memory: unknown },
        },
        "a task on Windows, whatever its size": {
            given: {
                ...small,
                memory: unknown,
                runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE" },
            },
        },
        "a task size that GuardDuty does not list, whatever the containers": {
            type: "aws-native:ecs:TaskDefinition",
            given: { ...small, memory: "600", containerDefinitions: [{ name: "app", memory: unknown }] },
        },
    },
    invalid: {
        "containers that take all": {
            given: {
                family: "web",
                ...small,
                containerDefinitions: [
                    { name: "app", image: "node:22", memory: 384 },
                    { name: "log", image: "fluent-bit", memoryReservation: 128 },
                ],
            },
            reports: [report],
        },
        "one MiB too many": {
            given: { ...small, containerDefinitions: [{ name: "app", memory: 385 }] },
            reports: [report],
        },
        "a limit that is null beside a reservation": {
            given: { ...small, containerDefinitions: [{ name: "app", memory: null, memoryReservation: 512 }] },
            reports: [report],
        },
        "keys in another case": {
            given: { ...small, containerDefinitions: [{ Name: "app", Memory: 512 }] },
            reports: [report],
        },
        "the larger limit of a larger size": {
            given: { ...small, cpu: "8192", memory: "28672", containerDefinitions: [{ name: "app", memory: 28417 }] },
            reports: [
                "Of the task's 28672 MiB the containers leave less than the 256 MiB that the GuardDuty agent may take.",
            ],
        },
        "the limit of more memory with the same CPU": {
            given: { ...small, cpu: "8192", memory: "32768", containerDefinitions: [{ name: "app", memory: 32257 }] },
            reports: [
                "Of the task's 32768 MiB the containers leave less than the 512 MiB that the GuardDuty agent may take.",
            ],
        },
        "the limit of the largest sizes": {
            given: { ...small, cpu: "16384", memory: "32768", containerDefinitions: [{ name: "app", memory: 31745 }] },
            reports: [
                "Of the task's 32768 MiB the containers leave less than the 1024 MiB that the GuardDuty agent may take.",
            ],
        },
        "the type of aws-native": {
            type: "aws-native:ecs:TaskDefinition",
            given: { ...small, containerDefinitions: [{ name: "app", memory: 512 }] },
            reports: [report],
        },
        "one container that takes all, another not known": {
            type: "aws-native:ecs:TaskDefinition",
            given: { ...small, containerDefinitions: [{ memory: unknown }, unknown, { name: "app", memory: 512 }] },
            reports: [report],
        },

        "one container without a limit before one that takes all": {
            given: { ...small, containerDefinitions: [{ name: "log" }, { name: "app", memory: 512 }] },
            reports: [report],
        },
    },
    unknown: {
        "the containers": { given: { ...small, containerDefinitions: unknown } },
        "the memory of one": {
            type: "aws-native:ecs:TaskDefinition",
            given: {
                ...small,
                containerDefinitions: [
                    { name: "app", memory: unknown },
                    { name: "log", memory: 128 },
                ],
            },
        },
        "the memory of the task": { given: { ...small, memory: unknown, containerDefinitions: [{ memory: 512 }] } },
        "the CPU of the task": { given: { ...small, cpu: unknown, containerDefinitions: [{ memory: 512 }] } },
        "the operating system": {
            given: {
                ...small,
                runtimePlatform: { operatingSystemFamily: unknown },
                containerDefinitions: [{ memory: 512 }],
            },
        },
        "whether it is for Fargate": {
            given: { ...small, requiresCompatibilities: unknown, containerDefinitions: [{ memory: 512 }] },
        },
    },
});
