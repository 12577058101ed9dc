import { reportContainers } from "../../lib/containers";
import { EXEC_GUIDE } from "../../lib/frameworks";
import { EXEC_ON, execOnFor, execLaunchersOf } from "../../lib/exec";
import { isWindows } from "../../lib/launch";
import { stackPolicy } from "../../lib/policy";
import { TaskDefinition } from "../../lib/resources";

export default stackPolicy({
    subject: TaskDefinition,
    where: [EXEC_ON],
    displayName: "Writable root file systems for ECS Exec",
    description: "Containers that are started with ECS Exec must be able to write to their root file system.",
    rationale:
        "The SSM agent creates folders and files in the container before a session. On a read-only root file system it cannot start, and the task runs with a feature that does not work.",
    severity: "high",
    framework: EXEC_GUIDE,
    remediationSteps:
        "Either remove `readonlyRootFilesystem` and add the container to `exempt` of `ecs-containers-readonly-access` in the configuration of the pack, with a reason, or set `enableExecuteCommand: false` on whatever starts the task (for a task set: on its service).",
    notes: [
        "This is the other side of control ECS.5, `ecs-containers-readonly-access`, which demands a read-only root file system of every container. Both cannot hold: each container with ECS Exec is a decision, and the exemption keeps its reason. [ECS Exec](../guides/ecs-exec.md#read-only-or-exec) shows both ways out.",
        "Not for Windows, which has no read-only root file systems.",
        "Reported once for a container, however many services use its task definition. Other ways to make a root file system read-only, inside the image for example, are not seen.",
    ],
    validate(task, { stack, report }) {
        const launchers = isWindows(task.inputs) ? [] : execLaunchersOf(stack, task);
        if (launchers.length === 0) {
            return;
        }
        reportContainers(
            task.inputs,
            report,
            ({ readonlyRootFilesystem }) =>
                readonlyRootFilesystem &&
                `has a read-only root file system, as ECS.5 demands, but ${execOnFor(launchers)}, and its SSM agent has to write to that file system`,
        );
    },
});
