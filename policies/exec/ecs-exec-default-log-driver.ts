import { EXEC_GUIDE } from "../../lib/frameworks";
import { EXEC_ON, execOnFor, execLaunchersOf, LOGS_BY_DEFAULT, mayHaveOtherLaunchers } from "../../lib/exec";
import { stackPolicy } from "../../lib/policy";
import { TaskDefinition } from "../../lib/resources";
import { certainlyNot, proven } from "../../lib/unknown";

export default stackPolicy({
    subject: TaskDefinition,
    where: [EXEC_ON, LOGS_BY_DEFAULT],
    displayName: "Log driver for ECS Exec sessions",
    description:
        "Where ECS Exec is on in a cluster that logs sessions the default way, a container must use the `awslogs` driver.",
    rationale:
        "By `DEFAULT` the output of sessions goes to the `awslogs` driver of the task definition. Without one nothing is kept, and nothing says so.",
    severity: "high",
    framework: EXEC_GUIDE,
    remediationSteps:
        'Set `logConfiguration.logDriver` of the containers to `awslogs`, or set `logging: "OVERRIDE"` with a log group or bucket on the cluster.',
    notes: [
        "Reported once for a task definition, however many services use it.",
        "A cluster without an exec configuration logs by `DEFAULT`; clusters outside the stack are not judged, nor is `OVERRIDE`, which needs no driver.",
        "One container with `awslogs` is enough. Sessions in the others of its task leave no log under `DEFAULT`: give each of them the driver.",
    ],
    validate(task, { stack, report }) {
        const launchers = proven(
            execLaunchersOf(stack, task),
            (launcher) => stack.clusterOf(launcher).node?.inputs.logging === "DEFAULT",
        );
        if (launchers.length === 0) {
            certainlyNot(mayHaveOtherLaunchers(stack, task));
            return;
        }
        const { containers } = task.inputs;
        if (
            containers.length > 0 &&
            !containers.some(({ logConfiguration }) => logConfiguration?.logDriver === "awslogs")
        ) {
            report(
                `${execOnFor(launchers)}, whose cluster logs sessions through the \`awslogs\` driver (\`DEFAULT\`), but no container uses that driver.`,
            );
        }
    },
});
