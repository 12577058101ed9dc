/**
 * A service with ECS Exec: sessions are encrypted with a key of their own, logged to CloudWatch Logs and S3, recorded by
 * CloudTrail, and open to those who may debug this cluster and nobody else. Its subnets have no way to the internet.
 *
 * ECS Exec needs a writable root file system, which ECS.5 forbids; `policies.json` beside this file exempts the one
 * container: `pulumi preview --policy-pack ../.. --policy-pack-config policies.json`.
 *
 * Documents name resources by what is known before they exist, their names, so that a preview judges them too.
 */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const name = "exec-audited";
const tags = { project: pulumi.getProject(), stack: pulumi.getStack(), owner: "platform-team" };
const region = aws.getRegionOutput().region;
const account = aws.getCallerIdentityOutput().accountId;
const zones = aws.getAvailabilityZonesOutput({ state: "available" }).names;

const document = (...statements: object[]) => pulumi.jsonStringify({ Version: "2012-10-17", Statement: statements });

// Network: private subnets, and endpoints for images, logs, sessions and keys.
const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16", enableDnsHostnames: true, tags });
const routes = new aws.ec2.RouteTable("private", { vpcId: vpc.id, tags });
const subnets = [0, 1].map((index) => {
    const subnet = new aws.ec2.Subnet(`private-${index}`, {
        vpcId: vpc.id,
        cidrBlock: `10.0.${index}.0/24`,
        availabilityZone: zones[index],
        tags,
    });
    new aws.ec2.RouteTableAssociation(`private-${index}`, { subnetId: subnet.id, routeTableId: routes.id });
    return subnet;
});
const taskGroup = new aws.ec2.SecurityGroup("tasks", { vpcId: vpc.id, description: "Tasks", tags });
const endpointGroup = new aws.ec2.SecurityGroup("endpoints", { vpcId: vpc.id, description: "VPC endpoints", tags });
const https = { ipProtocol: "tcp", fromPort: 443, toPort: 443 };
new aws.vpc.SecurityGroupEgressRule("endpoints", {
    ...https,
    securityGroupId: taskGroup.id,
    referencedSecurityGroupId: endpointGroup.id,
});
new aws.vpc.SecurityGroupIngressRule("tasks", {
    ...https,
    securityGroupId: endpointGroup.id,
    referencedSecurityGroupId: taskGroup.id,
});
const storage = new aws.ec2.VpcEndpoint("s3", {
    vpcId: vpc.id,
    serviceName: pulumi.interpolate`com.amazonaws.${region}.s3`,
    vpcEndpointType: "Gateway",
    routeTableIds: [routes.id],
    tags,
});
new aws.vpc.SecurityGroupEgressRule("s3", {
    ...https,
    securityGroupId: taskGroup.id,
    prefixListId: storage.prefixListId,
});
const endpoints = ["ecr.api", "ecr.dkr", "logs", "ssmmessages", "kms"].map(
    (service) =>
        new aws.ec2.VpcEndpoint(service, {
            vpcId: vpc.id,
            serviceName: pulumi.interpolate`com.amazonaws.${region}.${service}`,
            vpcEndpointType: "Interface",
            privateDnsEnabled: true,
            subnetIds: subnets.map(({ id }) => id),
            securityGroupIds: [endpointGroup.id],
            tags,
        }),
);

// One key for the sessions and for their logs; CloudWatch Logs has to be allowed to use it.
const logGroupName = `/ecs/${name}/exec`;
const key = new aws.kms.Key("exec", {
    description: "Sessions of ECS Exec and their logs",
    enableKeyRotation: true,
    policy: document(
        {
            Effect: "Allow",
            Principal: { AWS: pulumi.interpolate`arn:aws:iam::${account}:root` },
            Action: "kms:*",
            Resource: "*",
        },
        {
            Effect: "Allow",
            Principal: { Service: pulumi.interpolate`logs.${region}.amazonaws.com` },
            Action: ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"],
            Resource: "*",
            Condition: {
                ArnLike: {
                    "kms:EncryptionContext:aws:logs:arn": pulumi.interpolate`arn:aws:logs:${region}:${account}:log-group:${logGroupName}`,
                },
            },
        },
    ),
    tags,
});
// Documents know the key by its alias, since its ARN is not known at preview.
const alias = new aws.kms.Alias("exec", { name: `alias/${name}`, targetKeyId: key.keyId });
const withKey = (action: string) => ({
    Effect: "Allow",
    Action: action,
    Resource: pulumi.interpolate`arn:aws:kms:${region}:${account}:key/*`,
    Condition: { "ForAnyValue:StringEquals": { "kms:ResourceAliases": `alias/${name}` } },
});
const sessions = new aws.cloudwatch.LogGroup("exec", {
    name: logGroupName,
    kmsKeyId: key.arn,
    retentionInDays: 365,
    tags,
});
const archive = new aws.s3.Bucket("exec", { tags });
new aws.s3.BucketPublicAccessBlock("exec", {
    bucket: archive.bucket,
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
});
const encryption = new aws.s3.BucketServerSideEncryptionConfiguration("exec", {
    bucket: archive.bucket,
    rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: key.arn } }],
});

// CloudTrail: who opened which session.
const trailName = name;
const trailArn = pulumi.interpolate`arn:aws:cloudtrail:${region}:${account}:trail/${trailName}`;
const events = new aws.s3.Bucket("events", { tags });
const delivery = new aws.s3.BucketPolicy("events", {
    bucket: events.bucket,
    policy: document(
        {
            Effect: "Allow",
            Principal: { Service: "cloudtrail.amazonaws.com" },
            Action: "s3:GetBucketAcl",
            Resource: events.arn,
            Condition: { StringEquals: { "aws:SourceArn": trailArn } },
        },
        {
            Effect: "Allow",
            Principal: { Service: "cloudtrail.amazonaws.com" },
            Action: "s3:PutObject",
            Resource: pulumi.interpolate`${events.arn}/AWSLogs/${account}/*`,
            Condition: {
                StringEquals: { "aws:SourceArn": trailArn, "s3:x-amz-acl": "bucket-owner-full-control" },
            },
        },
    ),
});
new aws.cloudtrail.Trail(
    "main",
    { name: trailName, s3BucketName: events.bucket, isMultiRegionTrail: true, enableLogFileValidation: true, tags },
    { dependsOn: delivery },
);

const cluster = new aws.ecs.Cluster("main", {
    name,
    settings: [{ name: "containerInsights", value: "enhanced" }],
    configuration: {
        executeCommandConfiguration: {
            kmsKeyId: key.arn,
            logging: "OVERRIDE",
            logConfiguration: {
                cloudWatchEncryptionEnabled: true,
                cloudWatchLogGroupName: sessions.name,
                s3BucketName: archive.bucket,
                s3BucketEncryptionEnabled: true,
                s3KeyPrefix: "sessions",
            },
        },
    },
    tags: { ...tags, GuardDutyManaged: "true" },
});

// The task role carries the session: its channels, its logs, its key.
const assumeRolePolicy = aws.iam.assumeRolePolicyForPrincipal({ Service: "ecs-tasks.amazonaws.com" });
const taskRole = new aws.iam.Role("task", { assumeRolePolicy, tags });
const session = new aws.iam.RolePolicy("exec", {
    role: taskRole.name,
    policy: document(
        {
            Effect: "Allow",
            Action: [
                "ssmmessages:CreateControlChannel",
                "ssmmessages:CreateDataChannel",
                "ssmmessages:OpenControlChannel",
                "ssmmessages:OpenDataChannel",
            ],
            Resource: "*",
        },
        { Effect: "Allow", Action: ["logs:DescribeLogGroups", "s3:GetBucketLocation"], Resource: "*" },
        {
            Effect: "Allow",
            Action: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
            Resource: pulumi.interpolate`arn:aws:logs:${region}:${account}:log-group:${logGroupName}:*`,
        },
        {
            Effect: "Allow",
            Action: "s3:GetEncryptionConfiguration",
            Resource: pulumi.interpolate`arn:aws:s3:::${archive.bucket}`,
        },
        { Effect: "Allow", Action: "s3:PutObject", Resource: pulumi.interpolate`arn:aws:s3:::${archive.bucket}/*` },
        // To open the session, and to write encrypted objects.
        withKey("kms:Decrypt"),
        withKey("kms:GenerateDataKey"),
    ),
});
const executionRole = new aws.iam.Role("execution", { assumeRolePolicy, tags });
const pulls = new aws.iam.RolePolicyAttachment("execution", {
    role: executionRole.name,
    policyArn: aws.iam.ManagedPolicy.AmazonECSTaskExecutionRolePolicy,
});

// Callers: this cluster, this container, and no session past ECS.
const tasks = pulumi.interpolate`arn:aws:ecs:${region}:${account}:task/${name}/*`;
const debuggers = new aws.iam.Group("debuggers", { path: "/ecs/" });
new aws.iam.GroupPolicy("debuggers", {
    group: debuggers.name,
    policy: document(
        {
            Sid: "Exec",
            Effect: "Allow",
            Action: "ecs:ExecuteCommand",
            Resource: [tasks, pulumi.interpolate`arn:aws:ecs:${region}:${account}:cluster/${name}`],
            Condition: { StringEquals: { "ecs:container-name": "web" } },
        },
        { Sid: "Find", Effect: "Allow", Action: ["ecs:DescribeTasks", "ecs:ListTasks"], Resource: "*" },
        { Sid: "Encrypt", ...withKey("kms:GenerateDataKey") },
        { Sid: "NoWayAround", Effect: "Deny", Action: "ssm:StartSession", Resource: "arn:aws:ecs:*:*:task/*" },
    ),
});

const logs = new aws.cloudwatch.LogGroup("web", { retentionInDays: 90, tags });
const task = new aws.ecs.TaskDefinition("web", {
    family: "web",
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    cpu: "512",
    memory: "1024",
    runtimePlatform: { operatingSystemFamily: "LINUX", cpuArchitecture: "ARM64" },
    executionRoleArn: executionRole.arn,
    taskRoleArn: taskRole.arn,
    containerDefinitions: pulumi.jsonStringify([
        {
            name: "web",
            image: pulumi.interpolate`${account}.dkr.ecr.${region}.amazonaws.com/web:1.0.0`,
            // The rest is for the session, and for the agent of GuardDuty.
            memory: 768,
            user: "1000:1000",
            // Set it to true, and there is no session; ECS Exec and ECS.5 exclude each other.
            readonlyRootFilesystem: new pulumi.Config().getBoolean("readonlyRootFilesystem") ?? false,
            linuxParameters: { initProcessEnabled: true },
            logConfiguration: {
                logDriver: "awslogs",
                options: { "awslogs-group": logs.name, "awslogs-region": region, "awslogs-stream-prefix": "web" },
            },
        },
    ]),
    tags,
});

const service = new aws.ecs.Service(
    "web",
    {
        cluster: cluster.arn,
        taskDefinition: task.arn,
        desiredCount: 2,
        launchType: "FARGATE",
        enableExecuteCommand: true,
        networkConfiguration: { subnets: subnets.map(({ id }) => id), securityGroups: [taskGroup.id] },
        propagateTags: "SERVICE",
        tags,
    },
    { dependsOn: [pulls, session, alias, encryption, storage, ...endpoints] },
);

export const serviceName = service.name;
