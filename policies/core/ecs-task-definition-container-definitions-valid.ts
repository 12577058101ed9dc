import { ecsGuide } from "../../lib/frameworks";
import { problemsOf } from "../../lib/malformed";
import { resourcePolicy } from "../../lib/policy";
import { TaskDefinition } from "../../lib/resources";

/** Malformed parts that a message names; more are in no task definition that was written by hand. */
const LISTED = 10;

export default resourcePolicy({
    resource: TaskDefinition,
    displayName: "Well-formed container definitions",
    description: "Container definitions must have the form that AWS accepts.",
    rationale:
        "Malformed container definitions cannot be judged: the policies about containers are silent until they can be read.",
    severity: "high",
    framework: ecsGuide("Task definition parameters", "task_definition_parameters"),
    remediationSteps:
        "Pass the array of container definitions through `pulumi.jsonStringify` (as it is where the property takes an array), with booleans as `true` or `false`, not as strings, and the environment as a list of `{ name, value }`.",
    validate(task, { report }) {
        const problems = problemsOf(() => task.containers);
        if (problems.length > 0) {
            const more = problems.length - LISTED;
            report([...problems.slice(0, LISTED), ...(more > 0 ? [`And ${more} more.`] : [])].join(" "));
        }
        // What is not known yet may be malformed too.
        problemsOf(() => task.containersKnown);
    },
});
