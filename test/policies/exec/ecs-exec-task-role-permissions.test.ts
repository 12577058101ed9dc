import { stackCases, unknown } from "../../support/cases";

const SESSION = [
    "ssmmessages:CreateControlChannel",
    "ssmmessages:CreateDataChannel",
    "ssmmessages:OpenControlChannel",
    "ssmmessages:OpenDataChannel",
];

export default stackCases(__filename, {
    valid: {
        "a role with the four actions": {
            given: [
                { type: "iam.Role", name: "task", inputs: { name: "task" } },
                {
                    type: "iam.RolePolicy",
                    name: "exec",
                    inputs: {
                        role: "task",
                        policy: JSON.stringify({
                            Version: "2012-10-17",
                            Statement: [
                                {
                                    Effect: "Allow",
                                    Action: [
                                        "ssmmessages:CreateControlChannel",
                                        "ssmmessages:CreateDataChannel",
                                        "ssmmessages:OpenControlChannel",
                                        "ssmmessages:OpenDataChannel",
                                    ],
                                    Resource: "*",
                                },
                            ],
                        }),
                    },
                },
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: { family: "web", taskRoleArn: unknown },
                    dependsOn: { taskRoleArn: ["task"] },
                },
                {
                    type: "ecs.Service",
                    name: "service",
                    inputs: { taskDefinition: unknown, enableExecuteCommand: true },
                    dependsOn: { taskDefinition: ["web"] },
                },
            ],
        },
        "a managed policy of Systems Manager, after the update": {
            given: [
                {
                    type: "iam.Role",
                    name: "task",
                    inputs: {
                        name: "task",
                        managedPolicyArns: ["arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"],
                    },
                },
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: { family: "web", taskRoleArn: "arn:aws:iam::123456789012:role/task" },
                },
                {
                    type: "ecs.Service",
                    name: "service",
                    inputs: { taskDefinition: "web:3", enableExecuteCommand: true },
                },
            ],
        },
        "ECS Exec off": {
            given: [
                { type: "iam.Role", name: "task", inputs: { name: "task" } },
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: { family: "web", taskRoleArn: unknown },
                    dependsOn: { taskRoleArn: ["task"] },
                },
                {
                    type: "ecs.Service",
                    name: "service",
                    inputs: { taskDefinition: "web", enableExecuteCommand: false },
                },
            ],
        },
        "no task role, which another policy reports": {
            given: [
                { type: "ecs.TaskDefinition", name: "web", inputs: { family: "web" } },
                {
                    type: "ecs.Service",
                    name: "service",
                    inputs: { taskDefinition: "web", enableExecuteCommand: true },
                },
            ],
        },
    },
    invalid: {
        "a role without permissions": {
            given: [
                { type: "iam.Role", name: "task", inputs: { name: "task" } },
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: { family: "web", taskRoleArn: unknown },
                    dependsOn: { taskRoleArn: ["task"] },
                },
                {
                    type: "ecs.Service",
                    name: "service",
                    inputs: { taskDefinition: unknown, enableExecuteCommand: true },
                    dependsOn: { taskDefinition: ["web"] },
                },
            ],
            reports: {
                web: [
                    'ECS Exec is on for service "service", but task role "task" does not allow `ssmmessages:CreateControlChannel`, `ssmmessages:CreateDataChannel`, `ssmmessages:OpenControlChannel`, `ssmmessages:OpenDataChannel`.',
                ],
            },
        },
        "a role that lacks one action, reported once for two services": {
            given: [
                {
                    type: "iam.Role",
                    name: "task",
                    inputs: {
                        name: "task",
                        inlinePolicies: [
                            {
                                policy: JSON.stringify({
                                    Statement: { Effect: "Allow", Action: SESSION.slice(1), Resource: "*" },
                                }),
                            },
                        ],
                    },
                },
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: { family: "web", taskRoleArn: "arn:aws:iam::123456789012:role/task" },
                },
                { type: "ecs.Service", name: "one", inputs: { taskDefinition: "web", enableExecuteCommand: true } },
                { type: "ecs.Service", name: "two", inputs: { taskDefinition: "web", enableExecuteCommand: true } },
            ],
            reports: {
                web: [
                    'ECS Exec is on for service "one" and service "two", but task role "task" does not allow `ssmmessages:CreateControlChannel`.',
                ],
            },
        },
        "the actions on some resource, which they do not know": {
            given: [
                {
                    type: "iam.Role",
                    name: "task",
                    inputs: {
                        name: "task",
                        inlinePolicies: [
                            {
                                policy: JSON.stringify({
                                    Statement: [
                                        {
                                            Effect: "Allow",
                                            Action: SESSION,
                                            Resource: "arn:aws:ecs:us-east-1:123456789012:task/web/*",
                                        },
                                        {
                                            Effect: "Allow",
                                            Action: "ssmmessages:Create*",
                                            NotResource: "arn:aws:ecs:us-east-1:123456789012:task/api/*",
                                        },
                                    ],
                                }),
                            },
                        ],
                    },
                },
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: { family: "web", taskRoleArn: "arn:aws:iam::123456789012:role/task" },
                },
                { type: "ecs.Service", name: "one", inputs: { taskDefinition: "web", enableExecuteCommand: true } },
            ],
            reports: {
                web: [
                    'ECS Exec is on for service "one", but task role "task" does not allow `ssmmessages:OpenControlChannel`, `ssmmessages:OpenDataChannel`, which is allowed on some resources only.',
                ],
            },
        },
        "a Deny, for tasks of other launchers": {
            given: [
                {
                    type: "iam.Role",
                    name: "task",
                    inputs: {
                        name: "task",
                        managedPolicyArns: ["arn:aws:iam::aws:policy/AdministratorAccess"],
                        inlinePolicies: [
                            {
                                policy: JSON.stringify({
                                    Statement: { Effect: "Deny", Action: "ssmmessages:Open*", Resource: "*" },
                                }),
                            },
                        ],
                    },
                },
                {
                    type: "ecs.TaskDefinition",
                    name: "scheduled",
                    inputs: { family: "scheduled", taskRoleArn: "arn:aws:iam::123456789012:role/task" },
                },
                {
                    type: "aws-native:ecs:TaskDefinition",
                    name: "native",
                    inputs: { family: "native", taskRoleArn: "arn:aws:iam::123456789012:role/task" },
                },
                {
                    type: "ecs.DaemonTaskDefinition",
                    name: "daemon",
                    inputs: { family: "daemon", taskRoleArn: "arn:aws:iam::123456789012:role/task" },
                },
                {
                    type: "scheduler.Schedule",
                    name: "schedule",
                    inputs: {
                        target: { ecsParameters: { taskDefinitionArn: "scheduled", enableExecuteCommand: true } },
                    },
                },
                {
                    type: "aws-native:ecs:Service",
                    name: "service",
                    inputs: { taskDefinition: "native", enableExecuteCommand: true },
                },
                {
                    type: "ecs.Daemon",
                    name: "agent",
                    inputs: { daemonTaskDefinitionArn: "daemon", enableExecuteCommand: true },
                },
            ],
            reports: {
                scheduled: [
                    'ECS Exec is on for schedule "schedule", but task role "task" does not allow `ssmmessages:OpenControlChannel`, `ssmmessages:OpenDataChannel`, which inline policy 1 of role "task" denies.',
                ],
                native: [
                    'ECS Exec is on for service "service", but task role "task" does not allow `ssmmessages:OpenControlChannel`, `ssmmessages:OpenDataChannel`, which inline policy 1 of role "task" denies.',
                ],
                daemon: [
                    'ECS Exec is on for daemon "agent", but task role "task" does not allow `ssmmessages:OpenControlChannel`, `ssmmessages:OpenDataChannel`, which inline policy 1 of role "task" denies.',
                ],
            },
        },
        "a Deny in a listed policy whose name begins with a prefix, after the update": {
            given: [
                { type: "ecs.Cluster", name: "cluster", inputs: { name: "shop" } },
                { type: "iam.Role", name: "task", inputs: { name: "task" } },
                {
                    type: "iam.RolePolicy",
                    name: "exec",
                    inputs: {
                        role: "task",
                        namePrefix: "exec-",
                        policy: JSON.stringify({
                            Statement: [
                                { Effect: "Allow", Action: "ssmmessages:*", Resource: "*" },
                                { Effect: "Deny", Action: "ssmmessages:OpenDataChannel", Resource: "*" },
                            ],
                        }),
                    },
                    outputs: { name: "exec-2026" },
                },
                {
                    type: "iam.RolePoliciesExclusive",
                    name: "only",
                    inputs: { roleName: "task", policyNames: ["exec-2026"] },
                },
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: { family: "web", taskRoleArn: "arn:aws:iam::123456789012:role/task" },
                },
                {
                    type: "ecs.Service",
                    name: "service",
                    inputs: { taskDefinition: "web", cluster: "shop", enableExecuteCommand: true },
                },
            ],
            reports: {
                web: [
                    'ECS Exec is on for service "service", but task role "task" does not allow `ssmmessages:OpenDataChannel`, which role policy "exec" denies.',
                ],
            },
        },
    },
    unknown: {
        "a role of another stack": {
            given: [
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: { family: "web", taskRoleArn: "arn:aws:iam::123456789012:role/shared" },
                },
                {
                    type: "ecs.Service",
                    name: "service",
                    inputs: { taskDefinition: "web", enableExecuteCommand: true },
                },
            ],
        },
        "a document that depends on another resource": {
            given: [
                { type: "iam.Role", name: "task", inputs: { name: "task" } },
                { type: "iam.RolePolicy", name: "exec", inputs: { role: "task", policy: unknown } },
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: { family: "web", taskRoleArn: unknown },
                    dependsOn: { taskRoleArn: ["task"] },
                },
                {
                    type: "ecs.Service",
                    name: "service",
                    inputs: { taskDefinition: "web", enableExecuteCommand: true },
                },
            ],
        },
        "whether ECS Exec is on": {
            given: [
                { type: "iam.Role", name: "task", inputs: { name: "task" } },
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: { family: "web", taskRoleArn: unknown },
                    dependsOn: { taskRoleArn: ["task"] },
                },
                {
                    type: "ecs.Service",
                    name: "service",
                    inputs: { taskDefinition: "web", enableExecuteCommand: unknown },
                },
            ],
        },
    },
});
