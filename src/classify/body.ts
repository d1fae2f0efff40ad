/** Finds the body: the best run of spans, begun at the headline and ended where the page goes on to other things. */
import type { DocumentWords } from "../features/document-words.js";
import { lowerInitialShare } from "../features/measures.js";
import type { Layout } from "../model.js";
import { type Adjacency, findAdjacency } from "./adjacency.js";
import { findCopies } from "./copies.js";
import { findEnding } from "./ending.js";
import { takeWhole } from "./glued.js";
import { findHeadline } from "./headline.js";
import { bestRun, EMPTY_REGION, type Region } from "./region.js";
import { pointsOf, weighBoxes } from "./score.js";
import type { SpanState } from "./span-state.js";
import type { TitlePlace } from "./title.js";
import type { Zones } from "./zones.js";

/** Share of a document's characters that a body without settled prose must hold: a page of teasers is no article. */
const UNSETTLED_SHARE = 0.5;

/** A teaser alone weighs half of a paragraph among paragraphs, and a little less. */
const ISOLATED_SHARE = 0.5;
const ISOLATED_POINTS = 0.5;

/** Share of the mass that may stand above the headline, and points: two paragraphs are more than a teaser or a standfirst. */
const SHARE_BEFORE_HEADLINE = 0.3;
const MASS_BEFORE_HEADLINE = 16;

export function findBody(
  spans: readonly SpanState[],
  words: DocumentWords,
  zones: Zones,
  title: TitlePlace,
): Region {
  const adjacency = findAdjacency(spans);
  spans.forEach((span, i) => {
    span.score = pointsOf(span, adjacency.between[i] === true);
    if (adjacency.prose[i] === true && adjacency.settled[i] === false) {
      span.score = span.score * ISOLATED_SHARE - ISOLATED_POINTS;
    }
  });
  weighBoxes(spans);
  const points = spans.map((span) => span.score);
  const whole = bestRun(points, zones.head, zones.tail);
  const best = bestRun(points, zones.head, findEnding(spans, adjacency, whole, zones.tail));
  const run = takeWhole(spans, best);
  if (run.end === 0 || !isArticle(spans, adjacency, run)) {
    const page = spans[title.page];
    if (page?.layout === "lines") page.role = "page-title";
    return EMPTY_REGION;
  }
  const headlines = headlinesOf(spans, words, zones, title, run);
  const start = Math.max(run.start, startBehindHeadline(points, run, headlines));
  const body = { ...run, start: startAtHeading(spans, zones.head, start) };
  for (const i of headlines) {
    const span = spans[i];
    if (span === undefined || (i > body.start && span.clues.length === 0)) continue;
    span.role = i === title.page ? "page-title" : "headline";
  }
  findCopies(spans, body);
  return body;
}

/** Dumps with a line for each block, or one for all, begin with the page's title; in others the first line may be anything. */
const BEGUN_BY_TITLE: ReadonlySet<Layout> = new Set(["lines", "one-line"]);

/** Indices of the spans that say the title, rising. In a micro layout the metadata states it. */
function headlinesOf(
  spans: readonly SpanState[],
  words: DocumentWords,
  zones: Zones,
  title: TitlePlace,
  run: Region,
): number[] {
  if (zones.head > 0) return title.headlines.filter((i) => spans[i]?.role !== "part");
  const page = BEGUN_BY_TITLE.has(spans[title.page]?.layout ?? "micro") ? title.page : -1;
  const headline = findHeadline(spans, words, run, page);
  const chosen = spans[headline?.at ?? -1];
  if (chosen !== undefined) chosen.clues = headline?.evidence ?? [];
  const found: number[] = [];
  for (let i = 0; i < spans.length; i++) if (i === page || spans[i]?.key === chosen?.key) found.push(i);
  return found;
}

/** Some prose touches other prose; or there is little else than the body, as in a short note. */
function isArticle(spans: readonly SpanState[], { settled }: Adjacency, run: Region): boolean {
  if (settled.slice(run.start, run.end).includes(true)) return true;
  // The addresses that text browsers list below the page are none of its text.
  const characters = (from: number, to: number) =>
    spans.slice(from, to).reduce((sum, { label, text }) => sum + (label === "link" ? 0 : text.length), 0);
  return characters(run.start, run.end) >= UNSETTLED_SHARE * characters(0, spans.length);
}

/** A subheading right above the first paragraph belongs to the body: it is written as a sentence is, a menu item is not. */
function startAtHeading(spans: readonly SpanState[], from: number, start: number): number {
  const above = spans[start - 1];
  if (above === undefined || start <= from || above.label !== "other" || above.form !== "text") return start;
  const { words, ending } = above.measures;
  const heading = ending === "open" && words >= HEADING_WORDS[0] && words <= HEADING_WORDS[1];
  return heading && above.repeats === 1 && lowerInitialShare(above.measures) >= 0.5 ? start - 1 : start;
}

/** Fewer are a menu item, more are a teaser's title. */
const HEADING_WORDS = [3, 8] as const;

/** Behind the last headline with at most a share of the mass before it. */
function startBehindHeadline(points: readonly number[], run: Region, headlines: readonly number[]): number {
  const most = Math.min(MASS_BEFORE_HEADLINE, run.mass * SHARE_BEFORE_HEADLINE);
  let start = run.start;
  let before = 0;
  let at = run.start;
  for (const headline of headlines) {
    if (headline < run.start || headline >= run.end) continue;
    for (; at < headline; at++) before += Math.max(0, points[at] ?? 0);
    if (before <= most) start = headline + 1;
  }
  return start;
}
