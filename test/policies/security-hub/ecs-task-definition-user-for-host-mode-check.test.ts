import { resourceCases, unknown } from "../../support/cases";

export default resourceCases(__filename, {
    valid: {
        "a user other than root": {
            given: {
                family: "agent",
                networkMode: "host",
                containerDefinitions: [{ name: "collector", image: "telegraf:1.36", memory: 128, user: "1000:1000" }],
            },
        },
        "another network mode": { given: { networkMode: "awsvpc", containerDefinitions: [{ name: "app" }] } },
        "no network mode": { given: { containerDefinitions: [{ name: "app", user: "root" }] } },
        "a null network mode": { given: { networkMode: null, containerDefinitions: [{ name: "app" }] } },
        "privileges on purpose": {
            given: { networkMode: "host", containerDefinitions: [{ name: "app", privileged: true, user: "root" }] },
        },
        "privileges on purpose, no user": {
            given: { networkMode: "host", containerDefinitions: [{ name: "app", privileged: true }] },
        },
        "the group of root, another user": {
            given: { networkMode: "host", containerDefinitions: [{ name: "app", user: "1000:0" }] },
        },
        "a name that only begins like root": {
            given: { networkMode: "host", containerDefinitions: [{ name: "app", user: "rootless" }] },
        },
        "a number as user": { given: { networkMode: "host", containerDefinitions: [{ name: "app", user: 1000 }] } },
        "no containers": { given: { networkMode: "host", containerDefinitions: [] } },
        "root, where the configuration does not call it so": {
            given: { networkMode: "host", containerDefinitions: [{ name: "app", user: "root" }] },
            config: { rootUsers: ["toor"] },
        },
        "a network mode that is not known, but a user that is fine": {
            given: { networkMode: unknown, containerDefinitions: [{ name: "app", user: "1000" }] },
        },

        "a number of several digits that may be root, written otherwise": {
            given: { networkMode: "host", containerDefinitions: [{ name: "app", user: "0x3e8" }] },
            config: { rootUsers: ["1000"] },
        },
    },
    invalid: {
        "a container that says nothing": {
            given: {
                family: "agent",
                networkMode: "host",
                containerDefinitions: [{ name: "collector", image: "telegraf:1.36", memory: 128 }],
            },
            reports: [
                'Container "collector" is on the host network and has no `user`, which means root unless its image says otherwise.',
            ],
        },
        "root by name, the second of two": {
            given: {
                networkMode: "host",
                containerDefinitions: [
                    { name: "app", user: "app" },
                    { name: "agent", user: "root" },
                ],
            },
            reports: ['Container "agent" is on the host network and runs as root.'],
        },
        "root by number": {
            given: { networkMode: "host", containerDefinitions: [{ name: "app", user: "0" }] },
            reports: ['Container "app" is on the host network and runs as root.'],
        },
        "root by a JSON number": {
            given: { networkMode: "host", containerDefinitions: [{ name: "app", user: 0 }] },
            reports: ['Container "app" is on the host network and runs as root.'],
        },
        "root with zeros": {
            given: { networkMode: "host", containerDefinitions: [{ name: "app", user: "00" }] },
            reports: ['Container "app" is on the host network and runs as root.'],
        },
        "root with a group": {
            given: {
                networkMode: "host",
                containerDefinitions: [
                    { name: "one", user: "0:0" },
                    { name: "two", user: "0:1000" },
                    { name: "three", user: "root:app" },
                ],
            },
            reports: [
                'Container "one" is on the host network and runs as root.',
                'Container "two" is on the host network and runs as root.',
                'Container "three" is on the host network and runs as root.',
            ],
        },
        "an empty and a null user": {
            given: {
                networkMode: "host",
                containerDefinitions: [
                    { name: "one", user: "" },
                    { name: "two", user: null, privileged: null },
                ],
            },
            reports: [
                'Container "one" is on the host network and has no `user`, which means root unless its image says otherwise.',
                'Container "two" is on the host network and has no `user`, which means root unless its image says otherwise.',
            ],
        },
        "a user that the configuration calls root": {
            given: { networkMode: "host", containerDefinitions: [{ name: "app", user: "toor" }] },
            config: { rootUsers: ["root", "0", "toor"] },
            reports: ['Container "app" is on the host network and runs as root.'],
        },
        "the type of aws-native": {
            type: "aws-native:ecs:TaskDefinition",
            given: { networkMode: "host", containerDefinitions: [{ name: "app", user: "root" }] },
            reports: ['Container "app" is on the host network and runs as root.'],
        },

        "a user of several digits, with zeros before them": {
            given: { networkMode: "host", containerDefinitions: [{ name: "app", user: "01000" }] },
            config: { rootUsers: ["1000"] },
            reports: ['Container "app" is on the host network and runs as root.'],
        },
    },
    unknown: {
        "the network mode": { given: { networkMode: unknown, containerDefinitions: [{ name: "app" }] } },
        "the containers": { given: { networkMode: "host", containerDefinitions: unknown } },
        "the user of one of two containers": {
            type: "aws-native:ecs:TaskDefinition",
            given: {
                networkMode: "host",
                containerDefinitions: [{ name: "one", user: unknown }, { name: "two" }],
            },
            reports: [
                'Container "two" is on the host network and has no `user`, which means root unless its image says otherwise.',
            ],
        },
    },
});
