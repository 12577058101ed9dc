/**
 * The most common program there is: the image lives in a repository that the same program creates, so nobody knows its
 * address, nor with it the container definitions as a whole, before the repository exists.
 *
 * A preview can only say that it could not look. The update looks again once the address is known, and stops before the
 * task definition is registered: the container can write to its root file system. Set `readonlyRootFilesystem: true` and
 * it goes through.
 */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const tags = { project: pulumi.getProject(), stack: pulumi.getStack() };

const repository = new aws.ecr.Repository("app", {
    imageTagMutability: "IMMUTABLE",
    imageScanningConfiguration: { scanOnPush: true },
    tags,
});

const logs = new aws.cloudwatch.LogGroup("app", { retentionInDays: 30, tags });

const executionRole = new aws.iam.Role("execution", {
    assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "ecs-tasks.amazonaws.com" }),
    tags,
});
new aws.iam.RolePolicyAttachment("execution", {
    role: executionRole.name,
    policyArn: aws.iam.ManagedPolicy.AmazonECSTaskExecutionRolePolicy,
});

const task = new aws.ecs.TaskDefinition("app", {
    family: "app",
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    cpu: "256",
    memory: "512",
    executionRoleArn: executionRole.arn,
    containerDefinitions: pulumi.jsonStringify([
        {
            name: "app",
            image: pulumi.interpolate`${repository.repositoryUrl}:1.0.0`,
            user: "1000:1000",
            logConfiguration: {
                logDriver: "awslogs",
                options: {
                    "awslogs-group": logs.name,
                    "awslogs-region": aws.getRegionOutput().region,
                    "awslogs-stream-prefix": "app",
                },
            },
        },
    ]),
    tags,
});

export const taskDefinition = task.arn;
