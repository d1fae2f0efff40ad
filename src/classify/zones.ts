/** The metadata head and tail of a micro layout: what stands before and after the page itself. */
import type { Label } from "../model.js";
import type { SpanState } from "./span-state.js";

export interface Zones {
  /** Index of the first span behind the head. */
  readonly head: number;
  /** Index of the first span of the tail. */
  readonly tail: number;
}

/** Values among which the head ends: a header of schema.org values has title, times, tags and little more. */
const HEAD_SPANS = 80;

/** Labels that only metadata has: they end the head and make the tail. */
const HEAD_END: readonly Label[] = ["placeholder", "image"];
const ADDRESSES: readonly Label[] = ["header", "link", "image"];
/** A description is shorter than this, a body's paragraphs glued together are longer. */
const PARAGRAPH_WORDS = 60;
/** An image's address does not always look like one. */
const BEHIND_MARKER: readonly Label[] = [...HEAD_END, "link"];
const TAIL: readonly Label[] = [
  "contact",
  "year",
  "genre",
  "locale",
  "dimensions",
  "link",
  "keywords",
  "timestamp",
  "image",
  "placeholder",
  "tag",
];

export function findZones(spans: readonly SpanState[]): Zones {
  const head = headEnd(spans);
  return { head, tail: tailStart(spans, head) };
}

/**
 * The head ends with its placeholder and the image behind it, or with the last time. Where nothing but addresses stands
 * before the placeholder the values come behind it, up to the first text of a paragraph's length.
 */
function headEnd(spans: readonly SpanState[]): number {
  const first = spans.slice(0, HEAD_SPANS);
  const marker = first.findIndex((span) => HEAD_END.includes(span.label));
  if (marker < 0)
    return first.findLastIndex((span) => span.label === "timestamp" || span.label === "header") + 1;
  const values = first.slice(0, marker).some((span) => !ADDRESSES.includes(span.label));
  const paragraph = first.findIndex((span) => blockWords(first, span.block) >= PARAGRAPH_WORDS);
  if (!values && paragraph > marker) return paragraph;
  let end = marker + 1;
  while (end < spans.length && BEHIND_MARKER.includes(spans[end]?.label ?? "body")) end++;
  return end;
}

/** Words of the spans that one block of the document holds. */
function blockWords(spans: readonly SpanState[], block: number): number {
  return spans.reduce((sum, span) => (span.block === block ? sum + span.measures.words : sum), 0);
}

/** Going up from the end while there is metadata, or a tag of the head again. */
function tailStart(spans: readonly SpanState[], head: number): number {
  const tags = new Set(spans.slice(0, head).map((span) => span.text));
  let start = spans.length;
  while (start > head) {
    const span = spans[start - 1];
    if (span === undefined || !(TAIL.includes(span.label) || tags.has(span.text))) break;
    start--;
  }
  // The last lines of a text whose paragraphs were glued may look like metadata.
  while (start < spans.length && spans[start]?.block === spans[start - 1]?.block) start++;
  return start;
}
