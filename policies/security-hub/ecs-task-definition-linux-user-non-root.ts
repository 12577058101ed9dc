import { reportContainers } from "../../lib/containers";
import { fsbp } from "../../lib/frameworks";
import { resourcePolicy } from "../../lib/policy";
import { TaskDefinition } from "../../lib/resources";
import { rootFault } from "../../lib/user";

export default resourcePolicy({
    resource: TaskDefinition,
    where: [
        {
            words: "for Linux",
            holds: ({ operatingSystemFamily }) => (operatingSystemFamily || "LINUX") === "LINUX",
        },
    ],
    displayName: "No root user in Linux containers",
    description: "Linux containers must run as a user other than root.",
    rationale:
        "A process that runs as root in its container is root on the host after an escape, and can change everything in the image before one.",
    severity: "medium",
    framework: fsbp("ECS.20"),
    remediationSteps:
        'Set `user` of the container to a user other than root, for example "1000:1000", even if the image sets one already.',
    notes: [
        "A user that the image sets is not visible before the deployment, so `user` has to say it. An operating system that is not set counts as Linux.",
    ],
    validate(task, { report }) {
        reportContainers(task, report, ({ user }) => rootFault(user));
    },
});
