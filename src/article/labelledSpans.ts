/** The spans of a classified document in reading order, which is what most fields are made of. */
import type { Classification, Label, LabelledSpan } from "../model.js";

export function spansOf(classification: Classification): LabelledSpan[] {
  return classification.blocks.flatMap((block) => block.spans);
}

/** The texts of the spans that have one of the labels, in reading order. */
export function textsOf(spans: readonly LabelledSpan[], ...labels: readonly Label[]): string[] {
  const wanted = new Set<Label>(labels);
  return spans.filter(({ label }) => wanted.has(label)).map(({ span }) => span.text);
}
