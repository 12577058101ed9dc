import { EXEC_GUIDE } from "../../lib/frameworks";
import { EXEC_ON, execOnFor, execLaunchersOf } from "../../lib/exec";
import { Node } from "../../lib/node";
import { stackPolicy } from "../../lib/policy";
import { Role, TaskDefinition } from "../../lib/resources";
import { Stack } from "../../lib/stack";
import { either, isPresent } from "../../lib/unknown";

export default stackPolicy({
    subject: TaskDefinition,
    where: [EXEC_ON],
    displayName: "Task role for ECS Exec",
    description: "A task definition that is started with ECS Exec must have a task role of its own.",
    rationale:
        "The agent in the container opens sessions with the task role; without one the feature is on and no session can be opened. Where the execution role serves as task role, every process in the container may do what only the platform should: read its secrets and pull its images.",
    severity: "high",
    framework: EXEC_GUIDE,
    remediationSteps:
        "Set `taskRoleArn` to a role that `ecs-tasks.amazonaws.com` may assume, that only the containers use and that allows `ssmmessages:CreateControlChannel`, `ssmmessages:CreateDataChannel`, `ssmmessages:OpenControlChannel` and `ssmmessages:OpenDataChannel`.",
    notes: [
        "Reported once for a task definition, however many services use it; one that nothing starts with ECS Exec is not judged. A task role that is not known yet counts as one. What the role has to allow is judged by `ecs-exec-task-role-permissions`, `ecs-exec-logging-permissions` and `ecs-exec-kms-permissions`.",
    ],
    validate(task, { stack, report }) {
        const launchers = execLaunchersOf(stack, task);
        if (launchers.length === 0) {
            return;
        }
        if (!isPresent(() => task.inputs.taskRoleArn)) {
            report(`${execOnFor(launchers)}, but there is no task role.`);
        } else if (hasOneRole(stack, task)) {
            report(`${execOnFor(launchers)}, and its task role is also its execution role.`);
        }
    },
});

/** Whether task role and execution role are the same, by what is written or by where it leads. */
function hasOneRole(stack: Stack, task: Node<TaskDefinition>): boolean {
    return either(
        () => task.inputs.taskRoleArn === task.inputs.executionRoleArn,
        () => {
            const taskRole = stack.target(task, "taskRoleArn", Role).node;
            const executionRole = stack.target(task, "executionRoleArn", Role).node;
            return taskRole !== undefined && taskRole === executionRole;
        },
    );
}
