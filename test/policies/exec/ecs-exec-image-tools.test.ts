import { stackCases, unknown } from "../../support/cases";

export default stackCases(__filename, {
    valid: {
        "an image with an operating system": {
            given: [
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: {
                        family: "web",
                        containerDefinitions: JSON.stringify([{ name: "app", image: "node:22-bookworm" }]),
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
        "no image and a null": {
            given: [
                {
                    type: "aws-native:ecs:TaskDefinition",
                    name: "web",
                    inputs: {
                        family: "web",
                        containerDefinitions: [{ name: "distroless" }, { name: "b", image: null }],
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
                        containerDefinitions: JSON.stringify([{ name: "app", image: "gcr.io/distroless/nodejs22" }]),
                    },
                },
                { type: "ecs.Service", name: "web", inputs: { taskDefinition: "web", enableExecuteCommand: false } },
            ],
        },
    },
    invalid: {
        "a distroless image": {
            given: [
                {
                    type: "ecs.TaskDefinition",
                    name: "task",
                    inputs: {
                        family: "web",
                        containerDefinitions: JSON.stringify([
                            { name: "app", image: "gcr.io/distroless/nodejs22-debian12" },
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
                    'Container "app" has an image whose reference says "distroless", and ECS Exec is on for service "web".',
                ],
            },
        },
        "the second of two, of several services": {
            given: [
                {
                    type: "ecs.TaskDefinition",
                    name: "task",
                    inputs: {
                        family: "web",
                        containerDefinitions: JSON.stringify([
                            { name: "app", image: "node:22" },
                            { name: "proxy", image: "shop/proxy:1.2-Scratch" },
                        ]),
                    },
                },
                { type: "ecs.Service", name: "one", inputs: { taskDefinition: "web", enableExecuteCommand: true } },
                { type: "ecs.Service", name: "two", inputs: { taskDefinition: "web", enableExecuteCommand: true } },
            ],
            reports: {
                task: [
                    'Container "proxy" has an image whose reference says "scratch", and ECS Exec is on for service "one" and service "two".',
                ],
            },
        },
        "a daemon, beside an image that is not known": {
            given: [
                {
                    type: "ecs.DaemonTaskDefinition",
                    name: "task",
                    inputs: {
                        family: "agent",
                        containerDefinitions: [
                            { name: "other", image: unknown },
                            { name: "agent", image: "public.ecr.aws/agent:distroless" },
                        ],
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
                    'Container "agent" has an image whose reference says "distroless", and ECS Exec is on for daemon "daemon".',
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
    },
});
