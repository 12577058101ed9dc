import { EXEC_GUIDE } from "../../lib/frameworks";
import { EXEC_ON, execOnFor, execLaunchersOn } from "../../lib/exec";
import { isWindows } from "../../lib/launch";
import { stackPolicy } from "../../lib/policy";
import { TaskDefinition } from "../../lib/resources";
import { known } from "../../lib/unknown";

const MODES = ["bridge", "host", "none", "default"];

export default stackPolicy({
    subject: TaskDefinition,
    where: [EXEC_ON],
    displayName: "Network interface of its own for each task with ECS Exec",
    description: "Tasks with ECS Exec on EC2 instances must use `awsvpc` networking.",
    rationale:
        "In any other mode a session uses the network of the instance: what a task may reach cannot be limited by its own security group, nor be told apart from what other tasks reach.",
    severity: "low",
    framework: EXEC_GUIDE,
    remediationSteps: "Set `networkMode` to `awsvpc` and give what starts the tasks a `networkConfiguration`.",
    notes: [
        "Reported once for a task definition, however many launchers use it on EC2: by launch type, by a capacity provider with an Auto Scaling group, or by the default of the cluster.",
        "Fargate knows no other mode; external instances know no `awsvpc` and are not judged, nor are managed instances.",
        "Tasks get new addresses, and container ports are no longer mapped to ports of the instance.",
    ],
    validate(task, { stack, report }) {
        const { networkMode } = task.inputs;
        const launchers = networkMode === "awsvpc" ? [] : execLaunchersOn(stack, task, "EC2");
        if (launchers.length > 0) {
            const byDefault = known(() => isWindows(task.inputs), false) ? "default" : "bridge";
            const found = !networkMode
                ? `not set, which means \`${byDefault}\``
                : MODES.includes(networkMode)
                  ? `\`${networkMode}\``
                  : "not one that ECS knows";
            report(`The network mode is ${found}, and ${execOnFor(launchers)}, on EC2.`);
        }
    },
});
