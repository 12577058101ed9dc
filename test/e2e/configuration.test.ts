import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import { analyze, PACK, pulumiReady, withStack, type PackConfig } from "../support/pulumi";
import { stateOf } from "../support/state";

const pack = PACK;

// eslint-disable-next-line @typescript-eslint/require-await -- Pulumi wants a promise
async function cluster(): Promise<void> {
    new aws.ecs.Cluster("app");
}

describe("configuration of the pack", function () {
    this.timeout("1m");
    before(pulumiReady);

    it("disables everything but what it names", async () => {
        const packConfig: PackConfig = { all: "disabled", "tagged-ecs-cluster": "mandatory" };
        const { ok, violations } = await withStack(cluster, { pack, packConfig }, (stack) => stack.preview());
        assert.equal(ok, false);
        assert.deepEqual(
            violations.map(({ policy, level }) => `${level} ${policy}`),
            ["mandatory tagged-ecs-cluster"],
        );
    });

    it("is refused, in words, where a policy has no such setting", async () => {
        const packConfig: PackConfig = { "tagged-ecs-cluster": { requiredTags: ["owner"] } };
        const { ok, stdout, stderr } = await withStack(cluster, { pack, packConfig }, (stack) => stack.preview());
        assert.equal(ok, false);
        const said = stdout + stderr;
        for (const word of ["tagged-ecs-cluster", "requiredTags", "requiredTagKeys"])
            assert.match(said, new RegExp(word));
        assert.doesNotMatch(said, /^\s*at .*:\d+:\d+\)?$/m, "a stack trace");
    });

    it("is refused by the engine where a setting has the wrong type", async () => {
        const packConfig: PackConfig = { "tagged-ecs-cluster": { requiredTagKeys: "owner" } };
        const { ok, stdout, stderr } = await withStack(cluster, { pack, packConfig }, (stack) => stack.preview());
        assert.equal(ok, false);
        assert.match(stdout + stderr, /requiredTagKeys/);
    });

    it("is refused by the engine with a `$schema`, and read past a policy that does not exist", async () => {
        const state = stateOf({ type: "aws:ecs/cluster:Cluster", name: "app", inputs: {} });
        const withSchema = await analyze(state, { packConfig: { $schema: "schema.json" } });
        assert.equal(withSchema.ok, false);
        assert.match(withSchema.stderr, /"\$schema"/);
        const misspelt = await analyze(state, { packConfig: { all: "disabled", "taged-ecs-cluster": "mandatory" } });
        assert.deepEqual([misspelt.ok, misspelt.violations, misspelt.stderr], [true, [], ""]);
    });

    it("exempts a resource", async () => {
        const exempt = [{ resource: "app", reason: "a cluster for demonstrations" }];
        const packConfig: PackConfig = {
            "ecs-container-insights-enabled": { exempt },
            "guardduty-cluster-managed-tag": { exempt },
            "tagged-ecs-cluster": { exempt },
        };
        const { ok, violations } = await withStack(cluster, { pack, packConfig }, (stack) => stack.preview());
        assert.ok(ok);
        assert.deepEqual([...new Set(violations.map(({ policy }) => policy))], ["ecs-guard-exemptions"]);
    });
});
