import { resourceCases, unknown } from "../../support/cases";

const runtime = { detectorId: "d1", name: "RUNTIME_MONITORING", status: "ENABLED" };
const agent = { name: "ECS_FARGATE_AGENT_MANAGEMENT", status: "ENABLED" };
const organization = "aws:guardduty/organizationConfigurationFeature:OrganizationConfigurationFeature";
const member = "aws:guardduty/memberDetectorFeature:MemberDetectorFeature";
const report = "GuardDuty does not manage its agent on Fargate.";

export default resourceCases(__filename, {
    valid: {
        "an agent that GuardDuty manages": { given: { ...runtime, additionalConfigurations: [agent] } },
        "the agent beside others": {
            given: {
                ...runtime,
                additionalConfigurations: [{ name: "EC2_AGENT_MANAGEMENT", status: "DISABLED" }, agent],
            },
        },
        "a member": { type: member, given: { ...runtime, accountId: "1", additionalConfigurations: [agent] } },
        "all accounts of an organization": {
            type: organization,
            given: {
                detectorId: "d1",
                name: "RUNTIME_MONITORING",
                autoEnable: "ALL",
                additionalConfigurations: [{ name: "ECS_FARGATE_AGENT_MANAGEMENT", autoEnable: "ALL" }],
            },
        },
        "new accounts of an organization": {
            type: organization,
            given: {
                name: "RUNTIME_MONITORING",
                autoEnable: "NEW",
                additionalConfigurations: [{ name: "ECS_FARGATE_AGENT_MANAGEMENT", autoEnable: "NEW" }],
            },
        },
        "the agent after one that is not known": {
            given: { ...runtime, additionalConfigurations: [unknown, { ...agent, name: unknown }, agent] },
        },
        "an agent that GuardDuty manages, the feature not known": {
            given: { ...runtime, name: unknown, additionalConfigurations: [agent] },
        },
        "no agent of another feature, the agents not known": {
            given: { ...runtime, name: "S3_DATA_EVENTS", additionalConfigurations: unknown },
        },
        "clusters that are included one by one": { given: runtime, config: { mode: "cluster" } },
        "another feature": { given: { ...runtime, name: "S3_DATA_EVENTS" } },
        "the feature for EKS alone": { given: { ...runtime, name: "EKS_RUNTIME_MONITORING" } },
    },
    invalid: {
        "no agent": { given: runtime, reports: [report] },
        "no agent in mode account": { given: runtime, config: { mode: "account" }, reports: [report] },
        "a null": { given: { ...runtime, additionalConfigurations: null }, reports: [report] },
        "an empty list": { given: { ...runtime, additionalConfigurations: [] }, reports: [report] },
        "an agent that is off": {
            given: { ...runtime, additionalConfigurations: [{ ...agent, status: "DISABLED" }] },
            reports: [report],
        },
        "an agent without a status": {
            given: { ...runtime, additionalConfigurations: [{ name: "ECS_FARGATE_AGENT_MANAGEMENT" }] },
            reports: [report],
        },
        "the agent of EC2 only": {
            given: { ...runtime, additionalConfigurations: [{ name: "EC2_AGENT_MANAGEMENT", status: "ENABLED" }] },
            reports: [report],
        },
        "the agent of EC2, its status not known": {
            given: { ...runtime, additionalConfigurations: [{ name: "EC2_AGENT_MANAGEMENT", status: unknown }] },
            reports: [report],
        },
        "an agent that is off, its name not known": {
            given: { ...runtime, additionalConfigurations: [{ name: unknown, status: "DISABLED" }] },
            reports: [report],
        },
        "a feature that is off": { given: { ...runtime, status: "DISABLED" }, reports: [report] },
        "a member": { type: member, given: { ...runtime, accountId: "1" }, reports: [report] },
        "an organization that enables no agent": {
            type: organization,
            given: {
                name: "RUNTIME_MONITORING",
                autoEnable: "ALL",
                additionalConfigurations: [{ name: "ECS_FARGATE_AGENT_MANAGEMENT", autoEnable: "NONE" }],
            },
            reports: [report],
        },
        "the agent of EC2 in an organization, its status not known": {
            type: organization,
            given: {
                name: "RUNTIME_MONITORING",
                autoEnable: "ALL",
                additionalConfigurations: [{ name: "EC2_AGENT_MANAGEMENT", autoEnable: unknown }],
            },
            reports: [report],
        },
    },
    unknown: {
        "the status of the agent": {
            given: { ...runtime, additionalConfigurations: [{ ...agent, status: unknown }] },
        },
        "the agents": { given: { ...runtime, additionalConfigurations: unknown } },
        "one agent": { given: { ...runtime, additionalConfigurations: [unknown, { ...agent, status: "DISABLED" }] } },
        "which agent": { given: { ...runtime, additionalConfigurations: [{ ...agent, name: unknown }] } },
        "the feature": { given: { ...runtime, name: unknown } },
    },
});
