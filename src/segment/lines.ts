/** Text -> lines: what ends a line, what is white space, and what is not there at all. */
import { CJK, classAt } from "../features/characters.js";

/** One non-blank line. */
export class Line {
  constructor(
    /** 1-based number in the document. */
    readonly number: number,
    /** Without its indentation; one space between two words; no invisible characters. */
    readonly text: string,
    /** Columns before the first character; a tab goes to the next multiple of 8. */
    readonly indent: number,
    /** As it came, but for its line end: code keeps its white space. */
    readonly raw: string,
    /** A blank line, or the document's start, stands before it. */
    readonly afterBlank: boolean,
  ) {}
}

export interface Lines {
  /** Lines of the document, blank ones included. */
  readonly count: number;
  readonly lines: readonly Line[];
}

/** LF, CRLF and CR end a line, as in any editor. */
const LINE_END = /\r\n|\n|\r/;

/** Soft hyphens, zero-width spaces and joiners of nothing, direction marks, byte order marks: never seen, so never read. */
const INVISIBLE = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
const WHITE_SPACE = /\s+/g;
/** One white-space character that is no plain space, or two in a row: the text has to be cleaned. */
const UNCLEAN = /[^\S ]|\s\s|[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/;

/** White space made single, invisible characters dropped. */
export function clean(text: string): string {
  const trimmed = text.trim();
  return UNCLEAN.test(trimmed) ? trimmed.replace(INVISIBLE, "").replace(WHITE_SPACE, " ").trim() : trimmed;
}

const TAB_STOP = 8;

function indentOf(raw: string): number {
  let column = 0;
  for (let i = 0; i < raw.length; i++) {
    const code = raw.charCodeAt(i);
    if (code === 32 || code === 0xa0) column++;
    else if (code === 9) column += TAB_STOP - (column % TAB_STOP);
    else if (code === 0x3000) column += 2;
    else break;
  }
  return column;
}

/** The non-blank lines of a text, numbered as in the text. */
export function splitLines(text: string): Lines {
  if (text === "") return { count: 0, lines: [] };
  const raws = text.includes("\r") ? text.split(LINE_END) : text.split("\n");
  if (raws.at(-1) === "") raws.pop();
  const lines: Line[] = [];
  let afterBlank = true;
  raws.forEach((raw, i) => {
    const cleaned = clean(raw);
    if (cleaned === "") {
      afterBlank = true;
      return;
    }
    lines.push(new Line(i + 1, cleaned, indentOf(raw), raw, afterBlank));
    afterBlank = false;
  });
  return { count: raws.length, lines };
}

/** Columns that a text takes: a CJK character takes two. */
export function displayWidth(text: string): number {
  let width = text.length;
  for (let i = 0; i < text.length; i++) if ((classAt(text.charCodeAt(i)) & CJK) !== 0) width++;
  return width;
}
