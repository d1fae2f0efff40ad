/** An input -> its documents, one at a time. */
import type { InputError } from "../errors.js";
import type { ReadingPoint, SourceDocument } from "../model.js";
import { type ByteStream, bytesOf } from "./bytes.js";
import { resolveEncoding } from "./charset/encodings.js";
import { readingFailure } from "./failure.js";
import type { FieldOptions } from "./fields.js";
import type { InputFile } from "./inputFile.js";
import { type Framing, recordsReader } from "./readers/records.js";
import { type InputFormat, readerFor } from "./readers/registry.js";

/**
 * Most bytes of one document, after decompression: 128 MiB. Nothing that people wrote is near it; it keeps away a small
 * file that unpacks to gigabytes; and the blocks of a text take many times its size, which has to fit into V8's heap.
 */
export const MAX_DOCUMENT_BYTES = 128 * 1024 * 1024;

/**
 * Most bytes of one record of a container, as stored and as unpacked: 16 MiB. Common Crawl cuts pages at 5 MiB, and what
 * is larger in a crawl is a database that somebody printed; a document takes many times its size of memory, and a
 * container should be read in a few hundred megabytes whatever it holds.
 */
export const MAX_RECORD_BYTES = 16 * 1024 * 1024;

export interface ReadOptions extends Partial<FieldOptions> {
  /** Where "-" is read from. */
  readonly stdin?: ByteStream | null;
  /** Name of the charset; absent or null: found from the bytes. */
  readonly encoding?: string | null;
  /** "auto" when absent. */
  readonly format?: InputFormat;
  /** The input is records that are answered one by one; absent or null: it is what its name or its bytes tell. */
  readonly framing?: Framing | null;
  /** Most bytes of one document; a string holds no more than `buffer.constants.MAX_STRING_LENGTH`. */
  readonly maxBytes?: number;
  /** Most bytes of one record of a container; larger ones are stepped over. */
  readonly maxRecord?: number;
  /** Where reading begins, as a document of this input told; absent or null: at the start. */
  readonly from?: ReadingPoint | null;
  /** Told of bytes as they are stored, when they are read. */
  readonly onBytes?: (count: number) => void;
  /** Ends the reading of a stream, which may never end by itself. */
  readonly signal?: AbortSignal | null;
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
    signal: options.signal ?? null,
    onBytes: options.onBytes ?? null,
  });
  try {
    const maxRecord = options.maxRecord ?? MAX_RECORD_BYTES;
    const { textField = null, htmlField = null, idField = null, keepFields = false } = options;
    const fields = { textField, htmlField, idField, keepFields };
    const isFound = file.origin === "directory";
    const { framing = null, format = "auto" } = options;
    const reader = framing === null ? readerFor(file.path, format) : recordsReader(framing, format);
    yield* reader.read(bytes, {
      encoding,
      maxRecord,
      isFound,
      from: options.from ?? null,
      ...fields,
    });
  } catch (error) {
    yield readingFailure(file.path, error);
  }
}
