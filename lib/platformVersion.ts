/** What the policies about the platform version of Fargate have in common. */
import { isFargate, refusedForSome } from "./launch";
import { Condition, Report } from "./policy";
import { Launcher } from "./resources";
import { quote } from "./words";

/** What ECS resolves to the newest version at each deployment; nothing said means the same. */
export const LATEST = "LATEST";

/** Only tasks on Fargate have a platform version. */
export const ON_FARGATE: Condition<Launcher> = { words: "on Fargate", holds: isFargate };

/** What to know before a repair. */
export const ABOUT_REPAIR =
    "The repair sets `LATEST`: a service starts a new deployment, targets and schedules follow with their next run. An existing " +
    `task set would be replaced; then Pulumi drops the repair, and the policy blocks. ${refusedForSome("it")}`;

/**
 * Reports the platform version of a launcher on Fargate unless it is accepted.
 * @param objection how the message goes on where a version is not accepted, else empty
 */
export function judgePlatformVersion(launcher: Launcher, objection: (version: string) => string, report: Report): void {
    const version = launcher.platformVersion || LATEST;
    const problem = version === LATEST ? "" : objection(version);
    if (problem) {
        report(`The platform version is ${versionTitle(version)}${problem}.`);
    }
}

/** The version as messages show it, where it is one. */
export function versionTitle(version: string): string {
    if (version.toUpperCase() === LATEST) {
        return `${quote(version)} instead of \`${LATEST}\``;
    }
    return /^\d{1,3}(\.\d{1,3}){0,3}$/.test(version) ? version : "not one of Fargate";
}
