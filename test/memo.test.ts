import assert from "node:assert/strict";
import type { Policies } from "@pulumi/policy";
import { AnalyzeRequest } from "@pulumi/pulumi/proto/analyzer_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { loadPolicies } from "../lib/load";
import { remember, rememberRequests } from "../lib/memo";
import { toPulumi } from "../lib/pulumi";
import { analyzeRequest } from "./support/analyzer";

/* eslint-disable @typescript-eslint/no-require-imports -- the SDK does not say what is in these */
const { makeAnalyzeRpcFun, makeRemediateRpcFun } = require("@pulumi/policy/server") as Record<
    "makeAnalyzeRpcFun" | "makeRemediateRpcFun",
    (pack: string, version: string, level: string, policies: Policies) => Rpc
>;
const sdk = require("@pulumi/policy/deserialize") as {
    deserializeProperties: (message: Struct, markSecrets: boolean) => Record<string, unknown>;
};
/* eslint-enable @typescript-eslint/no-require-imports */

type Rpc = (call: { request: AnalyzeRequest }, done: (error: Error | undefined) => void) => void;

/** How often the SDK decodes the properties of a resource to answer one request. */
async function decodings(makeRpc: typeof makeAnalyzeRpcFun): Promise<number> {
    const properties = { family: "app", containerDefinitions: "[]" };
    const request = AnalyzeRequest.deserializeBinary(analyzeRequest({ type: "aws:ecs/service:Service", properties }));
    const message = request.getProperties() ?? assert.fail("there are no properties");
    let decoded = 0;
    Object.setPrototypeOf(message, {
        __proto__: Struct.prototype,
        toJavaScript(this: Struct) {
            decoded++;
            return Struct.prototype.toJavaScript.call(this);
        },
    });
    const rpc = makeRpc("test", "1.0.0", "advisory", toPulumi(loadPolicies()));
    await new Promise<void>((resolve, reject) => {
        rpc({ request }, (error) => (error ? reject(error) : resolve()));
    });
    return decoded;
}

// If one of these fails after an update of the SDK: nothing is wrong but slower, see lib/memo.ts.
describe("lib/memo", () => {
    it("lets the SDK decode the properties of a request once for all policies", async () => {
        assert.equal(await decodings(makeAnalyzeRpcFun), 1);
    });

    it("lets it decode nothing where no policy repairs", async () => {
        assert.equal(await decodings(makeRemediateRpcFun), 0);
    });

    it("gives each repair a copy of its own", () => {
        assert.ok(rememberRequests());
        const properties = { list: [{ key: "value" }] };
        const message = Struct.fromJavaScript(properties);
        const read = sdk.deserializeProperties(message, false);
        assert.equal(sdk.deserializeProperties(message, false), read);
        const repaired = sdk.deserializeProperties(message, true) as typeof properties;
        repaired.list[0] = { key: "other" };
        assert.deepEqual(sdk.deserializeProperties(message, false), properties);
        assert.deepEqual({ ...sdk.deserializeProperties(message, true) }, properties);
    });

    it("gives a repair what it would get", () => {
        let decoded = 0;
        const decoding: Required<Parameters<typeof remember>[0]> = {
            deserializeProperties: (message) => {
                decoded++;
                return { ...message };
            },
        };
        assert.ok(remember(decoding));
        const properties = decoding.deserializeProperties({ tags: { owner: "us" }, family: "app" }, true);
        assert.ok(properties instanceof Object);
        assert.equal(decoded, 0);
        assert.deepEqual(Object.keys(properties), ["tags", "family"]);
        Object.assign(properties, { family: "web" });
        assert.ok(Reflect.deleteProperty(properties, "tags"));
        assert.ok(!("tags" in properties));
        assert.deepEqual({ ...properties }, { family: "web" });
        assert.equal(decoded, 1);
    });

    it("does nothing where it cannot remember", () => {
        assert.equal(remember({}), false);
        const sealed = Object.freeze({ deserializeProperties: () => ({}) });
        assert.equal(remember(sealed), false);
    });
});
