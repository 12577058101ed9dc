// Generated from the policies by `npm run docs`.

type NoSettings = Readonly<Record<never, never>>;

/** The settings of each policy, besides `exempt`. */
export interface PolicySettings {
    /** Managed termination protection */
    "ecs-capacity-provider-termination-check": NoSettings;
    /** Container Insights */
    "ecs-container-insights-enabled": {
        /** What the repair writes. Both values are always accepted. */
        value?: "enabled" | "enhanced";
    };
    /** No privileged containers */
    "ecs-containers-nonprivileged": NoSettings;
    /** Read-only root file systems */
    "ecs-containers-readonly-access": NoSettings;
    /** No environment variables named like credentials */
    "ecs-environment-secret-names": {
        /** Patterns of names, without regard to case; * stands for any characters, ? for one. */
        namePatterns?: readonly string[];
        /** Names that are fine although they match, exact. */
        allowedNames?: readonly string[];
    };
    /** ECS Exec only where it is allowed */
    "ecs-exec-allowed-services": {
        /** Where ECS Exec may be on: names of services, or logical names of services, daemons, event targets and schedules in the program. */
        allowedServices?: readonly string[];
        /** Clusters in which ECS Exec may be on for all: their names in AWS. */
        allowedClusters?: readonly string[];
    };
    /** No ECS Exec in scheduled tasks with managed scaling */
    "ecs-exec-async-run-task": NoSettings;
    /** Audit trail of ECS Exec */
    "ecs-exec-audit-trail": NoSettings;
    /** Key permission of the callers */
    "ecs-exec-caller-kms-permissions": NoSettings;
    /** Container instances that support ECS Exec */
    "ecs-exec-container-instance": {
        /** Oldest accepted date of a machine image, as YYYYMMDD. */
        minimumAmiDate?: string;
        /** Oldest accepted ECS agent. */
        minimumAgentVersion?: string;
    };
    /** Log driver for ECS Exec sessions */
    "ecs-exec-default-log-driver": NoSettings;
    /** No sessions past ECS Exec */
    "ecs-exec-deny-start-session": NoSettings;
    /** Images with the tools of ECS Exec */
    "ecs-exec-image-tools": NoSettings;
    /** Init process for ECS Exec */
    "ecs-exec-init-process": NoSettings;
    /** Key permission of the task role */
    "ecs-exec-kms-permissions": NoSettings;
    /** Launches without ECS Exec */
    "ecs-exec-launch-without-exec": NoSettings;
    /** Destination of ECS Exec session logs */
    "ecs-exec-log-destination": NoSettings;
    /** Encrypted log group for ECS Exec sessions */
    "ecs-exec-log-encryption": NoSettings;
    /** Logs of ECS Exec sessions */
    "ecs-exec-logging-enabled": {
        /** Accept `NONE`, for example because something else records the sessions. */
        allowNone?: boolean;
    };
    /** Logging permissions of the task role */
    "ecs-exec-logging-permissions": NoSettings;
    /** Network interface of its own for each task with ECS Exec */
    "ecs-exec-network-mode": NoSettings;
    /** New tasks after ECS Exec is turned on */
    "ecs-exec-new-tasks-only": NoSettings;
    /** One process namespace for each container with ECS Exec */
    "ecs-exec-pid-namespace": NoSettings;
    /** Fargate platform version that supports ECS Exec */
    "ecs-exec-platform-version": NoSettings;
    /** Memory left for ECS Exec */
    "ecs-exec-resource-headroom": NoSettings;
    /** Restricted callers of ECS Exec */
    "ecs-exec-restricted-callers": {
        /** Names of containers that every Allow has to exclude, by a condition on `ecs:container-name` or by a Deny in the same document. */
        protectedContainers?: readonly string[];
    };
    /** Encrypted ECS Exec session logs in S3 */
    "ecs-exec-s3-log-encryption": NoSettings;
    /** Endpoints for ECS Exec sessions */
    "ecs-exec-session-endpoints": NoSettings;
    /** Own KMS key for ECS Exec sessions */
    "ecs-exec-session-kms-key": NoSettings;
    /** Platforms that support ECS Exec */
    "ecs-exec-supported-platform": NoSettings;
    /** Task role for ECS Exec */
    "ecs-exec-task-role": NoSettings;
    /** Session permissions of the task role */
    "ecs-exec-task-role-permissions": NoSettings;
    /** Writable root file systems for ECS Exec */
    "ecs-exec-writable-root-filesystem": NoSettings;
    /** Newest Fargate platform version */
    "ecs-fargate-latest-platform-version": {
        /** Newest platform version for Linux. */
        latestLinuxVersion?: string;
        /** Newest platform version for Windows. */
        latestWindowsVersion?: string;
    };
    /** Exemptions in use */
    "ecs-guard-exemptions": NoSettings;
    /** Inputs for the stack policies */
    "ecs-guard-inputs": NoSettings;
    /** No credentials in environment variables */
    "ecs-no-environment-secrets": {
        /** Names of variables that hold credentials, exact. */
        secretKeys?: readonly string[];
    };
    /** No public IP addresses for tasks */
    "ecs-service-assign-public-ip-disabled": {
        /** Services that may have public IP addresses: ARNs as in the control or their ends from `service/`, or logical names or URNs of the program. */
        exemptEcsServiceArns?: readonly string[];
    };
    /** No pinned task definition revision */
    "ecs-service-task-definition-revision": NoSettings;
    /** No sensitive data in tags */
    "ecs-tags-no-sensitive-data": NoSettings;
    /** Container definitions known at preview */
    "ecs-task-definition-container-definitions-known": NoSettings;
    /** Well-formed container definitions */
    "ecs-task-definition-container-definitions-valid": NoSettings;
    /** Encrypted EFS traffic */
    "ecs-task-definition-efs-encryption-enabled": NoSettings;
    /** No root user in Linux containers */
    "ecs-task-definition-linux-user-non-root": NoSettings;
    /** Logs of every container */
    "ecs-task-definition-log-configuration": NoSettings;
    /** No host networking */
    "ecs-task-definition-network-mode-not-host": NoSettings;
    /** No host process namespace */
    "ecs-task-definition-pid-mode-check": NoSettings;
    /** No accidental root on the host network */
    "ecs-task-definition-user-for-host-mode-check": {
        /** Users that count as root, compared with the part of `user` before the colon. */
        rootUsers?: readonly string[];
    };
    /** No administrator in Windows containers */
    "ecs-task-definition-windows-user-non-admin": NoSettings;
    /** Long task ARNs */
    "ecs-task-long-arn-format": NoSettings;
    /** No public IP addresses for task sets */
    "ecs-taskset-assign-public-ip-disabled": NoSettings;
    /** GuardDuty agent image within reach */
    "guardduty-agent-image-reachable": NoSettings;
    /** Memory for the GuardDuty agent */
    "guardduty-agent-memory-headroom": NoSettings;
    /** Clusters monitored by GuardDuty */
    "guardduty-cluster-managed-tag": {
        /** What includes a cluster: its tag (`cluster`), or automated agent management of the whole account, so that the tag can only exclude it (`account`). */
        mode?: "cluster" | "account";
    };
    /** Permission to tag clusters */
    "guardduty-cluster-tagging-permission": NoSettings;
    /** Container instances that GuardDuty can watch */
    "guardduty-container-instance-ami": {
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
    "guardduty-container-instance-ssm": NoSettings;
    /** Rules for GuardDuty coverage that match */
    "guardduty-coverage-event-pattern": NoSettings;
    /** Notifications of GuardDuty coverage */
    "guardduty-coverage-notifications": {
        /** Whether a stack that does not enable Runtime Monitoring has to have the rule too. */
        requireRule?: boolean;
    };
    /** GuardDuty agent on Fargate */
    "guardduty-ecs-protection-runtime-enabled": {
        /** Whether the whole account is covered (`account`), or clusters are included one by one, so that the policy does not apply (`cluster`). */
        mode?: "account" | "cluster";
    };
    /** Pull permissions for the GuardDuty agent */
    "guardduty-execution-role-ecr-permissions": NoSettings;
    /** Pull permissions by repository */
    "guardduty-execution-role-ecr-scope": NoSettings;
    /** CPU architecture that GuardDuty supports */
    "guardduty-fargate-cpu-architecture": NoSettings;
    /** Execution role of Fargate tasks */
    "guardduty-fargate-execution-role": NoSettings;
    /** Linux on Fargate */
    "guardduty-fargate-linux-platform": NoSettings;
    /** Fargate platform version that GuardDuty supports */
    "guardduty-fargate-platform-version": {
        /** Oldest version that is accepted. */
        minimumVersion?: string;
    };
    /** Subnets for tasks on Fargate */
    "guardduty-fargate-subnets-specified": NoSettings;
    /** Fargate task size that GuardDuty supports */
    "guardduty-fargate-task-size": {
        /** Whose sizes are accepted: those that GuardDuty lists, or all those of Fargate. */
        sizeTable?: "guardduty" | "fargate";
    };
    /** Runtime Monitoring */
    "guardduty-runtime-monitoring-enabled": NoSettings;
    /** Telemetry in service control policies */
    "guardduty-scp-allows-telemetry": NoSettings;
    /** Tasks started after Runtime Monitoring */
    "guardduty-tasks-restarted-after-enablement": NoSettings;
    /** Usable endpoint for GuardDuty telemetry */
    "guardduty-telemetry-endpoint": NoSettings;
    /** Tags on every cluster */
    "tagged-ecs-cluster": {
        /** Keys that have to be there; left out, any key will do. */
        requiredTagKeys?: readonly string[];
        /** Keys and values that the repair adds where the key is missing. */
        tags?: Readonly<Record<string, string>>;
    };
    /** Tags on every service */
    "tagged-ecs-service": {
        /** Keys that have to be there; left out, any key will do. */
        requiredTagKeys?: readonly string[];
        /** Keys and values that the repair adds where the key is missing. */
        tags?: Readonly<Record<string, string>>;
    };
    /** Tags on every task definition */
    "tagged-ecs-taskdefinition": {
        /** Keys that have to be there; left out, any key will do. */
        requiredTagKeys?: readonly string[];
        /** Keys and values that the repair adds where the key is missing. */
        tags?: Readonly<Record<string, string>>;
    };
}
