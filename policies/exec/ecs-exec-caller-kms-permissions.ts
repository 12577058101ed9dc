import { PolicyDocument } from "../../lib/document";
import { EXEC_GUIDE } from "../../lib/frameworks";
import { principalsWith } from "../../lib/iam";
import { mayUse, sessionKeyOf } from "../../lib/kms";
import { ENCRYPTS_SESSIONS, encryptsSessions, EXEC_ON } from "../../lib/exec";
import { nodeTitle } from "../../lib/node";
import { stackPolicy } from "../../lib/policy";
import { Cluster, PolicyDocuments } from "../../lib/resources";
import { both, each, known } from "../../lib/unknown";
import { quote, listSome } from "../../lib/words";

const ACTION = "ecs:ExecuteCommand";

export default stackPolicy({
    subject: PolicyDocuments,
    where: [EXEC_ON, ENCRYPTS_SESSIONS],
    displayName: "Key permission of the callers",
    description:
        "Whoever is allowed `ecs:ExecuteCommand` must be allowed `kms:GenerateDataKey` on the key that encrypts sessions.",
    rationale:
        "With a key of your own both ends of a session have to use it. A caller who may not generate a data key with it cannot open a session.",
    severity: "low",
    framework: EXEC_GUIDE,
    remediationSteps:
        "Allow `kms:GenerateDataKey` on the ARN of the key to the same users, groups or roles, with no Deny or permissions boundary that overrides it.",
    notes: [
        "Judged if some cluster of the stack names a key; one key of several is enough.",
        "All policies of a role, user or group of the stack count, with the groups of a user, the key policies and grants of the stack.",
        "A statement on neither clusters nor tasks allows no commands.",
        "Callers usually live elsewhere: a document that no principal of the stack has is not judged.",
        "The recommendation of AWS is to name the ARN of the key.",
    ],
    validate(subject, { stack, report }) {
        const clusters = stack.all(Cluster).filter(({ inputs }) => known(() => encryptsSessions(inputs), true));
        const mayExecute = ({ policy }: { policy?: PolicyDocument }): boolean =>
            policy?.statements.some((statement) => policy.admits(statement, ACTION)) ?? false;
        if (clusters.length === 0 || !subject.inputs.documents.some(mayExecute)) {
            return;
        }
        each(principalsWith(stack, subject), (principal) => {
            const { node, permissions } = principal;
            const cannot = both(
                () => permissions.allowsSome(ACTION),
                ...clusters.map(
                    (cluster) => () =>
                        encryptsSessions(cluster.inputs) &&
                        !mayUse(stack, principal, sessionKeyOf(stack, cluster), "GenerateDataKey"),
                ),
            );
            if (cannot) {
                const keys = clusters.map(({ name }) => `of cluster ${quote(name)}`);
                const obstacles = clusters.map((cluster) =>
                    permissions.obstacleTo("kms:GenerateDataKey", sessionKeyOf(stack, cluster).arn),
                );
                const [obstacle = "", ...others] = new Set(obstacles);
                report(
                    `The ${nodeTitle(node)} may execute commands, but is not allowed \`kms:GenerateDataKey\` on the key ${listSome(keys, "or")}${others.length > 0 ? "" : obstacle}.`,
                );
            }
        });
    },
});
