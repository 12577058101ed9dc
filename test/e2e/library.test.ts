import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import {
    existsSync,
    lstatSync,
    mkdirSync,
    mkdtempSync,
    readdirSync,
    readFileSync,
    rmSync,
    writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { analyze, PACK, pulumiReady } from "../support/pulumi";
import { nameOf, stateOf } from "../support/state";

/** A policy pack that has policies of its own and some of ours. */
const INDEX = `
import { PolicyPack } from "@pulumi/policy";
import { ecsPolicies, type PolicyName } from "ecs-guard";

const quiet: PolicyName = "tagged-ecs-cluster";

new PolicyPack("acme", {
    policies: [
        ...ecsPolicies({
            topics: ["security-hub"],
            levels: { [quiet]: "disabled", "ecs-service-task-definition-revision": "mandatory" },
            overrides: { "tagged-ecs-service": { requiredTagKeys: ["owner"] } },
        }),
        {
            name: "acme-cluster-name",
            description: "Clusters must be called acme.",
            enforcementLevel: "advisory",
            validateResource: (args, report) => {
                if (args.type === "aws:ecs/cluster:Cluster" && args.props.name !== "acme") report("It is not.");
            },
        },
    ],
});

// @ts-expect-error -- no such policy
ecsPolicies({ levels: { "ecs-privileged": "mandatory" } });
// @ts-expect-error -- no repair
ecsPolicies({ levels: { "ecs-containers-nonprivileged": "remediate" } });
// @ts-expect-error -- no such setting
ecsPolicies({ overrides: { "tagged-ecs-service": { keys: [] } } });
`;

/** Bytes on the disk below a folder. */
function sizeOf(path: string): number {
    const entry = lstatSync(path);
    const inside = entry.isDirectory() ? readdirSync(path).map((name) => sizeOf(join(path, name))) : [];
    return inside.reduce((sum, size) => sum + size, entry.size);
}

describe("the package", function () {
    this.timeout("5m");

    let folder: string;
    let files: string[];
    before(pulumiReady);
    before(() => {
        folder = mkdtempSync(join(tmpdir(), "ecs-guard-"));
        // What is built already is packed.
        const pack = ["pack", "--json", "--ignore-scripts", "--pack-destination", folder];
        const packed = JSON.parse(npm(PACK, ...pack)) as unknown;
        const [{ filename, files: listed }] = (Array.isArray(packed) ? packed : Object.values(packed as object)) as [
            { filename: string; files: { path: string }[] },
        ];
        files = listed.map(({ path }) => path);
        writeFileSync(
            join(folder, "package.json"),
            JSON.stringify({ name: "acme", version: "1.0.0", main: "index.js" }),
        );
        const runtime = "runtime:\n  name: nodejs\n  options:\n    typescript: false\n";
        writeFileSync(join(folder, "PulumiPolicy.yaml"), runtime);
        // An older SDK beside ours, so that there are two copies.
        npm(folder, "install", "--no-audit", "--no-fund", join(folder, filename), "@pulumi/policy@1.20.0");
    });
    after(() => rmSync(folder, { recursive: true, force: true }));

    function npm(cwd: string, ...args: string[]): string {
        return execFileSync("npm", args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
    }

    it("contains what is needed to run and to compose it, and nothing else", () => {
        const kinds = files.map((file) => (file.includes("/") ? file.replace(/\/.*/, "/") : file));
        const wanted = ["LICENSE", "PulumiPolicy.yaml", "README.md", "bin/", "docs/", "package.json", "presets/"];
        assert.deepEqual(
            [...new Set(kinds)].filter((kind) => !["CHANGELOG.md", "schema/"].includes(kind)).sort(),
            wanted,
        );
        for (const file of ["bin/index.js", "bin/library.js", "bin/library.d.ts", "presets/advisory.json"]) {
            assert.ok(files.includes(file), file);
        }
        assert.ok(!files.some((file) => /^(test|examples|scripts)\//.test(file)));
    });

    it("takes at most 100 MB with its dependencies", () => {
        mkdirSync(join(folder, "alone"));
        const tarball = readdirSync(folder).find((name) => name.endsWith(".tgz")) ?? "";
        writeFileSync(join(folder, "alone", "package.json"), "{}");
        npm(join(folder, "alone"), "install", "--no-audit", "--no-fund", join(folder, tarball));
        const megabytes = sizeOf(join(folder, "alone", "node_modules")) / 1e6;
        assert.ok(megabytes <= 100, `${String(megabytes)} MB`);
    });

    it("is composed in a pack that brings its own copy of the SDK, with types", async () => {
        assert.ok(existsSync(join(folder, "node_modules", "ecs-guard", "node_modules", "@pulumi", "policy")));
        writeFileSync(join(folder, "index.ts"), INDEX);
        const options = ["--module", "node16", "--target", "es2022", "--strict", "--skipLibCheck", "--noEmitOnError"];
        execFileSync(process.execPath, [require.resolve("typescript/bin/tsc"), ...options, "index.ts"], {
            cwd: folder,
        });
        // What is refused must not stop the pack; the compiler has seen it.
        const compiled = join(folder, "index.js");
        writeFileSync(compiled, readFileSync(compiled, "utf8").replace(/\/\/ @ts-expect-error[^]*$/, ""));

        const containers = [{ name: "app", privileged: true, user: "1000", readonlyRootFilesystem: true }];
        const state = stateOf(
            { type: "aws:ecs/cluster:Cluster", name: "cluster", inputs: { name: "main" } },
            {
                type: "aws:ecs/taskDefinition:TaskDefinition",
                name: "task",
                inputs: { family: "app", containerDefinitions: JSON.stringify(containers), tags: { owner: "a" } },
            },
            {
                type: "aws:ecs/service:Service",
                name: "service",
                inputs: { name: "app", taskDefinition: "app:1", tags: { stage: "test" } },
            },
        );
        const run = await analyze(state, { pack: folder });
        assert.deepEqual(run.violations.map(({ policy, level, urn }) => `${level} ${policy} ${nameOf(urn)}`).sort(), [
            "advisory acme-cluster-name cluster",
            "advisory tagged-ecs-service service",
            "mandatory ecs-container-insights-enabled cluster",
            "mandatory ecs-containers-nonprivileged task",
            "mandatory ecs-service-task-definition-revision service",
            "mandatory ecs-task-definition-log-configuration task",
        ]);
        assert.equal(run.ok, false);
    });

    it("starts no server when it is imported", () => {
        const code = 'console.log(typeof require("ecs-guard").ecsPolicies)';
        const said = execFileSync(process.execPath, ["-e", code], { cwd: folder, encoding: "utf8", timeout: 20_000 });
        assert.equal(said, "function\n");
    });
});
