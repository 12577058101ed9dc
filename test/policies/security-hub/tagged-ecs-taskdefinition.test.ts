import { resourceCases, unknown } from "../../support/cases";

export default resourceCases(__filename, {
    valid: {
        "the required tags": {
            given: { family: "web", tags: { Owner: "team-a" } },
            present: ["tags.Owner"],
            config: { requiredTagKeys: ["Owner"] },
        },
        "any tag, if none is required": { given: { family: "web", tags: { Team: "a" } }, present: ["tags.Team"] },
        "any tag, the containers not known": {
            given: { tags: { Team: "a" }, containerDefinitions: unknown },
            present: ["tags.Team"],
        },
        "a daemon": {
            type: "aws:ecs/daemonTaskDefinition:DaemonTaskDefinition",
            given: { tags: { Team: "a" } },
            present: ["tags.Team"],
        },
        "the type of aws-native": {
            type: "aws-native:ecs:TaskDefinition",
            given: { tags: [{ key: "Owner", value: "a" }] },
        },
    },
    invalid: {
        "no tag": { given: { family: "web" }, reports: ["The task definition has no tags."] },
        "a missing tag": {
            given: { family: "web", tags: { Team: "a" } },
            config: { requiredTagKeys: ["Owner"], tags: { Owner: "platform" } },
            reports: ['The tag "Owner" is missing.'],
            remediated: { family: "web", tags: { Team: "a", Owner: "platform" } },
        },
        "a daemon": {
            type: "aws:ecs/daemonTaskDefinition:DaemonTaskDefinition",
            given: { family: "agent" },
            reports: ["The task definition has no tags."],
        },
        "the type of aws-native": {
            type: "aws-native:ecs:TaskDefinition",
            given: { family: "web" },
            reports: ["The task definition has no tags."],
        },
    },
    unknown: {
        "the tags": { given: { tags: unknown } },
    },
});
