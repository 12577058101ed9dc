import { EXEC_GUIDE } from "../../lib/frameworks";
import { permissionsOf } from "../../lib/iam";
import { mayUse, sessionKeyOf } from "../../lib/kms";
import { eachExecCluster, ENCRYPTS_SESSIONS, encryptsSessions, EXEC_ON, execTaskRoleOf } from "../../lib/exec";
import { stackPolicy, stackWith } from "../../lib/policy";
import { Role, TaskDefinition } from "../../lib/resources";
import { quote } from "../../lib/words";

export default stackPolicy({
    subject: TaskDefinition,
    where: [EXEC_ON, ENCRYPTS_SESSIONS, stackWith(Role)],
    displayName: "Key permission of the task role",
    description: "The task role must be allowed `kms:Decrypt` on the key that encrypts sessions.",
    rationale:
        "With a key of your own both ends of a session have to use it. Where the task role may not decrypt with it, no session can be opened.",
    severity: "medium",
    framework: EXEC_GUIDE,
    remediationSteps:
        "Allow `kms:Decrypt` on the ARN of the key in a policy of the task role, with no Deny or permissions boundary that overrides it.",
    notes: [
        "Judged where the exec configuration of the cluster names a key.",
        "The key policy counts if it allows the action to the role by name or to everyone, and so does a grant with `Decrypt` for the role; a key policy that allows it to the account leaves it to the policies of the role.",
        "For a key outside the stack grants and key policies of this stack count, too; what is allowed elsewhere is not seen. Of a multi-Region key each replica is a key of its own.",
        "A policy that cannot be read, a role or cluster of another stack, and a Deny with a condition or on some resources decide nothing.",
        "A task definition without task role is reported by `ecs-exec-task-role`.",
    ],
    validate(task, { stack, report }) {
        const role = execTaskRoleOf(stack, task);
        if (!role) {
            return;
        }
        const principal = { node: role, permissions: permissionsOf(stack, role) };
        eachExecCluster(stack, task, (cluster) => {
            if (!encryptsSessions(cluster.inputs)) {
                return;
            }
            const key = sessionKeyOf(stack, cluster);
            if (!mayUse(stack, principal, key, "Decrypt")) {
                const obstacle = principal.permissions.obstacleTo("kms:Decrypt", key.arn);
                report(
                    `Cluster ${quote(cluster.name)} encrypts sessions, but task role ${quote(role.name)} does not allow \`kms:Decrypt\` on ${key.arn ? `\`${key.arn}\`` : "the key"}${obstacle}.`,
                );
            }
        });
    },
});
