import { EXEC_GUIDE } from "../../lib/frameworks";
import { resourcePolicy } from "../../lib/policy";
import { Cluster } from "../../lib/resources";

const ACCEPTED = ["DEFAULT", "OVERRIDE"];

export default resourcePolicy({
    resource: Cluster,
    displayName: "Logs of ECS Exec sessions",
    description: "Clusters must log the sessions of ECS Exec.",
    rationale:
        "Commands of a session run as root in the container. Without a log nobody can tell afterwards what was done there.",
    severity: "high",
    framework: EXEC_GUIDE,
    remediationSteps:
        "Set `logging` of the exec configuration to `OVERRIDE` and name a log group or bucket, or set it to `DEFAULT`, without a `logConfiguration`, and use the `awslogs` driver in the containers.",
    notes: [
        "Without an exec configuration, or without `logging` in it, AWS takes `DEFAULT`: sessions are logged through the `awslogs` driver of the task definition. Whether there is one is the question of `ecs-exec-default-log-driver`, and whether the task role may write there that of `ecs-exec-logging-permissions`.",
        "Every cluster is judged, also where nothing runs with ECS Exec yet.",
        "The setting is about sessions only; it does not touch the logs of the application.",
    ],
    config: {
        allowNone: {
            type: "boolean",
            default: false,
            description: "Accept `NONE`, for example because something else records the sessions.",
        },
    },
    validate(cluster, { config, report }) {
        if (cluster.logging === "NONE") {
            if (!config.allowNone) {
                report("Sessions of ECS Exec are not logged: `logging` is `NONE`.");
            }
        } else if (!ACCEPTED.includes(cluster.logging)) {
            report("`logging` of the exec configuration is none of `NONE`, `DEFAULT` and `OVERRIDE`.");
        }
    },
});
