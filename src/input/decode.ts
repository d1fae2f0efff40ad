/** Bytes -> text: which charset they are in, and whether they are text at all. */
import { isAscii, isUtf8 } from "node:buffer";
import { InputError } from "../errors.js";
import { controlShare, likelyName, signatureOf } from "./binary.js";
import { decodeAs, firstBroken, knownEncoding, viewOf } from "./charset/encodings.js";
import { legacyEncoding } from "./charset/legacy.js";
import { isMostlyUtf8 } from "./charset/utf8.js";
import { ANY_NULS, unmarkedUtf16, WESTERN_NULS } from "./charset/utf16.js";
import { decodeUtf32 } from "./charset/utf32.js";

export interface DecodeOptions {
  /** For the errors; null for standard input. */
  readonly path?: string | null;
  /** A name that resolveEncoding gave; it is taken at its word. Absent or null: found from the bytes. */
  readonly encoding?: string | null;
  /** What a header or the document itself says, in any spelling; the bytes may know better. */
  readonly declared?: string | null;
}

export interface Decoded {
  readonly text: string;
  /** In lower case, e.g. "utf-8", "windows-1251". */
  readonly encoding: string;
}

/**
 * The text of the bytes. Stray control characters stay: text that has some is still text. Bytes that a found
 * charset does not have become U+FFFD; of a named one they are an error.
 * Throws InputError, "binary" or "undecodable".
 */
export function decode(
  bytes: Uint8Array,
  { path = null, encoding = null, declared = null }: DecodeOptions = {},
): Decoded {
  const signature = signatureOf(bytes);
  if (signature !== null) throw new InputError(path, { kind: "binary", looksLike: signature });
  if (encoding !== null) return decodeNamed(bytes, encoding, path);
  const utf32 = markedUtf32(bytes);
  if (utf32 !== null) return utf32;
  const found = markOf(bytes) ?? plausibleEncoding(bytes, declared) ?? foundEncoding(bytes);
  if (found === null) throw new InputError(path, { kind: "binary", looksLike: likelyName(bytes) });
  return { text: decodeAs(bytes, found), encoding: found };
}

function decodeNamed(bytes: Uint8Array, name: string, path: string | null): Decoded {
  // "utf-16" says nothing of the byte order, and the name stands for one: the mark knows better.
  const mark = markOf(bytes);
  const encoding = mark?.startsWith("utf-16") && name.startsWith("utf-16") ? mark : name;
  const broken = firstBroken(bytes, encoding);
  if (broken !== null) throw new InputError(path, { kind: "undecodable", encoding, ...broken });
  return { text: decodeAs(bytes, encoding), encoding };
}

/** The encoding that a byte order mark tells. */
function markOf(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
}

/** Its little-endian mark starts with that of UTF-16, so it is looked for first. */
function markedUtf32(bytes: Uint8Array): Decoded | null {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) {
    return { text: decodeUtf32(bytes, true), encoding: "utf-32le" };
  }
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) {
    return { text: decodeUtf32(bytes, false), encoding: "utf-32be" };
  }
  return null;
}

/**
 * The declared encoding, unless the bytes say otherwise: pages are saved and served again in UTF-8 and keep the old
 * declaration, and no other charset makes valid UTF-8 by chance. UTF-16 could not have been read to be declared.
 */
function plausibleEncoding(bytes: Uint8Array, declared: string | null): string | null {
  const encoding = declared === null ? null : knownEncoding(declared);
  if (encoding === null || encoding.startsWith("utf-") || encoding === "replacement") return null;
  const isOther = encoding !== "iso-2022-jp" && isUtf8(bytes) && !isAscii(bytes);
  return isOther || controlShare(bytes) > MOST_CONTROLS ? null : encoding;
}

/** Share of control characters above which bytes are no text. Random bytes have a tenth of them. */
const MOST_CONTROLS = 1 / 20;
/** The same for bytes that are UTF-8: no chance makes those; some dumps have a NUL between two short words. */
const MOST_CONTROLS_IN_UTF8 = 1 / 4;

/** The encoding of bytes without a mark; null when they are no text. */
function foundEncoding(bytes: Uint8Array): string | null {
  const hasNul = bytes.includes(0);
  if (!hasNul && isUtf8(bytes)) return hasJapaneseEscape(bytes) ? "iso-2022-jp" : "utf-8";
  const western = hasNul ? unmarkedUtf16(bytes, WESTERN_NULS) : null;
  if (western !== null) return western;
  const controls = controlShare(bytes);
  if (isMostlyUtf8(bytes) && controls <= MOST_CONTROLS_IN_UTF8) return "utf-8";
  const other = hasNul ? unmarkedUtf16(bytes, ANY_NULS) : null;
  if (other !== null) return other;
  return controls <= MOST_CONTROLS ? legacyEncoding(bytes) : null;
}

/** ISO-2022-JP is ASCII to the eye of a UTF-8 decoder; the escape that starts its kanji gives it away. */
function hasJapaneseEscape(bytes: Uint8Array): boolean {
  if (!bytes.includes(0x1b) || !isAscii(bytes)) return false;
  const view = viewOf(bytes);
  return view.includes("\x1b$B", 0, "latin1") || view.includes("\x1b$@", 0, "latin1");
}
