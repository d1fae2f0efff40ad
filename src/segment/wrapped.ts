/** Reflow: puts hard-wrapped lines together again. */
import { stripBullet } from "./bullets.js";
import { Draft } from "./draft.js";
import type { Line } from "./lines.js";
import { firstWordWidth, HANGING_INDENT, type Margins, marginAt } from "./margins.js";

/** Rules and fields to fill in, drawn with one sign. */
const DRAWN = /^([_=*~─—-])\1{3,}$/;
/** What text browsers print for buttons, frames and pictures without a text. */
const PLACEHOLDER = /^(?:\(BUTTON\)|IFRAME:|\[(?:INLINE|IMG|EMBED|USEMAP)[^\]]*\]|Link: [a-z-]+$)/;
/** Cells of a table that is drawn with spaces. */
const CELLS = /\S {3,}\S/;

/**
 * A line belongs to the one before when its first word would not have fitted there. A blank line, a bullet, a cell and a
 * drawn line start a block.
 */
export function reflow(lines: readonly Line[], margins: Margins): Draft[] {
  const drafts: Draft[] = [];
  const indented = isTextIndented(lines);
  let before: Line | null = null;
  for (const line of lines) {
    const { text, bulleted } = stripBullet(line.text);
    const draft = drafts.at(-1);
    if (draft !== undefined && before !== null && !bulleted && continues(before, line, margins)) {
      draft.append(text, line.number, line.tight);
    } else {
      const begun = new Draft(text, bulleted ? "list" : "text", line.number, line.afterBlank, line.tight);
      begun.outdented = indented && line.indent === 0;
      drafts.push(begun);
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

function continues(before: Line, line: Line, margins: Margins): boolean {
  if (line.afterBlank) return false;
  const margin = marginAt(margins, before.indent);
  const missing = before.width + 1 + firstWordWidth(line.text) > margin;
  if (Math.abs(line.indent - before.indent) > HANGING_INDENT) {
    // Centred lines start at different columns; what they hold has the margin's width all the same.
    if (before.width - before.indent + 1 + firstWordWidth(line.text) <= margin) return false;
  } else if (!missing) return false;
  return !isApart(before) && !isApart(line);
}

function isApart(line: Line): boolean {
  return DRAWN.test(line.text) || PLACEHOLDER.test(line.text) || CELLS.test(line.raw.slice(line.indent));
}
