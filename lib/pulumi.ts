/** The adapter: the only place that knows Pulumi's format of a policy. */
import {
    Policies,
    PolicyResource,
    ReportViolation,
    ResourceValidationArgs,
    ResourceValidationPolicy,
    StackValidationArgs,
    StackValidationPolicy,
} from "@pulumi/policy";
import { Configuration, configReader, configSchema } from "./config";
import { Container } from "./containers";
import { covering, Judgement, Ledger } from "./exemptions";
import { problemsOf } from "./malformed";
import { rememberRequests } from "./memo";
import {
    defaultLevel,
    isResourcePolicy,
    NamedPolicy,
    pageOf,
    Policy,
    ResourceContext,
    ResourcePolicy,
    StackPolicy,
} from "./policy";
import { ANY_TYPE, Subject } from "./resources";
import { own, Raw, Reader } from "./shape";
import { Noted, Stack } from "./stack";
import { isUnknownValueError, known, Undecided } from "./unknown";

rememberRequests();

/** What the policies of one process share. */
export class Session {
    /** Inputs by URN. */
    readonly noted = new Map<string, Noted>();
    /** By URN: the policies that met unknown container definitions. */
    readonly waiting = new Map<string, Set<string>>();
    readonly ledger = new Ledger();
    private readonly refusals = new Map<string, unknown>();
    private last: { resources: readonly PolicyResource[]; stack: Stack } | undefined;

    /** @param today the clock by which exemptions expire */
    constructor(readonly today: () => Date = () => new Date()) {}

    /**
     * The graph of these resources, built once for the policies of a request: they run one after the other without
     * letting the event loop turn.
     */
    stack(resources: readonly PolicyResource[]): Stack {
        if (!this.last || !isSameList(this.last.resources, resources)) {
            this.last = { resources, stack: new Stack(resources, this.noted) };
            setImmediate(() => (this.last = undefined));
        }
        return this.last.stack;
    }

    /** Ends a policy as not applicable. The SDK's errors are kept: making one costs more than most policies. */
    refuse({ notApplicable }: Pick<ResourceValidationArgs, "notApplicable">, reason: string): never {
        if (!this.refusals.has(reason)) {
            try {
                notApplicable(reason);
            } catch (error) {
                this.refusals.set(reason, error);
            }
        }
        throw this.refusals.get(reason);
    }
}

function isSameList(one: readonly PolicyResource[], other: readonly PolicyResource[]): boolean {
    return one.length === other.length && one.every(({ urn }, index) => urn === other[index]?.urn);
}

/** What the SDK's proxy of a resource's properties stands for. */
function untouched(props: Raw): Raw {
    return (props as { __getSpecialProxyTarget?: Raw }).__getSpecialProxyTarget ?? props;
}

/** Whether the SDK, writing an answer, takes a plain object in the properties for a proxy of its own and loses it. */
function isMistakable(raw: unknown): boolean {
    return (
        typeof raw === "object" &&
        raw !== null &&
        (Boolean((raw as Raw).__isSpecialProxy) || Object.values(raw).some(isMistakable))
    );
}

/** Policies in Pulumi's format. Those of one session share what they learn about the resources. */
export function toPulumi(policies: readonly NamedPolicy[], session = new Session()): Policies {
    return policies.map(({ name, topic, policy, exempt }) => ({
        name,
        displayName: policy.displayName,
        description: policy.description,
        enforcementLevel: defaultLevel(policy),
        severity: policy.severity,
        framework: policy.framework,
        tags: [topic],
        remediationSteps: policy.remediationSteps,
        url: pageOf(name),
        configSchema: configSchema(policy.config ?? {}, exempt),
        ...(isResourcePolicy(policy)
            ? resourceAdapter(name, policy, configReader(name, policy.config ?? {}, exempt), session)
            : stackAdapter(name, policy, configReader(name, policy.config ?? {}, exempt), session)),
    }));
}

/** Lets the SDK skip other types before it deserialises them; possible for policies about one type. */
function typed<F extends object>(subject: Subject<unknown>, fn: F): F {
    const types = Object.keys(subject.types);
    return types.length === 1 && types[0] !== ANY_TYPE ? Object.assign(fn, { __pulumiType: types[0] }) : fn;
}

function readerOf<W>(subject: Subject<W>, type: string): Reader<W | undefined> | undefined {
    return (own(subject.types, type) ?? own(subject.types, ANY_TYPE)) as Reader<W | undefined> | undefined;
}

/** A `report` that leaves out what is exempt and adds the advice. */
function reporter(
    policy: Policy,
    { exemptions }: Configuration,
    { name, urn }: { name: string; urn: string },
    today: Date,
    judgement: Judgement,
    violation: (message: string) => void,
) {
    return (fact: string, { container }: { container?: Container } = {}): void => {
        const offender = { name, urn, container: container && (() => container.name) };
        const { valid, expired } = covering(exemptions, offender, today);
        if (valid.length > 0) {
            judgement.covered.push(...valid);
            return;
        }
        judgement.missed.push(...expired);
        const [ended] = expired;
        const note = ended ? ` Its exemption ended on ${String(ended.until)} (${ended.reason}).` : "";
        violation(`${fact}${note}\nFix: ${policy.remediationSteps}`);
    };
}

function resourceAdapter(
    name: string,
    policy: ResourcePolicy,
    configuration: (raw: Raw) => Configuration,
    session: Session,
): Pick<ResourceValidationPolicy, "validateResource" | "remediateResource"> {
    /** The resource and the context in which the policy sees it. */
    function prepare(args: ResourceValidationArgs, violation: (message: string) => void) {
        const resource = readerOf(policy.resource, args.type)?.read(args.props, () => undefined, 0);
        if (resource === undefined) {
            return session.refuse(args, `Policy only applies to a ${policy.resource.noun}`);
        }
        const settings = configuration(args.getConfig());
        const judgement = session.ledger.open(name, settings.exemptions, args);
        const context: ResourceContext = {
            config: settings.config,
            report: reporter(policy, settings, args, session.today(), judgement, violation),
            resource: args,
            provider: args.provider?.props,
            waiting: () => [...(session.waiting.get(args.urn) ?? [])],
            note: () => session.noted.set(args.urn, { props: args.props }),
            notApplicable: (reason) => session.refuse(args, reason),
        };
        return { resource, context, judgement };
    }

    const validateResource = (args: ResourceValidationArgs, report: ReportViolation): void => {
        const { resource, context, judgement } = prepare(args, (message) => report(message));
        try {
            judgement.verdict = problemsOf(() => policy.validate(resource, context)).length === 0;
        } catch (error) {
            if (error instanceof Undecided) {
                return;
            }
            if (!isUnknownValueError(error) || error.props[0] !== "containerDefinitions") {
                throw error;
            }
            session.waiting.set(args.urn, (session.waiting.get(args.urn) ?? new Set<string>()).add(name));
        }
    };

    /** What is not known yet is left to `validate`, which says so. */
    const remediateResource = (args: ResourceValidationArgs): Raw | undefined => {
        const violations: string[] = [];
        const prepared = known(() => prepare(args, (message) => violations.push(message)), undefined);
        if (!prepared) {
            return undefined;
        }
        const { resource, context } = prepared;
        const count = (context: ResourceContext): number => {
            violations.length = 0;
            known(() => problemsOf(() => policy.validate(resource, context)), undefined);
            return violations.length;
        };
        const before = count(context);
        if (before === 0 || isMistakable(untouched(untouched(args.props)))) {
            return undefined;
        }
        known(() => policy.remediate?.(resource, context), undefined);
        // Pulumi tells the user of a repair; one that leaves all as it is is none. The policy may no longer apply after it.
        const notApplicable = (reason: string): never => {
            throw new Undecided(reason);
        };
        return count({ ...context, notApplicable }) < before ? args.props : undefined;
    };

    return {
        validateResource: typed(policy.resource, validateResource),
        ...(policy.remediate && { remediateResource: typed(policy.resource, remediateResource) }),
    };
}

function stackAdapter(
    name: string,
    policy: StackPolicy,
    configuration: (raw: Raw) => Configuration,
    session: Session,
): Pick<StackValidationPolicy, "validateStack"> {
    return {
        validateStack: typed(policy.subject, (args: StackValidationArgs, report: ReportViolation): void => {
            const stack = session.stack(args.resources);
            const subjects = stack.all(policy.subject);
            if (subjects.length === 0) {
                session.refuse(args, `Policy only applies to a ${policy.subject.noun}`);
            }
            const settings = configuration(args.getConfig());
            for (const subject of subjects) {
                const violation = (message: string) => report(message, subject.urn);
                const judgement = session.ledger.open(name, settings.exemptions, subject);
                const context = {
                    config: settings.config,
                    report: reporter(policy, settings, subject, session.today(), judgement, violation),
                    stack,
                    exemptions: () => session.ledger.uses(new Set(args.resources.map(({ urn }) => urn))),
                };
                const problems = known(() => problemsOf(() => policy.validate(subject, context)), undefined);
                judgement.verdict = problems?.length === 0;
            }
        }),
    };
}
