import { resourceCases, unknown } from "../../support/cases";

const ARN = "arn:aws:iam::123456789012:role/execution";

export default resourceCases(__filename, {
    valid: {
        "an execution role": {
            given: { family: "web", requiresCompatibilities: ["FARGATE"], executionRoleArn: ARN },
            present: ["executionRoleArn"],
        },
        "a role that is made in the same update": {
            given: { requiresCompatibilities: ["FARGATE"], executionRoleArn: unknown },
            present: ["executionRoleArn"],
        },
        "a role, whatever the compatibility": {
            given: { requiresCompatibilities: unknown, executionRoleArn: ARN },
            present: ["executionRoleArn"],
        },
        "no role on EC2": { given: { requiresCompatibilities: ["EC2"] } },
        "no role where nothing is required": { given: { family: "web" } },
        "an express gateway service": {
            type: "aws:ecs/expressGatewayService:ExpressGatewayService",
            given: { executionRoleArn: ARN },
            present: ["executionRoleArn"],
        },
        "a daemon task definition, which does not run on Fargate": {
            type: "aws:ecs/daemonTaskDefinition:DaemonTaskDefinition",
            given: { family: "agent" },
        },
    },
    invalid: {
        "no role": {
            given: { family: "web", requiresCompatibilities: ["FARGATE"] },
            reports: ["There is no task execution role."],
        },
        "a null": {
            given: { requiresCompatibilities: ["EC2", "FARGATE"], executionRoleArn: null },
            reports: ["There is no task execution role."],
        },
        "an empty string": {
            given: { requiresCompatibilities: ["FARGATE"], executionRoleArn: "" },
            reports: ["There is no task execution role."],
        },
        "something that is no ARN": {
            given: { requiresCompatibilities: ["FARGATE"], executionRoleArn: [ARN] },
            reports: ["There is no task execution role."],
        },
        "a task role only": {
            given: { requiresCompatibilities: ["FARGATE"], taskRoleArn: ARN },
            reports: ["There is no task execution role."],
        },
        "the type of aws-native": {
            type: "aws-native:ecs:TaskDefinition",
            given: { requiresCompatibilities: ["FARGATE"] },
            reports: ["There is no task execution role."],
        },
        "an express gateway service": {
            type: "aws:ecs/expressGatewayService:ExpressGatewayService",
            given: { cluster: "main", executionRoleArn: "" },
            reports: ["There is no task execution role."],
        },
    },
    unknown: {
        "whether it is for Fargate": { given: { requiresCompatibilities: unknown } },
        "one compatibility": { given: { requiresCompatibilities: [unknown, "EC2"] } },
    },
});
