import { EXEC_GUIDE } from "../../lib/frameworks";
import { resourcePolicy } from "../../lib/policy";
import { Cluster } from "../../lib/resources";
import { isPresent } from "../../lib/unknown";

export default resourcePolicy({
    resource: Cluster,
    displayName: "Own KMS key for ECS Exec sessions",
    description: "An exec configuration must name a KMS key for the sessions.",
    rationale:
        "Sessions are protected by TLS 1.2. A key of your own encrypts them a second time from the client to the container, and the key's policy and log say who could read them.",
    severity: "medium",
    level: "advisory",
    framework: EXEC_GUIDE,
    remediationSteps:
        "Set `kmsKeyId` of the exec configuration, and allow `kms:Decrypt` on the key to the task roles and `kms:GenerateDataKey` to those who open sessions.",
    notes: [
        "Clusters without an exec configuration are not judged. With a key, `ecs-exec-kms-permissions` asks what the task roles may do, `ecs-exec-caller-kms-permissions` what the callers may do, and `ecs-exec-session-endpoints` for an endpoint of KMS where the tasks reach AWS through endpoints.",
    ],
    validate(cluster, { report }) {
        if (cluster.hasExecuteCommand && !isPresent(() => cluster.kmsKeyId)) {
            report("The exec configuration names no KMS key.");
        }
    },
});
