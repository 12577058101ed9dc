import { eachStatement } from "../../lib/document";
import { EXEC_GUIDE } from "../../lib/frameworks";
import { resourcePolicy } from "../../lib/policy";
import { PolicyDocuments } from "../../lib/resources";
import { proven } from "../../lib/unknown";
import { code } from "../../lib/words";

const ACTIONS = ["ecs:RunTask", "ecs:StartTask", "ecs:CreateService", "ecs:UpdateService"];
const EXEC = { key: "ecs:enable-execute-command", value: "true" };

export default resourcePolicy({
    resource: PolicyDocuments,
    displayName: "Launches without ECS Exec",
    description: "A statement that allows tasks and services to be started must do so only while ECS Exec is off.",
    rationale:
        "Whoever may start a task with ECS Exec on may have commands executed in it, whatever the services of the program say.",
    severity: "low",
    level: "disabled",
    framework: EXEC_GUIDE,
    remediationSteps:
        'Add a Deny of the actions where `ecs:enable-execute-command` is `true`, or allow them in a statement of their own with the condition `StringEquals: { "ecs:enable-execute-command": "false" }`.',
    notes: [
        "Disabled by default: it fits accounts in which nobody, or only the pipeline, is to use ECS Exec. `ecs:RunTask` and `ecs:StartTask` apply to task definitions, the other two to services: a statement on other resources allows none of them. `ecs:CreateDaemon` and `ecs:UpdateDaemon` are not judged; deny them too where nobody is to use ECS Exec. A Deny in the same document counts; so do the operators `Bool` and `StringNotEquals`, and each with `IfExists`.",
    ],
    validate({ documents }, { report }) {
        eachStatement(documents, (statement, policy, title) => {
            const allowed = proven(ACTIONS, (action) => policy.admits(statement, action, EXEC));
            if (allowed.length > 0) {
                report(`${title} allows ${code(allowed)} with ECS Exec on.`);
            }
        });
    },
});
