import { resourceCases, unknown } from "../../support/cases";

export default resourceCases(__filename, {
    valid: {
        "no public IP": {
            given: {
                cluster: "shop",
                service: "web",
                taskDefinition: "web",
                networkConfiguration: { subnets: ["subnet-1"], assignPublicIp: false },
            },
        },
        "nothing said about it": { given: { networkConfiguration: { subnets: ["subnet-1"] } } },
        "no network configuration": { given: { service: "web" } },
        "a string, which is no boolean": { given: { networkConfiguration: { assignPublicIp: "true" } } },
        "the type of aws-native": {
            type: "aws-native:ecs:TaskSet",
            given: { networkConfiguration: { awsVpcConfiguration: { assignPublicIp: "DISABLED" } } },
        },
        "the spelling of a service in the type of aws-native, which is not one of task sets": {
            type: "aws-native:ecs:TaskSet",
            given: { networkConfiguration: { awsvpcConfiguration: { assignPublicIp: "ENABLED" } } },
        },
    },
    invalid: {
        "a public IP": {
            given: {
                cluster: "shop",
                service: "web",
                taskDefinition: "web",
                networkConfiguration: { subnets: ["subnet-1"], assignPublicIp: true },
            },
            reports: ["Tasks get a public IP address."],
            remediated: {
                cluster: "shop",
                service: "web",
                taskDefinition: "web",
                networkConfiguration: { subnets: ["subnet-1"], assignPublicIp: false },
            },
        },
        "the type of aws-native": {
            type: "aws-native:ecs:TaskSet",
            given: { networkConfiguration: { awsVpcConfiguration: { assignPublicIp: "ENABLED" } } },
            reports: ["Tasks get a public IP address."],
            remediated: { networkConfiguration: { awsVpcConfiguration: { assignPublicIp: "DISABLED" } } },
        },
    },
    unknown: {
        "the flag": { given: { networkConfiguration: { assignPublicIp: unknown } } },
    },
});
