import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, parse, resolve } from "node:path";
import { EnforcementLevel } from "@pulumi/policy";
import { TOPICS, type Topic } from "../lib/policy";
import { CATALOGUE, type Promise as Promised } from "./catalogue";

const PRESETS = resolve(__dirname, "..", "presets");

type Preset = Readonly<Record<string, EnforcementLevel>>;

const read = (name: string) => JSON.parse(readFileSync(join(PRESETS, `${name}.json`), "utf8")) as Preset;

const policies = TOPICS.flatMap((topic) =>
    Object.entries(CATALOGUE[topic]).map(([name, promise]) => ({ topic, name, promise })),
);

/** The level that a policy has with a preset, as the engine decides it. */
function levelWith(preset: Preset, name: string, { level }: Promised): EnforcementLevel {
    return preset[name] ?? preset.all ?? level;
}

/** What a preset has to make of a policy, from what the catalogue promises. */
const EXPECTED: Readonly<Record<string, (policy: { topic: Topic; name: string; promise: Promised }) => string>> = {
    advisory: () => "advisory",
    "security-hub": ({ topic, promise }) => (["security-hub", "core"].includes(topic) ? promise.level : "disabled"),
    guardduty: ({ topic, promise }) => (["guardduty", "core"].includes(topic) ? promise.level : "disabled"),
    "ecs-exec": ({ topic, promise }) => (["exec", "core"].includes(topic) ? promise.level : "disabled"),
    "without-guardduty": ({ topic, promise }) => (topic === "guardduty" ? "disabled" : promise.level),
    strict: ({ topic, promise }) => (topic !== "core" && promise.level === "advisory" ? "mandatory" : promise.level),
    remediate: ({ name, promise }) =>
        promise.repairs &&
        promise.level !== "disabled" &&
        !promise.settings?.includes("tags") &&
        !name.endsWith("assign-public-ip-disabled")
            ? "remediate"
            : promise.level,
};

describe("presets", () => {
    it("are those that are documented", () => {
        const names = readdirSync(PRESETS).map((file) => parse(file).name);
        assert.deepEqual(names.sort(), Object.keys(EXPECTED).sort());
        const readme = readFileSync(resolve(PRESETS, "..", "README.md"), "utf8");
        for (const name of names) {
            assert.ok(readme.includes(`presets/${name}.json`), `${name} in the README`);
        }
    });

    for (const [name, expected] of Object.entries(EXPECTED)) {
        describe(name, () => {
            const preset = read(name);

            it("gives every policy its level", () => {
                assert.deepEqual(
                    Object.fromEntries(policies.map(({ name, promise }) => [name, levelWith(preset, name, promise)])),
                    Object.fromEntries(policies.map((policy) => [policy.name, expected(policy)])),
                );
            });

            it("names no policy that does not exist, and says nothing that holds anyway", () => {
                for (const [key, level] of Object.entries(preset)) {
                    const named = policies.find((policy) => policy.name === key);
                    assert.ok(named ?? key === "all", key);
                    assert.notEqual(level, named?.promise.level, key);
                }
            });
        });
    }

    it("remediate repairs these", () => {
        assert.deepEqual(Object.keys(read("remediate")).sort(), [
            "ecs-container-insights-enabled",
            "ecs-exec-log-destination",
            "ecs-exec-s3-log-encryption",
            "ecs-fargate-latest-platform-version",
            "ecs-task-definition-efs-encryption-enabled",
            "ecs-task-long-arn-format",
            "guardduty-cluster-managed-tag",
            "guardduty-fargate-platform-version",
        ]);
    });
});
