/** The policies in a pack that has others too, in a process of its own. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { loadPolicies } from "../lib/load";
import { Analyzer, Resource, withPack } from "./support/analyzer";

const ROOT = resolve(__dirname, "..");

/** A pack with these policies, written in JavaScript with `ecsPolicies` at hand. */
async function withPolicies(
    policies: string,
    use: (pack: Analyzer) => Promise<void>,
    { isBundled = false } = {},
): Promise<void> {
    const folder = mkdtempSync(join(tmpdir(), "ecs-guard-"));
    try {
        symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
        writeFileSync(
            join(folder, "package.json"),
            JSON.stringify({ name: "acme", version: "1.0.0", main: "index.js" }),
        );
        writeFileSync(
            join(folder, "PulumiPolicy.yaml"),
            "runtime:\n  name: nodejs\n  options:\n    typescript: false\n",
        );
        const library = JSON.stringify(join(ROOT, "bin", "library.js"));
        writeFileSync(
            join(folder, "index.js"),
            `const sdk = require("@pulumi/policy");
            const { ecsPolicies } = require(${library});
            new sdk.PolicyPack("acme", { policies: ${policies} });`,
        );
        if (isBundled) {
            const index = join(folder, "index.js");
            const ends = { entryPoints: [index], outfile: index, allowOverwrite: true };
            await build({ ...ends, bundle: true, platform: "node", external: ["@pulumi/*"] });
        }
        await withPack(folder, use);
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
}

/** A policy that writes into what it judges, as one with `validateRemediateResourceOfType` does. */
const writing = (write: string): string => `{
    name: "writing",
    description: "It writes.",
    enforcementLevel: "advisory",
    validateResource({ props }) { ${write} },
}`;

const task: Resource = {
    type: "aws:ecs/taskDefinition:TaskDefinition",
    name: "task",
    properties: {
        family: "app",
        networkMode: "host",
        containerDefinitions: JSON.stringify([{ name: "app", image: "app:1", privileged: true }]),
    },
};
const service: Resource = {
    type: "aws:ecs/service:Service",
    name: "service",
    properties: { taskDefinition: "app", enableExecuteCommand: true },
};

const said = (violations: readonly { policy: string }[]): string[] => violations.map(({ policy }) => policy);

describe("the policies beside those of others", () => {
    it("see what the program wrote, although one before them writes", async () => {
        await withPolicies(`[${writing("delete props.networkMode;")}, ...ecsPolicies()]`, async (pack) => {
            const names = said((await pack.analyze(task)).violations);
            assert.ok(names.includes("ecs-task-definition-network-mode-not-host"), names.join());
        });
    });

    it("remember what the program wrote, although one after them writes", async () => {
        await withPolicies(`[...ecsPolicies(), ${writing("props.enableExecuteCommand = false;")}]`, async (pack) => {
            await pack.analyze(task);
            await pack.analyze(service);
            const names = said((await pack.analyzeStack([task, service])).violations);
            assert.ok(names.includes("ecs-exec-task-role"), names.join());
        });
    });

    it("have exemptions of which a part is written as undefined", async () => {
        const exempt = `[{ resource: "task", reason: "It is the agent.", container: undefined, until: undefined }]`;
        await withPolicies(
            `ecsPolicies({ overrides: { "ecs-containers-nonprivileged": { exempt: ${exempt} } } })`,
            async (pack) => {
                const { policies } = await pack.getAnalyzerInfo();
                const schema = policies.find(({ name }) => name === "ecs-containers-nonprivileged")?.configSchema;
                assert.deepEqual((schema as { exempt: { default: object } }).exempt.default, [
                    { resource: "task", reason: "It is the agent." },
                ]);
                const names = said((await pack.analyze(task)).violations);
                assert.ok(!names.includes("ecs-containers-nonprivileged"), names.join());
            },
        );
    });

    it("refuse an SDK that does not know policies which do not apply, in words", async () => {
        const policies = `ecsPolicies().map((policy) => ({
            ...policy,
            ...(policy.validateResource && {
                validateResource: ({ notApplicable, ...args }, report) => policy.validateResource(args, report),
            }),
        }))`;
        await withPolicies(policies, async (pack) => {
            await assert.rejects(pack.analyze(task), ({ message }: Error) => {
                assert.match(message, /ecs-guard needs @pulumi\/policy 1\.20\.0 or later/);
                assert.doesNotMatch(message, /\n +at /);
                return true;
            });
        });
    });

    it("go into the bundle of a pack", async () => {
        await withPolicies(
            "ecsPolicies()",
            async (pack) => {
                const { policies } = await pack.getAnalyzerInfo();
                assert.equal(policies.length, loadPolicies().length);
                assert.ok((await pack.analyze(task)).violations.length > 0);
            },
            { isBundled: true },
        );
    });
});
