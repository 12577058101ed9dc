import { reportVariables } from "../../lib/containers";
import { fsbp } from "../../lib/frameworks";
import { resourcePolicy } from "../../lib/policy";
import { TaskDefinition } from "../../lib/resources";

export default resourcePolicy({
    resource: TaskDefinition,
    displayName: "No credentials in environment variables",
    description: "Containers must not get credentials as plain environment variables.",
    rationale:
        "Environment variables of a task definition can be read by everybody who may describe it, and in the console.",
    severity: "high",
    framework: fsbp("ECS.8"),
    remediationSteps:
        "Give the task a `taskRoleArn` instead of access keys, or move the values to Parameter Store or Secrets Manager and refer to them under `secrets`, which the execution role must be allowed to read (`ssm:GetParameters`, `secretsmanager:GetSecretValue`).",
    notes: ["Variables from `environmentFiles` are not judged, as in the control."],
    config: {
        secretKeys: {
            type: "array",
            items: { type: "string" },
            default: ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "ECS_ENGINE_AUTH_DATA"],
            description: "Names of variables that hold credentials, exact.",
        },
    },
    validate(task, { config, report }) {
        reportVariables(task, report, "credentials in", (name) => config.secretKeys.includes(name));
    },
});
