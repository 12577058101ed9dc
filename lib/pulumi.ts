/** The adapter: the only place that knows Pulumi's format of a policy. */
import {
    Policies,
    ReportViolation,
    ResourceValidationArgs,
    ResourceValidationPolicy,
    StackValidationArgs,
    StackValidationPolicy,
} from "@pulumi/policy";
import { Configuration, configReader, configSchema } from "./config";
import { covering, Judgement } from "./exemptions";
import { problemsOf } from "./malformed";
import { entry } from "./maps";
import { rememberRequests } from "./memo";
import {
    Condition,
    defaultLevel,
    isResourcePolicy,
    NamedPolicy,
    pageOf,
    Policy,
    Report,
    ResourceContext,
    ResourcePolicy,
    StackPolicy,
} from "./policy";
import { ANY_TYPE, Subject } from "./resources";
import { Judged, Session } from "./session";
import { own, Raw, Reader, readOnly } from "./shape";
import { Stack } from "./stack";
import { isKnown, isUnknownValueError, known, Undecided } from "./unknown";
import { untouched } from "./views";
import { oneLine } from "./words";

/** Whether an object in the properties looks like a proxy of the SDK, which would then lose it in writing the answer. */
function isMistakable(raw: unknown): boolean {
    return (
        typeof raw === "object" &&
        raw !== null &&
        (Boolean((raw as Raw).__isSpecialProxy) || Object.values(raw).some(isMistakable))
    );
}

/** A policy in Pulumi's format, and what it is to be asked. */
interface Adapted {
    readonly pulumi: Policies[number];
    /** Whether it may say something of a resource of this type. */
    readonly concerns: (type: string) => boolean;
    /** Whether it has nothing to say of a resource that concerns it. */
    readonly isSilentOn: (resource: ResourceValidationArgs) => boolean;
    readonly isSilentIn: (stack: Stack) => boolean;
}

/** Policies in Pulumi's format. Those of one session share what they learn about the resources. */
export function toPulumi(policies: readonly NamedPolicy[], session = new Session()): Policies {
    if (policies.length > 0 && session.isAlone) {
        rememberRequests();
    }
    const adapted = policies.map(({ name, topic, policy, exempt }) => {
        const settings = policy.config ?? {};
        const configuration = configReader(name, settings, exempt);
        const { callbacks, ...rest } = isResourcePolicy(policy)
            ? resourceAdapter(name, policy, configuration, session)
            : stackAdapter(name, policy, configuration, session);
        const pulumi = Object.assign(callbacks, {
            name,
            displayName: policy.displayName,
            description: policy.description,
            enforcementLevel: defaultLevel(policy),
            severity: policy.severity,
            framework: policy.framework,
            tags: [topic],
            remediationSteps: policy.remediationSteps,
            url: pageOf(name),
            configSchema: configSchema(settings, exempt),
        });
        return { pulumi, ...rest };
    });
    return sparing(adapted, session);
}

/**
 * To ask a policy, the SDK describes anew what is analyzed, which takes longer than most policies do. It goes through its
 * list once for each request. Once the first policy has been asked, it finds there only those that have something to say;
 * one that it does not find has passed. Whoever makes a list of their own of this one asks all of them.
 */
function sparing(adapted: readonly Adapted[], session: Session): Policies {
    /** By type of resource, where nobody counts what passed. */
    const concerned = new Map<string, readonly Adapted[]>();

    function rest(): { list: readonly Adapted[]; isLeftOut: (one: Adapted) => boolean } {
        const { resource, stack } = session.underway;
        if (!resource) {
            return { list: adapted, isLeftOut: ({ isSilentIn }) => stack !== undefined && isSilentIn(stack) };
        }
        const { type } = resource;
        return session.isTallied
            ? { list: adapted, isLeftOut: ({ concerns, isSilentOn }) => concerns(type) && isSilentOn(resource) }
            : {
                  list: entry(concerned, type, () => adapted.filter(({ concerns }) => concerns(type))),
                  isLeftOut: ({ isSilentOn }) => isSilentOn(resource),
              };
    }

    // A generator would take several times as long.
    function iterator(): Iterator<Policies[number]> {
        let index = 0;
        let list = adapted;
        let isLeftOut: ReturnType<typeof rest>["isLeftOut"] = () => false;
        const next = (): IteratorResult<Policies[number]> => {
            if (index === 1) {
                ({ list, isLeftOut } = rest());
            }
            while (index < list.length) {
                const one = list[index++];
                if (one && !isLeftOut(one)) {
                    return { value: one.pulumi };
                }
            }
            return { value: undefined, done: true };
        };
        return { next };
    }

    const policies = adapted.map(({ pulumi }) => pulumi);
    return Object.defineProperty(policies, Symbol.iterator, { value: iterator });
}

/**
 * Lets the SDK skip a policy before it decodes anything for it. The SDK compares the types at hand with this property,
 * anew for each request. For a policy about several types it is a noun where none of them is at hand, which equals no type.
 */
function skippable<F extends object>(subject: Subject<unknown>, fn: F, unmet: () => string | undefined): F {
    const types = Object.keys(subject.types);
    const only = types.length === 1 && types[0] !== ANY_TYPE ? types[0] : undefined;
    return Object.defineProperty(fn, "__pulumiType", { get: () => unmet() ?? only });
}

/** A `report` that leaves out what is exempt and adds the advice. */
function reporter(
    policy: Policy,
    { exemptions }: Configuration,
    { name, urn }: { name: string; urn: string },
    today: () => Date,
    judgement: Judgement,
    violation: (message: string) => void,
): Report {
    return (fact, { container } = {}) => {
        const offender = { name, urn, container: container && (() => container.name) };
        const { valid, expired } = covering(exemptions, offender, today());
        if (valid.length > 0) {
            judgement.covered.push(...valid);
            return;
        }
        judgement.missed.push(...expired);
        const [ended] = expired;
        const note = ended ? ` Its exemption ended on ${ended.until} (${oneLine(ended.reason)}).` : "";
        violation(`${fact}${note}\nFix: ${policy.remediationSteps}`);
    };
}

/** Runs a policy; its judgement is a verdict where nothing was unknown or malformed. */
function reachVerdict(judgement: Judgement, validate: () => void): void {
    const problems = known(() => problemsOf(validate), undefined);
    judgement.verdict = problems?.length === 0;
}

/** What the SDK calls of a policy. */
type Callbacks = Partial<
    Pick<ResourceValidationPolicy, "validateResource" | "remediateResource"> &
        Pick<StackValidationPolicy, "validateStack">
>;

interface Adapter extends Omit<Adapted, "pulumi"> {
    readonly callbacks: Callbacks;
}

/**
 * Outputs without what only the provider will tell. An input that was known when it was analyzed and is not any more is
 * none: the provider was left to fill it in.
 */
function withoutComputed(outputs: Raw, inputs = outputs): Raw {
    const reading = (props: Raw, key: string) => (): unknown => own(props, key);
    const keys = Object.keys(outputs).filter((key) => isKnown(reading(outputs, key)) || !isKnown(reading(inputs, key)));
    const properties = keys.map((key) => [key, { get: reading(outputs, key), enumerable: true }]);
    return Object.defineProperties({}, Object.fromEntries(properties) as PropertyDescriptorMap);
}

/** What a policy says of one resource. */
interface Said {
    readonly messages: readonly string[];
    /** What the policy applies to instead. */
    readonly refusal?: string;
    readonly error?: unknown;
}

/** Said of a resource that is not as it was repaired. */
const LOST =
    "Pulumi drops this repair where it replaces the resource or ignores changes of the property (`ignoreChanges`): make the change in the program.";

function resourceAdapter(
    name: string,
    policy: ResourcePolicy,
    configuration: (raw: Raw) => Configuration,
    session: Session,
): Adapter {
    /** URNs of what was repaired, and where `validate` then had nothing to say. */
    const repaired = new Set<string>();
    const readers = new Map(Object.entries(policy.resource.types));
    const readerOf = (type: string): Reader<unknown> | undefined => readers.get(type) ?? readers.get(ANY_TYPE);
    const concerns = (type: string): boolean => readerOf(type) !== undefined;
    const unmet = (): string | undefined => {
        const type = session.underway.resource?.type;
        return type === undefined || concerns(type) ? undefined : policy.resource.noun;
    };
    const { where = [] } = policy;

    /** The resource, as `read` gives it, and the context in which the policy sees it; none that is of another type. */
    function prepare(
        args: Judged,
        getConfig: Judged["getConfig"],
        violation: (message: string) => void,
        read: <W>(reader: Reader<W>, props: Raw) => W,
    ) {
        const reader = readerOf(args.type);
        const open = () => {
            const settings = configuration(getConfig());
            return { settings, judgement: session.ledger.open(name, settings.exemptions, args) };
        };
        let resource: unknown;
        try {
            resource = reader && read(reader, args.props);
        } catch (error) {
            // No verdict is one too: an exemption of it is not needless.
            open();
            throw error;
        }
        if (resource === undefined) {
            return undefined;
        }
        const { settings, judgement } = open();
        const { config } = settings;
        const report = reporter(policy, settings, args, session.today, judgement, violation);
        const context: ResourceContext = {
            config,
            report: (...violation) => {
                if (where.every((condition) => condition.holds(resource, config))) {
                    report(...violation);
                }
            },
            resource: args,
            provider: args.provider?.props,
            waiting: () => [...(session.waiting.get(args.urn) ?? [])],
            note: () => session.note(args),
        };
        return { resource, context, judgement };
    }

    /** Runs the policy. @returns what it applies to, where that is something else */
    function run(prepared: ReturnType<typeof prepare>): string | undefined {
        if (!prepared) {
            return policy.resource.noun;
        }
        const { resource, context, judgement } = prepared;
        let lacking: Condition<unknown> | undefined;
        let outcome: unknown;
        const problems = problemsOf(() => {
            lacking = where.find((condition) => !known(() => condition.holds(resource, context.config), true));
            outcome = lacking ? undefined : policy.validate(resource, context);
        });
        judgement.verdict = problems.length === 0 && !(outcome instanceof Undecided);
        return lacking && `${policy.resource.noun} ${lacking.words}`;
    }

    /** What the policy says of a resource, and the error with which it ended, unless that says nothing to the user. */
    function judge(args: Judged, getConfig = args.getConfig): Said {
        session.waiting.get(args.urn)?.delete(name);
        const messages: string[] = [];
        const violation = (message: string): void => {
            repaired.delete(args.urn);
            messages.push(message);
        };
        try {
            const read = <W>(reader: Reader<W>, props: Raw): W => session.views.of(reader, props);
            return { messages, refusal: run(prepare(args, getConfig, violation, read)) };
        } catch (error) {
            if (error instanceof Undecided) {
                return { messages };
            }
            if (!isUnknownValueError(error) || error.props[0] !== "containerDefinitions") {
                return { messages, error };
            }
            entry(session.waiting, args.urn, () => new Set<string>()).add(name);
        }
        return { messages };
    }

    let getConfig: Judged["getConfig"] | undefined;
    let judged: { args: ResourceValidationArgs; said: Said } | undefined;

    /** What it says of a resource, told once; nothing before it knows its configuration. */
    function said(args: ResourceValidationArgs): Said | undefined {
        if (getConfig && judged?.args !== args) {
            judged = { args, said: judge(args, getConfig) };
        }
        return judged?.said;
    }

    const validateResource = (args: ResourceValidationArgs, report: ReportViolation): void => {
        if (policy.runs === "first") {
            session.analyze(args);
        }
        const { resource } = session.underway;
        const { messages, refusal, error } = (resource && said(resource)) ?? judge(args);
        getConfig ??= args.getConfig.bind(args);
        messages.forEach((message) => report(message));
        if (refusal !== undefined) {
            session.refuse(args, refusal);
        }
        if (error !== undefined) {
            // eslint-disable-next-line @typescript-eslint/only-throw-error -- the SDK recognises its own instance
            throw error;
        }
    };

    /** What `validate` says of properties as they are, read anew. */
    function look(args: Judged) {
        const said: string[] = [];
        const prepared = prepare(args, args.getConfig, (message) => said.push(message), readOnly);
        const refusal = known(() => run(prepared), undefined);
        const repair = (): void => prepared && policy.remediate?.(prepared.resource, prepared.context);
        return { said, refusal, repair };
    }

    /** What is not known yet is left to `validate`, which says so. */
    const remediateResource = (args: ResourceValidationArgs): Raw | undefined => {
        repaired.delete(args.urn);
        const before = known(() => look(args), undefined);
        if (before?.refusal !== undefined) {
            session.refuse(args, before.refusal);
        }
        // For a repair the SDK wraps the properties twice: for what is unknown, and for secrets.
        if (!before || before.said.length === 0 || isMistakable(untouched(untouched(args.props)))) {
            return undefined;
        }
        known(before.repair, undefined);
        const after = known(() => look(args), undefined);
        // Pulumi tells the user of a repair; one after which there is the same to say as before is none.
        if (after?.said.join("\n") === before.said.join("\n")) {
            return undefined;
        }
        repaired.add(args.urn);
        return args.props;
    };

    /**
     * Whether the repairs have reached the resources. The engine takes the inputs of the program again for one that it
     * replaces, and those of the state for what `ignoreChanges` names, but tells policies of neither.
     */
    const validateStack = (args: StackValidationArgs, report: ReportViolation): void => {
        for (const resource of args.resources.filter(({ urn }) => repaired.has(urn))) {
            const props = withoutComputed(resource.props, session.noted.get(resource.urn));
            const judged = { ...resource, props, getConfig: args.getConfig.bind(args) };
            const after = known(() => look(judged), undefined);
            after?.said.forEach((message) => report(`${message}\n${LOST}`, resource.urn));
        }
        repaired.clear();
    };

    /** What does not apply need not be told where nobody counts what passed. */
    const isSilentOn = (args: ResourceValidationArgs): boolean => {
        const it = said(args);
        return it?.messages.length === 0 && it.error === undefined && (it.refusal === undefined || !session.isTallied);
    };
    const callbacks = {
        validateResource: skippable(policy.resource, validateResource, unmet),
        ...(policy.remediate && {
            remediateResource: skippable(policy.resource, remediateResource, () => undefined),
            validateStack: skippable(policy.resource, validateStack, () =>
                repaired.size > 0 ? undefined : `repaired ${policy.resource.noun}`,
            ),
        }),
        // So it also is the first to see a stack, and the others know which one it is.
        ...(policy.runs === "first" && {
            validateStack: (args: StackValidationArgs): void => void session.stack(args),
        }),
    };
    return { callbacks, concerns, isSilentOn, isSilentIn: () => repaired.size === 0 };
}

/** What is said of one subject of a stack. */
interface Violation {
    readonly message: string;
    readonly urn: string;
}

function stackAdapter(
    name: string,
    policy: StackPolicy,
    configuration: (raw: Raw) => Configuration,
    session: Session,
): Adapter {
    let getConfig: (() => Raw) | undefined;
    let judged: { stack: Stack; violations: readonly Violation[] } | undefined;

    const unmetIn = (stack: Stack): string | undefined => {
        if (!stack.has(policy.subject)) {
            return policy.subject.noun;
        }
        const lacking = policy.where?.find((circumstance) => !circumstance.holds(stack));
        if (lacking) {
            return `stack ${lacking.words}`;
        }
        return stack.all(policy.subject).length > 0 ? undefined : policy.subject.noun;
    };
    const unmet = (): string | undefined => {
        const { stack } = session.underway;
        return stack && unmetIn(stack);
    };

    function judge(stack: Stack, raw: Raw): readonly Violation[] {
        if (judged?.stack === stack) {
            return judged.violations;
        }
        const settings = configuration(raw);
        const violations: Violation[] = [];
        for (const subject of stack.all(policy.subject)) {
            const violation = (message: string) => violations.push({ message, urn: subject.urn });
            const judgement = session.ledger.open(name, settings.exemptions, subject);
            const context = {
                config: settings.config,
                report: reporter(policy, settings, subject, session.today, judgement, violation),
                stack,
                exemptions: () => session.ledger.uses(stack.urns),
            };
            reachVerdict(judgement, () => policy.validate(subject, context));
        }
        judged = { stack, violations };
        return violations;
    }

    const validateStack = (args: StackValidationArgs, report: ReportViolation): void => {
        const stack = session.stack(args);
        const missing = unmetIn(stack);
        if (missing !== undefined) {
            session.refuse(args, missing);
        }
        judge(stack, args.getConfig()).forEach(({ message, urn }) => report(message, urn));
    };

    /** An error is left to `validateStack`: the SDK tells whose it is. */
    function isSilentIn(stack: Stack): boolean {
        try {
            return unmetIn(stack) === undefined
                ? getConfig !== undefined && judge(stack, getConfig()).length === 0
                : !session.isTallied;
        } catch {
            return false;
        }
    }

    /**
     * Run with the first resource only: the SDK offers the configuration to callbacks, and of a stack policy it would come
     * too late to tell whether to show one. A wrong setting is refused as early.
     */
    const configure = (args: ResourceValidationArgs): void => {
        getConfig = args.getConfig.bind(args);
        configuration(getConfig());
    };

    const callbacks = {
        validateStack: skippable(policy.subject, validateStack, unmet),
        /** Nothing that Pulumi is told of when it asks what there is. */
        get validateResource() {
            return session.underway.resource && getConfig === undefined ? configure : undefined;
        },
    };
    return { callbacks, concerns: () => getConfig === undefined, isSilentOn: () => false, isSilentIn };
}
