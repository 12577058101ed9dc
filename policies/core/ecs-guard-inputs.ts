import { ecsGuide } from "../../lib/frameworks";
import { resourcePolicy } from "../../lib/policy";
import { AnyResource } from "../../lib/resources";

export default resourcePolicy({
    resource: AnyResource,
    runs: "first",
    displayName: "Inputs for the stack policies",
    description: "Never reports; the inputs of resources must be noted here for the policies about whole stacks.",
    rationale:
        "At preview a property that the provider computes is unknown in the outputs, whether the program left it out or not. " +
        "The inputs tell the two apart; without them the stack policies decide less.",
    severity: "low",
    framework: ecsGuide("Security in Amazon ECS", "security"),
    remediationSteps: "Nothing: this policy reports no violation. Keep it enabled.",
    validate(_, { note }) {
        note();
    },
});
