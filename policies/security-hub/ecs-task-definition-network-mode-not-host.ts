import { fsbp } from "../../lib/frameworks";
import { resourcePolicy } from "../../lib/policy";
import { TaskDefinition } from "../../lib/resources";

export default resourcePolicy({
    resource: TaskDefinition,
    displayName: "No host networking",
    description: "Task definitions must not use the network of their host.",
    rationale:
        "On the host network a container shares interfaces and ports with the instance, other tasks reach it without a security group between them, and it reaches the instance's metadata.",
    severity: "medium",
    framework: fsbp("ECS.17"),
    remediationSteps:
        'Set `networkMode: "awsvpc"` and give what starts the tasks a `networkConfiguration` with subnets; use "bridge" on external instances and where the instance type has too few network interfaces.',
    validate(task, { report }) {
        if (task.networkMode === "host") {
            report('`networkMode` is "host".');
        }
    },
});
