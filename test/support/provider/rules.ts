import { isFields, type Fields, type Value } from "./values";

/** Judges one value of a program: the reason why it is refused, or nothing. */
export type Rule = (value: Value) => string | undefined;

const rule =
    (ok: (value: Value) => boolean, reason: string): Rule =>
    (value) =>
        ok(value) ? undefined : reason;

const text = (ok: (value: string) => boolean, reason: string) =>
    rule((value) => typeof value === "string" && ok(value), reason);

export const oneOf = (...words: string[]) =>
    text((value) => words.includes(value), `expected one of ${words.join(", ")}`);
export const pattern = (form: RegExp) => text((value) => form.test(value), `must match ${form.source}`);
export const maxLength = (limit: number) => text((value) => value.length <= limit, `longer than ${limit} characters`);
export const maxItems = (limit: number) =>
    rule((value) => !Array.isArray(value) || value.length <= limit, `at most ${limit} elements`);

/** A number, or the string of one. */
export const between = (low: number, high: number) =>
    rule((value) => Number(value) >= low && Number(value) <= high, `expected to be in the range (${low} - ${high})`);

export const numberIn = (...numbers: number[]) =>
    rule((value) => numbers.includes(Number(value)), `expected one of ${numbers.join(", ")}`);

export const arn = text(
    (value) => /^arn:[\w-]+:[\w-]+:[\w-]*:(\d{12}|aws|aws-managed)?:.+$/s.test(value),
    "is an invalid ARN",
);

export const json = text((value) => parse(value) !== undefined, "contains an invalid JSON");

/** A policy of IAM: nothing may stand before its brace. */
export const jsonObject = text(
    (value) => value.startsWith("{") && parse(value) !== undefined,
    "contains an invalid JSON policy",
);

/** The network address of an IPv4 block, with nothing set in its host part. */
export const cidr = (shortest = 0, longest = 32) =>
    text((value) => {
        const [, address = "", length = ""] = /^(\d{1,3}(?:\.\d{1,3}){3})\/(\d{1,2})$/.exec(value) ?? [];
        const bytes = address.split(".").map(Number);
        const bits = Number(length);
        const number = bytes.reduce((sum, byte) => sum * 256 + byte, 0);
        return (
            length !== "" &&
            bytes.every((byte) => byte < 256) &&
            bits >= shortest &&
            bits <= longest &&
            number % 2 ** (32 - bits) === 0
        );
    }, "is not a valid CIDR block, or not the address of a network");

/** Several rules on one value; the first reason counts. */
export const all =
    (...rules: Rule[]): Rule =>
    (value) =>
        rules.map((judge) => judge(value)).find((reason) => reason !== undefined);

/** The types of the fields of a container definition; Go's decoder, which reads them, takes keys in any case. */
const CONTAINER_FIELDS = new Map(
    Object.entries({
        boolean: "disableNetworking essential interactive privileged pseudoTerminal readonlyRootFilesystem",
        number: "cpu memory memoryReservation startTimeout stopTimeout",
        string: "hostname image name user versionConsistency workingDirectory",
        list: `command credentialSpecs dependsOn dnsSearchDomains dnsServers dockerSecurityOptions entryPoint environment
            environmentFiles extraHosts links mountPoints portMappings resourceRequirements secrets systemControls ulimits
            volumesFrom`,
        object: `dockerLabels firelensConfiguration healthCheck linuxParameters logConfiguration repositoryCredentials
            restartPolicy`,
    }).flatMap(([type, names]) => names.split(/\s+/).map((name) => [name.toLowerCase(), type] as const)),
);

/** A JSON array of container definitions that Go's decoder accepts. */
export const containerDefinitions: Rule = (value) => {
    const containers = typeof value === "string" ? parse(value) : undefined;
    const problem = Array.isArray(containers)
        ? containers.map(undecodable).find((reason) => reason !== undefined)
        : "not a JSON array";
    return problem && `ECS Task Definition container_definitions is invalid: ${problem}`;
};

function undecodable(container: Value, index: number): string | undefined {
    if (!isFields(container)) return `element ${index} is no object`;
    if (Object.keys(container).length === 0) return `element ${index} is empty`;
    for (const [key, field] of Object.entries(container)) {
        const type = CONTAINER_FIELDS.get(key.toLowerCase());
        const pairs = /^(environment|secrets)$/i.test(key) && Array.isArray(field) ? field : [];
        const misfit = type !== undefined && field !== null && typeOf(field) !== type;
        if (misfit || pairs.some((pair) => !isFields(pair) || Object.values(pair).some(noString))) {
            return `${key} of element ${index} has the wrong type`;
        }
        if (key.toLowerCase() === "versionconsistency" && field !== "enabled" && field !== "disabled") {
            return `${key} of element ${index} is neither enabled nor disabled`;
        }
    }
    return undefined;
}

const noString = (value: Value) => value !== null && typeof value !== "string";

function typeOf(value: Value): string {
    return Array.isArray(value) ? "list" : typeof value;
}

/** Judges properties of one object together. */
export interface Choice {
    /** Path of the object, "" for the resource itself. */
    at: string;
    /** Says why the object is refused, if it is. */
    broken: (object: Fields) => string | undefined;
}

const has = (object: Fields, name: string) => object[name] !== undefined && object[name] !== null;

/** How many of some properties may be given. */
const count =
    (least: number, most: number) =>
    (of: string, at = ""): Choice => ({
        at,
        broken(object) {
            const names = of.split(" ");
            const given = names.filter((name) => has(object, name));
            if (given.length < least) return `one of ${names.join(", ")} must be specified`;
            if (given.length <= most) return undefined;
            return `only one of ${names.join(", ")} can be specified, but ${given.join(", ")} were`;
        },
    });

export const atMostOne = count(0, 1);
export const atLeastOne = count(1, Infinity);
export const exactlyOne = count(1, 1);

/** A property that may be given only beside another one. */
export const needs = (name: string, other: string): Choice => ({
    at: "",
    broken: (object) => (has(object, name) && !has(object, other) ? `${name}: ${other} must be specified` : undefined),
});

/** A property that may not be given where another one has a certain value. */
export const forbids = (other: string, value: Value, name: string): Choice => ({
    at: "",
    broken: (object) =>
        object[other] === value && has(object, name)
            ? `${name} is not supported with ${other} = ${JSON.stringify(value)}`
            : undefined,
});

export function parse(text: string): Value | undefined {
    try {
        return JSON.parse(text) as Value;
    } catch {
        return undefined;
    }
}
