import { readdirSync } from "node:fs";
import { join, parse } from "node:path";
import { UserError } from "./config";
import { NamedPolicy, Policy, Topic, TOPICS } from "./policy";

const ROOT = join(__dirname, "..", "policies");

/** Files of policies: the compiled ones, or the sources under ts-node. */
const isPolicy = (file: string): boolean => /(?<!\.d)\.[jt]s$/.test(file);

/**
 * All policies: the folder is the registry, a file's name is its policy's.
 * @throws UserError where a folder is missing
 */
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
    const folder = join(ROOT, topic);
    try {
        return readdirSync(folder).filter(isPolicy).sort();
    } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        throw new UserError(
            `The policies of ecs-guard cannot be read in ${folder} (${code}). They are found by their folders: a ` +
                "bundler has to leave ecs-guard out, as esbuild does with `--external:ecs-guard`.",
        );
    }
}
