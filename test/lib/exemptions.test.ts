import assert from "node:assert/strict";
import { covering, Exemption, Ledger } from "../../lib/exemptions";

const urn = (name: string): string => `urn:pulumi:dev::shop::aws:ecs/service:Service::${name}`;
const exemption = (more: Partial<Exemption> = {}): Exemption => ({ resource: "*", reason: "old", ...more });

describe("lib/exemptions", () => {
    it("finds a resource by its name and by its URN", () => {
        const cover = (resource: string): number =>
            covering([exemption({ resource })], { name: "web", urn: urn("web") }, new Date()).valid.length;
        for (const glob of ["web", "w?b", urn("web"), "urn:*::web"]) {
            assert.equal(cover(glob), 1, glob);
        }
        for (const glob of ["we", "Web", "urn:*::api"]) {
            assert.equal(cover(glob), 0, glob);
        }
    });

    it("exempts no container without a name by its name", () => {
        const one = { name: "web", urn: urn("web") };
        const cover = (container?: () => string | undefined): number =>
            covering([exemption({ container: "*" })], { ...one, container }, new Date()).valid.length;
        assert.equal(
            cover(() => "app"),
            1,
        );
        assert.equal(
            cover(() => undefined),
            0,
        );
        assert.equal(cover(), 0);
    });

    describe("an account", () => {
        /** What comes of an exemption of all, by what it covers in each resource and whether there is a verdict. */
        const uses = (judged: Record<string, [covered: number, verdict: boolean]>, resource = "*"): number[] => {
            const ledger = new Ledger();
            const exemptions = [exemption({ resource })];
            for (const [name, [covered, verdict]] of Object.entries(judged)) {
                const judgement = ledger.open("policy", exemptions, { name, urn: urn(name) });
                judgement.covered.push(...Array<Exemption>(covered).fill(exemptions[0] ?? assert.fail()));
                judgement.verdict = verdict;
            }
            return ledger.uses(new Set([urn("web"), urn("api")])).map(({ covers }) => covers);
        };

        it("counts what is covered, whatever is not known elsewhere", () => {
            assert.deepEqual(uses({ web: [2, true], api: [1, true] }), [3]);
            assert.deepEqual(uses({ web: [1, true], api: [0, false] }), [1]);
        });

        it("names what is needless where there is a verdict on all that it names", () => {
            assert.deepEqual(uses({ web: [0, true], api: [0, true] }), [0]);
            assert.deepEqual(uses({ web: [0, true], api: [0, false] }), []);
            assert.deepEqual(uses({ web: [0, true], api: [0, false] }, "web"), [0]);
            assert.deepEqual(uses({ web: [0, true], api: [0, false] }, urn("web")), [0]);
        });

        it("leaves out what is not in the stack", () => {
            assert.deepEqual(uses({ gone: [1, true] }), []);
            assert.deepEqual(uses({ web: [0, true], gone: [1, true] }), [0]);
        });

        it("forgets what was covered before the exemptions were taken away", () => {
            const ledger = new Ledger();
            const one = { name: "web", urn: urn("web") };
            ledger.open("policy", [exemption()], one).verdict = true;
            ledger.open("policy", [], one).verdict = true;
            assert.deepEqual(ledger.uses(new Set([one.urn])), []);
        });
    });
});
