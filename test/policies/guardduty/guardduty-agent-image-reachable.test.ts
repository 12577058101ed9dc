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
const service: Resource = {
    type: "ecs.Service",
    name: "web",
    inputs: { launchType: "FARGATE", networkConfiguration: { subnets: ["subnet-1"] } },
};
const publicService: Resource = {
    type: "ecs.Service",
    name: "web",
    inputs: { launchType: "FARGATE", networkConfiguration: { subnets: ["subnet-1"], assignPublicIp: true } },
};
const toInternet: Resource = {
    type: "ec2.Route",
    name: "out",
    inputs: { routeTableId: "rtb-1", destinationCidrBlock: "0.0.0.0/0", gatewayId: "igw-1" },
};
const toNat: Resource = {
    type: "ec2.Route",
    name: "out",
    inputs: { routeTableId: "rtb-1", destinationCidrBlock: "0.0.0.0/0", natGatewayId: "nat-1" },
};
const nat: Resource = { type: "ec2.NatGateway", name: "nat", inputs: {}, outputs: { id: "nat-1" } };
const api: Resource = {
    type: "ec2.VpcEndpoint",
    name: "api",
    inputs: {
        vpcId: "vpc-1",
        serviceName: "com.amazonaws.eu-west-1.ecr.api",
        vpcEndpointType: "Interface",
        privateDnsEnabled: true,
        subnetIds: ["subnet-1"],
    },
    outputs: { id: "vpce-1" },
};
const forS3: Resource = {
    ...api,
    inputs: {
        ...api.inputs,
        policy: JSON.stringify({ Statement: { Effect: "Allow", Principal: "*", Action: "s3:*", Resource: "*" } }),
    },
};
const defaultSubnet: Resource = {
    type: "ec2.DefaultSubnet",
    name: "default",
    inputs: { availabilityZone: "eu-west-1a" },
    outputs: { id: "subnet-1", vpcId: "vpc-1" },
};
const dkr: Resource = {
    type: "ec2.VpcEndpoint",
    name: "dkr",
    inputs: {
        vpcId: "vpc-1",
        serviceName: "com.amazonaws.eu-west-1.ecr.dkr",
        vpcEndpointType: "Interface",
        privateDnsEnabled: true,
        subnetIds: ["subnet-1"],
    },
    outputs: { id: "vpce-2" },
};
const s3: Resource = {
    type: "ec2.VpcEndpoint",
    name: "s3",
    inputs: { vpcId: "vpc-1", serviceName: "com.amazonaws.eu-west-1.s3", routeTableIds: ["rtb-1"] },
    outputs: { id: "vpce-3" },
};

/** An interface endpoint for S3 whose name holds for tasks too, or for resolvers outside the VPC only. */
const s3Interface = (privateDnsOnlyForInboundResolverEndpoint: boolean): Resource => ({
    type: "ec2.VpcEndpoint",
    name: "s3-interface",
    inputs: {
        vpcId: "vpc-1",
        serviceName: "com.amazonaws.eu-west-1.s3",
        vpcEndpointType: "Interface",
        privateDnsEnabled: true,
        dnsOptions: { privateDnsOnlyForInboundResolverEndpoint },
        subnetIds: ["subnet-1"],
    },
});
/** The gateway endpoint with a policy for some objects. */
const s3With = (resource: string): Resource => ({
    ...s3,
    inputs: {
        ...s3.inputs,
        policy: JSON.stringify({
            Statement: { Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: resource },
        }),
    },
});
/** A private subnet with endpoints, whose gateway endpoint for S3 leaves out the layers of images. */
const WITHOUT_LAYERS: Resource[] = [vpc, subnet, table, association, api, dkr, s3With("arn:aws:s3:::assets/*")];
const NO_LAYERS =
    'The policy of VPC endpoint "s3" keeps tasks from pulling the agent: it does not allow `s3:GetObject` on the layers of images, `arn:aws:s3:::prod-<region>-starport-layer-bucket/*`.';

const NOTHING =
    'Tasks in subnet "private" cannot pull the agent: the subnet has no default route and the VPC has no endpoint for `ecr.api`, `ecr.dkr`, or `s3`.';
const NO_PUBLIC_IP =
    'Tasks in subnet "private" cannot pull the agent: the subnet is public, but the tasks get no public IP address (which ECS.2 and, for task sets, ECS.16 forbid) and the VPC has no endpoint for `ecr.api`, `ecr.dkr`, or `s3`.';

/** A service in subnets of a list that was made from these. */
const serviceFrom = (subnets: unknown, ...from: string[]): Resource => ({
    type: "ecs.Service",
    name: "web",
    inputs: { launchType: "FARGATE", networkConfiguration: { subnets } },
    dependsOn: { networkConfiguration: from },
});
const closed: Resource = {
    type: "ec2.VpcEndpoint",
    name: "api",
    inputs: {
        vpcId: unknown,
        serviceName: "com.amazonaws.eu-west-1.ecr.api",
        vpcEndpointType: "Interface",
        privateDnsEnabled: true,
        subnetIds: [unknown],
        policy: JSON.stringify({ Statement: { Effect: "Deny", Principal: "*", Action: "*", Resource: "*" } }),
    },
    outputs: { id: unknown },
    dependsOn: { vpcId: ["main"], subnetIds: ["private"] },
};

const IN_PUBLIC =
    'Tasks in subnet "public" cannot pull the agent: the subnet is public, but the tasks get no public IP address (which ECS.2 and, for task sets, ECS.16 forbid) and the VPC has no endpoint for `ecr.api`, `ecr.dkr`, or `s3`.';
const IN_BARE =
    'Tasks in subnet "bare" cannot pull the agent: the subnet has no default route and the VPC has no endpoint for `ecr.api`, `ecr.dkr`, or `s3`.';
const IN_FAR =
    'Tasks in subnet "far" cannot pull the agent: the subnet has no default route and the VPC has no endpoint for `ecr.api`, `ecr.dkr`, or `s3`.';
const CLOSED =
    'The policy of VPC endpoint "api" keeps tasks from pulling the agent: it does not allow `ecr:GetAuthorizationToken` on `*`, `ecr:GetDownloadUrlForLayer`, `ecr:BatchGetImage`.';

/** What the tasks need but for the endpoint of S3, beside another stack. */
const besideOtherStack: readonly Resource[] = [
    { type: "pulumi:pulumi:StackReference", name: "network" },
    subnet,
    table,
    association,
    api,
    dkr,
];

export default stackCases(__filename, {
    valid: {
        "a private subnet with a NAT gateway, at preview": {
            given: [
                { type: "ec2.Vpc", name: "main", inputs: { cidrBlock: "10.0.0.0/16" }, outputs: { id: unknown } },
                {
                    type: "ec2.Subnet",
                    name: "front",
                    inputs: { vpcId: unknown, cidrBlock: "10.0.0.0/24" },
                    outputs: { id: unknown },
                    dependsOn: { vpcId: ["main"] },
                },
                {
                    type: "ec2.Subnet",
                    name: "back",
                    inputs: { vpcId: unknown, cidrBlock: "10.0.1.0/24" },
                    outputs: { id: unknown },
                    dependsOn: { vpcId: ["main"] },
                },
                {
                    type: "ec2.NatGateway",
                    name: "nat",
                    inputs: { subnetId: unknown },
                    outputs: { id: unknown },
                    dependsOn: { subnetId: ["front"] },
                },
                {
                    type: "ec2.RouteTable",
                    name: "table",
                    inputs: { vpcId: unknown, routes: [{ cidrBlock: "0.0.0.0/0", natGatewayId: unknown }] },
                    outputs: { id: unknown },
                    dependsOn: { vpcId: ["main"], routes: ["nat"] },
                },
                {
                    type: "ec2.RouteTableAssociation",
                    name: "association",
                    inputs: { subnetId: unknown, routeTableId: unknown },
                    dependsOn: { subnetId: ["back"], routeTableId: ["table"] },
                },
                {
                    type: "ecs.Service",
                    name: "web",
                    inputs: { launchType: "FARGATE", networkConfiguration: { subnets: [unknown] } },
                    dependsOn: { networkConfiguration: ["back"] },
                },
            ],
        },
        "a private subnet with a NAT gateway, after the update": {
            given: [vpc, subnet, table, association, nat, toNat, service],
        },
        "a NAT gateway that is public by name": {
            given: [
                vpc,
                subnet,
                table,
                association,
                {
                    type: "ec2.NatGateway",
                    name: "nat",
                    inputs: { connectivityType: "public" },
                    outputs: { id: "nat-1" },
                },
                toNat,
                service,
            ],
        },
        "endpoints instead": { given: [vpc, subnet, table, association, api, dkr, s3, service] },
        "endpoints in another subnet of the VPC": {
            given: [
                vpc,
                subnet,
                table,
                association,
                { ...api, inputs: { ...api.inputs, subnetIds: ["subnet-9"] } },
                dkr,
                s3,
                service,
            ],
        },
        "endpoints whose parts are resources of their own": {
            given: [
                vpc,
                subnet,
                table,
                association,
                {
                    type: "ec2.VpcEndpoint",
                    name: "api",
                    inputs: {
                        vpcId: "vpc-1",
                        serviceName: "com.amazonaws.eu-west-1.ecr.api",
                        vpcEndpointType: "Interface",
                    },
                    outputs: { id: "vpce-1" },
                },
                {
                    type: "ec2.VpcEndpointSubnetAssociation",
                    name: "api-subnet",
                    inputs: { vpcEndpointId: "vpce-1", subnetId: "subnet-1" },
                },
                {
                    type: "vpc.EndpointPrivateDns",
                    name: "api-dns",
                    inputs: { vpcEndpointId: "vpce-1", privateDnsEnabled: true },
                },
                dkr,
                { ...s3, inputs: { vpcId: "vpc-1", serviceName: "com.amazonaws.eu-west-1.s3" } },
                {
                    type: "ec2.VpcEndpointRouteTableAssociation",
                    name: "s3-table",
                    inputs: { vpcEndpointId: "vpce-3", routeTableId: "rtb-1" },
                },
                service,
            ],
        },
        "private DNS that is not known, and an interface endpoint for S3": {
            given: [
                vpc,
                subnet,
                table,
                association,
                { ...api, inputs: { ...api.inputs, privateDnsEnabled: unknown } },
                dkr,
                {
                    ...s3,
                    inputs: {
                        vpcId: "vpc-1",
                        serviceName: "com.amazonaws.eu-west-1.s3",
                        vpcEndpointType: "Interface",
                        privateDnsEnabled: true,
                        subnetIds: ["subnet-1"],
                    },
                },
                service,
            ],
        },
        "endpoints with a policy that allows a pull": {
            given: [
                vpc,
                subnet,
                table,
                association,
                {
                    ...api,
                    inputs: {
                        ...api.inputs,
                        policy: JSON.stringify({
                            Statement: [
                                {
                                    Effect: "Allow",
                                    Principal: "*",
                                    Action: [
                                        "ecr:GetAuthorizationToken",
                                        "ecr:BatchGetImage",
                                        "ecr:GetDownloadUrlForLayer",
                                    ],
                                    Resource: "*",
                                },
                            ],
                        }),
                    },
                },
                {
                    ...dkr,
                    inputs: {
                        ...dkr.inputs,
                        policy: JSON.stringify({
                            Statement: {
                                Effect: "Allow",
                                Principal: { AWS: "arn:aws:iam::123456789012:role/execution" },
                                Action: "ecr:*",
                                Resource: "arn:aws:ecr:eu-west-1:*:repository/*",
                            },
                        }),
                    },
                },
                s3,
                service,
            ],
        },
        "a public subnet with public IP addresses": {
            given: [vpc, subnet, table, association, toInternet, publicService],
        },
        "a public subnet with endpoints": {
            given: [vpc, subnet, table, association, toInternet, api, dkr, s3, service],
        },
        "a service on EC2": {
            given: [
                vpc,
                subnet,
                table,
                association,
                {
                    type: "ecs.Service",
                    name: "web",
                    inputs: { launchType: "EC2", networkConfiguration: { subnets: ["subnet-1"] } },
                },
            ],
        },
        "a service without subnets": {
            given: [vpc, subnet, { type: "ecs.Service", name: "web", inputs: { launchType: "FARGATE" } }],
        },
        "an Express Mode service in a public subnet": {
            given: [
                vpc,
                subnet,
                table,
                association,
                toInternet,
                {
                    type: "ecs.ExpressGatewayService",
                    name: "web",
                    inputs: { networkConfigurations: [{ subnets: ["subnet-1"], securityGroups: [] }] },
                },
            ],
        },
        "an Express Mode service in the default subnets": {
            given: [
                vpc,
                subnet,
                { type: "ecs.ExpressGatewayService", name: "web", inputs: { networkConfigurations: "none" } },
            ],
        },
        "an endpoint policy for all but the repositories of the account's own": {
            given: [
                vpc,
                subnet,
                table,
                association,
                nat,
                toNat,
                {
                    ...dkr,
                    inputs: {
                        ...dkr.inputs,
                        policy: JSON.stringify({
                            Statement: {
                                Effect: "Allow",
                                Principal: "*",
                                Action: "*",
                                NotResource: "arn:aws:ecr:*:123456789012:repository/*",
                            },
                        }),
                    },
                },
                service,
            ],
        },
        "a policy of the endpoint for S3 that lets the layers of images through": {
            given: [
                vpc,
                subnet,
                table,
                association,
                api,
                dkr,
                s3With("arn:aws:s3:::prod-eu-west-1-starport-layer-bucket/*"),
                service,
            ],
        },
        "a policy of an endpoint for S3 in another route table": {
            given: [
                vpc,
                subnet,
                table,
                association,
                nat,
                toNat,
                {
                    ...s3With("arn:aws:s3:::assets/*"),
                    inputs: { ...s3With("arn:aws:s3:::assets/*").inputs, routeTableIds: ["rtb-9"] },
                },
                service,
            ],
        },

        "a policy of the gateway endpoint for S3, beside an interface endpoint that takes the traffic": {
            given: [...WITHOUT_LAYERS, s3Interface(false), service],
        },
        "an Express Mode service without networks": {
            given: [vpc, subnet, table, association, { type: "ecs.ExpressGatewayService", name: "web" }],
        },
    },
    invalid: {
        "a private subnet without a way out, at preview": {
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
                    type: "ec2.RouteTable",
                    name: "table",
                    inputs: { vpcId: unknown },
                    outputs: { id: unknown, routes: unknown },
                    dependsOn: { vpcId: ["main"] },
                },
                {
                    type: "ec2.RouteTableAssociation",
                    name: "association",
                    inputs: { subnetId: unknown, routeTableId: unknown },
                    dependsOn: { subnetId: ["private"], routeTableId: ["table"] },
                },
                {
                    type: "ecs.Service",
                    name: "web",
                    inputs: { launchType: "FARGATE", networkConfiguration: { subnets: [unknown] } },
                    dependsOn: { networkConfiguration: ["private"] },
                },
            ],
            reports: { web: [NOTHING] },
        },
        "a private subnet without a way out, after the update": {
            given: [vpc, subnet, table, association, service],
            reports: { web: [NOTHING] },
        },
        "a private subnet without a way out, of which only the outputs are known": {
            given: [
                { ...vpc, inputs: false },
                { ...subnet, inputs: false, outputs: { id: "subnet-1", vpcId: "vpc-1" } },
                { ...table, inputs: false, outputs: { id: "rtb-1", vpcId: "vpc-1", routes: [] } },
                { ...association, inputs: false, outputs: { subnetId: "subnet-1", routeTableId: "rtb-1" } },
                {
                    ...service,
                    inputs: false,
                    outputs: { launchType: "FARGATE", networkConfiguration: { subnets: ["subnet-1"] } },
                },
            ],
            reports: { web: [NOTHING] },
        },
        "a subnet that is left to the main route table, to which nobody adds a route": {
            given: [vpc, subnet, service],
            reports: { web: [NOTHING] },
        },
        "a private subnet where a public IP address does not help": {
            given: [vpc, subnet, table, association, publicService],
            reports: { web: [NOTHING] },
        },
        "a public subnet without public IP addresses": {
            given: [vpc, subnet, table, association, toInternet, service],
            reports: { web: [NO_PUBLIC_IP] },
        },
        "a null instead of a public IP address": {
            given: [
                vpc,
                subnet,
                table,
                association,
                toInternet,
                {
                    type: "ecs.Service",
                    name: "web",
                    inputs: {
                        launchType: "FARGATE",
                        networkConfiguration: { subnets: ["subnet-1"], assignPublicIp: null },
                    },
                },
            ],
            reports: { web: [NO_PUBLIC_IP] },
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
                toNat,
                api,
                dkr,
                service,
            ],
            reports: {
                web: [
                    'Tasks in subnet "private" cannot pull the agent: the default route goes to a private NAT gateway and the VPC has no endpoint for `s3`.',
                ],
            },
        },
        "a default route for IPv6 only": {
            given: [
                vpc,
                subnet,
                table,
                association,
                {
                    type: "ec2.Route",
                    name: "out",
                    inputs: {
                        routeTableId: "rtb-1",
                        destinationIpv6CidrBlock: "::/0",
                        egressOnlyGatewayId: "eigw-1",
                    },
                },
                dkr,
                s3,
                service,
            ],
            reports: {
                web: [
                    'Tasks in subnet "private" cannot pull the agent: the only default route is for IPv6 and the VPC has no endpoint for `ecr.api`.',
                ],
            },
        },
        "a NAT gateway for private addresses": {
            given: [
                vpc,
                subnet,
                table,
                association,
                nat,
                {
                    type: "ec2.Route",
                    name: "out",
                    inputs: { routeTableId: "rtb-1", destinationCidrBlock: "10.8.0.0/16", natGatewayId: "nat-1" },
                },
                service,
            ],
            reports: { web: [NOTHING] },
        },
        "endpoints that each lack something": {
            given: [
                vpc,
                subnet,
                table,
                association,
                { ...api, inputs: { ...api.inputs, privateDnsEnabled: false } },
                { ...dkr, inputs: { ...dkr.inputs, subnetIds: [] } },
                { ...s3, inputs: { ...s3.inputs, routeTableIds: ["rtb-9"] } },
                service,
            ],
            reports: {
                web: [
                    'Tasks in subnet "private" cannot pull the agent: the subnet has no default route, endpoint "api" has no private DNS, endpoint "dkr" has no subnet, and endpoint "s3" does not list the route table of the subnet.',
                ],
            },
        },
        "an endpoint of the type that is the default": {
            given: [
                vpc,
                subnet,
                table,
                association,
                { ...api, inputs: { ...api.inputs, vpcEndpointType: undefined } },
                dkr,
                s3,
                service,
            ],
            reports: {
                web: [
                    'Tasks in subnet "private" cannot pull the agent: the subnet has no default route and endpoint "api" is not of the type `Interface`.',
                ],
            },
        },
        "endpoints of another VPC": {
            given: [
                vpc,
                { type: "ec2.Vpc", name: "other", inputs: {}, outputs: { id: "vpc-2" } },
                subnet,
                table,
                association,
                { ...api, inputs: { ...api.inputs, vpcId: "vpc-2" } },
                dkr,
                s3,
                service,
            ],
            reports: {
                web: [
                    'Tasks in subnet "private" cannot pull the agent: the subnet has no default route and the VPC has no endpoint for `ecr.api`.',
                ],
            },
        },
        "one of two subnets, beside one of another stack": {
            given: [
                vpc,
                subnet,
                table,
                association,
                nat,
                toNat,
                { type: "ec2.Subnet", name: "bare", inputs: { vpcId: "vpc-1" }, outputs: { id: "subnet-2" } },
                {
                    type: "ecs.Service",
                    name: "web",
                    inputs: {
                        launchType: "FARGATE",
                        networkConfiguration: { subnets: ["subnet-1", "subnet-2", "subnet-9"] },
                    },
                },
                api,
                dkr,
            ],
            reports: {
                web: [
                    'Tasks in subnet "bare" cannot pull the agent: the subnet has no default route and the VPC has no endpoint for `s3`.',
                ],
            },
        },
        "both of two subnets": {
            given: [
                vpc,
                subnet,
                table,
                association,
                { type: "ec2.Subnet", name: "bare", inputs: { vpcId: "vpc-1" }, outputs: { id: "subnet-2" } },
                {
                    type: "ecs.Service",
                    name: "web",
                    inputs: { launchType: "FARGATE", networkConfiguration: { subnets: ["subnet-1", "subnet-2"] } },
                },
                api,
                dkr,
                s3,
                {
                    type: "ec2.VpcEndpointPolicy",
                    name: "policy",
                    inputs: {
                        vpcEndpointId: "vpce-2",
                        policy: JSON.stringify({
                            Statement: { Effect: "Deny", Principal: "*", Action: "*", Resource: "*" },
                        }),
                    },
                },
            ],
            reports: {
                web: [
                    'Tasks in subnet "bare" cannot pull the agent: the subnet has no default route and endpoint "s3" does not list the route table of the subnet.',
                    'The policy of VPC endpoint "dkr" keeps tasks from pulling the agent: it does not allow `ecr:GetDownloadUrlForLayer`, `ecr:BatchGetImage`.',
                ],
            },
        },
        "an endpoint policy that leaves out a part of the pull, beside a NAT gateway": {
            given: [
                vpc,
                subnet,
                table,
                association,
                nat,
                toNat,
                {
                    ...api,
                    inputs: {
                        ...api.inputs,
                        policy: JSON.stringify({
                            Statement: [
                                {
                                    Effect: "Allow",
                                    Principal: "*",
                                    Action: ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
                                    Resource: "*",
                                },
                            ],
                        }),
                    },
                },
                service,
            ],
            reports: {
                web: [
                    'The policy of VPC endpoint "api" keeps tasks from pulling the agent: it does not allow `ecr:GetAuthorizationToken` on `*`.',
                ],
            },
        },
        "a policy of the endpoint for S3 that leaves out the layers of images": {
            given: [...WITHOUT_LAYERS, service],
            reports: { web: [NO_LAYERS] },
        },
        "a policy of the gateway endpoint for S3, beside an interface endpoint for resolvers outside": {
            given: [...WITHOUT_LAYERS, s3Interface(true), service],
            reports: { web: [NO_LAYERS] },
        },
        "a policy of the endpoint for S3 that denies everything, beside a NAT gateway": {
            given: [
                vpc,
                subnet,
                table,
                association,
                nat,
                toNat,
                s3,
                {
                    type: "ec2.VpcEndpointPolicy",
                    name: "policy",
                    inputs: {
                        vpcEndpointId: "vpce-3",
                        policy: JSON.stringify({
                            Statement: { Effect: "Deny", Principal: "*", Action: "*", Resource: "*" },
                        }),
                    },
                },
                service,
            ],
            reports: { web: [NO_LAYERS] },
        },
        "an endpoint policy for repositories only, which the token is not about": {
            given: [
                vpc,
                subnet,
                table,
                association,
                dkr,
                s3,
                service,
                {
                    ...api,
                    inputs: {
                        ...api.inputs,
                        policy: JSON.stringify({
                            Statement: {
                                Effect: "Allow",
                                Principal: "*",
                                Action: "ecr:*",
                                Resource: "arn:aws:ecr:eu-west-1:*:repository/*",
                            },
                        }),
                    },
                },
            ],
            reports: {
                web: [
                    'The policy of VPC endpoint "api" keeps tasks from pulling the agent: it does not allow `ecr:GetAuthorizationToken` on `*`.',
                ],
            },
        },
        "an endpoint policy in the VPC of a default subnet, of which only the id is known": {
            given: [defaultSubnet, publicService, forS3],
            reports: { web: [CLOSED] },
        },
        "an endpoint policy in the VPC of a default subnet, after the update": {
            given: [
                { type: "ec2.DefaultVpc", name: "main", inputs: {}, outputs: { id: "vpc-1" } },
                defaultSubnet,
                publicService,
                forS3,
            ],
            reports: { web: [CLOSED] },
        },
        "an endpoint policy for all repositories but the one of the agent": {
            given: [
                vpc,
                subnet,
                table,
                association,
                nat,
                toNat,
                {
                    ...dkr,
                    inputs: {
                        ...dkr.inputs,
                        policy: JSON.stringify({
                            Statement: {
                                Effect: "Allow",
                                Principal: "*",
                                Action: "*",
                                NotResource: "arn:aws:ecr:*:*:repository/aws-guardduty-agent-fargate",
                            },
                        }),
                    },
                },
                service,
            ],
            reports: {
                web: [
                    'The policy of VPC endpoint "dkr" keeps tasks from pulling the agent: it does not allow `ecr:GetDownloadUrlForLayer`, `ecr:BatchGetImage`.',
                ],
            },
        },
        "an endpoint policy for the repositories of the account's own only": {
            given: [
                vpc,
                subnet,
                table,
                association,
                nat,
                toNat,
                {
                    ...dkr,
                    inputs: {
                        ...dkr.inputs,
                        policy: JSON.stringify({
                            Statement: [
                                {
                                    Effect: "Allow",
                                    Principal: "*",
                                    Action: "ecr:*",
                                    Resource: "arn:aws:ecr:eu-west-1:123456789012:repository/shop/*",
                                },
                            ],
                        }),
                    },
                },
                service,
            ],
            reports: {
                web: [
                    'The policy of VPC endpoint "dkr" keeps tasks from pulling the agent: it does not allow `ecr:GetDownloadUrlForLayer`, `ecr:BatchGetImage`.',
                ],
            },
        },
        "a service on Fargate by its cluster, and every other launcher": {
            given: [
                vpc,
                subnet,
                { type: "ecs.Cluster", name: "shop", inputs: { name: "shop" } },
                {
                    type: "ecs.ClusterCapacityProviders",
                    name: "providers",
                    inputs: {
                        clusterName: "shop",
                        defaultCapacityProviderStrategies: [{ capacityProvider: "FARGATE" }],
                    },
                },
                {
                    type: "ecs.Service",
                    name: "inherits",
                    inputs: { cluster: "shop", networkConfiguration: { subnets: ["subnet-1"] } },
                },
                {
                    type: "ecs.TaskSet",
                    name: "set",
                    inputs: { launchType: "FARGATE", networkConfiguration: { subnets: ["subnet-1"] } },
                },
                {
                    type: "cloudwatch.EventTarget",
                    name: "target",
                    inputs: { ecsTarget: { launchType: "FARGATE", networkConfiguration: { subnets: ["subnet-1"] } } },
                },
                {
                    type: "scheduler.Schedule",
                    name: "schedule",
                    inputs: {
                        target: {
                            ecsParameters: { launchType: "FARGATE", networkConfiguration: { subnets: ["subnet-1"] } },
                        },
                    },
                },
                {
                    type: "ecs.ExpressGatewayService",
                    name: "express",
                    inputs: { networkConfigurations: [{ subnets: ["subnet-1"] }] },
                },
                {
                    type: "aws-native:ecs:Service",
                    name: "native",
                    inputs: {
                        launchType: "FARGATE",
                        networkConfiguration: {
                            awsvpcConfiguration: { subnets: ["subnet-1"], assignPublicIp: "DISABLED" },
                        },
                    },
                },
            ],
            reports: {
                inherits: [NOTHING],
                set: [NOTHING],
                target: [NOTHING],
                schedule: [NOTHING],
                express: [NOTHING],
                native: [NOTHING],
            },
        },
        "an endpoint that is not known beside one that is missing": {
            given: [
                vpc,
                subnet,
                table,
                association,
                { ...api, inputs: { ...api.inputs, vpcEndpointType: unknown } },
                s3,
                service,
            ],
            reports: {
                web: [
                    'Tasks in subnet "private" cannot pull the agent: the subnet has no default route and the VPC has no endpoint for `ecr.dkr`.',
                ],
            },
        },
        "a route table in the stack, of a VPC whose id is written": {
            given: [subnet, table, association, service],
            reports: {
                web: [
                    'Tasks in subnet "private" cannot pull the agent: the subnet has no default route and the VPC has no endpoint for `ecr.api`, `ecr.dkr`, or `s3`.',
                ],
            },
        },
        "all subnets that may be in a list, at preview": {
            given: [...ahead, bare, serviceFrom(unknown, "public", "bare")],
            reports: { web: [oneOf(IN_BARE, IN_PUBLIC)] },
        },
        "all subnets that an item may be, at preview": {
            given: [...ahead, bare, serviceFrom([unknown], "public", "bare")],
            reports: { web: [oneOf(IN_BARE, IN_PUBLIC)] },
        },
        "all subnets that may be in a list, of two VPCs": {
            given: [...ahead, ...other, serviceFrom(unknown, "public", "far")],
            reports: { web: [oneOf(IN_FAR, IN_PUBLIC)] },
        },
        "a subnet whose id is known, beside one that may be well": {
            given: [
                ...ahead,
                { ...bare, outputs: { id: "subnet-1" } },
                serviceFrom(["subnet-1", unknown], "bare", "public", "private"),
            ],
            reports: { web: [IN_BARE] },
        },
        "an endpoint policy in the VPC of all subnets that may be in a list": {
            given: [...ahead, closed, serviceFrom(unknown, "public", "private")],
            reports: { web: [CLOSED] },
        },
        "an endpoint policy in the VPC of all subnets that an item may be": {
            given: [...ahead, closed, serviceFrom([unknown], "public", "private")],
            reports: { web: [CLOSED] },
        },
        "a gateway beside an interface for inbound resolvers": {
            given: [
                vpc,
                subnet,
                table,
                association,
                api,
                dkr,
                {
                    type: "ec2.VpcEndpoint",
                    name: "inbound",
                    inputs: {
                        vpcId: "vpc-1",
                        serviceName: "com.amazonaws.eu-west-1.s3",
                        vpcEndpointType: "Interface",
                        privateDnsEnabled: true,
                        dnsOptions: { privateDnsOnlyForInboundResolverEndpoint: true },
                        subnetIds: ["subnet-1"],
                    },
                },
                { ...s3, inputs: { ...s3.inputs, routeTableIds: [] } },
                service,
            ],
            reports: {
                web: [
                    'Tasks in subnet "private" cannot pull the agent: the subnet has no default route and endpoint "s3" does not list the route table of the subnet.',
                ],
            },
        },
        "endpoints of China, one missing and one without private DNS": {
            given: [
                vpc,
                subnet,
                table,
                association,
                {
                    ...api,
                    inputs: {
                        ...api.inputs,
                        serviceName: "cn.com.amazonaws.cn-north-1.ecr.api",
                        privateDnsEnabled: false,
                    },
                },
                { ...s3, inputs: { ...s3.inputs, serviceName: "com.amazonaws.cn-north-1.s3" } },
                service,
            ],
            reports: {
                web: [
                    'Tasks in subnet "private" cannot pull the agent: the subnet has no default route, the VPC has no endpoint for `ecr.dkr`, and endpoint "api" has no private DNS.',
                ],
            },
        },

        "a subnet for IPv6 alone, without a route for it": {
            given: [vpc, { ...subnet, inputs: { vpcId: "vpc-1", ipv6Native: true } }, table, association, service],
            reports: { web: [NOTHING] },
        },
        "endpoint policies for the downloads of one's own repositories only": {
            given: ["api", "dkr"].flatMap((name): Resource[] => [
                ...(name === "api" ? [vpc, subnet, table, association, toNat, nat, s3, service] : []),
                {
                    ...(name === "api" ? api : dkr),
                    inputs: {
                        ...(name === "api" ? api : dkr).inputs,
                        policy: JSON.stringify({
                            Statement: [
                                { Effect: "Allow", Principal: "*", Action: "ecr:GetAuthorizationToken", Resource: "*" },
                                {
                                    Effect: "Allow",
                                    Principal: "*",
                                    Action: ["ecr:GetDownloadUrlForLayer", "ecr:BatchGetImage"],
                                    Resource: "arn:aws:ecr:*:123456789012:repository/shop/*",
                                },
                            ],
                        }),
                    },
                },
            ]),
            reports: {
                web: ["api", "dkr"].map(
                    (name) =>
                        `The policy of VPC endpoint "${name}" keeps tasks from pulling the agent: it does not allow \`ecr:GetDownloadUrlForLayer\`, \`ecr:BatchGetImage\`.`,
                ),
            },
        },
    },
    unknown: {
        "the policy of a gateway, while an interface that may be in the VPC may take the traffic": {
            given: [
                ...WITHOUT_LAYERS,
                {
                    type: "ec2.VpcEndpoint",
                    name: "interface",
                    inputs: {
                        vpcId: unknown,
                        serviceName: "com.amazonaws.eu-west-1.s3",
                        vpcEndpointType: "Interface",
                        privateDnsEnabled: true,
                        subnetIds: ["subnet-1"],
                    },
                },
                service,
            ],
            settled: true,
        },
        "a list made from a public and a private subnet": {
            given: [...ahead, serviceFrom(unknown, "public", "private")],
        },
        "an item that is a public or a private subnet": {
            given: [...ahead, serviceFrom([unknown], "public", "private")],
        },
        "a list made from subnets of two VPCs, one with an endpoint policy": {
            given: [...ahead, ...other, closed, serviceFrom(unknown, "private", "far")],
        },
        "a list made from subnets of which the VPC of one is not known": {
            given: [
                ...ahead,
                { type: "ec2.Subnet", name: "lost", inputs: { vpcId: unknown }, outputs: { id: unknown } },
                closed,
                serviceFrom(unknown, "private", "lost"),
            ],
        },
        "whether it runs on Fargate": {
            given: [
                vpc,
                subnet,
                {
                    type: "ecs.Service",
                    name: "web",
                    inputs: { launchType: unknown, networkConfiguration: { subnets: ["subnet-1"] } },
                },
            ],
        },
        "the subnets": {
            given: [
                vpc,
                subnet,
                {
                    type: "ecs.Service",
                    name: "web",
                    inputs: { launchType: "FARGATE", networkConfiguration: { subnets: unknown } },
                },
            ],
        },
        "a subnet of another stack": {
            given: [
                {
                    type: "ecs.Service",
                    name: "web",
                    inputs: { launchType: "FARGATE", networkConfiguration: { subnets: ["subnet-1"] } },
                },
            ],
        },
        "a subnet in a VPC of another stack": {
            given: [
                { type: "pulumi:pulumi:StackReference", name: "network" },
                { ...subnet, dependsOn: { vpcId: ["network"] } },
                table,
                association,
                service,
            ],
        },
        "an endpoint that may be in the VPC whose id is written, by an output of another stack": {
            given: [
                ...besideOtherStack,
                {
                    ...s3,
                    inputs: { ...s3.inputs, vpcId: unknown },
                    dependsOn: { vpcId: ["network"] },
                },
                service,
            ],
        },
        "one of aws-native that may be there": {
            given: [
                ...besideOtherStack,
                {
                    type: "aws-native:ec2:VpcEndpoint",
                    name: "s3",
                    inputs: { vpcId: unknown, serviceName: "com.amazonaws.eu-west-1.s3" },
                    dependsOn: { vpcId: ["network"] },
                },
                service,
            ],
        },
        "a subnet that may be one of the tasks' or come from a component": {
            given: [
                vpc,
                { ...subnet, outputs: { id: unknown } },
                { ...table, outputs: { id: unknown } },
                {
                    ...association,
                    inputs: { subnetId: unknown, routeTableId: unknown },
                    dependsOn: { subnetId: ["private"], routeTableId: ["table"] },
                },
                { type: "awsx:ec2:Vpc", name: "component" },
                ...["a", "b"].map((name) => ({
                    type: "ec2.Subnet",
                    name,
                    parent: "component",
                    inputs: { vpcId: "vpc-9" },
                    outputs: { id: unknown },
                })),
                {
                    ...service,
                    inputs: { launchType: "FARGATE", networkConfiguration: { subnets: [unknown] } },
                    dependsOn: { networkConfiguration: ["private", "component"] },
                },
            ],
        },
        "a VPC that was only read": { given: [{ ...vpc, inputs: false }, subnet, table, association, service] },
        "a route table of another stack": { given: [vpc, subnet, association, service] },
        "a default route to a transit gateway": {
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
                service,
            ],
        },
        "a peering that may lead to endpoints": {
            given: [
                vpc,
                subnet,
                table,
                association,
                {
                    type: "ec2.Route",
                    name: "out",
                    inputs: {
                        routeTableId: "rtb-1",
                        destinationCidrBlock: "10.8.0.0/16",
                        vpcPeeringConnectionId: "pcx-1",
                    },
                },
                service,
            ],
        },
        "a subnet for IPv6 alone": {
            given: [
                vpc,
                { ...subnet, inputs: { vpcId: "vpc-1", ipv6Native: true } },
                table,
                association,
                {
                    type: "ec2.Route",
                    name: "out",
                    inputs: { routeTableId: "rtb-1", destinationIpv6CidrBlock: "::/0", egressOnlyGatewayId: "eigw-1" },
                },
                service,
            ],
        },
        "whether tasks in a public subnet have public IP addresses": {
            given: [
                vpc,
                subnet,
                table,
                association,
                toInternet,
                {
                    type: "ecs.Service",
                    name: "web",
                    inputs: {
                        launchType: "FARGATE",
                        networkConfiguration: { subnets: ["subnet-1"], assignPublicIp: unknown },
                    },
                },
            ],
        },
        "an endpoint of which the VPC is not known": {
            given: [
                vpc,
                subnet,
                table,
                association,
                { ...api, inputs: { ...api.inputs, vpcId: unknown } },
                dkr,
                s3,
                service,
            ],
        },
        "the policy of an endpoint": {
            given: [
                vpc,
                subnet,
                table,
                association,
                { ...api, inputs: { ...api.inputs, policy: unknown } },
                { ...dkr, inputs: { ...dkr.inputs, policy: "{" } },
                s3,
                service,
            ],
        },
        "a policy that denies a pull in part": {
            given: [
                vpc,
                subnet,
                table,
                association,
                {
                    ...api,
                    inputs: {
                        ...api.inputs,
                        policy: JSON.stringify({
                            Statement: [
                                { Effect: "Allow", Principal: "*", Action: "*", Resource: "*" },
                                {
                                    Effect: "Deny",
                                    Principal: "*",
                                    Action: "*",
                                    Resource: "*",
                                    Condition: { StringNotEquals: { "aws:PrincipalOrgID": "o-1" } },
                                },
                            ],
                        }),
                    },
                },
                dkr,
                s3,
                service,
            ],
        },

        "a subnet with DNS64, which may lead to ECR": {
            given: [
                vpc,
                { ...subnet, inputs: { vpcId: "vpc-1", enableDns64: true } },
                table,
                association,
                {
                    type: "ec2.Route",
                    name: "out",
                    inputs: { routeTableId: "rtb-1", destinationIpv6CidrBlock: "::/0", egressOnlyGatewayId: "eigw-1" },
                },
                service,
            ],
        },
        "whether an endpoint with a policy is a path": {
            given: [
                vpc,
                subnet,
                table,
                association,
                toNat,
                nat,
                {
                    ...api,
                    inputs: {
                        ...api.inputs,
                        vpcEndpointType: unknown,
                        policy: JSON.stringify({
                            Statement: { Effect: "Deny", Principal: "*", Action: "*", Resource: "*" },
                        }),
                    },
                },
                service,
            ],
            settled: true,
        },

        "one of two subnets, which is not in the stack": {
            given: [
                vpc,
                subnet,
                table,
                association,
                toNat,
                nat,
                {
                    ...service,
                    inputs: { ...service.inputs, networkConfiguration: { subnets: ["subnet-1", "subnet-9"] } },
                },
            ],
        },
    },
});
