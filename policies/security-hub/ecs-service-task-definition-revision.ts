import { ecsGuide } from "../../lib/frameworks";
import { refusedForSome } from "../../lib/launch";
import { arnOf, Node } from "../../lib/node";
import { stackPolicy } from "../../lib/policy";
import { lastSegment, Launchers, revisionOf, TaskDefinition } from "../../lib/resources";
import { quote } from "../../lib/words";

export default stackPolicy({
    subject: Launchers,
    displayName: "No pinned task definition revision",
    description: "What starts tasks must refer to the task definition of its stack, not to a fixed revision.",
    rationale:
        "A new revision does not touch running tasks: with the revision pinned, a repaired task definition is registered and never used.",
    severity: "low",
    framework: ecsGuide("Updating a task definition", "update-task-definition-console-v2"),
    remediationSteps:
        "Use the `arn` of the task definition resource (in aws-native `taskDefinitionArn`) instead of a revision.",
    notes: [refusedForSome("another task definition")],
    validate(launcher, { stack, report }) {
        const sources = stack.dependencies(launcher, "taskDefinition", TaskDefinition);
        if (sources.length > 0 && !stack.hasLostDependencies(launcher)) {
            return;
        }
        const { taskDefinition = "" } = launcher.inputs;
        const { family, revision } = revisionOf(taskDefinition);
        const isOfStack = (): boolean =>
            stack.meant(launcher, TaskDefinition, taskDefinition).length > 0 ||
            stack.taskDefinitionOf(launcher).node !== undefined;
        if (revision !== undefined && !sources.some((source) => isCalled(source, taskDefinition)) && isOfStack()) {
            report(
                `The task definition is pinned to revision ${revision} of the family ${quote(family)}, which this stack defines.`,
            );
        }
    },
});

/** Whether a text is what a task definition is called now, by its ARN or by family and revision. */
function isCalled(task: Node<TaskDefinition>, text: string): boolean {
    const arn = arnOf(task);
    return arn !== undefined && [arn, lastSegment(arn)].includes(text);
}
