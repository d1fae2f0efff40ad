/** Finds the body: the best run of spans, begun at the headline and ended where the page goes on to other things. */
import { findAdjacency } from "./adjacency.js";
import { findEnding } from "./ending.js";
import { headlineAbove } from "./headline.js";
import { bestRun, EMPTY_REGION, type Region } from "./region.js";
import { pointsOf } from "./score.js";
import type { SpanState } from "./span-state.js";
import type { TitlePlace } from "./title.js";
import type { Zones } from "./zones.js";

export type Body = Region;

/** A teaser alone weighs half of a paragraph among paragraphs, and a little less. */
const ISOLATED_SHARE = 0.5;
const ISOLATED_POINTS = 0.5;

/** Mass that may stand above the headline: what is more is no teaser or standfirst. */
const MASS_BEFORE_HEADLINE = 0.3;

export function findBody(spans: readonly SpanState[], zones: Zones, title: TitlePlace): Body {
  const adjacency = findAdjacency(spans);
  spans.forEach((span, i) => {
    span.score = pointsOf(span);
    if (adjacency.prose[i] === true && adjacency.settled[i] === false) {
      span.score = span.score * ISOLATED_SHARE - ISOLATED_POINTS;
    }
  });
  const points = spans.map((span) => span.score);
  const whole = bestRun(points, zones.head, zones.tail);
  const run = bestRun(points, zones.head, findEnding(spans, adjacency, whole, zones.tail));
  if (run.end === 0) return EMPTY_REGION;
  const body = { ...run, start: Math.max(run.start, startBehindHeadline(points, run, title)) };
  giveRoles(spans, title, body, zones);
  return body;
}

/** Behind the last headline with at most a share of the mass before it. */
function startBehindHeadline(points: readonly number[], run: Region, title: TitlePlace): number {
  let start = run.start;
  let before = 0;
  let at = run.start;
  for (const headline of title.headlines) {
    if (headline < run.start || headline >= run.end) continue;
    for (; at < headline; at++) before += Math.max(0, points[at] ?? 0);
    if (before <= run.mass * MASS_BEFORE_HEADLINE) start = headline + 1;
  }
  return start;
}

function giveRoles(spans: readonly SpanState[], title: TitlePlace, body: Region, zones: Zones): void {
  const headlines = title.headlines.filter((i) => i <= body.start);
  const above = zones.head > 0 || headlines.length > 0 ? -1 : headlineAbove(spans, body);
  if (above >= 0) headlines.push(above);
  for (const i of headlines) {
    const span = spans[i];
    if (span !== undefined) span.role = "headline";
  }
  const page = spans[title.page];
  if (page !== undefined && (title.headlines.length > 0 || above < 0)) page.role = "page-title";
}
