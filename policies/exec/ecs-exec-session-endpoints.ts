import { EXEC_GUIDE } from "../../lib/frameworks";
import { encryptsSessions, EXEC_ON, startsExec } from "../../lib/exec";
import { runsOn } from "../../lib/launch";
import { eachHindrance, Home, networkOf } from "../../lib/network";
import { Node } from "../../lib/node";
import { stackPolicy, stackWith } from "../../lib/policy";
import { Launchers, Subnet } from "../../lib/resources";
import { both, each, known, matching, Undecided } from "../../lib/unknown";
import { joined, quote } from "../../lib/words";

/** Services whose interface endpoints show that a VPC uses ECS through endpoints, by the end of their names. */
const ECS = ["ecs", "ecs-agent", "ecs-telemetry"];

export default stackPolicy({
    subject: Launchers,
    where: [EXEC_ON, stackWith(Subnet)],
    displayName: "Endpoints for ECS Exec sessions",
    description:
        "Where tasks with ECS Exec reach AWS only through VPC endpoints, there must be endpoints for Session Manager and, with a KMS key, for KMS.",
    rationale:
        "The agent in the task opens the session by calling Session Manager, and KMS where a key encrypts it. If it cannot reach them, `execute-command` fails although the service has it enabled.",
    severity: "high",
    framework: EXEC_GUIDE,
    remediationSteps:
        'Create the missing `aws.ec2.VpcEndpoint` with `vpcEndpointType: "Interface"`, `privateDnsEnabled: true`, the subnets of the tasks and a security group that lets port 443 in from them, in a VPC with `enableDnsHostnames: true`.',
    notes: [
        "A VPC uses ECS through endpoints if it has an interface endpoint for `ecs`, `ecs-agent` or `ecs-telemetry`; then it needs one for `ssmmessages` and, where the exec configuration of the cluster names a KMS key, one for `kms`.",
        "Without such endpoints, tasks on EC2 need the one for `ssmmessages` in a subnet that has no default route out. Tasks on Fargate need it there as well, but are not judged by that.",
        "Private DNS, the subnets and the security groups of these endpoints are not judged either; without private DNS the agent does not find them.",
        "Nothing is reported about VPCs and route tables that the stack does not make, nor of a VPC whose route tables or subnets are associated with endpoints that are not in the stack, nor where a route leads to a transit gateway, a peering, a private NAT gateway or an appliance.",
    ],
    validate(launcher, { stack, report }) {
        if (!startsExec(stack, launcher)) {
            return;
        }
        const network = networkOf(stack);
        const subnets = stack.targets(launcher, "subnets", Subnet);
        const usesEndpoints = (vpc: Home): boolean => network.hasInterface(vpc, ECS);
        const hasKey = (): boolean => {
            const { node: cluster } = stack.clusterOf(launcher);
            return cluster !== undefined && encryptsSessions(cluster.inputs);
        };
        const services: readonly (readonly [service: string, isNeeded: () => boolean])[] = [
            ["ssmmessages", () => true],
            ["kms", hasKey],
        ];
        const checkVpc = (vpc: Home): void => {
            matching(
                (visit: (item: (typeof services)[number]) => void) => each(services, visit),
                ([service, isNeeded]) =>
                    both(
                        () => usesEndpoints(vpc),
                        isNeeded,
                        () => !network.hasInterface(vpc, [service]),
                    ),
                (missing) => {
                    const names = missing.map(([service]) => `\`${service}\``);
                    report(
                        `VPC ${quote(vpc.name)} has interface endpoints for ECS but none for ${joined(names, "or")}.`,
                    );
                },
            );
        };
        const hindranceIn = (subnet: Node<Subnet>): string | undefined => {
            const vpc = network.vpcOf(subnet);
            const isCutOff = both(
                () => network.exitsOf(subnet).size === 0,
                () => runsOn(stack, launcher, "EC2"),
                () => !network.hasInterface(vpc, ["ssmmessages"]),
            );
            return isCutOff && !known(() => usesEndpoints(vpc), false)
                ? `the subnet has no default route, and VPC ${quote(vpc.name)} has no interface endpoint for \`ssmmessages\``
                : undefined;
        };
        const checks = [
            ...network.vpcsOf(subnets).map((vpc) => () => checkVpc(vpc)),
            () =>
                eachHindrance(subnets, hindranceIn, (where, hindrance) =>
                    report(`Tasks on EC2 in ${where} cannot reach Session Manager: ${hindrance}.`),
                ),
        ];
        each(checks, (check) => check());
        if (subnets.partial || subnets.outside.length > 0) {
            throw new Undecided("some subnets are not in the stack");
        }
    },
});
