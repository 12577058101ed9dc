/**
 * What not to do: each of the Security Hub controls for ECS is broken at least once.
 *
 * For `pulumi preview` only. The ids and ARNs of what would surround these resources are made up, so an update would
 * fail halfway, and what it had created by then would be as insecure as it looks.
 */
import * as aws from "@pulumi/aws";

const executionRoleArn = "arn:aws:iam::123456789012:role/task-execution";
const launchRoleArn = "arn:aws:iam::123456789012:role/task-launch";
const subnets = ["subnet-0123456789abcdef0"];

const logConfiguration = {
    logDriver: "awslogs",
    options: { "awslogs-group": "/ecs/shop", "awslogs-region": "us-east-1", "awslogs-stream-prefix": "shop" },
};

// Neither Container Insights (ECS.12) nor tags (ECS.14).
const cluster = new aws.ecs.Cluster("shop");

// The first container is as it should be; the second one is not.
const web = new aws.ecs.TaskDefinition("web", {
    family: "web",
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    cpu: "256",
    memory: "512",
    executionRoleArn,
    volumes: [
        {
            name: "content",
            efsVolumeConfiguration: { fileSystemId: "fs-0123456789abcdef0", transitEncryption: "ENABLED" },
        },
        // Travels in the clear (ECS.18).
        { name: "uploads", efsVolumeConfiguration: { fileSystemId: "fs-0123456789abcdef0" } },
    ],
    containerDefinitions: JSON.stringify([
        {
            name: "proxy",
            image: "public.ecr.aws/docker/library/haproxy:3.2",
            user: "99:99",
            readonlyRootFilesystem: true,
            logConfiguration,
        },
        {
            name: "app",
            image: "public.ecr.aws/docker/library/node:22",
            // Runs as root (ECS.20), may overwrite its own code (ECS.5), leaves no logs (ECS.9), and everybody who may
            // describe the task definition reads its credentials (ECS.8).
            environment: [
                { name: "NODE_ENV", value: "production" },
                { name: "AWS_SECRET_ACCESS_KEY", value: "made-up" },
            ],
            mountPoints: [{ sourceVolume: "uploads", containerPath: "/uploads" }],
        },
    ]),
});

// Shares the network (ECS.17) and the processes (ECS.3) of its host.
new aws.ecs.TaskDefinition("agent", {
    family: "agent",
    requiresCompatibilities: ["EC2"],
    networkMode: "host",
    pidMode: "host",
    containerDefinitions: JSON.stringify([
        // Root on the host's network, though nobody asked for privileges (ECS.1).
        {
            name: "collector",
            image: "public.ecr.aws/docker/library/telegraf:1.36",
            memory: 128,
            readonlyRootFilesystem: true,
            logConfiguration,
        },
        // Everything that root may do on the host (ECS.4).
        {
            name: "probe",
            image: "public.ecr.aws/docker/library/alpine:3.22",
            memory: 64,
            user: "1000",
            privileged: true,
            readonlyRootFilesystem: true,
            logConfiguration,
        },
    ]),
});

// An administrator in a Windows container (ECS.21).
new aws.ecs.TaskDefinition("reports", {
    family: "reports",
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    cpu: "1024",
    memory: "2048",
    executionRoleArn,
    runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE", cpuArchitecture: "X86_64" },
    containerDefinitions: JSON.stringify([
        {
            name: "reports",
            image: "mcr.microsoft.com/windows/servercore/iis:windowsservercore-ltsc2022",
            user: "ContainerAdministrator",
            logConfiguration,
        },
    ]),
});

// Reachable from the internet (ECS.2) on an outdated platform (ECS.10), without tags (ECS.13), and bound to revision 3
// of a family whose next revision this very program makes.
new aws.ecs.Service("web", {
    cluster: cluster.arn,
    taskDefinition: "web:3",
    desiredCount: 2,
    launchType: "FARGATE",
    platformVersion: "1.3.0",
    networkConfiguration: { subnets, assignPublicIp: true },
});

// Fargate too, by a capacity provider, and as outdated. Tags are no place for personal data.
new aws.ecs.Service("worker", {
    cluster: cluster.arn,
    taskDefinition: web.arn,
    desiredCount: 1,
    capacityProviderStrategies: [{ capacityProvider: "FARGATE_SPOT", weight: 1 }],
    platformVersion: "1.3.0",
    networkConfiguration: { subnets },
    tags: { owner: "jane.doe@example.com" },
});

// A deployment of its own making is no way around: its task set has a public address as well (ECS.16).
const canary = new aws.ecs.Service("canary", {
    cluster: cluster.arn,
    desiredCount: 1,
    deploymentController: { type: "EXTERNAL" },
});

new aws.ecs.TaskSet("canary", {
    cluster: cluster.arn,
    service: canary.name,
    taskDefinition: web.arn,
    launchType: "FARGATE",
    platformVersion: "1.3.0",
    networkConfiguration: { subnets, assignPublicIp: true },
});

// Nor are tasks that no service starts.
const nightly = new aws.cloudwatch.EventRule("nightly", { scheduleExpression: "cron(0 3 * * ? *)" });

new aws.cloudwatch.EventTarget("nightly", {
    rule: nightly.name,
    arn: cluster.arn,
    roleArn: launchRoleArn,
    ecsTarget: {
        taskDefinitionArn: web.arn,
        launchType: "FARGATE",
        platformVersion: "1.3.0",
        networkConfiguration: { subnets, assignPublicIp: true },
    },
});

new aws.scheduler.Schedule("hourly", {
    scheduleExpression: "rate(1 hour)",
    flexibleTimeWindow: { mode: "OFF" },
    target: {
        arn: cluster.arn,
        roleArn: launchRoleArn,
        ecsParameters: {
            taskDefinitionArn: web.arn,
            launchType: "FARGATE",
            platformVersion: "1.3.0",
            networkConfiguration: { subnets, assignPublicIp: true },
        },
    },
});

// Scaling in may stop an instance under its tasks (ECS.19).
const template = new aws.ec2.LaunchTemplate("instances", {
    imageId: "resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id",
    instanceType: "t3.medium",
});

const instances = new aws.autoscaling.Group("instances", {
    minSize: 0,
    maxSize: 4,
    vpcZoneIdentifiers: subnets,
    launchTemplate: { id: template.id, version: "$Latest" },
});

new aws.ecs.CapacityProvider("instances", {
    autoScalingGroupProvider: {
        autoScalingGroupArn: instances.arn,
        managedScaling: { status: "ENABLED", targetCapacity: 100 },
    },
});
