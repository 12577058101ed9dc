import { isAboutCoverage, isOnDefaultBus, misspellsType, strangeFields } from "../../lib/coverage";
import { EventPattern } from "../../lib/eventPattern";
import { COVERAGE_GUIDE } from "../../lib/frameworks";
import { resourcePolicy } from "../../lib/policy";
import { EventRule } from "../../lib/resources";
import { Undecided } from "../../lib/unknown";
import { quote } from "../../lib/words";

export default resourcePolicy({
    resource: EventRule,
    where: [{ words: "with an event pattern", holds: ({ eventPattern }) => Boolean(eventPattern) }],
    displayName: "Rules for GuardDuty coverage that match",
    description: "A rule for changes of GuardDuty coverage must match the events that GuardDuty publishes.",
    rationale:
        "A rule that never matches looks like a notification and is none: a cluster loses its coverage and nobody is told.",
    severity: "medium",
    framework: COVERAGE_GUIDE,
    remediationSteps:
        'Put the rule on the default event bus, with `source: ["aws.guardduty"]`, `"detail-type": ["GuardDuty Runtime Protection ' +
        'Unhealthy", "GuardDuty Runtime Protection Healthy"]` and filter only on fields that coverage events have, such as `detail.currentStatus` and `detail.resourceDetails.ecsClusterDetails.clusterName`.',
    notes: [
        "Judges rules whose pattern is about these events: not those that get everything on their bus, nor those about EKS clusters or EC2 instances. A rule on another bus gets the events only if a rule on the default bus forwards them: exempt it then. Fields that a filter wants to be absent may be any.",
    ],
    validate(rule, { report }) {
        const pattern = EventPattern.parse(rule.eventPattern ?? "");
        if (!pattern) {
            throw new Undecided("the event pattern cannot be read");
        }
        if (misspellsType(pattern)) {
            report("No detail type in the event pattern is that of a coverage event.");
        }
        for (const field of strangeFields(pattern)) {
            report(
                `The event pattern filters on ${quote(field)}, a field that coverage events of ECS clusters do not have.`,
            );
        }
        if (isAboutCoverage(pattern) && !isOnDefaultBus(rule)) {
            report("The rule is not on the default event bus, where GuardDuty publishes.");
        }
    },
});
