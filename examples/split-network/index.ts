/** A network in a stack of its own: what uses it is in another one, `split-service`. */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const tags = { project: pulumi.getProject(), stack: pulumi.getStack(), owner: "network-team" };

const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16", enableDnsHostnames: true, tags });
const internet = new aws.ec2.InternetGateway("main", { vpcId: vpc.id, tags });

const outside = new aws.ec2.Subnet("public", { vpcId: vpc.id, cidrBlock: "10.0.0.0/24", tags });
const outsideRoutes = new aws.ec2.RouteTable("public", {
    vpcId: vpc.id,
    routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: internet.id }],
    tags,
});
new aws.ec2.RouteTableAssociation("public", { subnetId: outside.id, routeTableId: outsideRoutes.id });

const address = new aws.ec2.Eip("nat", { domain: "vpc", tags }, { dependsOn: internet });
const nat = new aws.ec2.NatGateway("main", { subnetId: outside.id, allocationId: address.id, tags });
const inside = new aws.ec2.Subnet("private", { vpcId: vpc.id, cidrBlock: "10.0.1.0/24", tags });
const insideRoutes = new aws.ec2.RouteTable("private", {
    vpcId: vpc.id,
    routes: [{ cidrBlock: "0.0.0.0/0", natGatewayId: nat.id }],
    tags,
});
new aws.ec2.RouteTableAssociation("private", { subnetId: inside.id, routeTableId: insideRoutes.id });

const assumeRolePolicy = aws.iam.assumeRolePolicyForPrincipal({ Service: "ecs-tasks.amazonaws.com" });
const executionRole = new aws.iam.Role("execution", { assumeRolePolicy, tags });
new aws.iam.RolePolicyAttachment("execution", {
    role: executionRole.name,
    policyArn: aws.iam.ManagedPolicy.AmazonECSTaskExecutionRolePolicy,
});

const cluster = new aws.ecs.Cluster("main", {
    settings: [{ name: "containerInsights", value: "enabled" }],
    tags: { ...tags, GuardDutyManaged: "true" },
});

export const vpcId = vpc.id;
export const privateSubnetIds = [inside.id];
export const executionRoleArn = executionRole.arn;
export const clusterArn = cluster.arn;
