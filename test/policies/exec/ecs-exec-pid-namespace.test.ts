import { stackCases, unknown } from "../../support/cases";

export default stackCases(__filename, {
    valid: {
        "a namespace for each container": {
            given: [
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: {
                        family: "web",
                        containerDefinitions: JSON.stringify([
                            { name: "app", image: "node:22" },
                            { name: "proxy", image: "envoy:v1.30" },
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
        "a single container": {
            given: [
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: {
                        family: "web",
                        pidMode: "task",
                        containerDefinitions: JSON.stringify([{ name: "app" }]),
                    },
                },
                { type: "ecs.Service", name: "web", inputs: { taskDefinition: "web", enableExecuteCommand: true } },
            ],
        },
        "an empty mode": {
            given: [
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: {
                        family: "web",
                        pidMode: "",
                        containerDefinitions: JSON.stringify([{ name: "app" }, { name: "log" }]),
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
                    inputs: {
                        family: "web",
                        pidMode: "task",
                        containerDefinitions: JSON.stringify([{ name: "app" }, { name: "log" }]),
                    },
                },
                { type: "ecs.Service", name: "web", inputs: { taskDefinition: "web", enableExecuteCommand: false } },
            ],
        },
    },
    invalid: {
        "a namespace for the task": {
            given: [
                {
                    type: "ecs.TaskDefinition",
                    name: "task",
                    inputs: {
                        family: "web",
                        pidMode: "task",
                        containerDefinitions: JSON.stringify([
                            { name: "app", image: "node:22" },
                            { name: "proxy", image: "envoy:v1.30" },
                        ]),
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
                    'The task\'s 2 containers share one process namespace (`pidMode` is "task"), and ECS Exec is on for service "web".',
                ],
            },
        },
        "the namespace of the instance": {
            given: [
                {
                    type: "aws-native:ecs:TaskDefinition",
                    name: "task",
                    inputs: {
                        family: "web",
                        pidMode: "host",
                        containerDefinitions: [{ name: unknown }, { name: "log" }, { name: "proxy" }],
                    },
                },
                { type: "ecs.Service", name: "one", inputs: { taskDefinition: "web", enableExecuteCommand: true } },
                { type: "ecs.Service", name: "two", inputs: { taskDefinition: "web", enableExecuteCommand: true } },
            ],
            reports: {
                task: [
                    'The task\'s 3 containers share one process namespace (`pidMode` is "host"), and ECS Exec is on for service "one" and service "two".',
                ],
            },
        },
        "a schedule": {
            given: [
                {
                    type: "ecs.TaskDefinition",
                    name: "task",
                    inputs: {
                        family: "job",
                        pidMode: "task",
                        containerDefinitions: JSON.stringify([{ name: "job" }, { name: "log" }]),
                    },
                },
                {
                    type: "scheduler.Schedule",
                    name: "schedule",
                    inputs: { target: { ecsParameters: { taskDefinitionArn: "job", enableExecuteCommand: true } } },
                },
            ],
            reports: {
                task: [
                    'The task\'s 2 containers share one process namespace (`pidMode` is "task"), and ECS Exec is on for schedule "schedule".',
                ],
            },
        },
    },
    unknown: {
        "the mode": {
            given: [
                {
                    type: "ecs.TaskDefinition",
                    name: "task",
                    inputs: {
                        family: "web",
                        pidMode: unknown,
                        containerDefinitions: JSON.stringify([{ name: "app" }, { name: "log" }]),
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
                    inputs: { family: "web", pidMode: "task", containerDefinitions: unknown },
                },
                { type: "ecs.Service", name: "web", inputs: { taskDefinition: "web", enableExecuteCommand: true } },
            ],
        },
    },
});
