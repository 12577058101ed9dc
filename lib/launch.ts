/** Where tasks run: the capacity of what starts them, also by the default strategy of its cluster. */
import { push } from "./maps";
import { Node } from "./node";
import { inPlace, mayBeSame, Place, placeIn, placeOf } from "./place";
import { Condition } from "./policy";
import {
    CapacityProvider,
    Cluster,
    ClusterCapacityProviders,
    FARGATE,
    lastSegment,
    Launcher,
    Launchers,
    Subject,
    TaskDefinition,
    TaskSettings,
} from "./resources";
import { List } from "./shape";
import { only, provenAmong, Stack, Target } from "./stack";
import { either, known, some, Undecided } from "./unknown";

/** References to the capacity providers of a strategy. */
type Strategy = readonly (() => Target<CapacityProvider>)[];

/** A resource that gives a cluster its default strategy. */
type Defaults = typeof ClusterCapacityProviders extends Subject<infer W> ? Node<W> : never;

/** Where tasks run: managed instances are neither Fargate nor EC2. */
export type Capacity = "FARGATE" | "EC2" | "EXTERNAL" | "MANAGED_INSTANCES";

/**
 * Whether a launcher itself says Fargate, by its launch type or a capacity provider. Fargate inherited from the default
 * strategy of the cluster is another resource's business.
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

/** The name of the cluster that a launcher refers to; without a reference it is `default`. */
export function clusterNameOf({ cluster }: Pick<Launcher, "cluster">): string {
    return lastSegment(cluster || "default");
}

/** For the notes of policies: what AWS does not change where it does not deploy the service itself. */
export const refusedForSome = (what: string): string =>
    `AWS refuses ${what} for an existing service that CodeDeploy or an external controller deploys: exempt such a service.`;

/** Whether a task definition itself says Fargate. */
export function requiresFargate(task: Pick<TaskDefinition, "requiresCompatibilities">): boolean {
    return task.requiresCompatibilities.some((compatibility) => compatibility === "FARGATE");
}

export const FOR_FARGATE: Condition<Pick<TaskDefinition, "requiresCompatibilities">> = {
    words: "for Fargate",
    holds: requiresFargate,
};

/** Whether a task definition is for Windows. Families are a growing list, all with this prefix. */
export function isWindows(task: TaskDefinition): boolean {
    return task.operatingSystemFamily?.startsWith("WINDOWS_SERVER") ?? false;
}

export const NOT_FOR_WINDOWS: Condition<TaskDefinition> = {
    words: "that is not for Windows",
    holds: (task) => !isWindows(task),
};

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
function capacitiesOf(stack: Stack, launcher: Node<Launcher>): readonly (() => string)[] {
    const { launchType } = launcher.inputs;
    if (launchType) {
        return [() => launchType];
    }
    const own = providersIn(stack, launcher, "capacityProviderStrategies");
    const inherited = (): Strategy => inheritedStrategyOf(stack, launcher);
    const strategy = own.length > 0 ? own : mayMakeCluster(stack, launcher) ? inherited() : known(inherited, undefined);
    if (strategy) {
        return strategy.length > 0 ? strategy.map((follow) => () => capacityOf(follow())) : [() => "EC2"];
    }
    const task = stack.taskDefinitionOf(launcher).node;
    if (task && only([...task.inputs.requiresCompatibilities]) === "FARGATE") {
        return [() => "FARGATE"];
    }
    throw new Undecided("the capacity of the cluster is not known");
}

/** Whether the stack makes the cluster of a launcher, or may: the capacity is inferred for clusters outside it only. */
function mayMakeCluster(stack: Stack, launcher: Node<Launcher>): boolean {
    const cluster = known(() => stack.clusterOf(launcher), undefined);
    return cluster
        ? cluster.node?.isNoted === true
        : known(() => Boolean(launcher.inputs.cluster), false) ||
              stack.dependencies(launcher, "cluster", Cluster).length > 0;
}

/** The capacity behind a capacity provider. @throws Undecided where it is not in the stack */
function capacityOf({ node, literal = "" }: Target<CapacityProvider>): Capacity {
    if (node) {
        return node.inputs.hasManagedInstances ? "MANAGED_INSTANCES" : "EC2";
    }
    if (FARGATE.includes(literal)) {
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

/** References to the capacity providers in the default strategy of a launcher's cluster. @throws as `strategyOf` does */
function inheritedStrategyOf(stack: Stack, launcher: Node<Launcher>): Strategy {
    const target = stack.clusterOf(launcher);
    if (target.node) {
        return stack.remember(defaultStrategyOf, target.node);
    }
    const cluster = clusterKey(target, launcher);
    const namesakes = cluster && stack.remember(defaultsByCluster).get(cluster.key);
    const defaults = namesakes && only(inPlace(namesakes, cluster.place));
    if (!defaults) {
        throw new Undecided("the default strategy of the cluster is not known");
    }
    return providersIn(stack, defaults, "defaultStrategies");
}

/** A cluster: its URN or, where it is not in the stack, its name and place. */
export interface ClusterKey {
    readonly key: string;
    readonly place: Place;
}

/**
 * The cluster that a reference leads to; undefined where that is not known. One that is not in the stack is where its ARN
 * says, else where what refers to it is.
 */
export function clusterKey({ node, literal }: Target<Cluster>, from: Node<unknown>): ClusterKey | undefined {
    if (node) {
        return { key: node.urn, place: {} };
    }
    return literal ? { key: lastSegment(literal), place: placeIn(literal) ?? placeOf(from) } : undefined;
}

/** Whether two are the same cluster, as far as it is known where they are. */
export function areOneCluster(one: ClusterKey, other: ClusterKey): boolean {
    return one.key === other.key && mayBeSame(one.place, other.place);
}

/** What gives clusters a default strategy, by the key of the cluster; asked for those that are not in the stack. */
function defaultsByCluster(stack: Stack): ReadonlyMap<string, readonly Defaults[]> {
    const defaults = new Map<string, Defaults[]>();
    for (const node of stack.all(ClusterCapacityProviders)) {
        const cluster = known(() => clusterKey(stack.target(node, "clusterName", Cluster), node), undefined);
        const strategy = known(() => providersIn(stack, node, "defaultStrategies"), []);
        if (cluster && strategy.length > 0) {
            push(defaults, cluster.key, node);
        }
    }
    return defaults;
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

/** Whether tasks are for Fargate: it is said of them, or a launcher on Fargate uses their task definition. */
export function isForFargate(stack: Stack, task: Node<TaskSettings>): boolean {
    return either(
        () => requiresFargate(task.inputs),
        () => {
            const definition = stack.as(task, TaskDefinition);
            return (
                definition !== undefined &&
                launchersOf(stack, definition, (launcher) => runsOn(stack, launcher, "FARGATE")).length > 0
            );
        },
    );
}

/** The launchers that start tasks of a task definition and pass a test. @throws as `provenAmong` does */
export function launchersOf(
    stack: Stack,
    task: Node<TaskDefinition>,
    test: (launcher: Node<Launcher>) => boolean,
): readonly Node<Launcher>[] {
    return provenAmong(stack.referrers(task, Launchers, "taskDefinition"), test);
}
