/** The people of the byline. */
import type { LabelledSpan } from "../model.js";
import { allMatches } from "./allMatches.js";
import { bylineParts } from "./bylineParts.js";
import { alternation, type CueList, type CuesByLanguage, wordsOfList, wordsOfLists } from "./cueList.js";
import { type SpanRange, textsOf } from "./labelledSpans.js";
import peopleCues from "./peopleCues.yaml";

interface Cues {
  readonly after: CueList;
  readonly and: CueList;
  readonly roles: CuesByLanguage;
  readonly organisations: CueList;
  readonly modifiers: CueList;
  readonly agencies: CueList;
  readonly stop: CueList;
}
const cues = peopleCues as unknown as Cues;

const ROLES = new Set(wordsOfLists(cues.roles));
const ORGANISATIONS = new Set(wordsOfList(cues.organisations));
const MODIFIERS = new Set(wordsOfList(cues.modifiers));
const AGENCIES = new Set(wordsOfList(cues.agencies));
const AFTER = new RegExp(`\\s?(?:${alternation(wordsOfList(cues.after))})$`, "u");
const STOP = new RegExp(`(?<!\\p{L})(?:${alternation(wordsOfList(cues.stop))})(?!\\p{L})`, "iu");
const CONJUNCTION = alternation(wordsOfList(cues.and));
const AND = new RegExp(`\\s+(?:${CONJUNCTION})\\s+`, "giu");
const LEADING_AND = new RegExp(`^(?:${CONJUNCTION})\\s+`, "iu");
const COMMA = /\s*[,;、，;&＆]\s*|\s*\([^)]{0,80}\)\s*/u;

/** Digits, marks and ends of sentences, of which a name has none. */
const NO_NAME = /[\d@#?!=<>{}[\]:]|https?|\.\p{Ll}{2,}$|\p{Ll}{3}\.\s\p{L}{4}|。/u;
/** "PhD", "MD", "CPP®": credentials after a name. */
const CREDENTIAL = /^(?:Ph\.?D\.?|M\.?D\.?|[A-Z]{2,6}[®™]?)$/u;
const MOST_WORDS = 6;

const wordsOf = (text: string): string[] => text.split(/\s+/u).filter((word) => word !== "");
const bare = (word: string): string => word.toLowerCase().replace(/[.,:®™]{1,4}$/u, "");
const isRole = (word: string): boolean => ROLES.has(bare(word));

/** Half of a name's words have a capital: "Piet van den Berg" has. One word may be a pen name or an agency. */
function hasCapitals(words: readonly string[]): boolean {
  const small = words.filter((word) => /^\p{Ll}/u.test(word)).length;
  return words.length === 1 || small * 2 <= words.length;
}

/** A letter to start with, few words, nothing that addresses or sentences have. */
function isName(part: string): boolean {
  const words = wordsOf(part);
  if (words.length === 0 || words.length > MOST_WORDS || NO_NAME.test(part) || STOP.test(part)) return false;
  return /^\p{L}/u.test(part) && hasCapitals(words) && !words.some(isRole);
}

/** After a comma: what a person is, has, works for, or where ("Ada Moss, London"). An agency signs like a person. */
function isAttribute(piece: string): boolean {
  if (AGENCIES.has(piece.toLowerCase())) return false;
  if (CREDENTIAL.test(piece) || /^\p{L}\p{Ll}+$/u.test(piece)) return true;
  return wordsOf(piece).some((word) => isRole(word) || ORGANISATIONS.has(bare(word)));
}

/**
 * The pieces between commas that name people. After an attribute further ones follow ("Ada Moss, Editor, Harbour Post"),
 * unless a conjunction or an attribute of its own shows that a piece is the next person.
 */
function namingPieces(part: string): string[] {
  const pieces = part.split(COMMA).filter((piece) => piece !== "");
  let described = false;
  return pieces.flatMap((piece, index) => {
    if (index > 0 && isAttribute(piece)) {
      described = true;
      return [];
    }
    const next = pieces[index + 1];
    const anew = LEADING_AND.test(piece) || (next !== undefined && isAttribute(next));
    if (described && !anew) return [];
    described = false;
    return [index > 0 ? piece.replace(LEADING_AND, "") : piece];
  });
}

/** "Reporter Ada Moss" and "Ada Moss Senior Political Editor" without the role. */
function withoutRole(piece: string): string {
  let words = wordsOf(piece);
  while (words.length > 2 && isRole(words[0] ?? "")) words = words.slice(1);
  const role = words.findIndex(isRole);
  if (role < 2) return words.join(" ");
  words = words.slice(0, role);
  while (words.length > 2 && MODIFIERS.has(bare(words.at(-1) ?? ""))) words.pop();
  return words.join(" ");
}

/** Spanish surnames have "y" and Portuguese ones "e" inside: a side of one word is no person of its own. */
function splitAnd(piece: string): string[] {
  const people: string[] = [];
  let start = 0;
  for (const match of allMatches(piece, AND)) {
    const single = /^\s+\p{Script=Latin}\s+$/u.test(match[0]);
    const left = piece.slice(start, match.index);
    const right = piece.slice(match.index + match[0].length);
    if (single && (wordsOf(left).length < 2 || wordsOf(right).length < 2)) continue;
    people.push(left);
    start = match.index + match[0].length;
  }
  return [...people, piece.slice(start)];
}

/** A sentence about the author: what follows the verb is no further name. */
const VERB =
  /\s(?:is|was|has|writes|covers|works|joined|ist|war|schreibt|arbeitet|est|écrit|es|escribe|è|scrive|is een|är|er)\s.*$/u;

/** "Jane Doe" of "Jane Doe in Paris" and of "Jane Doe on" before a day. */
const PLACE = /(?:^|\s+)(?:in|on|aus|à|en|from|at|for|für|pour|para|per)\s.*$/u;
const BEFORE_DAY = /\s+(?:on|at|am|vom|um|le|el|il|em|den|op|w|в)$/iu;
const EDGES = /^[\s"“”:.–—-]+|[\s"“”:–—-]+$/gu;

/** The description of a picture beside the name says it again. */
function once(person: string): string {
  const half = person.slice(0, Math.floor(person.length / 2));
  return person === `${half} ${half}` ? half : person;
}

/** In Korean the place stands before the reporter's name, set apart by a space. */
const KOREAN_PLACE = /^.*\s(?=\p{Script=Hangul}{2,4}$)/u;

function clean(person: string): string {
  const name = AFTER.test(person) ? person.replace(AFTER, "").replace(KOREAN_PLACE, "") : person;
  return once(name.replace(PLACE, "").replace(BEFORE_DAY, "").replace(EDGES, ""));
}

/** The people of one part of a byline. */
function peopleOfPart(part: string): string[] {
  return namingPieces(part.replace(VERB, "")).map(withoutRole).flatMap(splitAnd).map(clean).filter(isName);
}

interface Signature {
  readonly people: readonly string[];
  /** A cue stands before the names ("By", "Text:"). */
  readonly cued: boolean;
}

/** The people of one byline: those of the part with the cue, else of the first part that names any. */
function signatureOf(byline: string): Signature {
  const parts = bylineParts(byline);
  const cue = parts.findIndex((part) => part.cued);
  for (const { text } of parts.slice(Math.max(cue, 0))) {
    const people = peopleOfPart(text);
    if (people.length > 0) return { people, cued: cue >= 0 };
  }
  return { people: [], cued: false };
}

/**
 * Whether a line that tells a time tells who wrote as well: with a cue ("3 May 2024 by Ada Moss"), or with one full name
 * and nothing else that could be one. Places stand beside times too ("New York, 3 May 2024").
 */
function isSignedTime(line: string): boolean {
  const parts = bylineParts(line);
  if (parts.some(({ text, cued }) => cued && peopleOfPart(text).length > 0)) return true;
  const named = parts.map(({ text }) => peopleOfPart(text)).filter((people) => people.length > 0);
  return named.length === 1 && (named[0] ?? []).every(isFullName);
}

function isFullName(person: string): boolean {
  const words = wordsOf(person);
  return (
    words.length >= 2 &&
    words.length <= FULL_NAME_WORDS &&
    words.every(isNameWord) &&
    !PLACE_START.test(person)
  );
}

const FULL_NAME_WORDS = 4;
const isNameWord = (word: string): boolean => /^\p{Lu}[\p{L}\p{M}.'’-]*$/u.test(word);
/** The first words of places with two. */
const PLACE_START =
  /^(?:New|San|Los|Las|Santa|Saint|St\.?|Fort|Port|Mount|El|La|Le|North|South|East|West|Hong|Kuala|Tel|Abu|Buenos|Rio|São|Sao|Bad|Den|Ciudad|Cape|Sri|United|White)\s/u;

/** Where a byline has a cue, lines without one are topics, places and newsrooms. */
export function peopleOf(bylines: readonly string[]): string[] {
  const signatures = bylines.map(signatureOf);
  const cued = signatures.filter(({ people, cued }) => cued && people.length > 0);
  return (cued.length > 0 ? cued : signatures).flatMap(({ people }) => people);
}

/** A byline stands at most so many spans above the body (picture, date and sharing between them) or below its start … */
const NEAR_ABOVE = 12;
const NEAR_START = 6;
/** … or behind its end. Further down the bylines are those of other articles. */
const NEAR_END = 8;
/** Above the headline it stands right above, and what is far behind the headline is another article's. */
const NEAR_HEADLINE = 3;
const BEHIND_HEADLINE = 40;

/** The last byline far above the body, if no other stands beside it: "By role", "By industry" are a menu. */
function lastAlone(spans: readonly LabelledSpan[]): string[] {
  const last = spans.findLastIndex(({ label }) => label === "byline");
  const byline = spans[last];
  return byline === undefined || spans[last - 1]?.label === "byline" ? [] : [byline.span.text];
}

/**
 * Groups of bylines; the first that names anybody holds the authors. Where a headline stands above the body the byline
 * stands beside it.
 */
function* groupsOf(spans: readonly LabelledSpan[], body: SpanRange): Generator<readonly string[]> {
  const near = (from: number, to: number) => spans.slice(Math.max(from, 0), to);
  const group = (from: number, to: number): string[] => textsOf(near(from, to), "byline");
  const start = body.first + NEAR_START;
  const headline = spans.findLastIndex(({ rule }, i) => rule === "headline" && i < start);
  const known = headline >= 0 && start - headline <= BEHIND_HEADLINE;
  const above = known ? headline - NEAR_HEADLINE : body.first - NEAR_ABOVE;
  yield group(above, start);
  yield textsOf(near(above, start), "timestamp").filter(isSignedTime);
  yield group(body.last + 1, body.last + 1 + NEAR_END);
  if (!known) yield lastAlone(spans.slice(0, body.first));
}

const keyOf = (person: string): string => person.toLowerCase().replace(/[\s.]+/gu, " ");

/** More bylines are those of a list of articles. */
const MOST_BYLINES = 20;

/** The people that bylines name, in their order, each once. */
export function peopleIn(bylines: readonly string[]): string[] {
  const people = new Map<string, string>();
  for (const person of peopleOf(bylines.slice(0, MOST_BYLINES)))
    if (!people.has(keyOf(person))) people.set(keyOf(person), person);
  return [...people.values()];
}

/** In the order of the bylines, each once. `body` is null for a document without one. */
export function authorsOf(spans: readonly LabelledSpan[], body: SpanRange | null): string[] {
  for (const bylines of groupsOf(spans, body ?? { first: spans.length, last: spans.length })) {
    const people = peopleIn(bylines);
    if (people.length > 0) return people;
  }
  return [];
}
