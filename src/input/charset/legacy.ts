/** The charset of bytes that are not Unicode, by chardet. */
import { isAscii } from "node:buffer";
import { createRequire } from "node:module";
import { decodeAs, knownEncoding } from "./encodings.js";
import { isPlausible } from "./oddity.js";

type Chardet = typeof import("chardet");

let loaded: Chardet | undefined;

/** Most input is UTF-8 and never needs it. */
function chardet(): Chardet {
  loaded ??= createRequire(import.meta.url)("chardet") as Chardet;
  return loaded;
}

/** Never fails, and is what a browser takes when nothing is known. */
const FALLBACK = "windows-1252";

/**
 * The likeliest charset whose reading looks like text: chardet takes Thai for Korean with some errors, because it
 * counts common pairs of bytes and does not mind what they mean.
 */
export function legacyEncoding(bytes: Uint8Array): string {
  const sample = sampleOf(bytes);
  const candidates = chardet()
    .analyse(sample)
    .flatMap(({ name }) => knownEncoding(name) ?? [])
    .filter((encoding) => !encoding.startsWith("utf-"));
  return candidates.find((encoding) => isPlausible(decodeAs(sample, encoding))) ?? FALLBACK;
}

/** A line or less: what stands beside the foreign words is often ASCII of another language. */
const WINDOW_BYTES = 64;
/** A detector is sure long before; its time grows with what it is given. */
const SAMPLE_WINDOWS = 1024;

/**
 * The first windows that hold more than ASCII, joined. In all these charsets no character crosses the border
 * of a window of pure ASCII, so that the joints are sound. Control characters are the same in all and say nothing.
 */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const windows: Uint8Array[] = [];
  for (let start = 0; start < bytes.length && windows.length < SAMPLE_WINDOWS; start += WINDOW_BYTES) {
    const window = bytes.subarray(start, start + WINDOW_BYTES);
    if (!isAscii(window)) windows.push(window);
  }
  return Buffer.concat(windows).map((byte) => Math.max(byte, 0x20));
}
