import { readdirSync } from "node:fs";
import { join, parse } from "node:path";
import type { Policy, Topic } from "./policy";

const ROOT = join(__dirname, "..", "policies");

/** The names of a topic's policies: the folder is the registry, a file's name is its policy's. */
export function namesIn(topic: Topic): readonly string[] {
    const files = readdirSync(join(ROOT, topic)).sort();
    return files.map((file) => parse(file).name);
}

/** The policies of a topic by name. A bundle has no folders: there the build puts a list in place of this file. */
export function policiesOf(topic: Topic): Readonly<Record<string, Policy>> {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- found by listing the folder
    const load = (name: string) => (require(join(ROOT, topic, name)) as { default: Policy }).default;
    return Object.fromEntries(namesIn(topic).map((name) => [name, load(name)]));
}
