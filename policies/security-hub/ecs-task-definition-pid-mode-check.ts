import { fsbp } from "../../lib/frameworks";
import { resourcePolicy } from "../../lib/policy";
import { TaskDefinition } from "../../lib/resources";

export default resourcePolicy({
    resource: TaskDefinition,
    displayName: "No host process namespace",
    description: "Containers must not share the process namespace of their host.",
    rationale:
        "In the process namespace of the host a container sees every process of the instance and may be able to manipulate or end it.",
    severity: "high",
    framework: fsbp("ECS.3"),
    remediationSteps:
        'Remove `pidMode`, or set `pidMode: "task"` where the containers of one task have to see each other\'s processes.',
    validate(task, { report }) {
        if (task.pidMode === "host") {
            report('`pidMode` is "host".');
        }
    },
});
