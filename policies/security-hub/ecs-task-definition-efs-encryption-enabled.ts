import { fsbp } from "../../lib/frameworks";
import { resourcePolicy } from "../../lib/policy";
import { TaskDefinition } from "../../lib/resources";
import { quote } from "../../lib/words";

export default resourcePolicy({
    resource: TaskDefinition,
    displayName: "Encrypted EFS traffic",
    description: "EFS volumes must be encrypted in transit.",
    rationale: "Without encryption in transit, files travel between the task and the file system as they are.",
    severity: "medium",
    framework: fsbp("ECS.18"),
    remediationSteps: 'Set `efsVolumeConfiguration.transitEncryption: "ENABLED"` on the volume.',
    validate(task, { report }) {
        eachUnencrypted(task, (_, name) => report(`The EFS volume ${quote(name)} is not encrypted in transit.`));
    },
    remediate(task) {
        eachUnencrypted(task, (efs) => (efs.transitEncryption = "ENABLED"));
    },
});

function eachUnencrypted(
    task: TaskDefinition,
    visit: (efs: { transitEncryption?: string }, name: string) => void,
): void {
    task.volumes.each(({ name = "", efsVolumeConfiguration: efs }) => {
        if (efs && efs.transitEncryption !== "ENABLED") {
            visit(efs, name);
        }
    });
}
