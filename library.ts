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
import { NamedPolicy, repairs, Topic, TOPICS } from "./lib/policy";
import { Session, toPulumi } from "./lib/pulumi";
import { PolicySettings, RepairingPolicy } from "./lib/settings";
import { suggestion } from "./lib/suggestion";

export type { EnforcementLevel, Exemption, PolicySettings };

/** Name of a policy. */
export type PolicyName = keyof PolicySettings;

/** What can be left out; the core, which serves all topics, is always there. */
export type EcsTopic = Exclude<Topic, "core">;

/** Level of one policy, or of `all`; only policies that repair have `remediate`. */
export type Level<N extends PolicyName | "all"> = N extends RepairingPolicy | "all"
    ? EnforcementLevel
    : Exclude<EnforcementLevel, "remediate">;

/** Settings of one policy that apply where the configuration of the pack says nothing. */
export type Overrides<N extends PolicyName> = Readonly<PolicySettings[N]>;

export interface EcsPoliciesOptions {
    /** Left out, all of them. */
    readonly topics?: readonly EcsTopic[];
    /** Levels by policy, and one for `all` others outside the core; a configuration file still has the last word. */
    readonly levels?: { readonly [N in PolicyName | "all"]?: Level<N> };
    /** Settings by policy; each setting in a configuration file replaces the one here. */
    readonly overrides?: { readonly [N in PolicyName]?: Overrides<N> };
}

const OPTIONS: readonly string[] = ["topics", "levels", "overrides"] satisfies (keyof EcsPoliciesOptions)[];
const OPTIONAL: readonly Topic[] = TOPICS.filter((topic) => topic !== "core");
const LEVELS: readonly string[] = ["advisory", "mandatory", "disabled", "remediate"] satisfies EnforcementLevel[];

/**
 * The policies of ecs-guard in Pulumi's format. Call it once in a pack: the policies of one call learn from each other.
 * @throws Error for an option, topic, policy, level or setting that does not exist, is left out or not accepted
 */
export function ecsPolicies(options: EcsPoliciesOptions = {}): Policies {
    const { topics = OPTIONAL, levels = {}, overrides = {} } = options;
    Object.keys(options).forEach((option) => expect("option", option, OPTIONS));
    if (!isList(topics)) {
        throw new Error(`The option "topics" takes a list of ${OPTIONAL.join(", ")}.`);
    }
    topics.forEach((topic) => expect("topic", topic, OPTIONAL));

    const all = loadPolicies();
    for (const [name, level] of defined(levels)) {
        expect("level", level, LEVELS);
        if (name !== "all") {
            expectLevel(chosen(name, topics, all), level);
        }
    }
    defined(overrides).forEach(([name]) => chosen(name, topics, all));

    return toPulumi(
        all.filter((policy) => isChosen(policy, topics)).map((policy) => composed(policy, levels, overrides)),
        new Session(undefined, false),
    );
}

const isChosen = ({ topic }: NamedPolicy, topics: readonly Topic[]): boolean =>
    topic === "core" || topics.includes(topic);

const isList: (value: unknown) => boolean = Array.isArray;

/** What is said of each name; `undefined` says nothing of it. */
function defined<T>(values: Readonly<Record<string, T | undefined>>): [name: string, value: T][] {
    return Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
}

/** The policy of that name. */
function chosen(name: string, topics: readonly Topic[], all: readonly NamedPolicy[]): NamedPolicy {
    const policy = all.find((one) => one.name === name);
    if (!policy) {
        const names = all.map((one) => one.name);
        throw new Error(`ecs-guard has no policy "${name}"${suggestion(name, names) || "."}`);
    }
    if (!isChosen(policy, topics)) {
        throw new Error(`The policy "${name}" is left out, since its topic "${policy.topic}" is not in "topics".`);
    }
    return policy;
}

/** The policy with another level and other defaults of its settings. */
function composed(
    { name, topic, policy }: NamedPolicy,
    levels: NonNullable<EcsPoliciesOptions["levels"]>,
    overrides: NonNullable<EcsPoliciesOptions["overrides"]>,
): NamedPolicy {
    const given = parseConfig(name, policy.config ?? {}, { ...overrides[name as PolicyName] });
    const level = levels[name as PolicyName] ?? (topic === "core" ? undefined : levels.all) ?? policy.level;
    const config = Object.fromEntries(
        Object.entries(policy.config ?? {}).map(([setting, schema]) => [
            setting,
            { ...schema, default: given.config[setting] },
        ]),
    ) as typeof policy.config;
    return { name, topic, policy: { ...policy, level, config }, exempt: given.exemptions };
}

function expect(what: string, word: string, accepted: readonly string[]): void {
    if (!accepted.includes(word)) {
        throw new Error(`ecs-guard has no ${what} "${word}"; accepted: ${accepted.join(", ")}.`);
    }
}

function expectLevel({ name, policy }: NamedPolicy, level: EnforcementLevel): void {
    if (level === "remediate" && !repairs(policy)) {
        const accepted = LEVELS.filter((one) => one !== level);
        throw new Error(`The policy "${name}" has no repair; accepted: ${accepted.join(", ")}.`);
    }
}
