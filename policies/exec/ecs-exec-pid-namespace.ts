import { EXEC_GUIDE } from "../../lib/frameworks";
import { EXEC_ON, execOnFor, execLaunchersOf } from "../../lib/exec";
import { stackPolicy } from "../../lib/policy";
import { TaskDefinition } from "../../lib/resources";

const SHARED = ["task", "host"];

export default stackPolicy({
    subject: TaskDefinition,
    where: [EXEC_ON],
    displayName: "One process namespace for each container with ECS Exec",
    description: "Containers that are started with ECS Exec must not share a process namespace.",
    rationale:
        "There can be one session for each process namespace. Where containers share it, a session in one of them keeps everybody out of the others.",
    severity: "low",
    framework: EXEC_GUIDE,
    remediationSteps:
        "Remove `pidMode`, so that each container has a process namespace of its own; where they have to share one, add the task definition to `exempt` of this policy in the configuration of the pack.",
    notes: [
        "Not reported for a single container. Where the containers have to see each other's processes, keep `pidMode` and exempt the task definition: a session in any one of them sees them all.",
    ],
    validate(task, { stack, report }) {
        const launchers = execLaunchersOf(stack, task);
        if (launchers.length === 0) {
            return;
        }
        const { pidMode = "", containers } = task.inputs;
        if (SHARED.includes(pidMode) && containers.length > 1) {
            report(
                `The task's ${containers.length} containers share one process namespace (\`pidMode\` is "${pidMode}"), and ${execOnFor(launchers)}.`,
            );
        }
    },
});
