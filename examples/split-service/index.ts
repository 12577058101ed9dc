/**
 * A service whose network, cluster and roles are in another stack, `split-network`. What that stack holds cannot be seen
 * from here, so nothing is said about it: policies report what they can prove.
 */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const tags = { project: pulumi.getProject(), stack: pulumi.getStack(), owner: "shop-team" };
const network = new pulumi.StackReference(new pulumi.Config().require("network"));
const text = (name: string) => network.requireOutput(name) as pulumi.Output<string>;

const group = new aws.ec2.SecurityGroup("web", { vpcId: text("vpcId"), description: "Web tasks", tags });
new aws.vpc.SecurityGroupEgressRule("https", {
    securityGroupId: group.id,
    ipProtocol: "tcp",
    fromPort: 443,
    toPort: 443,
    cidrIpv4: "0.0.0.0/0",
});
const logs = new aws.cloudwatch.LogGroup("web", { retentionInDays: 90, tags });

const task = new aws.ecs.TaskDefinition("web", {
    family: "web",
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    cpu: "256",
    memory: "512",
    executionRoleArn: text("executionRoleArn"),
    containerDefinitions: pulumi.jsonStringify([
        {
            name: "web",
            image: "public.ecr.aws/docker/library/busybox:1.37",
            command: ["sleep", "infinity"],
            user: "1000:1000",
            readonlyRootFilesystem: true,
            logConfiguration: {
                logDriver: "awslogs",
                options: {
                    "awslogs-group": logs.name,
                    "awslogs-region": aws.getRegionOutput().region,
                    "awslogs-stream-prefix": "web",
                },
            },
        },
    ]),
    tags,
});

const service = new aws.ecs.Service("web", {
    cluster: text("clusterArn"),
    taskDefinition: task.arn,
    desiredCount: 1,
    launchType: "FARGATE",
    networkConfiguration: {
        subnets: network.requireOutput("privateSubnetIds") as pulumi.Output<string[]>,
        securityGroups: [group.id],
    },
    tags,
});

export const serviceName = service.name;
