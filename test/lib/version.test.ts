import assert from "node:assert/strict";
import { compareVersions } from "../../lib/version";

describe("lib/version", () => {
    const pairs: Record<string, [a: string, b: string, sign: number | undefined]> = {
        "equal ones": ["1.4.0", "1.4.0", 0],
        "number by number, not as text": ["1.10", "1.9", 1],
        "an older first number": ["4.14", "5.10", -1],
        "an older last number": ["1.50.1", "1.50.2", -1],
        "numbers left out as 0": ["1.4", "1.4.0", 0],
        "a further number as newer": ["1.4.0.1", "1.4.0", 1],
        "a leading zero": ["1.04", "1.4", 0],
        dates: ["20210121", "20230929", -1],
        "a word not at all": ["LATEST", "1.4.0", undefined],
        "a suffix not at all": ["1.4.0", "1.4.0-rc1", undefined],
        "an empty text not at all": ["", "1", undefined],
        "an empty number not at all": ["1..2", "1.2", undefined],
        "a sign not at all": ["-1", "1", undefined],
    };
    for (const [title, [a, b, sign]] of Object.entries(pairs)) {
        it(`compares ${title}`, () => {
            const difference = compareVersions(a, b);
            assert.equal(difference === undefined ? undefined : Math.sign(difference), sign);
            const reverse = compareVersions(b, a);
            assert.equal(reverse === undefined ? undefined : Math.sign(reverse), sign && 0 - sign);
        });
    }
});
