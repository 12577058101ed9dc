import { reportContainers } from "../../lib/containers";
import { fsbp } from "../../lib/frameworks";
import { resourcePolicy } from "../../lib/policy";
import { TaskDefinition } from "../../lib/resources";
import { both, known } from "../../lib/unknown";
import { ROOT_USERS, rootFault } from "../../lib/user";

export default resourcePolicy({
    resource: TaskDefinition,
    displayName: "No accidental root on the host network",
    description: "Containers on the host network must be privileged on purpose or run as a user other than root.",
    rationale:
        "On the host network a root process can open any port of the instance and reach its metadata and agents. " +
        "Where nothing was chosen, nobody decided to allow that.",
    severity: "high",
    framework: fsbp("ECS.1"),
    remediationSteps:
        "Set `user` of the container to a user other than root, or use a `networkMode` other than `host` (which ECS.17 asks for anyway), then redeploy the services.",
    notes: [
        "AWS retired ECS.1 in March 2026 in favour of ECS.4, ECS.17, ECS.20 and ECS.21; the policy is kept for those who still report on it. Another `user` is no protection against ECS Exec, whose commands run as root whatever it says.",
    ],
    config: {
        rootUsers: {
            type: "array",
            items: { type: "string" },
            default: ROOT_USERS,
            description: "Users that count as root, compared with the part of `user` before the colon.",
        },
    },
    validate(task, { config, report }) {
        const isOnHost = () => task.networkMode === "host";
        if (known(isOnHost, true)) {
            reportContainers(task, report, (container) => {
                const fault = () => rootFault(container.user, config.rootUsers);
                const byAccident = both(
                    () => fault() !== undefined,
                    () => !container.privileged,
                    isOnHost,
                );
                return byAccident && `is on the host network and ${fault() ?? ""}`;
            });
        }
    },
});
