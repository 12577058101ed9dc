import { reportContainers } from "../../lib/containers";
import { EXEC_GUIDE } from "../../lib/frameworks";
import { EXEC_ON, execOnFor, execLaunchersOf } from "../../lib/exec";
import { stackPolicy } from "../../lib/policy";
import { TaskDefinition } from "../../lib/resources";

/** What the reference of an image without a shell and tools usually says. */
const BARE = /distroless|scratch/i;

export default stackPolicy({
    subject: TaskDefinition,
    where: [EXEC_ON],
    displayName: "Images with the tools of ECS Exec",
    description: "Images of containers that are started with ECS Exec must contain `script` and `cat`.",
    rationale:
        "The agent records a session with `script` and `cat` of the image. Without them the log of the session is not uploaded as it should be, or there is none.",
    severity: "low",
    framework: EXEC_GUIDE,
    remediationSteps:
        "Install `script` and `cat` in the image and add the container to `exempt` of this policy in the configuration of the pack, or turn ECS Exec off for what starts the task.",
    notes: [
        "What is in an image is not to be seen in the program. Reported are images whose reference contains `distroless` or `scratch`, which as a rule have neither the tools nor a shell; exempt a container whose image has them. Images that are not reported may lack the tools too: look with `which script cat` in a session.",
    ],
    validate(task, { stack, report }) {
        const launchers = execLaunchersOf(stack, task);
        if (launchers.length === 0) {
            return;
        }
        reportContainers(task.inputs, report, ({ image = "" }) => {
            const word = BARE.exec(image)?.[0];
            return word && `has an image whose reference says "${word.toLowerCase()}", and ${execOnFor(launchers)}`;
        });
    },
});
