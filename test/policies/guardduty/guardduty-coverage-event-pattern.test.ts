import { resourceCases, unknown } from "../../support/cases";

const UNHEALTHY = "GuardDuty Runtime Protection Unhealthy";
const HEALTHY = "GuardDuty Runtime Protection Healthy";
const misspelt = "No detail type in the event pattern is that of a coverage event.";
const elsewhere = "The rule is not on the default event bus, where GuardDuty publishes.";

/** A rule with this pattern. */
const rule = (pattern: object, more: object = {}) => ({ eventPattern: JSON.stringify(pattern), ...more });
const events = (detail?: object, more?: object) =>
    rule({ source: ["aws.guardduty"], "detail-type": [UNHEALTHY], detail }, more);

export default resourceCases(__filename, {
    valid: {
        "a rule for both directions": {
            given: rule({ source: ["aws.guardduty"], "detail-type": [UNHEALTHY, HEALTHY] }, { name: "coverage" }),
        },
        "the default bus by name": { given: events(undefined, { eventBusName: "default" }) },
        "the default bus by ARN": {
            given: events(undefined, { eventBusName: "arn:aws:events:us-east-1:123456789012:event-bus/default" }),
        },
        "a bus that is null": { given: events(undefined, { eventBusName: null }) },
        "a bus that is empty": { given: events(undefined, { eventBusName: "" }) },
        "filters on all fields of the events": {
            given: events({
                schemaVersion: ["1.0"],
                resourceAccountId: ["123456789012"],
                currentStatus: ["Unhealthy"],
                previousStatus: [{ "anything-but": "Unhealthy" }],
                issue: [{ exists: true }],
                lastUpdatedAt: [{ prefix: "20" }],
                resourceDetails: {
                    resourceType: ["ECS"],
                    ecsClusterDetails: {
                        clusterName: [{ prefix: "prod-" }],
                        fargateDetails: { issues: [{ exists: true }], managementType: ["AUTO_MANAGED"] },
                        containerInstanceDetails: {
                            coveredContainerInstances: [{ numeric: [">", 0] }],
                            compatibleContainerInstances: [{ numeric: [">", 0] }],
                        },
                    },
                },
            }),
        },
        "an unknown field that is to be absent": { given: events({ severity: [{ exists: false }] }) },
        "detail types by their beginning": {
            given: rule({ source: ["aws.guardduty"], "detail-type": [{ prefix: "GuardDuty Runtime Protection" }] }),
        },
        "one of two detail types is right": {
            given: rule({
                source: ["aws.guardduty"],
                "detail-type": ["GuardDuty Runtime Protection Unhealty", HEALTHY],
            }),
        },
        "no detail type": { given: rule({ source: ["aws.guardduty"] }) },
        "findings, with fields of their own": {
            given: rule(
                { source: ["aws.guardduty"], "detail-type": ["GuardDuty Finding"], detail: { severity: [8] } },
                { eventBusName: "security" },
            ),
        },
        "findings without a detail type": {
            given: rule({ source: ["aws.guardduty"], detail: { severity: [8] } }, { eventBusName: "security" }),
        },
        "clusters of EKS, by their type": {
            given: events({ resourceDetails: { resourceType: ["EKS"], eksClusterDetails: { clusterName: ["a"] } } }),
        },
        "clusters of EKS, by their field": {
            given: events({ resourceDetails: { eksClusterDetails: { clusterName: ["a"] } } }),
        },
        "events of an application on its own bus": {
            given: rule({ source: ["shop"], "detail-type": ["Order"] }, { eventBusName: "shop" }),
        },
        "a detail type like it from another source": {
            given: rule({ source: ["shop"], "detail-type": ["GuardDuty Runtime Protection Test"] }),
        },
        "all events of another bus": {
            given: rule({ source: [{ prefix: "" }] }, { eventBusName: "shop" }),
        },
        "all events of an account on another bus": {
            given: rule({ account: ["123456789012"] }, { eventBusName: "shop" }),
        },
        "all but coverage events, by their names": {
            given: rule({ source: ["aws.guardduty"], "detail-type": [{ "anything-but": [UNHEALTHY, HEALTHY] }] }),
        },
        "all but coverage events, by the beginning of their names": {
            given: rule({
                source: ["aws.guardduty"],
                "detail-type": [{ "anything-but": { prefix: "GuardDuty Runtime Protection" } }],
            }),
        },
        "findings and all but coverage events, on another bus": {
            given: rule(
                { "detail-type": ["GuardDuty Finding", { "anything-but": [UNHEALTHY, HEALTHY] }] },
                { eventBusName: "security" },
            ),
        },
        "all but coverage events in one alternative": {
            given: rule({
                source: ["aws.guardduty"],
                $or: [
                    { "detail-type": [{ "anything-but": [UNHEALTHY, HEALTHY] }] },
                    { "detail-type": ["GuardDuty Finding"] },
                ],
            }),
        },
        "a field of findings, with one detail type left out": {
            given: rule({
                source: ["aws.guardduty"],
                "detail-type": [{ "anything-but": UNHEALTHY }],
                detail: { severity: [8] },
            }),
        },
        "no pattern": { given: { scheduleExpression: "rate(1 day)" } },
        "a pattern that is not JSON": { given: { eventPattern: "{'source': ['aws.guardduty']}" } },
        "a pattern that is no object": { given: { eventPattern: "[]" } },

        "filters on parts of the events as a whole": {
            given: events({
                $or: [
                    { resourceDetails: [{ exists: true }] },
                    { resourceDetails: { ecsClusterDetails: [{ exists: true }] } },
                    { resourceDetails: { ecsClusterDetails: { fargateDetails: [{ exists: true }] } } },
                    { resourceDetails: { ecsClusterDetails: { containerInstanceDetails: [{ exists: true }] } } },
                ],
            }),
        },
        "instances of EC2, by their field": {
            given: events({ resourceDetails: { ec2InstanceDetails: { instanceId: ["i-1"] } } }),
        },
        "a detail type like it from another source, with fields of its own": {
            given: rule({ source: ["shop"], "detail-type": [UNHEALTHY], detail: { order: ["1"] } }),
        },
        "a detail type that only ends like it": {
            given: rule({ source: ["aws.guardduty"], "detail-type": ["Our GuardDuty Runtime Protection Test"] }),
        },

        "the right detail type in one of two alternatives": {
            given: rule({
                source: ["aws.guardduty"],
                $or: [{ "detail-type": [UNHEALTHY] }, { "detail-type": ["GuardDuty Finding"] }],
            }),
        },
        "severe findings in one alternative": {
            given: rule({
                source: ["aws.guardduty"],
                $or: [
                    { "detail-type": ["GuardDuty Finding"], detail: { severity: [{ numeric: [">=", 7] }] } },
                    { "detail-type": [UNHEALTHY] },
                ],
            }),
        },
    },
    invalid: {
        "a misspelt detail type": {
            given: rule(
                { source: ["aws.guardduty"], "detail-type": ["GuardDuty Runtime Protection Unhealty"] },
                { name: "coverage" },
            ),
            reports: [misspelt],
        },
        "a misspelt beginning of a detail type": {
            given: rule({
                source: [{ prefix: "aws.guard" }],
                "detail-type": [{ prefix: "GuardDuty Runtime Protection: " }],
            }),
            reports: [misspelt],
        },
        "a detail type in another case": {
            given: rule({ source: ["aws.guardduty"], "detail-type": ["GuardDuty Runtime Protection unhealthy"] }),
            reports: [misspelt],
        },
        "misspelt in every alternative": {
            given: rule({
                source: ["aws.guardduty"],
                $or: [
                    { "detail-type": ["GuardDuty Runtime Protection Sick"] },
                    { "detail-type": ["GuardDuty Finding"] },
                ],
            }),
            reports: [misspelt],
        },
        "a misspelt detail type beside those that are left out": {
            given: rule({
                source: ["aws.guardduty"],
                "detail-type": ["GuardDuty Runtime Protection Unhealty", { "anything-but": [UNHEALTHY, HEALTHY] }],
            }),
            reports: [misspelt],
        },
        "one direction left out, on another bus": {
            given: rule(
                { source: ["aws.guardduty"], "detail-type": [{ "anything-but": HEALTHY }] },
                { eventBusName: "security" },
            ),
            reports: [elsewhere],
        },
        "another bus": { given: events(undefined, { eventBusName: "security" }), reports: [elsewhere] },
        "another bus by ARN": {
            given: events(undefined, { eventBusName: "arn:aws:events:us-east-1:123456789012:event-bus/security" }),
            reports: [elsewhere],
        },
        "all of GuardDuty on another bus": {
            given: rule({ source: ["aws.guardduty"] }, { eventBusName: "security" }),
            reports: [elsewhere],
        },
        "the detail type alone on another bus": {
            given: rule({ "detail-type": [HEALTHY] }, { eventBusName: "security" }),
            reports: [elsewhere],
        },
        "fields that the events do not have": {
            given: events({ clusterName: ["shop"], resourceDetails: { ecsClusterDetails: { clusterArn: ["arn"] } } }),
            reports: [
                'The event pattern filters on "detail.clusterName", a field that coverage events of ECS clusters do not have.',
                'The event pattern filters on "detail.resourceDetails.ecsClusterDetails.clusterArn", a field that coverage events ' +
                    "of ECS clusters do not have.",
            ],
        },
        "a field beside the detail": {
            given: rule({
                source: ["aws.guardduty"],
                "detail-type": [UNHEALTHY],
                details: { currentStatus: ["Unhealthy"] },
            }),
            reports: [
                'The event pattern filters on "details.currentStatus", a field that coverage events of ECS clusters do not have.',
            ],
        },
        "a field in another case": {
            given: events({ CurrentStatus: ["Unhealthy"] }),
            reports: [
                'The event pattern filters on "detail.CurrentStatus", a field that coverage events of ECS clusters do not have.',
            ],
        },
        "a field of findings in every alternative": {
            given: rule({
                source: ["aws.guardduty"],
                "detail-type": [UNHEALTHY],
                detail: { $or: [{ severity: [7] }, { type: ["Backdoor"] }] },
            }),
            reports: ["detail.severity", "detail.type"].map(
                (field) =>
                    `The event pattern filters on "${field}", a field that coverage events of ECS clusters do not have.`,
            ),
        },
        "a field in one alternative": {
            given: events({ $or: [{ currentStatus: ["Unhealthy"] }, { status: ["Unhealthy"] }] }),
            reports: [
                'The event pattern filters on "detail.status", a field that coverage events of ECS clusters do not have.',
            ],
        },
        "a strange field, the bus not known": {
            given: events({ status: ["Unhealthy"] }, { eventBusName: unknown }),
            reports: [
                'The event pattern filters on "detail.status", a field that coverage events of ECS clusters do not have.',
            ],
        },

        "another bus whose name only begins like the default one": {
            given: events(undefined, { eventBusName: "arn:aws:events:us-east-1:123456789012:event-bus/default-2" }),
            reports: [elsewhere],
        },
        "a misspelt detail type, from one of two sources": {
            given: rule({
                "detail-type": ["GuardDuty Runtime Protection Unhealty"],
                $or: [{ source: ["aws.guardduty"] }, { source: ["shop"] }],
            }),
            reports: [misspelt],
        },
    },
    unknown: {
        "the pattern": { given: { eventPattern: unknown } },
        "the bus": { given: events(undefined, { eventBusName: unknown }) },
    },
});
