/**
 * Finds the headline: of the lines above the body, and of the page's own title where the dump begins with it, the one
 * that most evidence speaks for.
 */
import type { DocumentWords } from "../features/document-words.js";
import type { Evidence, Label } from "../model.js";
import { CLUES, endsInStop, type HeadlineCandidate, type Neighbourhood, pointsOf } from "./headline-clues.js";
import { PageTitle } from "./page-title.js";
import type { Region } from "./region.js";
import { saidAlone, saysTogether } from "./said-alone.js";
import type { SpanState } from "./span-state.js";
import { WordUse } from "./word-use.js";

/** Spans above the body among which the headline stands: menus and teasers come between on some pages. */
const REACH = 300;
/** Spans of the body among which it stands when the body begins with a notice or a teaser. */
const REACH_INSIDE = 40;
const MOST_WORDS = 42;
/** Further down a line that says a part of the headline is the heading of a part, further up a menu item or a teaser. */
const PARTS_REACH = 4;
const PARTS_ABOVE = 30;
/** What no headline is, whatever else speaks for it. */
const NEVER: readonly Label[] = [
  "header",
  "placeholder",
  "image",
  "link",
  "contact",
  "dimensions",
  "locale",
  "year",
  "copyright",
];

/** Text without a title has no headline. With 2 or 3 points every second line is the title, with 8 nine of ten are. */
const LEAST_POINTS = 2;

export interface Headline {
  /** Index of the span. */
  readonly at: number;
  /** The clues that spoke for it or against it, in points. */
  readonly evidence: readonly Evidence[];
}

/** Null when no line can be the headline. `page` is the index of the page's own title; -1 where there is none. */
export function findHeadline(
  spans: readonly SpanState[],
  words: DocumentWords,
  body: Region,
  page: number,
): Headline | null {
  const places = candidatePlaces(spans, body, page);
  const title = page < 0 ? null : new PageTitle(spans[page]?.text ?? "", words);
  const around: Neighbourhood = { spans, body, title, page, words: new WordUse(words, spans, body, places) };
  const candidates = places.map((at) => candidateAt(around, at));
  const best = bestOf(candidates, around);
  if (best === null) return null;
  const { at } = betterSaid(best, candidates, around, words);
  return { at, evidence: evidenceOf(candidateAt(around, at), around) };
}

function bestOf(candidates: readonly HeadlineCandidate[], around: Neighbourhood): HeadlineCandidate | null {
  let best: HeadlineCandidate | null = null;
  let most = LEAST_POINTS;
  for (const candidate of candidates) {
    const points = sumOf(candidate, around);
    // Of equal ones the first is the original.
    if (points > most) {
      best = candidate;
      most = points;
    }
  }
  return best;
}

/** The line that says the headline with neither more nor less: without what stands beside it, and with its kicker. */
function betterSaid(
  best: HeadlineCandidate,
  candidates: readonly HeadlineCandidate[],
  { spans, body, title, page }: Neighbourhood,
  words: DocumentWords,
): { readonly at: number } {
  const beside = [spans[best.at - 1], spans[best.at + 1]].map((span) => span?.text ?? "");
  if (title !== null && saysTogether(title.headline, best.text, beside)) return { at: page };
  const lines = candidates
    .filter((line) => line.at < body.start + PARTS_REACH && words.isAtAnEnd(line.range, best.range))
    .map(({ at, text }) => ({
      at,
      text,
      above: spans[at - 1]?.text ?? "",
      near: at >= body.start - PARTS_ABOVE,
    }));
  return saidAlone(best.text, lines) ?? best;
}

function candidatePlaces(spans: readonly SpanState[], body: Region, page: number): number[] {
  const from = Math.max(0, body.start - REACH);
  const to = Math.min(spans.length, body.end, body.start + REACH_INSIDE);
  const places = page >= 0 && page < from ? [page] : [];
  for (let i = from; i < to; i++) {
    const span = spans[i];
    if (span !== undefined && isCandidate(span) && !(i >= body.start && endsInStop(span.text)))
      places.push(i);
  }
  return places;
}

function isCandidate(span: SpanState): boolean {
  if (span.form === "code" || span.role === "part") return false;
  return span.measures.words >= 1 && span.measures.words <= MOST_WORDS && !NEVER.includes(span.label);
}

function candidateAt({ spans, words, title, page }: Neighbourhood, at: number): HeadlineCandidate {
  const span = spans[at] as SpanState;
  const own = at === page && title !== null;
  const range = own ? title.headlineWords : span.measures;
  const text = own ? title.headline : span.text;
  const length = (span.measures.words * text.length) / span.text.length;
  return { at, text, range, length, span, use: words.of(range, span.repeats) };
}

function sumOf(candidate: HeadlineCandidate, around: Neighbourhood): number {
  let sum = 0;
  for (const clue of CLUES) sum += pointsOf(clue, candidate, around);
  return sum;
}

function evidenceOf(candidate: HeadlineCandidate, around: Neighbourhood): Evidence[] {
  return CLUES.flatMap((clue) => {
    const value = Math.round(pointsOf(clue, candidate, around) * 10) / 10;
    return value === 0 ? [] : [{ condition: clue.clue, value }];
  });
}
