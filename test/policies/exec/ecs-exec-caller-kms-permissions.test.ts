import { Resource, stackCases, unknown } from "../../support/cases";

const KEY_ARN = "arn:aws:kms:us-east-1:123456789012:key/1111";
const EXEC = { Effect: "Allow", Action: "ecs:ExecuteCommand", Resource: "arn:aws:ecs:*:*:cluster/shop" };
const CLUSTER: Resource = {
    type: "ecs.Cluster",
    name: "cluster",
    inputs: { name: "shop", configuration: { executeCommandConfiguration: { kmsKeyId: KEY_ARN } } },
};
const USER: Resource = { type: "iam.User", name: "ann", inputs: { name: "ann" } };
const GROUP: Resource = { type: "iam.Group", name: "operators", inputs: { name: "operators" } };

const SERVICE: Resource = { type: "ecs.Service", name: "api", inputs: { cluster: "shop", enableExecuteCommand: true } };

/** A boundary without keys, and the user that it holds. */
const BOUNDARY: Resource = {
    type: "iam.Policy",
    name: "boundary",
    inputs: {
        name: "boundary",
        policy: JSON.stringify({ Statement: { Effect: "Allow", Action: "ecs:*", Resource: "*" } }),
    },
    outputs: { arn: "arn:aws:iam::123456789012:policy/boundary" },
};
const BOUND: Resource = {
    ...USER,
    inputs: { name: "ann", permissionsBoundary: "arn:aws:iam::123456789012:policy/boundary" },
};

/** What the user may do and what is denied. */
const may = (...statements: object[]): Resource => ({
    type: "iam.UserPolicy",
    name: "exec",
    inputs: { user: "ann", policy: JSON.stringify({ Statement: statements }) },
});

/** A managed policy with the permission on the key. */
const KEYS_ARN = "arn:aws:iam::123456789012:policy/keys";
const KEYS_DOCUMENT = JSON.stringify({
    Statement: { Effect: "Allow", Action: "kms:GenerateDataKey", Resource: KEY_ARN },
});
const KEYS: Resource = {
    type: "iam.Policy",
    name: "keys",
    inputs: { name: "keys", policy: KEYS_DOCUMENT },
    outputs: { name: "keys", arn: KEYS_ARN },
};
const GROUP_EXEC: Resource = {
    type: "iam.GroupPolicy",
    name: "exec",
    inputs: { name: "exec", group: "operators", policy: JSON.stringify({ Statement: EXEC }) },
};
/** Resources of the user or group that are exactly those. */
const only = (type: string, inputs: Record<string, unknown>): Resource => ({ type, name: "only", inputs });
/** An attachment of the managed policy. */
const attached = (type: string, inputs: Record<string, unknown>): Resource => ({
    type,
    name: "attachment",
    inputs: { policyArn: KEYS_ARN, ...inputs },
});

export default stackCases(__filename, {
    valid: {
        "a group that may generate data keys": {
            given: [
                {
                    type: "ecs.Cluster",
                    name: "cluster",
                    inputs: {
                        name: "shop",
                        configuration: {
                            executeCommandConfiguration: { kmsKeyId: "arn:aws:kms:us-east-1:123456789012:key/1111" },
                        },
                    },
                },
                { type: "iam.Group", name: "operators", inputs: { name: "operators" } },
                {
                    type: "iam.GroupPolicy",
                    name: "exec",
                    inputs: {
                        group: "operators",
                        policy: JSON.stringify({
                            Version: "2012-10-17",
                            Statement: [
                                {
                                    Effect: "Allow",
                                    Action: "ecs:ExecuteCommand",
                                    Resource: "arn:aws:ecs:us-east-1:123456789012:cluster/shop",
                                },
                                {
                                    Effect: "Allow",
                                    Action: "kms:GenerateDataKey",
                                    Resource: "arn:aws:kms:us-east-1:123456789012:key/1111",
                                },
                            ],
                        }),
                    },
                },
                SERVICE,
            ],
        },
        "a user whose group has the permission": {
            given: [
                CLUSTER,
                USER,
                GROUP,
                { type: "iam.UserGroupMembership", name: "membership", inputs: { user: "ann", groups: ["operators"] } },
                {
                    type: "iam.UserPolicy",
                    name: "exec",
                    inputs: { user: "ann", policy: JSON.stringify({ Statement: EXEC }) },
                },
                {
                    type: "iam.GroupPolicy",
                    name: "kms",
                    inputs: {
                        group: "operators",
                        policy: JSON.stringify({
                            Statement: { Effect: "Allow", Action: "kms:GenerateDataKey*", Resource: "*" },
                        }),
                    },
                },
                SERVICE,
            ],
        },
        "a role that the key policy names": {
            given: [
                {
                    type: "kms.Key",
                    name: "key",
                    inputs: {
                        policy: JSON.stringify({
                            Statement: {
                                Effect: "Allow",
                                Action: "kms:GenerateDataKey",
                                Resource: "*",
                                Principal: { AWS: ["arn:aws:iam::123456789012:role/operators"] },
                            },
                        }),
                    },
                    outputs: { arn: KEY_ARN },
                },
                CLUSTER,
                {
                    type: "iam.Role",
                    name: "role",
                    inputs: {
                        name: "operators",
                        inlinePolicies: [{ name: "exec", policy: JSON.stringify({ Statement: EXEC }) }],
                    },
                },
                SERVICE,
            ],
        },
        "a document that nobody in the stack has": {
            given: [
                CLUSTER,
                { type: "iam.Policy", name: "exec", inputs: { policy: JSON.stringify({ Statement: EXEC }) } },
                {
                    type: "iam.UserPolicy",
                    name: "other",
                    inputs: { user: "bob", policy: JSON.stringify({ Statement: EXEC }) },
                },
                SERVICE,
            ],
        },
        "no key": {
            given: [
                { type: "ecs.Cluster", name: "cluster", inputs: { name: "shop" } },
                USER,
                {
                    type: "iam.UserPolicy",
                    name: "exec",
                    inputs: { user: "ann", policy: JSON.stringify({ Statement: EXEC }) },
                },
                SERVICE,
            ],
        },
        "a document about something else, one that denies commands, one that cannot be read": {
            given: [
                CLUSTER,
                USER,
                {
                    type: "iam.UserPolicy",
                    name: "run",
                    inputs: {
                        user: "ann",
                        policy: JSON.stringify({
                            Statement: [
                                { Effect: "Allow", Action: "ecs:RunTask", Resource: "*" },
                                { Effect: "Deny", Action: "ecs:ExecuteCommand", Resource: "*" },
                            ],
                        }),
                    },
                },
                {
                    type: "iam.UserPolicy",
                    name: "exec",
                    inputs: { user: "ann", policy: JSON.stringify({ Statement: EXEC }) },
                },
                { type: "iam.GroupPolicy", name: "broken", inputs: { group: "operators", policy: "{" } },
                SERVICE,
            ],
        },
        "one of two keys": {
            given: [
                CLUSTER,
                {
                    type: "aws-native:ecs:Cluster",
                    name: "native",
                    inputs: { configuration: { executeCommandConfiguration: { kmsKeyId: "2222" } } },
                },
                USER,
                may(EXEC, {
                    Effect: "Allow",
                    Action: "kms:GenerateDataKey",
                    Resource: "arn:aws:kms:us-east-1:123456789012:key/2222",
                }),
                SERVICE,
            ],
        },
        "statements that are on neither clusters nor tasks": {
            given: [
                CLUSTER,
                USER,
                may(
                    { Effect: "Allow", Action: "*", Resource: "arn:aws:s3:::assets/*" },
                    { Effect: "Allow", Action: "ecs:*", Resource: "arn:aws:ecs:*:*:service/shop/*" },
                    {
                        Effect: "Allow",
                        Action: "ecs:*",
                        NotResource: ["arn:aws:ecs:*:*:task/*", "arn:aws:ecs:*:*:cluster/*"],
                    },
                ),
                SERVICE,
            ],
        },
        "commands that are denied on all tasks": {
            given: [
                CLUSTER,
                USER,
                may(
                    { Effect: "Allow", Action: "ecs:*", Resource: "*" },
                    { Effect: "Deny", Action: "ecs:ExecuteCommand", Resource: "arn:aws:ecs:*:*:task/*" },
                ),
                SERVICE,
            ],
        },
        "the managed policies of a user, by an exclusive list": {
            given: [
                CLUSTER,
                USER,
                may(EXEC),
                KEYS,
                only("iam.UserPolicyAttachmentsExclusive", { userName: "ann", policyArns: [KEYS_ARN] }),
                SERVICE,
            ],
        },
        "the managed policies of a group, by an exclusive list": {
            given: [
                CLUSTER,
                GROUP,
                GROUP_EXEC,
                KEYS,
                only("iam.GroupPolicyAttachmentsExclusive", { groupName: "operators", policyArns: [KEYS_ARN] }),
                SERVICE,
            ],
        },
        "commands in an inline policy that an exclusive list leaves out": {
            given: [
                CLUSTER,
                GROUP,
                GROUP_EXEC,
                only("iam.GroupPoliciesExclusive", { groupName: "operators", policyNames: [] }),
                SERVICE,
            ],
        },
        "a user with a grant on the key, which is outside the stack": {
            given: [
                CLUSTER,
                USER,
                may(EXEC),
                {
                    type: "kms.Grant",
                    name: "grant",
                    inputs: {
                        keyId: "1111",
                        granteePrincipal: "arn:aws:iam::123456789012:user/ann",
                        operations: ["GenerateDataKey"],
                    },
                },
                SERVICE,
            ],
        },
        "a user whose permissions boundary leaves commands out": {
            given: [
                CLUSTER,
                {
                    ...USER,
                    inputs: {
                        name: "ann",
                        permissionsBoundary: "arn:aws:iam::aws:policy/AmazonEC2ContainerRegistryReadOnly",
                    },
                },
                may(EXEC),
                SERVICE,
            ],
        },
        "what a policy beside it takes back": {
            given: [
                CLUSTER,
                USER,
                may({ ...EXEC, Resource: "*" }),
                {
                    type: "iam.UserPolicy",
                    name: "other",
                    inputs: {
                        user: "ann",
                        policy: JSON.stringify({
                            Statement: {
                                Effect: "Deny",
                                Action: "ecs:ExecuteCommand",
                                Resource: "arn:aws:ecs:*:*:task/*",
                            },
                        }),
                    },
                },
                SERVICE,
            ],
        },
    },
    invalid: {
        "a group that may execute commands only": {
            given: [
                {
                    type: "ecs.Cluster",
                    name: "cluster",
                    inputs: {
                        name: "shop",
                        configuration: {
                            executeCommandConfiguration: { kmsKeyId: "arn:aws:kms:us-east-1:123456789012:key/1111" },
                        },
                    },
                },
                { type: "iam.Group", name: "operators", inputs: { name: "operators" } },
                {
                    type: "iam.GroupPolicy",
                    name: "exec",
                    inputs: {
                        group: "operators",
                        policy: JSON.stringify({
                            Version: "2012-10-17",
                            Statement: [
                                {
                                    Effect: "Allow",
                                    Action: "ecs:ExecuteCommand",
                                    Resource: "arn:aws:ecs:us-east-1:123456789012:cluster/shop",
                                },
                            ],
                        }),
                    },
                },
                SERVICE,
            ],
            reports: {
                exec: [
                    'The group "operators" may execute commands, but is not allowed `kms:GenerateDataKey` on the key of cluster "cluster".',
                ],
            },
        },
        "a boundary that leaves the keys of two clusters out, one of which the user may use otherwise": {
            given: [
                {
                    type: "ecs.Cluster",
                    name: "a",
                    inputs: { name: "a", configuration: { executeCommandConfiguration: { kmsKeyId: KEY_ARN } } },
                },
                {
                    type: "ecs.Cluster",
                    name: "b",
                    inputs: {
                        name: "b",
                        configuration: {
                            executeCommandConfiguration: { kmsKeyId: KEY_ARN.replace("1111", "2222") },
                        },
                    },
                },
                BOUNDARY,
                BOUND,
                may({ ...EXEC, Resource: "*" }, { Effect: "Allow", Action: "kms:GenerateDataKey", Resource: KEY_ARN }),
                SERVICE,
            ],
            reports: {
                exec: [
                    'The user "ann" may execute commands, but is not allowed `kms:GenerateDataKey` on the key of cluster "a" or of cluster "b".',
                ],
            },
        },
        "a boundary that leaves the key out": {
            given: [CLUSTER, BOUNDARY, BOUND, may(EXEC, { Effect: "Allow", Action: "kms:*", Resource: "*" }), SERVICE],
            reports: {
                exec: [
                    'The user "ann" may execute commands, but is not allowed `kms:GenerateDataKey` on the key of cluster "cluster", which its permissions boundary leaves out.',
                ],
            },
        },
        "a managed policy of a user and a role, one of which has the permission, at preview": {
            given: [
                { type: "kms.Key", name: "key", inputs: {} },
                {
                    type: "ecs.Cluster",
                    name: "cluster",
                    inputs: { configuration: { executeCommandConfiguration: { kmsKeyId: unknown } } },
                    dependsOn: { configuration: ["key"] },
                },
                USER,
                {
                    type: "iam.Role",
                    name: "role",
                    inputs: {
                        name: "operators",
                        inlinePolicies: [
                            {
                                policy: JSON.stringify({
                                    Statement: { Effect: "Allow", Action: "kms:*", Resource: "*" },
                                }),
                            },
                        ],
                    },
                },
                { type: "iam.Policy", name: "exec", inputs: { policy: JSON.stringify({ Statement: EXEC }) } },
                {
                    type: "iam.PolicyAttachment",
                    name: "attachment",
                    inputs: { users: ["ann"], roles: ["operators"], policyArn: unknown },
                    dependsOn: { policyArn: ["exec"] },
                },
                SERVICE,
            ],
            reports: {
                exec: [
                    'The user "ann" may execute commands, but is not allowed `kms:GenerateDataKey` on the key of cluster "cluster".',
                ],
            },
        },
        "an inline policy of a role, on another key": {
            given: [
                CLUSTER,
                {
                    type: "iam.Role",
                    name: "role",
                    inputs: {
                        name: "operators",
                        inlinePolicies: [
                            {
                                name: "exec",
                                policy: JSON.stringify({
                                    Statement: [
                                        EXEC,
                                        {
                                            Effect: "Allow",
                                            Action: "kms:GenerateDataKey",
                                            Resource: "arn:aws:kms:us-east-1:123456789012:key/2222",
                                        },
                                    ],
                                }),
                            },
                        ],
                    },
                },
                SERVICE,
            ],
            reports: {
                role: [
                    'The role "role" may execute commands, but is not allowed `kms:GenerateDataKey` on the key of cluster "cluster".',
                ],
            },
        },
        "commands that are denied for one container": {
            given: [
                CLUSTER,
                USER,
                may(EXEC, {
                    Effect: "Deny",
                    Action: "ecs:ExecuteCommand",
                    Resource: "*",
                    Condition: { StringEquals: { "ecs:container-name": "production-app" } },
                }),
                SERVICE,
            ],
            reports: {
                exec: [
                    'The user "ann" may execute commands, but is not allowed `kms:GenerateDataKey` on the key of cluster "cluster".',
                ],
            },
        },
        "commands on all but services, denied on what they do not know": {
            given: [
                CLUSTER,
                USER,
                may(
                    { Effect: "Allow", Action: "ecs:*", NotResource: "arn:aws:ecs:*:*:service/*" },
                    { Effect: "Deny", Action: "*", Resource: "arn:aws:s3:::assets/*" },
                ),
                SERVICE,
            ],
            reports: {
                exec: [
                    'The user "ann" may execute commands, but is not allowed `kms:GenerateDataKey` on the key of cluster "cluster".',
                ],
            },
        },
        "the ARN of a cluster that is not known": {
            given: [
                CLUSTER,
                USER,
                {
                    type: "iam.UserPolicy",
                    name: "exec",
                    inputs: {
                        user: "ann",
                        policy: { Statement: { Effect: "Allow", Action: "ecs:ExecuteCommand", Resource: unknown } },
                    },
                },
                SERVICE,
            ],
            reports: {
                exec: [
                    'The user "ann" may execute commands, but is not allowed `kms:GenerateDataKey` on the key of cluster "cluster".',
                ],
            },
        },
        "the permission in policies that exclusive lists of a user leave out": {
            given: [
                CLUSTER,
                USER,
                may(EXEC),
                KEYS,
                attached("iam.UserPolicyAttachment", { user: "ann" }),
                only("iam.UserPolicyAttachmentsExclusive", { userName: "ann", policyArns: [] }),
                SERVICE,
            ],
            reports: {
                exec: [
                    'The user "ann" may execute commands, but is not allowed `kms:GenerateDataKey` on the key of cluster "cluster".',
                ],
            },
        },
        "the permission in policies that exclusive lists of a group leave out": {
            given: [
                CLUSTER,
                GROUP,
                GROUP_EXEC,
                KEYS,
                attached("iam.PolicyAttachment", { groups: ["operators"] }),
                only("iam.GroupPolicyAttachmentsExclusive", { groupName: "operators", policyArns: [] }),
                {
                    type: "iam.GroupPolicy",
                    name: "inline",
                    inputs: { name: "inline", group: "operators", policy: KEYS_DOCUMENT },
                },
                {
                    ...only("iam.GroupPoliciesExclusive", { groupName: "operators", policyNames: ["exec"] }),
                    name: "names",
                },
                SERVICE,
            ],
            reports: {
                exec: [
                    'The group "operators" may execute commands, but is not allowed `kms:GenerateDataKey` on the key of cluster "cluster".',
                ],
            },
        },

        "a cluster with a key, beside one without": {
            given: [
                CLUSTER,
                { type: "ecs.Cluster", name: "plain", inputs: { name: "plain" } },
                USER,
                may(EXEC),
                SERVICE,
            ],
            reports: {
                exec: [
                    'The user "ann" may execute commands, but is not allowed `kms:GenerateDataKey` on the key of cluster "cluster".',
                ],
            },
        },
    },
    unknown: {
        "what a policy beside it denies, where the boundary leaves the key out": {
            given: [
                CLUSTER,
                BOUNDARY,
                BOUND,
                may(EXEC, {
                    ...EXEC,
                    Effect: "Deny",
                    Condition: { Bool: { "aws:MultiFactorAuthPresent": "false" } },
                }),
                { type: "iam.UserPolicy", name: "other", inputs: { user: "ann", policy: unknown } },
                SERVICE,
            ],
        },
        "who is in a group": {
            given: [
                CLUSTER,
                GROUP,
                GROUP_EXEC,
                { type: "iam.User", name: "bob", inputs: { name: "bob" } },
                { type: "iam.UserGroupMembership", name: "membership", inputs: { user: "bob", groups: unknown } },
                SERVICE,
            ],
            settled: true,
        },
        "a configuration that depends on a key, maybe that of the storage": {
            given: [
                { type: "kms.Key", name: "key", inputs: {}, outputs: { id: unknown, arn: unknown } },
                {
                    ...CLUSTER,
                    inputs: { name: "shop", configuration: unknown },
                    dependsOn: { configuration: ["key"] },
                },
                USER,
                may(EXEC),
                SERVICE,
            ],
        },
        "the document": {
            given: [
                CLUSTER,
                USER,
                { type: "iam.UserPolicy", name: "exec", inputs: { user: "ann", policy: unknown } },
                SERVICE,
            ],
        },
        "whose policy it is that denies commands": {
            given: [
                CLUSTER,
                USER,
                may(EXEC),
                {
                    type: "iam.UserPolicy",
                    name: "other",
                    inputs: {
                        user: unknown,
                        policy: JSON.stringify({
                            Statement: { Effect: "Deny", Action: "ecs:ExecuteCommand", Resource: "*" },
                        }),
                    },
                },
                SERVICE,
            ],
        },
        "a user that is only read, whose policies may be more": {
            given: [CLUSTER, { ...USER, inputs: false, outputs: { name: "ann" } }, may(EXEC), SERVICE],
        },
        "a boundary that is not in the stack": {
            given: [
                CLUSTER,
                { ...USER, inputs: { name: "ann", permissionsBoundary: "arn:aws:iam::123456789012:policy/org" } },
                may(EXEC),
                SERVICE,
            ],
        },
        "the resource of a wildcard": {
            given: [
                CLUSTER,
                USER,
                {
                    type: "iam.UserPolicy",
                    name: "exec",
                    inputs: { user: "ann", policy: { Statement: { Effect: "Allow", Action: "*", Resource: unknown } } },
                },
                SERVICE,
            ],
        },
        "another document of the same user": {
            given: [
                CLUSTER,
                USER,
                {
                    type: "iam.UserPolicy",
                    name: "exec",
                    inputs: { user: "ann", policy: JSON.stringify({ Statement: EXEC }) },
                },
                { type: "iam.UserPolicy", name: "kms", inputs: { user: "ann", policy: unknown } },
                SERVICE,
            ],
        },
        "a group of the user that is not in the stack": {
            given: [
                CLUSTER,
                USER,
                { type: "iam.UserGroupMembership", name: "membership", inputs: { user: "ann", groups: ["admins"] } },
                {
                    type: "iam.UserPolicy",
                    name: "exec",
                    inputs: { user: "ann", policy: JSON.stringify({ Statement: EXEC }) },
                },
                SERVICE,
            ],
        },
        "the key": {
            given: [
                {
                    type: "ecs.Cluster",
                    name: "cluster",
                    inputs: { configuration: { executeCommandConfiguration: { kmsKeyId: unknown } } },
                },
                USER,
                {
                    type: "iam.UserPolicy",
                    name: "exec",
                    inputs: { user: "ann", policy: JSON.stringify({ Statement: EXEC }) },
                },
                SERVICE,
            ],
        },
        "the exclusive list of a user": {
            given: [
                CLUSTER,
                USER,
                may(EXEC),
                only("iam.UserPolicyAttachmentsExclusive", { userName: "ann", policyArns: unknown }),
                SERVICE,
            ],
        },
        "whose an exclusive list is": {
            given: [
                CLUSTER,
                GROUP,
                GROUP_EXEC,
                KEYS,
                only("iam.GroupPolicyAttachmentsExclusive", { groupName: unknown, policyArns: [KEYS_ARN] }),
                SERVICE,
            ],
        },
    },
});
