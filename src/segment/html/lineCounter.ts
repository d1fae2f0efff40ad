/** The line of a position in a text; positions are asked for in rising order, so that the text is looked at once. */

export class LineCounter {
  readonly #text: string;
  /** What ends a line: files of the old Macintosh have carriage returns alone. */
  readonly #end: string;
  #line = 1;
  #next: number;

  constructor(text: string) {
    this.#text = text;
    this.#end = text.includes("\n") ? "\n" : "\r";
    this.#next = text.indexOf(this.#end);
  }

  /** 1-based line of the character at the position, which is not before the last one asked for. */
  at(position: number): number {
    while (this.#next >= 0 && this.#next < position) {
      this.#line++;
      this.#next = this.#text.indexOf(this.#end, this.#next + 1);
    }
    return this.#line;
  }

  /** Lines of the whole text; to be asked for at the end. */
  get total(): number {
    if (this.#text === "") return 0;
    return this.at(this.#text.length - 1);
  }
}
