import { tryParse } from "./json";
import { isRecord, list, object, own, Raw, Reader, readOnly, string } from "./shape";
import { each, known, some } from "./unknown";

/** The tags of one property. The list that the provider keeps under `__defaults` in checked inputs is none of them. */
export interface Tags {
    /** Keys of the tags with a value, which may be unknown; a key that is itself unknown surfaces at the end. */
    keys(): Iterable<string>;
    /** The value, undefined when missing. */
    value(key: string): string | undefined;
    set(key: string, value: string): void;
}

const hasValue = (raw: Raw, key: string): boolean =>
    known(() => {
        const value = own(raw, key);
        return value !== null && value !== undefined;
    }, true);

/** Tags as a map. */
export const tagMap: Reader<Tags> = {
    read: (raw, assign) => ({
        keys: () => (isRecord(raw) ? Object.keys(raw).filter((key) => key !== "__defaults" && hasValue(raw, key)) : []),
        value: (key) => readOnly(string, own(raw, key)),
        set(key, value) {
            if (isRecord(raw)) {
                raw[key] = value;
            } else {
                assign({ [key]: value });
            }
        },
    }),
};

const pairs = list(object({ key: string, value: string }));

/** Tags as a list of key and value, the form of the `aws-native` provider. */
export const tagList: Reader<Tags> = {
    read(raw, assign) {
        const items = pairs.read(raw, assign, 0);
        return {
            *keys() {
                for (const read of items.readings()) {
                    const key = known(() => read()?.key, undefined);
                    if (key !== undefined) {
                        yield key;
                    }
                }
                items.each(({ key }) => key);
            },
            value(key) {
                let value: string | undefined;
                items.some((item) => {
                    const isIt = item.key === key;
                    if (isIt) {
                        value = item.value ?? "";
                    }
                    return isIt;
                });
                return value;
            },
            set: (key, value) => items.push({ key, value }),
        };
    },
};

/** A resource with tags, in the words of its shape. */
export interface Tagged {
    readonly tags: Tags;
    /** With the provider's default tags; undefined where the property is missing. */
    readonly tagsAll: Tags | undefined;
}

const noTags: Tags = { keys: () => [], value: () => undefined, set: () => undefined };

/** The default tags of a provider's configuration, which may arrive as JSON text. */
function defaultTags(provider: Raw | undefined): Tags {
    const raw = own(provider, "defaultTags");
    return readOnly(tagMap, own(typeof raw === "string" ? tryParse(raw) : raw, "tags"));
}

/**
 * The tags that a resource gets: its own and its provider's defaults. `tagsAll` decides where it is known, otherwise
 * the two are put together.
 */
export class EffectiveTags {
    private readonly sources: (() => Tags)[];

    constructor(resource: Tagged, provider: Raw | undefined) {
        const merged = () => resource.tagsAll ?? noTags;
        const defaults = () => defaultTags(provider);
        const settled = known(() => resource.tagsAll !== undefined, false);
        this.sources = [() => resource.tags, ...(settled || !provider ? [merged] : []), ...(settled ? [] : [defaults])];
    }

    /** Whether some tag with this exact key is there, or any tag if none is given. Keys of AWS (`aws:…`) do not count. */
    has(key?: string): boolean {
        return some(this.sources, (source) =>
            some(source().keys(), (other) => !other.startsWith("aws:") && (key === undefined || other === key)),
        );
    }

    /** The value of the tag with this exact key; undefined where it is missing. */
    value(key: string): string | undefined {
        for (const source of this.sources) {
            const value = source().value(key);
            if (value !== undefined) {
                return value;
            }
        }
        return undefined;
    }

    /** Visits each tag once. */
    each(visit: (key: string, value: () => string | undefined) => void): void {
        const seen = new Set<string>();
        each(this.sources, (source) => {
            const tags = source();
            each(tags.keys(), (key) => {
                if (!seen.has(key)) {
                    seen.add(key);
                    visit(key, () => tags.value(key));
                }
            });
        });
    }
}
