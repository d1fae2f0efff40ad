/**
 * Which spans are prose, and which of them stand beside other prose. Adjacency is the best structural cue of a text
 * without markup: the paragraphs of an article touch each other, the teasers of cards never do.
 */
import { lowerInitialShare } from "../features/measures.js";
import type { Label } from "../model.js";
import type { SpanState } from "./span-state.js";

const PROSE_WORDS = 10;
/** A paragraph this long needs no neighbour: cards are shorter. */
const LONG_WORDS = 70;

export interface Adjacency {
  /** For each span, whether it is prose. */
  readonly prose: readonly boolean[];
  /** Whether it is prose that touches other prose, or is long enough to stand alone. */
  readonly settled: readonly boolean[];
  /** Whether the span has prose on both sides. */
  readonly between: readonly boolean[];
}

export function findAdjacency(spans: readonly SpanState[]): Adjacency {
  const prose = spans.map(isProse);
  const before = nearest(spans, prose, 1);
  const after = nearest(spans, prose, -1);
  return {
    prose,
    settled: spans.map(({ measures: m }, i) => {
      return prose[i] === true && (before[i] === true || after[i] === true || m.words >= LONG_WORDS);
    }),
    between: spans.map((_, i) => before[i] === true && after[i] === true),
  };
}

/** What stands between two paragraphs and parts them no more than white space does. */
export const TRANSPARENT: readonly Label[] = ["caption", "image", "placeholder"];

/** For each span, whether the span before it (behind it, for a step of -1) is prose; advertisements are looked through. */
function nearest(spans: readonly SpanState[], prose: readonly boolean[], step: 1 | -1): boolean[] {
  const found = new Array<boolean>(spans.length).fill(false);
  let last = false;
  for (let i = step === 1 ? 0 : spans.length - 1; i >= 0 && i < spans.length; i += step) {
    found[i] = last;
    const span = spans[i];
    if (span === undefined) break;
    const seenThrough = TRANSPARENT.includes(span.label) || span.marks.includes("end-soft");
    if (!seenThrough) last = prose[i] === true;
  }
  return found;
}

/** Words enough for a sentence, in sentence case. */
export function isProse({ label, form, measures: m }: SpanState): boolean {
  return label === "body" && form !== "code" && m.words >= PROSE_WORDS && lowerInitialShare(m) >= 0.5;
}
