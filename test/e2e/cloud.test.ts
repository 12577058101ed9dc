import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, relative, resolve, sep } from "node:path";
import * as aws from "@pulumi/aws";
import { configSchema } from "../../lib/config";
import { loadPolicies } from "../../lib/load";
import { defaultLevel, pageOf } from "../../lib/policy";
import manifest from "../../package.json";
import { Cloud, ORGANIZATION } from "../support/cloud/server";
import { cli, PACK, pulumiReady, withStack, type PackConfig, type Run } from "../support/pulumi";

describe("Pulumi Cloud", function () {
    this.timeout("3m");

    let folder: string;
    let source: string;
    let installed: string;
    let cloud: Cloud;

    before(pulumiReady);
    before(async () => {
        folder = mkdtempSync(join(tmpdir(), "ecs-guard-"));
        for (const name of ["home", "backend", "work"]) mkdirSync(join(folder, name));
        // A copy, since packing builds it.
        source = join(folder, "source");
        const left = ["node_modules", ".git", ".tmp"];
        cpSync(PACK, source, {
            recursive: true,
            filter: (file) => !left.includes(relative(PACK, file).split(sep)[0] ?? ""),
        });
        symlinkSync(join(PACK, "node_modules"), join(source, "node_modules"), "junction");
        const { name, version } = manifest;
        installed = join(folder, "home", "policies", ORGANIZATION, `pulumi-analyzer-${name}-v${version}`);
        cloud = await Cloud.start();
    });
    after(async () => {
        await cloud.stop();
        rmSync(folder, { recursive: true, force: true });
    });

    /** Talks to the service and nothing else, with a language host on the PATH. */
    function environment(): Record<string, string> {
        const languageHost = resolve(__dirname, "../support/language");
        return {
            ...cloud.environment,
            PULUMI_HOME: join(folder, "home"),
            npm_config_audit: "false",
            npm_config_logs_max: "0",
            npm_config_prefer_offline: "true",
            PATH: [languageHost, process.env.PATH].join(delimiter),
        };
    }

    async function pulumi(cwd: string, ...args: string[]): Promise<{ ok: boolean; said: string }> {
        const { ok, stdout, stderr } = await cli(cwd, args, environment());
        return { ok, said: stdout + stderr };
    }

    /** Publishes what is built already. */
    async function publishAgain(): Promise<{ ok: boolean; said: string }> {
        const env = { ...environment(), npm_config_ignore_scripts: "true" };
        const { ok, stdout, stderr } = await cli(source, ["policy", "publish", ORGANIZATION], env);
        return { ok, said: stdout + stderr };
    }

    function policy(...args: string[]): Promise<{ ok: boolean; said: string }> {
        return pulumi(join(folder, "work"), "policy", ...args);
    }

    /** The preview of a stack of the organization, which names no policy pack. */
    function preview(): Promise<Run> {
        const options = { name: `${ORGANIZATION}/test/dev`, env: environment() };
        return withStack(program, options, (stack) => stack.preview());
    }

    // eslint-disable-next-line @typescript-eslint/require-await -- Pulumi wants a promise
    async function program(): Promise<void> {
        new aws.ecs.Cluster("app");
        new aws.s3.Bucket("logs");
    }

    function published() {
        const [version] = cloud.versions;
        assert.ok(version?.tarball && version.complete);
        return { pack: version.pack, tarball: version.tarball };
    }

    it("gets the pack", async () => {
        const { ok, said } = await pulumi(source, "policy", "publish", ORGANIZATION);
        assert.ok(ok, said);
        assert.deepEqual(
            { ...published().pack, policies: [] },
            {
                name: "ecs-guard",
                displayName: "ecs-guard",
                versionTag: manifest.version,
                description:
                    "Amazon ECS: Security Hub controls, GuardDuty Runtime Monitoring and ECS Exec, judged at preview.",
                provider: "aws",
                tags: ["aws", "ecs", "security"],
                repository: manifest.homepage,
                runtime: "nodejs",
                policies: [],
            },
        );
        assert.equal(
            readFileSync(join(source, "package.json"), "utf8"),
            readFileSync(join(PACK, "package.json"), "utf8"),
        );
        assert.match((await policy("ls", ORGANIZATION)).said, /^ecs-guard\s+0\.\d+\.\d+/m);
    });

    it("describes each policy as its file does", () => {
        const described = published().pack.policies.map(({ configSchema: schema, ...policy }) => ({
            ...policy,
            settings: Object.keys(schema?.properties ?? {}).sort(),
        }));
        const policies = loadPolicies().map(({ name, topic, policy }) => ({
            name,
            displayName: policy.displayName,
            description: policy.description,
            enforcementLevel: defaultLevel(policy),
            message: "",
            severity: policy.severity,
            framework: policy.framework,
            tags: [topic],
            remediationSteps: policy.remediationSteps,
            url: pageOf(name),
            settings: ["enforcementLevel", ...Object.keys(configSchema(policy.config ?? {}).properties)].sort(),
        }));
        assert.deepEqual(
            described,
            policies.sort((a, b) => (a.name < b.name ? -1 : 1)),
        );
    });

    it("shows people what a policy is about and what can be set", () => {
        const { configSchema, ...policy } =
            published().pack.policies.find(({ name }) => name === "tagged-ecs-cluster") ?? {};
        assert.deepEqual(policy, {
            name: "tagged-ecs-cluster",
            displayName: "Tags on every cluster",
            description: "A cluster must carry the required tags, or any tag if none is required.",
            enforcementLevel: "advisory",
            message: "",
            severity: "low",
            framework: {
                name: "AWS Foundational Security Best Practices",
                version: "1.0.0",
                reference: "ECS.14",
                specification: "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-14",
            },
            tags: ["security-hub"],
            remediationSteps:
                "Add the required tags, or any tag where none is required, to `tags` or to `defaultTags` of the provider, which apply to all its resources.",
            url: pageOf("tagged-ecs-cluster"),
        });
        const { enforcementLevel, requiredTagKeys } = configSchema?.properties ?? {};
        assert.deepEqual(enforcementLevel?.enum, ["advisory", "mandatory", "remediate", "disabled"]);
        assert.deepEqual([requiredTagKeys?.type, requiredTagKeys?.default], ["array", []]);
    });

    it("gets a tarball that runs as it is", () => {
        const { tarball } = published();
        const list = execFileSync("tar", ["-tz"], { input: tarball, encoding: "utf8" }).split("\n");
        for (const file of ["PulumiPolicy.yaml", "package.json", "bin/index.js", "presets/advisory.json", "docs/"]) {
            assert.ok(
                list.some((path) => path.startsWith(`package/${file}`)),
                file,
            );
        }
        assert.deepEqual(
            list.filter((path) => /(?<!\.d)\.ts$|tsconfig|^package\/(test|examples|scripts|node_modules)\//.test(path)),
            [],
        );
        const text = execFileSync("tar", ["-xzO", "package/package.json"], { input: tarball, encoding: "utf8" });
        const { scripts, dependencies, devDependencies } = JSON.parse(text) as Partial<typeof manifest>;
        // What `npm install` would run in its folder.
        const hooks = Object.keys(scripts ?? {}).filter((name) => /^(pre|post)?install$|prepare$/.test(name));
        assert.deepEqual([dependencies, devDependencies, hooks], [manifest.dependencies, undefined, []]);
    });

    it("requires the pack of a stack, with levels and settings of the organization", async () => {
        const config: PackConfig = {
            all: "disabled",
            "ecs-guard-inputs": "advisory",
            "ecs-container-insights-enabled": "advisory",
            "ecs-containers-nonprivileged": "mandatory",
            "tagged-ecs-cluster": { enforcementLevel: "mandatory", requiredTagKeys: ["owner"] },
        };
        const file = join(folder, "config.json");
        writeFileSync(file, JSON.stringify(config));
        const enabled = await policy("enable", `${ORGANIZATION}/ecs-guard`, manifest.version, "--config", file);
        assert.ok(enabled.ok, enabled.said);
        assert.deepEqual(cloud.groups.get("default-policy-group"), [
            {
                name: "ecs-guard",
                versionTag: manifest.version,
                config: {
                    all: { enforcementLevel: "disabled" },
                    "ecs-guard-inputs": { enforcementLevel: "advisory" },
                    "ecs-containers-nonprivileged": { enforcementLevel: "mandatory" },
                    "ecs-container-insights-enabled": { enforcementLevel: "advisory" },
                    "tagged-ecs-cluster": { enforcementLevel: "mandatory", requiredTagKeys: ["owner"] },
                },
            },
        ]);

        assert.ok(!existsSync(installed));
        const { ok, stdout, stderr, violations } = await preview();
        assert.equal(ok, false, stdout + stderr);
        assert.deepEqual(violations.map(({ policy, level }) => `${level} ${policy}`).sort(), [
            "advisory ecs-container-insights-enabled",
            "mandatory tagged-ecs-cluster",
        ]);
        assert.match(violations.find(({ level }) => level === "mandatory")?.message ?? "", /"owner"/);
        assert.match(stdout, new RegExp(`ecs-guard@v${manifest.version}`));
    });

    it("is told of the violations", () => {
        const events = cloud.policyEvents.map(
            ({ policyPackName, policyPackVersionTag, policyName }) =>
                `${policyPackName} ${policyPackVersionTag} ${policyName}`,
        );
        assert.deepEqual(
            events.sort(),
            ["ecs-container-insights-enabled", "tagged-ecs-cluster"].map(
                (policy) => `ecs-guard ${manifest.version} ${policy}`,
            ),
        );
    });

    it("is told what passed, and takes nothing for passed that did not apply", () => {
        const told = (name: string) => {
            const { passed = [], failed = [] } =
                cloud.summaries.find(({ resourceUrn }) => resourceUrn.endsWith(`::${name}`)) ?? {};
            return { passed, failed };
        };
        const failed = ["ecs-container-insights-enabled", "tagged-ecs-cluster"];
        assert.deepEqual(told("app"), { passed: ["ecs-guard-inputs"], failed });
        assert.deepEqual(told("logs"), { passed: ["ecs-guard-inputs"], failed: [] });
    });

    it("has installed what runs, without TypeScript", () => {
        assert.ok(existsSync(join(installed, "node_modules", "@pulumi", "policy")));
        for (const name of ["typescript", "ts-node", "@pulumi/aws"]) {
            assert.ok(!existsSync(join(installed, "node_modules", name)), name);
        }
    });

    it("requires nothing once the pack is disabled", async () => {
        const disabled = await policy("disable", `${ORGANIZATION}/ecs-guard`);
        assert.ok(disabled.ok, disabled.said);
        const { ok, stdout, stderr, violations } = await preview();
        assert.ok(ok, stdout + stderr);
        assert.deepEqual(violations, []);
    });

    it("refuses a version that it has", async () => {
        const { ok, said } = await publishAgain();
        assert.equal(ok, false);
        assert.match(said, /already exists/);
        assert.equal(cloud.versions.length, 1);
    });

    it("does not offer what it did not get whole", async () => {
        const file = join(source, "package.json");
        writeFileSync(file, JSON.stringify({ ...manifest, version: "99.0.0" }));
        cloud.faults.set("POST /api/orgs/:org/policypacks/:name/versions/:tag/complete", 500);
        const { ok, said } = await publishAgain();
        assert.equal(ok, false);
        assert.doesNotMatch(said, /Permalink/);
        assert.doesNotMatch((await policy("ls", ORGANIZATION)).said, /99\.0\.0/);
        assert.equal((await policy("enable", `${ORGANIZATION}/ecs-guard`, "99.0.0")).ok, false);
    });

    it("is heard when it refuses, fails or does not answer", async () => {
        const enable = async (pack = "ecs-guard") => {
            const { ok, said } = await policy("enable", `${ORGANIZATION}/${pack}`, "latest");
            assert.equal(ok, false, said);
            return said;
        };
        const change = "PATCH /api/orgs/:org/policygroups/:group";
        assert.match(await enable("ecs-guards"), /404.* ecs-guards/);
        cloud.faults.set(change, 500);
        assert.match(await enable(), /500/);
        cloud.faults.set(change, 401);
        assert.match(await enable(), /pulumi login/);
        cloud.faults.set(change, "no answer");
        assert.match(await enable(), /EOF|reset/);
        assert.deepEqual(cloud.groups.get("default-policy-group"), []);
    });

    it("was asked nothing that the stand-in does not know", () => {
        assert.deepEqual(cloud.unanswered, []);
    });
});
