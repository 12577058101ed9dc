/** EC2 capacity: what container instances are started from. */
import { at, Fields, list, List, own, Reader, readOnly, string } from "../shape";
import { absent, anyOf, awsSubject, lastSegment, Words } from "./subject";

const BASE64 = /^[A-Za-z0-9+/\s]+(?:=\s*){0,2}$/;
const COMMENT = /^[ \t]*#.*$/gm;

/** A script given as text or base64, without its comments. What is compressed has no text. */
const script: Reader<string | undefined> = {
    read(raw) {
        const text = readOnly(string, raw);
        return (text && BASE64.test(text) ? Buffer.from(text, "base64").toString() : text)?.replace(COMMENT, "");
    },
};

/** A reference by whichever of these properties of an object is given. */
function firstOf(...keys: string[]): Reader<string | undefined> {
    return {
        read(raw) {
            const key = keys.find((key) => own(raw, key));
            return key === undefined ? undefined : readOnly(string, own(raw, key));
        },
    };
}

/** What an instance is started with, in the words that templates, configurations and instances share. */
const machine = {
    imageId: string,
    userData: script,
    userDataBase64: absent(script),
    instanceProfile: at("iamInstanceProfile", string),
    /** What an instance takes all else from. */
    launchTemplate: absent(string),
} satisfies Fields;
export type Machine = Words<typeof machine>;

const named = { name: "name" } as const;

export const LaunchTemplate = awsSubject(
    "ec2.LaunchTemplate",
    "launch template",
    { ...machine, name: string, instanceProfile: at("iamInstanceProfile", firstOf("name", "arn")) },
    named,
);

export const LaunchConfiguration = awsSubject(
    "ec2.LaunchConfiguration",
    "launch configuration",
    { ...machine, name: string, userDataBase64: script },
    named,
);

export const Instance = awsSubject("ec2.Instance", "instance", {
    ...machine,
    imageId: at("ami", string),
    userDataBase64: script,
    launchTemplate: at("launchTemplate", firstOf("id", "name")),
});

/** Whatever says with what instances are started. */
export const Machines = anyOf<Machine>(LaunchTemplate, LaunchConfiguration, Instance);

const ami = { name: string, architecture: string } satisfies Fields;
export type Ami = Words<typeof ami>;
export const Ami = awsSubject("ec2.Ami", "machine image", ami);

const specification = firstOf("launchTemplateId", "launchTemplateName");

/** The launch template of a mixed instances policy and those that its overrides put in its place. */
const mixedTemplates: Reader<List<string | undefined>> = {
    read(raw, ...rest) {
        const template = own(raw, "launchTemplate");
        const overrides = own(template, "overrides");
        const templates = [template, ...(Array.isArray(overrides) ? (overrides as unknown[]) : [])];
        return list({
            read: (one, ...rest) => specification.read(own(one, "launchTemplateSpecification"), ...rest),
        }).read(templates, ...rest);
    },
};

export const AutoScalingGroup = awsSubject(
    "autoscaling.Group",
    "Auto Scaling group",
    {
        name: string,
        launchConfiguration: string,
        launchTemplate: at("launchTemplate", firstOf("id", "name")),
        mixedTemplates: at("mixedInstancesPolicy", mixedTemplates),
    },
    { ...named, nameIn: lastSegment },
);
