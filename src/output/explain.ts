/**
 * The explain view: every line of a document with its label, the rule that gave it and what the rule saw. It does not
 * depend on the terminal: texts are cut at a fixed length, and colour is the only thing that a terminal adds.
 */
import type { ChalkInstance } from "chalk";
import {
  type Classification,
  CONTENT_LABELS,
  type Decision,
  type Evidence,
  FIELD_LABELS,
  type Label,
  type LabelledBlock,
  type LabelledSpan,
  type SourceDocument,
} from "../model.js";
import { visibleLine } from "./visible.js";

/** Characters of a line that are shown: enough to know it again, few enough to leave one row a line. */
const EXCERPT = 80;
/** Characters of one evidence value that are shown. */
const EVIDENCE_EXCERPT = 40;
/** Columns for the evidence; more of it pushes the text to the right. */
const EVIDENCE_WIDTH = 28;
/** The segmenter's line ends: LF, CRLF and CR. */
const LINE_END = /\r\n|\n|\r/;

interface Columns {
  readonly number: number;
  readonly label: number;
  readonly rule: number;
}

/** The rows of the view, one by one, each with its line break. */
export function* explain(
  document: SourceDocument,
  classification: Classification,
  paint: ChalkInstance,
): Generator<string> {
  const { blocks, lineCount, layout, confidence } = classification;
  const columns = measure(classification);
  yield paint.bold(`${visibleLine(document.path ?? "standard input")}: `) +
    `${lineCount} ${lineCount === 1 ? "line" : "lines"}, ${document.encoding}, layout ${layout}, ` +
    `confidence ${confidence.toFixed(2)}\n`;
  const lines = document.text.split(LINE_END);
  let next = 0;
  for (let line = 1; line <= lineCount; line++) {
    while ((blocks[next]?.lines[1] ?? Infinity) < line) next++;
    const block = blocks[next];
    const excerpt = shorten(lines[line - 1] ?? "", EXCERPT);
    const inside = block !== undefined && block.lines[0] <= line;
    yield* inside ? blockRows(block, line, excerpt, columns, paint) : [`${number(line, columns, paint)}\n`];
  }
}

/** Columns are as wide as the widest value of the document. */
function measure({ blocks, lineCount }: Classification): Columns {
  let label = 0;
  let rule = 0;
  for (const block of blocks) {
    for (const span of [block, ...block.spans]) {
      label = Math.max(label, span.label.length);
      rule = Math.max(rule, span.rule.length);
    }
  }
  return { number: String(lineCount).length, label, rule };
}

/** A line of a block: its own row on the block's first line, then the spans that start on it, if there are several. */
function* blockRows(
  block: LabelledBlock,
  line: number,
  excerpt: string,
  columns: Columns,
  paint: ChalkInstance,
): Generator<string> {
  const first = line === block.lines[0];
  const only = block.spans.length === 1 ? block.spans[0] : undefined;
  const evidence = first ? evidenceText(decisive(only)?.evidence ?? []) : "";
  const start = `${number(line, columns, paint)}  ${cells(block, columns, paint)}`;
  yield `${start}  ${paint.dim(evidence.padEnd(EVIDENCE_WIDTH))}  ${excerpt}\n`;
  if (only !== undefined) {
    if (first) yield* stepRows(only.decisions, columns, paint);
    return;
  }
  for (const span of block.spans) {
    if (span.span.lines[0] === line) yield* spanRows(span, columns, paint);
  }
}

function* spanRows(span: LabelledSpan, columns: Columns, paint: ChalkInstance): Generator<string> {
  const evidence = evidenceText(decisive(span)?.evidence ?? []);
  const start = `${" ".repeat(columns.number)}  ${cells(span, columns, paint)}`;
  yield `${start}  ${paint.dim(evidence.padEnd(EVIDENCE_WIDTH))}  └ ${shorten(span.span.text, EXCERPT)}\n`;
  yield* stepRows(span.decisions, columns, paint);
}

/** How the label came about, when it took more than one step. */
function* stepRows(
  decisions: readonly Decision[],
  columns: Columns,
  paint: ChalkInstance,
): Generator<string> {
  if (decisions.length < 2) return;
  const margin = " ".repeat(columns.number + 2);
  for (const { pass, rule, before, after, evidence } of decisions) {
    const change = before === null || before === after ? after : `${before} -> ${after}`;
    yield paint.dim(`${margin}${pass}: ${change} (${[rule, evidenceText(evidence)].join("  ").trim()})`) +
      "\n";
  }
}

const decisive = (span: LabelledSpan | undefined): Decision | undefined => span?.decisions.at(-1);

const number = (line: number, columns: Columns, paint: ChalkInstance): string =>
  paint.dim(String(line).padStart(columns.number));

function cells(span: { label: Label; rule: string }, columns: Columns, paint: ChalkInstance): string {
  const label = colourOf(span.label, paint)(span.label.padEnd(columns.label));
  return `${label}  ${span.rule.padEnd(columns.rule)}`;
}

/** Content is green, fields are cyan, noise is yellow. */
function colourOf(label: Label, paint: ChalkInstance): ChalkInstance {
  if (isIn(CONTENT_LABELS, label)) return paint.green;
  return isIn(FIELD_LABELS, label) ? paint.cyan : paint.yellow;
}

const isIn = (labels: readonly Label[], label: Label): boolean => labels.includes(label);

function evidenceText(evidence: readonly Evidence[]): string {
  return evidence
    .map(({ condition, value }) => `${condition}=${typeof value === "number" ? value : quoted(value)}`)
    .join(" ");
}

/** A name stands as it is, everything else in quotes. */
function quoted(value: string): string {
  const short = shorten(value, EVIDENCE_EXCERPT);
  return /^[\w-]+$/.test(short) ? short : `"${short}"`;
}

/** The first characters of a text as they can be shown; never half of a surrogate pair. */
function shorten(text: string, length: number): string {
  const cut = text.trim();
  if (cut.length <= length) return visibleLine(cut);
  const end = /[\ud800-\udbff]/.test(cut.charAt(length - 1)) ? length - 1 : length;
  return `${visibleLine(cut.slice(0, end))}…`;
}
