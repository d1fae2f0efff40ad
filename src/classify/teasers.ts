/** Finds what a heading like "related articles" announces: the lines and teasers behind it, up to the next thing named. */
import type { Label } from "../model.js";
import type { SpanState } from "./span-state.js";

/** What context-free rules call a line that no rule knows, and what stands on a card beside its title. */
const ON_A_CARD: readonly Label[] = ["other", "body", "timestamp", "related", "image", "caption"];

/** Gives the spans behind each such heading the role of teasers; rules decide what that means where they stand. */
export function findTeasers(spans: readonly SpanState[]): void {
  let announced = false;
  for (const span of spans) {
    if (span.marks.length > 0) announced = span.label === "related";
    else if (!ON_A_CARD.includes(span.label)) announced = false;
    else if (announced && span.role === null) span.role = "teaser";
  }
}
