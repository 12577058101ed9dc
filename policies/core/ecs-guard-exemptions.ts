import { ecsGuide } from "../../lib/frameworks";
import { stackPolicy } from "../../lib/policy";
import { RootStack } from "../../lib/resources";
import { quote } from "../../lib/words";

export default stackPolicy({
    subject: RootStack,
    runs: "last",
    displayName: "Exemptions in use",
    description: "Exemptions must be seen: each in use is named here, and each that has become needless.",
    rationale:
        "What is exempt is silent everywhere else. An exemption that nobody sees outlives its reason, and one that matches nothing " +
        "may hide a misspelt name.",
    severity: "low",
    framework: ecsGuide("Security in Amazon ECS", "security"),
    remediationSteps:
        "Nothing, while the reason holds. Remove an exemption that covers nothing, or correct its `resource` and `container`.",
    notes:
        "An exemption is called needless only where its policy reached a verdict on every resource that it names: not where values are " +
        "unknown until the update, and not where no resource of the stack has such a name.",
    validate(_, { exemptions, report }) {
        for (const { policy, exemption, covers } of exemptions()) {
            const { resource, container, reason, until } = exemption;
            const whom = `${container === undefined ? "" : `container ${quote(container)} of `}${quote(resource)}`;
            const terms = `${until === undefined ? "without end" : `until ${until}`}: ${reason}`;
            report(
                covers > 0
                    ? `\`${policy}\` leaves alone ${whom}, ${violations(covers)}, ${terms}`
                    : `\`${policy}\` finds nothing to leave alone in ${whom} (exempt ${terms})`,
            );
        }
    },
});

function violations(count: number): string {
    return count === 1 ? "1 violation" : `${String(count)} violations`;
}
