/** KMS keys and who may use them (J-KMS). */
import { PolicyDocument } from "./document";
import { Principal } from "./iam";
import { Key, KeyAlias, KeyGrant, KeyPolicy, lastSegment } from "./resources";
import { own } from "./shape";
import { Node, Stack } from "./stack";
import { both, either, known, some, Undecided } from "./unknown";

/** The key that something is encrypted with. */
export interface KeyReference {
    /** The key, where it is in the stack. */
    readonly node?: Node<Key>;
    /** Its ARN, maybe with wildcards, where it is known. */
    readonly arn?: string;
}

/** The key that a reference leads to, directly or by an alias. @throws Undecided where it may lead to several */
export function keyOf<W>(stack: Stack, node: Node<W>, word: keyof W & string): KeyReference {
    const key = known(() => stack.target(node, word, Key), undefined);
    if (key?.kind === "resource") {
        return { node: key.node, arn: textOf(key.node.outputs, "arn") };
    }
    const alias = known(() => stack.target(node, word, KeyAlias), undefined);
    if (alias?.kind === "resource") {
        return keyOf(stack, alias.node, "targetKeyId");
    }
    if (key?.kind !== "outside") {
        throw new Undecided("the key is not known");
    }
    return { arn: arnIn(key.literal ?? "") };
}

/** The ARN in a reference to a key; an alias does not tell it. */
function arnIn(reference: string): string | undefined {
    return reference === "" || reference.includes("alias/")
        ? undefined
        : reference.startsWith("arn:")
          ? reference
          : `arn:*:kms:*:*:key/${reference}`;
}

/** Whether a principal may do something with a key: by its own documents, by those of the key or by a grant. */
export function mayUse(
    stack: Stack,
    { node: principal, permissions }: Principal,
    { node: key, arn }: KeyReference,
    operation: string,
): boolean {
    const action = `kms:${operation}`;
    return both(
        () => !permissions.denies(action, arn),
        () =>
            either(
                () => permissions.allows(action, arn),
                () => key !== undefined && isLetIn(stack, key, principal, operation),
            ),
    );
}

/** Whether a key itself lets a principal do something with it. */
function isLetIn(stack: Stack, key: Node<Key>, principal: Principal["node"], operation: string): boolean {
    const policies = stack.referrers(key, KeyPolicy, "keyId");
    const grants = stack.referrers(key, KeyGrant, "keyId");
    return either(
        () =>
            some([key, ...policies.nodes, ...policies.undecided], ({ inputs }) =>
                isIn(inputs.policy, principal, `kms:${operation}`),
            ),
        () =>
            some([...grants.nodes, ...grants.undecided], (grant) =>
                both(
                    () => grant.inputs.operations.some((granted) => granted === operation),
                    () => {
                        const grantee = stack.target(grant, "granteePrincipal", principal.subject);
                        return grantee.kind === "resource" && grantee.node.urn === principal.urn;
                    },
                ),
            ),
    );
}

function isIn(document: PolicyDocument | undefined, principal: Node<{ name?: string }>, action: string): boolean {
    const arn = textOf(principal.outputs, "arn");
    return (
        document?.statements.some((statement) =>
            both(
                () => statement.isAllow,
                () => statement.covers(action),
                () => statement.isFor((other) => other === arn || lastSegment(other) === principal.inputs.name),
            ),
        ) ?? false
    );
}

function textOf(outputs: unknown, key: string): string | undefined {
    return known(() => {
        const value = own(outputs, key);
        return typeof value === "string" ? value : undefined;
    }, undefined);
}
