import { statementTitle } from "../../lib/document";
import { RUNTIME_MONITORING_PREREQUISITES } from "../../lib/frameworks";
import { executionRoleOf, permissionsOf } from "../../lib/iam";
import { isForFargate } from "../../lib/launch";
import { stackPolicy, stackWith } from "../../lib/policy";
import { Role, TaskSettings } from "../../lib/resources";
import { both, each, proven } from "../../lib/unknown";
import { code } from "../../lib/words";

const ACTIONS = ["ecr:BatchCheckLayerAvailability", "ecr:GetDownloadUrlForLayer", "ecr:BatchGetImage"];

export default stackPolicy({
    subject: TaskSettings,
    where: [stackWith(Role)],
    displayName: "Pull permissions by repository",
    description:
        "A statement that lets the execution role of a task on Fargate pull images must name the repositories it is for.",
    rationale:
        "A task definition decides which image runs with the role. Allowed on `*`, it may name any image of the account, and of every account that shares its repositories.",
    severity: "low",
    framework: RUNTIME_MONITORING_PREREQUISITES,
    remediationSteps:
        "In `Resource`, name the repositories of the images and `arn:aws:ecr:*:*:repository/aws-guardduty-agent-fargate`, without which the agent cannot be pulled; keep `ecr:GetAuthorizationToken` on `*` in a statement of its own.",
    notes: [
        "Judges the documents of the program itself, not `AmazonECSTaskExecutionRolePolicy` and other policies of AWS.",
        "A statement with a condition is restricted already and not reported.",
        "The repository of the agent differs from Region to Region: see [Amazon ECR repository hosting the GuardDuty agent](https://docs.aws.amazon.com/guardduty/latest/ug/runtime-monitoring-ecr-repository-gdu-agent.html).",
    ],
    validate(task, { stack, report }) {
        const role = isForFargate(stack, task) ? executionRoleOf(stack, task) : undefined;
        const held = role ? permissionsOf(stack, role).own : [];
        // One that is attached in several ways is said once.
        const documents = new Map(held.map((one) => [`${String(one.holder?.urn)} ${one.title}`, one]));
        each(documents.values(), ({ title, document }) => {
            document().statements.each((statement) => {
                const allowed = proven(ACTIONS, (action) =>
                    both(
                        () => statement.isAllow,
                        () => statement.isOnAll,
                        () => !statement.isConditional,
                        () => statement.covers(action),
                    ),
                );
                if (allowed.length > 0) {
                    report(`${statementTitle(statement)} of ${title} allows ${code(allowed)} on all repositories.`);
                }
            });
        });
    },
});
