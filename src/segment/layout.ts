/** Recognises how a dump was made: what a line of it stands for. */
import type { Layout } from "../model.js";
import type { Line } from "./lines.js";
import { type Margins, wrapMargins } from "./margins.js";

/** The layout with what is needed to read it. */
export type RecognisedLayout =
  | { readonly kind: Exclude<Layout, "wrapped"> }
  | { readonly kind: "wrapped"; readonly margins: Margins };

/** A page on one line is at least this long; shorter ones are a sentence or two. */
export const ONE_LINE_CHARACTERS = 400;

/** Beside short lines, one is a page from this length on: no paragraph is so long. */
const MOST_LINES = 3;
const PAGE_CHARACTERS = 2000;
const PAGE_SHARE = 0.9;

/** Lines among which the placeholders of a metadata header stand. */
const MICRO_HEAD_LINES = 80;
const MICRO_SOURCE = /^date \d{4}-\d\d-\d\d https?:\/\/\S+$/;
const ADDRESS = /^https?:\/\/\S+$/;
const XPATH = /^\/(?:html\/(?:head|body)\/\S|\/(?:\*|[a-z]+)\[@|\/[a-z]+\/[a-z]\w*(?:\[@|\s|$))/;
/** Lines within which a time follows an address, when it is the header of a record and no link of a menu. */
const RECORD_LINES = 12;
const TIME = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/;

/** More blank lines than this to a line of text: they separate the blocks (dumps.md). */
const BLANK_SHARE = 0.3;

export function recogniseLayout(lines: readonly Line[]): RecognisedLayout {
  const [first] = lines;
  if (first === undefined) return { kind: "lines" };
  if (isMicro(lines)) return { kind: "micro" };
  if (isOneLine(lines)) return { kind: "one-line" };
  const margins = wrapMargins(lines);
  if (margins !== null) return { kind: "wrapped", margins };
  let blanks = 0;
  for (const line of lines) if (line.afterBlank) blanks++;
  return { kind: blanks > lines.length * BLANK_SHARE ? "paragraphs" : "lines" };
}

/** One line holds the page, or all of it but a title or an address. */
function isOneLine(lines: readonly Line[]): boolean {
  if (lines.length > MOST_LINES) return false;
  const lengths = lines.map(({ text }) => text.length);
  const longest = Math.max(...lengths);
  if (lines.length === 1) return longest >= ONE_LINE_CHARACTERS;
  return longest >= PAGE_CHARACTERS && longest >= PAGE_SHARE * lengths.reduce((sum, n) => sum + n, 0);
}

/** The source on the first line, or an xpath that a value was asked for by. */
function isMicro(lines: readonly Line[]): boolean {
  const first = lines[0]?.text ?? "";
  if (MICRO_SOURCE.test(first)) return true;
  const head = lines.slice(0, MICRO_HEAD_LINES);
  if (head.some((line) => XPATH.test(line.text))) return true;
  if (!ADDRESS.test(first)) return false;
  // The title stands twice, or a time among the first values.
  return head[1]?.text === head[2]?.text || head.slice(1, RECORD_LINES).some((line) => TIME.test(line.text));
}
