/**
 * Tags that were left in a text: exports and careless converters take some away and leave others. The text is read as a
 * browser would show it, except that its lines stay lines. Texts about markup and programs have tags too, and keep them.
 */
import { BLOCK, headingLevel } from "./html/tags.js";
import { type Tag, tagsIn } from "./tagScanner.js";
import { areStray, isUse } from "./tagUse.js";

/** Cells of one row; no block each. */
const CELLS: ReadonlySet<string> = new Set(["td", "th"]);

export interface Untagged {
  readonly text: string;
  /** Positions of the line feeds in it that stand for tags, in order. */
  readonly added: readonly number[];
}

/** The text with its stray tags taken out, and its headings as Markdown has them; null when it has none, or they are what it is about. */
export function withoutStrayTags(text: string): Untagged | null {
  const marked = text.includes("<") ? tagsIn(text) : [];
  if (marked.length > 0) return areStray(text, marked) ? stripped(text, marked) : null;
  if (!ESCAPED_TAG.test(text)) return null;
  const unescaped = text.replace(ESCAPED, (_, name: string) => CHARACTERS[name.toLowerCase()] ?? "");
  const tags = tagsIn(unescaped);
  return areStray(unescaped, tags) ? stripped(unescaped, tags) : null;
}

/** Markup that was escaped as a whole, as feeds do with the pages in them. */
const ESCAPED_TAG = /&lt;(?:\/(?:p|div|h[1-6]|li|blockquote|a|b|strong|i|em|span)|br ?\/?)&gt;/i;
const ESCAPED = /&(lt|gt|amp|quot|apos|#39|#34|#x27);/gi;
const CHARACTERS: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  apos: "'",
  "#39": "'",
  "#34": '"',
  "#x27": "'",
};

/** Every tag of a name that does its work somewhere; of the others those that stand where blocks begin. */
function stripped(text: string, tags: readonly Tag[]): Untagged {
  const names = new Set(tags.filter(isUse).map(({ name }) => name));
  const untagged = new UntaggedText();
  let from = 0;
  for (const tag of tags) {
    if (tag.kind === "foreign" || !names.has(tag.name)) continue;
    untagged.text(text.slice(from, tag.start));
    untagged.take(endsOfLinesIn(text.slice(tag.start, tag.end)));
    untagged.tag(tag, /^[ \t]{0,8}[\r\n]/.test(text.slice(tag.end, tag.end + 9)));
    from = tag.end;
  }
  // A last line of tags alone is a line.
  untagged.text(from === text.length ? " " : text.slice(from));
  return untagged.result();
}

/** A tag over several lines leaves them, so that lines keep their numbers. */
const endsOfLinesIn = (text: string): string => (text.match(/\r\n|\n|\r/g) ?? []).join("");

/** As text browsers print it. */
const BULLET = "• ";

/** The text while its tags are taken out. */
class UntaggedText {
  readonly #pieces: string[] = [];
  readonly #added: number[] = [];
  #length = 0;
  /** What an item or a heading that has begun puts before its text. */
  #mark = "";

  text(piece: string): void {
    const begins = this.#mark !== "" && /\S/.test(piece);
    this.take(begins ? piece.replace(/\S/, `${this.#mark}$&`) : piece);
    if (begins) this.#mark = "";
  }

  take(piece: string): void {
    this.#pieces.push(piece);
    this.#length += piece.length;
  }

  tag({ kind, name }: Tag, endsLine: boolean): void {
    if (kind === "hidden") return;
    if (CELLS.has(name)) this.take(" ");
    else if (name === "br") this.#end(endsLine ? 0 : 1);
    else if (BLOCK.has(name)) this.#end(2);
    const level = headingLevel(name);
    const mark = name === "li" ? BULLET : level > 0 ? `${"#".repeat(level)} ` : null;
    if (mark !== null) this.#mark = kind === "start" ? mark : "";
  }

  /** Two line feeds end a paragraph. */
  #end(feeds: number): void {
    for (let i = 0; i < feeds; i++) {
      this.#added.push(this.#length);
      this.take("\n");
    }
  }

  result(): Untagged {
    return { text: this.#pieces.join(""), added: this.#added };
  }
}
