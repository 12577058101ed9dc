import assert from "node:assert/strict";
import { PolicyResource, ResourceValidationPolicy, StackValidationPolicy } from "@pulumi/policy";
import { loadPolicies } from "../../../lib/load";
import { toPulumi } from "../../../lib/pulumi";
import { Session } from "../../../lib/session";
import { Resource, stackOf, unknown } from "../../support/cases";

const PRIVILEGED = "ecs-containers-nonprivileged";
const PINNED = "ecs-service-task-definition-revision";
const WRITABLE = "ecs-exec-writable-root-filesystem";
const NON_ROOT = "ecs-task-definition-linux-user-non-root";
const ENCRYPTED = "ecs-exec-log-encryption";

interface Exempt {
    resource: string;
    container?: string;
    reason: string;
    until?: string;
}

const ROOT: Resource = { type: "pulumi:pulumi:Stack", name: "project-dev" };

function task(name: string, ...privileged: string[]): Resource {
    const containers = ["web", "agent", "proxy"].map((one) => ({ name: one, privileged: privileged.includes(one) }));
    return {
        type: "ecs.TaskDefinition",
        name,
        inputs: { family: name, containerDefinitions: JSON.stringify(containers) },
    };
}

/** What is said of the exemptions of each policy, in the order of the resources given, on 2026-06-15. */
function notes(resources: readonly Resource[], exempt: Record<string, readonly Exempt[]>, repeat = 1): string[] {
    const session = new Session(() => new Date("2026-06-15T12:00:00Z"));
    const wanted = new Set([PRIVILEGED, PINNED, WRITABLE, ENCRYPTED, NON_ROOT, "ecs-guard-exemptions"]);
    const policies = toPulumi(
        loadPolicies().filter(({ name }) => wanted.has(name)),
        session,
    ) as Partial<ResourceValidationPolicy & StackValidationPolicy>[];
    const stack: PolicyResource[] = stackOf(resources, session);
    const said: string[] = [];
    for (let run = 0; run < repeat; run++) {
        said.length = 0;
        for (const { name, validateResource, validateStack } of policies) {
            const config = { exempt: exempt[name ?? ""] ?? [] };
            const common = {
                getConfig: () => config as never,
                notApplicable: (): never => {
                    throw new Error("not applicable");
                },
            };
            const report = (message?: unknown, urn?: string) => {
                if (name === "ecs-guard-exemptions") {
                    assert.match(String(urn), /pulumi:pulumi:Stack/);
                    said.push(String(message).split("\nFix: ")[0] ?? "");
                }
            };
            const ignore = (run: () => unknown) => {
                try {
                    run();
                } catch {
                    // Not applicable or not known: the SDK says so.
                }
            };
            for (const resource of validateResource ? stack : []) {
                const props = session.noted.get(resource.urn) ?? {};
                ignore(() =>
                    (validateResource as (args: unknown, report: unknown) => void)(
                        { ...resource, props, ...common },
                        report,
                    ),
                );
            }
            if (validateStack) {
                ignore(() =>
                    (validateStack as (args: unknown, report: unknown) => void)(
                        { resources: stack, ...common },
                        report,
                    ),
                );
            }
        }
    }
    return said;
}

const suite = (): void => {
    const reason = "It needs the devices of its host.";

    it("is silent without exemptions", () => {
        assert.deepEqual(notes([ROOT, task("web", "web")], {}), []);
    });

    it("names an exemption in use, with the number of violations, the reason and the end", () => {
        const exempt = { [PRIVILEGED]: [{ resource: "w*", reason, until: "2026-06-15" }] };
        assert.deepEqual(notes([ROOT, task("web", "web", "proxy"), task("worker", "web")], exempt), [
            `Exempt from \`${PRIVILEGED}\`: "w*" (3 violations, until 2026-06-15): ${reason}`,
        ]);
    });

    it("puts the reason on one line", () => {
        const exempt = { [PRIVILEGED]: [{ resource: "web", reason: "It is old,\nand\u0007 loud." }] };
        assert.deepEqual(notes([ROOT, task("web", "web")], exempt), [
            `Exempt from \`${PRIVILEGED}\`: "web" (1 violation, without end date): It is old, and loud.`,
        ]);
    });

    it("says so where the policy applies to none of those that an exemption names, too", () => {
        const windows: Resource = {
            type: "ecs.TaskDefinition",
            name: "web-windows",
            inputs: {
                containerDefinitions: "[]",
                runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE" },
            },
        };
        const exempt = { [NON_ROOT]: [{ resource: "web*", container: "agnet", reason }] };
        assert.deepEqual(notes([ROOT, task("web"), windows], exempt), [
            `Needlessly exempt from \`${NON_ROOT}\`: container "agnet" of "web*" (no violation, without end date): ${reason}`,
        ]);
    });

    it("names the container", () => {
        const exempt = { [PRIVILEGED]: [{ resource: "web", container: "agent", reason }] };
        assert.deepEqual(notes([ROOT, task("web", "agent", "web")], exempt), [
            `Exempt from \`${PRIVILEGED}\`: container "agent" of "web" (1 violation, without end date): ${reason}`,
        ]);
    });

    it("tells of each exemption that covers a violation, and of each policy", () => {
        const service: Resource = { type: "ecs.Service", name: "web-service", inputs: { taskDefinition: "web:3" } };
        const exempt = {
            [PRIVILEGED]: [
                { resource: "web", reason },
                { resource: "*", container: "web", reason },
            ],
            [PINNED]: [{ resource: "web-service", reason }],
        };
        assert.deepEqual(notes([ROOT, task("web", "web"), service], exempt), [
            `Exempt from \`${PRIVILEGED}\`: "web" (1 violation, without end date): ${reason}`,
            `Exempt from \`${PRIVILEGED}\`: container "web" of "*" (1 violation, without end date): ${reason}`,
            `Exempt from \`${PINNED}\`: "web-service" (1 violation, without end date): ${reason}`,
        ]);
    });

    it("says when an exemption that names a resource covers nothing", () => {
        const exempt = { [PRIVILEGED]: [{ resource: "web", container: "wbe", reason, until: "2026-12-31" }] };
        assert.deepEqual(notes([ROOT, task("web", "web")], exempt), [
            `Needlessly exempt from \`${PRIVILEGED}\`: container "wbe" of "web" (no violation, until 2026-12-31): ${reason}`,
        ]);
    });

    it("says nothing of an exemption that names no resource of the stack", () => {
        assert.deepEqual(notes([ROOT, task("web", "web")], { [PRIVILEGED]: [{ resource: "other", reason }] }), []);
    });

    it("says nothing where the policy reached no verdict", () => {
        const exempt = { [PRIVILEGED]: [{ resource: "web", reason }] };
        const given = (containerDefinitions: unknown): Resource[] => [
            ROOT,
            { type: "ecs.TaskDefinition", name: "web", inputs: { containerDefinitions } },
        ];
        assert.deepEqual(notes(given(unknown), exempt), []);
        assert.deepEqual(notes(given("{"), exempt), []);
        assert.deepEqual(notes([ROOT, { type: "ecs.Cluster", name: "web" }], exempt), []);
    });

    it("says nothing where what the resource is for is not known", () => {
        const exempt = { [WRITABLE]: [{ resource: "web", reason }], [ENCRYPTED]: [{ resource: "sessions", reason }] };
        const given = (inputs: Resource["inputs"], dependsOn?: Resource["dependsOn"]): Resource[] => [
            ROOT,
            task("web"),
            task("api"),
            { type: "ecs.Service", name: "api-service", inputs: { taskDefinition: "api", enableExecuteCommand: true } },
            { type: "ecs.Service", name: "web-service", inputs, dependsOn },
        ];
        const needless = [`Needlessly exempt from \`${WRITABLE}\`: "web" (no violation, without end date): ${reason}`];
        assert.deepEqual(notes(given({ taskDefinition: "web", enableExecuteCommand: false }), exempt), needless);
        assert.deepEqual(notes(given({ taskDefinition: "web", enableExecuteCommand: unknown }), exempt), []);
        assert.deepEqual(
            notes(
                given({ taskDefinition: unknown, enableExecuteCommand: true }, { taskDefinition: ["web", "api"] }),
                exempt,
            ),
            [],
        );
        const sessions = (dependsOn: string[]): Resource[] => [
            ...given({ taskDefinition: "web", enableExecuteCommand: unknown }),
            { type: "cloudwatch.LogGroup", name: "sessions", inputs: {} },
            { type: "cloudwatch.LogGroup", name: "others", inputs: {} },
            {
                type: "ecs.Cluster",
                name: "main",
                inputs: {
                    configuration: {
                        executeCommandConfiguration: {
                            logConfiguration: { cloudWatchLogGroupName: unknown, cloudWatchEncryptionEnabled: true },
                        },
                    },
                },
                dependsOn: { configuration: dependsOn },
            },
        ];
        assert.deepEqual(notes(sessions(["sessions", "others"]), exempt), []);
        assert.deepEqual(notes(sessions(["sessions"]), exempt), [
            `Exempt from \`${ENCRYPTED}\`: "sessions" (1 violation, without end date): ${reason}`,
        ]);
    });

    it("leaves an exemption that ended to the violation that is back", () => {
        const exempt = { [PRIVILEGED]: [{ resource: "web", reason, until: "2026-06-14" }] };
        assert.deepEqual(notes([ROOT, task("web", "web")], exempt), []);
        assert.equal(notes([ROOT, task("web")], exempt).length, 1);
    });

    it("counts a resource that is judged again only once", () => {
        const exempt = { [PRIVILEGED]: [{ resource: "web", reason }] };
        assert.deepEqual(notes([ROOT, task("web", "web")], exempt, 3), [
            `Exempt from \`${PRIVILEGED}\`: "web" (1 violation, without end date): ${reason}`,
        ]);
    });
};

// The generator of the pages loads this file without a test runner.
if ("describe" in globalThis) {
    describe("core/ecs-guard-exemptions", suite);
}
