import assert from "node:assert/strict";
import { join } from "node:path";
import { PACK, pulumiReady, withStack, type Run } from "../support/pulumi";
import { nameOf } from "../support/state";

const controls = [
    "ecs-task-definition-user-for-host-mode-check",
    "ecs-service-assign-public-ip-disabled",
    "ecs-task-definition-pid-mode-check",
    "ecs-containers-nonprivileged",
    "ecs-containers-readonly-access",
    "ecs-no-environment-secrets",
    "ecs-task-definition-log-configuration",
    "ecs-fargate-latest-platform-version",
    "ecs-container-insights-enabled",
    "tagged-ecs-service",
    "tagged-ecs-cluster",
    "tagged-ecs-taskdefinition",
    "ecs-taskset-assign-public-ip-disabled",
    "ecs-task-definition-network-mode-not-host",
    "ecs-task-definition-efs-encryption-enabled",
    "ecs-capacity-provider-termination-check",
    "ecs-task-definition-linux-user-non-root",
    "ecs-task-definition-windows-user-non-admin",
];

const example = (name: string) => join(PACK, "examples", name);

const pack = PACK;

/** The policies that found something, with their levels. */
function found(run: Run): string[] {
    return [...new Set(run.violations.map(({ policy, level }) => `${level} ${policy}`))].sort();
}

/** The resources that a policy found fault with. */
function faulty(run: Run, policy: string): string[] {
    return run.violations
        .filter((violation) => violation.policy === policy)
        .map(({ urn }) => `${urn?.split("::")[2] ?? ""} ${nameOf(urn)}`)
        .sort();
}

describe("examples", function () {
    this.timeout("2m");
    before(pulumiReady);

    describe("insecure", () => {
        let preview: Run;
        before(async () => {
            preview = await withStack(example("insecure"), { pack }, (stack) => stack.preview());
        });

        it("is blocked at preview", () => {
            assert.equal(preview.ok, false);
        });

        it("breaks every control", () => {
            const policies = new Set(preview.violations.map(({ policy }) => policy));
            assert.deepEqual(
                controls.filter((control) => !policies.has(control)),
                [],
            );
        });

        it("gives every violation a resource", () => {
            assert.deepEqual(
                preview.violations.filter(({ urn }) => urn === undefined),
                [],
            );
        });

        it("is said which container is meant, and how to mend it", () => {
            const [writable, ...others] = preview.violations.filter(
                ({ policy }) => policy === "ecs-containers-readonly-access",
            );
            assert.deepEqual(others, []);
            assert.match(writable?.message ?? "", /Container "app" [^]*Fix: /);
        });

        it("finds public addresses and old platforms however tasks are launched", () => {
            assert.deepEqual(faulty(preview, "ecs-service-assign-public-ip-disabled"), [
                "aws:cloudwatch/eventTarget:EventTarget nightly",
                "aws:ecs/service:Service web",
                "aws:scheduler/schedule:Schedule hourly",
            ]);
            assert.deepEqual(faulty(preview, "ecs-taskset-assign-public-ip-disabled"), [
                "aws:ecs/taskSet:TaskSet canary",
            ]);
            assert.deepEqual(faulty(preview, "ecs-fargate-latest-platform-version"), [
                "aws:cloudwatch/eventTarget:EventTarget nightly",
                "aws:ecs/service:Service web",
                "aws:ecs/service:Service worker",
                "aws:ecs/taskSet:TaskSet canary",
                "aws:scheduler/schedule:Schedule hourly",
            ]);
        });

        it("finds the pinned revision and the personal data in a tag", () => {
            assert.deepEqual(faulty(preview, "ecs-service-task-definition-revision"), ["aws:ecs/service:Service web"]);
            assert.deepEqual(faulty(preview, "ecs-tags-no-sensitive-data"), ["aws:ecs/service:Service worker"]);
        });

        it("is not told what the variables and tags hold", () => {
            const messages = preview.violations.map(({ message }) => message).join("\n");
            assert.doesNotMatch(messages, /made-up|jane\.doe/);
        });

        it("is judged by the pack even where an update is tried at once", async () => {
            await withStack(example("insecure"), { pack }, async (stack) => {
                const update = await stack.up();
                assert.equal(update.ok, false);
                const created = stack.operations().map(({ type }) => type);
                assert.ok(!created.includes("aws:ecs/taskDefinition:TaskDefinition"), String(created));
            });
        });
    });

    for (const name of ["hardened", "components"]) {
        it(`${name} breaks no policy, in preview, update and preview again`, async () => {
            await withStack(example(name), { pack }, async (stack) => {
                for (const operation of ["preview", "up", "preview"] as const) {
                    const run = await stack[operation]();
                    assert.ok(run.ok, run.stdout + run.stderr);
                    assert.deepEqual(found(run), [], run.stdout + run.stderr);
                }
            });
        });
    }

    it("unknown-until-up passes the preview with a note, and stops before the task definition is registered", async () => {
        await withStack(example("unknown-until-up"), { pack }, async (stack) => {
            const preview = await stack.preview();
            assert.deepEqual(found(preview), ["advisory ecs-task-definition-container-definitions-known"]);
            assert.equal(preview.violations.length, 1);
            assert.ok(preview.ok);

            const update = await stack.up();
            assert.deepEqual(found(update), ["mandatory ecs-containers-readonly-access"]);
            assert.equal(update.ok, false);
            const created = stack.operations().map(({ type }) => type);
            assert.ok(created.includes("aws:ecr/repository:Repository"));
            assert.ok(!created.includes("aws:ecs/taskDefinition:TaskDefinition"));
        });
    });
});
