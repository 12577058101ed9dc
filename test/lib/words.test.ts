import assert from "node:assert/strict";
import { oneLine, quote, quoteSome } from "../../lib/words";

describe("words of messages", () => {
    it("keeps a name on one line, and short", () => {
        assert.equal(quote('a "b"\nc'), String.raw`"a \"b\"\nc"`);
        assert.equal(quote("a\u009b31m\u2028b\u202e"), String.raw`"a\u{9b}31m\u{2028}b\u{202e}"`);
        assert.equal(quote("x".repeat(300)).length, 258);
        assert.equal(quote("x".repeat(255)).length, 257);
    });

    it("puts what a user wrote on one line", () => {
        assert.equal(oneLine(" why:\r\n\tOPS-1\u001b[2J\u2028\u0000 "), "why: OPS-1 [2J");
        assert.equal(oneLine("needs /dev/net, über alles"), "needs /dev/net, über alles");
        assert.equal(oneLine("a\u202eb"), "a b");
        assert.equal(oneLine("a\u200db"), "a\u200db");
    });

    it("lists three names and counts the rest", () => {
        assert.equal(quoteSome(["a"]), '"a"');
        assert.equal(quoteSome(["b", "a"]), '"a" and "b"');
        assert.equal(quoteSome(["a", "b", "c"]), '"a", "b", and "c"');
        assert.equal(quoteSome(["a", "b", "c", "d", "e"]), '"a", "b", "c" and 2 more');
    });
});
