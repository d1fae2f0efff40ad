/**
 * How sure the body is: the chance, 0 to 1, that it is the article nearly word for word (F1 over 0.9), by a logistic model
 * of four shares. Its round weights were chosen on one half of 534 pages in five layouts and checked on the other; the
 * README says how often which confidence was right on both.
 */
import { isProse } from "./adjacency.js";
import type { Region } from "./region.js";
import type { SpanState } from "./span-state.js";

/** Log-odds for a share of 1. */
const WEIGHTS = {
  /** Points of the page that the body holds: what else looks like an article may be the article. */
  owned: 4,
  /** The largest section's share: an article is of one piece. */
  largest: 1.5,
  /** Spans inside that are no content: where furniture stands between paragraphs, so do teasers. */
  furniture: -1.5,
  /** Words of lines that are no prose: lists and tables are mistaken for menus and menus for them. */
  short: -4,
};
const BASE = -3;

/** Points at which a text is long enough to be sure of: about two paragraphs. */
const SURE_MASS = 12;

export function confidenceOf(spans: readonly SpanState[], body: Region): number {
  if (body.end <= body.start) return 0;
  const inside = spans.slice(body.start, body.end);
  const content = inside.filter(({ label }) => label === "body" || label === "heading");
  const mass = pointsOf(inside);
  const odds =
    BASE +
    WEIGHTS.owned * share(mass, pointsOf(spans)) +
    WEIGHTS.largest * inside.reduce((most, span) => Math.max(most, span["section-share"]), 0) +
    WEIGHTS.furniture * share(inside.length - content.length, inside.length) +
    WEIGHTS.short * share(wordsOf(content.filter((span) => !isProse(span))), wordsOf(content));
  const size = 1 - Math.exp((-3 * mass) / SURE_MASS);
  return Math.round((100 * size) / (1 + Math.exp(-odds))) / 100;
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

const pointsOf = (spans: readonly SpanState[]): number =>
  spans.reduce((sum, { score }) => sum + Math.max(0, score), 0);

const wordsOf = (spans: readonly SpanState[]): number =>
  spans.reduce((sum, { measures }) => sum + measures.words, 0);
