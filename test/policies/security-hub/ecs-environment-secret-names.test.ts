import { resourceCases, unknown } from "../../support/cases";

export default resourceCases(__filename, {
    valid: {
        "ordinary names": {
            given: {
                family: "web",
                containerDefinitions: [
                    { name: "app", image: "node:22", environment: [{ name: "NODE_ENV", value: "production" }] },
                ],
            },
        },
        "no environment": { given: { containerDefinitions: [{ name: "app" }] } },
        "an empty environment": { given: { containerDefinitions: [{ name: "app", environment: [] }] } },
        "a credential under secrets": {
            given: { containerDefinitions: [{ name: "app", secrets: [{ name: "DB_PASSWORD", valueFrom: "x" }] }] },
        },
        "an allowed name": {
            given: { containerDefinitions: [{ name: "app", environment: [{ name: "TOKEN_URL", value: "x" }] }] },
            config: { allowedNames: ["TOKEN_URL"] },
        },
        "a name that other patterns do not match": {
            given: { containerDefinitions: [{ name: "app", environment: [{ name: "DB_PASSWORD", value: "x" }] }] },
            config: { namePatterns: ["*_PIN", "C?DE"] },
        },
        "what would be special in a regular expression": {
            given: { containerDefinitions: [{ name: "app", environment: [{ name: "PASSWORD", value: "x" }] }] },
            config: { namePatterns: ["(PASS", "[A-Z]*", ".*"] },
        },
    },
    invalid: {
        "a password": {
            given: {
                family: "web",
                containerDefinitions: [
                    { name: "app", image: "node:22", environment: [{ name: "DB_PASSWORD", value: "hunter2" }] },
                ],
            },
            reports: ['Container "app" has variables named like credentials: "DB_PASSWORD".'],
        },
        "names in lower case, in the second container": {
            given: {
                containerDefinitions: [
                    { name: "app" },
                    {
                        name: "job",
                        environment: [
                            { name: "stage", value: "x" },
                            { name: "github_token", value: "x" },
                            { name: "ClientSecret", value: "x" },
                        ],
                    },
                ],
            },
            reports: ['Container "job" has variables named like credentials: "github_token", "ClientSecret".'],
        },
        "a pattern of the configuration": {
            given: { containerDefinitions: [{ name: "app", environment: [{ name: "CARD_PIN", value: "x" }] }] },
            config: { namePatterns: ["*_pin"] },
            reports: ['Container "app" has variables named like credentials: "CARD_PIN".'],
        },
    },
    unknown: {
        "the containers": { given: { containerDefinitions: unknown } },
    },
});
