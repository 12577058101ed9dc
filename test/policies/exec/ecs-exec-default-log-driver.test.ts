import { execOnFor, stackCases, unknown } from "../../support/cases";

const message = (...names: string[]): string =>
    `${execOnFor(names)}, whose cluster logs sessions through the \`awslogs\` driver (\`DEFAULT\`), but no container uses that driver.`;

export default stackCases(__filename, {
    valid: {
        "a container that logs with `awslogs`": {
            given: [
                { type: "ecs.Cluster", name: "shop", inputs: { name: "shop" } },
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: {
                        family: "web",
                        containerDefinitions: JSON.stringify([
                            {
                                name: "app",
                                image: "node:22",
                                logConfiguration: {
                                    logDriver: "awslogs",
                                    options: { "awslogs-group": "/aws/ecs/web", "awslogs-region": "us-east-1" },
                                },
                            },
                            { name: "proxy", image: "envoy:v1.30" },
                        ]),
                    },
                },
                {
                    type: "ecs.Service",
                    name: "web",
                    inputs: { cluster: unknown, taskDefinition: unknown, enableExecuteCommand: true },
                    dependsOn: { cluster: ["shop"], taskDefinition: ["web"] },
                },
            ],
        },
        "a cluster that overrides": {
            given: [
                {
                    type: "ecs.Cluster",
                    name: "shop",
                    inputs: {
                        name: "shop",
                        configuration: {
                            executeCommandConfiguration: {
                                logging: "OVERRIDE",
                                logConfiguration: { cloudWatchLogGroupName: "/aws/ecs/exec" },
                            },
                        },
                    },
                },
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: { family: "web", containerDefinitions: JSON.stringify([{ name: "app" }]) },
                },
                {
                    type: "ecs.Service",
                    name: "web",
                    inputs: { cluster: "shop", taskDefinition: "web", enableExecuteCommand: true },
                },
            ],
        },
        "a cluster that logs nothing": {
            given: [
                {
                    type: "ecs.Cluster",
                    name: "shop",
                    inputs: { name: "shop", configuration: { executeCommandConfiguration: { logging: "NONE" } } },
                },
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: { family: "web", containerDefinitions: JSON.stringify([{ name: "app" }]) },
                },
                {
                    type: "ecs.Service",
                    name: "web",
                    inputs: { cluster: "shop", taskDefinition: "web", enableExecuteCommand: true },
                },
            ],
        },
        "the feature off": {
            given: [
                { type: "ecs.Cluster", name: "shop", inputs: { name: "shop" } },
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: { family: "web", containerDefinitions: JSON.stringify([{ name: "app" }]) },
                },
                {
                    type: "ecs.Service",
                    name: "web",
                    inputs: { cluster: "shop", taskDefinition: "web", enableExecuteCommand: false },
                },
            ],
        },
        "a task definition that nothing starts": {
            given: [
                { type: "ecs.Cluster", name: "shop", inputs: { name: "shop" } },
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: { family: "web", containerDefinitions: JSON.stringify([{ name: "app" }]) },
                },
                {
                    type: "ecs.Service",
                    name: "other",
                    inputs: { cluster: "shop", taskDefinition: "other", enableExecuteCommand: true },
                },
            ],
        },
        "a cluster of another stack": {
            given: [
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: { family: "web", containerDefinitions: JSON.stringify([{ name: "app" }]) },
                },
                {
                    type: "ecs.Service",
                    name: "web",
                    inputs: { cluster: "elsewhere", taskDefinition: "web", enableExecuteCommand: true },
                },
            ],
        },
        "no containers": {
            given: [
                { type: "ecs.Cluster", name: "shop", inputs: { name: "shop" } },
                { type: "ecs.TaskDefinition", name: "web", inputs: { family: "web", containerDefinitions: "[]" } },
                {
                    type: "ecs.Service",
                    name: "web",
                    inputs: { cluster: "shop", taskDefinition: "web", enableExecuteCommand: true },
                },
            ],
        },
        "malformed containers, which another policy reports": {
            given: [
                { type: "ecs.Cluster", name: "shop", inputs: { name: "shop" } },
                { type: "ecs.TaskDefinition", name: "web", inputs: { family: "web", containerDefinitions: "{}" } },
                {
                    type: "ecs.Service",
                    name: "web",
                    inputs: { cluster: "shop", taskDefinition: "web", enableExecuteCommand: true },
                },
            ],
        },
    },
    invalid: {
        "no log driver": {
            given: [
                { type: "ecs.Cluster", name: "shop", inputs: { name: "shop" } },
                {
                    type: "ecs.TaskDefinition",
                    name: "task",
                    inputs: {
                        family: "web",
                        containerDefinitions: JSON.stringify([{ name: "app", image: "node:22" }]),
                    },
                },
                {
                    type: "ecs.Service",
                    name: "web",
                    inputs: { cluster: unknown, taskDefinition: unknown, enableExecuteCommand: true },
                    dependsOn: { cluster: ["shop"], taskDefinition: ["task"] },
                },
            ],
            reports: { task: [message("web")] },
        },
        "other drivers, after the update": {
            given: [
                {
                    type: "ecs.Cluster",
                    name: "shop",
                    inputs: { name: "shop", configuration: { executeCommandConfiguration: { logging: "DEFAULT" } } },
                    outputs: { name: "shop", arn: "arn:aws:ecs:us-east-1:123456789012:cluster/shop" },
                },
                {
                    type: "ecs.TaskDefinition",
                    name: "task",
                    inputs: {
                        family: "web",
                        containerDefinitions: JSON.stringify([
                            { name: "app", logConfiguration: { logDriver: "awsfirelens" } },
                            { name: "log", logConfiguration: { logDriver: "AWSLOGS" } },
                            { name: "proxy", logConfiguration: null },
                        ]),
                    },
                    outputs: {
                        family: "web",
                        arn: "arn:aws:ecs:us-east-1:123456789012:task-definition/web:3",
                    },
                },
                {
                    type: "ecs.Service",
                    name: "web",
                    inputs: {
                        cluster: "arn:aws:ecs:us-east-1:123456789012:cluster/shop",
                        taskDefinition: "arn:aws:ecs:us-east-1:123456789012:task-definition/web:3",
                        enableExecuteCommand: true,
                    },
                },
            ],
            reports: { task: [message("web")] },
        },
        "one task definition of several services, reported once": {
            given: [
                { type: "ecs.Cluster", name: "shop", inputs: { name: "shop" } },
                {
                    type: "ecs.Cluster",
                    name: "audited",
                    inputs: {
                        name: "audited",
                        configuration: {
                            executeCommandConfiguration: {
                                logging: "OVERRIDE",
                                logConfiguration: { s3BucketName: "sessions" },
                            },
                        },
                    },
                },
                {
                    type: "ecs.TaskDefinition",
                    name: "task",
                    inputs: { family: "web", containerDefinitions: JSON.stringify([{ name: "app" }]) },
                },
                {
                    type: "ecs.Service",
                    name: "audited-service",
                    inputs: { cluster: "audited", taskDefinition: "web", enableExecuteCommand: true },
                },
                {
                    type: "ecs.Service",
                    name: "one",
                    inputs: { cluster: "shop", taskDefinition: "web", enableExecuteCommand: true },
                },
                {
                    type: "ecs.Service",
                    name: "two",
                    inputs: { cluster: "shop", taskDefinition: "web:3", enableExecuteCommand: true },
                },
            ],
            reports: { task: [message("one", "two")] },
        },
        "two clusters, each with its own configuration": {
            given: [
                { type: "ecs.Cluster", name: "shop", inputs: { name: "shop" } },
                {
                    type: "ecs.Cluster",
                    name: "audited",
                    inputs: {
                        name: "audited",
                        configuration: { executeCommandConfiguration: { logging: "OVERRIDE" } },
                    },
                },
                {
                    type: "ecs.TaskDefinition",
                    name: "fine",
                    inputs: { family: "fine", containerDefinitions: JSON.stringify([{ name: "app" }]) },
                },
                {
                    type: "ecs.TaskDefinition",
                    name: "task",
                    inputs: { family: "web", containerDefinitions: JSON.stringify([{ name: "app" }]) },
                },
                {
                    type: "ecs.Service",
                    name: "audited-service",
                    inputs: { cluster: "audited", taskDefinition: "fine", enableExecuteCommand: true },
                },
                {
                    type: "ecs.Service",
                    name: "web",
                    inputs: { cluster: "shop", taskDefinition: "web", enableExecuteCommand: true },
                },
            ],
            reports: { task: [message("web")] },
        },
        "a service without a cluster, and a cluster `default` in the stack": {
            given: [
                { type: "ecs.Cluster", name: "account", inputs: { name: "default" } },
                {
                    type: "ecs.TaskDefinition",
                    name: "task",
                    inputs: { family: "web", containerDefinitions: JSON.stringify([{ name: "app" }]) },
                },
                {
                    type: "ecs.Service",
                    name: "web",
                    inputs: { taskDefinition: "web", enableExecuteCommand: true },
                },
            ],
            reports: { task: [message("web")] },
        },
        "an event target, a schedule and a daemon": {
            given: [
                { type: "ecs.Cluster", name: "shop", inputs: { name: "shop" } },
                {
                    type: "ecs.TaskDefinition",
                    name: "job",
                    inputs: { family: "job", containerDefinitions: JSON.stringify([{ name: "app" }]) },
                },
                {
                    type: "ecs.TaskDefinition",
                    name: "report",
                    inputs: { family: "report", containerDefinitions: JSON.stringify([{ name: "app" }]) },
                },
                {
                    type: "ecs.DaemonTaskDefinition",
                    name: "agent",
                    inputs: { family: "agent", containerDefinitions: [{ name: "agent" }] },
                },
                {
                    type: "cloudwatch.EventTarget",
                    name: "target",
                    inputs: {
                        arn: unknown,
                        ecsTarget: { taskDefinitionArn: unknown, enableExecuteCommand: true },
                    },
                    dependsOn: { arn: ["shop"], ecsTarget: ["job"] },
                },
                {
                    type: "scheduler.Schedule",
                    name: "schedule",
                    inputs: {
                        target: {
                            arn: "arn:aws:ecs:us-east-1:123456789012:cluster/shop",
                            ecsParameters: { taskDefinitionArn: "report", enableExecuteCommand: true },
                        },
                    },
                },
                {
                    type: "ecs.Daemon",
                    name: "daemon",
                    inputs: { clusterArn: unknown, daemonTaskDefinitionArn: unknown, enableExecuteCommand: true },
                    dependsOn: { clusterArn: ["shop"], daemonTaskDefinitionArn: ["agent"] },
                },
            ],
            reports: {
                job: [message('event target "target"')],
                report: [message('schedule "schedule"')],
                agent: [message('daemon "daemon"')],
            },
        },
        "the types of aws-native": {
            given: [
                { type: "aws-native:ecs:Cluster", name: "shop", inputs: { clusterName: "shop" } },
                {
                    type: "aws-native:ecs:TaskDefinition",
                    name: "task",
                    inputs: {
                        family: "web",
                        containerDefinitions: [{ name: "app", logConfiguration: { logDriver: "splunk" } }],
                    },
                },
                {
                    type: "aws-native:ecs:Service",
                    name: "web",
                    inputs: { cluster: unknown, taskDefinition: unknown, enableExecuteCommand: true },
                    dependsOn: { cluster: ["shop"], taskDefinition: ["task"] },
                },
            ],
            reports: { task: [message("web")] },
        },
        "a cluster beside one that is not known": {
            given: [
                { type: "ecs.Cluster", name: "shop", inputs: { name: "shop" } },
                {
                    type: "ecs.Cluster",
                    name: "other",
                    inputs: { name: "other", configuration: { executeCommandConfiguration: { logging: unknown } } },
                },
                {
                    type: "ecs.TaskDefinition",
                    name: "task",
                    inputs: { family: "web", containerDefinitions: JSON.stringify([{ name: "app" }]) },
                },
                {
                    type: "ecs.Service",
                    name: "one",
                    inputs: { cluster: "other", taskDefinition: "web", enableExecuteCommand: true },
                },
                {
                    type: "ecs.Service",
                    name: "two",
                    inputs: { cluster: "shop", taskDefinition: "web", enableExecuteCommand: true },
                },
            ],
            reports: { task: [message("two")] },
        },
    },
    unknown: {
        "whether it is on for another service, whose cluster logs by default": {
            given: [
                { type: "ecs.Cluster", name: "shop", inputs: { name: "shop" } },
                {
                    type: "ecs.Cluster",
                    name: "silent",
                    inputs: { name: "silent", configuration: { executeCommandConfiguration: { logging: "NONE" } } },
                },
                {
                    type: "ecs.TaskDefinition",
                    name: "task",
                    inputs: { family: "web", containerDefinitions: JSON.stringify([{ name: "app" }]) },
                },
                {
                    type: "ecs.Service",
                    name: "web",
                    inputs: { cluster: "silent", taskDefinition: "web", enableExecuteCommand: true },
                },
                {
                    type: "ecs.Service",
                    name: "other",
                    inputs: { cluster: "shop", taskDefinition: "web", enableExecuteCommand: unknown },
                },
            ],
        },
        "the logging of the cluster": {
            given: [
                {
                    type: "ecs.Cluster",
                    name: "shop",
                    inputs: { name: "shop", configuration: { executeCommandConfiguration: { logging: unknown } } },
                },
                {
                    type: "ecs.TaskDefinition",
                    name: "task",
                    inputs: { family: "web", containerDefinitions: JSON.stringify([{ name: "app" }]) },
                },
                {
                    type: "ecs.Service",
                    name: "web",
                    inputs: { cluster: "shop", taskDefinition: "web", enableExecuteCommand: true },
                },
            ],
        },
        "the cluster": {
            given: [
                { type: "ecs.Cluster", name: "shop", inputs: { name: "shop" } },
                {
                    type: "ecs.TaskDefinition",
                    name: "task",
                    inputs: { family: "web", containerDefinitions: JSON.stringify([{ name: "app" }]) },
                },
                {
                    type: "ecs.Service",
                    name: "web",
                    inputs: { cluster: unknown, taskDefinition: "web", enableExecuteCommand: true },
                },
            ],
        },
        "the containers": {
            given: [
                { type: "ecs.Cluster", name: "shop", inputs: { name: "shop" } },
                { type: "ecs.TaskDefinition", name: "task", inputs: { family: "web", containerDefinitions: unknown } },
                {
                    type: "ecs.Service",
                    name: "web",
                    inputs: { cluster: "shop", taskDefinition: "web", enableExecuteCommand: true },
                },
            ],
        },
        "the driver of one container": {
            given: [
                { type: "ecs.Cluster", name: "shop", inputs: { name: "shop" } },
                {
                    type: "aws-native:ecs:TaskDefinition",
                    name: "task",
                    inputs: {
                        family: "web",
                        containerDefinitions: [
                            { name: "app" },
                            { name: "log", logConfiguration: { logDriver: unknown } },
                        ],
                    },
                },
                {
                    type: "ecs.Service",
                    name: "web",
                    inputs: { cluster: "shop", taskDefinition: "web", enableExecuteCommand: true },
                },
            ],
        },
        "whether the feature is on": {
            given: [
                { type: "ecs.Cluster", name: "shop", inputs: { name: "shop" } },
                {
                    type: "ecs.TaskDefinition",
                    name: "task",
                    inputs: { family: "web", containerDefinitions: JSON.stringify([{ name: "app" }]) },
                },
                {
                    type: "ecs.Service",
                    name: "web",
                    inputs: { cluster: "shop", taskDefinition: "web", enableExecuteCommand: unknown },
                },
            ],
        },
    },
});
