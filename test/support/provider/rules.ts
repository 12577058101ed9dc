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

/** Top-level and container keys of a container definition that are not strings. Keys match in any case. */
const CONTAINER_FIELDS: Record<string, "boolean" | "number" | "object"> = {
    cpu: "number",
    disablenetworking: "boolean",
    essential: "boolean",
    interactive: "boolean",
    memory: "number",
    memoryreservation: "number",
    privileged: "boolean",
    pseudoterminal: "boolean",
    readonlyrootfilesystem: "boolean",
    starttimeout: "number",
    stoptimeout: "number",
    command: "object",
    dependson: "object",
    dockersecurityoptions: "object",
    entrypoint: "object",
    environment: "object",
    environmentfiles: "object",
    healthcheck: "object",
    linuxparameters: "object",
    logconfiguration: "object",
    mountpoints: "object",
    portmappings: "object",
    secrets: "object",
    ulimits: "object",
};

/** A JSON array of container definitions that Go's decoder accepts. */
export const containerDefinitions: Rule = (value) => {
    const containers = typeof value === "string" ? parse(value) : undefined;
    if (!Array.isArray(containers)) return "ECS Task Definition container_definitions is invalid: not a JSON array";
    for (const [index, container] of containers.entries()) {
        if (!isFields(container))
            return `ECS Task Definition container_definitions is invalid: element ${index} is no object`;
        if (Object.keys(container).length === 0)
            return `ECS Task Definition container_definitions is invalid: element ${index} is empty`;
        const wrong = Object.entries(container).find(([key, field]) => {
            const wanted = CONTAINER_FIELDS[key.toLowerCase()];
            return wanted !== undefined && field !== null && typeof field !== wanted;
        });
        if (wrong)
            return `ECS Task Definition container_definitions is invalid: ${wrong[0]} of element ${index} has the wrong type`;
    }
    return undefined;
};

/** How many of some properties of one object may be given: `[least, most]`. */
export interface Choice {
    /** Path of the object, the resource itself if left out. */
    at?: string;
    of: string;
    given: [least: number, most: number];
}

export const atMostOne = (of: string, at?: string): Choice => ({ at, of, given: [0, 1] });
export const atLeastOne = (of: string, at?: string): Choice => ({ at, of, given: [1, Infinity] });
export const exactlyOne = (of: string, at?: string): Choice => ({ at, of, given: [1, 1] });

/** The reason why the object breaks the choice, if it does. */
export function broken(choice: Choice, object: Fields): string | undefined {
    const names = choice.of.split(" ");
    const [least, most] = choice.given;
    const given = names.filter((name) => object[name] !== undefined && object[name] !== null);
    if (given.length < least) return `one of ${names.join(", ")} must be specified`;
    if (given.length > most) return `only one of ${names.join(", ")} can be specified, but ${given.join(", ")} were`;
    return undefined;
}

export function parse(text: string): Value | undefined {
    try {
        return JSON.parse(text) as Value;
    } catch {
        return undefined;
    }
}
