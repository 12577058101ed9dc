import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { Client, credentials, type MethodDefinition, type ServiceError } from "@grpc/grpc-js";
import type { EnforcementLevel, PolicyComplianceFramework } from "@pulumi/policy";
import { AnalyzerService } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import * as proto from "@pulumi/pulumi/proto/analyzer_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct, type JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";
import { field, struct } from "./struct";

export type Properties = Record<string, unknown>;

/** A string that is not known until the update, as the engine sends it. */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";

/** A secret, as the engine sends it. */
export function secret(value: unknown): Properties {
    return { [SIGNATURE]: SECRET, value };
}

/** A resource, as the engine tells it to a policy pack. */
export interface Resource {
    type: string;
    name?: string;
    /** Made from type and name, if left out. */
    urn?: string;
    properties?: Properties;
    protect?: boolean;
    aliases?: string[];
    provider?: { name: string; properties: Properties };
    /** For `analyzeStack` only, like what follows: URNs. */
    parent?: string;
    dependencies?: string[];
    propertyDependencies?: Record<string, string[]>;
}

/** What a policy found. */
export interface Violation {
    policy: string;
    level: EnforcementLevel;
    severity: string;
    message: string;
    urn: string;
}

export interface Findings {
    violations: Violation[];
    notApplicable: { policy: string; reason: string }[];
}

/** What the repair of a policy made of the inputs, or why there is none. */
export interface Repair {
    policy: string;
    properties: Properties | undefined;
    diagnostic: string;
}

/** What the pack says about one of its policies. */
export interface PolicyInfo {
    name: string;
    type: "resource" | "stack" | undefined;
    displayName: string;
    description: string;
    level: EnforcementLevel;
    severity: string;
    framework: PolicyComplianceFramework | undefined;
    tags: string[];
    remediationSteps: string;
    url: string;
    configSchema: Properties | undefined;
}

export interface PackInfo {
    name: string;
    displayName: string;
    version: string;
    policies: PolicyInfo[];
}

/** Levels and settings by policy, as in the file given to `--policy-pack-config`. */
export type Config = Record<string, { enforcementLevel?: EnforcementLevel; [setting: string]: unknown }>;

export function urnOf({ type, name = "it", urn }: Pick<Resource, "type" | "name" | "urn">): string {
    return urn ?? `urn:pulumi:dev::test::${type}::${name}`;
}

/** Numbers of fields, the same in all messages about resources. */
const PROPERTIES = 2;
const PROVIDER = 6;

/** The request for `analyze` and `remediate`, ready to be sent. */
export function analyzeRequest(resource: Resource): Buffer {
    return described(new proto.AnalyzeRequest(), resource);
}

/** The request for `analyzeStack`, ready to be sent. */
export function stackRequest(resources: readonly Resource[]): Buffer {
    return Buffer.concat(
        resources.map((resource) => {
            const { parent, dependencies, propertyDependencies = {} } = resource;
            const message = new proto.AnalyzerResource();
            message.setParent(parent ?? "");
            message.setDependenciesList(dependencies ?? Object.values(propertyDependencies).flat());
            for (const [property, urns] of Object.entries(propertyDependencies)) {
                const list = new proto.AnalyzerPropertyDependencies();
                message.getPropertydependenciesMap().set(property, list);
                list.setUrnsList(urns);
            }
            return field(1, described(message, resource));
        }),
    );
}

function described(message: proto.AnalyzeRequest | proto.AnalyzerResource, resource: Resource): Buffer {
    const { type, name = "it", properties = {}, protect = false, aliases = [], provider } = resource;
    const options = new proto.AnalyzerResourceOptions();
    options.setProtect(protect);
    options.setAliasesList(aliases);
    message.setType(type);
    message.setName(name);
    message.setUrn(urnOf(resource));
    message.setOptions(options);
    return Buffer.concat([
        message.serializeBinary(),
        field(PROPERTIES, struct(properties)),
        ...(provider ? [field(PROVIDER, providerBytes(provider))] : []),
    ]);
}

function providerBytes({ name, properties }: NonNullable<Resource["provider"]>): Buffer {
    const type = "pulumi:providers:aws";
    const message = new proto.AnalyzerProviderResource();
    message.setType(type);
    message.setName(name);
    message.setUrn(urnOf({ type, name }));
    return Buffer.concat([message.serializeBinary(), field(PROPERTIES, struct(properties))]);
}

/** A policy pack in its own process, started and asked as Pulumi does. */
export class Analyzer {
    private readonly client: Client;

    constructor(
        port: string,
        /** The process. */
        readonly pid: number,
        /** Ends the process. */
        readonly stop: () => Promise<void>,
    ) {
        this.client = new Client(`127.0.0.1:${port}`, credentials.createInsecure(), {
            "grpc.max_receive_message_length": -1,
        });
    }

    /** Milliseconds that the process has computed so far, however busy the machine is; else those that went by. */
    time(): number {
        const stat = `/proc/${String(this.pid)}/stat`;
        if (!existsSync(stat)) {
            return performance.now();
        }
        // After the name of the process, which may hold anything: user and system time in hundredths of a second.
        const [, user, system] = /^\d+ \(.*\)(?: \S+){11} (\d+) (\d+)/s.exec(readFileSync(stat, "utf8")) ?? [];
        return (Number(user) + Number(system)) * 10;
    }

    /** Sets levels and settings; like the engine, sends the default level of each policy that has none here. */
    async configure(config: Config): Promise<void> {
        const request = new proto.ConfigureAnalyzerRequest();
        const { policies } = await this.getAnalyzerInfo();
        for (const { name, level } of policies) {
            const { enforcementLevel = level, ...settings } = config[name] ?? {};
            const policyConfig = new proto.PolicyConfig();
            policyConfig.setEnforcementlevel(ENFORCEMENT[enforcementLevel]);
            policyConfig.setProperties(Struct.fromJavaScript(settings as Record<string, JavaScriptValue>));
            request.getPolicyconfigMap().set(name, policyConfig);
        }
        await this.call(AnalyzerService.configure, Buffer.from(request.serializeBinary()));
    }

    async getAnalyzerInfo(): Promise<PackInfo> {
        const info = await this.call(AnalyzerService.getAnalyzerInfo, Buffer.from(new Empty().serializeBinary()));
        return {
            name: info.getName(),
            displayName: info.getDisplayname(),
            version: info.getVersion(),
            policies: info.getPoliciesList().map((policy) => ({
                name: policy.getName(),
                type: ([undefined, "resource", "stack"] as const)[policy.getPolicyType()],
                displayName: policy.getDisplayname(),
                description: policy.getDescription(),
                level: levelOf(policy.getEnforcementlevel()),
                severity: severityOf(policy.getSeverity()),
                framework: policy.getFramework()?.toObject(),
                tags: policy.getTagsList(),
                remediationSteps: policy.getRemediationSteps(),
                url: policy.getUrl(),
                configSchema: policy.getConfigschema()?.getProperties()?.toJavaScript(),
            })),
        };
    }

    async analyze(resource: Resource | Buffer): Promise<Findings> {
        return findings(await this.call(AnalyzerService.analyze, request(resource)));
    }

    async analyzeStack(resources: readonly Resource[] | Buffer): Promise<Findings> {
        const request = Buffer.isBuffer(resources) ? resources : stackRequest(resources);
        return findings(await this.call(AnalyzerService.analyzeStack, request));
    }

    async remediate(resource: Resource | Buffer): Promise<Repair[]> {
        const response = await this.call(AnalyzerService.remediate, request(resource));
        return response.getRemediationsList().map((remediation) => ({
            policy: remediation.getPolicyname(),
            properties: remediation.getProperties()?.toJavaScript(),
            diagnostic: remediation.getDiagnostic(),
        }));
    }

    close(): Promise<void> {
        this.client.close();
        return this.stop();
    }

    private call<Q, A>({ path, responseDeserialize }: MethodDefinition<Q, A>, request: Buffer): Promise<A> {
        return new Promise((resolve, reject) => {
            const done = (error: ServiceError | null, response?: A) => {
                if (error || response === undefined) {
                    reject(error ?? new Error(`${path} did not answer.`));
                } else {
                    resolve(response);
                }
            };
            // The SDK does not answer at all where it cannot write the answer.
            const deadline = Date.now() + 30_000;
            this.client.makeUnaryRequest(
                path,
                (buffer: Buffer) => buffer,
                responseDeserialize,
                request,
                { deadline },
                done,
            );
        });
    }
}

function request(resource: Resource | Buffer): Buffer {
    return Buffer.isBuffer(resource) ? resource : analyzeRequest(resource);
}

function findings(response: proto.AnalyzeResponse): Findings {
    return {
        violations: response.getDiagnosticsList().map((diagnostic) => ({
            policy: diagnostic.getPolicyname(),
            level: levelOf(diagnostic.getEnforcementlevel()),
            severity: severityOf(diagnostic.getSeverity()),
            message: diagnostic.getMessage(),
            urn: diagnostic.getUrn(),
        })),
        notApplicable: response
            .getNotApplicableList()
            .map((entry) => ({ policy: entry.getPolicyName(), reason: entry.getReason() })),
    };
}

const ENFORCEMENT = {
    advisory: proto.EnforcementLevel.ADVISORY,
    mandatory: proto.EnforcementLevel.MANDATORY,
    disabled: proto.EnforcementLevel.DISABLED,
    remediate: proto.EnforcementLevel.REMEDIATE,
} satisfies Record<EnforcementLevel, proto.EnforcementLevel>;

function levelOf(level: proto.EnforcementLevel): EnforcementLevel {
    return (Object.keys(ENFORCEMENT) as EnforcementLevel[]).find((name) => ENFORCEMENT[name] === level) ?? "advisory";
}

function severityOf(severity: proto.PolicySeverity): string {
    return ["", "low", "medium", "high", "critical"][severity] ?? "";
}

/**
 * Starts the pack in a folder as Pulumi does, and waits for its port. It ends with `close`, at the latest with this
 * process.
 */
export async function startPack(pack: string): Promise<Analyzer> {
    const runner = require.resolve("@pulumi/pulumi/cmd/run-policy-pack", { paths: [pack] });
    // The second argument is the engine's address, which a pack does not call.
    const child = spawn(process.execPath, [runner, "127.0.0.1:0", "."], {
        cwd: pack,
        // Sources are compiled anew: the cache would stay in the temporary folder.
        env: { ...process.env, TS_NODE_CACHE: "false" },
        stdio: ["ignore", "pipe", "pipe"],
    });
    const kill = () => void child.kill("SIGKILL");
    process.once("exit", kill);
    const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
    const stop = () => {
        process.off("exit", kill);
        kill();
        return ended;
    };
    let stderr = "";
    child.stderr.on("data", (chunk) => (stderr += String(chunk)));
    const port = await new Promise<string | undefined>((resolve, reject) => {
        createInterface(child.stdout).once("line", resolve);
        child.once("error", reject);
        void ended.then(() => resolve(undefined));
    });
    if (port === undefined || child.pid === undefined) {
        await stop();
        throw new Error(`The policy pack did not start: ${stderr}`);
    }
    return new Analyzer(port, child.pid, stop);
}

/** Gives `use` a running pack. */
export async function withPack<T>(pack: string, use: (analyzer: Analyzer) => Promise<T>): Promise<T> {
    const analyzer = await startPack(pack);
    try {
        return await use(analyzer);
    } finally {
        await analyzer.close();
    }
}
