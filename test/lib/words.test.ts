import assert from "node:assert/strict";
import { quote, quoteSome } from "../../lib/words";

describe("words of messages", () => {
    it("keeps a name on one line, and short", () => {
        assert.equal(quote('a "b"\nc'), String.raw`"a \"b\"\nc"`);
        assert.equal(quote("x".repeat(300)).length, 258);
    });

    it("lists three names and counts the rest", () => {
        assert.equal(quoteSome(["a"]), '"a"');
        assert.equal(quoteSome(["a", "b", "c"]), '"a", "b", "c"');
        assert.equal(quoteSome(["a", "b", "c", "d", "e"]), '"a", "b", "c" and 2 more');
    });
});
