import { parseJson } from "./json";
import { Malformed } from "./malformed";
import { once } from "./maps";
import {
    at,
    boolean,
    isRecord,
    list,
    List,
    number,
    object,
    ownFolded,
    Reader,
    readOnly,
    SOUND,
    string,
    text,
    View,
} from "./shape";
import { known } from "./unknown";
import { quote } from "./words";

const UNNAMED = [{ path: "", text: "is missing or not a string; it must be the name of a variable." }];

const pair = object(
    {
        name: {
            ...string,
            check: (raw: unknown) => (typeof raw === "string" ? SOUND : UNNAMED),
        },
        value: string,
    },
    ownFolded,
);
/** One that is empty is none: the provider drops it. */
const variable: typeof pair = {
    ...pair,
    check(raw) {
        const problems = pair.check?.(raw) ?? SOUND;
        return problems.length > 0 && isEmpty(raw) ? SOUND : problems;
    },
};

function isEmpty(raw: unknown): boolean {
    return isRecord(raw) && ["name", "value"].every((key) => (ownFolded(raw, key) ?? "") === "");
}

/** What the policies read of a container; keys match without regard to case, as the provider decodes them. */
const fields = {
    name: text,
    image: string,
    user: text,
    privileged: boolean,
    readonlyRootFilesystem: boolean,
    essential: boolean,
    /** Hard limit in MiB. */
    memory: number,
    /** Soft limit in MiB. */
    memoryReservation: number,
    interactive: boolean,
    pseudoTerminal: boolean,
    disableNetworking: boolean,
    environment: list(variable),
    logConfiguration: object({ logDriver: string }, ownFolded),
    linuxParameters: object({ initProcessEnabled: boolean }, ownFolded),
    mountPoints: list(object({ readOnly: boolean }, ownFolded)),
    volumesFrom: list(object({ readOnly: boolean }, ownFolded)),
    restartPolicy: object({ enabled: boolean }, ownFolded),
};

/** A container of a task definition. */
export type Container = View<typeof fields> & {
    /** Its place in the array, from 0. */
    readonly index: number;
};

const container = object(fields, ownFolded) as Reader<Container | undefined>;
/** The same of a DaemonTaskDefinition, which spells lists in the plural. */
const daemonContainer = object({ ...fields, environment: at("environments", fields.environment) }, ownFolded) as Reader<
    Container | undefined
>;

interface Outcome {
    readonly containers: List<Container | undefined>;
    readonly problems: readonly string[];
}

/**
 * Container definitions, as JSON text or as a typed array; missing ones are no containers.
 * @throws Malformed, from `read`, with every malformed part
 */
function definitions(item: Reader<Container | undefined>): Reader<List<Container | undefined>> {
    const containers = list({ ...item, check: required(item, "an object") });
    const judge = (raw: unknown, problems = containers.check?.(raw) ?? SOUND): Outcome => {
        const read = readOnly(containers, raw);
        const readings = problems.length > 0 ? read.readings() : [];
        const owner = (path: string): string => {
            const reading = readings[Number(/^\[(\d+)\]/.exec(path)?.[1])];
            const name = known(() => reading?.()?.name, undefined);
            return name ? ` of container ${quote(name)}` : "";
        };
        return {
            containers: read,
            problems: problems.map(({ path, text }) => `\`containerDefinitions${path}\`${owner(path)} ${text}`),
        };
    };
    const parse = once((text): Outcome => {
        let raw: unknown;
        try {
            raw = parseJson(text);
        } catch (error) {
            return judge(undefined, [{ path: "", text: `${(error as SyntaxError).message}.` }]);
        }
        return judge(raw, required(containers, "an array")(raw));
    });
    return { read: (raw) => unwrap(typeof raw === "string" ? parse(raw) : judge(raw)) };
}

function unwrap({ containers, problems }: Outcome): List<Container | undefined> {
    if (problems.length > 0) {
        throw new Malformed(problems);
    }
    return containers;
}

/** The check of a value that may not be null. */
function required(reader: Reader<unknown>, accepted: string): NonNullable<Reader<unknown>["check"]> {
    return (raw) =>
        raw === null ? [{ path: "", text: `is null; it must be ${accepted}.` }] : (reader.check?.(raw) ?? SOUND);
}

export const containerDefinitions = definitions(container);
export const daemonContainerDefinitions = definitions(daemonContainer);

/** How a message calls a container: by its name, or by its place where the name is missing or not known. */
function containerTitle(container: Container): string {
    const name = known(() => container.name ?? "", undefined);
    return name
        ? `Container ${quote(name)}`
        : `Container ${container.index + 1} (${name === undefined ? "whose name is not known yet" : "without a name"})`;
}

/** What has containers, such as a task definition. */
interface Contained {
    readonly containers: List<Container | undefined>;
}

type ReportContainer = (fact: string, about: { container: Container }) => void;

/**
 * Reports each container with a fault and says which one it is, so that exemptions of that container cover it.
 * @param faultOf the rest of the sentence that begins with the container, if there is something to report
 */
export function reportContainers(
    { containers }: Contained,
    report: ReportContainer,
    faultOf: (container: Container) => string | false | undefined,
): void {
    containers.each((container) => {
        const fault = faultOf(container);
        if (fault) {
            report(`${containerTitle(container)} ${fault}.`, { container });
        }
    });
}

/** Reports each container with environment variables whose names pass a test: `what` it has, and these names. */
export function reportVariables(
    { containers }: Contained,
    report: ReportContainer,
    what: string,
    isSuch: (name: string) => boolean,
): void {
    containers.each((container) =>
        container.environment.matching(
            ({ name = "" }) => isSuch(name),
            (variables) => {
                const names = new Set(variables.map(({ name = "" }) => quote(name)));
                report(`${containerTitle(container)} has ${what} ${[...names].join(", ")}.`, { container });
            },
        ),
    );
}
