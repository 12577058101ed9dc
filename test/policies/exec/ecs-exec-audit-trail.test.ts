import { stackCases, unknown } from "../../support/cases";

const STOPPED = "The trail is stopped: `enableLogging` is `false`.";
const DEAF = "The trail does not record write management events, such as `ExecuteCommand`.";

export default stackCases(__filename, {
    valid: {
        "a trail of all management events": {
            given: [
                { type: "cloudtrail.Trail", name: "trail", inputs: { s3BucketName: "audit" } },
                { type: "ecs.Service", name: "web", inputs: { enableExecuteCommand: true } },
            ],
        },
        "what the provider fills in": {
            given: [
                {
                    type: "cloudtrail.Trail",
                    name: "trail",
                    inputs: {
                        enableLogging: true,
                        eventSelectors: [{ includeManagementEvents: true, readWriteType: "All", __defaults: [] }],
                    },
                },
                { type: "ecs.Service", name: "web", inputs: { enableExecuteCommand: true } },
            ],
        },
        "one of two selectors, for events that write": {
            given: [
                {
                    type: "cloudtrail.Trail",
                    name: "trail",
                    inputs: {
                        eventSelectors: [{ includeManagementEvents: false }, { readWriteType: "WriteOnly" }],
                    },
                },
                { type: "ecs.Service", name: "web", inputs: { enableExecuteCommand: true } },
            ],
        },
        "empty and null selectors": {
            given: [
                {
                    type: "cloudtrail.Trail",
                    name: "trail",
                    inputs: { enableLogging: null, eventSelectors: [], advancedEventSelectors: null },
                },
                { type: "ecs.Service", name: "web", inputs: { enableExecuteCommand: true } },
            ],
        },
        "an advanced selector": {
            given: [
                {
                    type: "cloudtrail.Trail",
                    name: "trail",
                    inputs: {
                        advancedEventSelectors: [
                            {
                                fieldSelectors: [
                                    { field: "eventCategory", equals: ["Data"] },
                                    { field: "resources.type", equals: ["AWS::S3::Object"] },
                                ],
                            },
                            {
                                fieldSelectors: [
                                    { field: "eventCategory", equals: ["Management"] },
                                    { field: "readOnly", equals: ["true", "false"] },
                                ],
                            },
                        ],
                    },
                },
                { type: "ecs.Service", name: "web", inputs: { enableExecuteCommand: true } },
            ],
        },
        "one sound trail beside a stopped one": {
            given: [
                { type: "cloudtrail.Trail", name: "stopped", inputs: { enableLogging: false } },
                { type: "cloudtrail.Trail", name: "trail", inputs: {} },
                { type: "ecs.Service", name: "web", inputs: { enableExecuteCommand: true } },
            ],
        },
        "the feature off everywhere": {
            given: [
                { type: "cloudtrail.Trail", name: "trail", inputs: { enableLogging: false } },
                { type: "ecs.Service", name: "web", inputs: { enableExecuteCommand: false } },
            ],
        },
        "no trail": {
            given: [{ type: "ecs.Service", name: "web", inputs: { enableExecuteCommand: true } }],
        },

        "an advanced selector that takes a type called like what only reads": {
            given: [
                {
                    type: "cloudtrail.Trail",
                    name: "trail",
                    inputs: {
                        advancedEventSelectors: [
                            {
                                fieldSelectors: [
                                    { field: "eventCategory", equals: ["Management"] },
                                    { field: "sessionCredentialFromConsole", equals: ["true"] },
                                ],
                            },
                        ],
                    },
                },
                { type: "ecs.Service", name: "web", inputs: { enableExecuteCommand: true } },
            ],
        },
    },
    invalid: {
        "a stopped trail": {
            given: [
                {
                    type: "cloudtrail.Trail",
                    name: "trail",
                    inputs: { s3BucketName: "audit", enableLogging: false },
                },
                { type: "ecs.Service", name: "web", inputs: { enableExecuteCommand: true } },
            ],
            reports: { trail: [STOPPED] },
        },
        "no management events": {
            given: [
                {
                    type: "cloudtrail.Trail",
                    name: "trail",
                    inputs: {
                        eventSelectors: [
                            { includeManagementEvents: false, readWriteType: "All" },
                            { includeManagementEvents: true, readWriteType: "ReadOnly" },
                        ],
                    },
                },
                { type: "ecs.Service", name: "web", inputs: { enableExecuteCommand: true } },
            ],
            reports: { trail: [DEAF] },
        },
        "advanced selectors of data, and of what only reads": {
            given: [
                {
                    type: "cloudtrail.Trail",
                    name: "trail",
                    inputs: {
                        advancedEventSelectors: [
                            { fieldSelectors: [{ field: "eventCategory", equals: ["Data"] }] },
                            {
                                fieldSelectors: [
                                    { field: "readOnly", equals: ["true"] },
                                    { field: "eventCategory", equals: ["Management"] },
                                ],
                            },
                        ],
                    },
                },
                {
                    type: "scheduler.Schedule",
                    name: "schedule",
                    inputs: { target: { ecsParameters: { taskDefinitionArn: "job", enableExecuteCommand: true } } },
                },
            ],
            reports: { trail: [DEAF] },
        },
        "each of several trails": {
            given: [
                { type: "cloudtrail.Trail", name: "stopped", inputs: { enableLogging: false } },
                {
                    type: "cloudtrail.Trail",
                    name: "deaf",
                    inputs: { eventSelectors: [{ includeManagementEvents: false }] },
                },
                { type: "ecs.Daemon", name: "daemon", inputs: { enableExecuteCommand: true } },
            ],
            reports: { stopped: [STOPPED], deaf: [DEAF] },
        },
        "a trail that is unsound whatever is not known of it": {
            given: [
                {
                    type: "cloudtrail.Trail",
                    name: "stopped",
                    inputs: { enableLogging: false, eventSelectors: unknown },
                },
                {
                    type: "cloudtrail.Trail",
                    name: "deaf",
                    inputs: {
                        enableLogging: unknown,
                        eventSelectors: [{ includeManagementEvents: unknown, readWriteType: "ReadOnly" }],
                    },
                },
                { type: "ecs.Service", name: "web", inputs: { enableExecuteCommand: true } },
            ],
            reports: { stopped: [STOPPED], deaf: [DEAF] },
        },

        "advanced selectors that say the words of others": {
            given: [
                {
                    type: "cloudtrail.Trail",
                    name: "trail",
                    inputs: {
                        advancedEventSelectors: [
                            { fieldSelectors: [{ field: "resources.ARN", equals: ["Management"] }] },
                        ],
                    },
                },
                { type: "ecs.Service", name: "web", inputs: { enableExecuteCommand: true } },
            ],
            reports: { trail: [DEAF] },
        },
    },
    unknown: {
        "whether the trail is stopped": {
            given: [
                { type: "cloudtrail.Trail", name: "trail", inputs: { enableLogging: unknown } },
                { type: "ecs.Service", name: "web", inputs: { enableExecuteCommand: true } },
            ],
        },
        "the selectors of another trail, which may be sound": {
            given: [
                { type: "cloudtrail.Trail", name: "trail", inputs: { enableLogging: false } },
                { type: "cloudtrail.Trail", name: "other", inputs: { eventSelectors: unknown } },
                { type: "ecs.Service", name: "web", inputs: { enableExecuteCommand: true } },
            ],
        },
        "whether the feature is on": {
            given: [
                { type: "cloudtrail.Trail", name: "trail", inputs: { enableLogging: false } },
                { type: "ecs.Service", name: "web", inputs: { enableExecuteCommand: unknown } },
            ],
        },
    },
});
