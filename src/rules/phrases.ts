/**
 * All phrases of a rule set in one trie over word hashes: one pass over a text finds every phrase of every rule,
 * whatever their number. A cursor is kept for each phrase that has begun; phrases are short, so there are few.
 */
import { WordTrie } from "../features/word-table.js";
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
  /** The phrases that end at a node of the trie. */
  readonly ends: (PhraseEnd[] | undefined)[];
}

export class PhraseMatcher {
  readonly #phrases: Phrases = { trie: new WordTrie(), ends: [] };
  #conditions = 0;

  /** Adds the phrases of one condition and gives its number. */
  add(anchor: Anchor, phrases: readonly string[]): number {
    const condition = this.#conditions++;
    const { trie, ends } = this.#phrases;
    for (const phrase of phrases) {
      let node = 0;
      forEachWord(phrase, (hash) => {
        node = trie.grow(node, hash);
      });
      if (node === 0) continue;
      const end = { condition, anchor, phrase };
      const others = ends[node];
      if (others === undefined) ends[node] = [end];
      else others.push(end);
    }
    return condition;
  }

  /** A search over one text, fed word by word. */
  search(text: string): PhraseSearch {
    return new PhraseSearch(this.#phrases, text);
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
  readonly #phrases: Phrases;
  readonly #text: string;
  #cursors: Cursor[] = NO_CURSORS;
  #hits: Map<number, string> | null = null;
  /** Phrases that end with the newest word: they count as "at the end" if no word follows. */
  #newest: { end: PhraseEnd; cursor: Cursor; to: number }[] = [];
  #words = 0;

  constructor(phrases: Phrases, text: string) {
    this.#phrases = phrases;
    this.#text = text;
  }

  word(hash: number, start: number, end: number): void {
    const first = this.#words++ === 0;
    if (this.#newest.length > 0) this.#newest = [];
    const { trie } = this.#phrases;
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
    for (const end of this.#phrases.ends[cursor.node] ?? []) {
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
