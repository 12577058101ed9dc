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
import { toPulumi } from "./lib/pulumi";
import { Session } from "./lib/session";
import { PolicySettings, RepairingPolicy } from "./lib/settings";
import { isRecord, typeName } from "./lib/shape";
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
    expectForm("ecsPolicies", isRecord(options), `an object with ${OPTIONS.join(", ")}`);
    Object.keys(options).forEach((option) => expect("option", option, OPTIONS));
    const { topics = OPTIONAL, levels = {}, overrides = {} } = options;
    expectForm('The option "topics"', Array.isArray(topics), `a list of ${OPTIONAL.join(", ")}`);
    expectForm('The option "levels"', isRecord(levels), "an object with the names of policies and their levels");
    expectForm(
        'The option "overrides"',
        isRecord(overrides),
        "an object with the names of policies and their settings",
    );
    topics.forEach((topic) => expect("topic", topic, OPTIONAL));

    const all = loadPolicies();
    for (const [name, level] of defined(levels)) {
        expect("level", level, LEVELS, ` for "${name}"`);
        if (name !== "all") {
            expectLevel(chosen(name, topics, all), level);
        }
    }
    for (const [name, settings] of defined(overrides)) {
        chosen(name, topics, all);
        expectForm(`The override of "${name}"`, isRecord(settings), "an object with settings");
    }

    return toPulumi(
        all.filter((policy) => isChosen(policy, topics)).map((policy) => composed(policy, levels, overrides)),
        new Session(undefined, false),
    );
}

const isChosen = ({ topic }: NamedPolicy, topics: readonly Topic[]): boolean =>
    topic === "core" || topics.includes(topic);

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

/** What is written in JavaScript may have any form. */
function expectForm(what: string, isMet: boolean, accepted: string): void {
    if (!isMet) {
        throw new Error(`${what} takes ${accepted}.`);
    }
}

function expect(what: string, word: unknown, accepted: readonly string[], where = ""): void {
    if (!accepted.includes(word as string)) {
        const name = typeof word === "string" ? ` ${JSON.stringify(word)}` : ` that is ${typeName(word)}`;
        throw new Error(`ecs-guard has no ${what}${name}${where}; accepted: ${accepted.join(", ")}.`);
    }
}

function expectLevel({ name, policy }: NamedPolicy, level: EnforcementLevel): void {
    if (level === "remediate" && !repairs(policy)) {
        const accepted = LEVELS.filter((one) => one !== level);
        throw new Error(`The policy "${name}" has no repair; accepted: ${accepted.join(", ")}.`);
    }
}
