/** Joints behind an end mark: `…agreements.The minister…`. */
import {
  CJK,
  CLOSING,
  classAt,
  DIGIT,
  LETTER,
  LOWER,
  OPENING,
  SPACE,
  STOP,
  UPPER,
  WIDE_STOP,
} from "../features/characters.js";
import abbreviationLists from "./abbreviations.yaml";
import {
  isAllCapitals,
  isFunctionWord,
  isLetters,
  startsCapital,
  tokenAround,
  wordAfter,
  wordBefore,
} from "./neighbours.js";

const ABBREVIATIONS = new Set(
  Object.values(abbreviationLists as Record<string, string>).flatMap((words) => words.split(" ")),
);

const QUOTE = 34;
const FULL_STOP = 46;
/** A footnote's number between brackets. */
const FOOTNOTE = /^\d{1,3}$/;
const DANDAS = /[।॥]/;

/**
 * Where the next part starts when the end mark at `at` ends one; -1 when it does not. `insideQuotes`: an odd number of
 * straight quotes stands before it in this part, so the next one closes.
 */
export function stopJoint(text: string, at: number, insideQuotes: boolean): number {
  let next = at + 1;
  let open = insideQuotes;
  // Marks that close what the sentence opened belong to it: ?" .) …”
  while (next < text.length) {
    const code = text.charCodeAt(next);
    if (code === QUOTE) {
      if (!open) break;
      open = false;
    } else if (code === 39 || code === 0x2019) {
      if ((classAt(text.charCodeAt(next + 1)) & LOWER) !== 0) break;
    } else if ((classAt(code) & (STOP | CLOSING)) === 0) break;
    next++;
  }
  next = pastFootnote(text, next);
  return next < text.length && startsSentence(text, at, next) ? next : -1;
}

/** `[12]` behind an end mark belongs to the sentence that it ends. */
function pastFootnote(text: string, at: number): number {
  let end = at;
  while (text.charCodeAt(end) === 91) {
    const close = text.indexOf("]", end);
    if (close < 0 || !FOOTNOTE.test(text.slice(end + 1, Math.min(close, end + 5)))) return at;
    end = close + 1;
  }
  return end;
}

function startsSentence(text: string, at: number, next: number): boolean {
  let start = next;
  // An opening quote or bracket, a straight quote outside of a quotation or a dash may stand before the first word.
  while (start < next + 3 && opensSentence(text, start)) start++;
  const first = classAt(text.charCodeAt(start));
  if ((first & CJK) !== 0 || (classAt(text.charCodeAt(at)) & WIDE_STOP) !== 0) return false;
  if ((first & UPPER) !== 0) return next > at + 1 || start > next || capitalStarts(text, at, start);
  if ((first & DIGIT) !== 0) return numberStarts(text, at, start);
  // Scripts without case: one letter before the stop is an abbreviation.
  const caseless = (first & LETTER) !== 0 && (first & LOWER) === 0;
  return caseless && (wordBefore(text, at).length > 1 || DANDAS.test(text.charAt(at)));
}

function opensSentence(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === QUOTE || (classAt(code) & OPENING) !== 0) return true;
  const dash = code === 0x2014 || code === 0x2013;
  return dash && (classAt(text.charCodeAt(at + 1)) & SPACE) === 0;
}

/** `.The`: a capital right behind the end mark. */
function capitalStarts(text: string, at: number, start: number): boolean {
  const left = wordBefore(text, at);
  const right = wordAfter(text, start);
  if (isIdentifier(text, start + right.length)) return false;
  const behindWord = (classAt(text.charCodeAt(at - 1)) & SPACE) === 0;
  if (left === "") return behindWord;
  if (text.charCodeAt(at) !== FULL_STOP) return true;
  if (isAddress(tokenAround(text, at))) return false;
  const sure = right.length > 1 && isFunctionWord(right);
  if (!isLetters(left)) return /^\d{1,2}$/.test(left) ? sure : true; // 5.Mai is a day, "in 2020.The" a sentence.
  // U.S.A and J.R.R. Tolkien are initials, but U.S.The is a sentence's end.
  if (left.length === 1) return sure && startsCapital(left) && text.charCodeAt(at - 2) === FULL_STOP;
  if (ABBREVIATIONS.has(left.toLowerCase())) return sure;
  // ASP.NET, SPIEGEL.TV: capitals on both sides are a name.
  return !(isAllCapitals(left) && isAllCapitals(right) && right.length > 1);
}

/** Code and file names go on where a sentence's first word has ended: System.Text; mock.Anything) */
function isIdentifier(text: string, end: number): boolean {
  return /^(?:[;()_=<\]{}]|\.[\p{L}_])/u.test(text.slice(end, end + 2));
}

/** `.12 people`, `.3. Review`: a number right behind the end mark of a word. */
function numberStarts(text: string, at: number, start: number): boolean {
  const left = wordBefore(text, at);
  const number = /^\d{1,4}(?:[.)] (?=\S)|[ ,]|\.(?=\p{Lu}))/u.exec(text.slice(start, start + 8));
  if (number === null) return false;
  if (left === "") return (classAt(text.charCodeAt(at - 1)) & CLOSING) !== 0;
  if (text.charCodeAt(at) !== FULL_STOP) return isLetters(left);
  return (
    left.length >= 3 && isLetters(left) && !ABBREVIATIONS.has(left.toLowerCase()) && !isAllCapitals(left)
  );
}

/** The token has a scheme, an @, or ends in a lower-case domain. */
function isAddress(token: string): boolean {
  if (token.includes("://") || token.includes("@") || /^www\./i.test(token)) return true;
  return /^[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.[a-z]{2,6}(?:[/:?#]|[.,;)]*$)/u.test(token);
}
