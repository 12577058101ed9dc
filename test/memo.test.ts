import assert from "node:assert/strict";
import type { Policies } from "@pulumi/policy";
import { AnalyzeRequest } from "@pulumi/pulumi/proto/analyzer_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { loadPolicies } from "../lib/load";
import { remember, rememberRequests } from "../lib/memo";
import { toPulumi } from "../lib/pulumi";
import { analyzeRequest } from "./support/analyzer";

/* eslint-disable @typescript-eslint/no-require-imports -- the SDK does not say what is in these */
const { makeAnalyzeRpcFun } = require("@pulumi/policy/server") as {
    makeAnalyzeRpcFun: (pack: string, version: string, level: string, policies: Policies) => Analyze;
};
const { deserializeProperties } = require("@pulumi/policy/deserialize") as {
    deserializeProperties: (message: Struct, markSecrets: boolean) => Record<string, unknown>;
};
/* eslint-enable @typescript-eslint/no-require-imports */

type Analyze = (call: { request: AnalyzeRequest }, done: (error: Error | undefined) => void) => void;

// If one of these fails after an update of the SDK: nothing is wrong but slower, see lib/memo.ts.
describe("lib/memo", () => {
    it("lets the SDK decode the properties of a request once for all policies", async () => {
        const analyze = makeAnalyzeRpcFun("test", "1.0.0", "advisory", toPulumi(loadPolicies()));
        const properties = { family: "app", containerDefinitions: "[]" };
        const request = AnalyzeRequest.deserializeBinary(
            analyzeRequest({ type: "aws:ecs/service:Service", properties }),
        );
        const message = request.getProperties() ?? assert.fail("there are no properties");
        let decoded = 0;
        Object.setPrototypeOf(message, {
            __proto__: Struct.prototype,
            toJavaScript(this: Struct) {
                decoded++;
                return Struct.prototype.toJavaScript.call(this);
            },
        });
        await new Promise<void>((resolve, reject) => {
            analyze({ request }, (error) => (error ? reject(error) : resolve()));
        });
        assert.equal(decoded, 1);
    });

    it("gives each repair a copy of its own", () => {
        assert.ok(rememberRequests());
        const properties = { list: [{ key: "value" }] };
        const message = Struct.fromJavaScript(properties);
        const read = deserializeProperties(message, false);
        assert.equal(deserializeProperties(message, false), read);
        const repaired = deserializeProperties(message, true) as typeof properties;
        repaired.list[0] = { key: "other" };
        assert.deepEqual(deserializeProperties(message, false), properties);
        assert.deepEqual({ ...deserializeProperties(message, true) }, properties);
    });

    it("does nothing where it cannot remember", () => {
        assert.equal(remember({}), false);
        const sealed = Object.freeze({ deserializeProperties: () => undefined });
        assert.equal(remember(sealed), false);
    });
});
