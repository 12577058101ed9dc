import { fsbp } from "../../lib/frameworks";
import { resourcePolicy } from "../../lib/policy";
import { CapacityProvider } from "../../lib/resources";

export default resourcePolicy({
    resource: CapacityProvider,
    where: [
        {
            words: "with an Auto Scaling group",
            holds: ({ autoScalingGroupProvider }) => autoScalingGroupProvider !== undefined,
        },
    ],
    displayName: "Managed termination protection",
    description:
        "Capacity providers with an Auto Scaling group must protect instances with running tasks from termination.",
    rationale: "Scaling in without this protection ends instances on which tasks still run, and the tasks with them.",
    severity: "medium",
    framework: fsbp("ECS.19"),
    remediationSteps:
        'Set `autoScalingGroupProvider.managedTerminationProtection: "ENABLED"`; this also needs `managedScaling.status: "ENABLED"` and, on the Auto Scaling group, `protectFromScaleIn: true`.',
    validate({ autoScalingGroupProvider }, { report }) {
        if (autoScalingGroupProvider?.managedTerminationProtection !== "ENABLED") {
            report("Managed termination protection is off.");
        }
    },
});
