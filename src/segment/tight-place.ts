/**
 * Places at which a text may be glued: something stands right behind something else that ends there. Most lines of most
 * dumps have none, which one cheap look at every character tells.
 */
import {
  APOSTROPHE,
  CJK,
  CLOSING,
  COMMA,
  classAt,
  DIGIT,
  LETTER,
  LOWER,
  MARK,
  OPENING,
  SPACE,
  STOP,
  UPPER,
} from "../features/characters.js";
import { bulletEnd } from "./bullets.js";
import { isCaseless } from "./neighbours.js";
import { KINDS, kindOf, LINE_START, MAYBE_TIGHT, PAIR_BITS, PAIRS, UNSEEN } from "./pairs.js";
import { isQuote } from "./quotes.js";
import {
  CLOSING_BRACE,
  CLOSING_BRACKET,
  COLON,
  FULL_STOP,
  HYPHEN,
  IDEOGRAPHIC_SPACE,
  LEFT_GUILLEMET,
  PERCENT,
  PIPE,
  PLUS,
  SEMICOLON,
  STAR,
} from "./signs.js";

/** Small letters, marks and commas: most of any text. */
const QUIET = LOWER | MARK | COMMA;

/** Whether any joint can be in the text. */
export function mayBeGlued(text: string): boolean {
  let before = LINE_START;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const kind = KINDS[code] || kindOf(code);
    const mask = PAIRS[(before << PAIR_BITS) | kind] ?? 0;
    if ((mask & UNSEEN) !== 0) return hasTightPlace(text, 0, text.length);
    if ((mask & MAYBE_TIGHT) !== 0 && isTightPair(text, i, 0)) return true;
    before = kind;
  }
  return false;
}

/**
 * Whether the text from `from` to `to` has a tight place; the characters around are looked at too. For texts with
 * characters that are not seen, which part nothing.
 */
export function hasTightPlace(text: string, from: number, to: number): boolean {
  let before = SPACE;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    const bits = classAt(code);
    if (bits === 0) continue;
    if (isTightAt(text, i, code, bits, before)) return true;
    before = bits;
  }
  return false;
}

/** Whether there is a tight place at `at` or right before it, where a pair has said so (pairs.ts); `from` starts the line. */
export function isTightPair(text: string, at: number, from: number): boolean {
  const code = text.charCodeAt(at);
  const bits = classAt(code);
  if (at === from) return isTightAt(text, at, code, bits, SPACE);
  const last = text.charCodeAt(at - 1);
  const before = classAt(last);
  if (isTightAt(text, at, code, bits, before)) return true;
  return isTightAt(text, at - 1, last, before, at - 1 === from ? SPACE : classOf(text, at - 2));
}

function isTightAt(text: string, at: number, code: number, bits: number, before: number): boolean {
  if ((bits & QUIET) !== 0) return isTightQuiet(text, at, code, before);
  return (before & SPACE) === 0 && isTight(text, at, code, bits, before);
}

/** The places that a quiet character makes: a semicolon in a program, and the first letter of a script without case. */
function isTightQuiet(text: string, at: number, code: number, before: number): boolean {
  if ((before & STOP) !== 0) return isCaseless(code);
  return code === SEMICOLON && isLetterOrBracket(text, at + 1);
}

const classOf = (text: string, at: number): number => (at < 0 ? SPACE : classAt(text.charCodeAt(at)));
const isLetterOrBracket = (text: string, at: number): boolean =>
  at < text.length && (classOf(text, at) & (LETTER | CLOSING)) !== 0;

/** The places that any other character makes, right behind one that is no space: `before` is what that one is. */
function isTight(text: string, at: number, code: number, bits: number, before: number): boolean {
  if ((bits & UPPER) !== 0) return isTightCapital(text, at, before);
  if ((bits & DIGIT) !== 0) return isTightNumber(text, at, before);
  if ((bits & LETTER) !== 0) return (bits & CJK) === 0 && (before & STOP) !== 0;
  if ((bits & SPACE) !== 0) return code === IDEOGRAPHIC_SPACE && (before & (STOP | CLOSING)) !== 0;
  const next = classOf(text, at + 1);
  if (code === HYPHEN || code === STAR) return (next & SPACE) !== 0 || text.charCodeAt(at + 1) === code;
  if (code === CLOSING_BRACE) return (next & (LETTER | CLOSING)) !== 0;
  if ((before & STOP) !== 0) return (bits & (STOP | CLOSING)) === 0 || (next & (LETTER | OPENING)) !== 0;
  if (isQuote(code))
    return (next & (UPPER | DIGIT)) !== 0 || ((before & CLOSING) !== 0 && code === LEFT_GUILLEMET);
  if (code === PIPE) return text.charCodeAt(at - 1) === PIPE;
  return (before & DIGIT) !== 0 ? (next & DIGIT) !== 0 || bulletEnd(text, at) > 0 : bulletEnd(text, at) > 0;
}

function isTightCapital(text: string, at: number, before: number): boolean {
  if ((before & (LOWER | STOP)) !== 0) return true;
  if ((before & UPPER) !== 0)
    return (classOf(text, at - 2) & UPPER) !== 0 && (classOf(text, at + 1) & LOWER) !== 0;
  if ((before & CLOSING) !== 0) return (before & APOSTROPHE) === 0;
  const code = text.charCodeAt(at - 1);
  if ((before & DIGIT) !== 0) return (classOf(text, at + 1) & LETTER) !== 0;
  return code === COLON || code === PERCENT || code === PLUS || code === PIPE || code === SEMICOLON;
}

/** Not 3.5 and 10:30: a number behind a word's end, with the mark of a list behind it. */
function isTightNumber(text: string, at: number, before: number): boolean {
  const code = text.charCodeAt(at - 1);
  if ((before & STOP) !== 0 || code === COLON) return (classOf(text, at - 2) & (DIGIT | SPACE)) === 0;
  if (code === PERCENT) return true;
  if ((before & (LETTER | CLOSING)) === 0) return false;
  const next = text.charCodeAt(at + 1);
  const second = text.charCodeAt(at + 2);
  return isListMark(next) || isListMark(second);
}

const isListMark = (code: number): boolean =>
  code === FULL_STOP || code === CLOSING_BRACKET || code === COLON || code === 32;
