import { ecsGuide } from "../../lib/frameworks";
import { resourcePolicy } from "../../lib/policy";
import { AccountSettingDefault } from "../../lib/resources";

/** What turns an account setting off, in the words of either API. */
const OFF = ["disabled", "off"];

export default resourcePolicy({
    resource: AccountSettingDefault,
    where: [{ words: "for the ARNs of tasks", holds: ({ name }) => name === "taskLongArnFormat" }],
    displayName: "Long task ARNs",
    description: "New tasks must get ARNs of the long format, with the name of their cluster.",
    rationale: "GuardDuty cannot cover a service with tasks that have an ARN of the old, short format.",
    severity: "medium",
    framework: ecsGuide("Access Amazon ECS features with account settings", "ecs-account-settings"),
    remediationSteps:
        'Set the `value` of `taskLongArnFormat` to "enabled", and replace tasks that were started before.',
    notes: [
        "Long ARNs are the default of every account, and AWS no longer lets anyone turn them off. Which tasks still have a short ARN is seen at run time only. The repair is for the whole account in that region, like the setting.",
    ],
    validate({ value = "" }, { report }) {
        if (OFF.includes(value)) {
            report("The setting `taskLongArnFormat` is off.");
        }
    },
    remediate(setting) {
        setting.value = "enabled";
    },
});
