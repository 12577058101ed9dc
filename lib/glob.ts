/**
 * Whether the whole text matches the pattern: `*` any characters, `?` one character, nothing else special, case
 * counts. Linear in practice, at worst the product of both lengths, unlike a backtracking regular expression.
 */
export function matches(pattern: string, text: string): boolean {
    return spells(pattern, text);
}

/**
 * Whether all texts that match the inner pattern match the outer one, too: its `*` stays within a `*`, its `?` within a
 * `*` or `?`. Of patterns that mean the same, such as `*?` and `?*`, it may not see that they do.
 */
export function encloses(outer: string, inner: string): boolean {
    return spells(outer, inner, "*");
}

/** @param many a character of the text that stands for any number of them, so that no `?` matches it */
function spells(pattern: string, text: string, many?: string): boolean {
    let p = 0;
    let t = 0;
    let star = -1;
    let resume = 0;
    while (t < text.length) {
        if (pattern[p] === "*") {
            star = p++;
            resume = t;
        } else if (pattern[p] === "?" && text[t] !== many) {
            p++;
            t += (text.codePointAt(t) ?? 0) > 0xffff ? 2 : 1;
        } else if (pattern[p] === text[t]) {
            p++;
            t++;
        } else if (star >= 0) {
            p = star + 1;
            t = ++resume;
        } else {
            return false;
        }
    }
    while (pattern[p] === "*") {
        p++;
    }
    return p === pattern.length;
}

const WILD = /[*?]/;

/**
 * Whether some text matches both patterns, in time and memory of the product of their lengths and of one of them. Against
 * a text without `*` and `?` it is `matches`.
 */
export function overlap(one: string, other: string): boolean {
    if (!WILD.test(other)) {
        return matches(one, other);
    }
    if (!WILD.test(one)) {
        return matches(other, one);
    }
    // From the ends: whether the rest of `one` from here and the rest of `other` from each place have a text in common.
    let below: boolean[] = [];
    for (let i = one.length; i >= 0; i--) {
        const row: boolean[] = [];
        for (let j = other.length; j >= 0; j--) {
            const [a, b] = [one[i], other[j]];
            if (a === "*" || b === "*") {
                row[j] = below[j] === true || row[j + 1] === true;
            } else if (a === undefined || b === undefined) {
                row[j] = a === b;
            } else {
                row[j] = (a === b || a === "?" || b === "?") && below[j + 1] === true;
            }
        }
        below = row;
    }
    return below[0] === true;
}
