import assert from "node:assert/strict";
import fc from "fast-check";
import { executionRoleOf, Permissions, permissionsOf, principalsOf, principalsWith, taskRoleOf } from "../../lib/iam";
import { Node } from "../../lib/node";
import { Session } from "../../lib/session";
import { PolicyDocuments, Role, Subject, TaskSettings } from "../../lib/resources";
import { Stack } from "../../lib/stack";
import { known, proven, Undecided } from "../../lib/unknown";
import { Resource, stackOf, unknown } from "../support/cases";

function graph(...resources: Resource[]): Stack {
    const session = new Session();
    return new Stack(stackOf(resources, session), session.noted);
}

function node<W>(stack: Stack, subject: Subject<W>, name: string): Node<W> {
    return stack.all(subject).find((one) => one.name === name) ?? assert.fail(`there is no ${name}`);
}

const PULL = [
    "ecr:GetAuthorizationToken",
    "ecr:BatchCheckLayerAvailability",
    "ecr:GetDownloadUrlForLayer",
    "ecr:BatchGetImage",
];
const EXECUTION = "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy";

const policy = (...statements: object[]): string => JSON.stringify({ Version: "2012-10-17", Statement: statements });
const allow = (actions: string | readonly string[], resource: unknown = "*"): object => ({
    Effect: "Allow",
    Action: actions,
    Resource: resource,
});
const deny = (actions: string | readonly string[], resource = "*"): object => ({
    Effect: "Deny",
    Action: actions,
    Resource: resource,
});

const role = (inputs: object = {}, outputs?: object): Resource => ({
    type: "iam.Role",
    name: "role",
    inputs: { name: "web", ...inputs },
    outputs: { name: "web", ...inputs, ...outputs },
});
const rolePolicy = (document: unknown, more: object = {}): Resource => ({
    type: "iam.RolePolicy",
    name: "inline",
    inputs: { name: "pull", role: "web", policy: document, ...more },
});

/** The actions that are certainly not allowed. */
function missing(permissions: Permissions, actions: readonly string[], on?: string): readonly string[] {
    return proven(actions, (action) => !permissions.allows(action, on));
}

/** The actions that the role certainly lacks; what is not known is told. */
function lacking(resources: readonly Resource[], actions: readonly string[] = PULL, on?: string) {
    const stack = graph(...resources);
    const permissions = permissionsOf(stack, node(stack, Role, "role"));
    return known(() => missing(permissions, actions, on), "unknown");
}

describe("lib/iam", () => {
    describe("a role", () => {
        it("may do nothing without a policy", () => {
            assert.deepEqual(lacking([role()]), PULL);
        });

        it("may do what its inline policies say", () => {
            const inlinePolicies = [
                { name: "a", policy: policy(allow(PULL.slice(0, 2))) },
                { name: "b", policy: policy(allow("ECR:GetDownloadUrl*")) },
            ];
            assert.deepEqual(lacking([role({ inlinePolicies })]), ["ecr:BatchGetImage"]);
        });

        it("may do nothing by an empty inline policy, which says that there are no others", () => {
            assert.deepEqual(lacking([role({ inlinePolicies: [{}] })]), PULL);
        });

        it("may do what a role policy says, found by name, by dependency and by id", () => {
            const document = policy(allow("ecr:*"));
            assert.deepEqual(lacking([role(), rolePolicy(document)]), []);
            assert.deepEqual(lacking([role(), rolePolicy(document, { role: "other" })]), PULL);
            const byDependency = { ...rolePolicy(document, { role: unknown }), dependsOn: { role: ["role"] } };
            assert.deepEqual(lacking([role(), byDependency]), []);
            assert.deepEqual(lacking([role({ name: "x" }, { id: "web" }), rolePolicy(document)]), []);
        });

        it("may do more where it has policies of aws-native, which are not read", () => {
            const native = (type: string, inputs: Record<string, unknown>): Resource => ({
                type: `aws-native:iam:${type}`,
                name: "native",
                inputs,
            });
            assert.equal(lacking([role(), native("RolePolicy", { roleName: "web" })]), "unknown");
            assert.equal(lacking([role(), native("ManagedPolicy", { roles: ["api", "web"] })]), "unknown");
            assert.equal(lacking([role(), native("ManagedPolicy", { roles: unknown })]), "unknown");
            assert.deepEqual(lacking([role(), native("RolePolicy", { roleName: "api" })]), PULL);
            assert.deepEqual(lacking([role(), native("ManagedPolicy", { roles: ["api"], users: ["web"] })]), PULL);
            const byDependency = { ...native("RolePolicy", { roleName: unknown }), dependsOn: { roleName: ["role"] } };
            assert.equal(lacking([role(), byDependency]), "unknown");
        });

        it("may do what a managed policy of the stack says, at preview and after the update", () => {
            const managed = { type: "iam.Policy", name: "managed", inputs: { policy: policy(allow("ecr:*")) } };
            const arn = "arn:aws:iam::123456789012:policy/managed";
            const attachments: Resource[] = [
                { type: "iam.RolePolicyAttachment", name: "attachment", inputs: { role: "web", policyArn: unknown } },
                { type: "iam.PolicyAttachment", name: "attachment", inputs: { roles: ["web"], policyArn: unknown } },
            ];
            for (const attachment of attachments) {
                const preview = { ...attachment, dependsOn: { policyArn: ["managed"] } };
                assert.deepEqual(lacking([role(), managed, preview]), []);
                const inputs = { ...(attachment.inputs as object), policyArn: arn };
                assert.deepEqual(lacking([role(), { ...managed, outputs: { arn } }, { ...attachment, inputs }]), []);
                assert.deepEqual(lacking([role(), managed, { ...attachment, inputs }]), "unknown");
            }
            const byList = { ...role({ managedPolicyArns: [unknown] }), dependsOn: { managedPolicyArns: ["managed"] } };
            assert.deepEqual(lacking([byList, managed]), []);
            assert.deepEqual(lacking([role({ managedPolicyArns: [arn] }), { ...managed, outputs: { arn } }]), []);
        });

        it("may do what policies of AWS say, in every partition", () => {
            assert.deepEqual(lacking([role({ managedPolicyArns: [EXECUTION] })]), []);
            for (const partition of ["aws-cn", "aws-us-gov"]) {
                const arn = EXECUTION.replace("arn:aws:", `arn:${partition}:`);
                const inputs = { role: "web", policyArn: arn };
                assert.deepEqual(
                    lacking([role(), { type: "iam.RolePolicyAttachment", name: "attachment", inputs }]),
                    [],
                );
            }
        });

        const expected: Record<string, { missing?: readonly string[]; allowed?: readonly string[] }> = {
            AdministratorAccess: { allowed: [...PULL, "kms:Decrypt"] },
            PowerUserAccess: { allowed: [...PULL, "kms:Decrypt"] },
            ReadOnlyAccess: {
                allowed: PULL,
                missing: ["logs:PutLogEvents", "kms:Decrypt", "ssmmessages:OpenDataChannel"],
            },
            SecurityAudit: { missing: ["s3:PutObject"] },
            "job-function/ViewOnlyAccess": { missing: ["ecs:ExecuteCommand"] },
            AWSDenyAll: { missing: [...PULL, "dynamodb:GetItem"] },
            AmazonEC2ContainerRegistryPullOnly: { missing: ["ecr:BatchCheckLayerAvailability"] },
            AmazonEC2ContainerRegistryReadOnly: { allowed: PULL, missing: ["ecr:PutImage"] },
            AmazonEC2ContainerRegistryPowerUser: {
                allowed: [...PULL, "ecr:PutImage"],
                missing: ["ecr:DeleteRepository"],
            },
            AmazonEC2ContainerRegistryFullAccess: { allowed: PULL, missing: ["logs:PutLogEvents"] },
            AmazonSSMManagedInstanceCore: {
                allowed: ["ssmmessages:OpenDataChannel", "ssm:GetParameter"],
                missing: ["ssm:PutParameter", "logs:PutLogEvents"],
            },
            "service-role/AmazonEC2ContainerServiceforEC2Role": { allowed: PULL, missing: ["ecs:RunTask"] },
            AmazonECS_FullAccess: { allowed: ["ecs:ExecuteCommand"], missing: PULL },
            CloudWatchLogsFullAccess: { allowed: ["logs:PutLogEvents"], missing: PULL },
            CloudWatchFullAccess: { allowed: ["logs:PutLogEvents"], missing: PULL },
            AmazonS3FullAccess: { allowed: ["s3:PutObject"], missing: PULL },
            AWSXRayDaemonWriteAccess: { allowed: ["xray:PutTraceSegments"], missing: PULL },
        };
        for (const [name, { missing = [], allowed = [] }] of Object.entries(expected)) {
            it(`has what is known of ${name}`, () => {
                const managedPolicyArns = [`arn:aws:iam::aws:policy/${name}`];
                assert.deepEqual(lacking([role({ managedPolicyArns })], missing), missing);
                assert.deepEqual(lacking([role({ managedPolicyArns })], allowed), []);
            });
        }

        it("may do something with a policy that cannot be read", () => {
            for (const arn of [
                "arn:aws:iam::aws:policy/AWSSupportAccess",
                "arn:aws:iam::aws:policy/AmazonECSTaskExecutionRolePolicy",
                "arn:aws:iam::123456789012:policy/service-role/AmazonECSTaskExecutionRolePolicy",
                "arn:aws:iam::aws:policy/constructor",
                "nonsense",
            ]) {
                assert.equal(lacking([role({ managedPolicyArns: [arn] })]), "unknown", arn);
            }
            assert.equal(lacking([role(), rolePolicy("no document")]), "unknown");
            assert.equal(lacking([role(), rolePolicy(undefined)]), "unknown");
            assert.equal(lacking([role(), rolePolicy(unknown)]), "unknown");
            assert.equal(lacking([role({ inlinePolicies: unknown })]), "unknown");
            assert.equal(lacking([role({ inlinePolicies: [unknown] })]), "unknown");
            assert.equal(lacking([role({ managedPolicyArns: unknown })]), "unknown");
            assert.equal(lacking([role({ managedPolicyArns: [unknown] })]), "unknown");
            const attachment = { type: "iam.RolePolicyAttachment", name: "attachment" };
            assert.equal(lacking([role(), { ...attachment, inputs: { role: "web", policyArn: unknown } }]), "unknown");
        });

        it("lacks nothing that another policy allows, whatever cannot be read", () => {
            assert.equal(
                lacking([role({ managedPolicyArns: [unknown] }), rolePolicy(policy(allow("ecr:*")))]),
                "unknown",
            );
            const inlinePolicies = [{ policy: "no document" }, { policy: policy(deny(PULL[0] ?? "")) }];
            assert.deepEqual(lacking([role({ inlinePolicies })]), [PULL[0]]);
        });

        it("maybe has what belongs to an unknown role", () => {
            const maybe = (document: string) => lacking([role(), rolePolicy(document, { role: unknown })]);
            assert.equal(maybe(policy(allow("ecr:*"))), "unknown");
            assert.deepEqual(maybe(policy(allow("ecr:Get*"))), [
                "ecr:BatchCheckLayerAvailability",
                "ecr:BatchGetImage",
            ]);
            assert.deepEqual(maybe(policy(allow("s3:*"))), PULL);
            const execution = role({ managedPolicyArns: [EXECUTION] });
            assert.equal(lacking([execution, rolePolicy(policy(deny("*")), { role: unknown })]), "unknown");
        });

        it("reads the outputs of a role whose inputs were not noted", () => {
            const outputs = { name: "web", inlinePolicies: [], managedPolicyArns: [EXECUTION] };
            assert.deepEqual(lacking([{ type: "iam.Role", name: "role", inputs: false, outputs }]), []);
            const planned = { ...outputs, inlinePolicies: unknown, managedPolicyArns: unknown };
            assert.equal(lacking([{ type: "iam.Role", name: "role", inputs: false, outputs: planned }]), "unknown");
        });

        it("is remembered", () => {
            const stack = graph(role());
            const { permissions } = principalsOf(stack)[0] ?? assert.fail();
            assert.equal(permissionsOf(stack, node(stack, Role, "role")), permissions);
        });
    });

    describe("a Deny", () => {
        const execution = role({ managedPolicyArns: [EXECUTION] });

        it("wins over every Allow, even if another policy cannot be read", () => {
            assert.deepEqual(lacking([execution, rolePolicy(policy(deny("ecr:Get*")))]), [PULL[0], PULL[2]]);
            const unread = role({ managedPolicyArns: [EXECUTION, unknown] });
            assert.deepEqual(lacking([unread, rolePolicy(policy(deny("ecr:*")))]), PULL);
            assert.deepEqual(
                lacking([role({ managedPolicyArns: [EXECUTION, EXECUTION.replace(/service.*/, "AWSDenyAll")] })]),
                PULL,
            );
        });

        it("decides nothing with a condition or on narrower resources", () => {
            const conditional = { ...deny("ecr:*"), Condition: { Bool: { "aws:SecureTransport": "false" } } };
            assert.equal(lacking([execution, rolePolicy(policy(conditional))]), "unknown");
            assert.equal(
                lacking([execution, rolePolicy(policy(deny("ecr:*", "arn:aws:ecr:*:*:repository/a")))]),
                "unknown",
            );
            assert.deepEqual(lacking([role(), rolePolicy(policy(conditional))]), PULL);
        });

        it("of other actions or other resources changes nothing", () => {
            assert.deepEqual(lacking([execution, rolePolicy(policy(deny("s3:*")))]), []);
            const narrow = rolePolicy(policy(allow("s3:*"), deny("s3:*", "arn:aws:s3:::b/*")));
            assert.deepEqual(lacking([role(), narrow], ["s3:PutObject"], "arn:aws:s3:::a/*"), []);
            assert.equal(lacking([role(), narrow], ["s3:PutObject"], "arn:aws:s3:::b/*"), "unknown");
        });
    });

    describe("an Allow", () => {
        it("counts with a condition", () => {
            const conditional = { ...allow(PULL), Condition: { StringEquals: { "aws:RequestedRegion": "eu-west-1" } } };
            assert.deepEqual(lacking([role(), rolePolicy(policy(conditional))]), []);
        });

        it("counts on the resources that are asked for, if any are", () => {
            const logs = rolePolicy(policy(allow("logs:*", "arn:aws:logs:*:*:log-group:/ecs/web:*")));
            const on = (group: string) =>
                lacking([role(), logs], ["logs:PutLogEvents"], `arn:*:logs:*:*:log-group:${group}:*`);
            assert.deepEqual(on("/ecs/web"), []);
            assert.deepEqual(on("/ecs/api"), ["logs:PutLogEvents"]);
            assert.deepEqual(lacking([role(), logs], ["logs:PutLogEvents"]), []);
        });

        it("is needed in the boundary, too", () => {
            const document = rolePolicy(policy(allow(PULL)));
            const bounded = (permissionsBoundary: unknown, ...more: Resource[]) =>
                lacking([
                    {
                        ...role({ permissionsBoundary }),
                        dependsOn: { permissionsBoundary: more.map(({ name }) => name) },
                    },
                    document,
                    ...more,
                ]);
            assert.deepEqual(bounded("arn:aws:iam::aws:policy/PowerUserAccess"), []);
            assert.deepEqual(bounded("arn:aws:iam::aws:policy/AmazonS3FullAccess"), PULL);
            assert.equal(bounded("arn:aws:iam::123456789012:policy/boundary"), "unknown");
            assert.equal(bounded(unknown), "unknown");
            const boundary = (...statements: object[]): Resource => ({
                type: "iam.Policy",
                name: "boundary",
                inputs: { policy: policy(...statements) },
            });
            assert.deepEqual(bounded(unknown, boundary(allow("ecr:*"))), []);
            assert.deepEqual(bounded(unknown, boundary(allow("ecr:Get*"))), [
                "ecr:BatchCheckLayerAvailability",
                "ecr:BatchGetImage",
            ]);
            assert.deepEqual(bounded(unknown, boundary(allow("*"), deny("ecr:BatchGetImage"))), ["ecr:BatchGetImage"]);
        });

        it("in the boundary alone gives nothing", () => {
            assert.deepEqual(
                lacking([role({ permissionsBoundary: "arn:aws:iam::aws:policy/AdministratorAccess" })]),
                PULL,
            );
            assert.deepEqual(lacking([role({ permissionsBoundary: unknown })]), PULL);
        });
    });

    describe("an exclusive list", () => {
        const inlineList = (policyNames: unknown, roleName: unknown = "web"): Resource => ({
            type: "iam.RolePoliciesExclusive",
            name: "exclusive",
            inputs: { roleName, policyNames },
        });
        const attachments = (policyArns: unknown, roleName: unknown = "web"): Resource => ({
            type: "iam.RolePolicyAttachmentsExclusive",
            name: "exclusive",
            inputs: { roleName, policyArns },
        });
        const pull = rolePolicy(policy(allow(PULL)));

        it("of inline policies leaves the others out", () => {
            assert.deepEqual(lacking([role(), pull, inlineList(["pull"])]), []);
            assert.deepEqual(lacking([role(), pull, inlineList([])]), PULL);
            assert.deepEqual(lacking([role(), pull, inlineList([], "other")]), []);
        });

        it("of inline policies may name one from elsewhere", () => {
            assert.equal(lacking([role(), pull, inlineList(["other"])]), "unknown");
            assert.equal(lacking([role(), inlineList([unknown])]), "unknown");
        });

        it("of inline policies may name one from elsewhere where one of that name may be of another role", () => {
            const elsewhere = rolePolicy(policy(allow("s3:*")), { role: unknown });
            assert.equal(lacking([role(), elsewhere, inlineList(["pull"])]), "unknown");
        });

        it("of inline policies of a role that is not known may name one from elsewhere", () => {
            assert.deepEqual(lacking([role(), inlineList([], unknown)]), PULL);
            assert.equal(lacking([role(), inlineList(["other"], unknown)]), "unknown");
        });

        it("of inline policies may mean one whose name is not known, beside one that it names", () => {
            const named = rolePolicy(policy(allow("ecr:Get*")));
            const nameless = { ...rolePolicy(policy(allow("ecr:*")), { name: unknown }), name: "nameless" };
            assert.equal(lacking([role(), named, nameless, inlineList(["pull"])]), "unknown");
        });

        it("of inline policies is also about those in the inputs of the role", () => {
            const own = role({ inlinePolicies: [{ name: "pull", policy: policy(allow(PULL)) }] });
            assert.deepEqual(lacking([own, inlineList(["pull"])]), []);
            assert.deepEqual(lacking([own, inlineList([])]), PULL);
        });

        it("of inline policies may not be known", () => {
            assert.equal(lacking([role(), pull, inlineList(unknown)]), "unknown");
            assert.equal(lacking([role(), pull, inlineList([unknown])]), "unknown");
            assert.equal(lacking([role(), pull, inlineList([], unknown)]), "unknown");
            assert.equal(
                lacking([role(), rolePolicy(policy(allow(PULL)), { name: unknown }), inlineList(["pull"])]),
                "unknown",
            );
        });

        it("of inline policies may name one by the name that the provider has made of a prefix", () => {
            const prefixed = (outputs: Resource["outputs"]): Resource => ({
                ...rolePolicy(policy(allow(PULL)), { name: undefined, namePrefix: "pull-" }),
                outputs,
            });
            assert.deepEqual(lacking([role(), prefixed({ name: "pull-1" }), inlineList(["pull-1"])]), []);
            assert.deepEqual(lacking([role(), prefixed({ name: "pull-1" }), inlineList([])]), PULL);
            assert.equal(lacking([role(), prefixed({ name: "pull-1" }), inlineList(["pull-2"])]), "unknown");
            assert.equal(lacking([role(), prefixed({ name: unknown }), inlineList(["pull-1"])]), "unknown");
            assert.equal(lacking([role(), prefixed({}), inlineList(["pull-1"])]), "unknown");
            assert.deepEqual(lacking([role(), prefixed({ name: unknown })]), []);
        });

        it("of attachments is all that is attached", () => {
            const execution = role({ managedPolicyArns: [EXECUTION] });
            assert.deepEqual(lacking([execution, attachments([])]), PULL);
            assert.deepEqual(lacking([role(), attachments([EXECUTION])]), []);
            assert.equal(lacking([execution, attachments([unknown])]), "unknown");
            assert.equal(lacking([execution, attachments([], unknown)]), "unknown");
            assert.deepEqual(lacking([execution, pull, attachments([])]), []);
        });
    });

    describe("an exclusive list of a user or group", () => {
        const principals = [
            { kind: "User", word: "user" },
            { kind: "Group", word: "group" },
        ];
        for (const { kind, word } of principals) {
            const allowed = (...resources: Resource[]) => {
                const [principal] = principalsOf(
                    graph({ type: `iam.${kind}`, name: "principal", inputs: { name: "ops" } }, ...resources),
                );
                return known(() => principal?.permissions.allows("kms:GenerateDataKey"), "unknown");
            };
            const list = (what: string, inputs: object): Resource => ({
                type: `iam.${kind}${what}Exclusive`,
                name: "only",
                inputs: { [`${word}Name`]: "ops", ...inputs },
            });
            const inline = (more: object = {}, outputs?: Resource["outputs"]): Resource => ({
                type: `iam.${kind}Policy`,
                name: "inline",
                inputs: { name: "keys", [word]: "ops", policy: policy(allow("kms:*")), ...more },
                outputs,
            });
            const names = (policyNames: unknown) => list("Policies", { policyNames });
            const arns = (policyArns: unknown) => list("PolicyAttachments", { policyArns });
            const ADMINISTRATOR = "arn:aws:iam::aws:policy/AdministratorAccess";
            const attachment: Resource = {
                type: `iam.${kind}PolicyAttachment`,
                name: "attachment",
                inputs: { [word]: "ops", policyArn: ADMINISTRATOR },
            };

            it(`of inline policies leaves the others of the ${word} out`, () => {
                assert.equal(allowed(inline()), true);
                assert.equal(allowed(inline(), names(["keys"])), true);
                assert.equal(allowed(inline(), names([])), false);
                assert.equal(allowed(inline(), names(["other"])), "unknown");
                assert.equal(allowed(inline(), names(unknown)), "unknown");
                const prefixed = inline({ name: undefined, namePrefix: "keys-" }, { name: "keys-1" });
                assert.equal(allowed(prefixed, names(["keys-1"])), true);
                assert.equal(allowed(prefixed, names([])), false);
            });

            it(`of attachments is all that is attached to the ${word}`, () => {
                assert.equal(allowed(attachment), true);
                assert.equal(allowed(arns([ADMINISTRATOR])), true);
                assert.equal(allowed(attachment, arns([])), false);
                assert.equal(allowed(attachment, arns([unknown])), "unknown");
                assert.equal(allowed(attachment, list("PolicyAttachments", { [`${word}Name`]: unknown })), "unknown");
                assert.equal(allowed(inline(), attachment, arns([])), true);
            });
        }
    });

    describe("what is lacking", () => {
        const shortfall = (...resources: Resource[]) => {
            const stack = graph(role(), ...resources);
            const needs = [{ actions: ["ecr:GetAuthorizationToken"], on: "*" }, { actions: ["ecr:BatchGetImage"] }];
            return known(() => permissionsOf(stack, node(stack, Role, "role")).shortfall(needs), "unknown");
        };
        const lost = rolePolicy(policy(deny("ecr:*")), { role: unknown });
        const both = "does not allow `ecr:GetAuthorizationToken`, `ecr:BatchGetImage`";

        it("is told, whatever is not known of something else", () => {
            const conditional = { ...deny("ecr:Get*"), Condition: { Null: { "aws:SourceIp": "true" } } };
            assert.equal(
                shortfall(rolePolicy(policy(allow("ecr:Get*"), conditional))),
                "does not allow `ecr:BatchGetImage`",
            );
            assert.equal(shortfall(rolePolicy(policy(allow("ecr:*"), conditional))), "unknown");
        });

        it("is not blamed on a policy that it may not have, nor on a Deny of some resources", () => {
            assert.equal(shortfall(lost), both);
            assert.equal(shortfall(rolePolicy(policy(deny("ecr:*", "arn:aws:ecr:*:*:repository/a")))), both);
        });

        it("names all that deny it", () => {
            const other = { ...rolePolicy(policy(deny("ecr:*"))), name: "other" };
            assert.equal(
                shortfall(rolePolicy(policy(allow("ecr:*"), deny("ecr:*"))), other),
                `${both}, which role policy "inline" and role policy "other" deny`,
            );
        });
    });

    describe("the program's own documents", () => {
        it("have the resource that each is in", () => {
            const stack = graph(
                role({
                    inlinePolicies: [{ name: "a", policy: policy() }, { policy: policy() }],
                    managedPolicyArns: [EXECUTION],
                }),
                rolePolicy(policy()),
                { ...rolePolicy(policy(), { role: unknown }), name: "maybe" },
            );
            assert.deepEqual(
                permissionsOf(stack, node(stack, Role, "role")).own.map(({ title, holder }) => [title, holder?.name]),
                [
                    ['inline policy "a" of role "role"', "role"],
                    ['inline policy 2 of role "role"', "role"],
                    ['role policy "inline"', "inline"],
                ],
            );
        });
    });

    describe("the roles of a task", () => {
        const task = (inputs: Record<string, unknown>): Resource => ({
            type: "ecs.TaskDefinition",
            name: "task",
            inputs,
        });
        const roles = (...resources: Resource[]) => {
            const stack = graph(...resources);
            const one = node(stack, TaskSettings, "task");
            return [executionRoleOf, taskRoleOf].map((of) => known(() => of(stack, one)?.name, "unknown"));
        };

        it("are found by dependency and by ARN", () => {
            const preview = { ...task({ executionRoleArn: unknown, taskRoleArn: unknown }) };
            assert.deepEqual(
                roles(role(), { ...preview, dependsOn: { executionRoleArn: ["role"], taskRoleArn: ["role"] } }),
                ["role", "role"],
            );
            const arn = "arn:aws:iam::123456789012:role/path/web";
            assert.deepEqual(roles(role(), task({ executionRoleArn: arn })), ["role", undefined]);
            assert.deepEqual(
                roles(role(), { type: "ecs.ExpressGatewayService", name: "task", inputs: { taskRoleArn: arn } }),
                [undefined, "role"],
            );
        });

        it("are undecided outside the stack", () => {
            const arn = "arn:aws:iam::123456789012:role/other";
            assert.deepEqual(roles(role(), task({ executionRoleArn: arn, taskRoleArn: unknown })), [
                "unknown",
                "unknown",
            ]);
        });
    });

    describe("the principals of a document", () => {
        const document = policy(allow("ecs:ExecuteCommand"));
        const managed: Resource = { type: "iam.Policy", name: "managed", inputs: { policy: document } };
        const user: Resource = { type: "iam.User", name: "user", inputs: { name: "ann" } };
        const group: Resource = { type: "iam.Group", name: "group", inputs: { name: "ops" } };
        const attached = (type: string, inputs: object): Resource => ({
            type,
            name: "attachment",
            inputs: { policyArn: unknown, ...inputs },
            dependsOn: { policyArn: ["managed"] },
        });
        const holders = (holder: string, ...resources: Resource[]) => {
            const stack = graph(...resources);
            return principalsWith(stack, node(stack, PolicyDocuments, holder)).map(({ node }) => node.name);
        };

        it("are its role, user or group", () => {
            assert.deepEqual(holders("inline", role(), rolePolicy(document)), ["role"]);
            assert.deepEqual(holders("role", role({ inlinePolicies: [{ policy: document }] })), ["role"]);
            const own = (type: string, inputs: object): Resource => ({
                type,
                name: "own",
                inputs: { policy: document, ...inputs },
            });
            assert.deepEqual(holders("own", user, own("iam.UserPolicy", { user: "ann" })), ["user"]);
            assert.deepEqual(holders("own", group, own("iam.GroupPolicy", { group: "ops" })), ["group"]);
            assert.deepEqual(holders("own", group, own("iam.GroupPolicy", { group: unknown })), []);
        });

        it("are those it is attached to", () => {
            assert.deepEqual(
                holders("managed", role(), managed, attached("iam.RolePolicyAttachment", { role: "web" })),
                ["role"],
            );
            assert.deepEqual(holders("managed", user, managed, attached("iam.UserPolicyAttachment", { user: "ann" })), [
                "user",
            ]);
            assert.deepEqual(
                holders("managed", group, managed, attached("iam.GroupPolicyAttachment", { group: "ops" })),
                ["group"],
            );
            const all = attached("iam.PolicyAttachment", { roles: ["web"], users: ["ann"], groups: ["ops"] });
            assert.deepEqual(holders("managed", role(), user, group, managed, all), ["role", "user", "group"]);
            assert.deepEqual(holders("managed", role(), user, managed), []);
        });

        it("are the users of a group", () => {
            const policies = attached("iam.GroupPolicyAttachment", { group: "ops" });
            const byUser: Resource = {
                type: "iam.UserGroupMembership",
                name: "membership",
                inputs: { user: "ann", groups: ["ops"] },
            };
            const byGroup: Resource = {
                type: "iam.GroupMembership",
                name: "membership",
                inputs: { group: "ops", users: ["ann"] },
            };
            assert.deepEqual(holders("managed", user, group, managed, policies, byUser), ["user"]);
            assert.deepEqual(holders("managed", user, group, managed, policies, byGroup), ["user"]);
        });

        it("may be in groups that cannot be read", () => {
            const allowed = (...memberships: Resource[]) => {
                const [principal] = principalsOf(graph(user, group, ...memberships));
                return known(() => principal?.permissions.allows("kms:GenerateDataKey"), "unknown");
            };
            const membership = { type: "iam.UserGroupMembership", name: "membership" };
            assert.equal(allowed(), false);
            assert.equal(allowed({ ...membership, inputs: { user: "ann", groups: ["ops"] } }), false);
            assert.equal(allowed({ ...membership, inputs: { user: "ann", groups: ["other"] } }), "unknown");
            assert.equal(allowed({ ...membership, inputs: { user: "ann", groups: unknown } }), "unknown");
            const keys: Resource = {
                type: "iam.GroupPolicy",
                name: "keys",
                inputs: { group: "ops", policy: policy(allow("kms:*")) },
            };
            assert.equal(allowed(keys, { ...membership, inputs: { user: "ann", groups: ["ops"] } }), true);
            assert.equal(allowed(keys, { ...membership, inputs: { user: unknown, groups: ["ops"] } }), "unknown");
        });

        it("may have a boundary, also where they are users", () => {
            const bounded: Resource = {
                ...user,
                inputs: { name: "ann", permissionsBoundary: "arn:aws:iam::aws:policy/AmazonS3FullAccess" },
            };
            const keys: Resource = {
                type: "iam.UserPolicy",
                name: "keys",
                inputs: { user: "ann", policy: policy(allow(["kms:*", "s3:*"])) },
            };
            const { permissions } = principalsOf(graph(bounded, keys))[0] ?? assert.fail();
            assert.deepEqual(missing(permissions, ["kms:GenerateDataKey", "s3:GetObject"]), ["kms:GenerateDataKey"]);
            assert.deepEqual(missing(permissions, ["s3:GetObject"]), []);
        });
    });

    describe("whatever the documents", () => {
        const statement = fc.record({
            Effect: fc.constantFrom("Allow", "Deny"),
            Action: fc.constantFrom("ecr:*", "*", "s3:*", "ecr:Get*", ...PULL, unknown),
            Resource: fc.constantFrom("*", "arn:aws:ecr:*:*:repository/a", unknown),
            Condition: fc.constantFrom(undefined, { Null: { "aws:SourceIp": "false" } }),
        });
        const documents = fc.array(
            fc.oneof({ weight: 4, arbitrary: fc.array(statement, { maxLength: 3 }) }, fc.constant("broken")),
            {
                maxLength: 3,
            },
        );
        const lackingOf = (all: readonly unknown[]) =>
            lacking([
                role({
                    inlinePolicies: all.map((one) => ({
                        policy: Array.isArray(one) ? { Statement: one } : one,
                    })),
                }),
            ]);
        const proven = (all: readonly unknown[]): readonly string[] =>
            known(() => {
                const found = lackingOf(all);
                return found === "unknown" ? [] : found;
            }, []);

        it("their order does not matter", () => {
            fc.assert(fc.property(documents, (all) => assert.deepEqual(lackingOf([...all].reverse()), lackingOf(all))));
        });

        it("a Deny more grants nothing, an Allow more takes nothing", () => {
            fc.assert(
                fc.property(documents, fc.constantFrom("ecr:*", "ecr:Get*", "*"), (all, action) => {
                    const before = proven(all);
                    const denied = proven([...all, [deny(action)]]);
                    assert.ok(before.every((one) => denied.includes(one)));
                    const allowed = proven([...all, [allow(action)]]);
                    assert.ok(allowed.every((one) => before.includes(one)));
                }),
            );
        });
    });

    it("throws what others expect", () => {
        const stack = graph(role({ managedPolicyArns: ["arn:aws:iam::aws:policy/AWSSupportAccess"] }));
        assert.throws(() => missing(permissionsOf(stack, node(stack, Role, "role")), PULL), Undecided);
    });
});
