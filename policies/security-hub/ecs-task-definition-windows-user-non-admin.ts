import { reportContainers } from "../../lib/containers";
import { fsbp } from "../../lib/frameworks";
import { isWindows } from "../../lib/launch";
import { resourcePolicy } from "../../lib/policy";
import { TaskDefinition } from "../../lib/resources";

export default resourcePolicy({
    resource: TaskDefinition,
    where: [{ words: "that may be for Windows", holds: (task) => !task.operatingSystemFamily || isWindows(task) }],
    displayName: "No administrator in Windows containers",
    description: "Windows containers must run as a user other than the administrator.",
    rationale:
        "A process that runs as the container administrator can change everything in its container and starts an escape with the most rights.",
    severity: "medium",
    framework: fsbp("ECS.21"),
    remediationSteps:
        'Set `user` of the container to a user other than the administrator, for example "ContainerUser".',
    notes: [
        "Where the operating system is not set, a missing user is reported by `ecs-task-definition-linux-user-non-root` alone.",
    ],
    validate(task, { report }) {
        reportContainers(task, report, ({ user }) => {
            if (!user) {
                return (
                    isWindows(task) && "has no `user`, which means the administrator unless its image says otherwise"
                );
            }
            return user.toLowerCase() === "containeradministrator" && "runs as the administrator";
        });
    },
});
