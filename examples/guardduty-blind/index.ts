/**
 * What not to do: all of it deploys, runs for weeks, and GuardDuty Runtime Monitoring never sees it. Each policy of the
 * topic has something to say here at least once.
 *
 * For `pulumi preview` only: some of the ids and ARNs are made up, and the organization policy would be in force.
 */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const region = aws.config.requireRegion();
const tags = { owner: "platform-team" };
const settings = [{ name: "containerInsights", value: "enabled" }];
const logConfiguration = {
    logDriver: "awslogs",
    options: { "awslogs-group": "/ecs/shop", "awslogs-region": region, "awslogs-stream-prefix": "shop" },
};
const container = { user: "1000:1000", readonlyRootFilesystem: true, logConfiguration };

// The detector is off, the feature is on without an agent that anybody would install, and nobody is told about it.
const detector = new aws.guardduty.Detector("main", { enable: false, tags });
new aws.guardduty.DetectorFeature("runtime-monitoring", {
    detectorId: detector.id,
    name: "RUNTIME_MONITORING",
    status: "ENABLED",
});

// There is a rule, but events of this type do not exist.
const coverage = new aws.cloudwatch.EventRule("coverage", {
    eventPattern: JSON.stringify({
        source: ["aws.guardduty"],
        "detail-type": ["GuardDuty Runtime Protection Unhealty"],
    }),
    tags,
});
new aws.cloudwatch.EventTarget("coverage", { rule: coverage.name, arn: `arn:aws:sns:${region}:123456789012:coverage` });

// The agent of every account below this policy is silenced.
new aws.organizations.Policy("guardrails", {
    content: JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Sid: "NoSecurityServices", Effect: "Deny", Action: "guardduty:*", Resource: "*" }],
    }),
    tags,
});

// Who may tag is decided by tags, and nobody may tag a cluster.
new aws.iam.Policy("operators", {
    policy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [
            {
                Effect: "Allow",
                Action: ["ecs:UpdateService", "ecs:CreateCluster"],
                Resource: "*",
                Condition: { StringEquals: { "aws:RequestTag/owner": "platform-team" } },
            },
        ],
    }),
    tags,
});

// Task ARNs without the name of their cluster are not covered.
new aws.ecs.AccountSettingDefault("arns", { name: "taskLongArnFormat", value: "disabled" });

// A network without a way out, and the endpoint of the agent without its name.
const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16", tags });
const subnet = new aws.ec2.Subnet("isolated", { vpcId: vpc.id, cidrBlock: "10.0.0.0/24", tags });
const routes = new aws.ec2.RouteTable("isolated", { vpcId: vpc.id, routes: [], tags });
new aws.ec2.RouteTableAssociation("isolated", { subnetId: subnet.id, routeTableId: routes.id });
new aws.ec2.VpcEndpoint("telemetry", {
    vpcId: vpc.id,
    serviceName: `com.amazonaws.${region}.guardduty-data`,
    vpcEndpointType: "Interface",
    privateDnsEnabled: false,
    tags,
});

// One role may pull everything, the other one nothing.
const assumeRolePolicy = aws.iam.assumeRolePolicyForPrincipal({ Service: "ecs-tasks.amazonaws.com" });
const generous = new aws.iam.Role("generous", { assumeRolePolicy, tags });
new aws.iam.RolePolicy("generous", {
    role: generous.name,
    policy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [
            {
                Effect: "Allow",
                Action: [
                    "ecr:GetAuthorizationToken",
                    "ecr:BatchCheckLayerAvailability",
                    "ecr:GetDownloadUrlForLayer",
                    "ecr:BatchGetImage",
                ],
                Resource: "*",
            },
        ],
    }),
});
const mean = new aws.iam.Role("mean", { assumeRolePolicy, tags });
new aws.iam.RolePolicy("mean", {
    role: mean.name,
    policy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Action: ["logs:CreateLogStream", "logs:PutLogEvents"], Resource: "*" }],
    }),
});

// No tag that says the cluster is watched.
const cluster = new aws.ecs.Cluster("shop", { name: "shop", settings, tags });

// The container takes all of the memory, so that the agent has none.
const web = new aws.ecs.TaskDefinition("web", {
    family: "web",
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    cpu: "256",
    memory: "512",
    executionRoleArn: mean.arn,
    containerDefinitions: JSON.stringify([{ ...container, name: "web", image: "shop/web:1", memory: 512 }]),
    tags,
});
new aws.ecs.Service("web", {
    cluster: cluster.arn,
    taskDefinition: web.arn,
    desiredCount: 2,
    launchType: "FARGATE",
    platformVersion: "1.3.0",
    networkConfiguration: { subnets: [subnet.id] },
    tags,
});

// A size that Fargate has not, in no subnet at all.
const worker = new aws.ecs.TaskDefinition("worker", {
    family: "worker",
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    cpu: "256",
    memory: "4096",
    executionRoleArn: generous.arn,
    containerDefinitions: JSON.stringify([{ ...container, name: "worker", image: "shop/worker:1" }]),
    tags,
});
new aws.ecs.Service("worker", {
    cluster: cluster.arn,
    taskDefinition: worker.arn,
    desiredCount: 1,
    launchType: "FARGATE",
    tags,
});

// Windows, and no role with which the agent could be fetched.
new aws.ecs.TaskDefinition("reports", {
    family: "reports",
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    cpu: "1024",
    memory: "2048",
    runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE", cpuArchitecture: "X86_64" },
    containerDefinitions: JSON.stringify([
        { name: "reports", image: "shop/reports:1", user: "ContainerUser", logConfiguration },
    ]),
    tags,
});

/** A task definition of the AWS Cloud Control provider, which does not check the words of an enumeration. */
class NativeTaskDefinition extends pulumi.CustomResource {
    constructor(name: string, args: pulumi.Inputs) {
        super("aws-native:ecs:TaskDefinition", name, args);
    }
}

// A processor for which there is no agent.
new NativeTaskDefinition("risc", {
    family: "risc",
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    cpu: "256",
    memory: "512",
    executionRoleArn: generous.arn,
    runtimePlatform: { operatingSystemFamily: "LINUX", cpuArchitecture: "RISCV64" },
    containerDefinitions: [{ ...container, name: "risc", image: "shop/risc:1" }],
    tags: [{ key: "owner", value: "platform-team" }],
});

// Instances with an old kernel that nobody can manage.
const template = new aws.ec2.LaunchTemplate("instances", {
    imageId: "resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2/recommended/image_id",
    instanceType: "m7g.large",
    userData: Buffer.from("#!/bin/bash\necho ECS_CLUSTER=shop >> /etc/ecs/ecs.config\n").toString("base64"),
    tags,
});
const group = new aws.autoscaling.Group("instances", {
    minSize: 1,
    maxSize: 3,
    vpcZoneIdentifiers: [subnet.id],
    launchTemplate: { id: template.id, version: "$Latest" },
    protectFromScaleIn: true,
});
const capacity = new aws.ecs.CapacityProvider("instances", {
    autoScalingGroupProvider: {
        autoScalingGroupArn: group.arn,
        managedScaling: { status: "ENABLED" },
        managedTerminationProtection: "ENABLED",
    },
    tags,
});
new aws.ecs.ClusterCapacityProviders("instances", {
    clusterName: cluster.name,
    capacityProviders: [capacity.name],
});
