/**
 * Values in protobuf's form (`google.protobuf.Struct`), written by hand: the library drops a key `__proto__`, and needs
 * quadratic time for nested values and long for large ones.
 */

/** A field whose bytes have a length: text, bytes or a message. */
export function field(number: number, bytes: Uint8Array): Buffer {
    const length: number[] = [];
    let rest = bytes.length;
    for (; rest > 127; rest >>>= 7) {
        length.push((rest & 127) | 128);
    }
    return Buffer.concat([Buffer.from([(number << 3) | 2, ...length, rest]), bytes]);
}

/** A Struct; properties without a value are left out. */
export function struct(properties: object): Buffer {
    const entries = Object.entries(properties).filter(([, value]) => value !== undefined);
    return Buffer.concat(
        entries.map(([key, value]) => field(1, Buffer.concat([field(1, Buffer.from(key)), field(2, valueOf(value))]))),
    );
}

function valueOf(value: unknown): Buffer {
    switch (typeof value) {
        case "number": {
            const bytes = Buffer.alloc(9, 0x11);
            bytes.writeDoubleLE(value, 1);
            return bytes;
        }
        case "string":
            return field(3, Buffer.from(value));
        case "boolean":
            return Buffer.from([0x20, Number(value)]);
        default:
            return Array.isArray(value)
                ? field(6, Buffer.concat(value.map((item) => field(1, valueOf(item)))))
                : typeof value === "object" && value !== null
                  ? field(5, struct(value))
                  : Buffer.from([0x08, 0]);
    }
}
