/**
 * How sure the body is, 0 to 1: the product of three shares, each of which is 1 for a plain article. None of them alone
 * is a probability; the README says how often a confidence was right on pages that it was not made for.
 */
import type { Adjacency } from "./adjacency.js";
import type { Region } from "./region.js";
import type { SpanState } from "./span-state.js";

/** Points at which a text is long enough to be sure of: about two paragraphs. */
const SURE_MASS = 12;
/** What a body keeps of its confidence when none of its prose touches other prose. */
const UNSETTLED = 0.5;

export function confidenceOf(
  spans: readonly SpanState[],
  { settled, prose }: Adjacency,
  body: Region,
): number {
  if (body.end <= body.start) return 0;
  let inside = 0;
  let outside = 0;
  let proseInside = 0;
  let settledInside = 0;
  spans.forEach((span, i) => {
    const points = Math.max(0, span.score);
    if (i < body.start || i >= body.end) outside += points;
    else {
      inside += points;
      if (prose[i] === true) proseInside++;
      if (settled[i] === true) settledInside++;
    }
  });
  const size = 1 - Math.exp((-3 * inside) / SURE_MASS);
  const ownership = inside / (inside + outside);
  const density = proseInside === 0 ? UNSETTLED : UNSETTLED + (1 - UNSETTLED) * (settledInside / proseInside);
  return Math.round(size * ownership * density * 100) / 100;
}
