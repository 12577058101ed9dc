import { RUNTIME_MONITORING_PREREQUISITES } from "../../lib/frameworks";
import { FOR_FARGATE, isWindows } from "../../lib/launch";
import { resourcePolicy } from "../../lib/policy";
import { TaskDefinition } from "../../lib/resources";

export default resourcePolicy({
    resource: TaskDefinition,
    where: [FOR_FARGATE],
    displayName: "Linux on Fargate",
    description: "Fargate tasks must run Linux to be monitored by GuardDuty.",
    rationale: "GuardDuty has no agent for Windows on Fargate: what happens in such a task is seen by nobody.",
    severity: "high",
    framework: RUNTIME_MONITORING_PREREQUISITES,
    remediationSteps:
        'Set `runtimePlatform.operatingSystemFamily` to "LINUX" and use images for Linux, or add the task definition, and what starts it, to `exempt` of this policy and of the other `guardduty-*` policies that report them, in the configuration of the pack.',
    notes: [
        "An operating system that is not set is Linux on Fargate.",
        "Task definitions are judged that require `FARGATE`; one that a service on Fargate uses without requiring it is refused by ECS.",
        "The other policies about the agent judge Windows like Linux: one exemption for each of `guardduty-fargate-*`, `guardduty-execution-role-ecr-permissions` and `guardduty-agent-image-reachable` that reports it leaves Windows unmonitored on purpose.",
    ],
    validate(task, { report }) {
        if (isWindows(task)) {
            report("The task runs Windows.");
        }
    },
});
