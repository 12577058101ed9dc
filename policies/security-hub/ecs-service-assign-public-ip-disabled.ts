import { fsbp } from "../../lib/frameworks";
import { clusterNameOf, refusedForSome } from "../../lib/launch";
import { mayBeSame, Place, placeIn } from "../../lib/place";
import { resourcePolicy } from "../../lib/policy";
import { anyOf, EventTarget, Launcher, Schedule, Service } from "../../lib/resources";
import { own } from "../../lib/shape";
import { both, known, some } from "../../lib/unknown";

type Launched = Launcher & { readonly name?: string; readonly region?: string };

export default resourcePolicy({
    resource: anyOf<Launched>(Service, EventTarget, Schedule),
    displayName: "No public IP addresses for tasks",
    description: "Services, event targets and schedules must not assign public IP addresses to their tasks.",
    rationale: "A public address makes the containers reachable from the internet, often without anybody intending it.",
    severity: "high",
    framework: fsbp("ECS.2"),
    remediationSteps:
        'Set `assignPublicIp` in the network configuration to `false` (in aws-native "DISABLED") and give the subnets a route to a NAT gateway, or VPC endpoints.',
    notes: [
        "The public IP address of a task set is judged by `ecs-taskset-assign-public-ip-disabled`. The repair starts a new deployment of a service; targets and schedules follow with their next run.",
        refusedForSome("it"),
    ],
    config: {
        exemptEcsServiceArns: {
            type: "array",
            items: { type: "string" },
            default: [],
            description:
                "Services that may have public IP addresses: their ARNs, or the ends of these from `service/`, or logical names or URNs of the program.",
        },
    },
    validate(launcher, { config, report, resource, provider }) {
        const cluster = known(() => placeIn(launcher.cluster ?? ""), undefined);
        const region = known(() => launcher.region ?? cluster?.region ?? own(provider, "region"), undefined);
        const place: Place = { ...cluster, region: typeof region === "string" ? region : undefined };
        const isPublic = both(
            () => launcher.assignPublicIp === true,
            () => !some(config.exemptEcsServiceArns, (entry) => isService(entry, launcher, resource, place)),
        );
        if (isPublic) {
            report("Tasks get a public IP address.");
        }
    },
    repairNeeds:
        "another path from the tasks to their image registry, logs and secrets; without one they no longer start",
    remediate(launcher) {
        launcher.assignPublicIp = false;
    },
});

/** Whether an entry means this service. Its ARN is not known before it exists, so what is known of it decides. */
function isService(
    entry: string,
    service: Launched,
    { name, urn }: { name: string; urn: string },
    place: Place,
): boolean {
    const arn =
        /^(?:arn:[^:]*:ecs:(?:\*|(?<region>[^:]*)):(?:\*|(?<account>[^:]*)):)?service\/(?:(?<cluster>[^/]+)\/)?(?<service>[^/]+)$/.exec(
            entry,
        )?.groups;
    return (
        entry === name ||
        entry === urn ||
        (arn !== undefined &&
            both(
                () => arn.service === service.name,
                () => !arn.cluster || arn.cluster === clusterNameOf(service),
                () => mayBeSame(arn, place),
            ))
    );
}
