import { EXEC_GUIDE } from "../../lib/frameworks";
import { resourcePolicy } from "../../lib/policy";
import { Cluster } from "../../lib/resources";
import { isPresent } from "../../lib/unknown";

const OVERRIDE = "OVERRIDE";

export default resourcePolicy({
    resource: Cluster,
    displayName: "Destination of ECS Exec session logs",
    description: "An exec configuration must name a log group or bucket if and only if its `logging` is `OVERRIDE`.",
    rationale:
        "AWS refuses one without the other. A cluster that got past that would log sessions nowhere, or not where somebody looks for them.",
    severity: "high",
    framework: EXEC_GUIDE,
    remediationSteps:
        'Set `logging: "OVERRIDE"` and name `cloudWatchLogGroupName`, `s3BucketName` or both in `logConfiguration`; otherwise remove `logConfiguration` and set `logging: "DEFAULT"`.',
    notes: [
        "The repair sets `OVERRIDE` where a destination is there; it cannot invent one. The task role then needs the permissions for that destination, which `ecs-exec-logging-permissions` judges.",
    ],
    validate(cluster, { report }) {
        const hasDestination =
            cluster.hasLogConfiguration &&
            (isPresent(() => cluster.logGroupName) || isPresent(() => cluster.bucketName));
        if (hasDestination !== (cluster.logging === OVERRIDE)) {
            report(
                hasDestination
                    ? "A destination for session logs is named, but `logging` is not `OVERRIDE`."
                    : "`logging` is `OVERRIDE`, but neither a log group nor a bucket is named.",
            );
        }
    },
    remediate(cluster) {
        cluster.logging = OVERRIDE;
    },
});
