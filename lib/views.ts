/** Views of properties that nobody changes: policies share what they have read. */
import { entry } from "./maps";
import { Raw, Reader, readOnly } from "./shape";

/** What the SDK's proxy of a resource's properties stands for. */
export function untouched(props: Raw): Raw {
    return (props as { __getSpecialProxyTarget?: Raw }).__getSpecialProxyTarget ?? props;
}

export class Views {
    private readonly byProps = new WeakMap<Raw, Map<Reader<unknown>, unknown>>();

    /** What a reader makes of properties. The SDK gives each policy a proxy of its own, all of them of the same properties. */
    of<W>(reader: Reader<W>, props: Raw): W {
        const target = untouched(props);
        const views = entry(this.byProps, target, () => new Map<Reader<unknown>, unknown>());
        if (!views.has(reader)) {
            views.set(reader, readOnly(reader, props));
        }
        return views.get(reader) as W;
    }
}
