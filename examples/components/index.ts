/**
 * Policies look at the resources inside components, and at the tags that the provider adds: neither component sets a
 * tag, the provider that they are given does.
 */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { FargateApp } from "./fargateApp";
import { Network } from "./network";

const tagged = new aws.Provider("tagged", {
    region: aws.config.requireRegion(),
    defaultTags: {
        tags: { project: pulumi.getProject(), stack: pulumi.getStack(), GuardDutyManaged: "true" },
    },
});

const network = new Network("network", { provider: tagged });

const app = new FargateApp(
    "app",
    {
        image: "public.ecr.aws/docker/library/busybox:1.37",
        vpcId: network.vpcId,
        subnetIds: network.privateSubnetIds,
        count: 2,
    },
    { provider: tagged },
);

export const serviceName = app.serviceName;
