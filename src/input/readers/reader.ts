/** What every format's reader is. */
import type { InputError } from "../../errors.js";
import type { DocumentFormat, SourceDocument } from "../../model.js";

/** The bytes of one input, decompressed. Reading throws InputError or the system's error. */
export interface InputBytes {
  /** As shown; null for standard input. */
  readonly path: string | null;
  /** Everything at once, for a format whose file is one document. */
  whole(): Promise<Uint8Array>;
  /** Piece by piece in bounded memory, for a container. */
  chunks(): AsyncIterable<Uint8Array>;
}

export interface ReaderOptions {
  /** A name that resolveEncoding gave; null: found from the bytes. */
  readonly encoding: string | null;
}

export interface Reader {
  readonly format: DocumentFormat;
  /** In lower case, with the dot. */
  readonly extensions: readonly string[];
  /** The documents in order; what is wrong with one of a container's is a value, and the next follows. */
  read(bytes: InputBytes, options: ReaderOptions): AsyncIterable<SourceDocument | InputError>;
}
