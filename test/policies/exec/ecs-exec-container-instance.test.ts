import { Resource, stackCases, unknown } from "../../support/cases";

const JOIN = Buffer.from("#!/bin/bash\necho ECS_CLUSTER=main >> /etc/ecs/ecs.config\n").toString("base64");
const WINDOWS =
    '<powershell>\n$agentVersion = "v1.54.0"\nInitialize-ECSAgent -Cluster main -EnableTaskIAMRole\n</powershell>';

const cluster: Resource = { type: "ecs.Cluster", name: "main", inputs: { name: "main" } };
const image: Resource = {
    type: "ec2.Ami",
    name: "image",
    inputs: { name: "amzn2-ami-ecs-hvm-2.0.20210115-x86_64-ebs" },
    outputs: { id: "ami-0aaa" },
};
const service: Resource = {
    type: "ecs.Service",
    name: "web",
    inputs: { cluster: "main", launchType: "EC2", enableExecuteCommand: true },
};
const old: Resource = { type: "ec2.LaunchTemplate", name: "workers", inputs: { userData: JOIN, imageId: "ami-0aaa" } };
const fact = 'The machine image "amzn2-ami-ecs-hvm-2.0.20210115-x86_64-ebs" is dated 20210115, older than 20210121.';

export default stackCases(__filename, {
    valid: {
        "the newest image": {
            given: [
                cluster,
                {
                    type: "ec2.LaunchTemplate",
                    name: "workers",
                    inputs: {
                        imageId: "resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id",
                        userData: JOIN,
                    },
                },
                service,
            ],
        },
        "the newest image in an instance": {
            given: [
                { type: "ecs.Cluster", name: "main", inputs: { name: "main" } },
                {
                    type: "ec2.Instance",
                    name: "worker",
                    inputs: {
                        ami: "resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2/recommended/image_id",
                        userData: "#!/bin/bash\necho ECS_CLUSTER=main >> /etc/ecs/ecs.config\n",
                    },
                },
                {
                    type: "ecs.Service",
                    name: "web",
                    inputs: { cluster: "main", launchType: "EC2", enableExecuteCommand: true },
                },
            ],
        },
        "the first accepted date, and an agent that is new enough": {
            given: [
                cluster,
                service,
                { ...image, inputs: { name: "amzn2-ami-ecs-hvm-2.0.20210121-x86_64-ebs" } },
                {
                    type: "ec2.Instance",
                    name: "worker",
                    inputs: { ami: "ami-0aaa", userData: "ECS_CLUSTER=main\nyum install -y ecs-init-1.50.2-1.amzn2" },
                },
            ],
        },
        "Bottlerocket and Windows images for ECS": {
            given: [
                cluster,
                service,
                {
                    type: "ec2.LaunchTemplate",
                    name: "bottlerocket",
                    inputs: {
                        userData: JOIN,
                        imageId: "resolve:ssm:/aws/service/bottlerocket/aws-ecs-1/x86_64/latest/image_id",
                    },
                },
                {
                    type: "ec2.LaunchTemplate",
                    name: "windows",
                    inputs: {
                        userData: JOIN,
                        imageId:
                            "resolve:ssm:/aws/service/ami-windows-latest/Windows_Server-2022-English-Core-ECS_Optimized/image_id",
                    },
                },
            ],
        },
        "an image behind a parameter of one's own": {
            given: [
                cluster,
                service,
                {
                    type: "ec2.LaunchTemplate",
                    name: "workers",
                    inputs: { userData: JOIN, imageId: "resolve:ssm:/golden/ecs" },
                },
            ],
        },
        "an image of the Marketplace, which may be made for ECS": {
            given: [
                cluster,
                service,
                {
                    type: "ec2.LaunchTemplate",
                    name: "workers",
                    inputs: { userData: JOIN, imageId: "resolve:ssm:/aws/service/marketplace/prod-abc123/2024.11" },
                },
            ],
        },
        "a date in the path of a parameter of one's own": {
            given: [
                cluster,
                service,
                {
                    type: "ec2.LaunchTemplate",
                    name: "workers",
                    inputs: { userData: JOIN, imageId: "resolve:ssm:/platform/2020/20200401/ecs-ami" },
                },
            ],
        },
        "exec off": {
            given: [
                cluster,
                image,
                old,
                { type: "ecs.Service", name: "web", inputs: { cluster: "main", launchType: "EC2" } },
                {
                    type: "ecs.Service",
                    name: "api",
                    inputs: { cluster: "main", launchType: "EC2", enableExecuteCommand: false },
                },
                {
                    type: "ecs.Service",
                    name: "job",
                    inputs: { cluster: "main", launchType: "EC2", enableExecuteCommand: "true" },
                },
            ],
        },
        "exec on Fargate and on external instances": {
            given: [
                cluster,
                image,
                old,
                {
                    type: "ecs.Service",
                    name: "web",
                    inputs: { cluster: "main", launchType: "FARGATE", enableExecuteCommand: true },
                },
                {
                    type: "ecs.Service",
                    name: "edge",
                    inputs: { cluster: "main", launchType: "EXTERNAL", enableExecuteCommand: true },
                },
            ],
        },
        "exec in another cluster": {
            given: [
                cluster,
                image,
                old,
                { type: "ecs.Cluster", name: "other", inputs: { name: "other" } },
                {
                    type: "ecs.Service",
                    name: "web",
                    inputs: { cluster: "other", launchType: "EC2", enableExecuteCommand: true },
                },
            ],
        },
        "a setting that accepts what is there": {
            config: { minimumAmiDate: "20200101", minimumAgentVersion: "1.40.0" },
            given: [
                cluster,
                image,
                service,
                {
                    type: "ec2.Instance",
                    name: "worker",
                    inputs: { ami: "ami-0aaa", userData: "ECS_CLUSTER=main\nyum install -y ecs-init-1.44.1" },
                },
            ],
        },
    },
    invalid: {
        "an image from before ECS Exec": {
            given: [
                { type: "ecs.Cluster", name: "main", inputs: { name: "main" } },
                {
                    type: "ec2.Ami",
                    name: "image",
                    inputs: { name: "amzn2-ami-ecs-hvm-2.0.20210115-x86_64-ebs" },
                },
                {
                    type: "ec2.LaunchTemplate",
                    name: "workers",
                    inputs: { imageId: unknown },
                    dependsOn: { imageId: ["image"] },
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
                    inputs: { name: "provider", autoScalingGroupProvider: { autoScalingGroupArn: unknown } },
                    dependsOn: { autoScalingGroupProvider: ["group"] },
                },
                {
                    type: "ecs.ClusterCapacityProviders",
                    name: "providers",
                    inputs: {
                        clusterName: "main",
                        capacityProviders: ["provider"],
                        defaultCapacityProviderStrategies: [{ capacityProvider: "provider" }],
                    },
                },
                {
                    type: "ecs.Service",
                    name: "web",
                    inputs: { cluster: unknown, enableExecuteCommand: true },
                    dependsOn: { cluster: ["main"] },
                },
            ],
            reports: { workers: [fact] },
        },
        "the same after the update": {
            given: [
                { ...cluster, outputs: { arn: "arn:aws:ecs:us-east-1:1:cluster/main" } },
                image,
                old,
                {
                    type: "ecs.Service",
                    name: "web",
                    inputs: {
                        cluster: "arn:aws:ecs:us-east-1:1:cluster/main",
                        launchType: "EC2",
                        enableExecuteCommand: true,
                    },
                },
            ],
            reports: { workers: [fact] },
        },
        "an old agent, and an image of AWS for something else": {
            given: [
                cluster,
                service,
                {
                    type: "ec2.Instance",
                    name: "worker",
                    inputs: {
                        ami: "resolve:ssm:/aws/service/eks/optimized-ami/1.30/amazon-linux-2023/x86_64/standard/recommended/image_id",
                        userData: "ECS_CLUSTER=main\nyum install -y ecs-init-1.50.1-1.amzn2\n",
                    },
                },
            ],
            reports: {
                worker: [
                    'The machine image "/aws/service/eks/optimized-ami/1.30/amazon-linux-2023/x86_64/standard/recommended/image_id" is not optimized for Amazon ECS.',
                    "The user data pins the ECS agent to 1.50.1, older than 1.50.2.",
                ],
            },
        },
        "an agent on Windows that would do on Linux": {
            given: [cluster, service, { type: "ec2.Instance", name: "worker", inputs: { userData: WINDOWS } }],
            reports: { worker: ["The user data pins the ECS agent to 1.54.0, older than 1.56.0."] },
        },
        "a stricter bound, on Windows too": {
            config: { minimumAmiDate: "20240101", minimumAgentVersion: "1.80.0" },
            given: [
                cluster,
                service,
                image,
                { ...old, name: "linux" },
                { type: "ec2.Instance", name: "worker", inputs: { userData: WINDOWS } },
            ],
            reports: {
                linux: [
                    'The machine image "amzn2-ami-ecs-hvm-2.0.20210115-x86_64-ebs" is dated 20210115, older than 20240101.',
                ],
                worker: ["The user data pins the ECS agent to 1.54.0, older than 1.80.0."],
            },
        },
        "an event target": {
            given: [
                cluster,
                image,
                old,
                {
                    type: "cloudwatch.EventTarget",
                    name: "target",
                    inputs: {
                        arn: "arn:aws:ecs:us-east-1:1:cluster/main",
                        ecsTarget: { launchType: "EC2", enableExecuteCommand: true },
                    },
                },
            ],
            reports: { workers: [fact] },
        },
        "a schedule on a cluster without capacity providers": {
            given: [
                cluster,
                image,
                old,
                {
                    type: "scheduler.Schedule",
                    name: "schedule",
                    inputs: {
                        target: {
                            arn: "arn:aws:ecs:us-east-1:1:cluster/main",
                            ecsParameters: { enableExecuteCommand: true },
                        },
                    },
                },
            ],
            reports: { workers: [fact] },
        },
        "a service of aws-native": {
            given: [
                cluster,
                image,
                old,
                {
                    type: "aws-native:ecs:Service",
                    name: "web",
                    inputs: { cluster: "main", launchType: "EC2", enableExecuteCommand: true },
                },
            ],
            reports: { workers: [fact] },
        },

        "one of two launchers, of which the other is not known": {
            given: [
                cluster,
                image,
                old,
                {
                    type: "ecs.Service",
                    name: "api",
                    inputs: { cluster: "main", launchType: unknown, enableExecuteCommand: true },
                },
                service,
            ],
            reports: { workers: [fact] },
        },
    },
    unknown: {
        "whether exec is on": {
            given: [
                cluster,
                image,
                old,
                {
                    type: "ecs.Service",
                    name: "web",
                    inputs: { cluster: "main", launchType: "EC2", enableExecuteCommand: unknown },
                },
            ],
        },
        "the launch type": {
            given: [
                cluster,
                image,
                old,
                {
                    type: "ecs.Service",
                    name: "web",
                    inputs: { cluster: "main", launchType: unknown, enableExecuteCommand: true },
                },
            ],
            settled: true,
        },
        "the cluster of one service, while another is known": {
            given: [
                cluster,
                { type: "ecs.Cluster", name: "other", inputs: { name: "other" } },
                image,
                old,
                service,
                {
                    type: "ecs.Service",
                    name: "api",
                    inputs: { cluster: unknown, launchType: "EC2", enableExecuteCommand: true },
                },
            ],
            reports: { workers: [fact] },
        },
    },
});
