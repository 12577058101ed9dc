import { examine, reportOlder } from "../../lib/ami";
import { isContainerInstance } from "../../lib/containerInstances";
import { DATE } from "../../lib/config";
import { RUNTIME_MONITORING_GUIDE } from "../../lib/frameworks";
import { stackPolicy } from "../../lib/policy";
import { Machines } from "../../lib/resources";
import { VERSION } from "../../lib/version";

const ARCHITECTURES = ["x86_64", "arm64"];

export default stackPolicy({
    subject: Machines,
    displayName: "Container instances that GuardDuty can watch",
    description: "Container instances must have an image, a kernel and an ECS agent that Runtime Monitoring supports.",
    rationale:
        "On an older image, kernel or agent the security agent does not run; one container instance without it makes the coverage of its whole cluster Unhealthy.",
    severity: "medium",
    level: "advisory",
    framework: RUNTIME_MONITORING_GUIDE,
    remediationSteps:
        "Pin no old ECS agent in user data, and use an ECS-optimized image of x86_64 or arm64 with a new enough date and kernel: `resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id` (for arm64: `…/amazon-linux-2023/arm64/recommended/image_id`) in a launch template; elsewhere the id that `aws.ssm.getParameter` reads from that path.",
    notes: [
        "Judges launch templates, launch configurations and instances whose user data names a cluster (`ECS_CLUSTER`, `[settings.ecs]` of Bottlerocket, `Initialize-ECSAgent`) or whose Auto Scaling group belongs to a capacity provider; an instance takes from its launch template what it does not say itself, and the violation is reported where it is said.",
        "The id of an image tells nothing of its age: what is judged is the path of a public parameter of AWS (`resolve:ssm:/aws/service/ecs/optimized-ami/…`), the name of an `aws.ec2.Ami` of the stack, or the date that `amiVersions` gives for the id. Amazon Linux 2 without `kernel-` in its name has kernel 4.14. The path of a parameter of your own tells a kernel only, as `kernel-4.14`. Other ids and what user data installs later are not judged.",
        "Replacing the image replaces the instances.",
        "The table of supported operating systems is in the GuardDuty User Guide; of it only the architecture is checked.",
        "To have GuardDuty manage the agent on container instances see `guardduty-ecs-protection-runtime-enabled`.",
    ],
    config: {
        minimumAmiDate: {
            type: "string",
            pattern: DATE,
            default: "20230929",
            description: "Oldest accepted date of a machine image, as YYYYMMDD.",
        },
        minimumAgentVersion: {
            type: "string",
            pattern: VERSION,
            default: "1.77.0",
            description: "Oldest accepted ECS agent.",
        },
        minimumKernel: { type: "string", pattern: VERSION, default: "5.10", description: "Oldest accepted kernel." },
        amiVersions: {
            type: "object",
            additionalProperties: { type: "string", pattern: DATE },
            default: {},
            description: "Dates of machine images, as YYYYMMDD, by their ids.",
        },
    },
    validate(machine, { stack, config, report }) {
        examine(stack, machine, (user) => isContainerInstance(stack, user), {
            dates: config.amiVersions,
            image: [
                ({ title, date }) => reportOlder(report, `${title} is dated`, date, config.minimumAmiDate),
                ({ title, kernel }) => reportOlder(report, `${title} has kernel`, kernel, config.minimumKernel),
                ({ title, architecture = "x86_64" }) => {
                    if (!ARCHITECTURES.includes(architecture)) {
                        report(`${title} has an architecture other than x86_64 and arm64.`);
                    }
                },
            ],
            agent: (version) =>
                reportOlder(report, "The user data pins the ECS agent to", version, config.minimumAgentVersion),
        });
    },
});
