import { stackCases, unknown } from "../../support/cases";

const AGENT = "arn:aws:ecr:us-east-1:593207742271:repository/aws-guardduty-agent-fargate";

export default stackCases(__filename, {
    valid: {
        "the repositories by name, and the token on all": {
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
                                { Effect: "Allow", Action: "ecr:GetAuthorizationToken", Resource: "*" },
                                {
                                    Effect: "Allow",
                                    Action: [
                                        "ecr:BatchCheckLayerAvailability",
                                        "ecr:GetDownloadUrlForLayer",
                                        "ecr:BatchGetImage",
                                    ],
                                    Resource: [
                                        "arn:aws:ecr:us-east-1:123456789012:repository/web",
                                        "arn:aws:ecr:us-east-1:593207742271:repository/aws-guardduty-agent-fargate",
                                    ],
                                },
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
        },
        "the managed policy": {
            given: [
                {
                    type: "iam.Role",
                    name: "execution",
                    inputs: {
                        name: "execution",
                        managedPolicyArns: ["arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy"],
                    },
                },
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: {
                        requiresCompatibilities: ["FARGATE"],
                        executionRoleArn: "arn:aws:iam::123456789012:role/execution",
                    },
                },
            ],
        },
        "all repositories under a condition, denied, or all but one": {
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
                                        {
                                            Effect: "Allow",
                                            Action: "ecr:*",
                                            Resource: "*",
                                            Condition: { StringEquals: { "aws:ResourceTag/team": "web" } },
                                        },
                                        { Effect: "Deny", Action: "ecr:BatchGetImage", Resource: "*" },
                                        { Effect: "Allow", Action: "ecr:*", NotResource: AGENT },
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
        },
        "a task that is not for Fargate": {
            given: [
                {
                    type: "iam.Role",
                    name: "execution",
                    inputs: {
                        name: "execution",
                        inlinePolicies: [
                            {
                                policy: JSON.stringify({
                                    Statement: { Effect: "Allow", Action: "*", Resource: "*" },
                                }),
                            },
                        ],
                    },
                },
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: { requiresCompatibilities: ["EC2"], executionRoleArn: unknown },
                    dependsOn: { executionRoleArn: ["execution"] },
                },
            ],
        },
        "no execution role": {
            given: [{ type: "ecs.TaskDefinition", name: "web", inputs: { requiresCompatibilities: ["FARGATE"] } }],
        },
    },
    invalid: {
        "the pull actions on all repositories": {
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
                                {
                                    Effect: "Allow",
                                    Action: [
                                        "ecr:GetAuthorizationToken",
                                        "ecr:BatchCheckLayerAvailability",
                                        "ecr:GetDownloadUrlForLayer",
                                        "ecr:BatchGetImage",
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
                    inputs: { family: "web", requiresCompatibilities: ["FARGATE"], executionRoleArn: unknown },
                    dependsOn: { executionRoleArn: ["execution"] },
                },
            ],
            reports: {
                web: [
                    'Statement 1 of role policy "pull" allows `ecr:BatchCheckLayerAvailability`, `ecr:GetDownloadUrlForLayer`, `ecr:BatchGetImage` on all repositories.',
                ],
            },
        },
        "one of three statements, in a policy of the stack, after the update": {
            given: [
                { type: "iam.Role", name: "execution", inputs: { name: "execution" } },
                {
                    type: "iam.Policy",
                    name: "pull",
                    inputs: {
                        policy: JSON.stringify({
                            Statement: [
                                { Effect: "Allow", Action: "ecr:GetAuthorizationToken", Resource: "*" },
                                { Sid: "Images", Effect: "Allow", Action: "ecr:BatchGet*", Resource: [AGENT, "*"] },
                                { Effect: "Allow", Action: "ecr:*", Resource: AGENT },
                            ],
                        }),
                    },
                    outputs: { arn: "arn:aws:iam::123456789012:policy/pull" },
                },
                {
                    type: "iam.RolePolicyAttachment",
                    name: "attachment",
                    inputs: { role: "execution", policyArn: "arn:aws:iam::123456789012:policy/pull" },
                },
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
                web: ['Statement "Images" of IAM policy "pull" allows `ecr:BatchGetImage` on all repositories.'],
            },
        },
        "a policy that is attached twice, said once": {
            given: [
                {
                    type: "iam.Role",
                    name: "execution",
                    inputs: { name: "execution", managedPolicyArns: ["arn:aws:iam::123456789012:policy/pull"] },
                },
                {
                    type: "iam.Policy",
                    name: "pull",
                    inputs: {
                        name: "pull",
                        policy: JSON.stringify({
                            Statement: { Effect: "Allow", Action: "ecr:BatchGetImage", Resource: "*" },
                        }),
                    },
                },
                {
                    type: "iam.RolePolicyAttachment",
                    name: "attachment",
                    inputs: { role: "execution", policyArn: "arn:aws:iam::123456789012:policy/pull" },
                },
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: {
                        requiresCompatibilities: ["FARGATE"],
                        executionRoleArn: "arn:aws:iam::123456789012:role/execution",
                    },
                },
            ],
            reports: { web: ['Statement 1 of IAM policy "pull" allows `ecr:BatchGetImage` on all repositories.'] },
        },
        "inline policies, whatever else cannot be read, for an express gateway service": {
            given: [
                {
                    type: "iam.Role",
                    name: "execution",
                    inputs: {
                        name: "execution",
                        managedPolicyArns: [unknown],
                        inlinePolicies: [
                            { name: "broken", policy: "Statement:" },
                            {
                                name: "pull",
                                policy: JSON.stringify({
                                    Statement: { Effect: "Allow", NotAction: ["iam:*", "ecr:Batch*"], Resource: "*" },
                                }),
                            },
                        ],
                    },
                },
                {
                    type: "ecs.ExpressGatewayService",
                    name: "web",
                    inputs: { executionRoleArn: unknown },
                    dependsOn: { executionRoleArn: ["execution"] },
                },
            ],
            reports: {
                web: [
                    'Statement 1 of inline policy "pull" of role "execution" allows `ecr:GetDownloadUrlForLayer` on all repositories.',
                ],
            },
        },
    },
    unknown: {
        "a document": {
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
        "whether the role has the document": {
            given: [
                { type: "iam.Role", name: "execution", inputs: { name: "execution" } },
                {
                    type: "iam.RolePolicy",
                    name: "pull",
                    inputs: {
                        role: unknown,
                        policy: JSON.stringify({ Statement: { Effect: "Allow", Action: "*", Resource: "*" } }),
                    },
                },
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: { requiresCompatibilities: ["FARGATE"], executionRoleArn: unknown },
                    dependsOn: { executionRoleArn: ["execution"] },
                },
            ],
            settled: true,
        },
        "the resource of a statement, while another one is on all": {
            given: [
                { type: "iam.Role", name: "execution", inputs: { name: "execution" } },
                {
                    type: "iam.RolePolicy",
                    name: "pull",
                    inputs: {
                        role: "execution",
                        policy: {
                            Statement: [
                                { Effect: "Allow", Action: "ecr:BatchGetImage", Resource: unknown },
                                { Effect: "Allow", Action: ["ecr:BatchGetImage", unknown], Resource: "*" },
                            ],
                        },
                    },
                },
                {
                    type: "ecs.TaskDefinition",
                    name: "web",
                    inputs: { requiresCompatibilities: ["FARGATE"], executionRoleArn: unknown },
                    dependsOn: { executionRoleArn: ["execution"] },
                },
            ],
            reports: { web: ['Statement 2 of role policy "pull" allows `ecr:BatchGetImage` on all repositories.'] },
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
    },
});
