/** A session: what is shared from one request to the next, and what is known of the current one. */
import { PolicyResource, ResourceValidationArgs } from "@pulumi/policy";
import { UserError } from "./config";
import { Ledger } from "./exemptions";
import { Raw } from "./shape";
import { Stack } from "./stack";
import { untouched, Views } from "./views";

/**
 * What the SDK is going through right now. It runs the policies on one request after the other without letting the
 * event loop turn, so what the first of them saw holds for the others. While two requests overlap there is no value.
 */
class Current<T> {
    private state: { value: T | undefined } | undefined;

    get value(): T | undefined {
        return this.state?.value;
    }

    begin(value: T): void {
        if (this.state) {
            this.state.value = undefined;
            return;
        }
        this.state = { value };
        setImmediate(() => (this.state = undefined));
    }
}

/** The first `@pulumi/policy` that knows policies which do not apply. */
const OLDEST_SDK = "1.20.0";

/** What is judged: a resource in a request of its own, or one in a stack. */
export type Judged = Pick<ResourceValidationArgs, "type" | "name" | "urn" | "props" | "provider" | "getConfig"> &
    Partial<Pick<ResourceValidationArgs, "notApplicable" | "opts">>;

/** What the policies of one process share. */
export class Session {
    /** Inputs by URN. */
    readonly noted = new Map<string, Raw>();
    /** By URN: the policies that met unknown container definitions. */
    readonly waiting = new Map<string, Set<string>>();
    readonly ledger = new Ledger();
    readonly views = new Views();
    /** The resource that is analyzed. */
    readonly analyzed = new Current<Pick<ResourceValidationArgs, "type" | "stackTags">>();
    private readonly current = new Current<{ resources: readonly PolicyResource[]; stack: Stack }>();
    private readonly refusals = new Map<string, unknown>();

    /**
     * @param today the clock by which exemptions expire
     * @param isAlone whether the pack has no other policies: those might let requests overtake each other, or write into
     * what they are to judge
     */
    constructor(
        readonly today: () => Date = () => new Date(),
        readonly isAlone = true,
    ) {}

    /**
     * Keeps the inputs for the stack policies, under former URNs too: with `--target`, a renamed resource that is no target
     * keeps its own.
     */
    note({ urn, props, opts }: Judged): void {
        for (const former of opts?.aliases ?? []) {
            this.noted.set(former, this.noted.get(former) ?? props);
        }
        this.noted.set(urn, props);
    }

    /** The graph of these resources, built once for the policies of a request. */
    stack(resources: readonly PolicyResource[]): Stack {
        const current = this.current.value;
        if (current && isSameList(current.resources, resources)) {
            return current.stack;
        }
        const stack = new Stack(resources, this.noted, this.views);
        this.current.begin({ resources, stack });
        return stack;
    }

    /** Type of the resource that is analyzed, where it is certain. */
    get analyzedType(): string | undefined {
        return this.isAlone ? this.analyzed.value?.type : undefined;
    }

    /**
     * Whether somebody counts what the resource that is analyzed has passed: all that Pulumi is not told of as inapplicable.
     * Pulumi Cloud does, whose stacks have tags; a backend of one's own does not. `pulumi policy analyze` knows no stack and
     * drops these reports, which take longer to write than most policies to judge.
     */
    get isTallied(): boolean {
        return !this.isAlone || this.analyzed.value?.stackTags.size !== 0;
    }

    /** The stack that is analyzed, where it is certain. */
    get analyzedStack(): Stack | undefined {
        return this.isAlone ? this.current.value?.stack : undefined;
    }

    /** Ends a policy as not applicable. The SDK's errors are kept: making one costs more than most policies. */
    refuse({ notApplicable }: Partial<Pick<ResourceValidationArgs, "notApplicable">>, reason: string): never {
        if (!notApplicable) {
            throw new UserError(
                `ecs-guard needs @pulumi/policy ${OLDEST_SDK} or later in the pack that has its policies.`,
            );
        }
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

/** Whether two lists are of one request: what its properties were decoded to is remembered with it. */
function isSameList([one]: readonly PolicyResource[], [other]: readonly PolicyResource[]): boolean {
    return one && other ? untouched(one.props) === untouched(other.props) : one === other;
}
