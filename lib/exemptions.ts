import { PolicyConfigJSONSchema } from "@pulumi/policy/schema";
import { matches } from "./glob";
import { isRecord, Raw } from "./shape";
import { known, proven } from "./unknown";

/** What the user has decided to leave as it is. */
export interface Exemption {
    /** Glob over the logical name or the URN. */
    readonly resource: string;
    /** Glob over the name of a container; without it the whole resource is exempt. */
    readonly container?: string;
    readonly reason: string;
    /** Last day of the exemption, `YYYY-MM-DD` in UTC; without it there is no end. */
    readonly until?: string;
}

/** What an exemption consists of, for editors. */
export const FIELDS: Readonly<Record<keyof Exemption, PolicyConfigJSONSchema>> = {
    resource: { type: "string", description: "Logical name or URN; * stands for any characters, ? for one." },
    container: {
        type: "string",
        description: "Name of the container, with the same wildcards; left out: all of the resource.",
    },
    reason: { type: "string", description: "Why this is acceptable." },
    until: { type: "string", description: "Last day of the exemption, YYYY-MM-DD; left out: no end." },
};

/**
 * Schema of the setting that every policy has, for the engine. It is sent and compiled once for each policy, at every
 * preview, which is why it has no schema for each field.
 */
export const EXEMPT = {
    type: "array",
    description:
        "What this policy leaves alone: resource, a logical name or URN; container, a name, if it is only about that; the " +
        "reason; until, the last day as YYYY-MM-DD, if it ends. In names * stands for any characters, ? for one.",
    items: { type: "object", additionalProperties: { type: "string" }, required: ["resource", "reason"] },
    default: [],
} satisfies PolicyConfigJSONSchema;

/** @param refuse ends the reading: which key is at fault, and how */
export function parseExemptions(raw: unknown, refuse: (key: string, problem: string) => never): readonly Exemption[] {
    return Array.isArray(raw)
        ? raw.map((entry: unknown, index) => {
              const place = `exempt[${index}]`;
              return isRecord(entry)
                  ? parseExemption(entry, (key, problem) => refuse(`${place}.${key}`, problem))
                  : refuse(place, "must be an object with resource and reason");
          })
        : refuse("exempt", "must be a list of exemptions");
}

function parseExemption(entry: Raw, refuse: (key: string, problem: string) => never): Exemption {
    const stranger = Object.keys(entry).find((key) => !Object.hasOwn(FIELDS, key));
    if (stranger !== undefined) {
        return refuse(stranger, `is no field of an exemption; accepted: ${Object.keys(FIELDS).join(", ")}`);
    }
    const text = (key: keyof Exemption): string => {
        const value = entry[key];
        return typeof value === "string" && value.trim() !== ""
            ? value
            : refuse(key, "must be a text that is not empty");
    };
    // What is written as `undefined` is left out: the SDK cannot tell the engine of it.
    const optional = <K extends keyof Exemption>(key: K) =>
        (entry[key] === undefined ? {} : { [key]: text(key) }) as Partial<Record<K, string>>;
    const { until } = entry;
    if (typeof until === "string" && !isDate(until)) {
        return refuse("until", "must be a day of the calendar, such as 2027-01-31");
    }
    return { resource: text("resource"), ...optional("container"), reason: text("reason"), ...optional("until") };
}

function isDate(text: string): boolean {
    const date = new Date(`${text}T00:00:00Z`);
    return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** What a violation is about. */
interface Offender {
    readonly name: string;
    readonly urn: string;
    /** Reads the name of the container, where it is about one; it may be unknown. */
    readonly container?: () => string | undefined;
}

/** Whether an exemption is about a resource, or about a container in it. */
function isAbout({ resource }: Exemption, name: string, urn: string): boolean {
    return matches(resource, name) || matches(resource, urn);
}

/**
 * The exemptions that cover a violation, split by whether they still hold on that day.
 * @throws the SDK's error if one that holds may cover it, because the name of the container is not known
 */
export function covering(
    exemptions: readonly Exemption[],
    { name, urn, container }: Offender,
    today: Date,
): { valid: Exemption[]; expired: Exemption[] } {
    const day = today.toISOString().slice(0, 10);
    const isIn = (glob: string): boolean => {
        const text = container?.();
        return text !== undefined && matches(glob, text);
    };
    const covers = (exemption: Exemption): boolean =>
        isAbout(exemption, name, urn) && (exemption.container === undefined || isIn(exemption.container));
    const holds = ({ until }: Exemption): boolean => until === undefined || until >= day;
    return {
        valid: proven(exemptions.filter(holds), covers),
        expired: exemptions.filter((exemption) => !holds(exemption) && known(() => covers(exemption), false)),
    };
}

/** What one exemption came to in a stack. */
export interface ExemptionUse {
    readonly policy: string;
    readonly exemption: Exemption;
    /** How many violations it covers; none if it is needless. */
    readonly covers: number;
}

/** What a policy said about one resource. */
export interface Judgement {
    readonly name: string;
    /** For each violation, the exemptions that cover it. */
    readonly covered: Exemption[];
    /** For each violation, the exemptions that covered it until they ended. */
    readonly missed: Exemption[];
    /** Nothing was unknown or malformed. */
    verdict: boolean;
}

/** Keeps account of the exemptions that the policies of one process meet. */
export class Ledger {
    /** By policy and URN. */
    private readonly accounts = new Map<
        string,
        { exemptions: readonly Exemption[]; judgements: Map<string, Judgement> }
    >();

    /** A policy begins to judge a resource; what it said before no longer counts. */
    open(policy: string, exemptions: readonly Exemption[], { name, urn }: Omit<Offender, "container">): Judgement {
        const judgement: Judgement = { name, covered: [], missed: [], verdict: false };
        const account = this.accounts.get(policy);
        if (account?.exemptions === exemptions) {
            account.judgements.set(urn, judgement);
        } else if (exemptions.length > 0) {
            this.accounts.set(policy, { exemptions, judgements: new Map([[urn, judgement]]) });
        } else {
            this.accounts.delete(policy);
        }
        return judgement;
    }

    /**
     * The exemptions in use among these resources, and those that name some of them in vain: the policy reached a
     * verdict on each that they name.
     */
    uses(urns: ReadonlySet<string>): readonly ExemptionUse[] {
        return [...this.accounts].flatMap(([policy, { exemptions, judgements }]) => {
            const present = [...judgements].filter(([urn]) => urns.has(urn));
            return exemptions.flatMap((exemption) => {
                const named = present.filter(([urn, { name }]) => isAbout(exemption, name, urn));
                const covers = named.reduce(
                    (sum, [, { covered }]) => sum + covered.filter((one) => one === exemption).length,
                    0,
                );
                const vain =
                    named.length > 0 &&
                    named.every(([, { verdict, missed }]) => verdict && !missed.includes(exemption));
                return covers > 0 || vain ? [{ policy, exemption, covers }] : [];
            });
        });
    }
}
