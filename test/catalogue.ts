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
    guardduty: {
        "ecs-task-long-arn-format": { kind: "resource", level: "mandatory", severity: "medium", repairs: true },
        "guardduty-agent-image-reachable": { kind: "stack", level: "mandatory", severity: "high" },
        "guardduty-agent-memory-headroom": { kind: "resource", level: "advisory", severity: "low" },
        "guardduty-cluster-managed-tag": {
            kind: "resource",
            level: "mandatory",
            severity: "high",
            settings: ["mode"],
            repairs: true,
        },
        "guardduty-cluster-tagging-permission": { kind: "resource", level: "advisory", severity: "low" },
        "guardduty-container-instance-ami": {
            kind: "stack",
            level: "advisory",
            severity: "medium",
            settings: ["minimumAmiDate", "minimumAgentVersion", "minimumKernel", "amiVersions"],
        },
        "guardduty-container-instance-ssm": { kind: "stack", level: "advisory", severity: "low" },
        "guardduty-coverage-event-pattern": { kind: "resource", level: "mandatory", severity: "medium" },
        "guardduty-coverage-notifications": {
            kind: "stack",
            level: "advisory",
            severity: "medium",
            settings: ["requireRule"],
        },
        "guardduty-ecs-protection-runtime-enabled": {
            kind: "resource",
            level: "mandatory",
            severity: "medium",
            control: "GuardDuty.12",
            settings: ["mode"],
        },
        "guardduty-execution-role-ecr-permissions": { kind: "stack", level: "mandatory", severity: "high" },
        "guardduty-execution-role-ecr-scope": { kind: "stack", level: "advisory", severity: "low" },
        "guardduty-fargate-cpu-architecture": { kind: "resource", level: "mandatory", severity: "medium" },
        "guardduty-fargate-execution-role": { kind: "resource", level: "mandatory", severity: "high" },
        "guardduty-fargate-linux-platform": { kind: "resource", level: "mandatory", severity: "high" },
        "guardduty-fargate-platform-version": {
            kind: "resource",
            level: "mandatory",
            severity: "high",
            settings: ["minimumVersion"],
            repairs: true,
        },
        "guardduty-fargate-subnets-specified": { kind: "resource", level: "mandatory", severity: "medium" },
        "guardduty-fargate-task-size": {
            kind: "resource",
            level: "mandatory",
            severity: "medium",
            settings: ["sizeTable"],
        },
        "guardduty-runtime-monitoring-enabled": {
            kind: "stack",
            level: "mandatory",
            severity: "high",
            control: "GuardDuty.11",
        },
        "guardduty-scp-allows-telemetry": { kind: "resource", level: "mandatory", severity: "high" },
        "guardduty-tasks-restarted-after-enablement": { kind: "stack", level: "advisory", severity: "low" },
        "guardduty-telemetry-endpoint": { kind: "resource", level: "advisory", severity: "medium" },
    },
    exec: {
        "ecs-exec-allowed-services": {
            kind: "resource",
            level: "disabled",
            severity: "medium",
            settings: ["allowedServices", "allowedClusters"],
            repairs: true,
        },
        "ecs-exec-async-run-task": { kind: "stack", level: "advisory", severity: "low" },
        "ecs-exec-audit-trail": { kind: "stack", level: "advisory", severity: "medium" },
        "ecs-exec-caller-kms-permissions": { kind: "stack", level: "advisory", severity: "low" },
        "ecs-exec-container-instance": {
            kind: "stack",
            level: "advisory",
            severity: "low",
            settings: ["minimumAmiDate", "minimumAgentVersion"],
        },
        "ecs-exec-default-log-driver": { kind: "stack", level: "mandatory", severity: "high" },
        "ecs-exec-deny-start-session": { kind: "resource", level: "advisory", severity: "medium" },
        "ecs-exec-image-tools": { kind: "stack", level: "advisory", severity: "low" },
        "ecs-exec-init-process": { kind: "stack", level: "advisory", severity: "low" },
        "ecs-exec-kms-permissions": { kind: "stack", level: "mandatory", severity: "medium" },
        "ecs-exec-launch-without-exec": { kind: "resource", level: "disabled", severity: "low" },
        "ecs-exec-log-destination": { kind: "resource", level: "mandatory", severity: "high", repairs: true },
        "ecs-exec-log-encryption": { kind: "stack", level: "mandatory", severity: "medium" },
        "ecs-exec-logging-enabled": { kind: "resource", level: "mandatory", severity: "high", settings: ["allowNone"] },
        "ecs-exec-logging-permissions": { kind: "stack", level: "mandatory", severity: "high" },
        "ecs-exec-network-mode": { kind: "stack", level: "advisory", severity: "low" },
        "ecs-exec-new-tasks-only": { kind: "resource", level: "disabled", severity: "low" },
        "ecs-exec-pid-namespace": { kind: "stack", level: "advisory", severity: "low" },
        "ecs-exec-platform-version": { kind: "stack", level: "mandatory", severity: "medium" },
        "ecs-exec-resource-headroom": { kind: "stack", level: "advisory", severity: "low" },
        "ecs-exec-restricted-callers": {
            kind: "resource",
            level: "advisory",
            severity: "high",
            settings: ["protectedContainers"],
        },
        "ecs-exec-s3-log-encryption": { kind: "resource", level: "advisory", severity: "medium", repairs: true },
        "ecs-exec-session-endpoints": { kind: "stack", level: "mandatory", severity: "high" },
        "ecs-exec-session-kms-key": { kind: "resource", level: "advisory", severity: "medium" },
        "ecs-exec-supported-platform": { kind: "stack", level: "advisory", severity: "medium" },
        "ecs-exec-task-role": { kind: "stack", level: "mandatory", severity: "high" },
        "ecs-exec-task-role-permissions": { kind: "stack", level: "mandatory", severity: "high" },
        "ecs-exec-writable-root-filesystem": { kind: "stack", level: "mandatory", severity: "high" },
    },
    core: {
        "ecs-guard-exemptions": { kind: "stack", level: "advisory", severity: "low" },
        "ecs-guard-inputs": { kind: "resource", level: "advisory", severity: "low" },
        "ecs-task-definition-container-definitions-known": { kind: "resource", level: "advisory", severity: "low" },
        "ecs-task-definition-container-definitions-valid": { kind: "resource", level: "mandatory", severity: "high" },
    },
};
