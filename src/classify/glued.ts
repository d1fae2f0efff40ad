/**
 * A text whose paragraphs have been glued together was one value of the page: its short lines, dates and names stand
 * between paragraphs of one text, and all of it is the article or none.
 */
import type { Region } from "./region.js";
import type { SpanState } from "./span-state.js";

/** Share of the body's characters that the glued text holds: teasers that have been glued are no article's text. */
const LEAST_SHARE = 0.5;

/** The body with the whole of the glued text that it begins or ends in; gives the parts of that text their role. */
export function takeWhole(spans: readonly SpanState[], body: Region): Region {
  if (body.end <= body.start) return body;
  const least = LEAST_SHARE * charactersOf(spans, body.start, body.end);
  let { start, end } = body;
  for (const border of new Set([body.start, body.end - 1])) {
    const glued = gluedAt(spans, border);
    const inside = charactersOf(spans, Math.max(glued.start, body.start), Math.min(glued.end, body.end));
    if (glued.end - glued.start < 2 || inside < least) continue;
    for (const part of spans.slice(glued.start, glued.end)) part.role = "part";
    start = Math.min(start, glued.start);
    end = Math.max(end, glued.end);
  }
  return { ...body, start, end };
}

/** The spans of the block at `at`; none on a page that is all one line. */
function gluedAt(spans: readonly SpanState[], at: number): { start: number; end: number } {
  const block = spans[at]?.block;
  let start = at;
  let end = at;
  if (spans[at]?.layout === "one-line") return { start, end };
  while (start > 0 && spans[start - 1]?.block === block) start--;
  while (end < spans.length && spans[end]?.block === block) end++;
  return { start, end };
}

const charactersOf = (spans: readonly SpanState[], from: number, to: number): number =>
  spans.slice(from, to).reduce((sum, span) => sum + span.text.length, 0);
