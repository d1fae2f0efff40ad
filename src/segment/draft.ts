/** A block while it is put together from lines. */
import { CJK, CLOSING, COMMA, classAt, OPENING, STOP } from "../features/characters.js";
import type { LineRange, SpanForm } from "../model.js";

export class Draft {
  /** Offset in `text` at which each line starts, with its number. */
  readonly #starts: { offset: number; line: number }[];

  constructor(
    public text: string,
    public form: SpanForm,
    line: number,
    /** A blank line stands before it. */
    readonly afterBlank: boolean,
  ) {
    this.#starts = [{ offset: 0, line }];
  }

  /** Appends another line, with a space where words need one. */
  append(text: string, line: number): void {
    this.text += needsSpace(this.text, text) ? " " : "";
    this.#starts.push({ offset: this.text.length, line });
    this.text += text;
  }

  /** Appends another draft. */
  join(other: Draft): void {
    this.text += needsSpace(this.text, other.text) ? " " : "";
    const shift = this.text.length;
    for (const { offset, line } of other.#starts) this.#starts.push({ offset: offset + shift, line });
    this.text += other.text;
  }

  /** Appends a line of code below the others, with the blank lines between them. */
  appendCode(raw: string, line: number): void {
    this.text += "\n".repeat(Math.max(1, line - this.lines[1]));
    this.#starts.push({ offset: this.text.length, line });
    this.text += raw;
  }

  get lines(): LineRange {
    return [this.#starts[0]?.line ?? 0, this.#starts.at(-1)?.line ?? 0];
  }

  /** The lines that the characters from `from` to `to` (excluded) stand on. Call with rising offsets. */
  linesOf(from: number, to: number): LineRange {
    if (this.#starts.length === 1) return this.lines;
    return [this.#lineAt(from), this.#lineAt(Math.max(from, to - 1))];
  }

  #lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle]?.offset ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return this.#starts[low]?.line ?? 0;
  }
}

/** Whether a space belongs between two pieces of one sentence. */
export function needsSpace(before: string, after: string): boolean {
  const last = classAt(before.charCodeAt(before.length - 1));
  const first = classAt(after.charCodeAt(0));
  if ((first & (STOP | COMMA | CLOSING)) !== 0 || after.startsWith(":")) return false;
  if ((last & OPENING) !== 0) return false;
  return !((last & CJK) !== 0 && (first & CJK) !== 0);
}
