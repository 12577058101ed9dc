/** The graph: joins of resources at preview, by what depends on what, and after the update, by ids, ARNs and names. */
import { PolicyResource } from "@pulumi/policy";
import { entry, push } from "./maps";
import { arnOf, givenNameOf, idOf, isIn, nameOf, Node, propertyOf, providerOf } from "./node";
import { inPlace, isOfAccount, mayBeOfOtherAccount, Place, placeIn, placeOf } from "./place";
import { Cluster, Launcher, Subject, TaskDefinition } from "./resources";
import { asText, List, own, Raw } from "./shape";
import { certainlyNot, known, proven, Undecided } from "./unknown";
import { Views } from "./views";

/** Types with a Region of AWS, providers among them. */
const REGIONAL = /^(?:aws|aws-native):|^pulumi:providers:aws(?:-native)?$/;

/** Types that are no components. */
const PROVIDED = /^(aws|aws-native|pulumi):/;

/** Where a reference leads. */
export type Target<W> =
    | { readonly kind: "resource"; readonly node: Node<W>; readonly literal?: undefined }
    /** To a resource that is not in this stack; what the program wrote, where it is known. */
    | { readonly kind: "outside"; readonly node?: undefined; readonly literal: string | undefined }
    | { readonly kind: "none"; readonly node?: undefined; readonly literal?: undefined };

/** Where the references in a list lead. */
export interface Targets<W> {
    readonly nodes: readonly Node<W>[];
    /** What the list was made from, where not all of it need be in the list: some of these are, and others may be. */
    readonly possible: readonly Node<W>[];
    /** What the program wrote of resources that are not in this stack. */
    readonly outside: readonly string[];
    /** Some are not known: there may be more, in this stack or outside. */
    readonly partial: boolean;
}

/** What refers to a resource. */
export interface Referrers<W> {
    readonly nodes: readonly Node<W>[];
    /** Of these it is not known what they refer to; it may be the resource. */
    readonly undecided: readonly Node<W>[];
}

/** By URN of the target; under the empty URN what holds for all others. */
type ReferrersByUrn = ReadonlyMap<string, Referrers<unknown>>;

/** Resources of one kind, to be found by URN and by the texts that mean them. */
interface Index<W> {
    readonly nodes: readonly Node<W>[];
    readonly byUrn: ReadonlyMap<string, Node<W>>;
    readonly byText: ReadonlyMap<string, readonly Node<W>[]>;
    /** Some have a name that is not known. */
    readonly nameless: boolean;
    /** What refers to them, by its kind and word. */
    readonly referrers: Map<Subject<unknown>, Map<string, ReferrersByUrn>>;
}

type Reading = () => string | undefined;

/** The resources of a stack and the references between them. */
export class Stack {
    /** URN of the stack itself, for what concerns it as a whole. */
    readonly urn: string | undefined;
    private readonly indices = new Map<Subject<unknown>, Index<unknown>>();
    private readonly memory = new Map<unknown, Map<string | undefined, unknown>>();
    private readonly inComponents = new Map<string, readonly PolicyResource[]>();
    private readonly children = new Map<string, PolicyResource[]>();
    /** By URN of the one and of the other: whether that one depends on the first. */
    private readonly leading = new Map<string, Map<string, boolean>>();
    private readonly byUrn: ReadonlyMap<string, PolicyResource>;
    private readonly byType = new Map<string, PolicyResource[]>();
    /** The Regions of resources and providers, as far as they are known. */
    private regions: ReadonlySet<string> | undefined;
    /** Whether inputs are noted at all; otherwise what is only read looks like what the program makes. */
    private readonly hasInputs: boolean;

    constructor(
        private readonly resources: readonly PolicyResource[],
        /** By URN: the inputs of resources, noted while these were analyzed. */
        private readonly noted: ReadonlyMap<string, Raw>,
        private readonly views = new Views(),
    ) {
        this.byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
        for (const resource of resources) {
            push(this.byType, resource.type, resource);
            if (resource.parent) {
                push(this.children, resource.parent.urn, resource);
            }
        }
        this.hasInputs = resources.some(({ urn }) => noted.has(urn));
        this.urn = this.byType.get("pulumi:pulumi:Stack")?.[0]?.urn;
    }

    /** URNs of all resources. */
    get urns(): ReadonlySet<string> {
        return new Set(this.byUrn.keys());
    }

    /** Whether there are resources of the types of a kind. */
    has(subject: Subject<unknown>): boolean {
        return Object.keys(subject.types).some((type) => this.byType.has(type));
    }

    /** The resources of the types of a kind, in the order of the stack. */
    private ofTypes({ types }: Subject<unknown>): readonly PolicyResource[] {
        const [first = [], ...more] = Object.keys(types)
            .map((type) => this.byType.get(type) ?? [])
            .filter(({ length }) => length > 0);
        return more.length === 0 ? first : this.resources.filter(({ type }) => own(types, type) !== undefined);
    }

    /** Whether the program does not make a resource, as far as inputs are noted at all. */
    isOnlyRead({ isNoted }: Node<unknown>): boolean {
        return !isNoted && this.hasInputs;
    }

    /** All resources of a kind. */
    all<W>(subject: Subject<W>): readonly Node<W>[] {
        return this.index(subject).nodes;
    }

    /** The same resource as one of another kind, if it is that. */
    as<W>({ urn }: Node<unknown>, subject: Subject<W>): Node<W> | undefined {
        return this.index(subject).byUrn.get(urn);
    }

    /** What `make` gives for a node, or for the stack, made once; what it throws is not kept. */
    remember<T>(make: (stack: Stack) => T): T;
    remember<W, T>(make: (stack: Stack, node: Node<W>) => T, node: Node<W>): T;
    remember<T>(make: (stack: Stack, node: never) => T, node?: Node<unknown>): T {
        const made = entry(this.memory, make, () => new Map<string | undefined, unknown>());
        if (!made.has(node?.urn)) {
            made.set(node?.urn, make(this, node as never));
        }
        return made.get(node?.urn) as T;
    }

    private index<W>(subject: Subject<W>): Index<W> {
        let index = this.indices.get(subject);
        if (!index) {
            const byText = new Map<string, Node<W>[]>();
            const byUrn = new Map<string, Node<W>>();
            let nameless = false;
            for (const resource of this.ofTypes(subject)) {
                const node = known(() => this.node(resource, subject), undefined);
                if (!node) {
                    continue;
                }
                byUrn.set(node.urn, node);
                const name = known(() => nameOf(node), null);
                nameless ||= name === null;
                const texts = new Set([idOf(node), arnOf(node), givenNameOf(node), name ?? undefined]);
                texts.forEach((text) => text && push(byText, text, node));
            }
            index = { nodes: [...byUrn.values()], byUrn, byText, nameless, referrers: new Map() };
            this.indices.set(subject, index);
        }
        return index as Index<W>;
    }

    private node<W>(resource: PolicyResource, subject: Subject<W>): Node<W> | undefined {
        const reader = own(subject.types, resource.type) as Subject<W>["types"][string] | undefined;
        const noted = this.noted.get(resource.urn);
        const inputs = reader && this.views.of(reader, noted ?? resource.props);
        if (reader === undefined || inputs === undefined) {
            return undefined;
        }
        return {
            urn: resource.urn,
            name: resource.name,
            type: resource.type,
            subject,
            inputs,
            isNoted: noted !== undefined,
            outputs: resource.props,
            provider: providerOf(resource),
            path: (word) => reader.fields?.[word]?.path ?? [word],
            isList: (word) => reader.fields?.[word]?.item !== undefined,
        };
    }

    /** Resources of a kind that a property depends on; a component stands for all that is in it. */
    dependencies<V, W>(node: Node<V>, word: keyof V & string, subject: Subject<W>): readonly Node<W>[] {
        const { byUrn } = this.index(subject);
        return this.expanded(node, word).flatMap(({ urn }) => byUrn.get(urn) ?? []);
    }

    /** What a property depends on, with all that is in components. */
    private expanded<V>(node: Node<V>, word: keyof V & string): readonly PolicyResource[] {
        const direct = this.dependenciesOf(node, word);
        if (direct.every(({ type }) => PROVIDED.test(type))) {
            return direct;
        }
        const key = `${node.urn} ${propertyOf(node, word)}`;
        return entry(this.inComponents, key, () => this.expand(direct));
    }

    /** Resources, each before what is in it. */
    private expand(resources: readonly PolicyResource[]): readonly PolicyResource[] {
        const found = new Set<PolicyResource>();
        const open = resources.toReversed();
        for (let resource = open.pop(); resource; resource = open.pop()) {
            if (!found.has(resource)) {
                found.add(resource);
                open.push(...this.partsOf(resource).toReversed());
            }
        }
        return [...found];
    }

    /** What the whole resource depends on, where it is not known of any property. */
    private dependenciesOf<V>(node: Node<V>, word: keyof V & string): PolicyResource[] {
        const { dependencies = [], propertyDependencies = {} } = this.byUrn.get(node.urn) ?? {};
        return this.hasLostDependencies(node) ? dependencies : (propertyDependencies[propertyOf(node, word)] ?? []);
    }

    /** Whether it is known of no property what it depends on: none does, or the resource option `transforms` lost it. */
    hasLostDependencies({ urn }: Node<unknown>): boolean {
        return Object.values(this.byUrn.get(urn)?.propertyDependencies ?? {}).every(({ length }) => length === 0);
    }

    /**
     * Whether a property is made of one resource alone, or of it and what depends on it, such as a VPC and its subnets. In an
     * output that was made of others too, values of lookups may travel, which leave no trace. Of a property with parts, each
     * may be made of another resource.
     */
    private isAlone<V>(node: Node<V>, word: keyof V & string, target: Node<unknown>): boolean {
        return (
            node.path(word).length > 1 ||
            this.hasLostDependencies(node) ||
            this.dependenciesOf(node, word).every(
                (resource) =>
                    resource.urn === target.urn ||
                    !PROVIDED.test(resource.type) ||
                    (!target.subject.standIns?.includes(target.type) && this.isMadeOf(resource, target)),
            )
        );
    }

    /** Whether a resource depends on another one, through a property or by `dependsOn`, however indirectly. */
    dependsOn(node: Node<unknown>, others: readonly Node<unknown>[]): boolean {
        const resource = this.byUrn.get(node.urn);
        return resource !== undefined && this.leadsTo(resource, new Set(others.map(({ urn }) => urn)));
    }

    /** Whether a resource depends on the other one, looked for once. */
    private isMadeOf(resource: PolicyResource, { urn }: Node<unknown>): boolean {
        const leading = entry(this.leading, urn, () => new Map<string, boolean>());
        return entry(leading, resource.urn, () => this.leadsTo(resource, new Set([urn])));
    }

    private leadsTo(from: PolicyResource, wanted: ReadonlySet<string>): boolean {
        const seen = new Set<string>();
        const open = [from];
        for (let resource = open.pop(); resource; resource = open.pop()) {
            if (wanted.has(resource.urn) && resource.urn !== from.urn) {
                return true;
            }
            if (!seen.has(resource.urn)) {
                seen.add(resource.urn);
                open.push(...resource.dependencies, ...this.partsOf(resource));
            }
        }
        return false;
    }

    /** What is in a component, nothing for other resources. */
    private partsOf({ urn, type }: PolicyResource): readonly PolicyResource[] {
        return (PROVIDED.test(type) ? undefined : this.children.get(urn)) ?? [];
    }

    /**
     * Follows a reference: by property dependency, which holds at preview too, then by what the program wrote.
     * @param read the text of the reference, where it is not the word itself, for example in an item of a list
     * @throws Undecided where it may lead to more than one resource
     */
    target<V, W>(node: Node<V>, word: keyof V & string, subject: Subject<W>, read?: Reading): Target<W> {
        const candidates = this.dependencies(node, word, subject);
        const literal = known(read ?? (() => asText(node.inputs[word])), null);
        if (literal) {
            const target = this.find(node, subject, literal, candidates);
            return target ? { kind: "resource", node: target } : { kind: "outside", literal };
        }
        if (literal !== null) {
            return { kind: "none" };
        }
        const target = only(candidates);
        const isFromOtherStack = this.isFromOtherStack(node, word);
        if (target && !isFromOtherStack && (read || this.isAlone(node, word, target))) {
            return { kind: "resource", node: target };
        }
        if (isFromOtherStack && candidates.length === 0) {
            return { kind: "outside", literal: undefined };
        }
        // Several parts of a property may come from several places.
        throw new Undecided(`${word} is not known`);
    }

    /**
     * Follows the references in a list, as `target` follows one. Items that are not known are what the property depends
     * on if there are at least as many. Of a list that is not known at all, for example an output of a component that has
     * all its subnets, nobody can tell which of them are in it, and whether others are.
     */
    targets<V, W>(node: Node<V>, word: keyof V & string, subject: Subject<W>): Targets<W> {
        const direct = new Set(this.dependenciesOf(node, word).map(({ urn }) => urn));
        const candidates = this.dependencies(node, word, subject);
        // What is in a component need not be what was taken from it.
        const certain = candidates.length === 1 ? candidates : candidates.filter(({ urn }) => direct.has(urn));
        const items = known(() => readingsOf(node.inputs[word]), undefined);
        const nodes = new Set<Node<W>>();
        const outside: string[] = [];
        let unknown = items ? 0 : 1;
        let isAmbiguous = false;
        for (const read of items ?? []) {
            const literal = known(read, null);
            const target = literal ? known(() => this.find(node, subject, literal, candidates), null) : undefined;
            if (target) {
                nodes.add(target);
            } else if (target === null) {
                isAmbiguous = true;
            } else if (literal === null) {
                unknown++;
            } else if (literal) {
                outside.push(literal);
            }
        }
        const rest = unknown > 0 ? certain.filter((candidate) => !nodes.has(candidate)) : [];
        const isWhole = items !== undefined || !node.isList(word);
        const isAll = candidates.length === certain.length;
        const areMeant = isWhole && isAll && rest.length <= unknown;
        return {
            nodes: [...nodes, ...(areMeant ? rest : [])],
            possible: isAll && !areMeant ? rest : [],
            outside,
            partial:
                isAmbiguous ||
                (unknown > 0 && (!areMeant || rest.length < unknown || this.isFromOtherStack(node, word))),
        };
    }

    /** The resource that a text means, first among the candidates. @throws Undecided if it may be several */
    private find<W>(
        from: Node<unknown>,
        subject: Subject<W>,
        literal: string,
        candidates: readonly Node<W>[],
    ): Node<W> | undefined {
        const found = this.meant(from, subject, literal);
        const among = found.filter((node) => candidates.includes(node));
        const unique = only(among.length > 0 ? among : found);
        if (!unique) {
            const mayBeNameless = this.index(subject).nameless && nameFrom(subject, literal) !== undefined;
            if (found.length > 1 || (mayBeNameless && candidates.length !== 1)) {
                throw new Undecided(`${subject.noun} is not certain`);
            }
        } else if (among.length === 0 && !isIn(unique, literal)) {
            const place = placeIn(literal) ?? placeOf(from);
            if (!subject.isGlobal) {
                this.isThere(unique, place);
            }
            certainlyNot(isOfAccount(subject) && mayBeOfOtherAccount(unique, from, place));
        }
        return unique;
    }

    /**
     * That a resource is in the Region of a place, where it may be.
     * @throws Undecided where one of the Regions is not known, and the stack has several
     */
    isThere(node: Node<unknown>, { region }: Place): true {
        if (region === undefined || placeOf(node).region === undefined) {
            this.regions ??= new Set(
                this.resources.flatMap(({ type, props }) =>
                    REGIONAL.test(type) ? known(() => asText(own(props, "region")), undefined) || [] : [],
                ),
            );
            certainlyNot(this.regions.size > 1);
        }
        return true;
    }

    /** The resources that a text may mean. */
    meant<W>(from: Node<unknown>, subject: Subject<W>, literal: string): readonly Node<W>[] {
        const { byText } = this.index(subject);
        const named = byText.get(literal) ?? byText.get(nameFrom(subject, literal) ?? "") ?? [];
        const { region, account } = placeOf(from);
        const here = {
            region: subject.isGlobal ? undefined : region,
            account: isOfAccount(subject) ? account : undefined,
        };
        const found = inPlace(named, placeIn(literal) ?? here);
        return subject.isFor ? found.filter(({ type }) => subject.isFor?.(from.type, type)) : found;
    }

    /** Whether a property was made from outputs of another stack. */
    isFromOtherStack<V>(node: Node<V>, word: keyof V & string): boolean {
        return this.dependenciesOf(node, word).some(({ type }) => type === "pulumi:pulumi:StackReference");
    }

    /**
     * What refers to a resource.
     * @param word of the referring kind: one reference, or a list of them
     */
    referrers<V, W>(node: Node<V>, subject: Subject<W>, word: keyof W & string): Referrers<W> {
        const byWord = entry(this.index(node.subject).referrers, subject, () => new Map<string, ReferrersByUrn>());
        const byUrn = entry(byWord, word, () => this.reversed(subject, word, node.subject));
        return (byUrn.get(node.urn) ?? byUrn.get("")) as Referrers<W>;
    }

    private reversed<V, W>(subject: Subject<W>, word: keyof W & string, target: Subject<V>): ReferrersByUrn {
        const nodes = new Map<string, Node<W>[]>([["", []]]);
        const undecided: Node<W>[] = [];
        for (const referrer of this.all(subject)) {
            const { nodes: found, partial } = this.referencesOf(referrer, word, target);
            found.forEach(({ urn }) => push(nodes, urn, referrer));
            if (partial) {
                undecided.push(referrer);
            }
        }
        return new Map([...nodes].map(([urn, referrers]) => [urn, { nodes: referrers, undecided }]));
    }

    private referencesOf<V, W>(
        node: Node<W>,
        word: keyof W & string,
        subject: Subject<V>,
    ): Pick<Targets<V>, "nodes" | "partial"> {
        if (node.isList(word)) {
            return this.targets(node, word, subject);
        }
        const target = known(() => this.target(node, word, subject), undefined);
        return { nodes: target?.node ? [target.node] : [], partial: target === undefined };
    }

    /** The task definition that a launcher starts. */
    taskDefinitionOf(launcher: Node<Pick<Launcher, "taskDefinition">>): Target<TaskDefinition> {
        return this.target(launcher, "taskDefinition", TaskDefinition);
    }

    /** The cluster of a launcher; without one it is the cluster `default` of the account. */
    clusterOf(launcher: Node<Pick<Launcher, "cluster">>): Target<Cluster> {
        const target = this.target(launcher, "cluster", Cluster);
        if (target.kind !== "none") {
            return target;
        }
        const account = this.find(launcher, Cluster, "default", []);
        return account ? { kind: "resource", node: account } : { kind: "outside", literal: "default" };
    }
}

/** Those who refer to a resource and pass a test. @throws Undecided or the SDK's error where none does, but some may */
export function provenAmong<W>(
    { nodes, undecided }: Referrers<W>,
    test: (node: Node<W>) => boolean,
): readonly Node<W>[] {
    const found = proven(nodes, test);
    if (found.length === 0 && undecided.some((node) => known(() => test(node), true))) {
        throw new Undecided("what refers to it is not known");
    }
    return found;
}

/** The item of a list that has one. */
export function only<T>(items: readonly T[]): T | undefined {
    return items.length === 1 ? items[0] : undefined;
}

/** The name in a reference. */
function nameFrom({ nameIn }: Subject<unknown>, reference: string): string | undefined {
    return nameIn ? nameIn(reference) : reference;
}

/** One reading for each item of a list, or the one of a text. */
function readingsOf(value: unknown): Reading[] {
    return value instanceof List ? value.readings().map((read) => () => asText(read())) : [() => asText(value)];
}
