import { Resource, stackCases, unknown } from "../../support/cases";

const JOIN = Buffer.from("#!/bin/bash\necho ECS_CLUSTER=main >> /etc/ecs/ecs.config\n").toString("base64");
const SSM = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore";
const ECS = "arn:aws:iam::aws:policy/service-role/AmazonEC2ContainerServiceforEC2Role";
const CORE =
    "`ssm:UpdateInstanceInformation`, `ssmmessages:CreateControlChannel`, `ssmmessages:CreateDataChannel`, `ssmmessages:OpenControlChannel`, `ssmmessages:OpenDataChannel`";

const template = (inputs: object, name = "workers"): Resource => ({
    type: "ec2.LaunchTemplate",
    name,
    inputs: { name, userData: JOIN, ...inputs },
});
const workers = template({ iamInstanceProfile: { name: "profile" } });
const profile: Resource = { type: "iam.InstanceProfile", name: "profile", inputs: { name: "profile", role: "role" } };
const role = (inputs: object): Resource => ({ type: "iam.Role", name: "role", inputs: { name: "role", ...inputs } });
const missing = "There is no instance profile.";
const all = `The role "role" of the instance profile does not allow ${CORE}.`;

export default stackCases(__filename, {
    valid: {
        "a role with AmazonSSMManagedInstanceCore": {
            given: [
                {
                    type: "iam.Role",
                    name: "role",
                    inputs: {
                        name: "role",
                        managedPolicyArns: ["arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"],
                    },
                },
                {
                    type: "iam.InstanceProfile",
                    name: "profile",
                    inputs: { name: "profile", role: "role" },
                    dependsOn: { role: ["role"] },
                },
                {
                    type: "ec2.LaunchTemplate",
                    name: "workers",
                    inputs: { userData: JOIN, iamInstanceProfile: { arn: unknown } },
                    dependsOn: { iamInstanceProfile: ["profile"] },
                },
            ],
        },
        "the policy attached to the role, after the update": {
            given: [
                { ...role({}), outputs: { id: "role", arn: "arn:aws:iam::123456789012:role/role" } },
                {
                    type: "iam.RolePolicyAttachment",
                    name: "attachment",
                    inputs: { role: "role", policyArn: SSM },
                },
                { ...profile, outputs: { arn: "arn:aws:iam::123456789012:instance-profile/profile" } },
                template({ iamInstanceProfile: { arn: "arn:aws:iam::123456789012:instance-profile/profile" } }),
            ],
        },
        "statements of its own": {
            given: [
                role({
                    inlinePolicies: [
                        {
                            name: "ssm",
                            policy: JSON.stringify({
                                Statement: [
                                    { Effect: "Allow", Action: ["ssm:Update*", "ssmmessages:*"], Resource: "*" },
                                ],
                            }),
                        },
                    ],
                }),
                profile,
                workers,
            ],
        },
        "a policy that cannot be read": {
            given: [role({ managedPolicyArns: ["arn:aws:iam::123456789012:policy/instances"] }), profile, workers],
        },
        "a profile or a role outside the stack": {
            given: [
                template({ iamInstanceProfile: { name: "shared" } }),
                { type: "iam.InstanceProfile", name: "other", inputs: { name: "other", role: "shared" } },
                template({ iamInstanceProfile: { name: "other" } }, "others"),
            ],
        },
        "what joins no cluster": {
            given: [
                { type: "ecs.Cluster", name: "main", inputs: { name: "main" } },
                { type: "ec2.LaunchTemplate", name: "bastion", inputs: {} },
                { type: "ec2.Instance", name: "bastion-1", inputs: { userData: "yum update -y" } },
            ],
        },
        "an instance with the profile of its template": {
            given: [
                role({ managedPolicyArns: [SSM] }),
                profile,
                template({ iamInstanceProfile: { name: "profile" }, userData: undefined }),
                {
                    type: "ec2.Instance",
                    name: "worker",
                    inputs: { userData: "ECS_CLUSTER=main", launchTemplate: { name: "workers" } },
                },
            ],
        },
        "an instance with a template of another stack": {
            given: [
                {
                    type: "ec2.Instance",
                    name: "worker",
                    inputs: { userData: "ECS_CLUSTER=main", launchTemplate: { id: "lt-1" } },
                },
            ],
        },

        "a template without a profile, of an instance that has its own": {
            given: [
                role({ managedPolicyArns: [SSM, ECS] }),
                profile,
                { type: "ec2.LaunchTemplate", name: "base", inputs: { name: "base" } },
                {
                    type: "ec2.Instance",
                    name: "worker",
                    inputs: {
                        userData: "ECS_CLUSTER=main",
                        iamInstanceProfile: "profile",
                        launchTemplate: { name: "base" },
                    },
                },
            ],
        },
    },
    invalid: {
        "no instance profile": {
            given: [
                { type: "ecs.Cluster", name: "main", inputs: { name: "main" } },
                { type: "ec2.LaunchTemplate", name: "workers", inputs: { imageId: "ami-0123456789abcdef0" } },
                {
                    type: "autoscaling.Group",
                    name: "group",
                    inputs: { launchTemplate: { id: unknown } },
                    dependsOn: { launchTemplate: ["workers"] },
                },
                {
                    type: "ecs.CapacityProvider",
                    name: "provider",
                    inputs: { name: "provider", autoScalingGroupProvider: { autoScalingGroupArn: unknown } },
                    dependsOn: { autoScalingGroupProvider: ["group"] },
                },
                {
                    type: "ecs.ClusterCapacityProviders",
                    name: "providers",
                    inputs: { clusterName: "main", capacityProviders: ["provider"] },
                },
            ],
            reports: { workers: [missing] },
        },
        "null, nothing in it, an empty name and another type": {
            given: [
                template({ iamInstanceProfile: null }, "null"),
                template({ iamInstanceProfile: {} }, "object"),
                template({ iamInstanceProfile: { name: "" } }, "empty"),
                { type: "ec2.Instance", name: "type", inputs: { userData: "ECS_CLUSTER=main", iamInstanceProfile: 7 } },
            ],
            reports: { null: [missing], object: [missing], empty: [missing], type: [missing] },
        },
        "a role without the permissions": {
            given: [
                role({ managedPolicyArns: [ECS] }),
                { ...profile, inputs: { name: "profile", role: unknown }, dependsOn: { role: ["role"] } },
                {
                    ...template({ iamInstanceProfile: { arn: unknown } }),
                    dependsOn: { iamInstanceProfile: ["profile"] },
                },
            ],
            reports: { workers: [all] },
        },
        "a role that has them on instances, of which some know nothing": {
            given: [
                role({
                    inlinePolicies: [
                        {
                            name: "ssm",
                            policy: JSON.stringify({
                                Statement: {
                                    Effect: "Allow",
                                    Action: ["ssm:UpdateInstanceInformation", "ssmmessages:*"],
                                    Resource: "arn:aws:ec2:*:*:instance/*",
                                },
                            }),
                        },
                    ],
                }),
                profile,
                workers,
            ],
            reports: {
                workers: [
                    'The role "role" of the instance profile does not allow `ssmmessages:CreateControlChannel`, `ssmmessages:CreateDataChannel`, `ssmmessages:OpenControlChannel`, `ssmmessages:OpenDataChannel`, which is allowed on some resources only.',
                ],
            },
        },
        "a role with some of them": {
            given: [
                role({
                    inlinePolicies: [
                        {
                            name: "ssm",
                            policy: JSON.stringify({
                                Statement: { Effect: "Allow", Action: "ssmmessages:*", Resource: "*" },
                            }),
                        },
                    ],
                }),
                profile,
                {
                    type: "ec2.LaunchConfiguration",
                    name: "workers",
                    inputs: { userData: JOIN, iamInstanceProfile: "profile" },
                },
            ],
            reports: {
                workers: ['The role "role" of the instance profile does not allow `ssm:UpdateInstanceInformation`.'],
            },
        },
        "a profile without a role": {
            given: [{ type: "iam.InstanceProfile", name: "profile", inputs: { name: "profile" } }, workers],
            reports: { workers: ['The instance profile "profile" has no role.'] },
        },
        "the template of an instance": {
            given: [
                template({ userData: undefined }),
                {
                    type: "ec2.Instance",
                    name: "worker",
                    inputs: { userData: "ECS_CLUSTER=main", launchTemplate: { id: unknown } },
                    dependsOn: { launchTemplate: ["workers"] },
                },
            ],
            reports: { workers: [missing] },
        },
        "an instance with a profile of its own": {
            given: [
                role({ managedPolicyArns: [] }),
                profile,
                {
                    type: "ec2.Instance",
                    name: "worker",
                    inputs: { userData: "ECS_CLUSTER=main", iamInstanceProfile: "profile" },
                },
            ],
            reports: { worker: [all] },
        },
    },
    unknown: {
        "the profile": { given: [template({ iamInstanceProfile: unknown })] },
        "the role": {
            given: [
                { type: "iam.InstanceProfile", name: "profile", inputs: { name: "profile", role: unknown } },
                workers,
            ],
        },
        "the policies of the role": { given: [role({ managedPolicyArns: unknown }), profile, workers] },
        "the user data": { given: [template({ userData: unknown })], settled: true },
    },
});
