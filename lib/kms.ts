/** KMS keys and who may use them. */
import { Held, isSame, letsIn, policiesOn, Principal, Reference, ResourceBased, resourceBased } from "./iam";
import { arnOf, Node } from "./node";
import { Cluster, Key, KeyAlias, KeyGrant, KeyPolicy } from "./resources";
import { provenAmong, Stack } from "./stack";
import { both, either, isKnown, known, Undecided } from "./unknown";

/** A key and the policies on it. */
export interface GuardedKey extends Reference {
    readonly policies: readonly Held[];
}

/** The key that encrypts the sessions of a cluster. @throws Undecided where it may be one of several */
export function sessionKeyOf(stack: Stack, cluster: Node<Cluster>): GuardedKey {
    return stack.remember(findSessionKey, cluster);
}

function findSessionKey(stack: Stack, cluster: Node<Cluster>): GuardedKey {
    const key = keyOf(stack, cluster, "kmsKeyId");
    return { ...key, policies: policiesOn(stack.remember(keyPolicies), () => key) };
}

/** The key that a reference leads to, directly or by an alias. @throws Undecided where it may lead to several */
function keyOf<W>(stack: Stack, node: Node<W>, word: keyof W & string): Reference {
    if (!isKnown(() => node.inputs[word]) && !leadsToOneKey(stack, node, word)) {
        throw new Undecided("it may be one of several keys");
    }
    const key = known(() => stack.target(node, word, Key), undefined);
    if (key?.node) {
        return { node: key.node, arn: arnOf(key.node) };
    }
    // An alias of an alias is none: KMS refuses it.
    const alias = isKeyAlias(stack, node) ? undefined : known(() => stack.target(node, word, KeyAlias), undefined);
    if (alias?.node) {
        return keyOf(stack, alias.node, "targetKeyId");
    }
    if (key?.kind !== "outside" || (!alias && isAlias(key.literal))) {
        throw new Undecided("the key is not known");
    }
    return { arn: arnIn(key.literal) };
}

const isKeyAlias = (stack: Stack, node: Node<unknown>): boolean => stack.as(node, KeyAlias) !== undefined;

/** Whether the keys and aliases that a property depends on do not mean several keys: some may be of another part of it. */
function leadsToOneKey<W>(stack: Stack, node: Node<W>, word: keyof W & string): boolean {
    const keys = stack.dependencies(node, word, Key).map(({ urn }) => urn);
    const aliases = isKeyAlias(stack, node) ? [] : stack.dependencies(node, word, KeyAlias);
    const found = aliases.map(
        (alias) => known(() => keyOf(stack, alias, "targetKeyId").node?.urn, undefined) ?? alias.urn,
    );
    return new Set([...keys, ...found]).size <= 1;
}

/** The ARN of a key of which only the id is known. */
const arnOfId = (id: string): string => `arn:*:kms:*:*:key/${id}`;

const isAlias = (reference = ""): boolean => reference.includes("alias/");

/** The ARN in a reference to a key; an alias does not tell it. */
function arnIn(reference: string | undefined): string | undefined {
    if (reference === undefined || isAlias(reference)) {
        return undefined;
    }
    return reference.startsWith("arn:") ? reference : arnOfId(reference);
}

const keyOfHolder = (stack: Stack, holder: Node<{ keyId?: string }>): Reference => keyOf(stack, holder, "keyId");

const keyPolicies = (stack: Stack): readonly ResourceBased[] => resourceBased(stack, Key, KeyPolicy, keyOfHolder);

/** What stands for the ARN of a key where that is not known: IAM takes no alias for it. */
const ANY_KEY = arnOfId("*");

/** Whether a principal may do something with a key: by its own documents, by those of the key or by a grant. */
export function mayUse(
    stack: Stack,
    { node: principal, permissions }: Principal,
    key: GuardedKey,
    operation: string,
): boolean {
    const isGranted = (): boolean =>
        provenAmong(stack.referrers(principal, KeyGrant, "granteePrincipal"), (grant) =>
            both(
                () => grant.inputs.operations.some((granted) => granted === operation),
                () => isSame(stack.remember(keyOfHolder, grant), key),
            ),
        ).length > 0;
    return permissions.allows(`kms:${operation}`, key.arn ?? ANY_KEY, (...asked) =>
        either(() => letsIn(key.policies, principal, asked), isGranted),
    );
}
