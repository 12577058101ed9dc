import { reportVariables } from "../../lib/containers";
import { ecsGuide } from "../../lib/frameworks";
import { matches } from "../../lib/glob";
import { resourcePolicy } from "../../lib/policy";
import { TaskDefinition } from "../../lib/resources";

export default resourcePolicy({
    resource: TaskDefinition,
    displayName: "No environment variables named like credentials",
    description: "Environment variables whose names suggest credentials must come from a secret store.",
    rationale:
        "Environment variables of a task definition can be read by everybody who may describe it, and in the console.",
    severity: "medium",
    level: "disabled",
    framework: ecsGuide("Pass sensitive data to a container", "specifying-sensitive-data"),
    remediationSteps:
        "Move the value to Parameter Store or Secrets Manager and refer to it under `secrets`, or, if it holds no credential, add its name to `allowedNames` of this policy in the configuration of the pack.",
    notes: ["Disabled by default: names are a guess. Enable it where your naming is consistent."],
    config: {
        namePatterns: {
            type: "array",
            items: { type: "string" },
            default: [
                "*PASSWORD*",
                "*PASSWD*",
                "*SECRET*",
                "*TOKEN*",
                "*API_KEY*",
                "*APIKEY*",
                "*PRIVATE_KEY*",
                "*ACCESS_KEY*",
                "*CREDENTIAL*",
            ],
            description: "Patterns of names, without regard to case; * stands for any characters, ? for one.",
        },
        allowedNames: {
            type: "array",
            items: { type: "string" },
            default: [],
            description: "Names that are fine although they match, exact.",
        },
    },
    validate(task, { config, report }) {
        const patterns = config.namePatterns.map((pattern) => pattern.toUpperCase());
        const isSuspect = (name: string): boolean =>
            !config.allowedNames.includes(name) && patterns.some((pattern) => matches(pattern, name.toUpperCase()));
        reportVariables(task, report, "variables named like credentials:", isSuspect);
    },
});
