import assert from "node:assert/strict";
import { ResourceValidationArgs, ResourceValidationPolicy } from "@pulumi/policy";
import { loadPolicies } from "../../../lib/load";
import { toPulumi } from "../../../lib/pulumi";
import { Session } from "../../../lib/session";

// No table: this policy never reports.
if ("describe" in globalThis) {
    describe("core/ecs-guard-inputs", () => {
        it("notes the inputs of a resource of any type, and reports nothing", () => {
            const session = new Session();
            const policies = loadPolicies(["core"]).filter(({ name }) => name === "ecs-guard-inputs");
            const [{ validateResource }] = toPulumi(policies, session) as [ResourceValidationPolicy];
            const props = { name: "web" };
            const args = { type: "random:index:RandomPet", urn: "urn:web", name: "web", props, getConfig: () => ({}) };
            assert.ok(typeof validateResource === "function");
            void validateResource(args as unknown as ResourceValidationArgs, () => assert.fail("reported"));
            assert.deepEqual(session.noted.get("urn:web"), props);
        });
    });
}
