/**
 * Words as numbers. A word is a run of letters, digits and combining marks; a CJK character is a word of its own.
 * Comparing words by a 32-bit hash of their lower-case form needs no substring and no allocation; whoever acts on a hit
 * compares the text itself (phrases.ts), so that a collision cannot decide.
 */
import { CJK, CLASSES, classAt, DIGIT, foldAt, LETTER, MARK, PART, UPPER } from "./characters.js";

export const WORD = LETTER | DIGIT | MARK;

/** FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
export const HASH_START = 0x811c9dc5 | 0;
const HASH_PRIME = 0x01000193;

export function hashStep(hash: number, code: number): number {
  return Math.imul(hash ^ code, HASH_PRIME);
}

/** The words of a text one after the other: as long as `next` finds one, the fields tell of it. */
export class WordScan {
  readonly #text: string;
  /** Where the word starts and ends (excluded), and its hash. */
  start = 0;
  end = 0;
  hash = HASH_START;

  /** `from`, `to`: the part of the text that is read. */
  constructor(
    text: string,
    from = 0,
    readonly to = text.length,
  ) {
    this.#text = text;
    this.end = from;
  }

  next(): boolean {
    const text = this.#text;
    const to = this.to;
    for (let i = this.end; i < to; i++) {
      let code = text.charCodeAt(i);
      let bits = CLASSES[code] || classAt(code);
      if ((bits & PART) !== 0) {
        this.start = i;
        let hash = HASH_START;
        do {
          hash = hashStep(hash, (bits & UPPER) === 0 ? code : foldAt(code));
          if (++i >= to) break;
          code = text.charCodeAt(i);
          bits = CLASSES[code] || classAt(code);
        } while ((bits & PART) !== 0);
        this.end = i;
        this.hash = hash;
        return true;
      }
      if ((bits & CJK) !== 0) {
        this.start = i;
        this.end = i + 1;
        this.hash = hashStep(HASH_START, code);
        return true;
      }
    }
    this.end = to;
    return false;
  }
}

/** Calls back for each word with its hash and where it stands (end excluded). */
export function forEachWord(text: string, word: (hash: number, start: number, end: number) => void): void {
  const scan = new WordScan(text);
  while (scan.next()) word(scan.hash, scan.start, scan.end);
}

/** The words of a text in lower case with one space between two: the form in which phrases are compared. */
export function foldedWords(text: string): string {
  let folded = "";
  const scan = new WordScan(text);
  while (scan.next()) {
    if (folded !== "") folded += " ";
    for (let i = scan.start; i < scan.end; i++) folded += String.fromCharCode(foldAt(text.charCodeAt(i)));
  }
  return folded;
}

/** Whether the part of the text from `from` to `to` has the words of the phrase, case aside. */
export function hasWords(text: string, from: number, to: number, phrase: string): boolean {
  const ours = new WordScan(text, from, to);
  const theirs = new WordScan(phrase);
  while (ours.next()) {
    if (!theirs.next() || ours.hash !== theirs.hash || ours.end - ours.start !== theirs.end - theirs.start)
      return false;
    for (let i = ours.start, k = theirs.start; i < ours.end; i++, k++)
      if (foldAt(text.charCodeAt(i)) !== foldAt(phrase.charCodeAt(k))) return false;
  }
  return !theirs.next();
}
