/**
 * A stand-in for the plugin of the AWS provider, for machines without it, without an account and without a network.
 *
 * The engine talks to it as to the real one, so a preview of an ordinary program runs unchanged, and policies see what
 * they see with the real provider: checked inputs with defaults and automatic names, merged tags, outputs that are
 * unknown until the resource exists. What it knows of each type is in `table.ts`. For `aws-native` it repeats the inputs.
 *
 * It is not AWS. An update creates nothing: ids and ARNs are made up, nothing that only AWS itself refuses is refused,
 * and types without a row are answered from the declarations of the SDK alone.
 *
 * Every create, update and delete that is no preview is written to the file that `ECS_GUARD_PROVIDER_LOG` names.
 */
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import * as grpc from "@grpc/grpc-js";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import * as plugin from "@pulumi/pulumi/proto/plugin_pb";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { invokes } from "./invokes";
import { apply, check, diff, plan, planFailure, type Failure, type Settings } from "./provider";
import { parse } from "./rules";
import { plain, type Fields, type Value } from "./values";

const VERSION = "7.48.0";
const LOG = process.env.ECS_GUARD_PROVIDER_LOG;

let settings: Settings = { region: "us-east-1", defaultTags: {} };

const handlers = {
    getPluginInfo: unary<Empty, plugin.PluginInfo>(() => new plugin.PluginInfo().setVersion(VERSION)),

    getSchema: unary<proto.GetSchemaRequest, proto.GetSchemaResponse>(() =>
        new proto.GetSchemaResponse().setSchema("{}"),
    ),

    configure: unary<proto.ConfigureRequest, proto.ConfigureResponse>((request) => {
        // The SDK sends every setting that is no string as JSON.
        const { region, defaultTags } = fields(request.getArgs());
        const setting = plain(defaultTags);
        const tags = typeof setting === "string" ? parse(setting) : setting;
        settings = {
            region: (plain(region) as string | undefined) ?? "us-east-1",
            defaultTags: (tags as { tags?: Value } | null | undefined)?.tags ?? {},
        };
        return new proto.ConfigureResponse().setAcceptsecrets(true).setSupportspreview(true);
    }),

    invoke: unary<proto.InvokeRequest, proto.InvokeResponse>((request) => {
        const invoke = invokes[request.getTok()];
        if (!invoke) throw new Error(`the stand-in for the AWS provider does not answer ${request.getTok()}`);
        return new proto.InvokeResponse().setReturn(struct(invoke(fields(request.getArgs()), settings.region)));
    }),

    check: unary<proto.CheckRequest, proto.CheckResponse>((request) => {
        const { type, name } = parseUrn(request.getUrn());
        const { inputs, failures } = check(type, name, fields(request.getOlds()), fields(request.getNews()), settings);
        return new proto.CheckResponse().setInputs(struct(inputs)).setFailuresList(failures.map(failureOf));
    }),

    diff: unary<proto.DiffRequest, proto.DiffResponse>((request) => {
        const { type } = parseUrn(request.getUrn());
        const olds = fields(request.getOldInputs() ?? request.getOlds());
        const { changed, replaces } = diff(type, olds, fields(request.getNews()), request.getIgnorechangesList());
        const { DIFF_SOME, DIFF_NONE } = proto.DiffResponse.DiffChanges;
        return new proto.DiffResponse()
            .setChanges(changed.length > 0 ? DIFF_SOME : DIFF_NONE)
            .setDiffsList(changed)
            .setReplacesList(replaces);
    }),

    create: unary<proto.CreateRequest, proto.CreateResponse>((request) => {
        const urn = request.getUrn();
        const { type } = parseUrn(urn);
        const inputs = fields(request.getProperties());
        const failure = planFailure(type, inputs);
        if (failure !== undefined) throw new Error(failure);
        if (request.getPreview()) {
            return new proto.CreateResponse().setProperties(struct(plan(type, inputs, settings)));
        }
        const { id, outputs } = apply(type, inputs, settings, { revision: revisionOf(urn) });
        log("create", urn);
        return new proto.CreateResponse().setId(id).setProperties(struct(outputs));
    }),

    update: unary<proto.UpdateRequest, proto.UpdateResponse>((request) => {
        const urn = request.getUrn();
        const { type } = parseUrn(urn);
        const [olds, inputs] = [fields(request.getOlds()), fields(request.getNews())];
        if (request.getPreview()) {
            return new proto.UpdateResponse().setProperties(struct(plan(type, inputs, settings, olds)));
        }
        log("update", urn);
        const { outputs } = apply(type, inputs, settings, { olds, id: request.getId(), revision: revisionOf(urn) });
        return new proto.UpdateResponse().setProperties(struct(outputs));
    }),

    read: unary<proto.ReadRequest, proto.ReadResponse>((request) =>
        new proto.ReadResponse()
            .setId(request.getId())
            .setInputs(request.getInputs())
            .setProperties(request.getProperties()),
    ),

    delete: unary<proto.DeleteRequest, Empty>((request) => {
        log("delete", request.getUrn());
        return new Empty();
    }),

    cancel: unary<Empty, Empty>(() => new Empty()),
};

function unary<Request, Response>(answer: (request: Request) => Response): grpc.handleUnaryCall<Request, Response> {
    return (call, callback) => {
        try {
            callback(null, answer(call.request));
        } catch (error) {
            callback({ code: grpc.status.UNKNOWN, details: error instanceof Error ? error.message : String(error) });
        }
    };
}

function failureOf({ property, reason }: Failure): proto.CheckFailure {
    return new proto.CheckFailure().setProperty(property).setReason(reason);
}

/** `urn:pulumi:stack::project::parent$type::name` */
function parseUrn(urn: string): { type: string; name: string } {
    const [, , types = "", ...name] = urn.split("::");
    return { type: types.slice(types.lastIndexOf("$") + 1), name: name.join("::") };
}

/** AWS counts the revisions of a task definition; here they are counted in the log. */
function revisionOf(urn: string): number {
    const written = LOG && existsSync(LOG) ? readFileSync(LOG, "utf8").split("\n") : [];
    return 1 + written.filter((line) => line === entry("create", urn)).length;
}

function log(operation: string, urn: string): void {
    if (LOG) appendFileSync(LOG, `${entry(operation, urn)}\n`);
}

function entry(operation: string, urn: string): string {
    return JSON.stringify({ operation, type: parseUrn(urn).type, urn });
}

function fields(value: Struct | undefined): Fields {
    return value?.toJavaScript() ?? {};
}

function struct(value: Fields): Struct {
    return Struct.fromJavaScript(value);
}

const server = new grpc.Server({ "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 });
server.addService(ResourceProviderService, handlers);
server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => {
    if (error) throw error;
    // The engine reads the port from the first line.
    console.log(String(port));
});
