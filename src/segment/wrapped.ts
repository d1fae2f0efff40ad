/** Reflow: puts hard-wrapped lines together again. */
import { endingOf } from "../features/measures.js";
import { stripBullet } from "./bullets.js";
import { Draft } from "./draft.js";
import { startsLower } from "./fragments.js";
import type { Line } from "./lines.js";
import { firstWordWidth, HANGING_INDENT, type Margins, marginAt } from "./margins.js";

/** Rules and fields to fill in, drawn with one sign. */
const DRAWN = /^([_=*~─—-])\1{3,}$/;
/** What text browsers print for buttons, frames and pictures without a text. */
const PLACEHOLDER = /^(?:\(BUTTON\)|IFRAME:|\[(?:INLINE|IMG|EMBED|USEMAP)[^\]]*\]|Link: [a-z-]+$)/;
/** Cells of a table that is drawn with spaces. */
const CELLS = /\S {3,}\S/;

/** The number of an ordered list's item. */
const NUMBER = /^(\d{1,3})[.)] /;
/** A line this full, of the margin, was meant to go on when the next one does in small letters. */
const FULL = 0.6;

/**
 * A line belongs to the one before when its first word would not have fitted there, or when it goes on a long open one in
 * small letters: spaces that do not break, and breaks in the page, end lines early. A blank line, a bullet, the next
 * number, a cell and a drawn line start a block.
 */
export function reflow(lines: readonly Line[], margins: Margins): Draft[] {
  const drafts: Draft[] = [];
  const indented = isTextIndented(lines);
  let before: Line | null = null;
  let item = 0;
  for (const line of lines) {
    const { text, bulleted } = stripBullet(line.text);
    const draft = drafts.at(-1);
    const number = numberOf(text);
    const starts = bulleted || line.afterBlank || (number > 1 && number === item + 1);
    if (!starts && draft !== undefined && before !== null && continues(before, line, margins)) {
      draft.append(text, line.number, line.tight);
    } else {
      const begun = new Draft(text, bulleted ? "list" : "text", line.number, line.afterBlank, line.tight);
      begun.outdented = indented && line.indent === 0;
      drafts.push(begun);
      item = number;
    }
    before = line;
  }
  return drafts;
}

/** Whether most of the text stands to the right of the first column. */
function isTextIndented(lines: readonly Line[]): boolean {
  let indented = 0;
  let all = 0;
  for (const { text, indent } of lines) {
    all += text.length;
    if (indent > 0) indented += text.length;
  }
  return 2 * indented > all;
}

/** 0 when the line is no item of an ordered list. */
function numberOf(text: string): number {
  return Number(NUMBER.exec(text)?.[1] ?? 0);
}

function continues(before: Line, line: Line, margins: Margins): boolean {
  if (isApart(before) || isApart(line)) return false;
  const margin = marginAt(margins, before.indent);
  const firstWord = firstWordWidth(line.text);
  // Centred lines start at different columns; what they hold has the margin's width all the same.
  if (Math.abs(line.indent - before.indent) > HANGING_INDENT)
    return before.width - before.indent + 1 + firstWord > margin;
  if (before.width + 1 + firstWord > margin) return true;
  return before.width >= margin * FULL && startsLower(line.text) && endingOf(before.text) === "open";
}

function isApart({ raw, indent }: Line): boolean {
  const text = stripBullet(raw.slice(indent)).text;
  return DRAWN.test(text) || PLACEHOLDER.test(text) || CELLS.test(text);
}
