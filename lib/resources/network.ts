/** Networks, as far as they decide what a task can reach. */
import { policyDocument } from "../document";
import { at, boolean, Fields, list, List, object, own, Reader, string } from "../shape";
import { Launcher, Launchers } from "./ecs";
import { absent, anyOf, awsSubject, strings, Subject, Words } from "./subject";

/** A VPC that the program makes; the default VPC of a region is only adopted. */
export const Vpc = awsSubject("ec2.Vpc", "VPC", {});
const DefaultVpc = awsSubject("ec2.DefaultVpc", "default VPC", {});
export const Vpcs = anyOf<object>(Vpc, DefaultVpc);

const subnet = { vpcId: string, ipv6Native: boolean, enableDns64: boolean } satisfies Fields;
export const Subnet: Subject<Subnet> = anyOf<Subnet>(
    awsSubject("ec2.Subnet", "subnet", subnet),
    awsSubject("ec2.DefaultSubnet", "default subnet", subnet),
);
export type Subnet = Words<typeof subnet>;

const inlineRoute = {
    cidrBlock: string,
    ipv6CidrBlock: string,
    gatewayId: string,
    natGatewayId: string,
    egressOnlyGatewayId: string,
} satisfies Fields;
/** A route: where to and through what. One in a table and one of its own name the destination differently. */
export type RouteWords = Words<typeof inlineRoute>;

const routeTable = {
    routes: list(object(inlineRoute)),
    /** Gateways that add the routes they learn. */
    propagatingVgws: strings,
} satisfies Fields;
export const RouteTable = awsSubject("ec2.RouteTable", "route table", { ...routeTable, vpcId: string });
/** The main route table that a VPC is made with, adopted. */
export const DefaultRouteTable = awsSubject("ec2.DefaultRouteTable", "default route table", {
    ...routeTable,
    defaultRouteTableId: string,
});
/** Tables with routes in their own inputs. */
export const RouteLists = anyOf<Words<typeof routeTable>>(RouteTable, DefaultRouteTable);
/** What a reference to a route table may depend on; a VPC stands for the main table that it is made with. */
export const RouteTables: Subject<object> = {
    ...anyOf<object>(RouteTable, DefaultRouteTable, Vpcs),
    standIns: Object.keys(Vpcs.types),
};

export const Route = awsSubject("ec2.Route", "route", {
    ...inlineRoute,
    cidrBlock: at("destinationCidrBlock", string),
    ipv6CidrBlock: at("destinationIpv6CidrBlock", string),
    routeTableId: string,
});
/** Routes and associations of `aws-native`, which are not read. */
export const NativeRoutes: Subject<object> = {
    noun: "route of aws-native",
    types: {
        "aws-native:ec2:Route": { read: () => ({}) },
        "aws-native:ec2:SubnetRouteTableAssociation": { read: () => ({}) },
    },
};
/** Endpoints of `aws-native`, of which only their place and service are read. */
export const NativeEndpoint: Subject<Pick<VpcEndpoint, "vpcId" | "serviceName">> = {
    noun: "endpoint of aws-native",
    types: { "aws-native:ec2:VpcEndpoint": object({ vpcId: string, serviceName: string }) },
};

/** What adds routes to a table that nobody writes down. */
export const RoutePropagation = anyOf<{ routeTableId?: string }>(
    awsSubject("ec2.VpnGatewayRoutePropagation", "route propagation", { routeTableId: string }),
    awsSubject("vpc.RouteServerPropagation", "route server propagation", { routeTableId: string }),
);

export const RouteTableAssociation = awsSubject("ec2.RouteTableAssociation", "route table association", {
    subnetId: string,
    routeTableId: string,
});
export const MainRouteTableAssociation = awsSubject("ec2.MainRouteTableAssociation", "main route table association", {
    vpcId: string,
    routeTableId: string,
});

export const InternetGateway = awsSubject("ec2.InternetGateway", "internet gateway", {});
/** What `gatewayId` may refer to. */
export const Gateways = anyOf<object>(InternetGateway, awsSubject("ec2.VpnGateway", "VPN gateway", {}));
export const NatGateway = awsSubject("ec2.NatGateway", "NAT gateway", { connectivityType: string });

export const VpcEndpoint = awsSubject("ec2.VpcEndpoint", "VPC endpoint", {
    vpcId: string,
    serviceName: string,
    vpcEndpointType: string,
    privateDnsEnabled: boolean,
    /** Private DNS only for what comes from outside the VPC, whose own traffic goes to the gateway endpoint. */
    privateDnsOnlyForInboundResolverEndpoint: at("dnsOptions.privateDnsOnlyForInboundResolverEndpoint", boolean),
    policy: policyDocument,
    subnetIds: strings,
    subnetConfigurations: list(object({ subnetId: string })),
    routeTableIds: strings,
});
export type VpcEndpoint = NonNullable<ReturnType<(typeof VpcEndpoint.types)[string]["read"]>>;

const ofEndpoint = { vpcEndpointId: string } satisfies Fields;
export const VpcEndpointPolicy = awsSubject("ec2.VpcEndpointPolicy", "VPC endpoint policy", {
    ...ofEndpoint,
    policy: policyDocument,
});
export const EndpointPrivateDns = awsSubject("vpc.EndpointPrivateDns", "endpoint's private DNS", {
    ...ofEndpoint,
    privateDnsEnabled: boolean,
});
export const VpcEndpointSubnetAssociation = awsSubject("ec2.VpcEndpointSubnetAssociation", "endpoint's subnet", {
    ...ofEndpoint,
    subnetId: string,
});
export const VpcEndpointRouteTableAssociation = awsSubject(
    "ec2.VpcEndpointRouteTableAssociation",
    "endpoint's route table",
    { ...ofEndpoint, routeTableId: string },
);

/** The subnets in the one block of a network configuration. */
const firstSubnets: Reader<List<string | undefined>> = {
    read: (raw, ...rest) => strings.read(Array.isArray(raw) ? own(raw[0], "subnets") : undefined, ...rest),
};

/** Always the same, whatever the program writes. */
function always<T>(value: T): Reader<T> {
    return { read: () => value };
}

/** An Express Mode service as a launcher: always on Fargate, with a public IP address in a public subnet. */
const express = {
    taskDefinition: absent(string),
    cluster: string,
    launchType: always<string | undefined>("FARGATE"),
    capacityProviderStrategies: absent(list(object({ capacityProvider: string }))),
    platformVersion: absent(string),
    enableExecuteCommand: absent(boolean),
    assignPublicIp: always<boolean | undefined>(true),
    subnets: at("networkConfigurations", firstSubnets),
} satisfies Fields;

/** Whatever runs tasks in subnets of its own choice. */
export const NetworkUsers: Subject<Launcher> = anyOf<Launcher>(
    Launchers,
    awsSubject("ecs.ExpressGatewayService", "express gateway service", express),
);
