/** Amazon ECS: what runs, where, and what starts it. The `aws-native` twins have the same words. */
import { containerDefinitions, daemonContainerDefinitions } from "../containers";
import { at, boolean, Fields, isRecord, list, List, object, Reader, string, text } from "../shape";
import {
    absent,
    anyOf,
    awsSubject,
    having,
    lastSegment,
    nativeTagged,
    keys,
    strings,
    Subject,
    tagged,
    tokenOf,
    whollyKnown,
    Words,
} from "./subject";

/** `ENABLED` or `DISABLED` as a boolean. */
const enabled: Reader<boolean> = {
    read: (raw) => raw === "ENABLED",
    write: (value) => (value ? "ENABLED" : "DISABLED"),
};

/** A text as the one key of what triggers a deployment. */
const nonce: Reader<readonly string[]> = { read: (raw) => (typeof raw === "string" && raw !== "" ? [raw] : []) };

/** A value that is or is not there, whatever it is. */
const isObject: Reader<boolean> = { read: isRecord };

const strategies = list(object({ capacityProvider: string }));

/** The capacity providers that AWS has in each cluster. */
export const FARGATE: readonly string[] = ["FARGATE", "FARGATE_SPOT"];

const volumeFields = { name: string, efsVolumeConfiguration: object({ transitEncryption: string }) };
/** A volume of a task definition, with its place in the list, from 0. */
type Volume = Words<typeof volumeFields> & { readonly index: number };

const taskDefinition = {
    family: string,
    networkMode: string,
    pidMode: string,
    requiresCompatibilities: strings,
    operatingSystemFamily: at("runtimePlatform.operatingSystemFamily", string),
    cpuArchitecture: at("runtimePlatform.cpuArchitecture", string),
    cpu: text,
    memory: text,
    executionRoleArn: string,
    taskRoleArn: string,
    volumes: list(object(volumeFields) as Reader<Volume | undefined>),
    containers: at("containerDefinitions", containerDefinitions),
    containersKnown: at("containerDefinitions", whollyKnown),
    ...tagged,
} satisfies Fields;

const DAEMON = tokenOf("ecs.Daemon");
const DAEMON_TASK_DEFINITION = tokenOf("ecs.DaemonTaskDefinition");

export const TaskDefinition: Subject<TaskDefinition> = {
    noun: "task definition",
    types: {
        "aws:ecs/taskDefinition:TaskDefinition": object(taskDefinition),
        [DAEMON_TASK_DEFINITION]: object({
            ...taskDefinition,
            containers: at("containerDefinitions", daemonContainerDefinitions),
        }),
        "aws-native:ecs:TaskDefinition": object({ ...taskDefinition, ...nativeTagged }),
    },
    name: "family",
    nameIn: (reference) => revisionOf(reference).family,
    isFor: (referrer, type) => (referrer === DAEMON) === (type === DAEMON_TASK_DEFINITION),
};
export type TaskDefinition = Words<typeof taskDefinition>;

/** The family and, if it is pinned, the revision in a reference to a task definition: ARN, `family:revision` or family. */
export function revisionOf(reference: string): { family: string; revision?: string } {
    const { family, revision } = /^(?<family>[^:]*)(?::(?<revision>\d+))?$/.exec(lastSegment(reference))?.groups ?? {};
    return { family: family ?? "", revision };
}

/** What starts tasks. */
const launcher = {
    taskDefinition: string,
    cluster: string,
    launchType: string,
    capacityProviderStrategies: strategies,
    platformVersion: string,
    enableExecuteCommand: boolean,
    assignPublicIp: at("networkConfiguration.assignPublicIp", boolean),
    subnets: at("networkConfiguration.subnets", strings),
} satisfies Fields;
export type Launcher = Words<typeof launcher>;

/** The words of an `aws-native` launcher, whose network is nested one level deeper under this name. */
function native(network: string) {
    return {
        ...launcher,
        capacityProviderStrategies: at("capacityProviderStrategy", strategies),
        assignPublicIp: at(`networkConfiguration.${network}.assignPublicIp`, enabled),
        subnets: at(`networkConfiguration.${network}.subnets`, strings),
    } satisfies Fields;
}

const service = {
    name: string,
    region: string,
    ...launcher,
    ...tagged,
    forceNewDeployment: boolean,
    /** Keys of what triggers a new deployment. */
    triggers: keys,
} satisfies Fields;
export type Service = Words<typeof service>;

export const Service: Subject<Service> = {
    noun: "service",
    types: {
        "aws:ecs/service:Service": object(service),
        "aws-native:ecs:Service": object({
            ...service,
            ...native("awsvpcConfiguration"),
            ...nativeTagged,
            name: at("serviceName", string),
            forceNewDeployment: at("forceNewDeployment.enableForceNewDeployment", boolean),
            triggers: at("forceNewDeployment.forceNewDeploymentNonce", nonce),
        }),
    },
    name: "name",
    nameIn: lastSegment,
};

const taskSet = { ...launcher, service: string } satisfies Fields;

export const TaskSet: Subject<Words<typeof taskSet>> = {
    noun: "task set",
    types: {
        "aws:ecs/taskSet:TaskSet": object(taskSet),
        "aws-native:ecs:TaskSet": object({ ...taskSet, ...native("awsVpcConfiguration") }),
    },
};

/** These words, under a place where they are nested. */
function nested<F extends Fields>(fields: F, place: string): F {
    return Object.fromEntries(
        Object.entries(fields).map(([word, reader]) => [
            word,
            at([place, ...(reader.path ?? [word])].join("."), reader),
        ]),
    ) as F;
}

/** The words of a launcher whose settings are nested at a path. */
function nestedLauncher(path: string, cluster: string): Reader<Launcher | undefined> {
    return having(
        path,
        object({
            ...nested(launcher, path),
            cluster: at(cluster, string),
            taskDefinition: at(`${path}.taskDefinitionArn`, string),
        }),
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

/** Whatever runs tasks of a task definition. */
export const Launchers = anyOf<Launcher>(Service, TaskSet, EventTarget, Schedule);

/** Launchers that run stand-alone tasks rather than keep them running. */
export const RunTask = anyOf<Launcher>(EventTarget, Schedule);

const daemon = {
    taskDefinition: at("daemonTaskDefinitionArn", string),
    cluster: at("clusterArn", string),
    enableExecuteCommand: boolean,
} satisfies Fields;

/** A service that runs one task on each container instance. */
export const Daemon = awsSubject("ecs.Daemon", "daemon", daemon);

/** What ECS takes where nothing is said. */
function otherwise<T>(value: T, reader: Reader<T | undefined>): Reader<T> {
    return { ...reader, read: (...raw) => reader.read(...raw) ?? value };
}

const expressGatewayService = {
    cluster: string,
    cpu: otherwise("1024", text),
    memory: otherwise("2048", text),
    executionRoleArn: string,
    taskRoleArn: string,
    requiresCompatibilities: { read: () => new List(["FARGATE"], string) },
} satisfies Fields;

/** A service that ECS builds around one image, always on Fargate. */
export const ExpressGatewayService = awsSubject(
    "ecs.ExpressGatewayService",
    "express gateway service",
    expressGatewayService,
);

/** What a task definition and an express gateway service both say of their tasks. */
export type TaskSettings = Pick<TaskDefinition, keyof TaskDefinition & keyof Words<typeof expressGatewayService>>;
export const TaskSettings = anyOf<TaskSettings>(TaskDefinition, ExpressGatewayService);

const setting = object({ name: string, value: string });

/** `NONE`, `OVERRIDE` or `DEFAULT`, which AWS takes where there is none. */
const logging: Reader<string> = { read: (raw, ...rest) => string.read(raw, ...rest) || "DEFAULT" };

/** How ECS Exec works in a cluster. */
const executeCommand = {
    kmsKeyId: string,
    logging,
    hasLogConfiguration: at("logConfiguration", isObject),
    logGroupName: at("logConfiguration.cloudWatchLogGroupName", string),
    logGroupEncrypted: at("logConfiguration.cloudWatchEncryptionEnabled", boolean),
    bucketName: at("logConfiguration.s3BucketName", string),
    bucketPrefix: at("logConfiguration.s3KeyPrefix", string),
    bucketEncrypted: at("logConfiguration.s3BucketEncryptionEnabled", boolean),
} satisfies Fields;

const EXECUTE_COMMAND = "configuration.executeCommandConfiguration";

const cluster = {
    name: string,
    settings: list(setting),
    ...tagged,
    hasExecuteCommand: at(EXECUTE_COMMAND, isObject),
    ...nested(executeCommand, EXECUTE_COMMAND),
    /** Of `aws-native` only; otherwise another resource says it. */
    capacityProviders: absent(strings),
    defaultStrategies: absent(strategies),
} satisfies Fields;
export type Cluster = Words<typeof cluster>;

export const Cluster: Subject<Cluster> = {
    noun: "cluster",
    types: {
        "aws:ecs/cluster:Cluster": object(cluster),
        "aws-native:ecs:Cluster": object({
            ...cluster,
            name: at("clusterName", string),
            settings: at("clusterSettings", list(setting)),
            ...nativeTagged,
            bucketEncrypted: at(`${EXECUTE_COMMAND}.logConfiguration.s3EncryptionEnabled`, boolean),
            capacityProviders: strings,
            defaultStrategies: at("defaultCapacityProviderStrategy", strategies),
        }),
    },
    name: "name",
    nameIn: lastSegment,
};

const clusterCapacityProviders = {
    clusterName: string,
    capacityProviders: strings,
    defaultStrategies: at("defaultCapacityProviderStrategies", strategies),
} satisfies Fields;

/** The capacity providers of a cluster and its default strategy. */
export const ClusterCapacityProviders: Subject<Words<typeof clusterCapacityProviders>> = {
    noun: "cluster's capacity providers",
    types: {
        "aws:ecs/clusterCapacityProviders:ClusterCapacityProviders": object(clusterCapacityProviders),
        "aws-native:ecs:ClusterCapacityProviderAssociations": object({
            ...clusterCapacityProviders,
            clusterName: at("cluster", string),
            defaultStrategies: at("defaultCapacityProviderStrategy", strategies),
        }),
    },
};

const capacityProvider = {
    name: string,
    autoScalingGroupProvider: object({ managedTerminationProtection: string }),
    autoScalingGroupArn: at("autoScalingGroupProvider.autoScalingGroupArn", string),
    managedScaling: at("autoScalingGroupProvider.managedScaling.status", string),
    hasManagedInstances: at("managedInstancesProvider", isObject),
} satisfies Fields;
export type CapacityProvider = Words<typeof capacityProvider>;

export const CapacityProvider: Subject<CapacityProvider> = {
    noun: "capacity provider",
    types: {
        "aws:ecs/capacityProvider:CapacityProvider": object(capacityProvider),
        "aws-native:ecs:CapacityProvider": object(capacityProvider),
    },
    name: "name",
    nameIn: (reference) => (FARGATE.includes(reference) ? undefined : lastSegment(reference)),
};

/** A default of the account. */
export const AccountSettingDefault = awsSubject("ecs.AccountSettingDefault", "account setting", {
    name: string,
    value: string,
});
