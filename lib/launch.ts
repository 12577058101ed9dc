import { Launcher, TaskDefinition } from "./resources";
import { either } from "./unknown";

const FARGATE = ["FARGATE", "FARGATE_SPOT"];

/**
 * Whether a launcher itself says Fargate, by its launch type or a capacity provider (C4, D20). Fargate inherited from
 * the default strategy of the cluster is another resource's business.
 */
export function isFargate(launcher: Launcher): boolean {
    return either(
        () => launcher.launchType === "FARGATE",
        () =>
            launcher.capacityProviderStrategies.some(({ capacityProvider }) =>
                FARGATE.includes(capacityProvider ?? ""),
            ),
    );
}

/** Whether a task definition is for Windows. Families are a growing list, all with this prefix. */
export function isWindows(task: TaskDefinition): boolean {
    return task.operatingSystemFamily?.startsWith("WINDOWS_SERVER") ?? false;
}
