import assert from "node:assert/strict";
import { resolve } from "node:path";
import fc from "fast-check";
import { mayMean } from "../lib/document";
import { matches } from "../lib/glob";
import { loadPolicies } from "../lib/load";
import { isResourcePolicy, repairs } from "../lib/policy";
import * as resources from "../lib/resources";
import { casesOf } from "../scripts/docs";
import {
    analyzeRequest,
    secret,
    stackRequest,
    startPack,
    UNKNOWN,
    urnOf,
    type Analyzer,
    type Config,
    type Properties,
    type Resource,
    type Violation,
} from "./support/analyzer";
import { tokenOf, type ResourceCase, type StackCase } from "./support/cases";
import { parse } from "./support/provider/rules";

const POLICIES = loadPolicies();
/** Types that some policy is about. */
const TYPES = [
    ...new Set(
        POLICIES.flatMap(({ policy }) =>
            Object.keys((isResourcePolicy(policy) ? policy.resource : policy.subject).types),
        ),
    ),
].filter((type) => type !== resources.ANY_TYPE);
/** Where the policies look in these, and in the types that they follow references to: paths of properties. */
const PATHS = new Map<string, string[]>();
for (const { types = {} } of Object.values<Partial<resources.Subject<unknown>>>(resources as never)) {
    for (const [type, { fields = {} }] of Object.entries(types)) {
        const all = Object.entries(fields).map(([word, { path = [word] }]) => path.join("."));
        PATHS.set(type, [...new Set([...(PATHS.get(type) ?? []), ...all])].filter(Boolean));
    }
}
/** Types that some policy repairs. */
const REPAIRED = new Set(POLICIES.flatMap(({ policy }) => (repairs(policy) ? Object.keys(policy.resource.types) : [])));

/** Part of each value that no message may show: of secrets, environment variables, tags and all that is no name. */
const MARKER = "m4rk3r";
/** Properties whose values messages may show, in lower case. */
const NAMES = ["name", "family", "key", "taskdefinition", "taskdefinitionarn", "sid"];

/** Takes the markers out of names. */
function plainNames(value: unknown, isName = false): unknown {
    if (typeof value === "string") {
        return isName ? value.replaceAll(MARKER, "app") : value;
    }
    return mapped(value, (item, key) => plainNames(item, isName || NAMES.includes(key.toLowerCase())));
}

/** JSON text that was taken apart to be changed. */
class JsonText {
    constructor(readonly value: unknown) {}
}

/** The same with each item of an array or object mapped; the items of an array have no key. */
function mapped(value: unknown, map: (item: unknown, key: string) => unknown): unknown {
    if (typeof value !== "object" || value === null) {
        return value;
    }
    if (value instanceof JsonText) {
        return new JsonText(map(value.value, ""));
    }
    return Array.isArray(value)
        ? value.map((item) => map(item, ""))
        : Object.fromEntries(Object.entries(value).map(([key, item]) => [key, map(item, key)]));
}

const oneOf = <T>(...values: T[]) => fc.constantFrom(...values);
const marked = fc.string({ maxLength: 8 }).map((text) => `${MARKER}${text}`);
const word = oneOf(
    ...["host", "awsvpc", "FARGATE", "EC2", "LATEST", "1.3.0", "ENABLED", "DISABLED", "enabled", "LINUX", "0", ""],
    ...[
        "WINDOWS_SERVER_2022_CORE",
        "containerInsights",
        "AWS_ACCESS_KEY_ID",
        "root",
        "app",
        "app:7",
        "aws:x",
        "*",
        "id-1",
        "-1",
    ],
);
const scalar = fc.oneof(
    { weight: 4, arbitrary: word },
    { weight: 4, arbitrary: marked },
    { weight: 3, arbitrary: fc.boolean() },
    { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 8 }) },
    { weight: 1, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }) },
    { weight: 1, arbitrary: fc.constant(null) },
);

const WORDS = [...new Set([...PATHS.values()].flat().flatMap((path) => path.split(".")))];
const ODD = ["__defaults", "__proto__", "constructor", "toString", "length", "__isSpecialProxy", ""];
const NESTED = ["name", "value", "key", "capacityProvider", "efsVolumeConfiguration", "transitEncryption"];
const key = fc.oneof(oneOf(...NESTED), oneOf(...WORDS), oneOf(...ODD), fc.string({ maxLength: 5 }));

/** A value that may be unknown or secret. */
const veiled = (value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
    fc.oneof(
        { weight: 8, arbitrary: value },
        { weight: 1, arbitrary: fc.constant(UNKNOWN) },
        { weight: 1, arbitrary: value.map(secret) },
    );

/** Any value, of words that policies look for. */
const { anything } = fc.letrec<{ anything: unknown }>((tie) => ({
    anything: fc.oneof(
        { maxDepth: 4, depthSize: "small" },
        veiled(scalar),
        veiled(fc.array(tie("anything"), { maxLength: 3 })),
        veiled(fc.dictionary(key, tie("anything"), { maxKeys: 4 })),
    ),
}));

const TASK = "aws:ecs/taskDefinition:TaskDefinition";

const anyCase = (name: string) =>
    fc
        .array(fc.boolean(), { minLength: name.length, maxLength: name.length })
        .map((upper) => Array.from(name, (letter, i) => (upper[i] ? letter.toUpperCase() : letter)).join(""));

/** A container that is almost right: some fields missing, of the wrong type, or spelled in another case. */
function container(mostly: <T>(right: fc.Arbitrary<T>) => fc.Arbitrary<unknown>): fc.Arbitrary<Properties> {
    const fields: Record<string, fc.Arbitrary<unknown>> = {
        name: word,
        image: marked,
        user: fc.oneof(word, marked, fc.nat()),
        privileged: fc.boolean(),
        readonlyRootFilesystem: fc.boolean(),
        essential: fc.boolean(),
        interactive: fc.boolean(),
        pseudoTerminal: fc.boolean(),
        disableNetworking: fc.boolean(),
        environment: fc.array(mostly(fc.record({ name: word, value: mostly(marked) })), { maxLength: 3 }),
        environments: fc.array(mostly(fc.record({ name: word, value: mostly(marked) })), { maxLength: 3 }),
        secrets: fc.array(fc.record({ name: word, valueFrom: marked }), { maxLength: 2 }),
        command: fc.array(marked, { maxLength: 2 }),
        dockerLabels: fc.dictionary(fc.string({ maxLength: 3 }), marked, { maxKeys: 2 }),
        logConfiguration: fc.record({ logDriver: mostly(word), options: fc.record({ token: marked }) }),
        linuxParameters: fc.record({ initProcessEnabled: mostly(fc.boolean()) }),
        mountPoints: fc.array(mostly(fc.record({ readOnly: mostly(fc.boolean()) })), { maxLength: 2 }),
        volumesFrom: fc.array(mostly(fc.record({ readOnly: mostly(fc.boolean()) })), { maxLength: 2 }),
    };
    const field = oneOf(...Object.keys(fields)).chain((name) =>
        fc.tuple(fc.oneof({ weight: 5, arbitrary: fc.constant(name) }, anyCase(name)), mostly(fields[name] ?? scalar)),
    );
    return fc
        .array(fc.oneof({ weight: 9, arbitrary: field }, fc.tuple(key, scalar)), { maxLength: 12 })
        .map((entries) => Object.fromEntries<unknown>(entries));
}

const inText = container((right) => fc.oneof({ weight: 9, arbitrary: right }, scalar, fc.array(scalar)));
const inArray = container((right) => fc.oneof({ weight: 9, arbitrary: veiled(right) }, anything));

/** JSON text in which something may be cut out and something else put in. */
const text = (value: fc.Arbitrary<unknown>): fc.Arbitrary<string> =>
    fc
        .tuple(
            value.map((json) => JSON.stringify(plainNames(json))),
            fc.oneof(
                { weight: 4, arbitrary: fc.constant(undefined) },
                fc.record({
                    at: fc.nat(),
                    cut: fc.nat(5),
                    put: oneOf("", "{", "]", ",", ":", '"', "\\", "\n", "1", "\0"),
                }),
            ),
        )
        .map(([json, edit]) => {
            const at = edit ? edit.at % (json.length + 1) : 0;
            return edit ? json.slice(0, at) + edit.put + json.slice(at + edit.cut) : json;
        });

const containers = <T>(one: fc.Arbitrary<T>) =>
    fc.array(fc.oneof({ weight: 9, arbitrary: one }, scalar), { maxLength: 3 });
const containerDefinitions = fc.oneof(
    { weight: 4, arbitrary: text(containers(inText)) },
    { weight: 4, arbitrary: containers(veiled(inArray)) },
    { weight: 1, arbitrary: text(fc.jsonValue()) },
    { weight: 1, arbitrary: anything },
);

const tags = fc.oneof(
    fc.dictionary(fc.oneof(word, oneOf(...ODD)), veiled(marked), { maxKeys: 3 }),
    fc.array(fc.record({ key: word, value: veiled(marked) }), { maxLength: 3 }),
);
const several = <T>(item: fc.Arbitrary<T>) => fc.array(veiled(item), { maxLength: 3 });
const oneOrSeveral = <T>(item: fc.Arbitrary<T>) => fc.oneof(item, several(item));
/** An object with some of these fields. */
const partly = (fields: Record<string, fc.Arbitrary<unknown>>) =>
    fc.record(Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, veiled(value)])), {
        requiredKeys: [],
    });
const asText = (value: fc.Arbitrary<unknown>) =>
    fc.oneof({ weight: 4, arbitrary: text(value) }, { weight: 1, arbitrary: value });

const action = oneOf(
    ...["*", "ecs:*", "ecs:ExecuteCommand", "ecs:TagResource", "ssm:StartSession", "ssmmessages:*", "kms:Decrypt"],
    ...["ecr:Get*", "guardduty:SendSecurityTelemetry", "logs:PutLogEvents", "s3:PutObject", "sts:AssumeRole", ""],
);
const statement = partly({
    Sid: marked,
    Effect: oneOf("Allow", "Deny"),
    Action: oneOrSeveral(action),
    NotAction: oneOrSeveral(action),
    Resource: oneOrSeveral(scalar),
    NotResource: oneOrSeveral(scalar),
    Principal: fc.oneof(scalar, fc.dictionary(oneOf("AWS", "Service"), oneOrSeveral(scalar))),
    Condition: fc.dictionary(
        oneOf("StringEquals", "StringNotLike", "ForAllValues:StringLikeIfExists", "Bool", "Null", "ArnLike"),
        fc.dictionary(oneOf("ecs:container-name", "aws:PrincipalAccount", "aws:SourceVpce"), oneOrSeveral(scalar)),
    ),
});
const policyDocument = asText(partly({ Version: word, Statement: oneOrSeveral(statement) }));
const eventPattern = asText(
    partly({
        source: several(oneOf("aws.guardduty", "aws.ecs")),
        "detail-type": several(
            fc.oneof(scalar, partly({ prefix: scalar, wildcard: scalar, "anything-but": anything })),
        ),
        detail: fc.dictionary(key, anything),
        $or: several(anything),
    }),
);
const LISTS: Record<string, fc.Arbitrary<unknown>> = {
    volumes: fc.record({ name: word, efsVolumeConfiguration: fc.record({ transitEncryption: word }) }),
    settings: fc.record({ name: word, value: word }),
    clusterSettings: fc.record({ name: word, value: word }),
    capacityProviderStrategies: fc.record({ capacityProvider: word }),
    capacityProviderStrategy: fc.record({ capacityProvider: word }),
    inlinePolicies: partly({ name: word, policy: policyDocument }),
    routes: partly({ cidrBlock: oneOf("0.0.0.0/0", "10.0.0.0/8"), gatewayId: scalar, natGatewayId: scalar }),
    additionalConfigurations: partly({ name: oneOf("ECS_FARGATE_AGENT_MANAGEMENT"), status: word, autoEnable: word }),
    subnetConfigurations: partly({ subnetId: scalar }),
    networkConfigurations: partly({ subnets: several(scalar) }),
    rules: partly({ applyServerSideEncryptionByDefault: partly({ sseAlgorithm: scalar }) }),
    eventSelectors: partly({ includeManagementEvents: fc.boolean(), readWriteType: word }),
    advancedEventSelectors: partly({ fieldSelectors: several(partly({ field: word, equals: several(word) })) }),
};
const LIKELY: Record<string, fc.Arbitrary<unknown>> = {
    containerDefinitions,
    tags,
    tagsAll: tags,
    policy: policyDocument,
    assumeRolePolicy: policyDocument,
    content: policyDocument,
    eventPattern,
    ...Object.fromEntries(Object.entries(LISTS).map(([name, item]) => [name, fc.array(item, { maxLength: 3 })])),
};

/** Puts a value at a path, unless something else than an object is in the way. */
function put(properties: Properties, path: string, value: unknown): void {
    const names = path.split(".");
    const last = names.pop() ?? "";
    let target: unknown = properties;
    for (const name of names) {
        target = (target as Properties)[name] ??= {};
        if (typeof target !== "object") {
            return;
        }
    }
    (target as Properties)[last] = value;
}

/** The top-level property in a path. */
const topOf = (path: string): string => path.split(".")[0] ?? "";

/** Properties of a type: at some of the places where policies look, a likely value or any. */
function propertiesOf(type: string): fc.Arbitrary<Properties> {
    const paths = ["id", ...(PATHS.get(type) ?? [])];
    const place = oneOf(...paths).chain((path) => {
        const likely = LIKELY[path.split(".").at(-1) ?? ""] ?? oneOrSeveral(scalar);
        return fc.tuple(fc.constant(path), fc.oneof({ weight: 3, arbitrary: veiled(likely) }, anything));
    });
    return fc
        .tuple(fc.array(place, { maxLength: paths.length }), fc.dictionary(key, anything, { maxKeys: 2 }))
        .map(([places, others]) => {
            const properties = { ...others };
            places.forEach(([path, value]) => put(properties, path, value));
            return plainNames(properties) as Properties;
        });
}

const provider = fc.option(
    fc
        .oneof(
            tags.map((tags) => ({ tags })),
            tags.map((tags) => JSON.stringify({ tags })),
            anything,
        )
        .map((defaultTags) => ({ name: "default", properties: plainNames({ defaultTags }) as Properties })),
    { nil: undefined },
);

const resourceOf = (type: string): fc.Arbitrary<Resource> =>
    fc.record({ type: fc.constant(type), properties: propertiesOf(type), provider });

/** A resource as it is analyzed by itself, where it is, and as it is in its stack. */
interface Seed {
    inputs?: Resource;
    inStack: Resource;
}

/** The stacks in the cases of the policies; a resource case is a stack of one. */
function seeds(): Seed[][] {
    const { describe } = globalThis;
    // Without it the tables of cases are data, and no tests.
    Reflect.deleteProperty(globalThis, "describe");
    try {
        return POLICIES.flatMap((named) => {
            const { valid, invalid, unknown } = casesOf(named) ?? {};
            const [type = ""] = isResourcePolicy(named.policy) ? Object.keys(named.policy.resource.types) : [];
            return Object.values({ ...valid, ...invalid, ...unknown }).map((one) => seed(one, type));
        });
    } finally {
        globalThis.describe = describe;
    }
}

function seed(one: ResourceCase | StackCase, defaultType: string): Seed[] {
    if (!isStack(one)) {
        const { type = defaultType, name, given, provider } = one;
        const properties = { ...given };
        if (type === TASK && Array.isArray(given.containerDefinitions)) {
            properties.containerDefinitions = JSON.stringify(given.containerDefinitions);
        }
        const described = provider && { name: "aws", properties: provider };
        const resource: Resource = { type, name, properties, provider: described };
        return [{ inputs: resource, inStack: resource }];
    }
    const urns = new Map(one.given.map(({ type, name }) => [name, urnOf({ type: tokenOf(type), name })]));
    const urnsOf = (names: readonly string[]) => names.map((name) => urns.get(name) ?? "");
    return one.given.map(({ type, name, inputs = {}, outputs, dependsOn = {}, parent = "" }): Seed => {
        const common = { type: tokenOf(type), name };
        const { "": explicit = [], ...byProperty } = dependsOn;
        const references = Object.entries(byProperty).map(([property, names]) => [property, urnsOf(names)]);
        return {
            inputs: inputs ? { ...common, properties: inputs } : undefined,
            inStack: {
                ...common,
                properties: outputs ?? (inputs || {}),
                parent: urns.get(parent),
                dependencies: urnsOf([...explicit, ...Object.values(byProperty).flat()]),
                propertyDependencies: Object.fromEntries(references) as Record<string, string[]>,
            },
        };
    });
}

function isStack(one: ResourceCase | StackCase): one is StackCase {
    return Array.isArray(one.given);
}

/** A change of one value: of the how manyth, and to what; undefined removes it. */
const change = fc.record({ at: fc.nat(), to: fc.oneof(anything, fc.constant(undefined)) });

function open(value: unknown): unknown {
    const parsed = typeof value === "string" ? parse(value) : undefined;
    return typeof parsed === "object" && parsed !== null ? new JsonText(open(parsed)) : mapped(value, open);
}

function closed(value: unknown): unknown {
    return value instanceof JsonText ? JSON.stringify(closed(value.value)) : mapped(value, closed);
}

/** The properties with the changes made; the original is left as it is. */
function changed(properties: Properties, changes: readonly { at: number; to: unknown }[]): Properties {
    const copy = open(properties);
    const places = placesIn(copy);
    for (const { at, to } of changes) {
        const [object, key] = places[at % places.length] ?? [copy as Properties, "id"];
        object[key] = open(to);
    }
    return closed(plainNames(copy)) as Properties;
}

/** Every place of a value: the object and the key. */
function placesIn(value: unknown): [object: Properties, key: string][] {
    return typeof value === "object" && value !== null
        ? Object.entries(value).flatMap(([key, item]) => [[value as Properties, key], ...placesIn(item)])
        : [];
}

/** Everything that policies can be told to do, all of them on. */
const SETTINGS: Record<string, Properties> = {
    "ecs-container-insights-enabled": { value: "enhanced" },
    ...Object.fromEntries(
        POLICIES.filter(({ policy }) => policy.config && "requiredTagKeys" in policy.config).map(({ name }) => [
            name,
            { requiredTagKeys: ["owner"], tags: { owner: "platform-team" } },
        ]),
    ),
};
const CONFIG: Config = Object.fromEntries(
    POLICIES.map(({ name }) => [
        name,
        {
            ...SETTINGS[name],
            enforcementLevel: "remediate",
            exempt: [{ resource: "*exempt*", container: "*a*a*a*b", reason: "None is called so." }],
        },
    ]),
);

/** So much text, given away or not. */
const textOf = (length: number, word: string) => `${word} `.repeat(length / (word.length + 1));
const NAME = textOf(2 ** 16, "app");
const VALUE = textOf(2 ** 16, MARKER);
const BRACKETS = "[".repeat(2 ** 15);

/** A value so many levels down. */
function nested(levels: number): unknown {
    let value: unknown = MARKER;
    for (let level = 0; level < levels; level++) {
        value = level % 2 === 0 ? [value] : { name: value };
    }
    return value;
}

/** What each policy must bear wherever it looks. */
const HUGE: readonly unknown[] = [
    textOf(2 ** 20, MARKER),
    JSON.stringify(nested(500)),
    BRACKETS,
    BRACKETS + "]".repeat(BRACKETS.length),
    JSON.stringify([{ name: NAME, user: VALUE, environment: [{ name: NAME, value: VALUE }] }]),
    Object.fromEntries(Array.from(Array(500).keys(), (i) => [`key${i}`, `${MARKER}@example.com`])),
    Array<unknown>(200).fill({ name: "app", value: MARKER, key: "key" }),
    { [NAME]: VALUE },
    [{ name: NAME, key: NAME, value: VALUE }],
];

/** A resource with this value at these places. */
function huge(type: string, paths: readonly string[], value: unknown): Resource {
    const properties: Properties = {};
    paths.forEach((path) => put(properties, path, value));
    return { type, properties: plainNames(properties) as Properties };
}

function chunks<T>(items: readonly T[], size: number): T[][] {
    return items.length > 0 ? [items.slice(0, size), ...chunks(items.slice(size), size)] : [];
}

/** More than any resource or stack here needs, on a slow machine too. */
const SECOND = 1000;

describe("the pack, whatever it is given", function () {
    this.timeout("2m");

    let pack: Analyzer;
    before(async () => {
        pack = await startPack(resolve(__dirname, ".."));
        await pack.configure(CONFIG);
    });
    after(() => pack.close());

    /** The answer, which comes in time. */
    async function inTime<T>(ask: () => Promise<T>): Promise<T> {
        const start = pack.time();
        const answer = await ask();
        assert.ok(pack.time() - start < SECOND, "it takes more than a second");
        return answer;
    }

    /** What the policies say, which gives away nothing. */
    async function messages(resource: Resource): Promise<Violation[]> {
        const request = analyzeRequest(resource);
        const { violations } = await inTime(() => pack.analyze(request));
        discreet(violations);
        return violations;
    }

    function discreet(violations: { message: string }[]): void {
        for (const { message } of violations) {
            assert.ok(!message.includes(MARKER), message);
        }
    }

    for (const type of TYPES) {
        it(`judges ${type}`, async () => {
            const property = fc.asyncProperty(resourceOf(type), async (resource) => {
                await messages(resource);
            });
            await fc.assert(property, { numRuns: 60 });
        });

        it(`copes with the size of ${type}`, async () => {
            const paths = PATHS.get(type) ?? [];
            const isParent = (path: string) => paths.some((other) => other.startsWith(`${path}.`));
            const leaves = paths.filter((path) => !isParent(path));
            const groups = [...chunks(leaves, 8), ...paths.filter(isParent).map((path) => [path])];
            for (const value of HUGE) {
                for (const group of groups) {
                    await messages(huge(type, group, value));
                }
            }
            // Decoding takes protobuf quadratic time, so most of it where policies look into objects.
            const [likely] = paths.filter((path) => path in LIKELY);
            await messages(huge(type, [likely ?? "id"], nested(likely ? 500 : 100)));
        });
    }

    for (const type of REPAIRED) {
        it(`repairs ${type}`, async () => {
            const property = fc.asyncProperty(resourceOf(type), async (resource) => {
                const repairs = await inTime(() => pack.remediate(resource));
                for (const { policy, properties, diagnostic } of repairs) {
                    assert.equal(diagnostic, "");
                    assert.ok(properties);
                    const left = await messages({ ...resource, properties });
                    // Advisory is the SDK's note about an unknown value.
                    const wrong = left.some((one) => one.policy === policy && one.level !== "advisory");
                    assert.ok(!wrong, `${policy} finds it wrong still`);
                }
            });
            await fc.assert(property, { numRuns: 40 });
        });
    }

    it("judges stacks", async () => {
        // Types that much refers to come often, so that references lead somewhere.
        const often = ["ecs.Service", "ecs.TaskDefinition", "ecs.Cluster", "iam.Role", "ec2.Subnet", "ec2.RouteTable"];
        const type = fc.oneof(
            oneOf(...often.map(resources.tokenOf)),
            oneOf(...PATHS.keys(), "acme:web:App", "pulumi:pulumi:StackReference"),
        );
        const places = fc.array(fc.nat(8), { maxLength: 2 });
        const node = type.chain((type) =>
            fc.record({
                type: fc.constant(type),
                name: oneOf("a", "b", "c"),
                properties: propertiesOf(type),
                provider,
                parent: fc.nat(8),
                dependencies: places,
                from: fc.dictionary(oneOf("id", ...(PATHS.get(type) ?? []).map(topOf)), places, { maxKeys: 4 }),
            }),
        );
        /** Some places are in the stack, others lead out of it. */
        const stackOf = fc.array(node, { maxLength: 8 }).map((nodes) => {
            const at = (place: number) => urnOf(nodes[place] ?? { type: "gone" });
            return nodes.map(({ parent, dependencies, from, ...node }): Resource => {
                const references = Object.entries(from).map(([property, places]) => [property, places.map(at)]);
                const propertyDependencies = Object.fromEntries(references) as Record<string, string[]>;
                return { ...node, parent: at(parent), dependencies: dependencies.map(at), propertyDependencies };
            });
        });
        const property = fc.asyncProperty(stackOf, fc.boolean(), async (stack, analyzed) => {
            for (const resource of analyzed ? stack : []) {
                await messages(resource);
            }
            const request = stackRequest(stack);
            const { violations } = await inTime(() => pack.analyzeStack(request));
            discreet(violations);
            for (const violation of violations) {
                assert.ok(stack.some((resource) => urnOf(resource) === violation.urn));
            }
        });
        await fc.assert(property, { numRuns: 300 });
    });

    it("judges what is a little different from its own cases", async () => {
        const variant = oneOf(...seeds()).chain((stack) =>
            fc.tuple(...stack.map((one) => fc.tuple(fc.constant(one), fc.array(change, { maxLength: 3 })))),
        );
        const property = fc.asyncProperty(variant, async (stack) => {
            for (const [{ inputs }, changes] of stack) {
                if (inputs) {
                    const resource = { ...inputs, properties: changed(inputs.properties ?? {}, changes) };
                    await inTime(() => pack.remediate(resource));
                    await messages(resource);
                }
            }
            const resources = stack.map(([{ inStack }, changes]) => ({
                ...inStack,
                properties: changed(inStack.properties ?? {}, changes),
            }));
            const request = stackRequest(resources);
            discreet((await inTime(() => pack.analyzeStack(request))).violations);
        });
        await fc.assert(property, { numRuns: 200 });
    });

    it("judges a stack in which all depends on all", async () => {
        const types = [...PATHS.keys()];
        const urns = types.map((type) => urnOf({ type }));
        const components = types.map((_, index) => ({ type: "acme:web:App", name: `it-${index}` }));
        // The SDK itself takes time for each dependency, anew for each policy: not for every property.
        const knot = [...types.map((type) => ({ type })), ...components].map((resource, index) => ({
            ...resource,
            parent: urnOf(components[(index + 1) % components.length] ?? resource),
            propertyDependencies: Object.fromEntries(
                (PATHS.get(resource.type) ?? []).slice(0, 6).map((path) => [topOf(path), urns]),
            ),
        }));
        const request = stackRequest(knot);
        const { violations } = await inTime(() => pack.analyzeStack(request));
        discreet(violations);
    });

    it("finds a name in a list of patterns, whatever the pattern", () => {
        const start = performance.now();
        assert.equal(matches(`${"*a".repeat(50)}b`, "a".repeat(100_000)), false);
        assert.equal(matches("*".repeat(100_000), "a".repeat(100_000)), true);
        assert.equal(matches(`${"?*".repeat(50)}b`, "a".repeat(100_000)), false);
        assert.ok(performance.now() - start < SECOND);
    });

    it("compares ARNs, whatever they look like", () => {
        const start = performance.now();
        for (const part of [":", "${", "${:", "}:", "*:"]) {
            assert.equal(mayMean(part.repeat(30_000), "arn:aws:s3:::logs"), false, part);
        }
        assert.ok(performance.now() - start < SECOND);
    });

    it("reads the values of tags, whatever they look like", async () => {
        const hostile = [
            ...["a@".repeat(200), `a@${"a.".repeat(200)}`, `${"a".repeat(300)}@`, "+1 ".repeat(100), "1-".repeat(200)],
            ...[
                "(123) ".repeat(50),
                "AKIA".repeat(80),
                "eyJ".repeat(100),
                `eyJ${"a".repeat(300)}.`,
                "-----BEGIN ".repeat(30),
            ],
        ];
        for (const type of TYPES.filter((type) => PATHS.get(type)?.includes("tags"))) {
            const entries = hostile.flatMap((text) => [text, text.repeat(300)]).map((text, i) => [`key${i}`, text]);
            await messages({ type, properties: { tags: Object.fromEntries(entries) as unknown } });
        }
    });
});
