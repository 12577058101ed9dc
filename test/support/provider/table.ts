import * as rules from "./rules";
import type { Choice, Rule } from "./rules";
import type { Value } from "./values";

/** As a default: the logical name with a random suffix. */
export const AUTO = Symbol("automatic name");

/**
 * How the AWS provider answers for one type. Paths name a property, `a.b[].c` one inside blocks and lists, which counts
 * only where the program gives that block. `region` and `tagsAll` follow the general rules and are in no row.
 */
export interface Row {
    /** Optional and computed: unknown at preview when left out. */
    computed?: string;
    /** Computed only. */
    outputs?: string;
    /** Filled in at check. */
    defaults?: Record<string, Value | typeof AUTO>;
    /** Refused at check. */
    rules?: Record<string, Rule>;
    choices?: Choice[];
    /** Refused later, while planning. */
    planned?: Choice[];
    /** Outputs that the provider normalises: JSON documents, or container definitions. */
    json?: string;
    containers?: string;
    /**
     * What the created resource gets. In strings `{x}` is an output, `{x:tail}` what follows its last slash; `{region}`
     * and `{account}` are the provider's, `{hex}` and `{uuid}` made up. Other outputs are made up by their name and type.
     */
    id?: string;
    created?: Record<string, Value>;
    /** Properties whose change replaces the resource; "*" for all but those that it updates. */
    replaces?: string;
    updates?: string;
}

const { all, arn, atLeastOne, atMostOne, between, cidr, containerDefinitions, exactlyOne, json, jsonObject } = rules;
const { forbids, maxItems, maxLength, needs, numberIn, oneOf, pattern } = rules;

const name255 = pattern(/^[\w-]{1,255}$/);
const launchType = oneOf("EC2", "FARGATE", "EXTERNAL", "MANAGED_INSTANCES");
const switched = oneOf("ENABLED", "DISABLED");
const base = between(0, 100_000);
const weight = between(0, 1000);
const detectorFeature = oneOf(
    "S3_DATA_EVENTS",
    "EKS_AUDIT_LOGS",
    "EBS_MALWARE_PROTECTION",
    "RDS_LOGIN_EVENTS",
    "EKS_RUNTIME_MONITORING",
    "RUNTIME_MONITORING",
    "LAMBDA_NETWORK_LOGS",
);
const agent = oneOf("EKS_ADDON_MANAGEMENT", "EC2_AGENT_MANAGEMENT", "ECS_FARGATE_AGENT_MANAGEMENT");
const autoEnable = oneOf("ALL", "NEW", "NONE");
const principal = pattern(/^arn:|\.amazonaws\.com$/);
const grantOperation = oneOf(
    "CreateGrant",
    "Decrypt",
    "DeriveSharedSecret",
    "DescribeKey",
    "Encrypt",
    "GenerateDataKey",
    "GenerateDataKeyPair",
    "GenerateDataKeyPairWithoutPlaintext",
    "GenerateDataKeyWithoutPlaintext",
    "GenerateMac",
    "GetPublicKey",
    "ReEncryptFrom",
    "ReEncryptTo",
    "RetireGrant",
    "Sign",
    "Verify",
    "VerifyMac",
);
const retention = numberIn(
    ...[0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653],
);
const routes = { "routes[].cidrBlock": cidr(), "routes[].destinationCidrBlock": cidr() };
const destination = "destinationCidrBlock destinationIpv6CidrBlock destinationPrefixListId";
const target =
    "carrierGatewayId coreNetworkArn egressOnlyGatewayId gatewayId localGatewayId natGatewayId networkInterfaceId " +
    "transitGatewayId vpcEndpointId vpcPeeringConnectionId";

export const table: Record<string, Row | undefined> = {
    // ecs
    "aws:ecs/cluster:Cluster": {
        computed: "settings",
        outputs: "arn",
        defaults: { name: AUTO, "configuration.executeCommandConfiguration.logging": "DEFAULT" },
        rules: {
            name: name255,
            "settings[].name": oneOf("containerInsights"),
            "configuration.executeCommandConfiguration.logging": oneOf("NONE", "DEFAULT", "OVERRIDE"),
            "serviceConnectDefaults.namespace": arn,
        },
        id: "{arn}",
        created: {
            arn: "arn:aws:ecs:{region}:{account}:cluster/{name}",
            settings: [{ name: "containerInsights", value: "disabled" }],
        },
        replaces: "name",
    },
    "aws:ecs/clusterCapacityProviders:ClusterCapacityProviders": {
        defaults: { "defaultCapacityProviderStrategies[].base": 0, "defaultCapacityProviderStrategies[].weight": 0 },
        rules: {
            clusterName: name255,
            "defaultCapacityProviderStrategies[].base": base,
            "defaultCapacityProviderStrategies[].weight": weight,
        },
        id: "{clusterName}",
    },
    "aws:ecs/capacityProvider:CapacityProvider": {
        computed: `autoScalingGroupProvider.managedDraining autoScalingGroupProvider.managedScaling
            autoScalingGroupProvider.managedTerminationProtection
            autoScalingGroupProvider.managedScaling.instanceWarmupPeriod
            autoScalingGroupProvider.managedScaling.maximumScalingStepSize
            autoScalingGroupProvider.managedScaling.minimumScalingStepSize
            autoScalingGroupProvider.managedScaling.status autoScalingGroupProvider.managedScaling.targetCapacity
            managedInstancesProvider.autoRepairConfiguration
            managedInstancesProvider.autoRepairConfiguration.actionsStatus
            managedInstancesProvider.instanceLaunchTemplate.capacityOptionType`,
        outputs: "arn",
        defaults: { name: AUTO },
        rules: {
            "autoScalingGroupProvider.autoScalingGroupArn": arn,
            "autoScalingGroupProvider.managedScaling.targetCapacity": between(1, 100),
            "autoScalingGroupProvider.managedTerminationProtection": switched,
            "managedInstancesProvider.infrastructureRoleArn": arn,
            cluster: name255,
        },
        planned: [
            exactlyOne("autoScalingGroupProvider managedInstancesProvider"),
            exactlyOne("autoScalingGroupProvider cluster"),
        ],
        id: "{arn}",
        created: {
            arn: "arn:aws:ecs:{region}:{account}:capacity-provider/{name}",
            "autoScalingGroupProvider.managedTerminationProtection": "DISABLED",
        },
    },
    "aws:ecs/service:Service": {
        computed: `availabilityZoneRebalancing cluster deploymentConfiguration iamRole launchType platformVersion triggers
            deploymentConfiguration.strategy deploymentConfiguration.bakeTimeInMinutes
            deploymentConfiguration.canaryConfiguration deploymentConfiguration.linearConfiguration
            deploymentConfiguration.canaryConfiguration.canaryBakeTimeInMinutes
            deploymentConfiguration.canaryConfiguration.canaryPercent
            deploymentConfiguration.linearConfiguration.stepBakeTimeInMinutes
            deploymentConfiguration.linearConfiguration.stepPercent
            deploymentConfiguration.lifecycleHooks[].timeoutConfiguration
            serviceConnectConfiguration.namespace serviceConnectConfiguration.logConfiguration.options
            serviceConnectConfiguration.accessLogConfiguration.includeQueryParameters
            serviceConnectConfiguration.services[].discoveryName
            serviceConnectConfiguration.services[].clientAlias[].dnsName`,
        outputs: "arn",
        defaults: {
            name: AUTO,
            "deploymentController.type": "ECS",
            deploymentMaximumPercent: 200,
            deploymentMinimumHealthyPercent: 100,
            enableEcsManagedTags: false,
            enableExecuteCommand: false,
            "networkConfiguration.assignPublicIp": false,
            schedulingStrategy: "REPLICA",
            waitForSteadyState: false,
            "volumeConfiguration.managedEbsVolume.encrypted": true,
            "volumeConfiguration.managedEbsVolume.fileSystemType": "xfs",
        },
        rules: {
            launchType,
            schedulingStrategy: oneOf("REPLICA", "DAEMON"),
            propagateTags: oneOf("SERVICE", "TASK_DEFINITION", "NONE"),
            "deploymentController.type": oneOf("ECS", "CODE_DEPLOY", "EXTERNAL"),
            "deploymentConfiguration.strategy": oneOf("ROLLING", "BLUE_GREEN", "LINEAR", "CANARY"),
            availabilityZoneRebalancing: switched,
            "capacityProviderStrategies[].base": base,
            "capacityProviderStrategies[].weight": weight,
            orderedPlacementStrategies: maxItems(5),
            placementConstraints: maxItems(10),
            "loadBalancers[].targetGroupArn": arn,
            "serviceRegistries.registryArn": arn,
            "volumeConfiguration.managedEbsVolume.roleArn": arn,
        },
        id: "{arn}",
        created: {
            arn: "arn:aws:ecs:{region}:{account}:service/{cluster:tail}/{name}",
            availabilityZoneRebalancing: "ENABLED",
            cluster: "arn:aws:ecs:{region}:{account}:cluster/default",
            launchType: "EC2",
            platformVersion: "",
            iamRole: "/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS",
        },
        replaces: "name cluster launchType",
    },
    "aws:ecs/taskDefinition:TaskDefinition": {
        computed: `networkMode enableFaultInjection volumes[].configureAtLaunch
            volumes[].dockerVolumeConfiguration.driver volumes[].dockerVolumeConfiguration.scope`,
        outputs: "arn arnWithoutRevision revision",
        defaults: {
            skipDestroy: false,
            trackLatest: false,
            "proxyConfiguration.type": "APPMESH",
            "volumes[].efsVolumeConfiguration.rootDirectory": "/",
            "volumes[].efsVolumeConfiguration.transitEncryptionPort": 0,
            "volumes[].dockerVolumeConfiguration.autoprovision": false,
        },
        rules: {
            containerDefinitions,
            family: name255,
            "requiresCompatibilities[]": launchType,
            networkMode: oneOf("bridge", "host", "awsvpc", "none"),
            pidMode: oneOf("host", "task"),
            ipcMode: oneOf("host", "task", "none"),
            "runtimePlatform.cpuArchitecture": oneOf("X86_64", "ARM64"),
            "runtimePlatform.operatingSystemFamily": pattern(/^(LINUX|WINDOWS_SERVER_\w+)$/),
            executionRoleArn: arn,
            taskRoleArn: arn,
            "ephemeralStorage.sizeInGib": between(21, 200),
            "volumes[].efsVolumeConfiguration.transitEncryption": switched,
        },
        containers: "containerDefinitions",
        id: "{family}",
        created: {
            arn: "arn:aws:ecs:{region}:{account}:task-definition/{family}:{revision}",
            arnWithoutRevision: "arn:aws:ecs:{region}:{account}:task-definition/{family}",
            networkMode: "bridge",
        },
        replaces: "*",
        updates: "skipDestroy tags tagsAll trackLatest",
    },
    "aws:ecs/taskSet:TaskSet": {
        computed: "externalId launchType platformVersion scale",
        outputs: "arn taskSetId status stabilityStatus",
        defaults: {
            "networkConfiguration.assignPublicIp": false,
            "scale.unit": "PERCENT",
            waitUntilStable: false,
            waitUntilStableTimeout: "10m",
        },
        rules: {
            launchType,
            "networkConfiguration.securityGroups": maxItems(5),
            "networkConfiguration.subnets": maxItems(16),
            "scale.value": between(0, 100),
            "loadBalancers[].targetGroupArn": arn,
            "serviceRegistries.registryArn": arn,
        },
        choices: [atMostOne("launchType capacityProviderStrategies")],
        id: "{taskSetId},{service},{cluster}",
        created: {
            arn: "arn:aws:ecs:{region}:{account}:task-set/{cluster:tail}/{service:tail}/{taskSetId:tail}",
            taskSetId: "ecs-svc/{hex}",
            launchType: "EC2",
            platformVersion: "",
            status: "ACTIVE",
            stabilityStatus: "STEADY_STATE",
            scale: { unit: "PERCENT", value: 100 },
        },
        replaces: "*",
        updates: "forceDelete scale tags tagsAll waitUntilStable waitUntilStableTimeout",
    },
    "aws:ecs/accountSettingDefault:AccountSettingDefault": {
        outputs: "principalArn",
        defaults: { name: AUTO },
        id: "{name}",
        created: { principalArn: "arn:aws:iam::{account}:root" },
    },
    "aws:ecs/tag:Tag": { id: "{resourceArn},{key}" },
    "aws:ecs/daemonTaskDefinition:DaemonTaskDefinition": {
        outputs: "arn revision status",
        rules: { family: name255, executionRoleArn: arn, taskRoleArn: arn },
        id: "{arn}",
        created: {
            arn: "arn:aws:ecs:{region}:{account}:daemon-task-definition/{family}:{revision}",
            status: "ACTIVE",
        },
        replaces: "*",
    },
    "aws:ecs/daemon:Daemon": {
        computed: "clusterArn",
        outputs: "arn deploymentArn status",
        defaults: { name: AUTO },
        rules: { clusterArn: arn, daemonTaskDefinitionArn: arn, "capacityProviderArns[]": arn },
        id: "{arn}",
    },

    // iam
    "aws:iam/role:Role": {
        computed: "inlinePolicies managedPolicyArns namePrefix",
        outputs: "arn createDate uniqueId",
        defaults: { name: AUTO, path: "/", maxSessionDuration: 3600, forceDetachPolicies: false },
        rules: {
            assumeRolePolicy: json,
            "inlinePolicies[].policy": jsonObject,
            "managedPolicyArns[]": arn,
            permissionsBoundary: arn,
            maxSessionDuration: between(3600, 43_200),
            name: maxLength(64),
            description: all(maxLength(1000), pattern(/^[^‘’“”]*$/)),
        },
        json: "assumeRolePolicy inlinePolicies[].policy",
        id: "{name}",
        created: { arn: "arn:aws:iam::{account}:role{path}{name}", namePrefix: "" },
        replaces: "name path",
    },
    "aws:iam/rolePolicy:RolePolicy": {
        computed: "namePrefix",
        defaults: { name: AUTO },
        rules: { policy: jsonObject },
        json: "policy",
        id: "{role}:{name}",
        created: { namePrefix: "" },
    },
    "aws:iam/rolePolicyAttachment:RolePolicyAttachment": { rules: { policyArn: arn }, id: "{role}/{policyArn}" },
    "aws:iam/policy:Policy": {
        computed: "namePrefix",
        outputs: "arn policyId attachmentCount",
        defaults: { name: AUTO, path: "/" },
        rules: { policy: jsonObject, name: maxLength(128) },
        json: "policy",
        id: "{arn}",
        created: { arn: "arn:aws:iam::{account}:policy{path}{name}", namePrefix: "" },
    },
    "aws:iam/instanceProfile:InstanceProfile": {
        computed: "namePrefix",
        outputs: "arn createDate uniqueId",
        defaults: { name: AUTO, path: "/" },
        rules: { name: maxLength(128) },
        id: "{name}",
        created: { arn: "arn:aws:iam::{account}:instance-profile{path}{name}", namePrefix: "" },
    },

    // ec2
    "aws:ec2/vpc:Vpc": {
        computed:
            "cidrBlock enableDnsHostnames enableNetworkAddressUsageMetrics ipv6CidrBlock ipv6CidrBlockNetworkBorderGroup",
        outputs: `arn ownerId mainRouteTableId defaultRouteTableId defaultSecurityGroupId defaultNetworkAclId
            dhcpOptionsId ipv6AssociationId`,
        defaults: { enableDnsSupport: true, instanceTenancy: "default" },
        rules: {
            cidrBlock: cidr(16, 28),
            ipv6CidrBlock: pattern(/\/56$/),
            instanceTenancy: oneOf("default", "dedicated"),
        },
        choices: [atMostOne("cidrBlock ipv4NetmaskLength")],
        id: "vpc-{hex}",
        created: {
            defaultRouteTableId: "rtb-{hex}",
            mainRouteTableId: "{defaultRouteTableId}",
            defaultSecurityGroupId: "sg-{hex}",
            defaultNetworkAclId: "acl-{hex}",
            dhcpOptionsId: "dopt-{hex}",
            ipv6AssociationId: "",
            ipv6CidrBlock: "",
        },
    },
    "aws:ec2/subnet:Subnet": {
        computed: "availabilityZone availabilityZoneId cidrBlock ipv6CidrBlock privateDnsHostnameTypeOnLaunch",
        outputs: "arn ownerId ipv6CidrBlockAssociationId",
        defaults: {
            mapPublicIpOnLaunch: false,
            assignIpv6AddressOnCreation: false,
            enableDns64: false,
            ipv6Native: false,
            enableResourceNameDnsARecordOnLaunch: false,
            enableResourceNameDnsAaaaRecordOnLaunch: false,
        },
        rules: { cidrBlock: cidr(), outpostArn: arn },
        choices: [atMostOne("availabilityZone availabilityZoneId")],
        id: "subnet-{hex}",
        created: {
            availabilityZone: "{region}a",
            availabilityZoneId: "use1-az1",
            privateDnsHostnameTypeOnLaunch: "ip-name",
            ipv6CidrBlock: "",
            ipv6CidrBlockAssociationId: "",
        },
    },
    "aws:ec2/routeTable:RouteTable": {
        computed: "routes propagatingVgws",
        outputs: "arn ownerId",
        rules: routes,
        id: "rtb-{hex}",
    },
    "aws:ec2/route:Route": {
        computed: "networkInterfaceId",
        outputs: "state origin instanceId instanceOwnerId",
        rules: { destinationCidrBlock: cidr() },
        choices: [
            exactlyOne(destination),
            exactlyOne(target),
            atMostOne("destinationCidrBlock egressOnlyGatewayId"),
            atMostOne("destinationIpv6CidrBlock carrierGatewayId"),
            atMostOne("destinationPrefixListId vpcEndpointId"),
        ],
        id: "r-{routeTableId}{hex}",
        created: {
            state: "active",
            origin: "CreateRoute",
            networkInterfaceId: "",
            instanceId: "",
            instanceOwnerId: "",
        },
    },
    "aws:ec2/routeTableAssociation:RouteTableAssociation": {
        choices: [exactlyOne("subnetId gatewayId")],
        id: "rtbassoc-{hex}",
    },
    "aws:ec2/defaultRouteTable:DefaultRouteTable": {
        computed: "routes",
        outputs: "arn ownerId vpcId",
        rules: routes,
        id: "{defaultRouteTableId}",
        created: { vpcId: "vpc-{hex}" },
    },
    "aws:ec2/internetGateway:InternetGateway": { computed: "vpcId", outputs: "arn ownerId", id: "igw-{hex}" },
    "aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway": { id: "eigw-{hex}" },
    "aws:ec2/natGateway:NatGateway": {
        computed: `availabilityMode privateIp secondaryAllocationIds secondaryPrivateIpAddressCount
            secondaryPrivateIpAddresses vpcId`,
        outputs: `associationId networkInterfaceId publicIp autoProvisionZones autoScalingIps
            regionalNatGatewayAddresses regionalNatGatewayAutoMode routeTableId`,
        defaults: { connectivityType: "public" },
        rules: { connectivityType: oneOf("public", "private") },
        planned: [
            forbids("connectivityType", "private", "allocationId"),
            forbids("connectivityType", "private", "secondaryAllocationIds"),
            forbids("connectivityType", "public", "secondaryPrivateIpAddressCount"),
        ],
        id: "nat-{hex}",
        created: {
            availabilityMode: "zonal",
            associationId: "eipassoc-{hex}",
            networkInterfaceId: "eni-{hex}",
            privateIp: "10.0.0.10",
            publicIp: "203.0.113.10",
            vpcId: "vpc-{hex}",
        },
    },
    "aws:ec2/eip:Eip": {
        computed: "domain instance ipamPoolId networkBorderGroup networkInterface publicIpv4Pool",
        outputs: `allocationId arn associationId carrierIp customerOwnedIp privateDns privateIp ptrRecord publicDns publicIp`,
        id: "eipalloc-{hex}",
        created: { allocationId: "{id}", domain: "vpc", publicIp: "203.0.113.10", publicIpv4Pool: "amazon" },
    },
    "aws:ec2/vpcEndpoint:VpcEndpoint": {
        computed: `dnsOptions ipAddressType policy privateDnsEnabled routeTableIds securityGroupIds serviceRegion
            subnetConfigurations subnetIds dnsOptions.dnsRecordIpType dnsOptions.privateDnsPreference
            dnsOptions.privateDnsSpecifiedDomains`,
        outputs: "arn cidrBlocks dnsEntries networkInterfaceIds ownerId prefixListId requesterManaged state",
        defaults: { vpcEndpointType: "Gateway" },
        rules: {
            policy: json,
            serviceNetworkArn: arn,
            resourceConfigurationArn: arn,
            vpcEndpointType: oneOf("Gateway", "GatewayLoadBalancer", "Interface", "Resource", "ServiceNetwork"),
            ipAddressType: oneOf("ipv4", "ipv6", "dualstack"),
        },
        choices: [atMostOne("serviceName serviceNetworkArn resourceConfigurationArn")],
        json: "policy",
        id: "vpce-{hex}",
        created: {
            state: "available",
            serviceRegion: "{region}",
            privateDnsEnabled: false,
            ipAddressType: "ipv4",
            policy: '{"Statement":[{"Action":"*","Effect":"Allow","Principal":"*","Resource":"*"}],"Version":"2008-10-17"}',
        },
    },
    "aws:ec2/vpcEndpointSubnetAssociation:VpcEndpointSubnetAssociation": { id: "a-{vpcEndpointId}{hex}" },
    "aws:ec2/vpcEndpointRouteTableAssociation:VpcEndpointRouteTableAssociation": { id: "a-{vpcEndpointId}{hex}" },
    "aws:ec2/securityGroup:SecurityGroup": {
        computed: "ingress egress namePrefix vpcId",
        outputs: "arn ownerId",
        defaults: {
            name: AUTO,
            description: "Managed by Pulumi",
            revokeRulesOnDelete: false,
            "ingress[].self": false,
            "egress[].self": false,
        },
        rules: {
            "ingress[].cidrBlocks[]": cidr(),
            "egress[].cidrBlocks[]": cidr(),
            name: pattern(/^(?!sg-).{1,255}$/s),
            namePrefix: pattern(/^(?!sg-).{1,255}$/s),
            description: maxLength(255),
        },
        id: "sg-{hex}",
        created: { namePrefix: "", vpcId: "vpc-{hex}" },
        replaces: "name description vpcId",
    },
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": {
        outputs: "arn securityGroupRuleId",
        rules: { cidrIpv4: cidr() },
        choices: [exactlyOne("cidrIpv4 cidrIpv6 prefixListId referencedSecurityGroupId")],
        id: "sgr-{hex}",
        created: { securityGroupRuleId: "{id}" },
    },
    "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": {
        outputs: "arn securityGroupRuleId",
        rules: { cidrIpv4: cidr() },
        choices: [exactlyOne("cidrIpv4 cidrIpv6 prefixListId referencedSecurityGroupId")],
        id: "sgr-{hex}",
        created: { securityGroupRuleId: "{id}" },
    },
    "aws:ec2/launchTemplate:LaunchTemplate": {
        computed: `defaultVersion metadataOptions namePrefix metadataOptions.httpEndpoint metadataOptions.httpProtocolIpv6
            metadataOptions.httpPutResponseHopLimit metadataOptions.httpTokens metadataOptions.instanceMetadataTags
            blockDeviceMappings[].ebs.iops blockDeviceMappings[].ebs.throughput blockDeviceMappings[].ebs.volumeSize
            blockDeviceMappings[].ebs.volumeType blockDeviceMappings[].ebs.volumeInitializationRate
            instanceMarketOptions.spotOptions.validUntil`,
        outputs: "arn latestVersion",
        defaults: { name: AUTO },
        rules: { "blockDeviceMappings[].ebs.kmsKeyId": arn, "iamInstanceProfile.arn": arn },
        choices: [
            atMostOne("defaultVersion updateDefaultVersion"),
            atMostOne("securityGroupNames vpcSecurityGroupIds"),
        ],
        id: "lt-{hex}",
        created: { latestVersion: 1, defaultVersion: 1, namePrefix: "" },
    },
    "aws:ec2/instance:Instance": {
        computed: `ami associatePublicIpAddress availabilityZone capacityReservationSpecification cpuOptions disableApiStop
            disableApiTermination ebsBlockDevices ebsOptimized enablePrimaryIpv6 enclaveOptions ephemeralBlockDevices
            hostId hostResourceGroupArn iamInstanceProfile instanceInitiatedShutdownBehavior instanceMarketOptions
            instanceType ipv6AddressCount ipv6Addresses keyName maintenanceOptions metadataOptions monitoring
            networkInterfaces placementGroup placementGroupId placementPartitionNumber primaryNetworkInterface
            privateDnsNameOptions privateIp rootBlockDevice secondaryNetworkInterfaces secondaryPrivateIps securityGroups
            subnetId tenancy userDataBase64 vpcSecurityGroupIds metadataOptions.httpTokens
            metadataOptions.httpPutResponseHopLimit metadataOptions.instanceMetadataTags
            rootBlockDevice.encrypted rootBlockDevice.kmsKeyId rootBlockDevice.volumeSize rootBlockDevice.volumeType
            rootBlockDevice.iops rootBlockDevice.throughput ebsBlockDevices[].encrypted ebsBlockDevices[].kmsKeyId
            ebsBlockDevices[].volumeSize ebsBlockDevices[].volumeType ebsBlockDevices[].iops
            ebsBlockDevices[].throughput`,
        outputs: `arn instanceState instanceLifecycle primaryNetworkInterfaceId privateDns publicDns publicIp outpostArn
            passwordData spotInstanceRequestId`,
        defaults: {
            sourceDestCheck: true,
            getPasswordData: false,
            userDataReplaceOnChange: false,
            forceDestroy: false,
            "metadataOptions.httpEndpoint": "enabled",
            "metadataOptions.httpProtocolIpv6": "disabled",
            "rootBlockDevice.deleteOnTermination": true,
            "launchTemplate.version": "$Default",
        },
        rules: { userData: maxLength(16_384), "metadataOptions.httpPutResponseHopLimit": between(1, 64) },
        choices: [
            atLeastOne("instanceType launchTemplate"),
            atLeastOne("ami instanceType launchTemplate"),
            exactlyOne("id name", "launchTemplate"),
            atMostOne("userData userDataBase64"),
            atMostOne("networkInterfaces subnetId"),
        ],
        id: "i-{hex}",
    },

    // autoscaling
    "aws:autoscaling/group:Group": {
        computed: `availabilityZones availabilityZoneDistribution capacityReservationSpecification defaultCooldown
            desiredCapacity healthCheckType instanceLifecyclePolicy launchTemplate loadBalancers mixedInstancesPolicy
            namePrefix serviceLinkedRoleArn targetGroupArns trafficSources vpcZoneIdentifiers
            launchTemplate.id launchTemplate.name launchTemplate.version
            mixedInstancesPolicy.instancesDistribution
            mixedInstancesPolicy.instancesDistribution.onDemandAllocationStrategy
            mixedInstancesPolicy.instancesDistribution.onDemandBaseCapacity
            mixedInstancesPolicy.instancesDistribution.onDemandPercentageAboveBaseCapacity
            mixedInstancesPolicy.instancesDistribution.spotAllocationStrategy
            mixedInstancesPolicy.instancesDistribution.spotInstancePools
            mixedInstancesPolicy.launchTemplate.overrides
            mixedInstancesPolicy.launchTemplate.launchTemplateSpecification.launchTemplateId
            mixedInstancesPolicy.launchTemplate.launchTemplateSpecification.launchTemplateName
            initialLifecycleHooks[].defaultResult`,
        outputs: "arn predictedCapacity warmPoolSize",
        defaults: {
            name: AUTO,
            forceDelete: false,
            forceDeleteWarmPool: false,
            ignoreFailedScalingActivities: false,
            healthCheckGracePeriod: 300,
            metricsGranularity: "1Minute",
            waitForCapacityTimeout: "10m",
            protectFromScaleIn: false,
        },
        rules: { waitForCapacityTimeout: pattern(/^(0|(\d+(\.\d+)?(ns|us|µs|ms|s|m|h))+)$/) },
        choices: [
            exactlyOne("launchConfiguration launchTemplate mixedInstancesPolicy"),
            atMostOne("availabilityZones vpcZoneIdentifiers"),
            atMostOne("id name", "launchTemplate"),
        ],
        id: "{name}",
        created: { namePrefix: "", healthCheckType: "EC2" },
    },

    // guardduty
    "aws:guardduty/detector:Detector": {
        computed:
            "datasources findingPublishingFrequency datasources.kubernetes datasources.malwareProtection datasources.s3Logs",
        outputs: "arn accountId",
        defaults: { enable: true },
        id: "{hex}",
        created: { findingPublishingFrequency: "SIX_HOURS" },
    },
    "aws:guardduty/detectorFeature:DetectorFeature": {
        defaults: { name: AUTO },
        rules: {
            name: detectorFeature,
            status: switched,
            "additionalConfigurations[].name": agent,
            "additionalConfigurations[].status": switched,
        },
        id: "{detectorId}/{name}",
    },
    "aws:guardduty/memberDetectorFeature:MemberDetectorFeature": {
        defaults: { name: AUTO },
        rules: {
            name: detectorFeature,
            status: switched,
            "additionalConfigurations[].name": agent,
            "additionalConfigurations[].status": switched,
        },
        id: "{detectorId}/{accountId}/{name}",
    },
    "aws:guardduty/organizationConfigurationFeature:OrganizationConfigurationFeature": {
        defaults: { name: AUTO },
        rules: {
            name: detectorFeature,
            autoEnable,
            "additionalConfigurations[].name": agent,
            "additionalConfigurations[].autoEnable": autoEnable,
        },
        id: "{detectorId}/{name}",
    },

    // cloudwatch
    "aws:cloudwatch/eventRule:EventRule": {
        computed: "namePrefix",
        outputs: "arn",
        defaults: { name: AUTO, eventBusName: "default", forceDestroy: false },
        rules: {
            eventPattern: all(json, maxLength(4096)),
            scheduleExpression: maxLength(256),
            state: oneOf("ENABLED", "DISABLED", "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS"),
            roleArn: arn,
        },
        choices: [atLeastOne("eventPattern scheduleExpression"), atMostOne("state isEnabled")],
        json: "eventPattern",
        id: "{name}",
        created: { arn: "arn:aws:events:{region}:{account}:rule/{name}", namePrefix: "" },
    },
    "aws:cloudwatch/eventTarget:EventTarget": {
        defaults: {
            targetId: AUTO,
            eventBusName: "default",
            forceDestroy: false,
            "ecsTarget.taskCount": 1,
            "ecsTarget.enableEcsManagedTags": false,
            "ecsTarget.enableExecuteCommand": false,
            "ecsTarget.networkConfiguration.assignPublicIp": false,
        },
        rules: {
            arn,
            roleArn: arn,
            "ecsTarget.taskDefinitionArn": arn,
            "deadLetterConfig.arn": arn,
            input: json,
            "ecsTarget.taskCount": between(1, Infinity),
            "ecsTarget.launchType": launchType,
        },
        choices: [atMostOne("input inputPath inputTransformer")],
        id: "{rule}-{targetId}",
    },
    "aws:cloudwatch/logGroup:LogGroup": {
        computed: "logGroupClass namePrefix deletionProtectionEnabled",
        outputs: "arn",
        defaults: { name: AUTO, retentionInDays: 0, skipDestroy: false },
        rules: {
            retentionInDays: retention,
            logGroupClass: oneOf("STANDARD", "INFREQUENT_ACCESS", "DELIVERY"),
            name: pattern(/^[\w.\-/#]{1,512}$/),
        },
        id: "{name}",
        created: {
            arn: "arn:aws:logs:{region}:{account}:log-group:{name}",
            logGroupClass: "STANDARD",
            namePrefix: "",
            deletionProtectionEnabled: false,
        },
        replaces: "name",
    },
    "aws:cloudwatch/logResourcePolicy:LogResourcePolicy": {
        outputs: "policyScope revisionId",
        rules: { policyDocument: json, resourceArn: arn },
        choices: [exactlyOne("policyName resourceArn")],
        json: "policyDocument",
        id: "{policyName}",
    },

    // scheduler
    "aws:scheduler/schedule:Schedule": {
        computed: "actionAfterCompletion groupName namePrefix",
        outputs: "arn",
        defaults: {
            name: AUTO,
            scheduleExpressionTimezone: "UTC",
            state: "ENABLED",
            "target.ecsParameters.taskCount": 1,
            "target.ecsParameters.networkConfiguration.assignPublicIp": false,
            "target.retryPolicy.maximumEventAgeInSeconds": 86_400,
            "target.retryPolicy.maximumRetryAttempts": 185,
        },
        rules: {
            "target.arn": arn,
            "target.roleArn": arn,
            "target.ecsParameters.taskDefinitionArn": arn,
            kmsKeyArn: arn,
            "target.deadLetterConfig.arn": arn,
            "target.ecsParameters.taskCount": between(0, 10),
            "target.ecsParameters.launchType": launchType,
            "flexibleTimeWindow.mode": oneOf("OFF", "FLEXIBLE"),
            state: switched,
            startDate: pattern(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/),
            endDate: pattern(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/),
        },
        id: "{groupName}/{name}",
        created: {
            arn: "arn:aws:scheduler:{region}:{account}:schedule/{groupName}/{name}",
            actionAfterCompletion: "NONE",
            groupName: "default",
            namePrefix: "",
        },
    },

    // kms
    "aws:kms/key:Key": {
        computed: "description multiRegion policy rotationPeriodInDays",
        outputs: "arn keyId",
        defaults: {
            enableKeyRotation: false,
            isEnabled: true,
            keyUsage: "ENCRYPT_DECRYPT",
            customerMasterKeySpec: "SYMMETRIC_DEFAULT",
            bypassPolicyLockoutSafetyCheck: false,
        },
        rules: {
            policy: json,
            deletionWindowInDays: between(7, 30),
            rotationPeriodInDays: between(90, 2560),
            keyUsage: oneOf("ENCRYPT_DECRYPT", "SIGN_VERIFY", "GENERATE_VERIFY_MAC", "KEY_AGREEMENT"),
        },
        choices: [needs("rotationPeriodInDays", "enableKeyRotation"), needs("xksKeyId", "customKeyStoreId")],
        json: "policy",
        id: "{keyId}",
        created: { arn: "arn:aws:kms:{region}:{account}:key/{keyId}", keyId: "{uuid}", multiRegion: false },
    },
    "aws:kms/alias:Alias": {
        computed: "namePrefix",
        outputs: "arn targetKeyArn",
        defaults: { name: AUTO },
        rules: { name: pattern(/^(?!alias\/aws\/)/) },
        id: "{name}",
        created: { arn: "arn:aws:kms:{region}:{account}:{name}", namePrefix: "" },
    },
    "aws:kms/grant:Grant": {
        outputs: "grantId grantToken",
        defaults: { name: AUTO, retireOnDelete: false },
        rules: { granteePrincipal: principal, retiringPrincipal: principal, "operations[]": grantOperation },
        id: "{keyId}:{grantId}",
        created: { grantId: "{hex}" },
    },
    "aws:kms/keyPolicy:KeyPolicy": {
        defaults: { bypassPolicyLockoutSafetyCheck: false },
        rules: { policy: json, keyId: maxLength(2048) },
        json: "policy",
        id: "{keyId}",
    },

    // s3
    "aws:s3/bucket:Bucket": {
        computed: `accelerationStatus acl bucketNamespace bucketPrefix corsRules grants lifecycleRules logging
            objectLockConfiguration objectLockEnabled policy replicationConfiguration requestPayer
            serverSideEncryptionConfiguration versioning website`,
        outputs:
            "arn bucketDomainName bucketRegionalDomainName bucketRegion hostedZoneId websiteEndpoint websiteDomain",
        defaults: { bucket: AUTO, forceDestroy: false },
        rules: { bucket: pattern(/^(?!.*--[-a-z0-9]+--x-s3$).{1,63}$/), policy: json },
        choices: [
            atMostOne("bucket bucketPrefix"),
            atMostOne("acl grants"),
            atMostOne("objectLockEnabled objectLockConfiguration"),
        ],
        json: "policy",
        id: "{bucket}",
        created: {
            arn: "arn:aws:s3:::{bucket}",
            bucketDomainName: "{bucket}.s3.amazonaws.com",
            bucketRegionalDomainName: "{bucket}.s3.{region}.amazonaws.com",
            bucketRegion: "{region}",
        },
    },
    "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration": {
        computed: `rules[].blockedEncryptionTypes rules[].bucketKeyEnabled
            rules[].applyServerSideEncryptionByDefault.kmsMasterKeyId`,
        rules: {
            "rules[].applyServerSideEncryptionByDefault.sseAlgorithm": oneOf("AES256", "aws:kms", "aws:kms:dsse"),
            expectedBucketOwner: pattern(/^\d{12}$/),
            bucket: maxLength(63),
        },
        id: "{bucket}",
    },

    // cloudtrail
    "aws:cloudtrail/trail:Trail": {
        outputs: "arn homeRegion snsTopicArn",
        defaults: {
            name: AUTO,
            enableLogging: true,
            includeGlobalServiceEvents: true,
            isMultiRegionTrail: false,
            isOrganizationTrail: false,
            enableLogFileValidation: false,
            "eventSelectors[].includeManagementEvents": true,
            "eventSelectors[].readWriteType": "All",
        },
        rules: {
            eventSelectors: maxItems(5),
            kmsKeyId: arn,
            cloudWatchLogsGroupArn: arn,
            cloudWatchLogsRoleArn: arn,
            name: pattern(/^.{3,128}$/),
        },
        choices: [atMostOne("eventSelectors advancedEventSelectors")],
        id: "{arn}",
        created: { arn: "arn:aws:cloudtrail:{region}:{account}:trail/{name}", homeRegion: "{region}" },
    },

    // organizations
    "aws:organizations/policy:Policy": {
        outputs: "arn",
        defaults: { name: AUTO, type: "SERVICE_CONTROL_POLICY" },
        rules: {
            content: json,
            type: oneOf(
                "AISERVICES_OPT_OUT_POLICY",
                "BACKUP_POLICY",
                "CHATBOT_POLICY",
                "DECLARATIVE_POLICY_EC2",
                "RESOURCE_CONTROL_POLICY",
                "SECURITYHUB_POLICY",
                "SERVICE_CONTROL_POLICY",
                "TAG_POLICY",
            ),
        },
        id: "p-{hex}",
        created: { arn: "arn:aws:organizations::{account}:policy/o-example/service_control_policy/{id}" },
    },

    // ecr
    "aws:ecr/repository:Repository": {
        computed: "encryptionConfigurations[].kmsKey",
        outputs: "arn registryId repositoryUrl",
        defaults: {
            name: AUTO,
            imageTagMutability: "MUTABLE",
            "encryptionConfigurations[].encryptionType": "AES256",
        },
        rules: {
            imageTagMutability: oneOf("MUTABLE", "IMMUTABLE", "MUTABLE_WITH_EXCLUSION", "IMMUTABLE_WITH_EXCLUSION"),
            "encryptionConfigurations[].encryptionType": oneOf("AES256", "KMS", "KMS_DSSE"),
            imageTagMutabilityExclusionFilters: maxItems(5),
        },
        id: "{name}",
        created: {
            arn: "arn:aws:ecr:{region}:{account}:repository/{name}",
            repositoryUrl: "{account}.dkr.ecr.{region}.amazonaws.com/{name}",
        },
    },

    // efs, ssm: in no document of ours; what the examples need
    "aws:efs/fileSystem:FileSystem": {
        computed: "availabilityZoneName creationToken encrypted kmsKeyId performanceMode protection",
        outputs: "arn availabilityZoneId dnsName name numberOfMountTargets ownerId sizeInBytes",
        defaults: { throughputMode: "bursting" },
        rules: { kmsKeyId: arn },
        id: "fs-{hex}",
        created: { arn: "arn:aws:elasticfilesystem:{region}:{account}:file-system/{id}", name: "" },
    },
    "aws:efs/accessPoint:AccessPoint": {
        computed: "rootDirectory rootDirectory.path",
        outputs: "arn fileSystemArn ownerId",
        id: "fsap-{hex}",
        created: { arn: "arn:aws:elasticfilesystem:{region}:{account}:access-point/{id}" },
    },
    "aws:ssm/parameter:Parameter": {
        computed: "arn dataType insecureValue keyId tier value",
        outputs: "hasValueWo version",
        defaults: { name: AUTO },
        rules: { type: oneOf("String", "StringList", "SecureString") },
        choices: [exactlyOne("value insecureValue valueWo")],
        id: "{name}",
        created: { arn: "arn:aws:ssm:{region}:{account}:parameter/{name}", version: 1, tier: "Standard" },
    },
};
