import { resourceCases, unknown } from "../../support/cases";

export default resourceCases(__filename, {
    valid: {
        "no public IP": {
            given: {
                name: "web",
                cluster: "shop",
                launchType: "FARGATE",
                networkConfiguration: { subnets: ["subnet-1"], assignPublicIp: false },
            },
        },
        "nothing said about it": { given: { networkConfiguration: { subnets: ["subnet-1"] } } },
        "a null": { given: { networkConfiguration: { subnets: ["subnet-1"], assignPublicIp: null } } },
        "no network configuration": { given: { name: "web" } },
        "a null network configuration": { given: { networkConfiguration: null } },
        "a service exempt by its ARN": {
            given: { name: "web", cluster: "shop", networkConfiguration: { assignPublicIp: true } },
            config: { exemptEcsServiceArns: ["arn:aws:ecs:us-east-1:123456789012:service/shop/web"] },
        },
        "a service exempt by its ARN, its cluster given by ARN": {
            given: {
                name: "web",
                cluster: "arn:aws:ecs:us-east-1:123456789012:cluster/shop",
                networkConfiguration: { assignPublicIp: true },
            },
            config: { exemptEcsServiceArns: ["arn:aws:ecs:us-east-1:123456789012:service/shop/web"] },
        },
        "a service exempt by an ARN of the old format": {
            given: { name: "web", cluster: "shop", networkConfiguration: { assignPublicIp: true } },
            config: { exemptEcsServiceArns: ["arn:aws:ecs:us-east-1:123456789012:service/web"] },
        },
        "a service exempt by its logical name": {
            given: { networkConfiguration: { assignPublicIp: true } },
            name: "edge",
            config: { exemptEcsServiceArns: ["edge"] },
        },
        "a service exempt by its URN": {
            given: { networkConfiguration: { assignPublicIp: true } },
            name: "edge",
            config: { exemptEcsServiceArns: ["urn:pulumi:test::project::aws:ecs/service:Service::edge"] },
        },
        "a service in the default cluster exempt by its ARN": {
            given: { name: "web", networkConfiguration: { assignPublicIp: true } },
            config: { exemptEcsServiceArns: ["arn:aws:ecs:us-east-1:123456789012:service/default/web"] },
        },
        "a service in the default cluster whose name is empty": {
            given: { name: "web", cluster: "", networkConfiguration: { assignPublicIp: true } },
            config: { exemptEcsServiceArns: ["service/default/web"] },
        },
        "a service in the Region of its provider exempt by its ARN": {
            given: { name: "web", cluster: "shop", networkConfiguration: { assignPublicIp: true } },
            provider: { region: "us-east-1" },
            config: { exemptEcsServiceArns: ["arn:aws:ecs:us-east-1:123456789012:service/shop/web"] },
        },
        "a service exempt in every Region and account": {
            given: {
                name: "web",
                cluster: "arn:aws:ecs:eu-west-1:1:cluster/shop",
                networkConfiguration: { assignPublicIp: true },
            },
            config: { exemptEcsServiceArns: ["arn:aws:ecs:*:*:service/shop/web"] },
        },
        "an event target without a public IP": {
            type: "aws:cloudwatch/eventTarget:EventTarget",
            given: { ecsTarget: { taskDefinitionArn: "web", networkConfiguration: { assignPublicIp: false } } },
        },
        "an event target that runs no tasks": {
            type: "aws:cloudwatch/eventTarget:EventTarget",
            given: { arn: "arn:aws:sns:us-east-1:123456789012:topic" },
        },
        "a schedule without a public IP": {
            type: "aws:scheduler/schedule:Schedule",
            given: { target: { ecsParameters: { networkConfiguration: {} } } },
        },
        "the type of aws-native": {
            type: "aws-native:ecs:Service",
            given: { networkConfiguration: { awsvpcConfiguration: { assignPublicIp: "DISABLED" } } },
        },
        "an exempt service, whatever its cluster": {
            given: { name: "web", cluster: unknown, networkConfiguration: { assignPublicIp: true } },
            config: {
                exemptEcsServiceArns: ["arn:aws:ecs:us-east-1:123456789012:service/shop/web", "service/web"],
            },
        },

        "an exempt service, whatever the Region of its provider": {
            given: { name: "web", cluster: "shop", networkConfiguration: { assignPublicIp: true } },
            provider: { region: unknown },
            config: { exemptEcsServiceArns: ["service/shop/web"] },
        },
        "a service that is exempt by name, the address not known": {
            given: { networkConfiguration: { assignPublicIp: unknown } },
            name: "edge",
            config: { exemptEcsServiceArns: ["edge"] },
        },
    },
    invalid: {
        "a public IP": {
            given: {
                name: "web",
                cluster: "shop",
                launchType: "FARGATE",
                networkConfiguration: { subnets: ["subnet-1"], assignPublicIp: true },
            },
            reports: ["Tasks get a public IP address."],
            remediated: {
                name: "web",
                cluster: "shop",
                launchType: "FARGATE",
                networkConfiguration: { subnets: ["subnet-1"], assignPublicIp: false },
            },
        },
        "another service of an exempt cluster": {
            given: { name: "api", cluster: "shop", networkConfiguration: { assignPublicIp: true } },
            config: { exemptEcsServiceArns: ["arn:aws:ecs:us-east-1:123456789012:service/shop/web"] },
            reports: ["Tasks get a public IP address."],
            remediated: { name: "api", cluster: "shop", networkConfiguration: { assignPublicIp: false } },
        },
        "a service of the same name in another cluster": {
            given: { name: "web", cluster: "test", networkConfiguration: { assignPublicIp: true } },
            config: { exemptEcsServiceArns: ["arn:aws:ecs:us-east-1:123456789012:service/shop/web"] },
            reports: ["Tasks get a public IP address."],
            remediated: { name: "web", cluster: "test", networkConfiguration: { assignPublicIp: false } },
        },
        "a service of the same name in another Region": {
            given: {
                name: "web",
                cluster: "shop",
                region: "eu-west-1",
                networkConfiguration: { assignPublicIp: true },
            },

            config: { exemptEcsServiceArns: ["arn:aws:ecs:us-east-1:123456789012:service/shop/web"] },
            reports: ["Tasks get a public IP address."],
            remediated: {
                name: "web",
                cluster: "shop",
                region: "eu-west-1",
                networkConfiguration: { assignPublicIp: false },
            },
        },
        "a service of the same name in another Region, as its provider says": {
            given: { name: "web", cluster: "shop", networkConfiguration: { assignPublicIp: true } },
            provider: { region: "eu-west-1" },
            config: { exemptEcsServiceArns: ["arn:aws:ecs:us-east-1:123456789012:service/shop/web"] },
            reports: ["Tasks get a public IP address."],
            remediated: { name: "web", cluster: "shop", networkConfiguration: { assignPublicIp: false } },
        },
        "a service of the same name in another Region, as its cluster says": {
            given: {
                name: "web",
                cluster: "arn:aws:ecs:eu-west-1:123456789012:cluster/shop",
                networkConfiguration: { assignPublicIp: true },
            },

            config: { exemptEcsServiceArns: ["arn:aws:ecs:us-east-1:123456789012:service/shop/web"] },
            reports: ["Tasks get a public IP address."],
            remediated: {
                name: "web",
                cluster: "arn:aws:ecs:eu-west-1:123456789012:cluster/shop",
                networkConfiguration: { assignPublicIp: false },
            },
        },
        "a service of the same name in another account": {
            given: {
                name: "web",
                cluster: "arn:aws:ecs:us-east-1:210987654321:cluster/shop",
                networkConfiguration: { assignPublicIp: true },
            },

            config: { exemptEcsServiceArns: ["arn:aws:ecs:us-east-1:123456789012:service/shop/web"] },
            reports: ["Tasks get a public IP address."],
            remediated: {
                name: "web",
                cluster: "arn:aws:ecs:us-east-1:210987654321:cluster/shop",
                networkConfiguration: { assignPublicIp: false },
            },
        },
        "an event target": {
            type: "aws:cloudwatch/eventTarget:EventTarget",
            given: { ecsTarget: { networkConfiguration: { subnets: ["subnet-1"], assignPublicIp: true } } },
            reports: ["Tasks get a public IP address."],
            remediated: { ecsTarget: { networkConfiguration: { subnets: ["subnet-1"], assignPublicIp: false } } },
        },
        "a schedule": {
            type: "aws:scheduler/schedule:Schedule",
            given: { target: { arn: "shop", ecsParameters: { networkConfiguration: { assignPublicIp: true } } } },
            reports: ["Tasks get a public IP address."],
            remediated: { target: { arn: "shop", ecsParameters: { networkConfiguration: { assignPublicIp: false } } } },
        },
        "the type of aws-native": {
            type: "aws-native:ecs:Service",
            given: { networkConfiguration: { awsvpcConfiguration: { assignPublicIp: "ENABLED" } } },
            reports: ["Tasks get a public IP address."],
            remediated: { networkConfiguration: { awsvpcConfiguration: { assignPublicIp: "DISABLED" } } },
        },

        "a service that an entry only ends with": {
            given: { name: "web", cluster: "shop", networkConfiguration: { assignPublicIp: true } },
            config: { exemptEcsServiceArns: ["my-service/shop/web"] },
            reports: ["Tasks get a public IP address."],
            remediated: { name: "web", cluster: "shop", networkConfiguration: { assignPublicIp: false } },
        },
        "a service that an entry only begins with": {
            given: { name: "web", cluster: "shop", networkConfiguration: { assignPublicIp: true } },
            config: { exemptEcsServiceArns: ["service/shop/web/blue"] },
            reports: ["Tasks get a public IP address."],
            remediated: { name: "web", cluster: "shop", networkConfiguration: { assignPublicIp: false } },
        },
    },
    unknown: {
        "the flag": { given: { networkConfiguration: { assignPublicIp: unknown } } },
        "the network configuration": { given: { networkConfiguration: unknown } },
        "the cluster of a service whose name is exempt": {
            given: { name: "web", cluster: unknown, networkConfiguration: { assignPublicIp: true } },
            config: { exemptEcsServiceArns: ["arn:aws:ecs:us-east-1:123456789012:service/shop/web"] },
        },
    },
});
