/** What the threads of a run tell each other: plain data alone, since nothing else crosses from one to another. */
import type { InputFile } from "../../input/inputFile.js";
import type { ReadOptions } from "../../input/read.js";
import type { SourceDocument } from "../../model.js";
import type { FormatName } from "../../output/formats.js";
import type { FormatterOptions } from "../../output/formatter.js";
import type { FailCondition } from "../settings.js";
import type { PlainError } from "./plainError.js";

/** What is the same for all jobs of a run. */
export interface Assignment {
  readonly format: FormatName;
  /** `many` is what the paths tell; a document out of a container is one of many in any case. */
  readonly formatting: FormatterOptions;
  readonly blocks: boolean;
  readonly failOn: readonly FailCondition[];
  readonly minConfidence: number;
  readonly reading: Omit<ReadOptions, "stdin" | "signal" | "onBytes">;
}

/** A document that was read, or a file that holds one and is to be read by who does the job. */
export type Job =
  | { readonly kind: "document"; readonly document: SourceDocument }
  | { readonly kind: "file"; readonly file: InputFile };

export interface RecordResult {
  readonly kind: "record";
  /**
   * As its format prints it, in UTF-8, in memory of its own: it changes hands between threads without a copy, and while
   * it waits for its turn it is no burden for the garbage collector, as a text would be.
   */
  readonly record: Uint8Array<ArrayBuffer>;
  readonly path: string | null;
  readonly contained: boolean;
  /** Bytes of the document in UTF-8. */
  readonly bytes: number;
  readonly confidence: number;
  /** The conditions of --fail-on that hold. */
  readonly held: readonly FailCondition[];
}

/** A document that gives no record. */
export interface FailureResult {
  readonly kind: "failure";
  readonly error: PlainError;
  /** Position in its container, from 0; null where it is not known. */
  readonly record: number | null;
}

export type Result = RecordResult | FailureResult;

/** A job in its place among the steps of a run. */
export interface Step {
  /** null: nothing is to be worked out, but what was before it has to be through. */
  readonly job: Job | null;
  /** About how much work it is. */
  readonly bytes: number;
  /** Called with the results of the job, in the order of the steps. */
  settle(results: readonly Result[]): Promise<void>;
}
