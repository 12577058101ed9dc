/**
 * The policies as a library, to be composed in a policy pack of your own. Importing it starts no server.
 *
 * ```ts
 * new PolicyPack("acme", { policies: [...ecsPolicies({ topics: ["security-hub"] }), ...ours] });
 * ```
 */
import { EnforcementLevel, Policies } from "@pulumi/policy";
import { parseConfig } from "./lib/config";
import { Exemption } from "./lib/exemptions";
import { loadPolicies } from "./lib/load";
import { NamedPolicy, Topic, TOPICS } from "./lib/policy";
import { Session, toPulumi } from "./lib/pulumi";
import { PolicySettings } from "./lib/settings";

export type { EnforcementLevel, Exemption, PolicySettings };

/** Name of a policy. */
export type PolicyName = keyof PolicySettings;

/** What can be left out; the core, which serves all topics, is always there. */
export type EcsTopic = Exclude<Topic, "core">;

/** Settings of one policy that apply where the configuration of the pack says nothing. */
export type Overrides<N extends PolicyName> = Readonly<PolicySettings[N]>;

export interface EcsPoliciesOptions {
    /** Left out, all of them. */
    readonly topics?: readonly EcsTopic[];
    /** Levels by policy, and one for `all` others outside the core; a configuration file still has the last word. */
    readonly levels?: { readonly [N in PolicyName | "all"]?: EnforcementLevel };
    /** Settings by policy; each setting in a configuration file replaces the one here. */
    readonly overrides?: { readonly [N in PolicyName]?: Overrides<N> };
}

const LEVELS: readonly EnforcementLevel[] = ["advisory", "mandatory", "remediate", "disabled"];

/**
 * The policies of ecs-guard in Pulumi's format. Call it once in a pack: the policies of one call learn from each other.
 * @throws Error for a topic, policy, level or setting that does not exist, saying what is accepted
 */
export function ecsPolicies({ topics, levels = {}, overrides = {} }: EcsPoliciesOptions = {}): Policies {
    const all = loadPolicies();
    const names = all.map(({ name }) => name);
    const wanted = TOPICS.filter((topic) => topic !== "core");
    topics?.forEach((topic) => expect("topic", topic, wanted));
    Object.keys(levels).forEach((name) => expect("policy", name, ["all", ...names]));
    Object.values(levels).forEach((level: EnforcementLevel | undefined) => level && expect("level", level, LEVELS));
    Object.keys(overrides).forEach((name) => expect("policy", name, names));

    const chosen = all.filter(({ topic }) => topic === "core" || !topics || topics.includes(topic));
    return toPulumi(
        chosen.map((policy) => composed(policy, levels, overrides)),
        new Session(undefined, false),
    );
}

/** The policy with another level and other defaults of its settings. */
function composed(
    { name, topic, policy }: NamedPolicy,
    levels: NonNullable<EcsPoliciesOptions["levels"]>,
    overrides: NonNullable<EcsPoliciesOptions["overrides"]>,
): NamedPolicy {
    const given = { ...overrides[name as PolicyName] };
    parseConfig(name, policy.config ?? {}, given);
    const level = levels[name as PolicyName] ?? (topic === "core" ? undefined : levels.all) ?? policy.level;
    const { exempt = [], ...settings } = given as Record<string, unknown> & { exempt?: readonly Exemption[] };
    const config = Object.fromEntries(
        Object.entries(policy.config ?? {}).map(([setting, schema]) => [
            setting,
            { ...schema, default: settings[setting] ?? schema.default },
        ]),
    ) as typeof policy.config;
    return { name, topic, policy: { ...policy, level, config }, exempt };
}

function expect(what: string, word: string, accepted: readonly string[]): void {
    if (!accepted.includes(word)) {
        throw new Error(`ecs-guard has no ${what} "${word}"; accepted: ${accepted.join(", ")}.`);
    }
}
