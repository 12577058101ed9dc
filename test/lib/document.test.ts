import assert from "node:assert/strict";
import * as proxy from "@pulumi/policy/proxy";
import fc from "fast-check";
import { PolicyDocument, policyDocument, Statement, TASKS, statementTitle } from "../../lib/document";
import { encloses, matches, overlap } from "../../lib/glob";
import { isUnknownValueError, known, Undecided } from "../../lib/unknown";
import { unknown } from "../support/cases";

const { unknownCheckingProxy } = proxy as unknown as { unknownCheckingProxy: (props: object) => object };

/** A document as a policy sees it: behind the SDK's proxy. */
function read(policy: unknown): PolicyDocument {
    const { policy: seen } = unknownCheckingProxy({ policy }) as { policy: unknown };
    const document = policyDocument.read(seen, () => undefined, 0);
    assert.ok(document, "there is a document");
    return document;
}

function only(parts: object): Statement {
    const [statement] = read({ Statement: { Effect: "Allow", Action: "ecs:*", Resource: "*", ...parts } }).statements;
    assert.ok(statement, "there is a statement");
    return statement;
}

/** What is answered: yes, no or that it is not known. */
function answer(ask: () => boolean): boolean | "unknown" {
    return known(ask, "unknown");
}

describe("lib/document", () => {
    it("reads text and objects, one statement and several", () => {
        const statement = { Effect: "Allow", Action: "ecs:RunTask", Resource: "*" };
        for (const document of [{ Statement: statement }, { Statement: [statement] }]) {
            assert.ok(read(document).allows("ecs:RunTask"));
            assert.ok(read(JSON.stringify(document)).allows("ecs:RunTask"));
            assert.ok(!read(document).allows("ecs:StopTask"));
        }
        assert.deepEqual([...read({ Statement: [] }).statements], []);
    });

    it("tells no document from one that cannot be read", () => {
        assert.equal(
            policyDocument.read(undefined, () => undefined, 0),
            undefined,
        );
        assert.equal(
            policyDocument.read(null, () => undefined, 0),
            undefined,
        );
    });

    const broken: Record<string, unknown> = {
        "empty text": "",
        "text that is not JSON": "{Statement: []}",
        "JSON that is no object": "[]",
        "a number": 7,
        "a list": [],
        "no statement": { Version: "2012-10-17" },
        "null for the statement": { Statement: null },
        "text for the statement": { Statement: "Allow" },
        "text among the statements": { Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }, "Allow"] },
        "no effect": { Statement: { Action: "*", Resource: "*" } },
        "another effect": { Statement: { Effect: "allow", Action: "*", Resource: "*" } },
        "no action": { Statement: { Effect: "Allow", Resource: "*" } },
        "both kinds of actions": { Statement: { Effect: "Allow", Action: "*", NotAction: "ecs:*", Resource: "*" } },
        "both kinds of resources": { Statement: { Effect: "Allow", Action: "*", Resource: "*", NotResource: "*" } },
        "both kinds of principals": {
            Statement: { Effect: "Allow", Action: "*", Resource: "*", Principal: "*", NotPrincipal: { AWS: "a" } },
        },
        "a number for the resource it is not on": { Statement: { Effect: "Allow", Action: "*", NotResource: 5 } },
        "text for the principal": { Statement: { Effect: "Allow", Action: "*", Resource: "*", Principal: "web" } },
        "a number among the actions": { Statement: { Effect: "Allow", Action: ["*", 5], Resource: "*" } },
        "an object for the resource": { Statement: { Effect: "Allow", Action: "*", Resource: { Ref: "Task" } } },
        "text for the condition": { Statement: { Effect: "Allow", Action: "*", Resource: "*", Condition: "never" } },
        "an operator without keys": {
            Statement: { Effect: "Allow", Action: "*", Resource: "*", Condition: { StringEquals: "a" } },
        },
    };
    for (const [title, document] of Object.entries(broken)) {
        it(`cannot read ${title}`, () => {
            assert.throws(() => read(document).statements, Undecided);
            assert.throws(() => read(document).allows("ecs:RunTask"), Undecided);
            assert.throws(() => read(document).denies("ecs:RunTask"), Undecided);
        });
    }

    it("compares actions without case, with wildcards", () => {
        assert.ok(only({ Action: "ECS:executecommand" }).covers("ecs:ExecuteCommand"));
        assert.ok(only({ Action: ["ssm:*", "ecs:Execute*"] }).covers("ecs:ExecuteCommand"));
        assert.ok(only({ Action: "ecs:ExecuteComman?" }).covers("ecs:ExecuteCommand"));
        assert.ok(only({ Action: "*" }).covers("ecs:ExecuteCommand"));
        assert.ok(!only({ Action: "ecs:Execute" }).covers("ecs:ExecuteCommand"));
        assert.ok(!only({ Action: [] }).covers("ecs:ExecuteCommand"));
        assert.ok(only({ Action: "ecs:RunTask" }).covers("ecs:*"));
        assert.ok(!only({ Action: "ecr:*" }).covers("ecs:*"));
        assert.ok(only({ Action: ["ecs:*", "ECS:executeCommand"] }).names("ecs:ExecuteCommand"));
        assert.ok(!only({ Action: "ecs:*" }).names("ecs:ExecuteCommand"));
    });

    it("covers all actions but those under NotAction", () => {
        const { Action, ...rest } = { Action: undefined, NotAction: ["iam:*", "ECS:Run*"] };
        assert.ok(only({ ...rest, Action }).covers("ecs:ExecuteCommand"));
        assert.ok(!only({ ...rest, Action }).covers("ecs:RunTask"));
        assert.ok(!only({ ...rest, Action }).covers("iam:*"));
        assert.ok(only({ ...rest, Action }).covers("ecs:*"));
        assert.ok(!only({ ...rest, Action }).names("ecs:ExecuteCommand"));
        assert.ok(only({ ...rest, Action: null }).covers("ecs:ExecuteCommand"));
    });

    it("compares resources with case and wildcards, on both sides", () => {
        const task = "arn:aws:ecs:us-east-1:123456789012:task/web/abc";
        assert.ok(only({ Resource: "arn:aws:ecs:*:*:task/web/*" }).isOn(task));
        assert.ok(!only({ Resource: "arn:aws:ecs:*:*:task/Web/*" }).isOn(task));
        assert.ok(only({ Resource: "arn:aws:ecs:us-east-1:123456789012:task/*" }).isOn("arn:*:ecs:*:*:task/web/*"));
        assert.ok(!only({ Resource: "arn:aws:ecs:*:*:task/api/*" }).isOn("arn:*:ecs:*:*:task/web/*"));
        assert.ok(only({ Resource: ["arn:aws:s3:::a", "*"] }).isOn(task));
        assert.ok(only({ Resource: undefined, NotResource: "arn:aws:s3:::*" }).isOn(task));
        assert.ok(!only({ Resource: undefined, NotResource: "arn:aws:ecs:*" }).isOn(task));
    });

    it("keeps a wildcard within its part of an ARN", () => {
        const isOn = (Resource: string, arn: string): boolean => only({ Resource }).isOn(arn);
        assert.ok(isOn("arn:aws:logs:*:*:log-group:/ecs/*", "arn:*:logs:*:*:log-group:/ecs/web:*"));
        assert.ok(!isOn("arn:aws:logs:*:*:log-group:/ecs/web", "arn:*:logs:*:*:log-group:/ecs/web:*"));
        assert.ok(isOn("arn:aws:logs:*", "arn:*:logs:*:*:log-group:/ecs/web:*"));
        assert.ok(isOn("*", "arn:*:logs:*:*:log-group:/ecs/web:*"));
        assert.ok(!isOn("arn:aws:ecs:*", "arn:*:logs:*:*:log-group:/ecs/web:*"));
        assert.ok(!isOn("arn:aws:logs:us-east-1:*:*", "arn:aws:logs:eu-west-1:123456789012:log-group:/ecs/web:*"));
    });

    it("takes it beyond its part where an account, or the Region too, was left out", () => {
        const key = "arn:aws:kms:eu-west-1:123456789012:key/1";
        const isOn = (Resource: string, arn = key): boolean => only({ Resource }).isOn(arn);
        assert.ok(isOn("arn:aws:kms:*:key/*"));
        assert.ok(isOn("arn:aws:kms:*:key/*", "arn:*:kms:*:*:key/1"));
        assert.ok(isOn("arn:aws:kms:eu-*:key/*"));
        assert.ok(isOn("arn:aws:kms:eu-west-1:*key/*"));
        assert.ok(isOn("arn:aws:*:key/*"));
        assert.ok(!isOn("arn:aws:kms:*:alias/*"));
        assert.ok(!isOn("arn:aws:kms:us-*:key/*"));
        assert.ok(!isOn("arn:aws:kms:eu-west-1:key/*"));
        assert.ok(isOn("arn:aws:kms:*:${aws:PrincipalAccount}:key/*"));
        assert.ok(isOn("arn:aws:logs:*:log-group:/ecs/*", "arn:*:logs:*:*:log-group:/ecs/web:*"));
        assert.ok(!isOn("arn:aws:ecs:*:cluster/*", TASKS));
        assert.ok(!only({ Resource: undefined, NotResource: "arn:aws:ecs:*:task/*" }).isOn(TASKS));
        const [allow, deny] = [only({ Resource: TASKS }), only({ Resource: "arn:*:ecs:*:task/*" })];
        assert.ok(deny.encloses(allow, TASKS));
    });

    it("takes a variable for anything, but not for everything", () => {
        const Resource = "arn:aws:ecs:*:*:task/${aws:PrincipalTag/cluster}/*";
        assert.ok(only({ Resource }).isOn("arn:*:ecs:*:*:task/web/*"));
        assert.ok(!only({ Resource }).isOn("arn:*:ecs:*:*:service/*"));
        const twice = "arn:aws:ecs:*:${aws:PrincipalAccount}:task/${aws:PrincipalTag/cluster}/*";
        assert.ok(only({ Resource: twice }).isOn("arn:*:ecs:*:*:task/web/*"));
        assert.ok(only({ Resource: undefined, NotResource: Resource }).isOn("arn:*:ecs:*:*:task/web/*"));
    });

    it("is on all that NotResource does not cover", () => {
        const isOn = (NotResource: unknown, arn: string = TASKS): boolean | "unknown" =>
            answer(() => only({ Resource: undefined, NotResource }).isOn(arn));
        assert.equal(isOn("arn:aws:ecs:*:*:task/*"), false);
        assert.equal(isOn("arn:aws-cn:ecs:*:*:task/*"), false);
        assert.equal(isOn("arn:aws:ecs:us-east-1:123456789012:task/*"), "unknown");
        assert.equal(isOn("arn:aws:ecs:*:*:*"), false);
        assert.equal(isOn("arn:aws:ecs:*"), false);
        assert.equal(isOn("*"), false);
        assert.equal(isOn(["arn:aws:s3:::a", "arn:*:ecs:*:*:t*"]), false);
        assert.equal(isOn([unknown, "arn:aws:ecs:*:*:task/*"]), false);
        assert.equal(isOn([unknown, "arn:aws:s3:::a"]), "unknown");
        assert.equal(isOn("arn:aws:ecs:*:*:task/web/*"), true);
        assert.equal(isOn("arn:aws:ecs:*:*:task/?"), true);
        assert.equal(isOn("arn:aws:ssm:*:*:task/*"), true);
        assert.equal(isOn("arn:aws:ecs:*:*:task/*", "arn:*:ecs:*:*:*"), true);
        assert.equal(isOn([]), true);
        assert.equal(isOn("arn:aws:ecr:*:123456789012:repository/*", "arn:*:ecr:*:*:repository/agent"), "unknown");
        assert.equal(isOn("arn:aws:ecr:*:123456789012:repository/*", "arn:*:ecr:*:?*:repository/agent"), true);
        assert.equal(isOn("arn:aws:ecr:*:*:repository/*", "arn:*:ecr:*:?*:repository/agent"), false);
    });

    it("is on all resources by a plain star only", () => {
        assert.ok(only({ Resource: ["arn:aws:s3:::a", "*"] }).isOnAll);
        assert.ok(!only({ Resource: "arn:*" }).isOnAll);
        assert.ok(!only({ Resource: "*:*" }).isOnAll);
        assert.ok(!only({ Resource: undefined, NotResource: "arn:aws:s3:::a" }).isOnAll);
        assert.ok(!only({ Resource: undefined, NotResource: "*" }).isOnAll);
    });

    it("is on the resource of requests that name none by a star", () => {
        assert.ok(only({ Resource: ["arn:aws:s3:::a", "*"] }).isOnUnnamed);
        assert.ok(!only({ Resource: "arn:*" }).isOnUnnamed);
        assert.ok(only({ Resource: undefined, NotResource: "arn:aws:s3:::a" }).isOnUnnamed);
        assert.ok(!only({ Resource: undefined, NotResource: "*" }).isOnUnnamed);
    });

    it("tells what it is on of a type", () => {
        const on = (parts: object): string[] => {
            const found: string[] = [];
            only(parts).someOn(TASKS, (pattern) => !found.push(pattern));
            return found;
        };
        assert.deepEqual(on({ Resource: ["arn:aws:s3:::a", "*"] }), [TASKS]);
        assert.deepEqual(on({ Resource: ["arn:aws:ecs:us-east-1:*:*", "arn:aws:ecs:*:*:task/web/*"] }), [
            "arn:aws:ecs:us-east-1:*:task/*",
            "arn:aws:ecs:*:*:task/web/*",
        ]);
        assert.deepEqual(on({ Resource: undefined, NotResource: "arn:aws:ecs:*:*:task/web/*" }), [TASKS]);
        assert.deepEqual(on({ Resource: undefined, NotResource: "arn:aws:ecs:*:*:task/*" }), []);
        assert.ok(only({ Resource: [unknown, "*"] }).someOn(TASKS, (pattern) => pattern === TASKS));
    });

    it("concerns an action on the resources that this one knows", () => {
        const concerns = (action: string, parts: object): boolean | "unknown" =>
            answer(() => only({ Action: "*", ...parts }).concerns(action));
        assert.equal(concerns("ecs:ExecuteCommand", { Resource: "arn:aws:ecs:*:*:task/web/*" }), true);
        assert.equal(concerns("ecs:ExecuteCommand", { Resource: "arn:aws:ecs:*:*:cluster/web" }), true);
        assert.equal(concerns("ecs:ExecuteCommand", { Resource: "arn:aws:ecs:*:*:service/web/*" }), false);
        assert.equal(concerns("ecs:ExecuteCommand", { Resource: "arn:aws:s3:::assets/*" }), false);
        assert.equal(concerns("ecs:ExecuteCommand", { Resource: [] }), false);
        assert.equal(concerns("ecs:RunTask", { Resource: "arn:aws:ecs:*:*:task-definition/web:*" }), true);
        assert.equal(concerns("ecs:RunTask", { Resource: "arn:aws:ecs:*:*:task/*" }), false);
        assert.equal(concerns("ecs:UpdateService", { Resource: "arn:aws:ecs:*:*:service/web/*" }), true);
        assert.equal(concerns("ecs:UpdateService", { Resource: "arn:aws:ecs:*:*:task-definition/*" }), false);
        assert.equal(concerns("ecs:UpdateService", { Action: "ecr:*" }), false);
        assert.equal(concerns("ecs:ExecuteCommand", { Resource: [unknown, "arn:aws:ecs:*:*:cluster/web"] }), true);
        assert.equal(concerns("ecs:RunTask", { Resource: unknown }), "unknown");
        assert.equal(concerns("ecs:RunTask", { Action: ["ecs:*", unknown] }), true);
        assert.equal(concerns("ecs:RunTask", { Action: "ecs:runtask", Resource: unknown }), true);
        assert.equal(concerns("ecs:RunTask", { Action: "ecs:RunTask", Resource: ["arn:aws:s3:::a"] }), false);
        assert.equal(concerns("logs:PutLogEvents", { Resource: "arn:aws:s3:::a" }), true);
        assert.equal(concerns("logs:PutLogEvents", { Resource: unknown }), true);
    });

    describe("of two statements", () => {
        const encloses = (outer: object, inner: object): boolean => only(outer).encloses(only(inner), TASKS);
        const touches = (one: object, other: object): boolean => only(one).touches(only(other), TASKS);
        const on = (...paths: string[]) => ({ Resource: paths.map((path) => `arn:aws:ecs:*:*:${path}`) });
        const notOn = (...paths: string[]) => ({ Resource: undefined, NotResource: on(...paths).Resource });

        it("sees when one is on all that the other one is on", () => {
            assert.ok(encloses(on("task/*"), {}));
            assert.ok(encloses(on("task/*"), on("task/web/*", "task/api/*", "service/*")));
            assert.ok(encloses(on("task/*"), notOn("task/web/*")));
            assert.ok(encloses(notOn("service/*"), on("*")));
            assert.ok(encloses(notOn("task/web/*"), on("task/api/*")));
            assert.ok(encloses(notOn("task/web/0*"), notOn("task/web/*")));
            assert.ok(encloses(on("task/${aws:username}/*"), on("task/${aws:username}/*")));
            assert.ok(!encloses(on("task/web/*"), on("task/*")));
            assert.ok(!encloses(on("task/?"), on("task/*")));
            assert.ok(!encloses({ Resource: "arn:aws:ecs:us-east-1:*:task/*" }, on("task/*")));
            assert.ok(!encloses(on("task/${aws:username}/*"), on("task/web/*")));
            assert.ok(!encloses(notOn("task/*"), on("task/web/*")));
            assert.ok(!encloses(notOn("task/web/*"), on("task/*")));
            assert.ok(!encloses(notOn("task/web/*"), notOn("task/web/0*")));
            assert.ok(!encloses({}, on("service/*")));
            assert.ok(!encloses({}, notOn("task/*")));
        });

        it("sees when they have a resource in common", () => {
            assert.ok(touches(on("task/web/*"), {}));
            assert.ok(touches(on("task/*/0"), on("task/web/*")));
            assert.ok(touches(on("task/web/*"), notOn("task/api/*")));
            assert.ok(touches(notOn("task/api/*"), on("task/web/*")));
            assert.ok(touches(notOn("task/api/*"), notOn("task/web/*")));
            assert.ok(!touches(on("task/api/*"), on("task/web/*")));
            assert.ok(!touches(on("service/*"), on("*")));
            assert.ok(!touches(on("task/web/0*"), notOn("task/web/*")));
            assert.ok(!touches(notOn("task/web/*"), on("task/web/0*")));
            assert.ok(!touches(notOn("task/*"), {}));
        });

        const text = (...letters: string[]) => fc.string({ unit: fc.constantFrom(...letters), maxLength: 3 });
        const arn = text("a", "b", "*", "?").map((path) => `arn:aws:ecs:*:*:task/${path}`);
        const resources = fc.array(fc.oneof(arn, fc.constantFrom("*", "arn:aws:ecs:*:*:*")), { maxLength: 3 });
        const parts = fc.oneof(
            resources.map((Resource) => ({ Resource })),
            resources.map((NotResource) => ({ Resource: undefined, NotResource })),
        );
        const type = text("a", "b", "*").map((path) => `arn:*:ecs:*:*:task/${path}`);
        const task = text("a", "b").map((path) => `arn:aws:ecs:us-east-1:123456789012:task/${path}`);

        it("says of the whole nothing that is wrong for a single one", () => {
            fc.assert(
                fc.property(parts, parts, type, task, (one, other, type, task) => {
                    const [deny, allow] = [only(one), only(other)];
                    const isAllowed = matches(type, task) && allow.isOn(task);
                    assert.ok(!isAllowed || allow.isOn(type));
                    assert.ok(!isAllowed || !deny.isOn(task) || deny.touches(allow, type));
                    assert.ok(!isAllowed || deny.isOn(task) || !deny.encloses(allow, type));
                    assert.ok(!isAllowed || allow.someOn(type, (pattern) => matches(pattern, task)));
                }),
                { numRuns: 5_000 },
            );
        });
    });

    it("cannot tell the resources of a statement without any", () => {
        const trust = only({ Resource: undefined, Principal: { Service: "ecs-tasks.amazonaws.com" } });
        assert.ok(trust.covers("ecs:RunTask"));
        assert.throws(() => trust.isOn("*"), Undecided);
        assert.throws(() => trust.isOnAll, Undecided);
    });

    it("reads conditions without case, prefix and suffix", () => {
        const { conditions } = only({
            Condition: {
                "ForAllValues:StringEqualsIfExists": { "ECS:Cluster": ["a", "b"], "aws:TagKeys": "x" },
                "foranyvalue:StringLike": { "ecs:task": "*" },
                Bool: { "aws:SecureTransport": true },
                Null: {},
            },
        });
        assert.deepEqual(
            conditions.map(({ operator, key, values }) => ({ operator, key, values })),
            [
                { operator: "stringequals", key: "ecs:cluster", values: ["a", "b"] },
                { operator: "stringequals", key: "aws:tagkeys", values: ["x"] },
                { operator: "stringlike", key: "ecs:task", values: ["*"] },
                { operator: "bool", key: "aws:securetransport", values: ["true"] },
            ],
        );
        assert.ok(!only({ Condition: {} }).isConditional);
        assert.ok(!only({ Condition: { StringEquals: {} } }).isConditional);
        assert.ok(!only({ Condition: null }).isConditional);
    });

    it("tells for which values a condition may hold", () => {
        const holds = (operator: string, values: unknown, value: string): boolean => {
            const [condition] = only({ Condition: { [operator]: { "ecs:container-name": values } } }).conditions;
            return condition?.mayHold(value) ?? assert.fail();
        };
        assert.ok(holds("StringEquals", ["a", "app"], "app"));
        assert.ok(!holds("StringEquals", "APP", "app"));
        assert.ok(holds("StringEqualsIgnoreCase", "APP", "app"));
        assert.ok(holds("StringLikeIfExists", "a*", "app"));
        assert.ok(!holds("StringLike", "b*", "app"));
        assert.ok(!holds("StringNotEquals", "app", "app"));
        assert.ok(holds("StringNotEqualsIfExists", "prod", "app"));
        assert.ok(!holds("StringNotLike", "a*", "app"));
        assert.ok(!holds("StringNotEqualsIgnoreCase", "APP", "app"));
        assert.ok(holds("Bool", false, "false"));
        assert.ok(!holds("Bool", "False", "true"));
        assert.ok(!holds("Null", "true", "app"));
        assert.ok(holds("Null", false, "app"));
        assert.ok(holds("NumericLessThan", 5, "app"));
        assert.ok(holds("constructor", "x", "app"));
        assert.throws(() => holds("StringEquals", "${aws:PrincipalTag/app}", "app"), Undecided);
        assert.throws(() => holds("StringEquals", ["a", "${aws:PrincipalTag/app}"], "app"), Undecided);
    });

    it("knows for whom a statement is", () => {
        const arn = "arn:aws:iam::123456789012:role/web";
        const role = (name: string): boolean => name === arn;
        assert.ok(only({ Principal: "*" }).isFor(role));
        assert.ok(only({ Principal: { AWS: "*" } }).isFor(role));
        assert.ok(only({ Principal: { AWS: ["arn:aws:iam::123456789012:role/api", arn] } }).isFor(role));
        assert.ok(!only({ Principal: { AWS: "arn:aws:iam::123456789012:root" } }).isFor(role));
        assert.ok(!only({ Principal: { Service: "ecs-tasks.amazonaws.com" } }).isFor(role));
        assert.ok(!only({}).isFor(role));
        assert.ok(!only({ Principal: null, NotPrincipal: null }).isFor(role));
        assert.ok(!only({ NotPrincipal: { AWS: arn } }).isFor(role));
        assert.ok(only({ NotPrincipal: { AWS: "arn:aws:iam::123456789012:role/api" } }).isFor(role));
    });

    it("calls a statement by its Sid or its place", () => {
        assert.equal(statementTitle(only({ Sid: 'Exec "all"' })), 'Statement "Exec \\"all\\""');
        assert.equal(statementTitle(only({ Sid: "" })), "Statement 1");
        assert.equal(statementTitle(only({ Sid: unknown })), "Statement 1");
        assert.equal(statementTitle(only({}), { name: "exec" }), 'Statement 1 of inline policy "exec"');
    });

    describe("denies", () => {
        const deny = (parts: object): boolean | "unknown" =>
            answer(() =>
                read({ Statement: [{ Effect: "Deny", Action: "ecs:*", Resource: "*", ...parts }] }).denies(
                    "ecs:RunTask",
                    "arn:aws:ecs:us-east-1:123456789012:task/web",
                ),
            );

        it("for certain only without condition and on all resources", () => {
            assert.equal(deny({}), true);
            assert.equal(deny({ Condition: { Bool: { "aws:SecureTransport": "false" } } }), "unknown");
            assert.equal(deny({ Resource: "arn:aws:ecs:us-east-1:123456789012:task/web" }), "unknown");
            assert.equal(deny({ Resource: undefined, NotResource: "arn:aws:s3:::*" }), "unknown");
            assert.equal(deny({ Resource: "arn:aws:ecs:us-east-1:123456789012:task/api" }), false);
            assert.equal(deny({ Action: "ecr:*" }), false);
            assert.equal(deny({ Effect: "Allow" }), false);
        });

        it("whatever a narrower one says before it", () => {
            const document = read({
                Statement: [
                    { Effect: "Deny", Action: "ecs:RunTask", Resource: "*", Condition: { Null: { a: "true" } } },
                    { Effect: "Deny", Action: "*", Resource: "*" },
                ],
            });
            assert.ok(document.denies("ecs:RunTask"));
        });
    });

    describe("admits", () => {
        const when = { key: "ecs:container-name", value: "app" };
        const exec = { Effect: "Allow", Action: "ecs:ExecuteCommand", Resource: "*" };
        const ask = (...statements: object[]): boolean | "unknown" => {
            const document = read({ Statement: statements });
            const [first] = document.statements;
            return answer(() => document.admits(first ?? assert.fail(), "ecs:ExecuteCommand", when));
        };
        const on = (operator: string, values: unknown) => ({
            Condition: { [operator]: { "ECS:container-name": values } },
        });

        it("what an Allow is about and its conditions on the key may hold for", () => {
            assert.equal(ask(exec), true);
            assert.equal(ask({ ...exec, Effect: "Deny" }), false);
            assert.equal(ask({ ...exec, Effect: "Deny", Condition: { Bool: { a: "true" } } }), false);
            assert.equal(ask({ ...exec, Action: "ecs:RunTask" }), false);
            assert.equal(ask({ ...exec, ...on("StringEquals", "db") }), false);
            assert.equal(ask({ ...exec, ...on("StringNotEquals", "app") }), false);
            assert.equal(ask({ ...exec, ...on("StringEquals", ["db", "app"]) }), true);
            assert.equal(ask({ ...exec, ...on("StringEquals", ["db", unknown]) }), "unknown");
            assert.equal(ask({ ...exec, Condition: { StringEquals: { "ecs:cluster": "x" } } }), true);
            // Of several conditions one that does not hold is enough, whatever is not known of the others.
            const [name, others] = ["${aws:PrincipalTag/app}", "app"];
            for (const operators of [
                { StringEquals: { "ecs:container-name": name }, StringNotEquals: { "ecs:container-name": others } },
                { StringNotEquals: { "ecs:container-name": others }, StringEquals: { "ecs:container-name": name } },
            ]) {
                assert.equal(ask({ ...exec, Condition: operators }), false);
            }
        });

        it("nothing that a Deny takes back", () => {
            assert.equal(ask(exec, { ...exec, Effect: "Deny" }), false);
            assert.equal(ask(exec, { ...exec, Effect: "Deny", ...on("StringLike", "a*") }), false);
            assert.equal(ask(exec, { ...exec, Effect: "Deny", ...on("StringLike", "b*") }), true);
            assert.equal(ask(exec, { ...exec, Effect: "Deny", Resource: "arn:aws:ecs:::cluster/a" }), true);
            assert.equal(ask(exec, { ...exec, Effect: "Deny", Condition: { Bool: { a: "true" } } }), true);
            assert.equal(ask(exec, unknown), "unknown");
            assert.equal(ask(exec, { ...exec, Effect: "Deny", Resource: "arn:aws:ecs:*:*:task/*" }), false);
            assert.equal(ask(exec, { ...exec, Effect: "Deny", Resource: "arn:aws:ecs:*:*:service/*" }), true);
            assert.equal(ask({ ...exec, Resource: unknown }, { ...exec, Effect: "Deny" }), "unknown");
            const someTasks = { Resource: "arn:aws:ecs:eu-west-1:123456789012:task/shop/*" };
            assert.equal(ask(exec, { ...exec, Effect: "Deny", ...someTasks }), true);
            assert.equal(ask(exec, { ...exec, Effect: "Deny", ...someTasks, ...on("StringLike", "a*") }), false);
            const limits = {
                StringEquals: { "ecs:container-name": unknown },
                StringLike: { "ecs:container-name": "b*" },
            };
            assert.equal(ask(exec, { ...exec, Effect: "Deny", Condition: limits }), true);
            const aside = { Effect: "Allow", Action: "s3:GetObject", Resource: "*", Condition: unknown };
            assert.equal(ask(exec, aside), true);
        });
    });

    describe("with unknown parts", () => {
        it("is not known as a whole", () => {
            assert.throws(() => read(unknown), isUnknownValueError);
            assert.throws(() => read({ Statement: unknown }).statements, isUnknownValueError);
        });

        it("decides what the known parts decide", () => {
            const document = read({
                Statement: [
                    unknown,
                    { Effect: unknown, Action: "ecr:*", Resource: "*" },
                    { Effect: "Allow", Action: ["logs:*", unknown], Resource: unknown },
                    { Effect: "Allow", Action: "ecs:*", Resource: ["*", unknown], Condition: { Bool: { a: unknown } } },
                ],
            });
            assert.equal(
                answer(() => document.allows("ecs:RunTask")),
                true,
            );
            assert.equal(
                answer(() => document.allows("ecs:RunTask", "arn:aws:ecs:::task/a")),
                true,
            );
            assert.equal(
                answer(() => document.allows("logs:PutLogEvents")),
                true,
            );
            assert.equal(
                answer(() => document.allows("logs:PutLogEvents", "arn:aws:logs:::a")),
                "unknown",
            );
            assert.equal(
                answer(() => document.allows("ecr:BatchGetImage")),
                "unknown",
            );
            assert.equal(
                answer(() => document.denies("ecs:RunTask")),
                "unknown",
            );
        });

        it("leaves a statement out that is not about the action anyway", () => {
            const document = read({ Statement: { Effect: unknown, Action: "ecr:*", Resource: unknown } });
            assert.equal(
                answer(() => document.allows("ecs:RunTask")),
                false,
            );
            assert.equal(
                answer(() => document.denies("ecs:RunTask")),
                false,
            );
        });

        it("is not on what cannot be told", () => {
            const statement = only({ Resource: unknown });
            assert.throws(() => statement.isOn("*"), isUnknownValueError);
            assert.throws(() => statement.isOnAll, isUnknownValueError);
            assert.ok(only({ Resource: ["*", unknown] }).isOnAll);
            assert.throws(() => only({ Condition: unknown }).isConditional, isUnknownValueError);
            const [condition] = only({ Condition: { StringEquals: { a: [unknown] } } }).conditions;
            assert.throws(() => condition?.mayHold("x"), isUnknownValueError);
        });
    });

    describe("whatever is in it", () => {
        const action = fc.constantFrom("ecs:RunTask", "ecs:*", "*", "ecr:BatchGetImage", "ECS:runtask", "ecs:Run?ask");
        const resource = fc.constantFrom("*", "arn:aws:ecs:*:*:task/*", "arn:aws:s3:::a");
        const condition = fc.constantFrom(undefined, {}, { Bool: { "aws:SecureTransport": true } });
        const oneOrMore = <T>(item: fc.Arbitrary<T>) => fc.oneof(item, fc.array(item, { maxLength: 3 }));
        const statement = fc.oneof(
            fc.record({
                Effect: fc.constantFrom("Allow", "Deny"),
                Action: oneOrMore(action),
                Resource: oneOrMore(resource),
                Condition: condition,
            }),
            fc.record({ Effect: fc.constantFrom("Allow", "Deny"), NotAction: oneOrMore(action), Resource: resource }),
        );
        const part = fc.oneof(fc.constantFrom(unknown, "Allow", "Deny", "*", null, [unknown], {}), fc.jsonValue());
        const nonsense = fc.dictionary(
            fc.constantFrom(
                "Effect",
                "Action",
                "NotAction",
                "Resource",
                "NotResource",
                "Principal",
                "Condition",
                "Sid",
            ),
            part,
        );

        const ask = (document: PolicyDocument): unknown[] =>
            [
                () => document.allows("ecs:RunTask"),
                () => document.allows("ecs:RunTask", "arn:aws:ecs:us-east-1:123456789012:task/web"),
                () => document.denies("ecs:RunTask"),
            ].map(answer);

        it("throws nothing but that it is not known", () => {
            const documents = fc.oneof(
                fc.anything(),
                fc.json(),
                fc.record({ Statement: fc.oneof(part, nonsense, fc.array(fc.oneof(nonsense, statement, part))) }),
            );
            fc.assert(
                fc.property(documents, (raw) => {
                    const document = known(() => policyDocument.read(raw, () => undefined, 0), undefined);
                    known(() => {
                        document?.statements.each((one) => {
                            const parts = [
                                () => one.covers("ecs:RunTask"),
                                () => one.isOn("arn:aws:ecs:*:*:task/*"),
                                () => one.isFor(() => false),
                                () => one.conditions.every((each) => each.mayHold("x")),
                                () => statementTitle(one) !== "",
                            ];
                            parts.forEach(answer);
                        });
                    }, undefined);
                    if (document) {
                        ask(document);
                    }
                }),
                { numRuns: 2_000 },
            );
        });

        it("says the same in every order, as text and as an object", () => {
            fc.assert(
                fc.property(fc.array(statement, { maxLength: 5 }), (statements) => {
                    const answers = ask(read({ Statement: statements }));
                    assert.deepEqual(ask(read({ Statement: [...statements].reverse() })), answers);
                    assert.deepEqual(ask(read(JSON.stringify({ Statement: statements }))), answers);
                }),
            );
        });
    });
});

describe("lib/glob encloses", () => {
    const pattern = fc.string({ unit: fc.constantFrom("a", "b", "*", "?"), maxLength: 6 });
    const text = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 6 });

    it("tells whether a pattern means all that another one does", () => {
        assert.ok(encloses("*", "a?*"));
        assert.ok(encloses("a*", "ab*c"));
        assert.ok(encloses("a?", "a?"));
        assert.ok(encloses("*b*", "*ab*"));
        assert.ok(!encloses("a?", "a*"));
        assert.ok(!encloses("ab", "a?"));
        assert.ok(!encloses("a*", "*"));
        assert.ok(!encloses("ab*", "a*"));
    });

    it("is true of no text that only the inner one matches, and matching for a text", () => {
        fc.assert(
            fc.property(pattern, pattern, text, (outer, inner, plain) => {
                assert.equal(encloses(outer, plain), matches(outer, plain));
                assert.ok(!encloses(outer, inner) || !matches(inner, plain) || matches(outer, plain));
                assert.ok(encloses(inner, inner));
            }),
            { numRuns: 5_000 },
        );
    });

    it("takes a character for one, be it of two code units", () => {
        assert.ok(matches("web?", "web😀") && matches("*?", "😀"));
        assert.ok(!matches("web??", "web😀") && !matches("*??", "😀"));
    });
    it("takes long patterns in its stride", () => {
        assert.ok(!encloses("*a".repeat(1_000), `${"*b".repeat(1_000)}c`));
    });
});

describe("lib/glob overlap", () => {
    const pattern = fc.string({ unit: fc.constantFrom("a", "b", "*", "?"), maxLength: 6 });
    const text = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 6 });

    it("finds a common text of two patterns", () => {
        assert.ok(overlap("a*c", "ab*"));
        assert.ok(overlap("*", ""));
        assert.ok(overlap("a?c", "*bc"));
        assert.ok(!overlap("a*", "b*"));
        assert.ok(!overlap("a?", "a"));
    });

    it("is the same both ways, and matching for a text", () => {
        fc.assert(
            fc.property(pattern, pattern, text, (one, other, plain) => {
                assert.equal(overlap(one, other), overlap(other, one));
                assert.equal(overlap(one, plain), matches(one, plain));
                assert.ok(overlap(one, other) || !(matches(one, plain) && matches(other, plain)));
            }),
            { numRuns: 2_000 },
        );
    });

    it("takes long patterns in its stride", () => {
        assert.ok(!overlap("*a".repeat(1_000), `${"*b".repeat(1_000)}c`));
    });
});
