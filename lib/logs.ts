/** Where clusters log the sessions of ECS Exec. */
import { Held, LetIn, letsIn, policiesOn, Principal, Reference, ResourceBased, resourceBased } from "./iam";
import { arnOf, Node, nodeTitle } from "./node";
import { Bucket, BucketPolicy, Cluster, LogGroup } from "./resources";
import { Stack, Target } from "./stack";
import { known } from "./unknown";

/** What a cluster logs to. */
interface Destination {
    /** Its ARN, with wildcards where only its name is known; undefined where nothing is. */
    readonly arn?: string;
    /** How messages call it, where its name is one that Pulumi makes up anew for each preview. */
    readonly title?: string;
}

export function logGroupOf(stack: Stack, cluster: Node<Cluster>): Destination {
    const target = known(() => stack.target(cluster, "logGroupName", LogGroup), undefined);
    const arn = target && referenceOf(target, "name", "arn:*:logs:*:*:log-group:").arn?.replace(/:\*$/, "");
    return { arn, title: titleOf(target, "name") };
}

export function bucketOf(stack: Stack, cluster: Node<Cluster>): Destination {
    const target = known(() => stack.target(cluster, "bucketName", Bucket), undefined);
    return { arn: target && bucketIn(target).arn, title: titleOf(target, "bucket") };
}

function titleOf<W>(target: Target<W> | undefined, word: keyof W): string | undefined {
    if (target?.kind !== "resource" || arnOf(target.node) !== undefined) {
        return undefined;
    }
    const { name, inputs } = target.node;
    const given = String(known(() => inputs[word], ""));
    return given.startsWith(`${name}-`) && /^[0-9a-f]{7}$/.test(given.slice(name.length + 1))
        ? nodeTitle(target.node)
        : undefined;
}

/**
 * Whether the bucket itself lets a principal do something there.
 * @param on the ARN that the statements of its policy have to be on, where it is known
 */
export function bucketLetsIn(
    stack: Stack,
    cluster: Node<Cluster>,
    principal: Principal["node"],
    asked: Parameters<LetIn>,
    on?: string,
): boolean {
    return letsIn(stack.remember(policiesOfBucket, cluster), principal, asked, on);
}

const policiesOfBucket = (stack: Stack, cluster: Node<Cluster>): readonly Held[] =>
    policiesOn(stack.remember(bucketPolicies), () => stack.remember(bucketOfCluster, cluster));

const bucketOfCluster = (stack: Stack, cluster: Node<Cluster>): Reference =>
    bucketIn(stack.target(cluster, "bucketName", Bucket));

const bucketPolicies = (stack: Stack): readonly ResourceBased[] =>
    resourceBased(stack, Bucket, BucketPolicy, (_, policy) => bucketIn(stack.target(policy, "bucket", Bucket)));

function bucketIn(target: Target<{ bucket?: string }>): Reference {
    return referenceOf(target, "bucket", "arn:*:s3:::");
}

/** What a reference leads to, with its ARN as the provider has answered it, else made of the name. */
function referenceOf<W extends { readonly [N in K]?: string }, K extends keyof W>(
    target: Target<W>,
    word: K,
    before: string,
): Reference {
    const made = (name: string | undefined): string | undefined => (name ? before + name : undefined);
    switch (target.kind) {
        case "resource": {
            const { node } = target;
            return { node, arn: arnOf(node) ?? made(known(() => node.inputs[word], undefined)) };
        }
        case "outside":
            return { arn: made(target.literal) };
        case "none":
            return {};
    }
}
