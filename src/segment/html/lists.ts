/** The lists that are open while a page is read, and the item that has no block yet. */
import type { Element } from "./element.js";
import { LISTS } from "./tags.js";

export interface ItemPlace {
  /** Lists around the item, 0 for an item without a list. */
  readonly depth: number;
  /** Its number in a numbered list. */
  readonly number: number | null;
}

export class OpenLists {
  /** Of each open list the last number; null for one without numbers. */
  readonly #numbers: (number | null)[] = [];
  #item: Element | null = null;

  /** `start` is the attribute of a numbered list. */
  open(element: Element, start: string | undefined): void {
    const { tag } = element;
    if (LISTS.has(tag)) this.#numbers.push(tag === "ol" ? firstNumber(start) - 1 : null);
    if (tag === "li" || tag === "dd") this.#item = element;
    const last = this.#numbers.length - 1;
    const number = this.#numbers[last];
    if (tag === "li" && number != null) this.#numbers[last] = number + 1;
  }

  close(element: Element): void {
    if (LISTS.has(element.tag)) this.#numbers.pop();
    if (this.#item === element) this.#item = null;
  }

  /** The place of the item whose first block is asked for; null for a further block, or for none of an item. */
  take(): ItemPlace | null {
    if (this.#item === null) return null;
    this.#item = null;
    return { depth: this.#numbers.length, number: this.#numbers.at(-1) ?? null };
  }
}

function firstNumber(start: string | undefined): number {
  const number = Number.parseInt(start ?? "1", 10);
  return Number.isSafeInteger(number) ? number : 1;
}
