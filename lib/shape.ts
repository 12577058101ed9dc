/**
 * Typed views of raw resource properties. A shape names the properties a policy may read and their types; a view reads
 * them lazily, so that an unknown throws only where its value is wanted. Only own properties count, a value of another
 * type is a missing one, and the views of related resource types share the words of one of them.
 */
import { disclosed, isUnknown, matching, some } from "./unknown";

/** Turns a raw value into T. `assign` puts a value in the raw value's place, `index` is its place in a list. */
export interface Reader<T> {
    read(raw: unknown, assign: (raw: unknown) => void, index: number): T;
    /** The raw form of T, where it is not T itself. */
    write?(value: T): unknown;
    /** What has not the right form in the raw value. */
    check?(raw: unknown): readonly Problem[];
    /** Of a list: what reads its items. */
    item?: Reader<unknown>;
    /** Where the value is, if not under the name of the field. */
    path?: readonly string[];
    /** Of an object: its fields. */
    fields?: Fields;
}

/** What a reader makes of a value that nobody changes. */
export function readOnly<T>(reader: Reader<T>, raw: unknown): T {
    return reader.read(raw, () => undefined, 0);
}

/** A part of a value that has not the right form. */
export interface Problem {
    /** From the value to the part, for example `[0].name`. */
    readonly path: string;
    /** What it is and what is accepted: the sentence that begins with the part. */
    readonly text: string;
}

/** No problems. */
export const SOUND: readonly Problem[] = [];

export type Fields = Readonly<Record<string, Reader<unknown>>>;
/** What a reader gives. */
export type Read<R> = R extends Reader<infer T> ? T : never;
/** The words of a shape; assigning to one repairs the raw properties in place, which keeps their secret marks. */
export type View<F extends Fields> = { -readonly [K in keyof F]: Read<F[K]> };

export type Raw = Record<string, unknown>;

export function isRecord(value: unknown): value is Raw {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** An own property, never an inherited one such as `constructor`. */
export function ownRaw(object: unknown, key: string): unknown {
    return isRecord(object) && Object.hasOwn(object, key) ? object[key] : undefined;
}

/** An own property of a resource. @throws Undecided where it is a secret that nobody could decrypt */
export function own(object: unknown, key: string): unknown {
    return disclosed(ownRaw(object, key));
}

/** A text; anything else is missing. */
export function asText(value: unknown): string | undefined {
    return typeof value === "string" ? value : undefined;
}

const fold = (key: string): string => key.toLowerCase().replaceAll("\u017f", "s");

/**
 * An own property whose name matches without regard to case, as Go's JSON decoder finds it: of several, the last one.
 * Two letters beyond ASCII fold into it: the long s (U+017F) and the Kelvin sign (U+212A), whose lower case is k.
 */
export function ownFolded(object: unknown, key: string): unknown {
    let found: string | undefined;
    if (isRecord(object)) {
        // What is inherited is not enumerable in what comes from JSON; listing the keys would make a list each time.
        for (const name in object) {
            if (isFolded(name, key)) {
                found = name;
            }
        }
    }
    return found === undefined ? undefined : own(object, found);
}

function isFolded(name: string, key: string): boolean {
    return name === key || (name.length === key.length && fold(name) === fold(key));
}

/** A value of a JavaScript type; anything else is missing. */
function scalar<T>(type: "string" | "boolean", accepted: string): Reader<T | undefined> {
    return {
        read: (raw) => (typeof raw === type ? (raw as T) : undefined),
        check: (raw) => (raw === undefined || raw === null || typeof raw === type ? SOUND : unlike(raw, accepted)),
    };
}

/** The problem of a value of another type. */
function unlike(raw: unknown, accepted: string): readonly Problem[] {
    return [{ path: "", text: `is ${typeName(raw)}; it must be ${accepted}.` }];
}

export const string = scalar<string>("string", "a string");
export const boolean = scalar<boolean>("boolean", "`true` or `false`");
/** Of another type is what the provider refuses itself: nothing to report. */
export const number: Reader<number | undefined> = { read: (raw) => (typeof raw === "number" ? raw : undefined) };

/** A string, or a number written where one is meant. */
export const text: Reader<string | undefined> = {
    read: (raw) => (typeof raw === "string" ? raw : typeof raw === "number" ? String(raw) : undefined),
};

/** The type of a raw value, in the words of JSON. */
export function typeName(value: unknown): string {
    return Array.isArray(value) ? "an array" : isRecord(value) ? "an object" : `a ${typeof value}`;
}

/** A value found elsewhere than under the name of its field, for example in a nested property or under a twin's name. */
export function at<T>(path: string, reader: Reader<T>): Reader<T> {
    return { ...reader, path: path.split(".") };
}

/** The items of a list, of which single ones may be unknown. Missing lists are empty. */
export class List<T> implements Iterable<NonNullable<T>> {
    /** What was read before, with what it was read from. */
    private readonly items: { readonly raw: unknown; readonly value: T }[] = [];

    constructor(
        private readonly raw: unknown,
        private readonly item: Reader<T>,
        private readonly assign: (raw: unknown) => void = () => undefined,
    ) {}

    get length(): number {
        return Array.isArray(this.raw) ? this.raw.length : 0;
    }

    /** The items in order; where one is unknown, the iteration ends with its error. Mind `each` and `some`. */
    *[Symbol.iterator](): Iterator<NonNullable<T>> {
        for (let index = 0; index < this.length; index++) {
            const item = this.at(index);
            if (item !== undefined && item !== null) {
                yield item;
            }
        }
    }

    /** Visits every item, also those after an unknown one; the first unknown surfaces at the end. */
    each(visit: (item: NonNullable<T>) => void): void {
        this.some((item) => {
            visit(item);
            return false;
        });
    }

    /** True as soon as one test is; otherwise the first unknown surfaces; otherwise false. */
    some(test: (item: NonNullable<T>) => boolean): boolean {
        return some(Array(this.length).keys(), (index) => {
            const item = this.at(index);
            return item !== undefined && item !== null && test(item);
        });
    }

    /** Gives the items that pass the test, if any do; after that the first unknown surfaces. */
    matching(test: (item: NonNullable<T>) => boolean, use: (items: NonNullable<T>[]) => void): void {
        matching<NonNullable<T>>((visit) => this.each(visit), test, use);
    }

    /** One reading for each place in the list, some of which may be unknown. */
    readings(): (() => T)[] {
        return Array.from(Array(this.length).keys(), (index) => () => this.at(index));
    }

    /** Appends a raw item in place. */
    push(raw: Raw): void {
        if (Array.isArray(this.raw)) {
            this.raw.push(raw);
        } else {
            this.assign([raw]);
        }
    }

    private at(index: number): T {
        const raw = this.raw as unknown[];
        const item = disclosed(raw[index]);
        const before = this.items[index];
        if (before && before.raw === item) {
            return before.value;
        }
        const value = this.item.read(item, (value) => (raw[index] = value), index);
        this.items[index] = { raw: item, value };
        return value;
    }
}

export function list<T>(item: Reader<T>): Reader<List<T>> {
    return {
        item,
        read: (raw, assign) => new List(raw, item, assign),
        check(raw) {
            if (raw === undefined || raw === null) {
                return SOUND;
            }
            if (!Array.isArray(raw)) {
                return unlike(raw, "an array");
            }
            let found = SOUND;
            for (let index = 0; index < raw.length; index++) {
                found = withPart(found, item, raw, [index], itemAt);
            }
            return found;
        },
    };
}

type Key = string | number;

/** How a part is found by its key. */
type Lookup<K extends Key> = (whole: unknown, key: K) => unknown;

const itemAt: Lookup<number> = (list, index) => disclosed((list as unknown[])[index]);

function find<K extends Key>(raw: unknown, path: readonly K[], lookup: Lookup<K>): unknown {
    let part = raw;
    for (const key of path) {
        part = lookup(part, key);
    }
    return part;
}

/** The problems found before and those of one part, none of one that is unknown. Most have none: nothing is made then. */
function withPart<K extends Key>(
    found: readonly Problem[],
    part: Reader<unknown>,
    raw: unknown,
    path: readonly K[],
    lookup: Lookup<K>,
): readonly Problem[] {
    try {
        const problems = part.check?.(find(raw, path, lookup)) ?? SOUND;
        if (problems.length === 0) {
            return found;
        }
        const way = path.map((key) => (typeof key === "number" ? `[${key}]` : `.${key}`)).join("");
        return [...found, ...problems.map((problem) => ({ ...problem, path: way + problem.path }))];
    } catch (error) {
        if (isUnknown(error)) {
            return found;
        }
        throw error;
    }
}

/** Puts a value in the place of another; the objects on its way are there, or nothing would have been reported. */
function assign(raw: unknown, [key = "", ...rest]: readonly string[], value: unknown): void {
    const target = raw as Raw;
    if (rest.length > 0) {
        assign(target[key], rest, value);
        return;
    }
    target[key] = value;
    claim(target, key);
}

/** Takes a value off the provider's list of its own defaults, which it keeps even when nobody repairs them any more. */
function claim(target: Raw, key: string): void {
    const defaults = own(target, "__defaults");
    if (Array.isArray(defaults) && defaults.includes(key)) {
        target.__defaults = Array.from<unknown>(defaults).filter((name) => name !== key);
    }
}

/**
 * An object with these fields; undefined when the value is something else.
 * @param property how a property is found by its name: exactly, or without regard to case
 */
export function object<F extends Fields>(fields: F, property = own): Reader<View<F> | undefined> {
    const words = Object.entries(fields).map(([word, reader]) => ({ word, reader, path: reader.path ?? [word] }));
    const checked = words.filter(({ reader }) => "check" in reader);
    class Words {
        /** What was read, in the order of the fields. */
        read: unknown[] = [];

        constructor(
            readonly raw: unknown,
            readonly index: number,
        ) {}
    }
    // Words may share parts of the raw value, so after an assignment all of them are read anew.
    const change = (view: Words, path: readonly string[], raw: unknown): void => {
        view.read = [];
        assign(view.raw, path, raw);
    };
    for (const [place, { word, reader, path }] of words.entries()) {
        Object.defineProperty(Words.prototype, word, {
            get(this: Words) {
                const { read } = this;
                if (!(place in read)) {
                    read[place] = reader.read(find(this.raw, path, property), (raw) => change(this, path, raw), 0);
                }
                return read[place];
            },
            set(this: Words, value: unknown) {
                change(this, path, reader.write ? reader.write(value) : value);
            },
        });
    }
    return {
        fields,
        read: (raw, _, index) => (isRecord(raw) ? (new Words(raw, index) as unknown as View<F>) : undefined),
        check(raw) {
            if (raw === undefined || raw === null) {
                return SOUND;
            }
            if (!isRecord(raw)) {
                return unlike(raw, "an object");
            }
            let found = SOUND;
            for (const { reader, path } of checked) {
                found = withPart(found, reader, raw, path, property);
            }
            return found;
        },
    };
}
