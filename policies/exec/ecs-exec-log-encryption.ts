import { EXEC_GUIDE } from "../../lib/frameworks";
import { EXEC_ON } from "../../lib/exec";
import { stackPolicy } from "../../lib/policy";
import { Cluster, LogGroup } from "../../lib/resources";
import { provenAmong } from "../../lib/stack";
import { isPresent } from "../../lib/unknown";
import { quoteSome } from "../../lib/words";

/** A key that AWS manages, by its alias or the ARN of that. */
const AWS_MANAGED = /^(?:arn:.*:)?alias\/aws\//;

const FLAGGED = "asks for encryption with `cloudWatchEncryptionEnabled`";

export default stackPolicy({
    subject: LogGroup,
    where: [EXEC_ON],
    displayName: "Encrypted log group for ECS Exec sessions",
    description:
        "A log group that an exec configuration names with `cloudWatchEncryptionEnabled` must have a customer managed KMS key.",
    rationale:
        "With the flag the agent looks at the log group before each session. Without a key on it no session can be opened.",
    severity: "medium",
    framework: EXEC_GUIDE,
    remediationSteps:
        "Set `kmsKeyId` of the log group to the ARN of an `aws.kms.Key` whose policy lets `logs.<region>.amazonaws.com` use it.",
    notes: [
        "Judges a log group of the stack that some cluster of the stack names in its exec configuration, whatever its `logging`: a log group without `OVERRIDE` is reported by `ecs-exec-log-destination`.",
        "A cluster without the flag writes to the log group as it is, and is not reported.",
        "Sessions fail with the same error where the task role lacks `logs:DescribeLogGroups`, which `ecs-exec-logging-permissions` judges.",
    ],
    validate(group, { stack, report }) {
        const clusters = provenAmong(
            stack.referrers(group, Cluster, "logGroupName"),
            ({ inputs }) => inputs.logGroupEncrypted === true,
        );
        if (clusters.length === 0) {
            return;
        }
        const asker = `the exec configuration of ${quoteSome(clusters.map(({ name }) => name))}`;
        if (!isPresent(() => group.inputs.kmsKeyId)) {
            report(`The log group has no KMS key, although ${asker} ${FLAGGED}.`);
        } else if (AWS_MANAGED.test(group.inputs.kmsKeyId ?? "")) {
            report(`The KMS key of the log group is managed by AWS, although ${asker} ${FLAGGED}.`);
        }
    },
});
