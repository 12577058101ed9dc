import { resourceCases, unknown } from "../../support/cases";

export default resourceCases(__filename, {
    valid: {
        "a namespace shared within the task": {
            given: { family: "web", pidMode: "task", containerDefinitions: [{ name: "app", image: "node:22" }] },
        },
        "nothing said": { given: { family: "web" } },
        "a null": { given: { pidMode: null } },
        "an empty string": { given: { pidMode: "" } },
        "the key in a container, where AWS ignores it": {
            given: { containerDefinitions: [{ name: "app", pidMode: "host" }] },
        },
    },
    invalid: {
        "the namespace of the host": {
            given: { family: "web", pidMode: "host", containerDefinitions: [{ name: "app", image: "node:22" }] },
            reports: ['`pidMode` is "host".'],
        },
        "the type of aws-native": {
            type: "aws-native:ecs:TaskDefinition",
            given: { pidMode: "host" },
            reports: ['`pidMode` is "host".'],
        },
        "the namespace of the host, the containers not known": {
            given: { pidMode: "host", containerDefinitions: unknown },
            reports: ['`pidMode` is "host".'],
        },
    },
    unknown: {
        "the mode": { given: { pidMode: unknown } },
    },
});
