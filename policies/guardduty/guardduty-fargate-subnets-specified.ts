import { RUNTIME_MONITORING_PREREQUISITES } from "../../lib/frameworks";
import { isFargate } from "../../lib/launch";
import { resourcePolicy } from "../../lib/policy";
import { Launchers } from "../../lib/resources";
import { isPresent } from "../../lib/unknown";

export default resourcePolicy({
    resource: Launchers,
    displayName: "Subnets for tasks on Fargate",
    description: "What starts tasks on Fargate must say in which subnets.",
    rationale:
        "Tasks on Fargate run in `awsvpc` mode, each with a network interface in a subnet, through which GuardDuty's agent is pulled and sends its events. Without subnets ECS refuses to start them.",
    severity: "medium",
    framework: RUNTIME_MONITORING_PREREQUISITES,
    remediationSteps: "Set `subnets` in the network configuration to subnets from which the tasks can reach ECR.",
    notes: [
        "The guide asks for the subnets in the task definition, which has no place for them; they belong to what starts the tasks.",
        "Fargate that a service inherits from the default strategy of its cluster, and tasks in `awsvpc` mode on EC2, are not judged. Whether the subnets lead to ECR is judged by [`guardduty-agent-image-reachable`](guardduty-agent-image-reachable.md).",
    ],
    validate(launcher, { report }) {
        if (!isPresent(() => launcher.subnets) && isFargate(launcher)) {
            report("No subnets are given for tasks on Fargate.");
        }
    },
});
