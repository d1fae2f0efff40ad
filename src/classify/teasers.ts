/** Finds what a heading like "related articles" announces: the lines and teasers behind it, up to the next thing named. */
import type { Label } from "../model.js";
import type { SpanState } from "./span-state.js";

/** What context-free rules call a line that no rule knows, and what stands on a card beside its title. */
const ON_A_CARD: readonly Label[] = ["other", "body", "timestamp", "related", "image", "caption"];

/** So many lines of so few words in a row are a menu: the page goes on to its footer. */
const MENU_LINES = 3;
const MENU_WORDS = 2;

/** Gives the spans behind each such heading the role of teasers; rules decide what that means where they stand. */
export function findTeasers(spans: readonly SpanState[]): void {
  let announced = false;
  spans.forEach((span, i) => {
    if (span.marks.length > 0) announced = span.label === "related";
    else if (!announced) return;
    else if (!ON_A_CARD.includes(span.label) || startsMenu(spans, i)) announced = false;
    else if (span.role === null) span.role = "teaser";
  });
}

function startsMenu(spans: readonly SpanState[], at: number): boolean {
  const lines = spans.slice(at, at + MENU_LINES);
  return (
    lines.length === MENU_LINES &&
    lines.every(({ measures: m }) => m.words <= MENU_WORDS && m.ending === "open")
  );
}
