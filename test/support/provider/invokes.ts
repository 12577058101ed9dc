import { isFields, type Fields, type Value } from "./values";

const ACCOUNT = "123456789012";

/** The data sources that ordinary programs ask for. */
export const invokes: Record<string, ((args: Fields, region: string) => Fields) | undefined> = {
    "aws:index/getCallerIdentity:getCallerIdentity": () => ({
        accountId: ACCOUNT,
        arn: `arn:aws:iam::${ACCOUNT}:user/example`,
        id: ACCOUNT,
        userId: "AIDAEXAMPLE",
    }),
    "aws:index/getPartition:getPartition": () => ({
        dnsSuffix: "amazonaws.com",
        id: "aws",
        partition: "aws",
        reverseDnsPrefix: "com.amazonaws",
    }),
    "aws:index/getRegion:getRegion": (args, region) => {
        const name = text(args.region) ?? text(args.name) ?? region;
        return { description: name, endpoint: `ec2.${name}.amazonaws.com`, id: name, name, region: name };
    },
    "aws:index/getAvailabilityZones:getAvailabilityZones": (args, region) => ({
        ...args,
        groupNames: [region],
        id: region,
        names: ["a", "b", "c"].map((zone) => region + zone),
        region,
        zoneIds: [1, 2, 3].map((zone) => `use1-az${zone}`),
    }),
    "aws:iam/getPolicyDocument:getPolicyDocument": (args) => {
        const document = policyDocument(args);
        return {
            ...args,
            id: "0",
            json: JSON.stringify(document, null, 2),
            minifiedJson: JSON.stringify(document),
        };
    },
    "aws:ssm/getParameter:getParameter": (args, region) => {
        const name = text(args.name) ?? "";
        const value = parameter(name);
        return {
            ...args,
            arn: `arn:aws:ssm:${region}:${ACCOUNT}:parameter${name}`,
            id: name,
            insecureValue: value,
            region,
            type: "String",
            value,
            version: 1,
        };
    },
};

/** The public parameters of the ECS AMIs hold an AMI id or a JSON that describes the AMI. */
function parameter(name: string): string {
    const ami = "ami-0123456789abcdef0";
    if (!name.startsWith("/aws/service/ecs/")) return "example";
    return name.endsWith("/image_id") ? ami : JSON.stringify({ image_id: ami });
}

function policyDocument(args: Fields): Fields {
    const inherited = [args.sourceJson, ...list(args.sourcePolicyDocuments)].flatMap((source) => {
        const document = typeof source === "string" && source !== "" ? (JSON.parse(source) as Value) : undefined;
        return isFields(document) ? list(document.Statement) : [];
    });
    const own = list(args.statements).filter(isFields).map(statement);
    return {
        ...(args.policyId === undefined ? {} : { Id: args.policyId }),
        Version: text(args.version) ?? "2012-10-17",
        Statement: [...inherited, ...own],
    };
}

function statement(fields: Fields): Fields {
    const entries: [string, Value | undefined][] = [
        ["Sid", text(fields.sid)],
        ["Effect", text(fields.effect) ?? "Allow"],
        ["Principal", principals(fields.principals)],
        ["NotPrincipal", principals(fields.notPrincipals)],
        ["Action", oneOrMany(fields.actions)],
        ["NotAction", oneOrMany(fields.notActions)],
        ["Resource", oneOrMany(fields.resources)],
        ["NotResource", oneOrMany(fields.notResources)],
        ["Condition", conditions(fields.conditions)],
    ];
    return Object.fromEntries(entries.filter((entry): entry is [string, Value] => entry[1] !== undefined));
}

function principals(value: Value | undefined): Value | undefined {
    const given = list(value).filter(isFields);
    if (given.length === 0) return undefined;
    if (given.some(({ type, identifiers }) => type === "*" && list(identifiers)[0] === "*")) return "*";
    return Object.fromEntries(given.map(({ type, identifiers }) => [text(type) ?? "", oneOrMany(identifiers) ?? []]));
}

function conditions(value: Value | undefined): Value | undefined {
    const merged: Record<string, Fields> = {};
    for (const { test, variable, values } of list(value).filter(isFields)) {
        (merged[text(test) ?? ""] ??= {})[text(variable) ?? ""] = oneOrMany(values) ?? [];
    }
    return Object.keys(merged).length > 0 ? merged : undefined;
}

function oneOrMany(value: Value | undefined): Value | undefined {
    const members = list(value);
    return members.length > 1 ? members : members[0];
}

function list(value: Value | undefined): Value[] {
    return Array.isArray(value) ? value : [];
}

function text(value: Value | undefined): string | undefined {
    return typeof value === "string" && value !== "" ? value : undefined;
}
