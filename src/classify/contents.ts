/** Finds the table of contents that many pages print above or within a text: links to the text's own headings. */
import type { Region } from "./region.js";
import type { SpanState } from "./span-state.js";

const LINKED = 0.8;
/** Numbers of a list of contents: "2.8 Artificial Intelligence", "3) Prices". */
const NUMBER = /^[\d.)\s]+(?=\p{L})/u;

/** Gives links to a place in the page, and links that say what a heading of the region says, the role of contents. */
export function findContents(spans: readonly SpanState[], region: Region): void {
  const inside = spans.slice(region.start, region.end);
  const level = (span: SpanState): number => span.markup?.hints.headingLevel ?? 0;
  const headings = new Set(inside.flatMap((span) => (level(span) > 0 ? [plainTitle(span)] : [])));
  for (const span of inside) {
    const hints = span.markup?.hints;
    if (hints === undefined || hints.linkDensity < LINKED || level(span) > 0 || span.form === "table")
      continue;
    if (hints.href?.startsWith("#") === true || headings.has(plainTitle(span))) span.role = "contents";
  }
}

const plainTitle = ({ key }: SpanState): string => key.replace(NUMBER, "");
