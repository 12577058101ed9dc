/**
 * The resource types that the policies judge, in the words of `@pulumi/aws`. Launchers and the `aws-native` twins are
 * read into the same words, so that a policy is written once.
 */
export * from "./compute";
export * from "./ecs";
export * from "./guardduty";
export * from "./iam";
export * from "./network";
export * from "./storage";
export { ANY_TYPE, anyOf, AnyResource, lastSegment, RootStack, tokenOf } from "./subject";
export type { Subject } from "./subject";
