/** What htmlparser2's tokenizer calls: positions in the markup -> tags with the attributes that matter, and texts. */
import { decodeHTML } from "entities/decode";
import { type QuoteType, Tokenizer } from "htmlparser2";
import { VOID } from "./tags.js";

export type Attributes = ReadonlyMap<string, string>;

/** Who is told of tags and texts, in their order. */
export interface TagListener {
  /** Whether what is read now is passed over: its attributes are not kept, and it may be a drawing. */
  readonly isSkipping: boolean;
  /** `at` is its position; character references stand as they are written. */
  text(text: string, at: number): void;
  /** `attributes` hold until the next tag. */
  start(tag: string, attributes: Attributes, isVoid: boolean): void;
  end(tag: string): void;
}

/** Attributes that anything is made of. */
const KEPT = new Set(
  (
    "class id role style hidden aria-hidden href rel itemprop property content datetime name " +
    "src width height type start colspan lang xml:lang"
  ).split(" "),
);
const LONGEST_NAME = 15;

export class TagReader {
  readonly #attributes = new Map<string, string>();
  #attribute = "";
  #tag = "";

  constructor(
    private readonly html: string,
    private readonly listener: TagListener,
  ) {}

  read(): void {
    const tokenizer = new Tokenizer({ decodeEntities: false }, this);
    tokenizer.write(this.html);
    tokenizer.end();
  }

  ontext(start: number, end: number): void {
    this.listener.text(this.html.slice(start, end), start);
  }

  onopentagname(start: number, end: number): void {
    this.#tag = this.html.slice(start, end).toLowerCase();
    if (this.#attributes.size > 0) this.#attributes.clear();
  }

  onattribname(start: number, end: number): void {
    this.#attribute = "";
    if (end - start > LONGEST_NAME || this.listener.isSkipping) return;
    const name = this.html.slice(start, end);
    const known = KEPT.has(name) ? name : name.toLowerCase();
    if (!KEPT.has(known) || this.#attributes.has(known)) return;
    this.#attribute = known;
    this.#attributes.set(known, "");
  }

  onattribdata(start: number, end: number): void {
    if (this.#attribute === "") return;
    const value = this.html.slice(start, end);
    this.#attributes.set(this.#attribute, value.includes("&") ? decodeHTML(value) : value);
  }

  onopentagend(_end: number): void {
    this.listener.start(this.#tag, this.#attributes, VOID.has(this.#tag));
  }

  onselfclosingtag(_end: number): void {
    // The slash means nothing in HTML; in drawings it does, and those are passed over.
    this.listener.start(this.#tag, this.#attributes, VOID.has(this.#tag) || this.listener.isSkipping);
  }

  onclosetag(start: number, end: number): void {
    this.listener.end(this.html.slice(start, end).toLowerCase());
  }

  onend(): void {}
  onattribend(_quote: QuoteType, _end: number): void {}
  onattribentity(_codepoint: number): void {}
  ontextentity(_codepoint: number, _end: number): void {}
  oncdata(_start: number, _end: number, _offset: number): void {}
  oncomment(_start: number, _end: number, _offset: number): void {}
  ondeclaration(_start: number, _end: number): void {}
  onprocessinginstruction(_start: number, _end: number): void {}
}
