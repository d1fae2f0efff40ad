/** The spans of a classified document in reading order, which is what most fields are made of. */
import type { Classification, Label, LabelledBlock, LabelledSpan } from "../model.js";

/** Positions of a first and a last span. */
export interface SpanRange {
  readonly first: number;
  readonly last: number;
}

const isContent = (label: Label): boolean => label === "body" || label === "heading";

function joined(first: LabelledSpan, second: LabelledSpan): LabelledSpan {
  const { lines, form } = first.span;
  const { label, rule, decisions } = first;
  return {
    label,
    rule,
    decisions,
    span: { text: first.span.text + second.span.text, lines: [lines[0], second.span.lines[1]], form },
  };
}

/** A line of metadata may look glued ("Harbour.Post"): its parts are one value unless they have different labels. */
function wholeValues({ spans }: LabelledBlock): readonly LabelledSpan[] {
  if (spans.length === 1) return spans;
  const whole: LabelledSpan[] = [];
  for (const span of spans) {
    const last = whole.at(-1);
    if (last !== undefined && last.label === span.label && !isContent(span.label)) {
      whole[whole.length - 1] = joined(last, span);
    } else whole.push(span);
  }
  return whole;
}

/** Content span by span; the parts of other lines joined, except where the whole page is one line. */
export function spansOf({ blocks, layout }: Classification): LabelledSpan[] {
  const all: LabelledSpan[] = [];
  for (const block of blocks) {
    const spans = layout === "one-line" ? block.spans : wholeValues(block);
    for (const span of spans) all.push(span);
  }
  return all;
}

/** The texts of the spans that have one of the labels, in reading order. */
export function textsOf(spans: readonly LabelledSpan[], ...labels: readonly Label[]): string[] {
  const texts: string[] = [];
  for (const { label, span } of spans) if (labels.includes(label)) texts.push(span.text);
  return texts;
}
