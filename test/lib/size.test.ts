import assert from "node:assert/strict";
import fc from "fast-check";
import { cpuUnits, mebibytes, sizeOf, sizesOf, sizesWith } from "../../lib/size";

/** Upper or lower case, letter by letter. */
const anyCase = (word: string) =>
    fc
        .array(fc.boolean(), { minLength: word.length, maxLength: word.length })
        .map((upper) => Array.from(word, (letter, i) => (upper[i] ? letter.toUpperCase() : letter)).join(""));

describe("lib/size", () => {
    it("reads what AWS writes", () => {
        assert.equal(cpuUnits("256"), 256);
        assert.equal(cpuUnits(".25 vcpu"), 256);
        assert.equal(cpuUnits("0.25vCPU"), 256);
        assert.equal(cpuUnits("16 VCPU"), 16384);
        assert.equal(mebibytes("512"), 512);
        assert.equal(mebibytes(".5 gb"), 512);
        assert.equal(mebibytes("120GB"), 122880);
    });

    it("reads nothing else", () => {
        for (const text of ["", " ", "1.5", "-1", "1e3", "1,5 GB", ". GB", "GB", "1 GB 2", "1 GiB", "512 MB", "0x10"]) {
            assert.equal(mebibytes(text), undefined, text);
            assert.equal(cpuUnits(text), undefined, text);
        }
        assert.equal(cpuUnits("1 GB"), undefined);
        assert.equal(mebibytes("1 vCPU"), undefined);
    });

    it("reads every way of writing the same amount alike", () => {
        const quarter = fc.integer({ min: 1, max: 1000 });
        const space = fc.constantFrom("", " ", "  ");
        fc.assert(
            fc.property(
                quarter,
                space,
                anyCase("vcpu"),
                anyCase("gb"),
                fc.boolean(),
                (quarters, gap, vcpu, gb, zero) => {
                    const amount = String(quarters / 4);
                    const number = zero ? amount : amount.replace(/^0/, "");
                    assert.equal(cpuUnits(`${number}${gap}${vcpu}`), quarters * 256);
                    assert.equal(cpuUnits(String(quarters * 256)), quarters * 256);
                    assert.equal(mebibytes(`${number}${gap}${gb}`), quarters * 256);
                },
            ),
        );
    });

    it("takes any text", () => {
        fc.assert(
            fc.property(fc.oneof(fc.string(), fc.string({ unit: "binary" })), (text) => {
                for (const read of [cpuUnits, mebibytes]) {
                    const amount = read(text);
                    assert.ok(amount === undefined || amount >= 0);
                }
            }),
        );
        assert.equal(cpuUnits("1".repeat(100_000) + "x"), undefined);
        assert.equal(cpuUnits(`1${" ".repeat(100_000)}`), undefined);
    });

    it("has the sizes of Fargate and the memory of the agent", () => {
        const rows: [cpu: number, memory: number, agent: number | undefined][] = [
            [256, 512, 128],
            [256, 2048, 128],
            [512, 4096, 128],
            [1024, 5120, 128],
            [2048, 16384, 128],
            [4096, 20480, 128],
            [4096, 21504, undefined],
            [4096, 30720, undefined],
            [8192, 16384, 256],
            [8192, 28672, 256],
            [8192, 32768, 512],
            [8192, 61440, 512],
            [16384, 32768, 1024],
            [16384, 122880, 1024],
            [32768, 61440, undefined],
            [32768, 122880, undefined],
            [32768, 249856, undefined],
        ];
        for (const [cpu, memory, agent] of rows) {
            assert.deepEqual([sizeOf(cpu, memory)?.cpu, sizeOf(cpu, memory)?.agent], [cpu, agent]);
        }
    });

    it("has these and no others", () => {
        const counts = [256, 512, 1024, 2048, 4096, 8192, 16384, 32768].map(
            (cpu) => Array.from(Array(300_000).keys()).filter((memory) => sizeOf(cpu, memory)).length,
        );
        assert.deepEqual(counts, [3, 4, 7, 13, 23, 12, 12, 3]);
        fc.assert(
            fc.property(fc.nat(40_000), fc.nat(260_000), (cpu, memory) => {
                const size = sizeOf(cpu, memory);
                assert.ok(!size || (sizesOf(memory).includes(size) && sizesWith(cpu).includes(size)));
            }),
        );
    });
});
