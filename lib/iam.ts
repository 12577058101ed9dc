/** What the principals of a stack may do: their documents, wherever they are written. */
import { ANY, mayMean, PolicyDocument, Statement } from "./document";
import { awsManaged } from "./managedPolicies";
import { push } from "./maps";
import { arnOf, Node, nodeTitle } from "./node";
import {
    Group,
    GroupMembership,
    GroupPoliciesExclusive,
    GroupPolicy,
    GroupPolicyAttachment,
    GroupPolicyAttachmentsExclusive,
    lastSegment,
    ManagedPolicy,
    NativeGroupPolicy,
    NativeManagedPolicy,
    NativeRolePolicy,
    NativeUserPolicy,
    PolicyAttachment,
    Role,
    RolePoliciesExclusive,
    RolePolicy,
    RolePolicyAttachment,
    RolePolicyAttachmentsExclusive,
    Subject,
    TaskSettings,
    User,
    UserGroupMembership,
    UserPoliciesExclusive,
    UserPolicy,
    UserPolicyAttachment,
    UserPolicyAttachmentsExclusive,
} from "./resources";
import { List, own } from "./shape";
import { Referrers, Stack, Targets } from "./stack";
import { both, decided, either, known, proven, some, Undecided } from "./unknown";
import { code, joined, quote } from "./words";

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

/** Stands in a list of documents for one that cannot be read, or for others of which nothing is known. */
const UNREADABLE: Held = {
    title: "a policy",
    certain: true,
    document: () => {
        throw new Undecided("a policy cannot be read");
    },
};

/** What a principal may do. */
export class Permissions {
    /** All in which a Deny counts. */
    private readonly all: readonly Held[];

    /** @param boundary what it may do at most */
    constructor(
        readonly documents: readonly Held[],
        private readonly boundary: readonly Held[] = [],
    ) {
        this.all = [...documents, ...boundary];
    }

    /** The documents that the program itself writes and the principal certainly has. */
    get own(): readonly Held[] {
        return this.documents.filter(({ certain, holder }) => certain && holder !== undefined);
    }

    /**
     * Whether an action is allowed, on a resource if one is given: an ARN, maybe with wildcards, or `ANY`.
     * @param isLetIn whether the resource itself allows it, which is enough within an account
     * @throws Undecided or the SDK's error where what is known does not tell
     */
    allows(action: string, resource?: string, isLetIn: LetIn = () => false): boolean {
        const isWithinBoundary = (): boolean => this.isWithinBoundary(action, resource);
        const isAllowed = (): boolean => both(() => allowedIn(this.documents, action, resource), isWithinBoundary);
        return both(
            () => either(isAllowed, () => isLetIn(action, isWithinBoundary)),
            () => !this.denies(action, resource),
        );
    }

    private isWithinBoundary(action: string, resource?: string): boolean {
        return this.boundary.length === 0 || allowedIn(this.boundary, action, resource);
    }

    /**
     * Whether a statement allows an action on some resources and nothing else takes that back for certain. A Deny that cannot
     * be read is none. @throws as `allows`
     */
    allowsSome(action: string): boolean {
        const isTakenBack = (statement: Statement): boolean =>
            someHeld(this.all, ({ document }) => decided(() => document().takesBack(statement, action), false));
        return both(
            () =>
                someHeld(this.documents, ({ document }) =>
                    document().statements.some((statement) =>
                        both(
                            () => statement.grants(action),
                            () => !isTakenBack(statement),
                        ),
                    ),
                ),
            () => this.isWithinBoundary(action),
        );
    }

    /** Whether an action is denied, whatever else allows it. @throws as `allows` */
    denies(action: string, resource?: string): boolean {
        return someHeld(this.all, ({ document }) => document().denies(action, resource));
    }

    /**
     * What of several needs is certainly not allowed, and what takes it back, as the end of a sentence; undefined where
     * that is nothing.
     * @throws Undecided or the SDK's error where nothing is, but something may be
     */
    shortfall(needs: readonly Need[]): string | undefined {
        const all = needs.flatMap(({ actions, ...need }) => actions.map((action): Lack => ({ ...need, action })));
        const lacking = proven(all, ({ action, on, isLetIn }) => !this.allows(action, on, isLetIn));
        // What nothing takes back comes first.
        const byObstacle = new Map<string, Lack[]>([["", []]]);
        lacking.forEach((lack) => push(byObstacle, this.obstacleTo(lack.action, lack.on), lack));
        const parts = [...byObstacle].flatMap(([obstacle, lacks]) =>
            lacks.length > 0 ? needed(lacks) + obstacle : [],
        );
        return parts.length > 0 ? `does not allow ${parts.join(", nor ")}` : undefined;
    }

    /** What takes an action back that the documents may allow, as the end of a sentence; empty where nothing is known to. */
    obstacleTo(action: string, resource?: string): string {
        const having = (documents: readonly Held[], test: (document: PolicyDocument) => boolean): readonly Held[] =>
            documents.filter((held) => held.certain && known(() => test(held.document()), false));
        const deniers = having(this.all, (document) => document.denies(action, resource));
        if (deniers.length > 0) {
            const titles = [...new Set(deniers.map(({ title }) => title))].toSorted();
            return `, which ${joined(titles, "and")} ${titles.length > 1 ? "deny" : "denies"}`;
        }
        if (having(this.documents, (document) => document.allows(action, resource)).length > 0) {
            return this.boundary.length > 0 ? ", which its permissions boundary leaves out" : "";
        }
        const isAllowed = ({ statements }: PolicyDocument): boolean =>
            statements.some((statement) =>
                both(
                    () => statement.isAllow,
                    () => statement.covers(action),
                ),
            );
        return resource === ANY && having(this.documents, isAllowed).length > 0
            ? ", which is allowed on some resources only"
            : "";
    }
}

/**
 * Whether a resource lets a principal do something there, whatever the documents of the principal say.
 * @param isWithinBoundary whether the permissions boundary of the principal, if it has one, allows the action
 */
export type LetIn = (action: string, isWithinBoundary: () => boolean) => boolean;

/** Actions that are needed, on some ARN where it is known. */
export interface Need {
    readonly actions: readonly string[];
    readonly on?: string;
    /** How messages call what they are needed on, where it is not by the ARN. */
    readonly title?: string;
    readonly isLetIn?: LetIn;
}

/** What an agent needs to open channels to Session Manager; these actions do not support resource-level permissions. */
export const SESSIONS: Need = {
    actions: [
        "ssmmessages:CreateControlChannel",
        "ssmmessages:CreateDataChannel",
        "ssmmessages:OpenControlChannel",
        "ssmmessages:OpenDataChannel",
    ],
    on: ANY,
};

/** One action of a need. */
type Lack = Omit<Need, "actions"> & { readonly action: string };

/** How a message says what is needed. */
function needed(lacks: readonly Lack[]): string {
    const byPlace = new Map<string, string[]>();
    for (const { action, on = ANY, title = code([on]) } of lacks) {
        push(byPlace, on === ANY ? "" : ` on ${title}`, action);
    }
    return [...byPlace].map(([place, actions]) => code(actions) + place).join(", nor ");
}

/** Whether a document that a principal has passes. Where it is not certain that it has it, only `false` is an answer. */
function someHeld(documents: readonly Held[], test: (held: Held) => boolean): boolean {
    return some(documents, (held) => {
        const passes = test(held);
        if (passes && !held.certain) {
            throw new Undecided("it is not known whether the principal has the policy");
        }
        return passes;
    });
}

/** Whether some document allows an action. */
function allowedIn(documents: readonly Held[], action: string, resource?: string): boolean {
    return someHeld(documents, ({ document }) => document().allows(action, resource));
}

/** A document that is the `policy` of a resource. */
function heldBy(holder: Node<{ policy?: PolicyDocument }>, certain: boolean): Held {
    return {
        holder,
        title: nodeTitle(holder),
        certain,
        document: () => holder.inputs.policy ?? UNREADABLE.document(),
    };
}

/** A policy that is not in the stack: of AWS, or of somebody else. */
function foreign(arn: string | undefined, certain: boolean): Held {
    return { title: arn ? code([arn]) : UNREADABLE.title, certain, document: () => awsManaged(arn) };
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

/** The managed policies of attachments. */
function attachedBy<W extends { policyArn?: string }>(stack: Stack, referrers: Referrers<W>): readonly Held[] {
    return givenBy(referrers, (node, certain) => referenced(stack, node, "policyArn", certain));
}

/** The same documents, none of which the principal certainly has. */
function maybe(documents: readonly Held[]): readonly Held[] {
    return documents.map((held) => ({ ...held, certain: false }));
}

/** A kind of resource with a word that leads to a principal. */
type Giver<K extends string, W> = Subject<Readonly<Record<K, unknown>> & W>;

/** What gives policies to a kind of principal. */
interface Givers<K extends string> {
    readonly word: K;
    readonly inline: Giver<K, { name?: string; policy?: PolicyDocument }>;
    readonly allInline: Giver<K, { policyNames: List<string | undefined> }>;
    readonly attachment: Giver<K, { policyArn?: string }>;
    readonly allAttached: Giver<K, { policyArns: List<string | undefined> }>;
    readonly native: Giver<K, object>;
    /** The word of what attaches to several. */
    readonly listWord: "roles" | "users" | "groups";
}

const TO_ROLES: Givers<"role"> = {
    word: "role",
    inline: RolePolicy,
    allInline: RolePoliciesExclusive,
    attachment: RolePolicyAttachment,
    allAttached: RolePolicyAttachmentsExclusive,
    native: NativeRolePolicy,
    listWord: "roles",
};
const TO_USERS: Givers<"user"> = {
    word: "user",
    inline: UserPolicy,
    allInline: UserPoliciesExclusive,
    attachment: UserPolicyAttachment,
    allAttached: UserPolicyAttachmentsExclusive,
    native: NativeUserPolicy,
    listWord: "users",
};
const TO_GROUPS: Givers<"group"> = {
    word: "group",
    inline: GroupPolicy,
    allInline: GroupPoliciesExclusive,
    attachment: GroupPolicyAttachment,
    allAttached: GroupPolicyAttachmentsExclusive,
    native: NativeGroupPolicy,
    listWord: "groups",
};

/** What a role may do; remembered. */
export function permissionsOf(stack: Stack, role: Node<Role>): Permissions {
    return stack.remember(permissionsOfRole, role);
}

function permissionsOfRole(stack: Stack, role: Node<Role>): Permissions {
    const managed = listed(stack.targets(role, "managedPolicyArns", ManagedPolicy), true);
    return new Permissions(
        documentsOf(stack, role, TO_ROLES, written(role), managed),
        referenced(stack, role, "permissionsBoundary", true),
    );
}

interface Inline extends Held {
    readonly name: () => string | undefined;
}

/** The name of an inline policy, which the provider may have made of a prefix. @throws Undecided where it is not known */
function nameOf({ inputs, outputs }: Node<{ name?: string }>): string {
    const name = inputs.name ?? own(outputs, "name");
    if (typeof name !== "string") {
        throw new Undecided("the name of the policy is not known");
    }
    return name;
}

/**
 * The inline policies of a principal, without those that an exclusive list leaves out.
 * @param inputs those in the inputs of the principal
 */
function inlineOf<K extends string>(
    stack: Stack,
    principal: Node<unknown>,
    { word, inline, allInline }: Givers<K>,
    inputs: readonly Inline[],
): readonly Held[] {
    const policies: readonly Inline[] = [
        ...inputs,
        ...givenBy(stack.referrers(principal, inline, word), (node, certain) => [
            { ...heldBy(node, certain), name: () => nameOf(node) },
        ]),
    ];
    const exclusive = stack.referrers(principal, allInline, word);
    const counting = policies.flatMap((policy) => {
        const isLeftOut = known(
            () => some(exclusive.nodes, ({ inputs }) => !inputs.policyNames.some((name) => name === policy.name())),
            undefined,
        );
        const certain = policy.certain && isLeftOut === false && exclusive.undecided.length === 0;
        return isLeftOut ? [] : [{ ...policy, certain }];
    });
    // A name that none of them certainly has belongs to a policy from elsewhere, or may.
    const isOther = (name: string): boolean => !some(policies, (policy) => policy.certain && policy.name() === name);
    const lists = [...exclusive.nodes, ...exclusive.undecided];
    const others = known(() => some(lists, ({ inputs }) => inputs.policyNames.some(isOther)), true);
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

/**
 * The managed policies of a principal: exactly those of an exclusive list, if there is one.
 * @param inputs those in the inputs of the principal
 */
function attachedTo<K extends string>(
    stack: Stack,
    principal: Node<unknown>,
    { word, attachment, allAttached, listWord }: Givers<K>,
    inputs: readonly Held[],
): readonly Held[] {
    const exclusive = stack.referrers(principal, allAttached, word);
    const exactly = givenBy(exclusive, (node, certain) =>
        listed(stack.targets(node, "policyArns", ManagedPolicy), certain),
    );
    if (exclusive.nodes.length > 0) {
        return exactly;
    }
    const attached = [
        ...inputs,
        ...attachedBy(stack, stack.referrers(principal, attachment, word)),
        ...attachedBy(stack, stack.referrers(principal, PolicyAttachment, listWord)),
    ];
    return exclusive.undecided.length > 0 ? maybe([...exactly, ...attached]) : attached;
}

/** Whether nothing refers to a resource, for certain. */
function isEmpty({ nodes, undecided }: Referrers<unknown>): boolean {
    return nodes.length + undecided.length === 0;
}

/** What `aws-native` gives to a principal, or may: it is not read. */
function nativeOf<K extends string>(
    stack: Stack,
    principal: Node<unknown>,
    { word, native, listWord }: Givers<K>,
): readonly Held[] {
    const given = [stack.referrers(principal, native, word), stack.referrers(principal, NativeManagedPolicy, listWord)];
    return given.every(isEmpty) ? [] : [UNREADABLE];
}

/**
 * All that is given to a principal itself.
 * @param inline the inline policies in its inputs
 * @param managed the managed policies there
 */
function documentsOf<K extends string>(
    stack: Stack,
    principal: Node<unknown>,
    givers: Givers<K>,
    inline: readonly Inline[] = [],
    managed: readonly Held[] = [],
): readonly Held[] {
    return [
        ...inlineOf(stack, principal, givers, inline),
        ...attachedTo(stack, principal, givers, managed),
        ...nativeOf(stack, principal, givers),
        // Of what the program only reads, the provider tells the policies of roles only.
        ...(stack.isOnlyRead(principal) && givers.word !== "role" ? [UNREADABLE] : []),
    ];
}

function permissionsOfGroup(stack: Stack, group: Node<Group>): Permissions {
    return new Permissions(documentsOf(stack, group, TO_GROUPS));
}

/** What a user may do, by itself and through its groups. */
function permissionsOfUser(stack: Stack, user: Node<User>): Permissions {
    return new Permissions(
        [
            ...documentsOf(stack, user, TO_USERS),
            ...ofGroups(stack, stack.referrers(user, UserGroupMembership, "user"), "groups"),
            ...ofGroups(stack, stack.referrers(user, GroupMembership, "users"), "group"),
        ],
        referenced(stack, user, "permissionsBoundary", true),
    );
}

/** What the groups of memberships give to their members. */
function ofGroups<W>(stack: Stack, memberships: Referrers<W>, word: keyof W & string): readonly Held[] {
    return givenBy(memberships, (membership, certain) => {
        const { nodes, outside, partial } = stack.targets(membership, word, Group);
        const documents = nodes.flatMap((group) => stack.remember(permissionsOfGroup, group).documents);
        return [...(certain ? documents : maybe(documents)), ...(partial || outside.length > 0 ? [UNREADABLE] : [])];
    });
}

/** A role, user or group. */
export interface Principal {
    readonly node: Node<{ name?: string }>;
    readonly permissions: Permissions;
}

/** The principals of the stack; of a group, its members where they are in the stack. */
export function principalsOf(stack: Stack): readonly Principal[] {
    const hasNoMembers = (group: Node<Group>): boolean =>
        isEmpty(stack.referrers(group, GroupMembership, "group")) &&
        isEmpty(stack.referrers(group, UserGroupMembership, "groups"));
    const principals =
        <W extends { name?: string }>(make: (stack: Stack, node: Node<W>) => Permissions) =>
        (node: Node<W>): Principal => ({ node, permissions: stack.remember(make, node) });
    return [
        ...stack.all(Role).map(principals(permissionsOfRole)),
        ...stack.all(User).map(principals(permissionsOfUser)),
        ...stack.all(Group).filter(hasNoMembers).map(principals(permissionsOfGroup)),
    ];
}

/** The principals that certainly have the documents of a resource. */
export function principalsWith(stack: Stack, holder: Node<unknown>): readonly Principal[] {
    return stack.remember(principalsByHolder).get(holder.urn) ?? [];
}

function principalsByHolder(stack: Stack): ReadonlyMap<string, readonly Principal[]> {
    const found = new Map<string, Principal[]>();
    for (const principal of principalsOf(stack)) {
        const holders = new Set(principal.permissions.own.map(({ holder }) => holder?.urn ?? ""));
        holders.forEach((urn) => push(found, urn, principal));
    }
    return found;
}

/** The role with which ECS starts a task, if it has one. @throws Undecided where it is not in the stack */
export function executionRoleOf(stack: Stack, task: Node<TaskSettings>): Node<Role> | undefined {
    return roleOf(stack, task, "executionRoleArn");
}

/** The role of what runs in a task, if it has one. @throws Undecided where it is not in the stack */
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
    return target.node;
}

/** A key or bucket that something refers to: in the stack, or outside. */
export interface Reference {
    readonly node?: Node<unknown>;
    /** Its ARN, where it is known; of its parts some may be `*`. */
    readonly arn?: string;
}

/** Whether two references lead to the same. @throws Undecided where they lead outside and one of them is not known */
export function isSame(one: Reference, other: Reference): boolean {
    if (one.node || other.node) {
        return one.node?.urn === other.node?.urn;
    }
    if (one.arn === undefined || other.arn === undefined) {
        throw new Undecided("it is not known what a reference leads to");
    }
    return mayMean(one.arn, other.arn);
}

/** A policy on a key or bucket. */
export interface ResourceBased {
    readonly holder: Node<{ policy?: PolicyDocument }>;
    /** What it is on. */
    readonly on: () => Reference;
}

/** The policies in the inputs of resources, and those that are resources of their own. */
export function resourceBased<W extends { policy?: PolicyDocument }>(
    stack: Stack,
    resources: Subject<{ policy?: PolicyDocument }>,
    policies: Subject<W>,
    referenceOf: (stack: Stack, policy: Node<W>) => Reference,
): readonly ResourceBased[] {
    return [
        ...stack.all(resources).map((holder) => ({ holder, on: () => ({ node: holder }) })),
        ...stack.all(policies).map((holder) => ({ holder, on: () => stack.remember(referenceOf, holder) })),
    ];
}

/** The policies on what a reference leads to, for certain or maybe. */
export function policiesOn(policies: readonly ResourceBased[], reference: () => Reference): readonly Held[] {
    return policies.flatMap(({ holder, on }) => {
        const isOn = known(() => isSame(on(), reference()), undefined);
        return isOn === false
            ? []
            : [{ ...heldBy(holder, isOn === true), document: () => holder.inputs.policy ?? NOTHING }];
    });
}

/**
 * Whether some policy of a key or bucket lets a principal do something there. A role that it names stays within its
 * permissions boundary, unlike a user.
 * @param resource the ARN that its statements have to be on, if they have to name one
 */
export function letsIn(
    policies: readonly Held[],
    principal: Principal["node"],
    [action, isWithinBoundary]: Parameters<LetIn>,
    resource?: string,
): boolean {
    const arn = arnOf(principal);
    const kind = principal.type.split(":").at(-1)?.toLowerCase() ?? "";
    const isNamesake = (other: string): boolean =>
        other.includes(`:${kind}/`) && lastSegment(other) === principal.inputs.name;
    const isNamed = (other: string): boolean => (arn === undefined ? isNamesake(other) : other === arn);
    const isMeant = (other: string): boolean => isNamed(other) && (kind !== "role" || isWithinBoundary());
    return someHeld(policies, ({ document }) =>
        document().statements.some((statement) =>
            both(
                () => statement.isAllow,
                () => statement.covers(action),
                () => resource === undefined || statement.isOn(resource),
                () => statement.isFor(isMeant),
            ),
        ),
    );
}
