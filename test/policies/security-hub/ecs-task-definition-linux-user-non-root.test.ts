import { resourceCases, unknown } from "../../support/cases";

export default resourceCases(__filename, {
    valid: {
        "a user other than root": {
            given: { family: "web", containerDefinitions: [{ name: "app", image: "node:22", user: "1000:1000" }] },
        },
        "a user by name": { given: { containerDefinitions: [{ name: "app", user: "node" }] } },
        "the group of root, another user": { given: { containerDefinitions: [{ name: "app", user: "1000:0" }] } },
        "a JSON number": { given: { containerDefinitions: [{ name: "app", user: 1000 }] } },
        "no containers": { given: { containerDefinitions: [] } },
        Windows: {
            given: {
                runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE" },
                containerDefinitions: [{ name: "app" }],
            },
        },
        Linux: {
            given: {
                runtimePlatform: { operatingSystemFamily: "LINUX" },
                containerDefinitions: [{ name: "app", user: "app" }],
            },
        },
        "an operating system that is not known, but a user that is fine": {
            given: {
                runtimePlatform: { operatingSystemFamily: unknown },
                containerDefinitions: [{ name: "app", user: "1000" }],
            },
        },

        "what is no number but means 0 elsewhere": {
            given: {
                containerDefinitions: [
                    { name: "app", user: "0x0" },
                    { name: "log", user: "a0" },
                ],
            },
        },
        "Windows, whatever the user": {
            type: "aws-native:ecs:TaskDefinition",
            given: {
                runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE" },
                containerDefinitions: [{ name: "app", user: unknown }],
            },
        },
    },
    invalid: {
        "a container without a user": {
            given: { family: "web", containerDefinitions: [{ name: "app", image: "node:22" }] },
            reports: ['Container "app" has no `user`, which means root unless its image says otherwise.'],
        },
        "root by name, the second of two": {
            given: {
                containerDefinitions: [
                    { name: "app", user: "app" },
                    { name: "job", user: "root" },
                ],
            },
            reports: ['Container "job" runs as root.'],
        },
        "root in all its forms": {
            given: {
                runtimePlatform: { operatingSystemFamily: "LINUX" },
                containerDefinitions: [
                    { name: "one", user: "0" },
                    { name: "two", user: "0:0" },
                    { name: "three", user: "0:1000" },
                    { name: "four", user: "root:app" },
                    { name: "five", user: 0 },
                    { name: "six", user: "000" },
                    { name: "seven", user: ":1000" },
                    { name: "eight", user: "+0" },
                    // Go takes the long s for an s.
                    { name: "nine", "u\u017fer": "0" },
                ],
            },
            reports: [
                'Container "one" runs as root.',
                'Container "two" runs as root.',
                'Container "three" runs as root.',
                'Container "four" runs as root.',
                'Container "five" runs as root.',
                'Container "six" runs as root.',
                'Container "seven" runs as root.',
                'Container "eight" runs as root.',
                'Container "nine" runs as root.',
            ],
        },
        "an empty and a null user": {
            given: {
                containerDefinitions: [
                    { name: "one", user: "" },
                    { name: "two", user: null },
                ],
            },
            reports: [
                'Container "one" has no `user`, which means root unless its image says otherwise.',
                'Container "two" has no `user`, which means root unless its image says otherwise.',
            ],
        },
        "an empty platform": {
            given: { runtimePlatform: {}, containerDefinitions: [{ name: "app", user: "root" }] },
            reports: ['Container "app" runs as root.'],
        },
        "a daemon": {
            type: "aws:ecs/daemonTaskDefinition:DaemonTaskDefinition",
            given: { containerDefinitions: [{ name: "agent", user: "root" }] },
            reports: ['Container "agent" runs as root.'],
        },
        "the type of aws-native": {
            type: "aws-native:ecs:TaskDefinition",
            given: { containerDefinitions: [{ name: "app", user: "0" }] },
            reports: ['Container "app" runs as root.'],
        },
    },
    unknown: {
        "the operating system": {
            given: { runtimePlatform: { operatingSystemFamily: unknown }, containerDefinitions: [{ name: "app" }] },
        },
        "the containers": { given: { containerDefinitions: unknown } },
        "the user of one of two": {
            type: "aws-native:ecs:TaskDefinition",
            given: {
                containerDefinitions: [
                    { name: "app", user: unknown },
                    { name: "job", user: "root" },
                ],
            },
            reports: ['Container "job" runs as root.'],
        },
    },
});
