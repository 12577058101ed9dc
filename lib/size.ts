/**
 * Sizes of tasks on Fargate: CPU in units, of which 1024 are one vCPU, memory in MiB. Both are written as a plain
 * number, or with the larger unit.
 */

const QUANTITY = /^(?<amount>\d+(?:\.\d*)?|\.\d+)\s*(?<unit>[a-z]+)$/i;

/** Reads a whole number, or any number with the unit, which is 1024 of what a plain number counts. */
function quantity(text: string, unit: string): number | undefined {
    if (/^\d+$/.test(text)) {
        return Number(text);
    }
    const { amount, unit: found } = QUANTITY.exec(text)?.groups ?? {};
    return found?.toLowerCase() === unit ? Number(amount) * 1024 : undefined;
}

/** CPU units in a text such as `256` or `.25 vCPU`; undefined where it is none. */
export function cpuUnits(text: string): number | undefined {
    return quantity(text, "vcpu");
}

/** MiB in a text such as `512` or `.5 GB`; undefined where it is none. */
export function mebibytes(text: string): number | undefined {
    return quantity(text, "gb");
}

/** CPU units, and the amounts of memory in MiB that go with them. */
export interface Size {
    readonly cpu: number;
    readonly least: number;
    readonly most: number;
    /** Between one amount and the next. */
    readonly step: number;
    /** Most memory that the GuardDuty agent takes, in MiB; undefined where GuardDuty does not list the size. */
    readonly agent?: number;
}

const GB = 1024;

/**
 * Task sizes of Fargate (ECS Developer Guide, task CPU and memory), and the memory that the agent takes at most (GuardDuty
 * User Guide, prerequisites for Fargate).
 */
const SIZES: readonly Size[] = [
    { cpu: 256, least: 512, most: 512, step: 512, agent: 128 },
    { cpu: 256, least: 1 * GB, most: 2 * GB, step: 1 * GB, agent: 128 },
    { cpu: 512, least: 1 * GB, most: 4 * GB, step: 1 * GB, agent: 128 },
    { cpu: 1024, least: 2 * GB, most: 8 * GB, step: 1 * GB, agent: 128 },
    { cpu: 2048, least: 4 * GB, most: 16 * GB, step: 1 * GB, agent: 128 },
    { cpu: 4096, least: 8 * GB, most: 20 * GB, step: 1 * GB, agent: 128 },
    { cpu: 4096, least: 21 * GB, most: 30 * GB, step: 1 * GB },
    { cpu: 8192, least: 16 * GB, most: 28 * GB, step: 4 * GB, agent: 256 },
    { cpu: 8192, least: 32 * GB, most: 60 * GB, step: 4 * GB, agent: 512 },
    { cpu: 16384, least: 32 * GB, most: 120 * GB, step: 8 * GB, agent: 1 * GB },
    { cpu: 32768, least: 60 * GB, most: 120 * GB, step: 60 * GB },
    { cpu: 32768, least: 244 * GB, most: 244 * GB, step: 244 * GB },
];

/** The CPU units that some size has. */
export const CPU_UNITS: readonly number[] = [...new Set(SIZES.map(({ cpu }) => cpu))];

/** The sizes with these CPU units. */
export function sizesWith(cpu: number): readonly Size[] {
    return SIZES.filter((size) => size.cpu === cpu);
}

/** The size with these CPU units and this memory, if there is one. */
export function sizeOf(cpu: number, memory: number): Size | undefined {
    return sizesWith(cpu).find((size) => takes(size, memory));
}

/** The sizes with this memory. */
export function sizesOf(memory: number): readonly Size[] {
    return SIZES.filter((size) => takes(size, memory));
}

function takes({ least, most, step }: Size, memory: number): boolean {
    return memory >= least && memory <= most && (memory - least) % step === 0;
}
