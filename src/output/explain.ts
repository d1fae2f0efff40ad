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
  type SourceDocument,
} from "../model.js";
import { visibleLine } from "./visible.js";

/** Characters of a line that are shown: enough to know it again, few enough to leave room for the evidence. */
const EXCERPT = 60;
/** Characters of one evidence value that are shown. */
const EVIDENCE_EXCERPT = 40;
/** Letters that take two columns of a terminal: Hangul, kana, Han and full-width forms. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/g;
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
  yield paint.bold(`${visibleLine(nameOf(document))}: `) +
    `${lineCount} ${lineCount === 1 ? "line" : "lines"}, ${document.encoding}, layout ${layout}, ` +
    `confidence ${confidence.toFixed(2)}\n`;
  if (document.format === "html") {
    for (const block of blocks)
      yield* blockRows(block, block.lines[0], shorten(textOf(block), EXCERPT), columns, paint);
    return;
  }
  const lines = document.text.split(LINE_END);
  let next = 0;
  for (let line = 1; line <= lineCount; line++) {
    while ((blocks[next]?.lines[1] ?? Infinity) < line) next++;
    const here = blocksOn(line, blocks, next);
    const written = shorten(lines[line - 1] ?? "", EXCERPT);
    for (const block of here) {
      const excerpt = here.length === 1 ? written : shorten(textOf(block), EXCERPT);
      yield* blockRows(block, line, excerpt, columns, paint);
    }
    if (here.length === 0) yield `${number(line, columns, paint)}\n`;
  }
}

/** Of one of many also which: its number, and its address where it has one. */
function nameOf({ path, record, url, contained }: SourceDocument): string {
  const file = path ?? "standard input";
  if (contained !== true) return file;
  return `${file} record ${record}${url == null ? "" : ` (${url.slice(0, MOST_ADDRESS)})`}`;
}

/** Characters of an address that are shown. */
const MOST_ADDRESS = 200;

/** The blocks that touch a line, from `next` on: several where tags part it. */
function blocksOn(line: number, blocks: readonly LabelledBlock[], next: number): readonly LabelledBlock[] {
  let end = next;
  while ((blocks[end]?.lines[0] ?? Infinity) <= line) end++;
  return blocks.slice(next, end);
}

/** Of a page the blocks are shown, not the lines: several may stand on one, and most lines hold markup alone. */
const textOf = ({ spans }: LabelledBlock): string => spans.map(({ span }) => span.text).join(" ");

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
  const decisions = first && only !== undefined ? only.decisions : [];
  yield row(number(line, columns, paint), block, excerpt, decisions, columns, paint);
  yield* stepRows(decisions, columns, paint);
  if (only !== undefined) return;
  for (const span of block.spans) {
    if (span.span.lines[0] !== line) continue;
    const part = shorten(span.span.text, EXCERPT - PART.length);
    yield row(" ".repeat(columns.number), span, PART + part, span.decisions, columns, paint);
    yield* stepRows(span.decisions, columns, paint);
  }
}

/** Stands before a span of a block that has several. */
const PART = "└ ";

/** Number, label, rule, text, and what the deciding rule saw. */
function row(
  start: string,
  { label, rule }: { readonly label: Label; readonly rule: string },
  excerpt: string,
  decisions: readonly Decision[],
  columns: Columns,
  paint: ChalkInstance,
): string {
  const cells = `${start}  ${colourOf(label, paint)(label.padEnd(columns.label))}  ${rule.padEnd(columns.rule)}`;
  const evidence = evidenceText(decisions.at(-1)?.evidence ?? []);
  if (evidence === "") return `${cells}  ${excerpt}\n`;
  const wide = excerpt.match(WIDE)?.length ?? 0;
  return `${cells}  ${excerpt.padEnd(EXCERPT - wide)}  ${paint.dim(evidence)}\n`;
}

/** How the label came about, when it took more than one step; what the last one saw stands in the row itself. */
function* stepRows(
  decisions: readonly Decision[],
  columns: Columns,
  paint: ChalkInstance,
): Generator<string> {
  if (decisions.length < 2) return;
  const margin = " ".repeat(columns.number + 2);
  for (const [i, { pass, rule, before, after, evidence }] of decisions.entries()) {
    const change = before === null ? after : `${before} -> ${after}`;
    const seen = i === decisions.length - 1 ? "" : evidenceText(evidence);
    yield `${margin}${paint.dim(`${pass}: ${change} by ${rule}${seen === "" ? "" : `  ${seen}`}`)}\n`;
  }
}

const number = (line: number, columns: Columns, paint: ChalkInstance): string =>
  paint.dim(String(line).padStart(columns.number));

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
export function shorten(text: string, length: number): string {
  const cut = text.trim();
  if (cut.length <= length) return visibleLine(cut);
  const end = /[\ud800-\udbff]/.test(cut.charAt(length - 2)) ? length - 2 : length - 1;
  return `${visibleLine(cut.slice(0, end))}…`;
}
