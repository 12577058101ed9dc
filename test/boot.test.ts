import assert from "node:assert/strict";
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { configSchema } from "../lib/config";
import { loadPolicies } from "../lib/load";
import { defaultLevel, isResourcePolicy, pageOf } from "../lib/policy";
import {
    secret,
    startPack,
    UNKNOWN,
    urnOf,
    withPack,
    type Analyzer,
    type Config,
    type Findings,
    type Resource,
} from "./support/analyzer";

const ROOT = resolve(__dirname, "..");

const TASK = "aws:ecs/taskDefinition:TaskDefinition";
const SERVICE = "aws:ecs/service:Service";

const tags = { owner: "platform-team" };
const container = {
    name: "app",
    image: "app:1",
    user: "1000",
    readonlyRootFilesystem: true,
    logConfiguration: { logDriver: "awslogs" },
};

/** A task definition that breaks no policy, with changes. */
function taskDefinition(changes: object, containers: object[] = [container]): Resource {
    const containerDefinitions = JSON.stringify(containers);
    return { type: TASK, properties: { family: "app", networkMode: "awsvpc", containerDefinitions, tags, ...changes } };
}

const PRIVILEGED = taskDefinition({}, [{ ...container, privileged: true }]);
const PUBLIC = { type: SERVICE, properties: { networkConfiguration: { assignPublicIp: true }, tags } };

describe("the pack in a process of its own", () => {
    let pack: Analyzer;
    before(async () => {
        pack = await startPack(ROOT);
    });
    after(() => pack.close());

    /** What the policies say to a resource, as `policy: level`. */
    async function verdicts(resource: Resource, config: Config = {}): Promise<string[]> {
        await pack.configure(config);
        const { violations } = await pack.analyze(resource);
        return violations.map(({ policy, level }) => `${policy}: ${level}`);
    }

    it("tells all about its policies", async () => {
        const { name, displayName, version, policies } = await pack.getAnalyzerInfo();
        assert.deepEqual({ name, displayName }, { name: "ecs-guard", displayName: "ecs-guard" });
        assert.match(version, /^\d+\.\d+\.\d+/);
        assert.deepEqual(
            policies,
            loadPolicies().map(({ name, topic, policy }) => ({
                name,
                type: isResourcePolicy(policy) ? "resource" : "stack",
                displayName: policy.displayName,
                description: policy.description,
                level: defaultLevel(policy),
                severity: policy.severity,
                framework: policy.framework,
                tags: [topic],
                remediationSteps: policy.remediationSteps,
                url: pageOf(name),
                configSchema: configSchema(policy.config ?? {}).properties,
            })),
        );
    });

    describe("with a configuration", () => {
        const NAME = "ecs-containers-nonprivileged";

        it("keeps the levels of the policies where it says nothing", async () => {
            assert.deepEqual(await verdicts(PRIVILEGED), [`${NAME}: mandatory`]);
        });

        it("lowers a level", async () => {
            const config: Config = { [NAME]: { enforcementLevel: "advisory" } };
            assert.deepEqual(await verdicts(PRIVILEGED, config), [`${NAME}: advisory`]);
        });

        it("disables a policy", async () => {
            assert.deepEqual(await verdicts(PRIVILEGED, { [NAME]: { enforcementLevel: "disabled" } }), []);
        });

        it("exempts a container", async () => {
            const exempt = [{ resource: "i?", container: "a*", reason: "It builds images." }];
            assert.deepEqual(await verdicts(PRIVILEGED, { [NAME]: { exempt } }), []);
        });

        it("gives a policy its settings", async () => {
            const task = taskDefinition({}, [{ ...container, environment: [{ name: "DB_PIN", value: "1234" }] }]);
            assert.deepEqual(await verdicts(task), []);
            const config: Config = { "ecs-no-environment-secrets": { secretKeys: ["DB_PIN"] } };
            assert.deepEqual(await verdicts(task, config), ["ecs-no-environment-secrets: mandatory"]);
        });
    });

    describe("with a configuration that is not accepted", () => {
        const DATE = "a day of the calendar, such as 2027-01-31";
        /** What an error says after the first line, which is the SDK's. */
        const saying =
            (message: string) =>
            ({ details }: { details: string }): boolean => {
                assert.deepEqual(details.split("\n").slice(1), [message]);
                return true;
            };
        const refused: Record<string, [policy: string, settings: object, problem: string]> = {
            "an unknown setting": [
                "ecs-no-environment-secrets",
                { secretkeys: [] },
                'there is no setting "secretkeys"; accepted: enforcementLevel, secretKeys, exempt.',
            ],
            "a list that is none": [
                "ecs-no-environment-secrets",
                { secretKeys: "PIN" },
                '"secretKeys" must be a list of strings.',
            ],
            "a list with a number": [
                "ecs-no-environment-secrets",
                { secretKeys: [1] },
                '"secretKeys" must be a list of strings.',
            ],
            "too many items": [
                "tagged-ecs-taskdefinition",
                { requiredTagKeys: ["a", "b", "c", "d", "e", "f", "g"] },
                '"requiredTagKeys" must be a list of strings, at most 6, each a tag key that does not begin with aws:.',
            ],
            "an object that is none": [
                "tagged-ecs-taskdefinition",
                { tags: { owner: 1 } },
                '"tags" must be an object of strings, each key a tag key that does not begin with aws:.',
            ],
            "exemptions that are no list": [
                "ecs-containers-nonprivileged",
                { exempt: { resource: "it" } },
                '"exempt" must be a list of exemptions.',
            ],
            "an exemption that is a name": [
                "ecs-containers-nonprivileged",
                { exempt: ["it"] },
                '"exempt[0]" must be an object with resource and reason.',
            ],
            "an exemption without a reason": [
                "ecs-containers-nonprivileged",
                { exempt: [{ resource: "it" }] },
                '"exempt[0].reason" must be a text that is not empty.',
            ],
            "an exemption with an empty reason": [
                "ecs-containers-nonprivileged",
                { exempt: [{ resource: "it", reason: " " }] },
                '"exempt[0].reason" must be a text that is not empty.',
            ],
            "an exemption with an unknown key": [
                "ecs-containers-nonprivileged",
                { exempt: [{ resource: "it", reason: "It builds images.", name: "app" }] },
                '"exempt[0].name" is no field of an exemption; accepted: resource, container, reason, until.',
            ],
            "an exemption until a day that does not exist": [
                "ecs-containers-nonprivileged",
                { exempt: [{ resource: "it", reason: "It builds images.", until: "2027-02-30" }] },
                `"exempt[0].until" must be ${DATE}.`,
            ],
            "an exemption until a date in another form": [
                "ecs-containers-nonprivileged",
                { exempt: [{ resource: "it", reason: "It builds images.", until: "31.1.2027" }] },
                `"exempt[0].until" must be ${DATE}.`,
            ],
        };
        for (const [title, [policy, settings, problem]] of Object.entries(refused)) {
            it(`refuses ${title}`, async () => {
                await pack.configure({ [policy]: { ...settings } });
                await assert.rejects(pack.analyze(PRIVILEGED), saying(`Configuration of ${policy}: ${problem}`));
            });
        }

        it("refuses a word that is not one of those accepted", async () => {
            await pack.configure({ "ecs-container-insights-enabled": { value: "on" } });
            const message =
                'Configuration of ecs-container-insights-enabled: "value" must be one of "enabled", "enhanced".';
            await assert.rejects(pack.analyze({ type: "aws:ecs/cluster:Cluster" }), saying(message));
        });

        const aboutStacks: Config = { "ecs-service-task-definition-revision": { exempt: 1 } };
        const noList = saying(
            'Configuration of ecs-service-task-definition-revision: "exempt" must be a list of exemptions.',
        );

        it("refuses the settings of a policy about stacks", async () => {
            await pack.configure(aboutStacks);
            await assert.rejects(pack.analyzeStack([PUBLIC]), noList);
        });

        it("refuses them before anything is deployed, with the first resource", () =>
            withPack(ROOT, async (other) => {
                await other.configure(aboutStacks);
                await assert.rejects(other.analyze({ type: "aws:s3/bucket:Bucket" }), noList);
            }));

        it("goes on when it is put right", async () => {
            assert.deepEqual(await verdicts(PRIVILEGED), ["ecs-containers-nonprivileged: mandatory"]);
        });
    });

    describe("repairing", () => {
        it("changes what is wrong and nothing else, with the marks of secrets and unknown values", async () => {
            await pack.configure({ "ecs-task-definition-efs-encryption-enabled": { enforcementLevel: "remediate" } });
            const efs = { fileSystemId: secret("fs-1"), transitEncryption: secret("DISABLED") };
            const volumes = [{ name: "data", efsVolumeConfiguration: efs }, { name: "scratch" }];
            const task = taskDefinition({
                volumes,
                pidMode: UNKNOWN,
                containerDefinitions: secret("[]"),
                tags: secret({ owner: "platform-team" }),
            });
            const repaired = {
                ...task.properties,
                volumes: [
                    {
                        name: "data",
                        efsVolumeConfiguration: { fileSystemId: secret("fs-1"), transitEncryption: secret("ENABLED") },
                    },
                    { name: "scratch" },
                ],
            };
            assert.deepEqual(await pack.remediate(task), [
                { policy: "ecs-task-definition-efs-encryption-enabled", properties: repaired, diagnostic: "" },
            ]);
        });

        it("leaves alone what is right", async () => {
            await pack.configure({ "ecs-service-assign-public-ip-disabled": { enforcementLevel: "remediate" } });
            assert.deepEqual(await pack.remediate(taskDefinition({})), []);
            const [repair] = await pack.remediate(PUBLIC);
            assert.deepEqual(await pack.remediate({ ...PUBLIC, properties: repair?.properties }), []);
        });

        it("happens at the level remediate only", async () => {
            await pack.configure({});
            assert.deepEqual(await pack.remediate(PUBLIC), []);
        });

        it("tells where it is lost on the way to the stack, once", async () => {
            const policy = "ecs-service-assign-public-ip-disabled";
            await pack.configure({ [policy]: { enforcementLevel: "remediate" } });
            const [repair] = await pack.remediate(PUBLIC);
            const repaired = { ...PUBLIC, properties: repair?.properties };
            assert.deepEqual((await pack.analyze(repaired)).violations, []);
            assert.deepEqual((await pack.analyzeStack([repaired])).violations, []);

            await pack.remediate(PUBLIC);
            const [lost, ...more] = (await pack.analyzeStack([PUBLIC])).violations;
            assert.deepEqual([lost?.policy, lost?.level, lost?.urn], [policy, "mandatory", urnOf(PUBLIC)]);
            assert.match(String(lost?.message), /\nFix: .*\nPulumi drops this repair where it replaces /);
            assert.deepEqual(more, []);

            // A list that the provider computes where the program has none.
            const cluster: Resource = { type: "aws:ecs/cluster:Cluster", properties: { name: "main", settings: [] } };
            await pack.configure({ "ecs-container-insights-enabled": { enforcementLevel: "remediate" } });
            const [insights] = await pack.remediate(cluster);
            const named = ({ violations }: Findings) =>
                violations.filter(({ policy }) => policy === "ecs-container-insights-enabled");
            assert.deepEqual(named(await pack.analyze({ ...cluster, properties: insights?.properties })), []);
            const planned = { ...cluster, properties: { name: "main", arn: UNKNOWN, settings: UNKNOWN } };
            const [computed] = named(await pack.analyzeStack([planned]));
            assert.match(String(computed?.message), /\nPulumi drops this repair where it replaces /);
            // What the outputs do not show as what the policy is about says nothing.
            const target: Resource = {
                type: "aws:cloudwatch/eventTarget:EventTarget",
                properties: {
                    rule: "nightly",
                    ecsTarget: { taskDefinitionArn: "web", launchType: "FARGATE", platformVersion: "1.3.0" },
                },
            };
            await pack.configure({ "ecs-fargate-latest-platform-version": { enforcementLevel: "remediate" } });
            const [newest] = await pack.remediate(target);
            await pack.analyze({ ...target, properties: newest?.properties });
            const blank = { ...target, properties: { rule: "nightly", ecsTarget: UNKNOWN } };
            assert.deepEqual(
                (await pack.analyzeStack([blank])).violations.map(({ policy }) => policy),
                [],
            );
            await pack.configure({ [policy]: { enforcementLevel: "remediate" } });

            // `pulumi policy analyze` asks for repairs and makes none.
            await pack.remediate(PUBLIC);
            assert.equal((await pack.analyze(PUBLIC)).violations.length, 1);
            assert.deepEqual((await pack.analyzeStack([PUBLIC])).violations, []);
        });

        it("does not hide an exemption in vain", async () => {
            const policy = "ecs-service-assign-public-ip-disabled";
            const exempt = [{ resource: "*", container: "nobody", reason: "of a service there is none" }];
            await pack.configure({ [policy]: { enforcementLevel: "remediate", exempt } });
            const [repair] = await pack.remediate(PUBLIC);
            const repaired = { ...PUBLIC, properties: repair?.properties };
            await pack.analyze(repaired);
            const root: Resource = { type: "pulumi:pulumi:Stack", properties: {} };
            const { violations } = await pack.analyzeStack([root, repaired]);
            assert.match(violations.map(({ message }) => message).join("\n"), /^Needlessly exempt from .*nobody/m);
        });

        it("downgrades to mandatory what it did not repair", async () => {
            const config: Config = { "ecs-service-assign-public-ip-disabled": { enforcementLevel: "remediate" } };
            assert.deepEqual(await verdicts(PUBLIC, config), ["ecs-service-assign-public-ip-disabled: mandatory"]);
        });
    });

    describe("at preview", () => {
        before(() => pack.configure({}));

        it("notes for each policy that it needs an unknown value", async () => {
            const { violations } = await pack.analyze(taskDefinition({ pidMode: UNKNOWN }));
            assert.deepEqual(
                violations.map(({ policy, level, message }) => [
                    policy,
                    level,
                    /can't run policy '[\w-]+'/.exec(message)?.[0],
                ]),
                [
                    [
                        "ecs-task-definition-pid-mode-check",
                        "advisory",
                        "can't run policy 'ecs-task-definition-pid-mode-check'",
                    ],
                ],
            );
        });

        it("notes once that the container definitions are unknown", async () => {
            const { violations } = await pack.analyze(taskDefinition({ containerDefinitions: UNKNOWN }));
            assert.deepEqual(
                violations.map(({ policy, level }) => [policy, level]),
                [["ecs-task-definition-container-definitions-known", "advisory"]],
            );
        });
    });

    describe("about a stack", () => {
        before(() => pack.configure({}));

        it("says of which resource it speaks", async () => {
            const pinned = { type: SERVICE, name: "pinned", properties: { taskDefinition: "app:7" } };
            const { violations } = await pack.analyzeStack([taskDefinition({}), pinned]);
            assert.deepEqual(
                violations.map(({ policy, urn }) => [policy, urn]),
                [["ecs-service-task-definition-revision", urnOf(pinned)]],
            );
        });

        it("knows the inputs of one that is called as before, since it is not a target", async () => {
            const cluster = { type: "aws:ecs/cluster:Cluster", name: "main", properties: { name: "main" } };
            const former = { ...taskDefinition({ networkMode: UNKNOWN }), name: "former" };
            const properties = {
                cluster: "main",
                taskDefinition: "app",
                launchType: "EC2",
                enableExecuteCommand: true,
            };
            const service = { type: SERVICE, name: "web", properties };
            await pack.analyze({
                ...taskDefinition({ networkMode: "host" }),
                name: "task",
                aliases: [urnOf(former)],
            });
            const { violations } = await pack.analyzeStack([cluster, former, service]);
            const found = violations.map(({ policy }) => policy);
            assert.ok(found.includes("ecs-exec-network-mode"), found.join());
        });

        it("says nothing without ECS", async () => {
            const stack = { type: "pulumi:pulumi:Stack", name: "test-dev" };
            const bucket = { type: "aws:s3/bucket:Bucket", parent: urnOf(stack), properties: { bucket: UNKNOWN } };
            assert.deepEqual((await pack.analyzeStack([stack, bucket])).violations, []);
            assert.deepEqual((await pack.analyzeStack([])).violations, []);
            assert.deepEqual((await pack.analyze(bucket)).violations, []);
        });
    });
});

describe("the sources of the pack", () => {
    it("start without a build", async function () {
        // ts-node checks the types of all sources.
        this.timeout("2m");
        // A pack that differs from ours in its entry only.
        const folder = mkdtempSync(join(tmpdir(), "ecs-guard-"));
        try {
            const main = relative(folder, join(ROOT, "index.ts"));
            writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "ecs-guard", version: "0.0.0", main }));
            cpSync(join(ROOT, "tsconfig.json"), join(folder, "tsconfig.json"));
            symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"), "junction");
            await withPack(folder, async (pack) => {
                assert.equal((await pack.getAnalyzerInfo()).policies.length, loadPolicies().length);
                assert.equal((await pack.analyze(PRIVILEGED)).violations.length, 1);
            });
        } finally {
            rmSync(folder, { recursive: true, force: true });
        }
    });
});
