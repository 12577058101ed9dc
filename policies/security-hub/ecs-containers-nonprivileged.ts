import { reportContainers } from "../../lib/containers";
import { fsbp } from "../../lib/frameworks";
import { resourcePolicy } from "../../lib/policy";
import { TaskDefinition } from "../../lib/resources";

export default resourcePolicy({
    resource: TaskDefinition,
    displayName: "No privileged containers",
    description: "Containers must not run in privileged mode.",
    rationale:
        "A privileged container has the root capabilities of its host: whoever takes it over has the instance and every task on it.",
    severity: "high",
    framework: fsbp("ECS.4"),
    remediationSteps:
        "Remove `privileged` and add only the kernel capabilities and devices that are needed under `linuxParameters`; on the host network also set `user`, which ECS.1 then asks for.",
    validate(task, { report }) {
        reportContainers(task, report, ({ privileged }) => privileged && "is privileged");
    },
});
