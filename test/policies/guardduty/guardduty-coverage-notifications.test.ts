import { Resource, stackCases, unknown } from "../../support/cases";

const feature: Resource = {
    type: "guardduty.DetectorFeature",
    name: "runtime",
    inputs: { detectorId: "d1", name: "RUNTIME_MONITORING", status: "ENABLED" },
};
const eventPattern = JSON.stringify({
    source: ["aws.guardduty"],
    "detail-type": ["GuardDuty Runtime Protection Unhealthy", "GuardDuty Runtime Protection Healthy"],
});
const rule = (inputs: object = {}): Resource => ({
    type: "cloudwatch.EventRule",
    name: "coverage",
    inputs: { name: "coverage-1", eventBusName: "default", eventPattern, ...inputs },
});
const ruleElsewhere: Resource = { ...rule({ eventBusName: "security" }), name: "elsewhere" };
const target = (inputs: object = {}): Resource => ({
    type: "cloudwatch.EventTarget",
    name: "alert",
    inputs: { rule: "coverage-1", eventBusName: "default", arn: "arn:aws:sns:us-east-1:123456789012:alert", ...inputs },
});
const root: Resource = { type: "pulumi:pulumi:Stack", name: "shop-prod" };
const report = ["No enabled rule with a target matches the events that report a change in coverage."];

export default stackCases(__filename, {
    valid: {
        "a rule with a target": { given: [feature, rule(), target()] },
        "a target that sends to another account, after the update": {
            given: [
                feature,
                {
                    ...rule(),
                    outputs: { name: "coverage-1", arn: "arn:aws:events:us-east-1:123456789012:rule/coverage-1" },
                },
                target({ arn: "arn:aws:sns:us-east-1:210987654321:alert" }),
            ],
        },
        "a stack that has to have a rule, and exports a Region": {
            given: [
                { ...root, outputs: { region: "us-east-1" } },
                { ...rule(), outputs: { region: "eu-west-1" } },
                target(),
            ],
            config: { requireRule: true },
        },
        "a target that depends on the rule, at preview": {
            given: [
                feature,
                { ...rule(), outputs: { id: unknown, name: unknown, eventPattern } },
                { ...target({ rule: unknown }), dependsOn: { rule: ["coverage"] } },
            ],
        },
        "the state in words": { given: [feature, rule({ state: "ENABLED" }), target()] },
        "a state with all events of CloudTrail": {
            given: [feature, rule({ state: "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS" }), target()],
        },
        "the old word for the state": { given: [feature, rule({ isEnabled: true }), target()] },
        "no words for the bus": {
            given: [feature, rule({ eventBusName: null }), target({ eventBusName: undefined })],
        },
        "one direction by the beginning of its type": {
            given: [
                feature,
                rule({ eventPattern: '{"source":["aws.guardduty"],"detail-type":[{"prefix":"GuardDuty Runtime"}]}' }),
                target(),
            ],
        },
        "a rule for all events": { given: [feature, rule({ eventPattern: '{"account":["123456789012"]}' }), target()] },
        "a rule for ECS": {
            given: [
                feature,
                rule({
                    eventPattern: '{"source":["aws.guardduty"],"detail":{"resourceDetails":{"resourceType":["ECS"]}}}',
                }),
                target(),
            ],
        },
        "a target on the default bus, where a rule on another bus has the same name": {
            given: [feature, rule(), ruleElsewhere, target()],
        },
        "a target on each of two buses with rules of the same name": {
            given: [
                feature,
                rule(),
                ruleElsewhere,
                target(),
                { ...target({ eventBusName: "security" }), name: "archive" },
            ],
        },
        "no feature": { given: [root, { type: "guardduty.Detector", name: "detector" }] },
        "another feature": {
            given: [{ ...feature, inputs: { detectorId: "d1", name: "S3_DATA_EVENTS", status: "ENABLED" } }],
        },
        "a feature that is off": {
            given: [{ ...feature, inputs: { detectorId: "d1", name: "RUNTIME_MONITORING", status: "DISABLED" } }],
        },
        "an organization that enables nothing": {
            given: [
                {
                    type: "guardduty.OrganizationConfigurationFeature",
                    name: "organization",
                    inputs: { detectorId: "d1", name: "RUNTIME_MONITORING", autoEnable: "NONE" },
                },
            ],
        },
        "a rule that is asked for": { given: [root, rule(), target()], config: { requireRule: true } },
    },
    invalid: {
        "no rule": { given: [feature], reports: { runtime: report } },
        "a rule without a target": { given: [feature, rule()], reports: { runtime: report } },
        "a target of another rule": {
            given: [feature, rule(), target({ rule: "other" })],
            reports: { runtime: report },
        },
        "a target on another bus": {
            given: [feature, rule(), target({ eventBusName: "security" })],
            reports: { runtime: report },
        },
        "a target on another bus, of a rule of the same name": {
            given: [feature, rule(), ruleElsewhere, target({ eventBusName: "security" })],
            reports: { runtime: report },
        },
        "a target on another bus, its rule not known": {
            given: [feature, rule(), target({ rule: unknown, eventBusName: "security" })],
            reports: { runtime: report },
        },
        "a target of another name, which two rules have": {
            given: [
                feature,
                rule(),
                { ...rule({ name: "other", eventPattern: '{"source":["shop"]}' }), name: "shop" },
                { ...ruleElsewhere, inputs: { name: "other", eventBusName: "security", eventPattern } },
                target({ rule: "other" }),
            ],
            reports: { runtime: report },
        },
        "a rule for findings, where a rule on another bus has the same name": {
            given: [
                feature,
                rule({ eventPattern: '{"source":["aws.guardduty"],"detail-type":["GuardDuty Finding"]}' }),
                ruleElsewhere,
                target(),
            ],
            reports: { runtime: report },
        },
        "a rule on another bus": {
            given: [feature, rule({ eventBusName: "security" }), target({ eventBusName: "security" })],
            reports: { runtime: report },
        },
        "a disabled rule": { given: [feature, rule({ state: "DISABLED" }), target()], reports: { runtime: report } },
        "a rule disabled in the old word": {
            given: [feature, rule({ isEnabled: false }), target()],
            reports: { runtime: report },
        },
        "a rule for findings": {
            given: [
                feature,
                rule({ eventPattern: '{"source":["aws.guardduty"],"detail-type":["GuardDuty Finding"]}' }),
                target(),
            ],
            reports: { runtime: report },
        },
        "a rule for findings by a field that only they have": {
            given: [
                feature,
                rule({ eventPattern: '{"source":["aws.guardduty"],"detail":{"severity":[8]}}' }),
                target(),
            ],
            reports: { runtime: report },
        },
        "a rule for EKS": {
            given: [
                feature,
                rule({
                    eventPattern: '{"source":["aws.guardduty"],"detail":{"resourceDetails":{"resourceType":["EKS"]}}}',
                }),
                target(),
            ],
            reports: { runtime: report },
        },
        "a schedule": {
            given: [feature, rule({ eventPattern: null, scheduleExpression: "rate(1 day)" }), target()],
            reports: { runtime: report },
        },
        "a pattern that is nonsense": {
            given: [feature, rule({ eventPattern: "nonsense" }), target()],
            reports: { runtime: report },
        },
        "the feature for new accounts of an organization": {
            given: [
                {
                    type: "guardduty.OrganizationConfigurationFeature",
                    name: "organization",
                    inputs: { detectorId: "d1", name: "RUNTIME_MONITORING", autoEnable: "NEW" },
                },
            ],
            reports: { organization: report },
        },
        "two features, said once, whatever their order": {
            given: [
                feature,
                {
                    type: "guardduty.MemberDetectorFeature",
                    name: "member",
                    inputs: { accountId: "1", name: "RUNTIME_MONITORING", status: "ENABLED" },
                },
            ],
            reports: { member: report },
        },
        "two Regions, one of which has a rule": {
            given: [
                { ...feature, outputs: { region: "us-east-1" } },
                { ...feature, name: "far", outputs: { region: "eu-west-1" } },
                { ...rule(), outputs: { region: "us-east-1" } },
                target(),
            ],
            reports: { far: report },
        },
        "a feature whose Region is not known beside one that has no rule": {
            given: [feature, { ...feature, name: "there", outputs: { region: "eu-west-1" } }],
            reports: { there: report },
        },
        "no rule in a stack that has to have one": {
            given: [root, { type: "ecs.Cluster", name: "shop" }],
            config: { requireRule: true },
            reports: { "shop-prod": report },
        },
        "a feature in a stack that has to have a rule": {
            given: [root, feature],
            config: { requireRule: true },
            reports: { runtime: report },
        },
        "resources whose inputs were not noted": {
            given: [{ ...feature, inputs: false, outputs: { name: "RUNTIME_MONITORING", status: "ENABLED" } }],
            reports: { runtime: report },
        },
        "a rule that is not known, but is disabled": {
            given: [feature, rule({ eventPattern: unknown, state: "DISABLED" }), target()],
            reports: { runtime: report },
        },
    },
    unknown: {
        "the pattern": { given: [feature, rule({ eventPattern: unknown }), target()] },
        "the state": { given: [feature, rule({ state: unknown }), target()] },
        "the bus": { given: [feature, rule({ eventBusName: unknown }), target()] },
        "the rule of the target": { given: [feature, rule(), target({ rule: unknown })] },
        "the bus of the target, where two rules have the same name": {
            given: [feature, rule(), ruleElsewhere, target({ eventBusName: unknown })],
        },
        "the name of the rule": { given: [feature, rule({ name: unknown }), target()] },
        "whether the feature is on": {
            given: [{ ...feature, inputs: { detectorId: "d1", name: "RUNTIME_MONITORING", status: unknown } }],
        },
        "whether a feature is on, in a stack that has to have a rule": {
            given: [root, { ...feature, inputs: { ...feature.inputs, status: unknown } }],
            config: { requireRule: true },
        },
        "the Region of a rule, in a stack of two": {
            given: [
                { ...feature, outputs: { region: "us-east-1" } },
                { type: "ecs.Cluster", name: "far", outputs: { region: "eu-west-1" } },
                rule(),
                target(),
            ],
        },
        "a stack that need not have a rule": { given: [root] },
    },
});
