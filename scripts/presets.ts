/** Ready configuration files: what each says of each policy follows from the policies. */
import { EnforcementLevel } from "@pulumi/policy";
import { defaultLevel, NamedPolicy, repairs, Topic } from "../lib/policy";

type Preset = Readonly<Record<string, EnforcementLevel>>;

/** The level that a preset gives a policy; undefined leaves the default. */
type Choice = (policy: NamedPolicy) => EnforcementLevel | undefined;

/** One topic and the core at their default levels. */
const only =
    (wanted: Topic): Choice =>
    ({ topic }) =>
        topic === wanted || topic === "core" ? undefined : "disabled";

const CHOICES: Readonly<Record<string, Choice>> = {
    "security-hub": only("security-hub"),
    guardduty: only("guardduty"),
    "ecs-exec": only("exec"),
    "without-guardduty": ({ topic }) => (topic === "guardduty" ? "disabled" : undefined),
    strict: ({ topic, policy }) => (topic !== "core" && defaultLevel(policy) === "advisory" ? "mandatory" : undefined),
    remediate: ({ policy }) =>
        repairs(policy) && !policy.repairNeeds && defaultLevel(policy) !== "disabled" ? "remediate" : undefined,
};

/** The presets by name. */
export function presets(policies: readonly NamedPolicy[]): Readonly<Record<string, Preset>> {
    const chosen = Object.entries(CHOICES).map(([preset, choice]) => {
        const levels = policies.flatMap((policy) => {
            const level = choice(policy);
            return level && level !== defaultLevel(policy.policy) ? [[policy.name, level] as const] : [];
        });
        return [preset, Object.fromEntries(levels)] as const;
    });
    return { advisory: { all: "advisory" }, ...Object.fromEntries(chosen) };
}
