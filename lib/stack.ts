import { PolicyResource } from "@pulumi/policy";
import { Cluster, Launcher, Subject, TaskDefinition } from "./resources";
import { own, Raw } from "./shape";
import { isKnown, known, some, Undecided } from "./unknown";

/** Types that are no components. */
const PROVIDED = /^(aws|aws-native|pulumi):/;

/** The inputs of a resource, noted while it was analyzed. */
export interface Noted {
    readonly props: Raw;
}

/** A resource of the stack. */
export interface Node<W> {
    readonly urn: string;
    readonly name: string;
    readonly type: string;
    /** What the program wrote, left out and unknown told apart; the outputs where the inputs were not noted (D1). */
    readonly inputs: W;
    /** What the provider answered: ids and ARNs, at preview often unknown. */
    readonly outputs: Raw;
    /** Top-level property behind a word, the key of `propertyDependencies`. */
    property(word: keyof W & string): string;
}

/** Where a reference leads. */
export type Target<W> =
    | { readonly kind: "resource"; readonly node: Node<W> }
    /** To a resource that is not in this stack; what the program wrote, where it is known. */
    | { readonly kind: "outside"; readonly literal: string | undefined }
    | { readonly kind: "none" };

/** The resources of a stack and the references between them. */
export class Stack {
    private readonly nodes = new Map<Subject<unknown>, ReadonlyMap<string, Node<unknown>>>();
    private readonly children = new Map<string, PolicyResource[]>();
    private readonly byUrn: ReadonlyMap<string, PolicyResource>;

    constructor(
        private readonly resources: readonly PolicyResource[],
        private readonly noted: ReadonlyMap<string, Noted>,
    ) {
        this.byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
        for (const resource of resources) {
            if (resource.parent) {
                const siblings = this.children.get(resource.parent.urn);
                if (siblings) {
                    siblings.push(resource);
                } else {
                    this.children.set(resource.parent.urn, [resource]);
                }
            }
        }
    }

    /** All resources of a kind. */
    all<W>(subject: Subject<W>): readonly Node<W>[] {
        return [...this.nodesOf(subject).values()];
    }

    /** The same by URN. */
    private nodesOf<W>(subject: Subject<W>): ReadonlyMap<string, Node<W>> {
        let nodes = this.nodes.get(subject);
        if (!nodes) {
            const found = this.resources.flatMap(
                (resource) => known(() => this.node(resource, subject), undefined) ?? [],
            );
            nodes = new Map(found.map((node) => [node.urn, node]));
            this.nodes.set(subject, nodes);
        }
        return nodes as ReadonlyMap<string, Node<W>>;
    }

    private node<W>(resource: PolicyResource, subject: Subject<W>): Node<W> | undefined {
        const reader = own(subject.types, resource.type) as Subject<W>["types"][string] | undefined;
        const inputs = reader?.read((this.noted.get(resource.urn) ?? resource).props, () => undefined, 0);
        return inputs === undefined || reader === undefined
            ? undefined
            : {
                  urn: resource.urn,
                  name: resource.name,
                  type: resource.type,
                  inputs,
                  outputs: resource.props,
                  property: (word) => reader.paths?.[word]?.[0] ?? word,
              };
    }

    /** Resources of a kind that a property depends on; a component stands for all that is in it. */
    dependencies<V, W>(node: Node<V>, word: keyof V & string, subject: Subject<W>): Node<W>[] {
        const found = new Set<PolicyResource>();
        const visit = (resource: PolicyResource): void => {
            if (!found.has(resource)) {
                found.add(resource);
                if (!PROVIDED.test(resource.type)) {
                    this.children.get(resource.urn)?.forEach(visit);
                }
            }
        };
        this.dependenciesOf(node, word).forEach(visit);
        const nodes = this.nodesOf(subject);
        return [...found].flatMap(({ urn }) => nodes.get(urn) ?? []);
    }

    private dependenciesOf<V>(node: Node<V>, word: keyof V & string): PolicyResource[] {
        return this.byUrn.get(node.urn)?.propertyDependencies[node.property(word)] ?? [];
    }

    /**
     * Follows a reference: by property dependency, which holds at preview too, then by what the program wrote.
     * @param identifies whether the text of the reference means that resource
     * @throws Undecided or the SDK's error where it may lead to more than one resource
     */
    private follow<V, W>(
        node: Node<V>,
        word: keyof V & string,
        subject: Subject<W>,
        identifies: (literal: string, target: Node<W>) => boolean,
    ): Target<W> {
        const candidates = this.dependencies(node, word, subject);
        const read = (): string | undefined => node.inputs[word] as string | undefined;
        const literal = known(read, undefined);
        const among = (nodes: readonly Node<W>[]): Node<W> | undefined => {
            let found: Node<W> | undefined;
            if (literal !== undefined) {
                some(nodes, (target) => identifies(literal, target) && ((found = target), true));
            }
            return found;
        };
        const target =
            candidates.length === 1
                ? candidates[0]
                : (among(candidates) ?? (candidates.length > 1 ? undefined : among(this.all(subject))));
        if (target) {
            return { kind: "resource", node: target };
        }
        if (candidates.length > 1) {
            throw new Undecided(`${word} depends on several resources`);
        }
        if (literal !== undefined) {
            return { kind: "outside", literal };
        }
        if (isKnown(read)) {
            return { kind: "none" };
        }
        if (this.dependenciesOf(node, word).some(({ type }) => type === "pulumi:pulumi:StackReference")) {
            return { kind: "outside", literal: undefined };
        }
        throw new Undecided(`${word} is not known`);
    }

    /** The task definition that a launcher starts (J-TD). */
    taskDefinitionOf(launcher: Node<Launcher>): Target<TaskDefinition> {
        return this.follow(
            launcher,
            "taskDefinition",
            TaskDefinition,
            (literal, { inputs, outputs }) =>
                known(() => own(outputs, "arn") === literal, false) || inputs.family === revisionOf(literal).family,
        );
    }

    /** The cluster of a launcher; without one it is the cluster `default` of the account (J-CL, D8). */
    clusterOf(launcher: Node<Launcher>): Target<Cluster> {
        const identifies = (literal: string, { inputs }: Node<Cluster>): boolean =>
            inputs.name === lastSegment(literal);
        const target = this.follow(launcher, "cluster", Cluster, identifies);
        if (target.kind !== "none") {
            return target;
        }
        let account: Node<Cluster> | undefined;
        some(this.all(Cluster), (cluster) => identifies("default", cluster) && ((account = cluster), true));
        return account ? { kind: "resource", node: account } : { kind: "outside", literal: "default" };
    }
}

function lastSegment(literal: string): string {
    return literal.slice(literal.lastIndexOf("/") + 1);
}

/** The family and, if it is pinned, the revision in a reference to a task definition: ARN, `family:revision` or family. */
export function revisionOf(reference: string): { family: string; revision?: string } {
    const { family, revision } = /^(?<family>[^:]*)(?::(?<revision>\d+))?$/.exec(lastSegment(reference))?.groups ?? {};
    return { family: family ?? "", revision };
}
