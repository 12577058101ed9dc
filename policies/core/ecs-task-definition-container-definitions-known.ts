import { ecsGuide } from "../../lib/frameworks";
import { resourcePolicy } from "../../lib/policy";
import { TaskDefinition } from "../../lib/resources";
import { awaitsUpdate, Undecided } from "../../lib/unknown";
import { code } from "../../lib/words";

export default resourcePolicy({
    resource: TaskDefinition,
    runs: "last",
    displayName: "Container definitions known at preview",
    description: "Container definitions must be known at preview to be judged there.",
    rationale:
        "Container definitions that depend on a resource to be created, such as the URL of a repository or the ARN of a secret, are unknown as a whole at preview. " +
        "The update judges them, but by then other resources may have changed.",
    severity: "low",
    framework: ecsGuide("Task definition parameters", "task_definition_parameters"),
    remediationSteps:
        "Nothing, if it is enough that the update checks them: policies about the task definition then run before it is registered, those about several resources at the end. To check at preview, create the repository, secret or database that the value comes from in another stack, or build the value from what is known, such as account, Region and name.",
    notes: [
        "Names the policies about the task definition alone. Policies that look at its containers and at what starts them, such as `ecs-exec-writable-root-filesystem`, wait as well; they run only when Pulumi has seen the whole stack, after this one.",
    ],
    validate(task, { report, waiting }) {
        if (!awaitsUpdate(() => task.containersKnown)) {
            // What is known now may be unknown at the next preview: that an exemption is needless is never certain.
            return new Undecided("nothing waits for the update");
        }
        const policies = waiting();
        report(
            policies.length > 0
                ? `The container definitions are not known until the update; until then these policies wait: ${code(policies)}.`
                : "A value in the container definitions is not known until the update; no policy about the task definition alone needs it at preview.",
        );
    },
});
