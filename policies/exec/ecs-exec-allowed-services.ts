import { EXEC_GUIDE } from "../../lib/frameworks";
import { execOn } from "../../lib/exec";
import { clusterNameOf } from "../../lib/launch";
import { resourcePolicy } from "../../lib/policy";
import { anyOf, Daemon, EventTarget, Launcher, Schedule, Service } from "../../lib/resources";
import { both, either } from "../../lib/unknown";
import { quote } from "../../lib/words";

type Started = Pick<Launcher, "cluster" | "enableExecuteCommand"> & { name?: string };

export default resourcePolicy({
    resource: anyOf<Started>(Service, EventTarget, Schedule, Daemon),
    displayName: "ECS Exec only where it is allowed",
    description: "ECS Exec must be on only for the listed services and clusters.",
    rationale:
        "Whoever may call `ecs:ExecuteCommand` becomes root in every container for which the feature is on. Where it is off no permission helps.",
    severity: "medium",
    level: "disabled",
    framework: EXEC_GUIDE,
    remediationSteps:
        "Set `enableExecuteCommand: false`, or list the service (of an event target, schedule or daemon: its name in the program) in `allowedServices`, or the cluster in `allowedClusters`, of this policy in the configuration of the pack.",
    notes: [
        "One of the lists is enough: what is listed by itself, and what runs in a listed cluster. With both lists empty nothing is judged.",
        "A reference to a cluster of the same program is not known before the cluster exists; until then Pulumi notes that the policy could not run.",
        "The repair takes away access to containers and leaves the workload alone; tasks that run already keep the access until they are replaced.",
    ],
    config: {
        allowedServices: {
            type: "array",
            items: { type: "string" },
            default: [],
            description:
                "Where ECS Exec may be on: names of services, or logical names of services, daemons, event targets and schedules in the program.",
        },
        allowedClusters: {
            type: "array",
            items: { type: "string" },
            default: [],
            description: "Clusters in which ECS Exec may be on for all: their names in AWS.",
        },
    },
    validate(started, { config: { allowedServices, allowedClusters }, report, resource }) {
        if (allowedServices.length + allowedClusters.length === 0) {
            return;
        }
        const isAllowed = (): boolean =>
            either(
                () => allowedServices.includes(resource.name),
                () => allowedServices.some((name) => name === started.name),
                () => allowedClusters.some((name) => name === clusterNameOf(started)),
            );
        const isStray = both(
            () => execOn(started),
            () => !isAllowed(),
        );
        if (isStray) {
            report(
                `ECS Exec is on, but ${quote(resource.name)} is not in \`allowedServices\`, nor is its cluster in \`allowedClusters\`.`,
            );
        }
    },
    repairNeeds: "the lists of where ECS Exec may be on",
    remediate(started) {
        started.enableExecuteCommand = false;
    },
});
