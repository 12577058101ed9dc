/** Who may do what: roles and the documents that say it. */
import { policyDocument } from "../document";
import { at, Fields, list, object, string } from "../shape";
import { anyOf, awsSubject, lastSegment, optional, strings, Words } from "./subject";

const named = { name: "name", nameIn: lastSegment } as const;

const role = {
    name: string,
    assumeRolePolicy: policyDocument,
    inlinePolicies: optional(list(object({ name: string, policy: policyDocument }))),
    managedPolicyArns: optional(strings),
    permissionsBoundary: string,
} satisfies Fields;
export type Role = Words<typeof role>;
export const Role = awsSubject("iam.Role", "role", role, named);

export const User = awsSubject("iam.User", "user", { name: string }, named);
export const Group = awsSubject("iam.Group", "group", { name: string }, named);

/** A customer managed policy. */
const policy = { name: string, policy: policyDocument } satisfies Fields;
export type ManagedPolicy = Words<typeof policy>;
export const ManagedPolicy = awsSubject("iam.Policy", "IAM policy", policy, named);

/** A document inside a role, user or group. */
const inline = { name: string, policy: policyDocument } satisfies Fields;
export const RolePolicy = awsSubject("iam.RolePolicy", "role policy", { ...inline, role: string });
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
/** All inline policies that a role may have, by name. */
export const RolePoliciesExclusive = awsSubject("iam.RolePoliciesExclusive", "exclusive list of role policies", {
    policyNames: strings,
    role: at("roleName", string),
});
/** All managed policies that a role has. */
export const RolePolicyAttachmentsExclusive = awsSubject(
    "iam.RolePolicyAttachmentsExclusive",
    "exclusive list of role policy attachments",
    { policyArns: strings, role: at("roleName", string) },
);

export const InstanceProfile = awsSubject(
    "iam.InstanceProfile",
    "instance profile",
    { name: string, role: string },
    named,
);

/** What the documents of principals have in common: one document each. Roles have a list of them. */
export interface Documented {
    readonly policy: Words<typeof inline>["policy"];
}

/** Resources with one policy document of a principal. */
export const PolicyDocuments = anyOf<Documented>(ManagedPolicy, RolePolicy, UserPolicy, GroupPolicy);

/** A policy of AWS Organizations, by default a service control policy. */
export const OrganizationsPolicy = awsSubject("organizations.Policy", "organizations policy", {
    name: string,
    type: string,
    content: policyDocument,
});
