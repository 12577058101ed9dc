/**
 * Values that are not known until the update. The SDK wraps what a policy sees in proxies that throw on reading such
 * a value; readers let the error through, so "unknown" needs no type of its own. What is here keeps one unknown from
 * hiding what the known part proves.
 */

/**
 * A stack policy cannot tell, because of what is outside the stack or ambiguous in it. Treated like an unknown; no
 * `Error`, since it goes no further and noting the stack of calls would take most of its time.
 */
export class Undecided {
    constructor(readonly message: string) {}
}

/** What the CLI puts in the place of a secret in an exported state, whatever its type, where it cannot decrypt it. */
const WITHHELD = "[secret]";

/** The value. @throws Undecided where it is a secret that nobody could decrypt */
export function disclosed<T>(value: T): T {
    if (value === WITHHELD) {
        throw new Undecided("the value is a secret that is not decrypted");
    }
    return value;
}

/** The SDK's error for a read of an unknown value, recognised by shape: the SDK may be loaded twice. */
export interface UnknownValueError extends Error {
    /** Path of the property that was read. */
    readonly props: readonly (string | symbol)[];
}

export function isUnknownValueError(error: unknown): error is UnknownValueError {
    return error instanceof Error && "unknownTypeSentinel" in error && "props" in error && Array.isArray(error.props);
}

const isUndecided = (error: unknown): boolean => error instanceof Undecided;

/** Whether an error says that a value is not known, or that a stack policy cannot tell. */
export function isUnknown(error: unknown): boolean {
    return isUndecided(error) || isUnknownValueError(error);
}

/** The value, or `otherwise` when reading it ends with such an error; any other error is thrown on. */
function unless<T, U>(isSuch: (error: unknown) => boolean, read: () => T, otherwise: U): T | U {
    try {
        return read();
    } catch (error) {
        if (isSuch(error)) {
            return otherwise;
        }
        throw error;
    }
}

/** The value, or `otherwise` when reading it meets an unknown. */
export function known<T, U>(read: () => T, otherwise: U): T | U {
    return unless(isUnknown, read, otherwise);
}

/** The value, or `otherwise` where nothing tells it. @throws the SDK's error where the update will */
export function decided<T, U>(read: () => T, otherwise: U): T | U {
    return unless(isUndecided, read, otherwise);
}

/** Whether reading the value meets no unknown. */
export function isKnown(read: () => unknown): boolean {
    return known(() => (read(), true), false);
}

/** Whether reading the value meets one that the update will tell. @throws Undecided where nothing will */
export function awaitsUpdate(read: () => unknown): boolean {
    return unless(isUnknownValueError, () => (read(), false), true);
}

/** Visits every item, also those after one whose visit met an unknown; the first unknown surfaces at the end. */
export function each<T>(items: Iterable<T>, visit: (item: T) => void): void {
    some(items, (item) => {
        visit(item);
        return false;
    });
}

/** Gives the items that pass the test, if any do; after that the first unknown surfaces. */
export function matching<T>(
    visitEach: (visit: (item: T) => void) => void,
    test: (item: T) => boolean,
    use: (items: T[]) => void,
): void {
    const found: T[] = [];
    try {
        visitEach((item) => test(item) && found.push(item));
    } finally {
        if (found.length > 0) {
            use(found);
        }
    }
}

/** True as soon as one test is; otherwise the first unknown surfaces; otherwise false. */
export function some<T>(items: Iterable<T>, test: (item: T) => boolean): boolean {
    let unknown: unknown;
    for (const item of items) {
        try {
            if (test(item)) {
                return true;
            }
        } catch (error) {
            if (!isUnknown(error)) {
                throw error;
            }
            // What the update will tell is not hidden by what nothing tells.
            if (unknown === undefined || (isUndecided(unknown) && !isUndecided(error))) {
                unknown = error;
            }
        }
    }
    if (unknown !== undefined) {
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- the SDK recognises its own instance
        throw unknown;
    }
    return false;
}

/** `a or b or …`, true if one is true whatever the unknown ones are. */
export function either(...conditions: (() => boolean)[]): boolean {
    return some(conditions, (condition) => condition());
}

/** `a and b and …`, false if one is false whatever the unknown ones are. */
export function both(...conditions: (() => boolean)[]): boolean {
    return !some(conditions, (condition) => !condition());
}

/** Whether there is a value, which may be unknown; an empty text or list is none. */
export function isPresent(read: () => string | { readonly length: number } | undefined): boolean {
    return known(() => (read()?.length ?? 0) > 0, true);
}

/**
 * Whether a property has a value, which may be unknown; an empty text is none.
 * @param name the last part of the path at which it stands
 * @throws the SDK's error where something is unknown of which it would be a part: that may lack it
 */
export function isSet(read: () => string | undefined, name: string): boolean {
    const isAboutIt = (error: unknown): boolean => isUnknownValueError(error) && error.props.at(-1) === name;
    return unless(isAboutIt, () => Boolean(read()), true);
}

/** The items that pass the test; if none does, the first unknown surfaces. */
export function proven<T>(items: readonly T[], test: (item: T) => boolean): T[] {
    const found = items.filter((item) => known(() => test(item), false));
    if (found.length === 0) {
        some(items, test);
    }
    return found;
}

/** False, or undecided where it may be true. */
export function certainlyNot(maybe: boolean): boolean {
    if (maybe) {
        throw new Undecided("there may be others");
    }
    return false;
}
