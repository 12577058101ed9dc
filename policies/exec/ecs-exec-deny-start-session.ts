import { eachStatement, PolicyDocument, Statement, TASKS } from "../../lib/document";
import { EXEC_GUIDE } from "../../lib/frameworks";
import { resourcePolicy } from "../../lib/policy";
import { PolicyDocuments } from "../../lib/resources";
import { both } from "../../lib/unknown";

const ACTION = "ssm:StartSession";

export default resourcePolicy({
    resource: PolicyDocuments,
    displayName: "No sessions past ECS Exec",
    description: "An IAM document must not leave `ssm:StartSession` allowed on ECS tasks.",
    rationale:
        "Sessions that are started with Session Manager and not with `execute-command` are not logged, and they count against the quota of sessions.",
    severity: "medium",
    level: "advisory",
    framework: EXEC_GUIDE,
    remediationSteps:
        "Name in `Resource` the instances that sessions are for, or deny `ssm:StartSession` on the tasks of the clusters, for example on `arn:aws:ecs:*:*:task/<cluster>/*`, or on those with a tag by a condition on `aws:ResourceTag/…`.",
    notes: [
        "A resource `*` is on tasks too. An Allow with a condition is restricted already and not reported. Whatever Deny of the action on the same tasks is in the document counts, by cluster or by tag; a Deny in another document of the same user is not seen. A Deny by tag works only if tasks have the tag: set `propagateTags` of their services.",
    ],
    validate({ documents }, { report }) {
        eachStatement(documents, (statement, policy, title) => {
            const isOpen = both(
                () => statement.isAllow,
                () => statement.covers(ACTION),
                () => !statement.isConditional,
                () => statement.someOn(TASKS, (pattern) => !isDenied(policy, statement, pattern)),
            );
            if (isOpen) {
                report(`${title} allows \`${ACTION}\` on tasks, and no statement denies it there.`);
            }
        });
    },
});

/** Whether some statement denies sessions with tasks of a pattern that another one is on. */
function isDenied(policy: PolicyDocument, allow: Statement, pattern: string): boolean {
    const denies = (statement: Statement): boolean =>
        both(
            () => statement.isDeny,
            () => statement.covers(ACTION),
            () => statement.someOn(pattern, (part) => allow.isOn(part)),
        );
    return policy.statements.some(denies);
}
