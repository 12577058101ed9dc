import { Resource, stackCases, unknown } from "../../support/cases";

const ROLE_ARN = "arn:aws:iam::123456789012:role/task";
const ROLE: Resource = { type: "iam.Role", name: "task", inputs: { name: "task" } };

/** A task definition with these containers. */
const task = (containerDefinitions: unknown): Resource => ({
    type: "ecs.TaskDefinition",
    name: "web",
    inputs: { family: "web", taskRoleArn: ROLE_ARN, containerDefinitions },
});
const TASK = task(JSON.stringify([{ name: "app", logConfiguration: { logDriver: "awslogs" } }]));
const SERVICE: Resource = {
    type: "ecs.Service",
    name: "service",
    inputs: { taskDefinition: "web", cluster: "shop", enableExecuteCommand: true },
};

/** A cluster that logs to `/ecs/exec`, and a role that may write to all log groups but these. */
const allBut = (groups: string): Resource[] => [
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
                    NotResource: groups,
                },
            }),
        },
    },
];

/** A cluster that logs to a bucket. */
const toBucket = (s3BucketName: string, more: Record<string, unknown> = {}): Resource => ({
    type: "ecs.Cluster",
    name: "cluster",
    inputs: {
        name: "shop",
        configuration: {
            executeCommandConfiguration: { logging: "OVERRIDE", logConfiguration: { s3BucketName, ...more } },
        },
    },
});
const BUCKET_ACTIONS = ["s3:GetBucketLocation", "s3:GetEncryptionConfiguration", "s3:PutObject"];
/** What the policy of the bucket `sessions` lets the role do, or another principal. */
const letIn = (more: object = {}): string =>
    JSON.stringify({
        Statement: {
            Effect: "Allow",
            Principal: { AWS: ROLE_ARN },
            Action: BUCKET_ACTIONS,
            Resource: ["arn:aws:s3:::sessions", "arn:aws:s3:::sessions/*"],
            ...more,
        },
    });
const bucketPolicy = (bucket: string, policy: string = letIn()): Resource => ({
    type: "s3.BucketPolicy",
    name: "let-in",
    inputs: { bucket, policy },
});
/** What the role itself may do with the bucket, its objects under a prefix. */
const mayPut = (objects: string): Resource => ({
    type: "iam.RolePolicy",
    name: "objects",
    inputs: {
        role: "task",
        policy: JSON.stringify({
            Statement: [
                { Effect: "Allow", Action: "s3:Get*", Resource: "*" },
                { Effect: "Allow", Action: "s3:PutObject", Resource: objects },
            ],
        }),
    },
});
const lacksBucket = {
    web: [
        'Cluster "cluster" logs sessions to Amazon S3, but task role "task" does not allow `s3:GetBucketLocation`, `s3:GetEncryptionConfiguration` on `arn:*:s3:::sessions`, nor `s3:PutObject` on `arn:*:s3:::sessions/ecs-execute-command-*`.',
    ],
};
const lacksObjects = (objects: string, why = "") => ({
    web: [
        `Cluster "cluster" logs sessions to Amazon S3, but task role "task" does not allow \`s3:PutObject\` on \`arn:*:s3:::sessions/${objects}\`${why}.`,
    ],
});
const LACKS_BY_DEFAULT =
    'Cluster "cluster" logs sessions to the `awslogs` driver (`DEFAULT`), but task role "task" does not allow `logs:DescribeLogGroups`, `logs:CreateLogStream`, `logs:DescribeLogStreams`, `logs:PutLogEvents`.';

/** A cluster that logs by `DEFAULT`, and a role without permissions. */
const BY_DEFAULT: Resource[] = [{ type: "ecs.Cluster", name: "cluster", inputs: { name: "shop" } }, ROLE];

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
            given: [...allBut("arn:aws:logs:*:*:log-group:/ecs/web:*"), TASK, SERVICE],
        },
        "a bucket policy for the role": {
            given: [
                toBucket("sessions"),
                { type: "s3.Bucket", name: "bucket", inputs: { bucket: "sessions" } },
                bucketPolicy("sessions"),
                ROLE,
                TASK,
                SERVICE,
            ],
        },
        "a bucket policy for everyone in the organization, at preview": {
            given: [
                { ...toBucket(unknown), dependsOn: { configuration: ["bucket"] } },
                { type: "s3.BucketV2", name: "bucket", inputs: { bucket: "sessions" } },
                {
                    ...bucketPolicy(
                        unknown,
                        letIn({ Principal: "*", Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" } } }),
                    ),
                    dependsOn: { bucket: ["bucket"] },
                },
                ROLE,
                TASK,
                SERVICE,
            ],
        },
        "a policy in the bucket itself": {
            given: [
                toBucket("sessions"),
                { type: "s3.Bucket", name: "bucket", inputs: { bucket: "sessions", policy: letIn() } },
                ROLE,
                TASK,
                SERVICE,
            ],
        },
        "a bucket policy for a bucket outside the stack": {
            given: [toBucket("sessions"), bucketPolicy("sessions"), ROLE, TASK, SERVICE],
        },
        "a bucket policy for objects, and a role that may do the rest": {
            given: [
                toBucket("sessions", { s3KeyPrefix: "exec" }),
                bucketPolicy("sessions", letIn({ Action: "s3:PutObject", Resource: "arn:aws:s3:::sessions/exec/*" })),
                ROLE,
                mayPut("arn:aws:s3:::other/*"),
                TASK,
                SERVICE,
            ],
        },
        "all objects, where a brace is in the prefix": {
            given: [
                toBucket("sessions", { s3KeyPrefix: "exec}" }),
                ROLE,
                mayPut("arn:aws:s3:::sessions/*"),
                TASK,
                SERVICE,
            ],
        },
        "objects under the prefix": {
            given: [
                toBucket("sessions", { s3KeyPrefix: "exec" }),
                ROLE,
                mayPut("arn:aws:s3:::sessions/exec/*"),
                TASK,
                SERVICE,
            ],
        },
        "the logs of sessions by name, under a prefix that ends with a slash": {
            given: [
                toBucket("sessions", { s3KeyPrefix: "exec/" }),
                ROLE,
                mayPut("arn:aws:s3:::sessions/exec/ecs-execute-command-*"),
                TASK,
                SERVICE,
            ],
        },
        "the logs of sessions under a prefix of two parts": {
            given: [
                toBucket("sessions", { s3KeyPrefix: "exec/web" }),
                ROLE,
                mayPut("arn:aws:s3:::sessions/exec/web/ecs-execute-command-*"),
                TASK,
                SERVICE,
            ],
        },
        "objects under a prefix, where that of the cluster is not known": {
            given: [
                toBucket("sessions", { s3KeyPrefix: unknown }),
                ROLE,
                mayPut("arn:aws:s3:::sessions/exec/*"),
                TASK,
                SERVICE,
            ],
        },

        "objects under a prefix that ends with several slashes": {
            given: [
                toBucket("sessions", { s3KeyPrefix: "exec//" }),
                ROLE,
                mayPut("arn:aws:s3:::sessions/exec/ecs-execute-command-*"),
                TASK,
                SERVICE,
            ],
        },
        "a log group whose ARN the provider answers with all its streams": {
            given: [
                {
                    type: "cloudwatch.LogGroup",
                    name: "group",
                    inputs: { name: "/ecs/exec" },
                    outputs: { arn: "arn:aws:logs:us-east-1:123456789012:log-group:/ecs/exec:*" },
                },
                ...allBut("arn:aws:logs:*:*:log-group:/ecs/web:*"),
                TASK,
                SERVICE,
            ],
        },
        "the bucket by its ARN in the bucket policy": {
            given: [
                toBucket("sessions"),
                { type: "s3.Bucket", name: "bucket", inputs: { bucket: "sessions" } },
                bucketPolicy("arn:aws:s3:::sessions"),
                ROLE,
                TASK,
                SERVICE,
            ],
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
                web: [LACKS_BY_DEFAULT],
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
                    'Cluster "cluster" logs sessions to Amazon S3, but task role "task" does not allow `s3:GetBucketLocation`, `s3:GetEncryptionConfiguration` on `arn:*:s3:::exec-logs`, nor `s3:PutObject` on `arn:*:s3:::exec-logs/ecs-execute-command-*`.',
                ],
            },
        },
        "the location of other buckets, and of the objects in this one": {
            given: [
                toBucket("exec-logs"),
                {
                    ...ROLE,
                    inputs: {
                        name: "task",
                        inlinePolicies: [
                            {
                                policy: JSON.stringify({
                                    Statement: [
                                        {
                                            Effect: "Allow",
                                            Action: "s3:*",
                                            Resource: ["arn:aws:s3:::exec-logs/*", "arn:aws:s3:::other"],
                                        },
                                        {
                                            Effect: "Allow",
                                            Action: "s3:GetEncryptionConfiguration",
                                            Resource: "arn:aws:s3:::exec-logs",
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
                    'Cluster "cluster" logs sessions to Amazon S3, but task role "task" does not allow `s3:GetBucketLocation` on `arn:*:s3:::exec-logs`.',
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
                    'Cluster "cluster" logs sessions to Amazon S3, but task role "task" does not allow `s3:PutObject` on `arn:aws:s3:::exec-7f3a/ecs-execute-command-*`.',
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
                    'Cluster "cluster" logs sessions to Amazon S3, but task role "task" does not allow `s3:GetBucketLocation`, `s3:GetEncryptionConfiguration`, `s3:PutObject`.',
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
                    'Cluster "cluster" logs sessions to the `awslogs` driver (`DEFAULT`), but task role "task" does not allow `logs:CreateLogStream`, `logs:PutLogEvents`.',
                ],
            },
        },
        "all log groups but the one of the sessions": {
            given: [...allBut("arn:aws:logs:*:*:log-group:/ecs/exec:*"), TASK, SERVICE],
            reports: {
                web: [
                    'Cluster "cluster" logs sessions to CloudWatch Logs, but task role "task" does not allow `logs:CreateLogStream`, `logs:DescribeLogStreams`, `logs:PutLogEvents` on `arn:*:logs:*:*:log-group:/ecs/exec:*`.',
                ],
            },
        },
        "containers that are not known, by DEFAULT": {
            given: [...BY_DEFAULT, task(unknown), SERVICE],
            reports: { web: [LACKS_BY_DEFAULT] },
        },
        "containers that log otherwise, by DEFAULT": {
            given: [...BY_DEFAULT, task('[{"name":"app","logConfiguration":{"logDriver":"awsfirelens"}}]'), SERVICE],
            reports: { web: [LACKS_BY_DEFAULT] },
        },
        "policies of another bucket, for another role and for something else": {
            given: [
                toBucket("sessions"),
                { type: "s3.Bucket", name: "bucket", inputs: { bucket: "sessions" } },
                { type: "s3.Bucket", name: "other-bucket", inputs: { bucket: "other", policy: letIn() } },
                { ...bucketPolicy("elsewhere"), name: "elsewhere" },
                bucketPolicy(
                    "sessions",
                    letIn({
                        Principal: {
                            AWS: ["arn:aws:iam::123456789012:role/other", "arn:aws:iam::123456789012:root"],
                        },
                    }),
                ),
                { ...bucketPolicy("sessions", letIn({ Action: "s3:GetObject" })), name: "read" },
                { ...bucketPolicy("sessions", letIn({ Effect: "Deny" })), name: "deny" },
                ROLE,
                TASK,
                SERVICE,
            ],
            reports: lacksBucket,
        },
        "a bucket policy for the bucket, but not for its objects": {
            given: [
                toBucket("sessions"),
                bucketPolicy("sessions", letIn({ Resource: "arn:aws:s3:::sessions" })),
                ROLE,
                TASK,
                SERVICE,
            ],
            reports: lacksObjects("ecs-execute-command-*"),
        },
        "a bucket policy for the role, in spite of a Deny": {
            given: [
                toBucket("sessions"),
                bucketPolicy("sessions"),
                {
                    ...ROLE,
                    inputs: {
                        name: "task",
                        inlinePolicies: [
                            {
                                policy: JSON.stringify({
                                    Statement: { Effect: "Deny", Action: "s3:Put*", Resource: "*" },
                                }),
                            },
                        ],
                    },
                },
                TASK,
                SERVICE,
            ],
            reports: lacksObjects("ecs-execute-command-*", ', which inline policy 1 of role "task" denies'),
        },
        "objects under another prefix": {
            given: [
                toBucket("sessions", { s3KeyPrefix: "exec" }),
                ROLE,
                mayPut("arn:aws:s3:::sessions/other/*"),
                TASK,
                SERVICE,
            ],
            reports: lacksObjects("exec/ecs-execute-command-*"),
        },
        "objects in some folder only, where there is no prefix": {
            given: [toBucket("sessions"), ROLE, mayPut("arn:aws:s3:::sessions/demo/*"), TASK, SERVICE],
            reports: lacksObjects("ecs-execute-command-*"),
        },
        "objects of another bucket, where there is no prefix": {
            given: [toBucket("sessions", { s3KeyPrefix: "" }), ROLE, mayPut("arn:aws:s3:::other/*"), TASK, SERVICE],
            reports: lacksObjects("ecs-execute-command-*"),
        },

        "a log group whose ARN the provider answers with all its streams, left out": {
            given: [
                {
                    type: "cloudwatch.LogGroup",
                    name: "group",
                    inputs: { name: "/ecs/exec" },
                    outputs: { arn: "arn:aws:logs:us-east-1:123456789012:log-group:/ecs/exec:*" },
                },
                ...allBut("arn:aws:logs:*:*:log-group:/ecs/exec:*"),
                TASK,
                SERVICE,
            ],
            reports: {
                web: [
                    'Cluster "cluster" logs sessions to CloudWatch Logs, but task role "task" does not allow `logs:CreateLogStream`, `logs:DescribeLogStreams`, `logs:PutLogEvents` on `arn:aws:logs:us-east-1:123456789012:log-group:/ecs/exec:*`.',
                ],
            },
        },
        "a log group whose name is not known": {
            given: [
                {
                    type: "ecs.Cluster",
                    name: "cluster",
                    inputs: {
                        name: "shop",
                        configuration: {
                            executeCommandConfiguration: {
                                logging: "OVERRIDE",
                                logConfiguration: { cloudWatchLogGroupName: unknown },
                            },
                        },
                    },
                    dependsOn: { configuration: ["group"] },
                },
                { type: "cloudwatch.LogGroup", name: "group", inputs: { name: unknown } },
                ROLE,
                TASK,
                SERVICE,
            ],
            reports: {
                web: [
                    'Cluster "cluster" logs sessions to CloudWatch Logs, but task role "task" does not allow `logs:DescribeLogGroups`, `logs:CreateLogStream`, `logs:DescribeLogStreams`, `logs:PutLogEvents`.',
                ],
            },
        },
        "names that Pulumi makes up anew for each preview, which are not shown": {
            given: [
                {
                    type: "cloudwatch.LogGroup",
                    name: "sessions",
                    inputs: { name: "sessions-1a2b3c4" },
                    outputs: { name: "sessions-1a2b3c4", arn: unknown },
                },
                {
                    type: "s3.Bucket",
                    name: "archive",
                    inputs: { bucket: "archive-27f0f00" },
                    outputs: { bucket: "archive-27f0f00", arn: unknown },
                },
                toBucket("archive-27f0f00", { cloudWatchLogGroupName: "sessions-1a2b3c4", s3KeyPrefix: "exec" }),
                { type: "iam.Role", name: "task", inputs: { name: "task", inlinePolicies: [] } },
                TASK,
                SERVICE,
            ],
            reports: {
                web: [
                    'Cluster "cluster" logs sessions to CloudWatch Logs, but task role "task" does not allow `logs:DescribeLogGroups`, nor `logs:CreateLogStream`, `logs:DescribeLogStreams`, `logs:PutLogEvents` on log group "sessions".',
                    'Cluster "cluster" logs sessions to Amazon S3, but task role "task" does not allow `s3:GetBucketLocation`, `s3:GetEncryptionConfiguration` on bucket "archive", nor `s3:PutObject` on objects `exec/ecs-execute-command-*` of bucket "archive".',
                ],
            },
        },
    },
    unknown: {
        "a role that may log everywhere but in another Region, maybe": {
            given: [...allBut("arn:aws:logs:eu-west-1:123456789012:log-group:*"), TASK, SERVICE],
        },
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
        "whether the configuration that depends on a bucket names a log group too": {
            given: [
                { type: "s3.Bucket", name: "bucket", outputs: { id: unknown, bucket: unknown } },
                {
                    type: "ecs.Cluster",
                    name: "cluster",
                    inputs: {
                        name: "shop",
                        configuration: {
                            executeCommandConfiguration: { logging: "OVERRIDE", logConfiguration: unknown },
                        },
                    },
                    dependsOn: { configuration: ["bucket"] },
                },
                ROLE,
                TASK,
                SERVICE,
            ],
        },
        "the name of the log group": {
            given: [
                {
                    type: "ecs.Cluster",
                    name: "cluster",
                    inputs: {
                        name: "shop",
                        configuration: {
                            executeCommandConfiguration: {
                                logging: "OVERRIDE",
                                logConfiguration: { cloudWatchLogGroupName: unknown, s3BucketName: "" },
                            },
                        },
                    },
                },
                ROLE,
                TASK,
                SERVICE,
            ],
            reports: {
                web: [
                    'Cluster "cluster" logs sessions to CloudWatch Logs, but task role "task" does not allow `logs:DescribeLogGroups`, `logs:CreateLogStream`, `logs:DescribeLogStreams`, `logs:PutLogEvents`.',
                ],
            },
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
        "the policy of the bucket": {
            given: [
                toBucket("sessions"),
                { type: "s3.Bucket", name: "bucket", inputs: { bucket: "sessions" } },
                bucketPolicy("sessions", unknown),
                ROLE,
                TASK,
                SERVICE,
            ],
        },
        "the bucket of a policy for the role": {
            given: [toBucket("sessions"), bucketPolicy(unknown), ROLE, TASK, SERVICE],
        },
        "the bucket, where a policy lets the role in": {
            given: [
                toBucket(unknown),
                { type: "s3.Bucket", name: "bucket", inputs: { bucket: "sessions", policy: letIn() } },
                ROLE,
                TASK,
                SERVICE,
            ],
        },
        "whether two buckets of another stack are the same": {
            given: [
                { type: "pulumi:pulumi:StackReference", name: "logs" },
                { ...toBucket(unknown), dependsOn: { configuration: ["logs"] } },
                { ...bucketPolicy(unknown), dependsOn: { bucket: ["logs"] } },
                ROLE,
                TASK,
                SERVICE,
            ],
        },

        "the bucket of a bucket policy, which is not written": {
            given: [toBucket("sessions"), bucketPolicy(""), ROLE, TASK, SERVICE],
        },
    },
});
