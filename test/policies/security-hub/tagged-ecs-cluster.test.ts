import { resourceCases, unknown } from "../../support/cases";

export default resourceCases(__filename, {
    valid: {
        "the required tags": {
            given: { name: "shop", tags: { Owner: "team-a" } },
            present: ["tags.Owner"],
            config: { requiredTagKeys: ["Owner"] },
        },
        "the tag of GuardDuty, if none is required": {
            given: { tags: { GuardDutyManaged: "true" } },
            present: ["tags.GuardDutyManaged"],
        },
        "a tag among the provider's defaults": { given: {}, provider: { defaultTags: { tags: { Owner: "a" } } } },
        "the type of aws-native": { type: "aws-native:ecs:Cluster", given: { tags: [{ key: "Owner", value: "a" }] } },
    },
    invalid: {
        "no tag": { given: { name: "shop" }, reports: ["The cluster has no tags."] },
        "a missing tag": {
            given: { tags: { Team: "a" } },
            config: { requiredTagKeys: ["Owner", "Env"], tags: { Owner: "platform", Env: "prod" } },
            reports: ['The tags "Owner" and "Env" are missing.'],
            remediated: { tags: { Team: "a", Owner: "platform", Env: "prod" } },
        },
        "two missing tags, with a value for the repair of one": {
            given: { tags: { Team: "a" } },
            config: { requiredTagKeys: ["Owner", "Env"], tags: { Owner: "platform" } },
            reports: ['The tags "Owner" and "Env" are missing.'],
            remediated: { tags: { Team: "a", Owner: "platform" } },
            left: ['The tag "Env" is missing.'],
        },
        "a missing tag, with no value for its repair": {
            given: { tags: { Team: "a" } },
            config: { requiredTagKeys: ["Owner"] },
            reports: ['The tag "Owner" is missing.'],
        },
        "the type of aws-native": {
            type: "aws-native:ecs:Cluster",
            given: { clusterName: "shop" },
            config: { tags: { Owner: "platform" } },
            reports: ["The cluster has no tags."],
            remediated: { clusterName: "shop", tags: [{ key: "Owner", value: "platform" }] },
        },
    },
    unknown: {
        "the tags": { given: { tags: unknown } },
    },
});
