/** The page's own title, which the browser's tab shows: the headline, and mostly the site's name before or behind it. */
import type { DocumentWords, WordRange } from "../features/document-words.js";
import { foldedWords, forEachWord } from "../features/words.js";
import { cutsOf, withoutSiteName } from "./site-name.js";

type Bag = ReadonlyMap<number, number>;

function bagOf(text: string): Bag {
  const bag = new Map<number, number>();
  forEachWord(text, (hash) => bag.set(hash, (bag.get(hash) ?? 0) + 1));
  return bag;
}

function sizeOf(bag: Bag): number {
  let size = 0;
  for (const count of bag.values()) size += count;
  return size;
}

/** Twice the words in common over the words of both, 0 to 1 (Dice's coefficient). */
function likeness(a: Bag, b: Bag): number {
  let common = 0;
  for (const [word, count] of a) common += Math.min(count, b.get(word) ?? 0);
  return common === 0 ? 0 : (2 * common) / (sizeOf(a) + sizeOf(b));
}

/** Shorter parts of a page's title are the names of the site and its sections. */
const LEAST_SHARE = 0.35;

export class PageTitle {
  /** Without what looks like the site's name. */
  readonly headline: string;
  readonly headlineWords: WordRange;
  readonly #parts: readonly Bag[];
  /** What was taken for the site's name, in folded words between spaces. */
  readonly #name: string;

  constructor(text: string, words: DocumentWords) {
    this.headline = withoutSiteName(text);
    this.headlineWords = words.read(this.headline);
    const parts = cutsOf(text).flatMap(({ left, right }) => [left, right]);
    this.#name = ` ${foldedWords(text.slice(this.headline.length))} `;
    const least = text.length * LEAST_SHARE;
    this.#parts = [text, ...parts.filter((part) => part.length >= least)].map(bagOf);
  }

  /** How much a line says what the title says, or a part of it between two joints: 0 to 1; of the site's name 0. */
  likenessOf(line: string): number {
    if (this.#name.includes(` ${foldedWords(line)} `)) return 0;
    const bag = bagOf(line);
    return Math.max(...this.#parts.map((part) => likeness(bag, part)));
  }
}
