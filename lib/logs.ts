/** Where clusters log the sessions of ECS Exec (J-LOG, J-S3). */
import { Bucket, Cluster, LogGroup } from "./resources";
import { own } from "./shape";
import { Node, Stack, Target } from "./stack";
import { known } from "./unknown";

/** The ARN of the log group, with wildcards where only its name is known; undefined where nothing is. */
export function arnOfLogGroup(stack: Stack, cluster: Node<Cluster>): string | undefined {
    const target = known(() => stack.target(cluster, "logGroupName", LogGroup), undefined);
    return arnOf(target, "name", "arn:*:logs:*:*:log-group:")?.replace(/:\*$/, "");
}

/** The ARN of the bucket, as that of the log group. */
export function arnOfBucket(stack: Stack, cluster: Node<Cluster>): string | undefined {
    const target = known(() => stack.target(cluster, "bucketName", Bucket), undefined);
    return arnOf(target, "bucket", "arn:*:s3:::");
}

/** The ARN of what a reference leads to: as the provider has answered it, else made of the name. */
function arnOf<W extends { readonly [N in K]?: string }, K extends keyof W>(
    target: Target<W> | undefined,
    word: K,
    before: string,
): string | undefined {
    if (target?.kind !== "resource") {
        return target?.kind === "outside" && target.literal ? before + target.literal : undefined;
    }
    const { inputs, outputs } = target.node;
    const arn = known(() => own(outputs, "arn"), undefined);
    const name = known(() => inputs[word], undefined);
    return typeof arn === "string" ? arn : name && before + name;
}
