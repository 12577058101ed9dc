import { resourceCases, unknown } from "../../support/cases";

export default resourceCases(__filename, {
    valid: {
        "container definitions": {
            given: {
                family: "web",
                containerDefinitions: [
                    { name: "app", image: "node:22", essential: true, environment: [{ name: "STAGE", value: "prod" }] },
                ],
            },
        },
        "no containers": { given: { containerDefinitions: [] } },
        "no definitions": { given: { family: "web" } },
        "nulls, which AWS takes for missing": {
            given: {
                containerDefinitions: [
                    { name: "app", privileged: null, environment: null, logConfiguration: null, linuxParameters: null },
                ],
            },
        },
        "a number as user, judged elsewhere": { given: { containerDefinitions: [{ name: "app", user: 0 }] } },
        "a variable without a value": {
            given: { containerDefinitions: [{ name: "app", environment: [{ name: "A" }] }] },
        },
        "keys that nobody knows": { given: { containerDefinitions: [{ name: "app", privilege: "true" }] } },
        "a secret that the CLI could not decrypt": { given: { containerDefinitions: "[secret]" } },
    },
    invalid: {
        "a string for a boolean": {
            given: {
                family: "web",
                containerDefinitions: [{ name: "app", image: "node:22", readonlyRootFilesystem: "true" }],
            },
            reports: [
                '`containerDefinitions[0].readonlyRootFilesystem` of container "app" is a string; it must be `true` or `false`.',
            ],
        },
        "text that is not JSON": {
            given: { containerDefinitions: '[\n  {"name": "app",}\n]' },
            reports: ["`containerDefinitions` is not JSON (line 2, column 18)."],
        },
        "an empty text": {
            given: { containerDefinitions: "" },
            reports: ["`containerDefinitions` is not JSON (line 1, column 1)."],
        },
        "an object instead of an array": {
            given: { containerDefinitions: '{"name": "app"}' },
            reports: ["`containerDefinitions` is an object; it must be an array."],
        },
        "the word null": {
            given: { containerDefinitions: "null" },
            reports: ["`containerDefinitions` is null; it must be an array."],
        },
        "a number instead of text": {
            given: { containerDefinitions: 5 },
            reports: ["`containerDefinitions` is a number; it must be an array."],
        },
        "elements that are no objects": {
            given: { containerDefinitions: '[{"name":"app"}, "log", null, []]' },
            reports: [
                "`containerDefinitions[1]` is a string; it must be an object. " +
                    "`containerDefinitions[2]` is null; it must be an object. " +
                    "`containerDefinitions[3]` is an array; it must be an object.",
            ],
        },
        "a value of a variable that is no string": {
            given: {
                containerDefinitions: JSON.stringify([
                    {
                        name: "app",
                        environment: [
                            { name: "PORT", value: 8080 },
                            { name: "A", value: null },
                        ],
                    },
                ]),
            },
            reports: [
                '`containerDefinitions[0].environment[0].value` of container "app" is a number; it must be a string.',
            ],
        },
        "environments that are no lists of name and value": {
            given: {
                containerDefinitions: [
                    { name: "one", environment: { A: "1" } },
                    { name: "two", environment: ["A=1"] },
                    { name: "three", environment: [{ value: "1" }] },
                    { name: "four", environment: [{ name: 5 }] },
                ],
            },
            reports: [
                '`containerDefinitions[0].environment` of container "one" is an object; it must be an array. ' +
                    '`containerDefinitions[1].environment[0]` of container "two" is a string; it must be an object. ' +
                    '`containerDefinitions[2].environment[0].name` of container "three" is missing or not a string; it must be the name of a variable. ' +
                    '`containerDefinitions[3].environment[0].name` of container "four" is missing or not a string; it must be the name of a variable.',
            ],
        },
        "every boolean of a container": {
            given: {
                containerDefinitions: [
                    { name: "one", privileged: "false", essential: 1, linuxParameters: { initProcessEnabled: "true" } },
                    {
                        name: "two",
                        Interactive: "no",
                        mountPoints: [{ readOnly: "true" }],
                        restartPolicy: { enabled: "true" },
                    },
                ],
            },
            reports: [
                '`containerDefinitions[0].privileged` of container "one" is a string; it must be `true` or `false`. ' +
                    '`containerDefinitions[0].essential` of container "one" is a number; it must be `true` or `false`. ' +
                    '`containerDefinitions[0].linuxParameters.initProcessEnabled` of container "one" is a string; it must be `true` or `false`. ' +
                    '`containerDefinitions[1].interactive` of container "two" is a string; it must be `true` or `false`. ' +
                    '`containerDefinitions[1].mountPoints[0].readOnly` of container "two" is a string; it must be `true` or `false`. ' +
                    '`containerDefinitions[1].restartPolicy.enabled` of container "two" is a string; it must be `true` or `false`.',
            ],
        },
        "more malformed parts than anybody reads": {
            given: { containerDefinitions: Array(1000).fill(1) },
            reports: [
                `${Array.from(Array(10).keys(), (index) => `\`containerDefinitions[${String(index)}]\` is a number; it must be an object. `).join("")}And 990 more.`,
            ],
        },
        "a log configuration that is no object": {
            given: { containerDefinitions: [{ name: "app", logConfiguration: "awslogs" }] },
            reports: [
                '`containerDefinitions[0].logConfiguration` of container "app" is a string; it must be an object.',
            ],
        },

        "the rest of the booleans": {
            given: {
                containerDefinitions: [
                    { name: "one", pseudoTerminal: "true", disableNetworking: 1, volumesFrom: [{ readOnly: "true" }] },
                ],
            },
            reports: [
                '`containerDefinitions[0].pseudoTerminal` of container "one" is a string; it must be `true` or `false`. ' +
                    '`containerDefinitions[0].disableNetworking` of container "one" is a number; it must be `true` or `false`. ' +
                    '`containerDefinitions[0].volumesFrom[0].readOnly` of container "one" is a string; it must be `true` or `false`.',
            ],
        },
        "just as many malformed parts as are named": {
            given: { containerDefinitions: Array(10).fill(1) },
            reports: [
                Array.from(
                    Array(10).keys(),
                    (index) => `\`containerDefinitions[${String(index)}]\` is a number; it must be an object.`,
                ).join(" "),
            ],
        },
        "one malformed part more than are named": {
            given: { containerDefinitions: Array(11).fill(1) },
            reports: [
                `${Array.from(Array(10).keys(), (index) => `\`containerDefinitions[${String(index)}]\` is a number; it must be an object. `).join("")}And 1 more.`,
            ],
        },
    },
    unknown: {
        "one element of a typed array, another malformed": {
            type: "aws-native:ecs:TaskDefinition",
            given: { containerDefinitions: [{ name: "app", privileged: "true" }, unknown] },
            reports: [
                '`containerDefinitions[0].privileged` of container "app" is a string; it must be `true` or `false`.',
            ],
        },
        "the definitions": { given: { containerDefinitions: unknown } },
        "values of a typed array": {
            type: "aws-native:ecs:TaskDefinition",
            given: { containerDefinitions: [{ name: "app", privileged: unknown, environment: [unknown] }] },
        },

        "the name of a container, a part of which is malformed": {
            type: "aws-native:ecs:TaskDefinition",
            given: { containerDefinitions: [{ name: unknown, privileged: "true" }] },
            reports: ["`containerDefinitions[0].privileged` is a string; it must be `true` or `false`."],
        },
    },
});
