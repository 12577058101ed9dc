/**
 * Whether a container's `user` is one of these users: `user`, `uid`, `user:group` and the like are compared by the
 * part before the colon, numbers as numbers (`00` and `+0` are root too); where there is nothing before it, that is 0.
 */
function isUser(user: string, names: readonly string[]): boolean {
    const uid = user.split(":")[0] || "0";
    const isNumber = (text: string): boolean => /^[+-]?\d+$/.test(text);
    return names.some((name) => uid === name || (isNumber(uid) && isNumber(name) && Number(uid) === Number(name)));
}

/** The users that are root. */
export const ROOT_USERS = ["root", "0"] as const;

/** Why a container counts as running as one of these users, as the rest of a sentence: one without a user does. */
export function rootFault(user: string | undefined, names: readonly string[] = ROOT_USERS): string | undefined {
    if (!user) {
        return "has no `user`, which means root unless its image says otherwise";
    }
    return isUser(user, names) ? "runs as root" : undefined;
}
