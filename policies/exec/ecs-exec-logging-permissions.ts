import { ecsGuide } from "../../lib/frameworks";
import { Need, permissionsOf, taskRoleOf } from "../../lib/iam";
import { eachExecCluster, EXEC_ON, isForExec } from "../../lib/launch";
import { arnOfBucket, arnOfLogGroup, bucketLetsIn } from "../../lib/logs";
import { stackPolicy, stackWith } from "../../lib/policy";
import { Cluster, Role, TaskDefinition } from "../../lib/resources";
import { Node, Stack } from "../../lib/stack";
import { each, isPresent, known } from "../../lib/unknown";
import { quote } from "../../lib/words";

export default stackPolicy({
    subject: TaskDefinition,
    where: [EXEC_ON, stackWith(Role)],
    displayName: "Logging permissions of the task role",
    description: "The task role must allow the logging of sessions where ECS Exec is on.",
    rationale:
        "The agent in the container writes the log of a session with the task role. Without the permissions sessions fail to open or leave no trace.",
    severity: "high",
    framework: ecsGuide("Monitor Amazon ECS containers with ECS Exec", "ecs-exec"),
    remediationSteps:
        "Allow the actions in a policy of the task role, `logs:DescribeLogGroups` and `s3:GetBucketLocation` on `*`, the others on the log group or bucket.",
    notes:
        "What is needed follows from the exec configuration of the cluster: `OVERRIDE` with a log group needs four `logs` actions, with a bucket three `s3` actions, `DEFAULT` the four `logs` actions, since it logs as the `awslogs` driver does (without that driver nothing is kept, which `ecs-exec-default-log-driver` reports), `NONE` nothing. Where log group and bucket are known, the actions have to be allowed there: for a log group on its ARN with `:*`, for objects of a bucket under the `s3KeyPrefix`. `logs:DescribeLogGroups` and `s3:GetBucketLocation`, which the examples of AWS allow on `*`, may be allowed anywhere. " +
        "All policies of a role count, with its permissions boundary. What the policy of the bucket allows to the role by name or to everyone counts, too, where that policy is in the stack: as a `BucketPolicy` or as `policy` of the bucket. A policy that cannot be read, a role or cluster of another stack, and a Deny with a condition or on some resources decide nothing. " +
        "A task definition without task role is reported by `ecs-exec-task-role`.",
    validate(task, { stack, report }) {
        const role = isForExec(stack, task) ? taskRoleOf(stack, task) : undefined;
        if (!role) {
            return;
        }
        const permissions = permissionsOf(stack, role);
        eachExecCluster(stack, task, (cluster) => {
            each(destinationsOf(stack, cluster, role), ({ name, needs }) => {
                const shortfall = permissions.shortfall(needs);
                if (shortfall) {
                    report(
                        `Cluster ${quote(cluster.name)} logs sessions to ${name}, but task role ${quote(role.name)} ${shortfall}.`,
                    );
                }
            });
        });
    },
});

interface Destination {
    readonly name: string;
    readonly needs: readonly Need[];
}

/** Where a cluster logs sessions (EX-60, EX-70, EX-71). */
function destinationsOf(stack: Stack, cluster: Node<Cluster>, role: Node<Role>): readonly Destination[] {
    switch (cluster.inputs.logging) {
        case "DEFAULT":
            return [{ ...cloudWatch(undefined), name: "CloudWatch Logs by `DEFAULT`" }];
        case "OVERRIDE":
            return [
                ...(isPresent(() => cluster.inputs.logGroupName) ? [cloudWatch(arnOfLogGroup(stack, cluster))] : []),
                ...(isPresent(() => cluster.inputs.bucketName) ? [s3(stack, cluster, role)] : []),
            ];
        default:
            return [];
    }
}

const cloudWatch = (group: string | undefined): Destination => ({
    name: "CloudWatch Logs",
    needs: [
        { actions: ["logs:DescribeLogGroups"] },
        {
            actions: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
            on: group && `${group}:*`,
        },
    ],
});

function s3(stack: Stack, cluster: Node<Cluster>, role: Node<Role>): Destination {
    const bucket = arnOfBucket(stack, cluster);
    const prefix = known(() => cluster.inputs.bucketPrefix, undefined) ?? "";
    const needs: readonly Need[] = [
        { actions: ["s3:GetBucketLocation"] },
        { actions: ["s3:GetEncryptionConfiguration"], on: bucket },
        { actions: ["s3:PutObject"], on: bucket && `${bucket}/${prefix}*` },
    ];
    return {
        name: "Amazon S3",
        needs: needs.map((need) => ({
            ...need,
            isLetIn: (action) => bucketLetsIn(stack, cluster, role, action, need.on),
        })),
    };
}
