import { fsbp } from "../../lib/frameworks";
import { resourcePolicy } from "../../lib/policy";
import { TaskSet } from "../../lib/resources";

export default resourcePolicy({
    resource: TaskSet,
    displayName: "No public IP addresses for task sets",
    description: "Task sets must not assign public IP addresses to their tasks.",
    rationale: "A public address makes the containers reachable from the internet, often without anybody intending it.",
    severity: "high",
    framework: fsbp("ECS.16"),
    remediationSteps:
        'Set `assignPublicIp` in the network configuration to `false` (in aws-native "DISABLED") and give the subnets a route to a NAT gateway, or VPC endpoints.',
    notes: [
        "The repair is for new task sets. An existing one, of which AWS lets only the scale be changed, would be replaced; then Pulumi drops the repair, and the policy blocks.",
    ],
    validate(taskSet, { report }) {
        if (taskSet.assignPublicIp) {
            report("Tasks get a public IP address.");
        }
    },
    repairNeeds:
        "another path from the tasks to their image registry, logs and secrets; without one they no longer start",
    remediate(taskSet) {
        taskSet.assignPublicIp = false;
    },
});
