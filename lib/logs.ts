/** Where clusters log the sessions of ECS Exec. */
import { Held, LetIn, letsIn, policiesOn, Principal, Reference, ResourceBased, resourceBased } from "./iam";
import { Bucket, BucketPolicy, Cluster, LogGroup } from "./resources";
import { arnOf, Node, Stack, Target } from "./stack";
import { known } from "./unknown";
import { quote } from "./words";

/** The ARN of the log group, with wildcards where only its name is known; undefined where nothing is. */
export function arnOfLogGroup(stack: Stack, cluster: Node<Cluster>): string | undefined {
    const target = known(() => stack.target(cluster, "logGroupName", LogGroup), undefined);
    return target && referenceOf(target, "name", "arn:*:logs:*:*:log-group:").arn?.replace(/:\*$/, "");
}

/** How messages call the log group, where its name is one that Pulumi makes up anew for each preview. */
export function titleOfLogGroup(stack: Stack, cluster: Node<Cluster>): string | undefined {
    return titleIn(() => stack.target(cluster, "logGroupName", LogGroup), "name");
}

/** How messages call the bucket, as the log group. */
export function titleOfBucket(stack: Stack, cluster: Node<Cluster>): string | undefined {
    return titleIn(() => stack.target(cluster, "bucketName", Bucket), "bucket");
}

function titleIn<W>(find: () => Target<W>, word: keyof W): string | undefined {
    const target = known(find, undefined);
    if (target?.kind !== "resource" || arnOf(target.node) !== undefined) {
        return undefined;
    }
    const { name, inputs, subject } = target.node;
    const given = String(known(() => inputs[word], ""));
    return given.startsWith(`${name}-`) && /^[0-9a-f]{7}$/.test(given.slice(name.length + 1))
        ? `${subject.noun} ${quote(name)}`
        : undefined;
}

/** The ARN of the bucket, as that of the log group. */
export function arnOfBucket(stack: Stack, cluster: Node<Cluster>): string | undefined {
    return known(() => bucketOfCluster(stack, cluster).arn, undefined);
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
