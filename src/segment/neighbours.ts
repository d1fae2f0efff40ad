/** The words around an offset of a text, and what can be told of them. All look at a few characters only. */
import { classAt, DIGIT, LETTER, LOWER, MARK, SPACE, UPPER } from "../features/characters.js";
import { languagesOf } from "../features/language.js";
import { HASH_START, hashStep } from "../features/words.js";

/** Characters that are looked at: no word is longer, an address may be. */
const WINDOW = 80;

export const has = (text: string, at: number, bits: number): boolean =>
  (classAt(text.charCodeAt(at)) & bits) !== 0;

/** Between a small letter and a capital: where one word has been glued to the next. */
export function isCaseChange(text: string, at: number): boolean {
  return at > 0 && has(text, at - 1, LOWER) && has(text, at, UPPER);
}

/** The letters and digits right before `at`, back to a change of case. */
export function wordBefore(text: string, at: number): string {
  let start = at;
  while (start > 0 && at - start < WINDOW && has(text, start - 1, LETTER | DIGIT | MARK)) {
    start--;
    if (start < at - 1 && isCaseChange(text, start)) break;
  }
  return text.slice(start, at);
}

/** The letters from `at` on, up to a change of case. */
export function wordAfter(text: string, at: number): string {
  let end = at;
  while (end < text.length && end - at < WINDOW && has(text, end, LETTER | MARK)) {
    if (end > at + 1 && isCaseChange(text, end)) break;
    end++;
  }
  return text.slice(at, end);
}

/** Where the letters, digits and low lines from `at` on end, changes of case passed over. */
export function identifierEnd(text: string, at: number): number {
  let end = at;
  while (
    end < text.length &&
    end - at < WINDOW &&
    (has(text, end, LETTER | DIGIT | MARK) || text.charCodeAt(end) === 95)
  )
    end++;
  return end;
}

/** The run of visible characters around `at`. */
export function tokenAround(text: string, at: number): string {
  let start = at;
  while (start > 0 && at - start < WINDOW && !has(text, start - 1, SPACE)) start--;
  let end = at;
  while (end < text.length && end - at < WINDOW && !has(text, end, SPACE)) end++;
  return text.slice(start, end);
}

export function isLetters(word: string): boolean {
  for (let i = 0; i < word.length; i++) if (!has(word, i, LETTER | MARK)) return false;
  return word !== "";
}
export const startsCapital = (word: string): boolean => has(word, 0, UPPER);
export const isAllCapitals = (word: string): boolean =>
  word === word.toUpperCase() && word !== word.toLowerCase();

/** A letter of a script without case. Georgian has capitals that nobody writes with. */
export function isCaseless(code: number): boolean {
  const bits = classAt(code);
  if ((bits & LETTER) === 0) return false;
  return (bits & (LOWER | UPPER)) === 0 || (code >= 0x10d0 && code <= 0x10ff);
}

const FULL_STOP = 46;
/** Letters of a domain's last label. */
const SHORTEST_DOMAIN = 2;
const LONGEST_DOMAIN = 6;

/** The token has a scheme, an @, or begins with a domain that ends in small letters: `Post.example`, `post.example/news`. */
export function isAddress(token: string): boolean {
  if (token.includes("://") || token.includes("@") || /^www\./i.test(token)) return true;
  let at = labelEnd(token, 0);
  while (at > 0 && token.charCodeAt(at) === FULL_STOP) {
    if (isDomain(token, at + 1)) return true;
    const end = labelEnd(token, at + 1);
    at = end > at + 1 ? end : 0;
  }
  return false;
}

/** Where the letters, ASCII digits and hyphens from `at` on end. */
function labelEnd(token: string, at: number): number {
  let end = at;
  for (; end < token.length; end++) {
    const code = token.charCodeAt(end);
    if (code !== 45 && !(code >= 48 && code <= 57) && (classAt(code) & LETTER) === 0) break;
  }
  return end;
}

/** Small letters, and behind them a path or nothing but punctuation. */
function isDomain(token: string, at: number): boolean {
  let end = at;
  while (token.charCodeAt(end) >= 97 && token.charCodeAt(end) <= 122) end++;
  if (end - at < SHORTEST_DOMAIN || end - at > LONGEST_DOMAIN) return false;
  if (end < token.length && "/:?#".includes(token.charAt(end))) return true;
  while (end < token.length && ".,;)".includes(token.charAt(end))) end++;
  return end === token.length;
}

/** The hash under which a word is found (features/words.ts). */
export function hashOf(word: string): number {
  const lower = word.toLowerCase();
  let hash = HASH_START;
  for (let i = 0; i < lower.length; i++) hash = hashStep(hash, lower.charCodeAt(i));
  return hash;
}

/** Whether the word is a function word of any language: such a word starts sentences, not second halves of names. */
export function isFunctionWord(word: string): boolean {
  return languagesOf(hashOf(word)) !== 0;
}
