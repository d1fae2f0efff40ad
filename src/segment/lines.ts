/** Text -> lines: what ends a line, what is white space, and what is not there at all. */
import { CJK, classAt, LETTER, SPACE } from "../features/characters.js";
import { clean } from "./clean.js";
import { isQuiet, isTight, isTightQuiet, mayBeGlued } from "./tight-place.js";

/** One non-blank line. */
export class Line {
  constructor(
    /** 1-based number in the document. */
    readonly number: number,
    /** Without its indentation; one space between two words; no invisible characters. */
    readonly text: string,
    /** As it came, but for its line end: code keeps its white space. */
    readonly raw: string,
    /** Columns before the first character; a tab goes to the next multiple of 8. */
    readonly indent: number,
    /** Columns to the end of the last character; wide characters take two. */
    readonly width: number,
    /** A blank line, or the document's start, stands before it. */
    readonly afterBlank: boolean,
    /** Something in it may be glued (tight-place.ts). */
    readonly tight: boolean,
    /** It has a sign that programs have in every other line and prose has not. */
    readonly signs: boolean,
  ) {}
}

export interface Lines {
  /** Lines of the document, blank ones included. */
  readonly count: number;
  readonly lines: readonly Line[];
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const PLAIN_SPACE = 32;
const AMPERSAND = 38;
const IDEOGRAPHIC_SPACE = 0x3000;
const FIRST_WIDE = 0x1100;
const OPENING_BRACKET = 40;
const SIGNS = new Uint8Array(128);
for (const sign of "{}=<>;#$") SIGNS[sign.charCodeAt(0)] = 1;

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
function isWide(code: number, bits: number): boolean {
  if ((bits & CJK) !== 0) return true;
  if (code <= 0x115f) return true;
  return (
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xff00 && code <= 0xff60)
  );
}

/** The non-blank lines of a text, numbered as in the text. One pass over the characters tells all that lines are asked. */
export function splitLines(text: string): Lines {
  const lines: Line[] = [];
  let number = 0;
  let afterBlank = true;
  for (let start = 0; start < text.length; ) {
    let first = -1;
    let last = start;
    let wide = 0;
    let unclean = false;
    let tight = false;
    let signs = false;
    let before = SPACE;
    let i = start;
    for (; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === LINE_FEED || code === CARRIAGE_RETURN) break;
      const bits = classAt(code);
      if ((bits & SPACE) !== 0) {
        if (code !== PLAIN_SPACE || (before & SPACE) !== 0) unclean = true;
        if (code === IDEOGRAPHIC_SPACE && !tight && isTight(text, i, code, bits, before)) tight = true;
      } else {
        if (first < 0) first = i;
        last = i + 1;
        if (bits === 0) {
          // A control or format character: seen or not, it parts nothing.
          unclean = true;
          continue;
        }
        if (code >= FIRST_WIDE && isWide(code, bits)) wide++;
        if (isQuiet(bits)) {
          if (!tight && isTightQuiet(text, i, code, before)) tight = true;
        } else if ((before & SPACE) === 0 && !tight && isTight(text, i, code, bits, before)) tight = true;
        if (code === AMPERSAND) unclean = true;
        if (code < 128 && (SIGNS[code] === 1 || (code === OPENING_BRACKET && (before & LETTER) !== 0)))
          signs = true;
      }
      before = bits;
    }
    number++;
    if (first < 0) afterBlank = true;
    else {
      const raw = text.slice(start, i);
      const visible = text.slice(first, last);
      const cleaned = unclean ? clean(visible) : visible;
      if (cleaned !== "") {
        const indent = first === start ? 0 : columns(text, start, first);
        const width = indent + last - first + wide;
        // What has been decoded or taken out may have parted what is glued now.
        const glued = tight || (cleaned.length < visible.length && mayBeGlued(cleaned));
        lines.push(new Line(number, cleaned, raw, indent, width, afterBlank, glued, signs));
        afterBlank = false;
      } else afterBlank = true;
    }
    start = i + 1;
    if (text.charCodeAt(i) === CARRIAGE_RETURN && text.charCodeAt(start) === LINE_FEED) start++;
  }
  return { count: number, lines };
}
