/** What every format's reader is. */
import type { InputError } from "../../errors.js";
import type { ReadingPoint, SourceDocument } from "../../model.js";
import type { FieldOptions } from "../fields.js";

/** The bytes of one input, decompressed where nothing else is said. Reading throws InputError or the system's error. */
export interface InputBytes {
  /** As shown; null for standard input. */
  readonly path: string | null;
  /** The first few thousand bytes, to tell the format by; the others of these give them once more. */
  start(): Promise<Uint8Array>;
  /** Everything at once, for a format whose file is one document. */
  whole(): Promise<Uint8Array>;
  /** Piece by piece in bounded memory, for a container. */
  chunks(): AsyncIterable<Uint8Array>;
  /**
   * Piece by piece, compressed or not, for a container that goes on behind damage. `before`: bytes that are left out; of
   * a file alone.
   */
  stored(before?: number): AsyncIterable<Uint8Array>;
}

export interface ReaderOptions extends FieldOptions {
  /** A name that resolveEncoding gave; null: found from the bytes. */
  readonly encoding: string | null;
  /** Most bytes of one record of a container. */
  readonly maxRecord: number;
  /** Nobody named the file: a walk through a folder found it. */
  readonly isFound: boolean;
  /** Where reading begins, as a document of the same container told; a reader that tells of none begins at the start. */
  readonly from?: ReadingPoint | null;
}

export type InputFormatName = "text" | "html" | "warc" | "jsonl";

export interface Reader {
  /** As --input-format names it. */
  readonly format: InputFormatName;
  /** A file may hold many documents. */
  readonly isContainer: boolean;
  /** In lower case, with the dot. */
  readonly extensions: readonly string[];
  /** The documents in order; what is wrong with one of a container's is a value, and the next follows. */
  read(bytes: InputBytes, options: ReaderOptions): AsyncIterable<SourceDocument | InputError>;
}
