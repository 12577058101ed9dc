import { resourceCases, unknown } from "../../support/cases";

export default resourceCases(__filename, {
    valid: {
        "a read-only root file system": {
            given: {
                family: "web",
                containerDefinitions: [{ name: "app", image: "node:22", readonlyRootFilesystem: true }],
            },
        },
        "several of them": {
            given: {
                containerDefinitions: [
                    { name: "app", readonlyRootFilesystem: true },
                    { name: "log", ReadOnlyRootFileSystem: true },
                ],
            },
        },
        "no containers": { given: { containerDefinitions: [] } },
        Windows: {
            given: {
                runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE" },
                containerDefinitions: [{ name: "app" }],
            },
        },
        "a Windows that does not exist yet": {
            given: {
                runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2031_NANO" },
                containerDefinitions: [{ name: "app" }],
            },
        },
        "a daemon": {
            type: "aws:ecs/daemonTaskDefinition:DaemonTaskDefinition",
            given: { containerDefinitions: [{ name: "agent", readonlyRootFilesystem: true }] },
        },
        "an exempt container": {
            given: {
                containerDefinitions: [
                    { name: "app", readonlyRootFilesystem: true },
                    { name: "cron-1", readonlyRootFilesystem: false },
                ],
            },
            config: { exempt: [{ resource: "a??", container: "cron-*", reason: "writes its own crontab" }] },
        },
        "an operating system that is not known, but nothing to write": {
            given: {
                runtimePlatform: { operatingSystemFamily: unknown },
                containerDefinitions: [{ name: "app", readonlyRootFilesystem: true }],
            },
        },
        "malformed definitions for an operating system that is not known": {
            given: { runtimePlatform: { operatingSystemFamily: unknown }, containerDefinitions: "app" },
        },

        "Windows, whatever the root file system": {
            type: "aws-native:ecs:TaskDefinition",
            given: {
                runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE" },
                containerDefinitions: [{ name: "app", readonlyRootFilesystem: unknown }],
            },
        },
    },
    invalid: {
        "a container that may write": {
            given: { family: "web", containerDefinitions: [{ name: "app", image: "node:22" }] },
            reports: ['Container "app" can write to its root file system.'],
        },
        "the second of two": {
            given: {
                containerDefinitions: [
                    { name: "app", readonlyRootFilesystem: true },
                    { name: "log", readonlyRootFilesystem: false },
                ],
            },
            reports: ['Container "log" can write to its root file system.'],
        },
        "a null": {
            given: { containerDefinitions: [{ name: "app", readonlyRootFilesystem: null }] },
            reports: ['Container "app" can write to its root file system.'],
        },
        Linux: {
            given: {
                runtimePlatform: { operatingSystemFamily: "LINUX" },
                containerDefinitions: [{ name: "app" }],
            },
            reports: ['Container "app" can write to its root file system.'],
        },
        "a daemon": {
            type: "aws:ecs/daemonTaskDefinition:DaemonTaskDefinition",
            given: { containerDefinitions: [{ name: "agent" }] },
            reports: ['Container "agent" can write to its root file system.'],
        },
        "the type of aws-native": {
            type: "aws-native:ecs:TaskDefinition",
            given: { containerDefinitions: [{ name: "app", readonlyRootFilesystem: false }] },
            reports: ['Container "app" can write to its root file system.'],
        },
        "a container whose exemption has ended": {
            given: { containerDefinitions: [{ name: "app" }] },
            config: { exempt: [{ resource: "app", reason: "until the rewrite", until: "2020-01-01" }] },
            reports: [
                'Container "app" can write to its root file system. Its exemption ended on 2020-01-01 (until the rewrite).',
            ],
        },
        "a container beside an exempt one": {
            given: { containerDefinitions: [{ name: "cron" }, { name: "app" }] },
            config: { exempt: [{ resource: "*", container: "cron", reason: "writes its own crontab" }] },
            reports: ['Container "app" can write to its root file system.'],
        },
        "a resource beside an exempt one": {
            given: { containerDefinitions: [{ name: "app" }] },
            config: { exempt: [{ resource: "legacy-*", reason: "to be removed" }] },
            reports: ['Container "app" can write to its root file system.'],
        },
    },
    unknown: {
        "the operating system": {
            given: {
                runtimePlatform: { operatingSystemFamily: unknown },
                containerDefinitions: [{ name: "app" }],
            },
        },
        "the containers": { given: { containerDefinitions: unknown } },
        "the flag of one container": {
            type: "aws-native:ecs:TaskDefinition",
            given: { containerDefinitions: [{ name: "app", readonlyRootFilesystem: unknown }, { name: "log" }] },
            reports: ['Container "log" can write to its root file system.'],
        },
    },
});
