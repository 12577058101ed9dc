/** AWS allows shorter ones; what is longer is no name. */
const LONGEST = 255;

/** What a terminal or an editor may act upon, besides what JSON escapes. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** A name as messages show it: in quotes, on one line, with escapes for what is not to be seen. */
export function quote(name: string): string {
    const text = JSON.stringify(name.length > LONGEST ? `${name.slice(0, LONGEST)}…` : name);
    return text.replace(UNSEEN, (unseen) => `\\u{${(unseen.codePointAt(0) ?? 0).toString(16)}}`);
}

/** What a user wrote for people to read, on one line and without control characters. */
export function oneLine(text: string): string {
    return text.replace(/(?:\s|\p{Cc}|(?!\p{Join_Control})\p{Cf})+/gu, " ").trim();
}

/** Names that a message lists; of more it tells how many. */
const LISTED = 3;

/** Some of what is named, the others as their number; sorted, since Pulumi gives resources in another order each time. */
export function listSome(titles: readonly string[], word: "and" | "or" = "and"): string {
    const more = titles.length - LISTED;
    const listed = titles.toSorted().slice(0, LISTED);
    return more > 0 ? `${listed.join(", ")} ${word} ${more} more` : joined(listed, word);
}

/** Some names in quotes. */
export function quoteSome(names: readonly string[]): string {
    return listSome(names.map(quote));
}

/** What a program would write, such as actions: each as code. */
export function code(texts: readonly string[]): string {
    return texts.map((text) => `\`${text}\``).join(", ");
}

/** Texts as a part of a sentence. `Intl.ListFormat` has the same and loads its data for 30 ms first. */
export function joined(texts: readonly string[], word: "and" | "or"): string {
    return texts.length < 3
        ? texts.join(` ${word} `)
        : `${texts.slice(0, -1).join(", ")}, ${word} ${String(texts.at(-1))}`;
}

/** A noun with its article. */
export function article(noun: string): string {
    return `${/^[aeiou]/i.test(noun) ? "an" : "a"} ${noun}`;
}
