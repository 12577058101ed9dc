import { RUNTIME_MONITORING_PREREQUISITES } from "../../lib/frameworks";
import { ABOUT_REPAIR, judgePlatformVersion, LATEST, ON_FARGATE } from "../../lib/platformVersion";
import { resourcePolicy } from "../../lib/policy";
import { Launchers } from "../../lib/resources";
import { compareVersions, VERSION } from "../../lib/version";

export default resourcePolicy({
    resource: Launchers,
    where: [ON_FARGATE],
    displayName: "Fargate platform version that GuardDuty supports",
    description: "Fargate tasks must run on a platform version with which the agent of GuardDuty works.",
    rationale:
        "On a platform version below 1.4.0 the agent of GuardDuty does not run, and no runtime event of the task is seen.",
    severity: "high",
    framework: RUNTIME_MONITORING_PREREQUISITES,
    remediationSteps: "Remove `platformVersion` or set it to `LATEST`.",
    notes: [
        "Versions are compared number by number. No version means `LATEST`. Services that get Fargate from the default strategy of their cluster are not judged: that is another resource. Windows, whose newest version is 1.0.0, is not supported by GuardDuty at all.",
        ABOUT_REPAIR,
    ],
    config: {
        minimumVersion: {
            type: "string",
            pattern: VERSION,
            default: "1.4.0",
            description: "Oldest version that is accepted.",
        },
    },
    validate(launcher, { config, report }) {
        const { minimumVersion } = config;
        const objection = (version: string): string => {
            const order = compareVersions(version, minimumVersion);
            return order === undefined
                ? `; it must be ${minimumVersion} or later`
                : order < 0
                  ? `, older than ${minimumVersion}`
                  : "";
        };
        judgePlatformVersion(launcher, objection, report);
    },
    remediate(launcher) {
        launcher.platformVersion = LATEST;
    },
});
