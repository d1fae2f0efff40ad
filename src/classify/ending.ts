/**
 * Where the article ends: at a heading that announces other things ("related articles", "comments"), if what follows it
 * is made of cards. Behind a box in the middle of an article paragraphs go on, and paragraphs touch each other; cards
 * never do.
 */
import type { Adjacency } from "./adjacency.js";
import type { Region } from "./region.js";
import type { SpanState } from "./span-state.js";

/** Points before an end heading: a menu names such headings too. */
const LEAST_BEFORE = 6;
/** Points before the heading of the comments, two paragraphs: the number of comments stands below many headlines too. */
const LEAST_BEFORE_COMMENTS = 12;
/** Of the text from the body's start on, what stands above a button for comments is less when it stands above the article. */
const COMMENTED_SHARE = 0.1;
/** Prose spans right behind a heading that are looked at, and the share of them that must be settled for an article to go on. */
const NEXT_PROSE = 6;
const SETTLED_SHARE = 0.6;
/** What follows may weigh this much of what stands before: less when it is prose, more when it is cards. */
const PROSE_RATIO = 0.5;
const CARDS_RATIO = 1.5;

/** Each comment has its button; a single one stands below the article or above it. */
const MANY_BUTTONS = 8;
const isAnswerButton = (span: SpanState | undefined): boolean =>
  span?.label === "comment" && span.repeats >= MANY_BUTTONS;

/** Index of the heading that ends the article; `to` when none does. */
export function findEnding(
  spans: readonly SpanState[],
  { prose, settled }: Adjacency,
  run: Region,
  to: number,
  proseRatio = PROSE_RATIO,
): number {
  const proseAt: number[] = [];
  for (let i = run.start; i < to; i++) if (prose[i] === true) proseAt.push(i);
  const massAt = (i: number): number => Math.max(0, spans[i]?.score ?? 0);
  let after = proseAt.reduce((sum, i) => sum + massAt(i), 0);
  let before = 0;
  let passed = 0;
  for (let i = run.start; i < to; i++) {
    if (prose[i] === true) {
      before += massAt(i);
      after -= massAt(i);
      passed++;
    } else if (
      spans[i]?.marks.includes("comments") === true &&
      before >= Math.max(LEAST_BEFORE_COMMENTS, COMMENTED_SHARE * (before + after))
    ) {
      return i;
    } else if (isAnswerButton(spans[i]) && before >= LEAST_BEFORE_COMMENTS) {
      return i;
    } else if (spans[i]?.marks.includes("end-hard") === true && before >= LEAST_BEFORE) {
      const next = proseAt.slice(passed, passed + NEXT_PROSE);
      const goesOn = next.length > 0 && next.filter((k) => settled[k]).length >= SETTLED_SHARE * next.length;
      if (after < (goesOn ? proseRatio : CARDS_RATIO) * before) return i;
    }
  }
  return to;
}
