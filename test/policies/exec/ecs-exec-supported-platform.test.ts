import { execOnFor, Resource, stackCases, unknown } from "../../support/cases";

const service = (inputs: object): Resource => ({
    type: "ecs.Service",
    name: "web",
    inputs: { taskDefinition: "app", enableExecuteCommand: true, ...inputs },
});
const windows = (operatingSystemFamily: unknown, inputs: object = {}): Resource => ({
    type: "ecs.TaskDefinition",
    name: "task",
    inputs: { family: "app", runtimePlatform: { operatingSystemFamily }, ...inputs },
});
const containers = (...images: unknown[]): Resource => ({
    type: "ecs.TaskDefinition",
    name: "task",
    inputs: {
        family: "app",
        containerDefinitions: JSON.stringify(images.map((image, index) => ({ name: `app${String(index)}`, image }))),
    },
});
const of2016 = (...names: string[]): string =>
    `The operating system is "WINDOWS_SERVER_2016_FULL", and ${execOnFor(names)}, on EC2.`;
const nano = (...names: string[]): string => `Container "app0" has an image of Nano Server, and ${execOnFor(names)}.`;

export default stackCases(__filename, {
    valid: {
        "Windows Server 2022 on EC2, on Server Core": {
            given: [
                {
                    type: "ecs.TaskDefinition",
                    name: "task",
                    inputs: {
                        family: "app",
                        runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE" },
                        containerDefinitions: JSON.stringify([
                            { name: "app", image: "mcr.microsoft.com/windows/servercore/iis" },
                        ]),
                    },
                },
                {
                    type: "ecs.Service",
                    name: "web",
                    inputs: { launchType: "EC2", taskDefinition: unknown, enableExecuteCommand: true },
                    dependsOn: { taskDefinition: ["task"] },
                },
            ],
        },
        "Windows Server 2022 Full": { given: [windows("WINDOWS_SERVER_2022_FULL"), service({ launchType: "EC2" })] },
        "Windows Server 2019 Full": { given: [windows("WINDOWS_SERVER_2019_FULL"), service({ launchType: "EC2" })] },
        "Windows Server 2019 Core": { given: [windows("WINDOWS_SERVER_2019_CORE"), service({ launchType: "EC2" })] },
        "Windows Server 20H2 Core": { given: [windows("WINDOWS_SERVER_20H2_CORE"), service({ launchType: "EC2" })] },
        "Linux, or no operating system": {
            given: [
                windows("LINUX"),
                { type: "ecs.TaskDefinition", name: "silent", inputs: { family: "silent", runtimePlatform: null } },
                service({ launchType: "EC2" }),
                { ...service({ launchType: "EC2", taskDefinition: "silent" }), name: "api" },
            ],
        },
        "another Windows on Fargate and on external instances": {
            given: [
                windows("WINDOWS_SERVER_2016_FULL"),
                service({ launchType: "FARGATE" }),
                { ...service({ launchType: "EXTERNAL" }), name: "edge" },
            ],
        },
        "exec off": {
            given: [
                windows("WINDOWS_SERVER_2016_FULL", {
                    containerDefinitions: JSON.stringify([{ name: "app", image: "windows/nanoserver" }]),
                }),
                service({ launchType: "EC2", enableExecuteCommand: false }),
            ],
        },
        "no image, null and an empty one": { given: [containers(undefined, null, ""), service({})] },
        "definitions that are malformed, reported elsewhere": {
            given: [
                {
                    type: "ecs.TaskDefinition",
                    name: "task",
                    inputs: { family: "app", containerDefinitions: '[{"image": "nanoserver"}' },
                },
                service({}),
            ],
        },
    },
    invalid: {
        "another Windows on EC2": {
            given: [
                {
                    type: "ecs.TaskDefinition",
                    name: "task",
                    inputs: { family: "app", runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2016_FULL" } },
                },
                {
                    type: "ecs.Service",
                    name: "web",
                    inputs: { launchType: "EC2", taskDefinition: unknown, enableExecuteCommand: true },
                    dependsOn: { taskDefinition: ["task"] },
                },
            ],
            reports: { task: [of2016("web")] },
        },
        "a text that is no family, which is not shown": {
            given: [windows("WINDOWS hunter2"), service({ launchType: "EC2" })],
            reports: {
                task: [`The operating system is not a Windows that ECS knows, and ${execOnFor(["web"])}, on EC2.`],
            },
        },
        "a newer Windows, after the update": {
            given: [
                {
                    ...windows("WINDOWS_SERVER_2025_CORE"),
                    outputs: { arn: "arn:aws:ecs:us-east-1:123456789012:task-definition/app:3" },
                },
                service({
                    launchType: "EC2",
                    taskDefinition: "arn:aws:ecs:us-east-1:123456789012:task-definition/app:3",
                }),
            ],
            reports: {
                task: [
                    'The operating system is "WINDOWS_SERVER_2025_CORE", and ECS Exec is on for service "web", on EC2.',
                ],
            },
        },
        "a schedule on a capacity provider": {
            given: [
                windows("WINDOWS_SERVER_2016_FULL"),
                {
                    type: "ecs.CapacityProvider",
                    name: "workers",
                    inputs: { name: "workers", autoScalingGroupProvider: {} },
                },
                {
                    type: "scheduler.Schedule",
                    name: "nightly",
                    inputs: {
                        target: {
                            arn: "main",
                            ecsParameters: {
                                taskDefinitionArn: "app",
                                capacityProviderStrategies: [{ capacityProvider: "workers" }],
                                enableExecuteCommand: true,
                            },
                        },
                    },
                },
            ],
            reports: { task: [of2016('schedule "nightly"')] },
        },
        "an image of Nano Server": {
            given: [containers("mcr.microsoft.com/windows/nanoserver:ltsc2022"), service({ launchType: "FARGATE" })],
            reports: { task: [nano("web")] },
        },
        "its name in another case, in the second of two containers": {
            given: [containers("nginx", "shop/NanoServer-app"), service({ launchType: "EC2" })],
            reports: { task: ['Container "app1" has an image of Nano Server, and ECS Exec is on for service "web".'] },
        },
        "both, with a capacity that is not known for the image": {
            given: [
                windows("WINDOWS_SERVER_2016_FULL", {
                    containerDefinitions: JSON.stringify([{ name: "app0", image: "windows/nanoserver" }]),
                }),
                service({ launchType: "EC2" }),
                { ...service({ cluster: "shared" }), name: "api" },
            ],
            reports: { task: [of2016("web"), nano("api", "web")] },
        },
        "a daemon": {
            given: [
                {
                    type: "ecs.DaemonTaskDefinition",
                    name: "task",
                    inputs: { family: "app", containerDefinitions: [{ name: "app0", image: "windows/nanoserver" }] },
                },
                {
                    type: "ecs.Daemon",
                    name: "daemon",
                    inputs: { daemonTaskDefinitionArn: unknown, enableExecuteCommand: true },
                    dependsOn: { daemonTaskDefinitionArn: ["task"] },
                },
            ],
            reports: { task: [nano('daemon "daemon"')] },
        },
        "the twins of aws-native": {
            given: [
                {
                    type: "aws-native:ecs:TaskDefinition",
                    name: "task",
                    inputs: {
                        family: "app",
                        runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2016_FULL" },
                        containerDefinitions: [{ name: "app0", image: "windows/nanoserver" }],
                    },
                },
                {
                    type: "aws-native:ecs:Service",
                    name: "web",
                    inputs: { launchType: "EC2", taskDefinition: "app", enableExecuteCommand: true },
                },
            ],
            reports: { task: [of2016("web"), nano("web")] },
        },

        "a family with more after it, which is not shown": {
            given: [windows("WINDOWS_SERVER_2016_FULL hunter2"), service({ launchType: "EC2" })],
            reports: {
                task: [`The operating system is not a Windows that ECS knows, and ${execOnFor(["web"])}, on EC2.`],
            },
        },
        "a family with more before it, which is not shown": {
            given: [windows("WINDOWS hunter2 WINDOWS_SERVER_2016_FULL"), service({ launchType: "EC2" })],
            reports: {
                task: [`The operating system is not a Windows that ECS knows, and ${execOnFor(["web"])}, on EC2.`],
            },
        },
    },
    unknown: {
        "the operating system, while the image is known": {
            given: [
                windows(unknown, {
                    containerDefinitions: JSON.stringify([{ name: "app0", image: "windows/nanoserver" }]),
                }),
                service({ launchType: "EC2" }),
            ],
            reports: { task: [nano("web")] },
        },
        "the containers, while the operating system is known": {
            given: [
                windows("WINDOWS_SERVER_2016_FULL", { containerDefinitions: unknown }),
                service({ launchType: "EC2" }),
            ],
            reports: { task: [of2016("web")] },
        },
        "the launch type": { given: [windows("WINDOWS_SERVER_2016_FULL"), service({ launchType: unknown })] },
        "whether exec is on": {
            given: [windows("WINDOWS_SERVER_2016_FULL"), service({ launchType: "EC2", enableExecuteCommand: unknown })],
        },
    },
});
