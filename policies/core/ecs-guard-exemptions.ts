import { ecsGuide } from "../../lib/frameworks";
import { stackPolicy } from "../../lib/policy";
import { RootStack } from "../../lib/resources";
import { oneLine, quote } from "../../lib/words";

export default stackPolicy({
    subject: RootStack,
    runs: "last",
    displayName: "Exemptions in use",
    description: "Exemptions must stay visible: each one in use is listed here, and each one that covers nothing.",
    rationale:
        "What is exempt is silent everywhere else. An exemption that nobody sees outlives its reason, and one that covers nothing has " +
        "become needless or misspells its `container`.",
    severity: "low",
    framework: ecsGuide("Security in Amazon ECS", "security"),
    remediationSteps:
        "Nothing to do while the reason holds. Remove an exemption that covers nothing, or correct its `container`.",
    notes: [
        "An exemption is called needless only where its policy reached a verdict on every resource that it names: not where values are unknown until the update. Of one whose `resource` names nothing in the stack nothing is said, even if it is misspelt: one configuration file serves many stacks. What it should have left alone is then reported.",
    ],
    validate(_, { exemptions, report }) {
        for (const { policy, exemption, covers } of exemptions()) {
            const { resource, container, reason, until } = exemption;
            const whom = `${container === undefined ? "" : `container ${quote(container)} of `}${quote(resource)}`;
            const end = until === undefined ? "without end date" : `until ${until}`;
            const [judgement, count] =
                covers > 0 ? ["Exempt", violations(covers)] : ["Needlessly exempt", "no violation"];
            report(`${judgement} from \`${policy}\`: ${whom} (${count}, ${end}): ${oneLine(reason)}`);
        }
    },
});

function violations(count: number): string {
    return count === 1 ? "1 violation" : `${count} violations`;
}
