import assert from "node:assert/strict";
import { configReader, parseConfig } from "../../lib/config";
import { loadPolicies } from "../../lib/load";

/** Reads a configuration of a policy. */
function parse(name: string, raw: Record<string, unknown>): unknown {
    const { policy } = loadPolicies().find((one) => one.name === name) ?? assert.fail(`there is no policy ${name}`);
    return parseConfig(name, policy.config ?? {}, raw).config;
}

describe("lib/config", () => {
    const NAME = "guardduty-container-instance-ami";
    const refused: Record<string, [setting: object, accepted: string]> = {
        "a date with separators": [{ minimumAmiDate: "2024-01-01" }, '"minimumAmiDate" a date such as 20260131'],
        "no date": [{ minimumAmiDate: "" }, '"minimumAmiDate" a date such as 20260131'],
        "a date in no calendar": [{ minimumAmiDate: "20230230" }, '"minimumAmiDate" a date such as 20260131'],
        "a day too many": [{ minimumAmiDate: "20231131" }, '"minimumAmiDate" a date such as 20260131'],
        "a version with a letter": [
            { minimumAgentVersion: "v1.77.0" },
            '"minimumAgentVersion" a version such as 1.50.2',
        ],
        "a version with a hole": [{ minimumKernel: "5..10" }, '"minimumKernel" a version such as 1.50.2'],
        "a version that is a number": [{ minimumKernel: 5.1 }, '"minimumKernel" a version such as 1.50.2'],
        "one date of many": [
            { amiVersions: { "ami-1": "20240101", "ami-2": "January" } },
            '"amiVersions" an object of strings, each a date such as 20260131',
        ],
    };
    for (const [title, [setting, expected]] of Object.entries(refused)) {
        it(`refuses ${title}`, () => {
            const [name = "", accepted = ""] = expected.split(/(?<=") /);
            const message = `Configuration of ${NAME}: ${name} must be ${accepted}.`;
            assert.throws(() => parse(NAME, { ...setting }), { message });
        });
    }

    it("names what a setting may be called, and what stands beside settings", () => {
        const reader = configReader(NAME, {});
        assert.throws(() => reader({ level: "advisory" }), {
            message: `Configuration of ${NAME}: there is no setting "level"; accepted: enforcementLevel, exempt.`,
        });
        assert.throws(() => parseConfig(NAME, {}, { level: "advisory" }), {
            message: `Configuration of ${NAME}: there is no setting "level"; accepted: exempt.`,
        });
    });

    it("refuses the keys of tags that AWS refuses", () => {
        for (const key of ["", "aws:x", "AWS:x", "aWs:"]) {
            assert.throws(() => parse("tagged-ecs-cluster", { requiredTagKeys: [key] }), {
                message:
                    'Configuration of tagged-ecs-cluster: "requiredTagKeys" must be ' +
                    "a list of strings, at most 6, each a tag key that does not begin with aws:.",
            });
        }
        parse("tagged-ecs-cluster", { requiredTagKeys: ["a", "AW", "aws", "Awsome:x", "b:aws:"] });
        parse("tagged-ecs-cluster", { tags: { aws: "aws:x" } });
        assert.throws(() => parse("tagged-ecs-cluster", { tags: { owner: "web", "aws:x": "1" } }), {
            message:
                'Configuration of tagged-ecs-cluster: "tags" must be ' +
                "an object of strings, each key a tag key that does not begin with aws:.",
        });
    });

    it("refuses what is of another type, no such word, or too much", () => {
        const wrong: Record<string, [name: string, setting: object, accepted: string]> = {
            mode: ["guardduty-cluster-managed-tag", { mode: "organization" }, 'one of "cluster", "account"'],
            requireRule: ["guardduty-coverage-notifications", { requireRule: "yes" }, "`true` or `false`"],
            secretKeys: ["ecs-no-environment-secrets", { secretKeys: ["a", 1] }, "a list of strings"],
            tags: [
                "tagged-ecs-cluster",
                { tags: { a: 1 } },
                "an object of strings, each key a tag key that does not begin with aws:",
            ],
            requiredTagKeys: [
                "tagged-ecs-cluster",
                { requiredTagKeys: ["a", "b", "c", "d", "e", "f", "g"] },
                "a list of strings, at most 6, each a tag key that does not begin with aws:",
            ],
        };
        for (const [key, [name, setting, accepted]] of Object.entries(wrong)) {
            assert.throws(() => parse(name, { ...setting }), {
                message: `Configuration of ${name}: "${key}" must be ${accepted}.`,
            });
        }
        assert.ok(parse("guardduty-cluster-managed-tag", { mode: "account" }));
        assert.ok(parse("tagged-ecs-cluster", { requiredTagKeys: ["a", "b", "c", "d", "e", "f"] }));
    });

    it("refuses exemptions that are none", () => {
        const one = { resource: "web", reason: "old" };
        const wrong: [exempt: unknown, key: string, problem: string][] = [
            ["web", "exempt", "must be a list of exemptions"],
            [[one, "web"], "exempt[1]", "must be an object with resource and reason"],
            [
                [{ ...one, untl: "2027-01-31" }],
                "exempt[0].untl",
                "is no field of an exemption; accepted: resource, container, reason, until",
            ],
            [[{ ...one, reason: " " }], "exempt[0].reason", "must be a text that is not empty"],
            [[{ ...one, reason: 5 }], "exempt[0].reason", "must be a text that is not empty"],
            [[{ reason: "old" }], "exempt[0].resource", "must be a text that is not empty"],
            [[{ ...one, container: "" }], "exempt[0].container", "must be a text that is not empty"],
            ...["31.01.2027", "2027-02-29", "2027-13-01", "2027-01-31T00", ""].map(
                (until): [unknown, string, string] => [
                    [{ ...one, until }],
                    "exempt[0].until",
                    "must be a day of the calendar, such as 2027-01-31",
                ],
            ),
            [[{ ...one, until: 20270131 }], "exempt[0].until", "must be a text that is not empty"],
        ];
        for (const [exempt, key, problem] of wrong) {
            assert.throws(() => parse(NAME, { exempt }), {
                message: `Configuration of ${NAME}: "${key}" ${problem}.`,
            });
        }
        assert.ok(parse(NAME, { exempt: [{ ...one, container: undefined, until: "2028-02-29" }] }));
    });

    it("reads anew what has changed", () => {
        const settings = { mode: { type: "boolean", default: false, description: "" } } as const;
        const reader = configReader(NAME, settings);
        const exempt = [{ resource: "web", reason: "old" }];
        for (const raw of [{ exempt }, { exempt: [] }, { exempt, mode: true }, { exempt, mode: false }, {}]) {
            const { config, exemptions } = reader(raw);
            assert.deepEqual(exemptions, "exempt" in raw ? raw.exempt : []);
            assert.deepEqual(config, { mode: "mode" in raw ? raw.mode : false });
        }
    });

    it("reads what is equal once, so that uses of exemptions add up", () => {
        const reader = configReader(NAME, {});
        const read = () => reader({ exempt: [{ resource: "web", reason: "old" }] });
        assert.equal(read().exemptions, read().exemptions);
    });

    it("accepts dates and versions, and fills in the rest", () => {
        assert.deepEqual(
            parse(NAME, { minimumAmiDate: "20240101", minimumKernel: "6", amiVersions: { a: "20240101" } }),
            {
                minimumAmiDate: "20240101",
                minimumAgentVersion: "1.77.0",
                minimumKernel: "6",
                amiVersions: { a: "20240101" },
            },
        );
    });
});
