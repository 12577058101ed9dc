import { fsbp } from "../../lib/frameworks";
import { resourcePolicy } from "../../lib/policy";
import { Cluster } from "../../lib/resources";

const NAME = "containerInsights";

export default resourcePolicy({
    resource: Cluster,
    displayName: "Container Insights",
    description: "Clusters must have Container Insights on.",
    rationale:
        "Without its metrics and logs, failing and misused containers are noticed late and cannot be explained afterwards.",
    severity: "medium",
    framework: fsbp("ECS.12"),
    remediationSteps:
        'Set `containerInsights` to "enabled" or "enhanced" in the `settings` of the cluster (in aws-native `clusterSettings`): `{ name: "containerInsights", value: "enabled" }`.',
    notes: [
        "The metrics cost money in CloudWatch. An account default (`aws.ecs.AccountSettingDefault`) is not seen: say it on the cluster.",
    ],
    config: {
        value: {
            type: "string",
            enum: ["enabled", "enhanced"],
            default: "enabled",
            description: "What the repair writes. Both values are always accepted.",
        },
    },
    validate(cluster, { report }) {
        const on = cluster.settings.some(
            (setting) => setting.name === NAME && (setting.value === "enabled" || setting.value === "enhanced"),
        );
        if (!on) {
            report("Container Insights is off.");
        }
    },
    remediate(cluster, { config }) {
        const rewritten = cluster.settings.some(
            (setting) => setting.name === NAME && ((setting.value = config.value), true),
        );
        if (!rewritten) {
            cluster.settings.push({ name: NAME, value: config.value });
        }
    },
});
