/**
 * Packs the package without its development dependencies, as `prepack` and `postpack`: Pulumi installs a published
 * pack with a plain `npm install` in its folder, which would bring them, TypeScript among them, to every stack.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";

const MANIFEST = resolve(__dirname, "../package.json");
/** The development dependencies while they are left out. What is left of a packing that broke off stays here. */
const KEPT = resolve(__dirname, "../.tmp/devDependencies.json");

type Json = Record<string, unknown>;

const read = (file: string): Json => (existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Json) : {});
const write = (file: string, content: Json): void => writeFileSync(file, `${JSON.stringify(content, undefined, 4)}\n`);

function strip(): void {
    const { devDependencies, ...published } = read(MANIFEST);
    if (devDependencies && existsSync(KEPT)) {
        throw new Error(
            `A packing broke off and left what it took out of package.json in ${KEPT}. Put back what is missing, delete that file, and pack again.`,
        );
    }
    if (devDependencies) {
        mkdirSync(dirname(KEPT), { recursive: true });
        write(KEPT, devDependencies as Json);
        write(MANIFEST, published);
    }
}

function restore(): void {
    if (!existsSync(KEPT)) return;
    write(MANIFEST, { ...read(MANIFEST), devDependencies: read(KEPT) });
    rmSync(KEPT);
}

try {
    if (process.argv[2] === "restore") restore();
    else strip();
} catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
}
