/** Maps that are filled as they are asked. */

/** What a map has under a key, made where there is nothing. */
export function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
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
