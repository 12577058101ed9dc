import { resourceCases, unknown } from "../../support/cases";

export default resourceCases(__filename, {
    valid: {
        "the required tags": {
            given: { name: "web", tags: { Owner: "team-a", CostCenter: "1234" } },
            present: ["tags.Owner", "tags.CostCenter"],
            config: { requiredTagKeys: ["Owner", "CostCenter"] },
        },
        "any tag, if none is required": { given: { name: "web", tags: { Team: "a" } }, present: ["tags.Team"] },
        "a tag without a value": {
            given: { tags: { Owner: "" } },
            present: ["tags.Owner"],
            config: { requiredTagKeys: ["Owner"] },
        },
        "a tag among the provider's defaults": {
            given: { tags: {} },
            provider: { defaultTags: { tags: { Owner: "a" } } },
        },
        "a tag among the provider's defaults, as JSON text": {
            given: {},
            provider: { defaultTags: '{"tags":{"Owner":"a"}}' },
            config: { requiredTagKeys: ["Owner"] },
        },
        "a tag that the provider has merged": {
            given: { tags: {}, tagsAll: { Owner: "a" } },
            present: ["tagsAll.Owner"],
        },
        "required tags from both": {
            given: { tags: { Owner: "a" }, tagsAll: { Owner: "a", Env: "prod" } },
            present: ["tags.Owner", "tagsAll.Env"],
            config: { requiredTagKeys: ["Owner", "Env"] },
        },
        "a key whose value is not known": {
            given: { tags: { Owner: unknown } },
            present: ["tags.Owner"],
            config: { requiredTagKeys: ["Owner"] },
        },
        "the type of aws-native": {
            type: "aws-native:ecs:Service",
            given: { tags: [{ key: "Owner", value: "a" }] },
            config: { requiredTagKeys: ["Owner"] },
        },
        "a required key after one that is not known": {
            type: "aws-native:ecs:Service",
            given: {
                tags: [
                    { key: unknown, value: "shop" },
                    { key: "owner", value: "platform-team" },
                ],
            },
            config: { requiredTagKeys: ["owner"] },
        },

        "a key that only contains the prefix of AWS": {
            given: { tags: { "shop:aws:team": "a" } },
            present: ["tags.shop:aws:team"],
        },
    },
    invalid: {
        "a missing tag": {
            given: { name: "web", tags: { Owner: "team-a" } },
            config: { requiredTagKeys: ["Owner", "CostCenter"] },
            reports: ['The tag "CostCenter" is missing.'],
        },
        "no tags": { given: { name: "web" }, reports: ["The service has no tags."] },
        "null tags": { given: { tags: null }, reports: ["The service has no tags."] },
        "empty tags": { given: { tags: {} }, reports: ["The service has no tags."] },
        "only the provider's list of defaults": {
            given: { tags: { __defaults: [] }, tagsAll: { __defaults: [] } },
            reports: ["The service has no tags."],
        },
        "only tags of AWS": { given: { tags: { "aws:created-by": "x" } }, reports: ["The service has no tags."] },
        "a key in another case": {
            given: { tags: { owner: "a" } },
            config: { requiredTagKeys: ["Owner"] },
            reports: ['The tag "Owner" is missing.'],
        },
        "a null value": {
            given: { tags: { Owner: null } },
            config: { requiredTagKeys: ["Owner"] },
            reports: ['The tag "Owner" is missing.'],
        },
        "an inherited name, which is no tag": {
            given: { tags: { Owner: "a" } },
            config: { requiredTagKeys: ["constructor"] },
            reports: ['The tag "constructor" is missing.'],
        },
        "default tags that are not JSON": {
            given: {},
            provider: { defaultTags: "{" },
            reports: ["The service has no tags."],
        },
        "no tags, with values to repair them": {
            given: { name: "web" },
            config: { tags: { Owner: "platform" } },
            reports: ["The service has no tags."],
            remediated: { name: "web", tags: { Owner: "platform" } },
        },
        "missing tags, with values to repair them": {
            given: { tags: { Owner: "a", __defaults: [] }, tagsAll: { Owner: "a", __defaults: [] } },
            config: { requiredTagKeys: ["Owner", "Env"], tags: { Owner: "platform", Env: "prod" } },
            reports: ['The tag "Env" is missing.'],
            remediated: {
                tags: { Owner: "a", Env: "prod", __defaults: [] },
                tagsAll: { Owner: "a", Env: "prod", __defaults: [] },
            },
        },
        "the type of aws-native": {
            type: "aws-native:ecs:Service",
            given: { tags: [{ key: "Team", value: "a" }] },
            config: { requiredTagKeys: ["Owner"], tags: { Owner: "platform" } },
            reports: ['The tag "Owner" is missing.'],
            remediated: {
                tags: [
                    { key: "Team", value: "a" },
                    { key: "Owner", value: "platform" },
                ],
            },
        },
        "known tags beside merged ones that are not, the provider known": {
            given: { tags: { Owner: unknown }, tagsAll: unknown },
            provider: { region: "us-east-1" },
            config: { requiredTagKeys: ["Env"] },
            reports: ['The tag "Env" is missing.'],
        },
        "two keys beside a value that is not known, and merged tags that are not either": {
            given: { tags: { stack: unknown }, tagsAll: unknown },
            provider: {},
            config: { requiredTagKeys: ["Owner", "Cost"], tags: { Owner: "platform", Cost: "42" } },
            reports: ['The tags "Owner" and "Cost" are missing.'],
            remediated: { tags: { stack: unknown, Owner: "platform", Cost: "42" }, tagsAll: unknown },
        },

        "a default tag that the provider has not merged": {
            given: { tags: {}, tagsAll: { Env: "prod" } },
            provider: { defaultTags: { tags: { Owner: "a" } } },
            config: { requiredTagKeys: ["Owner"] },
            reports: ['The tag "Owner" is missing.'],
        },
    },
    unknown: {
        "the tags": { given: { tags: unknown } },
        "the key of a tag": {
            type: "aws-native:ecs:Service",
            given: { tags: [{ key: unknown, value: "platform-team" }] },
            config: { requiredTagKeys: ["owner"] },
        },
        "the merged tags, and no provider": { given: { tagsAll: unknown } },
        "the provider's default tags": { given: { name: "web" }, provider: { defaultTags: unknown } },
    },
});
