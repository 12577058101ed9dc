/** Event patterns of EventBridge: which events they match, without running anything. Nonsense matches nothing. */
import { tryParse } from "./json";
import { isRecord, Raw } from "./shape";

/** A field that may hold whatever a filter wants. */
export const ANY_VALUE = Symbol("any value");

/** What an event has at a path such as `detail.state`; undefined where it has no such field. */
export type Event = (path: string) => string | typeof ANY_VALUE | undefined;

/** AWS takes no longer pattern, so that none is nested too deeply either. */
const LONGEST = 4096;

type Operator = (field: string | undefined, operand: unknown) => boolean;

const IGNORING_CASE = "equals-ignore-case";
const ANYTHING_BUT = "anything-but";

/** An operator on text, with one operand or a list of them; each may say that case does not matter. */
const text =
    (test: (field: string, operand: string) => boolean): Operator =>
    (field, operand) =>
        field !== undefined &&
        listOf(operand).some((one) => {
            const folded = isRecord(one) ? one[IGNORING_CASE] : undefined;
            return typeof one === "string"
                ? test(field, one)
                : typeof folded === "string" && test(field.toLowerCase(), folded.toLowerCase());
        });

/** Those on numbers and addresses are left out: texts are neither. */
const OPERATORS: ReadonlyMap<string, Operator> = new Map<string, Operator>([
    ["prefix", text((field, operand) => field.startsWith(operand))],
    ["suffix", text((field, operand) => field.endsWith(operand))],
    ["wildcard", text((field, operand) => like(operand, field))],
    [IGNORING_CASE, text((field, operand) => field.toLowerCase() === operand.toLowerCase())],
    [ANYTHING_BUT, (field, operand) => field !== undefined && !listOf(operand).some((item) => holds(item, field))],
    ["exists", (field, operand) => operand === (field !== undefined)],
]);

function listOf(value: unknown): readonly unknown[] {
    return Array.isArray(value) ? value : [value];
}

/** Whether a text is like a pattern, in which `*` stands for any characters and a backslash takes its meaning away. */
function like(pattern: string, text: string): boolean {
    const parts = [""];
    for (const [token] of pattern.matchAll(/\\.|[^]/gs)) {
        if (token === "*") {
            parts.push("");
        } else {
            parts.push(`${parts.pop() ?? ""}${token.replace(/^\\(?=.)/s, "")}`);
        }
    }
    const [first = "", ...rest] = parts;
    const last = rest.pop();
    if (last === undefined) {
        return text === first;
    }
    let at = text.startsWith(first) ? first.length : Infinity;
    for (const part of rest) {
        const found = text.indexOf(part, at);
        at = found < 0 ? Infinity : found + part.length;
    }
    return at <= text.length - last.length && text.endsWith(last);
}

/** Whether one item of a filter, a value or an operator, holds for a field. */
function holds(item: unknown, field: string | undefined): boolean {
    if (!isRecord(item)) {
        return field !== undefined && item === field;
    }
    const operators = Object.keys(item);
    return (
        operators.length > 0 && operators.every((operator) => OPERATORS.get(operator)?.(field, item[operator]) ?? false)
    );
}

/** All texts in a value, without those that a field must not have. */
function textsIn(value: unknown): string[] {
    return typeof value === "string"
        ? [value]
        : typeof value === "object" && value !== null
          ? Object.entries(value).flatMap(([key, part]) => (key === ANYTHING_BUT ? [] : textsIn(part)))
          : [];
}

/** The filter on one field. */
export class Filter {
    constructor(
        readonly path: string,
        private readonly items: readonly unknown[],
    ) {}

    accepts(field: ReturnType<Event>): boolean {
        return this.items.some((item) => field === ANY_VALUE || holds(item, field));
    }

    /** The values that it asks for, also those under its operators. */
    get texts(): readonly string[] {
        return textsIn(this.items);
    }
}

export class EventPattern {
    private constructor(private readonly root: Raw) {}

    /** The pattern in JSON text; undefined where it is none. */
    static parse(json: string): EventPattern | undefined {
        const root = json.length > LONGEST ? undefined : tryParse(json);
        return isRecord(root) ? new EventPattern(root) : undefined;
    }

    matches(event: Event): boolean {
        return matches(this.root, "", event);
    }

    /** All its filters, those in alternatives too; on one field if a path is given. */
    filters(path?: string): readonly Filter[] {
        return filtersIn(this.root, "").filter((filter) => path === undefined || filter.path === path);
    }
}

const join = (path: string, key: string): string => (path ? `${path}.${key}` : key);

/** The alternatives, if this is the operator `$or` and no field of this name. */
function alternatives(key: string, value: unknown): readonly Raw[] | undefined {
    return key === "$or" && Array.isArray(value) && value.every(isRecord) ? value : undefined;
}

function matches(node: unknown, path: string, event: Event): boolean {
    if (!isRecord(node)) {
        return Array.isArray(node) && new Filter(path, node).accepts(event(path));
    }
    return Object.entries(node).every(
        ([key, value]) =>
            alternatives(key, value)?.some((one) => matches(one, path, event)) ??
            matches(value, join(path, key), event),
    );
}

function filtersIn(node: unknown, path: string): Filter[] {
    if (!isRecord(node)) {
        return Array.isArray(node) ? [new Filter(path, node)] : [];
    }
    return Object.entries(node).flatMap(
        ([key, value]) =>
            alternatives(key, value)?.flatMap((one) => filtersIn(one, path)) ?? filtersIn(value, join(path, key)),
    );
}
