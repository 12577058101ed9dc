/** For which tasks ECS Exec is on, and what their clusters say of the sessions. */
import { taskRoleOf } from "./iam";
import { areOneCluster, Capacity, ClusterKey, clusterKey, launchersOf, runsOn } from "./launch";
import { Node, nodeTitle } from "./node";
import { Circumstance } from "./policy";
import { Cluster, Daemon, Launcher, Launchers, Role, Service, TaskDefinition, TaskSet } from "./resources";
import { only, provenAmong, Referrers, Stack } from "./stack";
import { both, certainlyNot, each, isKnown, isSet, known, Undecided } from "./unknown";
import { listSome } from "./words";

/** Whether ECS Exec is on for the tasks of a launcher, as far as it says so itself. */
export function execOn(launcher: Pick<Launcher, "enableExecuteCommand">): boolean {
    return launcher.enableExecuteCommand === true;
}

/** Whether a launcher or daemon starts tasks with ECS Exec on; for a task set its service says so. */
export function startsExec(stack: Stack, launcher: Node<Pick<Launcher, "enableExecuteCommand">>): boolean {
    const taskSet = stack.as(launcher, TaskSet);
    return execOn((taskSet ? serviceOf(stack, taskSet) : launcher).inputs);
}

/**
 * The service of a task set. Its name is unique in its cluster only, so of those with the name it is the one in the same
 * cluster. @throws Undecided where it is not in the stack, or not certain
 */
function serviceOf(stack: Stack, taskSet: Node<TaskSetWords>): Node<Service> {
    const target = known(() => stack.target(taskSet, "service", Service), undefined);
    const isHere = (service: Node<Service>, ifUnknown: boolean): boolean =>
        known(() => haveOneCluster(stack, service, taskSet), ifUnknown);
    if (target?.node && isHere(target.node, true)) {
        return target.node;
    }
    const name = target ? undefined : known(() => taskSet.inputs.service, undefined);
    const service = only(stack.meant(taskSet, Service, name ?? "").filter((one) => isHere(one, false)));
    if (!service) {
        throw new Undecided("the service is not in the stack");
    }
    return service;
}

/** Whether two are in the same cluster. @throws Undecided or the SDK's error where that is not known */
function haveOneCluster(stack: Stack, one: Node<Launched>, other: Node<Launched>): boolean {
    const keyOf = (node: Node<Launched>): ClusterKey => {
        const key = clusterKey(stack.clusterOf(node), node);
        if (key === undefined) {
            throw new Undecided("the cluster is not known");
        }
        return key;
    };
    return areOneCluster(keyOf(one), keyOf(other));
}

type Launched = Pick<Launcher, "cluster">;
type TaskSetWords = Launched & { readonly service?: string };

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
    return provenAmong(stack.remember(findStarters, task), (node) => startsExec(stack, node));
}

/** Whatever starts a task definition, with ECS Exec or without. */
function findStarters(stack: Stack, task: Node<TaskDefinition>): Referrers<Starter["inputs"]> {
    const launchers = stack.referrers(task, Launchers, "taskDefinition");
    const daemons = stack.referrers(task, Daemon, "taskDefinition");
    return {
        nodes: [...launchers.nodes, ...daemons.nodes],
        undecided: [...launchers.undecided, ...daemons.undecided],
    };
}

/**
 * Visits the clusters in which tasks of a task definition are started with ECS Exec on, each once.
 * @throws Undecided, at the end, where one is not in the stack, or there may be others
 */
export function eachExecCluster(
    stack: Stack,
    task: Node<TaskDefinition>,
    visit: (cluster: Node<Cluster>) => void,
): void {
    const seen = new Set<Node<Cluster>>();
    each(execLaunchersOf(stack, task), (launcher) => {
        const { node: cluster } = stack.clusterOf(launcher);
        if (!cluster) {
            throw new Undecided("the cluster is not in the stack");
        }
        if (!seen.has(cluster)) {
            seen.add(cluster);
            visit(cluster);
        }
    });
    certainlyNot(mayHaveOtherLaunchers(stack, task));
}

/** Whether ECS Exec may be on for launchers and daemons of a task definition beside those of `execLaunchersOf`. */
export function mayHaveOtherLaunchers(stack: Stack, task: Node<TaskDefinition>): boolean {
    const { nodes, undecided } = stack.remember(findStarters, task);
    return (
        nodes.some((node) => !isKnown(() => startsExec(stack, node))) ||
        undecided.some((node) => known(() => startsExec(stack, node), true))
    );
}

/**
 * The task role of a task definition whose tasks are started with ECS Exec on, if it has one.
 * @throws Undecided or the SDK's error where that is not known
 */
export function execTaskRoleOf(stack: Stack, task: Node<TaskDefinition>): Node<Role> | undefined {
    return execLaunchersOf(stack, task).length > 0 ? taskRoleOf(stack, task) : undefined;
}

/** That ECS Exec is on, and for what, as messages say it. */
export function execOnFor(starters: readonly Node<object>[]): string {
    return `ECS Exec is on for ${listSome(starters.map(nodeTitle))}`;
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
