import { Resource, stackCases, unknown } from "../../support/cases";

/** `ECS_CLUSTER=main` in base64 and, beside it, a pinned agent. */
const JOIN = Buffer.from("#!/bin/bash\necho ECS_CLUSTER=main >> /etc/ecs/ecs.config\n").toString("base64");
const PINNED = Buffer.from("ECS_CLUSTER=main\nyum install -y ecs-init-1.62.2-1.amzn2\n").toString("base64");

/** Its instances join a cluster. */
const template = (imageId: string): Resource => ({
    type: "ec2.LaunchTemplate",
    name: "workers",
    inputs: { userData: JOIN, imageId },
});

export default stackCases(__filename, {
    valid: {
        "the newest image of Amazon Linux 2023": {
            given: [
                { type: "ecs.Cluster", name: "main", inputs: { name: "main" } },
                {
                    type: "ec2.LaunchTemplate",
                    name: "workers",
                    inputs: {
                        imageId: "resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id",
                    },
                },
                {
                    type: "autoscaling.Group",
                    name: "group",
                    inputs: { launchTemplate: { id: unknown } },
                    dependsOn: { launchTemplate: ["workers"] },
                },
                {
                    type: "ecs.CapacityProvider",
                    name: "provider",
                    inputs: { name: "workers", autoScalingGroupProvider: { autoScalingGroupArn: unknown } },
                    dependsOn: { autoScalingGroupProvider: ["group"] },
                },
                {
                    type: "ecs.ClusterCapacityProviders",
                    name: "providers",
                    inputs: { clusterName: "main", capacityProviders: ["workers"] },
                },
            ],
        },
        "the newest image of Amazon Linux 2 with kernel 5.10": {
            given: [
                template("resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2/kernel-5.10/recommended/image_id"),
            ],
        },
        Bottlerocket: {
            given: [
                {
                    type: "ec2.Instance",
                    name: "worker",
                    inputs: {
                        userData: '[settings.ecs]\ncluster = "main"\n',
                        ami: "resolve:ssm:/aws/service/bottlerocket/aws-ecs-2/x86_64/latest/image_id",
                    },
                },
            ],
        },
        "a path with the first accepted date": {
            given: [
                template(
                    "resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/al2023-ami-ecs-hvm-2023.0.20230929-kernel-6.1-x86_64/image_id",
                ),
            ],
        },
        "an id with a date that is new enough": {
            config: { amiVersions: { "ami-0aaa": "20230929" } },
            given: [{ type: "ec2.LaunchTemplate", name: "workers", inputs: { userData: JOIN, imageId: "ami-0aaa" } }],
        },
        "an id of which nothing is known": {
            config: { amiVersions: { "ami-0aaa": "20200101" } },
            given: [{ type: "ec2.LaunchTemplate", name: "workers", inputs: { userData: JOIN, imageId: "ami-0bbb" } }],
        },
        "an image of the stack that is new enough": {
            given: [
                {
                    type: "ec2.Ami",
                    name: "image",
                    inputs: { name: "amzn2-ami-ecs-kernel-5.10-hvm-2.0.20240109-arm64-ebs", architecture: "arm64" },
                },
                {
                    type: "ec2.LaunchTemplate",
                    name: "workers",
                    inputs: { userData: JOIN, imageId: unknown },
                    dependsOn: { imageId: ["image"] },
                },
            ],
        },
        "an image of the stack whose name tells nothing": {
            given: [
                { type: "ec2.Ami", name: "image", inputs: { name: "golden-123456789" }, outputs: { id: "ami-0aaa" } },
                { type: "ec2.LaunchTemplate", name: "workers", inputs: { userData: JOIN, imageId: "ami-0aaa" } },
            ],
        },
        "an agent that is new enough, or the newest": {
            given: [
                {
                    type: "ec2.Instance",
                    name: "worker",
                    inputs: {
                        userData:
                            "ECS_CLUSTER=main\nyum install -y ecs-init-1.77.0-1.amzn2\ndocker pull amazon/amazon-ecs-agent:latest\n",
                    },
                },
            ],
        },
        "an old agent in a comment": {
            given: [
                {
                    type: "ec2.Instance",
                    name: "worker",
                    inputs: { userData: "ECS_CLUSTER=main\n  # yum install -y ecs-init-1.62.2\n" },
                },
            ],
        },
        "an old image of an instance that joins no cluster": {
            config: { amiVersions: { "ami-0aaa": "20200101" } },
            given: [
                { type: "ecs.Cluster", name: "main", inputs: { name: "main" } },
                { type: "ec2.Instance", name: "bastion", inputs: { ami: "ami-0aaa", userData: "yum update -y" } },
            ],
        },
        "an old image in a template that the instance does not use": {
            config: { amiVersions: { "ami-0aaa": "20200101" } },
            given: [
                { type: "ec2.LaunchTemplate", name: "base", inputs: { name: "base", imageId: "ami-0aaa" } },
                {
                    type: "ec2.Instance",
                    name: "worker",
                    inputs: { ami: "ami-0bbb", userData: "ECS_CLUSTER=main", launchTemplate: { name: "base" } },
                },
            ],
        },
        "nothing, null and other types": {
            given: [
                { type: "ec2.LaunchTemplate", name: "nothing", inputs: { userData: JOIN } },
                { type: "ec2.LaunchTemplate", name: "null", inputs: { userData: JOIN, imageId: null } },
                { type: "ec2.LaunchTemplate", name: "empty", inputs: { userData: JOIN, imageId: "" } },
                { type: "ec2.Instance", name: "number", inputs: { userData: 7, ami: 7, launchTemplate: [] } },
            ],
        },
        "a date in the path of a parameter of one's own": {
            given: [template("resolve:ssm:/platform/2022/20220401/ecs-ami")],
        },
        "a path of one's own that ends like one of AWS": {
            given: [template("resolve:ssm:/ops/ecs/optimized-ami/amazon-linux-2/current")],
        },
        "a path of one's own around one of AWS": {
            given: [template("resolve:ssm:/mirror/aws/service/ecs/optimized-ami/amazon-linux-2/recommended/image_id")],
        },
        "a name in the path of a parameter of one's own": {
            given: [template("{{resolve:ssm:/golden/amzn2-ami-ecs-hvm-2.0.20220401:3}}")],
        },
        "a date in the name of a parameter without a path": {
            given: [template("resolve:ssm:golden-20220401")],
        },
        "a date of another product of AWS": {
            given: [
                template(
                    "resolve:ssm:/aws/service/canonical/ubuntu/server/22.04/stable/20230420/amd64/hvm/ebs-gp2/ami-id",
                ),
            ],
        },
        "an agent of one's own, and software that is called alike": {
            given: [
                {
                    type: "ec2.Instance",
                    name: "worker",
                    inputs: {
                        userData:
                            "ECS_CLUSTER=main\ndocker run acme/ecs-agent:0.3.1\ndocker run acme/metrics-ecs-agent:1.2.0\nyum install -y my-ecs-init-1.0.0\n",
                    },
                },
            ],
        },
        "bounds that accept what is there": {
            config: { minimumAmiDate: "20200101", minimumAgentVersion: "1.9", minimumKernel: "4.14" },
            given: [
                {
                    type: "ec2.Ami",
                    name: "image",
                    inputs: { name: "amzn2-ami-ecs-hvm-2.0.20200115-x86_64-ebs" },
                    outputs: { id: "ami-0aaa" },
                },
                { type: "ec2.LaunchTemplate", name: "workers", inputs: { userData: PINNED, imageId: "ami-0aaa" } },
            ],
        },
    },
    invalid: {
        "Amazon Linux 2 with its default kernel": {
            given: [
                { type: "ecs.Cluster", name: "main", inputs: { name: "main" } },
                {
                    type: "ec2.LaunchTemplate",
                    name: "workers",
                    inputs: {
                        imageId: "resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2/recommended/image_id",
                    },
                },
                {
                    type: "autoscaling.Group",
                    name: "group",
                    inputs: { launchTemplate: { id: unknown } },
                    dependsOn: { launchTemplate: ["workers"] },
                },
                {
                    type: "ecs.CapacityProvider",
                    name: "provider",
                    inputs: { name: "workers", autoScalingGroupProvider: { autoScalingGroupArn: unknown } },
                    dependsOn: { autoScalingGroupProvider: ["group"] },
                },
                {
                    type: "ecs.ClusterCapacityProviders",
                    name: "providers",
                    inputs: { clusterName: "main", capacityProviders: ["workers"] },
                },
            ],
            reports: {
                workers: [
                    'The machine image "/aws/service/ecs/optimized-ami/amazon-linux-2/recommended/image_id" has kernel 4.14, older than 5.10.',
                ],
            },
        },
        "its variant for arm64": {
            given: [template("resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2/arm64/recommended/image_id")],
            reports: {
                workers: [
                    'The machine image "/aws/service/ecs/optimized-ami/amazon-linux-2/arm64/recommended/image_id" has kernel 4.14, older than 5.10.',
                ],
            },
        },
        "an id with an old date, after the update": {
            config: { amiVersions: { "ami-0aaa": "20230928" } },
            given: [
                {
                    type: "ec2.LaunchTemplate",
                    name: "workers",
                    inputs: { imageId: "ami-0aaa" },
                    outputs: { id: "lt-1", imageId: "ami-0aaa" },
                },
                {
                    type: "autoscaling.Group",
                    name: "group",
                    inputs: {
                        mixedInstancesPolicy: {
                            launchTemplate: { launchTemplateSpecification: { launchTemplateId: "lt-1" } },
                        },
                    },
                    outputs: { arn: "arn:aws:autoscaling:us-east-1:1:autoScalingGroup:0:autoScalingGroupName/group-1" },
                },
                {
                    type: "ecs.CapacityProvider",
                    name: "provider",
                    inputs: {
                        name: "workers",
                        autoScalingGroupProvider: {
                            autoScalingGroupArn:
                                "arn:aws:autoscaling:us-east-1:1:autoScalingGroup:0:autoScalingGroupName/group-1",
                        },
                    },
                },
            ],
            reports: { workers: ["The machine image ami-0aaa is dated 20230928, older than 20230929."] },
        },
        "an old image of the stack, at preview": {
            given: [
                {
                    type: "ec2.Ami",
                    name: "image",
                    inputs: { name: "amzn2-ami-ecs-hvm-2.0.20200115-x86_64-ebs", architecture: "i386" },
                },
                {
                    type: "ec2.Instance",
                    name: "worker",
                    inputs: { userData: "ECS_CLUSTER=main", ami: unknown },
                    dependsOn: { ami: ["image"] },
                },
            ],
            reports: {
                worker: [
                    'The machine image "amzn2-ami-ecs-hvm-2.0.20200115-x86_64-ebs" is dated 20200115, older than 20230929.',
                    'The machine image "amzn2-ami-ecs-hvm-2.0.20200115-x86_64-ebs" has kernel 4.14, older than 5.10.',
                    'The machine image "amzn2-ami-ecs-hvm-2.0.20200115-x86_64-ebs" has an architecture other than x86_64 and arm64.',
                ],
            },
        },
        "a kernel in the name that is older, compared number by number": {
            given: [
                {
                    type: "ec2.Ami",
                    name: "image",
                    inputs: { name: "golden_Kernel-5.9" },
                    outputs: { id: "ami-0aaa" },
                },
                { type: "ec2.LaunchTemplate", name: "workers", inputs: { userData: JOIN, imageId: "ami-0aaa" } },
            ],
            reports: { workers: ['The machine image "golden_Kernel-5.9" has kernel 5.9, older than 5.10.'] },
        },
        "an old kernel in the path of a parameter of one's own": {
            given: [template("{{resolve:ssm:/golden/amzn2-ami-ecs-kernel-4.14-hvm-2.0.20220401:3}}")],
            reports: {
                workers: [
                    'The machine image "/golden/amzn2-ami-ecs-kernel-4.14-hvm-2.0.20220401" has kernel 4.14, older than 5.10.',
                ],
            },
        },
        "a path with an old date": {
            given: [
                {
                    type: "ec2.LaunchConfiguration",
                    name: "workers",
                    inputs: {
                        userDataBase64: JOIN,
                        imageId:
                            "resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2/amzn2-ami-ecs-kernel-5.10-hvm-2.0.20230906-x86_64-ebs/image_id",
                    },
                },
            ],
            reports: {
                workers: [
                    'The machine image "/aws/service/ecs/optimized-ami/amazon-linux-2/amzn2-ami-ecs-kernel-5.10-hvm-2.0.20230906-x86_64-ebs/image_id" is dated 20230906, older than 20230929.',
                ],
            },
        },
        "a path in the form of CloudFormation, with the version of the parameter": {
            given: [template("{{resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2/recommended/image_id:3}}")],
            reports: {
                workers: [
                    'The machine image "/aws/service/ecs/optimized-ami/amazon-linux-2/recommended/image_id" has kernel 4.14, older than 5.10.',
                ],
            },
        },
        "a kernel in a path of AWS that the configuration refuses": {
            config: { minimumKernel: "6.1" },
            given: [
                template("resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2/kernel-5.10/recommended/image_id"),
            ],
            reports: {
                workers: [
                    'The machine image "/aws/service/ecs/optimized-ami/amazon-linux-2/kernel-5.10/recommended/image_id" has kernel 5.10, older than 6.1.',
                ],
            },
        },
        "an image behind a parameter of one's own to which the configuration gives a date": {
            config: { amiVersions: { "resolve:ssm:/platform/20240101/ecs-ami": "20220401" } },
            given: [template("resolve:ssm:/platform/20240101/ecs-ami")],
            reports: {
                workers: ['The machine image "/platform/20240101/ecs-ami" is dated 20220401, older than 20230929.'],
            },
        },
        "an old package of Amazon for the agent": {
            given: [
                {
                    type: "ec2.Instance",
                    name: "worker",
                    inputs: {
                        userData:
                            "ECS_CLUSTER=main\ncurl -O https://s3.amazonaws.com/amazon-ecs-agent-us-east-1/amazon-ecs-init-1.62.2-1.x86_64.rpm\n",
                    },
                },
            ],
            reports: { worker: ["The user data pins the ECS agent to 1.62.2, older than 1.77.0."] },
        },
        "an old package of the agent": {
            given: [{ type: "ec2.LaunchTemplate", name: "workers", inputs: { userData: PINNED } }],
            reports: { workers: ["The user data pins the ECS agent to 1.62.2, older than 1.77.0."] },
        },
        "an old image of the agent, named twice, and an old archive": {
            given: [
                {
                    type: "ec2.Instance",
                    name: "worker",
                    inputs: {
                        userData:
                            "ECS_CLUSTER=main\ndocker pull amazon/amazon-ecs-agent:v1.62.0\ndocker run public.ecr.aws/ecs/amazon-ecs-agent:1.62.0\n" +
                            "curl https://s3.amazonaws.com/amazon-ecs-agent-us-east-1/ecs-agent-v1.9.1.tar\n",
                    },
                },
            ],
            reports: {
                worker: [
                    "The user data pins the ECS agent to 1.62.0, older than 1.77.0.",
                    "The user data pins the ECS agent to 1.9.1, older than 1.77.0.",
                ],
            },
        },
        "what an instance takes from its template, at the template": {
            config: { amiVersions: { "ami-0aaa": "20200101" } },
            given: [
                { type: "ec2.LaunchTemplate", name: "base", inputs: { name: "base", imageId: "ami-0aaa" } },
                {
                    type: "ec2.Instance",
                    name: "worker",
                    inputs: { userData: "ECS_CLUSTER=main", launchTemplate: { name: "base" } },
                },
            ],
            reports: { base: ["The machine image ami-0aaa is dated 20200101, older than 20230929."] },
        },
        "what an instance says beside a template that joins": {
            config: { amiVersions: { "ami-0aaa": "20200101" } },
            given: [
                { type: "ec2.LaunchTemplate", name: "base", inputs: { name: "base", userData: JOIN } },
                {
                    type: "ec2.Instance",
                    name: "worker",
                    inputs: { ami: "ami-0aaa", launchTemplate: { id: unknown } },
                    dependsOn: { launchTemplate: ["base"] },
                },
            ],
            reports: { worker: ["The machine image ami-0aaa is dated 20200101, older than 20230929."] },
        },
        "stricter bounds": {
            config: { minimumAmiDate: "20250101", minimumAgentVersion: "1.90.0", minimumKernel: "6.1" },
            given: [
                {
                    type: "ec2.Ami",
                    name: "image",
                    inputs: { name: "amzn2-ami-ecs-kernel-5.10-hvm-2.0.20240109-arm64-ebs" },
                    outputs: { id: "ami-0aaa" },
                },
                {
                    type: "ec2.Instance",
                    name: "worker",
                    inputs: { userData: "ECS_CLUSTER=main\nyum install -y ecs-init-1.80.0", ami: "ami-0aaa" },
                },
            ],
            reports: {
                worker: [
                    'The machine image "amzn2-ami-ecs-kernel-5.10-hvm-2.0.20240109-arm64-ebs" is dated 20240109, older than 20250101.',
                    'The machine image "amzn2-ami-ecs-kernel-5.10-hvm-2.0.20240109-arm64-ebs" has kernel 5.10, older than 6.1.',
                    "The user data pins the ECS agent to 1.80.0, older than 1.90.0.",
                ],
            },
        },
        "resources whose inputs were not noted": {
            config: { amiVersions: { "ami-0aaa": "20200101" } },
            given: [
                {
                    type: "ec2.LaunchTemplate",
                    name: "workers",
                    inputs: false,
                    outputs: { userData: JOIN, imageId: "ami-0aaa" },
                },
            ],
            reports: { workers: ["The machine image ami-0aaa is dated 20200101, older than 20230929."] },
        },

        "an old agent by the name of its image, without a letter before the version": {
            given: [
                {
                    type: "ec2.Instance",
                    name: "worker",
                    inputs: { userData: "ECS_CLUSTER=main\ndocker pull amazon/amazon-ecs-agent:1.40.0\n" },
                },
            ],
            reports: { worker: ["The user data pins the ECS agent to 1.40.0, older than 1.77.0."] },
        },
    },
    unknown: {
        "the image": {
            given: [{ type: "ec2.LaunchTemplate", name: "workers", inputs: { userData: JOIN, imageId: unknown } }],
        },
        "the image, while the agent is old": {
            given: [{ type: "ec2.LaunchTemplate", name: "workers", inputs: { userData: PINNED, imageId: unknown } }],
            reports: { workers: ["The user data pins the ECS agent to 1.62.2, older than 1.77.0."] },
        },
        "the name of the image, while its architecture is known": {
            given: [
                { type: "ec2.Ami", name: "image", inputs: { name: unknown, architecture: "i386" } },
                {
                    type: "ec2.LaunchTemplate",
                    name: "workers",
                    inputs: { userData: JOIN, imageId: unknown },
                    dependsOn: { imageId: ["image"] },
                },
            ],
            reports: { workers: ["The machine image has an architecture other than x86_64 and arm64."] },
        },
        "the user data": {
            config: { amiVersions: { "ami-0aaa": "20200101" } },
            given: [
                { type: "ec2.LaunchTemplate", name: "workers", inputs: { userData: unknown, imageId: "ami-0aaa" } },
            ],
            settled: true,
        },
        "the user data, which depends on a cluster": {
            config: { amiVersions: { "ami-0aaa": "20200101" } },
            given: [
                { type: "ecs.Cluster", name: "main", inputs: { name: "main" } },
                {
                    type: "ec2.LaunchTemplate",
                    name: "workers",
                    inputs: { userData: unknown, imageId: "ami-0aaa" },
                    dependsOn: { userData: ["main"] },
                },
            ],
            reports: { workers: ["The machine image ami-0aaa is dated 20200101, older than 20230929."] },
        },
        "the group of the capacity provider": {
            config: { amiVersions: { "ami-0aaa": "20200101" } },
            given: [
                { type: "ec2.LaunchTemplate", name: "workers", inputs: { imageId: "ami-0aaa" } },
                { type: "autoscaling.Group", name: "group", inputs: { launchTemplate: { id: unknown } } },
                {
                    type: "ecs.CapacityProvider",
                    name: "provider",
                    inputs: { autoScalingGroupProvider: { autoScalingGroupArn: unknown } },
                },
            ],
            settled: true,
        },
    },
});
