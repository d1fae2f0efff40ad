/** Finds the tags of HTML in a text that is no page. */
import { BLOCK, VOID } from "./html/tags.js";

export interface Tag {
  readonly start: number;
  readonly end: number;
  /** In lower case; "" for a comment. */
  readonly name: string;
  /** `hidden`: a comment, or an element with all of its content, none of which is shown. `foreign`: no tag of HTML. */
  readonly kind: "start" | "end" | "hidden" | "foreign";
  readonly hasAttributes: boolean;
}

/** Elements within a line, as texts have them; others are names of types and placeholders. */
const INLINE: ReadonlySet<string> = new Set(
  (
    "a abbr acronym b bdi bdo big blink cite code data del dfn em figure font html i iframe ins kbd label " +
    "mark nobr picture q rp rt ruby s samp script small source span strike strong style sub sup svg time tt u var video"
  ).split(" "),
);

/** Programs and styles: what stands in them is no text. */
const UNSEEN: ReadonlySet<string> = new Set(["script", "style", "svg"]);

/** Attributes begin with a name and a value: `x <b and c> d` has none. */
const TAG = /<(\/?)([a-z][a-z\d]*(?:[:-][a-z\d-]+)?)(\s[^<>]*|\/)?>/iy;
const ATTRIBUTE = /^\s+[\w:@.-]+\s*=/;
/** A tag that the end of the text cuts off. */
const CUT_TAG = /<([a-z][a-z\d]*)\s+[\w:-]+\s*=[^<>]*$/iy;
const COMMENT = "<!--";
const COMMENT_END = "-->";

/** The tags in order; they do not overlap. The time is in proportion to the text. */
export function tagsIn(text: string): Tag[] {
  const tags: Tag[] = [];
  const scanner = new Scanner(text);
  for (let at = text.indexOf("<"); at !== -1; ) {
    const tag = scanner.tagAt(at);
    if (tag !== null) tags.push(tag);
    at = text.indexOf("<", tag === null ? at + 1 : tag.end);
  }
  return tags;
}

class Scanner {
  /** Ends that do not come any more: to be looked for once. */
  readonly #missing = new Set<string>();

  constructor(private readonly text: string) {}

  tagAt(start: number): Tag | null {
    const { text } = this;
    if (text.startsWith(COMMENT, start)) {
      const end = this.#endOf(COMMENT_END, start);
      return end < 0 ? null : { start, end, name: "", kind: "hidden", hasAttributes: false };
    }
    TAG.lastIndex = start;
    const found = TAG.exec(text);
    if (found === null) return this.#cutTagAt(start);
    const [whole, slash, written = "", rest = ""] = found;
    const name = written.toLowerCase();
    const hasAttributes = ATTRIBUTE.test(rest);
    const end = start + whole.length;
    const isBare = /^[\s/]*$/.test(rest);
    if (!hasAttributes && !isBare) return null;
    if (!isElement(name, hasAttributes)) return { start, end, name, kind: "foreign", hasAttributes };
    if (slash === "/") return { start, end, name, kind: "end", hasAttributes: false };
    if (!UNSEEN.has(name) || rest.endsWith("/")) return { start, end, name, kind: "start", hasAttributes };
    const close = this.#endOf(`</${written}>`, end);
    return close < 0
      ? { start, end, name, kind: "start", hasAttributes }
      : { start, end: close, name, kind: "hidden", hasAttributes };
  }

  #cutTagAt(start: number): Tag | null {
    CUT_TAG.lastIndex = start;
    const name = CUT_TAG.exec(this.text)?.[1]?.toLowerCase();
    if (name === undefined || !isElement(name, true)) return null;
    return { start, end: this.text.length, name, kind: "start", hasAttributes: true };
  }

  /** Behind the next such end; -1 without one. */
  #endOf(end: string, from: number): number {
    if (this.#missing.has(end)) return -1;
    const at = this.text.indexOf(end, from);
    if (at < 0) this.#missing.add(end);
    return at < 0 ? -1 : at + end.length;
  }
}

/** Elements with a name of their own (`o:p`, `amp-img`) are taken for such by their attributes alone. */
const isElement = (name: string, hasAttributes: boolean): boolean =>
  BLOCK.has(name) || INLINE.has(name) || VOID.has(name) || (hasAttributes && /[:-]/.test(name));
