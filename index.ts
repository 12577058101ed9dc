import { PolicyPack } from "@pulumi/policy";
import { loadPolicies } from "./lib/load";
import { toPulumi } from "./lib/pulumi";

new PolicyPack("ecs-guard", {
    displayName: "ecs-guard",
    description: "Amazon ECS: Security Hub controls, GuardDuty Runtime Monitoring and ECS Exec, judged at preview.",
    provider: "aws",
    repository: "https://github.com/ecs-guard/ecs-guard",
    tags: ["aws", "ecs", "security"],
    policies: toPulumi(loadPolicies()),
});
