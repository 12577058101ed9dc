import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import Ajv2020 from "ajv/dist/2020";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { check, CORE } from "../cli/check";
import { run } from "../cli/ecs-guard-config";
import { parseConfig } from "../lib/config";
import { loadPolicies } from "../lib/load";
import { repairs } from "../lib/policy";
import { configurationSchema } from "../scripts/schema";
import manifest from "../package.json";

const ROOT = resolve(__dirname, "..");
const TODAY = new Date("2026-11-24T12:00:00Z");
const policies = loadPolicies();

/** The findings for a text or a configuration, without their places. */
function findings(config: unknown): string[] {
    const text = typeof config === "string" ? config : JSON.stringify(config);
    return check(text, TODAY).map(({ severity, path, message }) => `${severity} ${path}: ${message}`);
}

const exemption = { resource: "web", reason: "why" };

describe("ecs-guard-config", () => {
    describe("accepts", () => {
        const accepted: Readonly<Record<string, unknown>> = {
            "an empty file, as the Pulumi CLI does": " \n",
            "an empty configuration": {},
            "a level for all": { all: "advisory" },
            "a level for all in an object": { all: { enforcementLevel: "advisory" } },
            "levels of policies": {
                "ecs-container-insights-enabled": "remediate",
                "ecs-containers-nonprivileged": "disabled",
            },
            settings: { "tagged-ecs-cluster": { requiredTagKeys: ["owner"], tags: { owner: "me" } } },
            exemptions: { "ecs-containers-nonprivileged": { exempt: [{ ...exemption, container: "*" }] } },
            "an exemption that ends later": {
                "ecs-containers-nonprivileged": { exempt: [{ ...exemption, until: "2026-12-25" }] },
            },
            "environments of Pulumi ESC": { environments: ["acme/policies"] },
        };
        for (const [title, config] of Object.entries(accepted)) {
            it(title, () => assert.deepEqual(findings(config), []));
        }
    });

    describe("refuses", () => {
        const refused: Readonly<Record<string, { config: unknown; says: readonly string[] }>> = {
            "what is not JSON": {
                config: '{ "all": "advisory", }',
                says: ["error : is not JSON: property name expected after the comma"],
            },
            "a name without quotes": {
                config: '{ all: "advisory" }',
                says: ["error : is not JSON: invalid symbol"],
            },
            "a byte order mark": {
                config: '\ufeff{ "all": "advisory" }',
                says: ["error : is not JSON: it begins with a byte order mark; save it as UTF-8 without one"],
            },
            "another encoding": {
                config: Buffer.from('\ufeff{ "all": "advisory" }', "utf16le").toString("utf8"),
                says: ["error : is not JSON: it is not UTF-8; save it as that"],
            },
            comments: { config: "{} // none", says: ["error : is not JSON: invalid comment token"] },
            "a list": { config: [], says: ["error : must be an object"] },
            "an unknown policy": {
                config: { "ecs-container-nonprivileged": "advisory" },
                says: [
                    'error ecs-container-nonprivileged: there is no such policy; did you mean "ecs-containers-nonprivileged"?',
                ],
            },
            "an unknown policy that is like no other": {
                config: { constructor: "advisory" },
                says: ["error constructor: there is no such policy"],
            },
            "settings of an unknown policy": {
                config: { "ecs-new": { exempt: [] }, "ecs-newer": { enforcementLevel: "advisory", exempt: [] } },
                says: [
                    'error ecs-new: there is no such policy; without a level, Pulumi refuses its settings with: invalid enforcement level ""',
                    "error ecs-newer: there is no such policy",
                ],
            },
            "a key that the Pulumi CLI refuses": {
                config: { $schema: "schema.json" },
                says: ["error $schema: is refused by the Pulumi CLI; name the schema in the settings of the editor"],
            },
            "settings for all": {
                config: { all: { requiredTagKeys: [] } },
                says: ['error all.requiredTagKeys: is not accepted here; accepted: "enforcementLevel"'],
            },
            "an unknown level": {
                config: { "tagged-ecs-cluster": { enforcementLevel: "mandatry" } },
                says: [
                    'error tagged-ecs-cluster.enforcementLevel: is not accepted; accepted: "advisory", "mandatory", "disabled", "remediate"; did you mean "mandatory"?',
                ],
            },
            "a level that the policy does not support": {
                config: { "ecs-containers-nonprivileged": "remediate" },
                says: [
                    'error ecs-containers-nonprivileged: the policy has no repair; accepted: "advisory", "mandatory", "disabled"',
                ],
            },
            "what is neither level nor object": {
                config: { "ecs-containers-nonprivileged": true },
                says: ["error ecs-containers-nonprivileged: must be a level or an object"],
            },
            "an unknown setting": {
                config: { "tagged-ecs-cluster": { requiredTags: [] } },
                says: [
                    'error tagged-ecs-cluster.requiredTags: is not accepted here; accepted: "enforcementLevel", "requiredTagKeys", "tags", "exempt"; did you mean "requiredTagKeys"?',
                ],
            },
            "a setting of another type": {
                config: { "tagged-ecs-cluster": { requiredTagKeys: "owner", tags: { "a.b": 1 } } },
                says: [
                    "error tagged-ecs-cluster.requiredTagKeys: must be a list",
                    'error tagged-ecs-cluster.tags["a.b"]: must be a string',
                ],
            },
            "an item of another type": {
                config: { "tagged-ecs-cluster": { requiredTagKeys: ["owner", 1] } },
                says: ["error tagged-ecs-cluster.requiredTagKeys[1]: must be a string"],
            },
            "a tag key of AWS": {
                config: { "tagged-ecs-cluster": { requiredTagKeys: ["aws", "A", "Awsome:x", "Aws:x"] } },
                says: ["error tagged-ecs-cluster.requiredTagKeys[3]: must be a tag key that does not begin with aws:"],
            },
            "a tag of AWS": {
                config: { "tagged-ecs-cluster": { tags: { owner: "web", "aws:x": "1" } } },
                says: ['error tagged-ecs-cluster.tags["aws:x"]: must be a tag key that does not begin with aws:'],
            },
            "too many items": {
                config: { "tagged-ecs-cluster": { requiredTagKeys: ["1", "2", "3", "4", "5", "6", "7"] } },
                says: ["error tagged-ecs-cluster.requiredTagKeys: must have at most 6 entries"],
            },
            "a word that the setting does not know": {
                config: { "ecs-container-insights-enabled": { value: "on" } },
                says: ['error ecs-container-insights-enabled.value: is not accepted; accepted: "enabled", "enhanced"'],
            },
            "an object where a word is expected": {
                config: { "ecs-container-insights-enabled": { value: {} }, all: { enforcementLevel: [{}] } },
                says: [
                    'error ecs-container-insights-enabled.value: is not accepted; accepted: "enabled", "enhanced"',
                    'error all.enforcementLevel: is not accepted; accepted: "advisory", "mandatory", "disabled", "remediate"',
                ],
            },
            "a date and a version in another form": {
                config: {
                    "guardduty-container-instance-ami": {
                        minimumAmiDate: "2024-01-01",
                        amiVersions: { "ami-1": "January", "ami-2": "20261301", "ami-3": "20260132" },
                    },
                    "ecs-exec-container-instance": { minimumAgentVersion: "latest" },
                },
                says: [
                    "error guardduty-container-instance-ami.minimumAmiDate: must be a date such as 20260131",
                    ...[1, 2, 3].map(
                        (number) =>
                            `error guardduty-container-instance-ami.amiVersions.ami-${String(number)}: must be a date such as 20260131`,
                    ),
                    "error ecs-exec-container-instance.minimumAgentVersion: must be a version such as 1.50.2",
                ],
            },
            "exemptions without reason": {
                config: { "tagged-ecs-cluster": { exempt: [{ resource: "web" }, { resource: "web", reason: " " }] } },
                says: [
                    'error tagged-ecs-cluster.exempt[0]: lacks "reason"',
                    "error tagged-ecs-cluster.exempt[1].reason: must not be empty",
                ],
            },
            "an exemption with another field": {
                config: { "tagged-ecs-cluster": { exempt: [{ ...exemption, untl: "2027-01-31" }] } },
                says: [
                    'error tagged-ecs-cluster.exempt[0].untl: is not accepted here; accepted: "resource", "container", "reason", "until"; did you mean "until"?',
                ],
            },
            "an exemption with a bad date": {
                config: { "tagged-ecs-cluster": { exempt: [{ ...exemption, until: "2027-02-29" }] } },
                says: ["error tagged-ecs-cluster.exempt[0].until: must be a day of the calendar, such as 2027-01-31"],
            },
            "an exemption that has ended": {
                config: { "tagged-ecs-cluster": { exempt: [{ ...exemption, until: "2026-11-23" }] } },
                says: [
                    "error tagged-ecs-cluster.exempt[0].until: the exemption ended on 2026-11-23; remove it, or give it a new date",
                ],
            },
            "a key that stands twice": {
                config: '{ "all": "advisory", "all": "disabled" }',
                says: ["error all: this key appears twice; only the last value counts"],
            },
        };
        for (const [title, { config, says }] of Object.entries(refused)) {
            it(title, () => assert.deepEqual(findings(config), says));
        }
    });

    describe("warns of", () => {
        const ends = (until: string) => ({ "tagged-ecs-cluster": { exempt: [{ ...exemption, until }] } });
        const place = "warning tagged-ecs-cluster.exempt[0].until: the exemption ends";

        it("exemptions that end within 30 days", () => {
            assert.deepEqual(findings(ends("2026-11-24")), [`${place} today, on 2026-11-24`]);
            assert.deepEqual(findings(ends("2026-11-25")), [`${place} tomorrow, on 2026-11-25`]);
            assert.deepEqual(findings(ends("2026-12-24")), [`${place} in 30 days, on 2026-12-24`]);
        });

        const copies = (one: object, other: object) => ({
            "ecs-containers-nonprivileged": { exempt: [{ ...exemption, ...one }] },
            "ecs-containers-readonly-access": { exempt: [{ ...exemption, ...other }] },
        });

        it("copies of an exemption that differ", () => {
            const differ = (fields: string) => [
                `warning ecs-containers-readonly-access.exempt[0]: differs in ${fields} from ecs-containers-nonprivileged.exempt[0], which names the same resource`,
            ];
            assert.deepEqual(findings(copies({ until: "2027-01-31" }, {})), differ("until"));
            assert.deepEqual(findings(copies({ container: "a" }, { container: "a", reason: "no" })), differ("reason"));
            assert.deepEqual(findings(copies({ reason: "no" }, { until: "2027-01-31" })), differ("reason and until"));
        });

        const disabled = (config: object) => findings({ "ecs-exec-allowed-services": config });
        const idle = [
            'warning ecs-exec-allowed-services: is disabled by default, so this has no effect; enable it with "enforcementLevel": "advisory"',
        ];

        it("settings and exemptions of a policy that nothing enables", () => {
            assert.deepEqual(disabled({ allowedServices: ["web"] }), idle);
            assert.deepEqual(disabled({ exempt: [exemption] }), idle);
            const byAll = idle.map((text) => text.replace("by default", 'by "all"'));
            for (const all of ["disabled", { enforcementLevel: "disabled" }]) {
                assert.deepEqual(findings({ all, "ecs-exec-allowed-services": { exempt: [exemption] } }), byAll);
            }
            assert.deepEqual(findings({ all: "disabled", "tagged-ecs-cluster": { exempt: [exemption] } }), [
                'warning tagged-ecs-cluster: is disabled by "all", so this has no effect; enable it with "enforcementLevel": "advisory"',
            ]);
            assert.deepEqual(findings({ all: {}, "ecs-exec-allowed-services": { exempt: [exemption] } }), idle);
            const [{ line, column } = {}] = check('{\n  "ecs-exec-new-tasks-only": { "exempt": [] }\n}', TODAY);
            assert.deepEqual([line, column], [2, 3]);
        });

        it("none that something enables or disables, and none without settings", () => {
            assert.deepEqual(disabled({ allowedServices: ["web"], enforcementLevel: "advisory" }), []);
            assert.deepEqual(disabled({ exempt: [exemption], enforcementLevel: "disabled" }), []);
            assert.deepEqual(disabled({}), []);
            for (const all of ["advisory", { enforcementLevel: "advisory" }]) {
                assert.deepEqual(findings({ all, "ecs-exec-allowed-services": { allowedServices: ["web"] } }), []);
            }
            assert.deepEqual(findings({ "tagged-ecs-cluster": { requiredTagKeys: ["owner"] } }), []);
        });

        it("a core that is disabled with all, where others are enabled", () => {
            const core = loadPolicies(["core"]).map(({ name }) => name);
            assert.deepEqual([...CORE].sort(), core.sort());
            const missing = (names: readonly string[]) => [
                `warning all: also disables what the policies of all topics need; give a level to ${names.map((name) => `"${name}"`).join(", ")}`,
            ];
            const [first = "", ...rest] = CORE;
            const one = { all: "disabled", "tagged-ecs-cluster": "mandatory" };
            assert.deepEqual(findings(one), missing(CORE));
            assert.deepEqual(findings({ ...one, [first]: "advisory" }), missing(rest));
            const without = Object.fromEntries(CORE.map((name) => [name, "disabled"]));
            const blind =
                "warning ecs-guard-inputs: reports nothing, and without it the policies about whole stacks see less; leave it on";
            assert.deepEqual(findings({ ...one, ...without }), [blind]);
            assert.deepEqual(findings({ "ecs-guard-inputs": { enforcementLevel: "disabled" } }), [blind]);
            assert.deepEqual(findings({ all: "disabled" }), []);
            assert.deepEqual(findings({ all: "disabled", "tagged-ecs-cluster": "disabled" }), []);
            assert.deepEqual(findings({ ...one, all: "advisory" }), []);
        });

        it("a policy without the lists of what it is to allow", () => {
            const nothing =
                'warning ecs-exec-allowed-services: judges nothing without the setting "allowedServices" or "allowedClusters"';
            assert.deepEqual(findings({ "ecs-exec-allowed-services": "remediate" }), [nothing]);
            assert.deepEqual(
                findings({ "ecs-exec-allowed-services": { enforcementLevel: "advisory", allowedClusters: [] } }),
                [nothing],
            );
            assert.deepEqual(
                findings({ "ecs-exec-allowed-services": { enforcementLevel: "advisory", allowedClusters: ["dev"] } }),
                [],
            );
            assert.deepEqual(findings({ "ecs-exec-allowed-services": "disabled", all: "advisory" }), []);
        });

        it("what looks like a secret that the CLI withholds, as any other text", () => {
            assert.deepEqual(findings({ "tagged-ecs-service": { exempt: "[secret]" } }), [
                "error tagged-ecs-service.exempt: must be a list",
            ]);
        });

        it("repairs of tags without what they are to add", () => {
            const repair = (settings: object) =>
                findings({ "tagged-ecs-cluster": { enforcementLevel: "remediate", ...settings } });
            const nothing = 'warning tagged-ecs-cluster: repairs nothing without the setting "tags"';
            assert.deepEqual(repair({}), [nothing]);
            assert.deepEqual(repair({ tags: {} }), [nothing]);
            assert.deepEqual(findings({ "tagged-ecs-cluster": "remediate" }), [nothing]);
            const byAll = findings({ all: "remediate", "tagged-ecs-cluster": { requiredTagKeys: ["owner"] } });
            assert.ok(byAll.includes(nothing));
            const requiredTagKeys = ["owner", "cost"];
            assert.deepEqual(repair({ requiredTagKeys, tags: { owner: "web" } }), [
                'warning tagged-ecs-cluster: cannot add what "tags" has no value for: "cost"',
            ]);
            assert.deepEqual(repair({ requiredTagKeys, tags: { owner: "web", cost: "" } }), []);
            assert.deepEqual(repair({ tags: { owner: "web" } }), []);
            assert.deepEqual(repair({ requiredTagKeys, enforcementLevel: "advisory" }), []);
        });

        it("a level for all at which notes block", () => {
            for (const all of ["mandatory", { enforcementLevel: "remediate" }]) {
                assert.deepEqual(findings({ all }), [
                    'warning all: makes notes block too; give the level "advisory" to "ecs-task-definition-container-definitions-known", "ecs-guard-exemptions", or name the policies that are to block',
                ]);
            }
            const known = { "ecs-task-definition-container-definitions-known": "advisory" };
            assert.deepEqual(findings({ all: "mandatory", ...known }), [
                'warning all: makes notes block too; give the level "advisory" to "ecs-guard-exemptions", or name the policies that are to block',
            ]);
            assert.deepEqual(findings({ all: "mandatory", ...known, "ecs-guard-exemptions": "advisory" }), []);
        });

        it("no copies that are the same, or about something else", () => {
            assert.deepEqual(findings(copies({}, {})), []);
            assert.deepEqual(findings(copies({}, { resource: "worker", reason: "no" })), []);
            assert.deepEqual(findings(copies({ container: "a" }, { container: "b", reason: "no" })), []);
        });
    });

    it("tells line and column", () => {
        const places = (text: string) =>
            check(text, TODAY).map(({ line, column }) => `${String(line)}:${String(column)}`);
        assert.deepEqual(places('{\n  "all": advisory\n}'), ["2:10"]);
        assert.deepEqual(places('{\r\n  "al": "advisory",\r\n  "all": 1\r\n}'), ["2:3", "3:10"]);
        assert.deepEqual(places('{\n  "all": "x",\n  "all": "y"\n}'), ["3:3", "3:10"]);
    });

    it("takes for JSON what JavaScript does", () => {
        const text = fc
            .oneof(fc.string(), fc.json())
            .chain((json) =>
                fc
                    .tuple(
                        fc.nat(json.length),
                        fc.nat(2),
                        fc.constantFrom("", ",", '"', "\\", "}", "0", "-", "\n", "\u0000", "\ufeff"),
                    )
                    .map(([at, length, change]) => json.slice(0, at) + change + json.slice(at + length)),
            );
        fc.assert(
            fc.property(text, (text) => {
                const isJson = /^[ \t\r\n]*$/.test(text) || parses(text);
                assert.equal(
                    check(text, TODAY).every(({ message }) => !message.startsWith("is not JSON")),
                    isJson,
                );
            }),
            { numRuns: 1000 },
        );
    });

    it("leaves no keyword of the schema without words", () => {
        const words = policies.flatMap(({ name }) =>
            [1, "x", {}, { exempt: 1 }, { exempt: [1, {}] }].flatMap((value) => findings({ [name]: value })),
        );
        assert.deepEqual(
            words.filter((text) => / (must (NOT|match)|should)\b/.test(text)),
            [],
        );
    });

    describe("as a command", () => {
        const folder = mkdtempSync(join(tmpdir(), "ecs-guard-"));
        after(() => rmSync(folder, { recursive: true }));
        const file = (name: string, text: string): string => {
            writeFileSync(join(folder, name), text);
            return join(folder, name);
        };
        const good = file("good.json", '{ "all": "advisory" }');
        const bad = file("bad.json", '{\n    "al": "advisory"\n}');
        const missing = join(folder, "missing.json");

        it("says where each error is, and how many there are", () => {
            assert.deepEqual(run([good, bad], TODAY), {
                code: 1,
                stdout: [
                    `${good}: 0 errors, 0 warnings\n`,
                    `${bad}:2:5: error: al: there is no such policy; did you mean "all"?\n`,
                    `${bad}: 1 error, 0 warnings\n`,
                ].join(""),
                stderr: "",
            });
        });

        it("ends well with warnings", () => {
            const config = { "tagged-ecs-cluster": { exempt: [{ ...exemption, until: "2026-11-30" }] } };
            const { code, stdout } = run([file("ending.json", JSON.stringify(config))], TODAY);
            assert.equal(code, 0);
            assert.match(stdout, /: warning: .* in 6 days, on 2026-11-30\n.*: 0 errors, 1 warning\n$/);
        });

        it("says which file it cannot read", () => {
            const { code, stdout } = run([missing, good], TODAY);
            assert.equal(code, 1);
            assert.match(stdout, /missing\.json: error: there is no such file\n.*good\.json: 0 errors/);
            assert.match(run([folder], TODAY).stdout, /: error: is a folder\n$/);
            const deep = file("deep.json", "[".repeat(200_000));
            assert.match(run([deep], TODAY).stdout, /deep\.json: error: is nested too deeply\n$/);
        });

        it("explains itself", () => {
            assert.match(run(["--help"]).stdout, /^Usage: ecs-guard-config FILE…\n/);
            assert.deepEqual(run(["--version"]), { code: 0, stdout: `${manifest.version}\n`, stderr: "" });
            for (const args of [[], ["--fix"], ["--help=1"]]) {
                const { code, stdout, stderr } = run(args);
                assert.deepEqual([code, stdout], [2, ""]);
                assert.match(stderr, /^.+\n\nUsage: /);
            }
        });

        it("runs as the package has it, with nothing but Node", async function () {
            this.timeout("20s");
            const command = join(ROOT, manifest.bin["ecs-guard-config"]);
            assert.ok(statSync(command).mode & 0o100, "executable");
            assert.deepEqual(await execute(command, good), [0, `${good}: 0 errors, 0 warnings\n`, ""]);
            const [code, stdout, stderr] = await execute(command, bad);
            assert.deepEqual([code, stderr], [1, ""]);
            assert.match(stdout, /: error: al: /);
            assert.equal((await execute(command))[0], 2);
            const closed = spawn(process.execPath, [command, bad], { stdio: ["ignore", "pipe", "pipe"] });
            closed.stdout.destroy();
            let trace = "";
            closed.stderr.on("data", (chunk) => (trace += String(chunk)));
            await new Promise((done) => closed.once("close", done));
            assert.equal(trace, "");
            assert.deepEqual(await execute(command, "--version"), [0, `${manifest.version}\n`, ""]);
            for (const name of ["ajv", "ajv-formats", "fastest-levenshtein", "jsonc-parser"]) {
                assert.ok(!Object.hasOwn(manifest.dependencies, name), name);
                assert.match(readFileSync(join(ROOT, "bin", "LICENSES.txt"), "utf8"), new RegExp(`^${name}$`, "m"));
            }
        });
    });
});

function parses(text: string): boolean {
    try {
        JSON.parse(text);
        return true;
    } catch {
        return false;
    }
}

function execute(command: string, ...args: string[]): Promise<[code: number, stdout: string, stderr: string]> {
    return new Promise((done) =>
        execFile(process.execPath, [command, ...args], { cwd: tmpdir() }, (error, stdout, stderr) =>
            done([typeof error?.code === "number" ? error.code : 0, stdout, stderr]),
        ),
    );
}

describe("the schema of the configuration file", () => {
    const ajv = addFormats(new Ajv2020({ allErrors: true }));
    const schema = configurationSchema(policies);
    const accepts = (config: unknown): boolean => ajv.validate(schema, config);

    it("is a schema of JSON Schema 2020-12", () => {
        assert.ok(ajv.validateSchema(schema), ajv.errorsText());
    });

    it("accepts the presets", () => {
        for (const file of readdirSync(join(ROOT, "presets"))) {
            assert.ok(accepts(JSON.parse(readFileSync(join(ROOT, "presets", file), "utf8"))), file + ajv.errorsText());
        }
    });

    it("accepts the examples in the README, the guide and on the pages of the policies", () => {
        const pages = readdirSync(join(ROOT, "docs", "policies")).map((file) => join("docs", "policies", file));
        const examples = ["README.md", join("docs", "guides", "rollout.md"), ...pages].flatMap((page) =>
            [...readFileSync(join(ROOT, page), "utf8").matchAll(/^ *```json\n(.*?)^ *```$/gms)].map(
                ([, json = ""]) => ({
                    page,
                    json,
                }),
            ),
        );
        assert.ok(examples.some(({ page }) => page === "README.md"));
        assert.ok(examples.some(({ page }) => page !== "README.md"));
        for (const { page, json } of examples) {
            assert.ok(accepts(JSON.parse(json)), `${page}: ${ajv.errorsText()}: ${json}`);
            assert.deepEqual(check(json, TODAY), [], `${page}: ${json}`);
        }
    });

    it("knows which policies repair", () => {
        for (const { name, policy } of policies) {
            for (const level of ["advisory", "mandatory", "disabled"]) {
                assert.ok(accepts({ [name]: level }), `${name} ${level}`);
                assert.ok(accepts({ [name]: { enforcementLevel: level } }), `${name} ${level}`);
            }
            assert.equal(accepts({ [name]: "remediate" }), repairs(policy), name);
            assert.equal(accepts({ [name]: { enforcementLevel: "remediate" } }), repairs(policy), name);
        }
    });

    it("refuses the settings that the policies refuse, and no others", () => {
        const word = fc.oneof(fc.constantFrom("", " ", "\ufeff", "x", "account", "enabled"), fc.string());
        const date = fc.oneof(
            fc.constantFrom(
                "2027-01-31",
                "2027-02-29",
                "2028-02-29",
                "2027-1-31",
                "2027-01-31T00:00:00Z",
                "0000-01-01",
            ),
            word,
        );
        const odd = fc.constantFrom<unknown>(null, 0, true, "x", [], {}, [null], { a: null });
        const mostly = (value: fc.Arbitrary<unknown>) => fc.oneof({ weight: 9, arbitrary: value }, odd);
        const exemption = fc.record(
            { resource: mostly(word), container: mostly(word), reason: mostly(word), until: mostly(date), x: word },
            { requiredKeys: [] },
        );
        const sound = fc.record(
            { resource: fc.constant("web"), reason: fc.constant("why"), until: date },
            { requiredKeys: ["resource", "reason"] },
        );
        const exempt = mostly(fc.array(fc.oneof(sound, exemption, odd), { maxLength: 2 }));
        const value = fc.oneof(word, fc.boolean(), fc.array(word, { maxLength: 8 }), fc.dictionary(word, word), odd);

        const configured = fc.constantFrom(...policies).chain(({ name, policy: { config = {} } }) => {
            const settings = Object.entries(config).map(([setting, schema]) => [
                setting,
                fc.oneof(value, fc.constant(schema.default as unknown)),
            ]);
            const keys = { ...(Object.fromEntries(settings) as Record<string, fc.Arbitrary<unknown>>), exempt };
            const raw = fc.oneof(fc.record(keys, { requiredKeys: [] }), fc.record({ ...keys, stranger: value }, {}));
            return raw.map((raw) => ({ name, config, raw }));
        });
        let accepted = 0;
        fc.assert(
            fc.property(configured, ({ name, config, raw }) => {
                let isAccepted = true;
                try {
                    parseConfig(name, config, raw);
                } catch {
                    isAccepted = false;
                }
                accepted += Number(isAccepted);
                assert.equal(accepts({ [name]: raw }), isAccepted, ajv.errorsText());
            }),
            { numRuns: 2000 },
        );
        assert.ok(accepted > 200, `only ${String(accepted)} accepted`);
    });
});
