/** The article's body: what is labelled body or heading, part by part. */
import type { BodyPart, BodyType, LabelledSpan, Span, SpanForm } from "../model.js";
import type { SpanRange } from "./labelledSpans.js";

const TYPE_OF: Readonly<Record<SpanForm, BodyType>> = {
  text: "paragraph",
  list: "list",
  code: "code",
  quote: "quote",
  table: "table",
};

const isContent = ({ label }: LabelledSpan): boolean => label === "body" || label === "heading";

export function bodyOf(spans: readonly LabelledSpan[]): BodyPart[] {
  return spans.filter(isContent).map(({ span, label }) => {
    const isHeading = label === "heading" || (span.level !== undefined && span.form === "text");
    const type = isHeading ? "heading" : TYPE_OF[span.form];
    const part = { type, text: span.text, lines: span.lines };
    return type === "paragraph" ? part : { ...part, ...shapeOf(type, span) };
  });
}

/** What a part has by its type, where the markup tells. */
function shapeOf(type: BodyType, { hints, level: marked, rows: cells }: Span): Partial<BodyPart> {
  if (hints === undefined) {
    if (type === "heading" && marked !== undefined) return { level: marked };
    return type === "table" && cells !== undefined ? { rows: cells } : {};
  }
  const { headingLevel: level, listDepth: depth, listNumber: number, rows } = hints;
  switch (type) {
    case "heading":
      return level > 0 ? { level } : {};
    case "list":
      return { ...(depth > 0 ? { depth } : {}), ...(number === null ? {} : { number }) };
    case "table":
      return rows === null ? {} : { rows };
    default:
      return {};
  }
}

/** The texts with a blank line between two. */
export function bodyText(body: readonly BodyPart[]): string {
  return body.map(({ text }) => text).join("\n\n");
}

/** Positions of the first and the last span of the body; null without one. */
export function bodyRange(spans: readonly LabelledSpan[]): SpanRange | null {
  const first = spans.findIndex(isContent);
  return first < 0 ? null : { first, last: spans.findLastIndex(isContent) };
}
