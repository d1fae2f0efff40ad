/**
 * Finds the headline of a page that does not begin with its title: the line above the body whose words the body uses,
 * near to the body, with a byline or a date behind it.
 */
import { languagesOf } from "../features/language.js";
import { forEachWord } from "../features/words.js";
import type { Label } from "../model.js";
import type { Region } from "./region.js";
import type { SpanState } from "./span-state.js";

/** Spans above the body among which the headline stands: byline, date, picture and buttons come between. */
const REACH = 30;
/** Spans of the body that are searched for the headline's words. */
const OPENING_SPANS = 12;
const LEAST_WORDS = 3;
const MOST_WORDS = 35;
/** Shorter words are in every text. */
const LEAST_LETTERS = 4;
const STEM_LETTERS = 5;
/** Spans behind a headline among which its byline or date stands. */
const BYLINE_REACH = 5;
/** Of the headline's words, the body uses at least this share, unless a byline or a date stands behind it. */
const LEAST_SHARE = 0.34;
/** A line printed this often is a menu item. */
const MOST_REPEATS = 3;
const HEADLINE_LABELS: readonly Label[] = ["other", "body", "related", "promotion"];

/**
 * Index of the headline; -1 when no line above the body looks like one. Where the page's own title is known, the
 * headline shares its words with it.
 */
export function headlineAbove(
  spans: readonly SpanState[],
  body: Region,
  title: SpanState | undefined,
): number {
  if (body.end === 0) return -1;
  const words = title === undefined ? openingWords(spans, body) : wordsOf(title);
  let best = -1;
  let most = 0;
  for (let i = Math.max(0, body.start - REACH); i <= body.start && i < spans.length; i++) {
    const points = headlinePoints(spans, i, body.start, words);
    // Of equal ones the later is nearer to the body.
    if (points >= most && points > 0) {
      best = i;
      most = points;
    }
  }
  return best;
}

function openingWords(spans: readonly SpanState[], body: Region): ReadonlySet<string> {
  const words = new Set<string>();
  for (const span of spans.slice(body.start, Math.min(body.end, body.start + OPENING_SPANS))) {
    if (span.label === "body") forContentWords(span.text, (stem) => words.add(stem));
  }
  return words;
}

function wordsOf({ text }: SpanState): ReadonlySet<string> {
  const words = new Set<string>();
  forContentWords(text, (stem) => words.add(stem));
  return words;
}

/** Calls back with the first letters of each word that is no function word: endings differ, more so in inflected languages. */
function forContentWords(text: string, word: (stem: string) => void): void {
  forEachWord(text, (hash, start, end) => {
    if ((end - start >= LEAST_LETTERS || text.charCodeAt(start) > 0x2e80) && languagesOf(hash) === 0)
      word(text.slice(start, Math.min(end, start + STEM_LETTERS)).toLowerCase());
  });
}

function headlinePoints(
  spans: readonly SpanState[],
  at: number,
  start: number,
  words: ReadonlySet<string>,
): number {
  const span = spans[at];
  if (span === undefined || !HEADLINE_LABELS.includes(span.label) || span.repeats > MOST_REPEATS) return 0;
  const { measures: m, marks } = span;
  const full = m.ending === "sentence" && /[.。।]["”»]?$/u.test(span.text);
  if (m.words < LEAST_WORDS || m.words > MOST_WORDS || full || marks.length > 0) return 0;
  let own = 0;
  let shared = 0;
  forContentWords(span.text, (stem) => {
    own++;
    if (words.has(stem)) shared++;
  });
  const signed = spans
    .slice(at + 1, at + 1 + BYLINE_REACH)
    .some(({ label }) => label === "byline" || label === "timestamp");
  if (own === 0 || (!signed && shared < LEAST_SHARE * own)) return 0;
  return 2 * (shared / own) + (signed ? 1 : 0) + Math.min(m.words, 8) * 0.1 - (start - at) * 0.03;
}
