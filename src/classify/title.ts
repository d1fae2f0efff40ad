/**
 * Finds the page's title and the headline: the page's own title comes first in many dumps and holds the headline and
 * the site's name; the headline stands once more where the article begins.
 */
import { foldedWords } from "../features/words.js";
import type { SpanState } from "./span-state.js";
import type { Zones } from "./zones.js";

export interface TitlePlace {
  /** Index of the page's own title; -1 when the dump does not start with it. */
  readonly page: number;
  /** Indices of the spans that say the headline, rising. */
  readonly headlines: readonly number[];
}

/** A title has more words than a menu item and fewer than a paragraph. */
const LEAST_WORDS = 2;
const MOST_WORDS = 40;
/** A headline is at least this share of the page's title; the rest is the site's name. */
const HEADLINE_SHARE = 0.4;

export function findTitle(spans: readonly SpanState[], zones: Zones): TitlePlace {
  const first = spans[zones.head];
  if (zones.head > 0) return headTitle(spans, zones);
  if (first === undefined || !isTitleLike(first)) return { page: -1, headlines: [] };
  return { page: 0, headlines: occurrences(spans, 1, zones.tail, foldedWords(first.text)) };
}

/** In a micro layout the head holds the title. */
function headTitle(spans: readonly SpanState[], zones: Zones): TitlePlace {
  const title = spans.slice(0, zones.head).find((span) => span.label !== "header");
  if (title === undefined || !isTitleLike(title)) return { page: -1, headlines: [] };
  return { page: -1, headlines: occurrences(spans, zones.head, zones.tail, foldedWords(title.text)) };
}

function isTitleLike({ label, measures: m }: SpanState): boolean {
  return (label === "other" || label === "body") && m.words >= LEAST_WORDS && m.words <= MOST_WORDS;
}

/** Spans that say the title, or the part of it that is not the site's name. */
function occurrences(spans: readonly SpanState[], from: number, to: number, title: string): number[] {
  const found: number[] = [];
  for (let i = from; i < to; i++) {
    const span = spans[i];
    if (span === undefined || !isTitleLike(span) || span.text.length > title.length * 1.5) continue;
    const text = foldedWords(span.text);
    const long = text.length >= title.length * HEADLINE_SHARE;
    if (text === title || (long && ` ${title} `.includes(` ${text} `))) found.push(i);
  }
  return found;
}
