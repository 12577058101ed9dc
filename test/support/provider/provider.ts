import { randomBytes, randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { parse } from "./rules";
import { declarationOf, type Declaration, type Property } from "./sdk";
import { AUTO, table, type Row } from "./table";
import {
    DEFAULTS,
    hasUnknown,
    isFields,
    isSecret,
    isSigned,
    mapObjects,
    plain,
    secret,
    splitPath,
    UNKNOWN,
    valuesAt,
    within,
    type Fields,
    type Value,
} from "./values";

/** How the provider is configured. */
export interface Settings {
    region: string;
    defaultTags: Value;
}

export interface Failure {
    property: string;
    reason: string;
}

const ACCOUNT = "123456789012";

/** The program's inputs with all that the provider adds before the resource is planned, and what it refuses. */
export function check(
    type: string,
    name: string,
    olds: Fields,
    news: Fields,
    settings: Settings,
): { inputs: Fields; failures: Failure[] } {
    // Cloud Control judges when the resource is created, not before.
    if (type.startsWith("aws-native:")) return { inputs: news, failures: [] };
    const declaration = declarationOf(type);
    if (!declaration)
        return { inputs: news, failures: [{ property: "", reason: `unrecognized resource type: ${type}` }] };
    const row = rowOf(type, declaration);
    const names = automaticNames(row, name, olds, news);
    const named = { ...news, ...documents(row, news), ...names };
    const failures = [...misfits(declaration, named), ...refusals(row, named)];

    const tagsAll = mergeTags(settings.defaultTags, news.tags);
    if (declaration.outputs.has("tagsAll") && tagsAll !== undefined) named.tagsAll = tagsAll;

    const defaults = byParent(Object.entries(row.defaults ?? {}).filter(([, value]) => value !== AUTO));
    const before = new Map<string, Fields>();
    mapObjects(olds, (object, path) => (before.set(path, object), object));
    const inputs = mapObjects(named, (object, path) => {
        const added = (defaults.get(path) ?? [])
            .filter(([key]) => object[key] === undefined)
            .map(([key, value]) => [key, oldDefault(before.get(path), key) ?? value] as const);
        const defaulted = [...added.map(([key]) => key), ...(path === "" ? Object.keys(names) : [])].sort();
        return { ...object, ...(Object.fromEntries(added) as Fields), [DEFAULTS]: defaulted };
    });
    return { inputs: inputs as Fields, failures };
}

/** The value of a property that was a default already: the bridge keeps it, whatever it would be today. */
function oldDefault(object: Fields | undefined, key: string): Value | undefined {
    const defaults = object?.[DEFAULTS];
    return Array.isArray(defaults) && defaults.includes(key) ? object?.[key] : undefined;
}

/** The reason why planning fails for inputs that passed the check. */
export function planFailure(type: string, inputs: Fields): string | undefined {
    return table[type]?.planned?.map((choice) => choice.broken(inputs)).find((reason) => reason !== undefined);
}

/** The outputs of a planned resource: what only the resource itself can tell is unknown. */
export function plan(type: string, inputs: Fields, settings: Settings, olds: Fields = {}): Fields {
    const outputs = complete(type, inputs, settings, olds, () => UNKNOWN);
    const tags = Object.values(plain(inputs.tags) ?? {}).map((tag: Value) => plain(tag));
    const settled = inputs.tags !== UNKNOWN && !tags.some((tag) => tag === "" || hasUnknown(tag));
    return {
        ...outputs,
        ...("tagsAll" in outputs && !settled && { tagsAll: UNKNOWN }),
        ...idAmongOutputs(type, olds.id ?? UNKNOWN),
    };
}

/** What the bridge of `aws` adds to the outputs, and `aws-native` does not. */
function idAmongOutputs(type: string, id: Value): Fields {
    return declarationOf(type) ? { id } : {};
}

/** The outputs of a created or updated resource, and its id. */
export function apply(
    type: string,
    inputs: Fields,
    settings: Settings,
    { olds = {}, id, revision }: { olds?: Fields; id?: string; revision: number },
): { id: string; outputs: Fields } {
    const row = table[type] ?? {};
    const templates = new Set<string>();
    const outputs = complete(type, inputs, settings, olds, (path, property) => {
        templates.add(path);
        return row.created?.[path] ?? (path === "revision" ? revision : madeUp(type, path, property));
    });

    const facts: Fields = { region: settings.region, account: ACCOUNT };
    if (id !== undefined) facts.id = id;
    const made: Record<string, () => Value> = {
        hex: () => randomBytes(9).toString("hex").slice(0, 17),
        uuid: () => randomUUID(),
        id: () => (facts.id = expand(row.id ?? (outputs.name === undefined ? "{hex}" : "{name}"))),
    };
    const valueOf = (name: string): string => {
        const value = facts[name] ?? made[name]?.() ?? plain(outputs[name]) ?? "";
        if (typeof value === "string" && templates.delete(name)) outputs[name] = expand(value);
        return asText(plain(outputs[name]) ?? value);
    };
    const expand = (template: string): string =>
        template.replace(/\{(\w+)(:tail)?\}/g, (_, name: string, tail?: string) => {
            const text = valueOf(name);
            return tail ? text.slice(text.lastIndexOf("/") + 1) : text;
        });

    for (const name of Object.keys(outputs)) valueOf(name);
    const finished = mapObjects(outputs, (object, path) => {
        const own = Object.entries(object).map(([key, value]): [string, Value] => [
            key,
            typeof value === "string" && templates.has(path ? `${path}.${key}` : key) ? expand(value) : value,
        ]);
        return Object.fromEntries<Value>(own);
    });
    facts.id = valueOf("id");
    return { id: facts.id, outputs: { ...(finished as Fields), ...idAmongOutputs(type, facts.id) } };
}

/**
 * The top-level properties that differ between two sets of checked inputs, and those that replace the resource.
 * @param ignored paths; of the tags they take all tags along
 */
export function diff(
    type: string,
    olds: Fields,
    news: Fields,
    ignored: readonly string[] = [],
): { changed: string[]; replaces: string[] } {
    const keys = new Set([...Object.keys(olds), ...Object.keys(news)]);
    const same = new Set([DEFAULTS, ...ignored.map((path) => path.split(/[.[]/)[0])]);
    const isSame = (key: string): boolean => same.has(key) || (key === "tagsAll" && same.has("tags"));
    const changed = [...keys].filter((key) => !isSame(key) && !isDeepStrictEqual(olds[key], news[key]));
    const { replaces: replacing = "", updates = "" } = table[type] ?? {};
    const replaces = (key: string): boolean =>
        replacing === "*" ? !words(updates).includes(key) : words(replacing).includes(key);
    return { changed, replaces: changed.filter(replaces) };
}

/** The row of the table, or for any other type what the declarations of the SDK tell. */
function rowOf(type: string, { args, outputs }: Declaration): Row {
    const row = table[type];
    if (row) return row;
    const known = [...outputs].filter(([name, { optional }]) => !optional && !GENERAL.has(name)).map(([name]) => name);
    return {
        computed: known.filter((name) => args.get(name)?.optional && name !== "name").join(" "),
        outputs: known.filter((name) => !args.has(name)).join(" "),
        defaults: args.get("name")?.optional && outputs.get("name")?.optional === false ? { name: AUTO } : {},
    };
}

/** Properties that follow one rule for all types. */
const GENERAL = new Set(["region", "tagsAll", "urn", "id"]);

function automaticNames(row: Row, name: string, olds: Fields, news: Fields): Fields {
    const properties = Object.entries(row.defaults ?? {}).filter(([, value]) => value === AUTO);
    const missing = properties
        .map(([key]) => key)
        .filter((key) => news[key] === undefined && news[`${key}Prefix`] === undefined);
    const suffixed = () => `${name}-${randomBytes(4).toString("hex").slice(0, 7)}`;
    const kept = olds[DEFAULTS];
    return Object.fromEntries(
        missing.map((key) => [key, Array.isArray(kept) && kept.includes(key) ? (olds[key] ?? suffixed()) : suffixed()]),
    );
}

/** JSON documents that the program gives as objects. */
function documents(row: Row, news: Fields): Fields {
    const given = words(row.json ?? "").filter((name) => isFields(plain(news[name])) && !isSigned(plain(news[name])));
    return Object.fromEntries(
        given.map((name) => [
            name,
            within(news[name] ?? null, (value) => (hasUnknown(value) ? UNKNOWN : JSON.stringify(sorted(value)))),
        ]),
    );
}

/** Properties that the type does not have, lacks, or has in another shape. */
function misfits({ args }: Declaration, inputs: Fields): Failure[] {
    const foreign = Object.keys(inputs).filter((property) => !args.has(property));
    const missing = [...args].filter(([property, { optional }]) => !optional && inputs[property] === undefined);
    const misshapen = [...args].filter(([property, { kind }]) => !fits(kind, inputs[property]));
    return [
        ...foreign.map((property) => ({ property, reason: "unexpected property" })),
        ...missing.map(([property]) => ({ property, reason: `Missing required property '${property}'` })),
        ...misshapen.map(([property, { kind }]) => ({ property, reason: `expected ${kind}` })),
    ];
}

function fits(kind: Property["kind"], wrapped: Value | undefined): boolean {
    const value = plain(wrapped);
    if (value === undefined || value === null || value === UNKNOWN || isSigned(value)) return true;
    if (kind === "list") return Array.isArray(value);
    if (kind === "object") return isFields(value);
    return typeof value !== "object";
}

function refusals(row: Row, inputs: Fields): Failure[] {
    const byRule = Object.entries(row.rules ?? {}).flatMap(([property, rule]) =>
        valuesAt(inputs, property)
            .filter((value) => !hasUnknown(value))
            .flatMap((value) => rule(value) ?? [])
            .map((reason) => ({ property, reason })),
    );
    const byChoice = (row.choices ?? []).flatMap((choice) =>
        valuesAt(inputs, choice.at)
            .filter(isFields)
            .flatMap((object) => choice.broken(object) ?? [])
            .map((reason) => ({ property: choice.at, reason })),
    );
    return [...byRule, ...byChoice];
}

/** The provider's default tags under the resource's own; undefined if there are none at all. */
function mergeTags(defaults: Value, tags: Value | undefined): Value | undefined {
    if (isSecret(defaults) || isSecret(tags)) {
        const merged = mergeTags(plain(defaults) ?? {}, plain(tags));
        return merged === undefined ? undefined : secret(merged);
    }
    if (defaults === UNKNOWN || tags === UNKNOWN) return UNKNOWN;
    const merged = { ...(isFields(defaults) ? defaults : {}), ...(isFields(tags) ? tags : {}) };
    return Object.keys(merged).length > 0 || isFields(tags) ? merged : undefined;
}

/**
 * Outputs from checked inputs: rewritten where the provider does so, and with the properties that were left out, as far
 * as `fill` knows them.
 */
function complete(
    type: string,
    inputs: Fields,
    settings: Settings,
    olds: Fields,
    fill: (path: string, property: Property | undefined) => Value | undefined,
): Fields {
    const declaration = declarationOf(type);
    if (!declaration) return inputs;
    const row = rowOf(type, declaration);
    const computed = words(`${row.computed ?? ""} ${row.outputs ?? ""}`);
    const left = byParent(computed.map((path): [string, null] => [path, null]));
    const rewrites = new Map([
        ...words(row.json ?? "").map((path) => [path, normalizeJson] as const),
        ...words(row.containers ?? "").map((path) => [path, normalizeContainers] as const),
    ]);

    const outputs = mapObjects(inputs, (object, path) => {
        const prefix = path && `${path}.`;
        const own = Object.entries(object).map(([key, value]): [string, Value] => {
            const rewrite = rewrites.get(prefix + key);
            return [key, rewrite ? within(value, rewrite) : value];
        });
        const added = (left.get(path) ?? [])
            .filter(([key]) => object[key] === undefined)
            .map(([key]): [string, Value | undefined] => [
                key,
                path === "" ? (olds[key] ?? fill(key, declaration.outputs.get(key))) : fill(prefix + key, undefined),
            ]);
        const all = [...own, ...added].filter(([key, value]) => key !== DEFAULTS && value !== undefined);
        return Object.fromEntries(all) as Fields;
    }) as Fields;

    if (declaration.outputs.has("region")) outputs.region ??= settings.region;
    // Merged anew: a policy may have changed the tags since the check.
    if (declaration.outputs.has("tagsAll")) outputs.tagsAll = mergeTags(settings.defaultTags, outputs.tags) ?? {};
    return outputs;
}

function normalizeJson(value: Value): Value {
    const document = typeof value === "string" && value !== UNKNOWN ? parse(value) : undefined;
    return document === undefined ? value : JSON.stringify(sorted(document));
}

function sorted(value: Value): Value {
    if (Array.isArray(value)) return value.map(sorted);
    if (!isFields(value)) return value;
    return Object.fromEntries(
        Object.keys(value)
            .sort()
            .map((key) => [key, sorted(value[key] ?? null)]),
    );
}

/** Containers by name, their variables and secrets by name, empty members of lists dropped. */
function normalizeContainers(value: Value): Value {
    const containers = typeof value === "string" && value !== UNKNOWN ? parse(value) : undefined;
    if (!Array.isArray(containers)) return value;
    const tidy = containers.filter(isFields).map((container) =>
        Object.fromEntries(
            Object.entries(container).map(([key, field]): [string, Value] => {
                if (!Array.isArray(field)) return [key, field];
                const kept = field.filter((element) => element !== null && element !== "");
                return [key, /^(environment|secrets)$/i.test(key) ? byName(kept) : kept];
            }),
        ),
    );
    return JSON.stringify(byName(tidy));
}

function byName(list: Value[]): Value[] {
    const nameOf = (value: Value) => (isFields(value) && typeof value.name === "string" ? value.name : "");
    return [...list].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : 0));
}

/** A plausible value of a computed output that the table does not give, as a template. */
function madeUp(type: string, name: string, property: Property | undefined): Value | undefined {
    if (!property) return undefined;
    if (property.kind !== "string") return { list: [], object: {}, boolean: false, number: 0 }[property.kind];
    if (/arn$/i.test(name)) {
        const [, module = "", resource = ""] = type.split(":");
        const kind = resource.replace(/(?<=[a-z])[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
        return `arn:aws:${module.replace(/\/.*/, "")}:{region}:{account}:${kind}/{id}`;
    }
    if (/^(owner|account|registry)Id$/.test(name)) return "{account}";
    return name.endsWith("Id") ? "{hex}" : "";
}

function asText(value: Value): string {
    return typeof value === "string" ? value : JSON.stringify(value);
}

function byParent<T>(entries: [path: string, value: T][]): Map<string, [key: string, value: T][]> {
    const grouped = new Map<string, [string, T][]>();
    for (const [path, value] of entries) {
        const [parent, key] = splitPath(path);
        grouped.set(parent, [...(grouped.get(parent) ?? []), [key, value]]);
    }
    return grouped;
}

function words(list: string): string[] {
    return list.split(/\s+/).filter((word) => word !== "");
}
