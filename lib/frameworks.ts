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
export function guardDutyGuide(title: string, page: string): PolicyComplianceFramework {
    return {
        name: "Amazon GuardDuty User Guide",
        version: "latest",
        reference: title,
        specification: `https://docs.aws.amazon.com/guardduty/latest/ug/${page}.html`,
    };
}
