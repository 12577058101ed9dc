import { ANY } from "../../lib/document";
import { RUNTIME_MONITORING_PREREQUISITES } from "../../lib/frameworks";
import { executionRoleOf, permissionsOf } from "../../lib/iam";
import { isForFargate } from "../../lib/launch";
import { Node } from "../../lib/node";
import { stackPolicy, stackWith } from "../../lib/policy";
import { Role, TaskSettings } from "../../lib/resources";
import { Stack } from "../../lib/stack";
import { quote } from "../../lib/words";

const NEEDS = [
    { actions: ["ecr:GetAuthorizationToken"], on: ANY },
    { actions: ["ecr:BatchCheckLayerAvailability", "ecr:GetDownloadUrlForLayer", "ecr:BatchGetImage"] },
];

/** What a role does not allow of the pull; it is the same for all tasks that have the role. */
function shortfallOf(stack: Stack, role: Node<Role>): string | undefined {
    return permissionsOf(stack, role).shortfall(NEEDS);
}

export default stackPolicy({
    subject: TaskSettings,
    where: [stackWith(Role)],
    displayName: "Pull permissions for the GuardDuty agent",
    description: "The execution role of a task on Fargate must allow the pull of the GuardDuty agent from Amazon ECR.",
    rationale:
        "Fargate pulls the agent with the execution role. Without the permissions the agent exits with `CannotPullContainerError`, and the task runs unwatched.",
    severity: "high",
    framework: RUNTIME_MONITORING_PREREQUISITES,
    remediationSteps:
        "Attach `AmazonECSTaskExecutionRolePolicy` to the execution role or allow the actions in a policy of its own (`ecr:GetAuthorizationToken` on `*`), with no Deny or permissions boundary that overrides them, then restart the tasks.",
    notes: [
        "All policies of a role count: inline, attached, in the stack and of AWS, with its permissions boundary.",
        "`AmazonEC2ContainerRegistryPullOnly` does not allow `ecr:BatchCheckLayerAvailability`.",
        "A Deny without condition on all resources wins; with a condition or on some resources it decides nothing, as does a policy that cannot be read or a role of another stack.",
        "On which repositories the actions are allowed is not judged, but `ecr:GetAuthorizationToken` does not support resource-level permissions: a statement that allows it on anything but `*` allows nothing.",
        "A task definition without execution role is reported by `guardduty-fargate-execution-role`.",
        "If the agent still fails after a restart, see [the steps that AWS lists](https://docs.aws.amazon.com/guardduty/latest/ug/gdu-assess-coverage-ecs.html).",
    ],
    validate(task, { stack, report }) {
        const role = isForFargate(stack, task) ? executionRoleOf(stack, task) : undefined;
        const shortfall = role && stack.remember(shortfallOf, role);
        if (shortfall) {
            report(`Execution role ${quote(role.name)} ${shortfall}.`);
        }
    },
});
