import { Resource, stackCases, unknown } from "../../support/cases";

const detector: Resource = {
    type: "guardduty.Detector",
    name: "detector",
    inputs: { enable: true },
    outputs: { id: "d1" },
};
const fresh: Resource = { ...detector, outputs: { id: unknown } };
const feature = (inputs: object = {}, type = "DetectorFeature"): Resource => ({
    type: `guardduty.${type}`,
    name: "runtime",
    inputs: { detectorId: "d1", name: "RUNTIME_MONITORING", status: "ENABLED", ...inputs },
});
const dependent = (inputs: object = {}, type?: string): Resource => ({
    ...feature({ detectorId: unknown, ...inputs }, type),
    dependsOn: { detectorId: ["detector"] },
});
const none = ["No feature of the detector enables Runtime Monitoring."];

export default stackCases(__filename, {
    valid: {
        "a detector with the feature, at preview": { given: [fresh, dependent()] },
        "a detector with the feature, after the update": { given: [detector, feature()] },
        "a detector that says nothing, which is on": { given: [{ ...fresh, inputs: {} }, dependent()] },
        "the feature for all accounts of an organization": {
            given: [fresh, dependent({ status: undefined, autoEnable: "ALL" }, "OrganizationConfigurationFeature")],
        },
        "the feature for new accounts of an organization": {
            given: [fresh, dependent({ status: undefined, autoEnable: "NEW" }, "OrganizationConfigurationFeature")],
        },
        "the feature of a member": { given: [fresh, dependent({ accountId: "1" }, "MemberDetectorFeature")] },
        "the feature beside another one": {
            given: [fresh, { ...dependent({ name: "S3_DATA_EVENTS", status: "DISABLED" }), name: "s3" }, dependent()],
        },
        "the feature alone": { given: [feature()] },
        "another feature that is off": { given: [feature({ name: "S3_DATA_EVENTS", status: "DISABLED" })] },
        "an organization that leaves its accounts as they are": {
            given: [feature({ status: undefined, autoEnable: "NONE" }, "OrganizationConfigurationFeature")],
        },
        "a detector that the program only reads": {
            given: [
                { ...detector, inputs: false },
                { type: "ecs.Cluster", name: "shop", inputs: {} },
            ],
        },
        "neither detector nor feature": { given: [{ type: "ecs.Cluster", name: "shop" }] },
    },
    invalid: {
        "a detector without the feature": { given: [fresh], reports: { detector: none } },
        "a detector that is off": {
            given: [{ ...fresh, inputs: { enable: false } }, dependent()],
            reports: { detector: ["The detector is switched off."] },
        },
        "a detector that is off and has no feature": {
            given: [{ ...fresh, inputs: { enable: false } }],
            reports: { detector: ["The detector is switched off.", ...none] },
        },
        "a feature that is off, said once": {
            given: [fresh, dependent({ status: "DISABLED" })],
            reports: { runtime: ["Runtime Monitoring is disabled."] },
        },
        "a feature that is off, without the detector": {
            given: [feature({ status: "DISABLED" })],
            reports: { runtime: ["Runtime Monitoring is disabled."] },
        },
        "a feature of a member that is off": {
            given: [feature({ accountId: "1", status: "DISABLED" }, "MemberDetectorFeature")],
            reports: { runtime: ["Runtime Monitoring is disabled."] },
        },
        "another feature only": {
            given: [fresh, dependent({ name: "EKS_RUNTIME_MONITORING" })],
            reports: { detector: none },
        },
        "an organization that enables nothing": {
            given: [fresh, dependent({ status: undefined, autoEnable: "NONE" }, "OrganizationConfigurationFeature")],
            reports: { detector: none },
        },
        "a feature without a status": { given: [fresh, dependent({ status: null })], reports: { detector: none } },
        "the feature of another detector": {
            given: [detector, feature({ detectorId: "d2" })],
            reports: { detector: none },
        },
        "one of two detectors": {
            given: [fresh, { ...fresh, name: "abroad" }, dependent()],
            reports: { abroad: none },
        },
        "a detector whose state is not known, without the feature": {
            given: [{ ...fresh, inputs: { enable: unknown } }],
            reports: { detector: none },
        },
        "a feature that is off, of a detector with an id that is not known": {
            given: [{ ...detector, outputs: { enable: true } }, feature({ status: "DISABLED" })],
            reports: { runtime: ["Runtime Monitoring is disabled."] },
        },
        "resources whose inputs were not noted": {
            given: [{ ...detector, inputs: false, outputs: { id: "d1", enable: false } }, feature()],
            reports: { detector: ["The detector is switched off."] },
        },
        "a feature of some detector that is off": {
            given: [fresh, feature({ detectorId: unknown, status: "DISABLED" })],
            reports: { runtime: ["Runtime Monitoring is disabled."] },
        },

        "a feature of another detector, beside one that is made": {
            given: [fresh, feature({ detectorId: "d2" })],
            reports: { detector: none },
        },
        "another feature of some detector": {
            given: [
                { ...detector, outputs: { enable: true } },
                feature({ detectorId: unknown, name: "RDS_LOGIN_EVENTS" }),
            ],
            reports: { detector: none },
        },

        "a detector whose id is not known, beside one with the feature": {
            given: [{ ...detector, name: "abroad", outputs: { enable: true } }, detector, feature()],
            reports: { abroad: none },
        },
    },
    unknown: {
        "the status": { given: [fresh, dependent({ status: unknown })] },
        "the name": { given: [fresh, dependent({ name: unknown })] },
        "the detector of the feature": { given: [fresh, feature({ detectorId: unknown })] },
        "the id of the detector": { given: [{ ...detector, outputs: { enable: true } }, feature()] },
        "whether the detector is on": {
            given: [{ ...fresh, inputs: { enable: unknown } }, dependent()],
        },

        "the detector and the status of the feature": {
            given: [fresh, feature({ detectorId: unknown, status: unknown })],
        },
    },
});
