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
        /** Services that may have public IP addresses: ARNs as in the control, or logical names or URNs of the program. */
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
    /** No public IP addresses for task sets */
    "ecs-taskset-assign-public-ip-disabled": NoSettings;
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
