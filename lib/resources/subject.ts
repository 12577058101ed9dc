import { Fields, isRecord, list, object, own, Raw, Read, Reader, string } from "../shape";
import { tagList, tagMap, Tags } from "../tags";
import { joined } from "../words";

/** A kind of resource: the Pulumi types it has, each with the reader of its properties. */
export interface Subject<W> {
    /** What messages call one. */
    readonly noun: string;
    /** The same by type token, where it differs. */
    readonly nouns?: Readonly<Record<string, string>>;
    /** By type token; the reader gives undefined for a resource that is not one after all. */
    readonly types: Readonly<Record<string, Reader<W | undefined>>>;
    /** The word with a text that others may refer to it by, besides its id and its ARN. */
    readonly name?: string;
    /**
     * That text in a longer reference, for example the name at the end of an ARN; undefined where the reference is to what
     * AWS provides, such as `FARGATE`. Left out, the reference itself.
     */
    readonly nameIn?: (reference: string) => string | undefined;
    /** Whether it is of no Region, so that its name tells it apart in all of them. */
    readonly isGlobal?: boolean;
    /** A name means the same one in all accounts. */
    readonly isUnique?: boolean;
    /** Types that stand for what was made with them, which an output made of more than one of them need not be. */
    readonly standIns?: readonly string[];
    /** Whether a resource of one type may refer to one of another, where names do not tell those apart. */
    readonly isFor?: (referrer: string, type: string) => boolean;
}

/** Type token of a subject that every resource is. */
export const ANY_TYPE = "*";

/** A resource of any type. */
export const AnyResource: Subject<object> = { noun: "resource", types: { [ANY_TYPE]: { read: () => ({}) } } };

/** The stack itself. */
export const RootStack: Subject<object> = { noun: "stack", types: { "pulumi:pulumi:Stack": { read: () => ({}) } } };

/** What a shape reads. */
export type Words<F extends Fields> = NonNullable<Read<ReturnType<typeof object<F>>>>;

/** The text after the last slash of a name or ARN. */
export function lastSegment(reference: string): string {
    return reference.slice(reference.lastIndexOf("/") + 1);
}

/** Several kinds of resource that one policy judges alike. Names are lost: what refers to one is found by its own kind. */
export function anyOf<W>(...subjects: Subject<W>[]): Subject<W> {
    return {
        noun: joined(
            subjects.map(({ noun }) => noun),
            "or",
        ),
        nouns: Object.fromEntries(
            subjects.flatMap(({ types, noun, nouns }) =>
                Object.keys(types).map((type) => [type, nouns?.[type] ?? noun]),
            ),
        ),
        types: Object.fromEntries<Subject<W>["types"][string]>(subjects.flatMap(({ types }) => Object.entries(types))),
    };
}

/**
 * A kind of resource of `@pulumi/aws`.
 * @param type for example `ec2.Subnet`; several that have the same properties
 */
export function awsSubject<F extends Fields>(
    type: string | readonly string[],
    noun: string,
    fields: F,
    naming: Pick<Subject<unknown>, "nameIn" | "isGlobal" | "isUnique"> & { name?: keyof F & string } = {},
): Subject<Words<F>> {
    const reader = object<F>(fields);
    return { noun, types: Object.fromEntries([type].flat().map((one) => [tokenOf(one), reader])), ...naming };
}

/** The token of a type written as module and name, such as `ecs.Service` for one of `@pulumi/aws`. */
export function tokenOf(type: string): string {
    const [module = "", name = ""] = type.split(".");
    return `aws:${module}/${name.charAt(0).toLowerCase()}${name.slice(1)}:${name}`;
}

/** A property that tells missing from empty. */
export function optional<T>(reader: Reader<T>): Reader<T | undefined> {
    return {
        ...reader,
        read: (raw, ...rest) => (raw === undefined || raw === null ? undefined : reader.read(raw, ...rest)),
    };
}

/** A resource that is one only if it has the property at the path. */
export function having<W>(path: string, reader: Reader<W | undefined>): Reader<W | undefined> {
    return {
        ...reader,
        read: (raw, ...rest) => (isRecord(path.split(".").reduce(own, raw)) ? reader.read(raw, ...rest) : undefined),
    };
}

/** No property at all, for words that a type lacks. */
export function absent<T>(reader: Reader<T>): Reader<T> {
    return { read: (_, ...rest) => reader.read(undefined, ...rest) };
}

/** The keys of a map, whatever is under them. */
export const keys: Reader<readonly string[]> = {
    read: (raw) => (isRecord(raw) ? Object.keys(raw).filter((key) => key !== "__defaults") : []),
};

/** Reads all of a value, to meet what is unknown in it. */
export const whollyKnown: Reader<boolean> = {
    read(raw) {
        const visit = (value: unknown): void => {
            if (typeof value === "object" && value !== null) {
                Object.keys(value).forEach((key) => visit((value as Raw)[key]));
            }
        };
        visit(raw);
        return true;
    },
};

export const strings = list(string);
export const tagged = { tags: tagMap, tagsAll: optional(tagMap) } satisfies Fields;
export const nativeTagged = { tags: tagList, tagsAll: absent<Tags | undefined>(optional(tagMap)) };
