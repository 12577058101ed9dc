import { Resource, stackCases, unknown } from "../../support/cases";

const cluster: Resource = { type: "ecs.Cluster", name: "main", inputs: { name: "main" } };
const provider = (status: unknown, name = "workers"): Resource => ({
    type: "ecs.CapacityProvider",
    name,
    inputs: { name, autoScalingGroupProvider: { managedScaling: { status } } },
});
const defaults = (capacityProvider: unknown): Resource => ({
    type: "ecs.ClusterCapacityProviders",
    name: "defaults",
    inputs: { clusterName: "main", defaultCapacityProviderStrategies: [{ capacityProvider }] },
});
const target = (ecsTarget: object): Resource => ({
    type: "cloudwatch.EventTarget",
    name: "nightly",
    inputs: { arn: "arn:aws:ecs:us-east-1:123456789012:cluster/main", ecsTarget },
});
const strategy = (...names: unknown[]) => ({
    capacityProviderStrategies: names.map((capacityProvider) => ({ capacityProvider })),
});
const fact =
    'ECS Exec is on, but capacity provider "workers" has managed scaling, so that a task may be accepted before there is an instance for it.';

export default stackCases(__filename, {
    valid: {
        "a scheduled task without ECS Exec": {
            given: [
                {
                    type: "ecs.CapacityProvider",
                    name: "workers",
                    inputs: { name: "workers", autoScalingGroupProvider: { managedScaling: { status: "ENABLED" } } },
                },
                {
                    type: "cloudwatch.EventTarget",
                    name: "nightly",
                    inputs: {
                        arn: "arn:aws:ecs:us-east-1:123456789012:cluster/main",
                        ecsTarget: {
                            taskDefinitionArn: "arn:aws:ecs:us-east-1:123456789012:task-definition/report:1",
                            capacityProviderStrategies: [{ capacityProvider: "workers" }],
                        },
                    },
                },
            ],
        },
        "a capacity provider without managed scaling, or that does not say": {
            given: [
                provider("DISABLED"),
                {
                    type: "ecs.CapacityProvider",
                    name: "silent",
                    inputs: { name: "silent", autoScalingGroupProvider: {} },
                },
                provider(null, "null"),
                target({ enableExecuteCommand: true, ...strategy("workers", "silent", "null") }),
            ],
        },
        Fargate: {
            given: [
                provider("ENABLED"),
                target({ enableExecuteCommand: true, ...strategy("FARGATE", "FARGATE_SPOT") }),
            ],
        },
        "a launch type, which no capacity provider places": {
            given: [
                cluster,
                provider("ENABLED"),
                defaults("workers"),
                target({ enableExecuteCommand: true, launchType: "EC2" }),
            ],
        },
        "a cluster without a default strategy": {
            given: [cluster, provider("ENABLED"), target({ enableExecuteCommand: true })],
        },
        "a service, which is not affected": {
            given: [
                cluster,
                provider("ENABLED"),
                target({}),
                {
                    type: "ecs.Service",
                    name: "web",
                    inputs: { cluster: "main", enableExecuteCommand: true, ...strategy("workers") },
                },
            ],
        },
        "a target that is no task": {
            given: [provider("ENABLED"), { type: "cloudwatch.EventTarget", name: "queue", inputs: { arn: "a" } }],
        },
        "a word where a boolean is meant": {
            given: [provider("ENABLED"), target({ enableExecuteCommand: "true", ...strategy("workers") })],
        },
    },
    invalid: {
        "a scheduled task with ECS Exec, placed by its own strategy": {
            given: [
                {
                    type: "ecs.CapacityProvider",
                    name: "workers",
                    inputs: { name: "workers", autoScalingGroupProvider: { managedScaling: { status: "ENABLED" } } },
                },
                {
                    type: "cloudwatch.EventTarget",
                    name: "nightly",
                    inputs: {
                        arn: "arn:aws:ecs:us-east-1:123456789012:cluster/main",
                        ecsTarget: {
                            taskDefinitionArn: "arn:aws:ecs:us-east-1:123456789012:task-definition/report:1",
                            capacityProviderStrategies: [{ capacityProvider: "workers" }],
                            enableExecuteCommand: true,
                        },
                    },
                },
            ],
            reports: { nightly: [fact] },
        },
        "the default strategy of the cluster": {
            given: [cluster, provider("ENABLED"), defaults("workers"), target({ enableExecuteCommand: true })],
            reports: { nightly: [fact] },
        },
        "a schedule, whose cluster is not known yet": {
            given: [
                cluster,
                provider("ENABLED"),
                defaults("workers"),
                {
                    type: "scheduler.Schedule",
                    name: "nightly",
                    inputs: { target: { arn: unknown, ecsParameters: { enableExecuteCommand: true } } },
                    dependsOn: { target: ["main"] },
                },
            ],
            reports: { nightly: [fact] },
        },
        "a capacity provider whose name is not known yet": {
            given: [
                {
                    ...provider("ENABLED"),
                    inputs: { autoScalingGroupProvider: { managedScaling: { status: "ENABLED" } } },
                },
                {
                    ...target({ enableExecuteCommand: true, ...strategy(unknown) }),
                    dependsOn: { ecsTarget: ["workers"] },
                },
            ],
            reports: { nightly: [fact] },
        },
        "the second of two": {
            given: [
                provider("DISABLED", "steady"),
                provider("ENABLED"),
                target({ enableExecuteCommand: true, ...strategy("steady", "workers") }),
            ],
            reports: { nightly: [fact] },
        },
        "a cluster of aws-native": {
            given: [
                {
                    type: "aws-native:ecs:Cluster",
                    name: "main",
                    inputs: { clusterName: "main", defaultCapacityProviderStrategy: [{ capacityProvider: "workers" }] },
                },
                provider("ENABLED"),
                target({ enableExecuteCommand: true }),
            ],
            reports: { nightly: [fact] },
        },
    },
    unknown: {
        "the name of a capacity provider with managed scaling": {
            given: [
                {
                    type: "ecs.CapacityProvider",
                    name: "workers",
                    inputs: { name: unknown, autoScalingGroupProvider: { managedScaling: { status: "ENABLED" } } },
                },
                {
                    ...target({ enableExecuteCommand: true, ...strategy(unknown) }),
                    dependsOn: { ecsTarget: ["workers"] },
                },
            ],
            reports: { nightly: [fact] },
        },
        "whether exec is on": {
            given: [provider("ENABLED"), target({ enableExecuteCommand: unknown, ...strategy("workers") })],
        },
        "managed scaling of one, while another has it": {
            given: [
                provider(unknown, "other"),
                provider("ENABLED"),
                target({ enableExecuteCommand: true, ...strategy("other", "workers") }),
            ],
            reports: { nightly: [fact] },
        },
        "the strategy": {
            given: [provider("ENABLED"), target({ enableExecuteCommand: true, capacityProviderStrategies: unknown })],
        },
        "the cluster, which is in another stack": {
            given: [provider("ENABLED"), target({ enableExecuteCommand: true })],
        },
    },
});
