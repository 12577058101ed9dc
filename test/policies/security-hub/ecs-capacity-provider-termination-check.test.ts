import { resourceCases, unknown } from "../../support/cases";

export default resourceCases(__filename, {
    valid: {
        "protected instances": {
            given: {
                name: "instances",
                autoScalingGroupProvider: {
                    autoScalingGroupArn:
                        "arn:aws:autoscaling:us-east-1:123456789012:autoScalingGroup:1:autoScalingGroupName/instances",
                    managedScaling: { status: "ENABLED" },
                    managedTerminationProtection: "ENABLED",
                },
            },
        },
        "managed instances, which have no such group": {
            given: { managedInstancesProvider: { infrastructureRoleArn: "x" } },
        },
        "a null group": { given: { autoScalingGroupProvider: null } },
        "the type of aws-native": {
            type: "aws-native:ecs:CapacityProvider",
            given: { autoScalingGroupProvider: { managedTerminationProtection: "ENABLED" } },
        },
    },
    invalid: {
        "instances without protection": {
            given: {
                name: "instances",
                autoScalingGroupProvider: {
                    autoScalingGroupArn:
                        "arn:aws:autoscaling:us-east-1:123456789012:autoScalingGroup:1:autoScalingGroupName/instances",
                    managedScaling: { status: "ENABLED" },
                },
            },
            reports: ["Managed termination protection is off."],
        },
        "protection switched off": {
            given: { autoScalingGroupProvider: { managedTerminationProtection: "DISABLED" } },
            reports: ["Managed termination protection is off."],
        },
        "a null": {
            given: { autoScalingGroupProvider: { managedTerminationProtection: null } },
            reports: ["Managed termination protection is off."],
        },
        "the type of aws-native": {
            type: "aws-native:ecs:CapacityProvider",
            given: { autoScalingGroupProvider: {} },
            reports: ["Managed termination protection is off."],
        },
    },
    unknown: {
        "the protection": { given: { autoScalingGroupProvider: { managedTerminationProtection: unknown } } },
        "the group": { given: { autoScalingGroupProvider: unknown } },
    },
});
