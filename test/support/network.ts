/** Networks of which the tables of several policies have cases. */
import { Resource, unknown } from "./cases";

/** A subnet at preview, left to the main route table of its VPC. */
const subnet = (name: string, vpc: string): Resource => ({
    type: "ec2.Subnet",
    name,
    inputs: { vpcId: unknown },
    outputs: { id: unknown },
    dependsOn: { vpcId: [vpc] },
});

/** A subnet of the VPC `main` with a route table of its own. */
const routed = (name: string, way: "gatewayId" | "natGatewayId", gateway: string): readonly Resource[] => [
    subnet(name, "main"),
    {
        type: "ec2.RouteTable",
        name: `${name}-table`,
        inputs: { vpcId: unknown, routes: [{ cidrBlock: "0.0.0.0/0", [way]: unknown }] },
        outputs: { id: unknown },
        dependsOn: { vpcId: ["main"], routes: [gateway] },
    },
    {
        type: "ec2.RouteTableAssociation",
        name: `${name}-association`,
        inputs: { subnetId: unknown, routeTableId: unknown },
        dependsOn: { subnetId: [name], routeTableId: [`${name}-table`] },
    },
];

/** At preview, a VPC as a component makes it: its lists of subnets depend on all of them. */
export const ahead: readonly Resource[] = [
    { type: "ec2.Vpc", name: "main", outputs: { id: unknown } },
    { type: "ec2.InternetGateway", name: "internet", outputs: { id: unknown } },
    { type: "ec2.NatGateway", name: "nat", outputs: { id: unknown } },
    ...routed("public", "gatewayId", "internet"),
    ...routed("private", "natGatewayId", "nat"),
];

/** A subnet that is left to the main route table of its VPC. */
export const bare = subnet("bare", "main");

/** Another VPC with such a subnet. */
export const other: readonly Resource[] = [
    { type: "ec2.Vpc", name: "other", outputs: { id: unknown } },
    subnet("far", "other"),
];

/** What is said of two subnets, one of which tasks run in, made of what would be said of each; in the order of names. */
export function oneOf(first: string, second: string): string {
    const read = (fact: string) => {
        const parts = /^(?<who>.*) in subnet (?<name>"\w+") (?<what>cannot [^:]*): (?<why>.*)\.$/.exec(fact)?.groups;
        return { who: "", name: "", what: "", why: "", ...parts };
    };
    const [one, other] = [read(first), read(second)];
    const why = one.why === other.why ? one.why : `in ${one.name}, ${one.why}; in ${other.name}, ${other.why}`;
    return `${one.who} in subnet ${one.name} or ${other.name} (which of them is not known yet) ${one.what}: ${why}.`;
}
