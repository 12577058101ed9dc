import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { loadPolicies } from "../lib/load";
import { defaultLevel, isResourcePolicy, repairs, pageOf, TOPICS } from "../lib/policy";
import { toPulumi } from "../lib/pulumi";
import { casesOf, outdated } from "../scripts/docs";
import { CATALOGUE, Promise as Promised } from "./catalogue";

const ROOT = resolve(__dirname, "..");
const policies = loadPolicies();
// Loaded here, since a table registers its tests.
const tables = new Map(policies.map((policy) => [policy.name, casesOf(policy)]));

/** Policies that have tests of their own instead of a table: they do not judge resources. */
const WITHOUT_TABLE: readonly string[] = ["ecs-guard-inputs", "ecs-guard-exemptions"];

const SENTENCE = /^[A-Z`][^\n]*[^.]\.$/;

describe("the pack", () => {
    it("has the policies of the catalogue", () => {
        for (const topic of TOPICS) {
            const names = policies.filter((policy) => policy.topic === topic).map(({ name }) => name);
            assert.deepEqual(names.sort(), Object.keys(CATALOGUE[topic]));
        }
    });

    it("keeps its names apart", () => {
        assert.equal(new Set(policies.map(({ name }) => name)).size, policies.length);
    });

    it("has no table of cases without a policy", () => {
        for (const topic of TOPICS) {
            const folder = join(ROOT, "test", "policies", topic);
            for (const file of existsSync(folder) ? readdirSync(folder) : []) {
                assert.ok(Object.hasOwn(CATALOGUE[topic], file.replace(".test.ts", "")), `${topic}/${file}`);
            }
        }
    });

    it("has up-to-date pages and a table in the README", async () => {
        assert.deepEqual(await outdated(), []);
    });

    it("points to pages in its own repository", () => {
        const { homepage } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { homepage: string };
        assert.equal(pageOf("x"), `${homepage}/blob/main/docs/policies/x.md`);
    });

    it("tells Pulumi what its policies say of themselves", () => {
        const told = toPulumi(policies).map(({ name, description, displayName, framework, severity, tags, url }) => ({
            ...{ name, description, displayName, framework, severity, tags, url },
        }));
        const expected = policies.map(({ name, topic, policy: { description, displayName, framework, severity } }) => ({
            ...{ name, description, displayName, framework, severity, tags: [topic], url: pageOf(name) },
        }));
        assert.deepEqual(told, expected);
    });

    for (const { name, topic, policy } of policies) {
        describe(`${topic}/${name}`, () => {
            it("keeps the promise of the catalogue", () => {
                const actual: Promised = {
                    kind: isResourcePolicy(policy) ? "resource" : "stack",
                    level: defaultLevel(policy),
                    severity: policy.severity,
                    ...(/^(ECS|GuardDuty)\.\d+$/.test(policy.framework.reference) && {
                        control: policy.framework.reference,
                    }),
                    ...(policy.config && { settings: Object.keys(policy.config) }),
                    ...(repairs(policy) && { repairs: true }),
                };
                assert.deepEqual(actual, CATALOGUE[topic][name]);
            });

            it("is worded as the others", () => {
                const { displayName, description, rationale, remediationSteps, notes, framework, config = {} } = policy;
                assert.match(displayName, /^[A-Z][^.]*[^.\s]$/, "displayName: a title without stop");
                assert.match(description, SENTENCE, "description: one sentence");
                assert.match(description, /\bmust\b/, 'description: says what "must" be');
                assert.doesNotMatch(description, /^(Ensure|Check)/);
                assert.match(rationale, SENTENCE, "rationale: sentences");
                assert.match(remediationSteps, SENTENCE, "remediationSteps: sentences");
                assert.ok(
                    (notes ?? []).every((note) => SENTENCE.test(note)),
                    "notes: sentences",
                );
                assert.ok(framework.name && framework.version && framework.reference, "framework");
                assert.match(framework.specification, /^https:\/\/docs\.aws\.amazon\.com\//);
                for (const [setting, { description }] of Object.entries(config)) {
                    assert.match(description, SENTENCE, setting);
                }
            });

            it("has cases that exercise every setting", () => {
                const table = tables.get(name);
                assert.ok(table ?? WITHOUT_TABLE.includes(name), "no table of cases");
                const cases = Object.values({ ...table?.valid, ...table?.invalid, ...table?.unknown });
                for (const setting of Object.keys(policy.config ?? {})) {
                    assert.ok(
                        cases.some(({ config }) => config && setting in config),
                        `no case sets ${setting}`,
                    );
                }
            });
        });
    }
});
