/** An element of a page while and after it is read. */
import type { PageElement } from "../../model.js";

export class Element implements PageElement {
  /** Its end tag was read, or another one's that ends it too. */
  closed = false;
  /** Index of the first block in it, and behind its last one; only of elements that begin a block. */
  start = 0;
  end = 0;
  classes = "";
  id = "";
  role = "";
  /** Names of properties: microdata's `itemprop`, RDFa's `property`. */
  property = "";
  hidden: boolean;
  /** Of a row: cells that were read, spanned columns counted. Of a cell: the cells before it. */
  cells = 0;
  /** It is a link, and what is read stands in it. */
  link = false;
  href = "";

  constructor(
    readonly tag: string,
    readonly parent: Element | null,
    readonly block: boolean,
  ) {
    this.hidden = parent?.hidden ?? false;
  }

  /** As CSS writes it, with the elements around it: "html main p.lead". */
  toJSON(): string {
    const around = this.parent === null ? "" : `${this.parent.toJSON()} `;
    const classes = this.classes.split(/\s+/).filter((name) => name !== "");
    const names = [...(this.id === "" ? [] : [`#${this.id}`]), ...classes.map((name) => `.${name}`)];
    return around + this.tag + names.join("");
  }
}

/** The element that begins the block that this one stands in: itself, or the nearest one around it that does. */
export function holderOf(element: Element): Element {
  let holder = element;
  while (!holder.block && holder.parent !== null) holder = holder.parent;
  return holder;
}
