import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

export interface FargateAppArgs {
    image: string;
    vpcId: pulumi.Input<string>;
    subnetIds: pulumi.Input<string[]>;
    /** How many tasks run; one if left out. */
    count?: number;
}

/** A service on Fargate with its cluster, role and logs. It sets no tags: those are its caller's. */
export class FargateApp extends pulumi.ComponentResource {
    readonly serviceName: pulumi.Output<string>;

    constructor(name: string, args: FargateAppArgs, opts?: pulumi.ComponentResourceOptions) {
        super("examples:index:FargateApp", name, {}, opts);
        const parent = { parent: this };

        const logs = new aws.cloudwatch.LogGroup(name, { retentionInDays: 30 }, parent);
        const role = new aws.iam.Role(
            name,
            { assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "ecs-tasks.amazonaws.com" }) },
            parent,
        );
        const pulls = new aws.iam.RolePolicyAttachment(
            name,
            { role: role.name, policyArn: aws.iam.ManagedPolicy.AmazonECSTaskExecutionRolePolicy },
            parent,
        );
        const task = new aws.ecs.TaskDefinition(
            name,
            {
                family: name,
                requiresCompatibilities: ["FARGATE"],
                networkMode: "awsvpc",
                cpu: "256",
                memory: "512",
                executionRoleArn: role.arn,
                containerDefinitions: pulumi.jsonStringify([
                    {
                        name: "app",
                        image: args.image,
                        command: ["sleep", "infinity"],
                        user: "1000:1000",
                        readonlyRootFilesystem: true,
                        logConfiguration: {
                            logDriver: "awslogs",
                            options: {
                                "awslogs-group": logs.name,
                                "awslogs-region": aws.getRegionOutput({}, parent).region,
                                "awslogs-stream-prefix": "app",
                            },
                        },
                    },
                ]),
            },
            parent,
        );

        const cluster = new aws.ecs.Cluster(
            name,
            { settings: [{ name: "containerInsights", value: "enabled" }] },
            parent,
        );
        const group = new aws.ec2.SecurityGroup(
            name,
            {
                vpcId: args.vpcId,
                description: `Tasks of ${name}`,
                egress: [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"] }],
            },
            parent,
        );
        const service = new aws.ecs.Service(
            name,
            {
                cluster: cluster.arn,
                taskDefinition: task.arn,
                desiredCount: args.count ?? 1,
                launchType: "FARGATE",
                networkConfiguration: { subnets: args.subnetIds, securityGroups: [group.id] },
                propagateTags: "SERVICE",
            },
            { parent: this, dependsOn: pulls },
        );

        this.serviceName = service.name;
        this.registerOutputs({ serviceName: this.serviceName });
    }
}
