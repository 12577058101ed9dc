/** What the policies cost: the compiled pack against the same pack without policies, in one run on one machine. */
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { analyzeRequest, stackRequest, withPack, type Properties } from "../test/support/analyzer";
import { analyze } from "../test/support/pulumi";
import { stateOf, type Given } from "../test/support/state";

const ROOT = resolve(__dirname, "..");
const SIZES = [100, 1000, 4000];
/** Samples of each measurement, for each pack. */
const BOOTS = 7;
const RUNS = 5;

/** Medians of one measurement, with the policies and without. */
interface Cost {
    full: number;
    empty: number;
}

/** Measures both packs in turn, each first in half of the rounds; a sample has several figures. */
async function compare<K extends string>(
    packs: { full: string; empty: string },
    rounds: number,
    sample: (pack: string) => Promise<Record<K, number>>,
): Promise<Record<K, Cost>> {
    const samples = { full: [] as Record<K, number>[], empty: [] as Record<K, number>[] };
    for (let round = 0; round < rounds; round++) {
        for (const which of round % 2 === 0 ? (["full", "empty"] as const) : (["empty", "full"] as const)) {
            samples[which].push(await sample(packs[which]));
        }
    }
    const figures = Object.keys(samples.full[0] ?? {}) as K[];
    return Object.fromEntries(
        figures.map((figure) => {
            const of = (which: "full" | "empty") => median(samples[which].map((one) => one[figure]));
            return [figure, { full: of("full"), empty: of("empty") }];
        }),
    ) as Record<K, Cost>;
}

function median(values: number[]): number {
    return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

/** Seconds that something takes. */
async function timed(run: () => Promise<unknown>): Promise<number> {
    const start = performance.now();
    await run();
    return (performance.now() - start) / 1000;
}

/** Highest memory use of a process so far, in MB; the present one where the system does not tell. */
function memoryOf(pid: number): number {
    const status = `/proc/${pid}/status`;
    const kilobytes = existsSync(status)
        ? /VmHWM:\s*(\d+)/.exec(readFileSync(status, "utf8"))?.[1]
        : execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" });
    return Number(kilobytes) / 1024;
}

async function boot(pack: string): Promise<Record<"time" | "memory", number>> {
    const start = performance.now();
    return withPack(pack, ({ pid }) =>
        Promise.resolve({ time: (performance.now() - start) / 1000, memory: memoryOf(pid) }),
    );
}

/** A stack of one cluster, task definitions and their services. */
function resourcesOf(size: number): Given[] {
    const arn = (kind: string, name: string) => `arn:aws:ecs:eu-west-1:123456789012:${kind}/${name}`;
    const region = "eu-west-1";
    const tags = { owner: "platform-team", stage: "production" };
    const cluster: Properties = {
        name: "main",
        region,
        settings: [{ name: "containerInsights", value: "enabled" }],
        tags,
        tagsAll: tags,
    };
    const pairs = Array.from(Array(Math.floor((size - 1) / 2)).keys(), (index): Given[] => {
        const name = `app-${index}`;
        const containers = ["web", "worker", "proxy"].map((container) => ({
            name: container,
            image: `123456789012.dkr.ecr.${region}.amazonaws.com/${name}-${container}:1.0.${index}`,
            user: "1000:1000",
            essential: true,
            // One task definition in ten has something to report.
            readonlyRootFilesystem: index % 10 !== 0,
            logConfiguration: { logDriver: "awslogs", options: { "awslogs-group": name, "awslogs-region": region } },
            portMappings: [{ containerPort: 8080, protocol: "tcp" }],
            environment: Array.from(Array(15).keys(), (i) => ({ name: `SETTING_${i}`, value: `value-${i}-${name}` })),
        }));
        const task: Properties = {
            family: name,
            region,
            cpu: "512",
            memory: "1024",
            networkMode: "awsvpc",
            requiresCompatibilities: ["FARGATE"],
            runtimePlatform: { operatingSystemFamily: "LINUX", cpuArchitecture: "ARM64" },
            executionRoleArn: "arn:aws:iam::123456789012:role/execution",
            taskRoleArn: `arn:aws:iam::123456789012:role/${name}`,
            containerDefinitions: JSON.stringify(containers),
            skipDestroy: false,
            tags,
            tagsAll: tags,
        };
        const service: Properties = {
            name,
            region,
            cluster: arn("cluster", "main"),
            taskDefinition: arn("task-definition", `${name}:1`),
            desiredCount: 2,
            launchType: "FARGATE",
            networkConfiguration: {
                assignPublicIp: false,
                subnets: ["subnet-1", "subnet-2"],
                securityGroups: ["sg-1"],
            },
            deploymentCircuitBreaker: { enable: true, rollback: true },
            tags,
            tagsAll: tags,
        };
        return [
            {
                type: "aws:ecs/taskDefinition:TaskDefinition",
                name: `${name}-task`,
                inputs: task,
                outputs: { ...task, arn: arn("task-definition", `${name}:1`), revision: 1 },
            },
            {
                type: "aws:ecs/service:Service",
                name: `${name}-service`,
                inputs: service,
                outputs: { ...service, arn: arn("service", `main/${name}`) },
                from: { cluster: ["main"], taskDefinition: [`${name}-task`] },
            },
        ];
    });
    return [
        {
            type: "aws:ecs/cluster:Cluster",
            name: "main",
            inputs: cluster,
            outputs: { ...cluster, arn: arn("cluster", "main") },
        },
        ...pairs.flat(),
    ];
}

/** Analyzing these resources one by one, then together, as the engine does. */
function requests(given: readonly Given[]): (pack: string) => Promise<Record<"time", number>> {
    const provider = { name: "default", properties: { region: "eu-west-1", version: "7.48.0" } };
    const { deployment } = stateOf(...given) as {
        deployment: { resources: { urn: string; type: string; inputs?: Properties; outputs?: Properties }[] };
    };
    const resources = deployment.resources.map((resource) => ({
        ...resource,
        name: resource.urn.split("::").at(-1) ?? "",
        ...(resource.type.startsWith("aws:") && { provider }),
    }));
    const single = resources.map((resource) => analyzeRequest({ ...resource, properties: resource.inputs }));
    const together = stackRequest(resources.map((resource) => ({ ...resource, properties: resource.outputs })));
    return (pack) =>
        withPack(pack, async (analyzer) => ({
            time: await timed(async () => {
                for (const request of single) {
                    await analyzer.analyze(request);
                }
                await analyzer.analyzeStack(together);
            }),
        }));
}

/** The compiled pack as it is published, without its policies if so wanted. */
function installPack(folder: string, { policies }: { policies: boolean }): string {
    mkdirSync(folder);
    for (const name of ["package.json", "PulumiPolicy.yaml", "bin/index.js", "bin/lib", "bin/policies"]) {
        if (policies || name !== "bin/policies") {
            cpSync(join(ROOT, name), join(folder, name), { recursive: true });
        }
    }
    symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
    return folder;
}

const table: string[][] = [["", "policies", "none", "ratio", "bar", ""]];

function row(title: string, { full, empty }: Cost, unit: "s" | "MB", bar?: number): void {
    const figure = (value: number) => `${value.toFixed(unit === "s" ? 2 : 0)} ${unit}`;
    table.push([title, figure(full), figure(empty), ...judged(full / empty, bar)]);
}

function judged(ratio: number, bar?: number): string[] {
    return [
        ratio.toFixed(2),
        bar === undefined ? "" : `≤ ${bar}`,
        bar === undefined ? "" : ratio <= bar ? "met" : "missed",
    ];
}

function print(): void {
    const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map((cells) => cells[column]?.length ?? 0)));
    for (const cells of table) {
        console.log(
            cells
                .map((cell, column) =>
                    column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
                )
                .join("  ")
                .trimEnd(),
        );
    }
}

async function main(): Promise<void> {
    const folder = mkdtempSync(join(tmpdir(), "ecs-guard-"));
    try {
        const packs = {
            full: installPack(join(folder, "full"), { policies: true }),
            empty: installPack(join(folder, "empty"), { policies: false }),
        };
        const { time, memory } = await compare(packs, BOOTS, boot);
        row("boot", time, "s", 1.15);
        row("memory after the boot", memory, "MB", 1.1);

        const stacks = SIZES.map((size) => ({ size, given: resourcesOf(size) }));
        const costs = new Map<number, Cost>();
        for (const { size, given } of stacks) {
            const { time } = await compare(packs, RUNS, requests(given));
            costs.set(size, time);
            row(`gRPC, ${size} resources`, time, "s", size === 1000 ? 1.6 : undefined);
        }
        const growth = (costs.get(4000)?.full ?? NaN) / (costs.get(1000)?.full ?? NaN);
        table.push(["gRPC, 4000 against 1000", "", "", ...judged(growth, 4.4)]);

        for (const { size, given } of stacks) {
            const state = stateOf(...given);
            const { time } = await compare(packs, RUNS, async (pack) => ({
                time: await timed(() => analyze(state, { pack })),
            }));
            row(`pulumi policy analyze, ${size} resources`, time, "s", size === 1000 ? 1.15 : undefined);
        }
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
    print();
}

main().catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
});
