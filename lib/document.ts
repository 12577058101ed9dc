/**
 * Policy documents of IAM. A part that is not known, and a document that is none, make the answers that need it
 * undecided: those throw, and hide no other statement or document.
 */
import { encloses, matches, overlap } from "./glob";
import { tryParse } from "./json";
import { once } from "./maps";
import { at, isRecord, list, List, object, own, Raw, Reader, readOnly, string, View } from "./shape";
import { both, certainlyNot, either, isKnown, known, some, Undecided } from "./unknown";
import { quote } from "./words";

type Test = (value: unknown) => boolean;

const isText: Test = (value) => typeof value === "string";
const isScalar: Test = (value) => isText(value) || typeof value === "boolean" || typeof value === "number";
const oneOrMore =
    (test: Test): Test =>
    (value) =>
        Array.isArray(value) ? everyKnown(value, test) : test(value);
const mapOf =
    (test: Test): Test =>
    (value) =>
        isRecord(value) && everyKnown(value, test);
const principals: Test = (value) => value === "*" || mapOf(oneOrMore(isText))(value);

/** Whether all values pass, leaving out those that are not known. */
function everyKnown(values: object, test: Test): boolean {
    return Object.keys(values).every((key) => known(() => test((values as Raw)[key]), true));
}

/** The form of the parts of a statement that verdicts depend on. */
const FORMS: Readonly<Record<string, Test>> = {
    Effect: (value) => value === "Allow" || value === "Deny",
    Action: oneOrMore(isText),
    NotAction: oneOrMore(isText),
    Resource: oneOrMore(isText),
    NotResource: oneOrMore(isText),
    Principal: principals,
    NotPrincipal: principals,
    Condition: mapOf(mapOf(oneOrMore(isScalar))),
};

/** How many of these parts a statement has, at least and at most one. */
const COUNTS = [
    { least: 1, parts: ["Effect"] },
    { least: 1, parts: ["Action", "NotAction"] },
    { least: 0, parts: ["Resource", "NotResource"] },
    { least: 0, parts: ["Principal", "NotPrincipal"] },
];

const isStatement: Test = (value) => {
    const has = (part: string): boolean => known(() => (own(value, part) ?? undefined) !== undefined, true);
    return (
        COUNTS.every(({ least, parts }) => {
            const count = parts.filter(has).length;
            return least <= count && count <= 1;
        }) && Object.entries(FORMS).every(([part, test]) => !has(part) || known(() => test(own(value, part)), true))
    );
};

const areStatements = oneOrMore(isStatement);

/** One value or a list of them; missing is not empty. */
function many<T>(item: Reader<T>): Reader<List<T> | undefined> {
    return {
        read: (raw, assign) =>
            raw === undefined || raw === null
                ? undefined
                : list(item).read(Array.isArray(raw) ? raw : [raw], assign, 0),
    };
}

/** A value of any form; `null` is missing. */
const anything: Reader<unknown> = { read: (raw) => raw ?? undefined };
const strings = many(string);

const fields = {
    sid: at("Sid", string),
    effect: at("Effect", string),
    actions: at("Action", strings),
    notActions: at("NotAction", strings),
    resources: at("Resource", strings),
    notResources: at("NotResource", strings),
    principal: at("Principal", anything),
    notPrincipal: at("NotPrincipal", anything),
    condition: at("Condition", anything),
};
type Parts = View<typeof fields>;
const parts = object(fields);

const exactly = (accepted: string, value: string): boolean => accepted === value;
const withoutCase = (accepted: string, value: string): boolean => accepted.toLowerCase() === value.toLowerCase();

/** Operators whose outcome can be told from the values alone, without the `not` in them. */
const COMPARISONS: ReadonlyMap<string, (accepted: string, value: string) => boolean> = new Map([
    ["stringequals", exactly],
    ["stringequalsignorecase", withoutCase],
    ["stringlike", matches],
    ["bool", withoutCase],
    // It asks whether the key is absent.
    ["null", (accepted) => withoutCase(accepted, "false")],
]);

/** One key under one operator in the condition of a statement. */
export class Condition {
    /** In lower case, without `ForAllValues:`, `ForAnyValue:` and `IfExists`. */
    readonly operator: string;
    /** In lower case. */
    readonly key: string;

    constructor(
        operator: string,
        private readonly name: string,
        private readonly keys: unknown,
    ) {
        this.operator = operator.toLowerCase().replace(/^for(?:allvalues|anyvalue):|ifexists$/g, "");
        this.key = name.toLowerCase();
    }

    get values(): readonly string[] {
        return Array.from(readOnly(many(anything), own(this.keys, this.name)) ?? [], String);
    }

    /** Whether it may hold where the key has this value. @throws Undecided where that depends on who asks */
    mayHold(value: string): boolean {
        if (this.values.some((accepted) => accepted.includes("${"))) {
            throw new Undecided("the condition has a variable");
        }
        const compare = COMPARISONS.get(this.operator.replace("not", ""));
        const isNegated = this.operator.includes("not");
        return compare === undefined || this.values.some((accepted) => compare(accepted, value)) !== isNegated;
    }
}

const ALL = /^\*+$/;

/** The resource of a request for an action without resource-level permissions: only `*` is on it, no ARN. */
export const ANY = "*";

export const CLUSTERS = "arn:*:ecs:*:*:cluster/*";
export const TASKS = "arn:*:ecs:*:*:task/*";
const TASK_DEFINITIONS = "arn:*:ecs:*:*:task-definition/*";
const SERVICES = "arn:*:ecs:*:*:service/*";

/** The types of resources that actions support (Service Authorization Reference): on others no request is for them. */
const TYPES: ReadonlyMap<string, readonly string[]> = new Map([
    // Its requests hold one of each.
    ["ecs:ExecuteCommand", [TASKS, CLUSTERS]],
    ["ecs:RunTask", [TASK_DEFINITIONS]],
    ["ecs:StartTask", [TASK_DEFINITIONS]],
    ["ecs:CreateService", [SERVICES]],
    ["ecs:UpdateService", [SERVICES]],
]);

/** A statement of a policy document. */
export class Statement {
    /** @param index its place in the document, from 0 */
    constructor(
        private readonly parts: Parts,
        readonly index: number,
    ) {}

    get sid(): string | undefined {
        return this.parts.sid;
    }

    get isAllow(): boolean {
        return this.parts.effect === "Allow";
    }

    get isDeny(): boolean {
        return this.parts.effect === "Deny";
    }

    /** Whether it is about an action, or some action of a pattern such as `ecs:*`. */
    covers(action: string): boolean {
        const wanted = action.toLowerCase();
        const { actions, notActions } = this.parts;
        if (actions) {
            return actions.some((pattern) => overlap(pattern.toLowerCase(), wanted));
        }
        return notActions !== undefined && !notActions.some((pattern) => encloses(pattern.toLowerCase(), wanted));
    }

    /** Whether it names an action without a wildcard. */
    names(action: string): boolean {
        return this.parts.actions?.some((name) => withoutCase(name, action)) ?? false;
    }

    /**
     * Whether it is on a resource, or some resource of a pattern such as `arn:*:ecs:*:*:task/*`. A plain `*` for partition,
     * Region and account means those of the deployment, so that a statement that names some names these.
     * @throws Undecided where it leaves out what may be in another Region or account
     */
    isOn(arn: string): boolean {
        const { patterns, areLeftOut } = this.on();
        if (!areLeftOut) {
            return patterns.some((pattern) => mayMean(pattern, arn));
        }
        const leavesOut = (upTo: number): boolean => patterns.some((pattern) => includes(pattern, arn, upTo));
        return !leavesOut(PARTITION) && !certainlyNot(leavesOut(ACCOUNT));
    }

    /** Whether it is on all resources, by a plain `*`. */
    get isOnAll(): boolean {
        const { patterns, areLeftOut } = this.on();
        return !areLeftOut && patterns.some((pattern) => ALL.test(pattern));
    }

    /** Whether it is on the resource of requests for actions that know none. */
    get isOnUnnamed(): boolean {
        const { patterns, areLeftOut } = this.on();
        return patterns.some((pattern) => matches(pattern, ANY)) !== areLeftOut;
    }

    /** Whether it is on some resource of the types that an action supports, as far as those are listed. */
    suits(action: string): boolean {
        const types = TYPES.get(action);
        return types === undefined || some(types, (type) => this.isOn(type));
    }

    /**
     * Whether it is about an action, on a resource that this one supports. A resource that is not known counts where the
     * statement names the action in full.
     */
    concerns(action: string): boolean {
        const suits = (): boolean => this.suits(action);
        return both(
            () => this.covers(action),
            () => either(suits, () => !isKnown(suits) && this.names(action)),
        );
    }

    /** Whether it is an Allow about an action. */
    grants(action: string): boolean {
        return both(
            () => this.isAllow,
            () => this.concerns(action),
        );
    }

    /** Whether some of the resources that it is on of a type passes; where it says what it is not on, that is the type. */
    someOn(type: string, test: (pattern: string) => boolean): boolean {
        const { patterns, areLeftOut } = this.on();
        return areLeftOut
            ? both(
                  () => this.isOn(type),
                  () => test(type),
              )
            : someOf(patterns, type, test);
    }

    /** Whether it is on some resource of a type that another one is on. */
    touches(other: Statement, type: string): boolean {
        return other.someOn(type, (pattern) => this.someOn(pattern, (part) => other.isOn(part)));
    }

    /** Whether it is on all resources of a type that another one is on, and there are some. */
    encloses(other: Statement, type: string): boolean {
        const { patterns, areLeftOut } = this.on();
        const isOutside = (): boolean =>
            areLeftOut
                ? someOf(patterns, type, (pattern) => other.isOn(pattern))
                : other.someOn(type, (inner) => !patterns.some((outer) => includes(outer, inner, PARTITION)));
        return both(
            () => other.isOn(type),
            () => !isOutside(),
        );
    }

    /**
     * What it is on, or all but that. A document of an identity has to say it; a trust policy does not.
     * @throws Undecided where it does not say it
     */
    private on(): { readonly patterns: List<string | undefined>; readonly areLeftOut: boolean } {
        const { resources, notResources } = this.parts;
        const patterns = resources ?? notResources;
        if (!patterns) {
            throw new Undecided("the statement has no resource");
        }
        return { patterns, areLeftOut: !resources };
    }

    get conditions(): readonly Condition[] {
        const { condition } = this.parts;
        return keysOf(condition).flatMap((operator) => {
            const keys = own(condition, operator);
            return keysOf(keys).map((key) => new Condition(operator, key, keys));
        });
    }

    get isConditional(): boolean {
        return this.conditions.length > 0;
    }

    /** The conditions on a key. */
    conditionsOn(key: string): readonly Condition[] {
        return this.conditions.filter((condition) => withoutCase(condition.key, key));
    }

    /**
     * Whether it is about a principal, by name or by `*`. A whole account is left to the documents of its principals.
     * @param isMeant whether an ARN is that of the principal
     */
    isFor(isMeant: (arn: string) => boolean): boolean {
        const names = (principal: unknown): boolean =>
            principal === "*" ||
            (readOnly(strings, own(principal, "AWS"))?.some((name) => name === "*" || isMeant(name)) ?? false);
        const { principal, notPrincipal } = this.parts;
        return notPrincipal === undefined ? names(principal) : !names(notPrincipal);
    }
}

/** Places of parts in an ARN. */
const [PARTITION, REGION, ACCOUNT] = [1, 3, 4];

/** A variable such as `${aws:username}`. */
const VARIABLE = /\$\{[^{}]*\}/g;

/** What may stand for an account. */
const AN_ACCOUNT = new RegExp(`^(?:aws|(?:[\\d*?]|${VARIABLE.source})*)$`);

/**
 * The six parts of an ARN. What is left out at its end is `*`. A colon in a variable parts nothing. A `*` goes beyond its
 * part where the resource follows too early, as in `arn:aws:kms:*:key/*`.
 */
function partsOf(arn: string): readonly string[] {
    const parts = arn
        .replace(VARIABLE, (variable) => variable.replaceAll(":", "\0"))
        .split(":")
        .map((part) => part.replaceAll("\0", ":"));
    const early = parts.findIndex((part, place) =>
        place === REGION ? part.includes("/") : place === ACCOUNT && !AN_ACCOUNT.test(part),
    );
    if (early > 0 && (parts[early - 1]?.endsWith("*") || parts[early]?.startsWith("*"))) {
        const missing = ACCOUNT + 1 - early;
        parts.splice(early, 0, ...Array<string>(missing).fill("*"));
    }
    const [prefix = "*", partition = "*", service = "*", region = "*", account = "*", ...resource] = parts;
    return [prefix, partition, service, region, account, resource.length > 0 ? resource.join(":") : "*"];
}

/** Whether each part of an ARN passes a test with that of another one. */
function compare(one: string, other: string, test: (part: string, other: string, place: number) => boolean): boolean {
    const others = partsOf(other);
    return partsOf(one).every((part, place) => test(part, others[place] ?? "", place));
}

/** A variable may be anything. */
function widened(pattern: string): string {
    return pattern.replace(VARIABLE, "*");
}

/** Whether two patterns of resources may mean the same one. */
export function mayMean(one: string, other: string): boolean {
    return compare(widened(one), widened(other), overlap);
}

/** Whether a pattern means all that another one does. A `*` of the other one, up to a place, is whatever it has to be. */
function includes(outer: string, inner: string, upTo: number): boolean {
    return compare(outer, inner, (part, other, place) => (place <= upTo && other === "*") || encloses(part, other));
}

/** Whether some pattern passes, within a type. */
function someOf(patterns: List<string | undefined>, type: string, test: (pattern: string) => boolean): boolean {
    return patterns.some((pattern) =>
        both(
            () => mayMean(pattern, type),
            () => test(narrowed(pattern, type)),
        ),
    );
}

/** What a pattern means of a type, and no more. */
function narrowed(pattern: string, type: string): string {
    const parts = partsOf(pattern);
    return partsOf(type)
        .map((part, place) => (encloses(part, parts[place] ?? "") ? parts[place] : part))
        .join(":");
}

function keysOf(value: unknown): readonly string[] {
    return isRecord(value) ? Object.keys(value) : [];
}

const statementList = many<Statement | undefined>({
    read(raw, assign, index) {
        const view = parts.read(raw, assign, index);
        return view && new Statement(view, index);
    },
});

/**
 * How a message calls a statement: by its `Sid`, or by its place where it has none.
 * @param document what it is in, where a resource has several
 */
export function statementTitle(statement: Statement, document: { readonly name?: string } = {}): string {
    const sid = known(() => statement.sid, undefined);
    const name = known(() => document.name, undefined);
    const place = name ? ` of inline policy ${quote(name)}` : "";
    return `Statement ${sid ? quote(sid) : String(statement.index + 1)}${place}`;
}

/** A policy document, readable or not. */
export class PolicyDocument {
    private isSound: boolean | undefined;
    private readonly answers = new Map<string, boolean>();

    /** @param raw what was parsed; undefined where it could not be */
    constructor(private readonly raw: unknown) {}

    /** @throws Undecided where the document cannot be read */
    get statements(): List<Statement | undefined> {
        const written = own(this.raw, "Statement");
        this.isSound ??= areStatements(written);
        const found = this.isSound ? readOnly(statementList, written) : undefined;
        if (!found) {
            throw new Undecided("the policy document cannot be read");
        }
        return found;
    }

    /** Many roles have the same document and are asked the same. */
    private answer(question: string, find: () => boolean): boolean {
        const answer = this.answers.get(question) ?? find();
        this.answers.set(question, answer);
        return answer;
    }

    /** Whether some Allow covers an action, on a resource if one is given. A condition makes no difference. */
    allows(action: string, resource?: string): boolean {
        return this.answer(`allows ${action} ${resource ?? ""}`, () =>
            this.statements.some((statement) =>
                both(
                    () => statement.isAllow,
                    () => applies(statement, action, resource),
                ),
            ),
        );
    }

    /**
     * Whether some Deny wins over every Allow: one without condition, on all resources.
     * @throws Undecided where another Deny covers the action, too
     */
    denies(action: string, resource?: string): boolean {
        return this.answer(`denies ${action} ${resource ?? ""}`, () =>
            this.statements.some((statement) => {
                const mayDeny = both(
                    () => statement.isDeny,
                    () => applies(statement, action, resource),
                );
                if (mayDeny && (statement.isConditional || !statement.isOnAll)) {
                    throw new Undecided("the action is denied in part");
                }
                return mayDeny;
            }),
        );
    }

    /**
     * Whether a statement allows an action and no Deny takes that back: one without condition on all its resources of a
     * type or, where a key has a certain value, one on some of them with conditions on this key that may hold.
     */
    admits(statement: Statement, action: string, when?: When): boolean {
        return both(
            () => statement.grants(action),
            () => both(...limits(statement, when)),
            () => !this.takesBack(statement, action, when),
        );
    }

    /** Whether some Deny takes back what a statement, maybe of another document, allows; see `admits`. */
    takesBack(statement: Statement, action: string, when?: When): boolean {
        return this.statements.some((other) => {
            const isLimited = (): boolean => limits(other, when).length > 0;
            return both(
                () => other.isDeny,
                () => other.covers(action),
                () => both(...limits(other, when)),
                () => isLimited() || !other.isConditional,
                () =>
                    some(TYPES.get(action) ?? [], (type) =>
                        isLimited() ? other.touches(statement, type) : other.encloses(statement, type),
                    ),
            );
        });
    }
}

/** Visits every statement in the documents of a resource, with its document and what a message calls it. */
export function eachStatement(
    documents: List<{ readonly name?: string; readonly policy?: PolicyDocument } | undefined>,
    visit: (statement: Statement, policy: PolicyDocument, title: string) => void,
): void {
    documents.each((document) => {
        const { policy } = document;
        policy?.statements.each((statement) => visit(statement, policy, statementTitle(statement, document)));
    });
}

/** A value of a condition key. */
interface When {
    readonly key: string;
    readonly value: string;
}

/** Whether each condition of a statement on a key may hold for a value of it. */
function limits(statement: Statement, when: When | undefined): readonly (() => boolean)[] {
    return when ? statement.conditionsOn(when.key).map((condition) => () => condition.mayHold(when.value)) : [];
}

function applies(statement: Statement, action: string, resource: string | undefined): boolean {
    return resource === undefined
        ? statement.concerns(action)
        : both(
              () => statement.covers(action),
              () => (resource === ANY ? statement.isOnUnnamed : statement.isOn(resource)),
          );
}

const parse = once((text) => new PolicyDocument(tryParse(text)));

/** A document as JSON text or as an object; undefined where there is none. */
export const policyDocument: Reader<PolicyDocument | undefined> = {
    read: (raw) =>
        raw === undefined || raw === null ? undefined : typeof raw === "string" ? parse(raw) : new PolicyDocument(raw),
};
