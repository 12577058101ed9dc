import { readdirSync } from "node:fs";
import { join, parse } from "node:path";
import type { Policy, Topic } from "./policy";

const ROOT = join(__dirname, "..", "policies");

/**
 * The policies of a topic by name: the folder is the registry, a file's name is its policy's. A bundle has no folders;
 * there the build puts a list of all policies in place of this file.
 */
export function policiesOf(topic: Topic): Readonly<Record<string, Policy>> {
    const modules = readdirSync(join(ROOT, topic)).sort();
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- found by listing the folder
    const load = (file: string) => (require(join(ROOT, topic, file)) as { default: Policy }).default;
    return Object.fromEntries(modules.map((file) => [parse(file).name, load(file)]));
}
