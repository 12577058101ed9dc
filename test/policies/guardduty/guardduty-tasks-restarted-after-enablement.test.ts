import { Resource, stackCases, unknown } from "../../support/cases";

const feature = (inputs: object = {}): Resource => ({
    type: "guardduty.DetectorFeature",
    name: "runtime",
    inputs: { detectorId: "d1", name: "RUNTIME_MONITORING", status: "ENABLED", ...inputs },
});
const service = (inputs: object = {}, dependsOn?: Resource["dependsOn"]): Resource => ({
    type: "ecs.Service",
    name: "web",
    inputs: { launchType: "FARGATE", taskDefinition: "web", ...inputs },
    dependsOn,
});
const report = ["The service neither depends on the feature that enables Runtime Monitoring nor restarts its tasks."];

export default stackCases(__filename, {
    valid: {
        "a service that depends on the feature": { given: [feature(), service({}, { "": ["runtime"] })] },
        "a service that depends on it through another resource": {
            given: [
                feature(),
                { type: "ecs.Cluster", name: "shop", dependsOn: { "": ["runtime"] } },
                service({ cluster: unknown }, { cluster: ["shop"] }),
            ],
        },
        "a service that restarts its tasks": {
            given: [feature(), service({ forceNewDeployment: true, triggers: { monitoring: "on" } })],
        },
        "triggers that are not known until the update": {
            given: [feature(), service({ forceNewDeployment: true, triggers: unknown })],
        },
        "a service on EC2": { given: [feature(), service({ launchType: "EC2" })] },
        "a service of aws-native with a nonce": {
            given: [
                feature(),
                {
                    ...service({
                        forceNewDeployment: { enableForceNewDeployment: true, forceNewDeploymentNonce: "1" },
                    }),
                    type: "aws-native:ecs:Service",
                },
            ],
        },
        "a feature of another Region": {
            given: [
                { ...feature(), outputs: { region: "us-east-1" } },
                { ...service(), outputs: { region: "eu-west-1" } },
            ],
        },
        "a feature that is off": { given: [feature({ status: "DISABLED" }), service()] },
        "another feature": { given: [feature({ name: "S3_DATA_EVENTS" }), service()] },
        "no feature": { given: [service()] },
        "stand-alone tasks, which start anew each time": {
            given: [
                feature(),
                {
                    type: "cloudwatch.EventTarget",
                    name: "nightly",
                    inputs: { ecsTarget: { launchType: "FARGATE", taskDefinitionArn: "web" } },
                },
            ],
        },
    },
    invalid: {
        "a service that does not depend on the feature": { given: [feature(), service()], reports: { web: report } },
        "a service that depends on another resource": {
            given: [feature(), { type: "ecs.Cluster", name: "shop" }, service({}, { "": ["shop"] })],
            reports: { web: report },
        },
        "a new deployment without triggers": {
            given: [feature(), service({ forceNewDeployment: true })],
            reports: { web: report },
        },
        "triggers that are empty": {
            given: [feature(), service({ forceNewDeployment: true, triggers: { __defaults: [] } })],
            reports: { web: report },
        },
        "triggers without a new deployment": {
            given: [feature(), service({ triggers: { monitoring: "on" } })],
            reports: { web: report },
        },
        "triggers without a new deployment, both not all known": {
            given: [feature(), service({ forceNewDeployment: false, triggers: unknown })],
            reports: { web: report },
        },
        "Fargate by the default strategy of the cluster": {
            given: [
                feature(),
                { type: "ecs.Cluster", name: "cluster", inputs: { name: "shop" } },
                {
                    type: "ecs.ClusterCapacityProviders",
                    name: "capacity",
                    inputs: {
                        clusterName: "shop",
                        defaultCapacityProviderStrategies: [{ capacityProvider: "FARGATE_SPOT" }],
                    },
                },
                service({ launchType: undefined, cluster: "shop" }),
            ],
            reports: { web: report },
        },
        "the feature for an organization": {
            given: [
                {
                    type: "guardduty.OrganizationConfigurationFeature",
                    name: "organization",
                    inputs: { name: "RUNTIME_MONITORING", autoEnable: "ALL" },
                },
                service(),
            ],
            reports: { web: report },
        },
        "a service that depends on the feature of another Region": {
            given: [
                { ...feature(), outputs: { region: "eu-west-1" } },
                { ...feature(), name: "far", outputs: { region: "us-east-1" } },
                { ...service({}, { "": ["far"] }), outputs: { region: "eu-west-1" } },
            ],
            reports: { web: report },
        },
        "one of two services, of aws-native too": {
            given: [
                feature(),
                service({}, { "": ["runtime"] }),
                { type: "aws-native:ecs:Service", name: "native", inputs: { launchType: "FARGATE" } },
            ],
            reports: { native: report },
        },
        "a service of aws-native without a nonce": {
            given: [
                feature(),
                {
                    ...service({ forceNewDeployment: { enableForceNewDeployment: true } }),
                    type: "aws-native:ecs:Service",
                },
            ],
            reports: { web: report },
        },
    },
    unknown: {
        "the Region of a service of aws-native, in a stack of two": {
            given: [
                { ...feature(), outputs: { region: "us-east-1" } },
                { type: "ecs.Cluster", name: "far", outputs: { region: "eu-west-1" } },
                { ...service(), type: "aws-native:ecs:Service" },
            ],
        },
        "whether the feature is on": { given: [feature({ status: unknown }), service()] },
        "whether the feature on which the service depends is on, beside one that is": {
            given: [
                feature(),
                { ...feature({ status: unknown }), name: "other" },
                { ...service(), dependsOn: { "": ["other"] } },
            ],
        },
        "the Region of the service, in a stack of two": {
            given: [
                { ...feature(), outputs: { region: "us-east-1" } },
                { type: "ecs.Cluster", name: "far", outputs: { region: "eu-west-1" } },
                service(),
            ],
        },
        "whether it is on Fargate": { given: [feature(), service({ launchType: unknown })] },
        "the capacity of a cluster elsewhere": {
            given: [feature(), service({ launchType: undefined, cluster: "elsewhere" })],
        },
        "whether it deploys anew": {
            given: [feature(), service({ forceNewDeployment: unknown, triggers: { monitoring: "on" } })],
        },
    },
});
