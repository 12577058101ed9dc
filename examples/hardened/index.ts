/** A web server on Fargate as the policies want it: private, unprivileged, read-only, encrypted, logged and tagged. */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const tags = { project: pulumi.getProject(), stack: pulumi.getStack(), owner: "platform-team" };
const region = aws.getRegionOutput().region;
const account = aws.getCallerIdentityOutput().accountId;

// Network: tasks live in private subnets and reach the internet, for images and logs, through one NAT gateway.
const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16", enableDnsHostnames: true, tags });
const internet = new aws.ec2.InternetGateway("main", { vpcId: vpc.id, tags });
const zones = aws.getAvailabilityZonesOutput({ state: "available" }).names;

const publicSubnet = new aws.ec2.Subnet("public", {
    vpcId: vpc.id,
    cidrBlock: "10.0.0.0/24",
    availabilityZone: zones[0],
    tags,
});
const publicRoutes = new aws.ec2.RouteTable("public", {
    vpcId: vpc.id,
    routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: internet.id }],
    tags,
});
new aws.ec2.RouteTableAssociation("public", { subnetId: publicSubnet.id, routeTableId: publicRoutes.id });

const address = new aws.ec2.Eip("nat", { domain: "vpc", tags }, { dependsOn: internet });
const nat = new aws.ec2.NatGateway("main", { subnetId: publicSubnet.id, allocationId: address.id, tags });
const privateRoutes = new aws.ec2.RouteTable("private", {
    vpcId: vpc.id,
    routes: [{ cidrBlock: "0.0.0.0/0", natGatewayId: nat.id }],
    tags,
});
const privateSubnets = [0, 1].map((index) => {
    const subnet = new aws.ec2.Subnet(`private-${index}`, {
        vpcId: vpc.id,
        cidrBlock: `10.0.${index + 1}.0/24`,
        availabilityZone: zones[index],
        tags,
    });
    new aws.ec2.RouteTableAssociation(`private-${index}`, { subnetId: subnet.id, routeTableId: privateRoutes.id });
    return subnet;
});

const serviceGroup = new aws.ec2.SecurityGroup("service", { vpcId: vpc.id, description: "Web tasks", tags });
const storageGroup = new aws.ec2.SecurityGroup("storage", { vpcId: vpc.id, description: "Content of the web", tags });
new aws.vpc.SecurityGroupEgressRule("https", {
    securityGroupId: serviceGroup.id,
    description: "Images, logs and secrets",
    ipProtocol: "tcp",
    fromPort: 443,
    toPort: 443,
    cidrIpv4: "0.0.0.0/0",
});
new aws.vpc.SecurityGroupEgressRule("nfs", {
    securityGroupId: serviceGroup.id,
    ipProtocol: "tcp",
    fromPort: 2049,
    toPort: 2049,
    referencedSecurityGroupId: storageGroup.id,
});
new aws.vpc.SecurityGroupIngressRule("nfs", {
    securityGroupId: storageGroup.id,
    ipProtocol: "tcp",
    fromPort: 2049,
    toPort: 2049,
    referencedSecurityGroupId: serviceGroup.id,
});

// Storage: what the task may write to, since its root file system is read-only. The access point makes the files belong
// to the user that the container runs as.
const user = 1000;
const files = new aws.efs.FileSystem("content", { encrypted: true, tags });
const mounts = privateSubnets.map(
    (subnet, index) =>
        new aws.efs.MountTarget(`content-${index}`, {
            fileSystemId: files.id,
            subnetId: subnet.id,
            securityGroups: [storageGroup.id],
        }),
);
const accessPoint = new aws.efs.AccessPoint("content", {
    fileSystemId: files.id,
    posixUser: { uid: user, gid: user },
    rootDirectory: { path: "/web", creationInfo: { ownerUid: user, ownerGid: user, permissions: "0750" } },
    tags,
});

// The secret is a parameter that ECS hands to the container, never an environment variable in the task definition.
const tokenName = `/${pulumi.getProject()}/${pulumi.getStack()}/token`;
const token = new aws.ssm.Parameter("token", {
    name: tokenName,
    type: "SecureString",
    value: new pulumi.Config().getSecret("token") ?? pulumi.secret("change me"),
    tags,
});

const logs = new aws.cloudwatch.LogGroup("web", { retentionInDays: 90, tags });

// Two roles: one for ECS to start the task, and one, with nothing but the file system, for the task itself. Their
// documents name what they are for by names and tags, which are known at preview, so that they are judged there.
const assumeRolePolicy = aws.iam.assumeRolePolicyForPrincipal({ Service: "ecs-tasks.amazonaws.com" });
const executionRole = new aws.iam.Role("execution", { assumeRolePolicy, tags });
const pulls = new aws.iam.RolePolicyAttachment("execution", {
    role: executionRole.name,
    policyArn: aws.iam.ManagedPolicy.AmazonECSTaskExecutionRolePolicy,
});
const reads = new aws.iam.RolePolicy("token", {
    role: executionRole.name,
    policy: pulumi.jsonStringify({
        Version: "2012-10-17",
        Statement: [
            {
                Effect: "Allow",
                Action: "ssm:GetParameters",
                Resource: pulumi.interpolate`arn:aws:ssm:${region}:${account}:parameter${tokenName}`,
            },
        ],
    }),
});

const taskRole = new aws.iam.Role("task", { assumeRolePolicy, tags });
const mountsContent = new aws.iam.RolePolicy("content", {
    role: taskRole.name,
    policy: pulumi.jsonStringify({
        Version: "2012-10-17",
        Statement: [
            {
                Effect: "Allow",
                Action: ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"],
                Resource: pulumi.interpolate`arn:aws:elasticfilesystem:${region}:${account}:file-system/*`,
                Condition: {
                    StringEquals: { "aws:ResourceTag/project": tags.project, "aws:ResourceTag/stack": tags.stack },
                },
            },
        ],
    }),
});

const cluster = new aws.ecs.Cluster("main", {
    settings: [{ name: "containerInsights", value: "enhanced" }],
    // GuardDuty watches the tasks of clusters that carry its tag.
    tags: { ...tags, GuardDutyManaged: "true" },
});

// Names, unlike ARNs, are known before the update, so a preview judges the containers too.
const task = new aws.ecs.TaskDefinition("web", {
    family: "web",
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    cpu: "256",
    memory: "512",
    runtimePlatform: { operatingSystemFamily: "LINUX", cpuArchitecture: "ARM64" },
    executionRoleArn: executionRole.arn,
    taskRoleArn: taskRole.arn,
    volumes: [
        {
            name: "content",
            efsVolumeConfiguration: {
                fileSystemId: files.id,
                transitEncryption: "ENABLED",
                authorizationConfig: { accessPointId: accessPoint.id, iam: "ENABLED" },
            },
        },
    ],
    containerDefinitions: pulumi.jsonStringify([
        {
            name: "web",
            image: "public.ecr.aws/docker/library/busybox:1.37",
            command: ["httpd", "-f", "-p", "8080", "-h", "/content"],
            user: `${user}:${user}`,
            readonlyRootFilesystem: true,
            linuxParameters: { initProcessEnabled: true, capabilities: { drop: ["ALL"] } },
            portMappings: [{ containerPort: 8080, protocol: "tcp" }],
            mountPoints: [{ sourceVolume: "content", containerPath: "/content" }],
            secrets: [{ name: "TOKEN", valueFrom: token.name }],
            logConfiguration: {
                logDriver: "awslogs",
                options: {
                    "awslogs-group": logs.name,
                    "awslogs-region": region,
                    "awslogs-stream-prefix": "web",
                },
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
        // No platform version: Fargate takes the latest.
        networkConfiguration: {
            subnets: privateSubnets.map((subnet) => subnet.id),
            securityGroups: [serviceGroup.id],
            assignPublicIp: false,
        },
        deploymentCircuitBreaker: { enable: true, rollback: true },
        propagateTags: "SERVICE",
        tags,
    },
    { dependsOn: [pulls, reads, mountsContent, ...mounts] },
);

export const clusterName = cluster.name;
export const serviceName = service.name;
