import { resourceCases, unknown } from "../../support/cases";

export default resourceCases(__filename, {
    valid: {
        "the name of a team": { given: { name: "web", tags: { owner: "platform-team", costCenter: "1234567890" } } },
        "numbers that are no phone numbers": {
            given: {
                tags: { version: "1.24.301", build: "20260131-2", account: "123456789012", range: "10.0.0.0/16" },
            },
        },
        "an address of a web site": { given: { tags: { runbook: "https://wiki.example.com/teams/platform@main" } } },
        "no tags": { given: { name: "web" } },
        "null tags": { given: { tags: null } },
        "a value of another type": { given: { tags: { owner: { name: "jane.doe@example.com" } } } },
        "the address of a repository": { given: { tags: { repository: "git@github.com:shop/web.git" } } },
        "users in the addresses of repositories": {
            given: {
                tags: {
                    bitbucket: "https://jdoe@bitbucket.org/shop/web.git",
                    azure: "https://shop@dev.azure.com/shop/web/_git/web",
                    host: "https://jdoe@bitbucket.org",
                    ssh: "ssh://git@github.com/shop/web.git",
                    path: "git@github.com/shop/web.git",
                },
            },
        },
        "versions of packages": {
            given: {
                tags: { web: "web@1.4.2", scoped: "@shop/web@10.0.1", beta: "web@1.4.2-beta.1", range: "web@2.x" },
            },
        },
        "ids of users and roles, which open nothing": {
            given: { tags: { owner: "AIDAIOSFODNN7EXAMPLE", role: "AROAIOSFODNN7EXAMPLE" } },
        },
    },
    invalid: {
        "an e-mail address": {
            given: { name: "web", tags: { owner: "jane.doe@example.com" } },
            reports: ['The value of the tag "owner" looks like an e-mail address.'],
        },
        "phone numbers": {
            given: {
                tags: {
                    one: "+49 170 1234567",
                    two: "(555) 123-4567",
                    three: "call 555-123-4567",
                    four: "+1-555-123-4567",
                    five: "1-202-555-0147",
                    six: "(202) 555 0147",
                    seven: "+491701234567",
                    eight: "(202)555-0147",
                    nine: "1 (202) 555-0147",
                },
            },
            reports: ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"].map(
                (key) => `The value of the tag "${key}" looks like a phone number.`,
            ),
        },
        "an access key id": {
            given: { tags: { team: "a", key: "AKIAIOSFODNN7EXAMPLE" } },
            reports: ['The value of the tag "key" looks like an AWS access key id.'],
        },
        "a temporary access key id": {
            given: { tags: { key: "ASIAIOSFODNN7EXAMPLE" } },
            reports: ['The value of the tag "key" looks like an AWS access key id.'],
        },
        "an access token": {
            given: { tags: { bot: "ghp_0123456789abcdefghij0123456789abcdef" } },
            reports: ['The value of the tag "bot" looks like an access token.'],
        },
        "tokens of GitHub, GitLab and Google": {
            given: {
                tags: {
                    bot: "github_pat_11ABCDEFG0123456789_abcdef",
                    ci: "glpat-0123456789abcdefghij",
                    maps: `AIza${"Sy0-_".repeat(7)}`,
                },
            },
            reports: [
                'The value of the tag "bot" looks like an access token.',
                'The value of the tag "ci" looks like an access token.',
                'The value of the tag "maps" looks like an access token.',
            ],
        },
        "tokens of Slack, Stripe and Pulumi, and a session": {
            given: {
                tags: {
                    chat: "xoxb-0123456789",
                    pay: "sk_live_0123456789",
                    deploy: `pul-${"0123456789".repeat(4)}`,
                    login: "eyJhbGciOiJIUzI1.eyJzdWIiOiIxMjM0",
                },
            },
            reports: ["chat", "pay", "deploy", "login"].map(
                (key) => `The value of the tag "${key}" looks like an access token.`,
            ),
        },
        "a private key": {
            given: { tags: { key: "-----BEGIN RSA PRIVATE KEY-----" } },
            reports: ['The value of the tag "key" looks like a private key.'],
        },
        "two findings in one value": {
            given: { tags: { contact: "jane.doe@example.com +49 170 1234567" } },
            reports: [
                'The value of the tag "contact" looks like an e-mail address.',
                'The value of the tag "contact" looks like a phone number.',
            ],
        },
        "a default tag of the provider, reported once": {
            given: { tags: { owner: "jane.doe@example.com" }, tagsAll: { owner: "jane.doe@example.com" } },
            reports: ['The value of the tag "owner" looks like an e-mail address.'],
        },
        "a cluster": {
            type: "aws:ecs/cluster:Cluster",
            given: { tags: { owner: "jane.doe@example.com" } },
            reports: ['The value of the tag "owner" looks like an e-mail address.'],
        },
        "a task definition": {
            type: "aws:ecs/taskDefinition:TaskDefinition",
            given: { tags: { owner: "jane.doe@example.com" } },
            reports: ['The value of the tag "owner" looks like an e-mail address.'],
        },
        "the type of aws-native": {
            type: "aws-native:ecs:Service",
            given: {
                tags: [
                    { key: "team", value: "a" },
                    { key: "owner", value: "jane.doe@example.com" },
                ],
            },
            reports: ['The value of the tag "owner" looks like an e-mail address.'],
        },
        "e-mail addresses in other texts": {
            given: {
                tags: {
                    link: "mailto:jane@example.com",
                    sentence: "Ask Jane.Doe+shop@MAIL.example.com.",
                    list: "team a, <jane@example.com>; team b",
                    punycode: "jane@xn--bcher-kva.xn--p1ai",
                    colon: "jane@example.com: platform",
                    dash: "jane@example.com - platform",
                    page: "https://wiki.example.com/teams?owner=jane@example.com",
                    site: "https://jane@wiki.example.com/teams or jane@example.com",
                    version: "web@1.4.2 by jane@example.com",
                    slash: "jane@example.com/platform",
                    parts: "jane@example.com:platform",
                },
            },
            reports: [
                "link",
                "sentence",
                "list",
                "punycode",
                "colon",
                "dash",
                "page",
                "site",
                "version",
                "slash",
                "parts",
            ].map((key) => `The value of the tag "${key}" looks like an e-mail address.`),
        },
    },
    unknown: {
        "one of two values": {
            given: { tags: { stack: unknown, owner: "jane.doe@example.com" } },
            reports: ['The value of the tag "owner" looks like an e-mail address.'],
        },
        "the tags": { given: { tags: unknown } },
        "the key of one of two tags": {
            type: "aws-native:ecs:Cluster",
            given: {
                tags: [
                    { key: unknown, value: "shop" },
                    { key: "owner", value: "jane.doe@example.com" },
                ],
            },
            reports: ['The value of the tag "owner" looks like an e-mail address.'],
        },
    },
});
