import { EXEC_GUIDE } from "../../lib/frameworks";
import { resourcePolicy } from "../../lib/policy";
import { Cluster } from "../../lib/resources";
import { isPresent } from "../../lib/unknown";

export default resourcePolicy({
    resource: Cluster,
    displayName: "Encrypted ECS Exec session logs in S3",
    description: "An exec configuration that names a bucket must require the logs in it to be encrypted.",
    rationale:
        "Session logs hold whatever the commands printed, credentials included. Without the flag the agent writes them to the bucket whether or not it is encrypted.",
    severity: "medium",
    level: "advisory",
    framework: EXEC_GUIDE,
    remediationSteps:
        "Set `s3BucketEncryptionEnabled: true` (in aws-native `s3EncryptionEnabled`), and allow the task role `s3:GetEncryptionConfiguration` on the bucket.",
    notes: [
        "With the flag the agent reads how the bucket is encrypted before each session, and refuses the session where it is not or where the task role may not look.",
        "Judges what the exec configuration names, whatever its `logging`: a bucket without `OVERRIDE` is reported by `ecs-exec-log-destination`.",
        "The bucket itself is not judged; S3 encrypts new buckets by default.",
        "Before a repair, allow the task roles `s3:GetEncryptionConfiguration` on the bucket; `ecs-exec-logging-permissions` tells which lack it.",
    ],
    validate(cluster, { report }) {
        if (isPresent(() => cluster.bucketName) && !cluster.bucketEncrypted) {
            report("The exec configuration names a bucket but does not require encryption there.");
        }
    },
    remediate(cluster) {
        cluster.bucketEncrypted = true;
    },
});
