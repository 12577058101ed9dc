/** Where JSON text stops being JSON, without quoting it: an engine's own message may show a secret. */

const SPACE = /[ \t\n\r]*/y;
const TOKEN =
    // eslint-disable-next-line no-control-regex -- JSON forbids them in strings
    /[{}[\],:]|"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** Kinds of token: punctuation is its own, s is a string, k a string that is a key, v another value, $ the end. */
const VALUE = "{[sv";
/** Which kinds may follow one, where that does not depend on what is open. */
const AFTER: Readonly<Record<string, string>> = { "": VALUE, "{": "s}", "[": `${VALUE}]`, ":": VALUE, k: ":" };
/** Which kinds may follow a comma, and a value, in what is open. */
const IN_OBJECT = { ",": "s", value: ",}" };
const IN_ARRAY = { ",": VALUE, value: ",]" };
const AT_TOP = { ",": "", value: "$" };

/** Offset of the first token that JSON does not allow there, or of the end if something is missing; -1 for valid text. */
export function errorOffset(text: string): number {
    const open: string[] = [];
    let previous = "";
    let at = 0;
    for (;;) {
        SPACE.lastIndex = at;
        at += SPACE.exec(text)?.[0].length ?? 0;
        TOKEN.lastIndex = at;
        const token = TOKEN.exec(text)?.[0] ?? "";
        const kind = "{}[],:".includes(token[0] ?? "$") ? token : token.startsWith('"') ? "s" : token ? "v" : "$";
        const inside = open.at(-1) === "{" ? IN_OBJECT : open.length > 0 ? IN_ARRAY : AT_TOP;
        const allowed = AFTER[previous] ?? (previous === "," ? inside[","] : inside.value);
        if (!allowed.includes(kind) || (kind === "$" && at < text.length)) {
            return at;
        }
        if (kind === "$") {
            return -1;
        }
        if (kind === "{" || kind === "[") {
            open.push(kind);
        } else if (kind === "}" || kind === "]") {
            open.pop();
        }
        previous = allowed === "s" || allowed === "s}" ? (kind === "s" ? "k" : kind) : kind;
        at += token.length;
    }
}

/** Parses JSON. @throws SyntaxError that says line and column and quotes nothing */
export function parseJson(text: string): unknown {
    try {
        return JSON.parse(text) as unknown;
    } catch {
        const lines = text.slice(0, errorOffset(text)).split("\n");
        throw new SyntaxError(`is not JSON (line ${lines.length}, column ${(lines.at(-1) ?? "").length + 1})`);
    }
}

/** What JSON stands for; undefined where it is none. */
export function tryParse(text: string): unknown {
    try {
        return JSON.parse(text) as unknown;
    } catch {
        return undefined;
    }
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
