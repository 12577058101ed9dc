import { fsbp } from "../../lib/frameworks";
import { resourcePolicy } from "../../lib/policy";
import { TaskDefinition } from "../../lib/resources";
import { known } from "../../lib/unknown";
import { quote } from "../../lib/words";

export default resourcePolicy({
    resource: TaskDefinition,
    displayName: "Encrypted EFS traffic",
    description: "EFS volumes must be encrypted in transit.",
    rationale: "Without encryption in transit, files travel between the task and the file system as they are.",
    severity: "medium",
    framework: fsbp("ECS.18"),
    remediationSteps: 'Set `efsVolumeConfiguration.transitEncryption: "ENABLED"` on the volume.',
    notes: [
        "The repair is for new task definitions. An existing one would get a new revision by it; then Pulumi drops the repair, and the policy blocks.",
    ],
    validate(task, { report }) {
        eachUnencrypted(task, (_, volume) => report(`${volumeTitle(volume)} is not encrypted in transit.`));
    },
    remediate(task) {
        eachUnencrypted(task, (efs) => (efs.transitEncryption = "ENABLED"));
    },
});

interface Volume {
    readonly index: number;
    readonly name?: string;
}

function eachUnencrypted(
    task: TaskDefinition,
    visit: (efs: { transitEncryption?: string }, volume: Volume) => void,
): void {
    task.volumes.each((volume) => {
        const { efsVolumeConfiguration: efs } = volume;
        if (efs && efs.transitEncryption !== "ENABLED") {
            visit(efs, volume);
        }
    });
}

/** How a message calls a volume: by its name, or by its place where the name is missing or not known. */
function volumeTitle(volume: Volume): string {
    const name = known(() => volume.name ?? "", undefined);
    return name
        ? `EFS volume ${quote(name)}`
        : `Volume ${volume.index + 1} (${name === undefined ? "whose name is not known yet" : "without a name"}), on EFS,`;
}
