import { resourceCases, unknown } from "../../support/cases";

export default resourceCases(__filename, {
    valid: {
        "an interface endpoint with private DNS and subnets": {
            given: {
                vpcId: "vpc-1",
                serviceName: "com.amazonaws.eu-west-1.guardduty-data",
                vpcEndpointType: "Interface",
                privateDnsEnabled: true,
                subnetIds: ["subnet-1", "subnet-2"],
                securityGroupIds: ["sg-1"],
            },
            present: ["subnetIds"],
        },
        "a FIPS endpoint with a subnet configuration": {
            given: {
                serviceName: "com.amazonaws.us-east-1.guardduty-data-fips",
                vpcEndpointType: "Interface",
                privateDnsEnabled: true,
                subnetConfigurations: [{ subnetId: "subnet-1" }],
            },
            present: ["subnetConfigurations"],
        },
        "an endpoint of another service": {
            given: { vpcId: "vpc-1", serviceName: "com.amazonaws.eu-west-1.s3", routeTableIds: ["rtb-1"] },
        },
        "a service whose name only begins like it": {
            given: { serviceName: "com.amazonaws.eu-west-1.guardduty-data-archive" },
        },
        "the API of GuardDuty": { given: { serviceName: "com.amazonaws.eu-west-1.guardduty" } },
        "no service name": {
            given: { serviceNetworkArn: "arn:aws:vpc-lattice:eu-west-1:123456789012:servicenetwork/sn-1" },
        },
        "a service that is not known, and nothing that is missing": {
            given: {
                serviceName: unknown,
                vpcEndpointType: "Interface",
                privateDnsEnabled: true,
                subnetIds: ["subnet-1"],
            },
        },

        "another service, whatever its endpoint has": {
            given: {
                serviceName: "com.amazonaws.eu-west-1.s3",
                vpcEndpointType: unknown,
                privateDnsEnabled: unknown,
            },
        },
    },
    invalid: {
        "no private DNS": {
            given: {
                vpcId: "vpc-1",
                serviceName: "com.amazonaws.eu-west-1.guardduty-data",
                vpcEndpointType: "Interface",
                subnetIds: ["subnet-1"],
            },
            reports: ["The endpoint has no private DNS."],
        },
        "private DNS turned off": {
            given: {
                serviceName: "com.amazonaws.eu-west-1.guardduty-data-fips",
                vpcEndpointType: "Interface",
                privateDnsEnabled: false,
                subnetIds: ["subnet-1"],
            },
            reports: ["The endpoint has no private DNS."],
        },
        "no subnet": {
            given: {
                serviceName: "com.amazonaws.eu-west-1.guardduty-data",
                vpcEndpointType: "Interface",
                privateDnsEnabled: true,
                subnetIds: [],
            },
            reports: ["The endpoint has no subnet."],
        },
        "the type that endpoints have by default": {
            given: {
                serviceName: "com.amazonaws.eu-west-1.guardduty-data",
                privateDnsEnabled: true,
                subnetIds: ["subnet-1"],
            },
            reports: ["The endpoint is not of the type `Interface`."],
        },
        "nothing but the service": {
            given: { vpcId: "vpc-1", serviceName: "cn.com.amazonaws.cn-north-1.guardduty-data", vpcEndpointType: null },
            reports: ["The endpoint is not of the type `Interface`, has no private DNS, and has no subnet."],
        },
        "values of the wrong type": {
            given: {
                serviceName: "com.amazonaws.eu-west-1.guardduty-data",
                vpcEndpointType: "Interface",
                privateDnsEnabled: "true",
                subnetIds: "subnet-1",
                subnetConfigurations: { __defaults: [] },
            },
            reports: ["The endpoint has no private DNS and has no subnet."],
        },
        "unknown subnets beside no private DNS": {
            given: {
                serviceName: "com.amazonaws.eu-west-1.guardduty-data",
                vpcEndpointType: "Interface",
                subnetIds: unknown,
            },
            reports: ["The endpoint has no private DNS."],
        },
    },
    unknown: {
        "the service": { given: { serviceName: unknown } },
        "private DNS, while the subnet is missing": {
            given: {
                serviceName: "com.amazonaws.eu-west-1.guardduty-data",
                vpcEndpointType: "Interface",
                privateDnsEnabled: unknown,
            },
            reports: ["The endpoint has no subnet."],
        },
    },
});
