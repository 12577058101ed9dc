import assert from "node:assert/strict";
import fc from "fast-check";
import { getsCoverage, isAboutCoverage, misspellsType, strangeFields } from "../../lib/coverage";
import { ANY_VALUE, EventPattern } from "../../lib/eventPattern";

/** Whether a pattern matches an event with one field. */
function accepts(filter: unknown, field: string | typeof ANY_VALUE | undefined): boolean {
    const pattern = EventPattern.parse(JSON.stringify({ detail: { state: filter } }));
    assert.ok(pattern);
    return pattern.matches((path) => (path === "detail.state" ? field : undefined));
}

describe("lib/eventPattern", () => {
    it("compares values", () => {
        assert.ok(accepts(["on", "off"], "off"));
        assert.ok(!accepts(["on"], "off"));
        assert.ok(!accepts(["On"], "on"));
        assert.ok(!accepts([1, null, true], "1"));
        assert.ok(!accepts(["on"], undefined));
        assert.ok(!accepts([null], undefined));
    });

    it("knows the operators on text", () => {
        assert.ok(accepts([{ prefix: "aws." }], "aws.ecs"));
        assert.ok(!accepts([{ prefix: "AWS." }], "aws.ecs"));
        assert.ok(accepts([{ prefix: { "equals-ignore-case": "AWS." } }], "aws.ecs"));
        assert.ok(accepts([{ suffix: ".ecs" }], "aws.ecs"));
        assert.ok(accepts([{ suffix: { "equals-ignore-case": ".ECS" } }], "aws.ecs"));
        assert.ok(accepts([{ "equals-ignore-case": "AWS.ecs" }], "aws.ECS"));
        assert.ok(!accepts([{ "equals-ignore-case": "aws" }], "aws.ecs"));
        assert.ok(accepts(["other", { prefix: "a" }], "aws"));
        assert.ok(accepts([{ prefix: "a", suffix: "s" }], "aws") && !accepts([{ prefix: "a", suffix: "s" }], "awe"));
    });

    it("knows wildcards", () => {
        const like = (pattern: string, text: string) => accepts([{ wildcard: pattern }], text);
        assert.ok(like("*", "") && like("*a*", "a"));
        assert.ok(like("a*c", "abc") && like("a*c", "ac") && !like("a*c", "abcd"));
        assert.ok(like("*b*d", "abcd") && !like("*d*b", "abcd"));
        assert.ok(!like("ab*ba", "aba"));
        assert.ok(!like("a?c", "abc"));
        assert.ok(like("a\\*c", "a*c") && !like("a\\*c", "abc"));
        assert.ok(like("a\\\\*", "a\\b"));
        assert.ok(!like("a*", "b"));
    });

    it("knows what is to be anything but", () => {
        assert.ok(accepts([{ "anything-but": "on" }], "off"));
        assert.ok(!accepts([{ "anything-but": ["on", "off"] }], "off"));
        assert.ok(accepts([{ "anything-but": [1, 2] }], "1"));
        assert.ok(!accepts([{ "anything-but": { prefix: ["o", "p"] } }], "off"));
        assert.ok(!accepts([{ "anything-but": { "equals-ignore-case": "OFF" } }], "off"));
        assert.ok(accepts([{ "anything-but": { suffix: "x" } }], "off"));
        assert.ok(!accepts([{ "anything-but": "on" }], undefined));
    });

    it("knows what is to be there", () => {
        assert.ok(accepts([{ exists: true }], "") && !accepts([{ exists: true }], undefined));
        assert.ok(accepts([{ exists: false }], undefined) && !accepts([{ exists: false }], ""));
    });

    it("takes texts for neither numbers nor addresses", () => {
        assert.ok(!accepts([{ numeric: [">", 0] }], "1"));
        assert.ok(!accepts([{ cidr: "10.0.0.0/8" }], "10.0.0.1"));
        assert.ok(accepts([{ numeric: [">", 0] }], ANY_VALUE));
    });

    it("takes nonsense for a filter that nothing passes", () => {
        const nonsense = [
            "on",
            1,
            null,
            true,
            [],
            [[]],
            [["on"]],
            [{}],
            [{ prefix: 1 }],
            [{ near: "on" }],
            [{ exists: "on" }],
        ];
        for (const filter of nonsense) {
            assert.ok(!accepts(filter, "on"), JSON.stringify(filter));
        }
        assert.ok(!accepts([{ constructor: "on" }], "on"));
    });

    it("wants all fields to match, and one of the alternatives", () => {
        const pattern = EventPattern.parse(
            '{"a":["1"],"$or":[{"b":["2"]},{"c":{"d":["3"],"$or":[{"e":["4"]},{"f":["5"]}]}}]}',
        );
        const matches = (fields: Record<string, string>) => pattern?.matches((path) => fields[path]);
        assert.ok(matches({ a: "1", b: "2" }));
        assert.ok(matches({ a: "1", "c.d": "3", "c.f": "5" }));
        assert.ok(!matches({ a: "1", "c.d": "3" }));
        assert.ok(!matches({ b: "2" }));
        assert.deepEqual(
            pattern?.filters().map(({ path }) => path),
            ["a", "b", "c.d", "c.e", "c.f"],
        );
        assert.deepEqual(
            pattern.filters("c.e").map(({ texts }) => texts),
            [["4"]],
        );
    });

    it("names no value that is to be anything but", () => {
        const pattern = EventPattern.parse(
            '{"a":["1",{"prefix":"2"},{"prefix":{"equals-ignore-case":"3"}},{"anything-but":["4",{"prefix":"5"}]}]}',
        );
        assert.deepEqual(
            pattern?.filters().map(({ texts }) => texts),
            [["1", "2", "3"]],
        );
    });

    it("takes `$or` for a field where it holds no alternatives", () => {
        const pattern = EventPattern.parse('{"$or":["1"]}');
        assert.ok(pattern?.matches((path) => (path === "$or" ? "1" : undefined)));
        assert.ok(
            !EventPattern.parse('{"$or":[{"a":["1"]},"1"]}')?.matches((path) => (path === "a" ? "1" : undefined)),
        );
    });

    it("finds no pattern where there is none", () => {
        for (const text of [
            "",
            "null",
            "[]",
            '"x"',
            "1",
            "{",
            `{"a":["${"x".repeat(5000)}"]}`,
            '{"a":'.repeat(2 ** 18),
        ]) {
            assert.equal(EventPattern.parse(text), undefined);
        }
    });

    it("copes with a pattern that is as deep as can be", () => {
        const deep = EventPattern.parse(`${'{"a":'.repeat(680)}["x"]${"}".repeat(680)}`);
        assert.equal(
            deep?.matches(() => ANY_VALUE),
            true,
        );
        assert.equal(deep.filters().length, 1);
        const longest = `{"a":["${"x".repeat(4096 - 10)}"]}`;
        assert.equal(longest.length, 4096);
        assert.ok(EventPattern.parse(longest));
        assert.ok(!accepts([{ wildcard: "*a".repeat(1500) }], "a".repeat(1400)));
    });

    it("copes with any pattern", () => {
        const key = fc.constantFrom(
            ...["source", "detail-type", "detail", "$or", "resourceDetails", "resourceType", "prefix", "suffix"],
            ...["wildcard", "anything-but", "exists", "equals-ignore-case", "numeric", "__proto__", "constructor", ""],
        );
        const leaf = fc.constantFrom(
            "aws.guardduty",
            "GuardDuty Runtime Protection Healthy",
            "ECS",
            "*",
            "\\",
            "",
            null,
            1,
            true,
        );
        const { value } = fc.letrec<{ value: unknown }>((tie) => ({
            value: fc.oneof(
                { maxDepth: 6 },
                leaf,
                fc.array(tie("value"), { maxLength: 3 }),
                fc.dictionary(key, tie("value"), { maxKeys: 3 }),
            ),
        }));
        fc.assert(
            fc.property(fc.dictionary(key, value, { maxKeys: 3 }), (json) => {
                const pattern = EventPattern.parse(JSON.stringify(json));
                assert.ok(pattern);
                const fields = strangeFields(pattern);
                assert.ok(!fields.some((field) => /^(source|detail|detail-type|id|time|region|account)$/.test(field)));
                assert.ok(!isAboutCoverage(pattern) || getsCoverage(pattern));
                assert.equal(typeof misspellsType(pattern), "boolean");
            }),
            { numRuns: 2_000 },
        );
    });
});
