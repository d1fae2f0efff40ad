/** Joints behind an end mark: `…agreements.The minister…`. */
import {
  CJK,
  CLOSING,
  classAt,
  DIGIT,
  LOWER,
  OPENING,
  SPACE,
  STOP,
  UPPER,
  WIDE_STOP,
} from "../features/characters.js";
import { bulletEnd } from "./bullets.js";
import { capitalStarts } from "./capital-start.js";
import {
  has,
  hashOf,
  identifierEnd,
  isCaseless,
  isLetters,
  startsCapital,
  wordAfter,
  wordBefore,
} from "./neighbours.js";
import { numberStarts } from "./number-start.js";
import { isQuote, type Quotes } from "./quotes.js";
import { EN_DASH, FULL_STOP, IDEOGRAPHIC_SPACE } from "./signs.js";
import type { Survey } from "./survey.js";
import { phraseKey } from "./vocabulary.js";

const APOSTROPHE = 39;
const CLOSING_APOSTROPHE = 0x2019;
const EM_DASH = 0x2014;
/** A footnote's number between brackets. */
const FOOTNOTE = /^\d{1,3}$/;
const DANDAS = /[।॥]/;
/** More end marks in a row are drawn, not written. */
const LEADERS = 6;
/** #1 on the list, $4m, *with a footnote. */
const SIGNS = "#$€£¥₹*@";
/** Marks that may stand before the first word. */
const MOST_OPENERS = 4;
const SHORTEST_LAST_WORD = 3;
/** The mark of a list: b. The second */
const LETTER_MARK = /^[a-z][.)] \p{Lu}/u;

/** Past the end mark at `at`, and past the marks that close what its sentence opened: ?" .) …” [12]. */
export function sentenceEnd(text: string, at: number, quotes: Quotes): number {
  let next = at + 1;
  while (next < text.length) {
    const code = text.charCodeAt(next);
    if (isQuote(code)) {
      if (!quotes.closes(text, next)) break;
      quotes.see(text, next);
    } else if (code === APOSTROPHE || code === CLOSING_APOSTROPHE) {
      if (has(text, next + 1, LOWER)) break;
    } else if (has(text, next, SPACE)) {
      // « Non ! » has a space before the mark that closes.
      if (!isQuote(text.charCodeAt(next + 1)) || !quotes.closes(text, next + 1)) break;
    } else if ((classAt(code) & (STOP | CLOSING)) === 0) break;
    next++;
  }
  return pastFootnotes(text, next);
}

function pastFootnotes(text: string, at: number): number {
  let end = at;
  while (text.charCodeAt(end) === 91) {
    const close = text.slice(end, end + 5).indexOf("]");
    if (close < 0 || !FOOTNOTE.test(text.slice(end + 1, end + close))) return at;
    end += close + 1;
  }
  return end;
}

/**
 * Whether a new part starts at `end`, which is past the end mark at `stop` and all that belongs to it. `from` is where
 * the part before it starts.
 */
export function startsPart(text: string, stop: number, end: number, from: number, survey: Survey): boolean {
  if (end >= text.length || end - stop > LEADERS) return false;
  if (has(text, stop, CJK | WIDE_STOP)) return startsIndented(text, stop, end);
  if (has(text, end, SPACE | CJK)) return false;
  if (bulletEnd(text, end) > 0) return true;
  const start = pastOpeners(text, end);
  const first = classAt(text.charCodeAt(start));
  const closed = end > stop + 1;
  if ((first & UPPER) !== 0) return closed || start > end || capitalStarts(text, stop, start, from, survey);
  if ((first & DIGIT) !== 0) return numberStarts(text, stop, start, survey);
  if (isCaseless(text.charCodeAt(start))) return caselessStarts(text, stop, closed);
  return (first & LOWER) !== 0 && start === end && smallStarts(text, stop, start, survey);
}

/** Past quotes, brackets, dashes and signs that may stand before a first word. */
function pastOpeners(text: string, at: number): number {
  let start = at;
  while (start < at + MOST_OPENERS) {
    const code = text.charCodeAt(start);
    const spaced = has(text, start + 1, SPACE);
    if (isQuote(code) || (classAt(code) & OPENING) !== 0) start += spaced && isQuote(code) ? 2 : 1;
    else if (code === EM_DASH || code === EN_DASH) start += spaced ? 2 : 1;
    else if (SIGNS.includes(text.charAt(start)) && !spaced) start++;
    else break;
  }
  return start;
}

/** Sentences touch in Chinese and Japanese; paragraphs are indented. A space behind ！ or ？ is a matter of spelling. */
function startsIndented(text: string, stop: number, end: number): boolean {
  if (text.charCodeAt(end) !== IDEOGRAPHIC_SPACE) return false;
  return end > stop + 1 || text.charAt(stop) === "。" || text.charAt(stop) === "｡";
}

/**
 * `…as described.b. The second`, `…out of order.if it rains`, `…of the shop.jQuery is`: behind the last word of a sentence
 * and before a word, both of which stand elsewhere. Addresses and files are written so too.
 */
function smallStarts(text: string, stop: number, start: number, survey: Survey): boolean {
  if (!survey.isSurelyGlued || text.charAt(stop) === "…") return false;
  const left = wordBefore(text, stop);
  if (left.length < SHORTEST_LAST_WORD || !isLetters(left)) return false;
  if (LETTER_MARK.test(text.slice(start, start + 4))) return !startsCapital(left);
  const end = identifierEnd(text, start);
  if (!has(text, end, SPACE) || (startsCapital(left) && text.charCodeAt(stop) === FULL_STOP)) return false;
  const { whole, behindStop, dotted } = survey.vocabulary;
  const right = hashOf(text.slice(start, end));
  if (dotted.of(phraseKey(hashOf(left), right)) > 1) return false;
  // example.com, notes.md
  if (behindStop.of(hashOf(wordAfter(text, start))) > 1) return false;
  return whole.of(hashOf(left)) > 1 && whole.of(right) > 1;
}

/** One letter before the end mark is an abbreviation, in any script. */
function caselessStarts(text: string, stop: number, closed: boolean): boolean {
  if (closed || DANDAS.test(text.charAt(stop)) || has(text, stop - 1, CLOSING)) return true;
  return (wordBefore(text, stop).match(/\p{L}/gu)?.length ?? 0) > 1;
}
