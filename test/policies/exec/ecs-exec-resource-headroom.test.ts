import { Resource, stackCases, unknown } from "../../support/cases";

/** A task of 512 MiB, of whose containers one takes what is not known. */
const withProxy = (memory: number): Resource[] => [
    {
        type: "aws-native:ecs:TaskDefinition",
        name: "web",
        inputs: {
            family: "web",
            memory: "512",
            containerDefinitions: [
                { name: "app", memory: unknown },
                { name: "proxy", memory },
            ],
        },
    },
    { type: "ecs.Service", name: "web", inputs: { taskDefinition: "web", enableExecuteCommand: true } },
];

export default stackCases(__filename, {
    valid: {
        "memory left": {
            given: [
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: {
                        family: "web",
                        cpu: "512",
                        memory: "1024",
                        containerDefinitions: JSON.stringify([
                            { name: "app", image: "node:22", memory: 768 },
                            { name: "proxy", image: "envoy:v1.30", memory: 128 },
                        ]),
                    },
                },
                {
                    type: "ecs.Service",
                    name: "web",
                    inputs: { taskDefinition: unknown, enableExecuteCommand: true },
                    dependsOn: { taskDefinition: ["web"] },
                },
            ],
        },
        "no hard limits": {
            given: [
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: {
                        family: "web",
                        memory: "1 GB",
                        containerDefinitions: JSON.stringify([
                            { name: "app", memoryReservation: 1024 },
                            { name: "log", memory: null },
                        ]),
                    },
                },
                { type: "ecs.Service", name: "web", inputs: { taskDefinition: "web", enableExecuteCommand: true } },
            ],
        },
        "no memory of the task": {
            given: [
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: { family: "web", containerDefinitions: JSON.stringify([{ name: "app", memory: 1024 }]) },
                },
                { type: "ecs.Service", name: "web", inputs: { taskDefinition: "web", enableExecuteCommand: true } },
            ],
        },
        "memory that is no size": {
            given: [
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: {
                        family: "web",
                        memory: "plenty",
                        containerDefinitions: JSON.stringify([{ name: "app", memory: 1024 }]),
                    },
                },
                { type: "ecs.Service", name: "web", inputs: { taskDefinition: "web", enableExecuteCommand: true } },
            ],
        },
        "no containers": {
            given: [
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: { family: "web", memory: "0", containerDefinitions: "[]" },
                },
                { type: "ecs.Service", name: "web", inputs: { taskDefinition: "web", enableExecuteCommand: true } },
            ],
        },
        "the feature off": {
            given: [
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: {
                        family: "web",
                        memory: "1024",
                        containerDefinitions: JSON.stringify([{ name: "app", memory: 1024 }]),
                    },
                },
                { type: "ecs.Service", name: "web", inputs: { taskDefinition: "web" } },
            ],
        },
    },
    invalid: {
        "a container that may take it all": {
            given: [
                {
                    type: "ecs.TaskDefinition",
                    name: "task",
                    inputs: {
                        family: "web",
                        cpu: "512",
                        memory: "1024",
                        containerDefinitions: JSON.stringify([{ name: "app", image: "node:22", memory: 1024 }]),
                    },
                },
                {
                    type: "ecs.Service",
                    name: "web",
                    inputs: { taskDefinition: unknown, enableExecuteCommand: true },
                    dependsOn: { taskDefinition: ["task"] },
                },
            ],
            reports: {
                task: [
                    'The memory limits of the containers add up to 1024 MiB, the task has 1024 MiB, and ECS Exec is on for service "web".',
                ],
            },
        },
        "containers that may take it all together, of several services": {
            given: [
                {
                    type: "ecs.TaskDefinition",
                    name: "task",
                    inputs: {
                        family: "web",
                        memory: ".5 gb",
                        containerDefinitions: JSON.stringify([
                            { name: "app", memory: 384 },
                            { name: "proxy", memory: 128 },
                            { name: "log", memoryReservation: 64 },
                        ]),
                    },
                },
                { type: "ecs.Service", name: "one", inputs: { taskDefinition: "web", enableExecuteCommand: true } },
                { type: "ecs.Service", name: "two", inputs: { taskDefinition: "web", enableExecuteCommand: true } },
            ],
            reports: {
                task: [
                    'The memory limits of the containers add up to 512 MiB, the task has 512 MiB, and ECS Exec is on for service "one" and service "two".',
                ],
            },
        },
        "a daemon, with memory as a number": {
            given: [
                {
                    type: "ecs.DaemonTaskDefinition",
                    name: "task",
                    inputs: {
                        family: "agent",
                        memory: 256,
                        containerDefinitions: [{ name: "agent", memory: 256 }],
                    },
                },
                {
                    type: "ecs.Daemon",
                    name: "daemon",
                    inputs: { daemonTaskDefinitionArn: unknown, enableExecuteCommand: true },
                    dependsOn: { daemonTaskDefinitionArn: ["task"] },
                },
            ],
            reports: {
                task: [
                    'The memory limits of the containers add up to 256 MiB, the task has 256 MiB, and ECS Exec is on for daemon "daemon".',
                ],
            },
        },
    },
    unknown: {
        "the memory of a container, where the others leave nothing": {
            given: withProxy(512),
            reports: {
                web: [
                    'The memory limits of the containers add up to at least 512 MiB, the task has 512 MiB, and ECS Exec is on for service "web".',
                ],
            },
        },
        "the memory of a container, where the others leave some": {
            given: withProxy(256),
        },
        "the memory of the task": {
            given: [
                {
                    type: "ecs.TaskDefinition",
                    name: "task",
                    inputs: {
                        family: "web",
                        memory: unknown,
                        containerDefinitions: JSON.stringify([{ name: "app", memory: 1024 }]),
                    },
                },
                { type: "ecs.Service", name: "web", inputs: { taskDefinition: "web", enableExecuteCommand: true } },
            ],
        },
        "the memory of one container": {
            given: [
                {
                    type: "aws-native:ecs:TaskDefinition",
                    name: "task",
                    inputs: {
                        family: "web",
                        memory: "1024",
                        containerDefinitions: [
                            { name: "app", memory: 512 },
                            { name: "log", memory: unknown },
                        ],
                    },
                },
                { type: "ecs.Service", name: "web", inputs: { taskDefinition: "web", enableExecuteCommand: true } },
            ],
        },
        "the containers": {
            given: [
                {
                    type: "ecs.TaskDefinition",
                    name: "task",
                    inputs: { family: "web", memory: "1024", containerDefinitions: unknown },
                },
                { type: "ecs.Service", name: "web", inputs: { taskDefinition: "web", enableExecuteCommand: true } },
            ],
        },
    },
});
