/**
 * The resource types that the policies judge, in the words of `@pulumi/aws`. Launchers and the `aws-native` twins are
 * read into the same words, so that a policy is written once.
 */
import { containerDefinitions, daemonContainerDefinitions } from "./containers";
import { at, boolean, Fields, isRecord, list, object, own, Raw, Read, Reader, string } from "./shape";
import { tagList, tagMap, Tags } from "./tags";

/** A kind of resource: the Pulumi types it has, each with the reader of its properties. */
export interface Subject<W> {
    /** What messages call one. */
    readonly noun: string;
    /** By type token; the reader gives undefined for a resource that is not one after all. */
    readonly types: Readonly<Record<string, Reader<W | undefined>>>;
}

/** Type token of a subject that every resource is. */
export const ANY_TYPE = "*";

/** Several kinds of resource that one policy judges alike. */
export function anyOf<W>(...subjects: Subject<W>[]): Subject<W> {
    return {
        noun: subjects.map(({ noun }) => noun).join(" or "),
        types: Object.assign({}, ...subjects.map(({ types }) => types)) as Subject<W>["types"],
    };
}

/** `ENABLED` or `DISABLED` as a boolean. */
const enabled: Reader<boolean | undefined> = {
    read: (raw) => (raw === "ENABLED" ? true : raw === "DISABLED" ? false : undefined),
    write: (value) => (value ? "ENABLED" : "DISABLED"),
};

/** A property that tells missing from empty. */
function optional<T>(reader: Reader<T>): Reader<T | undefined> {
    return {
        ...reader,
        read: (raw, ...rest) => (raw === undefined || raw === null ? undefined : reader.read(raw, ...rest)),
    };
}

/** A resource that is one only if it has the property at the path. */
function having<W>(path: string, reader: Reader<W | undefined>): Reader<W | undefined> {
    return {
        ...reader,
        read: (raw, ...rest) => (isRecord(path.split(".").reduce(own, raw)) ? reader.read(raw, ...rest) : undefined),
    };
}

/** No property at all, for words that a type lacks. */
function absent<T>(reader: Reader<T>): Reader<T> {
    return { read: (_, ...rest) => reader.read(undefined, ...rest) };
}

/** Reads all of a value, to meet what is unknown in it. */
const whollyKnown: Reader<boolean> = {
    read(raw) {
        const visit = (value: unknown): void => {
            if (typeof value === "object" && value !== null) {
                Object.keys(value).forEach((key) => visit((value as Raw)[key]));
            }
        };
        visit(raw);
        return true;
    },
};

/** A resource of any type. */
export const AnyResource: Subject<object> = { noun: "resource", types: { [ANY_TYPE]: { read: () => ({}) } } };

const strings = list(string);
const strategies = list(object({ capacityProvider: string }));
const tagged = { tags: tagMap, tagsAll: optional(tagMap) } satisfies Fields;
const nativeTagged = { tags: tagList, tagsAll: absent<Tags | undefined>(optional(tagMap)) };

const taskDefinition = {
    family: string,
    networkMode: string,
    pidMode: string,
    requiresCompatibilities: strings,
    operatingSystemFamily: at("runtimePlatform.operatingSystemFamily", string),
    volumes: list(object({ name: string, efsVolumeConfiguration: object({ transitEncryption: string }) })),
    containers: at("containerDefinitions", containerDefinitions),
    containersKnown: at("containerDefinitions", whollyKnown),
    ...tagged,
} satisfies Fields;

export const TaskDefinition: Subject<TaskDefinition> = {
    noun: "task definition",
    types: {
        "aws:ecs/taskDefinition:TaskDefinition": object(taskDefinition),
        "aws:ecs/daemonTaskDefinition:DaemonTaskDefinition": object({
            ...taskDefinition,
            containers: at("containerDefinitions", daemonContainerDefinitions),
        }),
        "aws-native:ecs:TaskDefinition": object({ ...taskDefinition, ...nativeTagged }),
    },
};
export type TaskDefinition = NonNullable<Read<ReturnType<typeof object<typeof taskDefinition>>>>;

/** What starts tasks. */
const launcher = {
    taskDefinition: string,
    cluster: string,
    launchType: string,
    capacityProviderStrategies: strategies,
    platformVersion: string,
    assignPublicIp: at("networkConfiguration.assignPublicIp", boolean),
} satisfies Fields;
export type Launcher = NonNullable<Read<ReturnType<typeof object<typeof launcher>>>>;

const native = {
    ...launcher,
    capacityProviderStrategies: at("capacityProviderStrategy", strategies),
} satisfies Fields;

const service = { name: string, ...launcher, ...tagged } satisfies Fields;
export type Service = NonNullable<Read<ReturnType<typeof object<typeof service>>>>;

export const Service: Subject<Service> = {
    noun: "service",
    types: {
        "aws:ecs/service:Service": object(service),
        "aws-native:ecs:Service": object({
            ...native,
            ...nativeTagged,
            name: at("serviceName", string),
            assignPublicIp: at("networkConfiguration.awsvpcConfiguration.assignPublicIp", enabled),
        }),
    },
};

export const TaskSet: Subject<Launcher> = {
    noun: "task set",
    types: {
        "aws:ecs/taskSet:TaskSet": object(launcher),
        "aws-native:ecs:TaskSet": object({
            ...native,
            assignPublicIp: at("networkConfiguration.awsVpcConfiguration.assignPublicIp", enabled),
        }),
    },
};

/** The words of a launcher whose settings are nested at a path. */
function nestedLauncher(path: string, cluster: string): Reader<Launcher | undefined> {
    const nested = Object.fromEntries(
        Object.entries(launcher).map(([word, reader]: [string, Reader<unknown>]) => [
            word,
            at([path, ...(reader.path ?? [word])].join("."), reader),
        ]),
    ) as typeof launcher;
    return having(
        path,
        object({ ...nested, cluster: at(cluster, string), taskDefinition: at(`${path}.taskDefinitionArn`, string) }),
    );
}

/** An EventBridge target that runs tasks. */
export const EventTarget: Subject<Launcher> = {
    noun: "event target",
    types: { "aws:cloudwatch/eventTarget:EventTarget": nestedLauncher("ecsTarget", "arn") },
};

/** An EventBridge Scheduler schedule that runs tasks. */
export const Schedule: Subject<Launcher> = {
    noun: "schedule",
    types: { "aws:scheduler/schedule:Schedule": nestedLauncher("target.ecsParameters", "target.arn") },
};

const setting = object({ name: string, value: string });
const cluster = { name: string, settings: list(setting), ...tagged } satisfies Fields;
export type Cluster = NonNullable<Read<ReturnType<typeof object<typeof cluster>>>>;

export const Cluster: Subject<Cluster> = {
    noun: "cluster",
    types: {
        "aws:ecs/cluster:Cluster": object(cluster),
        "aws-native:ecs:Cluster": object({
            name: at("clusterName", string),
            settings: at("clusterSettings", list(setting)),
            ...nativeTagged,
        }),
    },
};

const capacityProvider = {
    name: string,
    autoScalingGroupProvider: object({ managedTerminationProtection: string }),
} satisfies Fields;
export type CapacityProvider = NonNullable<Read<ReturnType<typeof object<typeof capacityProvider>>>>;

export const CapacityProvider: Subject<CapacityProvider> = {
    noun: "capacity provider",
    types: {
        "aws:ecs/capacityProvider:CapacityProvider": object(capacityProvider),
        "aws-native:ecs:CapacityProvider": object(capacityProvider),
    },
};
