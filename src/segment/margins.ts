/**
 * Finds the columns at which lines were broken. A line that was broken has no room for the next one's first word: so
 * every pair of lines allows a range of margins, and the margin is what most pairs allow. Lines that were never broken
 * allow any.
 */
import { CJK, classAt } from "../features/characters.js";
import { endingOf } from "../features/measures.js";
import { stripBullet } from "./bullets.js";
import { columnsOf, type Line } from "./lines.js";

/**
 * Text browsers set headings without indentation and let them run wider than the text, so there are two margins; 0 where
 * no line tells one.
 */
export interface Margins {
  readonly outdented: number;
  readonly indented: number;
}

/** Nobody wraps wider or narrower: terminals, mail, w3m's 100 columns. */
const WIDEST_MARGIN = 132;
const NARROWEST_MARGIN = 40;
/** A line this full, followed by another, shows whether lines were broken at the margin. */
const FULL = 0.6;
const LEAST_BREAKS = 3;
/** Of the full lines, the share that was broken because the next word did not fit. */
const BROKEN_SHARE = 0.6;
/** Lines beyond the margin that could have been broken, to each line that was: code, tables, and no wrapping at all. */
const OVERLONG_SHARE = 0.5;
/** Of all broken pairs, the share that a margin of their own needs: a few lines fit any column by chance. */
const OWN_SHARE = 0.1;
/** A list mark or number is not parted from an address too long for the line. */
const LONGEST_MARK = 8;
/** Blank lines to a line of text: whatever wraps lines also sets paragraphs apart. */
const BLANK_SHARE = 0.03;

/** Text browsers indent nearly all lines by so much, whatever the page holds. */
const BROWSER_INDENT = 2;
const BROWSER_INDENT_SHARE = 0.6;
const BROWSER_OVERLONG_SHARE = 0.03;

/** The margins; null when lines were not broken. */
export function wrapMargins(lines: readonly Line[]): Margins | null {
  let blanks = 0;
  for (const line of lines) if (line.afterBlank) blanks++;
  if (blanks <= 1 || blanks < lines.length * BLANK_SHARE) return null;
  const outdented = new Breaks();
  const indented = new Breaks();
  let browser = 0;
  let overlong = 0;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    const next = lines[i + 1];
    if (line === undefined) break;
    if (line.indent >= BROWSER_INDENT) browser++;
    if (line.width > WIDEST_MARGIN) overlong++;
    const breaks = line.indent === 0 ? outdented : indented;
    breaks.seeWidth(line);
    if (next !== undefined && mayGoOn(line, next)) breaks.see(line, firstWordWidth(next.text));
  }
  const left = outdented.broken();
  const right = indented.broken();
  if (left.pairs + right.pairs > 0) {
    const least = (left.pairs + right.pairs) * OWN_SHARE;
    return filled({
      outdented: left.pairs >= least ? left.margin : 0,
      indented: right.pairs >= least ? right.margin : 0,
    });
  }
  const looksBrowsed =
    browser >= lines.length * BROWSER_INDENT_SHARE && overlong <= lines.length * BROWSER_OVERLONG_SHARE;
  const margin = indented.margin();
  return looksBrowsed && margin >= NARROWEST_MARGIN ? { outdented: margin, indented: margin } : null;
}

/** A margin that no lines tell is the other one. */
function filled({ outdented, indented }: Margins): Margins {
  return { outdented: outdented || indented, indented: indented || outdented };
}

/** A line that may be one with the next: nothing stands between them, and the next is no item. */
function mayGoOn(line: Line, next: Line): boolean {
  return (
    !next.afterBlank &&
    Math.abs(next.indent - line.indent) <= HANGING_INDENT &&
    !stripBullet(next.text).bulleted
  );
}

/** Columns that an item's further lines, or a paragraph's first line, may be indented against the others. */
export const HANGING_INDENT = 5;

/** The pairs of lines among lines of one kind. */
class Breaks {
  /** Pairs that allow a margin of so many columns, as differences from column to column. */
  readonly #allowed = new Int32Array(WIDEST_MARGIN + 2);
  /** Lines of each width that are followed by another and end in no end mark. */
  readonly #open = new Int32Array(WIDEST_MARGIN + 2);
  /** Lines of each width that have a space to be broken at. */
  readonly #breakable = new Int32Array(WIDEST_MARGIN + 2);

  seeWidth(line: Line): void {
    if (line.text.lastIndexOf(" ") >= LONGEST_MARK) count(this.#breakable, line.width);
  }

  see(line: Line, firstWord: number): void {
    if (line.width > WIDEST_MARGIN) return;
    count(this.#allowed, line.width);
    const end = line.width + 1 + firstWord;
    if (end <= WIDEST_MARGIN) this.#allowed[end] = (this.#allowed[end] ?? 0) - 1;
    if (endingOf(line.text) !== "sentence") count(this.#open, line.width);
  }

  /** The margin that most pairs allow; 0 without any. */
  margin(): number {
    let margin = 0;
    let most = 0;
    let allowed = 0;
    for (let column = 0; column <= WIDEST_MARGIN; column++) {
      allowed += this.#allowed[column] ?? 0;
      if (column >= NARROWEST_MARGIN && allowed > most) {
        most = allowed;
        margin = column;
      }
    }
    return margin;
  }

  /** The margin and the pairs that were broken at it; none when the lines were not broken. */
  broken(): { readonly margin: number; readonly pairs: number } {
    const margin = this.margin();
    const none = { margin: 0, pairs: 0 };
    if (margin === 0) return none;
    let broken = 0;
    for (let column = 0; column <= margin; column++) broken += this.#allowed[column] ?? 0;
    let full = 0;
    for (let column = Math.ceil(margin * FULL); column <= margin; column++) full += this.#open[column] ?? 0;
    let overlong = 0;
    for (let column = margin + 1; column < this.#breakable.length; column++)
      overlong += this.#breakable[column] ?? 0;
    const isBroken =
      broken >= LEAST_BREAKS && broken >= full * BROKEN_SHARE && overlong <= broken * OVERLONG_SHARE;
    return isBroken ? { margin, pairs: broken } : none;
  }
}

/** Counts by width, all that are wider than any margin together. */
function count(counts: Int32Array, width: number): void {
  const column = Math.min(width, counts.length - 1);
  counts[column] = (counts[column] ?? 0) + 1;
}

/** The margin for lines of this indentation. */
export function marginAt(margins: Margins, indent: number): number {
  return indent === 0 ? margins.outdented : margins.indented;
}

/** Text without spaces is broken between any two characters. */
export function firstWordWidth(text: string): number {
  if ((classAt(text.charCodeAt(0)) & CJK) !== 0) return 2;
  const space = text.indexOf(" ");
  return columnsOf(space < 0 ? text : text.slice(0, space));
}
