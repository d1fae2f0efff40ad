/** How often each text stands in the document, and which labels say the same. */
import type { Label } from "../model.js";
import type { SpanState } from "./span-state.js";

/** Counts equal texts, case aside. */
export function countRepeats(spans: readonly SpanState[]): void {
  const counts = new Map<string, number>();
  for (const { key } of spans) counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const span of spans) span.repeats = counts.get(span.key) ?? 1;
}

const NO_LABELS: readonly Label[] = [];

/** Labels by the values that spans of the labels hold; a keyword list holds several. */
export class Echoes {
  readonly #labels = new Map<string, Label[]>();

  add({ label, key }: SpanState): void {
    if (label === "body" || label === "navigation" || label === "other") return;
    if (label !== "keywords") this.#add(label, key);
    else for (const value of key.split(/[,،、，]/)) this.#add(label, value.trim().toLowerCase());
  }

  of(key: string): readonly Label[] {
    return this.#labels.get(key) ?? NO_LABELS;
  }

  #add(label: Label, key: string): void {
    const labels = this.#labels.get(key);
    if (labels === undefined) this.#labels.set(key, [label]);
    else if (!labels.includes(label)) labels.push(label);
  }
}
