/**
 * A stand-in for the HTTP API of Pulumi Cloud, so that the real CLI can publish a policy pack, enable it and preview a
 * stack that has to obey it, without an account, a token that is worth anything, or a network: it listens on the
 * loopback interface only.
 *
 * It answers what the CLI asks on that way, in the form that the CLI's own client reads (`backend/httpstate/client` of
 * `github.com/pulumi/pulumi/pkg/v3`), and 404 to everything else. What it keeps, it keeps as it came.
 *
 * It is not the service. There is one organization with one user, who may do everything; every policy group holds every
 * stack; it checks neither configuration nor names; stacks have no state, and can only be previewed; secrets stay plain.
 * Its error messages are its own.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync } from "node:zlib";

export const ORGANIZATION = "acme";

/** Made up; any other is refused. */
const TOKEN = `pul-${"0".repeat(40)}`;

const DEFAULT_GROUP = "default-policy-group";

/** A policy, as the CLI describes it to the service. */
export interface PublishedPolicy {
    name: string;
    displayName: string;
    description: string;
    enforcementLevel: string;
    message: string;
    configSchema?: { type: string; properties?: Record<string, Record<string, unknown>>; required?: string[] };
    severity?: string;
    framework?: { name: string; version?: string; reference?: string; specification?: string };
    tags?: string[];
    remediationSteps?: string;
    url?: string;
}

/** A version of a policy pack, as the CLI describes it to the service. */
export interface PublishedPack {
    name: string;
    displayName: string;
    versionTag: string;
    policies: PublishedPolicy[];
    description?: string;
    provider?: string;
    tags?: string[];
    repository?: string;
    runtime?: string;
}

/** A version of a policy pack with what was uploaded. It can be used once the CLI has said that it is complete. */
interface Version {
    pack: PublishedPack;
    tarball?: Buffer;
    complete: boolean;
}

/** Levels and settings by policy. */
type Config = Record<string, unknown>;

interface EnabledPack {
    name: string;
    versionTag?: string;
    config?: Config;
}

interface PolicyGroupChange {
    addPolicyPack?: EnabledPack;
    removePolicyPack?: EnabledPack;
}

/** What the engine told the service about a policy. */
export interface PolicyEvent {
    policyName: string;
    policyPackName: string;
    policyPackVersionTag: string;
    enforcementLevel: string;
    resourceUrn?: string;
    message: string;
}

/** What the engine told the service about a resource: names of policies. */
export interface PolicySummary {
    resourceUrn: string;
    passed?: string[];
    failed?: string[];
}

interface EngineEvent {
    policyEvent?: PolicyEvent;
    policyAnalyzeSummaryEvent?: PolicySummary;
}

interface Request {
    /** What stands for `:name` in the route. */
    parameters: Record<string, string>;
    body: Buffer;
}

class Refusal extends Error {
    constructor(
        readonly code: number,
        message: string,
    ) {
        super(message);
    }
}

/** The service. Packs are published to it, enabled and required by the CLI alone. */
export class Cloud {
    readonly versions: Version[] = [];
    /** What is enabled, by policy group. */
    readonly groups = new Map<string, EnabledPack[]>([[DEFAULT_GROUP, []]]);
    /** What previews told of their policies. */
    readonly policyEvents: PolicyEvent[] = [];
    /** What they told of each resource. */
    readonly summaries: PolicySummary[] = [];
    /** What was asked and is not answered here. */
    readonly unanswered: string[] = [];
    /** Routes whose next answer is an error, or none at all. */
    readonly faults = new Map<string, number | "no answer">();

    /** Tags by stack. */
    private readonly stacks = new Map<string, Record<string, string>>();
    private updates = 0;
    private readonly server: Server;

    private constructor() {
        this.server = createServer((request, response) => void this.answer(request, response));
    }

    static async start(): Promise<Cloud> {
        const cloud = new Cloud();
        await new Promise<void>((listening) => cloud.server.listen(0, "127.0.0.1", listening));
        return cloud;
    }

    async stop(): Promise<void> {
        this.server.closeAllConnections();
        await new Promise((closed) => this.server.close(closed));
    }

    get url(): string {
        return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    }

    /** What makes the CLI talk to this service. */
    get environment(): Record<string, string> {
        return { PULUMI_BACKEND_URL: this.url, PULUMI_ACCESS_TOKEN: TOKEN };
    }

    private readonly routes: Record<string, (request: Request) => unknown> = {
        "GET /api/user": () => ({ githubLogin: "somebody", organizations: [{ githubLogin: ORGANIZATION }] }),
        "GET /api/user/organizations/default": () => ({ GitHubLogin: ORGANIZATION }),
        "GET /api/capabilities": () => ({ capabilities: [] }),

        "GET /api/orgs/:org/policypacks": () => ({ policyPacks: this.packs() }),
        "POST /api/orgs/:org/policypacks": ({ body }) => this.publish(parse(body) as PublishedPack),
        "PUT /uploads/:version": ({ parameters, body }) => void (this.uploadTo(parameters.version).tarball = body),
        "POST /api/orgs/:org/policypacks/:name/versions/:tag/complete": ({ parameters: { name, tag } }) =>
            this.complete(name, tag),
        "GET /uploads/:version": ({ parameters }) => this.uploadTo(parameters.version).tarball,

        "PATCH /api/orgs/:org/policygroups/:group": ({ parameters, body }) =>
            this.change(parameters.group, parse(body) as PolicyGroupChange),

        "HEAD /api/stacks/:org/:project": () => undefined,
        "GET /api/stacks/:org/:project/:stack": ({ parameters }) => this.stack(parameters),
        "POST /api/stacks/:org/:project": ({ parameters: { org, project }, body }) => {
            const { stackName, tags } = parse(body) as { stackName: string; tags?: Record<string, string> };
            this.stacks.set(`${org}/${project}/${stackName}`, tags ?? {});
        },
        "GET /api/stacks/:org/:project/:stack/export": () => ({ version: 3, deployment: null }),

        "POST /api/stacks/:org/:project/:stack/encrypt": ({ body }) => ({
            ciphertext: (parse(body) as { plaintext: string }).plaintext,
        }),

        "POST /api/stacks/:org/:project/:stack/preview": () => ({
            updateID: String(++this.updates),
            requiredPolicies: this.required(),
        }),
        "POST /api/stacks/:org/:project/:stack/update/:update": () => ({ version: 0, token: "lease" }),
        "POST /api/stacks/:org/:project/:stack/update/:update/renew_lease": () => ({ token: "lease" }),
        "POST /api/stacks/:org/:project/:stack/update/:update/events/batch": ({ body }) => {
            const { events } = parse(body) as { events: EngineEvent[] };
            this.policyEvents.push(...events.flatMap(({ policyEvent }) => policyEvent ?? []));
            this.summaries.push(...events.flatMap(({ policyAnalyzeSummaryEvent }) => policyAnalyzeSummaryEvent ?? []));
        },
        "POST /api/stacks/:org/:project/:stack/update/:update/complete": () => undefined,
    };

    private packs(): { name: string; displayName: string; versionTags: string[] }[] {
        const complete = this.versions.filter(({ complete }) => complete).map(({ pack }) => pack);
        return [...new Set(complete.map(({ name }) => name))].map((name) => {
            const packs = complete.filter((pack) => pack.name === name);
            return {
                name,
                displayName: packs.at(-1)?.displayName ?? name,
                versionTags: packs.map(({ versionTag }) => versionTag),
            };
        });
    }

    private publish(pack: PublishedPack): { version: number; uploadURI: string } {
        const { name, versionTag } = pack;
        if (this.versions.some((version) => version.complete && isVersion(version, name, versionTag))) {
            throw new Refusal(409, `Version ${versionTag} of policy pack ${name} already exists.`);
        }
        const version = this.versions.push({ pack, complete: false });
        return { version, uploadURI: `${this.url}/uploads/${version}` };
    }

    private uploadTo(version: string | undefined): Version {
        return this.versions[Number(version) - 1] ?? refuse(404, "There is no such upload.");
    }

    private complete(name: string | undefined, tag: string | undefined): void {
        const version = this.versions.findLast((version) => isVersion(version, name, tag));
        if (!version?.tarball) throw new Refusal(400, "Nothing was uploaded.");
        version.complete = true;
    }

    private change(name: string | undefined, { addPolicyPack, removePolicyPack }: PolicyGroupChange): void {
        const group = this.groups.get(name ?? "") ?? refuse(404, `There is no policy group ${name}.`);
        const changed = addPolicyPack ?? removePolicyPack ?? refuse(400, "Nothing is to be changed.");
        // One version of a pack in a group.
        const others = group.filter((enabled) => enabled.name !== changed.name);
        if (addPolicyPack) {
            this.find(addPolicyPack);
            others.push(addPolicyPack);
        }
        this.groups.set(name ?? "", others);
    }

    /** A published version, the newest without a tag. */
    private find({ name, versionTag }: EnabledPack): Version {
        const matching = this.versions.filter(
            (version) => version.complete && isVersion(version, name, versionTag ?? version.pack.versionTag),
        );
        return matching.at(-1) ?? refuse(404, `There is no version ${versionTag ?? "at all"} of policy pack ${name}.`);
    }

    private required(): unknown[] {
        return [...this.groups.values()].flat().map((enabled) => {
            const version = this.find(enabled);
            const number = this.versions.indexOf(version) + 1;
            const { name, displayName, versionTag } = version.pack;
            const packLocation = `${this.url}/uploads/${number}`;
            return { name, displayName, version: number, versionTag, packLocation, config: enabled.config };
        });
    }

    private stack({ org, project, stack }: Record<string, string>): unknown {
        const tags = this.stacks.get(`${org}/${project}/${stack}`) ?? refuse(404, "Not Found");
        return { orgName: org, projectName: project, stackName: stack, activeUpdate: "", tags, version: 0 };
    }

    private async answer(message: IncomingMessage, response: ServerResponse): Promise<void> {
        const body = await bodyOf(message);
        const { pathname } = new URL(message.url ?? "/", this.url);
        const [route, parameters] = this.match(message.method ?? "", pathname);
        const fault = this.faults.get(route);
        this.faults.delete(route);
        if (fault === "no answer") {
            message.socket.destroy();
            return;
        }
        try {
            if (fault !== undefined) throw new Refusal(fault, "This was to be expected.");
            this.authorize(message, pathname, parameters);
            const handler = this.routes[route];
            if (!handler) {
                this.unanswered.push(route);
                throw new Refusal(404, "Not Found");
            }
            const answer = handler({ parameters, body });
            response.end(Buffer.isBuffer(answer) ? answer : JSON.stringify(answer ?? {}));
        } catch (error) {
            const { code, message } = error instanceof Refusal ? error : { code: 500, message: String(error) };
            response.writeHead(code, { "content-type": "application/json" }).end(JSON.stringify({ code, message }));
        }
    }

    /** The route and its parameters; an unknown one is named by its path. */
    private match(method: string, path: string): [route: string, parameters: Record<string, string>] {
        for (const route of Object.keys(this.routes)) {
            const pattern = route.replaceAll(/:(\w+)/g, "(?<$1>[^/]+)");
            const found = new RegExp(`^${pattern}$`).exec(`${method} ${path}`);
            if (found) return [route, { ...found.groups }];
        }
        return [`${method} ${path}`, {}];
    }

    /** Uploads are authorized by their address, as with a presigned one. */
    private authorize(message: IncomingMessage, path: string, { org = ORGANIZATION }: Record<string, string>): void {
        const accepted = [`token ${TOKEN}`, "update-token lease"];
        if (!path.startsWith("/uploads/") && !accepted.includes(message.headers.authorization ?? "")) {
            throw new Refusal(401, "Unauthorized: No credentials provided or are invalid.");
        }
        if (org !== ORGANIZATION) throw new Refusal(404, `There is no organization ${org}.`);
    }
}

function isVersion({ pack }: Version, name: string | undefined, tag: string | undefined): boolean {
    return pack.name === name && pack.versionTag === tag;
}

function refuse(code: number, message: string): never {
    throw new Refusal(code, message);
}

function parse(body: Buffer): unknown {
    return JSON.parse(body.toString());
}

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
    const chunks: Buffer[] = [];
    for await (const chunk of message) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    return message.headers["content-encoding"] === "gzip" ? gunzipSync(body) : body;
}
