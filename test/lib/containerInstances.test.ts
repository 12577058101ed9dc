import assert from "node:assert/strict";
import { isContainerInstance, placesOn, usersOf } from "../../lib/containerInstances";
import { strategyOf } from "../../lib/launch";
import { Node } from "../../lib/node";
import { Session } from "../../lib/session";
import { Launchers, Machines } from "../../lib/resources";
import { Stack } from "../../lib/stack";
import { known } from "../../lib/unknown";
import { Resource, stackOf, unknown } from "../support/cases";

function graph(...resources: Resource[]): Stack {
    const session = new Session();
    return new Stack(stackOf(resources, session), session.noted);
}

const names = (nodes: readonly Node<unknown>[]): string => nodes.map(({ name }) => name).join(" ");

/** Names of the machines whose instances are container instances. */
function instances(...resources: Resource[]): string {
    const stack = graph(...resources);
    return names(stack.all(Machines).filter((machine) => isContainerInstance(stack, machine)));
}

/** Names of the machines on which the one launcher places tasks, or what is not known. */
function placements(...resources: Resource[]): string {
    const stack = graph(...resources);
    const [launcher] = stack.all(Launchers);
    assert.ok(launcher);
    return known(() => names(stack.all(Machines).filter((machine) => placesOn(stack, launcher, machine))), "undecided");
}

const base64 = (script: string): string => Buffer.from(script).toString("base64");
const JOIN = "#!/bin/bash\necho ECS_CLUSTER=main >> /etc/ecs/ecs.config\n";

const cluster: Resource = { type: "ecs.Cluster", name: "cluster", inputs: { name: "main" } };
const template = (inputs: object = {}, name = "template"): Resource => ({
    type: "ec2.LaunchTemplate",
    name,
    inputs: { name, ...inputs },
});
const instance = (inputs: object, name = "instance"): Resource => ({
    type: "ec2.Instance",
    name,
    inputs: { ...inputs },
});
const group = (inputs: object, dependsOn?: Resource["dependsOn"], name = "group"): Resource => ({
    type: "autoscaling.Group",
    name,
    inputs: { name, ...inputs },
    dependsOn,
});
const provider = (arn: unknown = unknown, name = "own", dependsOn = ["group"]): Resource => ({
    type: "ecs.CapacityProvider",
    name,
    inputs: { name, autoScalingGroupProvider: { autoScalingGroupArn: arn } },
    dependsOn: { autoScalingGroupProvider: dependsOn },
});
const providers = (inputs: object = { capacityProviders: ["own"] }): Resource => ({
    type: "ecs.ClusterCapacityProviders",
    name: "providers",
    inputs: { clusterName: "main", ...inputs },
});
const service = (inputs: object, dependsOn?: Resource["dependsOn"]): Resource => ({
    type: "ecs.Service",
    name: "service",
    inputs: { cluster: "main", ...inputs },
    dependsOn,
});
const byTemplate = group({ launchTemplate: { id: unknown } }, { launchTemplate: ["template"] });

describe("lib/containerInstances", () => {
    it("finds what an Auto Scaling group of a capacity provider starts, at preview", () => {
        const elsewhere = template({}, "elsewhere");
        assert.equal(instances(template(), elsewhere, byTemplate, provider()), "template");
        assert.equal(instances(template(), elsewhere, byTemplate), "");
        const mixed = group(
            {
                mixedInstancesPolicy: {
                    launchTemplate: { launchTemplateSpecification: { launchTemplateId: unknown } },
                },
            },
            { mixedInstancesPolicy: ["template"] },
        );
        assert.equal(instances(template(), elsewhere, mixed, provider()), "template");
        const configured = group({ launchConfiguration: unknown }, { launchConfiguration: ["configuration"] });
        const configuration: Resource = { type: "ec2.LaunchConfiguration", name: "configuration", inputs: {} };
        assert.equal(instances(configuration, configured, provider()), "configuration");
    });

    it("finds it after the update, by id, ARN and name", () => {
        const made = { ...template(), outputs: { id: "lt-1" } };
        const arn = "arn:aws:autoscaling:us-east-1:1:autoScalingGroup:0-1:autoScalingGroupName/group";
        const literal = provider(arn, "own", []);
        assert.equal(instances(made, group({ launchTemplate: { id: "lt-1" } }), literal), "template");
        assert.equal(instances(made, group({ launchTemplate: { name: "template" } }), literal), "template");
        assert.equal(instances(made, group({ launchTemplate: { id: "lt-2" } }), literal), "");
        const override = { launchTemplateSpecification: { launchTemplateName: "gpu" } };
        const mixed = (...overrides: object[]) =>
            group({
                mixedInstancesPolicy: {
                    launchTemplate: { launchTemplateSpecification: { launchTemplateId: "lt-1" }, overrides },
                },
            });
        assert.equal(instances(made, template({}, "gpu"), mixed({ instanceType: "c5.large" }), literal), "template");
        assert.equal(instances(made, template({}, "gpu"), mixed(override), literal), "template gpu");
        const configuration: Resource = {
            type: "ec2.LaunchConfiguration",
            name: "configuration",
            inputs: { name: "old-1" },
        };
        assert.equal(instances(configuration, group({ launchConfiguration: "old-1" }), literal), "configuration");
    });

    it("tells clusters elsewhere apart by Region and account", () => {
        const there = (region: string) => ({ ...instance({ userData: "ECS_CLUSTER=legacy" }), outputs: { region } });
        const here = { ...service({ launchType: "EC2", cluster: "legacy" }), outputs: { region: "us-east-1" } };
        assert.equal(placements(there("us-east-1"), here), "instance");
        assert.equal(placements(there("eu-west-1"), here), "");
        const arn = "arn:aws:ecs:us-east-1:210987654321:cluster/legacy";
        const named = template({ userData: base64("ECS_CLUSTER=legacy") });
        const owned = { ...named, outputs: { arn: "arn:aws:ec2:us-east-1:123456789012:launch-template/lt-1" } };
        assert.equal(placements(named, service({ launchType: "EC2", cluster: arn })), "template");
        assert.equal(placements(owned, service({ launchType: "EC2", cluster: arn })), "");
    });

    it("reads the cluster in user data, plain or base64", () => {
        assert.equal(instances(template({ userData: base64(JOIN) })), "template");
        assert.equal(instances(instance({ userData: JOIN })), "instance");
        assert.equal(instances(instance({ userDataBase64: base64(JOIN) })), "instance");
        assert.equal(instances(instance({ userData: 'ECS_CLUSTER="main"' })), "instance");
        assert.equal(instances(instance({ userData: "# ECS_CLUSTER=main\nyum update -y" })), "");
        assert.equal(instances(instance({ userData: "ECS_CLUSTER=${CLUSTER}" })), "instance");
        assert.equal(instances(instance({ userData: "ECS_CLUSTER=`cat /etc/name`" })), "instance");
        assert.equal(instances(instance({ userData: "Initialize-ECSAgent -Cluster $name" })), "instance");
        assert.equal(
            placements(cluster, instance({ userData: "ECS_CLUSTER=$NAME" }), service({ launchType: "EC2" })),
            "",
        );
        assert.equal(instances(instance({ userData: '[settings.ecs]\ncluster = "main"\n' })), "instance");
        assert.equal(instances(instance({ userData: '[settings.ecs]\nbackend = 1\ncluster="main"\n' })), "instance");
        assert.equal(instances(instance({ userData: "[settings.ecs]\ncluster  =  'main'\n" })), "instance");
        assert.equal(instances(instance({ userData: '[settings.host]\ncluster = "main"\n' })), "");
        assert.equal(instances(instance({ userData: 'echo "#1" && echo ECS_CLUSTER=main' })), "instance");
        assert.equal(instances(instance({ userData: "initialize-ecsagent  -cluster  main" })), "instance");
        assert.equal(instances(instance({ userData: "initialize-ecsagent  -cluster  $name" })), "instance");
        const windows = "<powershell>\nInitialize-ECSAgent -EnableTaskIAMRole -Cluster 'main'\n</powershell>";
        assert.equal(instances(instance({ userData: windows })), "instance");
        assert.equal(instances(instance({ userData: windows.replace("-Cluster", "\u2013Cluster") })), "instance");
        assert.equal(instances(instance({ userData: windows.replace("-Cluster", "~Cluster") })), "");
        for (const userData of [
            '\n    [settings.ecs]\n    cluster = "main"\n',
            '[ settings.ecs ]\nlogging-drivers = ["json-file"]\ncluster = "main"\n',
            'settings.ecs.cluster = "main"\n',
            "Initialize-ECSAgent `\r\n  -Cluster main",
            "Initialize-ECSAgent -Cluster:main",
            '$env:ECS_CLUSTER = "main"',
            'echo "ECS_CLUSTER=\\"main\\"" >> /etc/ecs/ecs.config',
            "ECS_CLUSTER=old\nECS_CLUSTER=main\n",
            'Set-Content f "ECS_CLUSTER=main`nECS_LOGLEVEL=debug"',
        ]) {
            const there = placements(cluster, instance({ userData }), service({ launchType: "EC2" }));
            assert.equal(there, "instance", userData);
        }
        const old = instance({ userData: "ECS_CLUSTER=main\nECS_CLUSTER=new\n" });
        assert.equal(placements(cluster, old, service({ launchType: "EC2" })), "");
        const completed = instance({ userData: "ECS_CLUSTER=main$SUFFIX" });
        assert.equal(instances(completed), "instance");
        assert.equal(placements(cluster, completed, service({ launchType: "EC2" })), "");
        const nameless = { ...cluster, inputs: { name: unknown } };
        assert.equal(instances(nameless, instance({ userData: "ECS_CLUSTER=legacy" })), "instance");
        const variable = '[Environment]::SetEnvironmentVariable("ECS_CLUSTER", "main", "Machine")';
        const joined = template({ userData: base64(variable) });
        assert.equal(placements(cluster, joined, service({ launchType: "EC2" })), "template");
        assert.equal(instances(instance({ userData: variable.replace('"main"', "$name") })), "instance");
        assert.equal(instances(instance({ userData: variable.replace("ECS_CLUSTER", "ECS_LOGLEVEL") })), "");
        assert.equal(instances(instance({ userData: 7 })), "");
        assert.equal(instances(instance({ userData: unknown })), "");
    });

    it("follows unknown user data to the cluster that it depends on", () => {
        const made = { ...template({ userData: unknown }), dependsOn: { userData: ["cluster"] } };
        assert.equal(instances(cluster, made), "template");
        assert.equal(placements(cluster, made, service({ launchType: "EC2" })), "template");
    });

    it("gives an instance what it lacks from its template", () => {
        const own = template({ userData: base64(JOIN), imageId: "ami-1" });
        const started = instance({ launchTemplate: { id: unknown } });
        const linked = { ...started, dependsOn: { launchTemplate: ["template"] } };
        assert.equal(instances(own, linked), "template instance");
        assert.equal(instances(own, instance({ launchTemplate: { name: "template" }, userData: "echo" })), "template");
        const users = (inputs: object): string => {
            const stack = graph(own, instance({ launchTemplate: { name: "template" }, ...inputs }));
            const [machine] = stack.all(Machines).filter(({ name }) => name === "template");
            assert.ok(machine);
            return names(usersOf(stack, machine, ["imageId"]));
        };
        assert.equal(users({}), "template instance");
        assert.equal(users({ ami: "ami-2" }), "template");
        assert.equal(users({ ami: unknown }), "template");
    });

    it("places tasks by the strategy of the launcher", () => {
        const other = group({ launchTemplate: { name: "other" } }, undefined, "others");
        const machines = [
            cluster,
            template(),
            template({}, "other"),
            byTemplate,
            other,
            provider(),
            provider(unknown, "spot", ["others"]),
            providers({ capacityProviders: ["own", "spot"] }),
        ];
        const strategy = (...names: unknown[]) => ({
            capacityProviderStrategies: names.map((capacityProvider) => ({ capacityProvider })),
        });
        assert.equal(placements(...machines, service(strategy("own"))), "template");
        assert.equal(placements(...machines, service(strategy("own", "spot"))), "template other");
        assert.equal(placements(...machines, service(strategy("FARGATE"))), "");
        const depends = { capacityProviderStrategies: ["own"] };
        assert.equal(placements(...machines, service(strategy(unknown), depends)), "template");
        assert.equal(placements(...machines, service(strategy(unknown))), "undecided");
        assert.equal(placements(...machines, service({ launchType: "EC2" })), "template other");
        assert.equal(placements(...machines, service({})), "template other");
        assert.equal(placements(...machines, service({ launchType: "FARGATE" })), "");
        const spot = [template({}, "other"), other, provider(unknown, "spot", ["others"])];
        assert.equal(placements(...spot, service(strategy(unknown, "spot"))), "other");
        assert.equal(placements(...machines, service({ launchType: unknown })), "undecided");
    });

    it("places tasks by the default strategy of the cluster", () => {
        const defaults = providers({
            capacityProviders: ["own"],
            defaultCapacityProviderStrategies: [{ capacityProvider: "own" }],
        });
        const joined = instance({ userData: JOIN });
        const machines = [cluster, template(), byTemplate, provider(), defaults, joined];
        assert.equal(placements(...machines, service({})), "template");
        assert.equal(placements(...machines, service({ launchType: "EC2" })), "template instance");
        const native: Resource = {
            type: "aws-native:ecs:Cluster",
            name: "cluster",
            inputs: {
                clusterName: "main",
                capacityProviders: ["own"],
                defaultCapacityProviderStrategy: [{ capacityProvider: "own" }],
            },
        };
        assert.equal(placements(native, template(), byTemplate, provider(), service({})), "template");
        assert.equal(
            placements(native, template(), byTemplate, provider(), service({ launchType: "EC2" })),
            "template",
        );
    });

    it("places tasks on what joins their cluster, and on nothing of another one", () => {
        const others: Resource[] = [
            { type: "ecs.Cluster", name: "others", inputs: { name: "others" } },
            template({}, "other"),
            group({ launchTemplate: { name: "other" } }, undefined, "workers"),
            provider(unknown, "spot", ["workers"]),
            { ...providers({ clusterName: "others", capacityProviders: ["spot"] }), name: "theirs" },
        ];
        const own = [cluster, template(), byTemplate, provider(), providers()];
        assert.equal(placements(...own, ...others, service({ launchType: "EC2" })), "template");
    });

    it("places tasks on what joins a cluster of another stack", () => {
        const joined = instance({ userData: JOIN });
        assert.equal(placements(joined, service({ launchType: "EC2" })), "instance");
        const arn = "arn:aws:ecs:us-east-1:123456789012:cluster/main";
        assert.equal(placements(joined, service({ cluster: arn, launchType: "EC2" })), "instance");
        assert.equal(placements(joined, service({ cluster: "other", launchType: "EC2" })), "");
        assert.equal(placements(joined, service({})), "undecided");
    });

    it("knows no strategy of a launcher that goes by launch type", () => {
        const stack = graph(cluster, service({ launchType: "EC2" }));
        const [launcher] = stack.all(Launchers);
        assert.ok(launcher);
        assert.deepEqual(strategyOf(stack, launcher), []);
    });
});
