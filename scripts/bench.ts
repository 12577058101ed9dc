/** What the policies cost: the compiled pack against the same pack without policies, in one run on one machine. */
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { CustomResource } from "@pulumi/pulumi";
import { TOPICS, type Topic } from "../lib/policy";
import { analyzeRequest, stackRequest, withPack, type Analyzer, type Properties } from "../test/support/analyzer";
import { analyze, withStack } from "../test/support/pulumi";
import { stateOf, type Given } from "../test/support/state";
import { bundle } from "./bundle";

const ROOT = resolve(__dirname, "..");
/** Resources in a stack; the bars hold at 1000, and from there to 4000 the cost may grow with the size. */
const SIZES = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [100, 1000, 4000];
/** Samples of each measurement, for each pack. */
const BOOTS = 5;
/** Few: the packs are asked in turn for each resource, so that what else the machine does slows all of them. */
const ROUNDS = 5;
/** Many, since a run takes a tenth more or less for no reason of ours; fewer of the large stacks, on which it matters less. */
const runsOf = (size: number): number => (size > 1000 ? 5 : 11);
/** A preview takes far longer than what the packs take of it. */
const PREVIEWS = 3;

/**
 * The packs: the one with the policies; the same with policies that judge nothing, which shows what the SDK takes for being
 * asked about so many; the one without policies.
 */
const PACKS = ["full", "idle", "empty"] as const;

/** Something for each pack. */
type PerPack<T> = Record<(typeof PACKS)[number], T>;

const perPack = <T>(make: (which: keyof PerPack<T>) => T): PerPack<T> => ({
    full: make("full"),
    idle: make("idle"),
    empty: make("empty"),
});

/** Medians of one measurement: of each pack, and of the ratios to the pack without policies in the same round. */
interface Cost {
    readonly of: PerPack<number>;
    readonly against: PerPack<number>;
}

/** Figures of one pack; a measurement may have several. */
type Figures<K extends string> = Record<K, number>;

/** What the packs cost over several rounds, each of which measures all of them. */
async function compare<K extends string>(
    rounds: number,
    round: (index: number) => Promise<PerPack<Figures<K>>>,
): Promise<Record<K, Cost>> {
    const samples: PerPack<Figures<K>>[] = [];
    while (samples.length < rounds) {
        samples.push(await round(samples.length));
    }
    const figures = Object.keys(samples[0]?.full ?? {}) as K[];
    const cost = (figure: K): Cost => ({
        of: perPack((which) => median(samples.map((sample) => sample[which][figure]))),
        // A machine that others use is slow for minutes: what was measured one after the other is comparable.
        against: perPack((which) => median(samples.map((sample) => sample[which][figure] / sample.empty[figure]))),
    });
    return Object.fromEntries(figures.map((figure) => [figure, cost(figure)])) as Record<K, Cost>;
}

/** The packs, in the other order in every second round. */
const inOrder = (index: number) => (index % 2 === 0 ? PACKS : PACKS.toReversed());

/** Measures one pack after the other. */
function inTurn<K extends string>(
    packs: PerPack<string>,
    sample: (pack: string) => Promise<Figures<K>>,
): (index: number) => Promise<PerPack<Figures<K>>> {
    return async (index) => {
        const samples: Partial<PerPack<Figures<K>>> = {};
        for (const which of inOrder(index)) {
            samples[which] = await sample(packs[which]);
        }
        return samples as PerPack<Figures<K>>;
    };
}

function median(values: readonly number[]): number {
    return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
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

const REGION = "eu-west-1";
/** Version of the AWS provider. */
const AWS = "7.48.0";
const tags = { owner: "platform-team", stage: "production" };
const arnOf = (service: string, kind: string, name: string) =>
    `arn:aws:${service}:${REGION}:123456789012:${kind}/${name}`;
const roleArn = (name: string) => `arn:aws:iam::123456789012:role/${name}`;
const times = <T>(count: number, make: (index: number) => T): T[] => Array.from(Array(count).keys(), make);

/** A resource whose outputs are its inputs and what the provider answers. */
function made(type: string, name: string, inputs: Properties, outputs: Properties, from: Given["from"] = {}): Given {
    return { type, name, inputs, outputs: { ...inputs, ...outputs }, from };
}

/** One cluster, with the tag of GuardDuty and an exec configuration. */
function cluster(): Given {
    const inputs: Properties = {
        name: "main",
        settings: [{ name: "containerInsights", value: "enabled" }],
        configuration: {
            executeCommandConfiguration: {
                logging: "OVERRIDE",
                logConfiguration: { cloudWatchLogGroupName: "/ecs/exec", cloudWatchEncryptionEnabled: true },
            },
        },
        tags: { ...tags, GuardDutyManaged: "true" },
    };
    return made("aws:ecs/cluster:Cluster", "main", inputs, { arn: arnOf("ecs", "cluster", "main") });
}

/** A task definition of three containers with 15 variables each, and its service; one in ten has something to report. */
function app(index: number, subnets: readonly string[], role = "execution"): Given[] {
    const name = `app-${index}`;
    const hasExec = index % 10 === 0;
    const containers = ["web", "worker", "proxy"].map((container) => ({
        name: container,
        image: `123456789012.dkr.ecr.${REGION}.amazonaws.com/${name}-${container}:1.0.${index}`,
        user: "1000:1000",
        essential: true,
        // With ECS Exec, which needs to write to it.
        readonlyRootFilesystem: !hasExec,
        linuxParameters: { initProcessEnabled: true },
        logConfiguration: { logDriver: "awslogs", options: { "awslogs-group": name, "awslogs-region": REGION } },
        portMappings: [{ containerPort: 8080, protocol: "tcp" }],
        environment: times(15, (i) => ({ name: `SETTING_${i}`, value: `value-${i}-${name}` })),
    }));
    const task: Properties = {
        family: name,
        cpu: "512",
        memory: "1024",
        networkMode: "awsvpc",
        requiresCompatibilities: ["FARGATE"],
        runtimePlatform: { operatingSystemFamily: "LINUX", cpuArchitecture: "ARM64" },
        executionRoleArn: roleArn(role),
        taskRoleArn: roleArn(`task-${role}`),
        containerDefinitions: JSON.stringify(containers),
        skipDestroy: false,
        tags,
        tagsAll: tags,
    };
    const revision = arnOf("ecs", "task-definition", `${name}:1`);
    const service: Properties = {
        name,
        cluster: arnOf("ecs", "cluster", "main"),
        taskDefinition: revision,
        desiredCount: 2,
        launchType: "FARGATE",
        enableExecuteCommand: hasExec,
        networkConfiguration: { assignPublicIp: false, subnets, securityGroups: ["sg-1"] },
        deploymentCircuitBreaker: { enable: true, rollback: true },
        tags,
        tagsAll: tags,
    };
    return [
        made("aws:ecs/taskDefinition:TaskDefinition", `${name}-task`, task, { arn: revision, revision: 1 }),
        made(
            "aws:ecs/service:Service",
            `${name}-service`,
            service,
            { arn: arnOf("ecs", "service", `main/${name}`) },
            { cluster: ["main"], taskDefinition: [`${name}-task`] },
        ),
    ];
}

/** Half task definitions, half services; network and roles are elsewhere. */
function services(size: number): Given[] {
    return [cluster(), ...times(Math.floor((size - 1) / 2), (index) => app(index, ["subnet-1", "subnet-2"])).flat()];
}

/** A private subnet with a route table of its own; every other one has a NAT gateway. */
function subnet(index: number): Given[] {
    const name = `net-${index}`;
    const id = `subnet-${index}`;
    const routes = index % 2 === 0 ? [{ cidrBlock: "0.0.0.0/0", natGatewayId: "nat-1" }] : [];
    return [
        made("aws:ec2/subnet:Subnet", name, { vpcId: "vpc-1", tags }, { id }, { vpcId: ["vpc"] }),
        made(
            "aws:ec2/routeTable:RouteTable",
            `${name}-routes`,
            { vpcId: "vpc-1", routes, tags },
            { id: `rtb-${index}` },
            {
                vpcId: ["vpc"],
            },
        ),
        made(
            "aws:ec2/routeTableAssociation:RouteTableAssociation",
            `${name}-association`,
            { subnetId: id, routeTableId: `rtb-${index}` },
            { id: `rtbassoc-${index}` },
            { subnetId: [name], routeTableId: [`${name}-routes`] },
        ),
    ];
}

/** A role with a policy of its own and one of AWS. */
function role(name: string, actions: readonly string[]): Given[] {
    const policy = JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Action: actions, Resource: "*" }],
    });
    const policyArn = "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy";
    return [
        made("aws:iam/role:Role", name, { name, assumeRolePolicy: "{}", tags }, { id: name, arn: roleArn(name) }),
        made(
            "aws:iam/rolePolicy:RolePolicy",
            `${name}-own`,
            { role: name, policy },
            { id: `${name}:own` },
            { role: [name] },
        ),
        made(
            "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
            `${name}-aws`,
            { role: name, policyArn },
            { id: `${name}-aws` },
            { role: [name] },
        ),
    ];
}

/** Services with their network, endpoints and roles: of ten resources four are task definitions and services. */
function estate(size: number): Given[] {
    const around = [
        cluster(),
        made("aws:ec2/vpc:Vpc", "vpc", { cidrBlock: "10.0.0.0/16", tags }, { id: "vpc-1" }),
        made("aws:ec2/natGateway:NatGateway", "nat", { allocationId: "eipalloc-1", tags }, { id: "nat-1" }),
        ...["ecr.api", "ecr.dkr", "logs", "ssmmessages"].map((service) =>
            made(
                "aws:ec2/vpcEndpoint:VpcEndpoint",
                service,
                {
                    vpcId: "vpc-1",
                    serviceName: `com.amazonaws.${REGION}.${service}`,
                    vpcEndpointType: "Interface",
                    privateDnsEnabled: true,
                    subnetIds: ["subnet-0", "subnet-1"],
                    tags,
                },
                { id: `vpce-${service}` },
                { vpcId: ["vpc"], subnetIds: ["net-0", "net-1"] },
            ),
        ),
        made("aws:cloudwatch/logGroup:LogGroup", "exec", { name: "/ecs/exec", tags }, { id: "/ecs/exec" }),
    ];
    const groups = Math.floor((size - around.length) / 13);
    const of = (index: number): Given[] => [
        ...subnet(index),
        ...role(`role-${index}`, ["ecr:GetAuthorizationToken", "ecr:BatchGetImage", "secretsmanager:GetSecretValue"]),
        ...role(`task-role-${index}`, ["ssmmessages:*", "logs:*", "s3:GetObject"]),
        ...app(2 * index, [`subnet-${index}`], `role-${index}`),
        ...app(2 * index + 1, [`subnet-${index}`, `subnet-${(index + 1) % groups}`], `role-${index}`),
    ];
    return [...around, ...times(groups, of).flat()];
}

/** One call for each resource, one for the stack, and both together. */
type Call = "analyze" | "analyzeStack" | "calls";

/** Analyzing these resources one by one, then together, as the engine does; each is put to all packs in turn. */
function requests(given: readonly Given[], packs: PerPack<string>): (index: number) => Promise<PerPack<Figures<Call>>> {
    const provider = { name: "default", properties: { region: REGION, version: AWS } };
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
    return (index) =>
        withPacks(packs, async (analyzers) => {
            const one = perPack(() => 0);
            for (const request of single) {
                for (const which of PACKS) {
                    one[which] += await timed(() => analyzers[which].analyze(request));
                }
            }
            const stack = perPack(() => 0);
            for (const which of inOrder(index)) {
                stack[which] = await timed(() => analyzers[which].analyzeStack(together));
            }
            return perPack((which) => ({
                analyze: one[which],
                analyzeStack: stack[which],
                calls: one[which] + stack[which],
            }));
        });
}

function withPacks<T>(packs: PerPack<string>, use: (analyzers: PerPack<Analyzer>) => Promise<T>): Promise<T> {
    return withPack(packs.full, (full) =>
        withPack(packs.idle, (idle) => withPack(packs.empty, (empty) => use({ full, idle, empty }))),
    );
}

class Registered extends CustomResource {}

/** Seconds that a preview of a program with these resources takes; what the provider sets itself is left out. */
function preview(given: readonly Given[], pack: string): Promise<number> {
    const program = () => {
        for (const { type, name, inputs } of given) {
            new Registered(type, name, { ...inputs, tagsAll: undefined }, { version: AWS });
        }
        return Promise.resolve();
    };
    return withStack(program, { pack }, (stack) =>
        timed(async () => {
            const { resources, stdout, stderr } = await stack.preview();
            if (resources.length < given.length) {
                throw new Error(`The preview did not get to all resources:\n${stdout}${stderr}`);
            }
        }),
    );
}

/** Makes a policy idle, but for those that have to see all others or all resources. */
const IDLE = "(policy) => (policy.runs ? policy : { ...policy, validate() {} })";

/** The compiled pack as it is published, with the policies of these topics, with idle ones and with none. */
async function installPacks(folder: string, topics: readonly Topic[]): Promise<PerPack<string>> {
    for (const which of PACKS) {
        const pack = join(folder, which);
        await bundle(
            join(pack, "bin"),
            ["index"],
            which === "empty" ? [] : topics,
            which === "idle" ? IDLE : undefined,
        );
        for (const name of ["package.json", "PulumiPolicy.yaml"]) {
            cpSync(join(ROOT, name), join(pack, name));
        }
        symlinkSync(join(ROOT, "node_modules"), join(pack, "node_modules"));
    }
    return perPack((which) => join(folder, which));
}

const table: string[][] = [["", "policies", "idle", "none", "idle", "ratio", "bar", ""]];

function row(title: string, cost: Cost, unit: "s" | "MB", bar?: number): void {
    const figure = (value: number) => `${value.toFixed(unit === "s" ? 2 : 0)} ${unit}`;
    const { of, against } = cost;
    const times = [of.full, of.idle, of.empty].map(figure);
    table.push([title, ...times, against.idle.toFixed(2), ...judged(against.full, bar)]);
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

type Bars = { [C in Call | "preview"]?: number } & { endToEnd: number };

/** What a pack costs on stacks of these sizes. */
async function measure(
    packs: PerPack<string>,
    make: (size: number) => Given[],
    title: string,
    bars: Bars,
    sizes = SIZES,
): Promise<void> {
    const costs = new Map<number, Record<Call, Cost>>();
    for (const size of sizes) {
        const given = make(size);
        const bar = (name: keyof Bars) => (size === 1000 ? bars[name] : undefined);
        const cost = await compare(ROUNDS, requests(given, packs));
        costs.set(size, cost);
        row(`Analyze, ${size} ${title}`, cost.analyze, "s", bar("analyze"));
        row(`AnalyzeStack, ${size} ${title}`, cost.analyzeStack, "s", bar("analyzeStack"));
        row(`both calls, ${size} ${title}`, cost.calls, "s", bar("calls"));

        const state = stateOf(...given);
        const analyzed = inTurn(packs, async (pack) => ({ time: await timed(() => analyze(state, { pack })) }));
        const { time } = await compare(runsOf(size), analyzed);
        row(`pulumi policy analyze, ${size} ${title}`, time, "s", bar("endToEnd"));

        if (bar("preview") !== undefined) {
            const previewed = inTurn(packs, async (pack) => ({ time: await preview(given, pack) }));
            const { time } = await compare(PREVIEWS, previewed);
            row(`pulumi preview, ${size} ${title}`, time, "s", bar("preview"));
        }
    }
    const [small, large] = [costs.get(1000), costs.get(4000)];
    if (small && large) {
        for (const [name, call] of [
            ["Analyze", "analyze"],
            ["AnalyzeStack", "analyzeStack"],
        ] as const) {
            // Linear, with a tenth for what is not.
            const growth = large[call].of.full / small[call].of.full;
            table.push([`${name}, 4000 against 1000 ${title}`, "", "", "", "", ...judged(growth, 4.4)]);
        }
    }
}

async function main(): Promise<void> {
    if (!SIZES.every((size) => Number.isInteger(size) && size >= 100)) {
        throw new Error("Sizes of stacks are whole numbers from 100.");
    }
    const folder = mkdtempSync(join(tmpdir(), "ecs-guard-"));
    try {
        const packs = await installPacks(join(folder, "all"), TOPICS);
        const { time, memory } = await compare(BOOTS, inTurn(packs, boot));
        row("boot", time, "s", 1.15);
        row("memory after the boot", memory, "MB", 1.1);

        const bars = { analyze: 2, analyzeStack: 4, endToEnd: 1.2, preview: 1.2 };
        await measure(packs, services, "ECS resources", bars);
        await measure(packs, estate, "resources with network and roles", bars);

        const securityHub = await installPacks(join(folder, "security-hub"), ["security-hub", "core"]);
        const title = "ECS resources, Security Hub alone";
        await measure(securityHub, services, title, { calls: 1.6, endToEnd: 1.15 }, [1000]);
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
    print();
}

main().catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
});
