import { EXEC_GUIDE } from "../../lib/frameworks";
import { Need, permissionsOf } from "../../lib/iam";
import { eachExecCluster, EXEC_ON, execTaskRoleOf } from "../../lib/exec";
import { bucketLetsIn, bucketOf, logGroupOf } from "../../lib/logs";
import { Node } from "../../lib/node";
import { stackPolicy, stackWith } from "../../lib/policy";
import { Cluster, Role, TaskDefinition } from "../../lib/resources";
import { Stack } from "../../lib/stack";
import { each, isSet, known } from "../../lib/unknown";
import { quote } from "../../lib/words";

export default stackPolicy({
    subject: TaskDefinition,
    where: [EXEC_ON, stackWith(Role)],
    displayName: "Logging permissions of the task role",
    description: "The task role must allow the logging of sessions where ECS Exec is on.",
    rationale:
        "The agent in the container writes the log of a session with the task role. Without the permissions sessions fail to open or leave no trace.",
    severity: "high",
    framework: EXEC_GUIDE,
    remediationSteps:
        "Allow these actions in a policy of the task role: on the ARNs named, else on `<ARN of the log group>:*`, or on the bucket and its objects (`logs:DescribeLogGroups` on `*`), with no Deny or permissions boundary that overrides them.",
    notes: [
        "What is needed follows from the exec configuration of the cluster: `OVERRIDE` with a log group needs four `logs` actions, with a bucket three `s3` actions, `DEFAULT` the four `logs` actions, since it logs as the `awslogs` driver does (without that driver nothing is kept, which `ecs-exec-default-log-driver` reports), `NONE` nothing.",
        "Where log group and bucket are known, the actions have to be allowed there: for a log group on its ARN with `:*`, for the objects of a bucket on those named `ecs-execute-command-*`, after the ids of sessions, in the folder `s3KeyPrefix`.",
        "`logs:DescribeLogGroups`, which the examples of AWS allow on `*`, may be allowed anywhere.",
        "All policies of a role count, with its permissions boundary. What the policy of the bucket allows to the role by name or to everyone counts, too, where that policy is in the stack: as a `BucketPolicy` or as `policy` of the bucket.",
        "A policy that cannot be read, a role or cluster of another stack, and a Deny with a condition or on some resources decide nothing.",
        "A task definition without task role is reported by `ecs-exec-task-role`.",
    ],
    validate(task, { stack, report }) {
        const role = execTaskRoleOf(stack, task);
        if (!role) {
            return;
        }
        const permissions = permissionsOf(stack, role);
        eachExecCluster(stack, task, (cluster) => {
            each(destinationsOf(stack, cluster, role), ({ name, isUsed, needs }) => {
                const shortfall = isUsed() ? permissions.shortfall(needs) : undefined;
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
    /** @throws the SDK's error where that is not known */
    readonly isUsed: () => boolean;
    readonly needs: readonly Need[];
}

/** Where a cluster logs sessions, or may. */
function destinationsOf(stack: Stack, cluster: Node<Cluster>, role: Node<Role>): readonly Destination[] {
    switch (cluster.inputs.logging) {
        case "DEFAULT":
            return [{ name: "the `awslogs` driver (`DEFAULT`)", isUsed: () => true, needs: cloudWatch() }];
        case "OVERRIDE":
            return [
                {
                    name: "CloudWatch Logs",
                    isUsed: () => isSet(() => cluster.inputs.logGroupName, "cloudWatchLogGroupName"),
                    needs: cloudWatch(logGroupOf(stack, cluster)),
                },
                {
                    name: "Amazon S3",
                    isUsed: () => isSet(() => cluster.inputs.bucketName, "s3BucketName"),
                    needs: s3(stack, cluster, role),
                },
            ];
        default:
            return [];
    }
}

const cloudWatch = ({ arn, title }: ReturnType<typeof logGroupOf> = {}): readonly Need[] => [
    { actions: ["logs:DescribeLogGroups"] },
    {
        actions: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
        on: arn && `${arn}:*`,
        title,
    },
];

/** The objects that hold the logs, by the id of their session; any, where the prefix is not known. */
function objectsOf({ bucketPrefix = "" }: Cluster): string {
    const folder = bucketPrefix.replace(/\/+$/, "");
    return `${folder && `${folder}/`}ecs-execute-command-*`;
}

function s3(stack: Stack, cluster: Node<Cluster>, role: Node<Role>): readonly Need[] {
    const { arn, title } = bucketOf(stack, cluster);
    const objects = known(() => objectsOf(cluster.inputs), "*");
    const needs: readonly Need[] = [
        { actions: ["s3:GetBucketLocation", "s3:GetEncryptionConfiguration"], on: arn, title },
        {
            actions: ["s3:PutObject"],
            on: arn && `${arn}/${objects}`,
            title: title && `objects \`${objects}\` of ${title}`,
        },
    ];
    return needs.map((need) => ({
        ...need,
        isLetIn: (...asked) => bucketLetsIn(stack, cluster, role, asked, need.on),
    }));
}
