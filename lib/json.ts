import { visit } from "jsonc-parser";

/** Offset of the first token that does not belong in JSON, or of the end if something is missing. */
function errorOffset(text: string): number {
    let offset = text.length;
    const onError = (_: unknown, at: number) => (offset = Math.min(offset, at));
    try {
        visit(text, { onError }, { disallowComments: true });
    } catch (error) {
        // Brackets that open by the ten thousand are more than the parser follows.
        if (!(error instanceof RangeError)) {
            throw error;
        }
    }
    return offset;
}

/**
 * Parses JSON.
 * @throws SyntaxError that says line and column and quotes nothing: an engine's own message may show a secret
 */
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
