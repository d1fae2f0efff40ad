/**
 * Tells the text of a body from boxes behind it that are set in another way: the writer's biography, a form, what the
 * site says of itself. Templates put them inside of the article's element.
 */
import type { PageElement } from "../model.js";
import type { Region } from "./region.js";
import { holderOf, type Settings } from "./setting.js";
import type { SpanState } from "./span-state.js";

/** What holds more of the body's mass than this, behind the text that is set alike, is a part of it. */
const MOST_SHARE = 0.25;
/** More boxes that are set alike are the entries of a list, which is the article's as often as not. */
const MOST_ALIKE = 2;
/** Elements that hold a part of a page rather than a part of a text. */
const BOXES: ReadonlySet<string> = new Set("div section article aside header footer form".split(" "));
const QUESTION = /[?？؟][\p{Pe}\p{Pf}"']?$/u;
/** Questions with their answers close many articles, in boxes that open and shut. */
const LEAST_QUESTIONS = 2;
const NOTES = /footnote|endnote|reference/i;

/** Gives the spans that are set as most of the body is the role of its own, and those of boxes behind the last of them theirs; `own` are the settings of most of the body. */
export function findAppendix(
  spans: readonly SpanState[],
  region: Region,
  settings: Settings,
  own: ReadonlySet<number>,
): void {
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
      around.add(settings.of(at)).add(settings.aloneOf(at));
  }
  const behind = spans.slice(last + 1, region.end).reduce((sum, { score }) => sum + Math.max(0, score), 0);
  if (last < 0 || behind > MOST_SHARE * region.mass) return;
  const found = new Map<number, SpanState[][]>();
  for (let i = last + 1; i < region.end; ) {
    const box = otherBox(boxesFrom(holderOf(spans[i]), last + 1), around, settings);
    const end = Math.min(region.end, Math.max(box?.end ?? 0, i + 1));
    const inside = spans.slice(i, end);
    if (box !== undefined && !isPart(box, inside)) {
      const alike = found.get(settings.of(box));
      if (alike === undefined) found.set(settings.of(box), [inside]);
      else alike.push(inside);
    }
    i = end;
  }
  for (const alike of found.values())
    if (alike.length <= MOST_ALIKE) for (const span of alike.flat()) span.role = "appendix";
}

/** The elements around a block that begin with the block of this index or behind it, the outermost first. */
function boxesFrom(holder: PageElement | null, first: number): PageElement[] {
  const boxes: PageElement[] = [];
  for (let at = holder; at !== null; at = at.parent) if (at.block && at.start >= first) boxes.push(at);
  return boxes.reverse();
}

/** The outermost when it is set as nothing around the text is; else the outermost whose names are nowhere around it. */
function otherBox(
  boxes: readonly PageElement[],
  around: ReadonlySet<number>,
  settings: Settings,
): PageElement | undefined {
  const [outermost] = boxes;
  if (outermost !== undefined && !around.has(settings.of(outermost)))
    return BOXES.has(outermost.tag) ? outermost : undefined;
  return boxes.find((box) => BOXES.has(box.tag) && !around.has(settings.aloneOf(box)));
}

/** Questions, notes, tables and programs belong to the article, wherever they are set. */
function isPart({ classes, id }: PageElement, spans: readonly SpanState[]): boolean {
  const questions = spans.filter(({ text }) => QUESTION.test(text)).length;
  return (
    questions >= LEAST_QUESTIONS ||
    NOTES.test(`${classes} ${id}`) ||
    spans.some(({ form }) => form === "table" || form === "code")
  );
}
