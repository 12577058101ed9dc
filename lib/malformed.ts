/** The input does not have the form that AWS accepts; one policy reports it, the others stay silent. */
export class Malformed extends Error {
    /** @param problems each malformed part: what is wrong, where, what is accepted; never a value */
    constructor(readonly problems: readonly string[]) {
        super(problems[0]);
    }
}

/** What is malformed in a value, nothing if it can be read. */
export function problemsOf(read: () => unknown): readonly string[] {
    try {
        read();
        return [];
    } catch (error) {
        if (error instanceof Malformed) {
            return error.problems;
        }
        throw error;
    }
}
