/** GuardDuty and the events of its coverage. */
import { at, boolean, Fields, list, object, string } from "../shape";
import { anyOf, awsSubject, lastSegment, Subject, Words } from "./subject";

export const Detector = awsSubject("guardduty.Detector", "detector", { enable: boolean });

/** A feature: `status` is `ENABLED` or `DISABLED`; for an organization `autoEnable` is `ALL`, `NEW` or `NONE`. */
const feature = {
    name: string,
    detectorId: string,
    status: string,
    additionalConfigurations: list(object({ name: string, status: string })),
} satisfies Fields;
export type Feature = Words<typeof feature>;

const organizationFeature = {
    ...feature,
    status: at("autoEnable", string),
    additionalConfigurations: list(object({ name: string, status: at("autoEnable", string) })),
} satisfies Fields;

export const DetectorFeature = awsSubject("guardduty.DetectorFeature", "detector feature", feature);
export const MemberDetectorFeature = awsSubject("guardduty.MemberDetectorFeature", "member detector feature", feature);
export const OrganizationConfigurationFeature: Subject<Feature> = awsSubject(
    "guardduty.OrganizationConfigurationFeature",
    "organization feature",
    organizationFeature,
);
export const Features = anyOf<Feature>(DetectorFeature, MemberDetectorFeature, OrganizationConfigurationFeature);

/** An EventBridge rule; `eventPattern` is JSON text. */
export const EventRule = awsSubject(
    "cloudwatch.EventRule",
    "event rule",
    { name: string, eventPattern: string, eventBusName: string, state: string, isEnabled: boolean },
    { name: "name", nameIn: lastSegment },
);

/** Any target of an EventBridge rule. */
export const RuleTarget = awsSubject("cloudwatch.EventTarget", "event target", {
    rule: string,
    eventBusName: string,
    arn: string,
});
