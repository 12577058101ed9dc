import { Resource, stackCases, unknown } from "../../support/cases";

const service = (inputs: object): Resource => ({
    type: "ecs.Service",
    name: "web",
    inputs: { taskDefinition: "app", launchType: "FARGATE", enableExecuteCommand: true, ...inputs },
});
const linux: Resource = { type: "ecs.TaskDefinition", name: "task", inputs: { family: "app" } };
const windows: Resource = {
    type: "ecs.TaskDefinition",
    name: "task",
    inputs: { family: "app", runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE" } },
};
const of130 = "The platform version is 1.3.0; ECS Exec needs 1.4.0 or later on Linux or 1.0.0 on Windows.";

/** A task set of the service `web`, which is deployed from outside. */
const taskSet = (inputs: object): Resource => ({
    type: "ecs.TaskSet",
    name: "blue",
    inputs: { service: "web", taskDefinition: "app", launchType: "FARGATE", platformVersion: "1.3.0", ...inputs },
});
const external = (enableExecuteCommand: unknown): Resource => ({
    type: "ecs.Service",
    name: "external",
    inputs: { name: "web", enableExecuteCommand, deploymentController: { type: "EXTERNAL" } },
    outputs: { arn: "arn:aws:ecs:eu-west-1:123456789012:service/main/web" },
});

export default stackCases(__filename, {
    valid: {
        "the first version that supports it": {
            given: [
                { type: "ecs.TaskDefinition", name: "task", inputs: { family: "app" } },
                {
                    type: "ecs.Service",
                    name: "web",
                    inputs: {
                        launchType: "FARGATE",
                        platformVersion: "1.4.0",
                        taskDefinition: unknown,
                        enableExecuteCommand: true,
                    },
                    dependsOn: { taskDefinition: ["task"] },
                },
            ],
        },
        LATEST: { given: [linux, service({ platformVersion: "LATEST" })] },
        "no version": { given: [linux, service({})] },
        "null and an empty text": {
            given: [linux, service({ platformVersion: null }), { ...service({ platformVersion: "" }), name: "api" }],
        },
        "another type": { given: [linux, service({ platformVersion: 1.3 })] },
        "a newer version, compared number by number": { given: [linux, service({ platformVersion: "1.10.0" })] },
        "1.0.0 on Windows": { given: [windows, service({ platformVersion: "1.0.0" })] },
        "1.0.0 without the task definition": { given: [service({ platformVersion: "1.0.0" })] },
        "1.4.0 without the task definition": { given: [service({ platformVersion: "1.4.0" })] },
        "exec off": {
            given: [
                linux,
                service({ platformVersion: "1.3.0", enableExecuteCommand: false }),
                {
                    type: "ecs.Service",
                    name: "api",
                    inputs: { launchType: "FARGATE", platformVersion: "1.3.0" },
                },
            ],
        },
        "a task set of a service with exec off": { given: [linux, external(false), taskSet({})] },
        "a task set of a service of another stack": { given: [linux, external(true), taskSet({ service: "api" })] },
        "a launch type that has no platform version": {
            given: [linux, service({ platformVersion: "1.3.0", launchType: "EC2" })],
        },
        "a cluster of another stack, which may not be on Fargate": {
            given: [linux, service({ platformVersion: "1.3.0", launchType: undefined, cluster: "shared" })],
        },
    },
    invalid: {
        "an older version": {
            given: [
                { type: "ecs.TaskDefinition", name: "task", inputs: { family: "app" } },
                {
                    type: "ecs.Service",
                    name: "web",
                    inputs: {
                        launchType: "FARGATE",
                        platformVersion: "1.3.0",
                        taskDefinition: unknown,
                        enableExecuteCommand: true,
                    },
                    dependsOn: { taskDefinition: ["task"] },
                },
            ],
            reports: { web: [of130] },
        },
        "1.0.0 on Linux, after the update": {
            given: [
                {
                    ...linux,
                    outputs: { arn: "arn:aws:ecs:us-east-1:123456789012:task-definition/app:3" },
                },
                service({
                    platformVersion: "1.0.0",
                    taskDefinition: "arn:aws:ecs:us-east-1:123456789012:task-definition/app:3",
                }),
            ],
            reports: { web: ["The platform version is 1.0.0; ECS Exec needs 1.4.0 or later on Linux."] },
        },
        "a version for Linux on Windows": {
            given: [windows, service({ platformVersion: "1.4.0" })],
            reports: { web: ["The platform version is 1.4.0; ECS Exec needs 1.0.0 on Windows."] },
        },
        "an older version without the task definition": {
            given: [service({ platformVersion: "1.3.0", taskDefinition: unknown })],
            reports: { web: [of130] },
        },
        "words that are no version": {
            given: [
                linux,
                service({ platformVersion: "latest" }),
                { ...service({ platformVersion: "newest" }), name: "api" },
            ],
            reports: {
                web: [
                    'The platform version is "latest" instead of `LATEST`; ECS Exec needs 1.4.0 or later on Linux or 1.0.0 on Windows.',
                ],
                api: [
                    "The platform version is not one of Fargate; ECS Exec needs 1.4.0 or later on Linux or 1.0.0 on Windows.",
                ],
            },
        },
        "Fargate by a capacity provider, one of two": {
            given: [
                linux,
                {
                    type: "ecs.CapacityProvider",
                    name: "workers",
                    inputs: { name: "workers", autoScalingGroupProvider: {} },
                },
                service({
                    launchType: undefined,
                    platformVersion: "1.3.0",
                    capacityProviderStrategies: [{ capacityProvider: "workers" }, { capacityProvider: "FARGATE_SPOT" }],
                }),
            ],
            reports: { web: [of130] },
        },
        "Fargate by the default strategy of the cluster": {
            given: [
                linux,
                { type: "ecs.Cluster", name: "main", inputs: { name: "main" } },
                {
                    type: "ecs.ClusterCapacityProviders",
                    name: "defaults",
                    inputs: {
                        clusterName: "main",
                        defaultCapacityProviderStrategies: [{ capacityProvider: "FARGATE" }],
                    },
                },
                service({ launchType: undefined, cluster: "main", platformVersion: "1.3.0" }),
            ],
            reports: { web: [of130] },
        },
        "every other launcher": {
            given: [
                linux,
                {
                    type: "ecs.TaskSet",
                    name: "fine",
                    inputs: { taskDefinition: "app", launchType: "FARGATE", platformVersion: "1.3.0" },
                },
                {
                    type: "cloudwatch.EventTarget",
                    name: "target",
                    inputs: {
                        arn: "main",
                        ecsTarget: {
                            taskDefinitionArn: "app",
                            launchType: "FARGATE",
                            platformVersion: "1.3.0",
                            enableExecuteCommand: true,
                        },
                    },
                },
                {
                    type: "scheduler.Schedule",
                    name: "schedule",
                    inputs: {
                        target: {
                            arn: "main",
                            ecsParameters: {
                                taskDefinitionArn: "app",
                                launchType: "FARGATE",
                                platformVersion: "1.3.0",
                                enableExecuteCommand: true,
                            },
                        },
                    },
                },
                {
                    type: "aws-native:ecs:Service",
                    name: "native",
                    inputs: {
                        taskDefinition: "app",
                        launchType: "FARGATE",
                        platformVersion: "1.3.0",
                        enableExecuteCommand: true,
                    },
                },
            ],
            reports: { target: [of130], schedule: [of130], native: [of130] },
        },
        "task sets of a service with exec on": {
            given: [
                linux,
                external(true),
                taskSet({}),
                { ...taskSet({ service: unknown }), name: "green", dependsOn: { service: ["external"] } },
                {
                    ...taskSet({ service: "arn:aws:ecs:eu-west-1:123456789012:service/main/web" }),
                    name: "red",
                },
            ],
            reports: { blue: [of130], green: [of130], red: [of130] },
        },

        "a task set of aws-native": {
            given: [linux, external(true), { ...taskSet({}), type: "aws-native:ecs:TaskSet" }],
            reports: { blue: [of130] },
        },
    },
    unknown: {
        "whether exec is on in the service of a task set": { given: [linux, external(unknown), taskSet({})] },
        "the service of a task set": { given: [linux, external(true), taskSet({ service: unknown })] },
        "the version": { given: [linux, service({ platformVersion: unknown })] },
        "whether a cluster of the stack has the name that is written": {
            given: [
                { ...linux, inputs: { family: "app", requiresCompatibilities: ["FARGATE"] } },
                { type: "ecs.Cluster", name: "main", inputs: { name: unknown } },
                service({ platformVersion: "1.3.0", launchType: undefined, cluster: "shop" }),
            ],
        },
        "the cluster, which may be one of the stack, for tasks that Fargate may run": {
            given: [
                { ...linux, inputs: { family: "app", requiresCompatibilities: ["FARGATE"] } },
                { type: "ecs.Cluster", name: "main", inputs: { name: "main" } },
                { type: "ssm.Parameter", name: "choice" },
                {
                    ...service({ platformVersion: "1.3.0", launchType: undefined, cluster: unknown }),
                    dependsOn: { cluster: ["main", "choice"] },
                },
            ],
        },
        "the launch type": { given: [linux, service({ platformVersion: "1.3.0", launchType: unknown })] },
        "whether exec is on": { given: [linux, service({ platformVersion: "1.3.0", enableExecuteCommand: unknown })] },
        "the operating system": {
            given: [
                { ...windows, inputs: { family: "app", runtimePlatform: { operatingSystemFamily: unknown } } },
                service({ platformVersion: "1.0.0" }),
            ],
        },
        "the operating system, while the version suits none": {
            given: [
                { ...windows, inputs: { family: "app", runtimePlatform: { operatingSystemFamily: unknown } } },
                service({ platformVersion: "1.3.0" }),
            ],
            reports: { web: [of130] },
        },
    },
});
