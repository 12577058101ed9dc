/** What is wrong with a configuration file, and what deserves a look. */
import Ajv2020, { ErrorObject } from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { getNodeValue, JSONPath, Node, ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import { FORMS } from "../lib/config";
import { Exemption } from "../lib/exemptions";
import { entry } from "../lib/maps";
import { PolicySettings } from "../lib/settings";
import { isRecord, ownRaw } from "../lib/shape";
import { suggestion } from "../lib/suggestion";
import schema from "../schema/policy-pack-config.schema.json";

export interface Finding {
    readonly severity: "error" | "warning";
    /** From 1. */
    readonly line: number;
    /** From 1. */
    readonly column: number;
    /** Where in the configuration, such as `tagged-ecs-service.exempt[0].until`; empty for all of it. */
    readonly path: string;
    readonly message: string;
}

/** A finding at its place in the tree. */
type Located = Pick<Finding, "severity" | "message"> & { readonly at: JSONPath; readonly offset: number };

const ajv = new Ajv2020({ allErrors: true, verbose: true, ownProperties: true });
addFormats(ajv, ["date"]);
const validate = ajv.compile(schema);
const isExemption = ajv.compile<Exemption>({ $ref: `${schema.$id}#/$defs/exempt/items` });

/**
 * Checks the text of a configuration file.
 * @param today the clock by which exemptions end
 */
export function check(text: string, today: Date): Finding[] {
    const problems: ParseError[] = [];
    const root = parseTree(text, problems, { disallowComments: true, allowEmptyContent: true });
    const [problem] = problems;
    if (problem) {
        const isAfterComma = text.slice(0, problem.offset).trimEnd().endsWith(",");
        const error = words(printParseErrorCode(problem.error)) + (isAfterComma ? " after the comma" : "");
        const message = `is not JSON: ${encodingProblem(text) ?? error}`;
        return [finding(text, { severity: "error", at: [], offset: problem.offset, message })];
    }
    // The Pulumi CLI takes an empty file for an empty configuration.
    if (!root) {
        return [];
    }
    const config: unknown = getNodeValue(root);
    const exemptions = exemptionsOf(config);
    return [
        ...repeated(root),
        ...refused(config, root),
        ...idle(config, root),
        ...undone(config, root),
        ...unarmed(config, root),
        ...ending(exemptions, root, today),
        ...differing(exemptions, root),
    ]
        .sort((a, b) => a.offset - b.offset)
        .map((located) => finding(text, located));
}

/** What is wrong with how a file was saved, seen from what it begins with. */
function encodingProblem(text: string): string | undefined {
    return text.startsWith("\ufeff")
        ? "it begins with a byte order mark; save it as UTF-8 without one"
        : text.startsWith("\ufffd")
          ? "it is not UTF-8; save it as that"
          : undefined;
}

/** `CommaExpected` as `comma expected`. */
const words = (code: string): string => code.replace(/(?!^)[A-Z]/g, " $&").toLowerCase();

function finding(text: string, { severity, at, offset, message }: Located): Finding {
    const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
    return { severity, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1, path: written(at), message };
}

function written(path: JSONPath): string {
    return path
        .map((step, index) =>
            typeof step === "number"
                ? `[${step}]`
                : /^[\w$-]+$/.test(step)
                  ? `${index > 0 ? "." : ""}${step}`
                  : `[${JSON.stringify(step)}]`,
        )
        .join("");
}

/** The value at a path; where a key stands twice, the last one, as `getNodeValue` has it. */
function nodeAt(root: Node, path: JSONPath): Node | undefined {
    return path.reduce<Node | undefined>(
        (node, step) =>
            typeof step === "number"
                ? node?.children?.[step]
                : node?.children?.findLast(({ children }) => children?.[0]?.value === step)?.children?.[1],
        root,
    );
}

const offsetOf = (root: Node, path: JSONPath): number => nodeAt(root, path)?.offset ?? root.offset;

/** What is to be said of the value at a path. */
function located(severity: Finding["severity"], root: Node, at: JSONPath, message: string): Located {
    return { severity, at, offset: offsetOf(root, at), message };
}

/** Where the name of a property stands. */
const keyOffset = (root: Node, path: JSONPath): number => nodeAt(root, path)?.parent?.offset ?? root.offset;

/** Keys that stand twice in one object: all but the last have no effect. */
function repeated(node: Node, at: JSONPath = []): Located[] {
    const seen = new Set<unknown>();
    return (node.children ?? []).flatMap((child, index): Located[] => {
        if (node.type !== "object") {
            return repeated(child, [...at, index]);
        }
        const [name, value] = child.children ?? [];
        const path = [...at, String(name?.value)];
        const again = seen.has(name?.value);
        seen.add(name?.value);
        const message = "this key appears twice; only the last value counts";
        return [
            ...(again ? [{ severity: "error" as const, at: path, offset: child.offset, message }] : []),
            ...(value ? repeated(value, path) : []),
        ];
    });
}

/** What the schema refuses. */
function refused(config: unknown, root: Node): Located[] {
    validate(config);
    // What is wrong with the name of a property has an error of its own.
    const errors = (validate.errors ?? []).filter(({ keyword }) => keyword !== "propertyNames");
    const placesOf = (keyword: string): ReadonlySet<string> =>
        new Set(errors.filter((error) => error.keyword === keyword).map(({ instancePath }) => instancePath));
    const alternatives = placesOf("anyOf");
    const choices = placesOf("enum");
    return errors
        .filter(({ instancePath, keyword, data }) =>
            alternatives.has(instancePath)
                ? keyword === decisive(data)
                : // The accepted words say of what type they are.
                  keyword !== "type" || !choices.has(instancePath),
        )
        .map((error) => {
            const path = pathOf(error.instancePath, root);
            const params = error.params as Params;
            const key = error.keyword === "additionalProperties" ? params.additionalProperty : error.propertyName;
            const at = key === undefined ? path : [...path, key];
            const offset = key === undefined ? offsetOf(root, at) : keyOffset(root, at);
            const message = MESSAGES[error.keyword]?.(params, error) ?? String(error.message);
            return { severity: "error", at, offset, message };
        });
}

/** Of a level or an object with a level: the keyword that tells what is wrong with such a value. */
function decisive(value: unknown): string {
    return typeof value === "string" ? "enum" : isRecord(value) ? "additionalProperties" : "anyOf";
}

/** The steps of a JSON pointer. */
function pathOf(pointer: string, root: Node): JSONPath {
    return pointer
        .split("/")
        .slice(1)
        .reduce<JSONPath>((path, step) => {
            const isIndex = nodeAt(root, path)?.type === "array";
            return [...path, isIndex ? Number(step) : step.replaceAll("~1", "/").replaceAll("~0", "~")];
        }, []);
}

const quoted = (names: readonly string[]): string => names.map((name) => JSON.stringify(name)).join(", ");

const TYPES: Readonly<Record<string, string>> = {
    string: "a string",
    boolean: "`true` or `false`",
    array: "a list",
    object: "an object",
};

/** What the schema wanted, by keyword. */
interface Params {
    readonly additionalProperty: string;
    readonly allowedValues: readonly string[];
    readonly limit: number;
    readonly missingProperty: string;
    readonly pattern: string;
    readonly type: string;
}

/** Messages by the keyword of the schema that is not met. */
const MESSAGES: Readonly<Record<string, (params: Params, error: ErrorObject) => string>> = {
    additionalProperties({ additionalProperty: name }, { instancePath, parentSchema, data }) {
        const names = Object.keys((parentSchema as { properties: object }).properties);
        if (instancePath !== "") {
            return `is not accepted here; accepted: ${quoted(names)}${suggestion(name, names)}`;
        }
        if (name === "$schema") {
            return "is refused by the Pulumi CLI; name the schema in the settings of the editor";
        }
        const isRefused = isRecord(ownRaw(data, name)) && levelIn(data, name) === undefined;
        const refusal = isRefused
            ? '; without a level, Pulumi refuses its settings with: invalid enforcement level ""'
            : "";
        return `there is no such policy${suggestion(name, names)}${refusal}`;
    },
    enum({ allowedValues }, { data }) {
        return data === "remediate"
            ? `the policy has no repair; accepted: ${quoted(allowedValues)}`
            : `is not accepted; accepted: ${quoted(allowedValues)}${typeof data === "string" ? suggestion(data, allowedValues) : ""}`;
    },
    anyOf: () => "must be a level or an object",
    type: ({ type }) => `must be ${TYPES[type] ?? type}`,
    maxItems: ({ limit }) => `must have at most ${limit} entries`,
    required: ({ missingProperty }) => `lacks ${quoted([missingProperty])}`,
    pattern: ({ pattern }) => (FORMS.has(pattern) ? `must be ${String(FORMS.get(pattern))}` : "must not be empty"),
    format: () => "must be a day of the calendar, such as 2027-01-31",
};

const INPUTS = "ecs-guard-inputs" satisfies keyof PolicySettings;

/** Those that only tell how things are. */
const NOTES: readonly string[] = [
    "ecs-task-definition-container-definitions-known",
    "ecs-guard-exemptions",
] satisfies (keyof PolicySettings)[];

/** What the policies of all topics need. */
export const CORE: readonly string[] = [
    INPUTS,
    "ecs-task-definition-container-definitions-valid" satisfies keyof PolicySettings,
    ...NOTES,
];

/** Default levels by policy. */
const POLICIES: ReadonlyMap<string, unknown> = new Map(
    Object.entries(schema.properties).flatMap(([name, policy]) =>
        "default" in policy ? [[name, policy.default]] : [],
    ),
);

/** The level that a configuration gives to a policy, or to `all`. */
function levelIn(config: unknown, name: string): unknown {
    const given = ownRaw(config, name);
    return isRecord(given) ? ownRaw(given, "enforcementLevel") : given;
}

/** The level at which a policy runs. */
function levelOf(config: unknown, name: string): unknown {
    return levelIn(config, name) ?? levelIn(config, "all") ?? POLICIES.get(name);
}

/** The policies that are disabled, although the configuration does not say so of them. */
function disabledIn(config: unknown): readonly string[] {
    return [...POLICIES.keys()].filter(
        (name) => levelIn(config, name) === undefined && levelOf(config, name) === "disabled",
    );
}

/** What deserves a look at a policy, or at `all`. */
function warning(root: Node, name: string, message: string): Located {
    return { severity: "warning", at: [name], offset: keyOffset(root, [name]), message };
}

/** Policies with settings or exemptions that nothing enables. */
function idle(config: unknown, root: Node): Located[] {
    const why = levelIn(config, "all") === undefined ? "by default" : 'by "all"';
    const message = `is disabled ${why}, so this has no effect; enable it with "enforcementLevel": "advisory"`;
    return disabledIn(config).flatMap((name): Located[] => {
        const given = ownRaw(config, name);
        return isRecord(given) && Object.keys(given).length > 0 ? [warning(root, name, message)] : [];
    });
}

/** What the core is for, and a configuration undoes. */
function undone(config: unknown, root: Node): Located[] {
    const disabled = disabledIn(config);
    const missing = CORE.filter((name) => disabled.includes(name));
    const isEnabled = [...POLICIES.keys()].some(
        (name) => !CORE.includes(name) && ![undefined, "disabled"].includes(levelIn(config, name) as string),
    );
    const blocking = NOTES.filter((name) => levelIn(config, name) === undefined);
    const problems: [isThere: boolean, name: string, message: string][] = [
        [
            missing.length > 0 && isEnabled,
            "all",
            `also disables what the policies of all topics need; give a level to ${quoted(missing)}`,
        ],
        [
            ["mandatory", "remediate"].includes(levelIn(config, "all") as string) && blocking.length > 0,
            "all",
            `makes notes block too; give the level "advisory" to ${quoted(blocking)}, or name the policies that are to block`,
        ],
        [
            levelIn(config, INPUTS) === "disabled",
            INPUTS,
            "reports nothing, and without it the policies about whole stacks see less; leave it on",
        ],
    ];
    return problems.flatMap(([isThere, name, message]) => (isThere ? [warning(root, name, message)] : []));
}

const ALLOWED = "ecs-exec-allowed-services" satisfies keyof PolicySettings;

/** Policies that do nothing for want of a setting. */
function unarmed(config: unknown, root: Node): Located[] {
    return [...POLICIES.keys()].flatMap((name): Located[] => {
        const given = ownRaw(config, name);
        const message = given === undefined ? undefined : wantOf(name, levelOf(config, name), given);
        return message ? [warning(root, name, message)] : [];
    });
}

/** What a policy with this level and configuration cannot do. */
function wantOf(name: string, level: unknown, given: unknown): string | undefined {
    if (name === ALLOWED && level !== "disabled") {
        return withoutLists(given);
    }
    return name.startsWith("tagged-") && level === "remediate" ? withoutTags(given) : undefined;
}

/** Of a list; what is none has an error of its own. */
const isEmpty = (list: unknown): boolean => list === undefined || (Array.isArray(list) && list.length === 0);

function withoutLists(given: unknown): string | undefined {
    return isEmpty(ownRaw(given, "allowedServices")) && isEmpty(ownRaw(given, "allowedClusters"))
        ? 'judges nothing without the setting "allowedServices" or "allowedClusters"'
        : undefined;
}

function withoutTags(given: unknown): string | undefined {
    const tags = ownRaw(given, "tags");
    if (!isRecord(tags) || Object.keys(tags).length === 0) {
        return 'repairs nothing without the setting "tags"';
    }
    const required = ownRaw(given, "requiredTagKeys");
    const missing = (Array.isArray(required) ? required : []).filter((key) => ownRaw(tags, String(key)) === undefined);
    return missing.length > 0 ? `cannot add what "tags" has no value for: ${quoted(missing)}` : undefined;
}

interface Exempt {
    readonly policy: string;
    readonly at: JSONPath;
    readonly exemption: Exemption;
}

/** The exemptions that are sound. */
function exemptionsOf(config: unknown): Exempt[] {
    return Object.entries(isRecord(config) ? config : {}).flatMap(([policy, value]) => {
        const list = ownRaw(value, "exempt");
        return (Array.isArray(list) ? list : []).flatMap((exemption: unknown, index) =>
            isExemption(exemption) ? { policy, at: [policy, "exempt", index], exemption } : [],
        );
    });
}

const DAY = 24 * 60 * 60 * 1000;

/** Days before its end from which an exemption is listed. */
const NOTICE = 30;

/** Exemptions that have ended or will soon. */
function ending(exemptions: readonly Exempt[], root: Node, today: Date): Located[] {
    const now = Date.parse(today.toISOString().slice(0, 10));
    return exemptions.flatMap(({ at, exemption: { until } }): Located[] => {
        const days = until === undefined ? Infinity : (Date.parse(until) - now) / DAY;
        const path = [...at, "until"];
        if (days < 0) {
            const message = `the exemption ended on ${until}; remove it, or give it a new date`;
            return [located("error", root, path, message)];
        }
        const left = days === 0 ? "today" : days === 1 ? "tomorrow" : `in ${days} days`;
        return days <= NOTICE ? [located("warning", root, path, `the exemption ends ${left}, on ${until}`)] : [];
    });
}

/** Exemptions of several policies that are the same but for their reason or end: one of them was forgotten. */
function differing(exemptions: readonly Exempt[], root: Node): Located[] {
    const first = new Map<string, Exempt>();
    return exemptions.flatMap((exempt): Located[] => {
        const { policy, at, exemption } = exempt;
        const key = JSON.stringify([exemption.resource, exemption.container]);
        const other = entry(first, key, () => exempt);
        const fields = (["reason", "until"] as const).filter((field) => exemption[field] !== other.exemption[field]);
        if (policy === other.policy || fields.length === 0) {
            return [];
        }
        const message = `differs in ${fields.join(" and ")} from ${written(other.at)}, which names the same resource`;
        return [located("warning", root, at, message)];
    });
}
