import { resourceCases, unknown } from "../../support/cases";

export default resourceCases(__filename, {
    valid: {
        "sessions, denied on the tasks of a cluster": {
            given: {
                policy: JSON.stringify({
                    Version: "2012-10-17",
                    Statement: [
                        { Effect: "Allow", Action: "ssm:StartSession", Resource: "*" },
                        {
                            Effect: "Deny",
                            Action: "ssm:StartSession",
                            Resource: [
                                "arn:aws:ecs:us-east-1:123456789012:task/web/*",
                                "arn:aws:ecs:us-east-1:123456789012:cluster/*",
                            ],
                        },
                    ],
                }),
            },
            type: "aws:iam/policy:Policy",
        },
        "sessions, denied on tasks with a tag": {
            given: {
                policy: JSON.stringify({
                    Statement: [
                        { Effect: "Allow", Action: "ssm:*", Resource: "*" },
                        {
                            Effect: "Deny",
                            Action: "ssm:StartSession",
                            Resource: "arn:aws:ecs:*:*:task/*",
                            Condition: { StringEquals: { "aws:ResourceTag/Task-Tag-Key": "Exec-Task" } },
                        },
                    ],
                }),
            },
            type: "aws:iam/userPolicy:UserPolicy",
        },
        "everything, with all sessions denied": {
            given: {
                inlinePolicies: [
                    {
                        name: "admin",
                        policy: JSON.stringify({
                            Statement: [
                                { Effect: "Allow", Action: "*", Resource: "*" },
                                { Effect: "Deny", Action: "ssm:startsession", Resource: "*" },
                            ],
                        }),
                    },
                ],
            },
        },
        "sessions with instances": {
            given: {
                policy: JSON.stringify({
                    Statement: {
                        Effect: "Allow",
                        Action: "ssm:StartSession",
                        Resource: ["arn:aws:ec2:*:*:instance/*", "arn:aws:ssm:*:*:document/SSM-SessionManagerRunShell"],
                    },
                }),
            },
            type: "aws:iam/groupPolicy:GroupPolicy",
        },
        "sessions under a condition": {
            given: {
                policy: JSON.stringify({
                    Statement: {
                        Effect: "Allow",
                        Action: "ssm:StartSession",
                        Resource: "*",
                        Condition: { StringLike: { "ssm:resourceTag/team": "web" } },
                    },
                }),
            },
            type: "aws:iam/rolePolicy:RolePolicy",
        },
        "other resources than tasks, other actions": {
            given: {
                policy: JSON.stringify({
                    Statement: [
                        { Effect: "Allow", Action: "ssm:GetParameter", Resource: "*" },
                        { Effect: "Allow", Action: "ssm:StartSession", Resource: "arn:aws:ecs:*:*:cluster/*" },
                    ],
                }),
            },
            type: "aws:iam/policy:Policy",
        },
        "a document that cannot be read": {
            given: { policy: '{"Statement": {"Effect": "Allow"}}' },
            type: "aws:iam/policy:Policy",
        },
        "everything but tasks": {
            given: {
                policy: JSON.stringify({
                    Statement: [
                        { Effect: "Allow", Action: "ssm:StartSession", NotResource: "arn:aws:ecs:*:*:task/*" },
                        { Effect: "Allow", Action: "ssm:StartSession", NotResource: ["arn:aws-cn:ecs:*:*:*"] },
                        {
                            Effect: "Allow",
                            Action: "ssm:StartSession",
                            NotResource: "arn:aws:ecs:*:${aws:PrincipalAccount}:task/*",
                        },
                        {
                            Effect: "Allow",
                            Action: "ssm:StartSession",
                            NotResource: "arn:aws:ecs:us-east-1:123456789012:task/*",
                        },
                    ],
                }),
            },
            type: "aws:iam/policy:Policy",
        },
        "sessions, denied on all but instances, and on some of the tasks of an Allow": {
            given: {
                policy: JSON.stringify({
                    Statement: [
                        { Effect: "Allow", Action: "ssm:StartSession", Resource: "*" },
                        { Effect: "Allow", Action: "ssm:StartSession", NotResource: "arn:aws:ecs:*:*:task/web/*" },
                        {
                            Effect: "Deny",
                            Action: "ssm:StartSession",
                            NotResource: ["arn:aws:ec2:*:*:instance/*", "arn:aws:ecs:*:*:task/web/*"],
                        },
                    ],
                }),
            },
            type: "aws:iam/policy:Policy",
        },
        "a variable for the cluster in a Deny": {
            given: {
                policy: JSON.stringify({
                    Statement: [
                        { Effect: "Allow", Action: "ssm:StartSession", Resource: "arn:aws:ecs:*:*:task/web/*" },
                        {
                            Effect: "Deny",
                            Action: "ssm:StartSession",
                            Resource: "arn:aws:ecs:*:*:task/${aws:PrincipalTag/cluster}/*",
                        },
                    ],
                }),
            },
            type: "aws:iam/policy:Policy",
        },
    },
    invalid: {
        "sessions on all resources": {
            given: {
                policy: JSON.stringify({
                    Version: "2012-10-17",
                    Statement: [{ Sid: "Sessions", Effect: "Allow", Action: "ssm:StartSession", Resource: "*" }],
                }),
            },
            type: "aws:iam/policy:Policy",
            reports: ['Statement "Sessions" allows `ssm:StartSession` on tasks, and no statement denies it there.'],
        },
        "wildcards, NotAction and NotResource": {
            given: {
                policy: JSON.stringify({
                    Statement: [
                        { Effect: "Allow", Action: "ssm:*", Resource: "arn:aws:ecs:us-east-1:123456789012:task/*" },
                        { Effect: "Allow", Action: "*", Resource: ["*"] },
                        { Effect: "Allow", NotAction: "iam:*", NotResource: "arn:aws:s3:::*" },
                    ],
                }),
            },
            type: "aws:iam/userPolicy:UserPolicy",
            reports: [
                "Statement 1 allows `ssm:StartSession` on tasks, and no statement denies it there.",
                "Statement 2 allows `ssm:StartSession` on tasks, and no statement denies it there.",
                "Statement 3 allows `ssm:StartSession` on tasks, and no statement denies it there.",
            ],
        },
        "a Deny of other actions, on instances, or on the tasks of another cluster": {
            given: {
                inlinePolicies: [
                    {
                        name: "sessions",
                        policy: JSON.stringify({
                            Statement: [
                                {
                                    Effect: "Allow",
                                    Action: "ssm:StartSession",
                                    Resource: ["arn:aws:ecs:us-east-1:123456789012:task/web/*"],
                                },
                                { Effect: "Deny", Action: "ssm:SendCommand", Resource: "*" },
                                { Effect: "Deny", Action: "ssm:StartSession", Resource: "arn:aws:ec2:*:*:instance/*" },
                                { Effect: "Deny", Action: "ssm:StartSession", Resource: "arn:aws:ecs:*:*:task/api/*" },
                            ],
                        }),
                    },
                    { name: "broken", policy: "" },
                ],
            },
            reports: [
                'Statement 1 of inline policy "sessions" allows `ssm:StartSession` on tasks, and no statement denies it there.',
            ],
        },
        "sessions, denied on all but tasks": {
            given: {
                policy: JSON.stringify({
                    Statement: [
                        { Effect: "Allow", Action: "ssm:StartSession", Resource: "*" },
                        { Effect: "Deny", Action: "ssm:StartSession", NotResource: "arn:aws:ecs:*:*:task/*" },
                    ],
                }),
            },
            type: "aws:iam/policy:Policy",
            reports: ["Statement 1 allows `ssm:StartSession` on tasks, and no statement denies it there."],
        },
        "everything but the tasks of one cluster, which alone are denied": {
            given: {
                policy: JSON.stringify({
                    Statement: [
                        { Effect: "Allow", Action: "ssm:StartSession", NotResource: "arn:aws:ecs:*:*:task/web/*" },
                        {
                            Effect: "Deny",
                            Action: "ssm:StartSession",
                            Resource: ["arn:aws:ecs:*:*:task/web/*", "arn:aws:ecs:*:*:service/*"],
                        },
                    ],
                }),
            },
            type: "aws:iam/policy:Policy",
            reports: ["Statement 1 allows `ssm:StartSession` on tasks, and no statement denies it there."],
        },
        "a Deny of what is no task, by a pattern that also means tasks": {
            given: {
                policy: JSON.stringify({
                    Statement: [
                        {
                            Effect: "Allow",
                            Action: "ssm:StartSession",
                            Resource: "arn:aws:ecs:us-east-1:123456789012:*",
                        },
                        {
                            Effect: "Deny",
                            Action: "ssm:StartSession",
                            Resource: [
                                "arn:aws:ecs:us-east-1:123456789012:cluster/*",
                                "arn:aws:ecs:eu-west-1:123456789012:task/*",
                            ],
                        },
                    ],
                }),
            },
            type: "aws:iam/policy:Policy",
            reports: ["Statement 1 allows `ssm:StartSession` on tasks, and no statement denies it there."],
        },
    },
    unknown: {
        "the document": { given: { policy: unknown }, type: "aws:iam/policy:Policy" },
        "a Deny, whose resource depends on a cluster": {
            given: {
                policy: {
                    Statement: [
                        { Effect: "Allow", Action: "ssm:StartSession", Resource: "*" },
                        { Effect: "Deny", Action: "ssm:StartSession", Resource: [unknown] },
                    ],
                },
            },
            type: "aws:iam/policy:Policy",
        },
        "what an Allow leaves out": {
            given: { policy: { Statement: [{ Effect: "Allow", Action: "ssm:StartSession", NotResource: [unknown] }] } },
            type: "aws:iam/policy:Policy",
        },
        "one inline policy, while another one allows sessions": {
            given: {
                inlinePolicies: [
                    { name: "first", policy: unknown },
                    {
                        name: "second",
                        policy: {
                            Statement: { Effect: "Allow", Action: "ssm:StartSession", Resource: ["*", unknown] },
                        },
                    },
                ],
            },
            reports: [
                'Statement 1 of inline policy "second" allows `ssm:StartSession` on tasks, and no statement denies it there.',
            ],
        },
    },
});
