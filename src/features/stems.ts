/**
 * The words of a text that tell what it is about, by the hash of their first letters: endings differ, more so in
 * inflected languages. Function words and numbers are in every text; a CJK character stands for itself.
 */
import { DIGIT, foldAt } from "./characters.js";
import { HASH_START, hashStep } from "./words.js";

/** Shorter words are in every text. */
const LEAST_LETTERS = 4;
export const STEM_LETTERS = 5;

/** Whether a word that no language has for a function word has a stem; `initial` is what kind of character it begins with. */
export const tells = (length: number, initial: number): boolean =>
  length >= LEAST_LETTERS && (initial & DIGIT) === 0;

/** The stem of a word from `start` to `end` of the characters; 0 for a word that tells nothing. */
export function stemIn(codes: Uint16Array, start: number, end: number, initial: number): number {
  if (!tells(end - start, initial)) return 0;
  const to = Math.min(end, start + STEM_LETTERS);
  let stem = HASH_START;
  for (let i = start; i < to; i++) stem = hashStep(stem, foldAt(codes[i] ?? 0));
  return stem;
}
