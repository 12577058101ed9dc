/**
 * What not to do: root shells into running containers that nobody logs, encrypts or limits, and some that will not even
 * open. Each policy about ECS Exec has something to say here at least once; `policies.json` beside this file enables the
 * three that are disabled by default.
 *
 * For `pulumi preview` only: some of the ids and ARNs are made up.
 */
import * as aws from "@pulumi/aws";

const region = aws.config.requireRegion();
const tags = { owner: "platform-team" };
const watched = { ...tags, GuardDutyManaged: "true" };
const settings = [{ name: "containerInsights", value: "enabled" }];
const document = (...statements: object[]) => JSON.stringify({ Version: "2012-10-17", Statement: statements });
const awslogs = {
    logDriver: "awslogs",
    options: { "awslogs-group": "/ecs/shop", "awslogs-region": region, "awslogs-stream-prefix": "shop" },
};
const container = { user: "1000:1000", readonlyRootFilesystem: false, logConfiguration: awslogs };
const assumeRolePolicy = aws.iam.assumeRolePolicyForPrincipal({ Service: "ecs-tasks.amazonaws.com" });

// A network in which ECS has endpoints, but sessions and their key have none.
const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16", enableDnsHostnames: true, tags });
const subnet = new aws.ec2.Subnet("private", { vpcId: vpc.id, cidrBlock: "10.0.0.0/24", tags });
const routes = new aws.ec2.RouteTable("private", { vpcId: vpc.id, routes: [], tags });
new aws.ec2.RouteTableAssociation("private", { subnetId: subnet.id, routeTableId: routes.id });
for (const service of ["ecs", "ecs-agent", "ecs-telemetry", "ecr.api", "ecr.dkr"]) {
    new aws.ec2.VpcEndpoint(service, {
        vpcId: vpc.id,
        serviceName: `com.amazonaws.${region}.${service}`,
        vpcEndpointType: "Interface",
        privateDnsEnabled: true,
        subnetIds: [subnet.id],
        tags,
    });
}
new aws.ec2.VpcEndpoint("s3", {
    vpcId: vpc.id,
    serviceName: `com.amazonaws.${region}.s3`,
    vpcEndpointType: "Gateway",
    routeTableIds: [routes.id],
    tags,
});
const networkConfiguration = { subnets: [subnet.id] };

// Nothing records the calls that change something, opening a session among them.
new aws.cloudtrail.Trail("reads", {
    s3BucketName: "shop-events",
    eventSelectors: [{ readWriteType: "ReadOnly", includeManagementEvents: true }],
    tags,
});

// Sessions are not logged at all.
new aws.ecs.Cluster("silent", {
    name: "silent",
    settings,
    configuration: { executeCommandConfiguration: { logging: "NONE" } },
    tags: watched,
});

// Somebody thought of a log group and forgot `OVERRIDE`.
new aws.ecs.Cluster("absent-minded", {
    name: "absent-minded",
    settings,
    configuration: {
        executeCommandConfiguration: {
            logging: "DEFAULT",
            logConfiguration: { cloudWatchLogGroupName: "/ecs/exec" },
        },
    },
    tags: watched,
});

// Logs go to a group and a bucket, encrypted by neither; the role of the tasks may write to neither, nor use the key.
const key = new aws.kms.Key("exec", { enableKeyRotation: true, tags });
const group = new aws.cloudwatch.LogGroup("exec", { retentionInDays: 30, tags });
const main = new aws.ecs.Cluster("main", {
    name: "main",
    settings,
    configuration: {
        executeCommandConfiguration: {
            kmsKeyId: key.arn,
            logging: "OVERRIDE",
            logConfiguration: {
                cloudWatchEncryptionEnabled: true,
                cloudWatchLogGroupName: group.name,
                s3BucketName: "shop-sessions",
            },
        },
    },
    tags: watched,
});

const powerless = new aws.iam.Role("powerless", { assumeRolePolicy, tags });
new aws.iam.RolePolicy("powerless", {
    role: powerless.name,
    policy: document({ Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::shop-content/*" }),
});
const execution = new aws.iam.Role("execution", { assumeRolePolicy, tags });
new aws.iam.RolePolicyAttachment("execution", {
    role: execution.name,
    policyArn: aws.iam.ManagedPolicy.AmazonECSTaskExecutionRolePolicy,
});

// A read-only file system, in which no session opens; no tools to log one with; and not a byte of memory to spare. Two
// containers share their processes, so that only one of them can have a session.
const web = new aws.ecs.TaskDefinition("web", {
    family: "web",
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    cpu: "256",
    memory: "512",
    pidMode: "task",
    executionRoleArn: execution.arn,
    taskRoleArn: powerless.arn,
    containerDefinitions: JSON.stringify([
        { ...container, name: "web", image: "shop/web:1", memory: 384, readonlyRootFilesystem: true },
        { ...container, name: "proxy", image: "gcr.io/distroless/static-debian12:nonroot", memory: 128 },
    ]),
    tags,
});
new aws.ecs.Service("web", {
    name: "web",
    cluster: main.arn,
    taskDefinition: web.arn,
    desiredCount: 2,
    launchType: "FARGATE",
    platformVersion: "1.3.0",
    enableExecuteCommand: true,
    networkConfiguration,
    tags,
});

// A cluster of instances that are too old for it, where sessions go to a log driver that nobody has configured.
const shop = new aws.ecs.Cluster("shop", { name: "shop", settings, tags: watched });
const template = new aws.ec2.LaunchTemplate("instances", {
    imageId: "resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2/recommended/image_id",
    instanceType: "m5.large",
    userData: Buffer.from(
        "#!/bin/bash\nyum install -y ecs-init-1.49.0-1.amzn2\necho ECS_CLUSTER=shop >> /etc/ecs/ecs.config\n",
    ).toString("base64"),
    tags,
});
const instances = new aws.autoscaling.Group("instances", {
    minSize: 1,
    maxSize: 3,
    vpcZoneIdentifiers: [subnet.id],
    launchTemplate: { id: template.id, version: "$Latest" },
    protectFromScaleIn: true,
});
const capacity = new aws.ecs.CapacityProvider("instances", {
    name: "instances",
    autoScalingGroupProvider: {
        autoScalingGroupArn: instances.arn,
        managedScaling: { status: "ENABLED" },
        managedTerminationProtection: "ENABLED",
    },
    tags,
});
new aws.ecs.ClusterCapacityProviders("instances", {
    clusterName: shop.name,
    capacityProviders: [capacity.name],
    defaultCapacityProviderStrategies: [{ capacityProvider: capacity.name, weight: 1 }],
});

// No role that could carry a session, on the network of the instance, with another log driver and a base image that no
// session gets into.
const batch = new aws.ecs.TaskDefinition("batch", {
    family: "batch",
    requiresCompatibilities: ["EC2"],
    networkMode: "bridge",
    containerDefinitions: JSON.stringify([
        {
            ...container,
            name: "batch",
            image: "mcr.microsoft.com/windows/nanoserver:ltsc2022",
            memory: 256,
            logConfiguration: { logDriver: "syslog" },
        },
    ]),
    tags,
});
new aws.ecs.Service("batch", {
    name: "batch",
    cluster: shop.arn,
    taskDefinition: batch.arn,
    desiredCount: 1,
    enableExecuteCommand: true,
    tags,
});

// A task that is started before there is an instance for it has no session.
const nightly = new aws.cloudwatch.EventRule("nightly", { scheduleExpression: "cron(0 3 * * ? *)", tags });
new aws.cloudwatch.EventTarget("nightly", {
    rule: nightly.name,
    arn: shop.arn,
    roleArn: "arn:aws:iam::123456789012:role/task-launch",
    ecsTarget: {
        taskDefinitionArn: batch.arn,
        capacityProviderStrategies: [{ capacityProvider: capacity.name, weight: 1 }],
        enableExecuteCommand: true,
    },
});

// Everybody in the group may open a shell anywhere, with or without ECS, and start tasks to open one in.
const developers = new aws.iam.Group("developers");
new aws.iam.GroupPolicy("developers", {
    group: developers.name,
    policy: document(
        { Sid: "Exec", Effect: "Allow", Action: "ecs:ExecuteCommand", Resource: "*" },
        { Sid: "Sessions", Effect: "Allow", Action: "ssm:StartSession", Resource: "*" },
        { Sid: "Launch", Effect: "Allow", Action: ["ecs:RunTask", "ecs:UpdateService"], Resource: "*" },
    ),
});
