/**
 * Finds the element that holds the article, of a page whose markup is known. An element is an interval of spans, so its
 * prose and its furniture are differences of running sums, and all elements are weighed in one pass.
 *
 * The worth of an element is its prose times the share of prose in it to a power; elements that are made for articles are
 * worth more. Which one wins moves the body's F1 by a point; the numbers below move it by a tenth of one.
 */
import type { PageElement } from "../model.js";
import type { SpanState } from "./span-state.js";

/** Indices of the first span, and of the first one behind. */
export interface Container {
  readonly start: number;
  readonly end: number;
}

/** Furniture counts so much of prose: an article's own boxes must not make a part of it worth more than the whole. */
const FURNITURE = 0.5;
const SHARE_POWER = 1.5;
const ARTICLE_WORTH = 1.6;
const MAIN_WORTH = 1.36;
const HEADLINE_WORTH = 1.2;
/** Spans between the headline and an element that still belongs to it: byline, date, picture, buttons. */
const HEADLINE_REACH = 8;
/** An element around the best one takes its place when so much of what it adds is prose. */
const CLIMB_SHARE = 0.75;

/** "article-body", "postContent", "entry", as templates name the element of the text. */
const ARTICLE_NAME =
  /(?:^|[\s_-])(?:article|post|entry|story|content|body|text)[-_]?(?:body|content|text|article)|(?:^|\s)(?:post|entry|story|prose)(?:$|\s)/i;

/** `headline` is the index of the span that says the title, -1 without one. All spans without any element. */
export function findContainer(spans: readonly SpanState[], headline: number): Container {
  const prose = runningSums(spans, ({ score }) => Math.max(0, score));
  const furniture = runningSums(spans, ({ score }) => Math.max(0, -score));
  let best: PageElement | null = null;
  let most = 0;
  for (const element of holdersOf(spans)) {
    const good = sumIn(prose, element);
    if (good === 0) continue;
    const share = good / (good + FURNITURE * sumIn(furniture, element));
    const worth = good * share ** SHARE_POWER * favour(element, headline);
    if (worth > most) {
      best = element;
      most = worth;
    }
  }
  return best === null ? { start: 0, end: spans.length } : climb(best, prose, furniture);
}

/** The elements that begin blocks, each once: those of the spans and all around them. */
function* holdersOf(spans: readonly SpanState[]): Generator<PageElement> {
  const seen = new Set<PageElement>();
  for (const { span } of spans) {
    let at: PageElement | null = span.hints?.holder ?? null;
    for (; at !== null && !seen.has(at); at = at.parent) {
      seen.add(at);
      if (at.block) yield at;
    }
  }
}

function runningSums(spans: readonly SpanState[], of: (span: SpanState) => number): number[] {
  const sums = [0];
  let sum = 0;
  for (const span of spans) {
    sum += of(span);
    sums.push(sum);
  }
  return sums;
}

const sumIn = (sums: readonly number[], { start, end }: Container): number =>
  (sums[end] ?? 0) - (sums[start] ?? 0);

function favour(element: PageElement, headline: number): number {
  const { tag, role, property, classes, id, start, end } = element;
  const near = headline >= 0 && headline < end && start <= headline + HEADLINE_REACH;
  const worth = near ? HEADLINE_WORTH : 1;
  if (tag === "article" || property.includes("articleBody") || ARTICLE_NAME.test(`${classes} ${id}`))
    return worth * ARTICLE_WORTH;
  return tag === "main" || role === "main" ? worth * MAIN_WORTH : worth;
}

function climb(from: PageElement, prose: readonly number[], furniture: readonly number[]): PageElement {
  let best = from;
  for (let at = from.parent; at !== null; at = at.parent) {
    if (!at.block) continue;
    const good = sumIn(prose, at) - sumIn(prose, best);
    const bad = sumIn(furniture, at) - sumIn(furniture, best);
    if (good < CLIMB_SHARE * (good + bad)) break;
    best = at;
  }
  return best;
}
