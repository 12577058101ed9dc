/** A session: what is shared from one request to the next, and what is known of the current one. */
import { PolicyResource, ResourceValidationArgs, StackValidationArgs } from "@pulumi/policy";
import { UserError } from "./config";
import { Ledger } from "./exemptions";
import { Raw } from "./shape";
import { Stack } from "./stack";
import { untouched, Views } from "./views";
import { article } from "./words";

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

/** What the policies are asked about: a resource, or resources and the graph of them. */
interface Underway {
    readonly resource?: ResourceValidationArgs;
    readonly resources?: readonly PolicyResource[];
    readonly stack?: Stack;
    readonly stackTags?: ReadonlyMap<string, string>;
}

const NOTHING: Underway = {};

/** What the policies of one process share. */
export class Session {
    /** Inputs by URN. */
    readonly noted = new Map<string, Raw>();
    /** By URN: the policies that met unknown container definitions. */
    readonly waiting = new Map<string, Set<string>>();
    readonly ledger = new Ledger();
    readonly views = new Views();
    private readonly current = new Current<Underway>();
    /** Errors by what the policy applies to. */
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

    /** The policies are going to be asked about a resource. */
    analyze(resource: ResourceValidationArgs): void {
        this.current.begin({ resource, stackTags: resource.stackTags });
    }

    /** The graph of the resources that the policies are asked about, built once for all of them. */
    stack({ resources, stackTags }: Pick<StackValidationArgs, "resources" | "stackTags">): Stack {
        const current = this.current.value;
        if (current?.stack && isSameList(current.resources, resources)) {
            return current.stack;
        }
        const stack = new Stack(resources, this.noted, this.views);
        this.current.begin({ resources, stack, stackTags });
        return stack;
    }

    /** What the policies are asked about, where it is certain. */
    get underway(): Underway {
        return (this.isAlone && this.current.value) || NOTHING;
    }

    /**
     * Whether somebody counts what has passed: all that Pulumi is not told of as inapplicable. Pulumi Cloud does, whose
     * stacks have tags; a backend of one's own does not. `pulumi policy analyze` knows no stack and drops these reports,
     * which take longer to write than most policies to judge.
     */
    get isTallied(): boolean {
        return this.underway.stackTags?.size !== 0;
    }

    /**
     * Ends a policy as not applicable. The SDK's errors are kept: making one costs more than most policies.
     * @param noun what the policy applies to instead
     */
    refuse({ notApplicable }: Partial<Pick<ResourceValidationArgs, "notApplicable">>, noun: string): never {
        if (!notApplicable) {
            throw new UserError(
                `ecs-guard needs @pulumi/policy ${OLDEST_SDK} or later in the pack that has its policies.`,
            );
        }
        if (!this.refusals.has(noun)) {
            try {
                notApplicable(`Policy only applies to ${article(noun)}`);
            } catch (error) {
                this.refusals.set(noun, error);
            }
        }
        throw this.refusals.get(noun);
    }
}

/** Whether two lists are of one request: what its properties were decoded to is remembered with it. */
function isSameList([one]: readonly PolicyResource[] = [], [other]: readonly PolicyResource[]): boolean {
    return one && other ? untouched(one.props) === untouched(other.props) : one === other;
}
