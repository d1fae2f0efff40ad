/** Joints at a word or a number right behind a mark that ends something: a colon, a bracket, a per cent sign. */
import { APOSTROPHE, CLOSING, classAt, DIGIT, LETTER, LOWER, SPACE, UPPER } from "../features/characters.js";
import {
  has,
  hashOf,
  isAddress,
  isAllCapitals,
  isFunctionWord,
  tokenAround,
  wordAfter,
  wordBefore,
} from "./neighbours.js";
import { COLON, HYPHEN, PERCENT, PIPE, PLUS } from "./signs.js";
import type { Survey } from "./survey.js";

/** A word right behind a mark that ends something: `Pros:High quality`, `50%More`, `$100+Install`, `(see below)The`. */
export function isWordJoint(text: string, at: number, survey: Survey): boolean {
  const code = text.charCodeAt(at - 1);
  const before = classAt(code);
  const right = wordAfter(text, at);
  const end = at + right.length;
  const starts = isFunctionWord(right) && has(text, end, SPACE | APOSTROPHE);
  if (right.length < 2 && !starts) return false;
  if (code === COLON) return isColonJoint(text, at, right, survey);
  if (code === PIPE) return survey.isTable && has(text, at - 2, SPACE);
  if (code === PERCENT)
    return has(text, at - 2, DIGIT) && has(text, at + 1, LOWER) && !isAddress(tokenAround(text, at));
  if (code === PLUS) return has(text, at - 2, DIGIT) && right.length > 2 && has(text, at + 1, LOWER);
  if (code === HYPHEN) return text.charCodeAt(at - 2) === HYPHEN && text.charCodeAt(at - 3) === HYPHEN;
  if (
    (before & CLOSING) === 0 ||
    (before & APOSTROPHE) !== 0 ||
    !goesOn(text, end) ||
    text.charCodeAt(at - 2) === HYPHEN
  )
    return false;
  return starts || survey.sureJoints > 0 || survey.vocabulary.alone.of(hashOf(right)) > 0;
}

/** `Pros:High quality`: a label and its first item; not NYSE:SNOW, std::String, or a time. */
function isColonJoint(text: string, at: number, right: string, survey: Survey): boolean {
  if (survey.sureJoints === 0 || !has(text, at - 2, LETTER | DIGIT | CLOSING | SPACE)) return false;
  const left = wordBefore(text, at - 1);
  return (
    goesOn(text, at + right.length) && !(isAllCapitals(left) && isAllCapitals(right) && right.length > 1)
  );
}

/** A sentence or an item goes on with a space, punctuation, or a capital that touches it. */
function goesOn(text: string, end: number): boolean {
  return (
    end >= text.length || has(text, end, SPACE | UPPER | DIGIT) || /[,:;'’.!?–—/"”&-]/.test(text.charAt(end))
  );
}

/** Footnotes end with a way back: ↩ and ↩︎ */
const RETURN_ARROW = 0x21a9;
const TEXT_STYLE = 0xfe0e;
const SPACED_NOTE = /^\d{1,3}[.:]? /;
const NUMBER_WIDTH = 8;
const SPACED_LIST_NUMBER = /^\d{1,2}[.)] ["“„«]?\p{Lu}/u;
const SPACED_NUMBER = /^\d{2,4}%? \p{L}/u;
const LIST_NUMBER = /^\d{1,2}[.)] ?["“„«]?\p{Lu}/u;

/** A number right behind something: a list's number, a table's next value, or the first item behind a label. */
export function isNumberJoint(text: string, at: number, survey: Survey): boolean {
  const code = text.charCodeAt(at - 1);
  if (code === PERCENT)
    return has(text, at - 2, DIGIT) && !isEscape(text, at) && !isAddress(tokenAround(text, at));
  if (code === COLON)
    return (
      survey.sureJoints > 0 &&
      has(text, at - 2, LETTER | CLOSING) &&
      /^\d[\d.,]*(?:[.)]? \p{L}|%)/u.test(text.slice(at, at + 10))
    );
  if (code === RETURN_ARROW || code === TEXT_STYLE) return SPACED_NOTE.test(text.slice(at, at + 8));
  if ((classAt(code) & CLOSING) !== 0) return LIST_NUMBER.test(text.slice(at, at + 8));
  return survey.sureJoints > 0 && isNumberBehindWord(text, at, survey);
}

/** `/2025%2F03`: of an address longer than what is looked at. */
const isEscape = (text: string, at: number): boolean => /^[\dA-F][A-F]/.test(text.slice(at, at + 2));

/** `…not available3. Sculpt`, `…energy2025 is`: not Web3, fp64, Float32 and the like, which are no words by themselves. */
function isNumberBehindWord(text: string, at: number, { vocabulary }: Survey): boolean {
  for (let i = at - 3; i < at; i++) if (!has(text, i, LOWER)) return false;
  const number = text.slice(at, at + NUMBER_WIDTH);
  if (SPACED_LIST_NUMBER.test(number)) return true;
  if (!SPACED_NUMBER.test(number)) return false;
  return vocabulary.alone.of(hashOf(wordBefore(text, at))) > 0;
}
