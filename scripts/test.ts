/** Runs everything that has to hold and counts: the last line is `N passed, N failed`. */
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import Mocha from "mocha";
import { pulumiCommand } from "./pulumi-cli";

const ROOT = resolve(__dirname, "..");

/** What passes or fails as a whole, in this order: the tests need the build. */
const STEPS: Readonly<Record<string, string>> = {
    build: "npm run --silent build",
    types: "tsc -p .",
    format: "prettier --check --log-level warn .",
    lint: "eslint .",
};

function run(title: string, command: string): boolean {
    const started = Date.now();
    const { status } = spawnSync(command, { cwd: ROOT, shell: true, stdio: "inherit" });
    console.log(`  ${status === 0 ? "✔" : "✖"} ${title} (${String(Math.round((Date.now() - started) / 1000))} s)`);
    return status === 0;
}

function mocha(): Promise<Mocha.Stats> {
    const tests = new Mocha({ timeout: 10_000 });
    readdirSync(resolve(ROOT, "test"), { recursive: true, encoding: "utf8" })
        .filter((file) => file.endsWith(".test.ts"))
        .sort()
        .forEach((file) => tests.addFile(resolve(ROOT, "test", file)));
    return new Promise((done, fail) => {
        const runner = tests.run(() => {
            if (runner.stats) {
                done(runner.stats);
            } else {
                fail(new Error("the tests did not run"));
            }
        });
    });
}

async function main(): Promise<void> {
    const steps = Object.entries(STEPS).map(([title, command]) => run(title, command));
    await pulumiCommand();
    const { passes, failures, pending } = await mocha();
    const passed = passes + steps.filter(Boolean).length;
    // A skipped test is a test that did not show anything.
    const failed = failures + pending + steps.filter((ok) => !ok).length;
    console.log(`${String(passed)} passed, ${String(failed)} failed`);
    process.exit(failed > 0 ? 1 : 0);
}

main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    console.log("0 passed, 1 failed");
    process.exit(1);
});
