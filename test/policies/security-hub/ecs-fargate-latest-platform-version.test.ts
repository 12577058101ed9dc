import { resourceCases, unknown } from "../../support/cases";

export default resourceCases(__filename, {
    valid: {
        "the latest version": { given: { name: "web", launchType: "FARGATE", platformVersion: "LATEST" } },
        "no version": { given: { launchType: "FARGATE" } },
        "a null": { given: { launchType: "FARGATE", platformVersion: null } },
        "an empty string": { given: { launchType: "FARGATE", platformVersion: "" } },
        "the newest for Linux": { given: { launchType: "FARGATE", platformVersion: "1.4.0" } },
        "the newest for Windows": { given: { launchType: "FARGATE", platformVersion: "1.0.0" } },
        "a schedule that the CLI could not decrypt": {
            type: "aws:scheduler/schedule:Schedule",
            given: { target: "[secret]" },
        },
        "an old version on EC2": { given: { launchType: "EC2", platformVersion: "1.3.0" } },
        "an old version where nothing is said, which is EC2": { given: { platformVersion: "1.3.0" } },
        "an old version on capacity of its own": {
            given: { capacityProviderStrategies: [{ capacityProvider: "instances" }], platformVersion: "1.3.0" },
        },
        "a newer version that the configuration knows": {
            given: { launchType: "FARGATE", platformVersion: "1.5.0" },
            config: { latestLinuxVersion: "1.5.0" },
        },
        "a newer Windows version that the configuration knows": {
            given: { launchType: "FARGATE", platformVersion: "1.1.0" },
            config: { latestWindowsVersion: "1.1.0" },
        },
        "an event target": {
            type: "aws:cloudwatch/eventTarget:EventTarget",
            given: { ecsTarget: { launchType: "FARGATE", platformVersion: "LATEST" } },
        },
        "a version that is not known, on EC2": { given: { launchType: "EC2", platformVersion: unknown } },
    },
    invalid: {
        "an old version": {
            given: { name: "web", launchType: "FARGATE", platformVersion: "1.3.0" },
            reports: ["The platform version is 1.3.0; the newest are 1.4.0 for Linux and 1.0.0 for Windows."],
            remediated: { name: "web", launchType: "FARGATE", platformVersion: "LATEST" },
        },
        "an old version on Fargate by the second of two capacity providers": {
            given: {
                capacityProviderStrategies: [
                    { capacityProvider: "instances" },
                    { capacityProvider: "FARGATE_SPOT", weight: 1 },
                ],
                platformVersion: "1.3.0",
            },
            reports: ["The platform version is 1.3.0; the newest are 1.4.0 for Linux and 1.0.0 for Windows."],
            remediated: {
                capacityProviderStrategies: [
                    { capacityProvider: "instances" },
                    { capacityProvider: "FARGATE_SPOT", weight: 1 },
                ],
                platformVersion: "LATEST",
            },
        },
        "the latest in lower case, which is not the word": {
            given: { launchType: "FARGATE", platformVersion: "latest" },
            reports: [
                'The platform version is "latest" instead of `LATEST`; the newest are 1.4.0 for Linux and 1.0.0 for Windows.',
            ],
            remediated: { launchType: "FARGATE", platformVersion: "LATEST" },
        },
        "no version at all, whose text is not shown": {
            given: { launchType: "FARGATE", platformVersion: "1.3.0-hunter2" },
            reports: [
                "The platform version is not one of Fargate; the newest are 1.4.0 for Linux and 1.0.0 for Windows.",
            ],
            remediated: { launchType: "FARGATE", platformVersion: "LATEST" },
        },
        "the newest but one, where the configuration knows a newer": {
            given: { launchType: "FARGATE", platformVersion: "1.4.0" },
            config: { latestLinuxVersion: "1.5.0" },
            reports: ["The platform version is 1.4.0; the newest are 1.5.0 for Linux and 1.0.0 for Windows."],
            remediated: { launchType: "FARGATE", platformVersion: "LATEST" },
        },
        "the newest for Windows but one, where the configuration knows a newer": {
            given: { launchType: "FARGATE", platformVersion: "1.0.0" },
            config: { latestWindowsVersion: "1.1.0" },
            reports: ["The platform version is 1.0.0; the newest are 1.4.0 for Linux and 1.1.0 for Windows."],
            remediated: { launchType: "FARGATE", platformVersion: "LATEST" },
        },
        "a task set": {
            type: "aws:ecs/taskSet:TaskSet",
            given: { launchType: "FARGATE", platformVersion: "1.3.0" },
            reports: ["The platform version is 1.3.0; the newest are 1.4.0 for Linux and 1.0.0 for Windows."],
            remediated: { launchType: "FARGATE", platformVersion: "LATEST" },
        },
        "an event target": {
            type: "aws:cloudwatch/eventTarget:EventTarget",
            given: { rule: "nightly", ecsTarget: { launchType: "FARGATE", platformVersion: "1.3.0" } },
            reports: ["The platform version is 1.3.0; the newest are 1.4.0 for Linux and 1.0.0 for Windows."],
            remediated: { rule: "nightly", ecsTarget: { launchType: "FARGATE", platformVersion: "LATEST" } },
        },
        "a schedule": {
            type: "aws:scheduler/schedule:Schedule",
            given: {
                target: {
                    ecsParameters: {
                        capacityProviderStrategies: [{ capacityProvider: "FARGATE" }],
                        platformVersion: "1.3.0",
                    },
                },
            },
            reports: ["The platform version is 1.3.0; the newest are 1.4.0 for Linux and 1.0.0 for Windows."],
            remediated: {
                target: {
                    ecsParameters: {
                        capacityProviderStrategies: [{ capacityProvider: "FARGATE" }],
                        platformVersion: "LATEST",
                    },
                },
            },
        },
        "a service of aws-native": {
            type: "aws-native:ecs:Service",
            given: { capacityProviderStrategy: [{ capacityProvider: "FARGATE" }], platformVersion: "1.3.0" },
            reports: ["The platform version is 1.3.0; the newest are 1.4.0 for Linux and 1.0.0 for Windows."],
            remediated: { capacityProviderStrategy: [{ capacityProvider: "FARGATE" }], platformVersion: "LATEST" },
        },
        "a task set of aws-native": {
            type: "aws-native:ecs:TaskSet",
            given: { launchType: "FARGATE", platformVersion: "1.3.0" },
            reports: ["The platform version is 1.3.0; the newest are 1.4.0 for Linux and 1.0.0 for Windows."],
            remediated: { launchType: "FARGATE", platformVersion: "LATEST" },
        },
        "Fargate by one capacity provider, another not known": {
            given: {
                capacityProviderStrategies: [{ capacityProvider: unknown }, { capacityProvider: "FARGATE" }],
                platformVersion: "1.3.0",
            },
            reports: ["The platform version is 1.3.0; the newest are 1.4.0 for Linux and 1.0.0 for Windows."],
            remediated: {
                capacityProviderStrategies: [{ capacityProvider: unknown }, { capacityProvider: "FARGATE" }],
                platformVersion: "LATEST",
            },
        },
    },
    unknown: {
        "the version": { given: { launchType: "FARGATE", platformVersion: unknown } },
        "whether it is Fargate": { given: { launchType: unknown, platformVersion: "1.3.0" } },
        "the capacity provider": {
            given: { capacityProviderStrategies: [{ capacityProvider: unknown }], platformVersion: "1.3.0" },
        },
    },
});
