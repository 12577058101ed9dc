import { readdirSync } from "node:fs";
import { join, parse } from "node:path";
import { NamedPolicy, Policy, Topic, TOPICS } from "./policy";

const ROOT = join(__dirname, "..", "policies");

/** Files of policies: the compiled ones, or the sources under ts-node. */
const isPolicy = (file: string): boolean => /(?<!\.d)\.[jt]s$/.test(file);

/** All policies: the folder is the registry, a file's name is its policy's. */
export function loadPolicies(topics: readonly Topic[] = TOPICS): NamedPolicy[] {
    const policies = topics.flatMap((topic) =>
        filesOf(topic).map((file) => {
            // eslint-disable-next-line @typescript-eslint/no-require-imports -- found by listing the folder
            const { default: policy } = require(join(ROOT, topic, file)) as { default: Policy };
            return { name: parse(file).name, topic, policy };
        }),
    );
    const place = ({ policy }: NamedPolicy): number => (policy.runs === "first" ? 0 : policy.runs === "last" ? 2 : 1);
    return policies.sort((a, b) => place(a) - place(b));
}

function filesOf(topic: Topic): string[] {
    try {
        return readdirSync(join(ROOT, topic)).filter(isPolicy).sort();
    } catch {
        return [];
    }
}
