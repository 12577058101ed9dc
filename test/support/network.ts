/** Networks of which the tables of several policies have cases. */
import { Resource, unknown } from "./cases";

/** At preview, a VPC as a component makes it: its lists of subnets depend on all of them. */
export const ahead: readonly Resource[] = [
    { type: "ec2.Vpc", name: "main", outputs: { id: unknown } },
    { type: "ec2.InternetGateway", name: "internet", outputs: { id: unknown } },
    { type: "ec2.NatGateway", name: "nat", outputs: { id: unknown } },
    {
        type: "ec2.Subnet",
        name: "public",
        inputs: { vpcId: unknown },
        outputs: { id: unknown },
        dependsOn: { vpcId: ["main"] },
    },
    {
        type: "ec2.RouteTable",
        name: "public-table",
        inputs: { vpcId: unknown, routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: unknown }] },
        outputs: { id: unknown },
        dependsOn: { vpcId: ["main"], routes: ["internet"] },
    },
    {
        type: "ec2.RouteTableAssociation",
        name: "public-association",
        inputs: { subnetId: unknown, routeTableId: unknown },
        dependsOn: { subnetId: ["public"], routeTableId: ["public-table"] },
    },
    {
        type: "ec2.Subnet",
        name: "private",
        inputs: { vpcId: unknown },
        outputs: { id: unknown },
        dependsOn: { vpcId: ["main"] },
    },
    {
        type: "ec2.RouteTable",
        name: "private-table",
        inputs: { vpcId: unknown, routes: [{ cidrBlock: "0.0.0.0/0", natGatewayId: unknown }] },
        outputs: { id: unknown },
        dependsOn: { vpcId: ["main"], routes: ["nat"] },
    },
    {
        type: "ec2.RouteTableAssociation",
        name: "private-association",
        inputs: { subnetId: unknown, routeTableId: unknown },
        dependsOn: { subnetId: ["private"], routeTableId: ["private-table"] },
    },
];

/** A subnet that is left to the main route table of its VPC. */
export const bare: Resource = {
    type: "ec2.Subnet",
    name: "bare",
    inputs: { vpcId: unknown },
    outputs: { id: unknown },
    dependsOn: { vpcId: ["main"] },
};

/** Another VPC with such a subnet. */
export const other: readonly Resource[] = [
    { type: "ec2.Vpc", name: "other", outputs: { id: unknown } },
    {
        type: "ec2.Subnet",
        name: "far",
        inputs: { vpcId: unknown },
        outputs: { id: unknown },
        dependsOn: { vpcId: ["other"] },
    },
];

/** What is said of a subnet, where it need not be in the list. */
export const maybe = (fact: string): string => fact.replace(" cannot", ", if it is one of theirs, cannot");
