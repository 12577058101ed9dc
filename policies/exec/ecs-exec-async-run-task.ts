import { EXEC_GUIDE } from "../../lib/frameworks";
import { EXEC_ON, execOn } from "../../lib/exec";
import { strategyOf } from "../../lib/launch";
import { stackPolicy } from "../../lib/policy";
import { RunTask } from "../../lib/resources";
import { each } from "../../lib/unknown";
import { quote } from "../../lib/words";

export default stackPolicy({
    subject: RunTask,
    where: [EXEC_ON],
    displayName: "No ECS Exec in scheduled tasks with managed scaling",
    description: "Scheduled tasks that need ECS Exec must not wait for an instance of a capacity provider.",
    rationale:
        "With managed scaling a task may be launched before there is an instance for it; ECS Exec does not work in tasks that were placed asynchronously.",
    severity: "low",
    framework: EXEC_GUIDE,
    remediationSteps:
        "Remove `enableExecuteCommand` from the target, or start the tasks on Fargate or with launch type EC2.",
    notes: [
        "Judges event targets and schedules with the capacity providers of their own strategy or, where they have neither strategy nor launch type, of the default strategy of their cluster; only `managedScaling.status` of `ENABLED` counts. Services are not affected. Whether a task really had to wait for an instance shows at run time only.",
    ],
    validate(launcher, { stack, report }) {
        if (!execOn(launcher.inputs)) {
            return;
        }
        each(strategyOf(stack, launcher), (follow) => {
            const { node: provider } = follow();
            if (provider?.inputs.managedScaling === "ENABLED") {
                report(
                    `ECS Exec is on, but capacity provider ${quote(provider.name)} has managed scaling, so that a task may be accepted before there is an instance for it.`,
                );
            }
        });
    },
});
