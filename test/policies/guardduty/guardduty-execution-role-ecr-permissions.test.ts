import { Resource, stackCases, unknown } from "../../support/cases";

const EXECUTION = "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy";

/** A policy of one's own that is attached to nothing. */
const namesake = (name: unknown): Resource => ({
    type: "iam.Policy",
    name: "namesake",
    inputs: {
        name,
        policy: JSON.stringify({ Statement: { Effect: "Allow", Action: "logs:*", Resource: "*" } }),
    },
});
const attached = (policyArn: string): Resource[] => [
    { type: "iam.Role", name: "execution", inputs: { name: "execution" } },
    { type: "iam.RolePolicyAttachment", name: "attachment", inputs: { role: "execution", policyArn } },
    {
        type: "ecs.TaskDefinition",
        name: "web",
        inputs: { requiresCompatibilities: ["FARGATE"], executionRoleArn: "execution" },
    },
];

export default stackCases(__filename, {
    valid: {
        "a role with the managed policy": {
            given: [
                { type: "iam.Role", name: "execution", inputs: { name: "execution" } },
                {
                    type: "iam.RolePolicyAttachment",
                    name: "attachment",
                    inputs: {
                        role: "execution",
                        policyArn: "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy",
                    },
                },
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: { family: "web", requiresCompatibilities: ["FARGATE"], executionRoleArn: unknown },
                    dependsOn: { executionRoleArn: ["execution"] },
                },
            ],
        },
        "the managed policy of another partition": {
            given: [
                {
                    type: "iam.Role",
                    name: "execution",
                    inputs: {
                        name: "execution",
                        managedPolicyArns: ["arn:aws-cn:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy"],
                    },
                },
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: {
                        requiresCompatibilities: ["FARGATE"],
                        executionRoleArn: "arn:aws-cn:iam::123456789012:role/execution",
                    },
                },
            ],
        },
        "the four actions over several documents, narrowed to a repository, one under a condition": {
            given: [
                {
                    type: "iam.Role",
                    name: "execution",
                    inputs: {
                        name: "execution",
                        inlinePolicies: [
                            {
                                name: "token",
                                policy: JSON.stringify({
                                    Statement: { Effect: "Allow", Action: "ecr:getauthorizationtoken", Resource: "*" },
                                }),
                            },
                        ],
                    },
                },
                {
                    type: "iam.RolePolicy",
                    name: "pull",
                    inputs: {
                        role: "execution",
                        policy: JSON.stringify({
                            Statement: [
                                {
                                    Effect: "Allow",
                                    Action: ["ecr:Batch*"],
                                    Resource:
                                        "arn:aws:ecr:us-east-1:593207742271:repository/aws-guardduty-agent-fargate",
                                },
                                {
                                    Effect: "Allow",
                                    Action: "ecr:GetDownloadUrlForLaye?",
                                    Resource: "*",
                                    Condition: { StringEquals: { "aws:RequestedRegion": "us-east-1" } },
                                },
                            ],
                        }),
                    },
                },
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: { requiresCompatibilities: ["FARGATE"], executionRoleArn: unknown },
                    dependsOn: { executionRoleArn: ["execution"] },
                },
            ],
        },
        "everything but what NotAction names": {
            given: [
                {
                    type: "iam.Role",
                    name: "execution",
                    inputs: {
                        name: "execution",
                        inlinePolicies: [
                            {
                                policy: JSON.stringify({
                                    Statement: { Effect: "Allow", NotAction: "iam:*", Resource: "*" },
                                }),
                            },
                        ],
                    },
                },
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: { requiresCompatibilities: ["FARGATE"], executionRoleArn: unknown },
                    dependsOn: { executionRoleArn: ["execution"] },
                },
            ],
        },
        "a task that is not for Fargate": {
            given: [
                { type: "iam.Role", name: "execution", inputs: { name: "execution" } },
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: { requiresCompatibilities: ["EC2"], executionRoleArn: unknown },
                    dependsOn: { executionRoleArn: ["execution"] },
                },
            ],
        },
        "the managed policy, and one of the same name": {
            given: [namesake("AmazonECSTaskExecutionRolePolicy"), ...attached(EXECUTION)],
        },
        "the managed policy in the role, and one of the same name": {
            given: [
                namesake("AmazonECSTaskExecutionRolePolicy"),
                {
                    type: "iam.Role",
                    name: "execution",
                    inputs: { name: "execution", managedPolicyArns: [EXECUTION] },
                },
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: { requiresCompatibilities: ["FARGATE"], executionRoleArn: "execution" },
                },
            ],
        },
        "no execution role, which another policy reports": {
            given: [{ type: "ecs.TaskDefinition", name: "web", inputs: { requiresCompatibilities: ["FARGATE"] } }],
        },
    },
    invalid: {
        "a role that may not pull images": {
            given: [
                { type: "iam.Role", name: "execution", inputs: { name: "execution" } },
                {
                    type: "iam.RolePolicy",
                    name: "pull",
                    inputs: {
                        role: "execution",
                        policy: JSON.stringify({
                            Version: "2012-10-17",
                            Statement: [
                                { Effect: "Allow", Action: ["ecr:GetAuthorizationToken", "logs:*"], Resource: "*" },
                            ],
                        }),
                    },
                },
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: { family: "web", requiresCompatibilities: ["FARGATE"], executionRoleArn: unknown },
                    dependsOn: { executionRoleArn: ["execution"] },
                },
            ],
            reports: {
                web: [
                    'Execution role "execution" does not allow `ecr:BatchCheckLayerAvailability`, `ecr:GetDownloadUrlForLayer`, `ecr:BatchGetImage`.',
                ],
            },
        },
        "a role without any policy, after the update": {
            given: [
                { type: "iam.Role", name: "execution", inputs: { name: "execution", inlinePolicies: [] } },
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: {
                        requiresCompatibilities: ["FARGATE"],
                        executionRoleArn: "arn:aws:iam::123456789012:role/execution",
                    },
                },
            ],
            reports: {
                web: [
                    'Execution role "execution" does not allow `ecr:GetAuthorizationToken`, `ecr:BatchCheckLayerAvailability`, `ecr:GetDownloadUrlForLayer`, `ecr:BatchGetImage`.',
                ],
            },
        },
        "all actions on a repository, on which nobody gets a token": {
            given: [
                { type: "iam.Role", name: "execution", inputs: { name: "execution" } },
                {
                    type: "iam.RolePolicy",
                    name: "pull",
                    inputs: {
                        role: "execution",
                        policy: JSON.stringify({
                            Statement: {
                                Effect: "Allow",
                                Action: "ecr:*",
                                Resource: "arn:aws:ecr:eu-west-1:123456789012:repository/*",
                            },
                        }),
                    },
                },
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: { requiresCompatibilities: ["FARGATE"], executionRoleArn: unknown },
                    dependsOn: { executionRoleArn: ["execution"] },
                },
            ],
            reports: {
                web: [
                    'Execution role "execution" does not allow `ecr:GetAuthorizationToken`, which is allowed on some resources only.',
                ],
            },
        },
        "the managed policy beside a Deny in a policy of the stack": {
            given: [
                { type: "iam.Role", name: "execution", inputs: { name: "execution", managedPolicyArns: [EXECUTION] } },
                {
                    type: "iam.Policy",
                    name: "deny",
                    inputs: {
                        policy: JSON.stringify({
                            Statement: { Effect: "Deny", Action: "ecr:GetDownloadUrlForLayer", Resource: ["*"] },
                        }),
                    },
                },
                {
                    type: "iam.PolicyAttachment",
                    name: "attachment",
                    inputs: { roles: ["execution"], policyArn: unknown },
                    dependsOn: { policyArn: ["deny"] },
                },
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: { requiresCompatibilities: ["FARGATE"], executionRoleArn: unknown },
                    dependsOn: { executionRoleArn: ["execution"] },
                },
            ],
            reports: {
                web: [
                    'Execution role "execution" does not allow `ecr:GetDownloadUrlForLayer`, which IAM policy "deny" denies.',
                ],
            },
        },
        "a Deny beside a policy that cannot be read": {
            given: [
                {
                    type: "iam.Role",
                    name: "execution",
                    inputs: {
                        name: "execution",
                        managedPolicyArns: ["arn:aws:iam::123456789012:policy/other"],
                        inlinePolicies: [
                            {
                                policy: JSON.stringify({
                                    Statement: { Effect: "Deny", Action: "ecr:BatchGetImage", Resource: "*" },
                                }),
                            },
                        ],
                    },
                },
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: { requiresCompatibilities: ["FARGATE"], executionRoleArn: unknown },
                    dependsOn: { executionRoleArn: ["execution"] },
                },
            ],
            reports: {
                web: [
                    'Execution role "execution" does not allow `ecr:BatchGetImage`, which inline policy 1 of role "execution" denies.',
                ],
            },
        },
        "a boundary without the actions": {
            given: [
                {
                    type: "iam.Role",
                    name: "execution",
                    inputs: {
                        name: "execution",
                        managedPolicyArns: [EXECUTION],
                        permissionsBoundary: "arn:aws:iam::aws:policy/AmazonEC2ContainerRegistryPullOnly",
                    },
                },
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: { requiresCompatibilities: ["FARGATE"], executionRoleArn: unknown },
                    dependsOn: { executionRoleArn: ["execution"] },
                },
            ],
            reports: {
                web: [
                    'Execution role "execution" does not allow `ecr:BatchCheckLayerAvailability`, which its permissions boundary leaves out.',
                ],
            },
        },
        "actions that nobody allows, and one that is denied": {
            given: [
                {
                    type: "iam.Role",
                    name: "execution",
                    inputs: {
                        name: "execution",
                        inlinePolicies: [
                            {
                                policy: JSON.stringify({
                                    Statement: [
                                        { Effect: "Allow", Action: "ecr:GetAuthorizationToken", Resource: "*" },
                                        { Effect: "Deny", Action: "ecr:BatchGetImage", Resource: "*" },
                                    ],
                                }),
                            },
                        ],
                    },
                },
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: { requiresCompatibilities: ["FARGATE"], executionRoleArn: unknown },
                    dependsOn: { executionRoleArn: ["execution"] },
                },
            ],
            reports: {
                web: [
                    'Execution role "execution" does not allow `ecr:BatchCheckLayerAvailability`, `ecr:GetDownloadUrlForLayer`, nor `ecr:BatchGetImage`, which inline policy 1 of role "execution" denies.',
                ],
            },
        },
        "a task that a service starts on Fargate": {
            given: [
                {
                    type: "iam.Role",
                    name: "execution",
                    inputs: {
                        name: "execution",
                        managedPolicyArns: ["arn:aws:iam::aws:policy/AmazonEC2ContainerRegistryPullOnly"],
                    },
                },
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: { executionRoleArn: unknown },
                    dependsOn: { executionRoleArn: ["execution"] },
                },
                {
                    type: "ecs.Service",
                    name: "service",
                    inputs: { taskDefinition: unknown, launchType: "FARGATE" },
                    dependsOn: { taskDefinition: ["web"] },
                },
            ],
            reports: { web: ['Execution role "execution" does not allow `ecr:BatchCheckLayerAvailability`.'] },
        },
        "an express gateway service and a task definition of the other provider": {
            given: [
                {
                    type: "iam.Role",
                    name: "execution",
                    inputs: {
                        name: "execution",
                        managedPolicyArns: ["arn:aws:iam::aws:policy/AmazonEC2ContainerRegistryPullOnly"],
                    },
                },
                {
                    type: "ecs.ExpressGatewayService",
                    name: "express",
                    inputs: { executionRoleArn: unknown },
                    dependsOn: { executionRoleArn: ["execution"] },
                },
                {
                    type: "aws-native:ecs:TaskDefinition",
                    name: "native",
                    inputs: {
                        requiresCompatibilities: ["FARGATE"],
                        executionRoleArn: "arn:aws:iam::123456789012:role/execution",
                    },
                },
            ],
            reports: {
                express: ['Execution role "execution" does not allow `ecr:BatchCheckLayerAvailability`.'],
                native: ['Execution role "execution" does not allow `ecr:BatchCheckLayerAvailability`.'],
            },
        },
        "a managed policy that lacks one, beside one whose name is not known": {
            given: [namesake(unknown), ...attached("arn:aws:iam::aws:policy/AmazonEC2ContainerRegistryPullOnly")],
            reports: { web: ['Execution role "execution" does not allow `ecr:BatchCheckLayerAvailability`.'] },
        },
    },
    unknown: {
        "a role that came with the task role and the cluster in one output": {
            given: [
                { type: "ecs.Cluster", name: "cluster", outputs: { arn: unknown } },
                { type: "iam.Role", name: "task", inputs: { managedPolicyArns: [] }, outputs: { arn: unknown } },
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: {
                        requiresCompatibilities: ["FARGATE"],
                        executionRoleArn: unknown,
                        taskRoleArn: unknown,
                    },
                    dependsOn: { executionRoleArn: ["cluster", "task"], taskRoleArn: ["cluster", "task"] },
                },
            ],
        },
        "a policy that is attached to one of two roles with the same name, as in two accounts": {
            given: [
                { type: "iam.Role", name: "here", inputs: { name: "task" }, outputs: { arn: unknown } },
                { type: "iam.Role", name: "there", inputs: { name: "task" }, outputs: { arn: unknown } },
                {
                    type: "iam.PolicyAttachment",
                    name: "attachment",
                    inputs: { roles: ["task"], policyArn: EXECUTION },
                },
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: { requiresCompatibilities: ["FARGATE"], executionRoleArn: unknown },
                    dependsOn: { executionRoleArn: ["here"] },
                },
            ],
        },
        "a list of managed policies that is made of one in the stack and maybe others": {
            given: [
                {
                    type: "iam.Policy",
                    name: "secrets",
                    inputs: {
                        name: "secrets",
                        policy: JSON.stringify({
                            Statement: { Effect: "Allow", Action: "secretsmanager:GetSecretValue", Resource: "*" },
                        }),
                    },
                    outputs: { arn: unknown },
                },
                {
                    type: "iam.Role",
                    name: "execution",
                    inputs: { name: "app-exec", managedPolicyArns: unknown },
                    outputs: { name: "app-exec", arn: unknown },
                    dependsOn: { managedPolicyArns: ["secrets"] },
                },
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: { family: "web", requiresCompatibilities: ["FARGATE"], executionRoleArn: "app-exec" },
                },
            ],
        },
        "a role of another account with the name of one in the stack": {
            given: [
                {
                    type: "iam.Role",
                    name: "execution",
                    inputs: { name: "app-exec", managedPolicyArns: [] },
                    outputs: { name: "app-exec", arn: "arn:aws:iam::123456789012:role/app-exec" },
                },
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: {
                        family: "web",
                        requiresCompatibilities: ["FARGATE"],
                        executionRoleArn: "arn:aws:iam::210987654321:role/app-exec",
                    },
                },
            ],
        },
        "a role of another stack": {
            given: [
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: {
                        requiresCompatibilities: ["FARGATE"],
                        executionRoleArn: "arn:aws:iam::123456789012:role/shared",
                    },
                },
            ],
        },
        "a policy that cannot be read": {
            given: [
                { type: "iam.Role", name: "execution", inputs: { name: "execution" } },
                { type: "iam.RolePolicy", name: "pull", inputs: { role: "execution", policy: "Statement:" } },
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: { requiresCompatibilities: ["FARGATE"], executionRoleArn: unknown },
                    dependsOn: { executionRoleArn: ["execution"] },
                },
            ],
        },
        "a document that depends on another resource": {
            given: [
                { type: "iam.Role", name: "execution", inputs: { name: "execution" } },
                { type: "iam.RolePolicy", name: "pull", inputs: { role: "execution", policy: unknown } },
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: { requiresCompatibilities: ["FARGATE"], executionRoleArn: unknown },
                    dependsOn: { executionRoleArn: ["execution"] },
                },
            ],
        },
        "an attachment of an unknown policy": {
            given: [
                { type: "iam.Role", name: "execution", inputs: { name: "execution" } },
                {
                    type: "iam.RolePolicyAttachment",
                    name: "pull",
                    inputs: { role: "execution", policyArn: unknown },
                },
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: { requiresCompatibilities: ["FARGATE"], executionRoleArn: unknown },
                    dependsOn: { executionRoleArn: ["execution"] },
                },
            ],
        },
        "a Deny with a condition": {
            given: [
                {
                    type: "iam.Role",
                    name: "execution",
                    inputs: {
                        name: "execution",
                        managedPolicyArns: [EXECUTION],
                        inlinePolicies: [
                            {
                                policy: JSON.stringify({
                                    Statement: {
                                        Effect: "Deny",
                                        Action: "ecr:*",
                                        Resource: "*",
                                        Condition: { StringNotEquals: { "aws:SourceVpc": "vpc-1" } },
                                    },
                                }),
                            },
                        ],
                    },
                },
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: { requiresCompatibilities: ["FARGATE"], executionRoleArn: unknown },
                    dependsOn: { executionRoleArn: ["execution"] },
                },
            ],
        },
        "whether the task is for Fargate": {
            given: [
                { type: "iam.Role", name: "execution", inputs: { name: "execution" } },
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: { requiresCompatibilities: unknown, executionRoleArn: unknown },
                    dependsOn: { executionRoleArn: ["execution"] },
                },
            ],
        },
        "a role whose inputs were not noted, at preview": {
            given: [
                {
                    type: "iam.Role",
                    name: "execution",
                    inputs: false,
                    outputs: { name: "execution", inlinePolicies: unknown, managedPolicyArns: unknown },
                },
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: { requiresCompatibilities: ["FARGATE"], executionRoleArn: unknown },
                    dependsOn: { executionRoleArn: ["execution"] },
                },
            ],
        },
    },
});
