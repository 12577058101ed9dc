/** A resource of a state, by what matters to policies. */
export interface Given {
    type: string;
    name: string;
    inputs?: Record<string, unknown>;
    /** The inputs, if left out. */
    outputs?: Record<string, unknown>;
    id?: string;
    /** Names of the resources that a property was made from. */
    from?: Record<string, string[]>;
}

const STACK = "dev";
const PROJECT = "states";

/** The logical name in a URN. */
export function nameOf(urn: string | undefined): string {
    return urn?.split("::").slice(3).join("::") ?? "";
}

/** A state as `pulumi stack export` writes it, of a stack with these resources in this order. */
export function stateOf(...given: Given[]): unknown {
    const urnOf = (type: string, name: string) => `urn:pulumi:${STACK}::${PROJECT}::${type}::${name}`;
    const urns = new Map(given.map(({ type, name }) => [name, urnOf(type, name)]));
    const root = urnOf("pulumi:pulumi:Stack", `${PROJECT}-${STACK}`);
    const packages = [...new Set(given.map(({ type }) => type.split(":")[0] ?? ""))];

    const providers = packages.map((name) => {
        const type = `pulumi:providers:${name}`;
        return { urn: urnOf(type, "default"), custom: true, id: "provider", type, inputs: {}, outputs: {} };
    });
    const resources = given.map(({ type, name, inputs = {}, outputs = inputs, id = name, from = {} }) => {
        const propertyDependencies = Object.fromEntries(
            Object.entries(from).map(([property, names]) => [property, names.map((other) => urns.get(other))]),
        );
        return {
            urn: urnOf(type, name),
            custom: true,
            id,
            type,
            inputs,
            // The bridge of `aws` puts the id among the outputs.
            outputs: type.startsWith("aws:") ? { id, ...outputs } : outputs,
            parent: root,
            provider: `${urnOf(`pulumi:providers:${type.split(":")[0] ?? ""}`, "default")}::provider`,
            dependencies: [...new Set(Object.values(propertyDependencies).flat())],
            propertyDependencies,
        };
    });
    const stack = { urn: root, custom: false, type: "pulumi:pulumi:Stack" };
    const manifest = { time: "2026-01-01T00:00:00Z", magic: "", version: "" };
    return { version: 3, deployment: { manifest, resources: [stack, ...providers, ...resources] } };
}
