/** Phrases that a text must begin with: a trie over the words' hashes, walked from the text's first word on. */
import type { Measured } from "../features/document-words.js";
import { FIRST_BYTES, type TrieData, WordTrie } from "../features/word-table.js";
import { WordScan } from "../features/words.js";
import type { NumberedPhrase, Offers } from "./phrases.js";

export interface OpeningData {
  readonly trie: TrieData;
  /** Pairs: condition, number of the phrase; by the node that it ends in. */
  readonly ends: Int32Array<ArrayBuffer>;
  /** By node, where its ends start; nodes are numbered from 1, and one more is kept for where the last ones stop. */
  readonly firstEnds: Int32Array<ArrayBuffer>;
}

const END = 2;

export function openingDataOf(phrases: readonly NumberedPhrase[]): OpeningData {
  const trie = new WordTrie(FIRST_BYTES);
  const byNode: NumberedPhrase[][] = [[]];
  for (const phrase of phrases) {
    let node = 0;
    const scan = new WordScan(phrase.text);
    while (scan.next()) node = trie.grow(node, scan.hash);
    while (byNode.length <= node) byNode.push([]);
    if (node !== 0) byNode[node]?.push(phrase);
  }
  let at = 0;
  const firstEnds = byNode.map((ends) => {
    at += END * ends.length;
    return at - END * ends.length;
  });
  return {
    trie: trie.data,
    ends: Int32Array.from(byNode.flat().flatMap(({ condition, number }) => [condition, number])),
    firstEnds: Int32Array.from([...firstEnds, at]),
  };
}

export class OpeningPhrases {
  readonly #trie: WordTrie;
  readonly #ends: Int32Array;
  readonly #firstEnds: Int32Array;
  readonly #offers: Offers;

  constructor({ trie, ends, firstEnds }: OpeningData, offers: Offers) {
    this.#trie = WordTrie.of(trie);
    this.#ends = ends;
    this.#firstEnds = firstEnds;
    this.#offers = offers;
  }

  /** Offers those that the texts begin with. */
  find(texts: readonly Measured[], hashes: Int32Array): void {
    for (const text of texts) this.#findIn(text, hashes);
  }

  #findIn(text: Measured, hashes: Int32Array): void {
    const { firstWord, endWord } = text.measures;
    let node = 0;
    for (let word = firstWord; word < endWord; word++) {
      node = this.#trie.next(node, hashes[word] ?? 0);
      if (node === 0) return;
      const stop = this.#firstEnds[node + 1] ?? 0;
      for (let i = this.#firstEnds[node] ?? 0; i < stop; i += END)
        this.#offers.offer(text, this.#ends[i] ?? 0, this.#ends[i + 1] ?? 0, firstWord, word + 1);
    }
  }
}
