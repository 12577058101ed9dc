/** What was meant by a word that is not accepted. */
import { closest, distance } from "fastest-levenshtein";

/** Of what differs more, nobody takes one for the other. */
const ALIKE = 0.4;

/** `; did you mean …?`, if one of the names is near. */
export function suggestion(name: string, names: readonly string[]): string {
    const nearest = closest(name, names);
    return distance(name, nearest) <= ALIKE * Math.max(name.length, nearest.length)
        ? `; did you mean ${JSON.stringify(nearest)}?`
        : "";
}
