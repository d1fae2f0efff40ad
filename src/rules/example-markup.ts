/** The markup of an example: elements as CSS writes them, "aside div.newsletter-box p". */
import type { Hints, PageElement } from "../model.js";
import type { Markup } from "./markup-tests.js";
import { type NameMatcher, PageNames } from "./names.js";
import type { Example } from "./rule.js";

/** A tag, and classes with a dot, an id with a number sign, a role in brackets. */
export const ELEMENT = /^([a-z][a-z\d-]*)((?:[.#][\w-]+|\[role=[a-z]+\])*)$/;
const PART = /([.#])([\w-]+)|\[role=([a-z]+)\]/g;

function elementOf(selector: string, parent: PageElement | null, hidden: boolean): PageElement {
  const [, tag = "div", rest = ""] = ELEMENT.exec(selector) ?? [];
  const classes: string[] = [];
  let id = "";
  let role = "";
  for (const [, sign, name = "", given = ""] of rest.matchAll(PART)) {
    if (sign === ".") classes.push(name);
    else if (sign === "#") id = name;
    else role = given;
  }
  return {
    tag,
    parent,
    block: true,
    start: 0,
    end: 1,
    classes: classes.join(" "),
    id,
    role,
    property: "",
    hidden,
  };
}

/** The markup that an example gives; null for one that gives none. It is alone on its page and holds little of it. */
export function markupOf(example: Example, names: NameMatcher): Markup | null {
  const { within, hidden = false } = example;
  const density = example["link-density"];
  if (within === undefined && density === undefined && !hidden) return null;
  let element: PageElement = elementOf("html", null, false);
  for (const selector of (within ?? "div").split(" ")) element = elementOf(selector, element, hidden);
  const hints: Hints = {
    element,
    holder: element,
    linkDensity: density ?? 0,
    href: null,
    headingLevel: /^h[1-6]$/.test(element.tag) ? Number(element.tag[1]) : 0,
    listDepth: element.tag === "li" ? 1 : 0,
    listNumber: null,
    rows: null,
  };
  return { hints, names: new PageNames(names, -1, []).hits(hints) };
}
