import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, parse } from "node:path";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { analyze, PACK, pulumiReady, withStack, type PackConfig, type Run } from "../support/pulumi";
import { nameOf, stateOf } from "../support/state";

const pack = PACK;

const read = (preset: string) =>
    JSON.parse(readFileSync(join(PACK, "presets", `${preset}.json`), "utf8")) as PackConfig;

const container = {
    name: "app",
    image: "app:1",
    user: "1000",
    readonlyRootFilesystem: true,
    logConfiguration: { logDriver: "awslogs" },
    environment: [{ name: "DB_PASSWORD", value: "made-up" }],
};
const tags = { owner: "platform-team" };

const CLUSTER = {
    settings: [{ name: "containerInsights", value: "disabled" }],
    configuration: { executeCommandConfiguration: { logging: "NONE" } },
};

/** Breaks at least one policy of each topic, and one of each default level. */
const STATE = stateOf(
    { type: "aws:ecs/cluster:Cluster", name: "cluster", inputs: { name: "app", ...CLUSTER } },
    {
        type: "aws:ecs/taskDefinition:TaskDefinition",
        name: "app",
        inputs: { family: "app", tags, containerDefinitions: JSON.stringify([container]) },
    },
    {
        type: "aws:ecs/taskDefinition:TaskDefinition",
        name: "broken",
        inputs: { family: "broken", tags, containerDefinitions: "[" },
    },
);

/** What blocks and what warns, each policy with the resource. */
function outcome({ violations }: Run): { blocks: string[]; warns: string[] } {
    const at = (...levels: string[]) =>
        violations
            .filter(({ level }) => levels.includes(level))
            .map(({ policy, urn }) => `${policy}: ${nameOf(urn)}`)
            .sort();
    return { blocks: at("mandatory", "remediate"), warns: at("advisory") };
}

/** What is neither here nor there is silent: the policy is disabled. */
const ANALYZED: Readonly<Record<string, { blocks: readonly string[]; warns: readonly string[] }>> = {
    advisory: {
        blocks: [],
        warns: [
            "ecs-container-insights-enabled: cluster",
            "ecs-environment-secret-names: app",
            "ecs-exec-logging-enabled: cluster",
            "ecs-exec-session-kms-key: cluster",
            "ecs-task-definition-container-definitions-valid: broken",
            "guardduty-cluster-managed-tag: cluster",
            "tagged-ecs-cluster: cluster",
        ],
    },
    "security-hub": {
        blocks: ["ecs-container-insights-enabled: cluster", "ecs-task-definition-container-definitions-valid: broken"],
        warns: ["tagged-ecs-cluster: cluster"],
    },
    guardduty: {
        blocks: ["ecs-task-definition-container-definitions-valid: broken", "guardduty-cluster-managed-tag: cluster"],
        warns: [],
    },
    "ecs-exec": {
        blocks: ["ecs-exec-logging-enabled: cluster", "ecs-task-definition-container-definitions-valid: broken"],
        warns: ["ecs-exec-session-kms-key: cluster"],
    },
    "without-guardduty": {
        blocks: [
            "ecs-container-insights-enabled: cluster",
            "ecs-exec-logging-enabled: cluster",
            "ecs-task-definition-container-definitions-valid: broken",
        ],
        warns: ["ecs-exec-session-kms-key: cluster", "tagged-ecs-cluster: cluster"],
    },
    strict: {
        blocks: [
            "ecs-container-insights-enabled: cluster",
            "ecs-exec-logging-enabled: cluster",
            "ecs-exec-session-kms-key: cluster",
            "ecs-task-definition-container-definitions-valid: broken",
            "guardduty-cluster-managed-tag: cluster",
            "tagged-ecs-cluster: cluster",
        ],
        warns: [],
    },
};

// eslint-disable-next-line @typescript-eslint/require-await -- Pulumi wants a promise
async function program(): Promise<void> {
    const cluster = new aws.ecs.Cluster("cluster", CLUSTER);
    const repository = new aws.ecr.Repository("app");
    const task = new aws.ecs.TaskDefinition("app", {
        family: "app",
        containerDefinitions: pulumi.jsonStringify([{ ...container, image: repository.repositoryUrl }]),
        tags,
    });
    new aws.ecs.Service("app", {
        cluster: cluster.arn,
        taskDefinition: task.arn,
        launchType: "FARGATE",
        platformVersion: "1.3.0",
        networkConfiguration: { subnets: ["subnet-0123456789abcdef0"], assignPublicIp: true },
    });
}

describe("presets", function () {
    this.timeout("2m");
    before(pulumiReady);

    it("are all run here", () => {
        const presets = readdirSync(join(PACK, "presets")).map((file) => parse(file).name);
        assert.deepEqual(presets.sort(), [...Object.keys(ANALYZED), "remediate"].sort());
    });

    for (const [preset, expected] of Object.entries(ANALYZED)) {
        it(`${preset} blocks, warns and is silent`, async () => {
            const run = await analyze(STATE, { packConfig: read(preset) });
            assert.deepEqual(outcome(run), expected);
            assert.equal(run.ok, expected.blocks.length === 0, run.stderr);
            assert.deepEqual(run.remediations, []);
        });
    }

    it("strict leaves the notes of the core as they are", async () => {
        const packConfig = read("strict");
        const preview = await withStack(program, { pack, packConfig }, (stack) => stack.preview());
        assert.deepEqual(outcome(preview).warns, ["ecs-task-definition-container-definitions-known: app"]);
        assert.equal(preview.ok, false);
    });

    it("remediate changes what is safe to change, and leaves the rest at its level", async () => {
        const packConfig = read("remediate");
        const preview = await withStack(program, { pack, packConfig }, (stack) => stack.preview());
        assert.deepEqual(preview.remediations.map(({ policy, urn }) => `${policy}: ${nameOf(urn)}`).sort(), [
            "ecs-container-insights-enabled: cluster",
            "ecs-fargate-latest-platform-version: app",
            "guardduty-cluster-managed-tag: cluster",
        ]);
        const inputsOf = (type: string) => preview.resources.find((resource) => resource.type === type)?.inputs ?? {};
        const { settings, tags } = inputsOf("aws:ecs/cluster:Cluster") as typeof CLUSTER & { tags: object };
        assert.equal(settings[0]?.value, "enabled");
        assert.deepEqual(Object.entries(tags), [["GuardDutyManaged", "true"]]);
        const { platformVersion, networkConfiguration } = inputsOf("aws:ecs/service:Service");
        assert.equal(platformVersion, "LATEST");
        assert.ok((networkConfiguration as { assignPublicIp: boolean }).assignPublicIp);
        const { blocks, warns } = outcome(preview);
        assert.deepEqual(blocks, ["ecs-exec-logging-enabled: cluster", "ecs-service-assign-public-ip-disabled: app"]);
        assert.deepEqual(warns, [
            "ecs-exec-session-kms-key: cluster",
            "ecs-task-definition-container-definitions-known: app",
            "tagged-ecs-service: app",
        ]);
        assert.equal(preview.ok, false);
    });
});
