/**
 * The SDK decodes the properties in a request anew for each policy. Here what was decoded is remembered with the request
 * and given to each policy that only reads. For repairs, of which most requests bring none, a copy of its own is decoded
 * when one begins. This is the one place that touches the SDK's internals: where they are not as expected, nothing is
 * remembered and all else stays as it is.
 */

/** What was decoded is kept with its message. */
const DECODED = Symbol("decoded");

/** Decodes the properties in a message; with marked secrets, for a repair. The SDK calls it through its module. */
type Deserialize = (message: object, markSecrets: boolean) => object;

/** Makes a deserializer remember; false if it cannot. */
export function remember(deserializer: { deserializeProperties?: Deserialize }): boolean {
    const original = deserializer.deserializeProperties;
    if (!original) {
        return false;
    }
    const remembering: Deserialize = (message: { [DECODED]?: object }, markSecrets) => {
        if (markSecrets) {
            return deferred(() => original(message, markSecrets));
        }
        return (message[DECODED] ??= original(message, markSecrets));
    };
    return Reflect.set(deserializer, "deserializeProperties", remembering);
}

/** A plain object that is made when something is first done with it; what it is an instance of is known before. */
function deferred(make: () => object): object {
    let made: object | undefined;
    type Trap = (target: object, ...args: unknown[]) => unknown;
    const traps = new Proxy(Reflect, {
        get(all, name): Trap | undefined {
            const trap = Reflect.get(all, name) as Trap;
            return name === "getPrototypeOf" ? undefined : (_, ...args) => trap((made ??= make()), ...args);
        },
    });
    return new Proxy({}, traps);
}

let remembering: boolean | undefined;

/** Makes the SDK remember, from now on; false if it cannot. */
export function rememberRequests(): boolean {
    try {
        // eslint-disable-next-line @typescript-eslint/no-require-imports -- its types do not say what is in it
        remembering ??= remember(require("@pulumi/policy/deserialize") as Parameters<typeof remember>[0]);
    } catch {
        remembering = false;
    }
    return remembering;
}
