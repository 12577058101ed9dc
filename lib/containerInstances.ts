/** What tasks on EC2 are placed on: container instances and what they are started from. */
import { clusterKey, runsOn, strategyOf } from "./launch";
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

/** What precedes the cluster in user data: for the agent on Linux, for Bottlerocket, for the agent on Windows in two ways. */
const BEFORE_CLUSTER = [
    /\bECS_CLUSTER=/,
    /^\[settings\.ecs\][^[]*?^cluster\s*=\s*(?=["'])/m,
    // PowerShell takes longer dashes, too, which word processors make of a short one.
    /\bInitialize-ECSAgent\b.{0,200}?\s[-\u2013-\u2015]Cluster\s+/i,
    /\bSetEnvironmentVariable\(\s*["']ECS_CLUSTER["']\s*,\s*/i,
];

const withCluster = (form: RegExp): readonly RegExp[] =>
    BEFORE_CLUSTER.map(({ source, flags }) => new RegExp(`${source}["']?${form.source}`, flags));

const CLUSTER = withCluster(/([\w:/-]+)/);
/** What the script finds out when it runs. */
const VARIABLE = withCluster(/[$`]/);

function clusterIn(script: string | undefined): string | undefined {
    return CLUSTER.map((pattern) => pattern.exec(script ?? "")?.[1]).find((name) => name !== undefined);
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

/** The capacity providers that start instances from a machine. */
function providersFed(stack: Stack, machine: Node<Machine>): readonly Node<CapacityProvider>[] {
    return stack.all(CapacityProvider).filter((provider) => feeds(stack, machine, provider));
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
    return new Set(references.flatMap((follow) => known(() => clusterKey(follow()), undefined) ?? []));
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

/** The clusters that instances of a machine are known to join, as `clusterKey` gives them. */
function clustersJoined(stack: Stack, machine: Node<Machine>): ReadonlySet<string> {
    const providers = stack.remember(providersFed, machine);
    return new Set([
        ...stack.remember(clustersNamed, machine),
        ...providers.flatMap((provider) => [...stack.remember(clustersProvided, provider)]),
    ]);
}

/** Whether the user data of a machine names a cluster that only the instance will know. */
function namesVariable(stack: Stack, machine: Node<Machine>): boolean {
    const { inputs } = scripted(stack, machine);
    return SCRIPTS.some((word) => known(() => VARIABLE.some((pattern) => pattern.test(inputs[word] ?? "")), false));
}

/** Whether instances of a machine are known to join a cluster. */
export function isContainerInstance(stack: Stack, machine: Node<Machine>): boolean {
    return (
        stack.remember(clustersNamed, machine).size > 0 ||
        namesVariable(stack, machine) ||
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
            const target = follow();
            return target.kind === "resource" && feeds(stack, machine, target.node);
        });
    }
    const cluster = clusterKey(stack.clusterOf(launcher));
    return (
        cluster !== undefined && stack.remember(clustersJoined, machine).has(cluster) && runsOn(stack, launcher, "EC2")
    );
}
