import { fsbp } from "../../lib/frameworks";
import { ABOUT_REPAIR, judgePlatformVersion, LATEST, ON_FARGATE } from "../../lib/platformVersion";
import { resourcePolicy } from "../../lib/policy";
import { Launchers } from "../../lib/resources";
import { VERSION } from "../../lib/version";

export default resourcePolicy({
    resource: Launchers,
    where: [ON_FARGATE],
    displayName: "Newest Fargate platform version",
    description: "Fargate tasks must run on the newest platform version.",
    rationale:
        "AWS patches platform versions and brings security updates to tasks by them; a pinned old version stays behind.",
    severity: "medium",
    framework: fsbp("ECS.10"),
    remediationSteps: "Remove `platformVersion` or set it to `LATEST`.",
    notes: [
        "The newest version of either operating system is accepted, since the operating system is a property of the task definition. Services that get Fargate from the default strategy of their cluster are not judged: that is another resource.",
        ABOUT_REPAIR,
    ],
    config: {
        latestLinuxVersion: {
            type: "string",
            pattern: VERSION,
            default: "1.4.0",
            description: "Newest platform version for Linux.",
        },
        latestWindowsVersion: {
            type: "string",
            pattern: VERSION,
            default: "1.0.0",
            description: "Newest platform version for Windows.",
        },
    },
    validate(launcher, { config, report }) {
        const { latestLinuxVersion, latestWindowsVersion } = config;
        judgePlatformVersion(
            launcher,
            (version) =>
                version === latestLinuxVersion || version === latestWindowsVersion
                    ? ""
                    : `; the newest are ${latestLinuxVersion} for Linux and ${latestWindowsVersion} for Windows`,
            report,
        );
    },
    remediate(launcher) {
        launcher.platformVersion = LATEST;
    },
});
