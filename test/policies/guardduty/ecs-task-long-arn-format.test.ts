import { resourceCases, unknown } from "../../support/cases";

export default resourceCases(__filename, {
    valid: {
        "the long format": { given: { name: "taskLongArnFormat", value: "enabled" } },
        "another word for it": { given: { name: "taskLongArnFormat", value: "on" } },
        "no value": { given: { name: "taskLongArnFormat" } },
        "a null": { given: { name: "taskLongArnFormat", value: null } },
        "another setting that is off": { given: { name: "containerInsights", value: "disabled" } },
        "the ARNs of services": { given: { name: "serviceLongArnFormat", value: "disabled" } },
        "no name": { given: { value: "disabled" } },
        "a setting that is not known, turned on": { given: { name: unknown, value: "enabled" } },

        "another setting, whatever its value": { given: { name: "containerInsights", value: unknown } },
    },
    invalid: {
        "the short format": {
            given: { name: "taskLongArnFormat", value: "disabled" },
            reports: ["The setting `taskLongArnFormat` is off."],
            remediated: { name: "taskLongArnFormat", value: "enabled" },
        },
        "another word for it": {
            given: { name: "taskLongArnFormat", value: "off" },
            reports: ["The setting `taskLongArnFormat` is off."],
            remediated: { name: "taskLongArnFormat", value: "enabled" },
        },
    },
    unknown: {
        "the value": { given: { name: "taskLongArnFormat", value: unknown } },
        "the name": { given: { name: unknown, value: "disabled" } },
    },
});
