import { fsbp } from "../../lib/frameworks";
import { Node } from "../../lib/node";
import { stackPolicy } from "../../lib/policy";
import { anyOf, Detector, Feature, Features } from "../../lib/resources";
import { enablesRuntimeMonitoring, isRuntimeMonitoring } from "../../lib/runtimeMonitoring";
import { own } from "../../lib/shape";
import { Stack } from "../../lib/stack";
import { both, each, either, known, some, Undecided } from "../../lib/unknown";

export default stackPolicy({
    subject: anyOf<object>(Detector, Features),
    displayName: "Runtime Monitoring",
    description: "GuardDuty must be on, with Runtime Monitoring enabled.",
    rationale:
        "Without Runtime Monitoring GuardDuty sees nothing of what happens inside containers: no process, no file, no connection of an intruder.",
    severity: "high",
    framework: fsbp("GuardDuty.11"),
    remediationSteps:
        'Remove `enable: false` from the detector. Set `status: "ENABLED"` on its feature "RUNTIME_MONITORING", or add it as an `aws.guardduty.DetectorFeature`, with the `additionalConfigurations` for the agents that GuardDuty is to manage; where the feature is in another stack, add the detector to `exempt` of this policy in the configuration of the pack.',
    notes: [
        'Applies to stacks with a detector or with the feature. An `aws.guardduty.OrganizationConfigurationFeature` with `autoEnable` "ALL" or "NEW" enables it too, and so does an `aws.guardduty.MemberDetectorFeature`. A detector whose features are in another stack is reported: exempt it. Of one that the program only reads, the features are not judged.',
    ],
    validate(subject, { stack, report }) {
        const feature = stack.as(subject, Features);
        const detector = stack.as(subject, Detector);
        const faults: readonly (readonly [isThere: () => boolean, fact: string])[] = [
            [() => feature !== undefined && isDisabled(feature), "Runtime Monitoring is disabled."],
            [() => detector?.inputs.enable === false, "The detector is switched off."],
            [
                () => detector !== undefined && !isDecided(stack, detector),
                "No feature of the detector enables Runtime Monitoring.",
            ],
        ];
        each(faults, ([isThere, fact]) => {
            if (isThere()) {
                report(fact);
            }
        });
    },
});

function isDisabled({ inputs }: Node<Feature>): boolean {
    return both(
        () => inputs.isOff,
        () => isRuntimeMonitoring(inputs),
    );
}

/** Whether some feature of the detector enables Runtime Monitoring, or disables it and is reported itself. */
function isDecided(stack: Stack, detector: Node<object>): boolean {
    const { nodes, undecided } = stack.referrers(detector, Features, "detectorId");
    const others = known(() => own(detector.outputs, "id") === undefined, false) ? strays(stack) : [];
    const decides = (feature: Node<Feature>): boolean =>
        either(
            () => enablesRuntimeMonitoring(feature.inputs),
            () => isDisabled(feature),
        );
    return either(
        () => some(nodes, decides),
        () => {
            if (stack.isOnlyRead(detector)) {
                throw new Undecided("the features of the detector are elsewhere");
            }
            if ([...undecided, ...others].some((feature) => known(() => decides(feature), true))) {
                throw new Undecided("the detector of a feature is not known");
            }
            return false;
        },
    );
}

/** The features with an id of a detector that no detector of the stack is known to have; one without an id may. */
function strays(stack: Stack): readonly Node<Feature>[] {
    return stack
        .all(Features)
        .filter((feature) => known(() => stack.target(feature, "detectorId", Detector).kind === "outside", false));
}
