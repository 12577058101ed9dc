/** Values as they travel between engine and provider: JSON, with sentinels for what is unknown or secret. */
export type Value = null | boolean | number | string | Value[] | Fields;
export type Fields = { [key: string]: Value };

/** Stands for a value that will be known only when the resource exists. */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** The list of names of defaulted properties that the bridge leaves in every object of the checked inputs. */
export const DEFAULTS = "__defaults";

const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";

export function isFields(value: Value | undefined): value is Fields {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Secrets, assets and resource references: values under a signature, whose keys are no properties. */
export function isSigned(value: Value | undefined): boolean {
    return isFields(value) && SIGNATURE in value;
}

export function isSecret(value: Value | undefined): value is Fields & { value: Value } {
    return isFields(value) && value[SIGNATURE] === SECRET;
}

export function secret(value: Value): Value {
    return { [SIGNATURE]: SECRET, value };
}

/** The value without its secret mark. */
export function plain(value: Value | undefined): Value | undefined {
    return isSecret(value) ? value.value : value;
}

/** Applies `change` to what is in the secret, if it is one, and keeps the mark. */
export function within(value: Value, change: (plain: Value) => Value): Value {
    return isSecret(value) ? secret(change(value.value)) : change(value);
}

/** True if the value or any part of it is unknown. */
export function hasUnknown(value: Value | undefined): boolean {
    if (typeof value === "string") return value === UNKNOWN;
    if (typeof value !== "object" || value === null) return false;
    return Object.values<Value>(value).some(hasUnknown);
}

/** Parent and last name of a path: `a.b[].c` is `c` of `a.b[]`, `c` alone is `c` of the resource itself, "". */
export function splitPath(path: string): [parent: string, name: string] {
    const dot = path.lastIndexOf(".");
    return dot < 0 ? ["", path] : [path.slice(0, dot), path.slice(dot + 1)];
}

/** Rebuilds a value; `visit` gets every object in it, from the inside out, with its path (list elements as `[]`). */
export function mapObjects(value: Value, visit: (object: Fields, path: string) => Fields, path = ""): Value {
    if (isSecret(value)) return secret(mapObjects(value.value, visit, path));
    if (Array.isArray(value)) return value.map((element) => mapObjects(element, visit, `${path}[]`));
    if (!isFields(value) || isSigned(value)) return value;
    const prefix = path && `${path}.`;
    const object = Object.entries(value).map(([key, member]) => [key, mapObjects(member, visit, prefix + key)]);
    return visit(Object.fromEntries(object) as Fields, path);
}

/** The plain values at a path, which may go through lists: `volumes[].name`. */
export function valuesAt(value: Value | undefined, path: string): Value[] {
    const found = plain(value);
    if (found === undefined || found === null) return [];
    if (path === "") return [found];
    if (path.startsWith("[]")) {
        return Array.isArray(found)
            ? found.flatMap((element) => valuesAt(element, path.slice(2).replace(/^\./, "")))
            : [];
    }
    if (!isFields(found)) return [];
    const [name = ""] = /^\w+/.exec(path) ?? [];
    return valuesAt(found[name], path.slice(name.length).replace(/^\./, ""));
}
