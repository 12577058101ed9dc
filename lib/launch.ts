import { Circumstance } from "./policy";
import {
    CapacityProvider,
    Cluster,
    ClusterCapacityProviders,
    Daemon,
    EventTarget,
    FARGATE,
    lastSegment,
    Launcher,
    Launchers,
    Schedule,
    Service,
    TaskDefinition,
    TaskSet,
} from "./resources";
import { List } from "./shape";
import { Node, only, provenAmong, push, Stack, Target } from "./stack";
import { both, each, either, isSet, known, some, Undecided } from "./unknown";
import { listSome, quote } from "./words";

/** References to the capacity providers of a strategy. */
type Strategy = readonly (() => Target<CapacityProvider>)[];

/** Where tasks run: managed instances are neither Fargate nor EC2. */
export type Capacity = "FARGATE" | "EC2" | "EXTERNAL" | "MANAGED_INSTANCES";

/**
 * Whether a launcher itself says Fargate, by its launch type or a capacity provider. Fargate inherited from
 * the default strategy of the cluster is another resource's business.
 */
export function isFargate(launcher: Launcher): boolean {
    return either(
        () => launcher.launchType === "FARGATE",
        () =>
            launcher.capacityProviderStrategies.some(({ capacityProvider }) =>
                FARGATE.includes(capacityProvider ?? ""),
            ),
    );
}

/** For the notes of policies: what AWS does not change where it does not deploy the service itself. */
export const refusedForSome = (what: string): string =>
    `AWS refuses ${what} for an existing service that CodeDeploy or an external controller deploys: exempt such a service.`;

/** Whether a task definition itself says Fargate. */
export function requiresFargate(task: Pick<TaskDefinition, "requiresCompatibilities">): boolean {
    return task.requiresCompatibilities.some((compatibility) => compatibility === "FARGATE");
}

/** Whether a task definition is for Windows. Families are a growing list, all with this prefix. */
export function isWindows(task: TaskDefinition): boolean {
    return task.operatingSystemFamily?.startsWith("WINDOWS_SERVER") ?? false;
}

/**
 * Whether a launcher may start tasks on a capacity: by its launch type or strategy, else by the default strategy of its
 * cluster. A strategy may name several, of which single ones may be unknown.
 * @throws Undecided or the SDK's error where it is not known
 */
export function runsOn(stack: Stack, launcher: Node<Launcher>, capacity: Capacity): boolean {
    return either(
        () => isFargate(launcher.inputs) && capacity === "FARGATE",
        () => some(stack.remember(capacitiesOf, launcher), (read) => read() === capacity),
    );
}

/** All capacities of a launcher. */
function capacitiesOf(stack: Stack, launcher: Node<Launcher>): readonly (() => Capacity)[] {
    const { launchType } = launcher.inputs;
    if (launchType) {
        return [() => launchType as Capacity];
    }
    const own = providersIn(stack, launcher, "capacityProviderStrategies");
    const inherited = (): Strategy => inheritedStrategyOf(stack, launcher);
    const strategy = own.length > 0 ? own : mayMakeCluster(stack, launcher) ? inherited() : known(inherited, undefined);
    if (strategy) {
        return strategy.length > 0 ? strategy.map((follow) => () => capacityOf(follow())) : [() => "EC2"];
    }
    const task = stack.taskDefinitionOf(launcher);
    if (task.kind === "resource") {
        const compatibilities = [...task.node.inputs.requiresCompatibilities];
        if (compatibilities.length === 1 && compatibilities[0] === "FARGATE") {
            return [() => "FARGATE"];
        }
    }
    throw new Undecided("the capacity of the cluster is not known");
}

/** Whether the stack makes the cluster of a launcher, or may: the capacity is inferred for clusters outside it only. */
function mayMakeCluster(stack: Stack, launcher: Node<Launcher>): boolean {
    const cluster = known(() => stack.clusterOf(launcher), undefined);
    return cluster
        ? cluster.kind === "resource" && cluster.node.isNoted
        : known(() => Boolean(launcher.inputs.cluster), false) ||
              stack.dependencies(launcher, "cluster", Cluster).length > 0;
}

/** The capacity behind a capacity provider. @throws Undecided where it is not in the stack */
function capacityOf(target: Target<CapacityProvider>): Capacity {
    if (target.kind === "resource") {
        return target.node.inputs.hasManagedInstances ? "MANAGED_INSTANCES" : "EC2";
    }
    if (target.kind === "outside" && FARGATE.includes(target.literal ?? "")) {
        return "FARGATE";
    }
    throw new Undecided("the capacity provider is not in the stack");
}

/**
 * References to the capacity providers by which a launcher's tasks are placed: of its own strategy, else of the default
 * one of its cluster; none where it goes by launch type.
 * @throws Undecided or the SDK's error where the strategy is not known
 */
export function strategyOf(stack: Stack, launcher: Node<Launcher>): Strategy {
    const strategy = providersIn(stack, launcher, "capacityProviderStrategies");
    return strategy.length > 0 || launcher.inputs.launchType ? strategy : inheritedStrategyOf(stack, launcher);
}

/** The same of the default strategy of its cluster. */
function inheritedStrategyOf(stack: Stack, launcher: Node<Launcher>): Strategy {
    const target = stack.clusterOf(launcher);
    if (target.kind === "resource") {
        return stack.remember(defaultStrategyOf, target.node);
    }
    const foreign = only(stack.remember(foreignStrategies).get(foreignName(target) ?? "") ?? []);
    if (!foreign) {
        throw new Undecided("the default strategy of the cluster is not known");
    }
    return foreign;
}

/** The name of a cluster that is not in the stack. */
export function foreignName(target: Target<Cluster>): string | undefined {
    return target.kind === "outside" && target.literal ? lastSegment(target.literal) : undefined;
}

/** The default strategies that the stack gives to clusters outside, by the name of the cluster. */
function foreignStrategies(stack: Stack): ReadonlyMap<string, readonly Strategy[]> {
    const strategies = new Map<string, Strategy[]>();
    for (const node of stack.all(ClusterCapacityProviders)) {
        const name = known(() => foreignName(stack.target(node, "clusterName", Cluster)), undefined);
        const strategy = known(() => providersIn(stack, node, "defaultStrategies"), []);
        if (name !== undefined && strategy.length > 0) {
            push(strategies, name, strategy);
        }
    }
    return strategies;
}

/** References to the capacity providers in the default strategy of a cluster, none without one. */
function defaultStrategyOf(stack: Stack, cluster: Node<Cluster>): Strategy {
    const { nodes, undecided } = stack.referrers(cluster, ClusterCapacityProviders, "clusterName");
    const strategy = [
        ...providersIn(stack, cluster, "defaultStrategies"),
        ...nodes.flatMap((node) => providersIn(stack, node, "defaultStrategies")),
    ];
    // That of a cluster which the program only reads may be set elsewhere.
    if (strategy.length === 0 && (undecided.length > 0 || !cluster.isNoted)) {
        throw new Undecided("the default strategy of the cluster is not known");
    }
    return strategy;
}

/** References to the capacity providers in a strategy. */
function providersIn<W, K extends keyof W & string>(
    stack: Stack,
    node: Node<W & Record<K, List<{ readonly capacityProvider: string | undefined } | undefined>>>,
    word: K,
): Strategy {
    return node.inputs[word]
        .readings()
        .map((read) => () => stack.target(node, word, CapacityProvider, () => read()?.capacityProvider));
}

/** Whether a task definition is for Fargate: it says so, or a launcher on Fargate uses it. */
export function isForFargate(stack: Stack, task: Node<TaskDefinition>): boolean {
    return either(
        () => requiresFargate(task.inputs),
        () => launchersOf(stack, task, (launcher) => runsOn(stack, launcher, "FARGATE")).length > 0,
    );
}

/** The launchers that start tasks of a task definition and pass a test. @throws as `provenAmong` does */
function launchersOf(
    stack: Stack,
    task: Node<TaskDefinition>,
    test: (launcher: Node<Launcher>) => boolean,
): readonly Node<Launcher>[] {
    return provenAmong(stack.referrers(task, Launchers, "taskDefinition"), test);
}

/** Whether ECS Exec is on for the tasks of a launcher, as far as it says so itself. */
export function execOn(launcher: Pick<Launcher, "enableExecuteCommand">): boolean {
    return launcher.enableExecuteCommand === true;
}

/** Whether a launcher or daemon starts tasks with ECS Exec on; for a task set its service says so. */
export function startsExec(stack: Stack, launcher: Node<Pick<Launcher, "enableExecuteCommand">>): boolean {
    const taskSet = stack.as(launcher, TaskSet);
    if (!taskSet) {
        return execOn(launcher.inputs);
    }
    const service = stack.target(taskSet, "service", Service);
    if (service.kind !== "resource") {
        throw new Undecided("the service is not in the stack");
    }
    return execOn(service.node.inputs);
}

/** What launchers and daemons have in common. */
type Starter = Node<Pick<Launcher, "taskDefinition" | "cluster" | "enableExecuteCommand">>;

/** Launchers and daemons with ECS Exec on; what is not known is left out. */
function execLaunchers(stack: Stack): readonly Starter[] {
    return [...stack.all(Launchers), ...stack.all(Daemon)].filter((node) =>
        known(() => startsExec(stack, node), false),
    );
}

/** ECS Exec is on for some launcher or daemon; without that the policies about stacks with it apply to nothing. */
export const EXEC_ON: Circumstance = {
    words: "with ECS Exec on",
    holds: (stack) => stack.remember(execLaunchers).length > 0,
};

/** Some cluster of the stack has such an exec configuration, as far as that is known. */
function clusterWhich(words: string, test: (cluster: Cluster) => boolean): Circumstance {
    return {
        words: `with a cluster that ${words}`,
        has: Cluster,
        holds: (stack) => stack.all(Cluster).some(({ inputs }) => known(() => test(inputs), true)),
    };
}
export const LOGS_BY_DEFAULT = clusterWhich("logs sessions by `DEFAULT`", ({ logging }) => logging === "DEFAULT");
export const ENCRYPTS_SESSIONS = clusterWhich("encrypts sessions", encryptsSessions);

/** Whether a cluster has a key for sessions, known or not. @throws the SDK's error where it may have none */
export function encryptsSessions(cluster: Cluster): boolean {
    return isSet(() => cluster.kmsKeyId, "kmsKeyId");
}

/**
 * The launchers and daemons with ECS Exec on that use a task definition.
 * @throws Undecided or the SDK's error where there is none, but some may be
 */
export function execLaunchersOf(stack: Stack, task: Node<TaskDefinition>): readonly Starter[] {
    return stack.remember(findExecLaunchers, task);
}

function findExecLaunchers(stack: Stack, task: Node<TaskDefinition>): readonly Starter[] {
    const launchers = stack.referrers(task, Launchers, "taskDefinition");
    const daemons = stack.referrers(task, Daemon, "taskDefinition");
    return provenAmong(
        {
            nodes: [...launchers.nodes, ...daemons.nodes],
            undecided: [...launchers.undecided, ...daemons.undecided],
        },
        (node: Starter) => startsExec(stack, node),
    );
}

/**
 * Visits the clusters in which tasks of a task definition are started with ECS Exec on, each once.
 * @throws Undecided, at the end, where one is not in the stack
 */
export function eachExecCluster(
    stack: Stack,
    task: Node<TaskDefinition>,
    visit: (cluster: Node<Cluster>) => void,
): void {
    const seen = new Set<Node<Cluster>>();
    each(execLaunchersOf(stack, task), (launcher) => {
        const cluster = stack.clusterOf(launcher);
        if (cluster.kind !== "resource") {
            throw new Undecided("the cluster is not in the stack");
        }
        if (!seen.has(cluster.node)) {
            seen.add(cluster.node);
            visit(cluster.node);
        }
    });
}

/** Whether some launcher with ECS Exec on uses the task definition. */
export function isForExec(stack: Stack, task: Node<TaskDefinition>): boolean {
    return execLaunchersOf(stack, task).length > 0;
}

/** That ECS Exec is on, and for what, as messages say it. */
export function execOnFor(starters: readonly Pick<Starter, "name" | "type">[]): string {
    return `ECS Exec is on for ${listSome(starters.map(titleOf))}`;
}

/** What starts tasks, as messages name it. */
function titleOf({ name, type }: Pick<Starter, "name" | "type">): string {
    const kind = [Service, TaskSet, EventTarget, Schedule, Daemon].find(({ types }) => Object.hasOwn(types, type));
    return `${kind?.noun ?? "launcher"} ${quote(name)}`;
}

/**
 * The launchers with ECS Exec on that start tasks of a task definition on a capacity that they may choose.
 * @throws Undecided or the SDK's error where there is none, but some may be
 */
export function execLaunchersOn(
    stack: Stack,
    task: Node<TaskDefinition>,
    capacity: Capacity,
): readonly Node<Launcher>[] {
    return launchersOf(stack, task, (launcher) =>
        both(
            () => startsExec(stack, launcher),
            () => runsOn(stack, launcher, capacity),
        ),
    );
}
