/** AWS allows shorter ones; what is longer is no name. */
const LONGEST = 255;

/** A name as messages show it: in quotes, on one line, without control characters. */
export function quote(name: string): string {
    return JSON.stringify(name.length > LONGEST ? `${name.slice(0, LONGEST)}…` : name);
}
