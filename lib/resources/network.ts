/** Networks, as far as they decide what a task can reach. */
import { policyDocument } from "../document";
import { at, boolean, Fields, list, number, object, string } from "../shape";
import { anyOf, awsSubject, optional, strings, Subject, Words } from "./subject";

export const Vpc = awsSubject("ec2.Vpc", "VPC", { enableDnsSupport: boolean, enableDnsHostnames: boolean });
export const DefaultVpc = awsSubject("ec2.DefaultVpc", "default VPC", {});
const subnet = { vpcId: string } satisfies Fields;
export const Subnet: Subject<Words<typeof subnet>> = anyOf<Words<typeof subnet>>(
    awsSubject("ec2.Subnet", "subnet", subnet),
    awsSubject("ec2.DefaultSubnet", "default subnet", subnet),
);

/** A route: where to and through what. Of a table, the destinations have other names. */
const through = {
    gatewayId: string,
    natGatewayId: string,
    egressOnlyGatewayId: string,
    transitGatewayId: string,
    vpcPeeringConnectionId: string,
    networkInterfaceId: string,
    vpcEndpointId: string,
    localGatewayId: string,
    carrierGatewayId: string,
    coreNetworkArn: string,
} satisfies Fields;
/** What a route can lead through. */
export const ROUTE_TARGETS = Object.keys(through) as readonly (keyof typeof through)[];

const inlineRoute = {
    cidrBlock: string,
    ipv6CidrBlock: string,
    prefixListId: at("destinationPrefixListId", string),
    ...through,
} satisfies Fields;
export type RouteWords = Words<typeof inlineRoute>;

const routeTable = { vpcId: string, routes: optional(list(object(inlineRoute))) } satisfies Fields;
export const RouteTable = awsSubject("ec2.RouteTable", "route table", routeTable);
/** The main route table of a VPC, adopted. */
export const DefaultRouteTable = awsSubject("ec2.DefaultRouteTable", "default route table", {
    defaultRouteTableId: string,
    routes: optional(list(object(inlineRoute))),
});

export const Route = awsSubject("ec2.Route", "route", {
    ...inlineRoute,
    cidrBlock: at("destinationCidrBlock", string),
    ipv6CidrBlock: at("destinationIpv6CidrBlock", string),
    routeTableId: string,
});

export const RouteTableAssociation = awsSubject("ec2.RouteTableAssociation", "route table association", {
    subnetId: string,
    routeTableId: string,
});
export const MainRouteTableAssociation = awsSubject("ec2.MainRouteTableAssociation", "main route table association", {
    vpcId: string,
    routeTableId: string,
});

export const InternetGateway = awsSubject("ec2.InternetGateway", "internet gateway", { vpcId: string });
export const NatGateway = awsSubject("ec2.NatGateway", "NAT gateway", { connectivityType: string });

export const VpcEndpoint = awsSubject("ec2.VpcEndpoint", "VPC endpoint", {
    vpcId: string,
    serviceName: string,
    vpcEndpointType: string,
    privateDnsEnabled: boolean,
    policy: policyDocument,
    subnetIds: strings,
    subnetConfigurations: list(object({ subnetId: string })),
    routeTableIds: strings,
    securityGroupIds: strings,
});
export const VpcEndpointPolicy = awsSubject("ec2.VpcEndpointPolicy", "VPC endpoint policy", {
    vpcEndpointId: string,
    policy: policyDocument,
});
export const VpcEndpointSubnetAssociation = awsSubject("ec2.VpcEndpointSubnetAssociation", "endpoint's subnet", {
    vpcEndpointId: string,
    subnetId: string,
});
export const VpcEndpointRouteTableAssociation = awsSubject(
    "ec2.VpcEndpointRouteTableAssociation",
    "endpoint's route table",
    { vpcEndpointId: string, routeTableId: string },
);
export const SecurityGroupAssociation = awsSubject("ec2.SecurityGroupAssociation", "endpoint's security group", {
    vpcEndpointId: string,
    securityGroupId: string,
    replaceDefaultAssociation: boolean,
});

const inlineRules = optional(
    list(
        object({
            protocol: string,
            fromPort: number,
            toPort: number,
            cidrBlocks: strings,
            ipv6CidrBlocks: strings,
            prefixListIds: strings,
            securityGroups: strings,
            self: boolean,
        }),
    ),
);
const securityGroup = { vpcId: string, ingress: inlineRules, egress: inlineRules } satisfies Fields;
export const SecurityGroup: Subject<Words<typeof securityGroup>> = anyOf<Words<typeof securityGroup>>(
    awsSubject("ec2.SecurityGroup", "security group", securityGroup),
    awsSubject("ec2.DefaultSecurityGroup", "default security group", securityGroup),
);

/** A rule of its own, of either direction. */
export const SecurityGroupRule = awsSubject("ec2.SecurityGroupRule", "security group rule", {
    type: string,
    securityGroupId: string,
    protocol: string,
    fromPort: number,
    toPort: number,
    cidrBlocks: strings,
    ipv6CidrBlocks: strings,
    prefixListIds: strings,
    sourceSecurityGroupId: string,
    self: boolean,
});
/** A rule with one source or destination. */
const singleRule = {
    securityGroupId: string,
    protocol: at("ipProtocol", string),
    fromPort: number,
    toPort: number,
    cidrBlock: at("cidrIpv4", string),
    ipv6CidrBlock: at("cidrIpv6", string),
    prefixListId: string,
    referencedSecurityGroupId: string,
} satisfies Fields;
export const SecurityGroupIngressRule = awsSubject("vpc.SecurityGroupIngressRule", "ingress rule", singleRule);
export const SecurityGroupEgressRule = awsSubject("vpc.SecurityGroupEgressRule", "egress rule", singleRule);
