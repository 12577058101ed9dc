import { statementTitle } from "../../lib/document";
import { RUNTIME_MONITORING_PREREQUISITES } from "../../lib/frameworks";
import { resourcePolicy } from "../../lib/policy";
import { OrganizationsPolicy } from "../../lib/resources";
import { both, either } from "../../lib/unknown";

const ACTION = "guardduty:SendSecurityTelemetry";
const SERVICE_CONTROL = "SERVICE_CONTROL_POLICY";

export default resourcePolicy({
    resource: OrganizationsPolicy,
    where: [
        { words: "that is for service control", holds: ({ type }) => (type ?? SERVICE_CONTROL) === SERVICE_CONTROL },
    ],
    displayName: "Telemetry in service control policies",
    description: "A service control policy must not deny `guardduty:SendSecurityTelemetry`.",
    rationale:
        "The agent sends what it sees with this permission, for every type of resource. Denied, agents run and report nothing, and coverage turns unhealthy with `Agent not reporting`.",
    severity: "high",
    framework: RUNTIME_MONITORING_PREREQUISITES,
    remediationSteps:
        "Take `guardduty:SendSecurityTelemetry` out of `Action`; in place of a wildcard such as `guardduty:*`, list the actions to deny. Where the statement has `NotAction` already, add it there; to change `Action` to `NotAction` would deny everything else.",
    notes: [
        "Service control policies usually live in another stack than the tasks: that this one has none proves nothing. A statement with a condition is not reported, since whom it denies cannot be told here; check that it spares the roles of tasks and instances; nor is one about several actions on ARNs only, such as those of detectors, since this action does not support resource-level permissions.",
    ],
    validate(policy, { report }) {
        policy.content?.statements.each((statement) => {
            const denies = both(
                () => statement.isDeny,
                () => statement.covers(ACTION),
                () => !statement.isConditional,
                () =>
                    either(
                        () => statement.isOnUnnamed,
                        () => statement.names(ACTION),
                    ),
            );
            if (denies) {
                report(`${statementTitle(statement)} denies \`${ACTION}\`.`);
            }
        });
    },
});
