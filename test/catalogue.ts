import { EnforcementLevel } from "@pulumi/policy";
import { Severity, Topic } from "../lib/policy";

/** What a user may rely on about a policy. */
export interface Promise {
    kind: "resource" | "stack";
    level: EnforcementLevel;
    severity: Severity;
    /** Control of Security Hub. */
    control?: string;
    settings?: readonly string[];
    repairs?: true;
}

/**
 * The catalogue, written out: names, kinds, levels, severities, settings and repairs are a contract with users, so a
 * change of a policy that changes one of them has to be made here too.
 */
export const CATALOGUE: Readonly<Record<Topic, Readonly<Record<string, Promise>>>> = {
    "security-hub": {
        "ecs-capacity-provider-termination-check": {
            kind: "resource",
            level: "mandatory",
            severity: "medium",
            control: "ECS.19",
        },
        "ecs-container-insights-enabled": {
            kind: "resource",
            level: "mandatory",
            severity: "medium",
            control: "ECS.12",
            settings: ["value"],
            repairs: true,
        },
        "ecs-containers-nonprivileged": { kind: "resource", level: "mandatory", severity: "high", control: "ECS.4" },
        "ecs-containers-readonly-access": { kind: "resource", level: "mandatory", severity: "high", control: "ECS.5" },
        "ecs-environment-secret-names": {
            kind: "resource",
            level: "disabled",
            severity: "medium",
            settings: ["namePatterns", "allowedNames"],
        },
        "ecs-fargate-latest-platform-version": {
            kind: "resource",
            level: "mandatory",
            severity: "medium",
            control: "ECS.10",
            settings: ["latestLinuxVersion", "latestWindowsVersion"],
            repairs: true,
        },
        "ecs-no-environment-secrets": {
            kind: "resource",
            level: "mandatory",
            severity: "high",
            control: "ECS.8",
            settings: ["secretKeys"],
        },
        "ecs-service-assign-public-ip-disabled": {
            kind: "resource",
            level: "mandatory",
            severity: "high",
            control: "ECS.2",
            settings: ["exemptEcsServiceArns"],
            repairs: true,
        },
        "ecs-service-task-definition-revision": { kind: "stack", level: "advisory", severity: "low" },
        "ecs-tags-no-sensitive-data": { kind: "resource", level: "advisory", severity: "low" },
        "ecs-task-definition-efs-encryption-enabled": {
            kind: "resource",
            level: "mandatory",
            severity: "medium",
            control: "ECS.18",
            repairs: true,
        },
        "ecs-task-definition-linux-user-non-root": {
            kind: "resource",
            level: "mandatory",
            severity: "medium",
            control: "ECS.20",
        },
        "ecs-task-definition-log-configuration": {
            kind: "resource",
            level: "mandatory",
            severity: "high",
            control: "ECS.9",
        },
        "ecs-task-definition-network-mode-not-host": {
            kind: "resource",
            level: "mandatory",
            severity: "medium",
            control: "ECS.17",
        },
        "ecs-task-definition-pid-mode-check": {
            kind: "resource",
            level: "mandatory",
            severity: "high",
            control: "ECS.3",
        },
        "ecs-task-definition-user-for-host-mode-check": {
            kind: "resource",
            level: "mandatory",
            severity: "high",
            control: "ECS.1",
            settings: ["rootUsers"],
        },
        "ecs-task-definition-windows-user-non-admin": {
            kind: "resource",
            level: "mandatory",
            severity: "medium",
            control: "ECS.21",
        },
        "ecs-taskset-assign-public-ip-disabled": {
            kind: "resource",
            level: "mandatory",
            severity: "high",
            control: "ECS.16",
            repairs: true,
        },
        "tagged-ecs-cluster": {
            kind: "resource",
            level: "advisory",
            severity: "low",
            control: "ECS.14",
            settings: ["requiredTagKeys", "tags"],
            repairs: true,
        },
        "tagged-ecs-service": {
            kind: "resource",
            level: "advisory",
            severity: "low",
            control: "ECS.13",
            settings: ["requiredTagKeys", "tags"],
            repairs: true,
        },
        "tagged-ecs-taskdefinition": {
            kind: "resource",
            level: "advisory",
            severity: "low",
            control: "ECS.15",
            settings: ["requiredTagKeys", "tags"],
            repairs: true,
        },
    },
    guardduty: {},
    exec: {},
    core: {
        "ecs-guard-inputs": { kind: "resource", level: "advisory", severity: "low" },
        "ecs-task-definition-container-definitions-known": { kind: "resource", level: "advisory", severity: "low" },
        "ecs-task-definition-container-definitions-valid": { kind: "resource", level: "mandatory", severity: "high" },
    },
};
