import { Resource, stackCases, unknown } from "../../support/cases";

const KEY_ARN = "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555";
const ROLE_ARN = "arn:aws:iam::123456789012:role/task";

const ROLE: Resource = { type: "iam.Role", name: "task", inputs: { name: "task" } };
/** The role and what it may do at most. */
const boundedTo = (action: string): Resource[] => {
    const arn = "arn:aws:iam::123456789012:policy/boundary";
    const policy = JSON.stringify({ Statement: { Effect: "Allow", Action: action, Resource: "*" } });
    return [
        { type: "iam.Policy", name: "boundary", inputs: { policy }, outputs: { arn } },
        { ...ROLE, inputs: { name: "task", permissionsBoundary: arn } },
    ];
};
const TASK: Resource = {
    type: "ecs.TaskDefinition",
    name: "web",
    inputs: { family: "web", taskRoleArn: ROLE_ARN },
};
const SERVICE: Resource = {
    type: "ecs.Service",
    name: "service",
    inputs: { taskDefinition: "web", cluster: "shop", enableExecuteCommand: true },
};
/** A cluster whose sessions are encrypted with the key `key` of the stack. */
const CLUSTER: Resource = {
    type: "ecs.Cluster",
    name: "cluster",
    inputs: { name: "shop", configuration: { executeCommandConfiguration: { kmsKeyId: unknown } } },
    dependsOn: { configuration: ["key"] },
};

/** A cluster whose sessions are encrypted with a key of another stack, and its storage with the key `key` of this one. */
const OTHER_KEY: Resource[] = [
    { type: "kms.Key", name: "key", inputs: {}, outputs: { id: "storage", arn: KEY_ARN.replace(/1+-.*/, "storage") } },
    {
        type: "ecs.Cluster",
        name: "cluster",
        inputs: {
            name: "shop",
            configuration: {
                executeCommandConfiguration: { kmsKeyId: KEY_ARN },
                managedStorageConfiguration: { fargateEphemeralStorageKmsKeyId: KEY_ARN.replace(/1+-.*/, "storage") },
            },
        },
        dependsOn: { configuration: ["key"] },
    },
];
const decrypt = (key: string): Resource => ({
    type: "iam.RolePolicy",
    name: "decrypt",
    inputs: {
        role: "task",
        policy: JSON.stringify({ Statement: { Effect: "Allow", Action: "kms:Decrypt", Resource: key } }),
    },
});

/** A cluster whose sessions are encrypted with a key outside the stack. */
const outside = (kmsKeyId: string = KEY_ARN): Resource => ({
    type: "ecs.Cluster",
    name: "cluster",
    inputs: { name: "shop", configuration: { executeCommandConfiguration: { kmsKeyId } } },
});
/** A cluster whose sessions are encrypted with the key of another stack. */
const OF_OTHER_STACK: Resource[] = [
    { type: "pulumi:pulumi:StackReference", name: "keys" },
    {
        type: "ecs.Cluster",
        name: "cluster",
        inputs: { name: "shop", configuration: { executeCommandConfiguration: { kmsKeyId: unknown } } },
        dependsOn: { configuration: ["keys"] },
    },
];
const grant = (keyId: string, granteePrincipal: string = ROLE_ARN, operations = ["Decrypt"]): Resource => ({
    type: "kms.Grant",
    name: "grant",
    inputs: { keyId, granteePrincipal, operations },
});
const keyPolicy = (keyId: string, principal: string = ROLE_ARN): Resource => ({
    type: "kms.KeyPolicy",
    name: "policy",
    inputs: {
        keyId,
        policy: JSON.stringify({
            Statement: { Effect: "Allow", Action: "kms:Decrypt", Resource: "*", Principal: { AWS: principal } },
        }),
    },
});
/** A key and the ARN of its replica in another Region. */
const PRIMARY: Resource = {
    type: "kms.Key",
    name: "key",
    inputs: { multiRegion: true },
    outputs: { id: "mrk-1", arn: "arn:aws:kms:us-east-1:123456789012:key/mrk-1" },
};
const REPLICA_ARN = "arn:aws:kms:eu-west-1:123456789012:key/mrk-1";
const lacks = (on: string, why = "") => ({
    web: [`Cluster "cluster" encrypts sessions, but task role "task" does not allow \`kms:Decrypt\` on ${on}${why}.`],
});

export default stackCases(__filename, {
    valid: {
        "a role that may decrypt with the key": {
            given: [
                {
                    type: "ecs.Cluster",
                    name: "cluster",
                    inputs: {
                        name: "shop",
                        configuration: {
                            executeCommandConfiguration: {
                                kmsKeyId: "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555",
                            },
                        },
                    },
                },
                { type: "iam.Role", name: "task", inputs: { name: "task" } },
                {
                    type: "iam.RolePolicy",
                    name: "decrypt",
                    inputs: {
                        role: "task",
                        policy: JSON.stringify({
                            Version: "2012-10-17",
                            Statement: [
                                {
                                    Effect: "Allow",
                                    Action: "kms:Decrypt",
                                    Resource:
                                        "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555",
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
        "a key of the stack, allowed on every key": {
            given: [
                { type: "kms.Key", name: "key", inputs: {} },
                CLUSTER,
                {
                    type: "iam.Role",
                    name: "task",
                    inputs: {
                        name: "task",
                        inlinePolicies: [
                            {
                                policy: JSON.stringify({
                                    Statement: { Effect: "Allow", Action: "kms:*", Resource: "*" },
                                }),
                            },
                        ],
                    },
                },
                TASK,
                SERVICE,
            ],
        },
        "a key policy for the role": {
            given: [
                {
                    type: "kms.Key",
                    name: "key",
                    inputs: {
                        policy: JSON.stringify({
                            Statement: [
                                {
                                    Effect: "Allow",
                                    Action: ["kms:Decrypt"],
                                    Resource: "*",
                                    Principal: { AWS: "arn:aws:iam::123456789012:role/task" },
                                },
                            ],
                        }),
                    },
                },
                CLUSTER,
                ROLE,
                TASK,
                SERVICE,
            ],
        },
        "a key policy of its own for everyone in the organization": {
            given: [
                { type: "kms.Key", name: "key", inputs: {} },
                {
                    type: "kms.KeyPolicy",
                    name: "policy",
                    inputs: {
                        keyId: unknown,
                        policy: JSON.stringify({
                            Statement: {
                                Effect: "Allow",
                                Action: "kms:*",
                                Resource: "*",
                                Principal: { AWS: "*" },
                                Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" } },
                            },
                        }),
                    },
                    dependsOn: { keyId: ["key"] },
                },
                CLUSTER,
                ROLE,
                TASK,
                SERVICE,
            ],
        },
        "a grant for the role, through an alias": {
            given: [
                { type: "kms.Key", name: "key", inputs: {} },
                {
                    type: "kms.Alias",
                    name: "alias",
                    inputs: { name: "alias/exec", targetKeyId: unknown },
                    dependsOn: { targetKeyId: ["key"] },
                },
                {
                    type: "kms.Grant",
                    name: "grant",
                    inputs: {
                        keyId: unknown,
                        granteePrincipal: unknown,
                        operations: ["Encrypt", "Decrypt"],
                    },
                    dependsOn: { keyId: ["key"], granteePrincipal: ["task"] },
                },
                {
                    type: "ecs.Cluster",
                    name: "cluster",
                    inputs: {
                        name: "shop",
                        configuration: { executeCommandConfiguration: { kmsKeyId: "alias/exec" } },
                    },
                },
                ROLE,
                TASK,
                SERVICE,
            ],
        },
        "no key": {
            given: [
                {
                    type: "ecs.Cluster",
                    name: "cluster",
                    inputs: { name: "shop", configuration: { executeCommandConfiguration: { kmsKeyId: "" } } },
                },
                ROLE,
                TASK,
                SERVICE,
            ],
        },
        "no task role, which another policy reports": {
            given: [
                { type: "kms.Key", name: "key", inputs: {} },
                CLUSTER,
                { type: "ecs.TaskDefinition", name: "web", inputs: { family: "web" } },
                SERVICE,
            ],
        },
        "ECS Exec off": {
            given: [
                { type: "kms.Key", name: "key", inputs: {} },
                CLUSTER,
                ROLE,
                TASK,
                { type: "ecs.Service", name: "service", inputs: { taskDefinition: "web", cluster: "shop" } },
            ],
        },
        "a key of another stack beside one of this stack, after the update": {
            given: [...OTHER_KEY, ROLE, decrypt(KEY_ARN), TASK, SERVICE],
        },
        "a grant on a key outside the stack": {
            given: [outside(), ROLE, grant(KEY_ARN), TASK, SERVICE],
        },
        "a grant on a key outside the stack, by its id": {
            given: [outside(), ROLE, grant(KEY_ARN.replace(/.*\//, "")), TASK, SERVICE],
        },
        "a key policy for a key outside the stack": {
            given: [outside(), ROLE, keyPolicy(KEY_ARN), TASK, SERVICE],
        },
        "a key policy for a key outside the stack that is named by its id": {
            given: [outside("1111-2222"), ROLE, keyPolicy("arn:aws:kms:eu-west-1:1:key/1111-2222"), TASK, SERVICE],
        },
        "a replica outside the stack of a key of the stack": {
            given: [PRIMARY, outside(REPLICA_ARN), ROLE, decrypt(REPLICA_ARN), TASK, SERVICE],
        },
        "a replica outside the stack, by its key policy": {
            given: [PRIMARY, outside(REPLICA_ARN), ROLE, keyPolicy(REPLICA_ARN), TASK, SERVICE],
        },
        "a replica of the stack": {
            given: [
                PRIMARY,
                {
                    type: "kms.ReplicaKey",
                    name: "replica",
                    inputs: { primaryKeyArn: "arn:aws:kms:us-east-1:123456789012:key/mrk-1" },
                    outputs: { id: "mrk-1", arn: REPLICA_ARN },
                },
                outside(REPLICA_ARN),
                ROLE,
                decrypt(REPLICA_ARN),
                TASK,
                SERVICE,
            ],
        },
        "a statement on some key, where the cluster names an alias": {
            given: [outside("alias/shared"), ROLE, decrypt(KEY_ARN), TASK, SERVICE],
        },
        "a role that the key policy names, within its boundary": {
            given: [outside(), keyPolicy(KEY_ARN), ...boundedTo("kms:*"), TASK, SERVICE],
        },
        "everyone, whatever the boundary of the role": {
            given: [outside(), keyPolicy(KEY_ARN, "*"), ...boundedTo("ssmmessages:*"), TASK, SERVICE],
        },
    },
    invalid: {
        "a role that may not decrypt with the key": {
            given: [
                { type: "kms.Key", name: "key", inputs: { description: "sessions" } },
                {
                    type: "ecs.Cluster",
                    name: "cluster",
                    inputs: { name: "shop", configuration: { executeCommandConfiguration: { kmsKeyId: unknown } } },
                    dependsOn: { configuration: ["key"] },
                },
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
                    inputs: { taskDefinition: unknown, cluster: unknown, enableExecuteCommand: true },
                    dependsOn: { taskDefinition: ["web"], cluster: ["cluster"] },
                },
            ],
            reports: {
                web: [
                    'Cluster "cluster" encrypts sessions, but task role "task" does not allow `kms:Decrypt` on the key.',
                ],
            },
        },
        "a key of another stack, allowed on another of the same cluster": {
            given: [...OTHER_KEY, ROLE, decrypt(KEY_ARN.replace(/1+-.*/, "storage")), TASK, SERVICE],
            reports: {
                web: [
                    `Cluster "cluster" encrypts sessions, but task role "task" does not allow \`kms:Decrypt\` on \`${KEY_ARN}\`.`,
                ],
            },
        },
        "another key, after the update": {
            given: [
                { type: "kms.Key", name: "key", inputs: {}, outputs: { id: "1", arn: KEY_ARN, policy: "{}" } },
                {
                    type: "ecs.Cluster",
                    name: "cluster",
                    inputs: {
                        name: "shop",
                        configuration: { executeCommandConfiguration: { kmsKeyId: KEY_ARN } },
                    },
                },
                {
                    type: "iam.Role",
                    name: "task",
                    inputs: {
                        name: "task",
                        inlinePolicies: [
                            {
                                policy: JSON.stringify({
                                    Statement: {
                                        Effect: "Allow",
                                        Action: "kms:Decrypt",
                                        Resource: "arn:aws:kms:us-east-1:123456789012:key/other",
                                    },
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
                    `Cluster "cluster" encrypts sessions, but task role "task" does not allow \`kms:Decrypt\` on \`${KEY_ARN}\`.`,
                ],
            },
        },
        "a key policy for the account and another role, and a grant of something else": {
            given: [
                {
                    type: "kms.Key",
                    name: "key",
                    inputs: {
                        policy: JSON.stringify({
                            Statement: [
                                {
                                    Effect: "Allow",
                                    Action: "kms:*",
                                    Resource: "*",
                                    Principal: { AWS: "arn:aws:iam::123456789012:root" },
                                },
                                {
                                    Effect: "Allow",
                                    Action: "kms:Decrypt",
                                    Resource: "*",
                                    Principal: { AWS: ["arn:aws:iam::123456789012:role/other"] },
                                },
                                { Effect: "Deny", Action: "kms:Decrypt", Resource: "*", Principal: "*" },
                            ],
                        }),
                    },
                },
                {
                    type: "kms.Grant",
                    name: "grant",
                    inputs: { keyId: unknown, granteePrincipal: ROLE_ARN, operations: ["Encrypt"] },
                    dependsOn: { keyId: ["key"] },
                },
                CLUSTER,
                ROLE,
                TASK,
                SERVICE,
            ],
            reports: {
                web: [
                    'Cluster "cluster" encrypts sessions, but task role "task" does not allow `kms:Decrypt` on the key.',
                ],
            },
        },
        "a Deny in spite of the key policy": {
            given: [
                {
                    type: "kms.Key",
                    name: "key",
                    inputs: {
                        policy: JSON.stringify({
                            Statement: { Effect: "Allow", Action: "kms:*", Resource: "*", Principal: "*" },
                        }),
                    },
                },
                CLUSTER,
                {
                    type: "iam.Role",
                    name: "task",
                    inputs: {
                        name: "task",
                        inlinePolicies: [
                            {
                                policy: JSON.stringify({
                                    Statement: { Effect: "Deny", NotAction: "ssmmessages:*", Resource: "*" },
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
                    'Cluster "cluster" encrypts sessions, but task role "task" does not allow `kms:Decrypt` on the key, which inline policy 1 of role "task" denies.',
                ],
            },
        },
        "a key of another account by its id, and an alias that is not in the stack": {
            given: [
                {
                    type: "ecs.Cluster",
                    name: "cluster",
                    inputs: { name: "shop", configuration: { executeCommandConfiguration: { kmsKeyId: "1111-2222" } } },
                },
                {
                    type: "aws-native:ecs:Cluster",
                    name: "native",
                    inputs: {
                        clusterName: "native",
                        configuration: { executeCommandConfiguration: { kmsKeyId: "alias/shared" } },
                    },
                },
                ROLE,
                TASK,
                SERVICE,
                {
                    type: "aws-native:ecs:Service",
                    name: "other",
                    inputs: { taskDefinition: "web", cluster: "native", enableExecuteCommand: true },
                },
            ],
            reports: {
                web: [
                    'Cluster "cluster" encrypts sessions, but task role "task" does not allow `kms:Decrypt` on `arn:*:kms:*:*:key/1111-2222`.',
                    'Cluster "native" encrypts sessions, but task role "task" does not allow `kms:Decrypt` on the key.',
                ],
            },
        },
        "a statement on the alias of a key, which IAM does not take for the key": {
            given: [
                outside("alias/shared"),
                ROLE,
                decrypt("arn:aws:kms:us-east-1:123456789012:alias/shared"),
                TASK,
                SERVICE,
            ],
            reports: {
                web: [
                    'Cluster "cluster" encrypts sessions, but task role "task" does not allow `kms:Decrypt` on the key.',
                ],
            },
        },
        "grants and key policies for others, and on other keys outside the stack": {
            given: [
                outside(),
                ROLE,
                grant("2222"),
                { ...grant(KEY_ARN, "arn:aws:iam::123456789012:role/other"), name: "other" },
                { ...grant(KEY_ARN, ROLE_ARN, ["Encrypt"]), name: "encrypt" },
                keyPolicy(KEY_ARN, "arn:aws:iam::123456789012:role/other"),
                { ...keyPolicy("2222"), name: "other-policy" },
                { type: "kms.Key", name: "key", inputs: {} },
                { ...grant(unknown), name: "of-the-stack", dependsOn: { keyId: ["key"] } },
                TASK,
                SERVICE,
            ],
            reports: lacks(`\`${KEY_ARN}\``),
        },
        "a grant on a key outside the stack, in spite of a Deny": {
            given: [
                outside(),
                {
                    ...ROLE,
                    inputs: {
                        name: "task",
                        inlinePolicies: [
                            {
                                policy: JSON.stringify({
                                    Statement: { Effect: "Deny", Action: "kms:*", Resource: "*" },
                                }),
                            },
                        ],
                    },
                },
                grant(KEY_ARN),
                TASK,
                SERVICE,
            ],
            reports: lacks(`\`${KEY_ARN}\``, ', which inline policy 1 of role "task" denies'),
        },
        "a replica outside the stack, allowed on its primary": {
            given: [
                PRIMARY,
                outside(REPLICA_ARN),
                ROLE,
                decrypt("arn:aws:kms:us-east-1:123456789012:key/mrk-1"),
                keyPolicy("arn:aws:kms:us-east-1:123456789012:key/mrk-1"),
                TASK,
                SERVICE,
            ],
            reports: lacks(`\`${REPLICA_ARN}\``),
        },
        "a key of another stack, with a grant for another role": {
            given: [...OF_OTHER_STACK, ROLE, grant(KEY_ARN, "arn:aws:iam::123456789012:role/other"), TASK, SERVICE],
            reports: lacks("the key"),
        },

        "a key behind an alias, at preview": {
            given: [
                { type: "kms.Key", name: "key", inputs: {} },
                {
                    type: "kms.Alias",
                    name: "alias",
                    inputs: { name: "alias/exec", targetKeyId: unknown },
                    dependsOn: { targetKeyId: ["key"] },
                },
                { ...CLUSTER, dependsOn: { configuration: ["alias"] } },
                ROLE,
                TASK,
                SERVICE,
            ],
            reports: lacks("the key"),
        },
        "a role that the key policy names, but its boundary leaves out": {
            given: [outside(), keyPolicy(KEY_ARN), ...boundedTo("ssmmessages:*"), TASK, SERVICE],
            reports: lacks(`\`${KEY_ARN}\``),
        },
        "a key of the stack, beside a key policy for one outside": {
            given: [{ type: "kms.Key", name: "key", inputs: {} }, keyPolicy(KEY_ARN), CLUSTER, ROLE, TASK, SERVICE],
            reports: lacks("the key"),
        },

        "a replica of the stack, at preview": {
            given: [
                {
                    type: "kms.ReplicaKey",
                    name: "key",
                    inputs: { primaryKeyArn: "arn:aws:kms:us-east-1:123456789012:key/mrk-1" },
                },
                CLUSTER,
                ROLE,
                TASK,
                SERVICE,
            ],
            reports: lacks("the key"),
        },
        "a key policy for namesakes: a role of another account, and a user": {
            given: [
                outside(),
                { ...ROLE, outputs: { arn: ROLE_ARN } },
                keyPolicy(KEY_ARN, ROLE_ARN.replace("123456789012", "999999999999")),
                { ...keyPolicy(KEY_ARN, ROLE_ARN.replace("role/", "user/")), name: "other" },
                TASK,
                SERVICE,
            ],
            reports: lacks(`\`${KEY_ARN}\``),
        },
        "a key policy for a user of the name of the role": {
            given: [outside(), ROLE, keyPolicy(KEY_ARN, ROLE_ARN.replace("role/", "user/")), TASK, SERVICE],
            reports: lacks(`\`${KEY_ARN}\``),
        },
    },
    unknown: {
        "whether an alias of the stack is the one that the cluster names": {
            given: [
                outside("alias/exec"),
                { type: "kms.Key", name: "key", inputs: {} },
                { type: "kms.Alias", name: "alias", inputs: { name: unknown, targetKeyId: unknown } },
                ROLE,
                TASK,
                SERVICE,
            ],
        },
        "a configuration that depends on a key, maybe that of the storage": {
            given: [
                { type: "kms.Key", name: "key", inputs: {} },
                { ...CLUSTER, inputs: { name: "shop", configuration: unknown } },
                ROLE,
                TASK,
                SERVICE,
            ],
        },
        "an alias for the sessions and a key for the storage, at preview": {
            given: [
                { type: "kms.Key", name: "sessions", inputs: {}, outputs: { id: unknown, arn: unknown } },
                { type: "kms.Key", name: "key", inputs: {}, outputs: { id: unknown, arn: unknown } },
                {
                    type: "kms.Alias",
                    name: "alias",
                    inputs: { name: "alias/exec", targetKeyId: unknown },
                    outputs: { arn: unknown },
                    dependsOn: { targetKeyId: ["sessions"] },
                },
                { ...CLUSTER, dependsOn: { configuration: ["alias", "key"] } },
                ROLE,
                TASK,
                SERVICE,
            ],
        },
        "the key": {
            given: [
                {
                    type: "ecs.Cluster",
                    name: "cluster",
                    inputs: { name: "shop", configuration: { executeCommandConfiguration: { kmsKeyId: unknown } } },
                },
                ROLE,
                TASK,
                SERVICE,
            ],
        },
        "the key policy": {
            given: [{ type: "kms.Key", name: "key", inputs: { policy: unknown } }, CLUSTER, ROLE, TASK, SERVICE],
        },
        "for whom a grant is": {
            given: [
                { type: "kms.Key", name: "key", inputs: {} },
                {
                    type: "kms.Grant",
                    name: "grant",
                    inputs: { keyId: unknown, granteePrincipal: unknown, operations: ["Decrypt"] },
                    dependsOn: { keyId: ["key"] },
                },
                CLUSTER,
                ROLE,
                TASK,
                SERVICE,
            ],
        },
        "which key a policy is for": {
            given: [
                { type: "kms.Key", name: "key", inputs: {} },
                {
                    type: "kms.KeyPolicy",
                    name: "policy",
                    inputs: {
                        keyId: unknown,
                        policy: JSON.stringify({
                            Statement: { Effect: "Allow", Action: "kms:*", Resource: "*", Principal: "*" },
                        }),
                    },
                },
                CLUSTER,
                ROLE,
                TASK,
                SERVICE,
            ],
        },
        "a document of the role": {
            given: [
                { type: "kms.Key", name: "key", inputs: {} },
                CLUSTER,
                ROLE,
                { type: "iam.RolePolicy", name: "decrypt", inputs: { role: "task", policy: unknown } },
                TASK,
                SERVICE,
            ],
        },
        "a cluster of another stack": { given: [ROLE, TASK, SERVICE] },
        "the key behind an alias that is its own target": {
            given: [
                outside("alias/exec"),
                { type: "kms.Alias", name: "alias", inputs: { name: "alias/exec", targetKeyId: "alias/exec" } },
                ROLE,
                TASK,
                SERVICE,
            ],
        },
        "whether a grant is on the key of another stack": {
            given: [...OF_OTHER_STACK, ROLE, { ...grant(unknown), dependsOn: { keyId: ["keys"] } }, TASK, SERVICE],
        },
        "whether a key policy is for the key of another stack": {
            given: [...OF_OTHER_STACK, ROLE, keyPolicy(KEY_ARN), TASK, SERVICE],
        },
        "whether a grant is on the key behind an alias": {
            given: [outside("alias/shared"), ROLE, grant(KEY_ARN), TASK, SERVICE],
        },
        "which key a grant is on": {
            given: [outside(), ROLE, grant(unknown), TASK, SERVICE],
        },
        "for whom a grant on a key outside the stack is": {
            given: [outside(), ROLE, grant(KEY_ARN, unknown), TASK, SERVICE],
        },
        "the policy for a key outside the stack": {
            given: [
                outside(),
                ROLE,
                { type: "kms.KeyPolicy", name: "policy", inputs: { keyId: KEY_ARN, policy: unknown } },
                TASK,
                SERVICE,
            ],
        },
    },
});
