/** Maps that are filled as they are asked. */

/** What can be asked and filled: a map, or one that keeps nothing alive. */
type Fillable<K, V> = { get(key: K): V | undefined; set(key: K, value: V): unknown };

/** What a map has under a key, made where there is nothing. */
export function entry<K, V>(map: Fillable<K, V>, key: K, make: () => V): V {
    let value = map.get(key);
    if (value === undefined) {
        map.set(key, (value = make()));
    }
    return value;
}

/** Adds to one of a map's lists. */
export function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
    entry(map, key, () => []).push(value);
}

/** Characters of all the texts whose results `once` keeps, those of some thousand task definitions; beyond it drops them. */
const REMEMBERED = 16e6;

/** Makes of each text something once, and gives it again: policies come one after the other with the same text. */
export function once<T>(make: (text: string) => T): (text: string) => T {
    const remembered = new Map<string, T>();
    let length = 0;
    return (text) => {
        if (!remembered.has(text)) {
            const made = make(text);
            length += text.length;
            if (length > REMEMBERED) {
                remembered.clear();
                length = text.length;
            }
            remembered.set(text, made);
        }
        return remembered.get(text) as T;
    };
}
