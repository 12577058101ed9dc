import assert from "node:assert/strict";
import fc from "fast-check";
import { networkOf } from "../../lib/network";
import { Session } from "../../lib/session";
import { Subnet } from "../../lib/resources";
import { Stack } from "../../lib/stack";
import { known, Undecided } from "../../lib/unknown";
import { Resource, stackOf, unknown } from "../support/cases";

/** A property that refers to another resource by one of its outputs. */
class Reference {
    constructor(
        readonly name: string,
        readonly output: string,
    ) {}
}
const to = (name: string, output = "id"): Reference => new Reference(name, output);

type Phase = "preview" | "update" | "ids";
const PHASES: Record<Phase, string> = {
    preview: "at preview",
    update: "after the update",
    ids: "by ids alone",
};

/** What a value holds in a phase; the names of what it refers to are added to `names`. */
function resolved(value: unknown, phase: Phase, names: Set<string>): unknown {
    if (value instanceof Reference) {
        names.add(value.name);
        return phase === "preview" ? unknown : `${value.name}-${value.output}`;
    }
    if (Array.isArray(value)) {
        return value.map((item) => resolved(item, phase, names));
    }
    return typeof value === "object" && value !== null
        ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, resolved(item, phase, names)]))
        : value;
}

const OUTPUTS = ["id", "arn", "defaultRouteTableId"];

/** A resource as it is in a phase: with unknown ids and dependencies, with known ids too, or with those only. */
function inPhase({ inputs = {}, ...resource }: Resource, phase: Phase): Resource {
    const dependsOn: Record<string, string[]> = {};
    const props = Object.entries(inputs || {}).map(([property, value]) => {
        const names = new Set<string>();
        const read = resolved(value, phase, names);
        dependsOn[property] = [...names];
        return [property, read] as const;
    });
    const noted: Record<string, unknown> = Object.fromEntries(props);
    const ids = OUTPUTS.map((output): [string, unknown] => [
        output,
        phase === "preview" ? unknown : `${resource.name}-${output}`,
    ]);
    const computed = Object.fromEntries(ids);
    return {
        ...resource,
        inputs: inputs === false ? false : noted,
        outputs: resource.outputs ?? { ...noted, ...computed },
        dependsOn: phase === "ids" ? {} : dependsOn,
    };
}

function graph(resources: readonly Resource[]): Stack {
    const session = new Session();
    return new Stack(stackOf(resources, session), session.noted);
}

/** How traffic leaves the subnet "subnet". */
function exits(...resources: Resource[]): readonly string[] {
    const stack = graph(resources);
    const subnet = stack.all(Subnet).find(({ name }) => name === "subnet") ?? assert.fail();
    return [...networkOf(stack).exitsOf(subnet)].sort();
}

/** What the subnet "subnet" lacks to reach a service; "undecided" where that is not known. */
function gap(service: string, ...resources: Resource[]): string {
    const stack = graph(resources);
    const subnet = stack.all(Subnet).find(({ name }) => name === "subnet") ?? assert.fail();
    const gaps = known(() => networkOf(stack).gapsTo([service], subnet), undefined);
    return gaps === undefined ? "undecided" : gaps.map(({ found }) => found?.defect ?? "endpoint").join(" ") || "none";
}

/** One test for each way in which resources are joined. */
function inEveryPhase(title: string, test: (at: (...resources: Resource[]) => Resource[]) => void): void {
    for (const [phase, words] of Object.entries(PHASES)) {
        it(`${title}, ${words}`, () => test((...all) => all.map((resource) => inPhase(resource, phase as Phase))));
    }
}

const resource = (type: string, name: string, inputs: object = {}): Resource => ({ type, name, inputs: { ...inputs } });
const vpc = resource("ec2.Vpc", "vpc");
const subnet = resource("ec2.Subnet", "subnet", { vpcId: to("vpc") });
const table = (...routes: object[]): Resource => resource("ec2.RouteTable", "table", { vpcId: to("vpc"), routes });
const association = resource("ec2.RouteTableAssociation", "association", {
    subnetId: to("subnet"),
    routeTableId: to("table"),
});
const net = (...routes: object[]): Resource[] => [vpc, subnet, table(...routes), association];
const internet = resource("ec2.InternetGateway", "internet", { vpcId: to("vpc") });
const nat = resource("ec2.NatGateway", "nat", {});
const route = (inputs: object): Resource =>
    resource("ec2.Route", "route", { routeTableId: to("table"), destinationCidrBlock: "0.0.0.0/0", ...inputs });
const everywhere = { cidrBlock: "0.0.0.0/0" };
const ipv6 = { ipv6CidrBlock: "::/0" };

describe("lib/network", () => {
    describe("routes", () => {
        inEveryPhase("lead through an internet gateway", (at) => {
            const inline = at(internet, ...net({ ...everywhere, gatewayId: to("internet") }));
            assert.deepEqual(exits(...inline), ["internet gateway"]);
            const own = at(internet, ...net(), route({ gatewayId: to("internet") }));
            assert.deepEqual(exits(...own), ["internet gateway"]);
        });
        inEveryPhase("lead through a NAT gateway", (at) => {
            const inline = at(nat, ...net({ ...everywhere, natGatewayId: to("nat") }));
            assert.deepEqual(exits(...inline), ["NAT gateway"]);
            assert.deepEqual(exits(...at(nat, ...net(), route({ natGatewayId: to("nat") }))), ["NAT gateway"]);
        });
        inEveryPhase("tell a private NAT gateway from a public one", (at) => {
            const gateway = (connectivityType: unknown): Resource => ({ ...nat, inputs: { connectivityType } });
            const by = (connectivityType: unknown): readonly string[] =>
                exits(...at(gateway(connectivityType), ...net({ ...everywhere, natGatewayId: to("nat") })));
            assert.deepEqual(by("private"), ["private NAT gateway"]);
            assert.deepEqual(by("public"), ["NAT gateway"]);
            assert.deepEqual(by(null), ["NAT gateway"]);
            assert.deepEqual(by(unknown), ["elsewhere"]);
        });
        inEveryPhase("tell gateways apart in one table", (at) => {
            const inline = net(
                { ...everywhere, natGatewayId: to("nat") },
                { ...ipv6, egressOnlyGatewayId: to("egress") },
                { cidrBlock: "10.0.0.0/8", transitGatewayId: "tgw-1" },
            );
            const egress = resource("ec2.EgressOnlyInternetGateway", "egress", { vpcId: to("vpc") });
            assert.deepEqual(exits(...at(nat, egress, ...inline)), ["IPv6", "NAT gateway", "elsewhere"]);
        });
        inEveryPhase("lead nowhere where there are none", (at) => {
            assert.deepEqual(exits(...at(...net())), []);
            assert.deepEqual(exits(...at(vpc, subnet, { ...table(), inputs: { vpcId: to("vpc") } }, association)), []);
            assert.deepEqual(exits(...at(...net({ cidrBlock: "10.0.0.0/16", gatewayId: "local" }))), []);
            assert.deepEqual(exits(...at(...net({ cidrBlock: "52.0.0.0/16", gatewayId: "local" }))), []);
            assert.deepEqual(exits(...at(...net({ ipv6CidrBlock: "2a05:d018::/56", gatewayId: "local" }))), []);
            assert.deepEqual(exits(...at(vpc, subnet, { ...table(), inputs: { routes: [null] } }, association)), []);
        });
        inEveryPhase("for private addresses only lead nowhere", (at) => {
            for (const cidrBlock of [
                "10.0.0.0/8",
                "172.16.0.0/12",
                "172.31.0.0/16",
                "192.168.0.0/16",
                "100.64.0.0/10",
                "100.100.0.0/16",
                "100.127.0.0/16",
            ]) {
                assert.deepEqual(exits(...at(nat, ...net({ cidrBlock, natGatewayId: to("nat") }))), []);
            }
        });
        inEveryPhase("for parts of the internet and prefix lists are not known", (at) => {
            for (const to_ of [
                { cidrBlock: "52.94.0.0/16" },
                { cidrBlock: "52.10.0.0/16" },
                { cidrBlock: "128.0.0.0/1" },
                { cidrBlock: "172.32.0.0/16" },
                { destinationPrefixListId: "pl-1" },
            ]) {
                assert.deepEqual(exits(...at(nat, ...net({ ...to_, natGatewayId: to("nat") }))), ["elsewhere"]);
            }
        });
        inEveryPhase("for IPv6 are told apart", (at) => {
            const through = (way: object): readonly string[] =>
                exits(...at(internet, nat, ...net({ ...ipv6, ...way })));
            assert.deepEqual(through({ gatewayId: to("internet") }), ["IPv6"]);
            assert.deepEqual(through({ egressOnlyGatewayId: "eigw-1" }), ["IPv6"]);
            assert.deepEqual(through({ transitGatewayId: "tgw-1" }), ["elsewhere"]);
            const nat64 = { ipv6CidrBlock: "64:ff9b::/96", natGatewayId: to("nat") };
            assert.deepEqual(exits(...at(nat, ...net(nat64))), ["IPv6"]);
            const own = route({
                destinationCidrBlock: undefined,
                destinationIpv6CidrBlock: "::/0",
                egressOnlyGatewayId: "eigw-1",
            });
            assert.deepEqual(exits(...at(...net(), own)), ["IPv6"]);
        });
        inEveryPhase("through anything else are not known", (at) => {
            for (const way of [
                "transitGatewayId",
                "vpcPeeringConnectionId",
                "networkInterfaceId",
                "vpcEndpointId",
                "localGatewayId",
                "carrierGatewayId",
                "coreNetworkArn",
                "instanceId",
            ]) {
                assert.deepEqual(exits(...at(...net({ ...everywhere, [way]: "x-1" }))), ["elsewhere"], way);
                assert.deepEqual(exits(...at(...net({ cidrBlock: "10.0.0.0/8", [way]: "x-1" }))), ["elsewhere"], way);
                assert.deepEqual(exits(...at(...net(), route({ [way]: "x-1" }))), ["elsewhere"], way);
            }
        });
        inEveryPhase("through a VPN gateway are not known, also where there is an internet gateway", (at) => {
            const vpn = resource("ec2.VpnGateway", "vpn", { vpcId: to("vpc") });
            const lists = net({ ...everywhere, gatewayId: to("vpn") });
            assert.deepEqual(exits(...at(vpn, ...lists)), ["elsewhere"]);
            const literal = net(
                { ...everywhere, gatewayId: "vgw-1" },
                { cidrBlock: "10.0.0.0/8", gatewayId: to("internet") },
            );
            assert.deepEqual(exits(...at(internet, ...literal)), ["elsewhere"]);
            const both = net(
                { ...everywhere, gatewayId: to("vpn") },
                { cidrBlock: "10.0.0.0/8", gatewayId: to("internet") },
            );
            assert.deepEqual(exits(...at(vpn, internet, ...both)), ["elsewhere"]);
        });
        inEveryPhase("that a gateway learns are not known", (at) => {
            const propagating = { ...table(), inputs: { vpcId: to("vpc"), propagatingVgws: ["vgw-1"] } };
            assert.deepEqual(exits(...at(vpc, subnet, propagating, association)), ["elsewhere"]);
            for (const type of ["ec2.VpnGatewayRoutePropagation", "vpc.RouteServerPropagation"]) {
                const propagation = resource(type, "propagation", { routeTableId: to("table") });
                assert.deepEqual(exits(...at(...net(), propagation)), ["elsewhere"]);
                const others = { ...propagation, inputs: { routeTableId: to("other") } };
                assert.deepEqual(exits(...at(...net(), resource("ec2.RouteTable", "other"), others)), []);
            }
        });
        it("by literal ids of gateways that are not in the stack", () => {
            const by = (way: object): readonly string[] =>
                exits(...net({ ...everywhere, ...way }).map((one) => inPhase(one, "update")));
            assert.deepEqual(by({ gatewayId: "igw-1" }), ["internet gateway"]);
            assert.deepEqual(by({ gatewayId: "vgw-1" }), ["elsewhere"]);
            assert.deepEqual(by({ natGatewayId: "nat-1" }), ["elsewhere"]);
        });
        it("are not known where something in them is not", () => {
            const at = (inputs: object): readonly string[] =>
                exits(
                    ...[vpc, subnet, association, resource("ec2.RouteTable", "table", inputs)].map((one) =>
                        inPhase(one, "preview"),
                    ),
                );
            assert.deepEqual(at({ routes: unknown }), ["elsewhere"]);
            assert.deepEqual(at({ routes: [unknown] }), ["elsewhere"]);
            assert.deepEqual(at({ routes: [{ ...everywhere, natGatewayId: unknown }] }), ["elsewhere"]);
            assert.deepEqual(at({ routes: [{ ...everywhere, gatewayId: unknown }] }), ["elsewhere"]);
            assert.deepEqual(at({ routes: [{ cidrBlock: unknown, gatewayId: "igw-1" }] }), ["elsewhere"]);
            assert.deepEqual(at({ propagatingVgws: unknown }), ["elsewhere"]);
            const lost = resource("ec2.Route", "lost", { routeTableId: unknown });
            assert.deepEqual(exits(...[...net(), lost].map((one) => inPhase(one, "preview"))), ["elsewhere"]);
        });
        it("keep what is known beside what is not", () => {
            const lost = resource("ec2.Route", "lost", { routeTableId: unknown });
            const all = [nat, ...net({ ...everywhere, natGatewayId: to("nat") }), lost];
            assert.deepEqual(exits(...all.map((one) => inPhase(one, "preview"))), ["NAT gateway", "elsewhere"]);
        });
    });

    describe("the route table of a subnet", () => {
        const main = (inputs: object): Resource => resource("ec2.DefaultRouteTable", "main", inputs);
        const throughNat = { ...everywhere, natGatewayId: to("nat") };

        inEveryPhase("is the one it is associated with", (at) => {
            const adopted = main({ defaultRouteTableId: to("vpc", "defaultRouteTableId"), routes: [throughNat] });
            assert.deepEqual(exits(...at(nat, adopted, ...net())), []);
        });
        inEveryPhase("may be the default one by association", (at) => {
            const adopted = main({ defaultRouteTableId: to("vpc", "defaultRouteTableId"), routes: [throughNat] });
            const associated = resource("ec2.RouteTableAssociation", "association", {
                subnetId: to("subnet"),
                routeTableId: to("main"),
            });
            assert.deepEqual(exits(...at(nat, vpc, subnet, adopted, associated)), ["NAT gateway"]);
        });
        inEveryPhase("is the main one otherwise, adopted", (at) => {
            const adopted = main({ defaultRouteTableId: to("vpc", "defaultRouteTableId"), routes: [throughNat] });
            assert.deepEqual(exits(...at(nat, vpc, subnet, adopted)), ["NAT gateway"]);
            const own = route({ routeTableId: to("main"), natGatewayId: to("nat") });
            const bare = main({ defaultRouteTableId: to("vpc", "defaultRouteTableId") });
            assert.deepEqual(exits(...at(nat, vpc, subnet, bare, own)), ["NAT gateway"]);
        });
        inEveryPhase("is the one that is made the main one", (at) => {
            const association = resource("ec2.MainRouteTableAssociation", "association", {
                vpcId: to("vpc"),
                routeTableId: to("table"),
            });
            assert.deepEqual(exits(...at(nat, vpc, subnet, table(throughNat), association)), ["NAT gateway"]);
        });
        inEveryPhase("has only the local route as a VPC makes it", (at) => {
            assert.deepEqual(exits(...at(vpc, subnet)), []);
        });
        inEveryPhase("has the routes that are added to it", (at) => {
            const own = route({ routeTableId: to("vpc", "defaultRouteTableId"), natGatewayId: to("nat") });
            assert.deepEqual(exits(...at(nat, vpc, subnet, own)), ["NAT gateway"]);
        });
        inEveryPhase("is that of a VPC outside the stack, as its resources say", (at) => {
            const outside = (one: Resource): Resource => ({
                ...one,
                inputs: { ...(one.inputs || {}), vpcId: "vpc-outside" },
            });
            const nated = outside(table({ ...everywhere, natGatewayId: to("nat") }));
            const main = resource("ec2.MainRouteTableAssociation", "main", {
                vpcId: "vpc-outside",
                routeTableId: to("table"),
            });
            assert.deepEqual(exits(...at(nat, outside(subnet), nated, main)), ["NAT gateway"]);
            assert.deepEqual(exits(...at(nat, outside(subnet), nated, { ...main, inputs: { vpcId: "vpc-2" } })), [
                "elsewhere",
            ]);
            const adopting = resource("ec2.DefaultRouteTable", "table", { defaultRouteTableId: "rtb-outside" });
            const way = route({ routeTableId: "rtb-outside", natGatewayId: to("nat") });
            assert.deepEqual(exits(...at(nat, outside(subnet), adopting, association, way)), ["NAT gateway"]);
        });
        it("is not that of another stack that is adopted too", () => {
            const other = resource("pulumi:pulumi:StackReference", "other");
            const adopting = (name: string, way: object): Resource =>
                resource("ec2.DefaultRouteTable", name, {
                    defaultRouteTableId: to("other"),
                    routes: [{ ...everywhere, ...way }],
                });
            const tables = [
                adopting("table", { gatewayId: to("internet") }),
                adopting("b", { natGatewayId: to("nat") }),
            ];
            const all = [
                other,
                { ...internet, inputs: {} },
                nat,
                { ...subnet, inputs: { vpcId: "vpc-1" } },
                ...tables,
                association,
            ];
            assert.deepEqual(exits(...all.map((one) => inPhase(one, "preview"))), ["internet gateway"]);
        });
        inEveryPhase("is not changed by the table that the stack adopts of another one", (at) => {
            const adopting = resource("ec2.DefaultRouteTable", "adopting", { defaultRouteTableId: "rtb-other" });
            assert.deepEqual(exits(...at(vpc, subnet, adopting)), exits(...at(vpc, subnet)));
        });
        it("is not known where the subnet, the VPC or the table is not made by the stack", () => {
            const by = (phase: Phase, ...all: Resource[]): readonly string[] =>
                exits(...all.map((one) => inPhase(one, phase)));
            assert.deepEqual(by("update", vpc, { ...subnet, inputs: false, outputs: { vpcId: "vpc-id" } }), [
                "elsewhere",
            ]);
            assert.deepEqual(by("update", { ...vpc, inputs: false }, subnet), ["elsewhere"]);
            assert.deepEqual(by("preview", { ...vpc, type: "ec2.DefaultVpc" }, subnet), ["elsewhere"]);
            assert.deepEqual(by("ids", subnet), ["elsewhere"]);
            assert.deepEqual(by("preview", resource("ec2.DefaultSubnet", "subnet")), ["elsewhere"]);
            assert.deepEqual(by("ids", vpc, subnet, association), ["elsewhere"]);
            const other = resource("pulumi:pulumi:StackReference", "other");
            const theirs = resource("ec2.RouteTableAssociation", "association", {
                subnetId: to("subnet"),
                routeTableId: to("other"),
            });
            assert.deepEqual(by("preview", other, vpc, subnet, theirs), ["elsewhere"]);
        });
        it("is not known where something may change it", () => {
            const by = (...all: Resource[]): readonly string[] =>
                exits(...[vpc, subnet, ...all].map((one) => inPhase(one, "preview")));
            const lost = { subnetId: unknown, vpcId: unknown, routeTableId: unknown, defaultRouteTableId: unknown };
            assert.deepEqual(by(resource("ec2.RouteTableAssociation", "lost", lost)), ["elsewhere"]);
            assert.deepEqual(by(resource("ec2.MainRouteTableAssociation", "lost", lost)), ["elsewhere"]);
            assert.deepEqual(by(resource("ec2.DefaultRouteTable", "lost", lost)), ["elsewhere"]);
            assert.deepEqual(by(resource("ec2.Route", "lost", lost)), ["elsewhere"]);
        });
        it("is not known where aws-native may add to it, or where there are two", () => {
            for (const type of ["aws-native:ec2:Route", "aws-native:ec2:SubnetRouteTableAssociation"]) {
                const native = resource(type, "native");
                assert.deepEqual(exits(...[...net(), native].map((one) => inPhase(one, "preview"))), ["elsewhere"]);
            }
            const twice = { ...association, name: "twice" };
            assert.deepEqual(exits(...[...net(), twice].map((one) => inPhase(one, "preview"))), ["elsewhere"]);
        });
        it("is the one it is associated with, whatever else is associated with one that is not known", () => {
            const lost = resource("ec2.RouteTableAssociation", "lost", { subnetId: unknown, routeTableId: unknown });
            assert.deepEqual(exits(...[...net(), lost].map((one) => inPhase(one, "preview"))), []);
        });
        it("joins by an id of another stack", () => {
            const ids = [
                resource("ec2.RouteTableAssociation", "association", { subnetId: to("subnet"), routeTableId: "rtb-9" }),
                resource("ec2.Route", "route", { routeTableId: "rtb-9", ...everywhere, natGatewayId: to("nat") }),
            ];
            const [associated, own] = ids as [Resource, Resource];
            const added = { ...own, inputs: { ...own.inputs, destinationCidrBlock: "0.0.0.0/0" } };
            assert.deepEqual(exits(...[nat, vpc, subnet, associated, added].map((one) => inPhase(one, "ids"))), [
                "NAT gateway",
                "elsewhere",
            ]);
        });
        it("of a resource that was only read has the routes it was read with", () => {
            const read = {
                ...table(),
                inputs: false as const,
                outputs: { id: "table-id", routes: [{ ...everywhere, gatewayId: "igw-1" }] },
            };
            assert.deepEqual(exits(...[vpc, subnet, association, read].map((one) => inPhase(one, "update"))), [
                "internet gateway",
            ]);
        });
    });

    describe("endpoints", () => {
        const endpoint = (inputs: object = {}): Resource =>
            resource("ec2.VpcEndpoint", "endpoint", {
                vpcId: to("vpc"),
                serviceName: "com.amazonaws.eu-west-1.ecr.api",
                vpcEndpointType: "Interface",
                privateDnsEnabled: true,
                subnetIds: [to("subnet")],
                ...inputs,
            });
        const s3 = (inputs: object = {}): Resource =>
            resource("ec2.VpcEndpoint", "endpoint", {
                vpcId: to("vpc"),
                serviceName: "com.amazonaws.eu-west-1.s3",
                ...inputs,
            });

        inEveryPhase("lead to their service", (at) => {
            assert.equal(gap("ecr.api", ...at(vpc, subnet, endpoint())), "none");
            assert.equal(gap("ecr.dkr", ...at(vpc, subnet, endpoint())), "endpoint");
            assert.equal(
                gap("s3", ...at(vpc, subnet, s3({ serviceName: "com.amazonaws.eu-west-1.s3express" }))),
                "endpoint",
            );
        });
        inEveryPhase("of another VPC do not", (at) => {
            const other = resource("ec2.Vpc", "other");
            assert.equal(gap("ecr.api", ...at(vpc, other, subnet, endpoint({ vpcId: to("other") }))), "endpoint");
        });
        inEveryPhase("need private DNS, which another resource may give them", (at) => {
            assert.equal(gap("ecr.api", ...at(vpc, subnet, endpoint({ privateDnsEnabled: undefined }))), "private DNS");
            assert.equal(gap("ecr.api", ...at(vpc, subnet, endpoint({ privateDnsEnabled: false }))), "private DNS");
            assert.equal(gap("ecr.api", ...at(vpc, subnet, endpoint({ privateDnsEnabled: unknown }))), "none");
            const dns = resource("vpc.EndpointPrivateDns", "dns", {
                vpcEndpointId: to("endpoint"),
                privateDnsEnabled: true,
            });
            const off = { ...dns, inputs: { vpcEndpointId: to("endpoint"), privateDnsEnabled: false } };
            const without = endpoint({ privateDnsEnabled: undefined });
            assert.equal(gap("ecr.api", ...at(vpc, subnet, without, dns)), "none");
            assert.equal(gap("ecr.api", ...at(vpc, subnet, without, off)), "private DNS");
        });
        inEveryPhase("that are none are named by their names, in whatever order they come", (at) => {
            const first = endpoint({ privateDnsEnabled: false });
            const second = { ...endpoint({ subnetIds: undefined }), name: "late" };
            for (const both of [
                [first, second],
                [second, first],
            ]) {
                assert.equal(gap("ecr.api", ...at(vpc, subnet, ...both)), "private DNS");
            }
        });
        inEveryPhase("need a subnet, in any form", (at) => {
            const without = endpoint({ subnetIds: undefined });
            const associated = resource("ec2.VpcEndpointSubnetAssociation", "association", {
                vpcEndpointId: to("endpoint"),
                subnetId: to("subnet"),
            });
            assert.equal(gap("ecr.api", ...at(vpc, subnet, without)), "subnet");
            assert.equal(gap("ecr.api", ...at(vpc, subnet, endpoint({ subnetIds: [] }))), "subnet");
            assert.equal(gap("ecr.api", ...at(vpc, subnet, endpoint({ subnetIds: unknown }))), "none");
            assert.equal(gap("ecr.api", ...at(vpc, subnet, without, associated)), "none");
            const configured = endpoint({ subnetIds: undefined, subnetConfigurations: [{ subnetId: to("subnet") }] });
            assert.equal(gap("ecr.api", ...at(vpc, subnet, configured)), "none");
        });
        inEveryPhase("have to be of the right type", (at) => {
            assert.equal(gap("ecr.api", ...at(vpc, subnet, endpoint({ vpcEndpointType: undefined }))), "type");
            assert.equal(gap("s3", ...at(vpc, subnet, s3({ vpcEndpointType: "GatewayLoadBalancer" }))), "type");
            assert.equal(gap("ecr.api", ...at(vpc, subnet, endpoint({ vpcEndpointType: unknown }))), "undecided");
        });
        inEveryPhase("of S3 are gateways in the route table, or interfaces", (at) => {
            const attached = resource("ec2.VpcEndpointRouteTableAssociation", "attached", {
                vpcEndpointId: to("endpoint"),
                routeTableId: to("table"),
            });
            assert.equal(gap("s3", ...at(...net(), s3())), "route table");
            assert.equal(gap("s3", ...at(...net(), s3({ routeTableIds: [to("table")] }))), "none");
            assert.equal(gap("s3", ...at(...net(), s3({ vpcEndpointType: "Gateway" }), attached)), "none");
            const other = resource("ec2.RouteTable", "other", { vpcId: to("vpc") });
            assert.equal(gap("s3", ...at(...net(), other, s3({ routeTableIds: [to("other")] }))), "route table");
            const main = s3({ routeTableIds: [to("vpc", "defaultRouteTableId")] });
            assert.equal(gap("s3", ...at(vpc, subnet, main)), "none");
            assert.equal(gap("s3", ...at(...net(), main)), "route table");
            const both = s3({ routeTableIds: [to("vpc", "defaultRouteTableId"), to("table")] });
            assert.equal(gap("s3", ...at(...net(), both)), "none");
            const face = s3({ vpcEndpointType: "Interface", privateDnsEnabled: true, subnetIds: ["subnet-1"] });
            assert.equal(gap("s3", ...at(...net(), face)), "none");
        });
        inEveryPhase(
            "of S3 with private DNS for inbound resolvers only are none, and the gateway is named first",
            (at) => {
                const face = (inputs: object = {}): Resource => ({
                    ...s3({
                        vpcEndpointType: "Interface",
                        privateDnsEnabled: true,
                        subnetIds: [to("subnet")],
                        dnsOptions: { privateDnsOnlyForInboundResolverEndpoint: true },
                        ...inputs,
                    }),
                    name: "face",
                });
                const by = (...all: Resource[]): string => gap("s3", ...at(...net(), ...all));
                assert.equal(by(face()), "private DNS");
                const dns = { vpcEndpointId: to("face"), privateDnsEnabled: true };
                assert.equal(by(face(), resource("vpc.EndpointPrivateDns", "dns", dns)), "private DNS");
                const attached = s3({ routeTableIds: [to("table")] });
                assert.equal(by(face(), attached), "none");
                assert.equal(by(face(), s3()), "route table");
                assert.equal(by(s3(), face()), "route table");
                assert.equal(by(face({ privateDnsEnabled: false, dnsOptions: undefined }), s3()), "route table");
                const [off, open] = [{ privateDnsOnlyForInboundResolverEndpoint: false }, { dnsRecordIpType: "ipv4" }];
                for (const dnsOptions of [off, open, null, unknown]) {
                    assert.equal(by(face({ dnsOptions }), s3()), "none");
                }
                const lost = { privateDnsOnlyForInboundResolverEndpoint: unknown };
                assert.equal(by(face({ dnsOptions: lost }), s3()), "none");
            },
        );
        it("that are not known leave it open", () => {
            const by = (...all: Resource[]): string =>
                gap("ecr.api", ...[vpc, subnet, ...all].map((one) => inPhase(one, "preview")));
            assert.equal(by(endpoint({ vpcId: unknown })), "undecided");
            assert.equal(by(endpoint({ vpcId: unknown, serviceName: "com.amazonaws.eu-west-1.ssm" })), "endpoint");
            assert.equal(by(endpoint({ serviceName: unknown })), "undecided");
            assert.equal(by({ ...endpoint({ serviceName: unknown }), name: "x" }, endpoint()), "none");
            const lost = resource("ec2.VpcEndpointSubnetAssociation", "lost", { vpcEndpointId: unknown });
            assert.equal(by(endpoint({ subnetIds: undefined }), lost), "undecided");
            const s3At = (...all: Resource[]): string => gap("s3", ...all.map((one) => inPhase(one, "preview")));
            assert.equal(s3At(...net(), s3({ routeTableIds: unknown })), "undecided");
            const loose = resource("ec2.VpcEndpointRouteTableAssociation", "loose", { vpcEndpointId: unknown });
            assert.equal(s3At(...net(), s3(), loose), "undecided");
            assert.equal(s3At({ ...vpc, type: "ec2.DefaultVpc" }, subnet, s3()), "undecided");
            const half = { ...loose, inputs: { vpcEndpointId: to("endpoint"), routeTableId: unknown } };
            assert.equal(s3At(...net(), s3(), half), "undecided");
            const native = resource("aws-native:ec2:SubnetRouteTableAssociation", "native");
            assert.equal(s3At(vpc, subnet, s3(), native), "undecided");
            assert.equal(by(resource("ec2.VpcEndpoint", "endpoint", { vpcId: to("vpc") })), "endpoint");
        });
        it("of a VPC that the stack does not make leave it open, unless one is found", () => {
            const by = (...all: Resource[]): string => gap("ecr.api", ...all.map((one) => inPhase(one, "ids")));
            assert.equal(by(subnet, endpoint()), "none");
            assert.equal(by({ ...vpc, inputs: false }, subnet), "undecided");
            const native = (inputs: object): Resource => ({
                type: "aws-native:ec2:VpcEndpoint",
                name: "native",
                inputs: { vpcId: to("vpc"), serviceName: "com.amazonaws.eu-west-1.ecr.api", ...inputs },
            });
            assert.equal(by(vpc, subnet), "endpoint");
            assert.equal(by(vpc, subnet, native({})), "undecided");
            assert.equal(by(vpc, subnet, native({ serviceName: "com.amazonaws.eu-west-1.dynamodb" })), "endpoint");
            assert.equal(by(vpc, subnet, native({ vpcId: "vpc-2" })), "endpoint");
            assert.equal(by(vpc, subnet, native({ vpcId: unknown })), "undecided");
            assert.equal(by(vpc, subnet, { ...native({}), type: "aws-native:ec2:Route" }), "endpoint");
            assert.equal(by({ ...vpc, type: "ec2.DefaultVpc" }, subnet), "undecided");
            // The id of one is written: what is in the stack is all there is to judge.
            assert.equal(by(subnet), "endpoint");
            const shared = (type: string) => resource(type, "shared", { vpcEndpointId: "vpce-theirs" });
            assert.equal(by(subnet, shared("ec2.VpcEndpointRouteTableAssociation")), "undecided");
            assert.equal(by(subnet, shared("ec2.VpcEndpointSubnetAssociation")), "undecided");
            assert.equal(by(vpc, subnet, shared("ec2.VpcEndpointRouteTableAssociation")), "undecided");
            assert.equal(by(vpc, subnet, shared("ec2.VpcEndpointSubnetAssociation")), "undecided");
            const dynamodb = native({ serviceName: "com.amazonaws.eu-west-1.dynamodb" });
            const ours = resource("ec2.VpcEndpointRouteTableAssociation", "ours", { vpcEndpointId: to("native") });
            assert.equal(
                gap("ecr.api", ...[vpc, subnet, dynamodb, ours].map((one) => inPhase(one, "update"))),
                "endpoint",
            );
            const elsewhere = resource("ec2.RouteTable", "elsewhere", { vpcId: "vpc-9" });
            const theirTable = {
                ...shared("ec2.VpcEndpointRouteTableAssociation"),
                inputs: { vpcEndpointId: "vpce-theirs", routeTableId: to("elsewhere") },
            };
            assert.equal(by(vpc, subnet, elsewhere, theirTable), "endpoint");
            const there = { ...elsewhere, inputs: { vpcId: to("vpc") } };
            assert.equal(by(vpc, subnet, there, theirTable), "undecided");
            const own = resource("ec2.VpcEndpointRouteTableAssociation", "own", { vpcEndpointId: to("endpoint") });
            assert.equal(by(subnet, { ...s3(), outputs: { id: "endpoint-id" } }, own), "endpoint");
            const other = resource("pulumi:pulumi:StackReference", "other");
            const theirs = [other, { ...subnet, inputs: { vpcId: to("other") } }, endpoint({ vpcId: to("other") })];
            assert.equal(gap("ecr.api", ...theirs.map((one) => inPhase(one, "preview"))), "undecided");
        });
        it("of the default VPC may be those of a VPC whose id is written, until its own is known", () => {
            const adopted = { ...vpc, type: "ec2.DefaultVpc" };
            const there = { ...subnet, inputs: { vpcId: "vpc-1" } };
            const by = (phase: Phase, ...all: Resource[]): string =>
                gap("ecr.api", ...[adopted, there, ...all].map((one) => inPhase(one, phase)));
            assert.equal(by("preview", endpoint()), "undecided");
            assert.equal(by("update", endpoint()), "endpoint");
            assert.equal(by("preview"), "endpoint");
            const unanswered = { ...inPhase(adopted, "preview"), outputs: {} };
            const others = [there, endpoint()].map((one) => inPhase(one, "preview"));
            assert.equal(gap("ecr.api", unanswered, ...others), "undecided");
        });
        it("are looked up for a VPC", () => {
            const has = (...services: string[]): boolean => {
                const stack = graph([vpc, subnet, endpoint()].map((one) => inPhase(one, "preview")));
                const network = networkOf(stack);
                return network
                    .vpcsOf({ nodes: stack.all(Subnet), possible: [] })
                    .every((home) => network.hasInterface(home, services));
            };
            assert.equal(has("ecs", "ecr.api"), true);
            assert.equal(has("ecs"), false);
        });

        describe("with a policy", () => {
            const REPOSITORY = "arn:*:ecr:*:*:repository/agent";
            /** Whether the policies let an action through; none where there is no such endpoint. */
            const lets = (...all: Resource[]): string => {
                const stack = graph(all);
                const network = networkOf(stack);
                const policies = network
                    .vpcsOf({ nodes: stack.all(Subnet), possible: [] })
                    .flatMap((home) => network.policiesTo("ecr.api", home, []));
                return policies
                    .map(({ allows }) => String(known(() => allows("ecr:BatchGetImage", REPOSITORY), "undecided")))
                    .join(" ");
            };
            const document = (...statements: object[]): string => JSON.stringify({ Statement: statements });
            const allow = { Effect: "Allow", Principal: "*", Action: "ecr:*", Resource: "*" };
            const deny = { ...allow, Effect: "Deny" };

            inEveryPhase("let through what it allows", (at) => {
                const by = (policy: unknown): string => lets(...at(vpc, subnet, endpoint({ policy })));
                assert.equal(by(undefined), "");
                assert.equal(by(document(allow)), "true");
                assert.equal(by(document({ ...allow, Principal: { AWS: "arn:aws:iam::1:role/a" } })), "true");
                assert.equal(by(document({ ...allow, Action: "ecr:Describe*" })), "false");
                assert.equal(by(document({ ...allow, Resource: "arn:aws:ecr:eu-west-1:1:repository/web" })), "false");
                assert.equal(by(document(allow, deny)), "false");
                assert.equal(by(document(allow, { ...deny, Condition: { Bool: { a: "true" } } })), "undecided");
                assert.equal(
                    by(document(allow, { ...deny, Principal: { AWS: "arn:aws:iam::1:role/a" } })),
                    "undecided",
                );
                assert.equal(
                    by(
                        document(
                            { ...allow, Action: "ecr:Describe*" },
                            { ...deny, Action: "s3:*", Principal: { AWS: "arn:aws:iam::1:role/a" } },
                        ),
                    ),
                    "false",
                );
                assert.equal(
                    by(document(allow, { ...deny, Action: "s3:*", Principal: { AWS: "arn:aws:iam::1:role/a" } })),
                    "true",
                );
                assert.equal(by("nonsense"), "undecided");
                assert.equal(by(unknown), "undecided");
            });
            inEveryPhase("may have it from another resource", (at) => {
                const own = resource("ec2.VpcEndpointPolicy", "policy", {
                    vpcEndpointId: to("endpoint"),
                    policy: document(deny),
                });
                assert.equal(lets(...at(vpc, subnet, endpoint(), own)), "false");
                const lost = { ...own, inputs: { vpcEndpointId: unknown } };
                assert.equal(lets(...at(vpc, subnet, endpoint(), lost)), "undecided");
            });
            inEveryPhase("do not matter where another endpoint takes the traffic, or may", (at) => {
                /** Names of the endpoints for S3 whose policies are in force. */
                const inForce = (...others: Resource[]): string => {
                    const gateway = s3({ routeTableIds: [to("table")], policy: document(deny) });
                    const stack = graph(at(...net(), { ...gateway, name: "gateway" }, ...others));
                    const network = networkOf(stack);
                    const subnets = stack.all(Subnet);
                    return network
                        .vpcsOf({ nodes: subnets, possible: [] })
                        .flatMap((home) => network.policiesTo("s3", home, subnets))
                        .map(({ name }) => name)
                        .join(" ");
                };
                const face = endpoint({ serviceName: "com.amazonaws.eu-west-1.s3" });
                assert.equal(inForce(), "gateway");
                assert.equal(inForce(face), "");
                assert.equal(inForce({ ...face, inputs: { ...face.inputs, privateDnsEnabled: false } }), "gateway");
                assert.equal(inForce({ ...face, type: "aws-native:ec2:VpcEndpoint" }), "");
                const joined = { vpcEndpointId: "vpce-theirs", subnetId: to("subnet") };
                assert.equal(inForce(resource("ec2.VpcEndpointSubnetAssociation", "theirs", joined)), "");
            });
            inEveryPhase("do not matter where they are no path", (at) => {
                const policy = document(deny);
                assert.equal(lets(...at(vpc, subnet, endpoint({ policy, privateDnsEnabled: false }))), "");
                assert.equal(lets(...at(vpc, subnet, endpoint({ policy, vpcEndpointType: "Gateway" }))), "");
                assert.equal(
                    lets(...at(vpc, subnet, endpoint({ policy, serviceName: "com.amazonaws.x.ecr.dkr" }))),
                    "",
                );
                assert.equal(lets(...at(vpc, subnet, endpoint({ policy, privateDnsEnabled: unknown }))), "false");
                const inbound = { dnsOptions: { privateDnsOnlyForInboundResolverEndpoint: unknown } };
                assert.equal(lets(...at(vpc, subnet, endpoint({ policy, ...inbound }))), "");
                const off = endpoint({ policy, privateDnsEnabled: false });
                const flag = (inputs: object): Resource =>
                    resource("vpc.EndpointPrivateDns", "flag", { privateDnsEnabled: true, ...inputs });
                assert.equal(lets(...at(vpc, subnet, off, flag({ vpcEndpointId: to("endpoint") }))), "false");
                assert.equal(lets(...at(vpc, subnet, off, flag({ vpcEndpointId: unknown }))), "");
            });
        });
    });

    describe("of any stack", () => {
        const TYPES = [
            "ec2.Vpc",
            "ec2.DefaultVpc",
            "ec2.Subnet",
            "ec2.RouteTable",
            "ec2.DefaultRouteTable",
            "ec2.Route",
            "ec2.RouteTableAssociation",
            "ec2.MainRouteTableAssociation",
            "ec2.VpnGatewayRoutePropagation",
            "ec2.InternetGateway",
            "ec2.NatGateway",
            "ec2.VpcEndpoint",
            "ec2.VpcEndpointPolicy",
            "ec2.VpcEndpointSubnetAssociation",
            "ec2.VpcEndpointRouteTableAssociation",
            "vpc.EndpointPrivateDns",
        ];
        const PROPERTIES = [
            "vpcId",
            "subnetId",
            "routeTableId",
            "defaultRouteTableId",
            "vpcEndpointId",
            "gatewayId",
            "natGatewayId",
            "routes",
            "routeTableIds",
            "subnetIds",
            "serviceName",
            "vpcEndpointType",
            "privateDnsEnabled",
            "policy",
            "destinationCidrBlock",
            "propagatingVgws",
        ];
        const names = fc.constantFrom("n0", "n1", "n2", "n3", "n4", "n5");
        const value = fc.oneof(
            names.map((name) => to(name)),
            names.map((name) => [to(name)]),
            names.map((name) => [{ cidrBlock: "0.0.0.0/0", natGatewayId: to(name), gatewayId: name }]),
            fc.constantFrom<unknown>(
                unknown,
                [unknown],
                null,
                true,
                "Interface",
                "Gateway",
                "0.0.0.0/0",
                "a.ecr.api",
                "a.s3",
            ),
            fc.jsonValue({ maxDepth: 2 }),
        );
        const anyResource = fc.record({
            type: fc.constantFrom(...TYPES),
            inputs: fc.oneof(fc.constant(false as const), fc.dictionary(fc.constantFrom(...PROPERTIES), value)),
        });
        const anyStack = fc
            .array(anyResource, { minLength: 6, maxLength: 12 })
            .map((all) => [
                ...all.map(({ type, inputs }, index) => ({ type, name: `n${String(index)}`, inputs })),
                resource("ec2.Subnet", "subnet", { vpcId: to("n0") }),
            ]);
        const phase = fc.constantFrom<Phase>("preview", "update", "ids");

        /** All answers about the subnet "subnet". */
        const answers = (all: readonly Resource[]): unknown => {
            const stack = graph(all);
            const network = networkOf(stack);
            const one = stack.all(Subnet).find(({ name }) => name === "subnet") ?? assert.fail();
            const ask = (question: () => unknown): unknown => known(question, "undecided");
            const vpcs = network.vpcsOf({ nodes: [one], possible: [] });
            return [
                [...network.exitsOf(one)].sort(),
                ...["ecr.api", "s3"].map((service) => ask(() => network.gapsTo([service], one))),
                ...vpcs.map((home) => ask(() => network.hasInterface(home, ["ecr.api"]))),
                ...vpcs
                    .flatMap((home) => network.policiesTo("ecr.api", home, []))
                    .map(({ allows }) => ask(() => allows("ecr:BatchGetImage"))),
            ];
        };

        it("are answered without an error of ours", () => {
            fc.assert(
                fc.property(anyStack, phase, (all, phase) => {
                    assert.ok(answers(all.map((one) => inPhase(one, phase))));
                }),
                { numRuns: 300 },
            );
        });
        it("are not changed by another VPC", () => {
            const other = [
                resource("ec2.Vpc", "other"),
                resource("ec2.Subnet", "otherSubnet", { vpcId: to("other") }),
                resource("ec2.RouteTable", "otherTable", {
                    vpcId: to("other"),
                    routes: [{ ...everywhere, natGatewayId: to("otherNat") }],
                }),
                resource("ec2.NatGateway", "otherNat", { subnetId: to("otherSubnet") }),
                resource("ec2.RouteTableAssociation", "otherAssociation", {
                    subnetId: to("otherSubnet"),
                    routeTableId: to("otherTable"),
                }),
                resource("ec2.Route", "otherRoute", {
                    routeTableId: to("other", "defaultRouteTableId"),
                    gatewayId: "igw-1",
                }),
                resource("ec2.DefaultRouteTable", "otherMain", {
                    defaultRouteTableId: to("other", "defaultRouteTableId"),
                }),
                resource("ec2.VpcEndpoint", "otherEndpoint", {
                    vpcId: to("other"),
                    serviceName: "com.amazonaws.eu-west-1.ecr.api",
                    vpcEndpointType: "Interface",
                    privateDnsEnabled: true,
                    subnetIds: [to("otherSubnet")],
                }),
            ];
            fc.assert(
                fc.property(anyStack, phase, (all, phase) => {
                    const own = all.map((one) => inPhase(one, phase));
                    const more = [...own, ...other.map((one) => inPhase(one, phase))];
                    assert.deepEqual(answers(more), answers(own));
                }),
                { numRuns: 300 },
            );
        });
        it("are answered in linear time", function () {
            this.timeout(10_000);
            const many = Array.from(Array(200).keys(), (index) => [
                resource("ec2.Subnet", `subnet${String(index)}`, { vpcId: to("vpc") }),
                resource("ec2.RouteTable", `table${String(index)}`, {
                    vpcId: to("vpc"),
                    routes: [{ cidrBlock: "10.0.0.0/8", gatewayId: "local" }],
                }),
                resource("ec2.RouteTableAssociation", `association${String(index)}`, {
                    subnetId: to(`subnet${String(index)}`),
                    routeTableId: to(`table${String(index)}`),
                }),
                resource("ec2.Route", `route${String(index)}`, {
                    routeTableId: to(`table${String(index)}`),
                    destinationCidrBlock: "10.0.0.0/8",
                    natGatewayId: to("nat"),
                }),
                resource("ec2.VpcEndpoint", `endpoint${String(index)}`, {
                    vpcId: to("vpc"),
                    serviceName: `com.amazonaws.eu-west-1.x${String(index)}`,
                    routeTableIds: [to(`table${String(index)}`)],
                }),
            ]);
            const stack = graph([vpc, nat, ...many.flat()].map((one) => inPhase(one, "preview")));
            const start = process.hrtime.bigint();
            const network = networkOf(stack);
            for (const one of stack.all(Subnet)) {
                assert.equal(network.exitsOf(one).size, 0);
                assert.equal(network.gapsTo(["ecr.api", "ecr.dkr", "s3"], one).length, 3);
            }
            const seconds = Number(process.hrtime.bigint() - start) / 1e9;
            assert.ok(seconds < 3, `${String(seconds)} s`);
        });
    });

    it("says what it does not know by its own error", () => {
        const stack = graph([inPhase(resource("ec2.Subnet", "subnet", { vpcId: unknown }), "preview")]);
        const [one] = stack.all(Subnet);
        assert.ok(one);
        assert.throws(() => networkOf(stack).vpcOf(one), Undecided);
    });
});
