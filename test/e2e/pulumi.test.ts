import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import { pulumiReady, withStack } from "../support/pulumi";

describe("a program", function () {
    this.timeout("2m");
    before(pulumiReady);

    it("is run again when nothing of it was registered", async () => {
        let runs = 0;
        const program = () => {
            if (++runs !== 2) {
                new aws.ecs.Cluster("main");
            }
            return Promise.resolve({});
        };
        const operations = await withStack(program, {}, async (stack) => {
            await stack.up();
            const { resources } = await stack.up();
            assert.ok(resources.some(({ type }) => type === "aws:ecs/cluster:Cluster"));
            return stack.operations().map(({ operation }) => operation);
        });
        assert.equal(runs, 3);
        assert.deepEqual(operations, ["create", "delete", "create"]);
    });
});
