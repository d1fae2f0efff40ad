/**
 * The headline, out of the spans that say the title. A page's own title often carries the site's name; what another
 * span says without it is the headline for certain, else the name is told by its shape.
 */

import { cutsOf, withoutSiteName } from "../classify/site-name.js";
import type { Classification, LabelledSpan } from "../model.js";
import { textsOf } from "./labelledSpans.js";

/** Whether the title is the headline with something before or behind a joint. */
function carries(title: string, headline: string): boolean {
  if (title.length <= headline.length || !title.includes(headline)) return false;
  return cutsOf(title).some(({ left, right }) => left === headline || right === headline);
}

function mostFrequent(titles: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const title of titles) counts.set(title, (counts.get(title) ?? 0) + 1);
  let best: string | null = null;
  for (const [title, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = title;
  return best;
}

/** A page says its title a few times; more candidates are a list of headlines. */
const MOST_CANDIDATES = 20;
/** A longer text is no title to take apart. */
const LONGEST_TITLE = 1_000;

/** The title that a record of metadata states: its run of title lines. What a publisher states is not cut by its looks. */
function statedTitles(spans: readonly LabelledSpan[]): string[] {
  const first = spans.findIndex(({ label }) => label === "title");
  const end = spans.findIndex(({ label }, index) => index > first && label !== "title");
  return spans.slice(first, end < 0 ? undefined : end).map(({ span }) => span.text);
}

function headlineAmong(titles: readonly string[], stated: boolean): string | null {
  const best = mostFrequent(titles);
  if (best === null || best.length > LONGEST_TITLE) return best;
  const shorter = titles.filter((title) => title !== "" && titles.some((other) => carries(other, title)));
  const certain = mostFrequent(shorter);
  if (certain !== null) return certain;
  const repeated = titles.indexOf(best) !== titles.lastIndexOf(best);
  return stated || repeated ? best : withoutSiteName(titles.at(-1) ?? best);
}

/** Null when no span says a title. */
export function titleOf(spans: readonly LabelledSpan[], layout: Classification["layout"]): string | null {
  const stated = layout === "micro";
  const headlines = spans.filter(({ label, rule }) => label === "title" && rule === "headline");
  const first = headlines[0];
  if (!stated && first !== undefined) return first.span.text;
  const titles = stated ? statedTitles(spans) : textsOf(spans, "title");
  return headlineAmong(titles.filter((title) => title !== "").slice(0, MOST_CANDIDATES), stated);
}
