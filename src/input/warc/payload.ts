/** The body of an HTTP response as it was sent -> the page: chunks joined, compression undone. */
import { isUtf8 } from "node:buffer";
import { createRequire } from "node:module";
import { InputError, type InputProblem } from "../../errors.js";
import { isGzip } from "../decompress.js";
import type { Head } from "./head.js";

type Decompress = (bytes: Buffer, limits: { readonly maxOutputLength: number }) => Buffer;
type Zlib = typeof import("node:zlib") & { readonly zstdDecompressSync?: Decompress };

let loaded: Zlib | undefined;

function zlib(): Zlib {
  loaded ??= createRequire(import.meta.url)("node:zlib") as Zlib;
  return loaded;
}

/** A body goes through one coding, in mistaken setups through two. */
const MOST_CODINGS = 3;

/** Throws InputError, "too-large" or "corrupt". */
export function payloadOf(
  body: Buffer,
  http: Head,
  { path, maxBytes }: { readonly path: string | null; readonly maxBytes: number },
): Buffer {
  const undone = (bytes: Buffer, coding: string): Buffer => {
    const result = decoded(bytes, coding, maxBytes);
    if (Buffer.isBuffer(result)) return result;
    throw new InputError(path, result);
  };
  const bytes = codingsOf(http).reduceRight(undone, isChunked(http) ? dechunked(body) : body);
  // No page begins as gzip does: the field is missing.
  return isGzip(bytes) ? undone(bytes, "gzip") : bytes;
}

const tokens = (value: string | null): string[] =>
  (value ?? "")
    .toLowerCase()
    .split(",")
    .map((token) => token.trim());

const isChunked = (http: Head): boolean => tokens(http.field("Transfer-Encoding")).includes("chunked");

/** In the order in which they were applied. */
const codingsOf = (http: Head): string[] =>
  [...tokens(http.field("Content-Encoding")), ...tokens(http.field("Transfer-Encoding"))]
    .filter((token) => CODINGS[token] !== undefined)
    .slice(0, MOST_CODINGS);

/** A chunk's size, with what extensions say of it. */
const CHUNK = /^[ \t]{0,8}([\da-f]{1,8})[ \t]{0,8}(?:;[^\n]{0,1000})?\r?\n/i;
const CHUNK_LINE_BYTES = 1024;

/**
 * The chunks as one (RFC 9112, 7.1), without trailers, which warcio takes for content. Archives often hold the body
 * without chunks and keep the field: what does not begin as one is given back. What breaks off is given as far as it is.
 */
function dechunked(body: Buffer): Buffer {
  const chunks: Buffer[] = [];
  let at = 0;
  while (at < body.length) {
    const line = CHUNK.exec(body.toString("latin1", at, at + CHUNK_LINE_BYTES));
    if (line === null) return at === 0 ? body : Buffer.concat(chunks);
    const size = Number.parseInt(line[1] ?? "0", 16);
    if (size === 0) break;
    const start = at + line[0].length;
    chunks.push(body.subarray(start, start + size));
    at = start + size;
    if (body[at] === 0x0d) at++;
    if (body[at] === 0x0a) at++;
  }
  return Buffer.concat(chunks);
}

interface Limits {
  readonly maxOutputLength: number;
  /** What a cut-off body still has. */
  readonly finishFlush: number;
}

const CODINGS: Readonly<Record<string, (bytes: Buffer, limits: Limits) => Buffer>> = {
  gzip: (bytes, limits) => zlib().gunzipSync(bytes, limits),
  "x-gzip": (bytes, limits) => zlib().gunzipSync(bytes, limits),
  // The name means zlib's format; some servers send what is in it.
  deflate: (bytes, limits) =>
    isZlib(bytes) ? zlib().inflateSync(bytes, limits) : zlib().inflateRawSync(bytes, limits),
  br: (bytes, { maxOutputLength }) =>
    zlib().brotliDecompressSync(bytes, {
      maxOutputLength,
      finishFlush: zlib().constants.BROTLI_OPERATION_FLUSH,
    }),
  // Node has it from 22.15 on; before, what is in it is no text.
  zstd: (bytes, { maxOutputLength }) => zlib().zstdDecompressSync?.(bytes, { maxOutputLength }) ?? bytes,
};

/** CMF and FLG of RFC 1950: deflate, and a check modulo 31. */
const isZlib = (bytes: Buffer): boolean =>
  ((bytes[0] ?? 0) & 0x0f) === 8 && (((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0)) % 31 === 0;

/** Many archives hold the body decoded and keep the field: what cannot be undone and reads as a text is one. */
function decoded(bytes: Buffer, coding: string, maxOutputLength: number): Buffer | InputProblem {
  if (bytes.length === 0) return bytes;
  try {
    // Some say Brotli and send gzip.
    const undo = CODINGS[isGzip(bytes) ? "gzip" : coding];
    return undo?.(bytes, { maxOutputLength, finishFlush: zlib().constants.Z_SYNC_FLUSH }) ?? bytes;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE") {
      return { kind: "too-large", limit: maxOutputLength };
    }
    return isUtf8(bytes) || bytes.includes("<html") ? bytes : { kind: "corrupt", container: coding };
  }
}
