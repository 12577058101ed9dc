import { resourceCases, unknown } from "../../support/cases";

export default resourceCases(__filename, {
    valid: {
        "container definitions that are known": {
            given: { family: "web", containerDefinitions: [{ name: "app", image: "node:22" }] },
        },
        "malformed ones, reported elsewhere": { given: { containerDefinitions: "[{" } },
        "no definitions": { given: { family: "web" } },
        "another value that is not known": { given: { executionRoleArn: unknown, containerDefinitions: [] } },
        "a secret that the CLI could not decrypt": { given: { containerDefinitions: "[secret]" } },
    },
    invalid: {
        "an image from a repository that this program creates": {
            given: { family: "web", containerDefinitions: unknown },
            waiting: ["ecs-containers-nonprivileged", "ecs-containers-readonly-access"],
            reports: [
                "The container definitions are not known until the update; until then these policies wait: `ecs-containers-nonprivileged`, `ecs-containers-readonly-access`.",
            ],
        },
        "an image that no policy waits for": {
            given: { family: "web", containerDefinitions: unknown },
            reports: [
                "A value in the container definitions is not known until the update; no policy about the task definition alone needs it at preview.",
            ],
        },
        "a value in a typed array": {
            type: "aws-native:ecs:TaskDefinition",
            given: {
                containerDefinitions: [
                    { name: "app", image: unknown },
                    { name: "log", image: unknown },
                ],
            },
            reports: [
                "A value in the container definitions is not known until the update; no policy about the task definition alone needs it at preview.",
            ],
        },
        "a container of a typed array": {
            type: "aws:ecs/daemonTaskDefinition:DaemonTaskDefinition",
            given: { containerDefinitions: [unknown] },
            reports: [
                "A value in the container definitions is not known until the update; no policy about the task definition alone needs it at preview.",
            ],
        },

        "an image that one policy waits for": {
            given: { family: "web", containerDefinitions: unknown },
            waiting: ["ecs-containers-nonprivileged"],
            reports: [
                "The container definitions are not known until the update; until then these policies wait: `ecs-containers-nonprivileged`.",
            ],
        },
    },
});
