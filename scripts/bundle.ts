/** Bundles what is made of other packages with them, so that none of these has to be installed with the pack. */
import { chmodSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "esbuild";

const ROOT = resolve(__dirname, "..");
const COMMAND = "cli/ecs-guard-config";

/** The licence of a package, which goes wherever its code goes. */
function licenceOf(folder: string): string {
    const file = readdirSync(join(ROOT, folder)).find((name) => /^licen[cs]e/i.test(name));
    if (file === undefined) {
        throw new Error(`${folder} has no licence.`);
    }
    return `${folder.replace(/.*node_modules\//, "")}\n\n${readFileSync(join(ROOT, folder, file), "utf8").trim()}\n`;
}

async function main(): Promise<void> {
    const bin = join(ROOT, "bin");
    const { metafile } = await build({
        absWorkingDir: ROOT,
        entryPoints: [COMMAND, "lib/json", "lib/suggestion"].map((name) => `${name}.ts`),
        outdir: bin,
        bundle: true,
        platform: "node",
        target: "node20",
        // One of them has a `main` that only Node can resolve.
        mainFields: ["module", "main"],
        metafile: true,
        logLevel: "warning",
    });
    chmodSync(join(bin, `${COMMAND}.js`), 0o755);
    const folders = Object.keys(metafile.inputs).flatMap(
        (path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? [],
    );
    const licences = [...new Set(folders)].sort().map(licenceOf);
    writeFileSync(join(bin, "LICENSES.txt"), licences.join(`\n${"-".repeat(80)}\n\n`));
}

main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
});
