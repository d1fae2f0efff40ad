/** What a page says of itself beside its text: collected while it is read, judged in article/metadata. */
import type { PageFacts, PageImage, PageMeta, PageProperty } from "../../model.js";
import type { Element } from "./element.js";
import { visibleText } from "./visibleText.js";

/** More are a database, a catalogue or an attack. */
const MOST = 2_000;
const MOST_SCRIPTS = 100;
const LONGEST_SCRIPT = 2_000_000;
/** Characters of a property's text: no title is longer. */
const LONGEST_VALUE = 1_000;
/** Elements within each other whose texts are kept at the same time. */
const MOST_OPEN = 8;

type Attributes = ReadonlyMap<string, string>;

interface Capture {
  readonly element: Element;
  readonly names: readonly string[];
  readonly block: number;
  text: string;
}

export class FactCollector implements PageFacts {
  language: string | null = null;
  base: string | null = null;
  canonical: string | null = null;
  readonly metas: PageMeta[] = [];
  readonly jsonLd: string[] = [];
  readonly properties: PageProperty[] = [];
  readonly images: PageImage[] = [];
  readonly #open: Capture[] = [];

  root(attributes: Attributes): void {
    this.language ??= attributes.get("lang") ?? attributes.get("xml:lang") ?? null;
  }

  script(text: string): void {
    if (this.jsonLd.length < MOST_SCRIPTS && text.length <= LONGEST_SCRIPT) this.jsonLd.push(text);
  }

  /** A void element; `block` is the index of the block that comes next. */
  add(tag: string, given: Attributes, block: number, parent: Element): void {
    if (tag === "meta") this.#meta(given, block, parent);
    else if (tag === "link") this.#link(given);
    else if (tag === "base") this.base ??= given.get("href") ?? null;
    else if (tag === "img") this.#image(given, block);
  }

  #meta(given: Attributes, block: number, parent: Element): void {
    const content = given.get("content");
    if (content === undefined || content.trim() === "") return;
    const names = `${given.get("name") ?? ""} ${given.get("property") ?? ""}`.toLowerCase().split(/\s+/);
    for (const name of names) {
      if (name !== "" && this.metas.length < MOST) this.metas.push({ name, content: visibleText(content) });
    }
    for (const name of propertyNames(given.get("itemprop") ?? "", parent))
      this.#property(name, content, block);
  }

  #link(given: Attributes): void {
    const rel = (given.get("rel") ?? "").toLowerCase().split(/\s+/);
    if (rel.includes("canonical")) this.canonical ??= given.get("href") ?? null;
  }

  #image(given: Attributes, block: number): void {
    const url = given.get("src") ?? "";
    if (url === "" || url.startsWith("data:") || this.images.length >= MOST) return;
    this.images.push({ url, width: pixels(given.get("width")), height: pixels(given.get("height")), block });
  }

  /** An element that may name a property; its text is the value when no attribute is. */
  start(element: Element, given: Attributes, block: number): void {
    const names = namesOf(element, given);
    if (names.length === 0) return;
    const value = given.get("content") ?? given.get("datetime");
    if (value !== undefined) for (const name of names) this.#property(name, value, block);
    else if (this.#open.length < MOST_OPEN) this.#open.push({ element, names, block, text: "" });
  }

  text(text: string): void {
    for (const capture of this.#open) if (capture.text.length < LONGEST_VALUE) capture.text += text;
  }

  end(element: Element): void {
    if (this.#open.at(-1)?.element !== element) return;
    const capture = this.#open.pop();
    if (capture === undefined) return;
    for (const name of capture.names)
      this.#property(name, capture.text.slice(0, LONGEST_VALUE), capture.block);
  }

  #property(name: string, value: string, block: number): void {
    const text = visibleText(value);
    if (text !== "" && this.properties.length < MOST) this.properties.push({ name, value: text, block });
  }
}

function namesOf(element: Element, given: Attributes): string[] {
  const names = propertyNames(element.property, element.parent);
  if (element.tag === "time") names.push("time");
  const rel = given.get("rel");
  if (rel !== undefined && element.tag === "a")
    for (const name of rel.toLowerCase().split(/\s+/))
      if (name === "author" || name === "tag") names.push(`rel ${name}`);
  return names;
}

/** Elements around a property among which the thing is that it belongs to. */
const REACH = 8;

/** "headline"; "author name" for a name within an author; without prefix, as RDFa's "schema:headline" has one. */
function propertyNames(property: string, parent: Element | null): string[] {
  if (property === "") return [];
  let owner = "";
  let at = parent;
  for (let i = 0; i < REACH && at !== null && owner === ""; i++, at = at.parent) owner = at.property;
  const around = owner === "" ? "" : `${bare(owner.split(/\s+/)[0] ?? "")} `;
  return property.split(/\s+/).flatMap((name) => (name === "" ? [] : [`${around}${bare(name)}`]));
}

const bare = (name: string): string => name.slice(name.lastIndexOf(":") + 1).replace(/^.*[/#]/, "");

const pixels = (value: string | undefined): number | null =>
  value !== undefined && /^[1-9]\d{0,4}(?:px)?$/.test(value) ? Number.parseInt(value, 10) : null;
