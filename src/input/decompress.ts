/** gzip -> bytes, recognised by its first bytes, whatever the name says. */
import { createRequire } from "node:module";
import { pipeline } from "node:stream";
import { InputError } from "../errors.js";

type Zlib = typeof import("node:zlib");

const GZIP = [0x1f, 0x8b] as const;

/** Bytes that zlib hands out at once; with its own 16 KiB it takes nearly twice as long. */
const CHUNK_BYTES = 128 * 1024;

export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === GZIP[0] && bytes[1] === GZIP[1];

/**
 * The bytes as they come, or decompressed when they start as gzip: all members of it, as gzip(1) does. Only one level:
 * gzip in gzip is nobody's text. Throws InputError, "truncated" or "corrupt". What it hands out is bounded by the
 * reader alone: a container is read in constant memory, and collect() has a limit.
 */
export async function* decompress(
  chunks: AsyncIterable<Uint8Array>,
  path: string | null,
): AsyncGenerator<Uint8Array> {
  const source = withHead(chunks);
  try {
    const first = await source.next();
    if (first.done === true) return;
    const all = startingWith(first.value, source);
    yield* isGzip(first.value) ? gunzip(all, path) : all;
  } finally {
    // A reader that stops early must not leave the file open.
    await source.return(undefined);
  }
}

/** The same bytes, the first piece long enough to hold the mark of gzip. */
export async function* withHead(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let head: Uint8Array | null = null;
  let complete = false;
  for await (const chunk of chunks) {
    if (complete) {
      yield chunk;
    } else {
      head = head === null ? chunk : Buffer.concat([head, chunk]);
      complete = head.length >= GZIP.length;
      if (complete) yield head;
    }
  }
  if (!complete && head !== null) yield head;
}

/** A first piece that was looked at, and the others. */
export async function* startingWith(
  first: Uint8Array,
  rest: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield first;
  yield* rest;
}

/** Stored bytes whose start is unpacked, to tell a format by. */
const UNPACKED_BYTES = 64 * 1024;

/** The beginning of what is stored, unpacked; of damaged data what there is, which may be nothing. */
export function unpackedStart(stored: Uint8Array): Uint8Array {
  const start = stored.subarray(0, UNPACKED_BYTES);
  if (!isGzip(start)) return start;
  try {
    const finishFlush = zlib().constants.Z_SYNC_FLUSH;
    return zlib().gunzipSync(start, { finishFlush, maxOutputLength: MOST_UNPACKED_BYTES });
  } catch {
    return new Uint8Array();
  }
}

/** deflate packs at most a thousandfold. */
const MOST_UNPACKED_BYTES = 1100 * UNPACKED_BYTES;

let loaded: Zlib | undefined;

/** Most input is not compressed. */
function zlib(): Zlib {
  loaded ??= createRequire(import.meta.url)("node:zlib") as Zlib;
  return loaded;
}

async function* gunzip(chunks: AsyncIterable<Uint8Array>, path: string | null): AsyncGenerator<Uint8Array> {
  // The error comes out of the loop below; pipeline() only wants somebody to be told of it.
  const plain = pipeline(chunks, zlib().createGunzip({ chunkSize: CHUNK_BYTES }), () => {});
  try {
    yield* plain;
  } catch (error) {
    throw gzipFailure(error, path);
  }
}

function gzipFailure(error: unknown, path: string | null): unknown {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  const options = { cause: error };
  if (code === "Z_BUF_ERROR") return new InputError(path, { kind: "truncated", container: "gzip" }, options);
  if (code === "Z_DATA_ERROR" || code === "Z_NEED_DICT") {
    return new InputError(path, { kind: "corrupt", container: "gzip" }, options);
  }
  return error;
}
