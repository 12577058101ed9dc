/**
 * The tester of policies: runs a table of cases through the adapter and the SDK's own proxies, and checks the table.
 * Each accepted case is run again with every input that it looked at made unknown, which the policy has to notice.
 */
import assert from "node:assert/strict";
import { basename, dirname } from "node:path";
import { PolicyResource, ResourceValidationPolicy, StackValidationPolicy } from "@pulumi/policy";
// The SDK's own proxies; its declarations leave them out as internal.
import * as proxy from "@pulumi/policy/proxy";
import { EXEC_ON } from "../../lib/exec";
import { loadPolicies } from "../../lib/load";
import { Circumstance, isResourcePolicy, NamedPolicy, StackPolicy } from "../../lib/policy";
import { toPulumi } from "../../lib/pulumi";
import { Session } from "../../lib/session";
import { ENABLES_RUNTIME_MONITORING } from "../../lib/runtimeMonitoring";
import { isUnknownValueError } from "../../lib/unknown";

const { unknownCheckingProxy, unknownStringValue } = proxy as unknown as {
    unknownCheckingProxy: (props: object) => object;
    unknownStringValue: string;
};

type Props = Record<string, unknown>;

/** A value that is not known until the update. */
export const unknown = unknownStringValue as never;

/** How a message says that ECS Exec is on: for services, by name, or for what is given as kind and quoted name. */
export function execOnFor(names: readonly string[]): string {
    return `ECS Exec is on for ${names.map((name) => (name.endsWith('"') ? name : `service "${name}"`)).join(" and ")}`;
}

interface Case {
    config?: Props;
    /** Logical name of the resource. */
    name?: string;
}

/** One resource. `containerDefinitions` of a task definition may be given as the array it is the text of. */
export interface ResourceCase extends Case {
    /** Type token; left out, the first type of the policy's subject. */
    type?: string;
    given: Props;
    /** Names of the policies that have met unknown container definitions before. */
    waiting?: readonly string[];
    /** Properties of the resource's provider. */
    provider?: Props;
    /** Paths of what counts by being there: the policy accepts it unknown too. */
    present?: readonly string[];
    /** What is reported, without the advice that the adapter adds. */
    reports?: readonly string[];
    /** The inputs after the repair; left out, they stay as they are. */
    remediated?: Props;
    /** What is reported after that; left out, nothing. */
    left?: readonly string[];
}

/** A resource of a stack. */
export interface Resource {
    /** Type token, or module and name such as `ecs.Service` for one of `@pulumi/aws`. */
    type: string;
    name: string;
    /** What the program wrote; `false` where it was not noted. */
    inputs?: Props | false;
    /** What the provider answered; left out, the same as the inputs. */
    outputs?: Props;
    /** By property: the names of the resources it depends on; under "" those that no property depends on. */
    dependsOn?: Record<string, readonly string[]>;
    /** Name of the component it is in. */
    parent?: string;
    /** Its provider: URN and properties. */
    provider?: { urn: string; props: Props };
}

/** A stack. */
export interface StackCase extends Case {
    given: readonly Resource[];
    /** What is reported, by the logical name of the resource it is reported for. */
    reports?: Record<string, readonly string[]>;
    /** The policy comes to a verdict although something is not known, so that an exemption is called needless. */
    settled?: true;
}

/** Cases by title. `unknown` holds those in which a value is not known: what is proven is reported, and no more. */
export interface Table<C extends Case> {
    valid: Record<string, C>;
    invalid: Record<string, C>;
    unknown?: Record<string, C>;
}

/** The resource cases of the policy of the same name as the file. */
export function resourceCases(file: string, table: Table<ResourceCase>): Table<ResourceCase> {
    return register(file, table, resourceTests);
}

/** The stack cases of the policy of the same name as the file. */
export function stackCases(file: string, table: Table<StackCase>): Table<StackCase> {
    return register(file, table, stackTests);
}

function register<C extends Case>(
    file: string,
    table: Table<C>,
    tests: (policy: NamedPolicy, table: Table<C>) => void,
): Table<C> {
    // The generator of the pages reads the tables without a test runner.
    if ("describe" in globalThis) {
        const name = basename(file, ".test.ts");
        describe(`${basename(dirname(file))}/${name}`, () => {
            const policy = loadPolicies().find((other) => other.name === name);
            assert.ok(policy, `there is no policy ${name}`);
            it("has a sound table", () => checkTable(table));
            tests(policy, table);
        });
    }
    return table;
}

function checkTable<C extends Case & { reports?: object }>({ valid, invalid, unknown = {} }: Table<C>): void {
    assert.ok(Object.keys(valid).length > 0, "the table has no valid case");
    assert.ok(Object.keys(invalid).length > 0, "the table has no invalid case");
    const seen = new Map<string, string>();
    for (const [kind, cases] of Object.entries({ valid, invalid, unknown })) {
        for (const [title, { reports = {}, ...given }] of Object.entries(cases)) {
            const key = JSON.stringify({ ...given, remediated: undefined });
            assert.ok(!seen.has(key), `"${title}" is the same as "${String(seen.get(key))}"`);
            seen.set(key, title);
            const count = Object.keys(reports).length;
            assert.ok(kind === "valid" ? count === 0 : kind === "unknown" || count > 0, `"${title}" is not ${kind}`);
        }
    }
}

class NotApplicable extends Error {}

/** Exempts all containers with a name. */
const CONTAINERS = { resource: "*", container: "*", reason: "accepted" };

/** Whether a report is about a container with a name. */
const isAboutContainer = (report: string): boolean => report.startsWith('Container "');

/** What one run came to. */
interface Outcome {
    reports: string[];
    /** The policy met an unknown: the SDK says so, or the policy about container definitions does. */
    noticed: boolean;
    applies: boolean;
}

const urnOf = (type: string, name: string): string => `urn:pulumi:test::project::${type}::${name}`;

/** Takes the advice off a message, which every message has. */
function fact(message: string, { policy }: NamedPolicy): string {
    const advice = `\nFix: ${policy.remediationSteps}`;
    assert.ok(message.endsWith(advice), `no advice in: ${message}`);
    return message.slice(0, -advice.length);
}

function resourceTests(named: NamedPolicy, table: Table<ResourceCase>): void {
    const { policy } = named;
    assert.ok(isResourcePolicy(policy));
    const defaultType = Object.keys(policy.resource.types)[0] ?? "";

    const inputsOf = ({ type = defaultType, given }: ResourceCase): Props =>
        type === "aws:ecs/taskDefinition:TaskDefinition" && Array.isArray(given.containerDefinitions)
            ? { ...given, containerDefinitions: JSON.stringify(given.containerDefinitions) }
            : given;

    const argsOf = ({ type = defaultType, name = "app", config = {}, provider }: ResourceCase, props: Props) => ({
        type,
        name,
        urn: urnOf(type, name),
        props: unknownCheckingProxy(props) as Props,
        provider: provider && {
            type: "pulumi:providers:aws",
            name: "aws",
            urn: "",
            props: unknownCheckingProxy(provider),
        },
        getConfig: () => config,
        notApplicable: (reason?: string) => {
            throw new NotApplicable(reason);
        },
    });

    function run(one: ResourceCase, props: Props, judge = named): Outcome {
        const session = new Session();
        const [pulumi] = toPulumi([judge], session) as [ResourceValidationPolicy];
        const args = argsOf(one, props);
        if (one.waiting) {
            session.waiting.set(args.urn, new Set(one.waiting));
        }
        const reports: string[] = [];
        let noticed = false;
        let applies = true;
        try {
            const validate = pulumi.validateResource as (args: unknown, report: (message: string) => void) => void;
            validate(args, (message) => reports.push(fact(message, named)));
        } catch (error) {
            noticed = isUnknownValueError(error);
            applies = !(error instanceof NotApplicable);
            if (!noticed && applies) {
                throw error;
            }
        }
        return { reports, noticed: noticed || session.waiting.size > 0, applies };
    }

    function repair(one: ResourceCase, props: Props): Props {
        const [pulumi] = toPulumi([named]) as [ResourceValidationPolicy];
        const remediate = pulumi.remediateResource as ((args: unknown) => Props | undefined) | undefined;
        const copy = structuredClone(props);
        try {
            return remediate?.(argsOf(one, copy)) ? copy : props;
        } catch (error) {
            assert.ok(error instanceof NotApplicable, String(error));
            return props;
        }
    }

    function check(one: ResourceCase): Outcome {
        const props = inputsOf(one);
        const before = structuredClone(props);
        const outcome = run(one, props);
        assert.deepEqual(outcome.reports, one.reports ?? []);
        assert.deepEqual(props, before, "validate changed the inputs");

        const repaired = repair(one, props);
        assert.deepEqual(repaired, one.remediated ? inputsOf({ ...one, given: one.remediated }) : before);
        if (one.remediated) {
            assert.deepEqual(run(one, repaired).reports, one.left ?? [], "the repaired inputs do not pass");
            assert.deepEqual(repair(one, repaired), repaired, "a second repair changes something");
        }
        return outcome;
    }

    for (const [title, one] of Object.entries(table.valid)) {
        it(`accepts ${title}`, () => {
            assert.ok(!check(one).noticed, "nothing is unknown here");
            const props = inputsOf(one);
            const reads = recordReads((recorded) => run(one, recorded), props);
            for (const path of reads) {
                if (matters(path, props, (changed) => run(one, changed).reports)) {
                    const { noticed, reports } = run(one, replace(props, path, unknown));
                    assert.deepEqual(reports, [], `reports although ${path.join(".")} is not known`);
                    const accepted = one.present?.includes(path.join(".")) ?? false;
                    assert.equal(noticed, !accepted, `does not notice that ${path.join(".")} is not known`);
                }
            }
        });
    }
    for (const [title, one] of Object.entries(table.invalid)) {
        it(`refuses ${title}`, () => {
            check(one);
            const exempt = [{ resource: one.name ?? "app", reason: "accepted" }];
            const exempted = { ...one, config: { ...one.config, exempt } };
            const props = inputsOf(one);
            assert.deepEqual(run(exempted, props).reports, [], "reports although exempt");
            assert.deepEqual(repair(exempted, props), props, "repairs although exempt");
            const { urn } = argsOf(one, props);
            const containers = { ...one, config: { ...one.config, exempt: [{ ...CONTAINERS, resource: urn }] } };
            assert.ok(!run(containers, props).reports.some(isAboutContainer), "reports a container although exempt");
        });
    }
    for (const [title, one] of Object.entries(table.unknown ?? {})) {
        it(`waits: ${title}`, () => assert.ok(check(one).noticed, "does not notice the unknown"));
    }
    for (const condition of policy.where ?? []) {
        it(`has a case that is no ${policy.resource.noun} ${condition.words}`, () => {
            const conditional = { ...named, policy: { ...policy, where: [condition] } };
            assert.ok(Object.values(table.valid).some((one) => !run(one, inputsOf(one), conditional).applies));
        });
    }
}

/** Values that may change a verdict. */
const ALTERNATIVES: readonly unknown[] = [undefined, null, "", "x", true, false, 0, [], {}];

/** Whether some other value at the path changes what is reported. */
function matters(path: readonly string[], props: Props, reports: (props: Props) => string[]): boolean {
    return ALTERNATIVES.some((value) => {
        try {
            return reports(replace(props, path, value)).length > 0;
        } catch {
            return false;
        }
    });
}

function replace(props: Props, path: readonly string[], value: unknown): Props {
    const copy = structuredClone(props);
    const parent = path.slice(0, -1).reduce((object, key) => object[key] as Props, copy);
    parent[path.at(-1) ?? ""] = value;
    return copy;
}

/** Paths of the values that a run reads. */
function recordReads(run: (props: Props) => void, props: Props): string[][] {
    const paths = new Map<string, string[]>();
    const record = (value: object, at: string[]): object =>
        new Proxy(value, {
            get(target, key) {
                const read = (target as Record<string | symbol, unknown>)[key];
                if (typeof key === "symbol" || !Object.hasOwn(target, key) || key === "length") {
                    return read;
                }
                const path = [...at, key];
                paths.set(path.join("\0"), path);
                return typeof read === "object" && read !== null ? record(read, path) : read;
            },
        });
    run(record(props, []) as Props);
    return [...paths.values()];
}

/** The token of a type written as module and name. */
export function tokenOf(type: string): string {
    const [module = "", name = ""] = type.split(".");
    return type.includes(":") ? type : `aws:${module}/${name.charAt(0).toLowerCase()}${name.slice(1)}:${name}`;
}

/** The resources of a stack as the SDK hands them to a policy, their inputs noted in the session. */
export function stackOf(resources: readonly Resource[], session: Session): PolicyResource[] {
    const nodes = resources.map(({ type, name, inputs = {}, outputs, provider }) => {
        const urn = urnOf(tokenOf(type), name);
        const props = unknownCheckingProxy(outputs ?? (inputs || {})) as Props;
        if (inputs !== false) {
            session.noted.set(urn, unknownCheckingProxy(inputs) as Props);
        }
        const node = {
            type: tokenOf(type),
            name,
            urn,
            props,
            provider,
            dependencies: [],
            propertyDependencies: {},
        };
        return node as unknown as PolicyResource;
    });
    const urns = new Set(nodes.map(({ urn }) => urn));
    assert.equal(urns.size, nodes.length, "two resources of one type have one name");
    for (const [index, { dependsOn = {}, parent }] of resources.entries()) {
        const node = nodes[index] ?? assert.fail();
        const find = (name: string): PolicyResource => {
            const named = nodes.filter((other) => other.name === name);
            const [found, ...more] = named.length > 1 ? named.filter((other) => other !== node) : named;
            assert.ok(found && more.length === 0, `${node.name} needs one other resource "${name}"`);
            return found;
        };
        node.parent = parent === undefined ? undefined : find(parent);
        const { "": explicit = [], ...byProperty } = dependsOn;
        node.dependencies = [...new Set([...explicit, ...Object.values(byProperty).flat()])].map(find);
        node.propertyDependencies = Object.fromEntries(
            Object.entries(byProperty).map(([property, names]) => [property, names.map(find)]),
        );
    }
    return nodes;
}

/** What makes a stack such as policies about circumstances ask for, and what ends it. */
const UNMET: ReadonlyMap<Circumstance, readonly [string, string]> = new Map([
    [EXEC_ON, ['"enableExecuteCommand":true', '"enableExecuteCommand":false']],
    [ENABLES_RUNTIME_MONITORING, ['"RUNTIME_MONITORING"', '"RDS_LOGIN_EVENTS"']],
]);

/** Resources that have nothing to do with those of a case, by which policies about circumstances apply to their stack. */
const UNRELATED: readonly Resource[] = [
    {
        type: "ecs.Service",
        name: "unrelated",
        inputs: { taskDefinition: "x", cluster: "y", launchType: "EXTERNAL", enableExecuteCommand: true },
    },
    {
        type: "ecs.Cluster",
        name: "unrelated",
        inputs: { name: "x", configuration: { executeCommandConfiguration: { kmsKeyId: "alias/x" } } },
    },
    { type: "iam.Role", name: "unrelated", inputs: { name: "x" } },
    { type: "ec2.Subnet", name: "unrelated", inputs: { vpcId: "x" } },
];

/** The same reports, those of each resource in an order of their own. */
function sorted(reports: Readonly<Record<string, readonly string[]>>): Record<string, string[]> {
    return Object.fromEntries(Object.entries(reports).map(([name, messages]) => [name, messages.toSorted()]));
}

function stackTests(named: NamedPolicy, table: Table<StackCase>): void {
    /** @throws NotApplicable */
    function judge({ given, config = {} }: StackCase, session = new Session()): Record<string, string[]> {
        const [pulumi] = toPulumi([named], session) as [StackValidationPolicy];
        const resources = stackOf(given, session);
        const reports: Record<string, string[]> = {};
        const args = {
            resources,
            stackTags: new Map<string, string>(),
            getConfig: () => config as never,
            notApplicable: (reason?: string): never => {
                throw new NotApplicable(reason);
            },
        };
        const report = (message?: unknown, urn?: string): void => {
            const name = resources.find((resource) => resource.urn === urn)?.name;
            assert.ok(name !== undefined, "a violation without the URN of a resource");
            (reports[name] ??= []).push(fact(String(message), named));
        };
        void pulumi.validateStack(args, report);
        return reports;
    }
    function run(one: StackCase, session?: Session): Record<string, string[]> {
        try {
            return judge(one, session);
        } catch (error) {
            assert.ok(error instanceof NotApplicable, String(error));
            return {};
        }
    }
    /** The same stack, of which something no longer holds. */
    const without = (given: readonly Resource[], circumstance: Circumstance): readonly Resource[] => {
        const { words, has } = circumstance;
        if (has) {
            const left = given.filter(({ type }) => !Object.hasOwn(has.types, tokenOf(type)));
            return left.map(({ dependsOn = {}, ...one }) => ({
                ...one,
                dependsOn: Object.fromEntries(
                    Object.entries(dependsOn).map(([property, names]) => [
                        property,
                        names.filter((name) => left.some((other) => other.name === name && other.type !== one.type)),
                    ]),
                ),
            }));
        }
        const [what, otherwise] = UNMET.get(circumstance) ?? assert.fail(`nothing is known of a stack ${words}`);
        return JSON.parse(JSON.stringify(given).replaceAll(what, otherwise)) as Resource[];
    };
    for (const circumstance of isResourcePolicy(named.policy) ? [] : (named.policy.where ?? [])) {
        it(`applies to no stack but one ${circumstance.words}`, () => {
            for (const one of [...Object.values(table.invalid), ...Object.values(table.unknown ?? {})]) {
                const given = without(one.given, circumstance);
                assert.throws(() => judge({ ...one, given }), NotApplicable);
            }
        });
    }
    const { subject, where = [] } = named.policy as StackPolicy;
    const isAboutTasks = ["ecs.TaskDefinition", "ecs.Service", "cloudwatch.EventTarget", "ec2.Instance"].some((type) =>
        Object.hasOwn(subject.types, tokenOf(type)),
    );
    if (isAboutTasks && where.length > 0 && !where.includes(ENABLES_RUNTIME_MONITORING)) {
        for (const [title, one] of Object.entries(table.valid)) {
            it(`accepts ${title}, in a stack that it is about`, () => {
                assert.deepEqual(run({ ...one, given: [...one.given, ...UNRELATED] }), {});
            });
        }
    }
    const titles = { valid: "accepts", invalid: "refuses", unknown: "waits:" } as const;
    for (const kind of ["valid", "invalid", "unknown"] as const) {
        for (const [title, one] of Object.entries(table[kind] ?? {})) {
            it(`${titles[kind]} ${title}`, () => {
                assert.deepEqual(run(one), one.reports ?? {});
                const backwards = run({ ...one, given: one.given.toReversed() });
                assert.deepEqual(sorted(backwards), sorted(one.reports ?? {}), "depends on the order of the resources");
                const exempted = (exemption: object): StackCase => ({
                    ...one,
                    config: { ...one.config, exempt: [exemption] },
                });
                const session = new Session();
                const all = exempted({ resource: "*", reason: "accepted" });
                assert.deepEqual(run(all, session), {}, "reports although exempt");
                const uses = session.ledger.uses(
                    new Set(one.given.map(({ type, name }) => urnOf(tokenOf(type), name))),
                );
                if (kind === "unknown") {
                    const isNeedless = uses.some(({ covers }) => covers === 0);
                    assert.equal(isNeedless, one.settled ?? false, "calls an exemption needless, or does not");
                }
                const left = Object.values(run(exempted(CONTAINERS))).flat();
                assert.ok(!left.some(isAboutContainer), "reports a container although exempt");
            });
        }
    }
}
