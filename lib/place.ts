/** Regions and accounts: where resources are, and where what refers to them looks for them. */
import { answered, arnOf, idOf, Node } from "./node";
import { Subject } from "./resources";

/** Where a resource is, as far as it is known. */
export interface Place {
    readonly region?: string;
    readonly account?: string;
}

/** The place in an ARN; of another text nothing. */
export function placeIn(arn: string): Place | undefined {
    const [prefix, , , region, account] = arn.split(":", 5);
    return prefix === "arn" ? { region, account } : undefined;
}

/** The place of a resource, as far as the provider has answered it, else the Region of the provider. */
export function placeOf(node: Node<unknown>): Place {
    const { region, account } = placeIn(arnOf(node) ?? idOf(node) ?? "") ?? {};
    return { region: answered(node, "region") || region || node.provider.region, account };
}

/** Whether two places may be the same, as far as they are known. */
export function mayBeSame(one: Place, other: Place): boolean {
    const mayBe = (a?: string, b?: string): boolean => !a || !b || a === b;
    return mayBe(one.region, other.region) && mayBe(one.account, other.account);
}

/** The resources that may be in a place, all where it is not known. */
export function inPlace<W>(nodes: readonly Node<W>[], place: Place): readonly Node<W>[] {
    return place.region || place.account ? nodes.filter((node) => mayBeSame(placeOf(node), place)) : nodes;
}

/** Whether a name is one of an account; an id means the same resource in another one, with which it may be shared. */
export function isOfAccount({ name, isUnique = false }: Subject<unknown>): boolean {
    return name !== undefined && !isUnique;
}

/** Whether a resource and what refers to it have different providers, while the account of one of them is not known. */
export function mayBeOfOtherAccount(node: Node<unknown>, from: Node<unknown>, { account }: Place): boolean {
    const [one, other] = [node.provider.urn, from.provider.urn];
    return Boolean(one && other && one !== other) && !(account && placeOf(node).account);
}
