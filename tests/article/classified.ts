/** Hand-made classifications: one line a block, labels given. */
import { toArticle } from "../../src/article/article.js";
import type {
  Article,
  Classification,
  Label,
  LabelledBlock,
  LabelledSpan,
  Layout,
  SourceDocument,
  SpanForm,
} from "../../src/model.js";

export type Line = readonly [label: Label, text: string, form?: SpanForm];

export const DOCUMENT: SourceDocument = {
  path: "dump.txt",
  record: 0,
  format: "text",
  encoding: "utf-8",
  text: "",
};

export function span(label: Label, text: string, line: number, form: SpanForm = "text"): LabelledSpan {
  const rule = `${label}-rule`;
  return {
    span: { text, lines: [line, line], form },
    label,
    rule,
    decisions: [{ pass: "context-free", rule, before: null, after: label, evidence: [] }],
  };
}

/** A block of one or more spans that share a line. */
export function block(line: number, ...spans: readonly Line[]): LabelledBlock {
  const labelled = spans.map(([label, text, form]) => span(label, text, line, form));
  const widest = labelled.reduce((a, b) => (b.span.text.length > a.span.text.length ? b : a));
  return { lines: [line, line], label: widest.label, rule: widest.rule, spans: labelled };
}

export function classification(blocks: readonly LabelledBlock[], layout: Layout = "lines"): Classification {
  return { layout, lineCount: blocks.length, blocks, confidence: 0.9 };
}

/** One block a line, from line 1. */
export function classified(lines: readonly Line[], layout: Layout = "lines"): Classification {
  return classification(
    lines.map((line, index) => block(index + 1, line)),
    layout,
  );
}

/** The article of such lines. */
export function articleOf(lines: readonly Line[], layout: Layout = "lines"): Article {
  return toArticle(DOCUMENT, classified(lines, layout));
}

/** The spans of such lines. */
export function spansOfLines(lines: readonly Line[]): LabelledSpan[] {
  return lines.map(([label, text, form], index) => span(label, text, index + 1, form));
}
