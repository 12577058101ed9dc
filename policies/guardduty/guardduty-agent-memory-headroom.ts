import { RUNTIME_MONITORING_PREREQUISITES } from "../../lib/frameworks";
import { FOR_FARGATE, NOT_FOR_WINDOWS } from "../../lib/launch";
import { resourcePolicy } from "../../lib/policy";
import { TaskDefinition } from "../../lib/resources";
import { cpuUnits, mebibytes, Size, sizeOf } from "../../lib/size";

export default resourcePolicy({
    resource: TaskDefinition,
    where: [
        FOR_FARGATE,
        NOT_FOR_WINDOWS,
        {
            words: "of a size with which GuardDuty limits its agent",
            holds: (task) => sizeOfTask(task)?.agent !== undefined,
        },
    ],
    displayName: "Memory for the GuardDuty agent",
    description: "The memory of the containers must leave room in the task for the agent of GuardDuty.",
    rationale:
        "The agent runs in the task as one more container and takes its memory from the task size. Where containers take all of it, " +
        "one of them is stopped for lack of memory.",
    severity: "low",
    framework: RUNTIME_MONITORING_PREREQUISITES,
    remediationSteps:
        "Lower `memory` or `memoryReservation` of the containers, or choose a task size with more memory.",
    notes: [
        "Counts `memory` of each container, else `memoryReservation`, else nothing.",
        "The agent takes at most 128 MiB up to 4096 CPU units, 256 or 512 MiB with 8192, and 1 GiB with 16384. GuardDuty gives these limits, not a rule.",
        "Sizes that are not in the table of GuardDuty are not judged here, see `guardduty-fargate-task-size`.",
        "Tasks on Windows have no agent.",
    ],
    validate(task, { report }) {
        const { agent = 0 } = sizeOfTask(task) ?? {};
        const memory = memoryOf(task);
        let taken = agent;
        const exceeds = task.containers.some(
            (container) => (taken += container.memory ?? container.memoryReservation ?? 0) > memory,
        );
        if (exceeds) {
            report(
                `Of the task's ${memory} MiB the containers leave less than the ${agent} MiB that the GuardDuty agent may take.`,
            );
        }
    },
});

type Amounts = Pick<TaskDefinition, "cpu" | "memory">;

/** The memory of a task in MiB. */
const memoryOf = ({ memory }: Amounts): number => mebibytes(memory ?? "") ?? 0;

const sizeOfTask = (task: Amounts): Size | undefined => sizeOf(cpuUnits(task.cpu ?? "") ?? 0, memoryOf(task));
