import assert from "node:assert/strict";
import { each, known, Undecided } from "../../lib/unknown";

describe("lib/unknown", () => {
    const fail = (error: unknown) => (): never => {
        throw error;
    };

    it("takes no other error for what is not known", () => {
        const error = new TypeError("ours");
        assert.equal(known(fail(new Undecided("x")), "otherwise"), "otherwise");
        assert.throws(() => known(fail(error), "otherwise"), error);
        assert.throws(() => {
            each<unknown>([new Undecided("x"), error], (one) => fail(one)());
        }, error);
    });

    it("prefers what the update will tell to what nothing tells", () => {
        const error = Object.assign(new Error("x"), { unknownTypeSentinel: "x", props: ["name"] });
        for (const items of [
            [error, new Undecided("x")],
            [new Undecided("x"), error],
        ]) {
            assert.throws(() => {
                each<unknown>(items, (one) => fail(one)());
            }, error);
        }
    });

    it("tells the first of what is not known", () => {
        const [first, second] = [new Undecided("first"), new Undecided("second")];
        assert.throws(
            () => {
                each([first, second], (one) => fail(one)());
            },
            (thrown) => thrown === first,
        );
    });
});
