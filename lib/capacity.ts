/** What tasks on EC2 are placed on: container instances and what they are started from (J-CAP). */
import { foreignName, runsOn, strategyOf } from "./launch";
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
import { Node, Stack, Target } from "./stack";
import { isPresent, known, some } from "./unknown";

/** The words that may hold the script of a machine. */
export const SCRIPTS = ["userData", "userDataBase64"] as const;

/** How user data says which cluster to join: to the agent on Linux, to Bottlerocket, to the agent on Windows. */
const CLUSTER = [
    /\bECS_CLUSTER=["']?([\w:/-]+)/,
    /^\[settings\.ecs\][^[]*?^cluster\s*=\s*["']([\w:/-]+)/m,
    /\bInitialize-ECSAgent\b.{0,200}?\s-Cluster\s+["']?([\w:/-]+)/i,
];

function clusterIn(script: string | undefined): string | undefined {
    return CLUSTER.map((pattern) => pattern.exec(script ?? "")?.[1]).find((name) => name !== undefined);
}

/** A cluster by its URN, or by its name where it is not in the stack. */
function keyOf(target: Target<Cluster>): string | undefined {
    return target.kind === "resource" ? target.node.urn : foreignName(target);
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

function feeds(stack: Stack, machine: Node<Machine>, provider: Node<CapacityProvider>): boolean {
    return stack.remember(machinesOf, provider).has(machine.urn);
}

function templateOf(stack: Stack, machine: Node<Machine>): Node<Machine> | undefined {
    const target = known(() => stack.target(machine, "launchTemplate", LaunchTemplate), undefined);
    return target?.kind === "resource" ? target.node : undefined;
}

function lacks(machine: Node<Machine>, words: readonly (keyof Machine)[]): boolean {
    return !words.some((word) => isPresent(() => machine.inputs[word]));
}

/** Collects the clusters that are known. */
function keysOf(references: readonly (() => Target<Cluster>)[]): ReadonlySet<string> {
    return new Set(references.flatMap((follow) => known(() => keyOf(follow()), undefined) ?? []));
}

/** The machine whose user data counts: itself or, where it has none, its template. */
function scripted(stack: Stack, machine: Node<Machine>): Node<Machine> {
    return (lacks(machine, SCRIPTS) && templateOf(stack, machine)) || machine;
}

/** The clusters that the user data of a machine is known to name. */
function clustersNamed(stack: Stack, machine: Node<Machine>): ReadonlySet<string> {
    const source = scripted(stack, machine);
    return keysOf(
        SCRIPTS.map((word) => () => stack.target(source, word, Cluster, () => clusterIn(source.inputs[word]))),
    );
}

/** The clusters of a capacity provider that are known. */
function clustersProvided(stack: Stack, provider: Node<CapacityProvider>): ReadonlySet<string> {
    const { nodes } = stack.referrers(provider, ClusterCapacityProviders, "capacityProviders");
    return new Set([
        ...keysOf(nodes.map((node) => () => stack.target(node, "clusterName", Cluster))),
        ...stack.referrers(provider, Cluster, "capacityProviders").nodes.map(({ urn }) => urn),
    ]);
}

/** Whether instances of a machine are known to join a cluster, given as `keyOf` has it. */
function joins(stack: Stack, machine: Node<Machine>, cluster: string): boolean {
    return (
        stack.remember(clustersNamed, machine).has(cluster) ||
        stack
            .all(CapacityProvider)
            .some(
                (provider) =>
                    feeds(stack, machine, provider) && stack.remember(clustersProvided, provider).has(cluster),
            )
    );
}

/** Names of a cluster that the script finds out when it runs, on Linux and Windows. */
const VARIABLES = [/\bECS_CLUSTER=["']?[$`]/, /\bInitialize-ECSAgent\b.{0,200}?\s-Cluster\s+["']?\$/i];

/** Whether the user data of a machine names a cluster that only the instance will know. */
function namesVariable(stack: Stack, machine: Node<Machine>): boolean {
    const { inputs } = scripted(stack, machine);
    return SCRIPTS.some((word) => known(() => VARIABLES.some((pattern) => pattern.test(inputs[word] ?? "")), false));
}

/** Whether instances of a machine are known to join a cluster. */
export function isContainerInstance(stack: Stack, machine: Node<Machine>): boolean {
    return (
        stack.remember(clustersNamed, machine).size > 0 ||
        namesVariable(stack, machine) ||
        stack.all(CapacityProvider).some((provider) => feeds(stack, machine, provider))
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
            const target = follow();
            return target.kind === "resource" && feeds(stack, machine, target.node);
        });
    }
    const cluster = keyOf(stack.clusterOf(launcher));
    return cluster !== undefined && joins(stack, machine, cluster) && runsOn(stack, launcher, "EC2");
}
