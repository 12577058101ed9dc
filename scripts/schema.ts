/** The JSON schema of the configuration file, by which editors complete it and `ecs-guard-config` checks it. */
import { EnforcementLevel } from "@pulumi/policy";
import { EXEMPT, FIELDS } from "../lib/exemptions";
import { defaultLevel, NamedPolicy, pageOf, repairs } from "../lib/policy";

const ID = "https://raw.githubusercontent.com/ecs-guard/ecs-guard/main/schema/policy-pack-config.schema.json";

const LEVELS: readonly EnforcementLevel[] = ["advisory", "mandatory", "disabled"];

const LEVEL = "`advisory` warns, `mandatory` blocks, `disabled` does not look";

const ref = (name: string) => ({ $ref: `#/$defs/${name}` });

/** A level, or an object with the level and more. */
const levelOr = (level: string, properties: object, rest: object) => ({
    ...rest,
    anyOf: [
        ref(level),
        {
            type: "object",
            properties: { enforcementLevel: ref(level), ...properties },
            additionalProperties: false,
        },
    ],
});

function policySchema({ name, policy }: NamedPolicy): object {
    return levelOr(
        repairs(policy) ? "levelOrRemediate" : "level",
        { ...policy.config, exempt: ref("exempt") },
        {
            title: policy.displayName,
            description: `${policy.description} ${pageOf(name)}`,
            default: defaultLevel(policy),
        },
    );
}

/** Exemptions, field by field and as strictly as `parseExemptions` reads them; the engine checks types only. */
function exemptSchema(): object {
    const fields = Object.entries(FIELDS).map(([field, schema]) => [
        field,
        { ...schema, ...(field === "until" ? { format: "date" } : { pattern: "\\S" }) },
    ]);
    return {
        ...EXEMPT,
        description: "What this policy leaves alone, each entry with a reason.",
        items: { ...EXEMPT.items, properties: Object.fromEntries(fields) as object, additionalProperties: false },
    };
}

export function configurationSchema(policies: readonly NamedPolicy[]): object {
    return {
        $schema: "https://json-schema.org/draft/2020-12/schema",
        $id: ID,
        title: "ecs-guard configuration",
        description:
            "The file for `--policy-pack-config`: levels, settings and exemptions of the policies by their names.",
        type: "object",
        properties: {
            all: levelOr(
                "levelOrRemediate",
                {},
                {
                    title: "All policies",
                    description:
                        "The level of all policies that have none of their own here, the core and those disabled by default among them. It has no settings.",
                },
            ),
            environments: {
                title: "Pulumi ESC environments",
                description: "Read by the Pulumi CLI, where the backend has them; no policy needs one.",
                type: "array",
                items: { type: "string" },
            },
            ...Object.fromEntries(policies.map((policy) => [policy.name, policySchema(policy)])),
        },
        additionalProperties: false,
        $defs: {
            level: { title: "Level", description: `${LEVEL}.`, enum: LEVELS },
            levelOrRemediate: {
                title: "Level",
                description: `${LEVEL}, \`remediate\` repairs; where it cannot, it blocks.`,
                enum: [...LEVELS, "remediate"],
            },
            exempt: exemptSchema(),
        },
    };
}
