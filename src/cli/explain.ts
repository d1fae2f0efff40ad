/** `bodycopy explain [file]`: every line with its label, its rule and the evidence. */
import type { ChalkInstance } from "chalk";
import { choicesOf } from "../article/article.js";
import { InputError, UsageError } from "../errors.js";
import { label } from "../extract.js";
import { resolveEncoding } from "../input/charset/encodings.js";
import { discover } from "../input/discover.js";
import { readDocuments } from "../input/read.js";
import type { Classification, SourceDocument } from "../model.js";
import { explain as explainRows } from "../output/explain.js";
import { explainChoices } from "../output/explainChoices.js";
import { jsonText } from "../output/jsonText.js";
import { painter, wantsColour } from "./colour.js";
import { EXIT, type ExitCode } from "./exitCode.js";
import { Printer } from "./printer.js";
import { Reporter } from "./reporter.js";
import { ruleSet } from "./ruleSet.js";
import { oneOf } from "./settings.js";
import type { Streams } from "./streams.js";

export const EXPLAIN_FORMATS = ["text", "json"] as const;

export interface ExplainOptions {
  readonly format?: string;
  readonly encoding?: string;
  readonly record?: string;
  readonly rules?: readonly string[];
  readonly color?: boolean;
}

/** Rows that are written at once. */
const ROWS_A_WRITE = 256;

export async function explain(
  path: string | undefined,
  options: ExplainOptions,
  streams: Streams,
): Promise<ExitCode> {
  const format = oneOf("--format", options.format ?? "text", EXPLAIN_FORMATS);
  const encoding = options.encoding === undefined ? null : resolveEncoding(options.encoding);
  const wanted = options.record === undefined ? null : recordNumber(options.record);
  const rules = await ruleSet(options.rules ?? [], streams.cwd);
  const stdout = new Printer(streams.stdout);
  const reporter = new Reporter(new Printer(streams.stderr), { clear: () => {} });
  const paint = painter(wantsColour(options.color, streams.env, streams.stdout));
  const rows = (document: SourceDocument, labelled: Classification): Iterable<string> =>
    format === "json" ? [asJson(document, labelled)] : textRows(document, labelled, paint);

  for await (const input of discover(path === undefined ? [] : [path], { cwd: streams.cwd })) {
    if (input instanceof InputError) {
      reporter.fail(input);
      continue;
    }
    const stdin = input.kind === "stdin" ? streams.stdin : null;
    let isFound = wanted === null;
    for await (const document of readDocuments(input, { encoding, stdin })) {
      if (wanted !== null && recordOf(document) !== wanted) continue;
      isFound = true;
      if (document instanceof InputError) reporter.fail(document);
      else await writeRows(stdout, rows(document, label(document, rules, { explained: true })));
      if (wanted !== null) break;
    }
    if (!isFound) throw new UsageError("--record", `${wanted}`, "the number of a record that has a document");
  }
  return reporter.failures > 0 ? EXIT.failed : EXIT.done;
}

const recordOf = (found: SourceDocument | InputError): number | undefined =>
  found instanceof InputError ? found.place?.record : found.record;

function recordNumber(value: string): number {
  if (/^\d{1,15}$/.test(value)) return Number(value);
  throw new UsageError("--record", `"${value}"`, "the position of a record in its file, from 0");
}

async function writeRows(stdout: Printer, rows: Iterable<string>): Promise<void> {
  let batch: string[] = [];
  for (const row of rows) {
    batch.push(row);
    if (batch.length < ROWS_A_WRITE) continue;
    await stdout.write(batch.join(""));
    batch = [];
  }
  await stdout.write(batch.join(""));
}

function* textRows(
  document: SourceDocument,
  labelled: Classification,
  paint: ChalkInstance,
): Generator<string> {
  yield* explainRows(document, labelled, paint);
  yield* explainChoices(choicesOf(document, labelled), paint);
}

/** The whole classification, every decision included, and how a page's fields came by their values. */
function asJson(document: SourceDocument, { page, ...labelled }: Classification): string {
  const { path, record, encoding } = document;
  const fields = page === undefined ? {} : { fields: choicesOf(document, { page, ...labelled }) };
  return `${jsonText({ path, record, encoding, ...labelled, ...fields }, 2)}\n`;
}
