/** Policies that AWS manages. */
import { PolicyDocument } from "./document";
import { awsPolicyIn } from "./resources";
import { Raw } from "./shape";
import { Undecided } from "./unknown";

/** What a policy allows on all resources; another form where it is not as plain. */
type Allowed = string[] | Raw;

const PULL = [
    "ecr:GetAuthorizationToken",
    "ecr:BatchCheckLayerAvailability",
    "ecr:GetDownloadUrlForLayer",
    "ecr:BatchGetImage",
];
const READ_IMAGES = [
    ...PULL,
    "ecr:GetRepositoryPolicy",
    "ecr:DescribeRepositories",
    "ecr:ListImages",
    "ecr:DescribeImages",
    "ecr:GetLifecyclePolicy",
    "ecr:GetLifecyclePolicyPreview",
    "ecr:ListTagsForResource",
    "ecr:DescribeImageScanFindings",
];
const SESSION = [
    "ssmmessages:CreateControlChannel",
    "ssmmessages:CreateDataChannel",
    "ssmmessages:OpenControlChannel",
    "ssmmessages:OpenDataChannel",
];
const MANAGED_INSTANCE = [
    ...SESSION,
    "ssm:DescribeAssociation",
    "ssm:DescribeDocument",
    "ssm:GetDeployablePatchSnapshotForInstance",
    "ssm:GetDocument",
    "ssm:GetManifest",
    "ssm:GetParameters",
    "ssm:ListAssociations",
    "ssm:ListInstanceAssociations",
    "ssm:PutComplianceItems",
    "ssm:PutConfigurePackageResult",
    "ssm:PutInventory",
    "ssm:UpdateAssociationStatus",
    "ssm:UpdateInstanceAssociationStatus",
    "ssm:UpdateInstanceInformation",
];
/** Reads, and queries that are started and stopped; which of them, differs from policy to policy and from month to month. */
const READ = [
    "BatchCheck",
    "BatchGet",
    "Describe",
    "Filter",
    "Get",
    "List",
    "Lookup",
    "Search",
    "Start",
    "Stop",
    "Test",
];
const READ_ONLY = READ.map((verb) => `*:${verb}*`);

/**
 * What the policies allow of the services below, by the path in their ARN: the AWS managed policy reference of 2026, in
 * which none denies anything but `AWSDenyAll`. What is allowed only under a condition, on some resources or maybe counts as
 * allowed, so that it is never taken for missing.
 */
const POLICIES: Readonly<Record<string, Allowed>> = {
    AdministratorAccess: ["*"],
    PowerUserAccess: { NotAction: ["iam:*", "organizations:*", "account:*"] },
    ReadOnlyAccess: READ_ONLY,
    SecurityAudit: READ_ONLY,
    "job-function/ViewOnlyAccess": READ_ONLY,
    AWSDenyAll: { Effect: "Deny", Action: "*" },
    "service-role/AmazonECSTaskExecutionRolePolicy": [...PULL, "logs:CreateLogStream", "logs:PutLogEvents"],
    "service-role/AmazonEC2ContainerServiceforEC2Role": [
        ...PULL,
        "logs:CreateLogStream",
        "logs:PutLogEvents",
        "ecs:CreateCluster",
        "ecs:DeregisterContainerInstance",
        "ecs:DiscoverPollEndpoint",
        "ecs:ListTagsForResource",
        "ecs:Poll",
        "ecs:RegisterContainerInstance",
        "ecs:StartTelemetrySession",
        "ecs:Submit*",
        "ecs:TagResource",
        "ecs:UpdateContainerInstancesState",
    ],
    AmazonECS_FullAccess: [
        "ecs:*",
        "logs:CreateLogGroup",
        "logs:DescribeLogGroups",
        "logs:FilterLogEvents",
        "ssm:GetParameter",
        "ssm:GetParameters",
        "ssm:GetParametersByPath",
    ],
    AmazonEC2ContainerRegistryPullOnly: [
        "ecr:GetAuthorizationToken",
        "ecr:BatchGetImage",
        "ecr:GetDownloadUrlForLayer",
        "ecr:BatchImportUpstreamImage",
    ],
    AmazonEC2ContainerRegistryReadOnly: READ_IMAGES,
    AmazonEC2ContainerRegistryPowerUser: [
        ...READ_IMAGES,
        "ecr:InitiateLayerUpload",
        "ecr:UploadLayerPart",
        "ecr:CompleteLayerUpload",
        "ecr:PutImage",
    ],
    AmazonEC2ContainerRegistryFullAccess: ["ecr:*"],
    AmazonSSMManagedInstanceCore: [...MANAGED_INSTANCE, "ssm:GetParameter"],
    "service-role/AmazonEC2RoleforSSM": [
        ...MANAGED_INSTANCE,
        "logs:CreateLogGroup",
        "logs:CreateLogStream",
        "logs:DescribeLogGroups",
        "logs:DescribeLogStreams",
        "logs:PutLogEvents",
        "s3:AbortMultipartUpload",
        "s3:GetBucketLocation",
        "s3:GetEncryptionConfiguration",
        "s3:GetObject",
        "s3:ListBucket",
        "s3:ListBucketMultipartUploads",
        "s3:ListMultipartUploadParts",
        "s3:PutObject",
    ],
    AmazonSSMFullAccess: [...SESSION, "ssm:*", "logs:*"],
    AmazonSSMReadOnlyAccess: ["ssm:Describe*", "ssm:Get*", "ssm:List*"],
    CloudWatchFullAccess: ["logs:*"],
    CloudWatchFullAccessV2: ["logs:*"],
    CloudWatchLogsFullAccess: ["logs:*"],
    CloudWatchLogsReadOnlyAccess: [
        "logs:Describe*",
        "logs:FilterLogEvents",
        "logs:Get*",
        "logs:List*",
        "logs:StartLiveTail",
        "logs:StartQuery",
        "logs:StopLiveTail",
        "logs:StopQuery",
        "logs:TestMetricFilter",
    ],
    CloudWatchAgentServerPolicy: [
        "logs:CreateLogGroup",
        "logs:CreateLogStream",
        "logs:DescribeLogGroups",
        "logs:DescribeLogStreams",
        "logs:PutLogEvents",
        "logs:PutRetentionPolicy",
        "ssm:GetParameter",
    ],
    "service-role/AWSLambdaBasicExecutionRole": ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"],
    AmazonS3FullAccess: ["s3:*"],
    AmazonS3ReadOnlyAccess: ["s3:Get*", "s3:List*", "s3:Describe*"],
    AmazonSQSFullAccess: [],
    AmazonDynamoDBFullAccess: ["kms:DescribeKey", "kms:ListAliases"],
    AWSXRayDaemonWriteAccess: [],
    SecretsManagerReadWrite: ["kms:DescribeKey", "kms:ListAliases", "kms:ListKeys", "s3:GetObject"],
};

/** The services whose actions are listed; of others nothing is known, so that nothing of theirs is missing. */
const SERVICES = ["ecr", "ecs", "guardduty", "kms", "logs", "s3", "ssm", "ssmmessages"];
const OTHERS = { Effect: "Allow", NotAction: SERVICES.map((service) => `${service}:*`), Resource: "*" };

const documents = new Map(
    Object.entries(POLICIES).map(([path, allowed]) => {
        const statement = {
            Effect: "Allow",
            ...(Array.isArray(allowed) ? { Action: allowed } : allowed),
            Resource: "*",
        };
        return [path, new PolicyDocument({ Statement: [statement, OTHERS] })];
    }),
);

/** The document of a policy of AWS, in any partition. @throws Undecided for one that is not known here */
export function awsManaged(arn: string | undefined): PolicyDocument {
    const document = documents.get(awsPolicyIn(arn ?? "") ?? "");
    if (!document) {
        throw new Undecided("the managed policy is not known");
    }
    return document;
}
