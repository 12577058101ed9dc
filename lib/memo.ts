/**
 * The SDK decodes the properties in a request anew for each policy. Here a request remembers what was decoded; each
 * policy still gets a copy of its own. This is the one place that touches the SDK's internals: where they are not as
 * expected, nothing is remembered and all else stays as it is.
 */

/** Properties in a request. */
interface Message {
    toJavaScript(): unknown;
}

interface Deserializer {
    /** Copies what `toJavaScript` of the message gives. The SDK calls it through its module. */
    deserializeProperties?: (message: Message, ...rest: unknown[]) => unknown;
}

/** Makes a deserializer remember; false if it cannot. */
export function remember(deserializer: Deserializer): boolean {
    const original = deserializer.deserializeProperties;
    const remembering: typeof original = (message, ...rest) => {
        if (!Object.hasOwn(message, "toJavaScript")) {
            const value = message.toJavaScript();
            message.toJavaScript = () => value;
        }
        return original?.(message, ...rest);
    };
    return original !== undefined && Reflect.set(deserializer, "deserializeProperties", remembering);
}

/** Makes the SDK remember, from now on; false if it cannot. */
export function rememberRequests(): boolean {
    try {
        // eslint-disable-next-line @typescript-eslint/no-require-imports -- its types do not say what is in it
        return remember(require("@pulumi/policy/deserialize") as Deserializer);
    } catch {
        return false;
    }
}
