/**
 * A Fargate service that GuardDuty Runtime Monitoring covers. Its subnets have no way to the internet: the image of the
 * agent, like the one of the service, comes through VPC endpoints.
 */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const tags = { project: pulumi.getProject(), stack: pulumi.getStack(), owner: "platform-team" };
const region = aws.getRegionOutput().region;
const account = aws.getCallerIdentityOutput().accountId;
const zones = aws.getAvailabilityZonesOutput({ state: "available" }).names;

// Network: private subnets, and endpoints for what a task needs before it runs.
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

// Layers of images are in S3.
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
const endpoints = ["ecr.api", "ecr.dkr", "logs"].map(
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

// GuardDuty: Runtime Monitoring with an agent that AWS manages, and a mail when the coverage of a cluster changes.
const detector = new aws.guardduty.Detector("main", { enable: true, tags });
const monitoring = new aws.guardduty.DetectorFeature("runtime-monitoring", {
    detectorId: detector.id,
    name: "RUNTIME_MONITORING",
    status: "ENABLED",
    additionalConfigurations: [{ name: "ECS_FARGATE_AGENT_MANAGEMENT", status: "ENABLED" }],
});

const topic = new aws.sns.Topic("coverage", { tags });
new aws.sns.TopicPolicy("coverage", {
    arn: topic.arn,
    policy: pulumi.jsonStringify({
        Version: "2012-10-17",
        Statement: [
            {
                Effect: "Allow",
                Principal: { Service: "events.amazonaws.com" },
                Action: "sns:Publish",
                Resource: topic.arn,
            },
        ],
    }),
});
const coverage = new aws.cloudwatch.EventRule("coverage", {
    description: "The coverage of an ECS cluster by Runtime Monitoring has changed",
    eventPattern: JSON.stringify({
        source: ["aws.guardduty"],
        "detail-type": ["GuardDuty Runtime Protection Unhealthy", "GuardDuty Runtime Protection Healthy"],
        detail: { resourceDetails: { resourceType: ["ECS"] } },
    }),
    tags,
});
new aws.cloudwatch.EventTarget("coverage", { rule: coverage.name, arn: topic.arn });

// The image of the service and that of the agent are pulled with the execution role.
const assumeRolePolicy = aws.iam.assumeRolePolicyForPrincipal({ Service: "ecs-tasks.amazonaws.com" });
const executionRole = new aws.iam.Role("execution", { assumeRolePolicy, tags });
const pulls = new aws.iam.RolePolicyAttachment("execution", {
    role: executionRole.name,
    policyArn: aws.iam.ManagedPolicy.AmazonECSTaskExecutionRolePolicy,
});

const logs = new aws.cloudwatch.LogGroup("web", { retentionInDays: 90, tags });
const repository = new pulumi.Config().get("repository") ?? "web";

const cluster = new aws.ecs.Cluster("main", {
    settings: [{ name: "containerInsights", value: "enhanced" }],
    tags: { ...tags, GuardDutyManaged: "true" },
});

const task = new aws.ecs.TaskDefinition("web", {
    family: "web",
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    // A quarter of a virtual CPU: the agent takes up to 128 MiB of the memory.
    cpu: "256",
    memory: "512",
    runtimePlatform: { operatingSystemFamily: "LINUX", cpuArchitecture: "ARM64" },
    executionRoleArn: executionRole.arn,
    containerDefinitions: pulumi.jsonStringify([
        {
            name: "web",
            image: pulumi.interpolate`${account}.dkr.ecr.${region}.amazonaws.com/${repository}:1.0.0`,
            memory: 384,
            user: "1000:1000",
            readonlyRootFilesystem: true,
            logConfiguration: {
                logDriver: "awslogs",
                options: { "awslogs-group": logs.name, "awslogs-region": region, "awslogs-stream-prefix": "web" },
            },
        },
    ]),
    tags,
});

// The agent joins tasks that start after Runtime Monitoring is on, so the service waits for it.
const service = new aws.ecs.Service(
    "web",
    {
        cluster: cluster.arn,
        taskDefinition: task.arn,
        desiredCount: 2,
        launchType: "FARGATE",
        networkConfiguration: { subnets: subnets.map(({ id }) => id), securityGroups: [taskGroup.id] },
        propagateTags: "SERVICE",
        tags,
    },
    { dependsOn: [monitoring, pulls, storage, ...endpoints] },
);

export const serviceName = service.name;
