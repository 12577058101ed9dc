/** The types of the policies' settings, for those who compose the policies in TypeScript. */
import { Setting } from "../lib/config";
import { NamedPolicy, repairs } from "../lib/policy";

function typeOf(setting: Setting): string {
    switch (setting.type) {
        case "array":
            return "readonly string[]";
        case "object":
            return "Readonly<Record<string, string>>";
        case "string":
            return setting.enum ? setting.enum.map((word) => JSON.stringify(word)).join(" | ") : "string";
        case "boolean":
            return "boolean";
    }
}

/** A module with the settings of each policy by its name. */
export function settingsModule(policies: readonly NamedPolicy[]): string {
    const sorted = [...policies].sort((a, b) => a.name.localeCompare(b.name));
    const repairing = sorted.filter(({ policy }) => repairs(policy));
    const entries = sorted.map(({ name, policy }) => {
        const settings = Object.entries(policy.config ?? {}).map(
            ([setting, schema]) => `/** ${schema.description} */\n${setting}?: ${typeOf(schema)};`,
        );
        return `/** ${policy.displayName} */\n${JSON.stringify(name)}: ${settings.length > 0 ? `Exempting & {\n${settings.join("\n")}\n}` : "Exempting"};`;
    });
    return [
        "// Generated from the policies by `npm run docs`.",
        "",
        'import { Exemption } from "./exemptions";',
        "",
        "interface Exempting {",
        "/** What the policy leaves alone. */",
        "exempt?: readonly Exemption[];",
        "}",
        "",
        "/** The settings of each policy. */",
        "export interface PolicySettings {",
        ...entries,
        "}",
        "",
        "/** The policies that repair. */",
        `export type RepairingPolicy = ${repairing.map(({ name }) => JSON.stringify(name)).join(" | ")};`,
        "",
    ].join("\n");
}
