/**
 * Phrases that may stand anywhere in a text. Each is looked for at one of its words, the longest that is no function
 * word: "the", "more" and "of" begin half of all phrases and are a third of all words, while of a text's words one in
 * sixteen is such a word of any phrase. Where it is, the words around it are compared.
 */
import type { Measured } from "../features/document-words.js";
import { languagesOf } from "../features/language.js";
import { FIRST_BYTES, type TrieData, WordTrie } from "../features/word-table.js";
import { WordScan } from "../features/words.js";
import type { NumberedPhrase, Offers } from "./phrases.js";

export interface InsideData {
  /** Leads from a word that phrases are looked for at to their number. */
  readonly words: TrieData;
  /** By that number, where its phrases start; from 1, and one more is kept for where the last ones stop. */
  readonly firsts: Int32Array<ArrayBuffer>;
  /** Of each phrase: condition, number, how many words stand before that word, where its hashes start and stop. */
  readonly phrases: Int32Array<ArrayBuffer>;
  readonly hashes: Int32Array<ArrayBuffer>;
}

const WIDTH = 5;

interface Word {
  readonly hash: number;
  readonly length: number;
}

function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  const scan = new WordScan(text);
  while (scan.next()) words.push({ hash: scan.hash, length: scan.end - scan.start });
  return words;
}

/** A function word is taken where there is no other. */
const LONGEST = 1_000;
const weightOf = ({ hash, length }: Word): number => (languagesOf(hash) === 0 ? LONGEST + length : length);

/** The place of the word that tells most. */
function telling(words: readonly Word[]): number {
  const weights = words.map(weightOf);
  return weights.indexOf(Math.max(...weights));
}

export function insideDataOf(all: readonly NumberedPhrase[]): InsideData {
  const trie = new WordTrie(FIRST_BYTES);
  const byWord: number[][] = [[]];
  const hashes: number[] = [];
  for (const { condition, number, text } of all) {
    const words = wordsOf(text);
    if (words.length === 0) continue;
    const before = telling(words);
    const node = trie.grow(0, words[before]?.hash ?? 0);
    const start = hashes.length;
    for (const { hash } of words) hashes.push(hash);
    if (byWord.length === node) byWord.push([]);
    byWord[node]?.push(condition, number, before, start, hashes.length);
  }
  let at = 0;
  const firsts = byWord.map((phrases) => {
    at += phrases.length;
    return at - phrases.length;
  });
  return {
    words: trie.data,
    firsts: Int32Array.from([...firsts, at]),
    phrases: Int32Array.from(byWord.flat()),
    hashes: Int32Array.from(hashes),
  };
}

export class InsidePhrases {
  readonly #words: WordTrie;
  readonly #firsts: Int32Array;
  readonly #phrases: Int32Array;
  readonly #hashes: Int32Array;
  readonly #offers: Offers;

  constructor({ words, firsts, phrases, hashes }: InsideData, offers: Offers) {
    this.#words = WordTrie.of(words);
    this.#firsts = firsts;
    this.#phrases = phrases;
    this.#hashes = hashes;
    this.#offers = offers;
  }

  /** Offers those that stand in the texts, whose words follow one another. */
  find(texts: readonly Measured[], hashes: Int32Array): void {
    const words = this.#words;
    let next = 0;
    let text = texts[next];
    const end = texts.at(-1)?.measures.endWord ?? 0;
    for (let word = text?.measures.firstWord ?? 0; word < end; word++) {
      const found = words.next(0, hashes[word] ?? 0);
      if (found === 0) continue;
      while (text !== undefined && text.measures.endWord <= word) text = texts[++next];
      if (text !== undefined) this.#around(found, word, text, hashes);
    }
  }

  #around(found: number, word: number, text: Measured, hashes: Int32Array): void {
    const { firstWord, endWord } = text.measures;
    const phrases = this.#phrases;
    const stop = this.#firsts[found + 1] ?? 0;
    for (let i = this.#firsts[found] ?? 0; i < stop; i += WIDTH) {
      const start = phrases[i + 3] ?? 0;
      const from = word - (phrases[i + 2] ?? 0);
      const to = from + (phrases[i + 4] ?? 0) - start;
      if (from >= firstWord && to <= endWord && this.#isAt(hashes, from, to, start))
        this.#offers.offer(text, phrases[i] ?? 0, phrases[i + 1] ?? 0, from, to);
    }
  }

  #isAt(hashes: Int32Array, from: number, to: number, start: number): boolean {
    for (let i = from, k = start; i < to; i++, k++) if (hashes[i] !== this.#hashes[k]) return false;
    return true;
  }
}
