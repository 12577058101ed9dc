import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { isRecord } from "../../lib/shape";
import { CATALOGUE } from "../catalogue";
import { PACK, pulumiReady, withStack, type PackConfig, type Run } from "../support/pulumi";
import { UNKNOWN } from "../support/provider/values";
import { nameOf } from "../support/state";

const pack = PACK;
const tags = { owner: "platform-team" };
const subnets = ["subnet-0123456789abcdef0"];

/**
 * What each repair changes in the program below: paths of inputs, which begin with the resource. The value of a secret
 * is under `secret`.
 */
const REPAIRS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    "ecs-container-insights-enabled": { "cluster.settings.0.value": "enhanced" },
    "ecs-fargate-latest-platform-version": {
        "service.platformVersion.secret": "LATEST",
        "late.platformVersion": "LATEST",
        "nightly.ecsTarget.platformVersion": "LATEST",
    },
    "ecs-service-assign-public-ip-disabled": {
        "service.networkConfiguration.secret.assignPublicIp": false,
        "nightly.ecsTarget.networkConfiguration.assignPublicIp": false,
    },
    "ecs-task-definition-efs-encryption-enabled": {
        "task.volumes.0.efsVolumeConfiguration.transitEncryption": "ENABLED",
        "task.volumes.2.efsVolumeConfiguration.transitEncryption": "ENABLED",
    },
    "ecs-taskset-assign-public-ip-disabled": { "green.networkConfiguration.assignPublicIp": false },
    "tagged-ecs-cluster": { "cluster.tags.owner": tags.owner, "cluster.tagsAll.owner": tags.owner },
    "tagged-ecs-service": { "service.tags.secret.owner": tags.owner, "service.tagsAll.secret.owner": tags.owner },
    "tagged-ecs-taskdefinition": { "task.tags": tags },
    "ecs-task-long-arn-format": { "arns.value": "enabled" },
    "guardduty-cluster-managed-tag": {
        "cluster.tags.GuardDutyManaged": "true",
        "cluster.tagsAll.GuardDutyManaged": "true",
    },
    "guardduty-fargate-platform-version": { "batch.platformVersion": "LATEST" },
    "ecs-exec-allowed-services": {
        "service.enableExecuteCommand": false,
        "nightly.ecsTarget.enableExecuteCommand": false,
    },
    "ecs-exec-log-destination": {
        "cluster.configuration.executeCommandConfiguration.logging": "OVERRIDE",
        // No longer a default of the provider.
        "cluster.configuration.executeCommandConfiguration.__defaults": [],
    },
    "ecs-exec-s3-log-encryption": {
        "cluster.configuration.executeCommandConfiguration.logConfiguration.s3BucketEncryptionEnabled": true,
    },
};

const SETTINGS: PackConfig = {
    "ecs-container-insights-enabled": { value: "enhanced" },
    "tagged-ecs-cluster": { requiredTagKeys: ["owner"], tags },
    "tagged-ecs-service": { requiredTagKeys: ["owner"], tags },
    "tagged-ecs-taskdefinition": { tags },
    "ecs-exec-allowed-services": { allowedServices: ["sound-service"] },
};

/** All repairs and nothing else, with these settings for each. */
function repairing(settings: Record<string, unknown> = {}): PackConfig {
    const policies = Object.keys(REPAIRS).map((name) => {
        const own = SETTINGS[name] as Record<string, unknown> | undefined;
        return [name, { enforcementLevel: "remediate", ...own, ...settings }] as const;
    });
    return { all: "disabled", ...Object.fromEntries(policies) };
}

/** Something to repair for each policy, among unknown values and secrets, and resources with nothing to repair. */
// eslint-disable-next-line @typescript-eslint/require-await -- Pulumi wants a promise
async function program(): Promise<void> {
    const key = new aws.kms.Key("key");
    const files = new aws.efs.FileSystem("files");

    const cluster = new aws.ecs.Cluster("cluster", {
        name: "cluster",
        settings: [{ name: "containerInsights", value: "disabled" }],
        configuration: {
            executeCommandConfiguration: {
                kmsKeyId: key.arn,
                logConfiguration: { s3BucketName: pulumi.secret("a hidden bucket"), s3KeyPrefix: "exec" },
            },
        },
        tags: { key: key.arn, contact: pulumi.secret("a hidden contact") },
    });
    new aws.ecs.Cluster("sound-cluster", {
        name: "sound-cluster",
        settings: [{ name: "containerInsights", value: "enabled" }],
        configuration: {
            executeCommandConfiguration: {
                logging: "OVERRIDE",
                logConfiguration: { s3BucketName: "sessions", s3BucketEncryptionEnabled: true },
            },
        },
        tags: { ...tags, GuardDutyManaged: "true" },
    });

    const containers = [{ image: "app:1", name: "app", environment: [{ value: "a hidden value", name: "TOKEN" }] }];
    new aws.ecs.TaskDefinition("task", {
        family: "task",
        containerDefinitions: pulumi.secret(JSON.stringify(containers, null, 3)),
        volumes: [
            { name: "content", efsVolumeConfiguration: { fileSystemId: files.id, transitEncryption: "DISABLED" } },
            { name: "scratch" },
            { name: "uploads", efsVolumeConfiguration: { fileSystemId: pulumi.secret("fs-hidden") } },
        ],
    });
    const task = new aws.ecs.TaskDefinition("sound-task", {
        family: "sound-task",
        containerDefinitions: JSON.stringify([{ name: "app", image: "app:1" }]),
        volumes: [
            {
                name: "content",
                efsVolumeConfiguration: {
                    fileSystemId: files.id,
                    transitEncryption: "ENABLED",
                },
            },
        ],
        tags: { team: "shop" },
    });

    const launched = {
        cluster: cluster.arn,
        taskDefinition: task.arn,
        launchType: "FARGATE",
    };
    const service = new aws.ecs.Service("service", {
        ...launched,
        name: "service",
        platformVersion: pulumi.secret("1.3.0"),
        networkConfiguration: pulumi.secret({
            subnets: ["a hidden subnet"],
            assignPublicIp: true,
        }),
        enableExecuteCommand: true,
        tags: pulumi.secret({ team: "a hidden team" }),
        triggers: { token: pulumi.secret("a hidden token") },
    });
    // The newest version for Windows, so one policy accepts what the other repairs.
    new aws.ecs.Service("batch", {
        ...launched,
        name: "batch",
        platformVersion: "1.0.0",
        tags,
    });
    new aws.ecs.Service("late", {
        ...launched,
        name: "late",
        platformVersion: key.arn.apply(() => "1.3.0"),
        tags,
    });
    new aws.ecs.Service("sound-service", {
        ...launched,
        name: "sound-service",
        platformVersion: "1.4.0",
        networkConfiguration: { subnets, assignPublicIp: false },
        enableExecuteCommand: true,
        tags,
    });

    new aws.cloudwatch.EventTarget("nightly", {
        targetId: "nightly",
        rule: "nightly",
        arn: cluster.arn,
        ecsTarget: {
            taskDefinitionArn: task.arn,
            launchType: "FARGATE",
            platformVersion: "1.3.0",
            networkConfiguration: {
                subnets,
                securityGroups: [pulumi.secret("a hidden group")],
                assignPublicIp: true,
            },
            enableExecuteCommand: true,
        },
        input: pulumi.secret(JSON.stringify({ token: "a hidden input" })),
    });

    const deployed = {
        service: service.name,
        cluster: cluster.arn,
        taskDefinition: task.arn,
    };
    new aws.ecs.TaskSet("green", {
        ...deployed,
        networkConfiguration: { subnets, assignPublicIp: true },
    });
    new aws.ecs.TaskSet("sound-green", {
        ...deployed,
        networkConfiguration: { subnets },
    });

    new aws.ecs.AccountSettingDefault("arns", {
        name: "taskLongArnFormat",
        value: "disabled",
    });
    new aws.ecs.AccountSettingDefault("sound-arns", {
        name: "serviceLongArnFormat",
        value: "disabled",
    });
}

type Resources = Run["resources"];

/** The inputs of the resources by name, with secrets as `{ secret: value }`. */
function inputsOf(resources: Resources): Record<string, unknown> {
    return Object.fromEntries(resources.map(({ urn, inputs }) => [nameOf(urn), open(inputs)]));
}

function outputsOf(resources: Resources): Record<string, unknown> {
    return Object.fromEntries(resources.map(({ urn, outputs }) => [nameOf(urn), open(outputs)]));
}

/** Events of the engine hide what is in a secret; it counts as unknown here. */
function open(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(open);
    if (!isRecord(value)) return value;
    if ("ciphertext" in value) return { secret: UNKNOWN };
    if ("plaintext" in value) return { secret: open(JSON.parse(String(value.plaintext))) };
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, open(member)]));
}

const get = (value: unknown, path: readonly string[]): unknown =>
    path.reduce<unknown>((inner, name) => (inner as Record<string, unknown> | undefined)?.[name], value);

/** Paths with what the repairs put there. */
const CHANGES = Object.values(REPAIRS)
    .flatMap((changes) => Object.entries(changes))
    .map(([path, value]) => ({ path: path.split("."), value }));

/** The inputs of all resources with what the repairs change, where that is known. */
function repaired(inputs: Record<string, unknown>): Record<string, unknown> {
    const copy = structuredClone(inputs);
    for (const { path, value } of CHANGES) {
        const parent = get(copy, path.slice(0, -1));
        const name = path.at(-1) ?? "";
        if (isRecord(parent) && parent[name] !== UNKNOWN) parent[name] = value;
    }
    return copy;
}

/** Each policy with the resource that it repaired or repairs. */
const repairsIn = ({ remediations }: Run) => remediations.map(({ policy, urn }) => `${policy}: ${nameOf(urn)}`).sort();
const REPAIRED = Object.entries(REPAIRS)
    .flatMap(([policy, changes]) =>
        [...new Set(Object.keys(changes).map((path) => path.split(".")[0]))].map((name) => `${policy}: ${name}`),
    )
    .sort();

/** Waits for the update, since what it repairs is not known before. */
const LATE = "ecs-fargate-latest-platform-version: late";

describe("remediation", function () {
    this.timeout("2m");
    before(pulumiReady);

    it("has a case for every repair of the catalogue", () => {
        const policies = Object.values(CATALOGUE).flatMap((topic) => Object.entries(topic));
        const repairs = policies.filter(([, policy]) => policy.repairs).map(([name]) => name);
        assert.deepEqual(Object.keys(REPAIRS).sort(), repairs.sort());
    });

    describe("of a program", () => {
        let runs: Awaited<ReturnType<typeof run>>;
        before(async () => (runs = await run()));

        function run() {
            const options = {
                pack,
                packConfig: repairing(),
                env: { PULUMI_OPTION_SHOW_POLICY_REMEDIATIONS: "true" },
            };
            const exempt = [{ resource: "*", reason: "repaired by hand next week" }];
            return withStack(program, options, async (stack) => {
                const plain = await stack.preview({ pack: undefined });
                const preview = await stack.preview();
                const update = await stack.up();
                const encrypted = await stack.export();
                const state = await stack.export({ showSecrets: true });
                const created = stack.operations();
                const again = await stack.up();
                const changed = stack.operations().slice(created.length);
                const exempted = await stack.up({ packConfig: repairing({ exempt }) });
                const written = await stack.export({ showSecrets: true });
                return {
                    plain,
                    preview,
                    update,
                    encrypted,
                    state,
                    again,
                    changed,
                    exempted,
                    written,
                };
            });
        }

        it("changes what it repairs at preview, next to what is not known yet, and nothing else", () => {
            const { plain, preview } = runs;
            assert.ok(preview.ok, preview.stdout);
            assert.deepEqual(inputsOf(preview.resources), repaired(inputsOf(plain.resources)));
            assert.deepEqual(
                repairsIn(preview),
                REPAIRED.filter((repair) => repair !== LATE),
            );
            const notes = preview.violations.map(({ policy, urn, level }) => `${level} ${policy}: ${nameOf(urn)}`);
            assert.deepEqual(notes.sort(), [
                "advisory ecs-fargate-latest-platform-version: late",
                "advisory guardduty-fargate-platform-version: late",
            ]);
        });

        it("changes what it repairs in the update, inside of secrets too, and nothing else", () => {
            const { update, state, written } = runs;
            assert.ok(update.ok, update.stdout);
            const after = inputsOf(state.resources);
            const before = inputsOf(written.resources);
            assert.deepEqual(after, repaired(before));
            for (const { path, value } of CHANGES) {
                assert.deepEqual(get(after, path), value, path.join("."));
                assert.notDeepEqual(get(before, path), value, path.join("."));
            }
            assert.deepEqual(repairsIn(update), REPAIRED);
            assert.deepEqual(update.violations, []);
        });

        it("reaches the provider", () => {
            const outputs = outputsOf(runs.state.resources);
            for (const { path, value } of CHANGES.filter(({ path }) => !path.includes("__defaults"))) {
                assert.deepEqual(get(outputs, path), value, path.join("."));
            }
        });

        it("keeps secrets secret", () => {
            assert.doesNotMatch(JSON.stringify(runs.encrypted.state), /hidden/);
            assert.match(JSON.stringify(runs.state.state), /hidden/);
            for (const { stdout, stderr, remediations } of [runs.preview, runs.update]) {
                assert.doesNotMatch(stdout + stderr + JSON.stringify(remediations), /hidden/);
            }
        });

        it("changes nothing a second time", () => {
            assert.ok(runs.again.ok, runs.again.stdout);
            assert.deepEqual(runs.changed, []);
            assert.deepEqual(repairsIn(runs.again), REPAIRED);
        });

        it("is undone once all is exempt", () => {
            assert.ok(runs.exempted.ok, runs.exempted.stdout);
            assert.deepEqual(runs.exempted.remediations, []);
        });

        it("is shown with the inputs that it changes", () => {
            const shown = runs.preview.stdout.split("\n").filter((line) => line.includes("[remediate]"));
            assert.equal(shown.length, runs.preview.remediations.length);
            for (const line of [
                "ecs-container-insights-enabled  (aws:ecs/cluster:Cluster: cluster) [diff: ~settings]",
                "tagged-ecs-taskdefinition  (aws:ecs/taskDefinition:TaskDefinition: task) [diff: +tags]",
                "ecs-exec-allowed-services  (aws:cloudwatch/eventTarget:EventTarget: nightly) [diff: ~ecsTarget]",
            ]) {
                assert.ok(shown.includes(`        - [remediate]  ${line}`), runs.preview.stdout);
            }
        });
    });

    it("blocks where Pulumi drops the repair, of what it replaces and of what the program ignores", async () => {
        let image = "web:1.0";
        // eslint-disable-next-line @typescript-eslint/require-await -- Pulumi wants a promise
        const changing = async () => {
            const settings = {
                family: "web",
                containerDefinitions: JSON.stringify([{ name: "web", image }]),
                volumes: [{ name: "files", efsVolumeConfiguration: { fileSystemId: "fs-0123456789abcdef0" } }],
            };
            new aws.ecs.TaskDefinition("replaced", settings);
            // Its own repair replaces it.
            new aws.ecs.TaskDefinition("same", { ...settings, containerDefinitions: "[]" });
            new aws.ecs.Service(
                "ignored",
                { networkConfiguration: { subnets, assignPublicIp: true } },
                {
                    ignoreChanges: ["networkConfiguration"],
                },
            );
            new aws.ecs.Service("repaired", { networkConfiguration: { subnets, assignPublicIp: true } });
        };
        const names = ["ecs-task-definition-efs-encryption-enabled", "ecs-service-assign-public-ip-disabled"];
        const packConfig = { all: "disabled", ...Object.fromEntries(names.map((name) => [name, "remediate"])) };
        await withStack(changing, { pack, packConfig }, async (stack) => {
            const created = await stack.up({ pack: undefined });
            assert.ok(created.ok, created.stdout);
            image = "web:1.1";
            const preview = await stack.preview();
            assert.equal(preview.ok, false, preview.stdout);
            const found = preview.violations.map(({ policy, urn, level }) => `${level} ${policy}: ${nameOf(urn)}`);
            assert.deepEqual(found.sort(), [
                "mandatory ecs-service-assign-public-ip-disabled: ignored",
                "mandatory ecs-task-definition-efs-encryption-enabled: replaced",
                "mandatory ecs-task-definition-efs-encryption-enabled: same",
            ]);
            for (const { message } of preview.violations) {
                assert.match(message, /\nFix: .*\nPulumi drops this repair where it replaces the resource /);
            }
        });
    });

    it("blocks where it cannot repair", async () => {
        // eslint-disable-next-line @typescript-eslint/require-await -- Pulumi wants a promise
        const cluster = async () => {
            new aws.ecs.Cluster("cluster", {
                settings: [{ name: "containerInsights", value: "enabled" }],
                configuration: { executeCommandConfiguration: { logging: "OVERRIDE" } },
                tags: { ...tags, GuardDutyManaged: "false" },
            });
        };
        const run = await withStack(cluster, { pack, packConfig: repairing() }, (stack) => stack.preview());
        assert.equal(run.ok, false);
        assert.deepEqual(run.remediations, []);
        assert.deepEqual(run.violations.map(({ policy, level }) => `${level} ${policy}`).sort(), [
            "mandatory ecs-exec-log-destination",
            "mandatory guardduty-cluster-managed-tag",
        ]);
    });
});
