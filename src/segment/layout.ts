/** Recognises how a dump was made: what a line of it stands for. */
import { CJK, classAt } from "../features/characters.js";
import { endingOf } from "../features/measures.js";
import type { Layout } from "../model.js";
import { displayWidth, type Line } from "./lines.js";

/**
 * Columns at which lines were broken. Text browsers set headings without indentation and let them run wider than the
 * text, so there are two.
 */
export interface Margins {
  readonly outdented: number;
  readonly indented: number;
}

/** The layout with what is needed to read it. */
export type RecognisedLayout =
  | { readonly kind: Exclude<Layout, "wrapped"> }
  | { readonly kind: "wrapped"; readonly margins: Margins };

/** A page on one line is at least this long; shorter ones are a sentence or two. */
const ONE_LINE_CHARACTERS = 400;

/** Lines among which the placeholders of a metadata header stand. */
const MICRO_HEAD_LINES = 80;
const MICRO_HEADER = /^(?:date \d{4}-\d\d-\d\d )?https?:\/\/\S+$/;
const XPATH = /^\/(?:html\/(?:head|body)\/\S|\/(?:\*|[a-z]+)\[@|\/[a-z]+\/[a-z]\w*(?:\[@|\s|$))/;

/** Nobody wraps wider: terminals, mail, w3m's 100 columns. */
const WIDEST_MARGIN = 132;
const NARROWEST_MARGIN = 40;
/** Lines that may stick out of the margin: long words and addresses cannot be wrapped. */
const OVERLONG_SHARE = 0.015;
/** The margin is the greatest width that this share of the lines reaches (dumps.md: 0.4%). */
const AT_MARGIN_SHARE = 0.004;
/** A line this full, followed by another, shows whether lines were broken at the margin. */
const FULL = 0.6;
const LEAST_BREAKS = 3;
/** Of the full lines, the share that was broken because the next word did not fit. */
const BROKEN_SHARE = 0.6;

export function recogniseLayout(lines: readonly Line[]): RecognisedLayout {
  const [first] = lines;
  if (first === undefined) return { kind: "lines" };
  if (isMicro(lines)) return { kind: "micro" };
  if (lines.length === 1) return { kind: first.text.length >= ONE_LINE_CHARACTERS ? "one-line" : "lines" };
  const margins = wrapMargins(lines);
  if (margins !== null) return { kind: "wrapped", margins };
  const blanks = lines.reduce((n, line) => n + (line.afterBlank ? 1 : 0), 0);
  return { kind: blanks > lines.length * BLANK_SHARE ? "paragraphs" : "lines" };
}

/** More blank lines than this to a line of text: they separate the blocks (dumps.md). */
const BLANK_SHARE = 0.3;

function isMicro(lines: readonly Line[]): boolean {
  if (MICRO_HEADER.test(lines[0]?.text ?? "")) return true;
  return lines.slice(0, MICRO_HEAD_LINES).some((line) => XPATH.test(line.text));
}

/** The columns at which lines were broken; null when they were not. */
function wrapMargins(lines: readonly Line[]): Margins | null {
  const widths = lines.map((line) => line.indent + displayWidth(line.text));
  const sorted = Float64Array.from(widths).sort();
  if ((sorted[Math.ceil(sorted.length * (1 - OVERLONG_SHARE)) - 1] ?? 0) > WIDEST_MARGIN) return null;
  const margins: Margins = {
    outdented: marginOf(widths.filter((_, i) => lines[i]?.indent === 0)),
    indented: marginOf(widths.filter((_, i) => lines[i]?.indent !== 0)),
  };
  let full = 0;
  let broken = 0;
  for (let i = 0; i + 1 < lines.length; i++) {
    const line = lines[i];
    const next = lines[i + 1];
    const width = widths[i] ?? 0;
    if (line === undefined || next === undefined || next.afterBlank || next.indent !== line.indent) continue;
    const margin = marginAt(margins, line.indent);
    if (
      margin < NARROWEST_MARGIN ||
      width < margin * FULL ||
      width > margin ||
      endingOf(line.text) === "sentence"
    )
      continue;
    full++;
    if (!wouldFit(width, next.text, margin)) broken++;
  }
  return broken >= LEAST_BREAKS && broken >= full * BROKEN_SHARE ? margins : null;
}

function marginOf(widths: readonly number[]): number {
  const sorted = Float64Array.from(widths.filter((width) => width <= WIDEST_MARGIN)).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * (1 - AT_MARGIN_SHARE)))] ?? 0;
}

/** The margin for lines of this indentation. */
export function marginAt(margins: Margins, indent: number): number {
  return indent === 0 ? margins.outdented : margins.indented;
}

/** Whether the next line's first word would have fitted behind a line of this width. */
export function wouldFit(width: number, next: string, margin: number): boolean {
  return width + 1 + firstWordWidth(next) <= margin;
}

/** Text without spaces is broken between any two characters. */
function firstWordWidth(text: string): number {
  if ((classAt(text.charCodeAt(0)) & CJK) !== 0) return 2;
  const space = text.indexOf(" ");
  return space < 0 ? displayWidth(text) : space;
}
