/** The text of the block that is being read, until a tag ends it. */
import { decodeHTML } from "entities/decode";
import { type Element, holderOf } from "./element.js";
import { headingLevel } from "./tags.js";
import { visibleText } from "./visibleText.js";

/** A text between two block-level tags. */
export interface TakenText {
  readonly text: string;
  /** The nearest element that holds all of it. */
  readonly element: Element;
  /** Positions in the markup of its first and its last character. */
  readonly from: number;
  readonly to: number;
  readonly linkDensity: number;
  readonly href: string | null;
}

export class TextBlock {
  #pieces: string[] = [];
  /** Lines that ended with a line break. */
  #broken: string[] = [];
  #element: Element | null = null;
  #characters = 0;
  #linked = 0;
  #href: string | null = null;
  #from = 0;
  #to = 0;
  /** A line break was read and no text behind it. */
  #isBroken = false;

  /** `link` is the address of the link around the text, `start` the text's position. Gives the text as it is shown. */
  add(text: string, start: number, around: Element, link: string | null): string {
    if (this.#element === null) {
      this.#from = start + text.length - text.trimStart().length;
      this.#element = around;
    }
    while (this.#element.closed && this.#element.parent !== null) this.#element = this.#element.parent;
    this.#isBroken = false;
    this.#to = start + text.trimEnd().length - 1;
    const plain = text.includes("&") ? decodeHTML(text) : text;
    this.#pieces.push(plain);
    const visible = visibleLength(plain);
    this.#characters += visible;
    if (link !== null) {
      this.#linked += visible;
      this.#href ??= link;
    }
    return plain;
  }

  /** White space between two texts. */
  space(): void {
    if (this.#element !== null) this.#pieces.push(" ");
  }

  /** A line of preformatted text ends, unless it has. */
  endLine(): void {
    if (this.#element !== null && this.#pieces.at(-1)?.endsWith("\n") !== true) this.#pieces.push("\n");
  }

  /** A `br`; whether it is the second in a row, which ends a paragraph as readers see it. */
  breakLine(preformatted: boolean): boolean {
    if (preformatted) this.#pieces.push("\n");
    else if (this.#isBroken) return true;
    else if (this.#element !== null) {
      this.#broken.push(this.#pieces.join(""));
      this.#pieces = [];
      this.#isBroken = true;
    }
    return false;
  }

  /** The text so far; null when there is none to see. */
  take(preformatted: boolean): TakenText | null {
    const element = this.#element;
    if (element === null) {
      if (this.#pieces.length > 0) this.#pieces = [];
      return null;
    }
    const text = preformatted ? codeText(this.#pieces.join("")) : this.#cleaned(element);
    const linkDensity = this.#characters === 0 ? 0 : this.#linked / this.#characters;
    const taken = { text, element, from: this.#from, to: this.#to, linkDensity, href: this.#href };
    this.#pieces = [];
    this.#broken = [];
    this.#element = null;
    this.#isBroken = false;
    this.#characters = 0;
    this.#linked = 0;
    this.#href = null;
    return text === "" ? null : taken;
  }

  /** A heading is one line, however it is set. */
  #cleaned(element: Element): string {
    const last = visibleText(this.#pieces.join(""));
    if (this.#broken.length === 0) return last;
    const lines = [...this.#broken.map(visibleText), last].filter((line) => line !== "");
    return lines.join(headingLevel(holderOf(element).tag) > 0 ? " " : "\n");
  }
}

/** Characters that are no plain white space. */
function visibleLength(text: string): number {
  let length = 0;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 32) length++;
  return length;
}

/** Program text without the line breaks around it. */
const codeText = (text: string): string =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(/^(?:[ \t]*\n)+/, "")
    .trimEnd();
