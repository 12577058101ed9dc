import { execFile, spawn } from "node:child_process";
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { PulumiCommand } from "@pulumi/pulumi/automation";

const VERSION = "3.250.0";
const EXECUTABLE = process.platform === "win32" ? "pulumi.exe" : "pulumi";

const run = promisify(execFile);

let found: Promise<PulumiCommand> | undefined;

/** The Pulumi CLI: the one on the PATH if it is recent enough, else one built from source, once, with Go. */
export function pulumiCommand(): Promise<PulumiCommand> {
    return (found ??= find());
}

async function find(): Promise<PulumiCommand> {
    const installed = await PulumiCommand.get({ skipVersionCheck: true }).catch(() => undefined);
    if (installed?.version && installed.version.compare(VERSION) >= 0) return installed;

    // Where Pulumi's own tools keep versions side by side.
    const root = join(process.env.PULUMI_HOME ?? join(homedir(), ".pulumi"), "versions", VERSION);
    if (!existsSync(join(root, "bin", EXECUTABLE))) await build(join(root, "bin"));
    return PulumiCommand.get({ root, skipVersionCheck: true });
}

/** Builds the CLI into a folder, under another name until it is complete. */
async function build(folder: string): Promise<void> {
    await run("go", ["version"]).catch(() => {
        throw new Error(
            `Install the Pulumi CLI ${VERSION} or later (https://www.pulumi.com/docs/install/), or Go to build it.`,
        );
    });
    console.error(`Building the Pulumi CLI ${VERSION} from source; this takes 3 to 10 minutes, once.`);

    mkdirSync(folder, { recursive: true });
    const unfinished = join(folder, `.${EXECUTABLE}-${process.pid}`);
    const version = `github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=v${VERSION}`;
    const source = "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi";
    try {
        await exec("go", ["build", "-trimpath", "-ldflags", `-s -w -X ${version}`, "-o", unfinished, source]);
        renameSync(unfinished, join(folder, EXECUTABLE));
    } finally {
        rmSync(unfinished, { force: true });
    }
}

function exec(command: string, args: string[]): Promise<void> {
    const env = { ...process.env, CGO_ENABLED: "0" };
    const child = spawn(command, args, { cwd: join(__dirname, "pulumi-cli"), env, stdio: "inherit" });
    return new Promise((resolve, reject) => {
        child.once("error", reject);
        child.once("exit", (code) => {
            if (code === 0) resolve();
            else reject(new Error(`The Pulumi CLI could not be built: ${command} ended with ${code ?? "a signal"}.`));
        });
    });
}
