/**
 * Which spans are prose, and which of them stand beside other prose. Adjacency is the best structural cue of a text
 * without markup: the paragraphs of an article touch each other, the teasers of cards never do.
 */
import { lowerInitialShare } from "../features/measures.js";
import type { SpanState } from "./span-state.js";

const PROSE_WORDS = 10;
/** A paragraph this long needs no neighbour: cards are shorter. */
const LONG_WORDS = 70;

export interface Adjacency {
  /** For each span, whether it is prose. */
  readonly prose: readonly boolean[];
  /** Whether it is prose that touches other prose, or is long enough to stand alone. */
  readonly settled: readonly boolean[];
}

export function findAdjacency(spans: readonly SpanState[]): Adjacency {
  const prose = spans.map(isProse);
  const settled = spans.map(
    (span, i) =>
      prose[i] === true &&
      (prose[i - 1] === true || prose[i + 1] === true || span.measures.words >= LONG_WORDS),
  );
  return { prose, settled };
}

function isProse({ label, form, measures: m }: SpanState): boolean {
  return label === "body" && form !== "code" && m.words >= PROSE_WORDS && lowerInitialShare(m) >= 0.5;
}
