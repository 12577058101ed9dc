import assert from "node:assert/strict";
import fc from "fast-check";
import { parseJson } from "../../lib/json";

describe("lib/json", () => {
    const broken: Record<string, [text: string, place: string]> = {
        "empty text": ["", "line 1, column 1"],
        "a trailing comma": ['[{"name": "app",}]', "line 1, column 17"],
        "a missing bracket": ["[{}", "line 1, column 4"],
        "a missing value": ['[{"a":}]', "line 1, column 7"],
        "single quotes": ["[{'a': 1}]", "line 1, column 3"],
        "an unfinished string": ['[{"a": "secret', "line 1, column 8"],
        "a second line": ['[\n  {"a": 1}\n  {"b": 2}\n]', "line 3, column 3"],
        "a word": ["undefined", "line 1, column 1"],
        "text after the end": ["[] []", "line 1, column 4"],
        "a colon in an array": ['["a": 1]', "line 1, column 5"],
        "a comment": ["[ // none\n]", "line 1, column 3"],
        "a number that does not end": ["[1.]", "line 1, column 2"],
        "a letter after a word": ["[true1]", "line 1, column 2"],
        "a byte order mark": ["\ufeff[]", "line 1, column 1"],
        "a space of another kind": ["[\u00a01]", "line 1, column 2"],
        "a control character": ['["\t"]', "line 1, column 2"],
    };
    for (const [title, [text, place]] of Object.entries(broken)) {
        it(`says where ${title} breaks it`, () => {
            assert.throws(() => parseJson(text), { name: "SyntaxError", message: `is not JSON (${place})` });
        });
    }

    it("names a place in any text that is not JSON, and shows nothing of it", () => {
        const edit = fc.record({
            json: fc.json(),
            at: fc.nat(),
            cut: fc.nat(3),
            insert: fc.constantFrom("", "{", "}", "[", "]", ",", ":", '"', "1", "-", "a", "\\", " ", "\n"),
        });
        fc.assert(
            fc.property(edit, ({ json, at, cut, insert }) => {
                const place = at % (json.length + 1);
                const text = json.slice(0, place) + insert + json.slice(place + cut);
                try {
                    JSON.parse(text);
                } catch {
                    assert.throws(
                        () => parseJson(text),
                        ({ message }: Error) => {
                            const [, line, column] = /^is not JSON \(line (\d+), column (\d+)\)$/.exec(message) ?? [];
                            const [found] = text.split("\n").slice(Number(line) - 1);
                            return found !== undefined && Number(column) >= 1 && Number(column) <= found.length + 1;
                        },
                    );
                }
            }),
            { numRuns: 5_000 },
        );
    });

    it("follows brackets that never close", () => {
        assert.throws(() => parseJson("[".repeat(100_000)), { name: "SyntaxError", message: /^is not JSON/ });
    });
});
