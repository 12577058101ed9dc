/** What a policy is, apart from Pulumi's format for it. */
import { EnforcementLevel, PolicyComplianceFramework } from "@pulumi/policy";
import { Settings, Values } from "./config";
import { Container } from "./containers";
import { Exemption, ExemptionUse } from "./exemptions";
import { Node } from "./node";
import { Subject } from "./resources";
import { Raw } from "./shape";
import { Stack } from "./stack";
import { Undecided } from "./unknown";

/** The folders of policies, in the order in which they run. */
export const TOPICS = ["security-hub", "guardduty", "exec", "core"] as const;
export type Topic = (typeof TOPICS)[number];

export type Severity = "low" | "medium" | "high";

export interface Metadata<C extends Settings> {
    /** Title without verb and stop. */
    displayName: string;
    /** One sentence with "must"; printed above each violation. */
    description: string;
    /** What goes wrong when it does not hold. */
    rationale: string;
    severity: Severity;
    /** Default level, where it does not follow from the severity. */
    level?: EnforcementLevel;
    framework: PolicyComplianceFramework;
    /** Imperative; appended to each violation. */
    remediationSteps: string;
    /** Before all others, since it learns what they use, or after them, since it tells what they met. */
    runs?: "first" | "last";
    /** What else its page says, such as what is judged and what cannot be seen: an item for each. */
    notes?: readonly string[];
    config?: C;
}

/** Reports a violation: a fact about the offending part, its name quoted, never a value that may be a secret. */
export type Report = (fact: string, about?: { container?: Container }) => void;

export interface Context<C extends Settings> {
    readonly config: Values<C>;
    readonly report: Report;
}

/** What a resource policy knows besides the properties. */
export interface ResourceContext<C extends Settings = Settings> extends Context<C> {
    readonly resource: { readonly name: string; readonly urn: string };
    /** Properties of the provider, where the engine tells them. */
    readonly provider: Raw | undefined;
    /** Names of the policies that met unknown container definitions of this resource. */
    readonly waiting: () => readonly string[];
    /** Remembers the inputs of the resource for the stack policies. */
    readonly note: () => void;
}

export interface StackContext<C extends Settings = Settings> extends Context<C> {
    readonly stack: Stack;
    /** What the exemptions of the policies that ran before came to. */
    readonly exemptions: () => readonly ExemptionUse[];
}

/** What a resource or stack must be for some policies to apply to it. */
export interface Condition<S, C extends Settings = Settings> {
    /** Such a one, in words that follow the noun. */
    readonly words: string;
    holds(subject: S, config: Values<C>): boolean;
}

export interface ResourcePolicy<W = unknown, C extends Settings = Settings> extends Metadata<C> {
    resource: Subject<W>;
    /** All of these. Where it is not known whether one holds, the policy runs, and what it reports waits for that. */
    where?: readonly Condition<NoInfer<W>, NoInfer<C>>[];
    /** Reports each violation. Returns, or throws, that it cannot tell; to throw for most resources takes long. */
    validate(resource: W, context: ResourceContext<C>): Undecided | undefined;
    /** Repairs the inputs in place. Runs only where `validate` reported something that is not exempt. */
    remediate?(resource: W, context: ResourceContext<C>): void;
    /** What must be there for the repair to work or to do no harm; such a policy is not in `presets/remediate.json`. */
    repairNeeds?: string;
}

/** What a stack must be, whatever subjects are in it. */
export interface Circumstance extends Pick<Condition<Stack>, "words"> {
    holds(stack: Stack): boolean;
    /** A kind of resource without which it does not hold. */
    readonly has?: Subject<unknown>;
}

/** For policies that can tell nothing without a resource of some kind, such as one that judges what a role may do. */
export function stackWith(has: Subject<unknown>): Circumstance {
    return { words: `with a ${has.noun}`, has, holds: (stack) => stack.has(has) };
}

export interface StackPolicy<W = unknown, C extends Settings = Settings> extends Metadata<C> {
    subject: Subject<W>;
    /** All of these; left out, every stack with a subject in it. */
    where?: readonly Circumstance[];
    /** Reports each violation of one subject; what it needs and cannot know ends it silently. */
    validate(subject: Node<W>, context: StackContext<C>): void;
}

export type Policy = ResourcePolicy | StackPolicy;

type NoSettings = Readonly<Record<string, never>>;

/** Defines a policy that one resource decides. */
export function resourcePolicy<W, const C extends Settings = NoSettings>(policy: ResourcePolicy<W, C>): ResourcePolicy {
    return policy;
}

/** Defines a policy that needs several resources, run once for each subject. */
export function stackPolicy<W, const C extends Settings = NoSettings>(policy: StackPolicy<W, C>): StackPolicy {
    return policy;
}

/** A policy with what follows from where it is. */
export interface NamedPolicy {
    readonly name: string;
    readonly topic: Topic;
    readonly policy: Policy;
    /** What it leaves alone where the configuration says nothing of it. */
    readonly exempt?: readonly Exemption[];
}

export function isResourcePolicy(policy: Policy): policy is ResourcePolicy {
    return "resource" in policy;
}

/** Whether a policy can repair what it reports. */
export function repairs(policy: Policy): policy is ResourcePolicy {
    return isResourcePolicy(policy) && policy.remediate !== undefined;
}

/** The level that applies when nothing is configured. */
export function defaultLevel({ level, severity }: Policy): EnforcementLevel {
    return level ?? (severity === "low" ? "advisory" : "mandatory");
}

/** Address of the page of a policy. */
export function pageOf(name: string): string {
    return `https://github.com/ecs-guard/ecs-guard/blob/main/docs/policies/${name}.md`;
}
