import { EXEC_GUIDE } from "../../lib/frameworks";
import { EXEC_ON, execOnFor, execLaunchersOf } from "../../lib/exec";
import { stackPolicy } from "../../lib/policy";
import { TaskDefinition } from "../../lib/resources";
import { mebibytes } from "../../lib/size";
import { isKnown, Undecided } from "../../lib/unknown";

export default stackPolicy({
    subject: TaskDefinition,
    where: [EXEC_ON],
    displayName: "Memory left for ECS Exec",
    description: "A task that is started with ECS Exec must have more memory than its containers may take.",
    rationale:
        "The SSM agent and what is run in a session take CPU and memory of the task. Where the containers have it all, a session can end with a container killed for want of memory.",
    severity: "low",
    framework: EXEC_GUIDE,
    remediationSteps: "Raise `memory` of the task, or lower `memory` of its containers.",
    notes: [
        "AWS names no amount. Judged is only whether anything is left: the sum of the containers' `memory` reaches the `memory` of the task. Containers without a hard limit take what is left, and a task definition without `memory` has none to share out; CPU is shared by weight and not judged.",
    ],
    validate(task, { stack, report }) {
        const launchers = execLaunchersOf(stack, task);
        if (launchers.length === 0) {
            return;
        }
        const size = mebibytes(task.inputs.memory ?? "");
        let taken = 0;
        const isAll = isKnown(() => task.inputs.containers.each(({ memory = 0 }) => (taken += memory)));
        if (size !== undefined && taken > 0 && taken >= size) {
            report(
                `The memory limits of the containers add up to ${isAll ? "" : "at least "}${taken} MiB, the task has ${size} MiB, and ${execOnFor(launchers)}.`,
            );
        } else if (!isAll) {
            throw new Undecided("the memory of a container is not known");
        }
    },
});
