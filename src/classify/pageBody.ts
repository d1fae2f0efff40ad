/**
 * Finds the body of a page whose markup is known: the element that holds it, and where in that the text begins and ends.
 * A text without markup has to be a run of high points (body.ts); here the element bounds it, and what is no text of the
 * article inside of it is told span by span.
 */
import { type Adjacency, findAdjacency } from "./adjacency.js";
import { findAppendix } from "./appendix.js";
import { findCalls } from "./calls.js";
import { type Container, findContainer } from "./container.js";
import { findContents } from "./contents.js";
import { findCopies } from "./copies.js";
import { findEnding } from "./ending.js";
import { mainHeading } from "./markup.js";
import { findBoxes, findCards, findOtherArticles } from "./pageRoles.js";
import { EMPTY_REGION, type Region } from "./region.js";
import { pointsOf } from "./score.js";
import { ownSettings, Settings } from "./setting.js";
import type { SpanState } from "./span-state.js";

/** Links alone are furniture; links in a text take away their share of it. */
const LINKED = 0.6;
const FURNITURE = -0.5;
/** Prose without prose beside it, as cards have. */
const ISOLATED_SHARE = 0.5;
const ISOLATED_POINTS = 0.5;
/** Mass of the container that may stand above its headline. */
const MASS_BEFORE_HEADLINE = 0.15;
/** Behind a heading that could end the article, inside of one element, what follows is oftener the rest of the article. */
const PROSE_RATIO = 0.25;
/** Spans between the headline and a lede that stands outside of the container. */
const LEDE_REACH = 8;
const LEDE_WORDS = 10;
const LEDE_LINKED = 0.3;

export function findPageBody(spans: readonly SpanState[]): Region {
  const headline = mainHeading(spans);
  findCards(spans);
  const adjacency = findAdjacency(spans);
  spans.forEach((span, i) => {
    span.score = pointsIn(span, adjacency, i);
  });
  const region = regionIn(findContainer(spans, headline), spans, adjacency, headline);
  const title = spans[0];
  if (title?.markup?.hints.holder.tag === "title") title.role = "page-title";
  if (region.end <= region.start) return EMPTY_REGION;
  const named = spans[headline];
  if (named !== undefined && headline <= region.start) named.role = "headline";
  findBoxes(spans, region);
  findContents(spans, region);
  const settings = new Settings();
  const own = ownSettings(spans, region, settings);
  findAppendix(spans, region, settings, own);
  findCalls(spans, region, settings, own);
  findCopies(spans, region);
  findOtherArticles(spans, region, headline);
  return region;
}

function pointsIn(span: SpanState, { between, prose, settled }: Adjacency, at: number): number {
  if (span.role === "card") return FURNITURE;
  const points = pointsOf(span, between[at] === true);
  const density = span.markup?.hints.linkDensity ?? 0;
  const own = points <= 0 ? points : density > LINKED ? FURNITURE : points * (1 - density);
  return prose[at] === true && settled[at] === false ? own * ISOLATED_SHARE - ISOLATED_POINTS : own;
}

/** The text of the container: behind the headline, before a heading that ends it, from its first text to its last. */
function regionIn(
  container: Container,
  spans: readonly SpanState[],
  adjacency: Adjacency,
  headline: number,
): Region {
  let { start, end } = container;
  const isInside = headline >= start && headline < end;
  if (isInside && massOf(spans, start, headline) <= MASS_BEFORE_HEADLINE * massOf(spans, start, end))
    start = headline + 1;
  end = findEnding(spans, adjacency, { start, end, mass: 0 }, end, PROSE_RATIO);
  while (start < end && (spans[start]?.score ?? 0) <= 0) start++;
  while (end > start && !endsBody(spans[end - 1])) end--;
  if (start === end) return EMPTY_REGION;
  if (start > container.start && isSubheading(spans[start - 1])) start--;
  start = ledeAbove(spans, headline, start);
  return { start, end, mass: massOf(spans, start, end) };
}

function massOf(spans: readonly SpanState[], from: number, to: number): number {
  let mass = 0;
  for (let i = from; i < to; i++) mass += Math.max(0, spans[i]?.score ?? 0);
  return mass;
}

/** A list, a table or a program may end an article; a line that stands alone is the page's. */
function endsBody(span: SpanState | undefined): boolean {
  if (span === undefined || span.score > 0) return true;
  const isOwn = span.label === "other" || span.label === "body";
  const linked = span.markup?.hints.linkDensity ?? 0;
  return isOwn && span.form !== "text" && span.form !== "quote" && linked < LEDE_LINKED;
}

const isSubheading = (span: SpanState | undefined): boolean =>
  (span?.markup?.hints.headingLevel ?? 0) > 1 && span?.label !== "title";

/** Templates set the lede between headline and picture, outside of the element of the text. */
function ledeAbove(spans: readonly SpanState[], headline: number, start: number): number {
  if (headline < 0 || headline >= start || start - headline > LEDE_REACH) return start;
  for (let i = headline + 1; i < start; i++) {
    const span = spans[i];
    const linked = span?.markup?.hints.linkDensity ?? 0;
    if (span?.label === "body" && span.measures.words >= LEDE_WORDS && linked < LEDE_LINKED) return i;
  }
  return start;
}
