import { EXEC_GUIDE } from "../../lib/frameworks";
import { EXEC_ON } from "../../lib/exec";
import { stackPolicy } from "../../lib/policy";
import { Trail } from "../../lib/resources";
import { both, either, known, some } from "../../lib/unknown";

export default stackPolicy({
    subject: Trail,
    where: [EXEC_ON],
    displayName: "Audit trail of ECS Exec",
    description: "A trail of a stack with ECS Exec must record write management events.",
    rationale:
        "CloudTrail tells who opened a session in which container and when, by the event `ExecuteCommand`. A trail that leaves out such events, or is stopped, tells nothing.",
    severity: "medium",
    level: "advisory",
    framework: EXEC_GUIDE,
    remediationSteps:
        "Leave `enableLogging` on, and have a selector with management events whose `readWriteType` is `All` or `WriteOnly`.",
    notes: [
        "Judged only where something in the stack has ECS Exec on.",
        "One trail that records the event is enough, and where there is no trail in the stack nothing is reported: it usually belongs to the account or the organization.",
        "A trail without selectors records all management events.",
        "Of `advancedEventSelectors` one with `eventCategory` equal to `Management` counts, unless it takes only events with `readOnly` equal to `true`.",
    ],
    validate(trail, { stack, report }) {
        if (some(stack.all(Trail), ({ inputs }) => isSound(inputs))) {
            return;
        }
        report(
            known(() => trail.inputs.enableLogging === false, false)
                ? "The trail is stopped: `enableLogging` is `false`."
                : "The trail does not record write management events, such as `ExecuteCommand`.",
        );
    },
});

function isSound(trail: Trail): boolean {
    return both(
        () => trail.enableLogging !== false,
        () => recordsCalls(trail),
    );
}

function recordsCalls(trail: Trail): boolean {
    return either(
        () => trail.eventSelectors.length === 0 && trail.advancedEventSelectors.length === 0,
        () =>
            trail.eventSelectors.some((selector) =>
                both(
                    () => selector.includeManagementEvents !== false,
                    () => selector.readWriteType !== "ReadOnly",
                ),
            ),
        () =>
            trail.advancedEventSelectors.some(({ fieldSelectors }) => {
                const has = (field: string, value: string) => () =>
                    fieldSelectors.some((one) => one.field === field && one.equals.some((item) => item === value));
                return both(has("eventCategory", "Management"), () =>
                    either(() => !has("readOnly", "true")(), has("readOnly", "false")),
                );
            }),
    );
}
