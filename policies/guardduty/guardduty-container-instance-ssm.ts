import { isContainerInstance, usersOf } from "../../lib/containerInstances";
import { RUNTIME_MONITORING_GUIDE } from "../../lib/frameworks";
import { permissionsOf, SESSIONS } from "../../lib/iam";
import { stackPolicy } from "../../lib/policy";
import { InstanceProfile, Machines, Role } from "../../lib/resources";
import { isPresent, Undecided } from "../../lib/unknown";
import { quote } from "../../lib/words";

/** Without these the agent of Systems Manager neither registers an instance nor hears of its work. */
const CORE = [{ actions: ["ssm:UpdateInstanceInformation"] }, SESSIONS];

export default stackPolicy({
    subject: Machines,
    displayName: "Container instances managed by Systems Manager",
    description: "Container instances must have an instance profile whose role lets Systems Manager manage them.",
    rationale:
        "GuardDuty installs and updates its agent on instances through Systems Manager; where that cannot manage a container instance, the agent has to be installed by hand.",
    severity: "low",
    framework: RUNTIME_MONITORING_GUIDE,
    remediationSteps:
        "Set `iamInstanceProfile` to a profile whose role has `arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore`, besides `AmazonEC2ContainerServiceforEC2Role` for ECS, with no Deny or permissions boundary that overrides it.",
    notes: [
        "Judges the same launch templates, launch configurations and instances as by `guardduty-container-instance-ami`.",
        "An instance that takes its profile from a launch template is judged there.",
        "Other policies that allow `ssm:UpdateInstanceInformation` and the four `ssmmessages` actions do as well as `AmazonSSMManagedInstanceCore`.",
        "A profile or role outside the stack and policies that cannot be read are not judged.",
        "Where Default Host Management Configuration of Systems Manager manages the instances of the account, exempt them or disable this policy.",
    ],
    validate(machine, { stack, report }) {
        const { inputs } = machine;
        const users = usersOf(stack, machine, ["instanceProfile"]);
        if (!users.some((user) => isContainerInstance(stack, user))) {
            return;
        }
        if (!isPresent(() => inputs.instanceProfile)) {
            if (!isPresent(() => inputs.launchTemplate)) {
                report("There is no instance profile.");
            }
            return;
        }
        const profile = stack.target(machine, "instanceProfile", InstanceProfile).node;
        if (!profile) {
            throw new Undecided("the instance profile is not in the stack");
        }
        const role = stack.target(profile, "role", Role);
        if (role.kind === "outside") {
            throw new Undecided("the role is not in the stack");
        }
        if (role.kind === "none") {
            report(`The instance profile ${quote(profile.name)} has no role.`);
            return;
        }
        const shortfall = permissionsOf(stack, role.node).shortfall(CORE);
        if (shortfall) {
            report(`The role ${quote(role.node.name)} of the instance profile ${shortfall}.`);
        }
    },
});
