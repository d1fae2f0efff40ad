/** A block while it is put together from lines. */
import { CJK, CLOSING, COMMA, classAt, LOWER, OPENING, STOP } from "../features/characters.js";
import { languagesOf } from "../features/language.js";
import type { LineRange, SpanForm } from "../model.js";
import { hashOf } from "./neighbours.js";
import { mayBeGlued } from "./tight-place.js";

/** Characters of a joined text's end that are kept at hand: whoever joins looks at no more. */
const TAIL = 40;

export class Draft {
  /** Its first line starts further left than the dump's text. */
  outdented = false;
  /** 1 to 6 for what the dump marks as a heading, else 0. */
  level = 0;
  /** The cells of a table. */
  rows: readonly (readonly string[])[] | null = null;
  /** Characters of the text. */
  length: number;
  /** What the text ends in; all of it as long as nothing is joined to it. */
  tail: string;
  #pieces: string[] | null = null;
  #text: string;
  /** Offsets at which further lines start, and their numbers. */
  #offsets: number[] | null = null;
  #numbers: number[] | null = null;
  readonly #first: number;
  #last: number;
  #whole = false;

  constructor(
    text: string,
    readonly form: SpanForm,
    line: number,
    /** A blank line stands before it. */
    readonly afterBlank: boolean,
    /** Something in it may be glued. */
    public tight: boolean,
  ) {
    this.#text = text;
    this.length = text.length;
    this.tail = text;
    this.#first = line;
    this.#last = line;
  }

  /** The lines joined; not to be asked for between two joins, as each time it costs its length. */
  get text(): string {
    if (this.#pieces !== null) {
      this.#text += this.#pieces.join("");
      this.#pieces = null;
    }
    return this.#text;
  }

  /** Appends another line, with a space where words need one. */
  append(text: string, line: number, tight: boolean): void {
    this.#add(needsSpace(this.tail, text) ? " " : "", text, line);
    if (tight) this.tight = true;
  }

  /** Appends another draft. */
  join(other: Draft): void {
    const shift = this.length + (needsSpace(this.tail, other.text) ? 1 : 0);
    this.append(other.text, other.#first, other.tight);
    other.#offsets?.forEach((offset, i) => {
      this.#start(offset + shift, other.#numbers?.[i] ?? other.#first);
    });
  }

  /** Appends a line of code below the others, with the blank lines between them. */
  appendCode(raw: string, line: number): void {
    this.#add("\n".repeat(Math.max(1, line - this.#last)), raw, line);
  }

  #add(between: string, text: string, line: number): void {
    this.#pieces ??= [];
    if (between !== "") this.#pieces.push(between);
    this.#pieces.push(text);
    this.length += between.length;
    this.#start(this.length, line);
    this.length += text.length;
    this.tail = text.length >= TAIL ? text : (this.tail.slice(-TAIL) + between + text).slice(-TAIL);
  }

  #start(offset: number, line: number): void {
    this.#offsets ??= [];
    this.#numbers ??= [];
    this.#offsets.push(offset);
    this.#numbers.push(line);
    this.#last = line;
  }

  /** The same draft with another text, all of which stands on all of its lines. */
  withText(text: string): Draft {
    if (text === this.text) return this;
    const draft = new Draft(text, this.form, this.#first, this.afterBlank, mayBeGlued(text));
    draft.outdented = this.outdented;
    draft.#last = this.#last;
    draft.#whole = true;
    return draft;
  }

  get lines(): LineRange {
    return [this.#first, this.#last];
  }

  /** The lines that the characters from `from` to `to` (excluded) stand on. */
  linesOf(from: number, to: number): LineRange {
    if (this.#whole) return this.lines;
    return [this.#lineAt(from), this.#lineAt(Math.max(from, to - 1))];
  }

  #lineAt(offset: number): number {
    const offsets = this.#offsets ?? [];
    let low = 0;
    let high = offsets.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((offsets[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? this.#first : (this.#numbers?.[low - 1] ?? this.#first);
  }
}

/** A straight quote that opens, and a word that has lost its vowel to the next: qu’, l', dell’. */
const OPEN_END = /(?:^| )["']$|(?:(?:^|[ («"])[cdjlmnst]|qu|ll)[’']$/i;

/** Whether the text ends in something that belongs to what follows it, without a space. */
export const endsOpened = (text: string): boolean => OPEN_END.test(text.slice(-4));

const CLOSING_QUOTE = /^"(?:[ ,.;:)?!]|$)/;

const HYPHEN = /\p{L}-$/u;

/** `well-` and `known` are one word; `pre-` and `and post-war` are not. */
function isCompound(after: string): boolean {
  if ((classAt(after.charCodeAt(0)) & LOWER) === 0) return false;
  return languagesOf(hashOf(after.split(" ", 1)[0] ?? "")) === 0;
}

/** Whether a space belongs between two pieces of one sentence. */
export function needsSpace(before: string, after: string): boolean {
  const last = classAt(before.charCodeAt(before.length - 1));
  const first = classAt(after.charCodeAt(0));
  if ((first & (STOP | COMMA | CLOSING)) !== 0 || after.startsWith(":")) return false;
  if (HYPHEN.test(before.slice(-2)) && isCompound(after)) return false;
  if ((last & OPENING) !== 0 || endsOpened(before) || CLOSING_QUOTE.test(after.slice(0, 2))) return false;
  return !((last & CJK) !== 0 && (first & CJK) !== 0);
}
