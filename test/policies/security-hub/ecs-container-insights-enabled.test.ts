import { resourceCases, unknown } from "../../support/cases";

export default resourceCases(__filename, {
    valid: {
        "Container Insights": { given: { name: "shop", settings: [{ name: "containerInsights", value: "enabled" }] } },
        "enhanced observability": { given: { settings: [{ name: "containerInsights", value: "enhanced" }] } },
        "the second of two settings": {
            given: {
                settings: [
                    { name: "other", value: "x" },
                    { name: "containerInsights", value: "enabled" },
                ],
            },
        },
        "the type of aws-native": {
            type: "aws-native:ecs:Cluster",
            given: { clusterSettings: [{ name: "containerInsights", value: "enabled" }] },
        },
        "settings that the CLI could not decrypt": { given: { settings: "[secret]" } },
        "a setting that the CLI could not decrypt": { given: { settings: ["[secret]"] } },
        "a value that the CLI could not decrypt": {
            given: { settings: [{ name: "containerInsights", value: "[secret]" }] },
        },
    },
    invalid: {
        "no settings": {
            given: { name: "shop" },
            reports: ["Container Insights is off."],
            remediated: { name: "shop", settings: [{ name: "containerInsights", value: "enabled" }] },
        },
        "Container Insights switched off": {
            given: { settings: [{ name: "containerInsights", value: "disabled" }] },
            reports: ["Container Insights is off."],
            remediated: { settings: [{ name: "containerInsights", value: "enabled" }] },
        },
        "null settings": {
            given: { settings: null },
            reports: ["Container Insights is off."],
            remediated: { settings: [{ name: "containerInsights", value: "enabled" }] },
        },
        "empty settings": {
            given: { settings: [] },
            reports: ["Container Insights is off."],
            remediated: { settings: [{ name: "containerInsights", value: "enabled" }] },
        },
        "another setting, which stays": {
            given: { settings: [{ name: "other", value: "enabled", __defaults: [] }] },
            reports: ["Container Insights is off."],
            remediated: {
                settings: [
                    { name: "other", value: "enabled", __defaults: [] },
                    { name: "containerInsights", value: "enabled" },
                ],
            },
        },
        "a value of another type": {
            given: { settings: [{ name: "containerInsights", value: true }] },
            reports: ["Container Insights is off."],
            remediated: { settings: [{ name: "containerInsights", value: "enabled" }] },
        },
        "settings of another type": {
            given: { settings: "containerInsights" },
            reports: ["Container Insights is off."],
            remediated: { settings: [{ name: "containerInsights", value: "enabled" }] },
        },
        "no settings, to be repaired with the enhanced value": {
            given: { name: "shop" },
            config: { value: "enhanced" },
            reports: ["Container Insights is off."],
            remediated: { name: "shop", settings: [{ name: "containerInsights", value: "enhanced" }] },
        },
        "the type of aws-native": {
            type: "aws-native:ecs:Cluster",
            given: { clusterName: "shop", settings: [{ name: "containerInsights", value: "enabled" }] },
            reports: ["Container Insights is off."],
            remediated: {
                clusterName: "shop",
                settings: [{ name: "containerInsights", value: "enabled" }],
                clusterSettings: [{ name: "containerInsights", value: "enabled" }],
            },
        },
        "another setting whose value is not known": {
            given: { settings: [{ name: "other", value: unknown }] },
            reports: ["Container Insights is off."],
            remediated: {
                settings: [
                    { name: "other", value: unknown },
                    { name: "containerInsights", value: "enabled" },
                ],
            },
        },
    },
    unknown: {
        "the settings": { given: { settings: unknown } },
        "the value": { given: { settings: [{ name: "containerInsights", value: unknown }] } },
    },
});
