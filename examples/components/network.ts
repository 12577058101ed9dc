import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/** A network with a private subnet, which reaches the internet through a NAT gateway in a public one. */
export class Network extends pulumi.ComponentResource {
    readonly vpcId: pulumi.Output<string>;
    readonly publicSubnetIds: pulumi.Output<string[]>;
    readonly privateSubnetIds: pulumi.Output<string[]>;

    constructor(name: string, opts?: pulumi.ComponentResourceOptions) {
        super("examples:index:Network", name, {}, opts);
        const parent = { parent: this };

        const vpc = new aws.ec2.Vpc(name, { cidrBlock: "10.0.0.0/16", enableDnsHostnames: true }, parent);
        const internet = new aws.ec2.InternetGateway(name, { vpcId: vpc.id }, parent);
        const subnet = (
            kind: string,
            cidrBlock: string,
            route: { gatewayId: pulumi.Input<string> } | { natGatewayId: pulumi.Input<string> },
        ) => {
            const subnet = new aws.ec2.Subnet(`${name}-${kind}`, { vpcId: vpc.id, cidrBlock }, parent);
            const routes = new aws.ec2.RouteTable(
                `${name}-${kind}`,
                { vpcId: vpc.id, routes: [{ cidrBlock: "0.0.0.0/0", ...route }] },
                parent,
            );
            new aws.ec2.RouteTableAssociation(
                `${name}-${kind}`,
                { subnetId: subnet.id, routeTableId: routes.id },
                parent,
            );
            return subnet;
        };

        const outside = subnet("public", "10.0.0.0/24", { gatewayId: internet.id });
        const address = new aws.ec2.Eip(name, { domain: "vpc" }, { parent: this, dependsOn: internet });
        const nat = new aws.ec2.NatGateway(name, { subnetId: outside.id, allocationId: address.id }, parent);
        const inside = subnet("private", "10.0.1.0/24", { natGatewayId: nat.id });

        // In one output, as components such as awsx.ec2.Vpc have them: each list then depends on all of the subnets.
        const ids = pulumi.output({ vpc: vpc.id, public: [outside.id], private: [inside.id] });
        this.vpcId = ids.vpc;
        this.publicSubnetIds = ids.public;
        this.privateSubnetIds = ids.private;
        this.registerOutputs();
    }
}
