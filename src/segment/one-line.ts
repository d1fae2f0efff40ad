/** A whole page on one line: nothing tells its blocks but the sentences. */
import type { LanguageBits } from "../features/language.js";
import { isAbbreviation } from "./capital-start.js";
import { splitGlued } from "./glue.js";
import { menuItems } from "./menu-items.js";
import { wordBefore } from "./neighbours.js";
import { saidAgain } from "./said-again.js";
import { Survey } from "./survey.js";
import { sentenceStart, type Weights, weightsOf } from "./title-run.js";

/** An end mark, closing marks, white space, and the start of another sentence. */
const SENTENCE_BREAK =
  /(?<=[\p{L}\d)"”’»%][.!?…]["”’»)]{0,2}) (?=["“„«(¿¡]?[\p{Lu}\p{Lo}\d])|(?<=[。！？।؟]["”」』）]{0,2}) ?/gu;
const END_MARK = /[.!?…。！？।؟]["”’»)」』）]{0,2}$/;
/** The number of an item, or an initial: what it stands before goes on. */
const MARK_ALONE = /(?:^|[ (“"])(?:\d{1,2}|\p{Lu})\.$/u;

/** Parts of this length on average are paragraphs; longer ones are a page without any joints. */
const PARAGRAPH_CHARACTERS = 900;
/** No paragraph is longer; a longer part has no joints in it. */
const LONGEST_PARAGRAPH = 1500;

/**
 * The paragraphs where their joints are visible; otherwise sentences, which are then labelled like blocks. Menus and
 * headings that ran into a sentence are parts of their own.
 */
export function splitOneLine(text: string): string[] {
  const weights = weightsOf(text);
  return aroundTitle(text).flatMap((part, i) => (i % 2 === 0 ? split(part, weights) : [part]));
}

/** Text and title by turns: the page's title stands at the start, and once more over the article. */
function aroundTitle(text: string): string[] {
  const again = saidAgain(text);
  if (again === null) return [text];
  const { at, length } = again;
  const cuts = [0, 0, length, at, at + length, text.length];
  return cuts.slice(1).map((cut, i) => text.slice(cuts[i], cut).trim());
}

function split(text: string, weights: Weights): string[] {
  if (text === "") return [];
  const parts = splitGlued(text);
  const isGlued = parts.length > 1 && text.length / parts.length <= PARAGRAPH_CHARACTERS;
  const survey = new Survey(text);
  const units = parts.flatMap((part) =>
    isGlued && part.length <= LONGEST_PARAGRAPH ? [part] : sentences(part, survey),
  );
  return units.flatMap((unit) => cutMenu(unit, weights, survey.language));
}

/** A unit without an end mark is no sentence; before one, a menu may stand. */
function cutMenu(unit: string, weights: Weights, language: LanguageBits): string[] {
  if (!END_MARK.test(unit.slice(-4))) return menuItems(unit, language);
  const start = sentenceStart(unit, weights, language);
  if (start === 0) return [unit];
  return [...menuItems(unit.slice(0, start).trimEnd(), language), unit.slice(start)];
}

function sentences(text: string, survey: Survey): string[] {
  const found: string[] = [];
  let from = 0;
  for (const { index } of text.matchAll(SENTENCE_BREAK)) {
    if (goesOn(text.slice(Math.max(from, index - 24), index), survey)) continue;
    found.push(text.slice(from, index).trim());
    from = index;
  }
  found.push(text.slice(from).trim());
  return found.filter((sentence) => sentence !== "");
}

/** `2.`, `J.`, `Dr.` */
function goesOn(tail: string, survey: Survey): boolean {
  if (!tail.endsWith(".")) return false;
  return MARK_ALONE.test(tail) || isAbbreviation(wordBefore(tail, tail.length - 1), survey);
}
