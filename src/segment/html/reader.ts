/**
 * Reads a page's markup into blocks, in one pass and without a tree of it.
 *
 * htmlparser2's tokenizer tells where tags and texts are; this class keeps the elements that are open, and the text
 * since the last tag that begins or ends a block. A block is a flat thing: its text, and what the markup tells about it
 * (`Hints`), above all the chain of elements around it. An element is in turn an interval of blocks.
 */
import type { Span } from "../../model.js";
import { Element, holderOf } from "./element.js";
import { FactCollector } from "./facts.js";
import { LineCounter } from "./lineCounter.js";
import { OpenLists } from "./lists.js";
import { joinTable } from "./tables.js";
import { type Attributes, type TagListener, TagReader } from "./tagReader.js";
import { BLOCK, CLOSES, CLOSES_PARAGRAPH, headingLevel, SCOPE, SKIPPED, VOID } from "./tags.js";
import { TextBlock } from "./textBlock.js";

/** Elements within each other that are told apart, as many as browsers do (Blink's limit); deeper ones are passed over. */
const DEEPEST = 512;

const HIDING = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

export class PageReader implements TagListener {
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
  #attributes: Attributes = new Map();
  readonly #text = new TextBlock();
  readonly #lists = new OpenLists();

  constructor(html: string) {
    this.#html = html;
    this.#lines = new LineCounter(html);
  }

  read(): void {
    new TagReader(this.#html, this).read();
    this.#flush();
    while (this.#stack.length > 1) this.#pop();
    this.#root.end = this.blocks.length;
  }

  get lineCount(): number {
    return this.#lines.total;
  }

  get isSkipping(): boolean {
    return this.#skipping !== "";
  }

  text(text: string, at: number): void {
    if (this.#skipping !== "") {
      if (this.#isJsonLd) this.facts.script(text);
      // Most texts between tags are line breaks and indentation.
    } else if (this.#preformatted > 0 || !isBlank(text)) this.#addText(text, at);
    else this.#text.space();
  }

  start(tag: string, attributes: Attributes, isVoid: boolean): void {
    this.#attributes = attributes;
    if (this.#skipping !== "") {
      if (!isVoid) this.#skip(tag);
    } else if (isVoid) this.#void(tag);
    else if (SKIPPED.has(tag) || (tag === "title" && this.#sawTitle)) {
      this.#skipping = tag;
      this.#isJsonLd = tag === "script" && (attributes.get("type") ?? "").toLowerCase().includes("ld+json");
      this.#skip(tag);
    } else if (ROOT.has(tag)) this.facts.root(attributes);
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
    } else if (tag === "img") this.#text.space();
  }

  #lineBreak(): void {
    if (this.#text.breakLine(this.#preformatted > 0)) this.#flush();
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
    this.#lists.open(element, this.#attributes.get("start"));
    if (tag === "pre") this.#preformatted++;
    else if (element.link) this.#link = element;
  }

  #countCell(cell: Element): void {
    const row = this.#top;
    if (row.tag !== "tr") return;
    cell.cells = row.cells;
    const span = Number.parseInt(this.#attributes.get("colspan") ?? "1", 10);
    row.cells += span >= 1 && span <= WIDEST_SPAN ? span : 1;
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
    else this.#text.endLine();
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

  end(tag: string): void {
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
      if (open === 0) this.end(tag);
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
    else if (tag === "table") joinTable(this.blocks, element);
    this.#lists.close(element);
    if (this.#link === element) this.#link = null;
  }

  // Blocks.

  #addText(text: string, start: number): void {
    const link = this.#link === null || this.#isAnchor(this.#link) ? null : this.#link.href;
    this.facts.text(this.#text.add(text, start, this.#top, link));
  }

  /** A heading that links to itself, so that readers can take its address along, is no link. */
  #isAnchor({ href }: Element): boolean {
    return href.startsWith("#") && HEADINGS.some((tag) => this.#isOpen(tag));
  }

  /** Ends the block that is being read. */
  #flush(): void {
    const isCode = this.#preformatted > 0;
    const taken = this.#text.take(isCode);
    if (taken === null) return;
    const { text, element, from, to, linkDensity, href } = taken;
    const item = this.#lists.take();
    this.blocks.push({
      text,
      lines: [this.#lines.at(from), this.#lines.at(to)],
      form: isCode ? "code" : item !== null ? "list" : this.#isOpen("blockquote") ? "quote" : "text",
      hints: {
        element,
        holder: holderOf(element),
        linkDensity,
        href,
        headingLevel: levelOf(element),
        listDepth: item?.depth ?? 0,
        listNumber: item?.number ?? null,
        rows: null,
      },
    });
  }
}

const HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"] as const;

/** Elements that every page has around it, told or not. */
const ROOT: ReadonlySet<string> = new Set(["html", "head", "body"]);
const TABLE: ReadonlySet<string> = new Set(["table"]);

/** Columns that a cell may span; more is no table of data. */
const WIDEST_SPAN = 20;

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
