import { reportContainers } from "../../lib/containers";
import { EXEC_GUIDE } from "../../lib/frameworks";
import { EXEC_ON, execOnFor, execLaunchersOf, execLaunchersOn } from "../../lib/exec";
import { stackPolicy } from "../../lib/policy";
import { TaskDefinition } from "../../lib/resources";
import { each } from "../../lib/unknown";
import { quote } from "../../lib/words";

const WINDOWS_ON_EC2 = [
    "WINDOWS_SERVER_2022_FULL",
    "WINDOWS_SERVER_2022_CORE",
    "WINDOWS_SERVER_2019_FULL",
    "WINDOWS_SERVER_2019_CORE",
    "WINDOWS_SERVER_20H2_CORE",
];

/** What a family looks like; another text may be anything, and is not shown. */
const IS_FAMILY = /^WINDOWS_SERVER_[0-9A-Z_]{1,40}$/;

export default stackPolicy({
    subject: TaskDefinition,
    where: [EXEC_ON],
    displayName: "Platforms that support ECS Exec",
    description: "Tasks with ECS Exec must run on an operating system and on images that it supports.",
    rationale: "Elsewhere the agent of Systems Manager does not start, and no session can be opened in the task.",
    severity: "medium",
    level: "advisory",
    framework: EXEC_GUIDE,
    remediationSteps:
        "Use Windows Server 2022, 2019 (Full or Core) or 20H2 Core on EC2 and images based on Server Core rather than Nano Server, or turn ECS Exec off.",
    notes: [
        "ECS Exec supports Linux on EC2 with any ECS-optimized image, Bottlerocket included, Linux and Windows on external instances and on Fargate, and on EC2 the five releases of Windows Server that the advice names; a newer release is reported until AWS lists it.",
        "Of images only the reference is known: one that contains `nanoserver`, in any case, is taken for Nano Server. Which operating system is inside an image, and whether Systems Manager supports it, does not show in a program.",
        "The agent that Windows needs is checked by `ecs-exec-container-instance`.",
    ],
    validate(task, { stack, report }) {
        const checkSystem = (): void => {
            const { operatingSystemFamily: family = "" } = task.inputs;
            const isUnsupported = family.startsWith("WINDOWS") && !WINDOWS_ON_EC2.includes(family);
            const launchers = isUnsupported ? execLaunchersOn(stack, task, "EC2") : [];
            if (launchers.length > 0) {
                const title = IS_FAMILY.test(family) ? quote(family) : "not a Windows that ECS knows";
                report(`The operating system is ${title}, and ${execOnFor(launchers)}, on EC2.`);
            }
        };
        const checkImages = (): void => {
            const launchers = execLaunchersOf(stack, task);
            if (launchers.length > 0) {
                reportContainers(
                    task.inputs,
                    report,
                    ({ image = "" }) =>
                        /nanoserver/i.test(image) && `has an image of Nano Server, and ${execOnFor(launchers)}`,
                );
            }
        };
        each([checkSystem, checkImages], (check) => check());
    },
});
