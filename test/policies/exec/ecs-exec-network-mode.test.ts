import { execOnFor, Resource, stackCases, unknown } from "../../support/cases";

const service = (inputs: object): Resource => ({
    type: "ecs.Service",
    name: "web",
    inputs: { taskDefinition: "app", enableExecuteCommand: true, ...inputs },
});
const task = (inputs: object): Resource => ({
    type: "ecs.TaskDefinition",
    name: "task",
    inputs: { family: "app", ...inputs },
});
const missing = (...names: string[]): string =>
    `The network mode is not set, which means \`bridge\`, and ${execOnFor(names)}, on EC2.`;
const bridge = (...names: string[]): string => `The network mode is \`bridge\`, and ${execOnFor(names)}, on EC2.`;

export default stackCases(__filename, {
    valid: {
        "awsvpc on EC2": {
            given: [
                { type: "ecs.TaskDefinition", name: "task", inputs: { family: "app", networkMode: "awsvpc" } },
                {
                    type: "ecs.Service",
                    name: "web",
                    inputs: { launchType: "EC2", taskDefinition: unknown, enableExecuteCommand: true },
                    dependsOn: { taskDefinition: ["task"] },
                },
            ],
        },
        "exec off": {
            given: [
                task({ networkMode: "bridge" }),
                service({ launchType: "EC2", enableExecuteCommand: false }),
                { type: "ecs.Service", name: "api", inputs: { launchType: "EC2", taskDefinition: "app" } },
                {
                    type: "ecs.Service",
                    name: "null",
                    inputs: { launchType: "EC2", taskDefinition: "app", enableExecuteCommand: null },
                },
            ],
        },
        "no launcher": { given: [task({})] },
        Fargate: { given: [task({}), service({ launchType: "FARGATE" })] },
        "external instances": { given: [task({ networkMode: "bridge" }), service({ launchType: "EXTERNAL" })] },
        "managed instances": {
            given: [
                task({ networkMode: "host" }),
                {
                    type: "ecs.CapacityProvider",
                    name: "managed",
                    inputs: { name: "managed", managedInstancesProvider: {} },
                },
                service({ capacityProviderStrategies: [{ capacityProvider: "managed" }] }),
            ],
        },
        "a launcher of another task definition": {
            given: [task({}), service({ launchType: "EC2", taskDefinition: "other" })],
        },
        "a cluster of another stack, which may default to Fargate": {
            given: [task({}), service({ cluster: "shared" })],
        },
    },
    invalid: {
        "bridge on EC2": {
            given: [
                { type: "ecs.TaskDefinition", name: "task", inputs: { family: "app", networkMode: "bridge" } },
                {
                    type: "ecs.Service",
                    name: "web",
                    inputs: { launchType: "EC2", taskDefinition: unknown, enableExecuteCommand: true },
                    dependsOn: { taskDefinition: ["task"] },
                },
            ],
            reports: { task: [bridge("web")] },
        },
        "no network mode, after the update": {
            given: [
                {
                    ...task({}),
                    outputs: { arn: "arn:aws:ecs:us-east-1:123456789012:task-definition/app:3", networkMode: "bridge" },
                },
                service({
                    launchType: "EC2",
                    taskDefinition: "arn:aws:ecs:us-east-1:123456789012:task-definition/app:3",
                }),
            ],
            reports: { task: [missing("web")] },
        },
        null: {
            given: [task({ networkMode: null }), service({ launchType: "EC2" })],
            reports: { task: [missing("web")] },
        },
        "an empty text": {
            given: [task({ networkMode: "" }), service({ launchType: "EC2" })],
            reports: { task: [missing("web")] },
        },
        "another type": {
            given: [task({ networkMode: ["awsvpc"] }), service({ launchType: "EC2" })],
            reports: { task: [missing("web")] },
        },
        host: {
            given: [task({ networkMode: "host" }), service({ launchType: "EC2" })],
            reports: { task: ['The network mode is `host`, and ECS Exec is on for service "web", on EC2.'] },
        },
        "a word that is none": {
            given: [task({ networkMode: "AWSVPC" }), service({ launchType: "EC2" })],
            reports: {
                task: ['The network mode is not one that ECS knows, and ECS Exec is on for service "web", on EC2.'],
            },
        },
        "a capacity provider of the cluster's default strategy": {
            given: [
                { type: "ecs.Cluster", name: "main", inputs: { name: "main" } },
                {
                    type: "ecs.CapacityProvider",
                    name: "workers",
                    inputs: { name: "workers", autoScalingGroupProvider: {} },
                },
                {
                    type: "ecs.ClusterCapacityProviders",
                    name: "defaults",
                    inputs: {
                        clusterName: "main",
                        defaultCapacityProviderStrategies: [{ capacityProvider: "workers" }],
                    },
                },
                task({ networkMode: "bridge" }),
                service({ cluster: "main" }),
            ],
            reports: { task: [bridge("web")] },
        },
        "a cluster without a default strategy": {
            given: [
                { type: "ecs.Cluster", name: "main", inputs: { name: "main" } },
                task({ networkMode: "bridge" }),
                service({ cluster: "main" }),
            ],
            reports: { task: [bridge("web")] },
        },
        "one of two launchers, and reported once": {
            given: [
                task({ networkMode: "bridge" }),
                service({ launchType: "FARGATE" }),
                {
                    type: "scheduler.Schedule",
                    name: "nightly",
                    inputs: {
                        target: {
                            arn: "main",
                            ecsParameters: { taskDefinitionArn: "app", launchType: "EC2", enableExecuteCommand: true },
                        },
                    },
                },
                {
                    type: "cloudwatch.EventTarget",
                    name: "hourly",
                    inputs: {
                        arn: "main",
                        ecsTarget: { taskDefinitionArn: "app", launchType: "EC2", enableExecuteCommand: true },
                    },
                },
            ],
            reports: { task: [bridge('event target "hourly"', 'schedule "nightly"')] },
        },
        "the twins of aws-native": {
            given: [
                {
                    type: "aws-native:ecs:TaskDefinition",
                    name: "task",
                    inputs: { family: "app", networkMode: "bridge" },
                },
                {
                    type: "aws-native:ecs:Service",
                    name: "web",
                    inputs: { launchType: "EC2", taskDefinition: "app", enableExecuteCommand: true },
                },
            ],
            reports: { task: [bridge("web")] },
        },

        "the mode none": {
            given: [task({ networkMode: "none" }), service({ launchType: "EC2" })],
            reports: { task: ['The network mode is `none`, and ECS Exec is on for service "web", on EC2.'] },
        },

        "the mode default": {
            given: [task({ networkMode: "default" }), service({ launchType: "EC2" })],
            reports: { task: ['The network mode is `default`, and ECS Exec is on for service "web", on EC2.'] },
        },
        "no network mode on Windows, where it is another one": {
            given: [
                task({ runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE" } }),
                service({ launchType: "EC2" }),
            ],
            reports: { task: [missing("web").replace("bridge", "default")] },
        },
    },
    unknown: {
        "the network mode": { given: [task({ networkMode: unknown }), service({ launchType: "EC2" })] },
        "the launch type": { given: [task({}), service({ launchType: unknown })] },
        "whether exec is on": { given: [task({}), service({ launchType: "EC2", enableExecuteCommand: unknown })] },
        "one launcher, while another is known": {
            given: [
                task({}),
                service({ launchType: unknown }),
                {
                    type: "ecs.Service",
                    name: "api",
                    inputs: { taskDefinition: "app", launchType: "EC2", enableExecuteCommand: true },
                },
            ],
            reports: { task: [missing("api")] },
        },
    },
});
