/**
 * Finds the title that the document states: the page's own comes first in many dumps and holds the headline and the
 * site's name; a metadata head has it among its values, and the page behind such a head says it once more.
 */
import { foldedWords } from "../features/words.js";
import type { Label } from "../model.js";
import { isProse } from "./adjacency.js";
import type { SpanState } from "./span-state.js";
import type { Zones } from "./zones.js";

export interface TitlePlace {
  /** Index of the page's own title; -1 when the dump does not start with it. */
  readonly page: number;
  /** Behind a metadata head, the indices of the spans that say its title, rising. */
  readonly headlines: readonly number[];
}

/** A title has more words than a menu item and fewer than a paragraph. */
const LEAST_WORDS = 2;
const MOST_WORDS = 40;
/** A headline is at least this share of the page's title; the rest is the site's name. */
const HEADLINE_SHARE = 0.4;
/** What context-free rules may take a title for. */
const TITLE_LABELS: readonly Label[] = ["other", "body", "timestamp", "related", "promotion", "navigation"];
const LARGER_PART = 0.55;
/** Punctuation may make a headline longer than the words of the title. */
const LONGER = 1.5;

export function findTitle(spans: readonly SpanState[], zones: Zones): TitlePlace {
  const page = zones.head > 0 ? headTitle(spans, zones.head) : 0;
  const title = spans[page];
  if (!isTitleLike(title)) return { page: -1, headlines: [] };
  if (zones.head === 0) return { page: title.label === "navigation" ? -1 : page, headlines: [] };
  const from = Math.max(zones.head, page + 1);
  return { page: -1, headlines: occurrences(spans, from, zones.tail, foldedWords(title.text)) };
}

/** Labels that a value of the head keeps whatever stands around it: addresses, times, sizes. */
const PLAIN_VALUES: readonly Label[] = [
  "header",
  "placeholder",
  "image",
  "link",
  "contact",
  "dimensions",
  "locale",
  "year",
  "keywords",
];

/**
 * Gives the title and the description of a metadata head their roles, and the title's index: the first text that is printed
 * twice in a row, else the first of two words or more, else the first. The description is the longest text of the others.
 */
function headTitle(spans: readonly SpanState[], head: number): number {
  const texts = spans.slice(0, head).flatMap((span, i) => (isHeadText(span) ? [i] : []));
  const at = (i: number): SpanState | undefined => spans[i];
  const twice = texts.find((i, n) => isTitleLike(at(i)) && at(texts[n + 1] ?? -1)?.text === at(i)?.text);
  const title = twice ?? texts.find((i) => isTitleLike(spans[i])) ?? texts[0];
  if (title === undefined) return -1;
  const value = at(title)?.text;
  let description: SpanState | undefined;
  for (const i of texts) {
    const span = at(i);
    if (span === undefined) continue;
    if (span.text === value) span.role = "headline";
    else if (span.text.length > (description?.text.length ?? 0) && isSummary(span)) description = span;
  }
  if (description !== undefined) description.role = "lede";
  return title;
}

const SUMMARY_WORDS = 5;

function isHeadText(span: SpanState): boolean {
  const time = span.label === "timestamp" && span.measures.digits > span.measures.letters;
  return (
    !time && !PLAIN_VALUES.includes(span.label) && !(span.measures.ending === "open" && isTagList(span.text))
  );
}

const isSummary = ({ measures: m }: SpanState): boolean =>
  m.words >= SUMMARY_WORDS || m.ending === "sentence";

/** Three or more short values between commas. */
function isTagList(text: string): boolean {
  const values = text.split(/[,،、，]/, MOST_TAGS);
  return (
    values.length >= 3 &&
    values.every((value) => value.trim().split(" ").length <= 4) &&
    values.some((v) => v !== "")
  );
}
const MOST_TAGS = 100;

function isTitleLike(span: SpanState | undefined): span is SpanState {
  if (span === undefined) return false;
  const { label, measures: m } = span;
  if (m.ending === "sentence" && isProse(span) && /[.。।]["”»]?$/u.test(span.text)) return false;
  return TITLE_LABELS.includes(label) && m.words >= LEAST_WORDS && m.words <= MOST_WORDS;
}

/**
 * Spans that say the title, or the longest part of it that the page says: the rest is the site's name. A heading of the
 * text may hold a shorter part.
 */
function occurrences(spans: readonly SpanState[], from: number, to: number, title: string): number[] {
  let found: number[] = [];
  let longest = title.length * HEADLINE_SHARE;
  for (let i = from; i < to; i++) {
    const span = spans[i];
    if (!isTitleLike(span) || span.text.length > title.length * LONGER) continue;
    const text = foldedWords(span.text);
    if (text.length < longest || !saysPart(title, text)) continue;
    if (text.length > longest) found = [];
    longest = text.length;
    found.push(i);
  }
  return found;
}

/** The site's name stands at the end of most titles: what is no beginning must be the larger part. */
function saysPart(title: string, text: string): boolean {
  if (`${title} `.startsWith(`${text} `)) return true;
  return text.length > title.length * LARGER_PART && ` ${title} `.includes(` ${text} `);
}
