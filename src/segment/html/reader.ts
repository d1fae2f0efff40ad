/**
 * Reads a page's markup into blocks, in one pass and without a tree of it.
 *
 * htmlparser2's tokenizer tells where tags and texts are; this class keeps the elements that are open, and the text
 * since the last tag that begins or ends a block. A block is a flat thing: its text, and what the markup tells about it
 * (`Hints`), above all the chain of elements around it. An element is in turn an interval of blocks.
 */
import { decodeHTML } from "entities/decode";
import { type QuoteType, Tokenizer } from "htmlparser2";
import type { Span } from "../../model.js";
import { Element } from "./element.js";
import { FactCollector } from "./facts.js";
import { LineCounter } from "./lineCounter.js";
import { isDataTable, rowsOf } from "./tables.js";
import { BLOCK, CLOSES, CLOSES_PARAGRAPH, headingLevel, LISTS, SCOPE, SKIPPED, VOID } from "./tags.js";
import { visibleText } from "./visibleText.js";

/** Elements within each other that are told apart, as many as browsers do (Blink's limit); deeper ones are passed over. */
const DEEPEST = 512;

/** Attributes that anything is made of. */
const KEPT = new Set([
  ..."class id role style hidden aria-hidden href itemprop property start colspan name content datetime src width height type lang xml:lang rel".split(
    " ",
  ),
]);
const LONGEST_NAME = 15;

const HIDING = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

export class PageReader {
  readonly blocks: Span[] = [];
  readonly facts = new FactCollector();
  readonly #html: string;
  readonly #lines: LineCounter;
  readonly #root = new Element("html", null, true);
  readonly #stack: Element[] = [this.#root];
  #top = this.#root;
  /** Open elements by tag: an end tag without a start is told without a search. */
  readonly #openTags = new Map<string, number>();
  /** Elements that are open below the deepest that is kept. */
  #overflow = 0;
  /** The element that is passed over, because its content is no text; "" in none. */
  #skipping = "";
  /** It is a script with JSON-LD. */
  #isJsonLd = false;
  /** Elements that are open in it, itself included, by tag. */
  readonly #skipped = new Map<string, number>();
  #preformatted = 0;
  /** In a link; links do not nest. */
  #link: Element | null = null;
  #sawTitle = false;
  readonly #attributes = new Map<string, string>();
  #attribute = "";
  #tag = "";

  // The block that is being read.
  #pieces: string[] = [];
  #broken: string[] = [];
  #hasText = false;
  #holder: Element | null = null;
  #characters = 0;
  #linked = 0;
  #href: string | null = null;
  #from = 0;
  #to = 0;
  /** A line break was read and no text behind it. */
  #break = false;
  /** The item of a list that has no block yet. */
  #item: Element | null = null;
  readonly #numbers: (number | null)[] = [];

  constructor(html: string) {
    this.#html = html;
    this.#lines = new LineCounter(html);
  }

  read(): void {
    const tokenizer = new Tokenizer({ decodeEntities: false }, this);
    tokenizer.write(this.#html);
    tokenizer.end();
  }

  get lineCount(): number {
    return this.#lines.total;
  }

  // What the tokenizer calls.

  ontext(start: number, end: number): void {
    if (this.#skipping !== "") {
      if (this.#isJsonLd) this.facts.script(this.#html.slice(start, end));
      return;
    }
    const text = this.#html.slice(start, end);
    // Most texts between tags are line breaks and indentation.
    if (this.#preformatted > 0 || !isBlank(text)) this.#addText(text, start);
    else if (this.#hasText) this.#pieces.push(" ");
  }

  onopentagname(start: number, end: number): void {
    this.#tag = this.#html.slice(start, end).toLowerCase();
    if (this.#attributes.size > 0) this.#attributes.clear();
  }

  onattribname(start: number, end: number): void {
    this.#attribute = "";
    if (end - start > LONGEST_NAME || this.#skipping !== "") return;
    const name = this.#html.slice(start, end);
    const known = KEPT.has(name) ? name : name.toLowerCase();
    if (!KEPT.has(known) || this.#attributes.has(known)) return;
    this.#attribute = known;
    this.#attributes.set(known, "");
  }

  onattribdata(start: number, end: number): void {
    if (this.#attribute === "") return;
    const value = this.#html.slice(start, end);
    this.#attributes.set(this.#attribute, value.includes("&") ? decodeHTML(value) : value);
  }

  onattribend(_quote: QuoteType, _end: number): void {}
  onattribentity(_codepoint: number): void {}

  onopentagend(_end: number): void {
    this.#start(this.#tag, VOID.has(this.#tag));
  }

  onselfclosingtag(_end: number): void {
    // The slash means nothing in HTML; in drawings it does, and those are skipped.
    this.#start(this.#tag, VOID.has(this.#tag) || this.#skipping !== "");
  }

  onclosetag(start: number, end: number): void {
    this.#end(this.#html.slice(start, end).toLowerCase());
  }

  onend(): void {
    this.#flush();
    while (this.#stack.length > 1) this.#pop();
    this.#root.end = this.blocks.length;
  }

  ontextentity(_codepoint: number, _end: number): void {}
  oncdata(_start: number, _end: number, _offset: number): void {}
  oncomment(_start: number, _end: number, _offset: number): void {}
  ondeclaration(_start: number, _end: number): void {}
  onprocessinginstruction(_start: number, _end: number): void {}

  // Elements.

  #start(tag: string, isVoid: boolean): void {
    if (this.#skipping !== "") {
      if (!isVoid) this.#skip(tag);
    } else if (isVoid) this.#void(tag);
    else if (SKIPPED.has(tag) || (tag === "title" && this.#sawTitle)) {
      this.#skipping = tag;
      this.#isJsonLd =
        tag === "script" && (this.#attributes.get("type") ?? "").toLowerCase().includes("ld+json");
      this.#skip(tag);
    } else if (ROOT.has(tag)) this.facts.root(this.#attributes);
    else this.#open(tag);
  }

  #skip(tag: string): void {
    this.#skipped.set(tag, (this.#skipped.get(tag) ?? 0) + 1);
  }

  #open(tag: string): void {
    if (tag === "title") this.#sawTitle = true;
    this.#closeImplied(tag);
    if (this.#stack.length <= DEEPEST) {
      this.#push(tag);
      return;
    }
    this.#overflow++;
    if (BLOCK.has(tag)) this.#flush();
  }

  #void(tag: string): void {
    if (this.#attributes.size > 0) this.facts.add(tag, this.#attributes, this.blocks.length, this.#top);
    if (tag === "br") this.#lineBreak();
    else if (tag === "hr") {
      this.#closeImplied(tag);
      this.#flush();
    } else if (tag === "img" && this.#hasText) this.#pieces.push(" ");
  }

  #lineBreak(): void {
    if (this.#preformatted > 0) this.#pieces.push("\n");
    else if (!this.#hasText) return;
    else if (this.#break) this.#flush();
    else {
      this.#broken.push(this.#pieces.join(""));
      this.#pieces = [];
      this.#break = true;
    }
  }

  #push(tag: string): void {
    const block = BLOCK.has(tag);
    if (block) this.#begin();
    const element = new Element(tag, this.#top, block);
    this.#describe(element);
    element.start = this.blocks.length;
    if (tag === "td" || tag === "th") this.#countCell(element);
    if (this.#attributes.size > 0 || tag === "time")
      this.facts.start(element, this.#attributes, this.blocks.length);
    this.#stack.push(element);
    this.#top = element;
    this.#openTags.set(tag, (this.#openTags.get(tag) ?? 0) + 1);
    if (tag === "pre") this.#preformatted++;
    else if (tag === "li" || tag === "dd") this.#item = element;
    else if (tag === "ol") this.#numbers.push(startOf(this.#attributes) - 1);
    else if (LISTS.has(tag)) this.#numbers.push(null);
    else if (element.link) this.#link = element;
    if (tag === "li") this.#countItem();
  }

  #countCell(cell: Element): void {
    const row = this.#top;
    if (row.tag !== "tr") return;
    cell.cells = row.cells;
    const span = Number.parseInt(this.#attributes.get("colspan") ?? "1", 10);
    row.cells += span >= 1 && span <= WIDEST_SPAN ? span : 1;
  }

  #countItem(): void {
    const last = this.#numbers.length - 1;
    const number = this.#numbers[last];
    if (number != null) this.#numbers[last] = number + 1;
  }

  #describe(element: Element): void {
    const given = this.#attributes;
    if (given.size === 0) return;
    element.classes = given.get("class") ?? "";
    element.id = given.get("id") ?? "";
    element.role = given.get("role") ?? "";
    element.property = given.get("itemprop") ?? given.get("property") ?? "";
    if (given.has("hidden") || given.get("aria-hidden") === "true" || HIDING.test(given.get("style") ?? ""))
      element.hidden = true;
    if (element.tag === "a" && given.has("href")) {
      element.link = true;
      element.href = given.get("href") ?? "";
    }
  }

  /** A block-level tag: inside of preformatted text it is a line break, elsewhere it ends what was before. */
  #begin(): void {
    if (this.#preformatted === 0) this.#flush();
    else if (this.#hasText && !(this.#pieces.at(-1)?.endsWith("\n") ?? false)) this.#pieces.push("\n");
  }

  #closeImplied(tag: string): void {
    if (CLOSES_PARAGRAPH.has(tag) && this.#isOpen("p")) this.#closeUpTo((open) => open === "p", SCOPE);
    const closes = CLOSES[tag];
    if (closes !== undefined) this.#closeUpTo((open) => closes.open.has(open), closes.within, true);
    else if (tag === "a" && this.#isOpen("a")) this.#endInline("a");
    else if (headingLevel(tag) > 0 && headingLevel(this.#top.tag) > 0) this.#pop();
  }

  #isOpen(tag: string): boolean {
    return (this.#openTags.get(tag) ?? 0) > 0;
  }

  /** Closes the nearest open element that is wanted, or, with `all`, the outermost below `within`, and all in it. */
  #closeUpTo(wanted: (tag: string) => boolean, within: ReadonlySet<string>, all = false): void {
    let found = -1;
    for (let i = this.#stack.length - 1; i > 0; i--) {
      const tag = this.#stack[i]?.tag ?? "";
      if (wanted(tag)) {
        found = i;
        if (!all) break;
      } else if (within.has(tag)) break;
    }
    while (found > 0 && this.#stack.length > found) this.#pop();
  }

  #end(tag: string): void {
    if (this.#skipping !== "") this.#endSkipped(tag);
    else if (tag === "br") this.#lineBreak();
    else if (tag === "p" && !this.#isOpen("p")) this.#begin();
    else if (this.#overflow > 0 && !VOID.has(tag)) {
      this.#overflow--;
      if (BLOCK.has(tag)) this.#flush();
    } else if (this.#isOpen(tag)) {
      if (BLOCK.has(tag)) this.#endBlock(tag);
      else this.#endInline(tag);
    }
  }

  /** An element that is passed over and never ended ends with one around it, or it would take the page along. */
  #endSkipped(tag: string): void {
    const open = this.#skipped.get(tag) ?? 0;
    if (open > 0) this.#skipped.set(tag, open - 1);
    if (open === 0 ? this.#isOpen(tag) : tag === this.#skipping && open === 1) {
      this.#skipping = "";
      this.#skipped.clear();
      if (open === 0) this.#end(tag);
    }
  }

  #endBlock(tag: string): void {
    const isCell = SCOPE.has(tag) || CLOSES[tag] !== undefined;
    this.#closeUpTo((open) => open === tag, isCell ? TABLE : SCOPE);
  }

  /** An inline element does not end the blocks that were begun in it; it only loses what it meant. */
  #endInline(tag: string): void {
    for (let i = this.#stack.length - 1; i > 0; i--) {
      const element = this.#stack[i];
      if (element?.tag === tag) {
        while (this.#stack.length > i) this.#pop();
        return;
      }
      if (element?.block) break;
    }
    if (tag === "a") this.#link = null;
  }

  #pop(): void {
    const element = this.#top;
    const { tag } = element;
    if (element.block && (this.#preformatted === 0 || tag === "pre")) this.#flush();
    else if (element.block) this.#begin();
    this.#stack.pop();
    this.#top = this.#stack.at(-1) ?? this.#root;
    this.#openTags.set(tag, (this.#openTags.get(tag) ?? 1) - 1);
    element.closed = true;
    this.facts.end(element);
    element.end = this.blocks.length;
    if (tag === "pre") this.#preformatted--;
    else if (LISTS.has(tag)) this.#numbers.pop();
    else if (tag === "table") this.#joinTable(element);
    if (this.#link === element) this.#link = null;
    if (this.#item === element) this.#item = null;
  }

  // Blocks.

  #addText(text: string, start: number): void {
    if (!this.#hasText) {
      this.#from = start + text.length - text.trimStart().length;
      this.#holder = this.#top;
      this.#hasText = true;
    } else {
      while (this.#holder?.closed) this.#holder = this.#holder.parent;
    }
    this.#break = false;
    this.#to = start + text.trimEnd().length - 1;
    const plain = text.includes("&") ? decodeHTML(text) : text;
    this.#pieces.push(plain);
    this.facts.text(plain);
    const visible = this.#preformatted > 0 ? plain.length : visibleLength(plain);
    this.#characters += visible;
    if (this.#link !== null && !this.#isAnchor(this.#link)) {
      this.#linked += visible;
      this.#href ??= this.#link.href;
    }
  }

  /** A heading that links to itself, so that readers can take its address along, is no link. */
  #isAnchor({ href }: Element): boolean {
    return (
      href.startsWith("#") &&
      (this.#isOpen("h2") ||
        this.#isOpen("h3") ||
        this.#isOpen("h4") ||
        this.#isOpen("h1") ||
        this.#isOpen("h5") ||
        this.#isOpen("h6"))
    );
  }

  /** Ends the block that is being read. */
  #flush(): void {
    if (!this.#hasText) {
      if (this.#pieces.length > 0) this.#pieces = [];
      return;
    }
    const element = this.#holder ?? this.#root;
    const code = this.#preformatted > 0;
    const text = code ? codeText(this.#pieces.join("")) : this.#cleanText(element);
    if (text !== "") this.blocks.push(this.#block(text, element, code));
    this.#pieces = [];
    this.#broken = [];
    this.#hasText = false;
    this.#break = false;
    this.#characters = 0;
    this.#linked = 0;
    this.#href = null;
  }

  #cleanText(element: Element): string {
    const last = visibleText(this.#pieces.join(""));
    if (this.#broken.length === 0) return last;
    const lines = [...this.#broken.map(visibleText), last];
    const separator = headingLevel(holderOf(element).tag) > 0 ? " " : "\n";
    return lines.filter((line) => line !== "").join(separator);
  }

  #block(text: string, element: Element, code: boolean): Span {
    const holder = holderOf(element);
    const item = this.#item;
    const isItem = item !== null && !item.closed;
    if (isItem) this.#item = null;
    const inList = this.#numbers.length > 0;
    return {
      text,
      lines: [this.#lines.at(this.#from), this.#lines.at(this.#to)],
      form: code ? "code" : isItem ? "list" : this.#isOpen("blockquote") ? "quote" : "text",
      hints: {
        element,
        holder,
        linkDensity: this.#characters === 0 ? 0 : this.#linked / this.#characters,
        href: this.#href,
        headingLevel: levelOf(element),
        listDepth: inList && isItem ? this.#numbers.length : 0,
        listNumber: isItem ? (this.#numbers.at(-1) ?? null) : null,
        rows: null,
      },
    };
  }

  /** The cells of a table of data become one block. */
  #joinTable(table: Element): void {
    const cells = this.blocks.slice(table.start);
    if (!isDataTable(cells, table)) return;
    const rows = rowsOf(cells, table);
    const first = cells[0];
    const hints = first?.hints;
    if (first === undefined || hints === undefined) return;
    const characters = cells.reduce((sum, { text }) => sum + text.length, 0);
    const linked = cells.reduce((sum, { text, hints }) => sum + text.length * (hints?.linkDensity ?? 0), 0);
    this.blocks.length = table.start;
    this.blocks.push({
      text: rows.map((row) => row.filter((cell) => cell !== "").join("\t")).join("\n"),
      lines: [first.lines[0], cells.at(-1)?.lines[1] ?? first.lines[1]],
      form: "table",
      hints: {
        ...hints,
        element: table,
        holder: table,
        linkDensity: linked / characters,
        headingLevel: 0,
        listDepth: 0,
        rows,
      },
    });
    table.end = this.blocks.length;
  }
}

/** Elements that every page has around it, told or not. */
const ROOT: ReadonlySet<string> = new Set(["html", "head", "body"]);
const TABLE: ReadonlySet<string> = new Set(["table"]);

/** Columns that a cell may span; more is no table of data. */
const WIDEST_SPAN = 20;

const startOf = (attributes: ReadonlyMap<string, string>): number => {
  const start = Number.parseInt(attributes.get("start") ?? "1", 10);
  return Number.isSafeInteger(start) ? start : 1;
};

function holderOf(element: Element): Element {
  let holder = element;
  while (!holder.block && holder.parent !== null) holder = holder.parent;
  return holder;
}

/** A heading holds its text itself or through a box or two. */
const HEADING_REACH = 3;

function levelOf(element: Element): number {
  let level = 0;
  let boxes = 0;
  for (let at: Element | null = element; at !== null && boxes < HEADING_REACH; at = at.parent) {
    level = headingLevel(at.tag);
    if (level > 0) return level;
    if (at.block) boxes++;
  }
  return level;
}

const BLANK = /^\s*$/;
const isBlank = (text: string): boolean => text.charCodeAt(0) <= 32 && BLANK.test(text);

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
