/**
 * Joints without an end mark: a heading or a list item glued to what follows it, `takeawaysThe report`. Names are
 * written so too (iPhone, WhatsApp), so a joint needs evidence: both halves are words that this text uses elsewhere, or
 * the second one is a word that starts sentences. A joint happens once; what is repeated is a name.
 */
import { CLOSING, classAt, LETTER, LOWER, SPACE, UPPER } from "../features/characters.js";
import { forEachWord } from "../features/words.js";
import nameLists from "./names.yaml";
import { hashOf, isFunctionWord, startsCapital, tokenAround, wordAfter, wordBefore } from "./neighbours.js";

const NAMES = new Set(
  Object.values(nameLists as Record<string, string>).flatMap((names) => names.split(" ")),
);

/** Shorter first halves are parts of names: McDonald, DeVito, iPhone. */
const SHORTEST_LEFT = 3;
const SHORTEST_RIGHT = 2;

/** How often each word stands in a text. Built when the first joint is weighed: most texts have none. */
export class Vocabulary {
  #counts: Map<number, number> | null = null;
  constructor(private readonly text: string) {}

  count(word: string): number {
    if (this.#counts === null) {
      const counts = new Map<number, number>();
      forEachWord(this.text, (hash) => counts.set(hash, (counts.get(hash) ?? 0) + 1));
      this.#counts = counts;
    }
    return this.#counts.get(hashOf(word)) ?? 0;
  }
}

/** A heading has no more words than this. */
const HEADING_WORDS = 12;
const HEADING_CHARACTERS = 90;

/**
 * Whether a new part starts with the capital at `at`, right behind a small letter, a closing mark or a run of capitals.
 * `from` is where the part before it starts.
 */
export function isCamelJoint(text: string, at: number, from: number, vocabulary: Vocabulary): boolean {
  const right = wordAfter(text, at);
  if (right.length < SHORTEST_RIGHT || !endsWord(text, at + right.length)) return false;
  const rightStarts = isFunctionWord(right);
  const before = classAt(text.charCodeAt(at - 1));
  if ((before & LETTER) === 0)
    return rightStarts || ((before & CLOSING) !== 0 && vocabulary.count(right) > 0);
  const left = wordBefore(text, at);
  if (left.length < SHORTEST_LEFT) return false;
  const token = left + right;
  if (NAMES.has(token.toLowerCase()) || vocabulary.count(token) > 1 || isCode(tokenAround(text, at)))
    return false;
  if (left.toLowerCase() === right.toLowerCase()) return true; // "IonicIonic is …": a heading and the name it names.
  const leftKnown = isFunctionWord(left) || vocabulary.count(left) > 0;
  if (rightStarts) return leftKnown || !startsCapital(left) || isHeading(text.slice(from, at));
  if (right.length < 4 || left.length < 4) return leftKnown && vocabulary.count(right) > 0;
  if (leftKnown && (vocabulary.count(right) > 0 || isHeading(text.slice(from, at)))) return true;
  return !startsCapital(left) && (classAt(text.charCodeAt(at + right.length)) & SPACE) !== 0;
}

/** Short, and no sentence within it. */
function isHeading(text: string): boolean {
  return (
    text.length <= HEADING_CHARACTERS && text.split(" ").length <= HEADING_WORDS && !/[.!?…] /.test(text)
  );
}

/** What can be a joint at all: cheap, for every character. */
export function mayBeCamelJoint(before: number, at: number, after: number): boolean {
  if ((at & UPPER) === 0) return false;
  return (before & (LOWER | CLOSING)) !== 0 || ((before & UPPER) !== 0 && (after & LOWER) !== 0);
}

/** A sentence or an item goes on with a space or punctuation behind its first word. */
function endsWord(text: string, end: number): boolean {
  const code = text.charCodeAt(end);
  return (
    end >= text.length ||
    (classAt(code) & SPACE) !== 0 ||
    /[,:;'’.!?–—-]/.test(text.charAt(end)) ||
    (classAt(code) & UPPER) !== 0
  );
}

/** Identifiers have brackets, underscores, dots or signs in them. */
function isCode(token: string): boolean {
  return /[_=<>{}$#@/\\]|\(\)|\w\.\w/.test(token);
}
