/**
 * The SDK decodes the properties in a request anew for each policy. Here what was decoded is remembered with the request
 * and given to each policy that only reads; whoever repairs gets a copy of its own. This is the one place that touches
 * the SDK's internals: where they are not as expected, nothing is remembered and all else stays as it is.
 */

/** Decodes the properties in a message; with marked secrets, for a repair. The SDK calls it through its module. */
type Deserialize = (message: object, markSecrets: boolean) => unknown;

/** Makes a deserializer remember; false if it cannot. */
export function remember(deserializer: { deserializeProperties?: Deserialize }): boolean {
    const original = deserializer.deserializeProperties;
    if (!original) {
        return false;
    }
    const decoded = new WeakMap<object, unknown>();
    const remembering: Deserialize = (message, markSecrets) => {
        if (markSecrets) {
            return original(message, markSecrets);
        }
        if (!decoded.has(message)) {
            decoded.set(message, original(message, markSecrets));
        }
        return decoded.get(message);
    };
    return Reflect.set(deserializer, "deserializeProperties", remembering);
}

/** Makes the SDK remember, from now on; false if it cannot. */
export function rememberRequests(): boolean {
    try {
        // eslint-disable-next-line @typescript-eslint/no-require-imports -- its types do not say what is in it
        return remember(require("@pulumi/policy/deserialize") as Parameters<typeof remember>[0]);
    } catch {
        return false;
    }
}
