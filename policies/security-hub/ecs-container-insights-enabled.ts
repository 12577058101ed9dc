import { fsbp } from "../../lib/frameworks";
import { resourcePolicy } from "../../lib/policy";
import { Cluster } from "../../lib/resources";

const NAME = "containerInsights";
const ON = ["enabled", "enhanced"] as const;

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
            enum: ON,
            default: "enabled",
            description: "What the repair writes. Both values are always accepted.",
        },
    },
    validate(cluster, { report }) {
        const isOn = cluster.settings.some(
            (setting) => setting.name === NAME && ON.some((word) => word === setting.value),
        );
        if (!isOn) {
            report("Container Insights is off.");
        }
    },
    remediate(cluster, { config }) {
        const { value } = config;
        const isRewritten = cluster.settings.some((setting) => {
            const isIt = setting.name === NAME;
            if (isIt) {
                setting.value = value;
            }
            return isIt;
        });
        if (!isRewritten) {
            cluster.settings.push({ name: NAME, value });
        }
    },
});
