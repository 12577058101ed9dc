import { existsSync, readFileSync } from "node:fs";
import { join, dirname } from "node:path";

/** What the type declarations of `@pulumi/aws` say about a property. */
export interface Property {
    kind: "string" | "number" | "boolean" | "list" | "object";
    /** An argument that may be left out, an output that may be undefined. */
    optional: boolean;
}

/** Arguments and outputs of a resource type. */
export interface Declaration {
    args: Map<string, Property>;
    outputs: Map<string, Property>;
}

const root = dirname(require.resolve("@pulumi/aws/package.json"));
const known = new Map<string, Declaration | undefined>();

/** The declaration of a type (`aws:ecs/cluster:Cluster`), read from the SDK; undefined if the SDK has no such type. */
export function declarationOf(type: string): Declaration | undefined {
    if (!known.has(type)) known.set(type, read(type));
    return known.get(type);
}

function read(type: string): Declaration | undefined {
    const [, module = "", name = ""] = type.split(":");
    const file = join(root, `${module}.d.ts`);
    if (!existsSync(file)) return undefined;
    const source = readFileSync(file, "utf8");
    return {
        args: properties(body(source, `export interface ${name}Args {`)),
        outputs: properties(body(source, `export declare class ${name} `)),
    };
}

function body(source: string, head: string): string {
    const start = source.indexOf(head);
    return start < 0 ? "" : source.slice(start, source.indexOf("\n}", start));
}

function properties(declaration: string): Map<string, Property> {
    // Only maps span lines, and have semicolons inside.
    const member = /^ {4}(?:readonly )?(\w+)(\??): pulumi\.(?:Input|Output)<([^;]*?(?:;\n[^;]*?)*?)>;$/gm;
    const found = [...declaration.matchAll(member)].map(([, name = "", mark, type = ""]): [string, Property] => [
        name,
        { kind: kindOf(type), optional: mark === "?" || /\| undefined$/.test(type) },
    ]);
    return new Map(found);
}

function kindOf(type: string): Property["kind"] {
    if (type.startsWith("{")) return "object";
    const bare = type.replace(/ \| undefined$/, "");
    if (bare.endsWith("[]")) return "list";
    if (/^(inputs|outputs)\./.test(bare)) return "object";
    return bare === "number" || bare === "boolean" ? bare : "string";
}
