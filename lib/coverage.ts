/** Events about the coverage of ECS clusters by Runtime Monitoring, and the rules that match them. */
import { ANY_VALUE, Event, EventPattern, Filter } from "./eventPattern";

const SOURCE = "aws.guardduty";
const TYPE = "detail-type";
/** How all detail types of these events begin. */
const FAMILY = "GuardDuty Runtime Protection";
const TYPES = [`${FAMILY} Unhealthy`, `${FAMILY} Healthy`];

const RESOURCE = "detail.resourceDetails";
/** What all these events have in common. */
const FIXED: ReadonlyMap<string, string> = new Map([
    ["source", SOURCE],
    [`${RESOURCE}.resourceType`, "ECS"],
]);

const CLUSTER = `${RESOURCE}.ecsClusterDetails`;
/** The fields of these events. */
const FIELDS: readonly string[] = [
    ...["version", "id", TYPE, "source", "account", "time", "region", "resources", "detail"],
    ...["schemaVersion", "resourceAccountId", "currentStatus", "previousStatus", "issue", "lastUpdatedAt"].map(
        (name) => `detail.${name}`,
    ),
    ...[RESOURCE, `${RESOURCE}.resourceType`, CLUSTER, `${CLUSTER}.clusterName`],
    ...[`${CLUSTER}.fargateDetails`, `${CLUSTER}.fargateDetails.issues`, `${CLUSTER}.fargateDetails.managementType`],
    ...[`${CLUSTER}.containerInstanceDetails`, `${CLUSTER}.containerInstanceDetails.coveredContainerInstances`],
    `${CLUSTER}.containerInstanceDetails.compatibleContainerInstances`,
];
/** What events about other resources have in their place. */
const OTHER_RESOURCES = [`${RESOURCE}.eksClusterDetails`, `${RESOURCE}.ec2InstanceDetails`];

/** Whether the events may have the field. */
const isTheirs = (path: string): boolean => FIELDS.includes(path);

/** Whether a pattern matches one of these events, of which nothing else is fixed. */
function matches(pattern: EventPattern, has: (path: string) => boolean): boolean {
    const event =
        (type: string): Event =>
        (path) =>
            FIXED.get(path) ?? (path === TYPE ? type : has(path) ? ANY_VALUE : undefined);
    return TYPES.some((type) => pattern.matches(event(type)));
}

/** Whether a rule with this pattern gets these events. */
export function getsCoverage(pattern: EventPattern): boolean {
    return matches(pattern, isTheirs);
}

/** Whether a rule with this pattern gets these events, and not just all events. */
export function isAboutCoverage(pattern: EventPattern): boolean {
    return getsCoverage(pattern) && !pattern.matches((path) => (path === "source" || path === TYPE ? "" : ANY_VALUE));
}

const asksForFamily = ({ texts }: Filter): boolean => texts.some((text) => text.startsWith(FAMILY));

/** Whether a pattern asks for detail types that begin as those of these events do, none of which is one. */
export function misspellsType(pattern: EventPattern): boolean {
    const types = pattern.filters(TYPE);
    return (
        pattern.filters("source").some((filter) => filter.accepts(SOURCE)) &&
        types.some(asksForFamily) &&
        !types.some((filter) => TYPES.some((type) => filter.accepts(type)))
    );
}

/** Fields of findings, which one rule may get as well. */
const OF_FINDINGS = /^detail\.(?:severity|type|service|resource|title|description|confidence)(?:\.|$)/;

/** The fields on which a pattern that asks for these events filters and which they do not have. */
export function strangeFields(pattern: EventPattern): readonly string[] {
    const filters = pattern.filters();
    const isAboutOthers = filters.some(({ path }) => OTHER_RESOURCES.some((other) => path.startsWith(other)));
    if (!pattern.filters(TYPE).some(asksForFamily) || !matches(pattern, () => true) || isAboutOthers) {
        return [];
    }
    const isElsewhere = (path: string): boolean => OF_FINDINGS.test(path) && getsCoverage(pattern);
    return filters
        .filter((filter) => !isTheirs(filter.path) && !filter.accepts(undefined) && !isElsewhere(filter.path))
        .map(({ path }) => path);
}

/** Whether a rule or a target is on the default event bus, where GuardDuty publishes. */
export function isOnDefaultBus({ eventBusName: bus }: { eventBusName?: string }): boolean {
    return !bus || bus === "default" || bus.endsWith("event-bus/default");
}
