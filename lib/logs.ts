/** Where clusters log the sessions of ECS Exec (J-LOG, J-S3). */
import { Bucket, Cluster, LogGroup } from "./resources";
import { own } from "./shape";
import { Node, Stack, Target } from "./stack";
import { known } from "./unknown";

/** The ARN of the log group, with wildcards where only its name is known; undefined where nothing is. */
export function arnOfLogGroup(stack: Stack, cluster: Node<Cluster>): string | undefined {
    const target = known(() => stack.target(cluster, "logGroupName", LogGroup), undefined);
    const arn = target?.kind === "resource" ? known(() => own(target.node.outputs, "arn"), undefined) : undefined;
    const name = nameOf(target, "name");
    return typeof arn === "string" ? arn.replace(/:\*$/, "") : name && `arn:*:logs:*:*:log-group:${name}`;
}

/** The ARN of the bucket; undefined where its name is not known. */
export function arnOfBucket(stack: Stack, cluster: Node<Cluster>): string | undefined {
    const name = nameOf(
        known(() => stack.target(cluster, "bucketName", Bucket), undefined),
        "bucket",
    );
    return name && `arn:*:s3:::${name}`;
}

/** The name of what a reference leads to. */
function nameOf<W extends { readonly [N in K]?: string }, K extends keyof W>(
    target: Target<W> | undefined,
    word: K,
): string | undefined {
    switch (target?.kind) {
        case "resource":
            return known(() => target.node.inputs[word], undefined);
        case "outside":
            return target.literal;
        default:
            return undefined;
    }
}
