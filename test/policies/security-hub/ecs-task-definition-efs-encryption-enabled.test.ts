import { resourceCases, unknown } from "../../support/cases";

export default resourceCases(__filename, {
    valid: {
        "an encrypted volume": {
            given: {
                family: "web",
                volumes: [
                    { name: "content", efsVolumeConfiguration: { fileSystemId: "fs-1", transitEncryption: "ENABLED" } },
                ],
            },
        },
        "volumes of other kinds": {
            given: {
                volumes: [
                    { name: "tmp" },
                    { name: "bind", hostPath: "/srv" },
                    { name: "docker", dockerVolumeConfiguration: {} },
                ],
            },
        },
        "a null configuration": { given: { volumes: [{ name: "tmp", efsVolumeConfiguration: null }] } },
        "no volumes": { given: { family: "web" } },
        "null volumes": { given: { volumes: null } },
        "volumes of another type": { given: { volumes: "content" } },
    },
    invalid: {
        "a volume that says nothing about it": {
            given: { family: "web", volumes: [{ name: "content", efsVolumeConfiguration: { fileSystemId: "fs-1" } }] },
            reports: ['EFS volume "content" is not encrypted in transit.'],
            remediated: {
                family: "web",
                volumes: [
                    { name: "content", efsVolumeConfiguration: { fileSystemId: "fs-1", transitEncryption: "ENABLED" } },
                ],
            },
        },
        "volumes without a name": {
            given: { volumes: [{ efsVolumeConfiguration: {} }, { name: "", efsVolumeConfiguration: {} }] },
            reports: [
                "Volume 1 (without a name), on EFS, is not encrypted in transit.",
                "Volume 2 (without a name), on EFS, is not encrypted in transit.",
            ],
            remediated: {
                volumes: [
                    { efsVolumeConfiguration: { transitEncryption: "ENABLED" } },
                    { name: "", efsVolumeConfiguration: { transitEncryption: "ENABLED" } },
                ],
            },
        },
        "the second and the third of three": {
            given: {
                volumes: [
                    { name: "one", efsVolumeConfiguration: { transitEncryption: "ENABLED" } },
                    {
                        name: "two",
                        efsVolumeConfiguration: { transitEncryption: "DISABLED", __defaults: ["rootDirectory"] },
                    },
                    { name: "three", efsVolumeConfiguration: { transitEncryption: "" } },
                ],
            },
            reports: [
                'EFS volume "two" is not encrypted in transit.',
                'EFS volume "three" is not encrypted in transit.',
            ],
            remediated: {
                volumes: [
                    { name: "one", efsVolumeConfiguration: { transitEncryption: "ENABLED" } },
                    {
                        name: "two",
                        efsVolumeConfiguration: { transitEncryption: "ENABLED", __defaults: ["rootDirectory"] },
                    },
                    { name: "three", efsVolumeConfiguration: { transitEncryption: "ENABLED" } },
                ],
            },
        },
        "an empty configuration": {
            given: { volumes: [{ name: "content", efsVolumeConfiguration: {} }] },
            reports: ['EFS volume "content" is not encrypted in transit.'],
            remediated: { volumes: [{ name: "content", efsVolumeConfiguration: { transitEncryption: "ENABLED" } }] },
        },
        "another case of the word": {
            given: { volumes: [{ name: "content", efsVolumeConfiguration: { transitEncryption: "enabled" } }] },
            reports: ['EFS volume "content" is not encrypted in transit.'],
            remediated: { volumes: [{ name: "content", efsVolumeConfiguration: { transitEncryption: "ENABLED" } }] },
        },
        "the type of aws-native": {
            type: "aws-native:ecs:TaskDefinition",
            given: { volumes: [{ name: "content", efsVolumeConfiguration: { filesystemId: "fs-1" } }] },
            reports: ['EFS volume "content" is not encrypted in transit.'],
            remediated: {
                volumes: [
                    { name: "content", efsVolumeConfiguration: { filesystemId: "fs-1", transitEncryption: "ENABLED" } },
                ],
            },
        },
    },
    unknown: {
        "the volumes": { given: { volumes: unknown } },
        "the name of one volume and all of another": {
            given: { volumes: [{ name: unknown, efsVolumeConfiguration: {} }, unknown] },
            reports: ["Volume 1 (whose name is not known yet), on EFS, is not encrypted in transit."],
            remediated: {
                volumes: [{ name: unknown, efsVolumeConfiguration: { transitEncryption: "ENABLED" } }, unknown],
            },
        },
        "the encryption of one of two": {
            given: {
                volumes: [
                    { name: "one", efsVolumeConfiguration: { transitEncryption: unknown } },
                    { name: "two", efsVolumeConfiguration: {} },
                ],
            },
            reports: ['EFS volume "two" is not encrypted in transit.'],
            remediated: {
                volumes: [
                    { name: "one", efsVolumeConfiguration: { transitEncryption: unknown } },
                    { name: "two", efsVolumeConfiguration: { transitEncryption: "ENABLED" } },
                ],
            },
        },
    },
});
