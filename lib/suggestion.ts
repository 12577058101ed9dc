/** What was meant by a word that is not accepted. */

/** How many letters have to be put in, left out or replaced to turn one text into the other. */
function distance(one: string, other: string): number {
    const letters = Array.from(other);
    const at = (row: readonly number[], index: number): number => row[index] ?? Infinity;
    let row = [0, ...letters.map((_, index) => index + 1)];
    for (const letter of one) {
        const above = row;
        row = [at(above, 0) + 1];
        for (const [index, candidate] of letters.entries()) {
            const replaced = at(above, index) + Number(letter !== candidate);
            row.push(Math.min(replaced, at(above, index + 1) + 1, at(row, index) + 1));
        }
    }
    return at(row, letters.length);
}

/** Of what differs more, nobody takes one for the other. */
const ALIKE = 0.4;

/** `; did you mean …?`, if one of the names is near. */
export function suggestion(name: string, names: readonly string[]): string {
    const [nearest] = names
        .map((candidate) => ({ candidate, edits: distance(name, candidate) }))
        .filter(({ candidate, edits }) => edits <= ALIKE * Math.max(name.length, candidate.length))
        .sort((a, b) => a.edits - b.edits);
    return nearest ? `; did you mean ${JSON.stringify(nearest.candidate)}?` : "";
}
