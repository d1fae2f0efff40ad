/**
 * Words as numbers. A word is a run of letters, digits and combining marks; a CJK character is a word of its own.
 * Comparing words by a 32-bit hash of their lower-case form needs no substring and no allocation; whoever acts on a hit
 * compares the text itself (phrases.ts), so that a collision cannot decide.
 */
import { CJK, classAt, DIGIT, foldAt, LETTER, MARK } from "./characters.js";

export const WORD = LETTER | DIGIT | MARK;

/** FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
export const HASH_START = 0x811c9dc5 | 0;
const HASH_PRIME = 0x01000193;

export function hashStep(hash: number, code: number): number {
  return Math.imul(hash ^ code, HASH_PRIME);
}

/** The hashes of the words of a text, in order. */
export function wordHashes(text: string): number[] {
  const hashes: number[] = [];
  forEachWord(text, (hash) => hashes.push(hash));
  return hashes;
}

/** Calls back for each word with its hash and where it stands (end excluded). */
export function forEachWord(text: string, word: (hash: number, start: number, end: number) => void): void {
  let start = -1;
  let hash = HASH_START;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const bits = classAt(code);
    if ((bits & WORD) !== 0 && (bits & CJK) === 0) {
      if (start < 0) {
        start = i;
        hash = HASH_START;
      }
      hash = hashStep(hash, foldAt(code));
      continue;
    }
    if (start >= 0) {
      word(hash, start, i);
      start = -1;
    }
    if ((bits & CJK) !== 0) word(hashStep(HASH_START, code), i, i + 1);
  }
  if (start >= 0) word(hash, start, text.length);
}

/** The words of a text in lower case with one space between two: the form in which phrases are compared. */
export function foldedWords(text: string): string {
  const words: string[] = [];
  forEachWord(text, (_hash, start, end) => {
    let word = "";
    for (let i = start; i < end; i++) word += String.fromCharCode(foldAt(text.charCodeAt(i)));
    words.push(word);
  });
  return words.join(" ");
}
