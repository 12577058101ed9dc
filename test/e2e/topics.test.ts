import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Topic } from "../../lib/policy";
import { CATALOGUE } from "../catalogue";
import { PACK, pulumiReady, withStack, type PackConfig, type Run } from "../support/pulumi";
import { nameOf } from "../support/state";

const pack = PACK;
const example = (name: string) => join(PACK, "examples", name);
const configuration = (...path: string[]) => JSON.parse(readFileSync(join(PACK, ...path), "utf8")) as PackConfig;
const advisory = configuration("presets", "advisory.json");

/** The policies that found something, with their levels. */
function found({ violations }: Run): string[] {
    return [...new Set(violations.map(({ policy, level }) => `${level} ${policy}`))].sort();
}

/** Policies of a topic that found nothing. */
function silent({ violations }: Run, topic: Topic): string[] {
    const said = new Set(violations.map(({ policy }) => policy));
    return Object.keys(CATALOGUE[topic]).filter((policy) => !said.has(policy));
}

const said = (run: Run) => run.stdout + run.stderr;

describe("examples of GuardDuty and ECS Exec", function () {
    this.timeout("3m");
    before(pulumiReady);

    it("guardduty-ready breaks no policy, in preview, update and preview again", async () => {
        await withStack(example("guardduty-ready"), { pack }, async (stack) => {
            for (const operation of ["preview", "up", "preview"] as const) {
                const run = await stack[operation]();
                assert.ok(run.ok, said(run));
                assert.deepEqual(found(run), [], `${operation}: ${said(run)}`);
            }
        });
    });

    describe("guardduty-blind", () => {
        it("breaks every policy of the topic at preview, and is blocked", async () => {
            await withStack(example("guardduty-blind"), { pack }, async (stack) => {
                const preview = await stack.preview();
                assert.deepEqual(silent(preview, "guardduty"), []);
                assert.equal(preview.ok, false);
                assert.ok(preview.violations.every(({ urn }) => urn !== undefined));
            });
        });

        it("is stopped in an update by what is mandatory, and told all of it again where all is advisory", async () => {
            await withStack(example("guardduty-blind"), { pack }, async (stack) => {
                assert.equal((await stack.up()).ok, false);
                const update = await stack.up({ pack, packConfig: advisory });
                assert.ok(update.ok, said(update));
                assert.deepEqual(silent(update, "guardduty"), []);
                assert.ok(update.violations.every(({ level }) => level === "advisory"));
            });
        });
    });

    it("a stack is silent about the network, cluster and roles that are in another one", async () => {
        const backend = mkdtempSync(join(tmpdir(), "ecs-guard-"));
        try {
            const env = { PULUMI_BACKEND_URL: `file://${backend}` };
            await withStack(example("split-network"), { pack, env }, async (network) => {
                const made = await network.up();
                assert.deepEqual(found(made), []);
                assert.ok(made.ok, said(made));
            });
            const config = { network: "organization/split-network/dev" };
            await withStack(example("split-service"), { pack, env, config }, async (service) => {
                for (const operation of ["preview", "up", "preview"] as const) {
                    const run = await service[operation]();
                    assert.ok(run.ok, said(run));
                    assert.deepEqual(found(run), [], `${operation}: ${said(run)}`);
                }
            });
        } finally {
            rmSync(backend, { recursive: true, force: true });
        }
    });

    describe("exec-audited", () => {
        const packConfig = configuration("examples", "exec-audited", "policies.json");

        it("breaks no policy but for the exemption, in preview, update and preview again", async () => {
            await withStack(example("exec-audited"), { pack, packConfig }, async (stack) => {
                for (const operation of ["preview", "up", "preview"] as const) {
                    const run = await stack[operation]();
                    assert.ok(run.ok, said(run));
                    assert.deepEqual(found(run), ["advisory ecs-guard-exemptions"], `${operation}: ${said(run)}`);
                    assert.equal(run.violations.length, 1);
                    assert.match(
                        run.violations[0]?.message ?? "",
                        /ecs-containers-readonly-access.*"web".*1 violation/,
                    );
                }
            });
        });

        it("is blocked without the exemption, and the message says that ECS Exec is the other side", async () => {
            await withStack(example("exec-audited"), { pack }, async (stack) => {
                const preview = await stack.preview();
                assert.deepEqual(found(preview), ["mandatory ecs-containers-readonly-access"]);
                assert.match(preview.violations[0]?.message ?? "", /ECS Exec/);
                assert.equal(preview.ok, false);
            });
        });

        it("is blocked with a read-only file system, by a message that tells both ways out", async () => {
            const config = { readonlyRootFilesystem: true };
            await withStack(example("exec-audited"), { pack, config }, async (stack) => {
                const preview = await stack.preview();
                assert.deepEqual(found(preview), ["mandatory ecs-exec-writable-root-filesystem"]);
                const { message = "", urn } = preview.violations[0] ?? {};
                assert.equal(nameOf(urn), "web");
                assert.match(message, /ecs-containers-readonly-access/);
                assert.match(message, /enableExecuteCommand/);
                assert.equal(preview.ok, false);
            });
        });
    });

    describe("exec-open", () => {
        const packConfig = configuration("examples", "exec-open", "policies.json");

        it("breaks every policy of the topic at preview, and is blocked", async () => {
            await withStack(example("exec-open"), { pack, packConfig }, async (stack) => {
                const preview = await stack.preview();
                assert.deepEqual(silent(preview, "exec"), []);
                assert.equal(preview.ok, false);
                assert.ok(preview.violations.every(({ urn }) => urn !== undefined));
            });
        });

        it("is told all of it again in an update where all is advisory", async () => {
            const levels = Object.fromEntries(
                Object.entries(packConfig).map(([policy, config]) => [
                    policy,
                    { ...(typeof config === "string" ? {} : config), enforcementLevel: "advisory" },
                ]),
            );
            await withStack(example("exec-open"), { pack, packConfig: { ...advisory, ...levels } }, async (stack) => {
                const update = await stack.up();
                assert.ok(update.ok, said(update));
                assert.deepEqual(silent(update, "exec"), []);
                assert.ok(update.violations.every(({ level }) => level === "advisory"));
            });
        });
    });
});
