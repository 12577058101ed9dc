import { resourceCases, unknown } from "../../support/cases";

export default resourceCases(__filename, {
    valid: {
        "tasks of one cluster with a certain tag": {
            given: {
                policy: JSON.stringify({
                    Version: "2012-10-17",
                    Statement: [
                        {
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
        },
        "a condition on the container": {
            given: {
                policy: JSON.stringify({
                    Statement: {
                        Effect: "Allow",
                        Action: "ecs:ExecuteCommand",
                        Resource: "*",
                        Condition: { StringEquals: { "ecs:container-name": "debug" } },
                    },
                }),
            },
            type: "aws:iam/userPolicy:UserPolicy",
        },
        "one cluster without a condition": {
            given: {
                policy: JSON.stringify({
                    Statement: {
                        Effect: "Allow",
                        Action: "ecs:*",
                        Resource: "arn:aws:ecs:us-east-1:123456789012:cluster/web",
                    },
                }),
            },
            type: "aws:iam/groupPolicy:GroupPolicy",
        },
        "a Deny, which is no grant": {
            given: {
                policy: JSON.stringify({
                    Statement: {
                        Effect: "Deny",
                        Action: "ecs:ExecuteCommand",
                        Resource: "*",
                        Condition: { StringEquals: { "ecs:container-name": "production-app" } },
                    },
                }),
            },
            config: { protectedContainers: ["production-app"] },
            type: "aws:iam/rolePolicy:RolePolicy",
        },
        "an Allow that a Deny takes back": {
            given: {
                inlinePolicies: [
                    {
                        name: "ecs",
                        policy: JSON.stringify({
                            Statement: [
                                { Effect: "Allow", Action: "ecs:*", Resource: "*" },
                                { Effect: "Deny", Action: "ecs:execute*", Resource: "*" },
                            ],
                        }),
                    },
                ],
            },
            config: { protectedContainers: ["app"] },
        },
        "other actions on all resources": {
            given: {
                policy: JSON.stringify({
                    Statement: [
                        { Effect: "Allow", Action: ["ecs:Describe*", "ecs:List*"], Resource: "*" },
                        { Effect: "Allow", NotAction: ["ecs:*"], Resource: "*" },
                    ],
                }),
            },
            type: "aws:iam/policy:Policy",
        },
        "protected containers, excluded by a condition or by a Deny": {
            given: {
                policy: JSON.stringify({
                    Statement: [
                        {
                            Effect: "Allow",
                            Action: "ecs:ExecuteCommand",
                            Resource: "arn:aws:ecs:*:*:task/web/*",
                            Condition: { StringNotLike: { "ecs:container-name": "prod*" } },
                        },
                        {
                            Effect: "Deny",
                            Action: "ecs:ExecuteCommand",
                            Resource: "*",
                            Condition: { StringEquals: { "ECS:Container-Name": ["vault"] } },
                        },
                    ],
                }),
            },
            config: { protectedContainers: ["production-app", "vault"] },
            type: "aws:iam/policy:Policy",
        },
        "protected containers in tasks that are denied altogether": {
            given: {
                policy: JSON.stringify({
                    Statement: [
                        { Effect: "Allow", Action: "ecs:*", Resource: "arn:aws:ecs:us-east-1:123456789012:task/web/*" },
                        { Effect: "Deny", Action: "ecs:ExecuteCommand", Resource: "arn:aws:ecs:*:*:task/web/*" },
                    ],
                }),
            },
            config: { protectedContainers: ["vault"] },
            type: "aws:iam/policy:Policy",
        },
        "a condition on tags for services, whose tags are looked at for other actions": {
            given: {
                policy: JSON.stringify({
                    Statement: {
                        Effect: "Allow",
                        Action: "ecs:*",
                        Resource: "arn:aws:ecs:*:*:service/*",
                        Condition: { StringEquals: { "aws:ResourceTag/team": "web" } },
                    },
                }),
            },
            type: "aws:iam/policy:Policy",
        },
        "a document that cannot be read": { given: { policy: "all" }, type: "aws:iam/policy:Policy" },
        "a role without documents": { given: { name: "web" } },
        "statements that are on neither clusters nor tasks": {
            given: {
                policy: JSON.stringify({
                    Statement: [
                        { Effect: "Allow", Action: "*", Resource: "arn:aws:s3:::assets/*" },
                        {
                            Effect: "Allow",
                            Action: "ecs:*",
                            Resource: "arn:aws:ecs:eu-west-1:123456789012:service/web/*",
                        },
                        { Effect: "Allow", Action: "ecs:ExecuteCommand", Resource: [] },
                        {
                            Effect: "Allow",
                            Action: "ecs:*",
                            NotResource: ["arn:aws:ecs:*:*:task/*", "arn:aws:ecs:*:*:cluster/*"],
                        },
                    ],
                }),
            },
            config: { protectedContainers: ["vault"] },
            type: "aws:iam/policy:Policy",
        },
        "all resources, where a Deny is on all tasks": {
            given: {
                policy: JSON.stringify({
                    Statement: [
                        { Effect: "Allow", Action: "*", Resource: "*" },
                        { Effect: "Deny", Action: "ecs:ExecuteCommand", Resource: "arn:aws:ecs:*:*:task/*" },
                    ],
                }),
            },
            config: { protectedContainers: ["vault"] },
            type: "aws:iam/policy:Policy",
        },
        "all resources, where a Deny spares no cluster and no task": {
            given: {
                policy: JSON.stringify({
                    Statement: [
                        { Effect: "Allow", Action: "*", Resource: "*" },
                        { Effect: "Deny", Action: "ecs:ExecuteCommand", NotResource: "arn:aws:ecs:*:*:service/*" },
                    ],
                }),
            },
            config: { protectedContainers: ["vault"] },
            type: "aws:iam/policy:Policy",
        },
        "a condition on tags for all but some tasks": {
            given: {
                policy: JSON.stringify({
                    Statement: [
                        {
                            Effect: "Allow",
                            Action: "ecs:ExecuteCommand",
                            NotResource: ["arn:aws:ecs:*:*:task/web/*", "arn:aws:ecs:*:*:cluster/*"],
                            Condition: { StringEquals: { "ecs:ResourceTag/env": "dev" } },
                        },
                    ],
                }),
            },
            type: "aws:iam/policy:Policy",
        },
    },
    invalid: {
        "all resources without a condition": {
            given: {
                policy: JSON.stringify({
                    Version: "2012-10-17",
                    Statement: [
                        { Sid: "Exec", Effect: "Allow", Action: "ecs:ExecuteCommand", Resource: "*" },
                        { Effect: "Allow", Action: "ecs:DescribeTasks", Resource: "*" },
                    ],
                }),
            },
            type: "aws:iam/policy:Policy",
            reports: ['Statement "Exec" allows `ecs:ExecuteCommand` on all resources without a condition.'],
        },
        "wildcards, NotAction and an empty condition": {
            given: {
                policy: JSON.stringify({
                    Statement: [
                        { Effect: "Allow", Action: "ecs:*", Resource: ["arn:aws:ecs:*:*:task/*", "*"] },
                        { Effect: "Allow", Action: "*", Resource: "*", Condition: { StringEquals: {} } },
                        { Effect: "Allow", NotAction: "iam:*", Resource: "*" },
                    ],
                }),
            },
            type: "aws:iam/groupPolicy:GroupPolicy",
            reports: [
                "Statement 1 allows `ecs:ExecuteCommand` on all resources without a condition.",
                "Statement 2 allows `ecs:ExecuteCommand` on all resources without a condition.",
                "Statement 3 allows `ecs:ExecuteCommand` on all resources without a condition.",
            ],
        },
        "one of two inline policies of a role": {
            given: {
                inlinePolicies: [
                    { name: "broken", policy: "{" },
                    {
                        name: "exec",
                        policy: JSON.stringify({
                            Statement: { Effect: "Allow", Action: "ecs:executecommand", Resource: "*" },
                        }),
                    },
                ],
            },
            reports: [
                'Statement 1 of inline policy "exec" allows `ecs:ExecuteCommand` on all resources without a condition.',
            ],
        },
        "protected containers that an Allow does not exclude": {
            given: {
                policy: JSON.stringify({
                    Statement: [
                        {
                            Effect: "Allow",
                            Action: "ecs:ExecuteCommand",
                            Resource: "arn:aws:ecs:*:*:task/web/*",
                            Condition: { StringEquals: { "ecs:container-name": ["app", "vault"] } },
                        },
                        {
                            Effect: "Deny",
                            Action: "ecs:ExecuteCommand",
                            Resource: "*",
                            Condition: { StringEquals: { "ecs:container-name": "app" } },
                        },
                    ],
                }),
            },
            config: { protectedContainers: ["app", "vault", "db"] },
            type: "aws:iam/policy:Policy",
            reports: ['Statement 1 allows `ecs:ExecuteCommand` in protected containers: "vault".'],
        },
        "protected containers, denied in other tasks and in some of the same": {
            given: {
                policy: JSON.stringify({
                    Statement: [
                        { Effect: "Allow", Action: "ecs:ExecuteCommand", Resource: "arn:aws:ecs:*:*:task/web/*" },
                        {
                            Effect: "Deny",
                            Action: "ecs:ExecuteCommand",
                            Resource: "arn:aws:ecs:*:*:task/api/*",
                            Condition: { StringEquals: { "ecs:container-name": "vault" } },
                        },
                        { Effect: "Deny", Action: "ecs:ExecuteCommand", Resource: "arn:aws:ecs:*:*:task/web/0*" },
                    ],
                }),
            },
            config: { protectedContainers: ["vault"] },
            type: "aws:iam/policy:Policy",
            reports: ['Statement 1 allows `ecs:ExecuteCommand` in protected containers: "vault".'],
        },
        "all resources, with a Deny for one container": {
            given: {
                policy: JSON.stringify({
                    Statement: [
                        { Effect: "Allow", Action: "ecs:ExecuteCommand", Resource: "*" },
                        {
                            Effect: "Deny",
                            Action: "ecs:ExecuteCommand",
                            Resource: "*",
                            Condition: { StringEquals: { "ecs:container-name": "production-app" } },
                        },
                    ],
                }),
            },
            config: { protectedContainers: ["production-app", "vault"] },
            type: "aws:iam/userPolicy:UserPolicy",
            reports: [
                "Statement 1 allows `ecs:ExecuteCommand` on all resources without a condition.",
                'Statement 1 allows `ecs:ExecuteCommand` in protected containers: "vault".',
            ],
        },
        "a condition on tags of services": {
            given: {
                policy: JSON.stringify({
                    Statement: [
                        {
                            Effect: "Deny",
                            Action: "ecs:ExecuteCommand",
                            Resource: "arn:aws:ecs:*:*:service/*",
                            Condition: { StringNotEquals: { "aws:ResourceTag/environment": "development" } },
                        },
                    ],
                }),
            },
            type: "aws:iam/policy:Policy",
            reports: [
                "Statement 1 has a condition on tags, but is on neither clusters nor tasks, so that it never applies to `ecs:ExecuteCommand`.",
            ],
        },
        "a condition on tags for all but clusters and tasks": {
            given: {
                policy: JSON.stringify({
                    Statement: [
                        {
                            Effect: "Allow",
                            Action: "ecs:ExecuteCommand",
                            NotResource: ["arn:aws:ecs:*:*:task/*", "arn:aws:ecs:*:*:cluster/*"],
                            Condition: { StringEquals: { "ecs:ResourceTag/env": "dev" } },
                        },
                    ],
                }),
            },
            type: "aws:iam/policy:Policy",
            reports: [
                "Statement 1 has a condition on tags, but is on neither clusters nor tasks, so that it never applies to `ecs:ExecuteCommand`.",
            ],
        },
        "protected containers in all but services, and in all that a Deny leaves out": {
            given: {
                policy: JSON.stringify({
                    Statement: [
                        { Effect: "Allow", Action: "ecs:*", NotResource: "arn:aws:ecs:*:*:service/*" },
                        {
                            Effect: "Deny",
                            Action: "ecs:ExecuteCommand",
                            NotResource: ["arn:aws:ecs:*:*:task/*", "arn:aws:ecs:*:*:cluster/*"],
                        },
                    ],
                }),
            },
            config: { protectedContainers: ["vault"] },
            type: "aws:iam/policy:Policy",
            reports: ['Statement 1 allows `ecs:ExecuteCommand` in protected containers: "vault".'],
        },
        "a Deny for the container in those tasks only that an Allow leaves out": {
            given: {
                policy: JSON.stringify({
                    Statement: [
                        {
                            Effect: "Allow",
                            Action: "ecs:ExecuteCommand",
                            NotResource: ["arn:aws:ecs:*:*:task/web/*", "arn:aws:ecs:*:*:cluster/*"],
                        },
                        {
                            Effect: "Deny",
                            Action: "ecs:ExecuteCommand",
                            Resource: "arn:aws:ecs:*:*:task/web/*",
                            Condition: { StringEquals: { "ecs:container-name": "vault" } },
                        },
                    ],
                }),
            },
            config: { protectedContainers: ["vault"] },
            type: "aws:iam/policy:Policy",
            reports: ['Statement 1 allows `ecs:ExecuteCommand` in protected containers: "vault".'],
        },
        "all resources, where a Deny is on the tasks of one cluster": {
            given: {
                policy: JSON.stringify({
                    Statement: [
                        { Effect: "Allow", Action: "*", Resource: "*" },
                        {
                            Effect: "Deny",
                            Action: "ecs:ExecuteCommand",
                            Resource: ["arn:aws:ecs:*:*:task/web/*", "arn:aws:ecs:*:*:service/*"],
                        },
                    ],
                }),
            },
            type: "aws:iam/policy:Policy",
            reports: ["Statement 1 allows `ecs:ExecuteCommand` on all resources without a condition."],
        },
        "a condition on tags of services, for an action on them, too": {
            given: {
                policy: JSON.stringify({
                    Statement: {
                        Effect: "Allow",
                        Action: ["ecs:ExecuteCommand", "ecs:UpdateService"],
                        Resource: "arn:aws:ecs:*:*:service/*",
                        Condition: { StringEquals: { "aws:ResourceTag/environment": "development" } },
                    },
                }),
            },
            type: "aws:iam/policy:Policy",
            reports: [
                "Statement 1 has a condition on tags, but is on neither clusters nor tasks, so that it never applies to `ecs:ExecuteCommand`.",
            ],
        },
    },
    unknown: {
        "the document": { given: { policy: unknown }, type: "aws:iam/policy:Policy" },
        "the resource of one statement, while another one is on all": {
            given: {
                policy: {
                    Statement: [
                        { Effect: "Allow", Action: "ecs:*", Resource: unknown },
                        { Effect: "Allow", Action: "ecs:ExecuteCommand", Resource: ["*", unknown] },
                    ],
                },
            },
            type: "aws:iam/policy:Policy",
            reports: ["Statement 2 allows `ecs:ExecuteCommand` on all resources without a condition."],
        },
        "the resource of a wildcard, while a named action is on what is not known": {
            given: {
                policy: {
                    Statement: [
                        { Effect: "Allow", Action: "*", Resource: unknown },
                        { Effect: "Allow", Action: "ecs:ExecuteCommand", Resource: [unknown] },
                    ],
                },
            },
            config: { protectedContainers: ["vault"] },
            type: "aws:iam/policy:Policy",
            reports: ['Statement 2 allows `ecs:ExecuteCommand` in protected containers: "vault".'],
        },
        "a statement that may be a Deny": {
            given: {
                policy: {
                    Statement: [
                        { Effect: "Allow", Action: "ecs:ExecuteCommand", Resource: "*" },
                        { Effect: unknown, Action: "ecs:ExecuteCommand", Resource: "*" },
                    ],
                },
            },
            type: "aws:iam/policy:Policy",
        },
        "the container of a condition": {
            given: {
                policy: {
                    Statement: {
                        Effect: "Allow",
                        Action: "ecs:ExecuteCommand",
                        Resource: "arn:aws:ecs:*:*:task/web/*",
                        Condition: { StringEquals: { "ecs:container-name": unknown } },
                    },
                },
            },
            config: { protectedContainers: ["vault"] },
            type: "aws:iam/policy:Policy",
        },
    },
});
