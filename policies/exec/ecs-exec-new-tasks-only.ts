import { EXEC_GUIDE } from "../../lib/frameworks";
import { execOn } from "../../lib/exec";
import { refusedForSome } from "../../lib/launch";
import { resourcePolicy } from "../../lib/policy";
import { Service } from "../../lib/resources";
import { both } from "../../lib/unknown";

export default resourcePolicy({
    resource: Service,
    displayName: "New tasks after ECS Exec is turned on",
    description: "A service with ECS Exec must force a new deployment.",
    rationale:
        "The feature works only in tasks that are started after it was turned on, and turning it on starts none: the tasks that run stay closed.",
    severity: "low",
    level: "disabled",
    framework: EXEC_GUIDE,
    remediationSteps:
        "Set `forceNewDeployment: true`, with `triggers` that change when the feature is turned on (in aws-native `forceNewDeployment: { enableForceNewDeployment: true, forceNewDeploymentNonce }`), or restart the tasks by hand once.",
    notes: [
        "Whether the feature was already on before is not in the inputs, so that a service is reported as long as it does not force deployments. Enable the policy for the update that turns the feature on.",
        refusedForSome("a forced deployment"),
    ],
    validate(service, { report }) {
        const staysClosed = both(
            () => execOn(service),
            () => !service.forceNewDeployment,
        );
        if (staysClosed) {
            report("ECS Exec is on, but no new deployment is forced.");
        }
    },
});
