/**
 * Writes what is derived from the policies: their pages and the table in the README, the presets, the schema of the
 * configuration file and the types of the settings.
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { format } from "prettier";
import { accepted, Setting } from "../lib/config";
import { loadPolicies } from "../lib/load";
import { defaultLevel, isResourcePolicy, NamedPolicy, Policy, repairs, Topic, TOPICS } from "../lib/policy";
import { ANY_TYPE } from "../lib/resources";
import { compareVersions } from "../lib/version";
import { joined } from "../lib/words";
import { ResourceCase, StackCase, Table, tokenOf, unknown } from "../test/support/cases";
import { presets } from "./presets";
import { configurationSchema } from "./schema";
import { settingsModule } from "./settings";

const ROOT = resolve(__dirname, "..");
const PAGES = join(ROOT, "docs", "policies");
const PRESETS = join(ROOT, "presets");

/** How the topics are called. */
export const TITLES: Record<Topic, string> = {
    "security-hub": "Security Hub",
    guardduty: "GuardDuty Runtime Monitoring",
    exec: "ECS Exec",
    core: "Core",
};

/** A row of a Markdown table. */
const row = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
    return [row(head), row(head.map(() => "---")), ...rows.map(row)].join("\n");
}

/** The table of cases of a policy. */
export function casesOf({ name, topic }: NamedPolicy): Table<ResourceCase | StackCase> | undefined {
    const file = join(ROOT, "test", "policies", topic, `${name}.test.ts`);
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- found by the name of the policy
    return existsSync(file) ? (require(file) as { default: Table<ResourceCase | StackCase> }).default : undefined;
}

const CONSTRUCTORS: Record<string, string> = { aws: "aws", "aws-native": "awsNative" };

/** The class of a type token, such as `aws.ecs.Service`. */
function classOf(token: string): string {
    const [pkg = "", module = "", name = ""] = token.split(":");
    return [CONSTRUCTORS[pkg] ?? pkg, module.split("/")[0], name].join(".");
}

const UNKNOWN = JSON.stringify(unknown);

/** A resource of an example. */
interface Made {
    token: string;
    name: string;
    inputs: object;
    dependsOn?: Record<string, readonly string[]>;
}

/** Names of resources that are no names of variables. */
const RESERVED = ["default", "private", "public"];

const camel = (name: string): string => name.replace(/\W+(.)/g, (_, letter: string) => letter.toUpperCase());

/** The output of another resource that a property usually takes. */
function outputFor(property: string): string {
    return property !== "kmsKeyId" && /(Id|Ids|networkConfiguration|routes|launchTemplate)$/.test(property)
        ? "id"
        : /(Name|^role|^rule|^user|^group)$/.test(property)
          ? "name"
          : "arn";
}

/** What most often makes container definitions unknown as a whole. */
const REPOSITORY = 'const repository = new aws.ecr.Repository("repository");';
const FROM_REPOSITORY =
    'pulumi.jsonStringify([{ name: "app", image: pulumi.interpolate`${repository.repositoryUrl}:1.0.0` }])';

/** A program that makes resources. What is unknown in a case comes from the resources that it depends on. */
function program(made: readonly Made[]): string {
    const isTwice = (name: string): boolean =>
        RESERVED.includes(name) || made.filter((one) => one.name === name).length > 1;
    const variables = made.map(({ name, token }) =>
        camel(isTwice(name) ? `${name} ${token.split(":")[2] ?? ""}` : name),
    );
    const lines = made.map(({ token, name, inputs, dependsOn = {} }, index) => {
        const variableOf = (source: string): string =>
            variables[made.findIndex((one, other) => one.name === source && other !== index)] ?? camel(source);
        const properties = Object.entries(inputs).map(([property, value]: [string, unknown]) => {
            if (property === "containerDefinitions" && value === unknown) {
                return `${property}: ${FROM_REPOSITORY}`;
            }
            const sources = [...(dependsOn[property] ?? [])];
            const json = JSON.stringify(value, undefined, 4).replaceAll(UNKNOWN, () => {
                const source = (sources.length > 1 ? sources.shift() : sources[0]) ?? "other";
                return `${variableOf(source)}.${outputFor(property)}`;
            });
            const text = property === "containerDefinitions" && !token.startsWith("aws-native") && Array.isArray(value);
            return `${property}: ${text ? `JSON.stringify(${json})` : json}`;
        });
        const after = (dependsOn[""] ?? []).map(variableOf);
        const options = after.length > 0 ? `, { dependsOn: [${after.join(", ")}] }` : "";
        return `const ${String(variables[index])} = new ${classOf(token)}("${name}", { ${properties.join(", ")} }${options});`;
    });
    const isNeeded = lines.some((line) => line.includes(FROM_REPOSITORY));
    return [...(isNeeded ? [REPOSITORY] : []), ...lines].join("\n");
}

function example({ policy }: NamedPolicy, one: ResourceCase | StackCase): { program: string; messages: string[] } {
    if (isResourcePolicy(policy)) {
        const {
            type = Object.keys(policy.resource.types)[0] ?? "",
            name = "app",
            given,
            reports = [],
        } = one as ResourceCase;
        return { program: program([{ token: type, name, inputs: given }]), messages: [...reports] };
    }
    const { given, reports = {} } = one as StackCase;
    return {
        program: program(
            given.map(({ type, name, inputs, dependsOn }) => ({
                token: tokenOf(type),
                name,
                inputs: inputs || {},
                dependsOn,
            })),
        ),
        messages: Object.values(reports).flat(),
    };
}

function settingRow(name: string, setting: Setting): string[] {
    return [`\`${name}\``, accepted(setting), `\`${JSON.stringify(setting.default)}\``, setting.description];
}

/** A setting as an example to follow: with all of the default list; none where it asks for less than the default. */
function exemplary(setting: Setting | undefined, value: unknown): unknown {
    const standard: unknown = setting?.default;
    if (Array.isArray(standard) && Array.isArray(value)) {
        return [...new Set((standard as unknown[]).concat(value as unknown[]))];
    }
    const difference =
        typeof standard === "string" && typeof value === "string" ? compareVersions(value, standard) : undefined;
    return difference !== undefined && difference < 0 ? undefined : value;
}

/** A configuration with settings, which enables a policy that is disabled by default. */
function configExample({ name, policy }: NamedPolicy, cases: Table<ResourceCase | StackCase> | undefined): string[] {
    const [configured] = Object.values({ ...cases?.valid, ...cases?.invalid })
        .map(({ config = {} }) =>
            Object.entries(config).map(([key, value]) => [key, exemplary(policy.config?.[key], value)] as const),
        )
        .filter(
            (entries) => entries.length > 0 && entries.every(([key, value]) => key !== "exempt" && value !== undefined),
        );
    const level = defaultLevel(policy) === "disabled" && { enforcementLevel: "advisory" };
    const config = { [name]: { ...level, ...(configured && Object.fromEntries(configured)) } };
    return configured ? ["```json", JSON.stringify(config, undefined, 4), "```"] : [];
}

/** What a policy judges, and when. */
function judged(policy: Policy): string {
    const conditions = policy.where?.map(({ words }) => words);
    const those = conditions && ` ${joined(conditions, "and")}`;
    return isResourcePolicy(policy)
        ? `each ${policy.resource.noun}${those ?? ""}, before it is created or changed`
        : `${those === undefined ? "the whole stack" : `a stack${those}`}, at the end of preview and update`;
}

function describeRepair(policy: Policy): string {
    if (!repairs(policy)) {
        return "no";
    }
    return `yes, at level \`remediate\`${policy.repairNeeds ? `; needs ${policy.repairNeeds}` : ""}`;
}

async function page(named: NamedPolicy): Promise<string> {
    const { name, topic, policy } = named;
    const cases = casesOf(named);
    const types = Object.keys((isResourcePolicy(policy) ? policy.resource : policy.subject).types);
    const settings = Object.entries(policy.config ?? {});
    const notes = policy.notes ?? [];
    const facts = [
        ["Policy", `\`${name}\``],
        ["Topic", TITLES[topic]],
        ["Framework", `[${policy.framework.name}, ${policy.framework.reference}](${policy.framework.specification})`],
        ["Level", `${defaultLevel(policy)} (severity ${policy.severity})`],
        ["Judges", judged(policy)],
        ["Resources", types.map((type) => (type === ANY_TYPE ? "all" : `\`${type}\``)).join(", ")],
        ["Repairs", describeRepair(policy)],
    ];
    const section = (title: string, ...lines: string[]): string[] =>
        lines.length > 0 ? [`## ${title}`, "", ...lines, ""] : [];
    const code = async (title: string, one: ResourceCase | StackCase | undefined): Promise<string[]> => {
        if (!one || types[0] === ANY_TYPE) {
            return [];
        }
        const { program, messages } = example(named, one);
        const text = await format(program, { parser: "typescript", printWidth: 100, tabWidth: 4 });
        return [
            `${title}:`,
            "",
            "```ts",
            text.trim(),
            "```",
            "",
            ...messages.flatMap((message) => [`> ${message}`, ""]),
        ];
    };
    const [valid, invalid] = [cases?.valid, cases?.invalid].map((table = {}) => Object.values(table)[0]);
    if (valid && invalid && example(named, valid).program === example(named, invalid).program) {
        throw new Error(`The examples on the page of ${name} are the same, as far as a program shows it.`);
    }
    const examples = [...(await code("Accepted", valid)), ...(await code("Refused", invalid))];
    return format(
        [
            "<!-- Generated from the policy and its cases by `npm run docs`. -->",
            "",
            `# ${policy.displayName}`,
            "",
            policy.description,
            "",
            table(["", ""], facts),
            "",
            ...section("Why", policy.rationale),
            ...section("What to do", policy.remediationSteps),
            ...section("Notes", ...(notes.length > 1 ? notes.map((note) => `- ${note}`) : notes)),
            ...section(
                "Settings",
                ...(settings.length > 0
                    ? [
                          table(
                              ["Setting", "Accepted", "Default", "Meaning"],
                              settings.map((entry) => settingRow(...entry)),
                          ),
                          "",
                          ...(settings.some(([, { default: value }]) => Array.isArray(value) && value.length > 0)
                              ? ["A list takes the place of its default: repeat what should stay.", ""]
                              : []),
                          ...configExample(named, cases),
                          "",
                      ]
                    : []),
                "`enforcementLevel` and `exempt` as for [every policy](../../README.md#exemptions).",
            ),
            ...section(
                "Examples",
                ...(examples.length > 0
                    ? [
                          "Only what the policy looks at is shown; properties that AWS requires may be missing.",
                          "",
                          ...examples,
                      ]
                    : []),
            ),
        ].join("\n"),
        { parser: "markdown", printWidth: 120 },
    );
}

function policyTable(policies: readonly NamedPolicy[]): string {
    return TOPICS.flatMap((topic) => {
        const own = policies.filter((policy) => policy.topic === topic);
        const rows = own.map(({ name, policy }) => [
            `[\`${name}\`](docs/policies/${name}.md)`,
            policy.framework.name.startsWith("AWS Foundational") ? policy.framework.reference : "",
            policy.displayName,
            defaultLevel(policy),
            repairs(policy) ? "yes" : "",
        ]);
        return own.length > 0
            ? [`### ${TITLES[topic]}`, "", table(["Policy", "Control", "Demands", "Level", "Repairs"], rows), ""]
            : [];
    }).join("\n");
}

const START = "<!-- policies: generated by `npm run docs` -->";
const END = "<!-- policies: end -->";

const json = (value: object): Promise<string> =>
    format(JSON.stringify(value), { parser: "json", printWidth: 120, tabWidth: 4, objectWrap: "collapse" });

/** The files that follow from the policies, by path. */
async function generated(): Promise<Map<string, string>> {
    const policies = loadPolicies();
    const files = new Map<string, string>();
    for (const policy of policies) {
        files.set(join(PAGES, `${policy.name}.md`), await page(policy));
    }
    const readme = join(ROOT, "README.md");
    const text = readFileSync(readme, "utf8");
    const [before = "", rest = ""] = text.split(START);
    const after = rest.split(END)[1] ?? "";
    const content = `${before}${START}\n\n${policyTable(policies)}\n${END}${after}`;
    files.set(readme, await format(content, { parser: "markdown", printWidth: 120 }));
    for (const [preset, levels] of Object.entries(presets(policies))) {
        files.set(join(PRESETS, `${preset}.json`), await json(levels));
    }
    files.set(join(ROOT, "schema", "policy-pack-config.schema.json"), await json(configurationSchema(policies)));
    files.set(
        join(ROOT, "lib", "settings.ts"),
        await format(settingsModule(policies), { parser: "typescript", printWidth: 120, tabWidth: 4 }),
    );
    return files;
}

/** Paths of generated files that are missing, differ, or belong to no policy any more. */
export async function outdated(files?: ReadonlyMap<string, string>): Promise<string[]> {
    files ??= await generated();
    const orphans = [PAGES, PRESETS]
        .flatMap((folder) => readdirSync(folder).map((file) => join(folder, file)))
        .filter((path) => !files.has(path));
    const stale = [...files].filter(([path, text]) => !existsSync(path) || readFileSync(path, "utf8") !== text);
    return [...orphans, ...stale.map(([path]) => path)].map((path) => relative(ROOT, path));
}

async function main(): Promise<void> {
    const files = await generated();
    for (const path of await outdated(files)) {
        const text = files.get(join(ROOT, path));
        if (text === undefined) {
            rmSync(join(ROOT, path));
        } else {
            writeFileSync(join(ROOT, path), text);
        }
    }
}

if (require.main === module) {
    main().catch((error: unknown) => {
        console.error(error instanceof Error ? error.message : error);
        process.exitCode = 1;
    });
}
