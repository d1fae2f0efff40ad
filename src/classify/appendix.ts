/**
 * Tells the text of a body from boxes behind it that are set in another way: the writer's biography, a form, what the
 * site says of itself. Templates put them inside of the article's element.
 */
import type { PageElement } from "../model.js";
import type { Region } from "./region.js";
import { holderOf, ownSettings, Settings } from "./setting.js";
import type { SpanState } from "./span-state.js";

/** A box that holds more of the body's mass is a part of it. */
const MOST_SHARE = 0.25;
/** Elements that hold a part of a page rather than a part of a text. */
const BOXES: ReadonlySet<string> = new Set("div section article aside header footer form".split(" "));
const QUESTION = /[?？؟][\p{Pe}\p{Pf}"']?$/u;
/** Questions with their answers close many articles, in boxes that open and shut. */
const LEAST_QUESTIONS = 2;
const NOTES = /footnote|endnote|reference/i;

/** Gives the spans that are set as most of the body is the role of its own, and those of boxes behind the last of them theirs. */
export function findAppendix(spans: readonly SpanState[], region: Region): void {
  const settings = new Settings();
  const own = ownSettings(spans, region, settings);
  /** Settings of the elements around the body's own text: a box of these is one more of its parts. */
  const around = new Set<number>();
  let last = -1;
  for (let i = region.start; i < region.end; i++) {
    const span = spans[i];
    const holder = holderOf(span);
    if (span === undefined || !own.has(settings.of(holder))) continue;
    if (span.role === null) span.role = "own";
    if (span.score <= 0) continue;
    last = i;
    for (let at = holder; at !== null && !around.has(settings.of(at)); at = at.parent)
      around.add(settings.of(at));
  }
  for (let i = last + 1; last >= 0 && i < region.end; ) {
    const box = outermostFrom(holderOf(spans[i]), last + 1);
    const end = Math.min(region.end, Math.max(box?.end ?? 0, i + 1));
    const isOther = box !== null && BOXES.has(box.tag) && !around.has(settings.of(box));
    if (isOther && isAppendix(box, spans.slice(i, end), region))
      for (const span of spans.slice(i, end)) span.role = "appendix";
    i = end;
  }
}

/** The outermost element around a block that begins with the block of this index or behind it. */
function outermostFrom(holder: PageElement | null, first: number): PageElement | null {
  let found: PageElement | null = null;
  for (let at = holder; at !== null; at = at.parent) if (at.block && at.start >= first) found = at;
  return found;
}

/** Questions, notes, tables and programs belong to the article, wherever they are set. */
function isAppendix(box: PageElement, spans: readonly SpanState[], region: Region): boolean {
  const mass = spans.reduce((sum, { score }) => sum + Math.max(0, score), 0);
  const questions = spans.filter(({ text }) => QUESTION.test(text)).length;
  const isPart =
    NOTES.test(`${box.classes} ${box.id}`) || spans.some(({ form }) => form === "table" || form === "code");
  return !isPart && mass <= MOST_SHARE * region.mass && questions < LEAST_QUESTIONS;
}
