/** Text -> lines: what ends a line, what is white space, and what is not there at all. */
import { CJK, classAt, SPACE } from "../features/characters.js";
import { clean } from "./clean.js";
import {
  KINDS,
  kindOf,
  LINE_ENDS,
  LINE_START,
  MAYBE_TIGHT,
  PAIR_BITS,
  PAIRS,
  PROGRAM_SIGN,
  UNCLEAN,
  UNSEEN,
} from "./pairs.js";
import { hasTightPlace, isTightPair, mayBeGlued } from "./tight-place.js";

/** One non-blank line. */
export class Line {
  #width = -1;

  constructor(
    /** 1-based number in the document. */
    readonly number: number,
    /** Without its indentation; one space between two words; no invisible characters. */
    readonly text: string,
    /** A blank line, or the document's start, stands before it. */
    readonly afterBlank: boolean,
    /** Columns before the first character; a tab goes to the next multiple of 8. */
    readonly indent: number,
    /** Something in it may be glued (tight-place.ts). */
    readonly tight: boolean,
    /** It has a sign that programs have in every other line and prose has not. */
    readonly signs: boolean,
    /** Where it starts and ends in the document. */
    private readonly document: string,
    private readonly start: number,
    private readonly end: number,
  ) {}

  /** As it came, but for its line end: code keeps its white space. */
  get raw(): string {
    return this.document.slice(this.start, this.end);
  }

  /** Columns to the end of the last character; wide characters take two. Few layouts are told by it. */
  get width(): number {
    if (this.#width < 0) this.#width = this.indent + columnsOf(this.raw.trim());
    return this.#width;
  }
}

export interface Lines {
  /** Lines of the document, blank ones included. */
  readonly count: number;
  readonly lines: readonly Line[];
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const IDEOGRAPHIC_SPACE = 0x3000;
const FIRST_WIDE = 0x1100;

const TAB = 9;
const TAB_STOP = 8;

/** Columns of the white space from `start` to `end`. */
function columns(text: string, start: number, end: number): number {
  let column = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === TAB) column += TAB_STOP - (column % TAB_STOP);
    else if (code === IDEOGRAPHIC_SPACE) column += 2;
    else if ((classAt(code) & SPACE) !== 0) column++;
  }
  return column;
}

/** Characters that take two columns: Hangul, Han, kana, their punctuation and full-width forms. */
function isWide(code: number): boolean {
  if (code < FIRST_WIDE) return false;
  const bits = classAt(code);
  if (bits === 0 || (bits & SPACE) !== 0) return false;
  if ((bits & CJK) !== 0) return true;
  if (code <= 0x115f) return true;
  return (
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xff00 && code <= 0xff60)
  );
}

/** Columns of a text without white space around it. */
export function columnsOf(text: string): number {
  let count = text.length;
  for (let i = 0; i < text.length; i++) if (isWide(text.charCodeAt(i))) count++;
  return count;
}

/**
 * The non-blank lines of a text, numbered as in the text. The scan is one table look-up a character (pairs.ts); what it
 * says of a line as a whole decides which lines are looked at again. `added` are the positions of line feeds that the
 * document does not have: they stand where its tags did (strayTags.ts), part lines and count for none.
 */
export function splitLines(text: string, added: readonly number[] = []): Lines {
  const lines: Line[] = [];
  const { length } = text;
  let number = 0;
  let afterBlank = true;
  let next = 0;
  let goesOn = false;
  for (let start = 0; start < length; ) {
    let first = start;
    while (first < length && isSpaceInLine(text.charCodeAt(first))) first++;
    let masks = 0;
    let tight = false;
    let before = LINE_START;
    let end = first;
    for (; end < length; end++) {
      const code = text.charCodeAt(end);
      const kind = KINDS[code] || kindOf(code);
      const mask = PAIRS[(before << PAIR_BITS) | kind] ?? 0;
      masks |= mask;
      if ((mask & MAYBE_TIGHT) !== 0 && !tight) tight = isTightPair(text, end, first);
      if (kind === LINE_ENDS) break;
      before = kind;
    }
    if (!goesOn) number++;
    while ((added[next] ?? length) < end) next++;
    goesOn = added[next] === end;
    const line = end === first ? null : lineOf(text, number, start, first, end, masks, tight, afterBlank);
    if (line === null) afterBlank = true;
    else {
      lines.push(line);
      afterBlank = false;
    }
    start = end + 1;
    if (text.charCodeAt(end) === CARRIAGE_RETURN && text.charCodeAt(start) === LINE_FEED) start++;
  }
  return { count: number, lines };
}

function isSpaceInLine(code: number): boolean {
  return code === 32 || (code !== LINE_FEED && code !== CARRIAGE_RETURN && (classAt(code) & SPACE) !== 0);
}

/** The line from `start` to `end`, or null when nothing of it is seen. */
function lineOf(
  text: string,
  number: number,
  start: number,
  first: number,
  end: number,
  masks: number,
  isTight: boolean,
  afterBlank: boolean,
): Line | null {
  let last = end;
  while (isSpaceInLine(text.charCodeAt(last - 1))) last--;
  const visible = text.slice(first, last);
  const cleaned = (masks & UNCLEAN) === 0 ? visible : clean(visible);
  if (cleaned === "") return null;
  const tight =
    isTight ||
    ((masks & UNSEEN) !== 0 && hasTightPlace(text, first, last)) ||
    // What has been decoded or taken out may have parted what is glued now.
    (cleaned.length < visible.length && mayBeGlued(cleaned));
  const indent = first === start ? 0 : columns(text, start, first);
  const signs = (masks & PROGRAM_SIGN) !== 0;
  return new Line(number, cleaned, afterBlank, indent, tight, signs, text, start, end);
}
