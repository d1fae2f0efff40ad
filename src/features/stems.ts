/**
 * The words of a text that tell what it is about, by the hash of their first letters: endings differ, more so in
 * inflected languages. Function words and numbers are in every text; a CJK character stands for itself.
 */
import { CJK, classAt, DIGIT, foldAt } from "./characters.js";
import { languagesOf } from "./language.js";
import { forEachWord, HASH_START, hashStep } from "./words.js";

/** Shorter words are in every text. */
const LEAST_LETTERS = 4;
const STEM_LETTERS = 6;

/** Calls back with the stem of each word that tells something. */
export function forEachStem(text: string, stem: (hash: number) => void): void {
  forEachWord(text, (hash, start, end) => {
    const first = classAt(text.charCodeAt(start));
    if ((first & CJK) !== 0) stem(hash);
    else if (end - start >= LEAST_LETTERS && (first & DIGIT) === 0 && languagesOf(hash) === 0)
      stem(stemOf(text, start, Math.min(end, start + STEM_LETTERS)));
  });
}

/** The hash of a word's first letters, from `start` to `end`. */
export function stemOf(text: string, start: number, end: number): number {
  let hash = HASH_START;
  for (let i = start; i < end; i++) hash = hashStep(hash, foldAt(text.charCodeAt(i)));
  return hash;
}
