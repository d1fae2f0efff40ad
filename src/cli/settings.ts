/** The options of a command line, checked before anything is read. Every function throws UsageError. */
import { availableParallelism } from "node:os";
import { UsageError } from "../errors.js";
import { resolveEncoding } from "../input/charset/encodings.js";
import type { FieldOptions } from "../input/fields.js";
import { MAX_DOCUMENT_BYTES, MAX_RECORD_BYTES } from "../input/read.js";
import { FRAMINGS, type Framing } from "../input/readers/records.js";
import { INPUT_FORMATS, type InputFormat } from "../input/readers/registry.js";
import { FORMATS, type FormatName, formats } from "../output/formats.js";
import { RECORD_KEYS, type RecordKey } from "../output/formatter.js";
import { expectedOneOf } from "./suggest.js";
import { SUMMARY_FORMS, type SummaryForm } from "./summary.js";

/** What commander found; absent is what was not given. */
export interface RawOptions {
  readonly format?: string;
  readonly output?: string;
  readonly outDir?: string;
  readonly skipExisting?: boolean;
  readonly gzip?: boolean;
  readonly resume?: boolean;
  readonly blocks?: boolean;
  readonly fields?: string;
  readonly inputFormat?: string;
  readonly records?: string | boolean;
  readonly maxRecord?: string;
  readonly textField?: string;
  readonly htmlField?: string;
  readonly idField?: string;
  readonly keepFields?: boolean;
  readonly encoding?: string;
  readonly rules?: readonly string[];
  readonly failOn?: string;
  readonly minConfidence?: string;
  readonly jobs?: string;
  readonly progress?: boolean;
  readonly summary?: string | boolean;
  readonly quiet?: boolean;
}

export const FAIL_CONDITIONS = ["empty", "low-confidence"] as const;
export type FailCondition = (typeof FAIL_CONDITIONS)[number];

/** What `low-confidence` means without --min-confidence: the body is more likely wrong than right. */
export const DEFAULT_MIN_CONFIDENCE = 0.5;

export interface Settings {
  readonly format: FormatName;
  /** null: standard output, unless there is a folder. */
  readonly output: string | null;
  readonly outDir: string | null;
  readonly skipExisting: boolean;
  /** The results are compressed. */
  readonly gzip: boolean;
  /** Goes on with a run that was stopped, and can be gone on with itself. */
  readonly resume: boolean;
  readonly blocks: boolean;
  /** null: the whole record. */
  readonly fields: readonly RecordKey[] | null;
  readonly inputFormat: InputFormat;
  /** How the records on standard input are told apart that are answered one by one; null: they are not. */
  readonly framing: Framing | null;
  /** Bytes. */
  readonly maxRecord: number;
  readonly recordFields: FieldOptions;
  /** null: found from the bytes. */
  readonly encoding: string | null;
  readonly rules: readonly string[];
  readonly failOn: readonly FailCondition[];
  readonly minConfidence: number;
  /** Threads that work on documents; with 1 there is one in all. */
  readonly jobs: number;
  readonly progress: boolean | undefined;
  /** null: none but a short one on a terminal. */
  readonly summary: SummaryForm | null;
  readonly quiet: boolean;
}

export function settingsOf(raw: RawOptions): Settings {
  const framing = framingOf(raw);
  const format = oneOf("--format", raw.format ?? (framing === null ? "text" : "ndjson"), FORMATS);
  const fields = raw.fields === undefined ? null : listOf("--fields", raw.fields, RECORD_KEYS);
  const failOn = raw.failOn === undefined ? [] : listOf("--fail-on", raw.failOn, FAIL_CONDITIONS);
  const blocks = raw.blocks === true || fields?.includes("blocks") === true;
  const keepFields = raw.keepFields === true || fields?.includes("extra") === true;
  checkCombinations(raw, format, failOn);
  checkRecords(raw, format, framing);
  const output = raw.output === undefined || raw.output === "-" ? null : raw.output;
  return {
    format,
    output,
    outDir: raw.outDir ?? null,
    skipExisting: raw.skipExisting === true,
    gzip: raw.gzip === true || GZIP_NAME.test(output ?? ""),
    resume: raw.resume === true,
    blocks,
    fields: withKeys(fields, blocks ? "blocks" : null, keepFields ? "extra" : null),
    recordFields: {
      textField: raw.textField ?? null,
      htmlField: raw.htmlField ?? null,
      idField: raw.idField ?? null,
      keepFields,
    },
    framing,
    inputFormat: oneOf("--input-format", raw.inputFormat ?? "auto", INPUT_FORMATS),
    maxRecord: raw.maxRecord === undefined ? MAX_RECORD_BYTES : sizeOf("--max-record", raw.maxRecord),
    encoding: raw.encoding === undefined ? null : resolveEncoding(raw.encoding),
    rules: raw.rules ?? [],
    failOn,
    minConfidence: minConfidenceOf(raw.minConfidence),
    jobs: raw.jobs === undefined ? availableParallelism() : jobsOf(raw.jobs),
    progress: raw.progress,
    summary: summaryOf(raw),
    quiet: raw.quiet === true,
  };
}

/** A file of this name is opened as gzip by everything else. */
const GZIP_NAME = /\.gz$/i;

/** The keys that are wanted with those that other options ask for; null: all. */
function withKeys(
  fields: readonly RecordKey[] | null,
  ...others: readonly (RecordKey | null)[]
): readonly RecordKey[] | null {
  return fields === null ? null : [...new Set([...fields, ...others.filter((key) => key !== null)])];
}

/** An option that would do nothing is a mistake to be told, not to be passed over. */
function checkCombinations(raw: RawOptions, format: FormatName, failOn: readonly FailCondition[]): void {
  if (raw.output === "") throw new UsageError("--output", '""', "the name of a file");
  if (raw.outDir === "") throw new UsageError("--out-dir", '""', "the name of a folder");
  if (raw.output !== undefined && raw.outDir !== undefined) {
    throw new UsageError("--output", "together with --out-dir", "one of the two");
  }
  if (raw.skipExisting === true && raw.outDir === undefined) {
    throw new UsageError("--skip-existing", "without --out-dir", "a folder to look for results in");
  }
  if (raw.outDir === undefined && (raw.output ?? "-") === "-") {
    const option = raw.gzip === true ? "--gzip" : raw.resume === true ? "--resume" : null;
    if (option !== null) {
      throw new UsageError(option, "without --out-dir or --output", "a folder or a file to write to");
    }
  }
  if (raw.minConfidence !== undefined && !failOn.includes("low-confidence")) {
    throw new UsageError("--min-confidence", "without --fail-on low-confidence", "both or none");
  }
  if (!formats[format].printsRecord) {
    const wanted = FORMATS.filter((name) => formats[name].printsRecord).join(", ");
    const expectation = `--format with one of ${wanted}, which print the record`;
    if (raw.fields !== undefined) throw new UsageError("--fields", `with --format ${format}`, expectation);
    if (raw.blocks === true) throw new UsageError("--blocks", `with --format ${format}`, expectation);
    if (raw.keepFields === true)
      throw new UsageError("--keep-fields", `with --format ${format}`, expectation);
  }
}

function summaryOf({ summary }: RawOptions): SummaryForm | null {
  if (summary === undefined || summary === false) return null;
  return summary === true ? "text" : oneOf("--summary", summary, SUMMARY_FORMS);
}

function framingOf({ records }: RawOptions): Framing | null {
  if (records === undefined || records === false) return null;
  return records === true ? "ndjson" : oneOf("--records", records, FRAMINGS);
}

/** A filter has a line for each record, and one place to write to. */
function checkRecords(raw: RawOptions, format: FormatName, framing: Framing | null): void {
  if (framing === null) return;
  if (format !== "ndjson") {
    throw new UsageError("--records", `with --format ${format}`, "--format ndjson, a line for each record");
  }
  if (raw.outDir !== undefined) {
    throw new UsageError("--out-dir", "with --records", "standard output or --output");
  }
  const choices = framing === "ndjson" ? ["auto", "jsonl"] : ["auto", "text", "html", "jsonl"];
  if (raw.inputFormat !== undefined && !choices.includes(raw.inputFormat)) {
    throw new UsageError(
      "--input-format",
      `${raw.inputFormat} with --records=${framing}`,
      `one of ${choices.join(", ")}`,
    );
  }
}

export function oneOf<T extends string>(option: string, value: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw new UsageError(option, `"${value}"`, expectedOneOf(choices, value));
  return found;
}

/** A comma-separated list without duplicates, in its order. */
function listOf<T extends string>(option: string, value: string, choices: readonly T[]): readonly T[] {
  const names = value.split(",").map((name) => name.trim());
  return [...new Set(names.map((name) => oneOf(option, name, choices)))];
}

const UNITS: Readonly<Record<string, number>> = { "": 1, k: 1024, m: 1024 ** 2 };

/** Bytes: "1048576", "1024K" or "1M". No more than a file may have that is one document. */
function sizeOf(option: string, value: string): number {
  const [, digits = "", unit = ""] = /^(\d{1,12})([km]?)i?b?$/i.exec(value.trim()) ?? [];
  const bytes = digits === "" ? 0 : Number(digits) * (UNITS[unit.toLowerCase()] ?? 1);
  if (bytes < 1 || bytes > MAX_DOCUMENT_BYTES) {
    throw new UsageError(
      option,
      `"${value}"`,
      "a number of bytes from 1 to 128M, such as 500000, 512K or 64M",
    );
  }
  return bytes;
}

/** More threads than any machine has cores are a mistake. */
const MOST_JOBS = 256;

function jobsOf(value: string): number {
  const jobs = /^\d{1,3}$/.test(value.trim()) ? Number(value) : 0;
  if (jobs < 1 || jobs > MOST_JOBS) {
    throw new UsageError("--jobs", `"${value}"`, `a whole number from 1 to ${MOST_JOBS}`);
  }
  return jobs;
}

function minConfidenceOf(value: string | undefined): number {
  if (value === undefined) return DEFAULT_MIN_CONFIDENCE;
  const number = value.trim() === "" ? Number.NaN : Number(value);
  if (!(number >= 0 && number <= 1)) {
    throw new UsageError("--min-confidence", `"${value}"`, "a number from 0 to 1");
  }
  return number;
}
