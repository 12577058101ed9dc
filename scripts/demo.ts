/** The main job, as a user sees it: an insecure stack is blocked at preview, a hardened one passes. */
import { resolve } from "node:path";
import { loadPolicies } from "../lib/load";
import { TOPICS } from "../lib/policy";
import { PACK, Run, withStack } from "../test/support/pulumi";
import { TITLES } from "./docs";

const EXAMPLES = resolve(__dirname, "..", "examples");

function preview(example: string): Promise<Run> {
    console.log(`\n▶ pulumi preview --policy-pack . (examples/${example})\n`);
    return withStack(
        resolve(EXAMPLES, example),
        {
            pack: PACK,
            color: process.stdout.isTTY ? "always" : "never",
            onOutput: (text) => process.stdout.write(text),
        },
        (stack) => stack.preview(),
    );
}

const topicOf = new Map(loadPolicies().map(({ name, topic }) => [name, topic]));

function countsOf(violations: Run["violations"]): string {
    const count = (wanted: string) => String(violations.filter(({ level }) => level === wanted).length);
    return `${count("mandatory")} mandatory, ${count("advisory")} advisory`;
}

/** Violations by topic, and in each by level and policy, the most severe first. */
function summary({ violations }: Run): string[] {
    return TOPICS.flatMap((topic) => {
        const own = violations.filter(({ policy }) => topicOf.get(policy) === topic);
        const counts = new Map<string, number>();
        for (const { level, policy } of own) {
            const key = `${level.padEnd(10)} ${policy}`;
            counts.set(key, (counts.get(key) ?? 0) + 1);
        }
        const lines = [...counts]
            .sort(
                ([a], [b]) =>
                    Number(b.startsWith("mandatory")) - Number(a.startsWith("mandatory")) || a.localeCompare(b),
            )
            .map(([key, count]) => `${String(count).padStart(7)}  ${key}`);
        return [`    ${TITLES[topic]}: ${countsOf(own)}`, ...lines];
    });
}

async function main(): Promise<void> {
    const insecure = await preview("insecure");
    const hardened = await preview("hardened");
    const verdict = ({ ok }: Run): string => (ok ? "passed" : "blocked");
    console.log("\nSummary\n");
    for (const [name, run] of Object.entries({ insecure, hardened })) {
        console.log(`${name}: ${verdict(run)}, ${countsOf(run.violations)}`);
        summary(run).forEach((line) => console.log(line));
    }
    const blocked = !insecure.ok && insecure.violations.some(({ level }) => level === "mandatory");
    process.exitCode = blocked && hardened.ok ? 0 : 1;
    if (process.exitCode !== 0) {
        console.error("\nExpected was that insecure is blocked by violations and hardened passes.");
        [insecure, hardened].forEach(({ stderr }) => stderr && console.error(stderr));
    }
}

main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
});
