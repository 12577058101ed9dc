import { COVERAGE_GUIDE } from "../../lib/frameworks";
import { resourcePolicy } from "../../lib/policy";
import { VpcEndpoint } from "../../lib/resources";
import { each, isPresent, known, matching } from "../../lib/unknown";
import { joined } from "../../lib/words";

/** The service that the agent sends its events to, by the end of its name. */
const TELEMETRY = /\.guardduty-data(-fips)?$/;

/** What an endpoint of it has to have, and what one without it is like. */
const REQUIREMENTS: readonly (readonly [(endpoint: VpcEndpoint) => boolean, string])[] = [
    [({ vpcEndpointType }) => vpcEndpointType === "Interface", "is not of the type `Interface`"],
    [({ privateDnsEnabled }) => privateDnsEnabled === true, "has no private DNS"],
    [
        (endpoint) => isPresent(() => endpoint.subnetIds) || isPresent(() => endpoint.subnetConfigurations),
        "has no subnet",
    ],
];

export default resourcePolicy({
    resource: VpcEndpoint,
    displayName: "Usable endpoint for GuardDuty telemetry",
    description: "A VPC endpoint for GuardDuty telemetry must be an interface endpoint with private DNS and a subnet.",
    rationale:
        "The GuardDuty agent sends its events through this endpoint. If it cannot, coverage shows that the agent is not reporting, and nothing the tasks do is monitored.",
    severity: "medium",
    level: "advisory",
    framework: COVERAGE_GUIDE,
    remediationSteps:
        "Set `vpcEndpointType` to `Interface`, `privateDnsEnabled` to `true` and `subnetIds` to the subnets of the tasks, with a security group that lets port 443 in from them, or remove the endpoint and let GuardDuty create its own. Private DNS needs `enableDnsHostnames` and `enableDnsSupport` on the VPC.",
    notes: [
        "Having no such endpoint is fine: with automated agent configuration GuardDuty creates the endpoint and its security group by itself, in each VPC where the agent runs. Subnets and private DNS that other resources give to the endpoint (`VpcEndpointSubnetAssociation`, `EndpointPrivateDns`) are not seen; exempt such an endpoint.",
    ],
    validate(endpoint, { report }) {
        const isForTelemetry = (): boolean => TELEMETRY.test(endpoint.serviceName ?? "");
        if (known(isForTelemetry, true)) {
            matching<(typeof REQUIREMENTS)[number]>(
                (visit) => each(REQUIREMENTS, visit),
                ([isMet]) => !isMet(endpoint) && isForTelemetry(),
                (unmet) => {
                    const lacks = unmet.map(([, lack]) => lack);
                    report(`The endpoint ${joined(lacks, "and")}.`);
                },
            );
        }
    },
});
