import { eachStatement, PolicyDocument, Statement } from "../../lib/document";
import { EXEC_GUIDE } from "../../lib/frameworks";
import { resourcePolicy } from "../../lib/policy";
import { PolicyDocuments } from "../../lib/resources";
import { both, each, proven } from "../../lib/unknown";
import { quote } from "../../lib/words";

const ACTION = "ecs:ExecuteCommand";
const TAG_KEY = /^(?:aws|ecs):resourcetag\//;

/** What is wrong with a statement, in the order of reporting. */
const FACTS: readonly ((
    statement: Statement,
    policy: PolicyDocument,
    protectedContainers: readonly string[],
) => string | undefined)[] = [
    (statement, policy) =>
        both(
            () => statement.isOnAll,
            () => !statement.isConditional,
            () => policy.admits(statement, ACTION),
        )
            ? `allows \`${ACTION}\` on all resources without a condition`
            : undefined,
    (statement, policy, protectedContainers) => {
        const names = proven(protectedContainers, (value) =>
            policy.admits(statement, ACTION, { key: "ecs:container-name", value }),
        );
        return names.length > 0
            ? `allows \`${ACTION}\` in protected containers: ${names.map(quote).join(", ")}`
            : undefined;
    },
    (statement) =>
        both(
            () => statement.names(ACTION),
            () => statement.conditions.some(({ key }) => TAG_KEY.test(key)),
            () => !statement.suits(ACTION),
        )
            ? "has a condition on tags, but is on neither clusters nor tasks, so that it never applies to `ecs:ExecuteCommand`"
            : undefined,
];

export default resourcePolicy({
    resource: PolicyDocuments,
    displayName: "Restricted callers of ECS Exec",
    description:
        "A statement that allows `ecs:ExecuteCommand` must be restricted to certain tasks, by its resources or by a condition.",
    rationale:
        "Commands run as root in the container, with the credentials of the task. Whoever may execute them everywhere has all that any task of the account has.",
    severity: "high",
    level: "advisory",
    framework: EXEC_GUIDE,
    remediationSteps:
        "Name clusters and tasks in `Resource`, or add a condition on `ecs:cluster`, `ecs:container-name`, `ecs:ResourceTag/…` or `aws:ResourceTag/…`; for a protected container add a Deny with `ecs:container-name`.",
    notes: [
        "The condition keys that work for the action are `aws:ResourceTag/…` and `ecs:ResourceTag/…` of cluster and task, `ecs:cluster`, `ecs:task`, `ecs:container-name` and `ecs:enable-execute-command`.",
        "A request holds only cluster and task, so only their tags are looked at: a statement on other resources with a condition on tags never applies to the action, which is reported too.",
        "A Deny in the same document takes an Allow back: without condition if it is on all its tasks or on all its clusters, for a protected container if it has a condition on `ecs:container-name` and is on some of them. For example, a statement that allows the action on the tasks of one cluster where the tag `environment` is `development` passes.",
        "An action by a wildcard counts, unless the statement is on neither clusters nor tasks: administrators are reported too, and may be exempt.",
    ],
    config: {
        protectedContainers: {
            type: "array",
            items: { type: "string" },
            default: [],
            description:
                "Names of containers that every Allow has to exclude, by a condition on `ecs:container-name` or by a Deny in the same document.",
        },
    },
    validate({ documents }, { config, report }) {
        eachStatement(documents, (statement, policy, title) => {
            each(FACTS, (factOf) => {
                const fact = factOf(statement, policy, config.protectedContainers);
                if (fact !== undefined) {
                    report(`${title} ${fact}.`);
                }
            });
        });
    },
});
