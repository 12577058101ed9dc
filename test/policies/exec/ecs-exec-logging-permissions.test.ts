import { Resource, stackCases, unknown } from "../../support/cases";

const TASK: Resource = {
    type: "ecs.TaskDefinition",
    name: "web",
    inputs: { family: "web", taskRoleArn: "arn:aws:iam::123456789012:role/task" },
};
const SERVICE: Resource = {
    type: "ecs.Service",
    name: "service",
    inputs: { taskDefinition: "web", cluster: "shop", enableExecuteCommand: true },
};

/** A cluster that logs to `/ecs/exec`, and a role that may write to all log groups but one. */
const allBut = (group: string): Resource[] => [
    {
        type: "ecs.Cluster",
        name: "cluster",
        inputs: {
            name: "shop",
            configuration: {
                executeCommandConfiguration: {
                    logging: "OVERRIDE",
                    logConfiguration: { cloudWatchLogGroupName: "/ecs/exec" },
                },
            },
        },
    },
    { type: "iam.Role", name: "task", inputs: { name: "task" } },
    {
        type: "iam.RolePolicy",
        name: "logs",
        inputs: {
            role: "task",
            policy: JSON.stringify({
                Statement: {
                    Effect: "Allow",
                    Action: "logs:*",
                    NotResource: `arn:aws:logs:*:*:log-group:${group}:*`,
                },
            }),
        },
    },
];

export default stackCases(__filename, {
    valid: {
        "a role that may write to the log group": {
            given: [
                {
                    type: "ecs.Cluster",
                    name: "cluster",
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
                { type: "iam.Role", name: "task", inputs: { name: "task" } },
                {
                    type: "iam.RolePolicy",
                    name: "logs",
                    inputs: {
                        role: "task",
                        policy: JSON.stringify({
                            Version: "2012-10-17",
                            Statement: [
                                { Effect: "Allow", Action: "logs:DescribeLogGroups", Resource: "*" },
                                {
                                    Effect: "Allow",
                                    Action: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
                                    Resource: "arn:aws:logs:us-east-1:123456789012:log-group:/aws/ecs/exec:*",
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
                    inputs: { taskDefinition: unknown, cluster: unknown, enableExecuteCommand: true },
                    dependsOn: { taskDefinition: ["web"], cluster: ["cluster"] },
                },
            ],
        },
        "a role that may write to the bucket": {
            given: [
                {
                    type: "ecs.Cluster",
                    name: "cluster",
                    inputs: {
                        name: "shop",
                        configuration: {
                            executeCommandConfiguration: {
                                logging: "OVERRIDE",
                                logConfiguration: { s3BucketName: unknown },
                            },
                        },
                    },
                    dependsOn: { configuration: ["bucket"] },
                },
                { type: "s3.Bucket", name: "bucket", inputs: { bucket: "exec-logs" } },
                {
                    type: "iam.Role",
                    name: "task",
                    inputs: {
                        name: "task",
                        inlinePolicies: [
                            {
                                policy: JSON.stringify({
                                    Statement: [
                                        { Effect: "Allow", Action: "s3:GetBucketLocation", Resource: "*" },
                                        {
                                            Effect: "Allow",
                                            Action: "s3:GetEncryptionConfiguration",
                                            Resource: "arn:aws:s3:::exec-logs",
                                        },
                                        {
                                            Effect: "Allow",
                                            Action: "s3:PutObject",
                                            Resource: "arn:aws:s3:::exec-logs/*",
                                        },
                                    ],
                                }),
                            },
                        ],
                    },
                },
                TASK,
                SERVICE,
            ],
        },
        "a cluster that logs nothing": {
            given: [
                {
                    type: "ecs.Cluster",
                    name: "cluster",
                    inputs: { name: "shop", configuration: { executeCommandConfiguration: { logging: "NONE" } } },
                },
                { type: "iam.Role", name: "task", inputs: { name: "task" } },
                TASK,
                SERVICE,
            ],
        },
        "OVERRIDE without a destination, which another policy reports": {
            given: [
                {
                    type: "ecs.Cluster",
                    name: "cluster",
                    inputs: {
                        name: "shop",
                        configuration: {
                            executeCommandConfiguration: {
                                logging: "OVERRIDE",
                                logConfiguration: { cloudWatchLogGroupName: "", s3BucketName: null },
                            },
                        },
                    },
                },
                { type: "iam.Role", name: "task", inputs: { name: "task" } },
                TASK,
                SERVICE,
            ],
        },
        "the managed policy for logs, by DEFAULT": {
            given: [
                { type: "ecs.Cluster", name: "cluster", inputs: { name: "shop" } },
                {
                    type: "iam.Role",
                    name: "task",
                    inputs: {
                        name: "task",
                        managedPolicyArns: ["arn:aws:iam::aws:policy/CloudWatchLogsFullAccess"],
                    },
                },
                TASK,
                SERVICE,
            ],
        },
        "no task role, which another policy reports": {
            given: [
                { type: "ecs.Cluster", name: "cluster", inputs: { name: "shop" } },
                { type: "ecs.TaskDefinition", name: "web", inputs: { family: "web" } },
                SERVICE,
            ],
        },
        "ECS Exec off": {
            given: [
                { type: "ecs.Cluster", name: "cluster", inputs: { name: "shop" } },
                { type: "iam.Role", name: "task", inputs: { name: "task" } },
                TASK,
                { type: "ecs.Service", name: "service", inputs: { taskDefinition: "web", cluster: "shop" } },
            ],
        },
        "all log groups but others": {
            given: [...allBut("/ecs/web"), TASK, SERVICE],
        },
    },
    invalid: {
        "a role that may write to another log group": {
            given: [
                {
                    type: "ecs.Cluster",
                    name: "cluster",
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
                { type: "iam.Role", name: "task", inputs: { name: "task" } },
                {
                    type: "iam.RolePolicy",
                    name: "logs",
                    inputs: {
                        role: "task",
                        policy: JSON.stringify({
                            Version: "2012-10-17",
                            Statement: [
                                {
                                    Effect: "Allow",
                                    Action: "logs:*",
                                    Resource: "arn:aws:logs:us-east-1:123456789012:log-group:/ecs/web:*",
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
                    inputs: { taskDefinition: unknown, cluster: unknown, enableExecuteCommand: true },
                    dependsOn: { taskDefinition: ["web"], cluster: ["cluster"] },
                },
            ],
            reports: {
                web: [
                    'Cluster "cluster" logs sessions to CloudWatch Logs, but task role "task" does not allow `logs:CreateLogStream`, `logs:DescribeLogStreams`, `logs:PutLogEvents` on `arn:*:logs:*:*:log-group:/aws/ecs/exec:*`.',
                ],
            },
        },
        "a role without permissions, by DEFAULT, reported once for two services": {
            given: [
                { type: "ecs.Cluster", name: "cluster", inputs: { name: "shop" } },
                { type: "iam.Role", name: "task", inputs: { name: "task" } },
                TASK,
                SERVICE,
                { ...SERVICE, name: "other" },
            ],
            reports: {
                web: [
                    'Cluster "cluster" logs sessions to CloudWatch Logs, but task role "task" does not allow `logs:DescribeLogGroups` and `logs:CreateLogStream`, `logs:DescribeLogStreams`, `logs:PutLogEvents`.',
                ],
            },
        },
        "log group and bucket, after the update": {
            given: [
                {
                    type: "ecs.Cluster",
                    name: "cluster",
                    inputs: {
                        name: "shop",
                        configuration: {
                            executeCommandConfiguration: {
                                logging: "OVERRIDE",
                                logConfiguration: { cloudWatchLogGroupName: "exec", s3BucketName: "exec-logs" },
                            },
                        },
                    },
                },
                {
                    type: "cloudwatch.LogGroup",
                    name: "group",
                    inputs: { name: "exec" },
                    outputs: { id: "exec", name: "exec", arn: "arn:aws:logs:us-east-1:123456789012:log-group:exec" },
                },
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
                                            Action: ["logs:Describe*", "s3:PutObject"],
                                            Resource: [
                                                "arn:aws:logs:us-east-1:123456789012:log-group:exec:*",
                                                "arn:aws:s3:::exec-logs",
                                            ],
                                        },
                                        {
                                            Effect: "Allow",
                                            Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
                                            Resource: "arn:aws:logs:eu-west-1:123456789012:log-group:exec:*",
                                        },
                                    ],
                                }),
                            },
                        ],
                    },
                },
                TASK,
                SERVICE,
            ],
            reports: {
                web: [
                    'Cluster "cluster" logs sessions to CloudWatch Logs, but task role "task" does not allow `logs:CreateLogStream`, `logs:PutLogEvents` on `arn:aws:logs:us-east-1:123456789012:log-group:exec:*`.',
                    'Cluster "cluster" logs sessions to Amazon S3, but task role "task" does not allow `s3:GetBucketLocation` and `s3:GetEncryptionConfiguration` on `arn:*:s3:::exec-logs` and `s3:PutObject` on `arn:*:s3:::exec-logs/*`.',
                ],
            },
        },
        "a bucket that the provider has named, after the update": {
            given: [
                {
                    type: "ecs.Cluster",
                    name: "cluster",
                    inputs: {
                        name: "shop",
                        configuration: {
                            executeCommandConfiguration: {
                                logging: "OVERRIDE",
                                logConfiguration: { s3BucketName: "exec-7f3a" },
                            },
                        },
                    },
                },
                {
                    type: "s3.Bucket",
                    name: "bucket",
                    inputs: { bucketPrefix: "exec-" },
                    outputs: { id: "exec-7f3a", bucket: "exec-7f3a", arn: "arn:aws:s3:::exec-7f3a" },
                },
                {
                    type: "iam.Role",
                    name: "task",
                    inputs: {
                        name: "task",
                        inlinePolicies: [
                            {
                                policy: JSON.stringify({
                                    Statement: [
                                        { Effect: "Allow", Action: "s3:Get*", Resource: "*" },
                                        {
                                            Effect: "Allow",
                                            Action: "s3:PutObject",
                                            Resource: "arn:aws:s3:::exec-0000/*",
                                        },
                                    ],
                                }),
                            },
                        ],
                    },
                },
                TASK,
                SERVICE,
            ],
            reports: {
                web: [
                    'Cluster "cluster" logs sessions to Amazon S3, but task role "task" does not allow `s3:PutObject` on `arn:aws:s3:::exec-7f3a/*`.',
                ],
            },
        },
        "a destination that is not known, since no action is allowed anywhere": {
            given: [
                {
                    type: "aws-native:ecs:Cluster",
                    name: "cluster",
                    inputs: {
                        clusterName: "shop",
                        configuration: {
                            executeCommandConfiguration: {
                                logging: "OVERRIDE",
                                logConfiguration: { s3BucketName: unknown },
                            },
                        },
                    },
                },
                { type: "iam.Role", name: "task", inputs: { name: "task" } },
                TASK,
                SERVICE,
            ],
            reports: {
                web: [
                    'Cluster "cluster" logs sessions to Amazon S3, but task role "task" does not allow `s3:GetBucketLocation` and `s3:GetEncryptionConfiguration` and `s3:PutObject`.',
                ],
            },
        },
        "a cluster of the stack beside one of another stack": {
            given: [
                { type: "ecs.Cluster", name: "cluster", inputs: { name: "shop" } },
                {
                    type: "iam.Role",
                    name: "task",
                    inputs: {
                        name: "task",
                        managedPolicyArns: ["arn:aws:iam::aws:policy/CloudWatchLogsReadOnlyAccess"],
                    },
                },
                TASK,
                {
                    type: "ecs.Service",
                    name: "other",
                    inputs: { taskDefinition: "web", cluster: "other", enableExecuteCommand: true },
                },
                SERVICE,
            ],
            reports: {
                web: [
                    'Cluster "cluster" logs sessions to CloudWatch Logs, but task role "task" does not allow `logs:CreateLogStream`, `logs:PutLogEvents`.',
                ],
            },
        },
        "all log groups but the one of the sessions": {
            given: [...allBut("/ecs/exec"), TASK, SERVICE],
            reports: {
                web: [
                    'Cluster "cluster" logs sessions to CloudWatch Logs, but task role "task" does not allow `logs:CreateLogStream`, `logs:DescribeLogStreams`, `logs:PutLogEvents` on `arn:*:logs:*:*:log-group:/ecs/exec:*`.',
                ],
            },
        },
    },
    unknown: {
        "a cluster of another stack": {
            given: [{ type: "iam.Role", name: "task", inputs: { name: "task" } }, TASK, SERVICE],
        },
        "how the cluster logs": {
            given: [
                {
                    type: "ecs.Cluster",
                    name: "cluster",
                    inputs: { name: "shop", configuration: { executeCommandConfiguration: { logging: unknown } } },
                },
                { type: "iam.Role", name: "task", inputs: { name: "task" } },
                TASK,
                SERVICE,
            ],
        },
        "a document that depends on the log group": {
            given: [
                { type: "ecs.Cluster", name: "cluster", inputs: { name: "shop" } },
                { type: "iam.Role", name: "task", inputs: { name: "task" } },
                { type: "iam.RolePolicy", name: "logs", inputs: { role: "task", policy: unknown } },
                TASK,
                SERVICE,
            ],
        },
        "a Deny on the log group": {
            given: [
                { type: "ecs.Cluster", name: "cluster", inputs: { name: "shop" } },
                {
                    type: "iam.Role",
                    name: "task",
                    inputs: {
                        name: "task",
                        managedPolicyArns: ["arn:aws:iam::aws:policy/CloudWatchLogsFullAccess"],
                        inlinePolicies: [
                            {
                                policy: JSON.stringify({
                                    Statement: {
                                        Effect: "Deny",
                                        Action: "logs:*",
                                        Resource: "arn:aws:logs:*:*:log-group:audit:*",
                                    },
                                }),
                            },
                        ],
                    },
                },
                TASK,
                SERVICE,
            ],
        },
    },
});
