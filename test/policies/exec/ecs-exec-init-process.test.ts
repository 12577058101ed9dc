import { stackCases, unknown } from "../../support/cases";

export default stackCases(__filename, {
    valid: {
        "an init process": {
            given: [
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: {
                        family: "web",
                        containerDefinitions: JSON.stringify([
                            { name: "app", image: "node:22", linuxParameters: { initProcessEnabled: true } },
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
        "keys in another case": {
            given: [
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: {
                        family: "web",
                        containerDefinitions: JSON.stringify([
                            { Name: "app", LinuxParameters: { InitProcessEnabled: true } },
                        ]),
                    },
                },
                { type: "ecs.Service", name: "web", inputs: { taskDefinition: "web", enableExecuteCommand: true } },
            ],
        },
        Windows: {
            given: [
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: {
                        family: "web",
                        runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE" },
                        containerDefinitions: JSON.stringify([{ name: "app" }]),
                    },
                },
                { type: "ecs.Service", name: "web", inputs: { taskDefinition: "web", enableExecuteCommand: true } },
            ],
        },
        "the feature off": {
            given: [
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: { family: "web", containerDefinitions: JSON.stringify([{ name: "app" }]) },
                },
                { type: "ecs.Service", name: "web", inputs: { taskDefinition: "web" } },
            ],
        },
        "a task definition that nothing starts": {
            given: [
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: { family: "web", containerDefinitions: JSON.stringify([{ name: "app" }]) },
                },
            ],
        },
    },
    invalid: {
        "no init process": {
            given: [
                {
                    type: "ecs.TaskDefinition",
                    name: "task",
                    inputs: {
                        family: "web",
                        containerDefinitions: JSON.stringify([{ name: "app", image: "node:22" }]),
                    },
                },
                {
                    type: "ecs.Service",
                    name: "web",
                    inputs: { taskDefinition: unknown, enableExecuteCommand: true },
                    dependsOn: { taskDefinition: ["task"] },
                },
            ],
            reports: { task: ['Container "app" has no init process, and ECS Exec is on for service "web".'] },
        },
        "each container without one": {
            given: [
                {
                    type: "ecs.TaskDefinition",
                    name: "task",
                    inputs: {
                        family: "web",
                        runtimePlatform: { operatingSystemFamily: "LINUX" },
                        containerDefinitions: JSON.stringify([
                            { name: "off", linuxParameters: { initProcessEnabled: false } },
                            { name: "fine", linuxParameters: { initProcessEnabled: true } },
                            { name: "null", linuxParameters: null },
                            { name: "null flag", linuxParameters: { initProcessEnabled: null } },
                            { name: "empty", linuxParameters: {} },
                        ]),
                    },
                },
                { type: "ecs.Service", name: "one", inputs: { taskDefinition: "web", enableExecuteCommand: true } },
                { type: "ecs.Service", name: "two", inputs: { taskDefinition: "web", enableExecuteCommand: true } },
            ],
            reports: {
                task: [
                    'Container "off" has no init process, and ECS Exec is on for service "one" and service "two".',
                    'Container "null" has no init process, and ECS Exec is on for service "one" and service "two".',
                    'Container "null flag" has no init process, and ECS Exec is on for service "one" and service "two".',
                    'Container "empty" has no init process, and ECS Exec is on for service "one" and service "two".',
                ],
            },
        },
        "a daemon": {
            given: [
                {
                    type: "ecs.DaemonTaskDefinition",
                    name: "task",
                    inputs: { family: "agent", containerDefinitions: [{ name: "agent" }] },
                },
                {
                    type: "ecs.Daemon",
                    name: "daemon",
                    inputs: { daemonTaskDefinitionArn: unknown, enableExecuteCommand: true },
                    dependsOn: { daemonTaskDefinitionArn: ["task"] },
                },
            ],
            reports: { task: ['Container "agent" has no init process, and ECS Exec is on for daemon "daemon".'] },
        },
        "a schedule": {
            given: [
                {
                    type: "aws-native:ecs:TaskDefinition",
                    name: "task",
                    inputs: {
                        family: "job",
                        containerDefinitions: [
                            { name: "job", linuxParameters: { initProcessEnabled: unknown } },
                            { name: "log" },
                        ],
                    },
                },
                {
                    type: "scheduler.Schedule",
                    name: "schedule",
                    inputs: { target: { ecsParameters: { taskDefinitionArn: "job", enableExecuteCommand: true } } },
                },
            ],
            reports: { task: ['Container "log" has no init process, and ECS Exec is on for schedule "schedule".'] },
        },
    },
    unknown: {
        "the operating system": {
            given: [
                {
                    type: "ecs.TaskDefinition",
                    name: "task",
                    inputs: {
                        family: "web",
                        runtimePlatform: { operatingSystemFamily: unknown },
                        containerDefinitions: JSON.stringify([{ name: "app" }]),
                    },
                },
                { type: "ecs.Service", name: "web", inputs: { taskDefinition: "web", enableExecuteCommand: true } },
            ],
        },
        "the containers": {
            given: [
                { type: "ecs.TaskDefinition", name: "task", inputs: { family: "web", containerDefinitions: unknown } },
                { type: "ecs.Service", name: "web", inputs: { taskDefinition: "web", enableExecuteCommand: true } },
            ],
        },
    },
});
