/**
 * Finds boxes between the paragraphs of a page that are there to be pressed: an offer, a form, another story. Whatever
 * they say, they are set otherwise than the text, are small, and close with a link or a button that leads away.
 */
import type { PageElement } from "../model.js";
import type { Region } from "./region.js";
import { holderOf, type Settings } from "./setting.js";
import type { SpanState } from "./span-state.js";

const BOXES: ReadonlySet<string> = new Set("div section article aside header footer form figure".split(" "));
/** A heading, a sentence or two, a picture's text and a button; larger boxes are parts of the article as often as not. */
const MOST_SPANS = 6;
/** Boxes that are set alike and hold more of the body's mass are the entries of a list, each with its link. */
const MOST_SHARE = 0.1;
const LINKED = 0.8;
const LINK_WORDS = 14;
/** What is pressed to see an answer. */
const QUESTION = /[?？؟]$/u;

/** Gives the spans of such boxes their role; `own` are the settings of the text. */
export function findCalls(
  spans: readonly SpanState[],
  region: Region,
  settings: Settings,
  own: ReadonlySet<number>,
): void {
  const alike = new Map<number, SpanState[][]>();
  for (const box of boxesBetween(spans, region, settings, own)) {
    const setting = settings.of(box);
    const boxes = alike.get(setting) ?? [];
    alike.set(setting, boxes);
    boxes.push(spans.slice(box.start, box.end));
  }
  for (const boxes of alike.values()) {
    const mass = boxes.flat().reduce((sum, { score }) => sum + Math.max(0, score), 0);
    if (mass > MOST_SHARE * region.mass) continue;
    for (const box of boxes) if (isCall(box)) for (const span of box) span.role = "call";
  }
}

/** The outermost elements between two texts of the body's own that hold none of them. */
function boxesBetween(
  spans: readonly SpanState[],
  { start, end }: Region,
  settings: Settings,
  own: ReadonlySet<number>,
): PageElement[] {
  /** By index, how many of the region's own texts stand before it. */
  const before = [0];
  let count = 0;
  spans.forEach((span, i) => {
    if (i >= start && i < end && span.score > 0 && own.has(settings.of(holderOf(span)))) count++;
    before.push(count);
  });
  const boxes: PageElement[] = [];
  for (let i = start; i < end; ) {
    const passed = before[i] ?? 0;
    const box = passed > 0 && passed < count ? outermost(holderOf(spans[i]), i, before) : null;
    if (box !== null && BOXES.has(box.tag)) boxes.push(box);
    i = Math.max(i + 1, box?.end ?? 0);
  }
  return boxes;
}

/** The outermost element around a block that begins with it or behind it and holds none of the body's own. */
function outermost(holder: PageElement | null, first: number, before: readonly number[]): PageElement | null {
  let box: PageElement | null = null;
  for (let at = holder; at !== null && at.start >= first; at = at.parent) {
    if (before[at.end] !== before[at.start]) break;
    if (at.block) box = at;
  }
  return box;
}

function isCall(box: readonly SpanState[]): boolean {
  const last = box.at(-1);
  if (last === undefined || box.length > MOST_SPANS || QUESTION.test(last.text)) return false;
  if (box.some(({ form, role }) => form === "table" || form === "code" || role === "contents")) return false;
  const linked = last.markup?.hints.linkDensity ?? 0;
  return (linked >= LINKED && last.measures.words <= LINK_WORDS) || isButton(last);
}

function isButton({ markup }: SpanState): boolean {
  const hints = markup?.hints;
  for (let at = hints?.element ?? null; at !== null; at = at.parent) {
    if (at.tag === "button") return true;
    if (at.block) return false;
  }
  return false;
}
