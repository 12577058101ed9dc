import { isDeepStrictEqual } from "node:util";
import { PolicyConfigSchema } from "@pulumi/policy";
import { Exemption, EXEMPT, parseExemptions } from "./exemptions";
import { isRecord, ownRaw, Raw } from "./shape";
import { VERSION } from "./version";

/** The form of a date without separators, as the pattern of a JSON schema. */
export const DATE = `^20[0-9]{2}(${[
    "(0[13578]|1[02])(0[1-9]|[12][0-9]|3[01])",
    "(0[469]|11)(0[1-9]|[12][0-9]|30)",
    "02(0[1-9]|[12][0-9])",
].join("|")})$`;

/** A tag key without the prefix that AWS keeps for itself in any case, as a pattern that JavaScript and Go read alike. */
export const TAG_KEY = "^([^aA]|[aA]($|[^wW]|[wW]($|[^sS]|[sS]($|[^:]))))";

/** The forms of texts, by their patterns. */
export const FORMS: ReadonlyMap<string, string> = new Map([
    [DATE, "a date such as 20260131"],
    [VERSION, "a version such as 1.50.2"],
    [TAG_KEY, "a tag key that does not begin with aws:"],
]);

interface Text {
    readonly type: "string";
    /** One of `FORMS`. */
    readonly pattern?: string;
}

/** JSON schema of a setting; the type of its value follows from it. */
export type Setting = { readonly description: string } & (
    | (Text & { readonly enum?: readonly string[]; readonly default: string })
    | { readonly type: "boolean"; readonly default: boolean }
    | {
          readonly type: "array";
          readonly items: Text;
          readonly maxItems?: number;
          readonly default: readonly string[];
      }
    | {
          readonly type: "object";
          /** Of its keys. */
          readonly propertyNames?: Required<Pick<Text, "pattern">>;
          readonly additionalProperties: Text;
          readonly default: Readonly<Record<string, string>>;
      }
);
export type Settings = Readonly<Record<string, Setting>>;

type Value<S> = S extends { readonly enum: readonly (infer E)[] }
    ? E
    : S extends { readonly type: "string" }
      ? string
      : S extends { readonly type: "boolean" }
        ? boolean
        : S extends { readonly type: "array" }
          ? readonly string[]
          : Readonly<Record<string, string>>;
/** The values of settings, with defaults applied. */
export type Values<C extends Settings> = { readonly [K in keyof C]: Value<C[K]> };

/** What the user has to mend. It reaches the user through Pulumi, which would print its stack. */
export class UserError extends Error {
    constructor(message: string) {
        super(message);
        this.stack = message;
    }
}

/** What the user configured wrongly. */
class ConfigError extends UserError {
    constructor(policy: string, problem: string) {
        super(`Configuration of ${policy}: ${problem}`);
    }
}

const isString = (value: unknown): boolean => typeof value === "string";

/** Whether a value is of a setting's type, and the type in words. The engine checks it too, where there is one. */
const TYPES: Readonly<Record<Setting["type"], { accepts(value: unknown): boolean; words: string }>> = {
    string: { accepts: isString, words: "a string" },
    boolean: { accepts: (value) => typeof value === "boolean", words: "`true` or `false`" },
    array: { accepts: (value) => Array.isArray(value) && value.every(isString), words: "a list of strings" },
    object: {
        accepts: (value) => isRecord(value) && Object.values(value).every(isString),
        words: "an object of strings",
    },
};

/**
 * What a setting demands besides the type: one of some words, the pattern of the value or of the values in it, the pattern
 * of the keys in it, and how many values there may be.
 */
function limitsOf(setting: Setting): {
    choices?: readonly string[];
    pattern?: string;
    keyPattern?: string;
    most?: number;
} {
    switch (setting.type) {
        case "string":
            return { choices: setting.enum, pattern: setting.pattern };
        case "boolean":
            return {};
        case "array":
            return { pattern: setting.items.pattern, most: setting.maxItems };
        case "object":
            return { pattern: setting.additionalProperties.pattern, keyPattern: setting.propertyNames?.pattern };
    }
}

/** What is accepted for a setting, in words. */
export function accepted(setting: Setting): string {
    const { choices, pattern = "", keyPattern = "", most } = limitsOf(setting);
    const form = FORMS.get(pattern);
    const keyForm = FORMS.get(keyPattern);
    if (choices) {
        return `one of ${choices.map((word) => `"${word}"`).join(", ")}`;
    }
    if (form && setting.type === "string") {
        return form;
    }
    const limits = [most !== undefined && `at most ${most}`, form && `each ${form}`, keyForm && `each key ${keyForm}`];
    return [TYPES[setting.type].words, ...limits].filter(Boolean).join(", ");
}

function accepts(setting: Setting, value: unknown): boolean {
    const { choices, pattern, keyPattern, most } = limitsOf(setting);
    const fit = (form: string | undefined, parts: () => string[]): boolean =>
        form === undefined || parts().every((part) => new RegExp(form).test(part));
    return (
        TYPES[setting.type].accepts(value) &&
        (!choices || choices.includes(value as string)) &&
        (most === undefined || (value as string[]).length <= most) &&
        fit(pattern, () => (typeof value === "string" ? [value] : Object.values(value as Record<string, string>))) &&
        fit(keyPattern, () => Object.keys(value as object))
    );
}

/** What a policy runs with. */
export interface Configuration {
    readonly config: Values<Settings>;
    readonly exemptions: readonly Exemption[];
}

/**
 * Reads the configuration of one policy.
 * @param raw as the engine supplies it, `{}` when it supplies none
 * @param exempt what is exempt where it says nothing of it
 * @param beside what also stands where the user writes the settings, for others to read
 * @throws ConfigError for an unknown key, an ill-typed value or a bad exemption
 */
export function parseConfig(
    policy: string,
    settings: Settings,
    raw: Raw,
    exempt: readonly Exemption[] = [],
    beside: readonly string[] = [],
): Configuration {
    const refuse = (key: string, problem: string): never => {
        throw new ConfigError(policy, `"${key}" ${problem}.`);
    };
    const names = [...Object.keys(settings), "exempt"];
    const stranger = Object.keys(raw).find((key) => !names.includes(key));
    if (stranger !== undefined) {
        throw new ConfigError(
            policy,
            `there is no setting "${stranger}"; accepted: ${[...beside, ...names].join(", ")}.`,
        );
    }
    const exemptions = ownRaw(raw, "exempt");
    const values = Object.entries(settings).map(([name, setting]) => {
        const value = ownRaw(raw, name);
        if (value !== undefined && !accepts(setting, value)) {
            refuse(name, `must be ${accepted(setting)}`);
        }
        return [name, value ?? setting.default];
    });
    return {
        config: Object.fromEntries(values) as Values<Settings>,
        exemptions: parseExemptions(exemptions === undefined ? exempt : exemptions, refuse),
    };
}

/** What a configuration file has beside the settings of a policy, and the engine keeps to itself. */
const BESIDE = ["enforcementLevel"];

/** Reads configurations from the engine, each only once as long as it stays the same. */
export function configReader(
    policy: string,
    settings: Settings,
    exempt?: readonly Exemption[],
): (raw: Raw) => Configuration {
    let last: { raw: Raw; configuration: Configuration } | undefined;
    return (raw) => {
        if (!last || !isSame(last.raw, raw)) {
            last = { raw, configuration: parseConfig(policy, settings, raw, exempt, BESIDE) };
        }
        return last.configuration;
    };
}

/** Whether two configurations are equal; the SDK gives a new object each time, mostly with the very values that it keeps. */
function isSame(one: Raw, other: Raw): boolean {
    const keys = Object.keys(other);
    return (
        keys.length === Object.keys(one).length &&
        keys.every((key) => one[key] === other[key] || isDeepStrictEqual(one[key], other[key]))
    );
}

/** The schema by which the engine and Pulumi Cloud check and describe a policy's configuration. */
export function configSchema(settings: Settings, exempt: readonly Exemption[] = []): PolicyConfigSchema {
    return { properties: { ...settings, exempt: { ...EXEMPT, default: exempt } } };
}
