/** Items of a Markdown list: what stands before each, and how far nested ones are set in. */
import type { BodyPart } from "../model.js";

/** CommonMark reads no longer numbers. */
const LARGEST_NUMBER = 999_999_999;

export class ItemMarks {
  /** The items around the next one, the outermost first: how deep each is, and how wide its mark. */
  #around: { readonly depth: number; readonly width: number }[] = [];

  /** One item; `text` is escaped already. A list within a list begins where its item's text does. */
  item({ depth = 1, number }: BodyPart, text: string): string {
    this.#around = this.#around.filter((item) => item.depth < depth);
    const mark = number !== undefined && number >= 0 && number <= LARGEST_NUMBER ? `${number}. ` : "- ";
    const indent = " ".repeat(this.#around.reduce((sum, { width }) => sum + width, 0));
    this.#around.push({ depth, width: mark.length });
    const margin = indent + " ".repeat(mark.length);
    return indent + mark + text.replaceAll("\n", `\n${margin}`);
  }
}
