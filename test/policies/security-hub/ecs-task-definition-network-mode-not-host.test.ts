import { resourceCases, unknown } from "../../support/cases";

export default resourceCases(__filename, {
    valid: {
        "a network interface for each task": { given: { family: "web", networkMode: "awsvpc" } },
        bridge: { given: { networkMode: "bridge" } },
        none: { given: { networkMode: "none" } },
        "nothing said": { given: { family: "web" } },
        "a null": { given: { networkMode: null } },
        "a daemon, which has no such property": {
            type: "aws:ecs/daemonTaskDefinition:DaemonTaskDefinition",
            given: { family: "agent" },
        },
    },
    invalid: {
        "the network of the host": {
            given: { family: "web", networkMode: "host" },
            reports: ['`networkMode` is "host".'],
        },
        "the type of aws-native": {
            type: "aws-native:ecs:TaskDefinition",
            given: { networkMode: "host" },
            reports: ['`networkMode` is "host".'],
        },
    },
    unknown: {
        "the mode": { given: { networkMode: unknown } },
    },
});
