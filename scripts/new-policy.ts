/** `npm run new-policy NAME TOPIC`: the two files of a new policy, to be filled in. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { loadPolicies } from "../lib/load";
import { TOPICS } from "../lib/policy";

const ROOT = resolve(__dirname, "..");

const POLICY = `import { ecsGuide } from "../../lib/frameworks";
import { resourcePolicy } from "../../lib/policy";
import { TaskDefinition } from "../../lib/resources";

export default resourcePolicy({
    resource: TaskDefinition,
    displayName: "A title without a verb",
    description: "What must hold, in one sentence.",
    rationale: "What goes wrong when it does not.",
    severity: "medium",
    level: "advisory",
    framework: ecsGuide("Title of the page", "file-name-of-the-page"),
    remediationSteps: "Set \`property\` to what is accepted.",
    validate(task, { report }) {
        if (!task.family) {
            report("A fact about the offending part, its name quoted.");
        }
    },
});
`;

const CASES = `import { resourceCases } from "../../support/cases";

export default resourceCases(__filename, {
    valid: {
        "the typical good case, shown on the page": { given: { family: "web" } },
    },
    invalid: {
        "the typical bad case, shown on the page": {
            given: {},
            reports: ["A fact about the offending part, its name quoted."],
        },
    },
});
`;

function main([name = "", topic = ""]: readonly string[]): void {
    if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name) || !(TOPICS as readonly string[]).includes(topic)) {
        throw new Error(
            `Usage: npm run new-policy NAME TOPIC; NAME in lower case with hyphens, TOPIC one of ${TOPICS.join(", ")}.`,
        );
    }
    const namesake = loadPolicies().find((policy) => policy.name === name);
    if (namesake) {
        throw new Error(`The topic ${namesake.topic} has a policy ${name} already.`);
    }
    const files = {
        [join(ROOT, "policies", topic, `${name}.ts`)]: POLICY,
        [join(ROOT, "test", "policies", topic, `${name}.test.ts`)]: CASES,
    };
    for (const [path, text] of Object.entries(files)) {
        if (existsSync(path)) {
            throw new Error(`${path} exists already.`);
        }
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, text);
        console.log(path);
    }
    console.log("Next: fill them in, add the name to test/catalogue.ts, then npm run docs and npm run test:unit.");
}

try {
    main(process.argv.slice(2));
} catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
}
