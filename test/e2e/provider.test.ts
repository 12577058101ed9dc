import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { declarationOf } from "../support/provider/sdk";
import { AUTO, table } from "../support/provider/table";
import { splitPath, UNKNOWN } from "../support/provider/values";
import { pulumiReady, withStack, type ResourceState, type Run } from "../support/pulumi";

/** A preview or an update of a program, without a pack. */
function run(operation: "preview" | "up", program: () => unknown): Promise<Run> {
    return withStack(
        () => Promise.resolve(program()).then(() => ({})),
        {},
        (stack) => stack[operation](),
    );
}

function resource({ resources, stdout }: Run, type: string): Required<ResourceState> {
    const found = resources.find((one) => one.type === type);
    assert.ok(found?.inputs && found.outputs, stdout);
    return found as Required<ResourceState>;
}

/** A resource whose inputs nobody checks before the provider does. */
class Untyped extends pulumi.CustomResource {}

describe("the stand-in for the AWS provider", function () {
    this.timeout("1m");

    describe("table", () => {
        const words = (list = "") => list.split(/\s+/).filter((word) => word !== "" && splitPath(word)[0] === "");
        // What the SDK's types alone would have different.
        const exceptions = new Set(["aws:ec2/securityGroup:SecurityGroup description"]);

        for (const [type, row] of Object.entries(table)) {
            it(`${type} agrees with the types of the SDK`, () => {
                const declaration = declarationOf(type);
                assert.ok(declaration && row);
                const { args, outputs } = declaration;
                const computed = [...outputs].filter(([name, { optional }]) => {
                    const general = name === "region" || name === "tagsAll" || row.defaults?.[name] === AUTO;
                    return !optional && !general && args.get(name)?.optional && !exceptions.has(`${type} ${name}`);
                });
                const made = [...outputs].filter(([name]) => !args.has(name) && name !== "tagsAll");
                assert.deepEqual(words(row.computed).sort(), computed.map(([name]) => name).sort());
                assert.deepEqual(words(row.outputs).sort(), made.map(([name]) => name).sort());
            });
        }
    });

    describe("preview", () => {
        before(pulumiReady);

        it("adds defaults and names at check, and leaves what only AWS knows unknown", async () => {
            const preview = await run(
                "preview",
                () => new aws.ecs.Service("app", { networkConfiguration: { subnets: ["a"] } }),
            );
            const { inputs, outputs } = resource(preview, "aws:ecs/service:Service");
            assert.equal(inputs.deploymentMaximumPercent, 200);
            assert.match(String(inputs.name), /^app-[0-9a-f]{7}$/);
            assert.deepEqual(inputs.networkConfiguration, {
                subnets: ["a"],
                assignPublicIp: false,
                __defaults: ["assignPublicIp"],
            });
            assert.ok(!("launchType" in inputs));
            assert.equal(outputs.launchType, UNKNOWN);
            assert.equal(outputs.arn, UNKNOWN);
            assert.equal(outputs.region, "us-east-1");
            assert.ok(!("desiredCount" in outputs));
        });

        it("merges tags, and knows them unless one is unknown or empty", async () => {
            const preview = await run("preview", () => {
                const provider = new aws.Provider("tagged", {
                    region: "eu-west-1",
                    defaultTags: { tags: { owner: "platform-team", stage: "test" } },
                });
                new aws.ecs.Cluster("app", { tags: { stage: "live" } }, { provider });
                new aws.kms.Key("app", { tags: { empty: "" } }, { provider });
                const repository = new aws.ecr.Repository("app");
                new aws.ec2.Vpc("app", { cidrBlock: "10.0.0.0/16", tags: { from: repository.arn } });
            });
            const cluster = resource(preview, "aws:ecs/cluster:Cluster");
            assert.deepEqual(cluster.inputs.tagsAll, { owner: "platform-team", stage: "live", __defaults: [] });
            assert.deepEqual(cluster.outputs.tagsAll, { owner: "platform-team", stage: "live" });
            assert.equal(cluster.outputs.region, "eu-west-1");
            assert.equal(resource(preview, "aws:kms/key:Key").outputs.tagsAll, UNKNOWN);
            assert.deepEqual(resource(preview, "aws:ecr/repository:Repository").outputs.tagsAll, {});
            assert.equal(resource(preview, "aws:ec2/vpc:Vpc").outputs.tagsAll, UNKNOWN);
        });

        it("rewrites container definitions and policy documents in the outputs only", async () => {
            const containerDefinitions = JSON.stringify([
                { name: "b", image: "b", command: ["", "run"], environment: [{ name: "y" }, { name: "x" }] },
                { name: "a", image: "a" },
            ]);
            const policy = '{ "Version": "2012-10-17", "Statement": [] }';
            const preview = await run("preview", () => {
                new aws.ecs.TaskDefinition("app", { family: "app", containerDefinitions });
                new aws.iam.Policy("app", { policy });
            });
            const task = resource(preview, "aws:ecs/taskDefinition:TaskDefinition");
            assert.equal(task.inputs.containerDefinitions, containerDefinitions);
            assert.deepEqual(JSON.parse(String(task.outputs.containerDefinitions)), [
                { name: "a", image: "a" },
                { name: "b", image: "b", command: ["run"], environment: [{ name: "x" }, { name: "y" }] },
            ]);
            assert.equal(task.outputs.networkMode, UNKNOWN);
            const document = resource(preview, "aws:iam/policy:Policy");
            assert.equal(document.inputs.policy, policy);
            assert.equal(document.outputs.policy, '{"Statement":[],"Version":"2012-10-17"}');
        });

        it("leaves computed parts of given blocks unknown", async () => {
            const preview = await run("preview", () => {
                new aws.ecs.CapacityProvider("app", {
                    autoScalingGroupProvider: {
                        autoScalingGroupArn: "arn:aws:autoscaling:us-east-1:123456789012:autoScalingGroup:1:group",
                        managedScaling: { status: "ENABLED" },
                    },
                });
            });
            const { outputs } = resource(preview, "aws:ecs/capacityProvider:CapacityProvider");
            const { managedTerminationProtection, managedScaling } = outputs.autoScalingGroupProvider as {
                managedTerminationProtection: string;
                managedScaling: Record<string, unknown>;
            };
            assert.equal(managedTerminationProtection, UNKNOWN);
            assert.equal(managedScaling.status, "ENABLED");
            assert.equal(managedScaling.targetCapacity, UNKNOWN);
        });

        const refused: [string, RegExp, () => unknown][] = [
            [
                "container definitions that are no JSON",
                /containerDefinitions.*not a JSON array/s,
                () => new aws.ecs.TaskDefinition("app", { family: "app", containerDefinitions: "{" }),
            ],
            [
                "a boolean in quotes",
                /privileged of element 0 has the wrong type/,
                () => {
                    const containerDefinitions = JSON.stringify([{ name: "app", privileged: "true" }]);
                    return new aws.ecs.TaskDefinition("app", { family: "app", containerDefinitions });
                },
            ],
            [
                "a word that is none",
                /launchType.*expected one of/s,
                () => new aws.ecs.Service("app", { launchType: "SPOT" }),
            ],
            [
                "two properties that exclude each other",
                /only one of launchType, capacityProviderStrategies/,
                () =>
                    new aws.ecs.TaskSet("app", {
                        cluster: "app",
                        service: "app",
                        taskDefinition: "app",
                        launchType: "FARGATE",
                        capacityProviderStrategies: [{ capacityProvider: "FARGATE", weight: 1 }],
                    }),
            ],
            ["a host in a CIDR block", /cidrBlock/, () => new aws.ec2.Vpc("app", { cidrBlock: "10.0.0.1/16" })],
            ["no group and no instances", /autoScalingGroupProvider/, () => new aws.ecs.CapacityProvider("app")],
            [
                "a property of another type",
                /image.*unexpected property/s,
                () => new Untyped("aws:ecs/cluster:Cluster", "app", { image: "app" }, { version: "7.48.0" }),
            ],
        ];
        for (const [what, said, program] of refused) {
            it(`refuses ${what}`, async () => {
                const { ok, stdout } = await run("preview", program);
                assert.equal(ok, false);
                assert.match(stdout, said);
            });
        }
    });

    describe("update", () => {
        before(pulumiReady);

        it("makes up ids and ARNs, and keeps secrets", async () => {
            const program = () => {
                const cluster = new aws.ecs.Cluster("app", { name: "app", tags: { token: pulumi.secret("hidden") } });
                const task = new aws.ecs.TaskDefinition("app", { family: "app", containerDefinitions: "[]" });
                new aws.ecs.Service("app", { name: "app", cluster: cluster.arn, taskDefinition: task.arn });
                return Promise.resolve({});
            };
            await withStack(program, {}, async (stack) => {
                await stack.up();
                const { resources, state } = await stack.export();
                const service = resources.find(({ type }) => type === "aws:ecs/service:Service");
                assert.equal(service?.id, "arn:aws:ecs:us-east-1:123456789012:service/app/app");
                assert.equal(
                    service.inputs?.taskDefinition,
                    "arn:aws:ecs:us-east-1:123456789012:task-definition/app:1",
                );
                assert.doesNotMatch(JSON.stringify(state), /hidden/);

                const again = await stack.up();
                assert.ok(again.ok, again.stdout);
                assert.equal(stack.operations().length, 3);
                assert.ok((await stack.destroy()).ok);
                assert.equal(stack.operations().filter(({ operation }) => operation === "delete").length, 3);
            });
        });

        it("puts the id among the outputs, unknown until the resource exists", async () => {
            const tags: Record<string, string> = {};
            const program = () => {
                new aws.ecs.Cluster("app", { name: "app", tags });
                return Promise.resolve({});
            };
            await withStack(program, {}, async (stack) => {
                const idIn = (run: Run) => resource(run, "aws:ecs/cluster:Cluster").outputs.id;
                assert.equal(idIn(await stack.preview()), UNKNOWN);
                const arn = "arn:aws:ecs:us-east-1:123456789012:cluster/app";
                assert.equal(idIn(await stack.up()), arn);
                tags.owner = "platform-team";
                assert.equal(idIn(await stack.preview()), arn);
                assert.equal(idIn(await stack.up()), arn);
            });
        });

        it("registers a new revision when a task definition changes", async () => {
            let image = "app:1";
            const program = () => {
                const containerDefinitions = JSON.stringify([{ name: "app", image }]);
                const { arn } = new aws.ecs.TaskDefinition("app", { family: "app", containerDefinitions });
                return Promise.resolve({ arn });
            };
            await withStack(program, {}, async (stack) => {
                await stack.up();
                image = "app:2";
                await stack.up();
                const { resources } = await stack.export();
                const arns = resources.flatMap(({ outputs }) => outputs?.arn ?? []);
                assert.deepEqual([...new Set(arns)], ["arn:aws:ecs:us-east-1:123456789012:task-definition/app:2"]);
            });
        });
    });
});
