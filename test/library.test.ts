import assert from "node:assert/strict";
import { ResourceValidationPolicy } from "@pulumi/policy";
import { loadPolicies } from "../lib/load";
import { defaultLevel } from "../lib/policy";
import { ecsPolicies, EcsPoliciesOptions } from "../library";

const all = loadPolicies();

/** Levels of the composed policies by name. */
function levels(options?: EcsPoliciesOptions): Record<string, string | undefined> {
    return Object.fromEntries(ecsPolicies(options).map(({ name, enforcementLevel }) => [name, enforcementLevel]));
}

/** What a composed policy about a resource says. */
function said(name: string, type: string, props: object, options?: EcsPoliciesOptions): string[] {
    const policy = ecsPolicies(options).find((one) => one.name === name) as ResourceValidationPolicy;
    const messages: string[] = [];
    const args = { type, name: "web", urn: "urn:web", props, getConfig: () => ({}) };
    (policy.validateResource as (args: unknown, report: (message: string) => void) => void)(args, (message) =>
        messages.push(message),
    );
    return messages;
}

describe("the library", () => {
    it("has all policies at their levels", () => {
        assert.deepEqual(levels(), Object.fromEntries(all.map(({ name, policy }) => [name, defaultLevel(policy)])));
    });

    it("has the topics that are wanted, and always the core", () => {
        const names = all.filter(({ topic }) => topic === "security-hub" || topic === "core").map(({ name }) => name);
        assert.deepEqual(Object.keys(levels({ topics: ["security-hub"] })), names);
        const core = all.filter(({ topic }) => topic === "core").map(({ name }) => name);
        assert.deepEqual(Object.keys(levels({ topics: [] })), core);
    });

    it("sets levels by policy and for all but the core", () => {
        const set = levels({ levels: { all: "disabled", "tagged-ecs-cluster": "mandatory" } });
        for (const { name, topic, policy } of all) {
            const expected =
                name === "tagged-ecs-cluster" ? "mandatory" : topic === "core" ? defaultLevel(policy) : "disabled";
            assert.equal(set[name], expected, name);
        }
        assert.equal(levels({ levels: { "ecs-guard-exemptions": "disabled" } })["ecs-guard-exemptions"], "disabled");
        assert.deepEqual(levels({ levels: { all: undefined } }), levels());
    });

    it("sets defaults of settings and exemptions", () => {
        const cluster = { tags: { stage: "production" } };
        const judged = (options?: EcsPoliciesOptions) =>
            said("tagged-ecs-cluster", "aws:ecs/cluster:Cluster", cluster, options);
        assert.deepEqual(judged(), []);
        const overrides = { "tagged-ecs-cluster": { requiredTagKeys: ["owner"] } };
        assert.match(judged({ overrides }).join(), /The tag "owner" is missing/);
        const exempt = [{ resource: "web", reason: "It is gone next week." }];
        assert.deepEqual(
            judged({ overrides: { "tagged-ecs-cluster": { ...overrides["tagged-ecs-cluster"], exempt } } }),
            [],
        );
        const composed = ecsPolicies({ overrides }).find(({ name }) => name === "tagged-ecs-cluster");
        assert.deepEqual(composed?.configSchema?.properties.requiredTagKeys?.default, ["owner"]);
    });

    it("refuses what does not exist", () => {
        const refused: [options: object, said: RegExp][] = [
            [{ topics: ["ecs"] }, /no topic "ecs"; accepted: security-hub, guardduty, exec\./],
            [{ levels: { "ecs-privileged": "mandatory" } }, /^Error: ecs-guard has no policy "ecs-privileged"\.$/],
            [
                { levels: { "ecs-container-nonprivileged": "mandatory" } },
                /^Error: ecs-guard has no policy "ecs-container-nonprivileged"; did you mean "ecs-containers-nonprivileged"\?$/,
            ],
            [
                { levels: { all: "strict" } },
                /no level "strict" for "all"; accepted: advisory, mandatory, disabled, remediate\./,
            ],
            [{ levels: { "tagged-ecs-cluster": "" } }, /no level "" for "tagged-ecs-cluster"; accepted: /],
            [
                { levels: { "tagged-ecs-cluster": {} } },
                /no level that is an object for "tagged-ecs-cluster"; accepted: /,
            ],
            [{ levels: "mandatory" }, /option "levels" takes an object with the names of policies and their levels\./],
            [{ levels: null }, /option "levels" takes an object /],
            [
                { overrides: ["exec"] },
                /option "overrides" takes an object with the names of policies and their settings\./,
            ],
            [
                { overrides: { "tagged-ecs-cluster": "mandatory" } },
                /^Error: The override of "tagged-ecs-cluster" takes an object with settings\.$/,
            ],
            [{ overrides: { "tagged-ecs-cluster": null } }, /The override of "tagged-ecs-cluster" takes /],
            [["exec"], /^Error: ecsPolicies takes an object with topics, levels, overrides\.$/],
            [null as unknown as object, /^Error: ecsPolicies takes an object /],
            [{ topics: [["exec"]] }, /no topic that is an array; accepted: /],
            [
                { levels: { "ecs-containers-nonprivileged": "remediate" } },
                /^Error: The policy "ecs-containers-nonprivileged" has no repair; accepted: advisory, mandatory, disabled\.$/,
            ],
            [{ topics: "exec" }, /option "topics" takes a list of security-hub, guardduty, exec\./],
            [{ topic: ["exec"] }, /no option "topic"; accepted: topics, levels, overrides\./],
            [
                { topics: ["exec"], levels: { "tagged-ecs-cluster": "disabled" } },
                /^Error: The policy "tagged-ecs-cluster" is left out, since its topic "security-hub" is not in "topics"\.$/,
            ],
            [{ topics: [], overrides: { "tagged-ecs-cluster": {} } }, /"tagged-ecs-cluster" is left out/],
            [{ overrides: { "ecs-privileged": {} } }, /no policy "ecs-privileged"/],
            [
                { overrides: { "tagged-ecs-cluster": { keys: [] } } },
                /no setting "keys"; accepted: requiredTagKeys, tags, exempt\.$/,
            ],
            [{ overrides: { "tagged-ecs-cluster": { exempt: [{ resource: "x" }] } } }, /exempt\[0\]\.reason/],
        ];
        for (const [options, message] of refused) {
            assert.throws(() => ecsPolicies(options), message);
        }
    });

    it("accepts repairs where there are some, and what it knows of the topics that are chosen", () => {
        const repairing = levels({ levels: { all: "remediate", "tagged-ecs-cluster": "remediate" } });
        assert.equal(repairing["tagged-ecs-cluster"], "remediate");
        const exec = levels({
            topics: ["exec"],
            levels: { "ecs-guard-exemptions": "disabled", "tagged-ecs-cluster": undefined },
            overrides: { "ecs-exec-allowed-services": { allowedServices: ["web"] }, "tagged-ecs-cluster": undefined },
        });
        assert.equal(exec["ecs-guard-exemptions"], "disabled");
    });

    it("gives each call a memory of its own", () => {
        assert.notEqual(ecsPolicies()[0], ecsPolicies()[0]);
    });
});
