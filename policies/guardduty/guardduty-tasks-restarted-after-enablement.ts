import { COVERAGE_GUIDE } from "../../lib/frameworks";
import { refusedForSome, runsOn } from "../../lib/launch";
import { inPlace, placeOf } from "../../lib/place";
import { stackPolicy } from "../../lib/policy";
import { Service } from "../../lib/resources";
import { ENABLES_RUNTIME_MONITORING, enablingFeatures, possiblyEnabling } from "../../lib/runtimeMonitoring";
import { both, certainlyNot, isPresent, some } from "../../lib/unknown";

export default stackPolicy({
    subject: Service,
    where: [ENABLES_RUNTIME_MONITORING],
    displayName: "Tasks started after Runtime Monitoring",
    description: "Fargate tasks must be started after Runtime Monitoring has been enabled.",
    rationale:
        "GuardDuty adds its agent when a task starts. A task that was running before stays without it until somebody stops and starts it.",
    severity: "low",
    framework: COVERAGE_GUIDE,
    remediationSteps:
        "Let the service depend on the feature (`dependsOn`); for one that runs already also set `forceNewDeployment: true` with " +
        "`triggers` that change when the feature is enabled (in aws-native `forceNewDeployment: { enableForceNewDeployment: true, forceNewDeploymentNonce }`).",
    notes: [
        "Applies to services in a stack that enables Runtime Monitoring, in the same Region.",
        "`forceNewDeployment` left on deploys anew whenever a trigger changes.",
        "Stand-alone tasks of event targets and schedules start anew each time and are not judged.",
        "After ECR permissions of an execution role change, running tasks have to be restarted too; a preview shows only the new permissions, so that this is not judged.",
        "Permissions and subnets have to be in place before the feature is enabled: `guardduty-execution-role-ecr-permissions` and `guardduty-agent-image-reachable` see to that.",
        refusedForSome("a forced deployment"),
    ],
    validate(service, { stack, report }) {
        const isRestarted = (): boolean =>
            both(
                () => service.inputs.forceNewDeployment === true,
                () => isPresent(() => service.inputs.triggers),
            );
        // Each Region has features of its own.
        const place = placeOf(service);
        const features = inPlace(enablingFeatures(stack), place);
        const isEnabled = (): boolean => some(features, (feature) => stack.isThere(feature, place));
        const isLater = (): boolean =>
            stack.dependsOn(service, features) ||
            certainlyNot(stack.dependsOn(service, inPlace(possiblyEnabling(stack), place)));
        if (isEnabled() && !isLater() && runsOn(stack, service, "FARGATE") && !isRestarted()) {
            report(
                "The service neither depends on the feature that enables Runtime Monitoring nor restarts its tasks.",
            );
        }
    },
});
