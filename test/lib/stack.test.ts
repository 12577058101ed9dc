import assert from "node:assert/strict";
import { Node } from "../../lib/node";
import { Session } from "../../lib/session";
import {
    Bucket,
    BucketPolicy,
    Cluster,
    ClusterCapacityProviders,
    Launchers,
    PolicyAttachment,
    Role,
    RouteTableAssociation,
    RouteTables,
    Service,
    Subject,
    Subnet,
    TaskDefinition,
} from "../../lib/resources";
import { Stack, Target } from "../../lib/stack";
import { known, Undecided } from "../../lib/unknown";
import { Resource, stackOf, unknown } from "../support/cases";

function graph(...resources: Resource[]): Stack {
    const session = new Session();
    return new Stack(stackOf(resources, session), session.noted);
}

function node<W>(stack: Stack, subject: Subject<W>, name: string): Node<W> {
    return stack.all(subject).find((one) => one.name === name) ?? assert.fail(`there is no ${name}`);
}

/** Where a reference leads: a logical name, what was written, or nothing. */
function led<W>(target: Target<W>): string {
    return target.kind === "resource"
        ? target.node.name
        : `${target.kind} ${(target as { literal?: string }).literal ?? ""}`.trim();
}

const ARN = "arn:aws:ecs:eu-west-1:123456789012";

describe("lib/stack", () => {
    describe("one reference", () => {
        const taskOf = (...resources: Resource[]): string => {
            const stack = graph(...resources);
            return led(stack.taskDefinitionOf(node(stack, Launchers, "service")));
        };
        const task = (name: string, inputs: object = { family: name }, outputs?: Resource["outputs"]): Resource => ({
            type: "ecs.TaskDefinition",
            name,
            inputs: { ...inputs },
            outputs,
        });
        const service = (taskDefinition: unknown, ...on: string[]): Resource => ({
            type: "ecs.Service",
            name: "service",
            inputs: { taskDefinition },
            dependsOn: on.length > 0 ? { taskDefinition: on } : {},
        });

        it("follows a dependency at preview", () => {
            assert.equal(taskOf(task("a"), task("b"), service(unknown, "b")), "b");
        });
        it("leads outside where the text means no resource, whatever it depends on", () => {
            const other = `${ARN}:task-definition/other:1`;
            assert.equal(taskOf(task("a"), service(other, "a")), `outside ${other}`);
            assert.equal(taskOf(task("a", {}, { id: unknown, arn: unknown }), service(other, "a")), `outside ${other}`);
        });
        it("follows an ARN that the provider answered", () => {
            const arn = `${ARN}:task-definition/renamed:3`;
            assert.equal(taskOf(task("a"), task("b", { family: unknown }, { arn }), service(arn)), "b");
        });
        it("follows a family, with or without revision, and in an ARN", () => {
            for (const text of ["b", "b:7", `${ARN}:task-definition/b:7`, `${ARN}:task-definition/b`]) {
                assert.equal(taskOf(task("a"), task("b"), service(text)), "b");
            }
        });
        it("tells by the text which of several dependencies is meant", () => {
            assert.equal(taskOf(task("a"), task("b"), service("b", "a", "b")), "b");
        });
        it("leads outside where the text means no resource of the stack", () => {
            assert.equal(taskOf(task("a"), service("other:1")), "outside other:1");
        });
        it("leads outside where the text is of another account or Region than the resource of that name", () => {
            const arn = `${ARN}:task-definition/web:1`;
            const web = task("web", { family: "web" }, { arn });
            const there = (region: string, account: string): string =>
                taskOf(web, service(`arn:aws:ecs:${region}:${account}:task-definition/web:7`));
            assert.equal(there("eu-west-1", "123456789012"), "web");
            assert.match(there("eu-west-1", "210987654321"), /^outside /);
            assert.match(there("us-east-1", "123456789012"), /^outside /);
            assert.equal(taskOf(task("web", { family: "web" }, { arn: unknown }), service(arn)), "web");
        });
        it("tells resources of one name by the Region of what refers to them", () => {
            const inRegion = (name: string, region: string) => task(name, { family: "web" }, { region });
            const from = (region: string) => ({ ...service("web"), outputs: { region } });
            const tasks = [inRegion("eu", "eu-west-1"), inRegion("us", "us-east-1")];
            assert.equal(taskOf(...tasks, from("us-east-1")), "us");
            assert.equal(taskOf(...tasks, from("ap-east-1")), "outside web");
            assert.throws(() => taskOf(...tasks, service("web")), Undecided);
        });
        it("finds a bucket in whatever Region it is", () => {
            const bucket = {
                type: "s3.Bucket",
                name: "logs",
                inputs: { bucket: "logs" },
                outputs: { region: "us-east-1" },
            };
            const policy = {
                type: "s3.BucketPolicy",
                name: "policy",
                inputs: { bucket: "logs" },
                outputs: { region: "eu-west-1" },
            };
            const stack = graph(bucket, policy);
            const [from] = stack.all(BucketPolicy);
            assert.ok(from);
            assert.equal(stack.target(from, "bucket", Bucket).kind, "resource");
        });
        it("follows the dependencies of a resource that has lost those of its properties", () => {
            const lost = (...on: string[]): Resource => ({
                ...service(unknown),
                dependsOn: { taskDefinition: [], cluster: [], "": on },
            });
            assert.equal(taskOf(task("a"), task("b"), lost("b")), "b");
            assert.throws(() => taskOf(task("a"), task("b"), lost("a", "b")), Undecided);
            const cluster: Resource = { type: "ecs.Cluster", name: "cluster" };
            assert.equal(taskOf(task("a"), cluster, lost("a", "cluster")), "a");
        });
        it("leads nowhere where nothing was written", () => {
            assert.equal(taskOf(task("a"), service(undefined)), "none");
            assert.equal(taskOf(task("a"), service("")), "none");
        });
        it("leads outside where it comes from another stack", () => {
            const other: Resource = { type: "pulumi:pulumi:StackReference", name: "other" };
            assert.equal(taskOf(other, service(unknown, "other")), "outside");
        });
        it("is undecided where it comes from another stack and from a resource of this one", () => {
            const other: Resource = { type: "pulumi:pulumi:StackReference", name: "other" };
            assert.throws(() => taskOf(other, task("a"), service(unknown, "other", "a")), Undecided);
        });
        it("is undecided where it was made of more than the resource", () => {
            const cluster: Resource = { type: "ecs.Cluster", name: "cluster" };
            assert.throws(() => taskOf(task("a"), cluster, service(unknown, "a", "cluster")), Undecided);
            assert.equal(taskOf(task("a"), cluster, service("a", "a", "cluster")), "a");
        });
        it("follows one that all others in the output depend on", () => {
            const after: Resource = { type: "ecs.Cluster", name: "after", dependsOn: { "": ["a"] } };
            assert.equal(taskOf(task("a"), after, service(unknown, "a", "after")), "a");
            const beside: Resource = { type: "ecs.Cluster", name: "beside" };
            assert.throws(() => taskOf(task("a"), after, beside, service(unknown, "a", "after", "beside")), Undecided);
        });
        it("knows where a resource of aws-native is", () => {
            const type = "aws-native:ecs:TaskDefinition";
            const revision = `${ARN}:task-definition/app:3`;
            const native = { ...task("app"), type, outputs: { taskDefinitionArn: revision } };
            assert.equal(taskOf(native, service(revision)), "app");
            const elsewhere = revision.replace("eu-west-1", "us-east-1");
            assert.equal(taskOf(native, service(elsewhere)), `outside ${elsewhere}`);
            const far = { ...service("app"), type: "aws-native:ecs:Service", outputs: { serviceArn: elsewhere } };
            assert.equal(taskOf(native, far), "outside app");
        });
        it("is not certain by a name where Regions or accounts may differ", () => {
            const by = (name: string, region?: string): Pick<Resource, "provider"> => ({
                provider: { urn: `urn:pulumi:test::project::pulumi:providers:aws::${name}`, props: { region } },
            });
            const [web, from] = [task("web"), service("web")];
            const far: Resource = { type: "ecs.Cluster", name: "far", outputs: { region: "eu-west-1" } };
            const near: Resource = { ...far, name: "near", outputs: { region: "us-east-1" } };
            const lead = (...resources: Resource[]): string | undefined =>
                known(() => taskOf(...resources), "undecided");
            assert.equal(lead(web, from, far), "web");
            assert.equal(lead(web, from, far, near), "undecided");
            const elsewhere: Resource = { type: "gcp:compute:Subnetwork", name: "gcp", outputs: { region: "europe" } };
            assert.equal(lead(web, from, far, elsewhere), "web");
            const here = by("default_7_48_0", "us-east-1");
            assert.equal(lead({ ...web, ...here }, { ...from, ...by("default", "us-east-1") }, far, near), "web");
            assert.equal(
                lead({ ...web, ...here }, { ...from, ...by("default", "eu-west-1") }, far, near),
                "outside web",
            );
            assert.equal(lead({ ...web, ...here }, { ...from, ...by("b", "us-east-1") }), "undecided");
            const made = { ...web, ...here, outputs: { arn: `${ARN}:task-definition/web:1` } };
            const answered = { ...from, ...by("b"), outputs: { arn: `${ARN}:service/main/service` } };
            assert.equal(lead(made, answered), "web");
            const bucket: Resource = { type: "s3.Bucket", name: "logs", inputs: { bucket: "logs" }, ...by("b") };
            const open: Resource = { type: "s3.BucketPolicy", name: "open", inputs: { bucket: "logs" }, ...here };
            const both = graph(bucket, open);
            assert.equal(both.target(node(both, BucketPolicy, "open"), "bucket", Bucket).kind, "resource");
        });

        it("finds by its id what another account shares", () => {
            const theirs: Resource = {
                type: "ec2.Subnet",
                name: "shared",
                outputs: { id: "subnet-1", arn: "arn:aws:ec2:eu-west-1:210987654321:subnet/subnet-1" },
            };
            const stack = graph(theirs, {
                type: "ecs.Service",
                name: "service",
                inputs: { networkConfiguration: { subnets: ["subnet-1"] } },
                outputs: { arn: `${ARN}:service/main/service` },
            });
            const { nodes } = stack.targets(node(stack, Launchers, "service"), "subnets", Subnet);
            assert.deepEqual(
                nodes.map(({ name }) => name),
                ["shared"],
            );
        });
        it("does not take a VPC for its main route table where more than the VPC was asked", () => {
            const vpc: Resource = { type: "ec2.Vpc", name: "vpc" };
            const within: Resource = { type: "ec2.Subnet", name: "within", dependsOn: { vpcId: ["vpc"] } };
            const association = (...on: string[]): Resource => ({
                type: "ec2.RouteTableAssociation",
                name: "association",
                inputs: { routeTableId: unknown },
                dependsOn: { routeTableId: on },
            });
            const tableOf = (...on: string[]): string => {
                const stack = graph(vpc, within, association(...on));
                const from = node(stack, RouteTableAssociation, "association");
                return led(stack.target(from, "routeTableId", RouteTables));
            };
            assert.equal(tableOf("vpc"), "vpc");
            assert.throws(() => tableOf("vpc", "within"), Undecided);
        });
        it("tells resources of one name by the account of what refers to them", () => {
            const mine = `${ARN}:task-definition/app:1`;
            const theirs = mine.replace("123456789012", "210987654321");
            const caller = { ...service("app"), outputs: { taskDefinition: "app", arn: `${ARN}:service/main/web` } };
            const other = task("theirs", { family: "app" }, { arn: theirs });
            assert.equal(taskOf(other, caller), "outside app");
            assert.equal(taskOf(other, task("mine", { family: "app" }, { arn: mine }), caller), "mine");
        });
        it("is undecided where it is not known and nothing tells", () => {
            assert.throws(() => taskOf(task("a"), service(unknown)), Undecided);
            assert.throws(() => taskOf(task("a"), task("b"), service(unknown, "a", "b")), Undecided);
        });
        it("is undecided where two resources have the name, or one a name that is not known", () => {
            assert.throws(
                () => taskOf(task("a", { family: "x" }), task("b", { family: "x" }), service("x")),
                Undecided,
            );
            assert.throws(() => taskOf(task("a", { family: unknown }), service("x")), Undecided);
            assert.equal(taskOf(task("a", { family: unknown }), service("x", "a")), "outside x");
        });
        it("tells by the dependency which of two resources of one name is meant", () => {
            assert.equal(taskOf(task("a", { family: "x" }), task("b", { family: "x" }), service("x", "b")), "b");
        });
        it("follows a part of a property that other parts make depend on more", () => {
            const target: Resource = {
                type: "cloudwatch.EventTarget",
                name: "service",
                inputs: { ecsTarget: { taskDefinitionArn: unknown } },
                dependsOn: { ecsTarget: ["a", "subnet"] },
            };
            const subnet: Resource = { type: "ec2.Subnet", name: "subnet" };
            assert.equal(taskOf(task("a"), subnet, target), "a");
            const other: Resource = { type: "pulumi:pulumi:StackReference", name: "other" };
            const theirs = { ...target, dependsOn: { ecsTarget: ["a", "other"] } };
            assert.throws(() => taskOf(task("a"), other, theirs), Undecided);
        });
        it("passes by a launcher of which it is not known whether it is one", () => {
            const target: Resource = { type: "cloudwatch.EventTarget", name: "target", inputs: { ecsTarget: unknown } };
            assert.equal(taskOf(target, task("a"), service("a")), "a");
        });
        it("finds what is in the component that it depends on, if there is one such", () => {
            const component: Resource = { type: "acme:web:App", name: "app" };
            const inside = (name: string): Resource => ({ ...task(name), parent: "app" });
            assert.equal(taskOf(component, inside("a"), task("b"), service(unknown, "app")), "a");
            assert.throws(() => taskOf(component, inside("a"), inside("b"), service(unknown, "app")), Undecided);
            const cluster: Resource = { type: "ecs.Cluster", name: "cluster", parent: "app" };
            const below = { ...inside("b"), parent: "cluster" };
            assert.equal(taskOf(component, inside("a"), cluster, below, service(unknown, "app")), "a");
        });

        it("finds a cluster by name and ARN, and the cluster called default for a service without one", () => {
            const clusterOf = (cluster: unknown, ...names: string[]): string => {
                const clusters = names.map((name) => ({ type: "ecs.Cluster", name, inputs: { name } }));
                const stack = graph(...clusters, { type: "ecs.Service", name: "service", inputs: { cluster } });
                return led(stack.clusterOf(node(stack, Service, "service")));
            };
            assert.equal(clusterOf("main", "main", "other"), "main");
            assert.equal(clusterOf(`${ARN}:cluster/main`, "main", "other"), "main");
            assert.equal(clusterOf("elsewhere", "main"), "outside elsewhere");
            assert.equal(clusterOf(undefined, "default", "main"), "default");
            assert.equal(clusterOf(undefined, "main"), "outside default");
        });

        it("finds a cluster by the name that the provider answered", () => {
            const stack = graph(
                { type: "ecs.Cluster", name: "cluster", inputs: {}, outputs: { name: "main-7f3a" } },
                { type: "ecs.Service", name: "service", inputs: { cluster: `${ARN}:cluster/main-7f3a` } },
            );
            assert.equal(led(stack.clusterOf(node(stack, Service, "service"))), "cluster");
        });

        it("finds a role by the end of its ARN, whatever its path", () => {
            const stack = graph(
                { type: "iam.Role", name: "role", inputs: { name: "execution" } },
                task("task", { executionRoleArn: "arn:aws:iam::123456789012:role/service/execution" }),
            );
            assert.equal(led(stack.target(node(stack, TaskDefinition, "task"), "executionRoleArn", Role)), "role");
        });
    });

    describe("a list of references", () => {
        const subnet = (name: string, id?: unknown): Resource => ({
            type: "ec2.Subnet",
            name,
            inputs: {},
            outputs: id === undefined ? {} : { id },
        });
        const service = (subnets: unknown, ...on: string[]): Resource => ({
            type: "ecs.Service",
            name: "service",
            inputs: { networkConfiguration: { subnets } },
            dependsOn: on.length > 0 ? { networkConfiguration: on } : {},
        });
        const subnetsOf = (
            ...resources: Resource[]
        ): { nodes: string[]; possible?: string[]; outside: readonly string[]; partial: boolean } => {
            const stack = graph(...resources);
            const { nodes, possible, ...rest } = stack.targets(node(stack, Service, "service"), "subnets", Subnet);
            const names = possible.map(({ name }) => name);
            return { nodes: nodes.map(({ name }) => name), ...(names.length > 0 && { possible: names }), ...rest };
        };

        it("follows dependencies at preview", () => {
            const found = { nodes: ["a", "b"], outside: [], partial: false };
            const subnets = [subnet("a", unknown), subnet("b", unknown), subnet("c", unknown)];
            assert.deepEqual(subnetsOf(...subnets, service([unknown, unknown], "a", "b")), found);
            assert.deepEqual(subnetsOf(...subnets, service(["", unknown, unknown], "a", "b")), found);
            assert.deepEqual(subnetsOf(...subnets, service([unknown], "a")), { ...found, nodes: ["a"] });
        });
        it("tells what may be meant where it was made from more than there is in it", () => {
            const subnets = [subnet("a", unknown), subnet("b", unknown), subnet("c", "subnet-c")];
            const found = { nodes: [], possible: ["a", "b"], outside: [], partial: true };
            assert.deepEqual(subnetsOf(...subnets, service(unknown, "a", "b")), found);
            assert.deepEqual(subnetsOf(...subnets, service([unknown], "a", "b")), found);
            assert.deepEqual(subnetsOf(...subnets, service(unknown, "a")), { ...found, possible: ["a"] });
            assert.deepEqual(subnetsOf(...subnets, service([unknown, "subnet-c"], "a", "b", "c")), {
                ...found,
                nodes: ["c"],
            });
        });
        it("follows ids after the update, whatever it depends on", () => {
            const subnets = [subnet("a", "subnet-a"), subnet("b", "subnet-b")];
            const found = { nodes: ["b"], outside: [], partial: false };
            assert.deepEqual(subnetsOf(...subnets, service(["subnet-b"])), found);
            assert.deepEqual(subnetsOf(...subnets, service(["subnet-b"], "a", "b")), found);
        });
        it("does not take a dependency for what was written", () => {
            const found = { nodes: [], outside: ["subnet-a"], partial: false };
            assert.deepEqual(subnetsOf(subnet("a"), service(["subnet-a"], "a")), found);
            assert.deepEqual(subnetsOf(subnet("a", unknown), service(["subnet-a"], "a")), found);
        });
        it("names what is not in the stack", () => {
            const subnets = [subnet("a", "subnet-a")];
            assert.deepEqual(subnetsOf(...subnets, service(["subnet-a", "subnet-x"])), {
                nodes: ["a"],
                outside: ["subnet-x"],
                partial: false,
            });
        });
        it("is partial where something is not known", () => {
            const subnets = [subnet("a", unknown)];
            assert.deepEqual(subnetsOf(...subnets, service([unknown, unknown], "a")), {
                nodes: ["a"],
                outside: [],
                partial: true,
            });
            assert.deepEqual(subnetsOf(...subnets, service(unknown)), { nodes: [], outside: [], partial: true });
        });
        it("takes the only one of a component, and what is written whatever there is in one", () => {
            const component: Resource = { type: "awsx:ec2:Vpc", name: "vpc" };
            const inside = (name: string, id: unknown) => ({ ...subnet(name, id), parent: "vpc" });
            const found = { nodes: ["a"], outside: [], partial: false };
            assert.deepEqual(subnetsOf(component, inside("a", unknown), service([unknown], "vpc")), found);
            const both = [inside("a", "subnet-a"), inside("b", "subnet-b")];
            assert.deepEqual(subnetsOf(component, ...both, service(["subnet-a"], "vpc")), found);
        });
        it("is partial where a component may be behind what is not known", () => {
            const component: Resource = { type: "awsx:ec2:Vpc", name: "vpc" };
            const inside = ["b", "c"].map((name) => ({ ...subnet(name, unknown), parent: "vpc" }));
            const found = { nodes: [], outside: [], partial: true };
            for (const items of [[unknown], [unknown, unknown]]) {
                const from = service(items, "a", "vpc");
                assert.deepEqual(subnetsOf(component, ...inside, subnet("a", unknown), from), found);
            }
        });
        it("is partial where another stack may be behind what is not known", () => {
            const other: Resource = { type: "pulumi:pulumi:StackReference", name: "other" };
            const found = { nodes: ["a"], outside: [], partial: true };
            assert.deepEqual(subnetsOf(other, subnet("a", unknown), service([unknown], "a", "other")), found);
            assert.deepEqual(subnetsOf(other, subnet("a", "subnet-a"), service(["subnet-a"], "a", "other")), {
                ...found,
                partial: false,
            });
        });
        it("does not take all of a component", () => {
            const component: Resource = { type: "awsx:ec2:Vpc", name: "vpc" };
            const inside = ["a", "b"].map((name) => ({ ...subnet(name, unknown), parent: "vpc" }));
            assert.deepEqual(subnetsOf(component, ...inside, service(unknown, "vpc")), {
                nodes: [],
                outside: [],
                partial: true,
            });
        });
        it("is empty where nothing was written", () => {
            const nothing = { nodes: [], outside: [], partial: false };
            assert.deepEqual(subnetsOf(subnet("a", "subnet-a"), service([])), nothing);
            assert.deepEqual(subnetsOf(subnet("a", "subnet-a"), service(undefined)), nothing);
            assert.deepEqual(subnetsOf(subnet("a", "subnet-a"), service("nonsense")), nothing);
        });
    });

    it("finds what refers to a resource, and what may", () => {
        const stack = graph(
            { type: "ecs.Cluster", name: "main", inputs: { name: "main" } },
            { type: "ecs.Cluster", name: "other", inputs: { name: "other" } },
            { type: "ecs.ClusterCapacityProviders", name: "a", inputs: { clusterName: "main" } },
            {
                type: "ecs.ClusterCapacityProviders",
                name: "b",
                inputs: { clusterName: unknown },
                dependsOn: { clusterName: ["main"] },
            },
            { type: "ecs.ClusterCapacityProviders", name: "c", inputs: { clusterName: unknown } },
        );
        const referrers = (name: string) => {
            const found = stack.referrers(node(stack, Cluster, name), ClusterCapacityProviders, "clusterName");
            return [found.nodes.map((one) => one.name), found.undecided.map((one) => one.name)];
        };
        assert.deepEqual(referrers("main"), [["a", "b"], ["c"]]);
        assert.deepEqual(referrers("other"), [[], ["c"]]);
    });

    it("tells kinds apart that messages call the same", () => {
        const stack = graph(
            { type: "ecs.Cluster", name: "main", inputs: { name: "main" } },
            { type: "iam.Role", name: "main", inputs: { name: "main" } },
            { type: "ecs.Service", name: "service", inputs: { cluster: "main" } },
        );
        const namesake = { ...Role, noun: Cluster.noun };
        const referrers = [namesake, Cluster].map((subject: Subject<unknown>) =>
            stack.referrers(node(stack, subject, "main"), Service, "cluster").nodes.map(({ name }) => name),
        );
        assert.deepEqual(referrers, [["service"], ["service"]]);
    });

    it("cannot tell what a list that is not known refers to, nor whether it refers to more", () => {
        const stack = graph(
            { type: "iam.Role", name: "a", inputs: { name: "a" } },
            { type: "iam.Role", name: "b", inputs: { name: "b" } },
            { type: "iam.PolicyAttachment", name: "to", inputs: { roles: unknown }, dependsOn: { roles: ["a"] } },
        );
        for (const name of ["a", "b"]) {
            const { nodes, undecided } = stack.referrers(node(stack, Role, name), PolicyAttachment, "roles");
            assert.deepEqual([nodes.length, undecided.length], [0, 1], name);
        }
    });

    it("knows what a resource depends on, however indirectly", () => {
        const stack = graph(
            { type: "ecs.Cluster", name: "a", inputs: {} },
            { type: "ecs.TaskDefinition", name: "b", inputs: {}, dependsOn: { family: ["a"] } },
            { type: "ecs.Service", name: "c", inputs: {}, dependsOn: { taskDefinition: ["b"] } },
        );
        const [a, c] = [node(stack, Cluster, "a"), node(stack, Service, "c")];
        assert.equal(stack.dependsOn(c, [a]), true);
        assert.equal(stack.dependsOn(a, [c]), false);
        assert.equal(stack.dependsOn(a, [a]), false);
    });

    it("depends on what is in a component that it depends on", () => {
        const stack = graph(
            { type: "acme:web:App", name: "app" },
            { type: "ecs.Cluster", name: "a", inputs: {}, parent: "app" },
            { type: "ecs.Service", name: "c", inputs: {}, dependsOn: { "": ["app"] } },
        );
        assert.equal(stack.dependsOn(node(stack, Service, "c"), [node(stack, Cluster, "a")]), true);
    });

    it("reads the outputs of a resource whose inputs were not noted", () => {
        const stack = graph({
            type: "ecs.Cluster",
            name: "a",
            inputs: false,
            outputs: { name: "main", settings: unknown },
        });
        const cluster = node(stack, Cluster, "a");
        assert.equal(cluster.inputs.name, "main");
        assert.throws(() => cluster.inputs.settings);
    });
});
