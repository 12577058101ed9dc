import { resourceCases, unknown } from "../../support/cases";

const fargate = { launchType: "FARGATE" };

export default resourceCases(__filename, {
    valid: {
        "the latest version": { given: { name: "web", ...fargate, platformVersion: "LATEST" } },
        "no version": { given: { name: "web", ...fargate } },
        "a null": { given: { ...fargate, platformVersion: null } },
        "an empty string": { given: { ...fargate, platformVersion: "" } },
        "the oldest that is supported": { given: { ...fargate, platformVersion: "1.4.0" } },
        "a newer version, number by number": { given: { ...fargate, platformVersion: "1.10.0" } },
        "a newer version in two numbers": { given: { ...fargate, platformVersion: "2.0" } },
        "an old version on EC2": { given: { launchType: "EC2", platformVersion: "1.3.0" } },
        "an old version where nothing is said, which is EC2": { given: { platformVersion: "1.3.0" } },
        "an old version on capacity of its own": {
            given: { capacityProviderStrategies: [{ capacityProvider: "instances" }], platformVersion: "1.3.0" },
        },
        "an older version that the configuration accepts": {
            given: { ...fargate, platformVersion: "1.3.0" },
            config: { minimumVersion: "1.3.0" },
        },
        "an event target without a version": {
            type: "aws:cloudwatch/eventTarget:EventTarget",
            given: { ecsTarget: { launchType: "FARGATE" } },
        },
        "an event target that runs no tasks": {
            type: "aws:cloudwatch/eventTarget:EventTarget",
            given: {
                arn: "arn:aws:sns:us-east-1:123456789012:alerts",
                launchType: "FARGATE",
                platformVersion: "1.3.0",
            },
        },
    },
    invalid: {
        "an old version": {
            given: { name: "web", ...fargate, platformVersion: "1.3.0" },
            reports: ["The platform version is 1.3.0, older than 1.4.0."],
            remediated: { name: "web", ...fargate, platformVersion: "LATEST" },
        },
        "the version of Windows": {
            given: { ...fargate, platformVersion: "1.0.0" },
            reports: ["The platform version is 1.0.0, older than 1.4.0."],
            remediated: { ...fargate, platformVersion: "LATEST" },
        },
        "a version that is older number by number only": {
            given: { ...fargate, platformVersion: "1.4.0" },
            config: { minimumVersion: "1.10.0" },
            reports: ["The platform version is 1.4.0, older than 1.10.0."],
            remediated: { ...fargate, platformVersion: "LATEST" },
        },
        "the latest in lower case, which is not the word": {
            given: { ...fargate, platformVersion: "latest" },
            reports: ['The platform version is "latest" instead of `LATEST`; it must be 1.4.0 or later.'],
            remediated: { ...fargate, platformVersion: "LATEST" },
        },
        "no version at all, whose text is not shown": {
            given: { ...fargate, platformVersion: "hunter2" },
            reports: ["The platform version is not one of Fargate; it must be 1.4.0 or later."],
            remediated: { ...fargate, platformVersion: "LATEST" },
        },
        "the oldest that is supported, where the configuration asks for a newer": {
            given: { ...fargate, platformVersion: "1.4.0" },
            config: { minimumVersion: "1.5.0" },
            reports: ["The platform version is 1.4.0, older than 1.5.0."],
            remediated: { ...fargate, platformVersion: "LATEST" },
        },
        "no version at all, where the configuration asks for a newer": {
            given: { ...fargate, platformVersion: "hunter2" },
            config: { minimumVersion: "1.5.0" },
            reports: ["The platform version is not one of Fargate; it must be 1.5.0 or later."],
            remediated: { ...fargate, platformVersion: "LATEST" },
        },
        "Fargate by the second of two capacity providers, the first not known": {
            given: {
                capacityProviderStrategies: [{ capacityProvider: unknown }, { capacityProvider: "FARGATE_SPOT" }],
                platformVersion: "1.3.0",
            },
            reports: ["The platform version is 1.3.0, older than 1.4.0."],
            remediated: {
                capacityProviderStrategies: [{ capacityProvider: unknown }, { capacityProvider: "FARGATE_SPOT" }],
                platformVersion: "LATEST",
            },
        },
        "a task set": {
            type: "aws:ecs/taskSet:TaskSet",
            given: { ...fargate, platformVersion: "1.3.0" },
            reports: ["The platform version is 1.3.0, older than 1.4.0."],
            remediated: { ...fargate, platformVersion: "LATEST" },
        },
        "an event target": {
            type: "aws:cloudwatch/eventTarget:EventTarget",
            given: { rule: "nightly", ecsTarget: { ...fargate, platformVersion: "1.3.0" } },
            reports: ["The platform version is 1.3.0, older than 1.4.0."],
            remediated: { rule: "nightly", ecsTarget: { ...fargate, platformVersion: "LATEST" } },
        },
        "a schedule": {
            type: "aws:scheduler/schedule:Schedule",
            given: { target: { ecsParameters: { ...fargate, platformVersion: "1.3.0" } } },
            reports: ["The platform version is 1.3.0, older than 1.4.0."],
            remediated: { target: { ecsParameters: { ...fargate, platformVersion: "LATEST" } } },
        },
        "a service of aws-native": {
            type: "aws-native:ecs:Service",
            given: { capacityProviderStrategy: [{ capacityProvider: "FARGATE" }], platformVersion: "1.3.0" },
            reports: ["The platform version is 1.3.0, older than 1.4.0."],
            remediated: { capacityProviderStrategy: [{ capacityProvider: "FARGATE" }], platformVersion: "LATEST" },
        },
        "a task set of aws-native": {
            type: "aws-native:ecs:TaskSet",
            given: { ...fargate, platformVersion: "1.3.0" },
            reports: ["The platform version is 1.3.0, older than 1.4.0."],
            remediated: { ...fargate, platformVersion: "LATEST" },
        },
    },
    unknown: {
        "the version": { given: { ...fargate, platformVersion: unknown } },
        "whether it is Fargate": { given: { launchType: unknown, platformVersion: "1.3.0" } },
        "the capacity provider": {
            given: { capacityProviderStrategies: [{ capacityProvider: unknown }], platformVersion: "1.3.0" },
        },
    },
});
