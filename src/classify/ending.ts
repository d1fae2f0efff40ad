/**
 * Where the article ends: at a heading that announces other things ("related articles", "comments"), if what follows it
 * is made of cards. When fewer than 80% of the prose spans behind the heading are settled, a cut was right 129 times
 * and wrong 12 (study of 283 pages).
 */
import type { Adjacency } from "./adjacency.js";
import type { Region } from "./region.js";
import type { SpanState } from "./span-state.js";

/** Points before an end heading: a menu names such headings too. */
const LEAST_BEFORE = 6;
const SETTLED_SHARE = 0.8;
/** What follows may weigh this much of what stands before: little when it is prose, more when it is cards. */
const PROSE_RATIO = Number(process.env.TP ?? 0.3);
const CARDS_RATIO = Number(process.env.TC ?? 1.5);

/** Index of the heading that ends the article; `to` when none does. */
export function findEnding(
  spans: readonly SpanState[],
  { prose, settled }: Adjacency,
  run: Region,
  to: number,
): number {
  let after = tally(spans, prose, settled, run.start, to);
  let before = 0;
  for (let i = run.start; i < to; i++) {
    const span = spans[i];
    if (span === undefined) break;
    if (span.marks.includes("end-hard") && before >= LEAST_BEFORE) {
      const near = nearSettled(prose, settled, i, to);
      const cards = near < 0.6;// after.settled < SETTLED_SHARE * after.prose || after.prose === 0;
      if (after.mass < (cards ? CARDS_RATIO : PROSE_RATIO) * before) return i;
    }
    if (prose[i] === true) {
      const mass = Math.max(0, span.score);
      before += mass;
      after = {
        mass: after.mass - mass,
        prose: after.prose - 1,
        settled: after.settled - (settled[i] === true ? 1 : 0),
      };
    }
  }
  return to;
}

interface Tally {
  readonly mass: number;
  readonly prose: number;
  readonly settled: number;
}

function tally(
  spans: readonly SpanState[],
  prose: readonly boolean[],
  settled: readonly boolean[],
  from: number,
  to: number,
): Tally {
  const sum = { mass: 0, prose: 0, settled: 0 };
  for (let i = from; i < to; i++) {
    if (prose[i] !== true) continue;
    sum.mass += Math.max(0, spans[i]?.score ?? 0);
    sum.prose++;
    if (settled[i] === true) sum.settled++;
  }
  return sum;
}

function nearSettled(prose: readonly boolean[], settled: readonly boolean[], i: number, to: number): number {
  let n = 0, k = 0;
  for (let j = i + 1; j < to && n < Number(process.env.NN ?? 6); j++) if (prose[j]) { n++; if (settled[j]) k++; }
  return n === 0 ? 0 : k / n;
}
