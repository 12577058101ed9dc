/** EC2 capacity: what container instances are started from. */
import { at, string } from "../shape";
import { awsSubject, lastSegment } from "./subject";

/** The words that templates, configurations and instances share. */
const machine = {
    name: string,
    imageId: string,
    instanceType: string,
    userData: string,
    instanceProfile: at("iamInstanceProfile", string),
};

const named = { name: "name" } as const;

/** Its user data is base64. */
export const LaunchTemplate = awsSubject(
    "ec2.LaunchTemplate",
    "launch template",
    {
        ...machine,
        instanceProfile: at("iamInstanceProfile.name", string),
        instanceProfileArn: at("iamInstanceProfile.arn", string),
    },
    named,
);

export const LaunchConfiguration = awsSubject(
    "ec2.LaunchConfiguration",
    "launch configuration",
    { ...machine, userDataBase64: string },
    named,
);

export const Instance = awsSubject("ec2.Instance", "instance", {
    ...machine,
    imageId: at("ami", string),
    userDataBase64: string,
    launchTemplateId: at("launchTemplate.id", string),
    launchTemplateName: at("launchTemplate.name", string),
});

export const Ami = awsSubject("ec2.Ami", "machine image", { name: string, architecture: string });

const specification = "mixedInstancesPolicy.launchTemplate.launchTemplateSpecification";

export const AutoScalingGroup = awsSubject(
    "autoscaling.Group",
    "Auto Scaling group",
    {
        name: string,
        launchConfiguration: string,
        launchTemplateId: at("launchTemplate.id", string),
        launchTemplateName: at("launchTemplate.name", string),
        mixedLaunchTemplateId: at(`${specification}.launchTemplateId`, string),
        mixedLaunchTemplateName: at(`${specification}.launchTemplateName`, string),
    },
    { ...named, nameIn: lastSegment },
);
