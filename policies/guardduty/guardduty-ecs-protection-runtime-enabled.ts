import { fsbp } from "../../lib/frameworks";
import { resourcePolicy } from "../../lib/policy";
import { Features } from "../../lib/resources";
import { isRuntimeMonitoring } from "../../lib/runtimeMonitoring";
import { both } from "../../lib/unknown";

export default resourcePolicy({
    resource: Features,
    where: [
        { words: "of Runtime Monitoring", holds: isRuntimeMonitoring },
        { words: "where `mode` is `account`", holds: (_, { mode }) => mode === "account" },
    ],
    displayName: "GuardDuty agent on Fargate",
    description: "Runtime Monitoring must manage the agent on Fargate.",
    rationale:
        "On Fargate nobody but GuardDuty can add the agent to a task. Without automated agent configuration Runtime Monitoring is on and " +
        "sees no Fargate task.",
    severity: "medium",
    framework: fsbp("GuardDuty.12"),
    remediationSteps:
        'In `additionalConfigurations`, set `ECS_FARGATE_AGENT_MANAGEMENT` to `status: "ENABLED"` (for an organization `autoEnable: "ALL"` or "NEW"). Where clusters are included one by one by their tag, set `mode: "cluster"` for this policy in the configuration of the pack instead.',
    notes: [
        "Not repaired: it covers the whole account and costs money. Where clusters are included one by one by their tag, set `mode` to `cluster` here and in `guardduty-cluster-managed-tag`. Clusters with EC2 capacity need `EC2_AGENT_MANAGEMENT` besides, which is not judged: the capacity may be in another stack.",
    ],
    config: {
        mode: {
            type: "string",
            enum: ["account", "cluster"],
            default: "account",
            description:
                "Whether the whole account is covered (`account`), or clusters are included one by one, so that the policy does not apply " +
                "(`cluster`).",
        },
    },
    validate(feature, { report }) {
        const isManaged = feature.additionalConfigurations.some((agent) =>
            both(
                () => agent.name === "ECS_FARGATE_AGENT_MANAGEMENT",
                () => agent.isOn,
            ),
        );
        if (!isManaged) {
            report("GuardDuty does not manage its agent on Fargate.");
        }
    },
});
