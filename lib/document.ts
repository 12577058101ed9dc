import { Reader } from "./shape";

/** A policy document of IAM. */
export interface PolicyDocument {
    readonly raw: unknown;
}

export const policyDocument: Reader<PolicyDocument> = { read: (raw) => ({ raw }) };
