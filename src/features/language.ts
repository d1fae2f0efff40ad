/**
 * The language of a text as far as function words tell it, and which words are function words in it. Not a language
 * detector: it only has to find the list that fits, and a text that fits none has no function words to count.
 */
import functionWordLists from "./function-words.yaml";
import { FIRST_BYTES, WordTrie } from "./word-table.js";
import { HASH_START, hashStep, WordScan } from "./words.js";

const LISTS = Object.entries(functionWordLists as Record<string, string>);

/** One bit a language, so that a word's languages are one number. */
const MAX_LANGUAGES = 31;
if (LISTS.length > MAX_LANGUAGES) throw new RangeError("more function word lists than bits");

/** A set with one bit for a language; 0 is no language. */
export type LanguageBits = number;

const words = new WordTrie(FIRST_BYTES);
/** By node of the trie. */
const languages: LanguageBits[] = [0];
LISTS.forEach(([, list], bit) => {
  for (const word of list.split(" ")) {
    const node = words.grow(0, listedHash(word));
    languages[node] = (languages[node] ?? 0) | (1 << bit);
  }
});

/** The lists hold plain words in small letters: to look up what their characters are would cost a start every script. */
function listedHash(word: string): number {
  let hash = HASH_START;
  for (let i = 0; i < word.length; i++) hash = hashStep(hash, word.charCodeAt(i));
  return hash;
}

/** The set of the languages with these ISO 639 codes that there are lists for. */
export function languageBits(codes: readonly string[]): LanguageBits {
  return LISTS.reduce((bits, [code], bit) => (codes.includes(code) ? bits | (1 << bit) : bits), 0);
}

/** The languages in which the word with this hash is a function word. */
export function languagesOf(hash: number): LanguageBits {
  return languages[words.next(0, hash)] ?? 0;
}

/** Characters that are looked at: enough for some hundred function words, and no more for a long text. */
export const SAMPLE = 20_000;

/** How many function words of each language have been seen. */
export class LanguageCounts {
  readonly #counts = new Array<number>(LISTS.length).fill(0);

  /** A function word of the languages. */
  add(languages: LanguageBits): void {
    for (let bits = languages; bits !== 0; bits &= bits - 1) {
      const bit = 31 - Math.clz32(bits & -bits);
      this.#counts[bit] = (this.#counts[bit] ?? 0) + 1;
    }
  }

  /** The words of the text's first characters. */
  addText(text: string, characters: number): void {
    const scan = new WordScan(text, 0, Math.min(characters, text.length));
    while (scan.next()) this.add(languagesOf(scan.hash));
  }

  /** The language with the most; 0 when there are none. */
  get most(): LanguageBits {
    const most = Math.max(...this.#counts);
    return most === 0 ? 0 : 1 << this.#counts.indexOf(most);
  }
}

/**
 * The language whose function words the texts hold most of; 0 when there are none. Long texts are the ones that have
 * sentences, so hand in the longest first.
 */
export function mainLanguage(texts: Iterable<string>): LanguageBits {
  const counts = new LanguageCounts();
  let left = SAMPLE;
  for (const text of texts) {
    if (left <= 0) break;
    counts.addText(text, left);
    left -= text.length;
  }
  return counts.most;
}
