import { reportContainers } from "../../lib/containers";
import { fsbp } from "../../lib/frameworks";
import { resourcePolicy } from "../../lib/policy";
import { TaskDefinition } from "../../lib/resources";

export default resourcePolicy({
    resource: TaskDefinition,
    displayName: "Logs of every container",
    description: "Containers must have a log driver.",
    rationale:
        "Without a log driver the output of a container is lost with it, and with it the traces of a failure or an attack.",
    severity: "high",
    framework: fsbp("ECS.9"),
    remediationSteps:
        "Set `logConfiguration.logDriver` of the container, for example `awslogs` with the options `awslogs-group`, `awslogs-region` and `awslogs-stream-prefix`.",
    notes: [
        "Where logs are captured in a way that the task definition does not show, exempt the container, or disable the policy, as the control allows.",
    ],
    validate(task, { report }) {
        reportContainers(task, report, ({ logConfiguration }) => !logConfiguration?.logDriver && "has no log driver");
    },
});
