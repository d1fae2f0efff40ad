/** Reflow: puts hard-wrapped lines together again. */
import { stripBullet } from "./bullets.js";
import { Draft } from "./draft.js";
import { type Margins, marginAt, wouldFit } from "./layout.js";
import { displayWidth, type Line } from "./lines.js";

/** Columns that a paragraph's first line may be indented against the others. */
const FIRST_LINE_INDENT = 5;

/**
 * A line belongs to the one before when its first word would not have fitted there. A blank line, a bullet and a new
 * indentation start a block.
 */
export function reflow(lines: readonly Line[], margins: Margins): Draft[] {
  const drafts: Draft[] = [];
  let before: Line | null = null;
  for (const line of lines) {
    const { text, bulleted } = stripBullet(line.text);
    const draft = drafts.at(-1);
    if (draft !== undefined && before !== null && !bulleted && continues(before, line, margins)) {
      draft.append(text, line.number);
    } else {
      drafts.push(new Draft(text, bulleted ? "list" : "text", line.number, line.afterBlank));
    }
    before = line;
  }
  return drafts;
}

function continues(before: Line, line: Line, margins: Margins): boolean {
  if (line.afterBlank || Math.abs(line.indent - before.indent) > FIRST_LINE_INDENT) return false;
  return !wouldFit(before.indent + displayWidth(before.text), line.text, marginAt(margins, before.indent));
}
