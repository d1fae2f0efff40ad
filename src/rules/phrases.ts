/**
 * All phrases of a rule set in one trie over word hashes: one pass over a text finds every phrase of every rule,
 * whatever their number. A cursor is kept for each phrase that has begun; phrases are short, so there are few.
 */
import { type TrieData, WordTrie } from "../features/word-table.js";
import { foldedWords, forEachWord } from "../features/words.js";

/** Where in the text a phrase must stand. */
export type Anchor = "equals" | "starts-with" | "ends-with" | "contains";

interface PhraseEnd {
  /** Number of the condition that asks for the phrase. */
  readonly condition: number;
  readonly anchor: Anchor;
  /** The phrase as the rule spells it, for the evidence. */
  readonly phrase: string;
}

/** Phrases that were found: by condition, the phrase. */
export type PhraseHits = ReadonlyMap<number, string>;

export const NO_HITS: PhraseHits = new Map();

interface Phrases {
  readonly trie: WordTrie;
  /** Triples: node of the trie, condition, number of the phrase in its condition; sorted by node. */
  readonly ends: Int32Array;
}

/** The phrases of one condition. */
interface PhraseList {
  readonly anchor: Anchor;
  readonly phrases: readonly string[];
}

/** What a matcher has made of its phrases, as numbers: phrase-index.ts keeps it in a file. */
export interface PhraseIndexData {
  readonly trie: TrieData;
  readonly ends: Int32Array<ArrayBuffer>;
}

export class PhraseMatcher {
  readonly #lists: PhraseList[] = [];
  #phrases: Phrases | null = null;

  /** Adds the phrases of one condition and gives its number. Not after the first search. */
  add(anchor: Anchor, phrases: readonly string[]): number {
    return this.#lists.push({ anchor, phrases }) - 1;
  }

  /** Number of phrases: an index made for others has another one. */
  get size(): number {
    return this.#lists.reduce((sum, { phrases }) => sum + phrases.length, 0);
  }

  /** Takes an index that was made of the same phrases in the same order. */
  use({ trie, ends }: PhraseIndexData): void {
    this.#phrases = { trie: WordTrie.of(trie), ends };
  }

  get index(): PhraseIndexData {
    const { trie, ends } = this.#made();
    return { trie: trie.data, ends: Int32Array.from(ends) };
  }

  /** The phrases that end at a node. Few nodes are ever asked for, so they are not kept. */
  endsAt(node: number): PhraseEnd[] {
    const { ends } = this.#made();
    let low = 0;
    let high = ends.length / 3;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[3 * middle] ?? 0) < node) low = middle + 1;
      else high = middle;
    }
    const found: PhraseEnd[] = [];
    for (let i = 3 * low; ends[i] === node; i += 3) {
      const condition = ends[i + 1] ?? 0;
      const list = this.#lists[condition];
      if (list !== undefined) {
        found.push({ condition, anchor: list.anchor, phrase: list.phrases[ends[i + 2] ?? 0] ?? "" });
      }
    }
    return found;
  }

  #made(): Phrases {
    if (this.#phrases !== null) return this.#phrases;
    const trie = new WordTrie();
    const ends: [node: number, condition: number, phrase: number][] = [];
    this.#lists.forEach(({ phrases }, condition) => {
      phrases.forEach((phrase, number) => {
        let node = 0;
        forEachWord(phrase, (hash) => {
          node = trie.grow(node, hash);
        });
        if (node !== 0) ends.push([node, condition, number]);
      });
    });
    ends.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    this.#phrases = { trie, ends: Int32Array.from(ends.flat()) };
    return this.#phrases;
  }

  /** A search over one text, fed word by word. */
  search(text: string): PhraseSearch {
    return new PhraseSearch(this, this.#made().trie, text);
  }
}

interface Cursor {
  node: number;
  /** Offset of the phrase's first character. */
  readonly from: number;
  /** The phrase began with the text's first word. */
  readonly first: boolean;
}

const NO_CURSORS: Cursor[] = [];

/** Finds the phrases of one text; `word` for each word in order, then `finish`. */
export class PhraseSearch {
  readonly #matcher: PhraseMatcher;
  readonly #trie: WordTrie;
  readonly #text: string;
  #cursors: Cursor[] = NO_CURSORS;
  #hits: Map<number, string> | null = null;
  /** Phrases that end with the newest word: they count as "at the end" if no word follows. */
  #newest: { end: PhraseEnd; cursor: Cursor; to: number }[] = [];
  #words = 0;

  constructor(matcher: PhraseMatcher, trie: WordTrie, text: string) {
    this.#matcher = matcher;
    this.#trie = trie;
    this.#text = text;
  }

  word(hash: number, start: number, end: number): void {
    const first = this.#words++ === 0;
    if (this.#newest.length > 0) this.#newest = [];
    const trie = this.#trie;
    const begun = trie.next(0, hash);
    if (begun === 0 && this.#cursors.length === 0) return;
    const cursors: Cursor[] = [];
    for (const cursor of this.#cursors) {
      const node = trie.next(cursor.node, hash);
      if (node !== 0) cursors.push({ node, from: cursor.from, first: cursor.first });
    }
    if (begun !== 0) cursors.push({ node: begun, from: start, first });
    for (const cursor of cursors) this.#reach(cursor, end);
    this.#cursors = cursors.length === 0 ? NO_CURSORS : cursors;
  }

  finish(): PhraseHits {
    for (const { end, cursor, to } of this.#newest) this.#hit(end, cursor, to);
    return this.#hits ?? NO_HITS;
  }

  #reach(cursor: Cursor, to: number): void {
    for (const end of this.#matcher.endsAt(cursor.node)) {
      if (end.anchor === "contains" || (end.anchor === "starts-with" && cursor.first))
        this.#hit(end, cursor, to);
      else if (end.anchor === "ends-with" || (end.anchor === "equals" && cursor.first)) {
        this.#newest.push({ end, cursor, to });
      }
    }
  }

  #hit(end: PhraseEnd, cursor: Cursor, to: number): void {
    if (this.#hits?.has(end.condition)) return;
    if (foldedWords(this.#text.slice(cursor.from, to)) !== foldedWords(end.phrase)) return;
    this.#hits ??= new Map();
    this.#hits.set(end.condition, end.phrase);
  }
}
