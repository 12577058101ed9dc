import { resourceCases, unknown } from "../../support/cases";

const missing = "The tag `GuardDutyManaged` is missing.";
const excluded = 'The tag `GuardDutyManaged` is "false", which stops all runtime events of the cluster.';
const neither = 'The value of the tag `GuardDutyManaged` is neither "true" nor "false".';

export default resourceCases(__filename, {
    valid: {
        "a cluster with the tag": { given: { name: "shop", tags: { Team: "a", GuardDutyManaged: "true" } } },
        "no tag, where the account is covered as a whole": {
            given: { name: "shop" },
            config: { mode: "account" },
        },
        "null, where the account is covered as a whole": {
            given: { tags: { GuardDutyManaged: null } },
            config: { mode: "account" },
        },
        "the tag in mode account": { given: { tags: { GuardDutyManaged: "true" } }, config: { mode: "account" } },
        "a default tag of the provider": {
            given: {},
            provider: { defaultTags: { tags: { GuardDutyManaged: "true" } } },
        },
        "a default tag of the provider, as text": {
            given: {},
            provider: { defaultTags: '{"tags":{"GuardDutyManaged":"true"}}' },
        },
        "a tag among those merged with the defaults": { given: { tagsAll: { GuardDutyManaged: "true" } } },
        "a tag of its own over a default": {
            given: { tags: { GuardDutyManaged: "true" } },
            provider: { defaultTags: { tags: { GuardDutyManaged: "false" } } },
        },
        "the type of aws-native": {
            type: "aws-native:ecs:Cluster",
            given: { tags: [{ key: "GuardDutyManaged", value: "true" }] },
        },
        "tags that the CLI could not decrypt": { given: { tags: "[secret]" } },
        "a tag that the CLI could not decrypt": { given: { tags: { GuardDutyManaged: "[secret]" } } },
    },
    invalid: {
        "an excluded cluster": {
            given: { name: "shop", tags: { GuardDutyManaged: "false" } },
            reports: [excluded],
        },
        "no tag": {
            given: { name: "shop" },
            reports: [missing],
            remediated: { name: "shop", tags: { GuardDutyManaged: "true" } },
        },
        "no tag, in mode cluster": {
            given: { tags: {} },
            config: { mode: "cluster" },
            reports: [missing],
            remediated: { tags: { GuardDutyManaged: "true" } },
        },
        "no tag, with the merged tags": {
            given: { tags: { Team: "a", __defaults: [] }, tagsAll: { Team: "a", Owner: "b" } },
            reports: [missing],
            remediated: {
                tags: { Team: "a", __defaults: [], GuardDutyManaged: "true" },
                tagsAll: { Team: "a", Owner: "b", GuardDutyManaged: "true" },
            },
        },
        null: {
            given: { tags: { GuardDutyManaged: null } },
            reports: [missing],
            remediated: { tags: { GuardDutyManaged: "true" } },
        },
        "the key in another case": {
            given: { tags: { guarddutymanaged: "true" } },
            reports: [missing],
            remediated: { tags: { guarddutymanaged: "true", GuardDutyManaged: "true" } },
        },
        "an excluded cluster, in mode account": {
            given: { tags: { GuardDutyManaged: "false" } },
            config: { mode: "account" },
            reports: [excluded],
        },
        "another value, which is not shown": {
            given: { tags: { GuardDutyManaged: "hunter2" } },
            reports: [neither],
        },
        "the value in another case, in mode account": {
            given: { tags: { GuardDutyManaged: "True" } },
            config: { mode: "account" },
            reports: [neither],
        },
        "an empty value": { given: { tags: { GuardDutyManaged: "" } }, reports: [neither] },
        "an exclusion among the provider's defaults": {
            given: { tags: { Team: "a" } },
            provider: { defaultTags: { tags: { GuardDutyManaged: "false" } } },
            reports: [excluded],
        },
        "an exclusion among the merged tags": {
            given: { tags: { Team: "a" }, tagsAll: { Team: "a", GuardDutyManaged: "false" } },
            reports: [excluded],
        },
        "another tag that is not known": {
            given: { tags: { Team: unknown, GuardDutyManaged: "false" }, tagsAll: unknown },
            reports: [excluded],
        },
        "the type of aws-native": {
            type: "aws-native:ecs:Cluster",
            given: { clusterName: "shop", tags: [{ key: "Team", value: "a" }] },
            reports: [missing],
            remediated: {
                clusterName: "shop",
                tags: [
                    { key: "Team", value: "a" },
                    { key: "GuardDutyManaged", value: "true" },
                ],
            },
        },
        "the tag without a value in the list of aws-native": {
            type: "aws-native:ecs:Cluster",
            given: { tags: [{ key: "GuardDutyManaged" }] },
            reports: [neither],
        },
        "an exclusion in the list of aws-native": {
            type: "aws-native:ecs:Cluster",
            given: { tags: [{ key: unknown }, { key: "GuardDutyManaged", value: "false" }] },
            reports: [excluded],
        },
    },
    unknown: {
        "the value": { given: { tags: { GuardDutyManaged: unknown } } },
        "the tags": { given: { tags: unknown } },
        "the merged tags, one of which may be it": { given: { tags: { Team: unknown }, tagsAll: unknown } },
        "the tags, over a default": {
            given: { tags: unknown },
            provider: { defaultTags: { tags: { GuardDutyManaged: "false" } } },
        },
        "a key in the list of aws-native": {
            type: "aws-native:ecs:Cluster",
            given: { tags: [{ key: unknown, value: "true" }] },
        },
    },
});
