/** Bundles the pack, the library and the command into a file each: one file loads faster than a hundred and fifty. */
import { chmodSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { build, type Metafile, type Plugin } from "esbuild";
import { TOPICS, type Topic } from "../lib/policy";
import { namesIn } from "../lib/registry";

const ROOT = resolve(__dirname, "..");
const COMMAND = "cli/ecs-guard-config";

/**
 * Puts a list of policies in place of the folders.
 * @param wrap source of a function through which each policy goes
 */
function registry(topics: readonly Topic[], wrap: string): Plugin {
    const policies = topics.flatMap((topic) => namesIn(topic).map((name) => ({ topic, name })));
    const contents = [
        ...policies.map(({ topic, name }, index) => `import p${index} from "../policies/${topic}/${name}";`),
        `const wrap = ${wrap};`,
        `const policies = { ${TOPICS.map((topic) => `"${topic}": {}`).join(", ")} };`,
        ...policies.map(({ topic, name }, index) => `policies["${topic}"]["${name}"] = wrap(p${index});`),
        "export const policiesOf = (topic) => policies[topic];",
    ].join("\n");
    return {
        name: "registry",
        setup(build) {
            build.onLoad({ filter: /[\\/]lib[\\/]registry\.ts$/ }, () => ({ contents, resolveDir: join(ROOT, "lib") }));
        },
    };
}

/** Bundles these files, and what they are made of except the SDK, into a folder; with the policies of these topics. */
export async function bundle(
    folder: string,
    entries: readonly string[],
    topics: readonly Topic[] = TOPICS,
    wrap = "(policy) => policy",
): Promise<Metafile> {
    const { metafile } = await build({
        absWorkingDir: ROOT,
        entryPoints: entries.map((name) => ({ in: `${name}.ts`, out: name })),
        outdir: folder,
        bundle: true,
        platform: "node",
        target: "node20",
        external: ["@pulumi/*"],
        // One of them has a `main` that only Node can resolve.
        mainFields: ["module", "main"],
        plugins: [registry(topics, wrap)],
        metafile: true,
        logLevel: "warning",
    });
    return metafile;
}

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
    const { inputs } = await bundle(bin, ["index", "library", COMMAND]);
    chmodSync(join(bin, `${COMMAND}.js`), 0o755);
    const folders = Object.keys(inputs).flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []);
    const licences = [...new Set(folders)].sort().map(licenceOf);
    writeFileSync(join(bin, "LICENSES.txt"), licences.join(`\n${"-".repeat(80)}\n\n`));
}

if (require.main === module) {
    main().catch((error: unknown) => {
        console.error(error instanceof Error ? error.message : error);
        process.exitCode = 1;
    });
}
