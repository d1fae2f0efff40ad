/**
 * Finds texts that text browsers print twice beside each other: a picture's alternative text, and behind it the caption
 * or the title of a card that begins or ends with the same words. No writer says a sentence twice in a row.
 */
import type { Layout } from "../model.js";
import type { SpanState } from "./span-state.js";

/** Dumps in which pictures leave their alternative texts. */
const WITH_PICTURES: ReadonlySet<Layout> = new Set(["wrapped", "paragraphs"]);
/** Fewer words may well stand twice in a row: `Monday`, `Read it`. */
const LEAST_WORDS = 4;
/** A longer text is no picture's. */
const MOST_WORDS = 40;

const saysAtAnEnd = (text: string, part: string): boolean => text.startsWith(part) || text.endsWith(part);

/** Gives both of two neighbours the role when one of them begins or ends with the other. */
export function findTwins(spans: readonly SpanState[]): void {
  for (let i = 1; i < spans.length; i++) {
    const [before, span] = [spans[i - 1], spans[i]];
    if (before === undefined || span === undefined || !WITH_PICTURES.has(span.layout)) return;
    const [shorter, longer] = before.text.length < span.text.length ? [before, span] : [span, before];
    const { words } = shorter.measures;
    if (words < LEAST_WORDS || words > MOST_WORDS || !saysAtAnEnd(longer.key, shorter.key)) continue;
    before.role = "twin";
    span.role = "twin";
  }
}
