import assert from "node:assert/strict";
import { execLaunchersOf, LOGS_BY_DEFAULT } from "../../lib/exec";
import { isForFargate, runsOn, Capacity } from "../../lib/launch";
import { Node } from "../../lib/node";
import { Session } from "../../lib/session";
import { Launchers, TaskDefinition } from "../../lib/resources";
import { Stack } from "../../lib/stack";
import { known } from "../../lib/unknown";
import { Resource, stackOf, unknown } from "../support/cases";

function graph(...resources: Resource[]): Stack {
    const session = new Session();
    return new Stack(stackOf(resources, session), session.noted);
}

/** Where the one launcher runs tasks; `undecided` where that is not known. */
function capacity(...resources: Resource[]): string {
    const stack = graph(...resources);
    const [launcher] = stack.all(Launchers);
    assert.ok(launcher);
    const capacities: Capacity[] = ["FARGATE", "EC2", "EXTERNAL", "MANAGED_INSTANCES"];
    const answers = capacities.map((one) => known(() => (runsOn(stack, launcher, one) ? one : ""), "undecided"));
    return [...new Set(answers.filter(Boolean))].join(" ");
}

const isForExec = (stack: Stack, one: Node<TaskDefinition>): boolean => execLaunchersOf(stack, one).length > 0;

const service = (inputs: object, dependsOn?: Resource["dependsOn"]): Resource => ({
    type: "ecs.Service",
    name: "service",
    inputs: { ...inputs },
    dependsOn,
});
const cluster: Resource = { type: "ecs.Cluster", name: "cluster", inputs: { name: "main" } };
const strategy = (...names: unknown[]) => names.map((capacityProvider) => ({ capacityProvider }));
const defaults = (...names: unknown[]): Resource => ({
    type: "ecs.ClusterCapacityProviders",
    name: "defaults",
    inputs: { clusterName: "main", defaultCapacityProviderStrategies: strategy(...names) },
});
const provider = (inputs: object): Resource => ({
    type: "ecs.CapacityProvider",
    name: "provider",
    inputs: { name: "own", ...inputs },
});
const task = (...requiresCompatibilities: unknown[]): Resource => ({
    type: "ecs.TaskDefinition",
    name: "task",
    inputs: { family: "task", requiresCompatibilities },
});

describe("lib/launch", () => {
    it("follows the launch type", () => {
        assert.equal(capacity(service({ launchType: "FARGATE" })), "FARGATE");
        assert.equal(capacity(service({ launchType: "EC2" })), "EC2");
        assert.equal(capacity(service({ launchType: "EXTERNAL" })), "EXTERNAL");
    });

    it("asks the task definition for clusters elsewhere only, not where a strategy is not known", () => {
        const started = (inputs: object) => service({ taskDefinition: "task", ...inputs });
        const fargate = task("FARGATE");
        assert.equal(capacity(fargate, started({ cluster: "elsewhere" })), "FARGATE");
        assert.equal(capacity(task("EC2"), started({ cluster: "elsewhere" })), "undecided");
        assert.equal(capacity(task("FARGATE", "EC2"), started({ cluster: "elsewhere" })), "undecided");
        assert.equal(
            capacity(fargate, started({ cluster: "elsewhere", capacityProviderStrategies: unknown })),
            "undecided",
        );
        assert.equal(
            capacity(fargate, cluster, started({ cluster: "main", capacityProviderStrategies: unknown })),
            "undecided",
        );
        const lost = { ...defaults(), inputs: { clusterName: "main", defaultCapacityProviderStrategies: unknown } };
        assert.equal(capacity(fargate, cluster, lost, started({ cluster: "main" })), "undecided");
    });

    it("follows the strategy", () => {
        const own = (...names: unknown[]) => service({ capacityProviderStrategies: strategy(...names) });
        assert.equal(capacity(own("FARGATE_SPOT")), "FARGATE");
        assert.equal(capacity(provider({ autoScalingGroupProvider: {} }), own("own", "FARGATE")), "FARGATE EC2");
        assert.equal(capacity(provider({ managedInstancesProvider: {} }), own("own")), "MANAGED_INSTANCES");
        assert.equal(capacity(own("elsewhere")), "undecided");
        assert.equal(capacity(own("FARGATE", unknown)), "FARGATE undecided");
        assert.equal(
            capacity(service({ launchType: unknown, capacityProviderStrategies: strategy("FARGATE") })),
            "FARGATE undecided",
        );
        const known = provider({ autoScalingGroupProvider: {} });
        assert.equal(capacity(known, own("own", "elsewhere")), "undecided EC2");
        assert.equal(capacity(known, own("elsewhere", "own")), "undecided EC2");
        assert.equal(capacity(known, own(unknown, "own")), "undecided EC2");
        assert.equal(capacity(provider({ name: unknown }), own("FARGATE")), "FARGATE");
    });

    it("follows a dependency to a capacity provider whose name is not known", () => {
        const given = service(
            { capacityProviderStrategies: strategy(unknown) },
            { capacityProviderStrategies: ["provider"] },
        );
        assert.match(capacity(provider({ name: unknown, managedInstancesProvider: {} }), given), /MANAGED_INSTANCES/);
    });

    it("follows the default strategy of the cluster", () => {
        const plain = service({ cluster: "main" });
        assert.equal(capacity(cluster, defaults("FARGATE"), plain), "FARGATE");
        assert.equal(
            capacity(cluster, defaults("FARGATE"), service({ cluster: unknown }, { cluster: ["cluster"] })),
            "FARGATE",
        );
        assert.equal(capacity(cluster, defaults("FARGATE", unknown), plain), "FARGATE undecided");
        assert.equal(capacity(cluster, defaults("elsewhere", "FARGATE"), plain), "FARGATE undecided");
        assert.equal(capacity(cluster, defaults(), plain), "EC2");
        assert.equal(capacity(cluster, plain), "EC2");
        const lost = { ...defaults("FARGATE"), inputs: { ...defaults("FARGATE").inputs, clusterName: unknown } };
        assert.equal(capacity(cluster, lost, plain), "undecided");
        const native: Resource = {
            type: "aws-native:ecs:ClusterCapacityProviderAssociations",
            name: "defaults",
            inputs: { cluster: "main", defaultCapacityProviderStrategy: strategy("FARGATE") },
        };
        assert.equal(capacity(cluster, native, plain), "FARGATE");
        assert.equal(capacity(cluster, defaults("FARGATE"), service({ cluster: "main", launchType: "EC2" })), "EC2");
    });

    it("follows the default strategy that the stack gives to a cluster outside", () => {
        const main = "arn:aws:ecs:us-east-1:123456789012:cluster/main";
        const other: Resource = {
            ...defaults("FARGATE"),
            name: "other",
            inputs: { clusterName: "default", defaultCapacityProviderStrategies: strategy("FARGATE") },
        };
        assert.equal(capacity(defaults("FARGATE_SPOT"), service({ cluster: main })), "FARGATE");
        assert.equal(capacity(defaults("elsewhere"), service({ cluster: "main" })), "undecided");
        assert.equal(capacity(defaults("FARGATE"), other, service({})), "FARGATE");
        assert.equal(capacity(defaults("FARGATE"), service({})), "undecided");
        assert.equal(capacity(defaults(), service({ cluster: main })), "undecided");
        const here = { ...defaults("FARGATE"), outputs: { region: "us-east-1" } };
        assert.equal(capacity(here, service({ cluster: main })), "FARGATE");
        assert.equal(capacity(here, service({ cluster: main.replace("us-east-1", "eu-west-1") })), "undecided");
        const far = { ...service({ cluster: "main" }), outputs: { region: "eu-west-1" } };
        assert.equal(capacity(here, far), "undecided");
        const twice: Resource = { ...defaults("FARGATE"), name: "elsewhere" };
        assert.equal(capacity(defaults("FARGATE"), twice, service({ cluster: "main" })), "undecided");
        const unread = { ...other, inputs: { ...other.inputs, defaultCapacityProviderStrategies: unknown } };
        assert.equal(capacity(unread, service({})), "undecided");
        assert.equal(capacity(defaults("FARGATE"), unread, service({ cluster: main })), "FARGATE");
        const lost = { ...unread, inputs: { ...other.inputs, clusterName: unknown } };
        assert.equal(capacity(lost, service({})), "undecided");
        const reference: Resource = { type: "pulumi:pulumi:StackReference", name: "theirs" };
        assert.equal(capacity(reference, other, service({ cluster: unknown }, { cluster: ["theirs"] })), "undecided");
    });

    it("follows the default strategy inside a cluster of aws-native", () => {
        const native: Resource = {
            type: "aws-native:ecs:Cluster",
            name: "native",
            inputs: { clusterName: "main", defaultCapacityProviderStrategy: strategy("FARGATE") },
        };
        assert.equal(capacity(native, service({ cluster: "main" })), "FARGATE");
    });

    it("follows the task definition where the program only reads the cluster", () => {
        const read: Resource = { ...cluster, inputs: false, outputs: { name: "main" } };
        const plain = service({ cluster: "main", taskDefinition: "task" });
        assert.equal(capacity(read, plain, task("FARGATE")), "FARGATE");
        assert.equal(capacity(read, plain, task("FARGATE", "EC2")), "undecided");
        assert.equal(capacity(read, defaults("FARGATE"), plain, task("EC2")), "FARGATE");
        assert.equal(capacity(cluster, plain, task("FARGATE")), "EC2");
    });

    it("follows the task definition where the cluster is not in the stack", () => {
        const plain = service({ cluster: "elsewhere", taskDefinition: "task" });
        assert.equal(capacity(task("FARGATE"), plain), "FARGATE");
        assert.equal(capacity(task("FARGATE", "EC2"), plain), "undecided");
        assert.equal(capacity(task(), plain), "undecided");
        assert.equal(capacity(plain), "undecided");
    });

    it("is undecided where nothing is known", () => {
        assert.equal(capacity(service({ launchType: unknown })), "undecided");
        assert.equal(capacity(service({ capacityProviderStrategies: unknown })), "undecided");
        assert.equal(capacity(cluster, service({ cluster: unknown })), "undecided");
    });

    it("knows whether a cluster logs sessions by default", () => {
        const logging = (value: unknown): Resource => ({
            ...cluster,
            inputs: { configuration: { executeCommandConfiguration: { logging: value } } },
        });
        assert.ok(LOGS_BY_DEFAULT.holds(graph(cluster)));
        assert.ok(LOGS_BY_DEFAULT.holds(graph(logging(unknown))));
        assert.ok(!LOGS_BY_DEFAULT.holds(graph(logging("NONE"))));
    });

    it("knows which task definitions are for Fargate and for ECS Exec", () => {
        const launched = (inputs: object, ...more: Resource[]): Stack =>
            graph(task("EC2"), service({ taskDefinition: "task:4", ...inputs }), ...more);
        const judged = (stack: Stack) => {
            const [one] = stack.all(TaskDefinition);
            assert.ok(one);
            return [isForFargate, isForExec].map((judge) => known(() => judge(stack, one), "undecided"));
        };
        assert.deepEqual(judged(launched({ launchType: "FARGATE" })), [true, false]);
        assert.deepEqual(judged(launched({ launchType: "EC2", enableExecuteCommand: true })), [false, true]);
        assert.deepEqual(judged(launched({ launchType: "EC2", enableExecuteCommand: unknown })), [false, "undecided"]);
        const somewhere = { taskDefinition: unknown, enableExecuteCommand: true };
        assert.deepEqual(judged(launched({ ...somewhere, launchType: "EC2" })), [false, "undecided"]);
        const either = { type: "ecs.TaskDefinition", name: "other", inputs: { family: "other" } };
        const components = { taskDefinition: ["task", "other"] };
        const ambiguous = (inputs: object) =>
            judged(graph(task("EC2"), either, service({ ...somewhere, ...inputs }, components)));
        assert.deepEqual(ambiguous({ launchType: "EC2" }), [false, "undecided"]);
        assert.deepEqual(ambiguous({ launchType: "FARGATE", enableExecuteCommand: false }), ["undecided", false]);
        assert.deepEqual(judged(graph(task("FARGATE"))), [true, false]);
        const target: Resource = {
            type: "cloudwatch.EventTarget",
            name: "target",
            inputs: {
                arn: "main",
                ecsTarget: { taskDefinitionArn: "task", enableExecuteCommand: true, launchType: "FARGATE" },
            },
        };
        assert.deepEqual(judged(launched({ launchType: "EC2" }, target)), [true, true]);
    });
});
