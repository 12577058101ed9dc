import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve, sep } from "node:path";
import {
    LocalWorkspace,
    type EngineEvent,
    type ProjectSettings,
    type PulumiFn,
    type Stack,
} from "@pulumi/pulumi/automation";
import { pulumiCommand } from "../../scripts/pulumi-cli";

/** The root of the repository, which is the folder of the policy pack. */
export const PACK = resolve(__dirname, "../..");

/** What a policy found, as the engine reports it. */
export interface Violation {
    policy: string;
    level: "advisory" | "mandatory" | "remediate" | "disabled";
    message: string;
    urn: string | undefined;
    severity: string | undefined;
}

/** A resource that a policy repaired: inputs before and after. */
export interface Remediation {
    policy: string;
    urn: string;
    before: Record<string, unknown>;
    after: Record<string, unknown>;
}

/** How a run of the CLI went. A run that policies stopped is not ok; it does not throw. */
export interface Run {
    ok: boolean;
    stdout: string;
    stderr: string;
    violations: Violation[];
    remediations: Remediation[];
    /** Checked inputs and planned or final outputs of the resources that the engine got to. */
    resources: ResourceState[];
}

/** Settings of a policy pack, as in the file given to `--policy-pack-config`. */
export type PackConfig = Record<string, string | { enforcementLevel?: string; [setting: string]: unknown }>;

export interface PackOptions {
    /** Folder of the policy pack; no pack if undefined. */
    pack?: string;
    packConfig?: PackConfig;
}

export interface StackOptions extends PackOptions {
    /** Name of the stack, with its organization where the backend has any. */
    name?: string;
    /** Configuration of the stack; `aws:region` is there already. */
    config?: Record<string, unknown>;
    /** Environment of the CLI, over what keeps it inside the temporary folder. */
    env?: Record<string, string>;
    /** Gets what the CLI prints, as it prints it. */
    onOutput?: (text: string) => void;
    color?: "always" | "never";
}

/** A resource in the exported state of a stack. */
export interface ResourceState {
    urn: string;
    type: string;
    id?: string;
    inputs?: Record<string, unknown>;
    outputs?: Record<string, unknown>;
}

/** What the provider was asked to do in updates so far. */
export interface Operation {
    operation: "create" | "update" | "delete";
    type: string;
    urn: string;
}

export interface TestStack {
    preview(options?: PackOptions): Promise<Run>;
    up(options?: PackOptions): Promise<Run>;
    destroy(): Promise<Run>;
    /** The resources in the state, and the state itself as exported, with its secrets encrypted unless they are to be shown. */
    export(options?: { showSecrets?: boolean }): Promise<{ resources: ResourceState[]; state: unknown }>;
    operations(): Operation[];
}

/**
 * Gives `use` a stack of a Pulumi program that runs under the real CLI and engine, with a stand-in for the AWS provider.
 * All that Pulumi writes goes to a temporary folder.
 *
 * @param program Folder of a Pulumi project, or a program.
 */
export async function withStack<T>(
    program: string | PulumiFn,
    options: StackOptions,
    use: (stack: TestStack) => Promise<T>,
): Promise<T> {
    return inTemporaryFolder(async (folder) => {
        const log = join(folder, "provider.log");
        const stack = await createStack(folder, program, options, log);
        const run = (operation: Operate, given?: PackOptions) => runIn(folder, operation, { ...options, ...given });
        // Once in some hundred runs the SDK takes a program for ended before it has registered anything, and Pulumi then
        // deletes what was there, or it loses events, or does not reach the engine in time. No program here is empty, and
        // the engine's last event is known.
        const isLost = ({ ok, stdout, stderr, resources, isWhole }: Observed) => {
            const isEmpty = resources.every(({ type }) => type === "pulumi:pulumi:Stack");
            return !isWhole || (isEmpty && (ok || `${stdout}${stderr}`.includes("No connection established")));
        };
        const runProgram = async (operation: Operate, given?: PackOptions) => {
            const first = await run(operation, given);
            return isLost(first) ? run(operation, given) : first;
        };
        return use({
            preview: (given) => runProgram((settings) => stack.preview(settings), given),
            up: (given) => runProgram((settings) => stack.up(settings), given),
            destroy: () => run((settings) => stack.destroy(settings), { pack: undefined }),
            async export({ showSecrets = false } = {}) {
                const args = ["stack", "export", "--stack", stack.name, ...(showSecrets ? ["--show-secrets"] : [])];
                const { stdout } = await cli(folder, args, options.env);
                const state = JSON.parse(stdout) as { deployment: { resources?: ResourceState[] } };
                return { resources: state.deployment.resources ?? [], state };
            },
            operations: () =>
                existsSync(log) ? lines(readFileSync(log, "utf8")).map((line) => line as Operation) : [],
        });
    });
}

/** For `before`: what has to be there for the tests that run Pulumi. */
export async function pulumiReady(this: Mocha.Context): Promise<void> {
    // The CLI may have to be built.
    this.timeout("10m");
    await pulumiCommand();
    if (!existsSync(join(PACK, "bin", "index.js"))) throw new Error("Run `npm run build` first.");
}

/** What a pack says about an exported state, without program, provider, login and backend. */
export async function analyze(state: unknown, { pack = PACK, packConfig }: PackOptions = {}): Promise<Run> {
    return inTemporaryFolder(async (folder) => {
        const file = join(folder, "state.json");
        writeFileSync(file, JSON.stringify(state));
        writeFileSync(join(folder, "Pulumi.yaml"), JSON.stringify(project("analyzed")));
        const config = writePackConfig(folder, packConfig).flatMap((path) => ["--policy-pack-config", path]);
        const args = ["policy", "analyze", "--file", file, "--policy-pack", pack, "--json", ...config];
        const { ok, stdout, stderr } = await cli(folder, args);
        return { ok, stdout, stderr, ...findings(lines(stdout) as EngineEvent[]) };
    });
}

/** Runs the CLI itself, for what the Automation API does not do. */
export async function cli(
    folder: string,
    args: string[],
    env: Record<string, string> = {},
): Promise<{ ok: boolean; stdout: string; stderr: string }> {
    const { command } = await pulumiCommand();
    const child = spawn(command, [...args, "--non-interactive"], {
        cwd: folder,
        env: { ...process.env, ...environment(folder), ...env },
    });
    const [stdout, stderr, code] = await Promise.all([
        text(child.stdout),
        text(child.stderr),
        new Promise<number | null>((done, failed) => child.once("error", failed).once("close", done)),
    ]);
    return { ok: code === 0, stdout, stderr };
}

/**
 * A project with plugins of ours: the stand-in for the AWS provider, and what starts packs where the CLI has no language
 * host for Node. With a language host the engine does not look for the latter.
 */
function project(name: string): ProjectSettings & { plugins: unknown } {
    return {
        name,
        runtime: "nodejs",
        plugins: {
            providers: ["aws", "aws-native"].map((name) => ({ name, path: join(__dirname, "provider") })),
            analyzers: [{ name: "policy-nodejs", path: join(__dirname, "analyzer") }],
        },
    };
}

type Operate = (settings: {
    onOutput: (text: string) => void;
    onError: (text: string) => void;
    onEvent: (event: EngineEvent) => void;
    color: "always" | "never";
    policyPacks?: string[];
    policyPackConfigs?: string[];
}) => Promise<unknown>;

async function createStack(
    folder: string,
    program: string | PulumiFn,
    { name = "dev", config, env }: StackOptions,
    log: string,
): Promise<Stack> {
    const projectName = typeof program === "string" ? basename(program) : "test";
    return LocalWorkspace.createStack(
        { projectName, stackName: name, program: typeof program === "string" ? programIn(program) : program },
        {
            pulumiCommand: await pulumiCommand(),
            workDir: folder,
            pulumiHome: join(folder, "home"),
            projectSettings: project(projectName),
            stackSettings: { [basename(name)]: { config: { "aws:region": "us-east-1", ...config } } },
            envVars: { ...environment(folder), ECS_GUARD_PROVIDER_LOG: log, ...env },
        },
    );
}

/** The program of a project, as Pulumi runs it: its module is evaluated anew for each run, its exports are outputs. */
function programIn(project: string): PulumiFn {
    const folder = resolve(project);
    return () => {
        for (const file of Object.keys(require.cache)) {
            // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- the only way to evaluate a module again
            if (file.startsWith(folder + sep)) delete require.cache[file];
        }
        // eslint-disable-next-line @typescript-eslint/no-require-imports -- a path known only now
        return Promise.resolve({ ...(require(folder) as Record<string, unknown>) });
    };
}

/** Runs one command; what it found is in the events of the engine, whether it failed or not. */
async function runIn(folder: string, operate: Operate, options: StackOptions): Promise<Observed> {
    const { pack, packConfig, onOutput, color = "never" } = options;
    const events: EngineEvent[] = [];
    let [stdout, stderr] = ["", ""];
    const settings = {
        color,
        onEvent: (event: EngineEvent) => void events.push(event),
        onOutput: (text: string) => {
            stdout += text;
            onOutput?.(text);
        },
        onError: (text: string) => {
            stderr += text;
            onOutput?.(text);
        },
        ...(pack === undefined ? {} : { policyPacks: [pack], policyPackConfigs: writePackConfig(folder, packConfig) }),
    };
    const ok = await operate(settings).then(
        () => true,
        (error: unknown) => {
            if (!stdout && !stderr) throw error;
            return false;
        },
    );
    return { ok, stdout, stderr, isWhole: events.some(({ cancelEvent }) => cancelEvent), ...findings(events) };
}

/** A run, and whether its events are all there. */
type Observed = Run & { readonly isWhole: boolean };

/** The events that say something here, with the fields that the SDK's types lack. */
interface Events {
    resOutputsEvent?: { metadata: { new: ResourceState | null } };
    policyEvent?: {
        policyName: string;
        enforcementLevel: Violation["level"];
        message: string;
        resourceUrn?: string;
        severity?: string;
    };
    policyRemediationEvent?: {
        policyName: string;
        resourceUrn: string;
        before: Record<string, unknown>;
        after: Record<string, unknown>;
    };
}

function findings(engineEvents: EngineEvent[]): Pick<Run, "violations" | "remediations" | "resources"> {
    const events = engineEvents as Events[];
    return {
        resources: events.flatMap(({ resOutputsEvent: event }) => event?.metadata.new ?? []),
        violations: events.flatMap(({ policyEvent: event }) =>
            event
                ? {
                      policy: event.policyName,
                      level: event.enforcementLevel,
                      message: event.message,
                      urn: event.resourceUrn,
                      severity: event.severity,
                  }
                : [],
        ),
        remediations: events.flatMap(({ policyRemediationEvent: event }) =>
            event ? { policy: event.policyName, urn: event.resourceUrn, before: event.before, after: event.after } : [],
        ),
    };
}

function writePackConfig(folder: string, config: PackConfig | undefined): string[] {
    if (!config) return [];
    const file = join(folder, "policy-config.json");
    writeFileSync(file, JSON.stringify(config));
    return [file];
}

/** Keeps Pulumi and what it starts inside the folder and off the network. */
function environment(folder: string): Record<string, string> {
    return {
        PULUMI_HOME: join(folder, "home"),
        PULUMI_BACKEND_URL: `file://${join(folder, "backend")}`,
        PULUMI_CONFIG_PASSPHRASE: "",
        PULUMI_SKIP_UPDATE_CHECK: "true",
        PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
        PULUMI_OPTION_COLOR: "never",
        TS_NODE_CACHE: "false",
    };
}

async function inTemporaryFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
    const folder = mkdtempSync(join(tmpdir(), "ecs-guard-"));
    for (const name of ["home", "backend"]) mkdirSync(join(folder, name));
    try {
        return await use(folder);
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
}

function lines(json: string): unknown[] {
    return json.split("\n").flatMap((line) => (line.startsWith("{") ? [JSON.parse(line) as unknown] : []));
}

async function text(stream: NodeJS.ReadableStream): Promise<string> {
    let all = "";
    for await (const chunk of stream) all += String(chunk);
    return all;
}
