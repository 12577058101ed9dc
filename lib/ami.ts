/** What can be told of the machine image and the agent of container instances. */
import { SCRIPTS, usersOf } from "./containerInstances";
import { Node } from "./node";
import { Ami, Machine } from "./resources";
import { Stack } from "./stack";
import { each, known } from "./unknown";
import { compareVersions } from "./version";
import { quote } from "./words";

const PARAMETER = /^(?:\{\{)?resolve:ssm:(?<path>\/[^:}]+)/;
const ID = /^ami-[0-9a-f]+$/;
const DATE = /(?<!\d)20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)/g;

/** Amazon Linux 2 optimized for ECS, by the name of the image or the path of its parameter. */
const AMAZON_LINUX_2 = /^(?:amzn2-ami-ecs-|\/aws\/service\/ecs\/optimized-ami\/amazon-linux-2\/)/;
/** What it has unless its name says otherwise. */
const AMAZON_LINUX_2_KERNEL = "4.14";

/** Paths of images that AWS makes, those formed like the names of images, and those of images with the ECS agent. */
const OF_AWS = /^\/aws\/service\/(?!marketplace\/)/;
const NAMED = /^\/aws\/service\/ecs\/optimized-ami\//;
const OPTIMIZED = /^\/aws\/service\/(?:ecs\/|bottlerocket\/aws-ecs-|ami-windows-latest\/.*ECS_Optimized)/i;

/** How user data pins the agent: by package, image or archive, or by the variable of the script for Windows. */
const AGENT =
    /(?<![\w-])(?:(?:amazon-)?ecs-(?:init[-=]|agent(?:-windows)?-v?)|amazon-ecs-agent:v?|\$agentVersion\s*=\s*["']v?)(\d+(?:\.\d+)+)/gi;
const WINDOWS = /<powershell>/i;

/** The machine image of a launch template, launch configuration or instance. */
export class MachineImage {
    constructor(
        private readonly stack: Stack,
        private readonly machine: Node<Machine>,
        /** Dates by id of the image. */
        private readonly dates: Readonly<Record<string, string>> = {},
    ) {}

    /** How a message calls it. */
    get title(): string {
        const name = known(() => this.parameter ?? this.resource?.inputs.name, undefined);
        return `The machine image${name ? ` ${quote(name)}` : ID.test(this.id) ? ` ${this.id}` : ""}`;
    }

    /** The day of its release, YYYYMMDD; undefined where it is always the newest or does not tell. */
    get date(): string | undefined {
        return this.mapped ?? this.name?.match(DATE)?.sort().at(-1);
    }

    get kernel(): string | undefined {
        const name = this.parameter ?? this.name ?? "";
        return (
            /(?<![a-z0-9])kernel-(\d+\.\d+)/i.exec(name)?.[1] ??
            (AMAZON_LINUX_2.test(this.name ?? "") ? AMAZON_LINUX_2_KERNEL : undefined)
        );
    }

    /** Of an image in the stack. */
    get architecture(): string | undefined {
        return this.resource?.inputs.architecture;
    }

    /** Whether it is an image of AWS that was not made for ECS. */
    get isForeign(): boolean {
        const path = this.parameter ?? "";
        return OF_AWS.test(path) && !OPTIMIZED.test(path);
    }

    /** The name of the image, or the path of its parameter where AWS forms it alike: one's own may be called anything. */
    private get name(): string | undefined {
        const path = this.parameter;
        return path === undefined ? this.resource?.inputs.name : NAMED.test(path) ? path : undefined;
    }

    /** The path of the parameter that holds the id. */
    private get parameter(): string | undefined {
        return PARAMETER.exec(this.id)?.groups?.path;
    }

    private get mapped(): string | undefined {
        return Object.hasOwn(this.dates, this.id) ? this.dates[this.id] : undefined;
    }

    /** Empty where it is not known, which the reference to the image may make up for. */
    private get id(): string {
        return known(() => this.machine.inputs.imageId, undefined) ?? "";
    }

    private get resource(): Node<Ami> | undefined {
        return this.stack.target(this.machine, "imageId", Ami).node;
    }
}

/** What to check of a machine. */
export interface Checks {
    /** Dates of images by id. */
    readonly dates?: Readonly<Record<string, string>>;
    readonly image: readonly ((image: MachineImage) => void)[];
    /** Of each version to which user data pins the agent. */
    readonly agent: (version: string, onWindows: boolean) => void;
}

/** Checks what a machine says, as far as instances that count are started with it. */
export function examine(
    stack: Stack,
    machine: Node<Machine>,
    counts: (user: Node<Machine>) => boolean,
    { dates, image, agent }: Checks,
): void {
    const parts = [
        {
            words: ["imageId"],
            check: () => each(image, (check) => check(new MachineImage(stack, machine, dates))),
        },
        {
            words: SCRIPTS,
            check: () =>
                each(SCRIPTS, (word) => {
                    const script = machine.inputs[word] ?? "";
                    const versions = new Set(Array.from(script.matchAll(AGENT), ([, version = ""]) => version));
                    versions.forEach((version) => agent(version, WINDOWS.test(script)));
                }),
        },
    ] as const;
    each(parts, ({ words, check }) => {
        if (usersOf(stack, machine, words).some(counts)) {
            check();
        }
    });
}

/** Reports a version older than it must be. What is not a version is not compared. */
export function reportOlder(
    report: (fact: string) => void,
    what: string,
    version: string | undefined,
    minimum: string,
): void {
    if (version !== undefined && (compareVersions(version, minimum) ?? 0) < 0) {
        report(`${what} ${version}, older than ${minimum}.`);
    }
}
