import { reportContainers } from "../../lib/containers";
import { EXEC_GUIDE } from "../../lib/frameworks";
import { EXEC_ON, execOnFor, execLaunchersOf } from "../../lib/exec";
import { isWindows } from "../../lib/launch";
import { stackPolicy } from "../../lib/policy";
import { TaskDefinition } from "../../lib/resources";

export default stackPolicy({
    subject: TaskDefinition,
    where: [EXEC_ON],
    displayName: "Init process for ECS Exec",
    description: "Containers that are started with ECS Exec must have an init process.",
    rationale:
        "Whoever stops the main process or the agent in a session, or removes what they need, leaves orphans and zombies behind. An init process clears away the zombie children of the SSM agent.",
    severity: "low",
    framework: EXEC_GUIDE,
    remediationSteps: "Set `linuxParameters: { initProcessEnabled: true }` on the container.",
    notes: [
        "Not for Windows. Look first whether the container relies on being process 1: with the flag that is the init process, which passes signals on. Reported once for a container, however many services use its task definition.",
    ],
    validate(task, { stack, report }) {
        const launchers = isWindows(task.inputs) ? [] : execLaunchersOf(stack, task);
        if (launchers.length === 0) {
            return;
        }
        reportContainers(
            task.inputs,
            report,
            ({ linuxParameters }) =>
                !linuxParameters?.initProcessEnabled && `has no init process, and ${execOnFor(launchers)}`,
        );
    },
});
