import { stackCases, unknown } from "../../support/cases";

export default stackCases(__filename, {
    valid: {
        "the ARN of the resource": {
            given: [
                { type: "ecs.TaskDefinition", name: "web", inputs: { family: "web" } },
                {
                    type: "ecs.Service",
                    name: "web",
                    inputs: { taskDefinition: unknown },
                    dependsOn: { taskDefinition: ["web"] },
                },
            ],
        },
        "the ARN of the resource, after the update": {
            given: [
                { type: "ecs.TaskDefinition", name: "task", inputs: { family: "web" } },
                {
                    type: "ecs.Service",
                    name: "web",
                    inputs: { taskDefinition: "arn:aws:ecs:us-east-1:123456789012:task-definition/web:7" },
                    dependsOn: { taskDefinition: ["task"] },
                },
            ],
        },
        "the output of a component that holds the resource": {
            given: [
                { type: "shop:index:Web", name: "component" },
                { type: "ecs.TaskDefinition", name: "task", inputs: { family: "web" }, parent: "component" },
                {
                    type: "ecs.Service",
                    name: "web",
                    inputs: { taskDefinition: "web:7" },
                    dependsOn: { taskDefinition: ["component"] },
                },
            ],
        },
        "a revision of the same family in another Region": {
            given: [
                {
                    type: "ecs.TaskDefinition",
                    name: "task",
                    inputs: { family: "web" },
                    outputs: { family: "web", arn: "arn:aws:ecs:us-east-1:123456789012:task-definition/web:3" },
                },
                {
                    type: "ecs.Service",
                    name: "web",
                    inputs: { taskDefinition: "arn:aws:ecs:eu-west-1:123456789012:task-definition/web:3" },
                },
            ],
        },
        "the family alone, which means its newest revision": {
            given: [
                { type: "ecs.TaskDefinition", name: "task", inputs: { family: "web" } },
                { type: "ecs.Service", name: "web", inputs: { taskDefinition: "web" } },
            ],
        },
        "a revision of a family of another stack": {
            given: [
                { type: "ecs.TaskDefinition", name: "task", inputs: { family: "api" } },
                { type: "ecs.Service", name: "web", inputs: { taskDefinition: "web:3" } },
            ],
        },
        "the ARN of the resource, where its dependencies are lost": {
            given: [
                {
                    type: "ecs.TaskDefinition",
                    name: "task",
                    inputs: { family: "web" },
                    outputs: { family: "web", arn: "arn:aws:ecs:us-east-1:123456789012:task-definition/web:3" },
                },
                {
                    type: "ecs.Service",
                    name: "web",
                    inputs: { taskDefinition: "arn:aws:ecs:us-east-1:123456789012:task-definition/web:3" },
                    dependsOn: { "": ["task"] },
                },
            ],
        },
        "family and revision of the resource, where its dependencies are lost": {
            given: [
                {
                    type: "ecs.TaskDefinition",
                    name: "task",
                    inputs: { family: "web" },
                    outputs: { family: "web", arn: "arn:aws:ecs:us-east-1:123456789012:task-definition/web:3" },
                },
                {
                    type: "ecs.Service",
                    name: "web",
                    inputs: { taskDefinition: "web:3" },
                    dependsOn: { "": ["task"] },
                },
            ],
        },
        "a revision of the family of a daemon": {
            given: [
                { type: "ecs.DaemonTaskDefinition", name: "task", inputs: { family: "web" } },
                { type: "ecs.Service", name: "web", inputs: { taskDefinition: "web:3" } },
            ],
        },
        "no task definition, since task sets name it": {
            given: [
                { type: "ecs.TaskDefinition", name: "task", inputs: { family: "web" } },
                { type: "ecs.Service", name: "web", inputs: { deploymentController: { type: "EXTERNAL" } } },
            ],
        },
    },
    invalid: {
        "a revision of a family of the stack": {
            given: [
                { type: "ecs.TaskDefinition", name: "task", inputs: { family: "web" } },
                { type: "ecs.Service", name: "web", inputs: { taskDefinition: "web:3" } },
            ],
            reports: {
                web: ['The task definition is pinned to revision 3 of the family "web", which this stack defines.'],
            },
        },
        "its ARN": {
            given: [
                { type: "ecs.TaskDefinition", name: "task", inputs: { family: "web" } },
                {
                    type: "ecs.Service",
                    name: "web",
                    inputs: { taskDefinition: "arn:aws:ecs:us-east-1:123456789012:task-definition/web:3" },
                },
            ],
            reports: {
                web: ['The task definition is pinned to revision 3 of the family "web", which this stack defines.'],
            },
        },
        "a revision, although another property depends on the resource": {
            given: [
                { type: "ecs.TaskDefinition", name: "task", inputs: { family: "web" } },
                {
                    type: "ecs.Service",
                    name: "web",
                    inputs: { taskDefinition: "web:3" },
                    dependsOn: { tags: ["task"], taskDefinition: [] },
                },
            ],
            reports: {
                web: ['The task definition is pinned to revision 3 of the family "web", which this stack defines.'],
            },
        },
        "a revision, although the service has to wait for the resource": {
            given: [
                { type: "ecs.TaskDefinition", name: "task", inputs: { family: "web" } },
                { type: "ecs.Service", name: "web", inputs: { taskDefinition: "web:3" }, dependsOn: { "": ["task"] } },
            ],
            reports: {
                web: ['The task definition is pinned to revision 3 of the family "web", which this stack defines.'],
            },
        },
        "a revision of a family that is defined twice": {
            given: [
                { type: "ecs.TaskDefinition", name: "old", inputs: { family: "web" } },
                { type: "ecs.TaskDefinition", name: "new", inputs: { family: "web" } },
                { type: "ecs.Service", name: "web", inputs: { taskDefinition: "web:3" } },
            ],
            reports: {
                web: ['The task definition is pinned to revision 3 of the family "web", which this stack defines.'],
            },
        },
        "one of two services, and every other launcher": {
            given: [
                { type: "ecs.TaskDefinition", name: "task", inputs: { family: "web" } },
                { type: "ecs.Service", name: "fine", inputs: { taskDefinition: "web" } },
                { type: "ecs.TaskSet", name: "set", inputs: { taskDefinition: "web:1" } },
                {
                    type: "cloudwatch.EventTarget",
                    name: "target",
                    inputs: { ecsTarget: { taskDefinitionArn: "web:2" } },
                },
                {
                    type: "scheduler.Schedule",
                    name: "schedule",
                    inputs: { target: { ecsParameters: { taskDefinitionArn: "web:3" } } },
                },
                { type: "aws-native:ecs:Service", name: "native", inputs: { taskDefinition: "web:4" } },
            ],
            reports: {
                set: ['The task definition is pinned to revision 1 of the family "web", which this stack defines.'],
                target: ['The task definition is pinned to revision 2 of the family "web", which this stack defines.'],
                schedule: [
                    'The task definition is pinned to revision 3 of the family "web", which this stack defines.',
                ],
                native: ['The task definition is pinned to revision 4 of the family "web", which this stack defines.'],
            },
        },
        "resources whose inputs were not noted": {
            given: [
                { type: "ecs.TaskDefinition", name: "task", inputs: false, outputs: { family: "web" } },
                { type: "ecs.Service", name: "web", inputs: false, outputs: { taskDefinition: "web:3" } },
            ],
            reports: {
                web: ['The task definition is pinned to revision 3 of the family "web", which this stack defines.'],
            },
        },
        "a known family beside one that is not known": {
            given: [
                { type: "ecs.TaskDefinition", name: "other", inputs: { family: unknown } },
                { type: "ecs.TaskDefinition", name: "task", inputs: { family: "web" } },
                { type: "ecs.Service", name: "web", inputs: { taskDefinition: "web:3" } },
            ],
            reports: {
                web: ['The task definition is pinned to revision 3 of the family "web", which this stack defines.'],
            },
        },
    },
    unknown: {
        "the family, which may be the one": {
            given: [
                { type: "ecs.TaskDefinition", name: "task", inputs: { family: unknown } },
                { type: "ecs.Service", name: "web", inputs: { taskDefinition: "web:3" } },
            ],
        },
        "the reference": {
            given: [
                { type: "ecs.TaskDefinition", name: "task", inputs: { family: "web" } },
                { type: "ecs.Service", name: "web", inputs: { taskDefinition: unknown } },
            ],
        },
        "one service, while another is pinned": {
            given: [
                { type: "ecs.TaskDefinition", name: "task", inputs: { family: "web" } },
                { type: "ecs.Service", name: "web", inputs: { taskDefinition: unknown } },
                { type: "ecs.Service", name: "api", inputs: { taskDefinition: "web:3" } },
            ],
            reports: {
                api: ['The task definition is pinned to revision 3 of the family "web", which this stack defines.'],
            },
        },
    },
});
