/**
 * What the subnets of a stack can reach: by the routes of their table and by the endpoints of their VPC.
 * What leaves the stack is not known.
 */
import { PolicyDocument, Statement } from "./document";
import { entry, push } from "./maps";
import { answered, idOf, inOrder, Node } from "./node";
import {
    DefaultRouteTable,
    EndpointPrivateDns,
    Gateways,
    InternetGateway,
    MainRouteTableAssociation,
    NativeEndpoint,
    NativeRoutes,
    NatGateway,
    Route,
    RouteLists,
    RoutePropagation,
    RouteTable,
    RouteTableAssociation,
    RouteTables,
    RouteWords,
    Subject,
    Subnet,
    Vpc,
    VpcEndpoint,
    VpcEndpointPolicy,
    VpcEndpointRouteTableAssociation,
    VpcEndpointSubnetAssociation,
    Vpcs,
} from "./resources";
import { asText, own } from "./shape";
import { Referrers, Stack, Target, Targets } from "./stack";
import { both, certainlyNot, each, either, isPresent, known, proven, some, Undecided } from "./unknown";
import { joined, quote } from "./words";

/** The subnets that a list leads to. */
type Subnets = Pick<Targets<Subnet>, "nodes" | "possible">;

/**
 * Visits what hinders tasks in their subnets; in those that may be theirs, only if each has a hindrance, and once. What is
 * not known surfaces at the end.
 * @param find what hinders tasks in a subnet, as a sentence without its stop
 * @param visit is told where, as messages say it, and what hinders there
 */
export function eachHindrance(
    { nodes, possible }: Subnets,
    find: (subnet: Node<Subnet>) => string | undefined,
    visit: (where: string, hindrance: string) => void,
): void {
    const look = (subnet: Node<Subnet>) => (): void => {
        const found = find(subnet);
        if (found !== undefined) {
            visit(`subnet ${quote(subnet.name)}`, found);
        }
    };
    const guess = (): void => {
        // One without settles it, whatever is not known of the others.
        if (possible.length === 0 || some(possible, (subnet) => find(subnet) === undefined)) {
            return;
        }
        const subnets = inOrder(possible);
        const byHindrance = new Map<string, string[]>();
        subnets.forEach((subnet) => push(byHindrance, find(subnet) ?? "", quote(subnet.name)));
        const hindrances = [...byHindrance].map(([hindrance, there]) =>
            byHindrance.size > 1 ? `in ${joined(there, "and")}, ${hindrance}` : hindrance,
        );
        const names = subnets.map(({ name }) => quote(name));
        const proviso = names.length > 1 ? "which of them" : "whether there";
        visit(`subnet ${joined(names, "or")} (${proviso} is not known yet)`, hindrances.join("; "));
    };
    each([...nodes.map(look), guess], (run) => run());
}

/** How traffic leaves a subnet for the internet. */
export type Exit =
    | "internet gateway"
    | "NAT gateway"
    | "private NAT gateway"
    /** A way for IPv6 only. */
    | "IPv6"
    /** A way that the stack does not show: a transit gateway, an appliance, a route or table that is not known. */
    | "elsewhere";

/** The VPC of a subnet. */
export interface Home {
    /** URN, or the id of a VPC that is not in the stack. */
    readonly key: string;
    readonly name: string;
    /** The stack makes it, so that its endpoints are taken to be in the stack, but for those of others that serve it. */
    readonly isMade: boolean;
    /** The program has its id from elsewhere; at preview nothing tells whether it is written or an output of another stack. */
    readonly isWritten: boolean;
}

/** What an endpoint lacks to be a path from a subnet. */
export type Defect = "type" | "private DNS" | "subnet" | "route table";

/** A service that a subnet cannot reach through an endpoint. */
export interface Gap {
    /** The end of the name of the service. */
    readonly service: string;
    /** An endpoint that is none for the subnet, if there is one: a gateway rather than an interface. */
    readonly found?: { readonly name: string; readonly defect: Defect };
}

/** The policy of an endpoint. */
export interface EndpointPolicy {
    /** Of the endpoint. */
    readonly name: string;
    /** Whether it lets an action through, on a resource if one is given. @throws Undecided where that is not known */
    readonly allows: (action: string, resource?: string) => boolean;
}

const makeNetwork = (stack: Stack): Network => new Network(stack);

/** The network of a stack, read once. */
export function networkOf(stack: Stack): Network {
    return stack.remember(makeNetwork);
}

/** Resources by what they belong to. */
class Groups<T> {
    private readonly byKey = new Map<string | undefined, T[]>();

    constructor(items: readonly T[], keyOf: (item: T) => string) {
        for (const item of items) {
            const key = known(() => keyOf(item), undefined);
            push(this.byKey, key, item);
        }
    }

    /** Those that belong there; for undefined, those of which it is not known where they belong. */
    of(key: string | undefined): readonly T[] {
        return this.byKey.get(key) ?? [];
    }

    get unplaced(): readonly T[] {
        return this.of(undefined);
    }
}

type NodeOf<S> = S extends Subject<infer W> ? Node<W> : never;
type RouteList = NodeOf<typeof RouteLists>;

/** What is in no VPC and no route table of the stack, and has no literal id either. */
const NOWHERE = "";

/** Private addresses; services of AWS have none, unless an endpoint gives them one. */
const PRIVATE = /^(10|172\.(1[6-9]|2\d|3[01])|192\.168|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./;

/** The ways of a route that can be followed; all others lead elsewhere. */
const WAYS = ["gatewayId", "natGatewayId", "egressOnlyGatewayId"] as const;
type Way = (typeof WAYS)[number];

/** The resource that a way of a route refers to. */
type Follow = <T>(way: Way, subject: Subject<T>) => Target<T>;

/** Where each way leads out of the VPC, if it does. */
const exitThrough: Readonly<Record<Way, (follow: Follow) => Exit | undefined>> = {
    gatewayId(follow) {
        const { node, literal: id = "" } = follow("gatewayId", Gateways);
        if (node) {
            return own(InternetGateway.types, node.type) ? "internet gateway" : "elsewhere";
        }
        return id === "local" ? undefined : id.startsWith("igw-") ? "internet gateway" : "elsewhere";
    },
    natGatewayId(follow) {
        const { node } = follow("natGatewayId", NatGateway);
        if (!node) {
            return "elsewhere";
        }
        return node.inputs.connectivityType === "private" ? "private NAT gateway" : "NAT gateway";
    },
    egressOnlyGatewayId: () => "IPv6",
};

/** Where a route leads out of its VPC, if it may lead to a service of AWS. */
function exitBy(route: RouteWords, follow: Follow): Exit | undefined {
    const way = WAYS.find((way) => isPresent(() => route[way]));
    const exit = way === undefined ? "elsewhere" : exitThrough[way](follow);
    if (exit === undefined || exit === "elsewhere") {
        return exit;
    }
    if (route.ipv6CidrBlock) {
        return "IPv6";
    }
    const { cidrBlock = "" } = route;
    return cidrBlock === "0.0.0.0/0" ? exit : PRIVATE.test(cidrBlock) ? undefined : "elsewhere";
}

export class Network {
    private readonly vpcs: ReadonlyMap<string, Node<object>>;
    /**
     * What stands for a main route table, by its id and by the URN of the resource that adopts it: the URN of its VPC or,
     * where that is not in the stack, the id of the table.
     */
    private readonly mains = new Map<string, string>();
    private readonly adoptionsAreKnown: boolean;
    private readonly routeLists: Groups<RouteList>;
    private readonly routes: Groups<NodeOf<typeof Route>>;
    private readonly propagations: Groups<NodeOf<typeof RoutePropagation>>;
    private readonly endpoints: Groups<Node<VpcEndpoint>>;
    private readonly mainAssociations: Groups<NodeOf<typeof MainRouteTableAssociation>>;
    /** URNs of VPCs that the stack does not make and whose ids are not known: each may be one whose id is written. */
    private readonly unidentified: readonly string[];
    private readonly byService = new Map<string, readonly Node<VpcEndpoint>[]>();
    /** Where endpoints that are not in the stack serve route tables or subnets that are; undefined for anywhere. */
    private readonly foreignEndpoints: ReadonlySet<string | undefined>;

    constructor(private readonly stack: Stack) {
        this.vpcs = new Map(stack.all(Vpcs).map((vpc) => [vpc.urn, vpc]));
        for (const vpc of stack.all(Vpcs)) {
            const id = answered(vpc, "defaultRouteTableId");
            if (id !== undefined) {
                this.mains.set(id, vpc.urn);
            }
        }
        const adopting = stack.all(DefaultRouteTable);
        for (const table of adopting) {
            const main = known(() => this.tableIn(table, "defaultRouteTableId", Vpcs), NOWHERE);
            if (main !== NOWHERE) {
                this.mains.set(table.urn, main);
            }
        }
        this.adoptionsAreKnown = adopting.every(({ urn }) => this.mains.has(urn));
        this.routeLists = new Groups(stack.all(RouteLists), ({ urn }) => this.canonical(urn));
        this.routes = new Groups(stack.all(Route), (route) => this.tableAt(route));
        this.propagations = new Groups(stack.all(RoutePropagation), (propagation) => this.tableAt(propagation));
        this.endpoints = new Groups(stack.all(VpcEndpoint), (endpoint) => this.placeOf(endpoint));
        this.foreignEndpoints = new Set([
            ...this.placesOfForeign(VpcEndpointSubnetAssociation, "subnetId", Subnet),
            ...this.placesOfForeign(VpcEndpointRouteTableAssociation, "routeTableId", RouteTable),
        ]);
        this.mainAssociations = new Groups(stack.all(MainRouteTableAssociation), (one) => this.placeOf(one));
        this.unidentified = stack
            .all(Vpcs)
            .filter((vpc) => !this.isMade(vpc) && idOf(vpc) === undefined)
            .map(({ urn }) => urn);
    }

    /** How traffic leaves a subnet. */
    exitsOf(subnet: Node<Subnet>): ReadonlySet<Exit> {
        return this.stack.remember(this.findExits, subnet);
    }

    private readonly findExits = (_: Stack, subnet: Node<Subnet>): ReadonlySet<Exit> => {
        const table = known(() => this.tableOf(subnet), undefined);
        if (table === undefined) {
            return new Set(["elsewhere"]);
        }
        const exits = Array.from(this.exitsIn(table), (read) => known(read, "elsewhere"));
        return new Set(exits.filter((exit) => exit !== undefined));
    };

    /** @throws Undecided where it is not known */
    vpcOf(subnet: Node<Subnet>): Home {
        return this.stack.remember(this.findVpc, subnet);
    }

    private readonly findVpc = (_: Stack, subnet: Node<Subnet>): Home => {
        const key = this.placeOf(subnet);
        if (key === NOWHERE) {
            throw new Undecided("the VPC is not known");
        }
        const vpc = this.vpcs.get(key);
        return {
            key,
            name: vpc?.name ?? key,
            isMade: vpc !== undefined && this.isMade(vpc),
            isWritten: !vpc && !this.stack.isFromOtherStack(subnet, "vpcId"),
        };
    };

    /** The VPCs of the subnets in a list, as far as they are known, with the one that all its possible subnets are in. */
    vpcsOf({ nodes, possible }: Subnets): readonly Home[] {
        const vpcs = nodes.flatMap((subnet) => known(() => this.vpcOf(subnet), []));
        const [first, ...others] = possible.map((subnet) => known(() => this.vpcOf(subnet), undefined));
        if (first && others.every((other) => other?.key === first.key)) {
            vpcs.push(first);
        }
        return [...new Map(vpcs.map((vpc) => [vpc.key, vpc])).values()];
    }

    /** The VPC of a resource: its URN, or the id of one that is not in the stack. */
    private placeOf(node: Node<{ vpcId?: string }>): string {
        const target = this.stack.target(node, "vpcId", Vpcs);
        switch (target.kind) {
            case "resource":
                return target.node.urn;
            case "outside":
                return target.literal ?? NOWHERE;
            case "none": {
                // A default subnet says its VPC only in what the provider answers.
                const id = asText(own(node.outputs, "vpcId"));
                return id === undefined ? NOWHERE : (this.stack.meant(node, Vpcs, id)[0]?.urn ?? id);
            }
        }
    }

    /** Whether an association is with an endpoint that is not in the stack. */
    private isForeign(one: Node<{ vpcEndpointId?: string }>): boolean {
        const dependsOn = (subject: Subject<unknown>): boolean =>
            this.stack.dependencies(one, "vpcEndpointId", subject).length > 0;
        const leadsToOne = (): boolean => this.stack.target(one, "vpcEndpointId", VpcEndpoint).node !== undefined;
        return !known(leadsToOne, dependsOn(VpcEndpoint)) && !dependsOn(NativeEndpoint);
    }

    /** The VPCs of what endpoints that are not in the stack are associated with; undefined where one is not known. */
    private placesOfForeign<V extends { vpcEndpointId?: string }>(
        associations: Subject<V>,
        word: keyof V & string,
        subject: Subject<{ vpcId?: string }>,
    ): readonly (string | undefined)[] {
        const placeOf = (one: Node<V>): string | undefined => {
            const { node } = this.stack.target(one, word, subject);
            return (node && this.placeOf(node)) || undefined;
        };
        const foreign = this.stack.all(associations).filter((one) => this.isForeign(one));
        return foreign.map((one) => known(() => placeOf(one), undefined));
    }

    /** The route table of a subnet: a URN, also of the VPC whose main table it is, or the id of one outside the stack. */
    private tableOf(subnet: Node<Subnet>): string {
        const association = theOnly(this.stack.referrers(subnet, RouteTableAssociation, "subnetId"));
        if (association) {
            return this.tableAt(association);
        }
        // A subnet that is only read may be associated outside the stack, any subnet by aws-native.
        const vpc = subnet.isNoted && !this.stack.has(NativeRoutes) ? this.placeOf(subnet) : NOWHERE;
        const main = theOnly({ nodes: this.mainAssociations.of(vpc), undecided: this.mainAssociations.unplaced });
        if (main && vpc !== NOWHERE) {
            return this.tableAt(main);
        }
        if (!this.vpcs.has(vpc)) {
            throw new Undecided("the route table is not known");
        }
        return vpc;
    }

    private tableAt(node: Node<{ routeTableId?: string }>): string {
        return this.tableIn(node, "routeTableId", RouteTables);
    }

    /** The route table that a property refers to. */
    private tableIn<V>(node: Node<V>, word: keyof V & string, subject: Subject<unknown>): string {
        const target = this.stack.target(node, word, subject);
        if (target.kind === "none") {
            throw new Undecided("the route table is not known");
        }
        return this.canonical(target.kind === "resource" ? target.node.urn : target.literal);
    }

    /** The same URN or id for a route table, whichever leads to it. */
    private canonical(table = NOWHERE): string {
        return this.mains.get(table) ?? table;
    }

    /** Where the routes of a table lead; some of them may not be known. */
    private *exitsIn(table: string): Iterable<() => Exit | undefined> {
        for (const list of this.routeLists.of(table)) {
            const routes = known(() => list.inputs.routes.readings(), undefined);
            if (!routes || isPresent(() => list.inputs.propagatingVgws)) {
                yield () => "elsewhere";
            }
            for (const read of routes ?? []) {
                yield () => {
                    const route = read();
                    return route && exitBy(route, (way, to) => this.stack.target(list, "routes", to, () => route[way]));
                };
            }
        }
        for (const route of this.routes.of(table)) {
            yield () => exitBy(route.inputs, (way, to) => this.stack.target(route, way, to));
        }
        const others = [...this.routes.unplaced, ...this.propagations.unplaced, ...this.propagations.of(table)];
        if (others.length > 0 || !this.isWhole(table)) {
            yield () => "elsewhere";
        }
    }

    /** Whether the stack makes the table, so that its routes are in the stack. */
    private isWhole(table: string): boolean {
        const vpc = this.vpcs.get(table);
        return (
            !this.stack.has(NativeRoutes) &&
            (this.routeLists.of(table).length > 0 || (vpc !== undefined && this.isMade(vpc) && this.adoptionsAreKnown))
        );
    }

    /** Whether the program makes a VPC: it neither adopts a default one nor only reads it. */
    private isMade(vpc: Node<object>): boolean {
        return !this.stack.isOnlyRead(vpc) && own(Vpc.types, vpc.type) !== undefined;
    }

    /**
     * Whether a VPC has an interface endpoint of one of these services.
     * @throws Undecided where it has none in the stack, but may have one
     */
    hasInterface(vpc: Home, services: readonly string[]): boolean {
        return some(services, (service) =>
            this.has(
                vpc,
                service,
                ({ inputs }) => serves(inputs, service) && inputs.vpcEndpointType === "Interface",
                vpc.isMade,
            ),
        );
    }

    /**
     * What a subnet lacks to reach services through endpoints, as far as that is known. Of a VPC whose id is written the
     * endpoints in the stack are taken for all, as long as the stack associates nothing with endpoints of others there.
     * @throws Undecided where nothing is known to be lacking, but may be
     */
    gapsTo(services: readonly string[], subnet: Node<Subnet>): readonly Gap[] {
        const lacking = proven(services, (service) => this.gapTo(service, subnet) !== undefined);
        return lacking.flatMap((service) => this.gapTo(service, subnet) ?? []);
    }

    private gapTo(service: string, subnet: Node<Subnet>): Gap | undefined {
        const vpc = this.vpcOf(subnet);
        const isPath = (endpoint: Node<VpcEndpoint>): boolean =>
            serves(endpoint.inputs, service) && this.defectOf(endpoint, service, subnet) === undefined;
        if (this.has(vpc, service, isPath, vpc.isMade || vpc.isWritten)) {
            return undefined;
        }
        // Each of the candidates is known to serve it: otherwise `has` would have thrown.
        const found = inOrder(this.candidates(service, vpc.key)).flatMap((endpoint) => {
            const defect = this.defectOf(endpoint, service, subnet);
            return defect ? [{ name: endpoint.name, defect }] : [];
        });
        return { service, found: found.find(({ defect }) => defect === "route table") ?? found[0] };
    }

    /**
     * Whether a VPC has such an endpoint of a service.
     * @param areInStack whether its endpoints are those in the stack, as far as nothing shows others
     * @throws Undecided where it has none in the stack, but may have one
     */
    private has(
        vpc: Home,
        service: string,
        isOne: (endpoint: Node<VpcEndpoint>) => boolean,
        areInStack: boolean,
    ): boolean {
        return either(
            () => some(this.candidates(service, vpc.key), isOne),
            () =>
                certainlyNot(
                    !areInStack ||
                        this.mayHaveOthers(service, vpc) ||
                        this.unplacedFor(vpc).some((place) => this.candidates(service, place).length > 0),
                ),
        );
    }

    /** Places of what may be in a VPC: what comes from elsewhere may be the VPC whose id is written. */
    private unplacedFor({ isWritten }: Home): readonly (string | undefined)[] {
        return isWritten ? [undefined, NOWHERE, ...this.unidentified] : [undefined];
    }

    /** Whether a VPC has an endpoint that is not in the stack or of `aws-native` and leads to a service, or may. */
    private mayHaveOthers(service: string, vpc: Home): boolean {
        if (this.foreignEndpoints.has(vpc.key) || this.foreignEndpoints.has(undefined)) {
            return true;
        }
        return this.stack
            .all(NativeEndpoint)
            .some(
                (endpoint) =>
                    known(() => serves(endpoint.inputs, service), true) &&
                    [vpc.key, ...this.unplacedFor(vpc)].includes(known(() => this.placeOf(endpoint), undefined)),
            );
    }

    /** The endpoints in a VPC that lead to a service, or may; without a VPC, those that may be in any. */
    private candidates(service: string, vpc?: string): readonly Node<VpcEndpoint>[] {
        return entry(this.byService, vpc === undefined ? service : `${service} ${vpc}`, () =>
            this.endpoints.of(vpc).filter(({ inputs }) => known(() => serves(inputs, service), true)),
        );
    }

    private defectOf(endpoint: Node<VpcEndpoint>, service: string, subnet: Node<Subnet>): Defect | undefined {
        const { vpcEndpointType: type = "Gateway" } = endpoint.inputs;
        if (type === "Gateway" && service === "s3") {
            const { tables, isWhole } = this.stack.remember(this.tablesOf, endpoint);
            const table = this.tableOf(subnet);
            return tables.has(table) || certainlyNot(!isWhole) ? undefined : "route table";
        }
        return type === "Interface" ? this.interfaceDefectOf(endpoint) : "type";
    }

    /** The route tables in which a gateway endpoint has routes, as far as they are known. */
    private readonly tablesOf = (
        _: Stack,
        endpoint: Node<VpcEndpoint>,
    ): { readonly tables: ReadonlySet<string>; readonly isWhole: boolean } => {
        const { nodes, outside, partial } = this.stack.targets(endpoint, "routeTableIds", RouteTables);
        const associations = this.stack.referrers(endpoint, VpcEndpointRouteTableAssociation, "vpcEndpointId");
        const associated = associations.nodes.map((association) => known(() => this.tableAt(association), undefined));
        return {
            tables: new Set([
                ...[...nodes.map(({ urn }) => urn), ...outside].map((table) => this.canonical(table)),
                ...associated.filter((table) => table !== undefined),
            ]),
            isWhole: !partial && associations.undecided.length === 0 && !associated.includes(undefined),
        };
    };

    private interfaceDefectOf(endpoint: Node<VpcEndpoint>): "private DNS" | "subnet" | undefined {
        if (!known(() => this.hasPrivateDns(endpoint), true)) {
            return "private DNS";
        }
        return this.hasSubnet(endpoint) ? undefined : "subnet";
    }

    /**
     * Whether the name of the service leads to an endpoint from within its VPC. A flag that is not known counts as on.
     * @throws where the flag may be that of another endpoint, or the names may be for inbound resolvers only
     */
    private hasPrivateDns(endpoint: Node<VpcEndpoint>): boolean {
        const { nodes, undecided } = this.stack.referrers(endpoint, EndpointPrivateDns, "vpcEndpointId");
        const isOn = ({ inputs }: Node<{ privateDnsEnabled?: boolean }>): boolean =>
            known(() => inputs.privateDnsEnabled === true, true);
        return both(
            () => endpoint.inputs.privateDnsOnlyForInboundResolverEndpoint !== true,
            () => [endpoint, ...nodes].some(isOn) || certainlyNot(undecided.some(isOn)),
        );
    }

    private hasSubnet(endpoint: Node<VpcEndpoint>): boolean {
        const { nodes, undecided } = this.stack.referrers(endpoint, VpcEndpointSubnetAssociation, "vpcEndpointId");
        return either(
            () => isPresent(() => endpoint.inputs.subnetIds),
            () => isPresent(() => endpoint.inputs.subnetConfigurations),
            () => nodes.length > 0 || certainlyNot(undecided.length > 0),
        );
    }

    /**
     * The policies of the endpoints that take the traffic to a service, whatever other ways there are: in the whole VPC
     * where there is private DNS, else in the subnets whose route table leads to a gateway endpoint.
     */
    policiesTo(service: string, vpc: Home, subnets: readonly Node<Subnet>[]): readonly EndpointPolicy[] {
        const candidates = this.candidates(service, vpc.key);
        const takesAll = (endpoint: Node<VpcEndpoint>): boolean =>
            endpoint.inputs.vpcEndpointType === "Interface" && this.hasPrivateDns(endpoint) && this.hasSubnet(endpoint);
        const possible = this.unplacedFor(vpc).flatMap((place) => this.candidates(service, place));
        const isTakenOver =
            this.mayHaveOthers(service, vpc) ||
            [...candidates, ...possible].some((endpoint) => known(() => takesAll(endpoint), true));
        const isPath = (endpoint: Node<VpcEndpoint>): boolean =>
            serves(endpoint.inputs, service) &&
            (takesAll(endpoint) ||
                (!isTakenOver && some(subnets, (subnet) => this.defectOf(endpoint, service, subnet) === undefined)));
        const isInForce = (endpoint: Node<VpcEndpoint>): boolean =>
            this.stack.remember(this.isRestricted, endpoint) && known(() => isPath(endpoint), false);
        return candidates.filter(isInForce).map((endpoint) => ({
            name: endpoint.name,
            allows: (...what) => allows(this.documentOf(endpoint), ...what),
        }));
    }

    /** Whether an endpoint has a policy, or may. */
    private readonly isRestricted = (_: Stack, endpoint: Node<VpcEndpoint>): boolean =>
        known(() => this.documentOf(endpoint) !== undefined, true);

    /** The policy of an endpoint, its own or one that is attached. @throws Undecided where it is not known which counts */
    private documentOf(endpoint: Node<VpcEndpoint>): PolicyDocument | undefined {
        const { inputs } = theOnly(this.stack.referrers(endpoint, VpcEndpointPolicy, "vpcEndpointId")) ?? endpoint;
        return inputs.policy;
    }
}

/** Whether a document of an endpoint allows an action to whoever calls; without one, everything is allowed. */
function allows(document: PolicyDocument | undefined, action: string, resource?: string): boolean {
    if (!document) {
        return true;
    }
    const deniesSomebody = (): boolean =>
        document.statements.some((statement) =>
            both(
                () => statement.isDeny && !isForAll(statement),
                () => statement.covers(action),
            ),
        );
    return both(
        () => document.allows(action, resource),
        () => certainlyNot(deniesSomebody()) || !document.denies(action, resource),
    );
}

/** Whether a statement is about every principal, whoever that may be. */
function isForAll(statement: Statement): boolean {
    return [true, false].every((isMeant) => statement.isFor(() => isMeant));
}

/** Whether an endpoint leads to a service, by the end of its name. */
function serves({ serviceName }: Pick<VpcEndpoint, "serviceName">, service: string): boolean {
    return serviceName?.endsWith(`.${service}`) ?? false;
}

/** The resource that refers to another, of a kind of which there can be one. */
function theOnly<W>({ nodes, undecided }: Referrers<W>): Node<W> | undefined {
    if (nodes.length > 1 || (nodes.length === 0 && undecided.length > 0)) {
        throw new Undecided("it is not known which one counts");
    }
    return nodes[0];
}
