/** GuardDuty and the events of its coverage. */
import { at, boolean, Fields, list, object, Reader, string } from "../shape";
import { absent, anyOf, awsSubject, lastSegment, Subject, Words } from "./subject";

/** GuardDuty in one account and Region; on unless it says otherwise. */
export const Detector = awsSubject("guardduty.Detector", "detector", { enable: boolean });

/** Whether a value is one of these words. */
function oneOf(...words: string[]): Reader<boolean> {
    return { read: (raw) => words.some((word) => word === raw) };
}

/** A feature, and the agents that GuardDuty manages for it. */
const feature = {
    name: string,
    detectorId: string,
    isOn: at("status", oneOf("ENABLED")),
    isOff: at("status", oneOf("DISABLED")),
    additionalConfigurations: list(object({ name: string, isOn: at("status", oneOf("ENABLED")) })),
} satisfies Fields;
export type Feature = Words<typeof feature>;

/** For an organization it is on where accounts get it; `NONE` leaves each account as it is. */
const organizationFeature = {
    ...feature,
    isOn: at("autoEnable", oneOf("ALL", "NEW")),
    isOff: absent(feature.isOff),
    additionalConfigurations: list(object({ name: string, isOn: at("autoEnable", oneOf("ALL", "NEW")) })),
} satisfies Fields;

export const DetectorFeature = awsSubject("guardduty.DetectorFeature", "detector feature", feature);
export const MemberDetectorFeature = awsSubject("guardduty.MemberDetectorFeature", "member detector feature", feature);
export const OrganizationConfigurationFeature: Subject<Feature> = awsSubject(
    "guardduty.OrganizationConfigurationFeature",
    "organization feature",
    organizationFeature,
);
export const Features = anyOf<Feature>(DetectorFeature, MemberDetectorFeature, OrganizationConfigurationFeature);

const eventRule = {
    name: string,
    /** JSON text. */
    eventPattern: string,
    eventBusName: string,
    state: string,
    isEnabled: boolean,
} satisfies Fields;
export type EventRule = Words<typeof eventRule>;

/** An EventBridge rule. */
export const EventRule: Subject<EventRule> = awsSubject("cloudwatch.EventRule", "event rule", eventRule, {
    name: "name",
    nameIn: lastSegment,
});

/** Any target of an EventBridge rule. */
export const RuleTarget = awsSubject("cloudwatch.EventTarget", "event target", { rule: string, eventBusName: string });
