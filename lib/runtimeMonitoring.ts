/** Which features of GuardDuty switch Runtime Monitoring on. */
import { Node } from "./node";
import { Circumstance } from "./policy";
import { Feature, Features } from "./resources";
import { Stack } from "./stack";
import { both, known } from "./unknown";

/** Whether a feature is Runtime Monitoring, whatever its state. */
export function isRuntimeMonitoring({ name }: Feature): boolean {
    return name === "RUNTIME_MONITORING";
}

/** Whether a feature switches Runtime Monitoring on. */
export function enablesRuntimeMonitoring(feature: Feature): boolean {
    return both(
        () => feature.isOn,
        () => isRuntimeMonitoring(feature),
    );
}

/** The features of a stack that switch Runtime Monitoring on; those of which it is not known are left out. */
export function enablingFeatures(stack: Stack): readonly Node<Feature>[] {
    return stack.remember(findEnablingFeatures);
}

/** Those, and the features of which it is not known. */
export function possiblyEnabling(stack: Stack): readonly Node<Feature>[] {
    return stack.remember(findPossiblyEnabling);
}

/** The stack switches Runtime Monitoring on. */
export const ENABLES_RUNTIME_MONITORING: Circumstance = {
    words: "that enables Runtime Monitoring",
    holds: (stack) => enablingFeatures(stack).length > 0,
};

const featuresThatEnable =
    (ifUnknown: boolean) =>
    (stack: Stack): readonly Node<Feature>[] =>
        stack.all(Features).filter(({ inputs }) => known(() => enablesRuntimeMonitoring(inputs), ifUnknown));

const findEnablingFeatures = featuresThatEnable(false);
const findPossiblyEnabling = featuresThatEnable(true);
