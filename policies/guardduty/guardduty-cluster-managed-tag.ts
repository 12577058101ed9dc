import { RUNTIME_MONITORING_GUIDE } from "../../lib/frameworks";
import { resourcePolicy } from "../../lib/policy";
import { Cluster } from "../../lib/resources";
import { EffectiveTags } from "../../lib/tags";

const KEY = "GuardDutyManaged";

export default resourcePolicy({
    resource: Cluster,
    displayName: "Clusters monitored by GuardDuty",
    description: `Clusters must not be left out of what GuardDuty monitors, which the tag \`${KEY}\` decides.`,
    rationale:
        "The tag steers the monitoring of a cluster. Set to `false` it stops all runtime events of that cluster, and an intruder in a " +
        "container goes unnoticed.",
    severity: "high",
    framework: RUNTIME_MONITORING_GUIDE,
    remediationSteps: `Set the tag \`${KEY}\` of the cluster to "true" and restart the tasks that are already running. Where GuardDuty covers the whole account, set \`mode: "account"\` for this policy in the configuration of the pack and leave the tag out. To leave a cluster unmonitored, add it to \`exempt\`; without GuardDuty use \`presets/without-guardduty.json\`.`,
    notes: [
        'The key is compared exactly, default tags of the provider count. A tag that an `aws.ecs.Tag` resource adds to the ARN of the cluster is not seen: say it on the cluster, or exempt it. The repair adds "true" where the tag is missing in mode `cluster`; it leaves "false" alone, which somebody chose. The tag starts the agent in new tasks, and its cost. Tasks on ECS Managed Instances are never monitored: GuardDuty does not support them, whatever the tag says.',
    ],
    config: {
        mode: {
            type: "string",
            enum: ["cluster", "account"],
            default: "cluster",
            description:
                "What includes a cluster: its tag (`cluster`), or automated agent management of the whole account, so that the tag can " +
                "only exclude it (`account`).",
        },
    },
    validate(cluster, { config, provider, report }) {
        const tags = new EffectiveTags(cluster, provider);
        const value = tags.value(KEY);
        if (value === "false") {
            report(`The tag \`${KEY}\` is "false", which stops all runtime events of the cluster.`);
        } else if (value === undefined && config.mode === "cluster") {
            report(`The tag \`${KEY}\` is missing.`);
        } else if (value !== undefined && value !== "true") {
            report(`The value of the tag \`${KEY}\` is neither "true" nor "false".`);
        }
    },
    remediate(cluster, { provider }) {
        if (new EffectiveTags(cluster, provider).value(KEY) === undefined) {
            cluster.tags.set(KEY, "true");
            cluster.tagsAll?.set(KEY, "true");
        }
    },
});
