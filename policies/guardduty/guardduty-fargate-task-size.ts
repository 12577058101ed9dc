import { RUNTIME_MONITORING_PREREQUISITES } from "../../lib/frameworks";
import { FOR_FARGATE } from "../../lib/launch";
import { resourcePolicy } from "../../lib/policy";
import { TaskSettings } from "../../lib/resources";
import { CPU_UNITS, cpuUnits, mebibytes, Size, sizeOf, sizesOf, sizesWith } from "../../lib/size";
import { each, isKnown } from "../../lib/unknown";

/** How each part of the size is read, and how a message says what is wrong with it alone. */
const PARTS = [
    {
        word: "cpu",
        read: cpuUnits,
        sizes: sizesWith,
        example: "`256` or `.25 vCPU`",
        unit: "CPU units",
    },
    { word: "memory", read: mebibytes, sizes: sizesOf, example: "`512` or `.5 GB`", unit: "MiB" },
] as const;

export default resourcePolicy({
    resource: TaskSettings,
    where: [FOR_FARGATE],
    displayName: "Fargate task size that GuardDuty supports",
    description: "A Fargate task must state CPU and memory at task level, in a combination that GuardDuty lists.",
    rationale:
        "GuardDuty adds its agent to the task and takes the memory for it from the task size. Without a valid size Fargate does not " +
        "start the task at all.",
    severity: "medium",
    framework: RUNTIME_MONITORING_PREREQUISITES,
    remediationSteps:
        'Set `cpu` and `memory` of the task to a valid pair, for example `cpu: "256"` and `memory: "512"`. To accept every size of Fargate, set `sizeTable: "fargate"` for this policy in the configuration of the pack.',
    notes: [
        "`cpu` is a whole number of CPU units, or a number of vCPU (`.25 vCPU`); `memory` a whole number of MiB, or a number of GB (`.5 GB`). Case, and the space before the unit, do not matter.",
        "With 4096 CPU units Fargate takes up to 30 GB, while the table of GuardDuty ends at 20 GB, and it leaves out 32768 CPU units, with which go 60, 120 or 244 GB: both are reported unless `sizeTable` is `fargate`.",
        "An express gateway service that leaves them out has 1024 CPU units and 2048 MiB.",
    ],
    config: {
        sizeTable: {
            type: "string",
            enum: ["guardduty", "fargate"],
            default: "guardduty",
            description: "Whose sizes are accepted: those that GuardDuty lists, or all those of Fargate.",
        },
    },
    validate(task, { config, report }) {
        const isAccepted = ({ agent }: Size): boolean => agent !== undefined || config.sizeTable === "fargate";
        const amounts: number[] = [];
        each(PARTS, ({ word, read, sizes, example, unit }) => {
            const text = task[word];
            const amount = text ? read(text) : undefined;
            if (!text) {
                report(`\`${word}\` is missing at task level; the one of a container does not count.`);
            } else if (amount === undefined) {
                report(`\`${word}\` is not an amount such as ${example}.`);
            } else if (sizes(amount).length === 0 && amounts.length === 0) {
                // Beside valid CPU units the memory is judged with them.
                const accepted = CPU_UNITS.filter((cpu) => sizesWith(cpu).some(isAccepted));
                const others = word === "cpu" ? `; accepted: ${accepted.join(", ")}` : "";
                report(`\`${word}\` is ${amount} ${unit}, which no task size of Fargate has${others}.`);
            } else if (!sizes(amount).some(isAccepted) && (word === "cpu" || !isKnown(() => task.cpu))) {
                report(
                    `\`${word}\` is ${amount} ${unit}, which are valid on Fargate, but GuardDuty does not list them.`,
                );
            } else {
                amounts.push(amount);
            }
        });
        const [cpu, memory] = amounts;
        if (cpu === undefined || memory === undefined) {
            return;
        }
        const size = sizeOf(cpu, memory);
        const listed = sizesWith(cpu).filter(isAccepted);
        if (!size) {
            report(`${memory} MiB do not go with ${cpu} CPU units; accepted: ${memoryOf(listed)}.`);
        } else if (!listed.includes(size)) {
            report(
                `${memory} MiB with ${cpu} CPU units are valid on Fargate, but GuardDuty does not list them; ` +
                    `it lists ${memoryOf(listed)}.`,
            );
        }
    },
});

/** The amounts of memory of sizes, in words. */
function memoryOf(sizes: readonly Size[]): string {
    return sizes
        .map(({ least, most, step }) =>
            least === most ? `${least} MiB` : `${least} to ${most} MiB in steps of ${step}`,
        )
        .join(", ");
}
