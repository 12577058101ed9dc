import { ecsGuide } from "../../lib/frameworks";
import { once } from "../../lib/maps";
import { resourcePolicy } from "../../lib/policy";
import { anyOf, Cluster, Service, TaskDefinition } from "../../lib/resources";
import { EffectiveTags, Tagged } from "../../lib/tags";
import { quote } from "../../lib/words";

/** What a tag value must not contain, by the word for it. */
const PATTERNS: Readonly<Record<string, RegExp>> = {
    // Neither the address of a repository, such as git@github.com:shop/web, nor a version of a package, such as web@1.4.2.
    "an e-mail address": /(?<!:\/\/|[\w.+-])(?!git@)[\w.+-]+@(?:[\w-]+\.)+(?:[a-z]{2,63}|xn--[\w-]{1,59})(?!\.?-*\w)/i,
    "a phone number":
        /(?<![\w+.-])(?:\+\d{1,3}[ .-]?(?:\(\d{1,4}\)|\d)[\d .-]{5,14}\d|(?:1[-. ]?)?\(\d{3}\) ?\d{3}[-. ]\d{4}|(?:1[-.])?\d{3}[-.]\d{3}[-.]\d{4})(?![\w.-]*\w)/,
    "an AWS access key id": /(?<!\w)A[KS]IA[A-Z0-9]{16}(?!\w)/,
    "an access token":
        /(?<!\w)(?:gh[pousr]_\w{20,}|github_pat_\w{20,}|glpat-[\w-]{20,}|xox[abprs]-[\w-]{10,}|sk_live_\w{10,}|AIza[\w-]{35}|pul-[0-9a-f]{40}|eyJ[\w-]{10,}\.eyJ[\w-]{10,})/,
    "a private key": /-----BEGIN [A-Z ]{0,20}PRIVATE KEY/,
};

/** AWS takes at most 256 characters as the value of a tag. */
const LONGEST = 256;

/** What a value looks like; many resources have the same tags. */
const kindsOf = once((text) => Object.keys(PATTERNS).filter((kind) => PATTERNS[kind]?.test(text)));

export default resourcePolicy({
    resource: anyOf<Tagged>(Service, Cluster, TaskDefinition),
    displayName: "No sensitive data in tags",
    description: "Tag values must not contain personal data or credentials.",
    rationale: "Many services can read tags, billing among them, and nothing keeps their values secret.",
    severity: "low",
    framework: ecsGuide("Tagging Amazon ECS resources", "ecs-using-tags"),
    remediationSteps:
        "Replace the value with one that reveals nothing by itself, such as the name of a team; revoke a credential that was there.",
    notes: [
        "Looks for e-mail addresses, phone numbers, AWS access key ids, access tokens and private keys; the value is never shown. A user in the address of a repository and the version of a package are no e-mail address.",
    ],
    validate(tagged, { provider, report }) {
        new EffectiveTags(tagged, provider).each((key, value) => {
            for (const kind of kindsOf(value()?.slice(0, LONGEST) ?? "")) {
                report(`The value of the tag ${quote(key)} looks like ${kind}.`);
            }
        });
    },
});
