import { ANY } from "../../lib/document";
import { RUNTIME_MONITORING_PREREQUISITES } from "../../lib/frameworks";
import { runsOn } from "../../lib/launch";
import { Defect, eachHindrance, Exit, Gap, Home, networkOf } from "../../lib/network";
import { Node } from "../../lib/node";
import { stackPolicy, stackWith } from "../../lib/policy";
import { NetworkUsers, Subnet } from "../../lib/resources";
import { Stack } from "../../lib/stack";
import { each, proven, Undecided } from "../../lib/unknown";
import { code, joined, quote } from "../../lib/words";

/** Why an endpoint is no path to its service. */
const DEFECTS: Readonly<Record<Defect, string>> = {
    type: "is not of the type `Interface`",
    "private DNS": "has no private DNS",
    subnet: "has no subnet",
    "route table": "does not list the route table of the subnet",
};

/** Why tasks in a subnet do not reach the internet by themselves, by what it has; the first that applies. */
const REASONS: readonly (readonly [Exit, string])[] = [
    [
        "internet gateway",
        "the subnet is public, but the tasks get no public IP address (which ECS.2 and, for task sets, ECS.16 forbid)",
    ],
    ["private NAT gateway", "the default route goes to a private NAT gateway"],
    ["IPv6", "the only default route is for IPv6"],
];

/** It is in an account of AWS, which is another one in each Region and never the deployment's. */
const AGENT = "arn:*:ecr:*:?*:repository/aws-guardduty-agent-fargate";

/** The layers of all images, those of AWS too, in a bucket of each Region. */
const LAYERS = "arn:*:s3:::prod-*-starport-layer-bucket/*";

/** How a message says what an action has to be allowed on. */
const ON: Readonly<Record<string, string>> = {
    [ANY]: " on `*`",
    [LAYERS]: " on the layers of images, `arn:aws:s3:::prod-<region>-starport-layer-bucket/*`",
};

/** The actions of a pull that an endpoint has to let through, each with what it is on. */
const PULL: Readonly<Record<string, readonly (readonly [action: string, resource: string])[]>> = {
    "ecr.api": [
        ["ecr:GetAuthorizationToken", ANY],
        ["ecr:GetDownloadUrlForLayer", AGENT],
        ["ecr:BatchGetImage", AGENT],
    ],
    "ecr.dkr": [
        ["ecr:GetDownloadUrlForLayer", AGENT],
        ["ecr:BatchGetImage", AGENT],
    ],
    s3: [["s3:GetObject", LAYERS]],
};

/** What a pull from a subnet finds no endpoint for; it is the same for all whose tasks are there. */
function gapsOfSubnet(stack: Stack, subnet: Node<Subnet>): readonly Gap[] {
    return networkOf(stack).gapsTo(Object.keys(PULL), subnet);
}

/** What keeps tasks in a subnet from ECR. @throws Undecided or the SDK's error where that is not known */
function obstacleOf(stack: Stack, subnet: Node<Subnet>, hasPublicIp: () => boolean): string | undefined {
    const exits = networkOf(stack).exitsOf(subnet);
    if (exits.has("NAT gateway") || (exits.has("internet gateway") && hasPublicIp())) {
        return undefined;
    }
    const gaps = stack.remember(gapsOfSubnet, subnet);
    if (gaps.length === 0) {
        return undefined;
    }
    if (exits.has("elsewhere") || (exits.has("IPv6") && isForIpv6(subnet.inputs))) {
        throw new Undecided("the subnet may lead to ECR");
    }
    const reason = REASONS.find(([exit]) => exits.has(exit))?.[1] ?? "the subnet has no default route";
    return joined([reason, ...lackOf(gaps)], "and");
}

/** Whether tasks may reach the registry by IPv6, although its names have addresses of IPv4 only. */
function isForIpv6({ ipv6Native, enableDns64 }: Subnet): boolean {
    return ipv6Native === true || enableDns64 === true;
}

/** What there is not, and what is wrong with what there is. */
function lackOf(gaps: readonly Gap[]): readonly string[] {
    const missing = gaps.filter(({ found }) => !found).map(({ service }) => `\`${service}\``);
    return [
        ...(missing.length > 0 ? [`the VPC has no endpoint for ${joined(missing, "or")}`] : []),
        ...gaps.flatMap(({ found }) => (found ? [`endpoint ${quote(found.name)} ${DEFECTS[found.defect]}`] : [])),
    ];
}

export default stackPolicy({
    subject: NetworkUsers,
    where: [stackWith(Subnet)],
    displayName: "GuardDuty agent image within reach",
    description: "Tasks on Fargate must be able to reach the ECR repository that holds the GuardDuty agent.",
    rationale:
        "GuardDuty adds its agent as a sidecar that the task pulls from ECR. Without a way there the agent is missing, the cluster is shown as Unhealthy, and nothing the tasks do is monitored.",
    severity: "high",
    framework: RUNTIME_MONITORING_PREREQUISITES,
    remediationSteps:
        "Either route the subnet to a public NAT gateway, or add or correct the endpoints: interface endpoints for `ecr.api` and `ecr.dkr` with private DNS (`enableDnsHostnames` and `enableDnsSupport` on the VPC), a subnet and a security group that lets port 443 in from the tasks, and a gateway endpoint for `s3` in the route table of the subnet. The policies of the endpoints must allow the actions of a pull.",
    notes: [
        "Judges each subnet of the stack that a service, task set, event target, schedule or Express Mode service on Fargate names. Express Mode gives tasks in public subnets, those whose default route goes to an internet gateway, a public IP address by itself.",
        "Endpoints are a path if the VPC has interface endpoints for `ecr.api` and `ecr.dkr` with private DNS and a subnet, be it another one, and an endpoint for `s3`: the gateway that AWS asks for with ECR, with a route in the table of the subnet, or an interface endpoint, unless its private DNS is for inbound resolver endpoints only. A private hosted zone of your own that leads to endpoints without private DNS is not seen: exempt the service. Services go by the end of their name, which is the same in every partition.",
        "The policies of these endpoints are judged in any case, also beside a NAT gateway: with private DNS all traffic to ECR goes through its endpoint. So is that of the endpoint for S3 that takes the traffic of the subnet, since ECR keeps the layers of all images there.",
        "ECS.2 forbids public IP addresses: endpoints, or a private subnet with a NAT gateway, satisfy both.",
        "Nothing is reported about what the stack does not show: subnets and route tables that it does not make, routes to transit gateways, peerings, VPN gateways, appliances, prefix lists and parts of the internet, and what routes or endpoints of `aws-native` may lead to.",
        "Where the route table of a subnet is in the stack and its VPC is not, whether its id is written out, looked up or an output of another stack, the endpoints of this stack are taken for all: where somebody else has made endpoints for the whole VPC, exempt the service. Nothing is reported by `pulumi policy analyze` of an id that it shows to come from another stack, nor of any VPC whose route tables or subnets are associated with endpoints that are not in this one.",
        "A VPC adopted with the resource option `import` looks like a new one: its main route table counts as empty until the program has a `DefaultRouteTable`, a `MainRouteTableAssociation` or a route of it.",
        "Security groups are not judged: those of the tasks have to let port 443 out to ECR, the endpoints and the prefix list of S3, those of the endpoints let it in. What they block, GuardDuty shows as `VPC_ISSUE`.",
    ],
    validate(launcher, { stack, report }) {
        if (!runsOn(stack, launcher, "FARGATE")) {
            return;
        }
        const network = networkOf(stack);
        const subnets = stack.targets(launcher, "subnets", Subnet);
        const hindranceIn = (subnet: Node<Subnet>): string | undefined =>
            obstacleOf(stack, subnet, () => launcher.inputs.assignPublicIp === true);
        const checkEndpoints = (vpc: Home, service: string): void => {
            each(network.policiesTo(service, vpc, subnets.nodes), (policy) => {
                const denied = proven(PULL[service] ?? [], ([action, resource]) => !policy.allows(action, resource));
                if (denied.length > 0) {
                    report(
                        `The policy of VPC endpoint ${quote(policy.name)} keeps tasks from pulling the agent: it does not allow ${denied.map(([action, resource]) => code([action]) + (ON[resource] ?? "")).join(", ")}.`,
                    );
                }
            });
        };
        const checks = [
            () =>
                eachHindrance(subnets, hindranceIn, (where, hindrance) =>
                    report(`Tasks in ${where} cannot pull the agent: ${hindrance}.`),
                ),
            ...network
                .vpcsOf(subnets)
                .map((vpc) => () => each(Object.keys(PULL), (service) => checkEndpoints(vpc, service))),
        ];
        each(checks, (check) => check());
        if (subnets.partial || subnets.outside.length > 0) {
            throw new Undecided("some subnets are not in the stack");
        }
    },
});
