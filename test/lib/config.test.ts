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
            const message = `Configuration of ${NAME}: ${name} is not accepted; accepted is ${accepted}.`;
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
                    'Configuration of tagged-ecs-cluster: "requiredTagKeys" is not accepted; accepted is ' +
                    "a list of strings, at most 6, each a tag key that does not begin with aws:.",
            });
        }
        parse("tagged-ecs-cluster", { requiredTagKeys: ["a", "AW", "aws", "Awsome:x", "b:aws:"] });
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
