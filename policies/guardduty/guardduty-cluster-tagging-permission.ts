import { CLUSTERS, eachStatement, Statement } from "../../lib/document";
import { RUNTIME_MONITORING_GUIDE } from "../../lib/frameworks";
import { resourcePolicy } from "../../lib/policy";
import { PolicyDocuments } from "../../lib/resources";
import { both, known } from "../../lib/unknown";

const ACTION = "ecs:TagResource";
const ECS = "arn:*:ecs:*:*:*";

const TAG_KEY = /^(?:aws:requesttag\/|aws:resourcetag\/|ecs:resourcetag\/|aws:tagkeys$)/;

export default resourcePolicy({
    resource: PolicyDocuments,
    displayName: "Permission to tag clusters",
    description: "A document that restricts Amazon ECS by tags must allow `ecs:TagResource` on clusters.",
    rationale:
        "The tag `GuardDutyManaged` of a cluster steers its monitoring. Who may work on clusters by their tags only and is not allowed to tag them cannot put a new cluster under monitoring.",
    severity: "low",
    framework: RUNTIME_MONITORING_GUIDE,
    remediationSteps:
        'Allow `ecs:TagResource` on the ARNs of the clusters in the same document, with no Deny that overrides it, preferably with the condition `"ForAllValues:StringEquals": { "aws:TagKeys": ["GuardDutyManaged"] }`, so that nobody can change the tags that restrict them.',
    notes: [
        "A statement restricts by tags if it is on `ecs` actions with a condition on `aws:RequestTag`, `aws:TagKeys`, `aws:ResourceTag` or `ecs:ResourceTag`.",
        "An Allow of `ecs:TagResource` counts with a condition too, a Deny only without one and on all resources.",
        "The permission may also come from another document of the same user, or the user need not tag clusters: then exempt the document.",
    ],
    validate({ documents }, { report }) {
        eachStatement(documents, (statement, policy, title) => {
            const isDenied = (): boolean => known(() => policy.denies(ACTION, CLUSTERS), false);
            const isLocked = both(
                () => isByTags(statement),
                () => isDenied() || !policy.allows(ACTION, CLUSTERS),
            );
            if (isLocked) {
                const why = isDenied()
                    ? `the document denies \`${ACTION}\``
                    : `no statement allows \`${ACTION}\` on clusters`;
                report(`${title} restricts Amazon ECS by tags, and ${why}.`);
            }
        });
    },
});

function isByTags(statement: Statement): boolean {
    return both(
        () => statement.covers("ecs:*"),
        () => known(() => statement.isOn(ECS), true),
        () => statement.conditions.some(({ key }) => TAG_KEY.test(key)),
    );
}
