/** UTF-16 without its mark, seen from where its NUL bytes stand. */
import { isPlausible } from "./oddity.js";

export type Utf16 = "utf-16le" | "utf-16be";

/** Bytes looked at; even, and enough for any page. */
const SAMPLE_BYTES = 64 * 1024;

/** In western UTF-16 nearly every unit has a NUL. */
export const WESTERN_NULS = 1 / 2;
/** In CJK only line ends and digits have one: the first is enough, where the bytes are no other text. */
export const ANY_NULS = 0;

/** Spaces that no NUL stands beside. Few ideographs have such a byte, but text of single bytes is full of them. */
const MOST_BARE_SPACES = 1 / 10;

/**
 * The byte order in which the bytes read as text, when at least the share `leastNuls` of the units has its NUL on the
 * side of that order or the other: U+3000 and U+4E00, the space and the one of CJK, have it on the wrong side.
 */
export function unmarkedUtf16(bytes: Uint8Array, leastNuls: number): Utf16 | null {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const { units, first, second, bareSpaces } = countNuls(sample);
  if (units === 0) return null;
  if (Math.max(first, second) < units * leastNuls || bareSpaces > units * MOST_BARE_SPACES) return null;
  const orders: readonly Utf16[] = second > first ? ["utf-16le", "utf-16be"] : ["utf-16be", "utf-16le"];
  return orders.find((order) => isPlausible(new TextDecoder(order).decode(sample, { stream: true }))) ?? null;
}

interface NulCount {
  readonly units: number;
  /** Units whose first byte is NUL. */
  readonly first: number;
  readonly second: number;
  /** Units with a space or line feed, and no NUL. */
  readonly bareSpaces: number;
}

function countNuls(bytes: Uint8Array): NulCount {
  const units = bytes.length >> 1;
  let first = 0;
  let second = 0;
  let bareSpaces = 0;
  for (let i = 0; i < units * 2; i += 2) {
    const a = bytes[i] ?? 0;
    const b = bytes[i + 1] ?? 0;
    if (a === 0) first++;
    if (b === 0) second++;
    if (a !== 0 && b !== 0 && (isSpace(a) || isSpace(b))) bareSpaces++;
  }
  return { units, first, second, bareSpaces };
}

const isSpace = (byte: number): boolean => byte === 0x20 || byte === 0x0a;
