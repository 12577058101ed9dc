import { resourceCases, unknown } from "../../support/cases";

export default resourceCases(__filename, {
    valid: {
        "a container that says nothing": { given: { containerDefinitions: [{ name: "app" }] } },
        "a container that is not privileged": { given: { containerDefinitions: [{ name: "app", privileged: false }] } },
        "a null": { given: { containerDefinitions: [{ name: "app", privileged: null }] } },
        "no containers": { given: { containerDefinitions: [] } },
        "a misspelt key, which AWS ignores": { given: { containerDefinitions: [{ name: "app", privilege: true }] } },
        "malformed definitions, reported elsewhere": {
            given: {
                containerDefinitions: [
                    { name: "app", privileged: "true" },
                    { name: "log", privileged: true },
                ],
            },
        },
        "text that is not JSON, reported elsewhere": { given: { containerDefinitions: "[{" } },
    },
    invalid: {
        "a privileged container": {
            given: { containerDefinitions: [{ name: "app", privileged: true }] },
            reports: ['Container "app" is privileged.'],
        },
        "the second of two containers": {
            given: {
                containerDefinitions: [
                    { name: "app", privileged: false },
                    { name: "agent", privileged: true },
                ],
            },
            reports: ['Container "agent" is privileged.'],
        },
        "both of two containers": {
            given: {
                containerDefinitions: [
                    { name: "app", privileged: true },
                    { name: "agent", privileged: true },
                ],
            },
            reports: ['Container "app" is privileged.', 'Container "agent" is privileged.'],
        },
        "a key in another case, which the provider accepts": {
            given: { containerDefinitions: [{ Name: "app", Privileged: true }] },
            reports: ['Container "app" is privileged.'],
        },
        "the later of two keys": {
            given: { containerDefinitions: '[{"name":"app","privileged":false,"PRIVILEGED":true}]' },
            reports: ['Container "app" is privileged.'],
        },
        "a key that only looks like another, after it": {
            given: { containerDefinitions: [{ name: "app", privileged: true, "pr\u0131vileged": false }] },
            reports: ['Container "app" is privileged.'],
        },
        "a container without a name": {
            given: { containerDefinitions: [{ name: "app" }, { privileged: true }] },
            reports: ["Container 2 (without a name) is privileged."],
        },
        "a daemon": {
            type: "aws:ecs/daemonTaskDefinition:DaemonTaskDefinition",
            given: { containerDefinitions: [{ name: "agent", privileged: true }] },
            reports: ['Container "agent" is privileged.'],
        },
        "the type of aws-native": {
            type: "aws-native:ecs:TaskDefinition",
            given: { containerDefinitions: [{ name: "app", privileged: true }] },
            reports: ['Container "app" is privileged.'],
        },
        "a container whose name is not known and whose exemption may have ended": {
            type: "aws-native:ecs:TaskDefinition",
            given: { containerDefinitions: [{ name: unknown, privileged: true }] },
            config: {
                exempt: [{ resource: "app", container: "log", reason: "as long as it lasts", until: "2020-01-31" }],
            },
            reports: ["Container 1 (whose name is not known yet) is privileged."],
        },
    },
    unknown: {
        "all definitions": { given: { containerDefinitions: unknown } },
        "one of two containers": {
            type: "aws-native:ecs:TaskDefinition",
            given: {
                containerDefinitions: [
                    { name: "app", privileged: unknown },
                    { name: "agent", privileged: true },
                ],
            },
            reports: ['Container "agent" is privileged.'],
        },
        "a whole container": {
            type: "aws-native:ecs:TaskDefinition",
            given: { containerDefinitions: [unknown, { name: "agent", privileged: true }] },
            reports: ['Container "agent" is privileged.'],
        },
        "the name of a container, which may be exempt": {
            type: "aws-native:ecs:TaskDefinition",
            given: {
                containerDefinitions: [
                    { name: unknown, privileged: true },
                    { name: "agent", privileged: true },
                ],
            },
            config: {
                exempt: [
                    { resource: "app", container: "log", reason: "needs the devices of its host" },
                    { resource: "other", container: "*", reason: "another resource" },
                ],
            },
            reports: ['Container "agent" is privileged.'],
        },
        "the name of the container": {
            type: "aws-native:ecs:TaskDefinition",
            given: {
                containerDefinitions: [
                    { name: unknown, privileged: true },
                    { name: "agent", privileged: unknown },
                ],
            },
            reports: ["Container 1 (whose name is not known yet) is privileged."],
        },
    },
});
