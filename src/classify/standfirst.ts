/**
 * What stands between the headline and the text: the standfirst, and the lines that say who wrote it and when. Rules
 * tell them from each other; here they are only found by their place.
 */
import { functionWordShare, lowerInitialShare } from "../features/measures.js";
import type { Region } from "./region.js";
import type { SpanState } from "./span-state.js";
import type { Zones } from "./zones.js";

/** Pictures, their captions and buttons come between as well. */
const REACH = 12;
/** Spans of the body's start that may still be the byline and the date. */
const REACH_INSIDE = 4;
/** Two paragraphs of this length are the text. */
const PARAGRAPH_WORDS = 25;
const PARAGRAPHS = 2;
/** A standfirst is a sentence or two, and the first text behind the headline. */
const STANDFIRST_WORDS = [6, 70] as const;
const STANDFIRST_REACH = 4;
/** Standfirsts without a full stop have the words of a sentence all the same. */
const LEAST_FUNCTION_WORDS = 0.15;

/** Gives roles to the spans behind the last line that says the headline. */
export function findStandfirst(spans: readonly SpanState[], { head }: Zones, body: Region): void {
  const headline = spans.findLastIndex(
    ({ role }, i) => role === "headline" && i <= body.start + REACH_INSIDE,
  );
  // A metadata head has values of its own behind its title.
  if (headline < head || headline < 0 || body.end <= body.start) return;
  const to = Math.min(headline + 1 + REACH, Math.max(body.start, headline + 1) + REACH_INSIDE, body.end);
  let paragraphs = 0;
  for (let i = headline + 1; i < to && paragraphs < PARAGRAPHS; i++) {
    const span = spans[i];
    if (span === undefined) break;
    if (span.label === "body" && span.measures.words >= PARAGRAPH_WORDS) paragraphs++;
    if (span.role === null) span.role = "under-headline";
  }
  const from = headline + 1;
  const lede = spans.slice(from, Math.min(from + STANDFIRST_REACH, body.start)).find(isStandfirst);
  if (lede !== undefined) lede.role = "lede";
}

function isStandfirst({ label, form, measures: m, marks }: SpanState): boolean {
  if ((label !== "body" && label !== "other") || form !== "text" || marks.length > 0) return false;
  if (m.words < STANDFIRST_WORDS[0] || m.words > STANDFIRST_WORDS[1] || m.pipes > 0) return false;
  if (lowerInitialShare(m) < 0.5) return false;
  return m.ending === "sentence" || functionWordShare(m) >= LEAST_FUNCTION_WORDS;
}
