/** An input -> its bytes: opened, decompressed, whole or piece by piece. */
import { closeSync, openSync, read, readSync, statSync } from "node:fs";
import { promisify } from "node:util";
import { InputError } from "../errors.js";
import { decompress, startingWith, unpackedStart } from "./decompress.js";
import { streamOf } from "./device.js";
import { unreadable } from "./failure.js";
import type { InputFile } from "./inputFile.js";
import type { InputBytes } from "./readers/reader.js";

/** Standard input as the command line hands it in. */
export type ByteStream = AsyncIterable<Uint8Array | string> & { readonly destroy?: () => unknown };

export interface BytesOptions {
  readonly stdin: ByteStream | null;
  /** Most bytes of a document, after decompression. */
  readonly maxBytes: number;
  /** Ends the reading of a stream, which may never end by itself. */
  readonly signal?: AbortSignal | null;
  /** Told of bytes as they are stored, when they are read. */
  readonly onBytes?: ((count: number) => void) | null;
}

/** Large enough that the reads do not count, small enough that the memory does not. */
const PIECE_BYTES = 1024 * 1024;

/** Up to here a read costs less than handing it to another thread and coming back. */
const READ_AT_ONCE_BYTES = 1024 * 1024;

/** What a format is told by: the longest beginning that any looks at. */
const START_BYTES = 4096;

export function bytesOf(file: InputFile, options: BytesOptions): InputBytes {
  const { path } = file;
  const { maxBytes } = options;
  let begun: Begun | null = null;
  const pieces = (): AsyncIterable<Uint8Array> => {
    if (begun === null) return rawPieces(file, sizeOf(file) === null ? null : PIECE_BYTES, options);
    const { start, rest } = begun;
    begun = null;
    return startingWith(start, rest);
  };
  return {
    path,
    async start() {
      begun ??= await begin(pieces());
      return unpackedStart(begun.start);
    },
    stored(before = 0) {
      if (before === 0) return pieces();
      // The format was told by the start, which is not wanted again.
      void begun?.rest.return(undefined);
      begun = null;
      return rawPieces(file, PIECE_BYTES, options, before);
    },
    chunks: () => decompress(pieces(), path),
    async whole() {
      if (begun !== null) return collect(decompress(pieces(), path), maxBytes, path);
      const size = sizeOf(file);
      if (size !== null && size > maxBytes) throw tooLarge(path, maxBytes);
      // One byte more than there should be: the end is seen without a second buffer, and nothing is copied.
      const all = rawPieces(file, size === null ? null : size + 1, options);
      return collect(decompress(all, path), maxBytes, path);
    },
  };
}

/** A stream of which something was read: it cannot be opened again. */
interface Begun {
  readonly start: Uint8Array;
  readonly rest: AsyncGenerator<Uint8Array>;
}

async function begin(pieces: AsyncIterable<Uint8Array>): Promise<Begun> {
  const rest = startingWith(new Uint8Array(), pieces);
  let start: Uint8Array = new Uint8Array();
  while (start.length < START_BYTES) {
    const { value, done } = await rest.next();
    if (done === true) break;
    start = start.length === 0 ? value : Buffer.concat([start, value]);
  }
  return { start, rest };
}

const tooLarge = (path: string | null, limit: number) => new InputError(path, { kind: "too-large", limit });

/**
 * Bytes of a regular file; null for a stream. Only expected: files grow, and those that the kernel makes up say 0.
 * Throws the system's error.
 */
export function sizeOf(file: InputFile): number | null {
  if (file.kind === "stdin") return null;
  if (file.bytes !== undefined) return file.bytes;
  const stats = statSync(file.location);
  return stats.isFile() ? stats.size : null;
}

/** The bytes as they are stored; `firstBytes` is null for what is no regular file. */
function rawPieces(
  file: InputFile,
  firstBytes: number | null,
  { stdin, signal = null, onBytes = null }: BytesOptions,
  before = 0,
): AsyncGenerator<Uint8Array> {
  const pieces =
    file.kind === "stdin" || firstBytes === null
      ? piecesOfStream(file.kind === "stdin" ? stdin : streamOf(file.location), signal)
      : piecesOfFile(file.location, firstBytes, before);
  return onBytes === null ? pieces : weighed(pieces, onBytes);
}

async function* weighed(
  pieces: AsyncIterable<Uint8Array>,
  onBytes: (count: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    onBytes(piece.length);
    yield piece;
  }
}

async function* piecesOfStream(
  stream: ByteStream | null,
  signal: AbortSignal | null,
): AsyncGenerator<Uint8Array> {
  if (stream === null) throw unreadable(null, "EBADF");
  const leave = (): void => void stream.destroy?.();
  signal?.addEventListener("abort", leave);
  try {
    for await (const chunk of stream) yield typeof chunk === "string" ? Buffer.from(chunk) : chunk;
  } finally {
    signal?.removeEventListener("abort", leave);
  }
}

/** The first piece has at most `firstBytes`, so that a file whose size is known is one piece. */
async function* piecesOfFile(
  location: string,
  firstBytes: number,
  before: number,
): AsyncGenerator<Uint8Array> {
  const descriptor = openSync(location, "r");
  try {
    let bytes = firstBytes;
    let at = before;
    while (true) {
      const buffer = Buffer.allocUnsafe(bytes);
      // A file that is read from its start may be one of the kernel's, which know no places.
      const count = await fill(buffer, descriptor, before === 0 ? null : at);
      at += count;
      if (count > 0) yield buffer.subarray(0, count);
      if (count < bytes) return;
      bytes = PIECE_BYTES;
    }
  } finally {
    closeSync(descriptor);
  }
}

/** Reads until the buffer is full or the file ends, at a place or where the last read ended. Returns the bytes read. */
async function fill(buffer: Buffer, descriptor: number, at: number | null): Promise<number> {
  let filled = 0;
  while (filled < buffer.length) {
    const room = buffer.length - filled;
    const place = at === null ? null : at + filled;
    const count =
      room > READ_AT_ONCE_BYTES
        ? (await promisify(read)(descriptor, buffer, filled, room, place)).bytesRead
        : readSync(descriptor, buffer, filled, room, place);
    if (count === 0) break;
    filled += count;
  }
  return filled;
}

/** The pieces as one. */
async function collect(
  pieces: AsyncIterable<Uint8Array>,
  limit: number,
  path: string | null,
): Promise<Uint8Array> {
  const collected: Uint8Array[] = [];
  let length = 0;
  for await (const piece of pieces) {
    length += piece.length;
    if (length > limit) throw tooLarge(path, limit);
    collected.push(piece);
  }
  const [only] = collected;
  return collected.length === 1 && only !== undefined ? only : Buffer.concat(collected, length);
}
