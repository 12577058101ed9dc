/** Who may do what: roles and the documents that say it. */
import { policyDocument } from "../document";
import { at, Fields, list, object, Read, string } from "../shape";
import { absent, awsSubject, lastSegment, optional, strings, Subject, tokenOf, Words } from "./subject";

const named = { name: "name", nameIn: lastSegment, isGlobal: true } as const;

const inlinePolicies = list(object({ name: string, policy: policyDocument }));

const role = {
    name: string,
    inlinePolicies: optional(inlinePolicies),
    managedPolicyArns: optional(strings),
    permissionsBoundary: string,
} satisfies Fields;
export type Role = Words<typeof role>;
export const Role = awsSubject("iam.Role", "role", role, named);

const user = { name: string, permissionsBoundary: string } satisfies Fields;
export type User = Words<typeof user>;
export const User = awsSubject("iam.User", "user", user, named);
const group = { name: string } satisfies Fields;
export type Group = Words<typeof group>;
export const Group = awsSubject("iam.Group", "group", group, named);
/** Groups that a user is in. */
export const UserGroupMembership = awsSubject("iam.UserGroupMembership", "user's groups", {
    user: string,
    groups: strings,
});
/** Users that are in a group. */
export const GroupMembership = awsSubject("iam.GroupMembership", "group's users", { group: string, users: strings });

/** A customer managed policy. */
const policy = { name: string, policy: policyDocument } satisfies Fields;
export type ManagedPolicy = Words<typeof policy>;
export const ManagedPolicy = awsSubject("iam.Policy", "IAM policy", policy, {
    name: "name",
    nameIn: (reference) => (awsPolicyIn(reference) === undefined ? lastSegment(reference) : undefined),
    isGlobal: true,
});

/** Path and name of the policy of AWS, in any partition, to which an ARN leads. */
export function awsPolicyIn(arn: string): string | undefined {
    return /^arn:aws[\w-]*:iam::aws:policy\/(.+)$/.exec(arn)?.[1];
}

/** A document inside a role, user or group. */
const inline = { name: string, policy: policyDocument } satisfies Fields;
const rolePolicy = { ...inline, role: string } satisfies Fields;
export type RolePolicy = Words<typeof rolePolicy>;
export const RolePolicy = awsSubject("iam.RolePolicy", "role policy", rolePolicy);
export const UserPolicy = awsSubject("iam.UserPolicy", "user policy", { ...inline, user: string });
export const GroupPolicy = awsSubject("iam.GroupPolicy", "group policy", { ...inline, group: string });

export const RolePolicyAttachment = awsSubject("iam.RolePolicyAttachment", "role policy attachment", {
    policyArn: string,
    role: string,
});
export const UserPolicyAttachment = awsSubject("iam.UserPolicyAttachment", "user policy attachment", {
    policyArn: string,
    user: string,
});
export const GroupPolicyAttachment = awsSubject("iam.GroupPolicyAttachment", "group policy attachment", {
    policyArn: string,
    group: string,
});
export const PolicyAttachment = awsSubject("iam.PolicyAttachment", "policy attachment", {
    policyArn: string,
    roles: strings,
    users: strings,
    groups: strings,
});
/** Policies of `aws-native`, of which only what they are attached to is read. */
const nativePolicy = <F extends Fields>(type: string, fields: F): Subject<Words<F>> => ({
    noun: "policy of aws-native",
    types: { [`aws-native:iam:${type}`]: object<F>(fields) },
});
export const NativeRolePolicy = nativePolicy("RolePolicy", { role: at("roleName", string) });
export const NativeUserPolicy = nativePolicy("UserPolicy", { user: at("userName", string) });
export const NativeGroupPolicy = nativePolicy("GroupPolicy", { group: at("groupName", string) });
export const NativeManagedPolicy = nativePolicy("ManagedPolicy", { roles: strings, users: strings, groups: strings });

/** All inline policies that a principal may have, by name. */
const policyNames = { policyNames: strings };
export const RolePoliciesExclusive = awsSubject("iam.RolePoliciesExclusive", "exclusive list of role policies", {
    ...policyNames,
    role: at("roleName", string),
});
export const UserPoliciesExclusive = awsSubject("iam.UserPoliciesExclusive", "exclusive list of user policies", {
    ...policyNames,
    user: at("userName", string),
});
export const GroupPoliciesExclusive = awsSubject("iam.GroupPoliciesExclusive", "exclusive list of group policies", {
    ...policyNames,
    group: at("groupName", string),
});
/** All managed policies that a principal has. */
const policyArns = { policyArns: strings };
export const RolePolicyAttachmentsExclusive = awsSubject(
    "iam.RolePolicyAttachmentsExclusive",
    "exclusive list of role policy attachments",
    { ...policyArns, role: at("roleName", string) },
);
export const UserPolicyAttachmentsExclusive = awsSubject(
    "iam.UserPolicyAttachmentsExclusive",
    "exclusive list of user policy attachments",
    { ...policyArns, user: at("userName", string) },
);
export const GroupPolicyAttachmentsExclusive = awsSubject(
    "iam.GroupPolicyAttachmentsExclusive",
    "exclusive list of group policy attachments",
    { ...policyArns, group: at("groupName", string) },
);

export const InstanceProfile = awsSubject(
    "iam.InstanceProfile",
    "instance profile",
    { name: string, role: string },
    named,
);

/** A resource with policy documents: a role may have several, with names, the others have one. */
interface Documented {
    readonly documents: Read<typeof inlinePolicies>;
}

/** The one document of a resource, as a list of it. */
const itself: typeof inlinePolicies = {
    read: (raw, ...rest) => list(object({ name: absent(string), policy: policyDocument })).read([raw], ...rest),
    path: [],
};

/** Resources with policy documents of principals. */
export const PolicyDocuments: Subject<Documented> = {
    noun: "role or policy with a document",
    types: {
        [tokenOf("iam.Role")]: object({ documents: at("inlinePolicies", inlinePolicies) }),
        ...Object.fromEntries(
            ["iam.Policy", "iam.RolePolicy", "iam.UserPolicy", "iam.GroupPolicy"].map((type) => [
                tokenOf(type),
                object({ documents: itself }),
            ]),
        ),
    },
};

/** A policy of AWS Organizations, by default a service control policy. */
export const OrganizationsPolicy = awsSubject("organizations.Policy", "organizations policy", {
    type: string,
    content: policyDocument,
});
