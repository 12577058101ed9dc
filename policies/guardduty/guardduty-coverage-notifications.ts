import { getsCoverage, isOnDefaultBus } from "../../lib/coverage";
import { EventPattern } from "../../lib/eventPattern";
import { COVERAGE_GUIDE } from "../../lib/frameworks";
import { inOrder, Node } from "../../lib/node";
import { inPlace, placeOf } from "../../lib/place";
import { stackPolicy } from "../../lib/policy";
import { anyOf, EventRule, Features, RootStack, RuleTarget } from "../../lib/resources";
import { enablingFeatures, possiblyEnabling } from "../../lib/runtimeMonitoring";
import { Stack } from "../../lib/stack";
import { both, either, some, Undecided } from "../../lib/unknown";

export default stackPolicy({
    subject: anyOf<object>(Features, RootStack),
    displayName: "Notifications of GuardDuty coverage",
    description: "A stack that enables Runtime Monitoring must have a rule that reports changes in its coverage.",
    rationale:
        "An agent that stops reporting raises no finding. Without a notification, or somebody who looks regularly, a cluster stays " +
        "without protection.",
    severity: "medium",
    level: "advisory",
    framework: COVERAGE_GUIDE,
    remediationSteps:
        'Add an enabled `aws.cloudwatch.EventRule` on the default event bus with `source: ["aws.guardduty"]` and `"detail-type": ' +
        '["GuardDuty Runtime Protection Unhealthy", "GuardDuty Runtime Protection Healthy"]`, and an `aws.cloudwatch.EventTarget` for it that EventBridge may write to, such as a topic with an `aws.sns.TopicPolicy`.',
    notes: [
        "The violation is on the feature that enables Runtime Monitoring, of several in a Region on the one whose name comes first; where `requireRule` asks for a rule and no feature is in the stack, on the stack itself. Coverage events stay in their Region, so each Region needs a rule. A rule in another stack is not seen: exempt the feature then. Whoever reviews the coverage regularly instead may disable the policy.",
    ],
    config: {
        requireRule: {
            type: "boolean",
            default: false,
            description: "Whether a stack that does not enable Runtime Monitoring has to have the rule too.",
        },
    },
    validate(subject, { stack, config, report }) {
        const features = enablingFeatures(stack);
        const isIn = (nodes: readonly Node<unknown>[]): boolean => nodes.some(({ urn }) => urn === subject.urn);
        const mayAsk = isIn(possiblyEnabling(stack)) && !isIn(features);
        // An exemption of the stack is not needless where nobody asks it for the rule.
        const isLeftAlone = subject.urn === stack.urn && (!config.requireRule || possiblyEnabling(stack).length > 0);
        if (mayAsk || isLeftAlone) {
            throw new Undecided("nothing asks for the rule, or it is not known whether something does");
        }
        const place = features.length > 0 ? placeOf(subject) : {};
        const there = inOrder(inPlace(features, place));
        // One whose Region is not known may be in any.
        const feature = there.find((one) => placeOf(one).region !== undefined) ?? there[0];
        const asks = features.length === 0 ? stack.urn : feature?.urn;
        const rules = inPlace(stack.all(EventRule), place);
        const isNotified = (): boolean => some(rules, (rule) => notifies(stack, rule) && stack.isThere(rule, place));
        if (subject.urn === asks && !isNotified()) {
            report("No enabled rule with a target matches the events that report a change in coverage.");
        }
    },
});

/** Whether a rule gets coverage events and passes them on. */
function notifies(stack: Stack, rule: Node<EventRule>): boolean {
    return both(
        () => isOnDefaultBus(rule.inputs),
        () => rule.inputs.isEnabled !== false,
        () => (rule.inputs.state || "ENABLED").startsWith("ENABLED"),
        () => {
            const pattern = EventPattern.parse(rule.inputs.eventPattern ?? "");
            return pattern !== undefined && getsCoverage(pattern);
        },
        () => hasTarget(stack, rule),
    );
}

/** Whether a rule on the default event bus has a target; a name says which rule is meant on one bus only. */
function hasTarget(stack: Stack, rule: Node<EventRule>): boolean {
    const { nodes, undecided } = stack.referrers(rule, RuleTarget, "rule");
    return either(
        () => some(nodes, ({ inputs }) => isOnDefaultBus(inputs)),
        () =>
            some(undecided, ({ inputs }) =>
                both(
                    () => isOnDefaultBus(inputs),
                    () => inputs.rule === rule.inputs.name,
                ),
            ),
    );
}
