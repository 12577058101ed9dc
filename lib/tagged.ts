import { TAG_KEY } from "./config";
import { fsbp } from "./frameworks";
import { ResourcePolicy, resourcePolicy } from "./policy";
import { Subject } from "./resources";
import { EffectiveTags, Tagged } from "./tags";
import { joined, quote } from "./words";

/** The tagging control of one kind of resource. */
export function taggedPolicy(resource: Subject<Tagged>, control: string): ResourcePolicy {
    const noun = resource.noun;
    return resourcePolicy({
        resource,
        displayName: `Tags on every ${noun}`,
        description: `A ${noun} must carry the required tags, or any tag if none is required.`,
        rationale:
            "Tags tell who owns a resource, what it costs and who may touch it; without them nobody can tell in an incident.",
        severity: "low",
        framework: fsbp(control),
        remediationSteps:
            "Add the required tags, or any tag where none is required, to `tags` or to `defaultTags` of the provider, which apply to all its resources.",
        notes: [
            "Default tags of the provider count, keys of AWS itself (`aws:…`) do not. Keys are compared exactly, with regard to case. The repair changes the tags of the resource itself and nothing that runs. Pulumi drops it where it replaces the resource, and the policy blocks: a task definition is replaced by each new revision.",
        ],
        config: {
            requiredTagKeys: {
                type: "array",
                items: { type: "string", pattern: TAG_KEY },
                maxItems: 6,
                default: [],
                description: "Keys that have to be there; left out, any key will do.",
            },
            tags: {
                type: "object",
                propertyNames: { pattern: TAG_KEY },
                additionalProperties: { type: "string" },
                default: {},
                description: "Keys and values that the repair adds where the key is missing.",
            },
        },
        validate(tagged, { config, provider, report }) {
            const tags = new EffectiveTags(tagged, provider);
            const missing = [...new Set(config.requiredTagKeys)].filter((key) => !tags.has(key));
            if (missing.length > 0) {
                report(
                    missing.length === 1
                        ? `The tag ${quote(missing[0] ?? "")} is missing.`
                        : `The tags ${joined(missing.map(quote), "and")} are missing.`,
                );
            } else if (!tags.has()) {
                report(`The ${noun} has no tags.`);
            }
        },
        repairNeeds: "the setting `tags`",
        remediate(tagged, { config, provider }) {
            const tags = new EffectiveTags(tagged, provider);
            const missing = Object.entries(config.tags).filter(([key]) => !tags.has(key));
            missing.forEach(([key, value]) => tagged.tags.set(key, value));
            // Last, since they are not known where the value of a tag is not.
            missing.forEach(([key, value]) => tagged.tagsAll?.set(key, value));
        },
    });
}
