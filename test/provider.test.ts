/** The names and types of properties, as the provider's SDK has them: a misspelt one would read as missing for ever. */
import assert from "node:assert/strict";
import { join, resolve } from "node:path";
import ts from "typescript";
import { Malformed } from "../lib/malformed";
import * as subjects from "../lib/resources";
import type { Reader } from "../lib/shape";
import native from "./support/native.json";

/** Words that a type lacks, since it shares its shape with types that have them. */
const LACKED: Readonly<Record<string, readonly string[]>> = {
    "aws:ec2/launchConfiguration:LaunchConfiguration": ["launchTemplate"],
    "aws:ec2/launchTemplate:LaunchTemplate": ["userDataBase64", "launchTemplate"],
    "aws:ecs/cluster:Cluster": ["capacityProviders", "defaultStrategies"],
    "aws:ecs/daemonTaskDefinition:DaemonTaskDefinition": [
        "networkMode",
        "pidMode",
        "requiresCompatibilities",
        "runtimePlatform.operatingSystemFamily",
        "runtimePlatform.cpuArchitecture",
        "volumes[].efsVolumeConfiguration",
    ],
    "aws:ecs/expressGatewayService:ExpressGatewayService": [
        "requiresCompatibilities",
        "taskDefinition",
        "launchType",
        "capacityProviderStrategies",
        "platformVersion",
        "enableExecuteCommand",
        "assignPublicIp",
    ],
    "aws:ecs/taskSet:TaskSet": ["enableExecuteCommand"],
    "aws:guardduty/organizationConfigurationFeature:OrganizationConfigurationFeature": ["isOff"],
    "aws-native:ecs:Cluster": ["tagsAll"],
    "aws-native:ecs:Service": ["region", "tagsAll"],
    "aws-native:ecs:TaskDefinition": ["tagsAll"],
    "aws-native:ecs:TaskSet": ["enableExecuteCommand"],
};

/** The readers of each type of `@pulumi/aws` and `@pulumi/aws-native`: subjects may read a type differently. */
const READERS = new Map<string, Reader<unknown>[]>();
for (const subject of Object.values(subjects)) {
    for (const [type, reader] of Object.entries(
        typeof subject === "object" && "types" in subject ? subject.types : {},
    )) {
        if (/^aws(-native)?:/.test(type)) {
            READERS.set(type, [...(READERS.get(type) ?? []), reader]);
        }
    }
}

const TYPES = [...READERS.keys()].filter((type) => type.startsWith("aws:")).sort();

/**
 * The properties that types of `@pulumi/aws-native` 1.79.0 have, of lists those of their items. They are kept here, since
 * installing that package also downloads its plugin.
 */
const NATIVE: Readonly<Record<string, readonly string[]>> = native;

/** Where a reader looks for properties. */
function placesOf({ fields, item, path = [] }: Reader<unknown>, before: readonly string[] = []): string[] {
    const here = [...before, ...path];
    return item
        ? placesOf({ ...item, path: [] }, here)
        : Object.entries(fields ?? {}).flatMap(([word, field]) => {
              const place = { ...field, path: field.path ?? [word] };
              return [[...here, ...place.path].join("."), ...placesOf(place, here)];
          });
}

/** A module with a type alias for the outputs of each resource, which its inputs are among: `T0`, `T1` and so on. */
const MODULE = resolve(__dirname, "outputs.ts");
const SOURCE = [
    'import type { Output } from "@pulumi/pulumi";',
    "type Outputs<R> = { [K in keyof R]: R[K] extends Output<infer T> ? T : never };",
    ...TYPES.map((type, index) => {
        const [, path = "", name = ""] = type.split(":");
        return `export type T${String(index)} = Outputs<import("${join("@pulumi/aws", path)}").${name}>;`;
    }),
].join("\n");

function compile(): ts.Program {
    const options: ts.CompilerOptions = {
        strict: true,
        skipLibCheck: true,
        module: ts.ModuleKind.Node16,
        target: ts.ScriptTarget.ES2022,
        types: [],
    };
    const host = ts.createCompilerHost(options);
    const fileExists = host.fileExists.bind(host);
    const getSourceFile = host.getSourceFile.bind(host);
    host.fileExists = (file) => file === MODULE || fileExists(file);
    host.getSourceFile = (file, version, ...rest) =>
        file === MODULE ? ts.createSourceFile(file, SOURCE, version) : getSourceFile(file, version, ...rest);
    return ts.createProgram([MODULE], options, host);
}

/** Values of each plain type, which a reader of that type gives as they are. */
const PLAIN: readonly { values: readonly unknown[]; flag: ts.TypeFlags }[] = [
    { values: ["text"], flag: ts.TypeFlags.StringLike },
    { values: [true, false], flag: ts.TypeFlags.BooleanLike },
    { values: [1], flag: ts.TypeFlags.NumberLike },
];

/** Flags of the plain types that a reader reads; 0 if it makes something else of them. */
function plainTypesOf(reader: Reader<unknown>): number {
    const keeps = (value: unknown): boolean => {
        try {
            return reader.read(value, () => undefined, 0) === value;
        } catch (error) {
            assert.ok(error instanceof Malformed);
            return false;
        }
    };
    return PLAIN.filter(({ values }) => values.every(keeps)).reduce((flags: number, { flag }) => flags | flag, 0);
}

describe("the provider's SDK", function () {
    this.timeout(120_000);
    let checker: ts.TypeChecker;
    let file: ts.SourceFile;

    before(() => {
        const program = compile();
        checker = program.getTypeChecker();
        file = program.getSourceFile(MODULE) as ts.SourceFile;
        const problems = program.getSemanticDiagnostics(file);
        assert.deepEqual(
            problems.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n")),
            [],
        );
    });

    const propertyOf = (type: ts.Type | undefined, name: string): ts.Type | undefined => {
        const property = type && checker.getNonNullableType(type).getProperty(name);
        return property && checker.getTypeOfSymbolAtLocation(property, file);
    };

    /** Where a reader looks for what the type does not have, or has in another form. */
    function strangers(reader: Reader<unknown>, given: ts.Type, place = ""): string[] {
        const type = checker.getNonNullableType(given);
        if (reader.fields) {
            return Object.entries(reader.fields).flatMap(([word, field]) => {
                const path = field.path ?? [word];
                const found = path.reduce<ts.Type | undefined>(propertyOf, type);
                const where = [...(place ? [place] : []), ...path].join(".");
                return found ? strangers(field, found, where) : [where];
            });
        }
        if (reader.item) {
            const items = checker.getIndexTypeOfType(type, ts.IndexKind.Number);
            return items ? strangers(reader.item, items, `${place}[]`) : [`${place} (a list)`];
        }
        const accepted = plainTypesOf(reader);
        const members = type.isUnion() ? type.types : [type];
        return accepted === 0 || members.some(({ flags }) => flags & accepted)
            ? []
            : [`${place} (${checker.typeToString(type)})`];
    }

    Object.entries(NATIVE).forEach(([type, properties]) => {
        it(`has what is read of ${type}`, () => {
            const found = READERS.get(type)?.flatMap((reader) => placesOf(reader)) ?? [];
            const missing = found.filter((place) => !properties.includes(place));
            assert.ok(found.length > 0);
            assert.deepEqual([...new Set(missing)].sort(), [...(LACKED[type] ?? [])].sort());
        });
    });

    TYPES.forEach((type, index) => {
        it(`has what is read of ${type}`, () => {
            const [alias] = file.statements.filter(
                (statement) => ts.isTypeAliasDeclaration(statement) && statement.name.text === `T${String(index)}`,
            );
            const outputs = checker.getTypeAtLocation(alias as ts.TypeAliasDeclaration);
            const found = READERS.get(type)?.flatMap((reader) => strangers(reader, outputs)) ?? [];
            assert.deepEqual([...new Set(found)].sort(), [...(LACKED[type] ?? [])].sort());
        });
    });
});
