/** Names of charsets, and their decoding by the platform's TextDecoder, mended where it differs from the standard. */
import { UsageError } from "../../errors.js";
import { decodeKorean, withoutExtension } from "./korean.js";
import { decodeWindows1252 } from "./windows1252.js";

/** Names in daily use, above all Python's, that the Encoding Standard does not know. */
const ALIASES: Readonly<Record<string, string>> = {
  "utf-8-sig": "utf-8",
  "latin-1": "windows-1252",
  cp932: "shift_jis",
  cp936: "gbk",
  cp949: "euc-kr",
  cp950: "big5",
};

/**
 * The name that records show, e.g. "windows-1251" for "cp1251".
 * Throws UsageError for a name that nobody knows.
 */
export function resolveEncoding(name: string): string {
  const encoding = knownEncoding(name);
  if (encoding !== null) return encoding;
  const expected = "the name of a charset, such as utf-8, windows-1251 or shift_jis";
  throw new UsageError("--encoding", `"${name}"`, expected);
}

/** The same; null for a name that nobody knows. */
export function knownEncoding(name: string): string | null {
  const label = name.trim().toLowerCase();
  try {
    return new TextDecoder(ALIASES[label] ?? label).encoding;
  } catch {
    return null;
  }
}

/** The text of bytes, without its byte order mark; what the encoding does not have becomes U+FFFD. */
export function decodeAs(bytes: Uint8Array, encoding: string): string {
  switch (encoding) {
    case "utf-8":
      return decodeUtf8(bytes);
    case "windows-1252":
      return decodeWindows1252(bytes);
    case "euc-kr":
      return decodeKorean(bytes);
    default:
      return new TextDecoder(encoding).decode(bytes);
  }
}

/** The bytes as a Buffer, not copied. */
export const viewOf = (bytes: Uint8Array): Buffer =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** As fast as TextDecoder, whose first use alone takes 3 ms. */
function decodeUtf8(bytes: Uint8Array): string {
  const text = viewOf(bytes);
  const marked = text[0] === 0xef && text[1] === 0xbb && text[2] === 0xbf;
  return text.toString("utf8", marked ? 3 : 0);
}

/** Bytes that are tried at once in the search for a broken one. */
const STEP = 64 * 1024;
/** More than any character has bytes, escapes and all. */
const LONGEST = 8;

export interface BrokenByte {
  readonly byte: number;
  /** 0-based. */
  readonly offset: number;
}

/**
 * Where the bytes stop being of the encoding: the first byte of the first broken character. null when they never do;
 * a character that is cut off by the end is not broken, because dumps get cut.
 */
export function firstBroken(bytes: Uint8Array, encoding: string): BrokenByte | null {
  if (encoding === "windows-1252") return null;
  if (encoding === "euc-kr") return brokenByDecoder(withoutExtension(bytes), encoding);
  return brokenByDecoder(bytes, encoding);
}

function brokenByDecoder(bytes: Uint8Array, encoding: string): BrokenByte | null {
  const step = failingStep(bytes, encoding);
  if (step === null) return null;
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  let start = Math.max(0, step - LONGEST);
  decoder.decode(bytes.subarray(0, start), { stream: true });
  for (let i = start; i < bytes.length; i++) {
    try {
      const text = decoder.decode(bytes.subarray(i, i + 1), { stream: true });
      if (text !== "") start = i + 1;
    } catch {
      return { byte: bytes[start] ?? 0, offset: start };
    }
  }
  return null;
}

/** Offset of the first step that holds a broken character or its end. */
function failingStep(bytes: Uint8Array, encoding: string): number | null {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for (let offset = 0; offset < bytes.length; offset += STEP) {
    try {
      decoder.decode(bytes.subarray(offset, offset + STEP), { stream: true });
    } catch {
      return offset;
    }
  }
  return null;
}
