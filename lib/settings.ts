// Generated from the policies by `npm run docs`.

import { Exemption } from "./exemptions";

interface Exempting {
    /** What the policy leaves alone. */
    exempt?: readonly Exemption[];
}

/** The settings of each policy. */
export interface PolicySettings {
    /** Managed termination protection */
    "ecs-capacity-provider-termination-check": Exempting;
    /** Container Insights */
    "ecs-container-insights-enabled": Exempting & {
        /** What the repair writes. Both values are always accepted. */
        value?: "enabled" | "enhanced";
    };
    /** No privileged containers */
    "ecs-containers-nonprivileged": Exempting;
    /** Read-only root file systems */
    "ecs-containers-readonly-access": Exempting;
    /** No environment variables named like credentials */
    "ecs-environment-secret-names": Exempting & {
        /** Patterns of names, without regard to case; * stands for any characters, ? for one. */
        namePatterns?: readonly string[];
        /** Names that are fine although they match, exact. */
        allowedNames?: readonly string[];
    };
    /** ECS Exec only where it is allowed */
    "ecs-exec-allowed-services": Exempting & {
        /** Where ECS Exec may be on: names of services, or logical names of services, daemons, event targets and schedules in the program. */
        allowedServices?: readonly string[];
        /** Clusters in which ECS Exec may be on for all: their names in AWS. */
        allowedClusters?: readonly string[];
    };
    /** No ECS Exec in scheduled tasks with managed scaling */
    "ecs-exec-async-run-task": Exempting;
    /** Audit trail of ECS Exec */
    "ecs-exec-audit-trail": Exempting;
    /** Key permission of the callers */
    "ecs-exec-caller-kms-permissions": Exempting;
    /** Container instances that support ECS Exec */
    "ecs-exec-container-instance": Exempting & {
        /** Oldest accepted date of a machine image, as YYYYMMDD. */
        minimumAmiDate?: string;
        /** Oldest accepted ECS agent. */
        minimumAgentVersion?: string;
    };
    /** Log driver for ECS Exec sessions */
    "ecs-exec-default-log-driver": Exempting;
    /** No sessions past ECS Exec */
    "ecs-exec-deny-start-session": Exempting;
    /** Images with the tools of ECS Exec */
    "ecs-exec-image-tools": Exempting;
    /** Init process for ECS Exec */
    "ecs-exec-init-process": Exempting;
    /** Key permission of the task role */
    "ecs-exec-kms-permissions": Exempting;
    /** Launches without ECS Exec */
    "ecs-exec-launch-without-exec": Exempting;
    /** Destination of ECS Exec session logs */
    "ecs-exec-log-destination": Exempting;
    /** Encrypted log group for ECS Exec sessions */
    "ecs-exec-log-encryption": Exempting;
    /** Logs of ECS Exec sessions */
    "ecs-exec-logging-enabled": Exempting & {
        /** Accept `NONE`, for example because something else records the sessions. */
        allowNone?: boolean;
    };
    /** Logging permissions of the task role */
    "ecs-exec-logging-permissions": Exempting;
    /** Network interface of its own for each task with ECS Exec */
    "ecs-exec-network-mode": Exempting;
    /** New tasks after ECS Exec is turned on */
    "ecs-exec-new-tasks-only": Exempting;
    /** One process namespace for each container with ECS Exec */
    "ecs-exec-pid-namespace": Exempting;
    /** Fargate platform version that supports ECS Exec */
    "ecs-exec-platform-version": Exempting;
    /** Memory left for ECS Exec */
    "ecs-exec-resource-headroom": Exempting;
    /** Restricted callers of ECS Exec */
    "ecs-exec-restricted-callers": Exempting & {
        /** Names of containers that every Allow has to exclude, by a condition on `ecs:container-name` or by a Deny in the same document. */
        protectedContainers?: readonly string[];
    };
    /** Encrypted ECS Exec session logs in S3 */
    "ecs-exec-s3-log-encryption": Exempting;
    /** Endpoints for ECS Exec sessions */
    "ecs-exec-session-endpoints": Exempting;
    /** Own KMS key for ECS Exec sessions */
    "ecs-exec-session-kms-key": Exempting;
    /** Platforms that support ECS Exec */
    "ecs-exec-supported-platform": Exempting;
    /** Task role for ECS Exec */
    "ecs-exec-task-role": Exempting;
    /** Session permissions of the task role */
    "ecs-exec-task-role-permissions": Exempting;
    /** Writable root file systems for ECS Exec */
    "ecs-exec-writable-root-filesystem": Exempting;
    /** Newest Fargate platform version */
    "ecs-fargate-latest-platform-version": Exempting & {
        /** Newest platform version for Linux. */
        latestLinuxVersion?: string;
        /** Newest platform version for Windows. */
        latestWindowsVersion?: string;
    };
    /** Exemptions in use */
    "ecs-guard-exemptions": Exempting;
    /** Inputs for the stack policies */
    "ecs-guard-inputs": Exempting;
    /** No credentials in environment variables */
    "ecs-no-environment-secrets": Exempting & {
        /** Names of variables that hold credentials, exact. */
        secretKeys?: readonly string[];
    };
    /** No public IP addresses for tasks */
    "ecs-service-assign-public-ip-disabled": Exempting & {
        /** Services that may have public IP addresses: their ARNs, or the ends of these from `service/`, or logical names or URNs of the program. */
        exemptEcsServiceArns?: readonly string[];
    };
    /** No pinned task definition revision */
    "ecs-service-task-definition-revision": Exempting;
    /** No sensitive data in tags */
    "ecs-tags-no-sensitive-data": Exempting;
    /** Container definitions known at preview */
    "ecs-task-definition-container-definitions-known": Exempting;
    /** Well-formed container definitions */
    "ecs-task-definition-container-definitions-valid": Exempting;
    /** Encrypted EFS traffic */
    "ecs-task-definition-efs-encryption-enabled": Exempting;
    /** No root user in Linux containers */
    "ecs-task-definition-linux-user-non-root": Exempting;
    /** Logs of every container */
    "ecs-task-definition-log-configuration": Exempting;
    /** No host networking */
    "ecs-task-definition-network-mode-not-host": Exempting;
    /** No host process namespace */
    "ecs-task-definition-pid-mode-check": Exempting;
    /** No accidental root on the host network */
    "ecs-task-definition-user-for-host-mode-check": Exempting & {
        /** Users that count as root, compared with the part of `user` before the colon. */
        rootUsers?: readonly string[];
    };
    /** No administrator in Windows containers */
    "ecs-task-definition-windows-user-non-admin": Exempting;
    /** Long task ARNs */
    "ecs-task-long-arn-format": Exempting;
    /** No public IP addresses for task sets */
    "ecs-taskset-assign-public-ip-disabled": Exempting;
    /** GuardDuty agent image within reach */
    "guardduty-agent-image-reachable": Exempting;
    /** Memory for the GuardDuty agent */
    "guardduty-agent-memory-headroom": Exempting;
    /** Clusters monitored by GuardDuty */
    "guardduty-cluster-managed-tag": Exempting & {
        /** What includes a cluster: its tag (`cluster`), or automated agent management of the whole account, so that the tag can only exclude it (`account`). */
        mode?: "cluster" | "account";
    };
    /** Permission to tag clusters */
    "guardduty-cluster-tagging-permission": Exempting;
    /** Container instances that GuardDuty can watch */
    "guardduty-container-instance-ami": Exempting & {
        /** Oldest accepted date of a machine image, as YYYYMMDD. */
        minimumAmiDate?: string;
        /** Oldest accepted ECS agent. */
        minimumAgentVersion?: string;
        /** Oldest accepted kernel. */
        minimumKernel?: string;
        /** Dates of machine images, as YYYYMMDD, by their ids. */
        amiVersions?: Readonly<Record<string, string>>;
    };
    /** Container instances managed by Systems Manager */
    "guardduty-container-instance-ssm": Exempting;
    /** Rules for GuardDuty coverage that match */
    "guardduty-coverage-event-pattern": Exempting;
    /** Notifications of GuardDuty coverage */
    "guardduty-coverage-notifications": Exempting & {
        /** Whether a stack that does not enable Runtime Monitoring has to have the rule too. */
        requireRule?: boolean;
    };
    /** GuardDuty agent on Fargate */
    "guardduty-ecs-protection-runtime-enabled": Exempting & {
        /** Whether the whole account is covered (`account`), or clusters are included one by one, so that the policy does not apply (`cluster`). */
        mode?: "account" | "cluster";
    };
    /** Pull permissions for the GuardDuty agent */
    "guardduty-execution-role-ecr-permissions": Exempting;
    /** Pull permissions by repository */
    "guardduty-execution-role-ecr-scope": Exempting;
    /** CPU architecture that GuardDuty supports */
    "guardduty-fargate-cpu-architecture": Exempting;
    /** Execution role of Fargate tasks */
    "guardduty-fargate-execution-role": Exempting;
    /** Linux on Fargate */
    "guardduty-fargate-linux-platform": Exempting;
    /** Fargate platform version that GuardDuty supports */
    "guardduty-fargate-platform-version": Exempting & {
        /** Oldest version that is accepted. */
        minimumVersion?: string;
    };
    /** Subnets for tasks on Fargate */
    "guardduty-fargate-subnets-specified": Exempting;
    /** Fargate task size that GuardDuty supports */
    "guardduty-fargate-task-size": Exempting & {
        /** Whose sizes are accepted: those that GuardDuty lists, or all those of Fargate. */
        sizeTable?: "guardduty" | "fargate";
    };
    /** Runtime Monitoring */
    "guardduty-runtime-monitoring-enabled": Exempting;
    /** Telemetry in service control policies */
    "guardduty-scp-allows-telemetry": Exempting;
    /** Tasks started after Runtime Monitoring */
    "guardduty-tasks-restarted-after-enablement": Exempting;
    /** Usable endpoint for GuardDuty telemetry */
    "guardduty-telemetry-endpoint": Exempting;
    /** Tags on every cluster */
    "tagged-ecs-cluster": Exempting & {
        /** Keys that have to be there; left out, any key will do. */
        requiredTagKeys?: readonly string[];
        /** Keys and values that the repair adds where the key is missing. */
        tags?: Readonly<Record<string, string>>;
    };
    /** Tags on every service */
    "tagged-ecs-service": Exempting & {
        /** Keys that have to be there; left out, any key will do. */
        requiredTagKeys?: readonly string[];
        /** Keys and values that the repair adds where the key is missing. */
        tags?: Readonly<Record<string, string>>;
    };
    /** Tags on every task definition */
    "tagged-ecs-taskdefinition": Exempting & {
        /** Keys that have to be there; left out, any key will do. */
        requiredTagKeys?: readonly string[];
        /** Keys and values that the repair adds where the key is missing. */
        tags?: Readonly<Record<string, string>>;
    };
}

/** The policies that repair. */
export type RepairingPolicy =
    | "ecs-container-insights-enabled"
    | "ecs-exec-allowed-services"
    | "ecs-exec-log-destination"
    | "ecs-exec-s3-log-encryption"
    | "ecs-fargate-latest-platform-version"
    | "ecs-service-assign-public-ip-disabled"
    | "ecs-task-definition-efs-encryption-enabled"
    | "ecs-task-long-arn-format"
    | "ecs-taskset-assign-public-ip-disabled"
    | "guardduty-cluster-managed-tag"
    | "guardduty-fargate-platform-version"
    | "tagged-ecs-cluster"
    | "tagged-ecs-service"
    | "tagged-ecs-taskdefinition";
