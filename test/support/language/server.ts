/**
 * A stand-in for the language host of Node, for machines without it: it installs the dependencies of a policy pack that
 * the CLI has downloaded, and starts it, with the commands that `pulumi-language-nodejs` runs. Development dependencies
 * are installed too, as by the real one, so a pack that is to stay small must not name any.
 *
 * It is not the real one. It runs no programs, knows no package manager but npm, and answers nothing else.
 */
import { spawn, type ChildProcess } from "node:child_process";
import * as grpc from "@grpc/grpc-js";
import type { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { LanguageRuntimeService } from "@pulumi/pulumi/proto/language_grpc_pb";
import * as proto from "@pulumi/pulumi/proto/language_pb";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";

const handlers: grpc.UntypedServiceImplementation = {
    getPluginInfo: ((_, callback) => callback(null, new PluginInfo())) satisfies grpc.handleUnaryCall<
        Empty,
        PluginInfo
    >,

    installDependencies: ((call) => {
        const cwd = call.request.getDirectory();
        const npm = spawn("npm", ["install", "--loglevel=error"], { cwd, stdio: "pipe" });
        npm.stdout.on("data", (data: Buffer) => call.write(new proto.InstallDependenciesResponse().setStdout(data)));
        npm.stderr.on("data", (data: Buffer) => call.write(new proto.InstallDependenciesResponse().setStderr(data)));
        ended(npm, call, (code) => {
            if (code === 0) call.end();
            else fail(call, `npm install ended with ${code}`);
        });
    }) satisfies grpc.handleServerStreamingCall<proto.InstallDependenciesRequest, proto.InstallDependenciesResponse>,

    runPlugin: ((call) => {
        const { request } = call;
        const folder = request.getInfo()?.getProgramDirectory() ?? "";
        if (request.getKind() !== "analyzer") {
            fail(call, `this language host runs policy packs, not ${request.getKind()}`);
            return;
        }
        const runner = locate("@pulumi/pulumi/cmd/run-policy-pack", folder);
        if (runner === undefined) {
            fail(call, `The dependencies of the policy pack in ${folder} are not installed.`);
            return;
        }
        const pack = spawn(process.execPath, [runner, ...request.getArgsList(), folder], {
            cwd: folder,
            env: environmentOf(request.getEnvList()),
            stdio: "pipe",
        });
        pack.stdout.on("data", (data: Buffer) => call.write(new proto.RunPluginResponse().setStdout(data)));
        pack.stderr.on("data", (data: Buffer) => call.write(new proto.RunPluginResponse().setStderr(data)));
        ended(pack, call, (code) => {
            call.write(new proto.RunPluginResponse().setExitcode(code));
            call.end();
        });
    }) satisfies grpc.handleServerStreamingCall<proto.RunPluginRequest, proto.RunPluginResponse>,
};

type Call = grpc.ServerWritableStream<unknown, unknown>;

/** Waits for the end of a process, which ends with the call at the latest. */
function ended(child: ChildProcess, call: Call, done: (code: number) => void): void {
    const kill = () => void child.kill("SIGKILL");
    call.once("cancelled", kill);
    process.once("exit", kill);
    child.once("error", (error) => fail(call, error.message));
    child.once("close", (code) => {
        process.off("exit", kill);
        done(code ?? -1);
    });
}

/** From `NAME=value`; later ones win. */
function environmentOf(entries: readonly string[]): Record<string, string> {
    return Object.fromEntries(
        entries.map((entry): [string, string] => {
            const at = entry.indexOf("=");
            return [entry.slice(0, at), entry.slice(at + 1)];
        }),
    );
}

function fail(call: Call, details: string): void {
    call.emit("error", { code: grpc.status.UNKNOWN, details });
}

function locate(module: string, folder: string): string | undefined {
    try {
        return require.resolve(module, { paths: [folder] });
    } catch {
        return undefined;
    }
}

const server = new grpc.Server();
server.addService(LanguageRuntimeService, handlers);
server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => {
    if (error) throw error;
    // The engine reads the port from the first line.
    console.log(String(port));
});
