/** An input -> its documents, one at a time. */
import { constants } from "node:buffer";
import type { InputError } from "../errors.js";
import type { SourceDocument } from "../model.js";
import { type ByteStream, bytesOf } from "./bytes.js";
import { resolveEncoding } from "./charset/encodings.js";
import { readingFailure } from "./failure.js";
import type { InputFile } from "./inputFile.js";
import { type InputFormat, readerFor } from "./readers/registry.js";

/**
 * Most bytes of one document, after decompression: 256 MiB. Nothing that people wrote is near it, it keeps a small
 * file that unpacks to gigabytes away, and a text of this size still fits into a string (V8's end at 512 Mi units).
 */
export const MAX_DOCUMENT_BYTES = Math.min(256 * 1024 * 1024, constants.MAX_STRING_LENGTH);

export interface ReadOptions {
  /** Where "-" is read from. */
  readonly stdin?: ByteStream | null;
  /** Name of the charset; absent or null: found from the bytes. */
  readonly encoding?: string | null;
  /** "auto" when absent. */
  readonly format?: InputFormat;
  readonly maxBytes?: number;
}

/**
 * The documents of an input in order. What cannot be read is a value too, so that one bad document of a container
 * does not end the others. Only one document is in memory at a time, as long as the caller keeps none.
 * Throws UsageError for an encoding that nobody knows, before anything is opened.
 */
export async function* readDocuments(
  file: InputFile,
  options: ReadOptions = {},
): AsyncGenerator<SourceDocument | InputError> {
  const encoding = options.encoding == null ? null : resolveEncoding(options.encoding);
  const bytes = bytesOf(file, {
    stdin: options.stdin ?? null,
    maxBytes: options.maxBytes ?? MAX_DOCUMENT_BYTES,
  });
  try {
    yield* readerFor(file.path, options.format ?? "auto").read(bytes, { encoding });
  } catch (error) {
    yield readingFailure(file.path, error);
  }
}
