import { resourceCases, unknown } from "../../support/cases";

export default resourceCases(__filename, {
    valid: {
        "a Deny of other actions": {
            given: {
                type: "SERVICE_CONTROL_POLICY",
                content: JSON.stringify({
                    Version: "2012-10-17",
                    Statement: [{ Effect: "Deny", Action: ["guardduty:Delete*", "guardduty:Stop*"], Resource: "*" }],
                }),
            },
        },
        "an Allow": {
            given: { content: JSON.stringify({ Statement: { Effect: "Allow", Action: "*", Resource: "*" } }) },
        },
        "everything denied but what NotAction names": {
            given: {
                content: JSON.stringify({
                    Statement: {
                        Effect: "Deny",
                        NotAction: ["ecs:*", "guardduty:sendsecuritytelemetry"],
                        Resource: "*",
                    },
                }),
            },
        },
        "a Deny with a condition": {
            given: {
                content: JSON.stringify({
                    Statement: {
                        Effect: "Deny",
                        Action: "guardduty:*",
                        Resource: "*",
                        Condition: { ArnNotLike: { "aws:PrincipalARN": "arn:aws:iam::*:role/admin" } },
                    },
                }),
            },
        },
        "everything denied on resources of other services, and on detectors": {
            given: {
                content: JSON.stringify({
                    Statement: [
                        { Effect: "Deny", NotAction: "s3:Get*", Resource: "arn:aws:s3:::logs/*" },
                        { Effect: "Deny", Action: "*", Resource: ["arn:aws:iam::*:role/audit"] },
                        { Effect: "Deny", Action: "guardduty:*", Resource: "arn:aws:guardduty:*:*:detector/*" },
                    ],
                }),
            },
        },
        "no statements": { given: { content: '{"Statement": []}' } },
        "no statement": { given: { content: '{"Version": "2012-10-17"}' } },
        "content that cannot be read": { given: { content: "Deny *" } },
        "no content": { given: {} },
        "content of another form": {
            given: { content: JSON.stringify({ Statement: { Effect: "Deny", Action: { all: "*" }, Resource: "*" } }) },
        },
        "no Deny, the type not known": {
            given: {
                type: unknown,
                content: JSON.stringify({ Statement: { Effect: "Allow", Action: "*", Resource: "*" } }),
            },
        },
        "a Deny of other actions, the type not known": {
            given: {
                type: unknown,
                content: JSON.stringify({ Statement: { Effect: "Deny", Action: "ec2:*", Resource: "*" } }),
            },
        },
        "no content, the type not known": { given: { type: unknown } },
        "another type of policy, the content not known": { given: { type: "TAG_POLICY", content: unknown } },
        "another type of policy": {
            given: {
                type: "TAG_POLICY",
                content: JSON.stringify({ Statement: { Effect: "Deny", Action: "*", Resource: "*" } }),
            },
        },
    },
    invalid: {
        "a Deny of all of GuardDuty": {
            given: {
                type: "SERVICE_CONTROL_POLICY",
                content: JSON.stringify({
                    Version: "2012-10-17",
                    Statement: [
                        { Sid: "Regions", Effect: "Deny", Action: "ec2:RunInstances", Resource: "*" },
                        { Sid: "NoGuardDuty", Effect: "Deny", Action: "guardduty:*", Resource: "*" },
                    ],
                }),
            },
            reports: ['Statement "NoGuardDuty" denies `guardduty:SendSecurityTelemetry`.'],
        },
        "the action itself, without type, in another case": {
            given: {
                content: JSON.stringify({
                    Statement: {
                        Effect: "Deny",
                        Action: ["GuardDuty:sendSecurityTelemetry"],
                        Resource: "arn:aws:guardduty:*:123456789012:detector/*",
                    },
                }),
            },
            reports: ["Statement 1 denies `guardduty:SendSecurityTelemetry`."],
        },
        "wildcards, null for the type, an empty condition": {
            given: {
                type: null,
                content: JSON.stringify({
                    Statement: [
                        { Effect: "Deny", Action: "guardduty:Send*", Resource: "*", Condition: {} },
                        { Effect: "Deny", Action: "*", Resource: "*" },
                    ],
                }),
            },
            reports: [
                "Statement 1 denies `guardduty:SendSecurityTelemetry`.",
                "Statement 2 denies `guardduty:SendSecurityTelemetry`.",
            ],
        },
        "everything denied but other actions": {
            given: {
                content: JSON.stringify({
                    Statement: { Sid: "Allowlist", Effect: "Deny", NotAction: ["ecs:*", "ec2:*"], Resource: "*" },
                }),
            },
            reports: ['Statement "Allowlist" denies `guardduty:SendSecurityTelemetry`.'],
        },
        "everything denied on all but what NotResource names": {
            given: {
                content: JSON.stringify({
                    Statement: { Effect: "Deny", Action: "guardduty:*", NotResource: "arn:aws:s3:::logs/*" },
                }),
            },
            reports: ["Statement 1 denies `guardduty:SendSecurityTelemetry`."],
        },
        "the action itself on a resource that is not known": {
            given: {
                content: {
                    Statement: [{ Effect: "Deny", Action: "guardduty:SendSecurityTelemetry", Resource: unknown }],
                },
            },
            reports: ["Statement 1 denies `guardduty:SendSecurityTelemetry`."],
        },
    },
    unknown: {
        "the content": { given: { content: unknown } },
        "the content and the type": { given: { type: unknown, content: unknown } },
        "a statement, the type not known": {
            given: {
                type: unknown,
                content: { Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }, unknown] },
            },
        },
        "the type": {
            given: {
                type: unknown,
                content: JSON.stringify({ Statement: { Effect: "Deny", Action: "*", Resource: "*" } }),
            },
        },
        "the resource of a wildcard": {
            given: { content: { Statement: [{ Effect: "Deny", Action: "*", Resource: unknown }] } },
        },
        "one statement, while another one denies": {
            given: { content: { Statement: [unknown, { Effect: "Deny", Action: ["*", unknown], Resource: "*" }] } },
            reports: ["Statement 2 denies `guardduty:SendSecurityTelemetry`."],
        },
    },
});
