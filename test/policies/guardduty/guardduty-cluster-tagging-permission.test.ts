import { resourceCases, unknown } from "../../support/cases";

export default resourceCases(__filename, {
    valid: {
        "a restriction by tags beside the permission to tag": {
            given: {
                policy: JSON.stringify({
                    Version: "2012-10-17",
                    Statement: [
                        {
                            Effect: "Allow",
                            Action: ["ecs:CreateCluster", "ecs:RunTask"],
                            Resource: "*",
                            Condition: { StringEquals: { "aws:RequestTag/environment": "development" } },
                        },
                        { Effect: "Allow", Action: "ecs:TagResource", Resource: "arn:aws:ecs:*:*:cluster/*" },
                    ],
                }),
            },
            type: "aws:iam/policy:Policy",
        },
        "an Allow of all actions, on one cluster": {
            given: {
                policy: JSON.stringify({
                    Statement: [
                        {
                            Effect: "Deny",
                            Action: "ecs:DeleteCluster",
                            Resource: "*",
                            Condition: { Null: { "aws:ResourceTag/owner": "true" } },
                        },
                        {
                            Effect: "Allow",
                            Action: "ecs:*",
                            Resource: "arn:aws:ecs:us-east-1:123456789012:cluster/web",
                        },
                    ],
                }),
            },
            type: "aws:iam/userPolicy:UserPolicy",
        },
        "an Allow of all actions that is restricted by tags itself": {
            given: {
                policy: JSON.stringify({
                    Statement: {
                        Effect: "Allow",
                        Action: "ecs:*",
                        Resource: "*",
                        Condition: { StringEquals: { "ecs:ResourceTag/environment": "development" } },
                    },
                }),
            },
            type: "aws:iam/groupPolicy:GroupPolicy",
        },
        "a restriction by something else": {
            given: {
                policy: JSON.stringify({
                    Statement: {
                        Effect: "Allow",
                        Action: "ecs:RunTask",
                        Resource: "*",
                        Condition: { ArnEquals: { "ecs:cluster": "arn:aws:ecs:us-east-1:123456789012:cluster/web" } },
                    },
                }),
            },
            type: "aws:iam/rolePolicy:RolePolicy",
        },
        "a restriction of another service": {
            given: {
                policy: JSON.stringify({
                    Statement: {
                        Effect: "Allow",
                        Action: "ec2:*",
                        Resource: "*",
                        Condition: { StringEquals: { "aws:ResourceTag/environment": "development" } },
                    },
                }),
            },
            type: "aws:iam/policy:Policy",
        },
        "a document that cannot be read": {
            given: { policy: "{Statement: []}" },
            type: "aws:iam/policy:Policy",
        },
        "a role without documents, and an empty one": { given: { inlinePolicies: [{}] } },
        "no document": { given: {}, type: "aws:iam/rolePolicy:RolePolicy" },
        "the permission to tag on all but other resources, or one cluster": {
            given: {
                policy: JSON.stringify({
                    Statement: [
                        {
                            Effect: "Allow",
                            Action: "ecs:RunTask",
                            Resource: "*",
                            Condition: { StringEquals: { "aws:ResourceTag/team": "web" } },
                        },
                        {
                            Effect: "Allow",
                            Action: "ecs:TagResource",
                            NotResource: ["arn:aws:ecs:*:*:service/*", "arn:aws:ecs:*:*:cluster/web"],
                        },
                    ],
                }),
            },
            type: "aws:iam/policy:Policy",
        },
        "a permission that the document denies under a condition": {
            given: {
                policy: JSON.stringify({
                    Statement: [
                        {
                            Effect: "Allow",
                            Action: "ecs:*",
                            Resource: "*",
                            Condition: { StringEquals: { "aws:RequestTag/env": "dev" } },
                        },
                        {
                            Effect: "Deny",
                            Action: "ecs:TagResource",
                            Resource: "*",
                            Condition: { Null: { "aws:RequestTag/env": "true" } },
                        },
                    ],
                }),
            },
            type: "aws:iam/policy:Policy",
        },
        "a condition that is not known, beside the permission": {
            given: {
                policy: {
                    Statement: [
                        { Effect: "Allow", Action: "ecs:RunTask", Resource: "*", Condition: unknown },
                        { Effect: "Allow", Action: "ecs:TagResource", Resource: "*" },
                    ],
                },
            },
            type: "aws:iam/policy:Policy",
        },
        "a restriction of all actions by tags, on what is not of Amazon ECS": {
            given: {
                policy: JSON.stringify({
                    Statement: [
                        {
                            Effect: "Allow",
                            Action: "*",
                            Resource: "arn:aws:s3:::assets/*",
                            Condition: { StringEquals: { "aws:ResourceTag/team": "web" } },
                        },
                    ],
                }),
            },
            type: "aws:iam/policy:Policy",
        },
    },
    invalid: {
        "a restriction by tags without the permission to tag": {
            given: {
                policy: JSON.stringify({
                    Version: "2012-10-17",
                    Statement: [
                        {
                            Sid: "Development",
                            Effect: "Allow",
                            Action: ["ecs:ExecuteCommand", "ecs:DescribeTasks"],
                            Resource: [
                                "arn:aws:ecs:us-east-1:123456789012:task/web/*",
                                "arn:aws:ecs:us-east-1:123456789012:cluster/*",
                            ],
                            Condition: { StringEquals: { "ecs:ResourceTag/environment": "development" } },
                        },
                    ],
                }),
            },
            type: "aws:iam/policy:Policy",
            reports: [
                'Statement "Development" restricts Amazon ECS by tags, and no statement allows `ecs:TagResource` on clusters.',
            ],
        },
        "a permission that the document denies, whatever else allows it": {
            given: {
                policy: JSON.stringify({
                    Statement: [
                        {
                            Effect: "Allow",
                            Action: "ecs:*",
                            Resource: "*",
                            Condition: { StringEquals: { "aws:RequestTag/env": "dev" } },
                        },
                        { Effect: "Deny", Action: "ecs:TagResource", Resource: "*" },
                    ],
                }),
            },
            type: "aws:iam/policy:Policy",
            reports: ["Statement 1 restricts Amazon ECS by tags, and the document denies `ecs:TagResource`."],
        },
        "the permission to tag other resources": {
            given: {
                policy: JSON.stringify({
                    Statement: [
                        { Effect: "Allow", Action: "ecs:TagResource", Resource: "arn:aws:ecs:*:*:service/*" },
                        {
                            Effect: "Allow",
                            NotAction: ["iam:*", "ecs:Tag*"],
                            Resource: "*",
                            Condition: { "ForAnyValue:StringLikeIfExists": { "AWS:tagkeys": ["environment"] } },
                        },
                    ],
                }),
            },
            type: "aws:iam/userPolicy:UserPolicy",
            reports: [
                "Statement 2 restricts Amazon ECS by tags, and no statement allows `ecs:TagResource` on clusters.",
            ],
        },
        "two of the inline policies of a role": {
            given: {
                inlinePolicies: [
                    {
                        name: "admin",
                        policy: JSON.stringify({ Statement: { Effect: "Allow", Action: "*", Resource: "*" } }),
                    },
                    {
                        name: "run",
                        policy: JSON.stringify({
                            Statement: {
                                Effect: "Allow",
                                Action: "ecs:RunTask",
                                Resource: "*",
                                Condition: { StringEquals: { "aws:ResourceTag/team": "web" } },
                            },
                        }),
                    },
                    { name: "broken", policy: "[]" },
                    {
                        policy: JSON.stringify({
                            Statement: {
                                Effect: "Deny",
                                Action: "ecs:*",
                                Resource: "*",
                                Condition: { StringNotEquals: { "aws:RequestTag/team": "web" } },
                            },
                        }),
                    },
                ],
            },
            reports: [
                'Statement 1 of inline policy "run" restricts Amazon ECS by tags, and no statement allows `ecs:TagResource` on clusters.',
                "Statement 1 restricts Amazon ECS by tags, and no statement allows `ecs:TagResource` on clusters.",
            ],
        },
        "the permission to tag on all but clusters": {
            given: {
                policy: JSON.stringify({
                    Statement: [
                        {
                            Effect: "Allow",
                            Action: "ecs:RunTask",
                            Resource: "*",
                            Condition: { StringEquals: { "aws:ResourceTag/team": "web" } },
                        },
                        { Effect: "Allow", Action: "ecs:TagResource", NotResource: "arn:aws:ecs:*:*:cluster/*" },
                    ],
                }),
            },
            type: "aws:iam/policy:Policy",
            reports: [
                "Statement 1 restricts Amazon ECS by tags, and no statement allows `ecs:TagResource` on clusters.",
            ],
        },
        "the permission to tag on nothing of Amazon ECS": {
            given: {
                policy: JSON.stringify({
                    Statement: [
                        {
                            Effect: "Allow",
                            Action: "ecs:RunTask",
                            Resource: "*",
                            Condition: { StringEquals: { "aws:ResourceTag/team": "web" } },
                        },
                        { Effect: "Allow", Action: "*", NotResource: ["arn:aws:s3:::assets/*", "arn:aws:ecs:*:*:*"] },
                    ],
                }),
            },
            type: "aws:iam/policy:Policy",
            reports: [
                "Statement 1 restricts Amazon ECS by tags, and no statement allows `ecs:TagResource` on clusters.",
            ],
        },
    },
    unknown: {
        "the document": { given: { policy: unknown }, type: "aws:iam/policy:Policy" },
        "the actions of a statement that may allow to tag": {
            given: {
                policy: {
                    Statement: [
                        { Effect: "Allow", Action: unknown, Resource: "*" },
                        {
                            Effect: "Allow",
                            Action: "ecs:RunTask",
                            Resource: "*",
                            Condition: { StringEquals: { "aws:ResourceTag/team": "web" } },
                        },
                    ],
                },
            },
            type: "aws:iam/policy:Policy",
        },
        "what the permission to tag leaves out": {
            given: {
                policy: {
                    Statement: [
                        {
                            Effect: "Allow",
                            Action: "ecs:RunTask",
                            Resource: "*",
                            Condition: { StringEquals: { "aws:ResourceTag/team": "web" } },
                        },
                        { Effect: "Allow", Action: "ecs:TagResource", NotResource: ["arn:aws:s3:::assets/*", unknown] },
                    ],
                },
            },
            type: "aws:iam/policy:Policy",
        },
        "one inline policy, while another one restricts by tags with an unknown value": {
            given: {
                inlinePolicies: [
                    { name: "first", policy: unknown },
                    {
                        name: unknown,
                        policy: {
                            Statement: {
                                Effect: "Allow",
                                Action: "ecs:RunTask",
                                Resource: unknown,
                                Condition: { StringEquals: { "aws:ResourceTag/team": unknown } },
                            },
                        },
                    },
                ],
            },
            reports: [
                "Statement 1 restricts Amazon ECS by tags, and no statement allows `ecs:TagResource` on clusters.",
            ],
        },
    },
});
