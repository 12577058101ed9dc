import { resourceCases, unknown } from "../../support/cases";

export default resourceCases(__filename, {
    valid: {
        "another user": {
            given: {
                family: "reports",
                runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE" },
                containerDefinitions: [{ name: "app", image: "iis:ltsc2022", user: "ContainerUser" }],
            },
        },
        "Linux without a user, judged elsewhere": {
            given: { runtimePlatform: { operatingSystemFamily: "LINUX" }, containerDefinitions: [{ name: "app" }] },
        },
        "the administrator's name on Linux": {
            given: {
                runtimePlatform: { operatingSystemFamily: "LINUX" },
                containerDefinitions: [{ name: "app", user: "ContainerAdministrator" }],
            },
        },
        "no user where the operating system is not set, judged elsewhere": {
            given: {
                containerDefinitions: [{ name: "one" }, { name: "two", user: "" }, { name: "three", user: null }],
            },
        },
        "root where the operating system is not set, judged elsewhere": {
            given: { containerDefinitions: [{ name: "app", user: "root" }] },
        },
        "an operating system that is not known, but a user that is fine": {
            given: {
                runtimePlatform: { operatingSystemFamily: unknown },
                containerDefinitions: [{ name: "app", user: "ContainerUser" }],
            },
        },

        "Linux, whatever the user": {
            type: "aws-native:ecs:TaskDefinition",
            given: {
                runtimePlatform: { operatingSystemFamily: "LINUX" },
                containerDefinitions: [{ name: "app", user: unknown }],
            },
        },
    },
    invalid: {
        "the administrator": {
            given: {
                family: "reports",
                runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE" },
                containerDefinitions: [{ name: "app", image: "iis:ltsc2022", user: "ContainerAdministrator" }],
            },
            reports: ['Container "app" runs as the administrator.'],
        },
        "the administrator in another case, the second of two": {
            given: {
                runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2019_FULL" },
                containerDefinitions: [
                    { name: "app", user: "ContainerUser" },
                    { name: "job", user: "CONTAINERADMINISTRATOR" },
                ],
            },
            reports: ['Container "job" runs as the administrator.'],
        },
        "no user": {
            given: {
                runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2025_CORE" },
                containerDefinitions: [{ name: "one" }, { name: "two", user: "" }, { name: "three", user: null }],
            },
            reports: [
                'Container "one" has no `user`, which means the administrator unless its image says otherwise.',
                'Container "two" has no `user`, which means the administrator unless its image says otherwise.',
                'Container "three" has no `user`, which means the administrator unless its image says otherwise.',
            ],
        },
        "the administrator where the operating system is not set": {
            given: { containerDefinitions: [{ name: "app", user: "containeradministrator" }] },
            reports: ['Container "app" runs as the administrator.'],
        },
        "the type of aws-native": {
            type: "aws-native:ecs:TaskDefinition",
            given: {
                runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE" },
                containerDefinitions: [{ name: "app", user: "ContainerAdministrator" }],
            },
            reports: ['Container "app" runs as the administrator.'],
        },
    },
    unknown: {
        "the operating system": {
            given: {
                runtimePlatform: { operatingSystemFamily: unknown },
                containerDefinitions: [{ name: "app", user: "ContainerAdministrator" }],
            },
        },
        "the containers": { given: { containerDefinitions: unknown } },
    },
});
