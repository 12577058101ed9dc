/** A resource of a stack: what the program wrote of it, and how it is called. */
import { PolicyResource } from "@pulumi/policy";
import { Subject } from "./resources";
import { asText, own, Raw } from "./shape";
import { known } from "./unknown";
import { quote } from "./words";

/** A resource of the stack. */
export interface Node<W> {
    readonly urn: string;
    readonly name: string;
    readonly type: string;
    readonly subject: Subject<W>;
    /** What the program wrote, left out and unknown told apart; the outputs where the inputs were not noted. */
    readonly inputs: W;
    /** Whether the inputs were noted: then the program makes the resource, rather than only reads it. */
    readonly isNoted: boolean;
    /** What the provider answered: ids and ARNs, at preview often unknown. */
    readonly outputs: Raw;
    /** Its provider: URN, one for all default ones, and Region, where it is known. */
    readonly provider: { readonly urn?: string; readonly region?: string };
    /** Path of the property behind a word; its first part is the key of `propertyDependencies`. */
    path(word: keyof W & string): readonly string[];
    /** Whether a word is a list, be it known or not. */
    isList(word: keyof W & string): boolean;
}

/** The property that a word is, or is a part of. */
export function propertyOf<W>(node: Node<W>, word: keyof W & string): string {
    return node.path(word)[0] ?? word;
}

/** Resources by name: Pulumi gives them in another order each time. */
export function inOrder<W>(nodes: readonly Node<W>[]): readonly Node<W>[] {
    const key = ({ name, urn }: Node<W>): string => `${name} ${urn}`;
    return nodes.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** A resource as messages name it: its kind and its name. */
export function nodeTitle({ type, name, subject }: Pick<Node<unknown>, "type" | "name" | "subject">): string {
    return `${subject.nouns?.[type] ?? subject.noun} ${quote(name)}`;
}

/** The id, where the provider has answered it. */
export function idOf(node: Node<unknown>): string | undefined {
    return answered(node, "id");
}

/** The property with the ARN of a resource, where that is not `arn`. */
const ARNS: ReadonlyMap<string, string | undefined> = new Map([
    // Its `arn` is that of what it sends to.
    ["aws:cloudwatch/eventTarget:EventTarget", undefined],
    ["aws-native:ecs:TaskDefinition", "taskDefinitionArn"],
    ["aws-native:ecs:Service", "serviceArn"],
]);

/** The ARN, where the provider has answered it. */
export function arnOf(node: Node<unknown>): string | undefined {
    const property = ARNS.has(node.type) ? ARNS.get(node.type) : "arn";
    return property && answered(node, property);
}

/** Whether a text is the id or ARN of a resource, as the provider has answered it. */
export function isIn(node: Node<unknown>, text: string): boolean {
    return text === idOf(node) || text === arnOf(node);
}

/** The name that the provider has answered, for example one that begins with a prefix. */
export function givenNameOf<W>(node: Node<W>): string | undefined {
    const { name } = node.subject;
    return name && answered(node, propertyOf(node, name as keyof W & string));
}

/** A text that the provider has answered, nothing where that is not known. */
export function answered({ outputs }: Node<unknown>, property: string): string | undefined {
    return known(() => asText(own(outputs, property)), undefined);
}

/** The name. @throws the SDK's error where it is not known */
export function nameOf<W>({ subject, inputs }: Node<W>): string | undefined {
    return subject.name === undefined ? undefined : asText((inputs as Record<string, unknown>)[subject.name]);
}

/** The name of a default provider. Those differ by their versions only. */
const DEFAULT_PROVIDER = /::default(?:_[\w.-]+)?$/;

/** What a node says of the provider of a resource. */
export function providerOf({ provider }: PolicyResource): Node<unknown>["provider"] {
    return {
        urn: provider && (DEFAULT_PROVIDER.test(provider.urn) ? "default" : provider.urn),
        region: known(() => asText(own(provider?.props, "region")), undefined),
    };
}
