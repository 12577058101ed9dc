/** What tasks on EC2 are placed on: container instances and what they are started from. */
import { areOneCluster, ClusterKey, clusterKey, runsOn, strategyOf } from "./launch";
import { Node } from "./node";
import {
    AutoScalingGroup,
    CapacityProvider,
    Cluster,
    ClusterCapacityProviders,
    Instance,
    LaunchConfiguration,
    Launcher,
    LaunchTemplate,
    Machine,
} from "./resources";
import { Stack, Target } from "./stack";
import { isPresent, known, some } from "./unknown";

/** The words that may hold the script of a machine. */
export const SCRIPTS = ["userData", "userDataBase64"] as const;

/** What precedes the cluster in user data: for the agent on Linux, for Bottlerocket (two), for the agent on Windows (three). */
const BEFORE_CLUSTER = [
    /\bECS_CLUSTER=/,
    /^[ \t]*\[[ \t]*settings\.ecs[ \t]*\](?:(?!^[ \t]*\[)[^])*?^[ \t]*cluster\s*=\s*(?=["'])/m,
    /^[ \t]*settings\.ecs\.cluster\s*=\s*(?=["'])/m,
    // PowerShell takes longer dashes, too, which word processors make of a short one; a backtick continues a line.
    /\bInitialize-ECSAgent\b(?:`\r?\n|.){0,200}?\s[-\u2013-\u2015]Cluster(?::\s*|\s+)/i,
    /\benv:ECS_CLUSTER\s*=\s*/i,
    /\bSetEnvironmentVariable\(\s*["']ECS_CLUSTER["']\s*,\s*/i,
];

const withCluster = (form: RegExp): readonly RegExp[] =>
    BEFORE_CLUSTER.map(({ source, flags }) => new RegExp(`${source}(?:\\\\?["'])?${form.source}`, `${flags}g`));

const CLUSTER = withCluster(/([\w:/-]+)(?![\w:/$-]|`(?![nr]))/);
/** What the script finds out, or completes, when it runs. */
const VARIABLE = withCluster(/[\w:/-]*(?:\$|`(?![nr]))/);

/** The cluster that a script names: of several in one form the last, of several forms the first in `BEFORE_CLUSTER`. */
function clusterIn(script = ""): string | undefined {
    return CLUSTER.map((pattern) => [...script.matchAll(pattern)].at(-1)?.[1]).find((name) => name !== undefined);
}

/** URNs of the machines from which the Auto Scaling group of a capacity provider starts instances. */
function machinesOf(stack: Stack, provider: Node<CapacityProvider>): ReadonlySet<string> {
    const groups = stack.targets(provider, "autoScalingGroupArn", AutoScalingGroup).nodes;
    const machines = groups.flatMap((group) => [
        ...stack.targets(group, "launchTemplate", LaunchTemplate).nodes,
        ...stack.targets(group, "mixedTemplates", LaunchTemplate).nodes,
        ...stack.targets(group, "launchConfiguration", LaunchConfiguration).nodes,
    ]);
    return new Set(machines.map(({ urn }) => urn));
}

/** Whether the Auto Scaling group of a capacity provider starts instances from a machine. */
function feeds(stack: Stack, machine: Node<Machine>, provider: Node<CapacityProvider>): boolean {
    return stack.remember(machinesOf, provider).has(machine.urn);
}

/** The capacity providers that start instances from a machine. */
function providersFed(stack: Stack, machine: Node<Machine>): readonly Node<CapacityProvider>[] {
    return stack.all(CapacityProvider).filter((provider) => feeds(stack, machine, provider));
}

/** The launch template that an instance is known to be started from. */
function templateOf(stack: Stack, machine: Node<Machine>): Node<Machine> | undefined {
    return known(() => stack.target(machine, "launchTemplate", LaunchTemplate).node, undefined);
}

/** Whether a machine has none of these words. */
function lacks(machine: Node<Machine>, words: readonly (keyof Machine)[]): boolean {
    return !words.some((word) => isPresent(() => machine.inputs[word]));
}

/** The clusters that these resources are known to refer to. */
function keysOf<N extends Node<unknown>>(
    nodes: readonly N[],
    follow: (node: N) => Target<Cluster>,
): readonly ClusterKey[] {
    return nodes.flatMap((node) => known(() => clusterKey(follow(node), node), undefined) ?? []);
}

/** The machine whose user data counts: itself or, where it has none, its template. */
function scripted(stack: Stack, machine: Node<Machine>): Node<Machine> {
    return (lacks(machine, SCRIPTS) && templateOf(stack, machine)) || machine;
}

/** The clusters that the user data of a machine is known to name. */
function clustersNamed(stack: Stack, machine: Node<Machine>): readonly ClusterKey[] {
    const source = scripted(stack, machine);
    return SCRIPTS.flatMap((word) =>
        keysOf([source], () => stack.target(source, word, Cluster, () => clusterIn(source.inputs[word]))),
    );
}

/** The clusters of a capacity provider that are known. */
function clustersProvided(stack: Stack, provider: Node<CapacityProvider>): readonly ClusterKey[] {
    return [
        ...keysOf(stack.referrers(provider, ClusterCapacityProviders, "capacityProviders").nodes, (node) =>
            stack.target(node, "clusterName", Cluster),
        ),
        ...keysOf(stack.referrers(provider, Cluster, "capacityProviders").nodes, (node) => ({
            kind: "resource",
            node,
        })),
    ];
}

/** The clusters that instances of a machine are known to join. */
function clustersJoined(stack: Stack, machine: Node<Machine>): readonly ClusterKey[] {
    const providers = stack.remember(providersFed, machine);
    return [
        ...stack.remember(clustersNamed, machine),
        ...providers.flatMap((provider) => stack.remember(clustersProvided, provider)),
    ];
}

/** Whether the user data of a machine names a cluster, whichever that is, or one that only the instance will know. */
function namesCluster(stack: Stack, machine: Node<Machine>): boolean {
    const { inputs } = scripted(stack, machine);
    const isIn = (script = ""): boolean =>
        clusterIn(script) !== undefined || VARIABLE.some((pattern) => script.search(pattern) >= 0);
    return SCRIPTS.some((word) => known(() => isIn(inputs[word]), false));
}

/** Whether instances of a machine are known to join a cluster. */
export function isContainerInstance(stack: Stack, machine: Node<Machine>): boolean {
    return (
        namesCluster(stack, machine) ||
        stack.remember(clustersNamed, machine).length > 0 ||
        stack.remember(providersFed, machine).length > 0
    );
}

/** What starts instances with these words of a machine: itself, and the instances that take them from a template. */
export function usersOf(
    stack: Stack,
    machine: Node<Machine>,
    words: readonly (keyof Machine)[],
): readonly Node<Machine>[] {
    const template = stack.as(machine, LaunchTemplate);
    const instances = template ? stack.referrers(template, Instance, "launchTemplate").nodes : [];
    const takers = instances.filter((instance) => lacks(instance, words));
    return [machine, ...takers];
}

/** Whether tasks of a launcher may be placed on instances of a machine. */
export function placesOn(stack: Stack, launcher: Node<Launcher>, machine: Node<Machine>): boolean {
    const strategy = strategyOf(stack, launcher);
    if (strategy.length > 0) {
        return some(strategy, (follow) => {
            const { node } = follow();
            return node !== undefined && feeds(stack, machine, node);
        });
    }
    const cluster = clusterKey(stack.clusterOf(launcher), launcher);
    return (
        cluster !== undefined &&
        stack.remember(clustersJoined, machine).some((joined) => areOneCluster(joined, cluster)) &&
        runsOn(stack, launcher, "EC2")
    );
}
