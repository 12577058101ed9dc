import { resourceCases, unknown } from "../../support/cases";

const message = (name: string) =>
    `ECS Exec is on, but "${name}" is not in \`allowedServices\`, nor is its cluster in \`allowedClusters\`.`;

export default resourceCases(__filename, {
    valid: {
        "a listed service": {
            given: { name: "debug", cluster: "shop", enableExecuteCommand: true },
            config: { allowedServices: ["debug"] },
        },
        "a service in a listed cluster": {
            given: {
                name: "web",
                cluster: "arn:aws:ecs:us-east-1:123456789012:cluster/development",
                enableExecuteCommand: true,
            },
            config: { allowedServices: ["debug"], allowedClusters: ["development"] },
        },
        "a service listed by its logical name": {
            name: "debug",
            given: { name: "debug-1a2b3c4", enableExecuteCommand: true },
            config: { allowedServices: ["debug"] },
        },
        "a listed service whose cluster is not known yet": {
            given: { name: "debug", cluster: unknown, enableExecuteCommand: true },
            config: { allowedServices: ["debug"], allowedClusters: ["development"] },
        },
        "the cluster `default`, which is taken where there is none": {
            given: { name: "web", enableExecuteCommand: true },
            config: { allowedClusters: ["default"] },
        },
        "the feature off": {
            given: { name: "web", cluster: "shop", enableExecuteCommand: false },
            config: { allowedServices: ["debug"] },
        },
        "the feature left out": { given: { name: "web" }, config: { allowedServices: ["debug"] } },
        "a null": { given: { name: "web", enableExecuteCommand: null }, config: { allowedServices: ["debug"] } },
        "a text, which is no flag": {
            given: { name: "web", enableExecuteCommand: "true" },
            config: { allowedServices: ["debug"] },
        },
        "no lists": { given: { name: "web", cluster: "shop", enableExecuteCommand: true } },
        "empty lists": {
            given: { name: "web", enableExecuteCommand: true },
            config: { allowedServices: [], allowedClusters: [] },
        },
        "the type of aws-native": {
            type: "aws-native:ecs:Service",
            given: { serviceName: "debug", enableExecuteCommand: true },
            config: { allowedServices: ["debug"] },
        },
        "a schedule in a listed cluster": {
            type: "aws:scheduler/schedule:Schedule",
            given: {
                target: {
                    arn: "arn:aws:ecs:us-east-1:123456789012:cluster/development",
                    ecsParameters: { taskDefinitionArn: "job", enableExecuteCommand: true },
                },
            },
            config: { allowedClusters: ["development"] },
        },
        "an event target that runs no task": {
            type: "aws:cloudwatch/eventTarget:EventTarget",
            given: { arn: "arn:aws:sqs:us-east-1:123456789012:jobs" },
            config: { allowedClusters: ["development"] },
        },
        "a flag that is not known, where it may be on": {
            given: { name: "debug", enableExecuteCommand: unknown },
            config: { allowedServices: ["debug"] },
        },
    },
    invalid: {
        "a service that is not listed": {
            given: { name: "web", cluster: "shop", enableExecuteCommand: true },
            config: { allowedServices: ["debug"] },
            reports: [message("app")],
            remediated: { name: "web", cluster: "shop", enableExecuteCommand: false },
        },
        "a service in a cluster that is not listed": {
            given: { name: "web", cluster: "shop", enableExecuteCommand: true },
            config: { allowedServices: ["debug"], allowedClusters: ["development"] },
            reports: [message("app")],
            remediated: { name: "web", cluster: "shop", enableExecuteCommand: false },
        },
        "names that only look alike": {
            name: "Debug",
            given: { name: "debug-2", cluster: "development-2", enableExecuteCommand: true },
            config: { allowedServices: ["debug", "debug-*"], allowedClusters: ["development"] },
            reports: [message("Debug")],
            remediated: { name: "debug-2", cluster: "development-2", enableExecuteCommand: false },
        },
        "no cluster, while `default` is not listed": {
            given: { name: "web", cluster: null, enableExecuteCommand: true },
            config: { allowedClusters: ["development"] },
            reports: [message("app")],
            remediated: { name: "web", cluster: null, enableExecuteCommand: false },
        },
        "a cluster that is not known yet, while only services are listed": {
            given: { name: "web", cluster: unknown, enableExecuteCommand: true },
            config: { allowedServices: ["debug"] },
            reports: [message("app")],
            remediated: { name: "web", cluster: unknown, enableExecuteCommand: false },
        },
        "the type of aws-native": {
            type: "aws-native:ecs:Service",
            given: { serviceName: "web", enableExecuteCommand: true },
            config: { allowedServices: ["debug"] },
            reports: [message("app")],
            remediated: { serviceName: "web", enableExecuteCommand: false },
        },
        "an event target": {
            type: "aws:cloudwatch/eventTarget:EventTarget",
            given: {
                arn: "arn:aws:ecs:us-east-1:123456789012:cluster/shop",
                ecsTarget: { taskDefinitionArn: "job", enableExecuteCommand: true },
            },
            config: { allowedClusters: ["development"] },
            reports: [message("app")],
            remediated: {
                arn: "arn:aws:ecs:us-east-1:123456789012:cluster/shop",
                ecsTarget: { taskDefinitionArn: "job", enableExecuteCommand: false },
            },
        },
        "a daemon": {
            type: "aws:ecs/daemon:Daemon",
            given: { clusterArn: "arn:aws:ecs:us-east-1:123456789012:cluster/shop", enableExecuteCommand: true },
            config: { allowedClusters: ["development"] },
            reports: [message("app")],
            remediated: {
                clusterArn: "arn:aws:ecs:us-east-1:123456789012:cluster/shop",
                enableExecuteCommand: false,
            },
        },
    },
    unknown: {
        "the flag": {
            given: { name: "web", enableExecuteCommand: unknown },
            config: { allowedServices: ["debug"] },
        },
        "the cluster": {
            given: { name: "web", cluster: unknown, enableExecuteCommand: true },
            config: { allowedClusters: ["development"] },
        },
    },
});
