import assert from "node:assert/strict";
import { startsExec } from "../../lib/exec";
import { Session } from "../../lib/session";
import { TaskSet } from "../../lib/resources";
import { Stack } from "../../lib/stack";
import { known } from "../../lib/unknown";
import { Resource, stackOf, unknown } from "../support/cases";

/** Whether the one task set starts tasks with ECS Exec on. */
function isOn(...resources: Resource[]): boolean | string {
    const session = new Session();
    const stack = new Stack(stackOf(resources, session), session.noted);
    const [taskSet] = stack.all(TaskSet);
    assert.ok(taskSet);
    return known(() => startsExec(stack, taskSet), "undecided");
}

const service = (cluster: unknown, enableExecuteCommand: boolean, type = "ecs.Service"): Resource => ({
    type,
    name: `in ${String(cluster)}`,
    inputs: { [type === "ecs.Service" ? "name" : "serviceName"]: "web", cluster, enableExecuteCommand },
});
const taskSet = (inputs: object, dependsOn?: Resource["dependsOn"]): Resource => ({
    type: "ecs.TaskSet",
    name: "green",
    inputs: { service: "web", ...inputs },
    dependsOn,
});

describe("lib/exec", () => {
    it("takes the service of a task set in the cluster of the task set", () => {
        assert.equal(isOn(service("a", true), taskSet({ cluster: "a" })), true);
        assert.equal(isOn(service("a", true), service("b", false), taskSet({ cluster: "a" })), true);
        assert.equal(isOn(service("a", true), service("b", false), taskSet({ cluster: "b" })), false);
        const native = "aws-native:ecs:Service";
        assert.equal(isOn(service("a", true, native), service("b", false, native), taskSet({ cluster: "a" })), true);
        const arn = "arn:aws:ecs:us-east-1:123456789012:service/b/web";
        assert.equal(isOn(service("a", true), taskSet({ cluster: "b", service: arn })), "undecided");
    });

    it("takes the service that a task set depends on, at preview", () => {
        const on = { service: ["in a"] };
        assert.equal(isOn(service("a", true), taskSet({ cluster: "a", service: unknown }, on)), true);
        assert.equal(isOn(service("a", true), taskSet({ cluster: unknown, service: unknown }, on)), true);
    });

    it("is undecided where the service is not certain", () => {
        assert.equal(isOn(taskSet({ cluster: "a" })), "undecided");
        assert.equal(isOn(service("a", true), taskSet({ cluster: "a", service: unknown })), "undecided");
        assert.equal(isOn(service("a", true), service("b", false), taskSet({ cluster: unknown })), "undecided");
    });
});
