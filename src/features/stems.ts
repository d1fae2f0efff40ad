/**
 * The words of a text that tell what it is about, by the hash of their first letters: endings differ, more so in
 * inflected languages. Function words and numbers are in every text; a CJK character stands for itself.
 */
import { CJK, classAt, DIGIT, foldAt } from "./characters.js";
import { languagesOf } from "./language.js";
import { HASH_START, hashStep } from "./words.js";

/** Shorter words are in every text. */
const LEAST_LETTERS = 4;
const STEM_LETTERS = 5;

/** The stem of the word with this hash from `start` to `end`; 0 for one that tells nothing. */
export function stemOf(text: string, start: number, end: number, hash: number): number {
  const first = classAt(text.charCodeAt(start));
  if ((first & CJK) !== 0) return hash;
  if (end - start < LEAST_LETTERS || (first & DIGIT) !== 0 || languagesOf(hash) !== 0) return 0;
  let stem = HASH_START;
  for (let i = start; i < end && i < start + STEM_LETTERS; i++)
    stem = hashStep(stem, foldAt(text.charCodeAt(i)));
  return stem;
}
