/** Bundles the command with the packages that it is made of, so that none of them has to be installed with the pack. */
import { chmodSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "esbuild";

const ROOT = resolve(__dirname, "..");
const FOLDER = join(ROOT, "bin", "cli");

/** The licence of a package, which goes wherever its code goes. */
function licenceOf(folder: string): string {
    const file = readdirSync(join(ROOT, folder)).find((name) => /^licen[cs]e/i.test(name));
    if (file === undefined) {
        throw new Error(`${folder} has no licence.`);
    }
    return `${folder.replace(/.*node_modules\//, "")}\n\n${readFileSync(join(ROOT, folder, file), "utf8").trim()}\n`;
}

async function main(): Promise<void> {
    const command = join(FOLDER, "ecs-guard-config.js");
    const { metafile } = await build({
        absWorkingDir: ROOT,
        entryPoints: ["cli/ecs-guard-config.ts"],
        outfile: command,
        bundle: true,
        platform: "node",
        target: "node20",
        // One of them has a `main` that only Node can resolve.
        mainFields: ["module", "main"],
        metafile: true,
        logLevel: "warning",
    });
    chmodSync(command, 0o755);
    const folders = Object.keys(metafile.inputs).flatMap(
        (path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? [],
    );
    const licences = [...new Set(folders)].sort().map(licenceOf);
    writeFileSync(join(FOLDER, "LICENSES.txt"), licences.join(`\n${"-".repeat(80)}\n\n`));
}

main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
});
