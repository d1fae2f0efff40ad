/**
 * The sections of the body region: furniture (menus, buttons, dates, headings of other things) parts them. An article
 * is one large section or a few; what stands among furniture in small sections is mostly teasers, calls and cards.
 */
import { isProse, TRANSPARENT } from "./adjacency.js";
import type { Region } from "./region.js";
import type { SpanState } from "./span-state.js";

/** Tells each span of the region what section it stands in and how much of the region stands before it. */
export function findSections(spans: readonly SpanState[], { start, end }: Region): void {
  const pointsOf = ({ score }: SpanState): number => Math.max(0, score);
  const whole = spans.slice(start, end).reduce((sum, span) => sum + pointsOf(span), 0) || 1;
  let before = 0;
  let first = start;
  for (let i = start; i <= end; i++) {
    const span = spans[i];
    if (span !== undefined && i < end) {
      span["region-before"] = before / whole;
      before += pointsOf(span);
    }
    if (i < end && span !== undefined && !isFurniture(span)) continue;
    const section = spans.slice(first, i);
    const share = section.reduce((sum, s) => sum + pointsOf(s), 0) / whole;
    const prose = section.filter(isProse).length;
    for (const s of section) {
      s["section-share"] = share;
      s["section-prose"] = prose;
    }
    first = i + 1;
  }
}

/** What parts two sections. */
function isFurniture({ label, marks }: SpanState): boolean {
  if (marks.length > 0) return true;
  return label !== "body" && label !== "other" && label !== "heading" && !TRANSPARENT.includes(label);
}
