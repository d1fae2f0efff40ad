/** What spans are to each other on a page whose markup is known: cards in a row, articles in articles, boxes, copies. */
import type { PageElement } from "../model.js";
import type { Region } from "./region.js";
import type { SpanState } from "./span-state.js";

/** A card's title is a link of a headline's length … */
const CARD_LINKED = 0.6;
const CARD_WORDS = [4, 39] as const;
/** … with at most one text behind it: a date or a section, or a teaser below a heading. */
const BESIDE_WORDS = 12;
const TEASER_WORDS = 40;
/** Two links in a row may be chance. */
const LEAST_CARDS = 3;

/** Gives runs of linked titles their role. Without it teasers of other stories cost a point of F1 on unseen pages. */
export function findCards(spans: readonly SpanState[]): void {
  for (let i = 0; i < spans.length; ) {
    const { end, cards } = cardRun(spans, i);
    if (cards >= LEAST_CARDS) for (const span of spans.slice(i, end)) span.role = "card";
    i = Math.max(end, i + 1);
  }
}

function cardRun(
  spans: readonly SpanState[],
  from: number,
): { readonly end: number; readonly cards: number } {
  let cards = 0;
  let end = from;
  for (let at = from; isCardTitle(spans[at]); ) {
    cards++;
    end = at + 1;
    const heading = (spans[at]?.markup?.hints.headingLevel ?? 0) > 0;
    const beside = spans[end]?.measures.words ?? Number.POSITIVE_INFINITY;
    at = isCardTitle(spans[end]) || beside > (heading ? TEASER_WORDS : BESIDE_WORDS) ? end : end + 1;
  }
  return { end, cards };
}

/** Lists of links are part of many articles, and menus are named already. */
function isCardTitle(span: SpanState | undefined): boolean {
  if (span === undefined || span.label === "navigation" || span.form === "list") return false;
  const { words } = span.measures;
  const linked = span.markup?.hints.linkDensity ?? 0;
  return linked >= CARD_LINKED && words >= CARD_WORDS[0] && words <= CARD_WORDS[1];
}

/** An article within the body that is not the body's own holds no more of it than this. */
const OTHER_SHARE = 0.3;
/** An article with the headline is the body's own if it holds so much of it; any other if it holds half. */
const HEADED_SHARE = 0.2;
const MAIN_SHARE = 0.5;

/** Gives the spans of other article elements inside the body the role of cards: teasers, and the next story below this one. */
export function findOtherArticles(spans: readonly SpanState[], region: Region, headline: number): void {
  const inside = spans.slice(region.start, region.end);
  const articles = inside.map(articleOf);
  const mass = new Map<PageElement | null, number>();
  inside.forEach((span, i) => {
    const article = articles[i] ?? null;
    mass.set(article, (mass.get(article) ?? 0) + Math.max(0, span.score));
  });
  const shareOf = (article: PageElement | null): number => (mass.get(article) ?? 0) / (region.mass || 1);
  const headed = articleOf(spans[headline]);
  const isHeaded = headed !== null && shareOf(headed) >= HEADED_SHARE;
  const main = isHeaded
    ? headed
    : [...mass.keys()].find((article) => article !== null && shareOf(article) >= MAIN_SHARE);
  if (main == null) return;
  inside.forEach((span, i) => {
    const article = articles[i] ?? null;
    if (article === null || article === main || isAround(article, main)) return;
    if (isHeaded || shareOf(article) < OTHER_SHARE) span.role = "card";
  });
}

/** The nearest article element around a span. */
function articleOf(span: SpanState | undefined): PageElement | null {
  let at = span?.markup?.hints.element ?? null;
  while (at !== null && at.tag !== "article") at = at.parent;
  return at;
}

function isAround(outer: PageElement, inner: PageElement): boolean {
  for (let at = inner.parent; at !== null; at = at.parent) if (at === outer) return true;
  return false;
}

/** Elements that say nothing of the text in them. */
const BOXES: ReadonlySet<string> = new Set("div section article main header center html".split(" "));
/** More of a body's mass in bare boxes: its paragraphs are boxes. */
const BOXED_SHARE = 0.2;
const BOX_WORDS = 25;

/** Gives short texts in bare boxes their role, where the text itself is set in paragraphs. */
export function findBoxes(spans: readonly SpanState[], region: Region): void {
  const boxes = spans
    .slice(region.start, region.end)
    .filter(({ form, markup }) => form === "text" && BOXES.has(markup?.hints.holder.tag ?? ""));
  const boxed = boxes.reduce((sum, { score }) => sum + Math.max(0, score), 0);
  if (boxed > BOXED_SHARE * region.mass) return;
  for (const span of boxes) if (span.measures.words <= BOX_WORDS && span.role === null) span.role = "box";
}
