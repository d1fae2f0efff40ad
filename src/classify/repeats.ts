/** How often each text stands in the document, and which labels say the same. */
import type { Label } from "../model.js";
import type { SpanState } from "./span-state.js";

const fold = (text: string): string => text.toLowerCase();

/** Counts equal texts, case aside. */
export function countRepeats(spans: readonly SpanState[]): void {
  const counts = new Map<string, number>();
  for (const span of spans) counts.set(fold(span.text), (counts.get(fold(span.text)) ?? 0) + 1);
  for (const span of spans) span.repeats = counts.get(fold(span.text)) ?? 1;
}

/** Labels by the values that spans of the labels hold; a keyword list holds several. */
export class Echoes {
  readonly #labels = new Map<string, Label[]>();

  add(span: SpanState): void {
    const values = span.label === "keywords" ? span.text.split(",") : [span.text];
    for (const value of values) {
      const key = fold(value.trim());
      const labels = this.#labels.get(key);
      if (labels === undefined) this.#labels.set(key, [span.label]);
      else if (!labels.includes(span.label)) labels.push(span.label);
    }
  }

  of(span: SpanState): readonly Label[] {
    return this.#labels.get(fold(span.text)) ?? [];
  }
}
