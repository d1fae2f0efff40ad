/**
 * What speaks for a line being the headline, and how much: clues with points. The points are the rounded weights of a
 * conditional logit over the lines of 1,887 dumps, fitted on one half of their pages and checked on the other; fitted
 * weights do no better there than round ones.
 */
import { classAt } from "../features/characters.js";
import type { WordRange } from "../features/document-words.js";
import { HAS_FOREIGN_SIGN, lowerInitialShare, signsOf } from "../features/measures.js";
import { WORD } from "../features/words.js";
import type { PageTitle } from "./page-title.js";
import type { Region } from "./region.js";
import type { SpanState } from "./span-state.js";
import type { LineUse, WordUse } from "./word-use.js";

export interface HeadlineCandidate {
  /** Index of the span. */
  readonly at: number;
  /** The span's text; of the page's own title without the site's name. */
  readonly text: string;
  /** The text's words, and their number, in which CJK characters count less. */
  readonly range: WordRange;
  readonly length: number;
  readonly span: SpanState;
  readonly use: LineUse;
}

export interface Neighbourhood {
  readonly spans: readonly SpanState[];
  readonly body: Region;
  /** The page's own title and the index of its span; null and -1 where the dump does not begin with one. */
  readonly title: PageTitle | null;
  readonly page: number;
  readonly words: WordUse;
}

interface Clue {
  /** As the explain view names it. */
  readonly clue: string;
  /** It asks what stands around the line. The page's own title stands where it does for no reason of the text. */
  readonly ofPlace?: true;
  readonly points: (candidate: HeadlineCandidate, around: Neighbourhood) => number;
}

/** Points by length in words: the first row whose bound is not exceeded. Menu items are shorter, standfirsts longer. */
const LENGTH_POINTS: readonly (readonly [words: number, points: number])[] = [
  [1.5, -1.8],
  [2.5, -1.5],
  [3.5, -0.5],
  [5.5, 0.5],
  [9.5, 1.5],
  [14.5, 1.8],
  [20.5, 0.6],
  [Number.POSITIVE_INFINITY, -1],
];

/** A single shared word proves little: the share is taken as if a line had so many more. */
const DOUBT = 2;

// These end in a sign, as few lines do.
const FULL_STOP = /[.。।]["”»’)]?$/u;
const QUESTION = /[?？!！؟]["”»’)]?$/u;
const CUT_OFF = /(?:…|\.\.\.)$/;
const PIPE = /[|｜]/u;
const GLUED = /\p{Ll}\p{Lu}\p{Ll}/u;
/** What all that is glued has, told of plain text at a tenth of the time. */
const MAY_BE_GLUED = /[a-z][A-Z]|[^\0-\x7f]/;
/** "Home > Blog > …", "Photo: agency/desk", "www.harbour.example": ways through a site, alternatives and addresses; no date but at the start. */
const WAY = /[»›>@]|\/(?!\d)|^\d+\/|www\./u;
/** "Ice in the harbour: forty ships wait": headlines have a topic before a colon, names and menu items have none. */
const TOPIC = /\p{L}\S{0,40}: ./u;
/** The signs without which they cannot match; what is no sign of ASCII is told by one bit for all. */
const signs = (text: string): number => signsOf([...text].map((sign) => sign.charCodeAt(0)));
const WAY_SIGNS = signs("/>@.");
const COLON = signs(":");
const BAR = signs("|");
const has = ({ measures: m }: SpanState, some: number): boolean =>
  (m.signs & some) !== 0 || (m.has & HAS_FOREIGN_SIGN) !== 0;
/** "3. Pack the ropes": an item of a list, the heading of a part. */
const NUMBERED = /^\d{1,3}\. /;
const STARTS_LOW = /^\p{Ll}/u;

/** Bylines and dates stand within so many spans behind the headline. */
const SIGNED_NEAR = 3;
const SIGNED_FAR = 5;
const SHARING_REACH = 4;
const SHARING_RULES: readonly string[] = [
  "share-line",
  "social-names",
  "read-time",
  "photo-credit",
  "caption-ending",
];
/** A line of a few words is no menu item. */
const TITLE_WORDS = 3.5;
const MOST_TITLE_WORDS = 20.5;
/** Share of its words that a title has in common with the body's first paragraphs, mostly. */
const SHARED = 0.34;
/** Spans of prose at the body's start that a table of contents may stand before. */
const PAST_START = 2;
const ALIKE = 0.95;
const UNLIKE = 0.3;
const FAR = 30;

/** Headlines may ask and exclaim, but they have no full stop. */
export const endsInStop = (text: string): boolean => endsIn(FULL_STOP, text);

const endsIn = (sign: RegExp, text: string): boolean =>
  (classAt(text.charCodeAt(text.length - 1)) & WORD) === 0 && sign.test(text.slice(-3));

/** Neither a menu item nor a paragraph. */
const looksLikeTitle = ({ text, measures: { words } }: SpanState): boolean =>
  words >= TITLE_WORDS && words <= MOST_TITLE_WORDS && !endsInStop(text);

const isSign = (span: SpanState | undefined): boolean =>
  span?.label === "byline" || span?.label === "timestamp";

function someOf(
  spans: readonly SpanState[],
  from: number,
  to: number,
  test: (span: SpanState) => boolean,
): boolean {
  for (let i = Math.max(0, from); i < Math.min(spans.length, to); i++) {
    const span = spans[i];
    if (span !== undefined && test(span)) return true;
  }
  return false;
}

/** What a clue says of a candidate, in points. */
export const pointsOf = (
  { ofPlace, points }: Clue,
  candidate: HeadlineCandidate,
  around: Neighbourhood,
): number => (ofPlace && candidate.at === around.page ? 0 : points(candidate, around));

export const CLUES: readonly Clue[] = [
  {
    clue: "body-opens-with-its-words",
    points: ({ use }) => (4 * use.opening * use.words) / (use.words + DOUBT),
  },
  { clue: "body-own-words", points: ({ use }) => 3 * use.own },
  { clue: "said-elsewhere", points: ({ use }) => 1.5 * use.said },
  {
    clue: "length",
    points: ({ length }) => LENGTH_POINTS.find((row) => length <= row[0])?.[1] ?? 0,
  },
  {
    clue: "printed-twice",
    ofPlace: true,
    points: ({ at, span }, { spans }) =>
      spans[at - 1]?.key === span.key || spans[at + 1]?.key === span.key ? 1.5 : 0,
  },
  {
    clue: "heading-of-a-part",
    points: ({ at, span }, { spans, body }) =>
      span.repeats > 1 &&
      someOf(spans, Math.max(body.start + PAST_START, at + 2), body.end, ({ key }) => key === span.key)
        ? -1
        : 0,
  },
  {
    clue: "byline-or-date-behind",
    ofPlace: true,
    points: ({ at }, { spans }) =>
      someOf(spans, at + 1, at + 1 + SIGNED_NEAR, isSign)
        ? 2.5
        : someOf(spans, at + 1, at + 1 + SIGNED_FAR, isSign)
          ? 1.5
          : 0,
  },
  { clue: "byline-or-date-above", points: ({ at }, { spans }) => (isSign(spans[at - 1]) ? 1.5 : 0) },
  {
    clue: "sharing-behind",
    ofPlace: true,
    points: ({ at }, { spans }) =>
      someOf(spans, at + 1, at + 1 + SHARING_REACH, ({ rule }) => SHARING_RULES.includes(rule)) ? 0.8 : 0,
  },
  { clue: "outdented", points: ({ span }) => (span.span.outdented === true ? 2.5 : 0) },
  {
    clue: "first-line-behind-a-menu",
    points: ({ at, length }, { spans }) =>
      at >= 3 &&
      length >= TITLE_WORDS &&
      !someOf(spans, at - 3, at, ({ measures: m }) => m.words >= TITLE_WORDS)
        ? 0.8
        : 0,
  },
  {
    clue: "prose-behind",
    ofPlace: true,
    points: ({ at }, { spans }) =>
      spans[at + 1]?.label === "body" && (spans[at + 1]?.measures.words ?? 0) >= 10 ? 0.5 : 0,
  },
  {
    clue: "inside-the-body",
    points: ({ at }, { body }) => (at < body.start ? 0 : -1.3 * Math.log2(at - body.start + 2)),
  },
  {
    clue: "far-above",
    points: ({ at }, { body, page }) => (at !== page && body.start - at > FAR ? -0.3 : 0),
  },
  {
    clue: "unlike-the-page-title",
    points: ({ at, span }, { title, page }) => {
      if (title === null || at === page) return 0;
      const likeness = title.likenessOf(span.measures);
      return likeness >= ALIKE ? 0.5 : likeness < UNLIKE ? -2.5 : -0.3;
    },
  },
  { clue: "full-stop", points: ({ text }) => (endsInStop(text) ? -1.2 : 0) },
  {
    clue: "under-a-title",
    points: ({ at, span }, { spans, words, page }) => {
      const above = spans[at - 1];
      if (at - 1 === page || above === undefined || above.key === span.key || !looksLikeTitle(above))
        return 0;
      return words.of(above.measures, above.repeats).opening >= SHARED ? -1 : 0;
    },
  },
  { clue: "cut-off", points: ({ text }) => (endsIn(CUT_OFF, text) ? -1.5 : 0) },
  { clue: "question", points: ({ text }) => (endsIn(QUESTION, text) ? 1 : 0) },
  {
    clue: "menu-shape",
    points: ({ text, span }) =>
      (has(span, BAR) && PIPE.test(text) ? -0.5 : 0) +
      (MAY_BE_GLUED.test(text) && GLUED.test(text) ? -0.6 : 0),
  },
  { clue: "way-or-address", points: ({ text, span }) => (has(span, WAY_SIGNS) && WAY.test(text) ? -1.2 : 0) },
  {
    clue: "topic-and-colon",
    points: ({ text, span }) => (has(span, COLON) && text.includes(": ") && TOPIC.test(text) ? 0.7 : 0),
  },
  // Sections have the headings below the first level, and sites their name in one of it.
  { clue: "marked-heading", points: ({ span }) => (span.span.level === 1 ? 2.5 : 0) },
  {
    clue: "list-item",
    points: ({ span }) => (span.form === "text" ? 0 : -1) - (NUMBERED.test(span.text) ? 1 : 0),
  },
  { clue: "known-line", points: ({ span }) => (span.label === "other" ? 0 : -1) },
  {
    clue: "digits",
    points: ({ span }) =>
      span.measures.digits > 0 && span.measures.letters > span.measures.digits ? 0.5 : 0,
  },
  {
    clue: "lower-case",
    points: ({ span }) => (STARTS_LOW.test(span.text) ? -0.5 : 0) - 0.5 * lowerInitialShare(span.measures),
  },
];
