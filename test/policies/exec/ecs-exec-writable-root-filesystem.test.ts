import { stackCases, unknown } from "../../support/cases";

export default stackCases(__filename, {
    valid: {
        "a container that may write": {
            given: [
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: {
                        family: "web",
                        containerDefinitions: JSON.stringify([
                            { name: "app", image: "node:22", readonlyRootFilesystem: false },
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
        "nothing said and a null": {
            given: [
                {
                    type: "aws-native:ecs:TaskDefinition",
                    name: "web",
                    inputs: {
                        family: "web",
                        containerDefinitions: [{ name: "app" }, { name: "log", readonlyRootFilesystem: null }],
                    },
                },
                { type: "ecs.Service", name: "web", inputs: { taskDefinition: "web", enableExecuteCommand: true } },
            ],
        },
        "a text instead of the flag, which another policy reports": {
            given: [
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: {
                        family: "web",
                        containerDefinitions: JSON.stringify([{ name: "app", readonlyRootFilesystem: "true" }]),
                    },
                },
                { type: "ecs.Service", name: "web", inputs: { taskDefinition: "web", enableExecuteCommand: true } },
            ],
        },
        "Windows, which knows no such file system": {
            given: [
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: {
                        family: "web",
                        runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE" },
                        containerDefinitions: JSON.stringify([{ name: "app", readonlyRootFilesystem: true }]),
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
                        containerDefinitions: JSON.stringify([{ name: "app", readonlyRootFilesystem: true }]),
                    },
                },
                { type: "ecs.Service", name: "web", inputs: { taskDefinition: "web", enableExecuteCommand: null } },
            ],
        },
        "a task definition that nothing starts": {
            given: [
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: {
                        family: "web",
                        containerDefinitions: JSON.stringify([{ name: "app", readonlyRootFilesystem: true }]),
                    },
                },
            ],
        },
        "an exempt container": {
            given: [
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: {
                        family: "web",
                        containerDefinitions: JSON.stringify([{ name: "proxy", readonlyRootFilesystem: true }]),
                    },
                },
                { type: "ecs.Service", name: "web", inputs: { taskDefinition: "web", enableExecuteCommand: true } },
            ],
            config: { exempt: [{ resource: "web", container: "proxy", reason: "no session is opened here" }] },
        },
    },
    invalid: {
        "a read-only root file system": {
            given: [
                {
                    type: "ecs.TaskDefinition",
                    name: "task",
                    inputs: {
                        family: "web",
                        containerDefinitions: JSON.stringify([
                            { name: "app", image: "node:22", readonlyRootFilesystem: true },
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
                    'Container "app" has a read-only root file system, as ECS.5 demands, but ECS Exec is on for service "web", and its SSM agent has to write to that file system.',
                ],
            },
        },
        "one of two containers, of several services, reported once": {
            given: [
                {
                    type: "ecs.TaskDefinition",
                    name: "task",
                    inputs: {
                        family: "web",
                        containerDefinitions: JSON.stringify([
                            { name: "app" },
                            { name: "log", ReadOnlyRootFilesystem: true },
                        ]),
                    },
                    outputs: { arn: "arn:aws:ecs:us-east-1:123456789012:task-definition/web:3" },
                },
                {
                    type: "ecs.Service",
                    name: "one",
                    inputs: {
                        taskDefinition: "arn:aws:ecs:us-east-1:123456789012:task-definition/web:3",
                        enableExecuteCommand: true,
                    },
                },
                { type: "ecs.Service", name: "two", inputs: { taskDefinition: "web", enableExecuteCommand: true } },
            ],
            reports: {
                task: [
                    'Container "log" has a read-only root file system, as ECS.5 demands, but ECS Exec is on for service "one" and service "two", and its SSM agent has to write to that file system.',
                ],
            },
        },
        "a daemon": {
            given: [
                {
                    type: "ecs.DaemonTaskDefinition",
                    name: "task",
                    inputs: {
                        family: "agent",
                        containerDefinitions: [{ name: "agent", readonlyRootFilesystem: true }],
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
                    'Container "agent" has a read-only root file system, as ECS.5 demands, but ECS Exec is on for daemon "daemon", and its SSM agent has to write to that file system.',
                ],
            },
        },
        "a schedule and an event target": {
            given: [
                {
                    type: "ecs.TaskDefinition",
                    name: "job",
                    inputs: {
                        family: "job",
                        containerDefinitions: JSON.stringify([{ name: "job", readonlyRootFilesystem: true }]),
                    },
                },
                {
                    type: "aws-native:ecs:TaskDefinition",
                    name: "report",
                    inputs: {
                        family: "report",
                        containerDefinitions: [{ name: "report", readonlyRootFilesystem: true }],
                    },
                },
                {
                    type: "scheduler.Schedule",
                    name: "schedule",
                    inputs: { target: { ecsParameters: { taskDefinitionArn: "job", enableExecuteCommand: true } } },
                },
                {
                    type: "cloudwatch.EventTarget",
                    name: "target",
                    inputs: { ecsTarget: { taskDefinitionArn: "report", enableExecuteCommand: true } },
                },
            ],
            reports: {
                job: [
                    'Container "job" has a read-only root file system, as ECS.5 demands, but ECS Exec is on for schedule "schedule", and its SSM agent has to write to that file system.',
                ],
                report: [
                    'Container "report" has a read-only root file system, as ECS.5 demands, but ECS Exec is on for event target "target", and its SSM agent has to write to that file system.',
                ],
            },
        },
        "a container beside one that is not known": {
            given: [
                {
                    type: "aws-native:ecs:TaskDefinition",
                    name: "task",
                    inputs: {
                        family: "web",
                        containerDefinitions: [
                            { name: "app", readonlyRootFilesystem: unknown },
                            { name: unknown, readonlyRootFilesystem: true },
                        ],
                    },
                },
                {
                    type: "aws-native:ecs:Service",
                    name: "web",
                    inputs: { taskDefinition: "web", enableExecuteCommand: true },
                },
            ],
            reports: {
                task: [
                    'Container 2 (whose name is not known yet) has a read-only root file system, as ECS.5 demands, but ECS Exec is on for service "web", and its SSM agent has to write to that file system.',
                ],
            },
        },
    },
    unknown: {
        "the containers": {
            given: [
                { type: "ecs.TaskDefinition", name: "task", inputs: { family: "web", containerDefinitions: unknown } },
                { type: "ecs.Service", name: "web", inputs: { taskDefinition: "web", enableExecuteCommand: true } },
            ],
        },
        "whether the feature is on": {
            given: [
                {
                    type: "ecs.TaskDefinition",
                    name: "task",
                    inputs: {
                        family: "web",
                        containerDefinitions: JSON.stringify([{ name: "app", readonlyRootFilesystem: true }]),
                    },
                },
                { type: "ecs.Service", name: "web", inputs: { taskDefinition: "web", enableExecuteCommand: unknown } },
            ],
        },
    },
});
