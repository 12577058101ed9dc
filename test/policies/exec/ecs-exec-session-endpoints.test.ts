import { Resource, stackCases, unknown } from "../../support/cases";
import { ahead, bare, oneOf, other } from "../../support/network";

// After the update: one private subnet with a route table of its own.
const vpc: Resource = { type: "ec2.Vpc", name: "main", inputs: {}, outputs: { id: "vpc-1" } };
const subnet: Resource = {
    type: "ec2.Subnet",
    name: "private",
    inputs: { vpcId: "vpc-1" },
    outputs: { id: "subnet-1" },
};
const table: Resource = { type: "ec2.RouteTable", name: "table", inputs: { vpcId: "vpc-1" }, outputs: { id: "rtb-1" } };
const association: Resource = {
    type: "ec2.RouteTableAssociation",
    name: "association",
    inputs: { subnetId: "subnet-1", routeTableId: "rtb-1" },
};
const agent: Resource = {
    type: "ec2.VpcEndpoint",
    name: "agent",
    inputs: { vpcId: "vpc-1", serviceName: "com.amazonaws.eu-west-1.ecs-agent", vpcEndpointType: "Interface" },
};
const messages: Resource = {
    type: "ec2.VpcEndpoint",
    name: "messages",
    inputs: { vpcId: "vpc-1", serviceName: "com.amazonaws.eu-west-1.ssmmessages", vpcEndpointType: "Interface" },
};
const kms: Resource = {
    type: "ec2.VpcEndpoint",
    name: "kms",
    inputs: { vpcId: "vpc-1", serviceName: "com.amazonaws.eu-west-1.kms", vpcEndpointType: "Interface" },
};
const cluster: Resource = {
    type: "ecs.Cluster",
    name: "shop",
    inputs: {
        name: "shop",
        configuration: { executeCommandConfiguration: { kmsKeyId: "alias/exec", logging: "DEFAULT" } },
    },
};
const onFargate: Resource = {
    type: "ecs.Service",
    name: "web",
    inputs: {
        cluster: "shop",
        launchType: "FARGATE",
        enableExecuteCommand: true,
        networkConfiguration: { subnets: ["subnet-1"] },
    },
};
const onEc2: Resource = {
    type: "ecs.Service",
    name: "web",
    inputs: {
        cluster: "shop",
        launchType: "EC2",
        enableExecuteCommand: true,
        networkConfiguration: { subnets: ["subnet-1"] },
    },
};

const NO_MESSAGES = 'VPC "main" has interface endpoints for ECS but none for `ssmmessages`.';
const NEITHER = 'VPC "main" has interface endpoints for ECS but none for `ssmmessages` or `kms`.';
const NO_KMS = 'VPC "main" has interface endpoints for ECS but none for `kms`.';
const CUT_OFF =
    'Tasks on EC2 in subnet "private" cannot reach Session Manager: the subnet has no default route, and VPC "main" has no interface endpoint for `ssmmessages`.';

/** A service in subnets of a list that was made from these. */
const serviceFrom = (launchType: string, subnets: unknown, ...from: string[]): Resource => ({
    type: "ecs.Service",
    name: "web",
    inputs: { cluster: "shop", launchType, enableExecuteCommand: true, networkConfiguration: { subnets } },
    dependsOn: { networkConfiguration: from },
});
const agentAhead: Resource = {
    type: "ec2.VpcEndpoint",
    name: "agent",
    inputs: { vpcId: unknown, serviceName: "com.amazonaws.eu-west-1.ecs-agent", vpcEndpointType: "Interface" },
    dependsOn: { vpcId: ["main"] },
};
const lone: Resource = {
    type: "ec2.Subnet",
    name: "lone",
    inputs: { vpcId: unknown },
    outputs: { id: unknown },
    dependsOn: { vpcId: ["main"] },
};

const IN_BARE =
    'Tasks on EC2 in subnet "bare" cannot reach Session Manager: the subnet has no default route, and VPC "main" has no interface endpoint for `ssmmessages`.';
const IN_LONE =
    'Tasks on EC2 in subnet "lone" cannot reach Session Manager: the subnet has no default route, and VPC "main" has no interface endpoint for `ssmmessages`.';
const IN_FAR =
    'Tasks on EC2 in subnet "far" cannot reach Session Manager: the subnet has no default route, and VPC "other" has no interface endpoint for `ssmmessages`.';

export default stackCases(__filename, {
    valid: {
        "endpoints for ECS and for Session Manager, at preview": {
            given: [
                { type: "ec2.Vpc", name: "main", inputs: { cidrBlock: "10.0.0.0/16" }, outputs: { id: unknown } },
                {
                    type: "ec2.Subnet",
                    name: "private",
                    inputs: { vpcId: unknown, cidrBlock: "10.0.1.0/24" },
                    outputs: { id: unknown },
                    dependsOn: { vpcId: ["main"] },
                },
                {
                    type: "ec2.VpcEndpoint",
                    name: "agent",
                    inputs: {
                        vpcId: unknown,
                        serviceName: "com.amazonaws.eu-west-1.ecs-agent",
                        vpcEndpointType: "Interface",
                        privateDnsEnabled: true,
                        subnetIds: [unknown],
                    },
                    dependsOn: { vpcId: ["main"], subnetIds: ["private"] },
                },
                {
                    type: "ec2.VpcEndpoint",
                    name: "messages",
                    inputs: {
                        vpcId: unknown,
                        serviceName: "com.amazonaws.eu-west-1.ssmmessages",
                        vpcEndpointType: "Interface",
                        privateDnsEnabled: true,
                        subnetIds: [unknown],
                    },
                    dependsOn: { vpcId: ["main"], subnetIds: ["private"] },
                },
                {
                    type: "ecs.Service",
                    name: "web",
                    inputs: {
                        launchType: "FARGATE",
                        enableExecuteCommand: true,
                        networkConfiguration: { subnets: [unknown] },
                    },
                    dependsOn: { networkConfiguration: ["private"] },
                },
            ],
        },
        "endpoints for ECS and for Session Manager, after the update": {
            given: [vpc, subnet, agent, messages, onFargate],
        },
        "a key, and an endpoint for KMS": { given: [vpc, subnet, cluster, agent, messages, kms, onFargate] },
        "a key without endpoints for ECS": { given: [vpc, subnet, cluster, onFargate] },
        "an empty key": {
            given: [
                vpc,
                subnet,
                {
                    type: "ecs.Cluster",
                    name: "shop",
                    inputs: { name: "shop", configuration: { executeCommandConfiguration: { kmsKeyId: "" } } },
                },
                agent,
                messages,
                onFargate,
            ],
        },
        "a gateway instead of an interface endpoint for ECS": {
            given: [vpc, subnet, { ...agent, inputs: { ...agent.inputs, vpcEndpointType: undefined } }, onFargate],
        },
        "endpoints for other services": {
            given: [
                vpc,
                subnet,
                { ...agent, inputs: { ...agent.inputs, serviceName: "com.amazonaws.eu-west-1.ecr.dkr" } },
                onFargate,
            ],
        },
        "endpoints for ECS in another VPC": {
            given: [
                vpc,
                { type: "ec2.Vpc", name: "other", inputs: {}, outputs: { id: "vpc-2" } },
                subnet,
                { ...agent, inputs: { ...agent.inputs, vpcId: "vpc-2" } },
                onFargate,
            ],
        },
        "tasks on Fargate without any way out, which another policy reports": {
            given: [vpc, subnet, table, association, onFargate],
        },
        "tasks on EC2 with a NAT gateway": {
            given: [
                vpc,
                subnet,
                table,
                association,
                { type: "ec2.NatGateway", name: "nat", inputs: {}, outputs: { id: "nat-1" } },
                {
                    type: "ec2.Route",
                    name: "out",
                    inputs: { routeTableId: "rtb-1", destinationCidrBlock: "0.0.0.0/0", natGatewayId: "nat-1" },
                },
                onEc2,
            ],
        },
        "tasks on EC2 with an internet gateway": {
            given: [
                vpc,
                subnet,
                {
                    type: "ec2.RouteTable",
                    name: "table",
                    inputs: { vpcId: "vpc-1", routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: "igw-1" }] },
                    outputs: { id: "rtb-1" },
                },
                association,
                onEc2,
            ],
        },
        "tasks on EC2 with the endpoint": { given: [vpc, subnet, table, association, messages, onEc2] },
        "tasks on EC2 in the network of their instances": {
            given: [
                vpc,
                subnet,
                {
                    type: "ecs.Service",
                    name: "web",
                    inputs: { cluster: "shop", launchType: "EC2", enableExecuteCommand: true },
                },
            ],
        },
        "ECS Exec off": {
            given: [
                vpc,
                subnet,
                agent,
                {
                    type: "ecs.Service",
                    name: "web",
                    inputs: {
                        launchType: "EC2",
                        enableExecuteCommand: false,
                        networkConfiguration: { subnets: ["subnet-1"] },
                    },
                },
                {
                    type: "ecs.Service",
                    name: "api",
                    inputs: { launchType: "EC2", networkConfiguration: { subnets: ["subnet-1"] } },
                },
            ],
        },
    },
    invalid: {
        "endpoints for ECS but none for Session Manager, at preview": {
            given: [
                { type: "ec2.Vpc", name: "main", inputs: { cidrBlock: "10.0.0.0/16" }, outputs: { id: unknown } },
                {
                    type: "ec2.Subnet",
                    name: "private",
                    inputs: { vpcId: unknown, cidrBlock: "10.0.1.0/24" },
                    outputs: { id: unknown },
                    dependsOn: { vpcId: ["main"] },
                },
                {
                    type: "ec2.VpcEndpoint",
                    name: "agent",
                    inputs: {
                        vpcId: unknown,
                        serviceName: "com.amazonaws.eu-west-1.ecs-agent",
                        vpcEndpointType: "Interface",
                        privateDnsEnabled: true,
                        subnetIds: [unknown],
                    },
                    dependsOn: { vpcId: ["main"], subnetIds: ["private"] },
                },
                {
                    type: "ecs.Service",
                    name: "web",
                    inputs: {
                        launchType: "FARGATE",
                        enableExecuteCommand: true,
                        networkConfiguration: { subnets: [unknown] },
                    },
                    dependsOn: { networkConfiguration: ["private"] },
                },
            ],
            reports: { web: [NO_MESSAGES] },
        },
        "endpoints for ECS but none for Session Manager, after the update": {
            given: [vpc, subnet, agent, onFargate],
            reports: { web: [NO_MESSAGES] },
        },
        "an endpoint for the API of ECS": {
            given: [
                vpc,
                subnet,
                { ...agent, inputs: { ...agent.inputs, serviceName: "com.amazonaws.eu-west-1.ecs" } },
                onFargate,
            ],
            reports: { web: [NO_MESSAGES] },
        },
        "an endpoint for the telemetry of ECS": {
            given: [
                vpc,
                subnet,
                { ...agent, inputs: { ...agent.inputs, serviceName: "com.amazonaws.eu-west-1.ecs-telemetry" } },
                onFargate,
            ],
            reports: { web: [NO_MESSAGES] },
        },
        "a gateway instead of an interface endpoint for Session Manager": {
            given: [
                vpc,
                subnet,
                agent,
                { ...messages, inputs: { ...messages.inputs, vpcEndpointType: undefined } },
                onFargate,
            ],
            reports: { web: [NO_MESSAGES] },
        },
        "an endpoint for another part of Systems Manager": {
            given: [
                vpc,
                subnet,
                agent,
                { ...messages, inputs: { ...messages.inputs, serviceName: "com.amazonaws.eu-west-1.ec2messages" } },
                onFargate,
            ],
            reports: { web: [NO_MESSAGES] },
        },
        "a key without an endpoint for KMS": {
            given: [vpc, subnet, cluster, agent, messages, onFargate],
            reports: { web: [NO_KMS] },
        },
        "a key that is not known yet, and no endpoint for either": {
            given: [
                vpc,
                subnet,
                {
                    type: "ecs.Cluster",
                    name: "shop",
                    inputs: { name: "shop", configuration: { executeCommandConfiguration: { kmsKeyId: unknown } } },
                },
                agent,
                onFargate,
            ],
            reports: { web: [NEITHER] },
        },
        "tasks on EC2 in a subnet without a default route": {
            given: [vpc, subnet, table, association, onEc2],
            reports: { web: [CUT_OFF] },
        },
        "tasks on EC2 in a subnet that is left to the main route table": {
            given: [vpc, subnet, onEc2],
            reports: { web: [CUT_OFF] },
        },
        "tasks on EC2 in the one of two subnets that has no default route": {
            given: [
                vpc,
                subnet,
                { type: "ec2.Subnet", name: "public", inputs: { vpcId: "vpc-1" }, outputs: { id: "subnet-2" } },
                {
                    type: "ec2.RouteTable",
                    name: "out",
                    inputs: { vpcId: "vpc-1", routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: "igw-1" }] },
                    outputs: { id: "rtb-2" },
                },
                {
                    type: "ec2.RouteTableAssociation",
                    name: "public",
                    inputs: { subnetId: "subnet-2", routeTableId: "rtb-2" },
                },
                {
                    type: "ecs.Service",
                    name: "web",
                    inputs: {
                        launchType: "EC2",
                        enableExecuteCommand: true,
                        networkConfiguration: { subnets: ["subnet-1", "subnet-2"] },
                    },
                },
            ],
            reports: { web: [CUT_OFF] },
        },
        "tasks on EC2 without a default route, once where there are endpoints for ECS": {
            given: [vpc, subnet, table, association, agent, onEc2],
            reports: { web: [NO_MESSAGES] },
        },
        "tasks on EC2 by the capacity provider of their cluster": {
            given: [
                vpc,
                subnet,
                cluster,
                {
                    type: "ecs.CapacityProvider",
                    name: "instances",
                    inputs: { name: "instances", autoScalingGroupProvider: {} },
                },
                {
                    type: "ecs.ClusterCapacityProviders",
                    name: "providers",
                    inputs: {
                        clusterName: "shop",
                        defaultCapacityProviderStrategies: [{ capacityProvider: "instances" }],
                    },
                },
                {
                    type: "ecs.Service",
                    name: "web",
                    inputs: {
                        cluster: "shop",
                        enableExecuteCommand: true,
                        networkConfiguration: { subnets: ["subnet-1"] },
                    },
                },
            ],
            reports: { web: [CUT_OFF] },
        },
        "an event target, a schedule and a service of aws-native": {
            given: [
                vpc,
                subnet,
                agent,
                {
                    type: "cloudwatch.EventTarget",
                    name: "target",
                    inputs: {
                        ecsTarget: { enableExecuteCommand: true, networkConfiguration: { subnets: ["subnet-1"] } },
                    },
                },
                {
                    type: "scheduler.Schedule",
                    name: "schedule",
                    inputs: {
                        target: {
                            ecsParameters: {
                                enableExecuteCommand: true,
                                networkConfiguration: { subnets: ["subnet-1"] },
                            },
                        },
                    },
                },
                {
                    type: "aws-native:ecs:Service",
                    name: "native",
                    inputs: {
                        enableExecuteCommand: true,
                        networkConfiguration: { awsvpcConfiguration: { subnets: ["subnet-1"] } },
                    },
                },
            ],
            reports: { target: [NO_MESSAGES], schedule: [NO_MESSAGES], native: [NO_MESSAGES] },
        },
        "what is missing in the VPC of one subnet, beside subnets that are not known": {
            given: [
                vpc,
                subnet,
                agent,
                {
                    type: "ecs.Service",
                    name: "web",
                    inputs: {
                        launchType: "FARGATE",
                        enableExecuteCommand: true,
                        networkConfiguration: { subnets: ["subnet-1", unknown, "subnet-9"] },
                    },
                },
            ],
            reports: { web: [NO_MESSAGES] },
        },
        "endpoints for ECS alone, in the VPC of all subnets that may be in a list": {
            given: [...ahead, cluster, agentAhead, serviceFrom("FARGATE", unknown, "public", "private")],
            reports: { web: [NEITHER] },
        },
        "endpoints for ECS alone, in the VPC of all subnets that an item may be": {
            given: [...ahead, agentAhead, serviceFrom("FARGATE", [unknown], "public", "private")],
            reports: { web: [NO_MESSAGES] },
        },
        "tasks on EC2, cut off in all subnets that may be in a list": {
            given: [...ahead, bare, lone, serviceFrom("EC2", unknown, "bare", "lone")],
            reports: { web: [oneOf(IN_BARE, IN_LONE)] },
        },
        "tasks on EC2, cut off in all subnets that an item may be": {
            given: [...ahead, bare, lone, serviceFrom("EC2", [unknown], "bare", "lone")],
            reports: { web: [oneOf(IN_BARE, IN_LONE)] },
        },
        "tasks on EC2, cut off in all subnets that may be in a list, of two VPCs": {
            given: [...ahead, bare, ...other, serviceFrom("EC2", unknown, "bare", "far")],
            reports: { web: [oneOf(IN_BARE, IN_FAR)] },
        },

        "an endpoint for the agent of ECS, beside one whose type is not known": {
            given: [
                vpc,
                subnet,
                agent,
                {
                    ...agent,
                    name: "ecs",
                    inputs: {
                        ...agent.inputs,
                        serviceName: "com.amazonaws.eu-west-1.ecs",
                        vpcEndpointType: unknown,
                    },
                },
                onFargate,
            ],
            reports: { web: [NO_MESSAGES] },
        },
        "tasks on EC2 without a default route, in a VPC that may use ECS through endpoints": {
            given: [
                vpc,
                subnet,
                table,
                association,
                { ...agent, inputs: { ...agent.inputs, vpcEndpointType: unknown } },
                onEc2,
            ],
            reports: { web: [CUT_OFF] },
        },
    },
    unknown: {
        "a configuration, which may name a key": {
            given: [
                vpc,
                subnet,
                { ...cluster, inputs: { name: "shop", configuration: unknown } },
                agent,
                messages,
                onFargate,
            ],
        },
        "the key": {
            given: [
                vpc,
                subnet,
                {
                    ...cluster,
                    inputs: { name: "shop", configuration: { executeCommandConfiguration: { kmsKeyId: unknown } } },
                },
                agent,
                messages,
                onFargate,
            ],
            reports: { web: [NO_KMS] },
        },
        "a configuration, which may name a key, where no endpoint is there": {
            given: [vpc, subnet, { ...cluster, inputs: { name: "shop", configuration: unknown } }, agent, onFargate],
            reports: { web: [NO_MESSAGES] },
        },
        "a list made from a public and a private subnet": {
            given: [...ahead, serviceFrom("EC2", unknown, "public", "private")],
        },
        "an item that is a subnet with or without a default route": {
            given: [...ahead, bare, serviceFrom("EC2", [unknown], "private", "bare")],
        },
        "a list made from subnets of two VPCs, one with endpoints for ECS": {
            given: [...ahead, ...other, agentAhead, serviceFrom("FARGATE", unknown, "private", "far")],
        },
        "a list made from subnets of which the VPC of one is not known": {
            given: [
                ...ahead,
                { type: "ec2.Subnet", name: "lost", inputs: { vpcId: unknown }, outputs: { id: unknown } },
                agentAhead,
                serviceFrom("FARGATE", unknown, "private", "lost"),
            ],
        },
        "whether ECS Exec is on": {
            given: [
                vpc,
                subnet,
                agent,
                {
                    type: "ecs.Service",
                    name: "web",
                    inputs: { enableExecuteCommand: unknown, networkConfiguration: { subnets: ["subnet-1"] } },
                },
            ],
        },
        "a VPC of another stack": { given: [subnet, agent, onFargate] },
        "a VPC of another stack, for tasks on EC2": { given: [subnet, table, association, onEc2] },
        "a route table of another stack": { given: [vpc, subnet, association, onEc2], settled: true },
        "a subnet of another stack": { given: [vpc, agent, onFargate] },
        "an endpoint whose service is not known": {
            given: [
                vpc,
                subnet,
                agent,
                { ...messages, inputs: { ...messages.inputs, serviceName: unknown } },
                onFargate,
            ],
        },
        "an endpoint whose VPC is not known": {
            given: [vpc, subnet, agent, { ...messages, inputs: { ...messages.inputs, vpcId: unknown } }, onFargate],
        },
        "whether the endpoint for ECS is an interface": {
            given: [vpc, subnet, { ...agent, inputs: { ...agent.inputs, vpcEndpointType: unknown } }, onFargate],
        },
        "the cluster and so the key": {
            given: [
                vpc,
                subnet,
                cluster,
                agent,
                messages,
                {
                    type: "ecs.Service",
                    name: "web",
                    inputs: {
                        cluster: unknown,
                        launchType: "FARGATE",
                        enableExecuteCommand: true,
                        networkConfiguration: { subnets: ["subnet-1"] },
                    },
                },
            ],
        },
        "a transit gateway": {
            given: [
                vpc,
                subnet,
                table,
                association,
                {
                    type: "ec2.Route",
                    name: "out",
                    inputs: { routeTableId: "rtb-1", destinationCidrBlock: "0.0.0.0/0", transitGatewayId: "tgw-1" },
                },
                onEc2,
            ],
            settled: true,
        },
        "a private NAT gateway": {
            given: [
                vpc,
                subnet,
                table,
                association,
                {
                    type: "ec2.NatGateway",
                    name: "nat",
                    inputs: { connectivityType: "private" },
                    outputs: { id: "nat-1" },
                },
                {
                    type: "ec2.Route",
                    name: "out",
                    inputs: { routeTableId: "rtb-1", destinationCidrBlock: "0.0.0.0/0", natGatewayId: "nat-1" },
                },
                onEc2,
            ],
            settled: true,
        },
        "a default route for IPv6": {
            given: [
                vpc,
                subnet,
                table,
                association,
                {
                    type: "ec2.Route",
                    name: "out",
                    inputs: { routeTableId: "rtb-1", destinationIpv6CidrBlock: "::/0", egressOnlyGatewayId: "eigw-1" },
                },
                onEc2,
            ],
            settled: true,
        },
        "where tasks run": {
            given: [
                vpc,
                subnet,
                {
                    type: "ecs.Service",
                    name: "web",
                    inputs: {
                        launchType: unknown,
                        enableExecuteCommand: true,
                        networkConfiguration: { subnets: ["subnet-1"] },
                    },
                },
            ],
        },

        "the only endpoint, whose service is not known": {
            given: [vpc, subnet, { ...agent, inputs: { ...agent.inputs, serviceName: unknown } }, onFargate],
        },
        "subnets of another stack for tasks on EC2, and endpoints for neither": {
            given: [
                vpc,
                subnet,
                { ...onFargate, inputs: { ...onFargate.inputs, networkConfiguration: { subnets: ["subnet-9"] } } },
            ],
        },
    },
});
