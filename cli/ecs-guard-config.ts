#!/usr/bin/env node
/** `ecs-guard-config FILE…`: checks configuration files. */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { version } from "../package.json";
import { check, Finding } from "./check";

const USAGE = `Usage: ecs-guard-config FILE…

Checks configuration files for \`pulumi preview --policy-pack ecs-guard --policy-pack-config FILE\`: names, levels,
settings and exemptions. Lists exemptions that end within 30 days.

    --help     this text
    --version  the version of ecs-guard

Exit code: 0 without errors, 1 with errors, 2 when called in another way.
`;

function count(findings: readonly Finding[], severity: Finding["severity"]): string {
    const number = findings.filter((finding) => finding.severity === severity).length;
    return `${number} ${severity}${number === 1 ? "" : "s"}`;
}

/** What is wrong with a file; a file that cannot be read has no places. */
function checkFile(file: string, today: Date): Finding[] | string {
    try {
        return check(readFileSync(file, "utf8"), today);
    } catch (error) {
        const code = error instanceof RangeError ? "RangeError" : (error as NodeJS.ErrnoException).code;
        return UNREADABLE[code ?? ""] ?? `cannot be read (${code ?? String(error)})`;
    }
}

/** Words for what a file is that cannot be read; the parser goes down as deep as the file does. */
const UNREADABLE: Readonly<Record<string, string>> = {
    ENOENT: "there is no such file",
    EISDIR: "is a folder",
    RangeError: "is nested too deeply",
};

function report(file: string, today: Date): { lines: string[]; ok: boolean } {
    const findings = checkFile(file, today);
    if (typeof findings === "string") {
        return { lines: [`${file}: error: ${findings}`], ok: false };
    }
    return {
        lines: [
            ...findings.map(
                ({ severity, line, column, path, message }) =>
                    `${file}:${line}:${column}: ${severity}: ${path ? `${path}: ` : ""}${message}`,
            ),
            `${file}: ${count(findings, "error")}, ${count(findings, "warning")}`,
        ],
        ok: findings.every(({ severity }) => severity !== "error"),
    };
}

/**
 * @param today the clock by which exemptions end
 * @returns the exit code and what to print
 */
export function run(args: string[], today = new Date()): { code: number; stdout: string; stderr: string } {
    const refuse = (problem: string) => ({ code: 2, stdout: "", stderr: `${problem}\n\n${USAGE}` });
    const parsed = parse(args);
    if (typeof parsed === "string") {
        return refuse(parsed);
    }
    const { values, positionals } = parsed;
    if (values.help) {
        return { code: 0, stdout: USAGE, stderr: "" };
    }
    if (values.version) {
        return { code: 0, stdout: `${version}\n`, stderr: "" };
    }
    if (positionals.length === 0) {
        return refuse("No file is named.");
    }
    const reports = positionals.map((file) => report(file, today));
    return {
        code: reports.every(({ ok }) => ok) ? 0 : 1,
        stdout: reports.map(({ lines }) => `${lines.join("\n")}\n`).join(""),
        stderr: "",
    };
}

/** The options and files, or what is wrong with them. */
function parse(args: string[]) {
    try {
        return parseArgs({
            args,
            allowPositionals: true,
            options: { help: { type: "boolean", short: "h" }, version: { type: "boolean" } },
        });
    } catch (error) {
        return (error as Error).message;
    }
}

if (require.main === module) {
    const { code, stdout, stderr } = run(process.argv.slice(2));
    // Who reads it, such as `head`, may have seen enough.
    process.stdout.on("error", (error: NodeJS.ErrnoException) => {
        if (error.code !== "EPIPE") {
            throw error;
        }
    });
    process.stdout.write(stdout);
    process.stderr.write(stderr);
    process.exitCode = code;
}
