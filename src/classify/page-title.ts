/** The page's own title, which the browser's tab shows: the headline, and mostly the site's name before or behind it. */
import type { DocumentWords, WordRange } from "../features/document-words.js";
import { WordTrie } from "../features/word-table.js";
import { cutsOf, withoutSiteName } from "./site-name.js";

/** The title or a part of it: how often it has each of the title's words, by number of the word. */
interface Part {
  readonly counts: readonly number[];
  readonly size: number;
}

/** Shorter parts of a page's title are the names of the site and its sections. */
const LEAST_SHARE = 0.35;

export class PageTitle {
  /** Without what looks like the site's name. */
  readonly headline: string;
  readonly headlineWords: WordRange;
  readonly #words: DocumentWords;
  /** The title's different words, numbered from 1. */
  readonly #numbers = new WordTrie();
  readonly #parts: readonly Part[];
  /** What was taken for the site's name. */
  readonly #name: WordRange;

  constructor(text: string, words: DocumentWords) {
    this.headline = withoutSiteName(text);
    this.headlineWords = words.read(this.headline);
    this.#words = words;
    const parts = cutsOf(text).flatMap(({ left, right }) => [left, right]);
    this.#name = words.read(text.slice(this.headline.length));
    const least = text.length * LEAST_SHARE;
    this.#parts = [text, ...parts.filter((part) => part.length >= least)].map((part) =>
      this.#count(words.read(part)),
    );
  }

  #count({ firstWord, endWord }: WordRange): Part {
    const counts: number[] = [];
    for (let i = firstWord; i < endWord; i++) {
      const number = this.#numbers.grow(0, this.#words.hashes[i] ?? 0);
      counts[number] = (counts[number] ?? 0) + 1;
    }
    return { counts, size: endWord - firstWord };
  }

  /**
   * How much a line says what the title says, or a part of it between two joints: twice the words in common over the
   * words of both, 0 to 1 (Dice's coefficient); of the site's name 0.
   */
  likenessOf(line: WordRange): number {
    if (this.#words.isWithin(line, this.#name)) return 0;
    const { firstWord, endWord } = line;
    const said: number[] = [];
    const common = this.#parts.map(() => 0);
    for (let i = firstWord; i < endWord; i++) {
      const number = this.#numbers.next(0, this.#words.hashes[i] ?? 0);
      if (number === 0) continue;
      const times = (said[number] ?? 0) + 1;
      said[number] = times;
      for (let p = 0; p < common.length; p++)
        if (times <= (this.#parts[p]?.counts[number] ?? 0)) common[p] = (common[p] ?? 0) + 1;
    }
    let most = 0;
    for (let p = 0; p < common.length; p++) {
      const shared = common[p] ?? 0;
      if (shared > 0)
        most = Math.max(most, (2 * shared) / (endWord - firstWord + (this.#parts[p]?.size ?? 0)));
    }
    return most;
  }
}
