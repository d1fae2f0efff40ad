/**
 * One gzip member at the start of some bytes, whatever follows it. Node's gunzip takes all that follows for more members,
 * and gives nothing of the first one when it is not.
 */
import { createRequire } from "node:module";

type Zlib = typeof import("node:zlib");

export interface Member {
  readonly content: Buffer;
  /** Bytes that it takes. */
  readonly length: number;
}

/** RFC 1952: what the flags say of the head, and the lengths of its fixed part, a length, a check and the trailer. */
const HAS_CHECK = 2;
const HAS_EXTRA = 4;
const HAS_NAME = 8;
const HAS_COMMENT = 16;
const HEAD_BYTES = 10;
const LENGTH_BYTES = 2;
const CHECK_BYTES = 2;
const TRAILER_BYTES = 8;

/** null when there is no whole member with a right check. */
export function firstMember(bytes: Buffer, maxOutputLength: number): Member | null {
  const start = headLength(bytes);
  if (start === null) return null;
  const zlib = createRequire(import.meta.url)("node:zlib") as Zlib;
  try {
    // With `info` an object comes back, which the types do not know.
    const inflated = zlib.inflateRawSync(bytes.subarray(start), {
      info: true,
      maxOutputLength,
    }) as unknown as {
      readonly buffer: Buffer;
      readonly engine: { readonly bytesWritten: number };
    };
    const end = start + inflated.engine.bytesWritten;
    if (end + TRAILER_BYTES > bytes.length) return null;
    if (bytes.readUInt32LE(end) !== zlib.crc32(inflated.buffer)) return null;
    return { content: inflated.buffer, length: end + TRAILER_BYTES };
  } catch {
    return null;
  }
}

function headLength(bytes: Buffer): number | null {
  const flags = bytes[3] ?? 0;
  let at = HEAD_BYTES;
  if ((flags & HAS_EXTRA) !== 0) {
    if (at + LENGTH_BYTES > bytes.length) return null;
    at += LENGTH_BYTES + bytes.readUInt16LE(at);
  }
  for (const flag of [HAS_NAME, HAS_COMMENT]) {
    if ((flags & flag) === 0) continue;
    const end = bytes.indexOf(0, at);
    if (end < 0) return null;
    at = end + 1;
  }
  if ((flags & HAS_CHECK) !== 0) at += CHECK_BYTES;
  return at < bytes.length ? at : null;
}
