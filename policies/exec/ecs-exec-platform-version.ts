import { EXEC_GUIDE } from "../../lib/frameworks";
import { EXEC_ON, startsExec } from "../../lib/exec";
import { isWindows, runsOn } from "../../lib/launch";
import { Node } from "../../lib/node";
import { LATEST, versionTitle } from "../../lib/platformVersion";
import { stackPolicy } from "../../lib/policy";
import { Launcher, Launchers } from "../../lib/resources";
import { Stack } from "../../lib/stack";
import { Undecided } from "../../lib/unknown";
import { compareVersions } from "../../lib/version";
import { joined } from "../../lib/words";

const OLDEST_LINUX = "1.4.0";
const WINDOWS = "1.0.0";

/** What ECS Exec needs, by operating system. */
const NEEDS = { Linux: `${OLDEST_LINUX} or later on Linux`, Windows: `${WINDOWS} on Windows` };

export default stackPolicy({
    subject: Launchers,
    where: [EXEC_ON],
    displayName: "Fargate platform version that supports ECS Exec",
    description: "Fargate tasks with ECS Exec must run on a platform version that supports it.",
    rationale:
        "On an older platform version the tasks start without the agent of ECS Exec, and no session can be opened.",
    severity: "medium",
    framework: EXEC_GUIDE,
    remediationSteps: "Remove `platformVersion` or set it to `LATEST`.",
    notes: [
        "Services, task sets, event targets and schedules are judged, also where they get Fargate from the default strategy of their cluster.",
        "The operating system is that of the task definition; where that is not in the stack, a version that would do for one of the two is not reported.",
        "`ecs-fargate-latest-platform-version` is stricter and asks for the newest version, whether or not ECS Exec is on.",
    ],
    validate(launcher, { stack, report }) {
        const version = launcher.inputs.platformVersion || LATEST;
        if (version === LATEST || !startsExec(stack, launcher) || !runsOn(stack, launcher, "FARGATE")) {
            return;
        }
        const suits = {
            Linux: (compareVersions(version, OLDEST_LINUX) ?? -1) >= 0,
            Windows: compareVersions(version, WINDOWS) === 0,
        };
        const system = suits.Linux || suits.Windows ? systemOf(stack, launcher) : undefined;
        if (!system || !suits[system]) {
            report(
                `The platform version is ${versionTitle(version)}; ECS Exec needs ${system ? NEEDS[system] : joined(Object.values(NEEDS), "or")}.`,
            );
        }
    },
});

/** The operating system of the tasks of a launcher. @throws Undecided where the task definition is not in the stack */
function systemOf(stack: Stack, launcher: Node<Launcher>): "Linux" | "Windows" {
    const task = stack.taskDefinitionOf(launcher).node;
    if (!task) {
        throw new Undecided("the operating system of the task is not known");
    }
    return isWindows(task.inputs) ? "Windows" : "Linux";
}
