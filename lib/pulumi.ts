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
import { article, oneLine } from "./words";

/** Whether an object in the properties looks like a proxy of the SDK, which would then lose it in writing the answer. */
function isMistakable(raw: unknown): boolean {
    return (
        typeof raw === "object" &&
        raw !== null &&
        (Boolean((raw as Raw).__isSpecialProxy) || Object.values(raw).some(isMistakable))
    );
}

/** Policies in Pulumi's format. Those of one session share what they learn about the resources. */
export function toPulumi(policies: readonly NamedPolicy[], session = new Session()): Policies {
    if (policies.length > 0 && session.isAlone) {
        rememberRequests();
    }
    return policies.map(({ name, topic, policy, exempt }) => {
        const settings = policy.config ?? {};
        const configuration = configReader(name, settings, exempt);
        const adapter = isResourcePolicy(policy)
            ? resourceAdapter(name, policy, configuration, session)
            : stackAdapter(name, policy, configuration, session);
        return Object.assign(adapter, {
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
    });
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

/** What the SDK calls of a policy, as far as it is to call it. */
type Adapter = Partial<
    Pick<ResourceValidationPolicy, "validateResource" | "remediateResource"> &
        Pick<StackValidationPolicy, "validateStack">
>;

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
    const unmet = (): string | undefined => {
        const type = session.analyzedType;
        return type === undefined || readerOf(type) ? undefined : policy.resource.noun;
    };

    /** The resource, as `read` gives it, and the context in which the policy sees it. */
    function prepare(
        args: Judged,
        violation: (message: string) => void,
        read: <W>(reader: Reader<W>, props: Raw) => W,
        refuse = (reason: string): never => session.refuse(args, reason),
    ) {
        const reader = readerOf(args.type);
        const open = () => {
            const settings = configuration(args.getConfig());
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
            return refuse(`Policy only applies to ${article(policy.resource.noun)}`);
        }
        const { settings, judgement } = open();
        const context: ResourceContext = {
            config: settings.config,
            report: reporter(policy, settings, args, session.today, judgement, violation),
            resource: args,
            provider: args.provider?.props,
            waiting: () => [...(session.waiting.get(args.urn) ?? [])],
            note: () => session.note(args),
            notApplicable: (reason) => {
                judgement.verdict = true;
                return refuse(reason);
            },
        };
        return { resource, context, judgement };
    }

    const validateResource = (args: ResourceValidationArgs, report: ReportViolation): void => {
        if (policy.runs === "first") {
            session.analyzed.begin(args);
        }
        session.waiting.get(args.urn)?.delete(name);
        const violation = (message: string): void => {
            repaired.delete(args.urn);
            report(message);
        };
        try {
            const { resource, context, judgement } = prepare(args, violation, (reader, props) =>
                session.views.of(reader, props),
            );
            judgement.verdict = problemsOf(() => policy.validate(resource, context)).length === 0;
        } catch (error) {
            if (error instanceof Undecided) {
                return;
            }
            if (!isUnknownValueError(error) || error.props[0] !== "containerDefinitions") {
                throw error;
            }
            entry(session.waiting, args.urn, () => new Set<string>()).add(name);
        }
    };

    /** What `validate` says of properties as they are, read anew. */
    function look(args: Judged, refuse?: (reason: string) => never) {
        const said: string[] = [];
        const { resource, context, judgement } = prepare(args, (message) => said.push(message), readOnly, refuse);
        reachVerdict(judgement, () => policy.validate(resource, context));
        return { resource, context, said };
    }

    /** The policy may no longer apply after a repair. */
    const notApplicable = (reason: string): never => {
        throw new Undecided(reason);
    };

    /** What is not known yet is left to `validate`, which says so. */
    const remediateResource = (args: ResourceValidationArgs): Raw | undefined => {
        repaired.delete(args.urn);
        const before = known(() => look(args), undefined);
        // For a repair the SDK wraps the properties twice: for what is unknown, and for secrets.
        if (!before || before.said.length === 0 || isMistakable(untouched(untouched(args.props)))) {
            return undefined;
        }
        known(() => policy.remediate?.(before.resource, before.context), undefined);
        const after = known(() => look(args, notApplicable), undefined);
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
            const after = known(() => look(judged, notApplicable), undefined);
            after?.said.forEach((message) => report(`${message}\n${LOST}`, resource.urn));
        }
        repaired.clear();
    };

    const validation = skippable(policy.resource, validateResource, unmet);
    const remediation = policy.remediate && skippable(policy.resource, remediateResource, () => undefined);
    // Both callbacks: one with a repair alone would be reported as inapplicable.
    const isHidden = (): boolean => !session.isTallied && unmet() !== undefined;
    return {
        get validateResource() {
            return isHidden() ? undefined : validation;
        },
        get remediateResource() {
            return isHidden() ? undefined : remediation;
        },
        ...(policy.remediate && {
            validateStack: skippable(policy.resource, validateStack, () =>
                repaired.size > 0 ? undefined : `repaired ${policy.resource.noun}`,
            ),
        }),
        // So it also is the first to see a stack, and the others know which one it is.
        ...(policy.runs === "first" && {
            validateStack: ({ resources }: StackValidationArgs): void => void session.stack(resources),
        }),
    };
}

/** What is said of one subject of a stack. */
interface Violation {
    readonly message: string;
    readonly urn: string;
}

/**
 * To ask a policy about a stack, the SDK describes all resources anew, which takes longer than most policies do. So once
 * the first has been asked, the others judge the stack by themselves; the SDK is shown only those that have something
 * to say. One that it does not see has passed.
 */
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
        const stack = session.analyzedStack;
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
        const stack = session.stack(args.resources);
        const missing = unmetIn(stack);
        if (missing !== undefined) {
            session.refuse(args, `Policy only applies to ${article(missing)}`);
        }
        judge(stack, args.getConfig()).forEach(({ message, urn }) => report(message, urn));
    };

    /** An error is left to `validateStack`: the SDK tells whose it is. */
    function hasPassed(stack: Stack | undefined): boolean {
        try {
            return Boolean(
                stack && getConfig && unmetIn(stack) === undefined && judge(stack, getConfig()).length === 0,
            );
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

    const shown = skippable(policy.subject, validateStack, unmet);
    return {
        get validateStack() {
            return hasPassed(session.analyzedStack) ? undefined : shown;
        },
        get validateResource() {
            return getConfig || session.analyzedType === undefined ? undefined : configure;
        },
    };
}
