import assert from "node:assert/strict";
import {
    awaitsUpdate,
    both,
    decided,
    each,
    either,
    isKnown,
    isPresent,
    isSet,
    known,
    proven,
    some,
    Undecided,
} from "../../lib/unknown";

describe("lib/unknown", () => {
    const fail = (error: unknown) => (): never => {
        throw error;
    };
    /** What the SDK throws where the update will tell, and what a policy throws where nothing does. */
    const unknown = Object.assign(new Error("x"), { unknownTypeSentinel: "x", props: ["tags", "owner"] });
    const undecided = new Undecided("x");
    const ours = new TypeError("ours");

    /** What comes of it: its value, or the error that it ends with. */
    function outcome(run: () => unknown): unknown {
        try {
            return run();
        } catch (error) {
            return error;
        }
    }
    /** Conditions that are true, false, or end with an error. */
    const conditions = (...answers: unknown[]) =>
        answers.map((answer) => () => (typeof answer === "boolean" ? answer : fail(answer)()));

    it("takes no other error for what is not known", () => {
        assert.equal(known(fail(undecided), "otherwise"), "otherwise");
        assert.equal(known(fail(unknown), "otherwise"), "otherwise");
        for (const read of [
            () => known(fail(ours), "otherwise"),
            () => decided(fail(ours), "otherwise"),
            () => isKnown(fail(ours)),
            () => awaitsUpdate(fail(ours)),
            () => isPresent(fail(ours)),
            () => isSet(fail(ours), "owner"),
            () => proven([1], fail(ours)),
            () => both(fail(ours), () => false),
            () => either(fail(ours), () => true),
            () => {
                each<unknown>([undecided, ours], (one) => fail(one)());
            },
        ]) {
            assert.equal(outcome(read), ours);
        }
    });

    it("tells what the update will tell from what nothing tells", () => {
        assert.equal(
            outcome(() => decided(fail(unknown), 1)),
            unknown,
        );
        assert.equal(decided(fail(undecided), 1), 1);
        assert.equal(awaitsUpdate(fail(unknown)), true);
        assert.equal(
            outcome(() => awaitsUpdate(fail(undecided))),
            undecided,
        );
        assert.equal(
            awaitsUpdate(() => undefined),
            false,
        );
        for (const items of [
            [unknown, undecided],
            [undecided, unknown],
        ]) {
            const visit = () => {
                each<unknown>(items, (one) => fail(one)());
            };
            assert.equal(outcome(visit), unknown);
        }
    });

    it("tells the first of what is not known", () => {
        const [first, second] = [new Undecided("first"), new Undecided("second")];
        const visit = () => {
            each([first, second], (one) => fail(one)());
        };
        assert.equal(outcome(visit), first);
    });

    it("decides where the known conditions do, in whatever order", () => {
        const table: [answers: unknown[], both: unknown, either: unknown][] = [
            [[], true, false],
            [[true, true], true, true],
            [[true, false], false, true],
            [[unknown, true], unknown, true],
            [[unknown, false], false, unknown],
            [[false, undecided, unknown], false, unknown],
            [[true, undecided], undecided, true],
        ];
        for (const [answers, all, any] of table) {
            for (const order of [answers, answers.toReversed()]) {
                assert.equal(
                    outcome(() => both(...conditions(...order))),
                    all,
                );
                assert.equal(
                    outcome(() => either(...conditions(...order))),
                    any,
                );
                assert.equal(
                    outcome(() => some(conditions(...order), (condition) => condition())),
                    any,
                );
            }
        }
    });

    it("gives what is proven, and the unknown only where nothing is", () => {
        const passes = (answer: unknown) => conditions(answer)[0]?.() ?? false;
        assert.deepEqual(proven<unknown>([false, unknown, true], passes), [true]);
        assert.deepEqual(proven([false], passes), []);
        assert.equal(
            outcome(() => proven<unknown>([false, undecided, unknown], passes)),
            unknown,
        );
    });

    it("counts an unknown value as there, but not an unknown whole of which it would be a part", () => {
        assert.equal(isPresent(fail(unknown)), true);
        assert.equal(
            isPresent(() => ""),
            false,
        );
        assert.equal(
            isPresent(() => undefined),
            false,
        );
        assert.equal(
            isPresent(() => ["a"]),
            true,
        );
        assert.equal(isSet(fail(unknown), "owner"), true);
        assert.equal(
            outcome(() => isSet(fail(unknown), "tags")),
            unknown,
        );
        assert.equal(
            outcome(() => isSet(fail(undecided), "owner")),
            undecided,
        );
        assert.equal(
            isSet(() => "", "owner"),
            false,
        );
        assert.equal(
            isSet(() => "me", "owner"),
            true,
        );
    });
});
