/** What the SDK need not ask; here through the SDK's own functions. */
import assert from "node:assert/strict";
import type { Policies } from "@pulumi/policy";
import { AnalyzeRequest, AnalyzeResponse, AnalyzeStackRequest } from "@pulumi/pulumi/proto/analyzer_pb";
import { loadPolicies } from "../lib/load";
import { toPulumi } from "../lib/pulumi";
import { Session } from "../lib/session";
import { ecsPolicies } from "../library";
import { analyzeRequest, Resource, stackRequest, UNKNOWN, urnOf } from "./support/analyzer";

type Handler<R> = (call: { request: R }, done: (error: Error | undefined, response: AnalyzeResponse) => void) => void;
type Make<R> = (pack: string, version: string, level: string, policies: Policies) => Handler<R>;

// eslint-disable-next-line @typescript-eslint/no-require-imports -- the SDK does not say what is in it
const { makeAnalyzeRpcFun, makeAnalyzeStackRpcFun } = require("@pulumi/policy/server") as {
    makeAnalyzeRpcFun: Make<AnalyzeRequest>;
    makeAnalyzeStackRpcFun: Make<AnalyzeStackRequest>;
};

/** A pack of these policies. */
class Pack {
    private readonly one: Handler<AnalyzeRequest>;
    private readonly all: Handler<AnalyzeStackRequest>;

    constructor(policies: Policies) {
        this.one = makeAnalyzeRpcFun("test", "1.0.0", "advisory", policies);
        this.all = makeAnalyzeStackRpcFun("test", "1.0.0", "advisory", policies);
    }

    analyze(resource: Resource): Promise<AnalyzeResponse> {
        return ask(this.one, AnalyzeRequest.deserializeBinary(analyzeRequest(resource)));
    }

    analyzeStack(resources: readonly Resource[]): Promise<AnalyzeResponse> {
        return ask(this.all, AnalyzeStackRequest.deserializeBinary(stackRequest(resources)));
    }
}

function ask<R>(handler: Handler<R>, request: R): Promise<AnalyzeResponse> {
    return new Promise((resolve, reject) =>
        handler({ request }, (error, response) => (error ? reject(error) : resolve(response))),
    );
}

const turn = () => new Promise<void>((resolve) => void setImmediate(resolve));

const violations = (response: AnalyzeResponse) =>
    response.getDiagnosticsList().map((one) => `${one.getPolicyname()} ${one.getUrn()} ${one.getMessage()}`);

const reasons = (response: AnalyzeResponse) =>
    Object.fromEntries(response.getNotApplicableList().map((one) => [one.getPolicyName(), one.getReason()]));

/** The SDK's own words; ours have no quotes. */
const isSkipped = (reason = "") => /^Policy only applies to resources of type '/.test(reason);

const task: Resource = {
    type: "aws:ecs/taskDefinition:TaskDefinition",
    name: "task",
    properties: {
        family: "app",
        networkMode: "host",
        containerDefinitions: JSON.stringify([{ name: "app", image: "app:1", privileged: true }]),
    },
};
const WINDOWS = { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE" };
const cluster: Resource = { type: "aws:ecs/cluster:Cluster", name: "cluster", properties: { name: "main" } };
const service = (enableExecuteCommand: boolean): Resource => ({
    type: "aws:ecs/service:Service",
    name: "service",
    properties: { cluster: "main", taskDefinition: "app", enableExecuteCommand },
    propertyDependencies: { taskDefinition: [urnOf(task)], cluster: [urnOf(cluster)] },
});
const bucket: Resource = { type: "aws:s3/bucket:Bucket", name: "bucket", properties: { bucket: "logs" } };

/** The list, in which the SDK finds something else in the place of each policy. */
function replaced(policies: Policies, replace: (policy: Policies[number]) => Policies[number]): Policies {
    return Object.defineProperty(policies.map(replace), Symbol.iterator, {
        *value() {
            for (const policy of policies) {
                yield replace(policy);
            }
        },
    });
}

/** A policy of which one callback, where there is one, gets other arguments. */
function intercepted(
    policy: Policies[number],
    callback: "validateResource" | "validateStack",
    change: (args: unknown[]) => unknown[],
): Policies[number] {
    return new Proxy(policy, {
        get(_, key) {
            const value: unknown = Reflect.get(policy, key);
            return key === callback && typeof value === "function"
                ? new Proxy(value, { apply: (fn, self, args) => Reflect.apply(fn, self, change(args)) as unknown })
                : value;
        },
    });
}

/** The policies, and the names of those that the SDK asks through one callback, as it goes. */
function watched(policies: Policies, callback: "validateResource" | "validateStack") {
    const asked: string[] = [];
    const watch = (policy: Policies[number]) =>
        intercepted(policy, callback, (args) => {
            asked.push(policy.name);
            return args;
        });
    return { asked, policies: replaced(policies, watch) };
}

/** Names of the policies that said something. */
const speakers = (said: readonly string[]) => new Set(said.map((one) => one.split(" ")[0] ?? ""));

/** A pack that has seen a stack: what it says of it, and the policies that the SDK described the stack to. */
async function judged(given: Policies, resources: readonly Resource[]) {
    const { asked, policies } = watched(given, "validateStack");
    const pack = new Pack(policies);
    for (const resource of resources) {
        await pack.analyze(resource);
        await turn();
    }
    const response = await pack.analyzeStack(resources);
    // The others only look whether repairs were lost, and Pulumi does not count them here.
    const aboutStacks = new Set(loadPolicies().flatMap(({ name, policy }) => ("subject" in policy ? [name] : [])));
    const inapplicable = Object.keys(reasons(response)).filter((name) => aboutStacks.has(name));
    return { pack, asked, said: violations(response), inapplicable: inapplicable.sort() };
}

/** The policies, asked about a stack with tags or about one that Pulumi does not know. */
function tagged(policies: Policies, tags: Record<string, string> = { "pulumi:project": "shop" }): Policies {
    const stackTags = new Map(Object.entries(tags));
    const change = ([args, ...more]: unknown[]) => [{ ...(args as object), stackTags }, ...more];
    return replaced(policies, (policy) =>
        policy.name === "ecs-guard-inputs"
            ? intercepted(intercepted(policy, "validateResource", change), "validateStack", change)
            : policy,
    );
}

const ours = (tags?: Record<string, string>): Pack => new Pack(tagged(toPulumi(loadPolicies()), tags));

describe("what nothing in a request can concern", () => {
    it("is skipped for one resource, and for the next one not", async () => {
        const pack = ours();
        const [first, second] = [await pack.analyze(bucket), (await turn(), await pack.analyze(task))];
        assert.ok(isSkipped(reasons(first)["ecs-containers-nonprivileged"]));
        assert.deepEqual(violations(first), []);
        assert.equal(reasons(second)["ecs-containers-nonprivileged"], undefined);
        assert.match(violations(second).join("\n"), /ecs-containers-nonprivileged /);
        assert.ok(isSkipped(reasons(second)["tagged-ecs-cluster"]));
    });

    it("is found the same whether requests come one after the other or at once", async () => {
        const resources = [task, bucket, service(true), cluster, task];
        const apart: AnalyzeResponse[] = [];
        const pack = ours();
        for (const resource of resources) {
            apart.push(await pack.analyze(resource));
            await turn();
        }
        const other = ours();
        const together = await Promise.all(resources.map((resource) => other.analyze(resource)));
        assert.deepEqual(together.map(violations), apart.map(violations));
        const names = (response: AnalyzeResponse) => Object.keys(reasons(response)).sort();
        assert.deepEqual(together.map(names), apart.map(names));
    });

    it("is not told of where nobody counts what passed", async () => {
        const [counted, uncounted] = [ours(), ours({})];
        for (const resource of [bucket, task, service(true), cluster]) {
            const [full, short] = [await counted.analyze(resource), await uncounted.analyze(resource)];
            await turn();
            assert.ok(Object.values(reasons(full)).some(isSkipped));
            assert.deepEqual(Object.values(reasons(short)).filter(isSkipped), []);
            assert.deepEqual(violations(short), violations(full));
        }
        const windows = { ...task, properties: { ...task.properties, runtimePlatform: WINDOWS } };
        const reason = "Policy only applies to a task definition that is not for Windows";
        assert.equal(reasons(await counted.analyze(windows))["ecs-containers-readonly-access"], reason);
        assert.deepEqual(reasons(await uncounted.analyze(windows)), {});
        await turn();
        assert.ok(isSkipped(reasons(await counted.analyzeStack([task, cluster]))["ecs-exec-task-role"]));
        assert.deepEqual(reasons(await uncounted.analyzeStack([task, cluster])), {});
    });

    it("is judged without the policy that looks first", async () => {
        const pack = new Pack(toPulumi(loadPolicies().filter(({ name }) => name !== "ecs-guard-inputs")));
        await pack.analyze(bucket);
        assert.match(violations(await pack.analyze(task)).join("\n"), /ecs-containers-nonprivileged /);
    });

    it("is skipped for a stack, and for the next one not", async () => {
        const pack = ours();
        const closed = await pack.analyzeStack([task, service(false), cluster]);
        const untouched = loadPolicies().filter(({ topic, policy }) => topic === "exec" && "subject" in policy);
        assert.equal(untouched.length, 19);
        for (const { name } of untouched) {
            assert.ok(isSkipped(reasons(closed)[name]), `${name}: ${String(reasons(closed)[name])}`);
        }
        await turn();
        const open = await pack.analyzeStack([task, service(true), cluster]);
        assert.match(violations(open).join("\n"), /ecs-exec-task-role /);
        assert.equal(reasons(open)["ecs-exec-task-role"], undefined);
        assert.ok(isSkipped(reasons(open)["ecs-exec-log-encryption"]));
    });

    it("is decided by the policies themselves in a pack that has others too", async () => {
        const pack = new Pack(ecsPolicies());
        assert.equal(
            reasons(await pack.analyze(bucket))["ecs-containers-nonprivileged"],
            "Policy only applies to a task definition",
        );
        const closed = await pack.analyzeStack([task, service(false), cluster]);
        assert.equal(reasons(closed)["ecs-exec-task-role"], "Policy only applies to a stack with ECS Exec on");
        assert.match(violations(await pack.analyze(task)).join("\n"), /ecs-containers-nonprivileged /);
    });
});

describe("what has nothing to say of a resource", () => {
    const unclear: Resource = {
        ...task,
        properties: { family: "app", networkMode: UNKNOWN, pidMode: "host", containerDefinitions: UNKNOWN },
    };

    it("is not asked once it knows its configuration, and has passed", async () => {
        const { asked, policies } = watched(toPulumi(loadPolicies()), "validateResource");
        const pack = new Pack(policies);
        for (const resource of [task, service(true), cluster, unclear]) {
            const first = violations(await pack.analyze(resource));
            await turn();
            asked.length = 0;
            const again = violations(await pack.analyze(resource));
            await turn();
            assert.deepEqual(again, first);
            const speaking = speakers(again);
            assert.deepEqual(new Set(asked), new Set(["ecs-guard-inputs", ...speaking]));
            assert.ok(speaking.size > 0);
        }
        assert.match(
            violations(await pack.analyze(unclear)).join("\n"),
            /network-mode-not-host .*can't be known.*these policies wait/s,
        );
    });

    it("is told of another configuration as it comes", async () => {
        const settings: { exempt?: object[] } = {};
        const policies = replaced(toPulumi(loadPolicies()), (policy) =>
            intercepted(policy, "validateResource", ([args, ...more]) => [
                { ...(args as object), getConfig: () => ({ ...settings }) },
                ...more,
            ]),
        );
        const pack = new Pack(policies);
        const isBlocked = async () => {
            const said = violations(await pack.analyze(task)).join("\n");
            await turn();
            return said.includes("ecs-containers-nonprivileged ");
        };
        assert.deepEqual([await isBlocked(), await isBlocked()], [true, true]);
        settings.exempt = [{ resource: "task", reason: "An agent that needs it." }];
        assert.equal(await isBlocked(), false);
        settings.exempt = [];
        assert.equal(await isBlocked(), true);
    });
});

describe("what has nothing to say of a stack", () => {
    it("is not asked, and has passed", async () => {
        const stack = [task, service(true), cluster];
        const [quiet, thorough] = [
            await judged(tagged(toPulumi(loadPolicies())), stack),
            await judged(toPulumi(loadPolicies(), new Session(undefined, false)), stack),
        ];
        assert.deepEqual(quiet.said, thorough.said);
        const speaking = speakers(quiet.said);
        assert.ok(speaking.has("ecs-exec-task-role"));
        assert.deepEqual(new Set(quiet.asked), new Set(["ecs-guard-inputs", ...speaking]));
        const passed = thorough.asked.filter((name) => !thorough.inapplicable.includes(name) && !speaking.has(name));
        assert.ok(passed.includes("ecs-exec-pid-namespace"));
        assert.deepEqual(quiet.inapplicable, thorough.inapplicable);
    });

    it("is found the same in two stacks at once", async () => {
        const { pack } = await judged(toPulumi(loadPolicies()), [task, service(true), cluster]);
        const properties = { cluster: "main", taskDefinition: "app:1" };
        const pinned: Resource = { type: "aws:ecs/service:Service", name: "pinned", properties };
        const stacks = [
            [task, service(true), cluster],
            [task, pinned, cluster],
            [task, cluster],
        ];
        await turn();
        const together = await Promise.all(stacks.map((stack) => pack.analyzeStack(stack)));
        for (const [index, stack] of stacks.entries()) {
            await turn();
            const apart = await pack.analyzeStack(stack);
            assert.deepEqual(violations(together[index] ?? apart), violations(apart));
        }
    });
});
