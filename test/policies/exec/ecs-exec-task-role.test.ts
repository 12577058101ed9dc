import { execOnFor, stackCases, unknown } from "../../support/cases";

const none = (...names: string[]): string => `${execOnFor(names)}, but there is no task role.`;
const same = (...names: string[]): string => `${execOnFor(names)}, and its task role is also its execution role.`;

export default stackCases(__filename, {
    valid: {
        "a task role": {
            given: [
                { type: "iam.Role", name: "app", inputs: { name: "app" } },
                { type: "iam.Role", name: "platform", inputs: { name: "platform" } },
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: { family: "web", taskRoleArn: unknown, executionRoleArn: unknown },
                    dependsOn: { taskRoleArn: ["app"], executionRoleArn: ["platform"] },
                },
                {
                    type: "ecs.Service",
                    name: "web",
                    inputs: { taskDefinition: unknown, enableExecuteCommand: true },
                    dependsOn: { taskDefinition: ["web"] },
                },
            ],
        },
        "a task role, after the update": {
            given: [
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: {
                        family: "web",
                        taskRoleArn: "arn:aws:iam::123456789012:role/app",
                        executionRoleArn: "arn:aws:iam::123456789012:role/platform",
                    },
                    outputs: { arn: "arn:aws:ecs:us-east-1:123456789012:task-definition/web:3" },
                },
                {
                    type: "ecs.Service",
                    name: "web",
                    inputs: {
                        taskDefinition: "arn:aws:ecs:us-east-1:123456789012:task-definition/web:3",
                        enableExecuteCommand: true,
                    },
                },
            ],
        },
        "a task role and no execution role": {
            given: [
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: { family: "web", taskRoleArn: "arn:aws:iam::123456789012:role/app" },
                },
                { type: "ecs.Service", name: "web", inputs: { taskDefinition: "web", enableExecuteCommand: true } },
            ],
        },
        "the feature off": {
            given: [
                { type: "ecs.TaskDefinition", name: "web", inputs: { family: "web" } },
                { type: "ecs.Service", name: "web", inputs: { taskDefinition: "web", enableExecuteCommand: false } },
            ],
        },
        "a task definition that nothing starts": {
            given: [
                { type: "ecs.TaskDefinition", name: "web", inputs: { family: "web" } },
                { type: "ecs.Service", name: "api", inputs: { taskDefinition: "api", enableExecuteCommand: true } },
            ],
        },
        "a service that ECS builds around an image, which has no ECS Exec": {
            given: [
                { type: "ecs.TaskDefinition", name: "web", inputs: { family: "web" } },
                { type: "ecs.ExpressGatewayService", name: "express", inputs: { enableExecuteCommand: true } },
            ],
        },

        "a task role of the stack and an execution role of another one": {
            given: [
                { type: "iam.Role", name: "app", inputs: { name: "app" } },
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: {
                        family: "web",
                        taskRoleArn: unknown,
                        executionRoleArn: "arn:aws:iam::123456789012:role/platform",
                    },
                    dependsOn: { taskRoleArn: ["app"] },
                },
                { type: "ecs.Service", name: "web", inputs: { taskDefinition: "web", enableExecuteCommand: true } },
            ],
        },
    },
    invalid: {
        "no task role": {
            given: [
                { type: "iam.Role", name: "platform", inputs: { name: "platform" } },
                {
                    type: "ecs.TaskDefinition",
                    name: "task",
                    inputs: { family: "web", executionRoleArn: unknown },
                    dependsOn: { executionRoleArn: ["platform"] },
                },
                {
                    type: "ecs.Service",
                    name: "web",
                    inputs: { taskDefinition: unknown, enableExecuteCommand: true },
                    dependsOn: { taskDefinition: ["task"] },
                },
            ],
            reports: { task: [none("web")] },
        },
        "no role at all, which is not one and the same": {
            given: [
                { type: "ecs.TaskDefinition", name: "task", inputs: { family: "web" } },
                { type: "ecs.Service", name: "web", inputs: { taskDefinition: "web:3", enableExecuteCommand: true } },
            ],
            reports: { task: [none("web")] },
        },
        "a null": {
            given: [
                { type: "ecs.TaskDefinition", name: "task", inputs: { family: "web", taskRoleArn: null } },
                { type: "ecs.Service", name: "web", inputs: { taskDefinition: "web", enableExecuteCommand: true } },
            ],
            reports: { task: [none("web")] },
        },
        "an empty text": {
            given: [
                { type: "ecs.TaskDefinition", name: "task", inputs: { family: "web", taskRoleArn: "" } },
                { type: "ecs.Service", name: "web", inputs: { taskDefinition: "web", enableExecuteCommand: true } },
            ],
            reports: { task: [none("web")] },
        },
        "one task definition of several services, reported once": {
            given: [
                { type: "ecs.TaskDefinition", name: "task", inputs: { family: "web" } },
                { type: "ecs.Service", name: "one", inputs: { taskDefinition: "web", enableExecuteCommand: true } },
                { type: "ecs.Service", name: "two", inputs: { taskDefinition: "web", enableExecuteCommand: true } },
                { type: "ecs.Service", name: "off", inputs: { taskDefinition: "web" } },
            ],
            reports: { task: [none("one", "two")] },
        },
        "an event target, a schedule and a daemon": {
            given: [
                { type: "ecs.TaskDefinition", name: "job", inputs: { family: "job" } },
                { type: "ecs.TaskDefinition", name: "report", inputs: { family: "report" } },
                { type: "ecs.DaemonTaskDefinition", name: "agent", inputs: { family: "agent" } },
                {
                    type: "cloudwatch.EventTarget",
                    name: "target",
                    inputs: { ecsTarget: { taskDefinitionArn: "job", enableExecuteCommand: true } },
                },
                {
                    type: "scheduler.Schedule",
                    name: "schedule",
                    inputs: { target: { ecsParameters: { taskDefinitionArn: "report", enableExecuteCommand: true } } },
                },
                {
                    type: "ecs.Daemon",
                    name: "daemon",
                    inputs: { daemonTaskDefinitionArn: unknown, enableExecuteCommand: true },
                    dependsOn: { daemonTaskDefinitionArn: ["agent"] },
                },
            ],
            reports: {
                job: [none('event target "target"')],
                report: [none('schedule "schedule"')],
                agent: [none('daemon "daemon"')],
            },
        },
        "a task definition and that of a daemon with the same family, each for its own": {
            given: [
                { type: "ecs.TaskDefinition", name: "task", inputs: { family: "web" } },
                { type: "ecs.DaemonTaskDefinition", name: "agent", inputs: { family: "web" } },
                {
                    type: "ecs.Service",
                    name: "service",
                    inputs: { taskDefinition: "web:3", enableExecuteCommand: true },
                },
                {
                    type: "ecs.Daemon",
                    name: "daemon",
                    inputs: {
                        daemonTaskDefinitionArn: "arn:aws:ecs:us-east-1:123456789012:daemon-task-definition/web:3",
                        enableExecuteCommand: true,
                    },
                },
            ],
            reports: { task: [none("service")], agent: [none('daemon "daemon"')] },
        },
        "the types of aws-native": {
            given: [
                { type: "aws-native:ecs:TaskDefinition", name: "task", inputs: { family: "web" } },
                {
                    type: "aws-native:ecs:Service",
                    name: "web",
                    inputs: { taskDefinition: unknown, enableExecuteCommand: true },
                    dependsOn: { taskDefinition: ["task"] },
                },
            ],
            reports: { task: [none("web")] },
        },
        "the execution role as task role": {
            given: [
                { type: "iam.Role", name: "role", inputs: { name: "role" } },
                {
                    type: "ecs.TaskDefinition",
                    name: "task",
                    inputs: { family: "web", taskRoleArn: unknown, executionRoleArn: unknown },
                    dependsOn: { taskRoleArn: ["role"], executionRoleArn: ["role"] },
                },
                { type: "ecs.Service", name: "web", inputs: { taskDefinition: "web", enableExecuteCommand: true } },
            ],
            reports: { task: [same("web")] },
        },
        "the execution role as task role, after the update": {
            given: [
                {
                    type: "ecs.TaskDefinition",
                    name: "task",
                    inputs: {
                        family: "web",
                        taskRoleArn: "arn:aws:iam::123456789012:role/outside",
                        executionRoleArn: "arn:aws:iam::123456789012:role/outside",
                    },
                },
                { type: "ecs.Service", name: "web", inputs: { taskDefinition: "web", enableExecuteCommand: true } },
            ],
            reports: { task: [same("web")] },
        },
        "the execution role as task role, once as a literal": {
            given: [
                { type: "iam.Role", name: "role", inputs: { name: "shared" }, outputs: { arn: unknown } },
                {
                    type: "ecs.TaskDefinition",
                    name: "task",
                    inputs: {
                        family: "web",
                        taskRoleArn: "arn:aws:iam::123456789012:role/shared",
                        executionRoleArn: unknown,
                    },
                    dependsOn: { executionRoleArn: ["role"] },
                },
                { type: "ecs.Service", name: "web", inputs: { taskDefinition: "web", enableExecuteCommand: true } },
            ],
            reports: { task: [same("web")] },
        },
        "a service beside one that is not known": {
            given: [
                { type: "ecs.TaskDefinition", name: "task", inputs: { family: "web" } },
                { type: "ecs.Service", name: "one", inputs: { taskDefinition: unknown, enableExecuteCommand: true } },
                { type: "ecs.Service", name: "two", inputs: { taskDefinition: "web", enableExecuteCommand: true } },
            ],
            reports: { task: [none("two")] },
        },
    },
    unknown: {
        "the task role, of another stack": {
            given: [
                { type: "pulumi:pulumi:StackReference", name: "network" },
                {
                    type: "ecs.TaskDefinition",
                    name: "task",
                    inputs: { family: "web", taskRoleArn: unknown, executionRoleArn: unknown },
                    dependsOn: { taskRoleArn: ["network"], executionRoleArn: ["network"] },
                },
                { type: "ecs.Service", name: "web", inputs: { taskDefinition: "web", enableExecuteCommand: true } },
            ],
        },
        "the task role": {
            given: [
                {
                    type: "ecs.TaskDefinition",
                    name: "task",
                    inputs: {
                        family: "web",
                        taskRoleArn: unknown,
                        executionRoleArn: "arn:aws:iam::123456789012:role/platform",
                    },
                },
                { type: "ecs.Service", name: "web", inputs: { taskDefinition: "web", enableExecuteCommand: true } },
            ],
        },
        "whether the feature is on": {
            given: [
                { type: "ecs.TaskDefinition", name: "task", inputs: { family: "web" } },
                { type: "ecs.Service", name: "web", inputs: { taskDefinition: "web", enableExecuteCommand: unknown } },
            ],
        },
        "which task definition is started": {
            given: [
                { type: "ecs.TaskDefinition", name: "task", inputs: { family: "web" } },
                { type: "ecs.Service", name: "web", inputs: { taskDefinition: unknown, enableExecuteCommand: true } },
            ],
        },
    },
});
