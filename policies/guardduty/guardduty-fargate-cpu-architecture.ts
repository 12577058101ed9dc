import { RUNTIME_MONITORING_PREREQUISITES } from "../../lib/frameworks";
import { FOR_FARGATE } from "../../lib/launch";
import { resourcePolicy } from "../../lib/policy";
import { TaskDefinition } from "../../lib/resources";

const VERIFIED = ["X86_64", "ARM64"];

export default resourcePolicy({
    resource: TaskDefinition,
    where: [FOR_FARGATE],
    displayName: "CPU architecture that GuardDuty supports",
    description: "Fargate tasks must run on a CPU architecture that GuardDuty has verified.",
    rationale: "On another architecture there is no agent of GuardDuty, and no runtime event is seen.",
    severity: "medium",
    framework: RUNTIME_MONITORING_PREREQUISITES,
    remediationSteps: 'Set `runtimePlatform.cpuArchitecture` to "X86_64" or "ARM64", or remove it.',
    notes: [
        "An architecture that is not set is `X86_64`. What GuardDuty needs of the kernel (eBPF, tracepoints, kprobes) is the business of Fargate.",
    ],
    validate({ cpuArchitecture = "X86_64" }, { report }) {
        if (!VERIFIED.includes(cpuArchitecture)) {
            report("The CPU architecture is not one that GuardDuty has verified.");
        }
    },
});
