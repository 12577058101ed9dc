import { examine, reportOlder } from "../../lib/ami";
import { isContainerInstance, placesOn } from "../../lib/containerInstances";
import { DATE } from "../../lib/config";
import { EXEC_GUIDE } from "../../lib/frameworks";
import { EXEC_ON, startsExec } from "../../lib/exec";
import { stackPolicy } from "../../lib/policy";
import { Launchers, Machines } from "../../lib/resources";
import { known } from "../../lib/unknown";
import { compareVersions, VERSION } from "../../lib/version";

const MINIMUM_ON_WINDOWS = "1.56.0";

export default stackPolicy({
    subject: Machines,
    where: [EXEC_ON],
    displayName: "Container instances that support ECS Exec",
    description:
        "Container instances of tasks with ECS Exec must have an ECS-optimized image and agent that support it.",
    rationale: "On other images and with older agents the tasks start, but no session can be opened in them.",
    severity: "low",
    framework: EXEC_GUIDE,
    remediationSteps:
        "Pin no old ECS agent in user data, and use a current ECS-optimized image: `resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id` (for arm64: `…/amazon-linux-2023/arm64/recommended/image_id`) in a launch template; elsewhere the id that `aws.ssm.getParameter` reads from that path.",
    notes: [
        "Judges the launch templates, launch configurations and instances on which tasks of a launcher with ECS Exec on may be placed: those of the capacity providers in its strategy, or, where it goes by launch type, all of its cluster.",
        "The id of an image tells nothing of its age: what is judged is the path of a public parameter of AWS (`resolve:ssm:/aws/service/…`) and the name of an `aws.ec2.Ami` of the stack; images behind your own parameters are not judged. An image of AWS for another purpose, such as EKS, is no ECS-optimized one; Bottlerocket for ECS is.",
        "On Windows the agent must be 1.56.0 or later, whatever `minimumAgentVersion` says.",
        "`guardduty-container-instance-ami` asks for newer images and agents; where both are wanted, both have to hold.",
    ],
    config: {
        minimumAmiDate: {
            type: "string",
            pattern: DATE,
            default: "20210121",
            description: "Oldest accepted date of a machine image, as YYYYMMDD.",
        },
        minimumAgentVersion: {
            type: "string",
            pattern: VERSION,
            default: "1.50.2",
            description: "Oldest accepted ECS agent.",
        },
    },
    validate(machine, { stack, config, report }) {
        const agentOn = (windows: boolean): string =>
            windows && (compareVersions(config.minimumAgentVersion, MINIMUM_ON_WINDOWS) ?? 0) < 0
                ? MINIMUM_ON_WINDOWS
                : config.minimumAgentVersion;
        const counts = (user: typeof machine): boolean =>
            isContainerInstance(stack, user) &&
            stack
                .all(Launchers)
                .some((launcher) => known(() => startsExec(stack, launcher) && placesOn(stack, launcher, user), false));
        examine(stack, machine, counts, {
            image: [
                ({ title, date }) => reportOlder(report, `${title} is dated`, date, config.minimumAmiDate),
                ({ title, isForeign }) => {
                    if (isForeign) {
                        report(`${title} is not optimized for Amazon ECS.`);
                    }
                },
            ],
            agent: (version, onWindows) =>
                reportOlder(report, "The user data pins the ECS agent to", version, agentOn(onWindows)),
        });
    },
});
