/**
 * What a span adds to the body that it stands in, in points: a sentence of prose about 1, a long paragraph 5 to 8.
 * The formula and its weights are from a study of 283 pages (leave-one-out losses in brackets, points of F1): length
 * (3.9), function words (0.2), lower-case initials (0.3). Round numbers do as well as fitted ones.
 */
import { functionWordShare, lowerInitialShare, type Measures } from "../features/measures.js";
import type { Label } from "../model.js";
import type { Mark } from "../rules/rule.js";
import type { SpanState } from "./span-state.js";

/** Points of a label that is no body, wherever it stands. What is missing weighs as FURNITURE. */
const LABEL_POINTS: Partial<Record<Label, number>> = {
  title: 0,
  heading: 0,
  caption: -1.2,
  copyright: -2,
  legal: -4,
  promotion: -4,
  comment: -2,
  link: -1.2,
  contact: -2,
  related: -1.5,
  image: -0.5,
  timestamp: -0.5,
  byline: -0.5,
};
const FURNITURE = -0.5;

const MARK_POINTS: Record<Mark, number> = { "end-hard": -8, "end-soft": -4.5, comments: -8 };

/** A menu run together is long and has no sentences: words count only as far as a sentence reaches. */
const WORDS_A_SENTENCE = 45;
const MOST_COMMAS = 10;
/** Long prose counts more than its share: three short teasers are no article. (0.9 points of F1) */
const LENGTH_POWER = 1.3;
const PROSE_WORDS = 10;

/** A soft end heading that is printed again and again, or between two paragraphs ("Advertisement"). */
const SOFT_INSIDE = -1;
/** An article ends once: a hard end heading printed so often stands above boxes or on cards. */
const MANY_ENDS = 3;
/** A row of a table is nearer to text than a menu item. */
const TABLE_CELL = -0.2;
/** Digits are at least this share of a cell's letters. */
const CELL_DIGITS = 0.25;

/** Spans from one call to the next within a box: a form asks, explains, agrees and thanks. */
const BOX = 8;

/** Calls and notices of one box part a text as one does: all behind the first weigh as its other furniture. */
export function weighBoxes(spans: readonly SpanState[]): void {
  let last = -Infinity;
  spans.forEach((span, i) => {
    if (span.label !== "promotion" && span.label !== "legal") return;
    if (i - last <= BOX) span.score = Math.max(span.score, FURNITURE);
    last = i;
  });
}

/** Points of a span by its label, marks and measures. `between`: it has prose on both sides. */
export function pointsOf(span: SpanState, between: boolean): number {
  const [mark] = span.marks;
  if (mark === "end-soft" && (span.repeats > 1 || between)) return SOFT_INSIDE;
  if (mark === "end-hard" && span.repeats >= MANY_ENDS) return SOFT_INSIDE;
  if (mark !== undefined) return MARK_POINTS[mark];
  if (span.form === "code") return 0;
  const m = span.measures;
  if (span.label === "other" && m.digits > CELL_DIGITS * m.letters) return TABLE_CELL;
  if (span.label !== "body") return (LABEL_POINTS[span.label] ?? FURNITURE) - m.pipes;
  if (m.words < PROSE_WORDS) return 0.1 + 0.05 * m.words;
  const points = prosePoints(m);
  return points > 0 ? points ** LENGTH_POWER : points;
}

function prosePoints(m: Measures): number {
  const words = Math.min(m.words, WORDS_A_SENTENCE * Math.max(1, m.sentences));
  const length = 0.06 * words;
  const end = m.ending === "sentence" ? 0.8 : m.ending === "colon" ? 0.4 : -0.8;
  return (
    length +
    end +
    3 * (functionWordShare(m) - 0.12) +
    0.12 * Math.min(m.commas, MOST_COMMAS) +
    1.5 * (lowerInitialShare(m) - 0.6) -
    1.2 * m.pipes
  );
}
