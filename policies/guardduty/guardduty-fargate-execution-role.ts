import { RUNTIME_MONITORING_PREREQUISITES } from "../../lib/frameworks";
import { FOR_FARGATE } from "../../lib/launch";
import { resourcePolicy } from "../../lib/policy";
import { TaskSettings } from "../../lib/resources";
import { isPresent } from "../../lib/unknown";

export default resourcePolicy({
    resource: TaskSettings,
    where: [FOR_FARGATE],
    displayName: "Execution role of Fargate tasks",
    description: "Fargate tasks must have a task execution role.",
    rationale:
        "The execution role lets a task fetch, update and manage the agent of GuardDuty. Without one the agent is not added, and the task " +
        "runs unmonitored.",
    severity: "high",
    framework: RUNTIME_MONITORING_PREREQUISITES,
    remediationSteps:
        "Set `executionRoleArn` to a role that `ecs-tasks.amazonaws.com` may assume, with the managed policy `AmazonECSTaskExecutionRolePolicy`.",
    notes: [
        "A role that is not known until the update counts as one. What the role allows is judged by `guardduty-execution-role-ecr-permissions`. Whether the service-linked role `AWSServiceRoleForAmazonGuardDuty` exists is not judged: GuardDuty makes it with the first detector of an account, which need not be in this stack.",
    ],
    validate(task, { report }) {
        if (!isPresent(() => task.executionRoleArn)) {
            report("There is no task execution role.");
        }
    },
});
