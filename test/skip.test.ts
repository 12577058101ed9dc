/** What the SDK need not ask; here through the SDK's own functions. */
import assert from "node:assert/strict";
import type { Policies } from "@pulumi/policy";
import { AnalyzeRequest, AnalyzeResponse, AnalyzeStackRequest } from "@pulumi/pulumi/proto/analyzer_pb";
import { loadPolicies } from "../lib/load";
import { toPulumi } from "../lib/pulumi";
import { Session } from "../lib/session";
import { ecsPolicies } from "../library";
import { analyzeRequest, Resource, stackRequest, urnOf } from "./support/analyzer";

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

/** A policy of which one callback, where it shows it, gets other arguments. */
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

/** A pack that has seen a stack: what it says of it, and the policies that the SDK described the stack to. */
async function judged(policies: Policies, resources: readonly Resource[]) {
    const asked: string[] = [];
    const pack = new Pack(
        policies.map((policy) =>
            intercepted(policy, "validateStack", (args) => {
                asked.push(policy.name);
                return args;
            }),
        ),
    );
    for (const resource of resources) {
        await pack.analyze(resource);
        await turn();
    }
    const response = await pack.analyzeStack(resources);
    return { pack, asked, said: violations(response), inapplicable: Object.keys(reasons(response)).sort() };
}

/** The pack, asked about a stack with tags or about one that Pulumi does not know. */
function ours(tags: Record<string, string> = { "pulumi:project": "shop" }): Pack {
    const stackTags = new Map(Object.entries(tags));
    const tagged = ([args, ...more]: unknown[]) => [{ ...(args as object), stackTags }, ...more];
    return new Pack(
        toPulumi(loadPolicies()).map((policy) =>
            policy.name === "ecs-guard-inputs" ? intercepted(policy, "validateResource", tagged) : policy,
        ),
    );
}

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
        assert.equal(
            reasons(await uncounted.analyze(windows))["ecs-containers-readonly-access"],
            "Windows containers have no read-only root file system.",
        );
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

describe("what has nothing to say of a stack", () => {
    it("is not asked, and has passed", async () => {
        const stack = [task, service(true), cluster];
        const [quiet, thorough] = [
            await judged(toPulumi(loadPolicies()), stack),
            await judged(toPulumi(loadPolicies(), new Session(undefined, false)), stack),
        ];
        assert.deepEqual(quiet.said, thorough.said);
        const speaking = new Set(quiet.said.map((one) => one.split(" ")[0] ?? ""));
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
