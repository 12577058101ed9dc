import { resourceCases, unknown } from "../../support/cases";

export default resourceCases(__filename, {
    valid: {
        "a service with subnets": {
            given: {
                cluster: "shop",
                taskDefinition: "web",
                launchType: "FARGATE",
                networkConfiguration: { subnets: ["subnet-1", "subnet-2"], securityGroups: ["sg-1"] },
            },
            present: ["networkConfiguration", "networkConfiguration.subnets"],
        },
        "a capacity provider strategy with Fargate, and subnets": {
            given: {
                capacityProviderStrategies: [{ capacityProvider: "FARGATE_SPOT", weight: 1 }],
                networkConfiguration: { subnets: ["subnet-1"], __defaults: ["assignPublicIp"] },
            },
            present: ["networkConfiguration", "networkConfiguration.subnets"],
        },
        "neither subnets nor launch type known": {
            given: { launchType: unknown, networkConfiguration: unknown },
        },
        "subnets that are not known yet": {
            given: { launchType: "FARGATE", networkConfiguration: { subnets: unknown } },
            present: ["networkConfiguration", "networkConfiguration.subnets"],
        },
        "one subnet that is not known yet": {
            given: { launchType: "FARGATE", networkConfiguration: { subnets: [unknown] } },
            present: ["networkConfiguration", "networkConfiguration.subnets"],
        },
        "a network that is not known yet": {
            given: { launchType: "FARGATE", networkConfiguration: unknown },
            present: ["networkConfiguration"],
        },
        "subnets of a service whose launch type is not known": {
            given: { launchType: unknown, networkConfiguration: { subnets: ["subnet-1"] } },
            present: ["networkConfiguration", "networkConfiguration.subnets"],
        },
        "subnets of a service whose capacity providers are not known": {
            given: {
                capacityProviderStrategies: unknown,
                networkConfiguration: { subnets: [unknown] },
            },
            present: ["networkConfiguration", "networkConfiguration.subnets"],
        },
        "a network that is not known, on EC2": { given: { launchType: "EC2", networkConfiguration: unknown } },
        "a service on EC2": { given: { launchType: "EC2", taskDefinition: "web" } },
        "a service that leaves it to its cluster": { given: { cluster: "shop", taskDefinition: "web" } },
        "a strategy of its own capacity": {
            given: { capacityProviderStrategies: [{ capacityProvider: "instances" }] },
        },
        "a task set": {
            type: "aws:ecs/taskSet:TaskSet",
            given: { launchType: "FARGATE", networkConfiguration: { subnets: ["subnet-1"] } },
            present: ["networkConfiguration", "networkConfiguration.subnets"],
        },
        "an event target": {
            type: "aws:cloudwatch/eventTarget:EventTarget",
            given: { ecsTarget: { launchType: "FARGATE", networkConfiguration: { subnets: ["subnet-1"] } } },
            present: ["ecsTarget.networkConfiguration", "ecsTarget.networkConfiguration.subnets"],
        },
        "an event target that runs no tasks": {
            type: "aws:cloudwatch/eventTarget:EventTarget",
            given: { arn: "arn:aws:sns:eu-west-1:123456789012:topic" },
        },
        "a schedule": {
            type: "aws:scheduler/schedule:Schedule",
            given: {
                target: { ecsParameters: { launchType: "FARGATE", networkConfiguration: { subnets: ["subnet-1"] } } },
            },
            present: ["target.ecsParameters.networkConfiguration", "target.ecsParameters.networkConfiguration.subnets"],
        },
        "a service of aws-native": {
            type: "aws-native:ecs:Service",
            given: {
                launchType: "FARGATE",
                networkConfiguration: { awsvpcConfiguration: { subnets: ["subnet-1"] } },
            },
            present: [
                "networkConfiguration",
                "networkConfiguration.awsvpcConfiguration",
                "networkConfiguration.awsvpcConfiguration.subnets",
            ],
        },
        "subnets that the CLI could not decrypt": {
            given: { launchType: "FARGATE", networkConfiguration: { subnets: "[secret]" } },
            present: ["networkConfiguration", "networkConfiguration.subnets"],
        },
        "a network configuration that the CLI could not decrypt": {
            given: { launchType: "FARGATE", networkConfiguration: "[secret]" },
            present: ["networkConfiguration"],
        },
    },
    invalid: {
        "a service without a network": {
            given: { cluster: "shop", taskDefinition: "web", launchType: "FARGATE" },
            reports: ["No subnets are given for tasks on Fargate."],
        },
        "a null network": {
            given: { launchType: "FARGATE", networkConfiguration: null },
            reports: ["No subnets are given for tasks on Fargate."],
        },
        "a network without subnets": {
            given: { launchType: "FARGATE", networkConfiguration: { securityGroups: ["sg-1"] } },
            reports: ["No subnets are given for tasks on Fargate."],
        },
        "null subnets": {
            given: { launchType: "FARGATE", networkConfiguration: { subnets: null } },
            reports: ["No subnets are given for tasks on Fargate."],
        },
        "an empty list of subnets": {
            given: { launchType: "FARGATE", networkConfiguration: { subnets: [] } },
            reports: ["No subnets are given for tasks on Fargate."],
        },
        "subnets of the wrong type": {
            given: { launchType: "FARGATE", networkConfiguration: { subnets: "subnet-1" } },
            reports: ["No subnets are given for tasks on Fargate."],
        },
        "a strategy in which one of two is Fargate": {
            given: {
                capacityProviderStrategies: [{ capacityProvider: "instances" }, { capacityProvider: "FARGATE" }],
            },
            reports: ["No subnets are given for tasks on Fargate."],
        },
        "a strategy with Fargate beside what is not known": {
            given: { capacityProviderStrategies: [{ capacityProvider: unknown }, { capacityProvider: "FARGATE" }] },
            reports: ["No subnets are given for tasks on Fargate."],
        },
        "a task set": {
            type: "aws:ecs/taskSet:TaskSet",
            given: { launchType: "FARGATE" },
            reports: ["No subnets are given for tasks on Fargate."],
        },
        "an event target": {
            type: "aws:cloudwatch/eventTarget:EventTarget",
            given: { ecsTarget: { launchType: "FARGATE", networkConfiguration: { assignPublicIp: false } } },
            reports: ["No subnets are given for tasks on Fargate."],
        },
        "a schedule": {
            type: "aws:scheduler/schedule:Schedule",
            given: { target: { ecsParameters: { launchType: "FARGATE" } } },
            reports: ["No subnets are given for tasks on Fargate."],
        },
        "a task set of aws-native": {
            type: "aws-native:ecs:TaskSet",
            given: { launchType: "FARGATE", networkConfiguration: { awsVpcConfiguration: { subnets: [] } } },
            reports: ["No subnets are given for tasks on Fargate."],
        },
    },
    unknown: {
        "the launch type": { given: { launchType: unknown } },
        "the launch type, without subnets": {
            given: { launchType: unknown, networkConfiguration: { subnets: [] } },
        },
        "the capacity providers": { given: { capacityProviderStrategies: unknown } },
        "an event target": { type: "aws:cloudwatch/eventTarget:EventTarget", given: { ecsTarget: unknown } },
    },
});
