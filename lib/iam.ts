/** What the principals of a stack may do: their documents, wherever they are written (J-RP). */
import { PolicyDocument } from "./document";
import { awsManaged } from "./managed";
import {
    Group,
    GroupMembership,
    GroupPolicy,
    GroupPolicyAttachment,
    ManagedPolicy,
    PolicyAttachment,
    Role,
    RolePoliciesExclusive,
    RolePolicy,
    RolePolicyAttachment,
    RolePolicyAttachmentsExclusive,
    TaskSettings,
    User,
    UserGroupMembership,
    UserPolicy,
    UserPolicyAttachment,
} from "./resources";
import { Node, Referrers, Stack, Targets } from "./stack";
import { both, each, known, proven, some, Undecided } from "./unknown";
import { code, quote } from "./words";

/** A document that a principal has. */
export interface Held {
    /** The resource that it is written in; none for what is outside the stack. */
    readonly holder?: Node<unknown>;
    /** How a message calls it, for example `role policy "pull"`. */
    readonly title: string;
    /** Whether the principal has it for certain, or maybe. */
    readonly certain: boolean;
    /** @throws Undecided or the SDK's error where it cannot be read */
    readonly document: () => PolicyDocument;
}

const UNREADABLE: Held = {
    title: "a policy",
    certain: true,
    document: () => {
        throw new Undecided("a policy cannot be read");
    },
};

/** What a principal may do. */
export class Permissions {
    /** @param boundary what it may do at most */
    constructor(
        readonly documents: readonly Held[],
        private readonly boundary: readonly Held[] = [],
    ) {}

    /** The documents that the program itself writes and the principal certainly has. */
    get own(): readonly Held[] {
        return this.documents.filter(({ certain, holder }) => certain && holder !== undefined);
    }

    /**
     * Whether an action is allowed, on a resource if one is given: an ARN, maybe with wildcards, or `ANY`.
     * @throws Undecided or the SDK's error where what is known does not tell
     */
    allows(action: string, resource?: string): boolean {
        const isIn = (documents: readonly Held[]): boolean =>
            some(documents, (held) => answer(held, held.document().allows(action, resource)));
        return both(
            () => isIn(this.documents),
            () => this.boundary.length === 0 || isIn(this.boundary),
            () => !this.denies(action, resource),
        );
    }

    /** Whether an action is denied, whatever else allows it (D4). @throws as `allows` */
    denies(action: string, resource?: string): boolean {
        return some([...this.documents, ...this.boundary], (held) =>
            answer(held, held.document().denies(action, resource)),
        );
    }

    /**
     * The actions that are certainly not allowed, in the order given.
     * @throws Undecided or the SDK's error where there is none, but some may be
     */
    missing(actions: readonly string[], resource?: string): readonly string[] {
        return proven(actions, (action) => !this.allows(action, resource));
    }

    /** What of several needs is certainly not allowed. @throws as `missing` */
    lacking(needs: readonly Need[]): readonly Need[] {
        const found = needs.flatMap(({ actions, on }) => {
            const missing = known(() => this.missing(actions, on), []);
            return missing.length > 0 ? [{ actions: missing, on }] : [];
        });
        if (found.length === 0) {
            each(needs, ({ actions, on }) => this.missing(actions, on));
        }
        return found;
    }
}

/** Actions that are needed, on some ARN where it is known. */
export interface Need {
    readonly actions: readonly string[];
    readonly on?: string;
}

/** How a message says what is needed. */
export function needed(needs: readonly Need[]): string {
    return needs.map(({ actions, on }) => `${code(actions)}${on ? ` on \`${on}\`` : ""}`).join(" and ");
}

/** Of a document that may not count, only a no is an answer. */
function answer({ certain }: Held, yes: boolean): boolean {
    if (yes && !certain) {
        throw new Undecided("it is not known whether the principal has the policy");
    }
    return yes;
}

/** A document that is the `policy` of a resource. */
function heldBy(holder: Node<{ policy?: PolicyDocument }>, certain: boolean): Held {
    return {
        holder,
        title: `${holder.subject.noun} ${quote(holder.name)}`,
        certain,
        document: () => holder.inputs.policy ?? UNREADABLE.document(),
    };
}

/** A policy that is not in the stack: of AWS, or of somebody else. */
function foreign(arn: string | undefined, certain: boolean): Held {
    return { title: UNREADABLE.title, certain, document: () => awsManaged(arn) };
}

/** The managed policy that a reference leads to. */
function referenced<W>(stack: Stack, node: Node<W>, word: keyof W & string, certain: boolean): readonly Held[] {
    const target = known(() => stack.target(node, word, ManagedPolicy), undefined);
    switch (target?.kind) {
        case "resource":
            return [heldBy(target.node, certain)];
        case "outside":
            return [foreign(target.literal, certain)];
        case "none":
            return [];
        case undefined:
            return [UNREADABLE];
    }
}

/** The managed policies that a list of references leads to. */
function listed({ nodes, outside, partial }: Targets<ManagedPolicy>, certain: boolean): readonly Held[] {
    return [
        ...nodes.map((node) => heldBy(node, certain)),
        ...outside.map((arn) => foreign(arn, certain)),
        ...(partial ? [UNREADABLE] : []),
    ];
}

/** What those who refer to a principal give it, for certain or maybe. */
function givenBy<W, H extends Held>(
    { nodes, undecided }: Referrers<W>,
    give: (node: Node<W>, certain: boolean) => readonly H[],
): readonly H[] {
    return [...nodes.flatMap((node) => give(node, true)), ...undecided.flatMap((node) => give(node, false))];
}

function inlineIn(referrers: Referrers<{ policy?: PolicyDocument }>): readonly Held[] {
    return givenBy(referrers, (node, certain) => [heldBy(node, certain)]);
}

function attachedBy<W extends { policyArn?: string }>(stack: Stack, referrers: Referrers<W>): readonly Held[] {
    return givenBy(referrers, (node, certain) => referenced(stack, node, "policyArn", certain));
}

/** Documents of which it is not certain either that they count. */
function maybe(documents: readonly Held[]): readonly Held[] {
    return documents.map((held) => ({ ...held, certain: false }));
}

/** What a role may do; remembered. */
export function permissionsOf(stack: Stack, role: Node<Role>): Permissions {
    return stack.remember(permissionsOfRole, role);
}

function permissionsOfRole(stack: Stack, role: Node<Role>): Permissions {
    return new Permissions(
        [...inlineOf(stack, role), ...attachedTo(stack, role)],
        referenced(stack, role, "permissionsBoundary", true),
    );
}

interface Inline extends Held {
    readonly name: () => string | undefined;
}

/** The inline policies of a role, without those that an exclusive list leaves out. */
function inlineOf(stack: Stack, role: Node<Role>): readonly Held[] {
    const policies: readonly Inline[] = [
        ...written(role),
        ...givenBy(stack.referrers(role, RolePolicy, "role"), (node, certain) => [
            { ...heldBy(node, certain), name: () => node.inputs.name },
        ]),
    ];
    const exclusive = stack.referrers(role, RolePoliciesExclusive, "role");
    const lists = exclusive.nodes.map(
        ({ inputs }) =>
            () =>
                inputs.policyNames,
    );
    const counting = policies.flatMap((policy) => {
        const listings = lists.map((names) => () => names().some((name) => name === policy.name()));
        const counts = known(() => both(...listings), undefined);
        return counts === false ? [] : counts === true && exclusive.undecided.length === 0 ? [policy] : maybe([policy]);
    });
    // A name that none of them has belongs to a policy from elsewhere.
    const isOther = (name: string): boolean => !some(policies, (policy) => policy.name() === name);
    const others = known(() => some(lists, (names) => names().some(isOther)), true);
    return others ? [...counting, UNREADABLE] : counting;
}

/** Stands in a list of documents to say that there are no others. */
const NOTHING = new PolicyDocument({ Statement: [] });

/** The documents in the inputs of a role. */
function written(role: Node<Role>): readonly Inline[] {
    const readings = known(() => role.inputs.inlinePolicies?.readings() ?? [], undefined);
    if (!readings) {
        return [{ ...UNREADABLE, name: () => undefined }];
    }
    return readings.map((read, index) => {
        const name = known(() => read()?.name, undefined);
        return {
            holder: role,
            title: `inline policy ${name ? quote(name) : String(index + 1)} of role ${quote(role.name)}`,
            certain: true,
            name: () => read()?.name,
            document: () => read()?.policy ?? NOTHING,
        };
    });
}

/** The managed policies of a role: exactly those of an exclusive list, if there is one. */
function attachedTo(stack: Stack, role: Node<Role>): readonly Held[] {
    const exclusive = stack.referrers(role, RolePolicyAttachmentsExclusive, "role");
    const exactly = givenBy(exclusive, (node, certain) =>
        listed(stack.targets(node, "policyArns", ManagedPolicy), certain),
    );
    if (exclusive.nodes.length > 0) {
        return exactly;
    }
    const attached = [
        ...listed(stack.targets(role, "managedPolicyArns", ManagedPolicy), true),
        ...attachedBy(stack, stack.referrers(role, RolePolicyAttachment, "role")),
        ...attachedBy(stack, stack.referrers(role, PolicyAttachment, "roles")),
    ];
    return exclusive.undecided.length > 0 ? maybe([...exactly, ...attached]) : attached;
}

function permissionsOfGroup(stack: Stack, group: Node<Group>): Permissions {
    return new Permissions([
        ...inlineIn(stack.referrers(group, GroupPolicy, "group")),
        ...attachedBy(stack, stack.referrers(group, GroupPolicyAttachment, "group")),
        ...attachedBy(stack, stack.referrers(group, PolicyAttachment, "groups")),
    ]);
}

/** What a user may do, by itself and through its groups. */
function permissionsOfUser(stack: Stack, user: Node<User>): Permissions {
    return new Permissions(
        [
            ...inlineIn(stack.referrers(user, UserPolicy, "user")),
            ...attachedBy(stack, stack.referrers(user, UserPolicyAttachment, "user")),
            ...attachedBy(stack, stack.referrers(user, PolicyAttachment, "users")),
            ...givenBy(stack.referrers(user, UserGroupMembership, "user"), (node, certain) =>
                ofGroups(stack, stack.targets(node, "groups", Group), certain),
            ),
            ...givenBy(stack.referrers(user, GroupMembership, "users"), (node, certain) =>
                ofGroups(stack, stack.targets(node, "group", Group), certain),
            ),
        ],
        referenced(stack, user, "permissionsBoundary", true),
    );
}

function ofGroups(stack: Stack, { nodes, outside, partial }: Targets<Group>, certain: boolean): readonly Held[] {
    const documents = nodes.flatMap((group) => stack.remember(permissionsOfGroup, group).documents);
    return [...(certain ? documents : maybe(documents)), ...(partial || outside.length > 0 ? [UNREADABLE] : [])];
}

/** A role, user or group. */
export interface Principal {
    readonly node: Node<{ name?: string }>;
    readonly permissions: Permissions;
}

/** The principals of the stack; of a group, its members where they are in the stack. */
export function principalsOf(stack: Stack): readonly Principal[] {
    const isEmpty = (group: Node<Group>): boolean =>
        stack.referrers(group, GroupMembership, "group").nodes.length === 0 &&
        stack.referrers(group, UserGroupMembership, "groups").nodes.length === 0;
    const principals =
        <W extends { name?: string }>(make: (stack: Stack, node: Node<W>) => Permissions) =>
        (node: Node<W>): Principal => ({ node, permissions: stack.remember(make, node) });
    return [
        ...stack.all(Role).map(principals(permissionsOfRole)),
        ...stack.all(User).map(principals(permissionsOfUser)),
        ...stack.all(Group).filter(isEmpty).map(principals(permissionsOfGroup)),
    ];
}

/** The principals that certainly have the documents of a resource. */
export function principalsWith(stack: Stack, holder: Node<unknown>): readonly Principal[] {
    return principalsOf(stack).filter(({ permissions }) =>
        permissions.own.some((held) => held.holder?.urn === holder.urn),
    );
}

/** The role with which ECS starts a task, if it has one. @throws Undecided where it is not in the stack (J-XR) */
export function executionRoleOf(stack: Stack, task: Node<TaskSettings>): Node<Role> | undefined {
    return roleOf(stack, task, "executionRoleArn");
}

/** The role of what runs in a task, if it has one. @throws Undecided where it is not in the stack (J-TR) */
export function taskRoleOf(stack: Stack, task: Node<TaskSettings>): Node<Role> | undefined {
    return roleOf(stack, task, "taskRoleArn");
}

function roleOf(
    stack: Stack,
    task: Node<TaskSettings>,
    word: "executionRoleArn" | "taskRoleArn",
): Node<Role> | undefined {
    const target = stack.target(task, word, Role);
    if (target.kind === "outside") {
        throw new Undecided("the role is not in the stack");
    }
    return target.kind === "resource" ? target.node : undefined;
}
