/** The people of the byline. */
import type { LabelledSpan } from "../model.js";
import { textsOf } from "./labelledSpans.js";
import peopleCues from "./peopleCues.yaml";

interface Cues {
  readonly by: Readonly<Record<string, readonly string[]>>;
  readonly after: readonly string[];
  readonly and: readonly string[];
  readonly roles: Readonly<Record<string, readonly string[]>>;
  readonly agencies: readonly string[];
  readonly stop: readonly string[];
}
const cues = peopleCues as Cues;

/** A longer span is prose that a byline stands in; a name further on is somebody else's. */
const LONGEST_READ = 300;

const longestFirst = (words: readonly string[]): string =>
  [...words].sort((a, b) => b.length - a.length).join("|");

/** "By Jane Doe", "Text: Jane Doe", "文/王小明", "記者 山田". A cue in CJK needs a mark or a space after it, or it may be a name. */
const CUE = new RegExp(
  `^(?:${longestFirst(Object.values(cues.by).flat())})\\.?(?:\\s?[:：/／|]\\s?|\\s+|$)`,
  "iu",
);
const AFTER = new RegExp(`\\s?(?:${longestFirst(cues.after)})$`, "u");
/** Parts of one line: "By Jane Doe | Politics Reporter | 5 min read". */
const PARTS = /\s*[|·•/／»\n]\s*|\s+[–—-]\s+|\s{2,}/u;
const COMMAS = /\s*[,;、，;&＆]\s*|\s*\([^)]{0,80}\)\s*/u;
const AND = new RegExp(`\\s+(?:${longestFirst(cues.and)})\\s+`, "giu");

const ROLES = new Set(Object.values(cues.roles).flat());
const AGENCIES = new Set(cues.agencies);
const STOP = new RegExp(`(?<![\\p{L}])(?:${longestFirst(cues.stop)})(?![\\p{L}])`, "iu");

/** E-mail and web addresses and handles stand beside names and part them. */
const ADDRESS = /\S{0,80}@\S{1,80}|https?:\S+/giu;
/** Digits and marks that a name has none of. */
const NO_NAME = /[\d@#?!=<>{}[\]]|https?:|\.(?:com|org|net|de|fr)\b|(?:\.\s|。)\p{L}{4}/iu;
/** "PhD", "MD", "CPP": credentials after a name. */
const CREDENTIAL = /^(?:Ph\.?D\.?|M\.?D\.?|[A-Z]{2,5})$/u;
const MOST_WORDS = 6;

const wordsOf = (text: string): string[] => text.split(/\s+/u).filter((word) => word !== "");

function isRole(part: string): boolean {
  return wordsOf(part.toLowerCase()).some((word) => ROLES.has(word.replace(/[.,:]$/u, "")));
}

function isCredential(part: string): boolean {
  return CREDENTIAL.test(part) && !AGENCIES.has(part.toLowerCase());
}

/** Half of a name's words have a capital: "Piet van den Berg" has. One word may be a pen name or an agency. */
function hasCapitals(words: readonly string[]): boolean {
  const small = words.filter((word) => /^\p{Ll}/u.test(word)).length;
  return words.length === 1 || small * 2 <= words.length;
}

/** A letter to start with, few words, nothing that addresses or sentences have. */
function isName(part: string): boolean {
  const words = wordsOf(part);
  if (words.length === 0 || words.length > MOST_WORDS || NO_NAME.test(part) || STOP.test(part)) return false;
  return /^\p{L}/u.test(part) && hasCapitals(words) && !isRole(part);
}

/** After a comma one word is a place ("Ada Moss, London"), unless it is an agency or its script has no capitals. */
function isPlace(part: string): boolean {
  return /^\p{Lu}[\p{Ll}]+$/u.test(part) && !AGENCIES.has(part.toLowerCase());
}

/** Spanish surnames have "y" and Portuguese ones "e" inside: a side of one word is no person of its own. */
function splitAnd(part: string): string[] {
  const people: string[] = [];
  let start = 0;
  for (const match of part.matchAll(AND)) {
    const single = match[0].trim().length === 1 && /\p{Script=Latin}/u.test(match[0]);
    const left = part.slice(start, match.index);
    const right = part.slice(match.index + match[0].length);
    if (single && (wordsOf(left).length < 2 || wordsOf(right).length < 2)) continue;
    people.push(left);
    start = match.index + match[0].length;
  }
  return [...people, part.slice(start)];
}

/** "Jane Doe" of "By Jane Doe in Paris"; the names of a place or a day that follow small words are not hers. */
const PLACE = /\s+(?:in|aus|à|en|from|at|for|für|pour|para|per)\s+\p{Lu}.*$/u;

function clean(part: string): string {
  return part
    .replace(AFTER, "")
    .replace(PLACE, "")
    .replace(/^[\s"“”:.–—-]+|[\s"“”:–—-]+$/gu, "");
}

function withoutCue(part: string): { readonly text: string; readonly cued: boolean } {
  const whole = part.trim();
  const [cue] = CUE.exec(whole) ?? [];
  if (cue === undefined) return { text: whole, cued: false };
  const text = whole.slice(cue.length);
  // "Written by: by Jane Doe" has two; without the colon the second is her name.
  return { text: /[:：]\s?$/u.test(cue) ? text.replace(CUE, "") : text, cued: true };
}

function peopleOfPart(part: string): string[] {
  return part
    .split(COMMAS)
    .filter((person, index) => index === 0 || !isPlace(person))
    .flatMap(splitAnd)
    .map((person) => clean(withoutCue(person).text))
    .filter((person) => person !== "" && !isCredential(person) && isName(person));
}

/** The people of one byline: those of the part with the cue, else of the first part that names any. */
function peopleOf(byline: string): string[] {
  const parts = byline.slice(0, LONGEST_READ).replace(ADDRESS, " | ").split(PARTS).map(withoutCue);
  const cued = parts.findIndex((part) => part.cued);
  for (const { text } of parts.slice(Math.max(cued, 0))) {
    const people = peopleOfPart(text);
    if (people.length > 0) return people;
  }
  return [];
}

const keyOf = (person: string): string => person.toLowerCase().replace(/[\s.]+/gu, " ");

/** Bylines beyond these are those of a list of articles. */
const MOST_BYLINES = 50;

/** In the order of the bylines, each once. */
export function authorsOf(spans: readonly LabelledSpan[]): string[] {
  const people = textsOf(spans, "byline").slice(0, MOST_BYLINES).flatMap(peopleOf);
  const seen = new Set<string>();
  return people.filter((person) => {
    const key = keyOf(person);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
