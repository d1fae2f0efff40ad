/**
 * Splits paragraphs that a dump has glued together. A joint is visible where a sentence ends and the next one starts
 * without a space: `…agreements.The minister…`. One pass; every decision looks at the few characters around the joint.
 */
import {
  CJK,
  CLOSING,
  classAt,
  DIGIT,
  LETTER,
  LOWER,
  MARK,
  OPENING,
  SPACE,
  STOP,
  UPPER,
  WIDE_STOP,
} from "../features/characters.js";
import { languagesOf } from "../features/language.js";
import { HASH_START, hashStep } from "../features/words.js";
import abbreviationLists from "./abbreviations.yaml";

const ABBREVIATIONS = new Set(
  Object.values(abbreviationLists as Record<string, string>).flatMap((words) => words.split(" ")),
);

/** Texts shorter than this hold one paragraph. */
const SHORTEST = 20;
/** Characters of a token that are looked at: no word is longer, an address may be. */
const TOKEN_WINDOW = 80;
const QUOTE = 34;
const STOP_CODE = 46;

/**
 * The parts of a text, cut at its joints; the text itself when there are none. The parts in order are the text, but
 * for white space at the joints.
 */
export function splitGlued(text: string): string[] {
  const cuts = text.length < SHORTEST ? [] : joints(text);
  if (cuts.length === 0) return [text];
  const parts: string[] = [];
  let from = 0;
  for (const cut of [...cuts, text.length]) {
    const part = text.slice(from, cut).trim();
    if (part !== "") parts.push(part);
    from = cut;
  }
  return parts;
}

/** Offsets at which a new part starts, rising. */
function joints(text: string): number[] {
  const cuts: number[] = [];
  let quotes = 0;
  let from = 0;
  for (let i = 0; i + 1 < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === QUOTE) {
      quotes++;
      continue;
    }
    const bits = classAt(code);
    let cut = -1;
    if ((bits & STOP) !== 0) cut = afterStop(text, i, quotes);
    else if ((bits & LOWER) !== 0 && (classAt(text.charCodeAt(i + 1)) & UPPER) !== 0)
      cut = camelJoint(text, i + 1, from);
    if (cut > i) {
      for (let k = i + 1; k < cut; k++) if (text.charCodeAt(k) === QUOTE) quotes++;
      cuts.push(cut);
      // A new part starts outside of any quotation.
      quotes = 0;
      from = cut;
      i = cut - 1;
    }
  }
  return cuts;
}

/** Where the next part starts when the end mark at `at` ends one; -1 when it does not. */
function afterStop(text: string, at: number, quotes: number): number {
  let next = at + 1;
  // Marks that close what the sentence opened belong to it: ?" .) …”
  let open = quotes % 2 === 1;
  while (next < text.length) {
    const code = text.charCodeAt(next);
    const bits = classAt(code);
    if (code === QUOTE) {
      if (!open) break;
      open = false;
    } else if (code === 39 || code === 0x2019) {
      if (!closesSingleQuote(text, next)) break;
    } else if ((bits & (STOP | CLOSING)) === 0) break;
    next++;
  }
  if (next >= text.length) return -1;
  next = pastFootnote(text, next);
  return startsSentence(text, at, next) ? next : -1;
}

/** A single quote closes when white space, a capital or a mark follows it. */
function closesSingleQuote(text: string, at: number): boolean {
  return (classAt(text.charCodeAt(at + 1)) & LOWER) === 0;
}

/** `[12]` behind an end mark belongs to the sentence that it ends. */
function pastFootnote(text: string, at: number): number {
  let end = at;
  while (text.charCodeAt(end) === 91) {
    const close = text.indexOf("]", end);
    if (close < 0 || close - end > 4 || !/^\d+$/.test(text.slice(end + 1, close))) return at;
    end = close + 1;
  }
  return end;
}

/** Whether a new sentence starts at `next`, glued to the end mark at `at`. */
function startsSentence(text: string, at: number, next: number): boolean {
  let start = next;
  let quoted = false;
  // An opening quote or bracket, or a straight quote outside of a quotation, may stand before the first word.
  while (start < text.length && start < next + 3) {
    const code = text.charCodeAt(start);
    if (code !== QUOTE && (classAt(code) & OPENING) === 0 && !isDash(text, start)) break;
    quoted = true;
    start++;
  }
  const first = classAt(text.charCodeAt(start));
  if ((first & CJK) !== 0 || (classAt(text.charCodeAt(at)) & WIDE_STOP) !== 0) return false;
  const plain = next === at + 1 && !quoted;
  if ((first & UPPER) !== 0) return !plain || capitalStarts(text, at, start);
  if ((first & DIGIT) !== 0) return numberStarts(text, at, start);
  // Scripts without case: a letter on either side, and no abbreviation of one letter.
  if ((first & LETTER) !== 0 && (first & LOWER) === 0) return !isInitial(text, at) || isDanda(text, at);
  return false;
}

function isDash(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (
    (code === 0x2014 || code === 0x2013 || code === 45) && (classAt(text.charCodeAt(at + 1)) & SPACE) === 0
  );
}

function isDanda(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0x964 || code === 0x965;
}

/** `.The`: a capital right behind the end mark. */
function capitalStarts(text: string, at: number, start: number): boolean {
  const mark = text.charCodeAt(at);
  const left = wordBefore(text, at);
  const right = wordAfter(text, start);
  if (left === "")
    return (classAt(text.charCodeAt(at - 1)) & SPACE) === 0 || text.charCodeAt(at - 1) === mark;
  if (mark !== STOP_CODE || text.charCodeAt(at - 1) === STOP_CODE) return true;
  if (isAddress(text, at)) return false;
  const sure = isFunctionWord(right) && right.length > 1;
  if (isLetters(left)) {
    // U.S.A, J.R.R. Tolkien, А. С. Пушкин: a single letter is an initial, unless a sentence visibly starts.
    if (left.length === 1)
      return sure && !isCapital(left) ? false : sure && text.charCodeAt(at - 2) === STOP_CODE;
    if (ABBREVIATIONS.has(left.toLowerCase())) return sure;
    // ASP.NET, SPIEGEL.TV: capitals on both sides are a name.
    return !(isCapitals(left) && isCapitals(right) && right.length > 1);
  }
  // 5.Mai is a day, "in 2020.The" a sentence.
  return /^\d{1,2}$/.test(left) ? sure : true;
}

/** `.12 people`: a number right behind the end mark of a word. */
function numberStarts(text: string, at: number, start: number): boolean {
  const left = wordBefore(text, at);
  if (text.charCodeAt(at) !== STOP_CODE) return left !== "" && isLetters(left);
  if (left.length < 3 || !isLetters(left) || ABBREVIATIONS.has(left.toLowerCase()) || isCapitals(left))
    return false;
  let end = start;
  while (end < text.length && (classAt(text.charCodeAt(end)) & DIGIT) !== 0) end++;
  return (classAt(text.charCodeAt(end)) & SPACE) !== 0;
}

/** A word before the mark that is one letter long. */
function isInitial(text: string, at: number): boolean {
  return wordBefore(text, at).length <= 1;
}

/**
 * `takeawaysThe`: a heading without an end mark glued to the sentence after it. Names are written so too (iPhone,
 * WhatsApp), so the right side must be a word that starts sentences and the left one a whole word.
 */
function camelJoint(text: string, at: number, from: number): number {
  const right = wordAfter(text, at);
  const left = wordBefore(text, at);
  if (right.length < 2 || left.length < 3 || !isFunctionWord(right) || (isCapital(left) && left.length < 4))
    return -1;
  if ((classAt(text.charCodeAt(at + right.length)) & SPACE) === 0) return -1;
  return at > from ? at : -1;
}

const isLetters = (word: string): boolean => /^[\p{L}\p{M}]+$/u.test(word);
const isCapital = (word: string): boolean => (classAt(word.charCodeAt(0)) & UPPER) !== 0;
const isCapitals = (word: string): boolean => word === word.toUpperCase() && word !== word.toLowerCase();

function isFunctionWord(word: string): boolean {
  const lower = word.toLowerCase();
  let hash = HASH_START;
  for (let i = 0; i < lower.length; i++) hash = hashStep(hash, lower.charCodeAt(i));
  return languagesOf(hash) !== 0;
}

/** The letters and digits right before `at`. */
function wordBefore(text: string, at: number): string {
  let start = at;
  while (
    start > 0 &&
    at - start < TOKEN_WINDOW &&
    (classAt(text.charCodeAt(start - 1)) & (LETTER | DIGIT | MARK)) !== 0
  )
    start--;
  // The case changes inside a glued token: only what is behind the change is the word.
  for (let i = at - 1; i > start; i--) {
    if ((classAt(text.charCodeAt(i)) & UPPER) !== 0 && (classAt(text.charCodeAt(i - 1)) & LOWER) !== 0)
      return text.slice(i, at);
  }
  return text.slice(start, at);
}

/** The letters from `at` on. */
function wordAfter(text: string, at: number): string {
  let end = at;
  while (
    end < text.length &&
    end - at < TOKEN_WINDOW &&
    (classAt(text.charCodeAt(end)) & (LETTER | MARK)) !== 0
  ) {
    if (
      end > at + 1 &&
      (classAt(text.charCodeAt(end)) & UPPER) !== 0 &&
      (classAt(text.charCodeAt(end - 1)) & LOWER) !== 0
    )
      break;
    end++;
  }
  return text.slice(at, end);
}

/** The token around the mark is an address: it has a scheme, an @, or ends in a lower-case domain. */
function isAddress(text: string, at: number): boolean {
  let start = at;
  while (start > 0 && at - start < TOKEN_WINDOW && (classAt(text.charCodeAt(start - 1)) & SPACE) === 0)
    start--;
  let end = at;
  while (end < text.length && end - at < TOKEN_WINDOW && (classAt(text.charCodeAt(end)) & SPACE) === 0) end++;
  const token = text.slice(start, end);
  return (
    token.includes("://") ||
    token.includes("@") ||
    /^www\./i.test(token) ||
    /^[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.[a-z]{2,6}(?:[/:?#]|[.,;)]*$)/u.test(token.slice(0, TOKEN_WINDOW))
  );
}
