import { NamedPolicy, Topic, TOPICS } from "./policy";
import { policiesOf } from "./registry";

/** All policies, in the order in which they run. */
export function loadPolicies(topics: readonly Topic[] = TOPICS): NamedPolicy[] {
    const policies = topics.flatMap((topic) =>
        Object.entries(policiesOf(topic)).map(([name, policy]) => ({ name, topic, policy })),
    );
    const place = ({ policy }: NamedPolicy): number => (policy.runs === "first" ? 0 : policy.runs === "last" ? 2 : 1);
    return policies.sort((a, b) => place(a) - place(b));
}
