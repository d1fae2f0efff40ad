/** A capital right behind a full stop: a sentence's first word, or what a name, an abbreviation or an address goes on with. */
import { LETTER, LOWER, SPACE, STOP, UPPER } from "../features/characters.js";
import { type LanguageBits, languageBits, languagesOf } from "../features/language.js";
import abbreviationLists from "./abbreviations.yaml";
import {
  has,
  hashOf,
  identifierEnd,
  isAddress,
  isAllCapitals,
  isFunctionWord,
  isLetters,
  startsCapital,
  tokenAround,
  wordAfter,
  wordBefore,
} from "./neighbours.js";
import { countStarts } from "./phrase-starts.js";
import { EXCLAMATION, FULL_STOP } from "./signs.js";
import type { Survey } from "./survey.js";
import { phraseKey } from "./vocabulary.js";

/** The languages in which a word is an abbreviation; those without a list may borrow from any. */
type Abbreviations = ReadonlyMap<string, LanguageBits>;

/** Characters that tell the language for sure. */
const TELLING = 600;
const ANY = "any";

function listOf(lists: Record<string, string> = {}): Abbreviations {
  const languages = new Map<string, LanguageBits>();
  for (const [code, words] of Object.entries(lists))
    for (const word of words.split(" "))
      languages.set(word, (languages.get(word) ?? 0) | (code === ANY ? -1 : languageBits([code])));
  return languages;
}

const { before, ending, streets } = abbreviationLists as Record<string, Record<string, string>>;
const BEFORE = listOf(before);
const ENDING = listOf(ending);
const STREETS = listOf(streets);
const LISTED = languageBits(Object.keys(before ?? {}));

/** Abbreviations of one or two letters are followed by such. */
const SHORT = 3;
const APOSTROPHES = /['’]/;
/** What stands behind a name in a program: Math.floor(…), options.Level = …, a[Key.Value] */
const BEHIND_NAMES = ";()_=<]{}";
/** 5 p.m. ends a sentence, e.g. does not. */
const TIME = /\d ?[ap]\.m$/i;

function isListed(word: string, list: Abbreviations, { language, length }: Survey): boolean {
  const languages = list.get(word.toLowerCase()) ?? 0;
  if (length > TELLING && (language & LISTED) !== 0) return (languages & language) !== 0;
  return languages !== 0 && (languagesOf(hashOf(word)) & language) === 0;
}

/** Whether the word is an abbreviation that something follows. */
export const isAbbreviation = (word: string, survey: Survey): boolean => isListed(word, BEFORE, survey);

/** Whether a new part starts with the capital at `start`, right behind the end mark at `stop`. */
export function capitalStarts(
  text: string,
  stop: number,
  start: number,
  from: number,
  survey: Survey,
): boolean {
  const left = wordBefore(text, stop);
  const right = wordAfter(text, start);
  const rightEnd = start + right.length;
  if (identifierGoesOn(text, identifierEnd(text, start))) return false;
  if (text.charCodeAt(stop) !== FULL_STOP) return !isShoutedName(text, stop, left, right, survey);
  const sure = isFunctionWord(right) && (right.length > 1 || has(text, rightEnd, SPACE));
  // .NET is a name, even where a sentence before it has ended with a space too much.
  if (left === "") return sure || !has(text, stop - 1, SPACE) || !isAllCapitals(right);
  if (isAddress(tokenAround(text, stop))) return addressEnds(text, rightEnd, left, right, sure, survey);
  // Ph.D., U.S.A., Cr. Hr.
  if (right.length <= SHORT && has(text, rightEnd, STOP) && !sure) return endsWord(left, survey);
  if (!isLetters(left)) return numberEnds(text, stop - left.length, left, right, sure, from, survey);
  if (left.length === 1) return letterEnds(text, stop, left, right, sure);
  if (isListed(left, ENDING, survey)) return true;
  if (isListed(left, STREETS, survey)) return sure || isStreet(text, stop - left.length);
  // Lt.Col., and Dr.Osei
  if (isAbbreviation(left, survey)) return sure;
  if (isAllCapitals(left) && isAllCapitals(right) && right.length > 1)
    return sure || isKnown(left, right, survey);
  return sure || !isDottedName(text, stop, left, right, survey);
}

/** `.sort`, `::new`, ` = 1`, ` += 1`, `(…)` */
function identifierGoesOn(text: string, at: number): boolean {
  switch (text.charAt(at)) {
    case "":
      return false;
    case " ":
      return text.charAt(at + 1) === "=" || text.startsWith("+=", at + 1);
    case ".":
      return isNameLetter(text, at + 1) && isNameLetter(text, at + 2);
    case ":":
      return text.charAt(at + 1) === ":";
    default:
      return BEHIND_NAMES.includes(text.charAt(at));
  }
}

const isNameLetter = (text: string, at: number): boolean => has(text, at, LETTER) || text.charAt(at) === "_";

/** FRITZ!Box; but `No sign of the USA!Nobody knew`, where the words meet once. */
function isShoutedName(text: string, stop: number, left: string, right: string, survey: Survey): boolean {
  if (text.charCodeAt(stop) !== EXCLAMATION || left === "" || !isAllCapitals(left)) return false;
  if (isFunctionWord(right) || startsOthers(text, stop + 1, right, survey)) return false;
  const met = survey.vocabulary.dotted.of(phraseKey(hashOf(left), hashOf(right)));
  return met > 1 || !survey.isSurelyGlued;
}

/** `…at desk@post.example.Tickets are`, `…behind the shop.Harbour.example is`, a name that the text knows. */
function addressEnds(
  text: string,
  rightEnd: number,
  left: string,
  right: string,
  sure: boolean,
  { vocabulary }: Survey,
): boolean {
  const small = !startsCapital(left) && isLetters(left);
  if (has(text, rightEnd, SPACE)) return sure || (small && right.length >= SHORT && !isAllCapitals(right));
  if (!small || text.charCodeAt(rightEnd) !== FULL_STOP) return false;
  const name = phraseKey(hashOf(right), hashOf(wordAfter(text, rightEnd + 1)));
  return vocabulary.dotted.of(name) > 1 && vocabulary.dotted.of(phraseKey(hashOf(left), hashOf(right))) <= 1;
}

/** String.Index, os.Create: a name that comes back. Between two sentences of prose, a word is no name. */
function isDottedName(text: string, stop: number, left: string, right: string, survey: Survey): boolean {
  if (!survey.isProgram && !startsCapital(left)) return false;
  // Aspire.Hosting.Azure
  if (startsCapital(left) && text.charCodeAt(stop - left.length - 1) === FULL_STOP) return true;
  if (survey.vocabulary.dotted.of(phraseKey(hashOf(left), hashOf(right))) <= 1) return false;
  return !startsOthers(text, stop + 1, right, survey);
}

/** The same two words start something behind another word too: `Yes.Speaker two: …`, `Of course.Speaker two: …` */
function startsOthers(text: string, at: number, right: string, { vocabulary }: Survey): boolean {
  const rightEnd = at + right.length;
  return countStarts(text, { right, rightEnd, runEnd: rightEnd }, vocabulary).behind > 1;
}

/** A word that is no abbreviation: three small letters at its end. */
function endsWord(left: string, survey: Survey): boolean {
  return left.length > 3 && has(left, left.length - 1, LOWER) && !isAbbreviation(left, survey);
}

/** ASP.NET and SPIEGEL.TV are names; where both halves stand alone elsewhere, two sentences meet. */
function isKnown(left: string, right: string, survey: Survey): boolean {
  return survey.vocabulary.alone.of(hashOf(left)) > 1 && survey.vocabulary.alone.of(hashOf(right)) > 1;
}

/** `E. Roosevelt St.`, `3rd St.`: a name or a number before it. */
function isStreet(text: string, at: number): boolean {
  const name = wordBefore(text, at - 1);
  return name !== "" && (startsCapital(name) || !isLetters(name));
}

/** `COVID-19.The`, `in 2020.The`, `on page 2.The`; but 12.Mai, 3.Liga, 4.2.A, and 1.Mix at the start of an item. */
function numberEnds(
  text: string,
  at: number,
  left: string,
  right: string,
  sure: boolean,
  from: number,
  survey: Survey,
): boolean {
  if (!/^\d{1,2}$/.test(left)) return true;
  if (at <= from || right.length === 1) return false;
  if (sure && (languagesOf(hashOf(right)) & survey.language) !== 0) return true;
  const spaced = has(text, at - 1, SPACE);
  return spaced ? !survey.hasOrdinalStops && !has(text, at - 2, STOP) : true;
}

/** One letter before the stop: an initial, but for `won't.`, `vitamin C.` and `5 p.m.` */
function letterEnds(text: string, stop: number, left: string, right: string, sure: boolean): boolean {
  const before = text.charAt(stop - 2);
  if (APOSTROPHES.test(before)) return true;
  if (before === ".") {
    if (right.length === 1) return false;
    return startsCapital(left) ? sure : sure && TIME.test(text.slice(Math.max(0, stop - 5), stop));
  }
  if (before === "/") return right.length > SHORT && has(text, stop + 1 + right.length, SPACE); // n/a
  if (!has(text, stop - 2, SPACE | UPPER | LOWER)) return before !== "" && !"([-".includes(before); // 24°C, M&A
  return sure && right.length > 1;
}
