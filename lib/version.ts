/** The form of a dotted version, as the pattern of a JSON schema. */
export const VERSION = String.raw`^\d+(\.\d+)*$`;
const IS_VERSION = new RegExp(VERSION);

/**
 * Compares dotted versions number by number, so that `1.10` is newer than `1.9`; numbers left out are 0. A date
 * such as `20230929` is a version of one number.
 * @returns negative where `a` is older, 0 where they are the same; undefined where one of them is no such version
 */
export function compareVersions(a: string, b: string): number | undefined {
    if (!IS_VERSION.test(a) || !IS_VERSION.test(b)) {
        return undefined;
    }
    const [left, right] = [a.split("."), b.split(".")];
    const differences = Array.from(
        { length: Math.max(left.length, right.length) },
        (_, place) => Number(left[place] ?? 0) - Number(right[place] ?? 0),
    );
    return differences.find((difference) => difference !== 0) ?? 0;
}
