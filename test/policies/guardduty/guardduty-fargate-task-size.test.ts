import { resourceCases, unknown } from "../../support/cases";

const fargate = { requiresCompatibilities: ["FARGATE"] };

export default resourceCases(__filename, {
    valid: {
        "the smallest size": { given: { family: "web", ...fargate, cpu: "256", memory: "512" } },
        numbers: { given: { ...fargate, cpu: 1024, memory: 8192 } },
        "units in words": { given: { ...fargate, cpu: ".25 vcpu", memory: ".5 gb" } },
        "units without a space": { given: { ...fargate, cpu: "1vCPU", memory: "2GB" } },
        "a leading zero": { given: { ...fargate, cpu: "0.5 vCPU", memory: "1024" } },
        "the most memory of 4096 CPU units in the table of GuardDuty": {
            given: { ...fargate, cpu: "4096", memory: "20480" },
        },
        "more memory, where all sizes of Fargate are accepted": {
            given: { ...fargate, cpu: "4 vCPU", memory: "30 GB" },
            config: { sizeTable: "fargate" },
        },
        "the two groups of 8192 CPU units": { given: { ...fargate, cpu: "8192", memory: "32 GB" } },
        "the largest size": { given: { ...fargate, cpu: "16384", memory: "122880" } },
        "the least of 32 vCPU, where all sizes of Fargate are accepted": {
            given: { ...fargate, cpu: "32 vCPU", memory: "60 GB" },
            config: { sizeTable: "fargate" },
        },
        "the most of 32 vCPU, where all sizes of Fargate are accepted": {
            given: { ...fargate, cpu: "32768", memory: "249856" },
            config: { sizeTable: "fargate" },
        },
        "32 vCPU on EC2": { given: { requiresCompatibilities: ["EC2"], cpu: "32768", memory: "61440" } },
        "a task definition for Fargate and EC2": {
            given: { requiresCompatibilities: ["EC2", "FARGATE"], cpu: "256", memory: "2048" },
        },
        "a valid size, the compatibilities not known": {
            given: { requiresCompatibilities: unknown, cpu: "256", memory: "512" },
        },
        "a valid size, one compatibility not known": {
            given: { requiresCompatibilities: ["EC2", unknown], cpu: "256", memory: "512" },
        },
        "a size that is not known on EC2": {
            given: { requiresCompatibilities: ["EC2"], cpu: unknown, memory: "512" },
        },
        "no size on EC2": { given: { family: "web", requiresCompatibilities: ["EC2"] } },
        "no size where nothing is required": { given: { family: "web" } },
        "an express gateway service without a size, which has a default": {
            type: "aws:ecs/expressGatewayService:ExpressGatewayService",
            given: { cluster: "main" },
        },
        "an express gateway service with a size": {
            type: "aws:ecs/expressGatewayService:ExpressGatewayService",
            given: { cpu: "256", memory: "1024" },
        },
        "a daemon task definition, which does not run on Fargate": {
            type: "aws:ecs/daemonTaskDefinition:DaemonTaskDefinition",
            given: { family: "agent" },
        },
    },
    invalid: {
        "a pair that does not go together": {
            given: { family: "web", ...fargate, cpu: "256", memory: "4096" },
            reports: ["4096 MiB do not go with 256 CPU units; accepted: 512 MiB, 1024 to 2048 MiB in steps of 1024."],
        },
        "no memory": {
            given: { ...fargate, cpu: "256" },
            reports: ["`memory` is missing at task level; the one of a container does not count."],
        },
        "no cpu": {
            given: { ...fargate, memory: "512" },
            reports: ["`cpu` is missing at task level; the one of a container does not count."],
        },
        "only the size of a container": {
            given: { ...fargate, containerDefinitions: [{ name: "app", cpu: 256, memory: 512 }] },
            reports: [
                "`cpu` is missing at task level; the one of a container does not count.",
                "`memory` is missing at task level; the one of a container does not count.",
            ],
        },
        "null and empty": {
            given: { ...fargate, cpu: null, memory: "" },
            reports: [
                "`cpu` is missing at task level; the one of a container does not count.",
                "`memory` is missing at task level; the one of a container does not count.",
            ],
        },
        lists: {
            given: { ...fargate, cpu: ["256"], memory: { MiB: 512 } },
            reports: [
                "`cpu` is missing at task level; the one of a container does not count.",
                "`memory` is missing at task level; the one of a container does not count.",
            ],
        },
        "CPU units that no size has": {
            given: { ...fargate, cpu: "300", memory: "512" },
            reports: [
                "`cpu` is 300 CPU units, which no task size of Fargate has; accepted: 256, 512, 1024, 2048, 4096, 8192, 16384.",
            ],
        },
        "CPU units that no size has, where all sizes of Fargate are accepted": {
            given: { ...fargate, cpu: "300", memory: "600" },
            config: { sizeTable: "fargate" },
            reports: [
                "`cpu` is 300 CPU units, which no task size of Fargate has; accepted: 256, 512, 1024, 2048, 4096, 8192, 16384, 32768.",
                "`memory` is 600 MiB, which no task size of Fargate has.",
            ],
        },
        "memory that no size has": {
            given: { ...fargate, cpu: "256", memory: "1.5 GB" },
            reports: ["1536 MiB do not go with 256 CPU units; accepted: 512 MiB, 1024 to 2048 MiB in steps of 1024."],
        },
        "text that is no amount, which is not shown": {
            given: { ...fargate, cpu: "hunter2", memory: "512 MB" },
            reports: [
                "`cpu` is not an amount such as `256` or `.25 vCPU`.",
                "`memory` is not an amount such as `512` or `.5 GB`.",
            ],
        },
        "each in the unit of the other": {
            given: { ...fargate, cpu: "1 GB", memory: "1 vCPU" },
            reports: [
                "`cpu` is not an amount such as `256` or `.25 vCPU`.",
                "`memory` is not an amount such as `512` or `.5 GB`.",
            ],
        },
        "a valid size of Fargate that GuardDuty does not list": {
            given: { ...fargate, cpu: "4096", memory: "24 GB" },
            reports: [
                "24576 MiB with 4096 CPU units are valid on Fargate, but GuardDuty does not list them; " +
                    "it lists 8192 to 20480 MiB in steps of 1024.",
            ],
        },
        "too much memory even for Fargate": {
            given: { ...fargate, cpu: "4096", memory: "32 GB" },
            config: { sizeTable: "fargate" },
            reports: [
                "32768 MiB do not go with 4096 CPU units; accepted: 8192 to 20480 MiB in steps of 1024, " +
                    "21504 to 30720 MiB in steps of 1024.",
            ],
        },
        "memory between two steps": {
            given: { ...fargate, cpu: "8192", memory: "18 GB" },
            reports: [
                "18432 MiB do not go with 8192 CPU units; accepted: 16384 to 28672 MiB in steps of 4096, " +
                    "32768 to 61440 MiB in steps of 4096.",
            ],
        },
        "the type of aws-native": {
            type: "aws-native:ecs:TaskDefinition",
            given: { ...fargate, cpu: "256", memory: "3072" },
            reports: ["3072 MiB do not go with 256 CPU units; accepted: 512 MiB, 1024 to 2048 MiB in steps of 1024."],
        },
        "an express gateway service with memory that does not go with its default": {
            type: "aws:ecs/expressGatewayService:ExpressGatewayService",
            given: { memory: "512" },
            reports: ["512 MiB do not go with 1024 CPU units; accepted: 2048 to 8192 MiB in steps of 1024."],
        },
        "no memory, the cpu not known": {
            given: { ...fargate, cpu: unknown },
            reports: ["`memory` is missing at task level; the one of a container does not count."],
        },
        "CPU units that no size has, the memory not known": {
            given: { ...fargate, cpu: "300", memory: unknown },
            reports: [
                "`cpu` is 300 CPU units, which no task size of Fargate has; accepted: 256, 512, 1024, 2048, 4096, 8192, 16384.",
            ],
        },
        "Fargate beside a compatibility that is not known": {
            given: { requiresCompatibilities: [unknown, "FARGATE"], cpu: "256" },
            reports: ["`memory` is missing at task level; the one of a container does not count."],
        },
        "CPU units that GuardDuty does not list": {
            given: { ...fargate, cpu: "32768", memory: "122880" },
            reports: ["`cpu` is 32768 CPU units, which are valid on Fargate, but GuardDuty does not list them."],
        },
        "CPU units that GuardDuty does not list, the memory not known": {
            given: { ...fargate, cpu: "32 vCPU", memory: unknown },
            reports: ["`cpu` is 32768 CPU units, which are valid on Fargate, but GuardDuty does not list them."],
        },
        "CPU units that GuardDuty does not list, with memory that no size has": {
            given: { ...fargate, cpu: "32768", memory: "1000" },
            reports: [
                "`cpu` is 32768 CPU units, which are valid on Fargate, but GuardDuty does not list them.",
                "`memory` is 1000 MiB, which no task size of Fargate has.",
            ],
        },
        "memory between the steps of 32 vCPU, where all sizes of Fargate are accepted": {
            given: { ...fargate, cpu: "32768", memory: "64 GB" },
            config: { sizeTable: "fargate" },
            reports: [
                "65536 MiB do not go with 32768 CPU units; accepted: 61440 to 122880 MiB in steps of 61440, 249856 MiB.",
            ],
        },
        "memory of 32 vCPU with fewer": {
            given: { ...fargate, cpu: "16384", memory: "244 GB" },
            reports: ["249856 MiB do not go with 16384 CPU units; accepted: 32768 to 122880 MiB in steps of 8192."],
        },
        "memory that GuardDuty does not list with any CPU units, which are not known": {
            given: { ...fargate, cpu: unknown, memory: "30 GB" },
            reports: ["`memory` is 30720 MiB, which are valid on Fargate, but GuardDuty does not list them."],
        },
    },
    unknown: {
        "the memory beside 32 vCPU, where all sizes of Fargate are accepted": {
            given: { ...fargate, cpu: "32768", memory: unknown },
            config: { sizeTable: "fargate" },
        },
        "the cpu": { given: { ...fargate, cpu: unknown, memory: "512" } },
        "the memory": { given: { ...fargate, cpu: "256", memory: unknown } },
        "whether it is for Fargate": { given: { requiresCompatibilities: unknown } },
        "whether a pair that does not go together is for Fargate": {
            given: { requiresCompatibilities: unknown, cpu: "256", memory: "4096" },
        },
        "the size, and whether it is for Fargate": {
            given: { requiresCompatibilities: unknown, cpu: unknown, memory: "512" },
        },
        "one compatibility": { given: { requiresCompatibilities: ["EC2", unknown] } },
    },
});
