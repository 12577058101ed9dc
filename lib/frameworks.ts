import { PolicyComplianceFramework } from "@pulumi/policy";

/** A control of AWS Security Hub, such as `ECS.5` or `GuardDuty.11`. */
export function fsbp(control: string): PolicyComplianceFramework {
    return {
        name: "AWS Foundational Security Best Practices",
        version: "1.0.0",
        reference: control,
        specification: `https://docs.aws.amazon.com/securityhub/latest/userguide/${control.toLowerCase().replace(/\..*/, "")}-controls.html#${control.toLowerCase().replace(".", "-")}`,
    };
}

/** A page of the Amazon ECS Developer Guide, by its file name. */
export function ecsGuide(title: string, page: string): PolicyComplianceFramework {
    return {
        name: "Amazon ECS Developer Guide",
        version: "latest",
        reference: title,
        specification: `https://docs.aws.amazon.com/AmazonECS/latest/developerguide/${page}.html`,
    };
}

/** A page of the Amazon GuardDuty User Guide, by its file name. */
function guardDutyGuide(title: string, page: string): PolicyComplianceFramework {
    return {
        name: "Amazon GuardDuty User Guide",
        version: "latest",
        reference: title,
        specification: `https://docs.aws.amazon.com/guardduty/latest/ug/${page}.html`,
    };
}

/** The pages that most policies about a topic follow. */
export const EXEC_GUIDE = ecsGuide("Monitor Amazon ECS containers with ECS Exec", "ecs-exec");
export const RUNTIME_MONITORING_GUIDE = ecsGuide(
    "Turning on Runtime Monitoring for Amazon ECS",
    "ecs-guard-duty-configure-manual-guard-duty",
);
export const RUNTIME_MONITORING_PREREQUISITES = guardDutyGuide(
    "Prerequisites for AWS Fargate (Amazon ECS only) support",
    "prereq-runtime-monitoring-ecs-support",
);
export const COVERAGE_GUIDE = guardDutyGuide(
    "Runtime coverage and troubleshooting for Amazon ECS clusters",
    "gdu-assess-coverage-ecs",
);
