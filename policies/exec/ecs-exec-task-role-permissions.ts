import { ecsGuide } from "../../lib/frameworks";
import { permissionsOf, SESSIONS } from "../../lib/iam";
import { EXEC_ON, execOnFor, execLaunchersOf, execTaskRoleOf } from "../../lib/exec";
import { stackPolicy, stackWith } from "../../lib/policy";
import { Role, TaskDefinition } from "../../lib/resources";
import { quote } from "../../lib/words";

export default stackPolicy({
    subject: TaskDefinition,
    where: [EXEC_ON, stackWith(Role)],
    displayName: "Session permissions of the task role",
    description: "The task role must allow the four `ssmmessages` actions where ECS Exec is on.",
    rationale:
        "The agent in the container opens its channels to Session Manager with the task role. Without the permissions the feature is on and no session can be opened.",
    severity: "high",
    framework: ecsGuide("Amazon ECS task IAM role", "task-iam-roles"),
    remediationSteps:
        "Allow the actions on `*` in a policy of the task role, with no Deny or permissions boundary that overrides them.",
    notes: [
        "Reported once for a task definition, however many services use it.",
        "These actions do not support resource-level permissions: a statement that allows them on anything but `*` allows nothing.",
        "All policies of a role count: inline, attached, in the stack and of AWS, with its permissions boundary.",
        "A policy that cannot be read, a role of another stack, and a Deny with a condition or on some resources decide nothing.",
        "A task definition without task role is reported by `ecs-exec-task-role`.",
    ],
    validate(task, { stack, report }) {
        const role = execTaskRoleOf(stack, task);
        const shortfall = role && permissionsOf(stack, role).shortfall([SESSIONS]);
        if (shortfall) {
            report(`${execOnFor(execLaunchersOf(stack, task))}, but task role ${quote(role.name)} ${shortfall}.`);
        }
    },
});
