/**
 * Packs the package without its development dependencies, as `prepack` and `postpack`: Pulumi installs a published
 * pack with a plain `npm install` in its folder, which would bring them, TypeScript among them, to every stack.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";

const MANIFEST = resolve(__dirname, "../package.json");
const ORIGINAL = resolve(__dirname, "../.tmp/package.json");

function strip(): void {
    const text = readFileSync(MANIFEST, "utf8");
    const { devDependencies, ...published } = JSON.parse(text) as Record<string, unknown>;
    // What is left of a packing that broke off has none, and its original is kept.
    if (!devDependencies) return;
    mkdirSync(dirname(ORIGINAL), { recursive: true });
    writeFileSync(ORIGINAL, text);
    writeFileSync(MANIFEST, `${JSON.stringify(published, undefined, 4)}\n`);
}

function restore(): void {
    if (existsSync(ORIGINAL)) renameSync(ORIGINAL, MANIFEST);
}

if (process.argv[2] === "restore") restore();
else strip();
