import { resourceCases, unknown } from "../../support/cases";

export default resourceCases(__filename, {
    valid: {
        "launches with ECS Exec off": {
            given: {
                policy: JSON.stringify({
                    Version: "2012-10-17",
                    Statement: [
                        {
                            Effect: "Allow",
                            Action: ["ecs:RunTask", "ecs:StartTask", "ecs:CreateService", "ecs:UpdateService"],
                            Resource: "*",
                            Condition: { StringEquals: { "ecs:enable-execute-command": "false" } },
                        },
                    ],
                }),
            },
            type: "aws:iam/policy:Policy",
        },
        "other operators, and a boolean": {
            given: {
                policy: JSON.stringify({
                    Statement: [
                        {
                            Effect: "Allow",
                            Action: "ecs:RunTask",
                            Resource: "*",
                            Condition: { BoolIfExists: { "ECS:enable-execute-command": false } },
                        },
                        {
                            Effect: "Allow",
                            Action: "ecs:*",
                            Resource: "*",
                            Condition: { StringNotEquals: { "ecs:enable-execute-command": "true" } },
                        },
                    ],
                }),
            },
            type: "aws:iam/userPolicy:UserPolicy",
        },
        "a Deny with ECS Exec on": {
            given: {
                inlinePolicies: [
                    {
                        name: "deploy",
                        policy: JSON.stringify({
                            Statement: [
                                { Effect: "Allow", Action: "ecs:*", Resource: "*" },
                                {
                                    Effect: "Deny",
                                    Action: ["ecs:RunTask", "ecs:StartTask", "ecs:*Service"],
                                    Resource: "*",
                                    Condition: { StringEquals: { "ecs:enable-execute-command": "true" } },
                                },
                            ],
                        }),
                    },
                ],
            },
        },
        "other actions, and a Deny": {
            given: {
                policy: JSON.stringify({
                    Statement: [
                        { Effect: "Allow", Action: ["ecs:Describe*", "ecs:StopTask"], Resource: "*" },
                        { Effect: "Deny", Action: "ecs:RunTask", Resource: "*" },
                    ],
                }),
            },
            type: "aws:iam/groupPolicy:GroupPolicy",
        },
        "a document that cannot be read": { given: { policy: "[" }, type: "aws:iam/rolePolicy:RolePolicy" },
        "statements that are on other resources than the actions": {
            given: {
                policy: JSON.stringify({
                    Statement: [
                        { Effect: "Allow", Action: "*", Resource: "arn:aws:s3:::assets/*" },
                        {
                            Effect: "Allow",
                            Action: "ecs:*",
                            Resource: ["arn:aws:ecs:*:*:cluster/web", "arn:aws:ecs:*:*:task/*"],
                        },
                        { Effect: "Allow", Action: "ecs:RunTask", Resource: "arn:aws:ecs:*:*:service/*" },
                        { Effect: "Allow", Action: "ecs:*Service", NotResource: "arn:aws:ecs:*:*:service/*" },
                    ],
                }),
            },
            type: "aws:iam/policy:Policy",
        },
        "launches that a Deny takes back on what they are on": {
            given: {
                policy: JSON.stringify({
                    Statement: [
                        { Effect: "Allow", Action: "ecs:RunTask", Resource: "*" },
                        { Effect: "Deny", Action: "ecs:RunTask", Resource: "arn:aws:ecs:*:*:task-definition/*" },
                    ],
                }),
            },
            type: "aws:iam/policy:Policy",
        },
    },
    invalid: {
        "launches without a condition": {
            given: {
                policy: JSON.stringify({
                    Version: "2012-10-17",
                    Statement: [
                        {
                            Sid: "Deploy",
                            Effect: "Allow",
                            Action: ["ecs:RunTask", "ecs:UpdateService"],
                            Resource: "*",
                        },
                    ],
                }),
            },
            type: "aws:iam/policy:Policy",
            reports: ['Statement "Deploy" allows `ecs:RunTask`, `ecs:UpdateService` with ECS Exec on.'],
        },
        "another condition, the wrong value, and a wildcard on one resource": {
            given: {
                policy: JSON.stringify({
                    Statement: [
                        {
                            Effect: "Allow",
                            Action: "ecs:RunTask",
                            Resource: "*",
                            Condition: { StringEquals: { "aws:RequestTag/team": "web" } },
                        },
                        {
                            Effect: "Allow",
                            Action: "ecs:StartTask",
                            Resource: "*",
                            Condition: { StringEquals: { "ecs:enable-execute-command": ["false", "true"] } },
                        },
                        {
                            Effect: "Allow",
                            Action: "ecs:*Service",
                            Resource: "arn:aws:ecs:us-east-1:123456789012:service/web",
                        },
                    ],
                }),
            },
            type: "aws:iam/rolePolicy:RolePolicy",
            reports: [
                "Statement 1 allows `ecs:RunTask` with ECS Exec on.",
                "Statement 2 allows `ecs:StartTask` with ECS Exec on.",
                "Statement 3 allows `ecs:CreateService`, `ecs:UpdateService` with ECS Exec on.",
            ],
        },
        "a Deny of one of the actions": {
            given: {
                inlinePolicies: [
                    {
                        name: "deploy",
                        policy: JSON.stringify({
                            Statement: [
                                { Effect: "Allow", NotAction: "iam:*", Resource: "*" },
                                { Effect: "Deny", Action: "ecs:RunTask", Resource: "*" },
                            ],
                        }),
                    },
                ],
            },
            reports: [
                'Statement 1 of inline policy "deploy" allows `ecs:StartTask`, `ecs:CreateService`, `ecs:UpdateService` with ECS Exec on.',
            ],
        },
        "a wildcard on a task definition, and on all but services": {
            given: {
                policy: JSON.stringify({
                    Statement: [
                        {
                            Effect: "Allow",
                            Action: "*",
                            Resource: "arn:aws:ecs:us-east-1:123456789012:task-definition/web:*",
                        },
                        { Effect: "Allow", Action: "*", NotResource: "arn:aws:ecs:*:*:service/*" },
                    ],
                }),
            },
            type: "aws:iam/policy:Policy",
            reports: [
                "Statement 1 allows `ecs:RunTask`, `ecs:StartTask` with ECS Exec on.",
                "Statement 2 allows `ecs:RunTask`, `ecs:StartTask` with ECS Exec on.",
            ],
        },
        "a Deny with ECS Exec on for other resources": {
            given: {
                policy: JSON.stringify({
                    Statement: [
                        { Effect: "Allow", Action: "ecs:UpdateService", Resource: "*" },
                        {
                            Effect: "Deny",
                            Action: "ecs:*",
                            NotResource: "arn:aws:ecs:*:*:service/*",
                            Condition: { Bool: { "ecs:enable-execute-command": true } },
                        },
                    ],
                }),
            },
            type: "aws:iam/policy:Policy",
            reports: ["Statement 1 allows `ecs:UpdateService` with ECS Exec on."],
        },
    },
    unknown: {
        "the document": { given: { policy: unknown }, type: "aws:iam/policy:Policy" },
        "the resource of a wildcard": {
            given: { policy: { Statement: [{ Effect: "Allow", Action: "*", Resource: unknown }] } },
            type: "aws:iam/policy:Policy",
        },
        "the value of the condition, while another statement has none": {
            given: {
                policy: {
                    Statement: [
                        {
                            Effect: "Allow",
                            Action: "ecs:RunTask",
                            Resource: "*",
                            Condition: { StringEquals: { "ecs:enable-execute-command": unknown } },
                        },
                        { Effect: "Allow", Action: "ecs:StartTask", Resource: unknown },
                    ],
                },
            },
            type: "aws:iam/policy:Policy",
            reports: ["Statement 2 allows `ecs:StartTask` with ECS Exec on."],
        },
    },
});
