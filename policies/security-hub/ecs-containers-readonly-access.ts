import { reportContainers } from "../../lib/containers";
import { fsbp } from "../../lib/frameworks";
import { NOT_FOR_WINDOWS } from "../../lib/launch";
import { resourcePolicy } from "../../lib/policy";
import { TaskDefinition } from "../../lib/resources";

export default resourcePolicy({
    resource: TaskDefinition,
    where: [NOT_FOR_WINDOWS],
    displayName: "Read-only root file systems",
    description: "Containers must not be able to write to their root file system.",
    rationale:
        "Whoever breaks into a container with a writable root file system can replace its programs and stay. " +
        "Read-only, only the volumes that were chosen can be written.",
    severity: "high",
    framework: fsbp("ECS.5"),
    remediationSteps:
        "Set `readonlyRootFilesystem: true` on the container and mount a volume on each path that it writes to; where ECS Exec has to write (`ecs-exec-writable-root-filesystem`), add the container to `exempt` of this policy in the configuration of the pack instead, with a reason.",
    notes: [
        "Not applicable to Windows, which has no read-only root file systems. ECS Exec needs a root file system that can be written, and `ecs-exec-writable-root-filesystem` demands one where the feature is on. Both cannot hold: [ECS Exec](../guides/ecs-exec.md#read-only-or-exec) shows the two ways out.",
    ],
    validate(task, { report }) {
        reportContainers(
            task,
            report,
            ({ readonlyRootFilesystem }) => !readonlyRootFilesystem && "can write to its root file system",
        );
    },
});
