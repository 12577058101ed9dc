import assert from "node:assert/strict";
import { analyze, pulumiReady, type PackConfig } from "../support/pulumi";
import { nameOf, stateOf, type Given } from "../support/state";

/** The policies that find fault with each resource, as `name: policy`. */
async function faultsOf(...given: Given[]): Promise<string[]> {
    const run = await analyze(stateOf(...given));
    assert.match(run.stderr, /^(error: one or more mandatory policy violations were found\n)?$/);
    return run.violations.map(({ policy, urn }) => `${nameOf(urn)}: ${policy}`).sort();
}

const tags = [{ key: "owner", value: "platform-team" }];

/** A task definition of the aws-native provider that breaks no policy, with changes. */
function nativeTask(container: Record<string, unknown>, changes: Record<string, unknown> = {}): Given {
    return {
        type: "aws-native:ecs:TaskDefinition",
        name: "task",
        inputs: {
            family: "app",
            networkMode: "awsvpc",
            containerDefinitions: [
                {
                    name: "app",
                    image: "app:1",
                    user: "1000",
                    readonlyRootFilesystem: true,
                    logConfiguration: { logDriver: "awslogs" },
                    ...container,
                },
            ],
            tags,
            ...changes,
        },
    };
}

function nativeService(networkConfiguration: unknown, changes: Record<string, unknown> = {}): Given {
    const inputs = { serviceName: "app", launchType: "FARGATE", networkConfiguration, tags, ...changes };
    return { type: "aws-native:ecs:Service", name: "service", inputs };
}

describe("policy analyze", function () {
    this.timeout("1m");
    before(pulumiReady);

    it("has nothing to say about an empty stack", async () => {
        assert.deepEqual(await faultsOf(), []);
    });

    it("judges nothing by a secret that the CLI could not decrypt", async () => {
        const secret = {
            "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
            ciphertext: "v1:Zm9v:YmFy",
        };
        const state = stateOf(
            {
                type: "aws:ecs/taskDefinition:TaskDefinition",
                name: "task",
                inputs: {
                    family: "app",
                    requiresCompatibilities: ["FARGATE"],
                    networkMode: secret,
                    cpu: secret,
                    memory: secret,
                    executionRoleArn: secret,
                    containerDefinitions: secret,
                    tags: secret,
                },
            },
            {
                type: "aws:ecs/cluster:Cluster",
                name: "cluster",
                inputs: {
                    name: "app",
                    settings: secret,
                    configuration: { executeCommandConfiguration: { logging: secret, kmsKeyId: secret } },
                    tags: { GuardDutyManaged: secret },
                },
            },
            {
                type: "aws:ecs/service:Service",
                name: "service",
                inputs: {
                    cluster: "app",
                    launchType: "FARGATE",
                    platformVersion: secret,
                    taskDefinition: secret,
                    networkConfiguration: { subnets: secret, assignPublicIp: secret },
                    tags: { owner: secret },
                },
            },
        ) as { deployment: object };
        const salt = "v1:8TEf1pktEhs=:v1:NPEiqJavdYCIUefh:FkU1uYIo3tOLfx9l+a5vTja/dzQq7w==";
        Object.assign(state.deployment, { secrets_providers: { type: "passphrase", state: { salt } } });
        const run = await analyze(state);
        assert.match(run.stderr, /analyzing with secret values redacted/);
        assert.deepEqual(run.violations, []);
    });

    it("ends with success unless a mandatory policy found something", async () => {
        const cluster = { name: "app", settings: [{ name: "containerInsights", value: "enabled" }] };
        const given = { type: "aws:ecs/cluster:Cluster", name: "cluster" };
        const packConfig: PackConfig = { "guardduty-cluster-managed-tag": "disabled" };
        const untagged = await analyze(stateOf({ ...given, inputs: cluster }), { packConfig });
        assert.deepEqual(
            untagged.violations.map(({ policy, level }) => [policy, level]),
            [["tagged-ecs-cluster", "advisory"]],
        );
        assert.ok(untagged.ok);
        const tags = { GuardDutyManaged: "true" };
        const blind = await analyze(stateOf({ ...given, inputs: { name: "app", tags } }));
        assert.deepEqual(
            blind.violations.map(({ policy, level }) => [policy, level]),
            [["ecs-container-insights-enabled", "mandatory"]],
        );
        assert.equal(blind.ok, false);
    });

    describe("resources of the aws-native provider", () => {
        it("task definition without fault", async () => {
            assert.deepEqual(await faultsOf(nativeTask({})), []);
        });

        it("container definitions, which are an array there", async () => {
            const container = {
                privileged: true,
                readonlyRootFilesystem: false,
                user: "root",
                environment: [{ name: "AWS_ACCESS_KEY_ID", value: "made-up" }],
                logConfiguration: undefined,
            };
            assert.deepEqual(await faultsOf(nativeTask(container)), [
                "task: ecs-containers-nonprivileged",
                "task: ecs-containers-readonly-access",
                "task: ecs-no-environment-secrets",
                "task: ecs-task-definition-linux-user-non-root",
                "task: ecs-task-definition-log-configuration",
            ]);
        });

        it("task definition around the containers", async () => {
            const changes = {
                networkMode: "host",
                pidMode: "host",
                volumes: [{ name: "data", efsVolumeConfiguration: { filesystemId: "fs-1" } }],
                tags: [],
            };
            assert.deepEqual(await faultsOf(nativeTask({ user: "0" }, changes)), [
                "task: ecs-task-definition-efs-encryption-enabled",
                "task: ecs-task-definition-linux-user-non-root",
                "task: ecs-task-definition-network-mode-not-host",
                "task: ecs-task-definition-pid-mode-check",
                "task: ecs-task-definition-user-for-host-mode-check",
                "task: tagged-ecs-taskdefinition",
            ]);
        });

        it("service", async () => {
            const network = (assignPublicIp: string) => ({
                awsvpcConfiguration: { subnets: ["subnet-1"], assignPublicIp },
            });
            assert.deepEqual(await faultsOf(nativeService(network("DISABLED"))), []);
            assert.deepEqual(
                await faultsOf(nativeService(network("ENABLED"), { platformVersion: "1.3.0", tags: undefined })),
                [
                    "service: ecs-fargate-latest-platform-version",
                    "service: ecs-service-assign-public-ip-disabled",
                    "service: guardduty-fargate-platform-version",
                    "service: tagged-ecs-service",
                ],
            );
        });

        it("service on Fargate by its capacity provider strategy", async () => {
            const changes = {
                launchType: undefined,
                capacityProviderStrategy: [{ capacityProvider: "FARGATE" }],
                platformVersion: "1.3.0",
            };
            assert.deepEqual(
                await faultsOf(nativeService({ awsvpcConfiguration: { subnets: ["subnet-1"] } }, changes)),
                ["service: ecs-fargate-latest-platform-version", "service: guardduty-fargate-platform-version"],
            );
        });

        it("cluster", async () => {
            const cluster = (value: string): Given => ({
                type: "aws-native:ecs:Cluster",
                name: "cluster",
                inputs: {
                    clusterSettings: [{ name: "containerInsights", value }],
                    tags: [{ key: "GuardDutyManaged", value: "true" }],
                },
            });
            assert.deepEqual(await faultsOf(cluster("enhanced")), []);
            assert.deepEqual(await faultsOf(cluster("disabled")), ["cluster: ecs-container-insights-enabled"]);
        });

        it("task set", async () => {
            const inputs = {
                launchType: "FARGATE",
                platformVersion: "1.3.0",
                networkConfiguration: { awsVpcConfiguration: { subnets: ["subnet-1"], assignPublicIp: "ENABLED" } },
            };
            assert.deepEqual(await faultsOf({ type: "aws-native:ecs:TaskSet", name: "set", inputs }), [
                "set: ecs-fargate-latest-platform-version",
                "set: ecs-taskset-assign-public-ip-disabled",
                "set: guardduty-fargate-platform-version",
            ]);
        });

        it("capacity provider", async () => {
            const provider = (managedTerminationProtection?: string): Given => ({
                type: "aws-native:ecs:CapacityProvider",
                name: "capacity",
                inputs: {
                    autoScalingGroupProvider: {
                        autoScalingGroupArn: "arn:aws:autoscaling:us-east-1:123456789012:autoScalingGroup:1:group",
                        managedTerminationProtection,
                    },
                },
            });
            assert.deepEqual(await faultsOf(provider("ENABLED")), []);
            assert.deepEqual(await faultsOf(provider()), ["capacity: ecs-capacity-provider-termination-check"]);
        });
    });

    describe("whatever launches tasks", () => {
        const network = { subnets: ["subnet-1"], assignPublicIp: true };
        const fargate = { launchType: "FARGATE", platformVersion: "1.3.0", networkConfiguration: network };
        const taskDefinitionArn = "arn:aws:ecs:us-east-1:123456789012:task-definition/app:1";

        it("task set", async () => {
            assert.deepEqual(await faultsOf({ type: "aws:ecs/taskSet:TaskSet", name: "set", inputs: fargate }), [
                "set: ecs-fargate-latest-platform-version",
                "set: ecs-taskset-assign-public-ip-disabled",
                "set: guardduty-fargate-platform-version",
            ]);
        });

        it("event target", async () => {
            const inputs = { ecsTarget: { ...fargate, taskDefinitionArn } };
            const target = { type: "aws:cloudwatch/eventTarget:EventTarget", name: "target", inputs };
            assert.deepEqual(await faultsOf(target), [
                "target: ecs-fargate-latest-platform-version",
                "target: ecs-service-assign-public-ip-disabled",
                "target: guardduty-fargate-platform-version",
            ]);
        });

        it("schedule", async () => {
            const inputs = { target: { ecsParameters: { ...fargate, taskDefinitionArn } } };
            const schedule = { type: "aws:scheduler/schedule:Schedule", name: "schedule", inputs };
            assert.deepEqual(await faultsOf(schedule), [
                "schedule: ecs-fargate-latest-platform-version",
                "schedule: ecs-service-assign-public-ip-disabled",
                "schedule: guardduty-fargate-platform-version",
            ]);
        });

        it("daemon task definition, whose container definitions are typed", async () => {
            const container = (changes: Record<string, unknown>): Given => ({
                type: "aws:ecs/daemonTaskDefinition:DaemonTaskDefinition",
                name: "daemon",
                inputs: {
                    family: "agent",
                    containerDefinitions: [
                        {
                            name: "agent",
                            image: "agent:1",
                            user: "1000",
                            readonlyRootFilesystem: true,
                            logConfiguration: { logDriver: "awslogs" },
                            ...changes,
                        },
                    ],
                    tags: { owner: "platform-team" },
                },
            });
            assert.deepEqual(await faultsOf(container({})), []);
            const broken = container({
                privileged: true,
                readonlyRootFilesystem: false,
                environments: [{ name: "AWS_SECRET_ACCESS_KEY", value: "made-up" }],
                logConfiguration: undefined,
            });
            assert.deepEqual(await faultsOf(broken), [
                "daemon: ecs-containers-nonprivileged",
                "daemon: ecs-containers-readonly-access",
                "daemon: ecs-no-environment-secrets",
                "daemon: ecs-task-definition-log-configuration",
            ]);
        });
    });

    it("finds a revision pinned in a state, and none where the service follows the task definition", async () => {
        const task: Given = {
            type: "aws:ecs/taskDefinition:TaskDefinition",
            name: "task",
            inputs: { family: "app", containerDefinitions: "[]", tags: { owner: "platform-team" } },
        };
        const service = (taskDefinition: string, from?: Given["from"]): Given => ({
            type: "aws:ecs/service:Service",
            name: "service",
            inputs: { taskDefinition, tags: { owner: "platform-team" } },
            from,
        });
        const arn = "arn:aws:ecs:us-east-1:123456789012:task-definition/app:7";
        assert.deepEqual(await faultsOf(task, service("app:7")), ["service: ecs-service-task-definition-revision"]);
        assert.deepEqual(await faultsOf(task, service(arn, { taskDefinition: ["task"] })), []);
    });
});
