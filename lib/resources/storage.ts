/** Where logs go and what encrypts them. */
import { policyDocument } from "../document";
import { boolean, Fields, list, object, string } from "../shape";
import { awsSubject, lastSegment, strings, Words } from "./subject";

export const LogGroup = awsSubject(
    "cloudwatch.LogGroup",
    "log group",
    { name: string, kmsKeyId: string },
    { name: "name", nameIn: (reference) => /:log-group:([^:]+)/.exec(reference)?.[1] ?? reference },
);

export const Bucket = awsSubject(
    ["s3.Bucket", "s3.BucketV2"],
    "bucket",
    { bucket: string, policy: policyDocument },
    {
        name: "bucket",
        nameIn: (reference) => reference.replace(/^arn:[^:]*:s3:::/, ""),
        isGlobal: true,
        isUnique: true,
    },
);
export const BucketPolicy = awsSubject("s3.BucketPolicy", "bucket policy", { bucket: string, policy: policyDocument });

const key = { policy: policyDocument } satisfies Fields;
export type Key = Words<typeof key>;
export const Key = awsSubject(
    ["kms.Key", "kms.ReplicaKey", "kms.ExternalKey", "kms.ReplicaExternalKey"],
    "KMS key",
    key,
    { nameIn: lastSegment },
);
export const KeyAlias = awsSubject(
    "kms.Alias",
    "KMS alias",
    { name: string, targetKeyId: string },
    { name: "name", nameIn: (reference) => /alias\/.*$/.exec(reference)?.[0] ?? reference },
);
export const KeyPolicy = awsSubject("kms.KeyPolicy", "KMS key policy", { keyId: string, policy: policyDocument });
export const KeyGrant = awsSubject("kms.Grant", "KMS grant", {
    keyId: string,
    granteePrincipal: string,
    operations: strings,
});

const trail = {
    enableLogging: boolean,
    eventSelectors: list(object({ includeManagementEvents: boolean, readWriteType: string })),
    advancedEventSelectors: list(object({ fieldSelectors: list(object({ field: string, equals: strings })) })),
} satisfies Fields;
export type Trail = Words<typeof trail>;
export const Trail = awsSubject("cloudtrail.Trail", "trail", trail);
