import assert from "node:assert/strict";
import { suggestion } from "../../lib/suggestion";

describe("suggestions", () => {
    const NAMES = ["advisory", "mandatory", "disabled", "all"];
    const expected: Readonly<Record<string, string | undefined>> = {
        mandatry: "mandatory",
        mandattory: "mandatory",
        nandatory: "mandatory",
        al: "all",
        balls: "all",
        disable: "disabled",
        strict: undefined,
        constructor: undefined,
        "": undefined,
    };
    for (const [word, name] of Object.entries(expected)) {
        it(`takes ${JSON.stringify(word)} for ${name ?? "none"}`, () => {
            assert.equal(suggestion(word, NAMES), name === undefined ? "" : `; did you mean "${name}"?`);
        });
    }

    it("takes the nearest, and of several the first", () => {
        assert.equal(suggestion("requiredTags", ["requiredTag", "tags"]), '; did you mean "requiredTag"?');
        assert.equal(suggestion("tag", ["tap", "tan"]), '; did you mean "tap"?');
    });
});
