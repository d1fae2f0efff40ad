/**
 * All phrases of a rule set in one trie over word hashes: one pass over a text finds every phrase of every rule,
 * whatever their number. A cursor is kept for each phrase that has begun; phrases are short, so there are few.
 */
import { foldedWords, wordHashes } from "../features/words.js";

/** Where in the text a phrase must stand. */
export type Anchor = "equals" | "starts-with" | "ends-with" | "contains";

interface PhraseEnd {
  /** Number of the condition that asks for the phrase. */
  readonly condition: number;
  readonly anchor: Anchor;
  /** The phrase as the rule spells it, for the evidence. */
  readonly phrase: string;
  readonly folded: string;
}

interface TrieNode {
  readonly next: Map<number, TrieNode>;
  readonly ends: PhraseEnd[];
}

/** Phrases that were found: by condition, the phrase. */
export type PhraseHits = ReadonlyMap<number, string>;

const NO_HITS: PhraseHits = new Map();

function trieNode(): TrieNode {
  return { next: new Map(), ends: [] };
}

export class PhraseMatcher {
  readonly #root = trieNode();
  #conditions = 0;

  /** Adds the phrases of one condition and gives its number. */
  add(anchor: Anchor, phrases: readonly string[]): number {
    const condition = this.#conditions++;
    for (const phrase of phrases) {
      let node = this.#root;
      for (const hash of wordHashes(phrase)) {
        let next = node.next.get(hash);
        if (next === undefined) {
          next = trieNode();
          node.next.set(hash, next);
        }
        node = next;
      }
      if (node !== this.#root) node.ends.push({ condition, anchor, phrase, folded: foldedWords(phrase) });
    }
    return condition;
  }

  /** A search over one text, fed word by word. */
  search(text: string): PhraseSearch {
    return new PhraseSearch(this.#root, text);
  }
}

interface Cursor {
  node: TrieNode;
  /** Offset of the phrase's first character. */
  readonly from: number;
  /** The phrase began with the text's first word. */
  readonly first: boolean;
}

/** Finds the phrases of one text; `word` for each word in order, then `finish`. */
export class PhraseSearch {
  readonly #root: TrieNode;
  readonly #text: string;
  #cursors: Cursor[] = [];
  #hits: Map<number, string> | null = null;
  /** Phrases that end with the newest word: they count as "at the end" if no word follows. */
  #newest: { end: PhraseEnd; cursor: Cursor; to: number }[] = [];
  #words = 0;

  constructor(root: TrieNode, text: string) {
    this.#root = root;
    this.#text = text;
  }

  word(hash: number, start: number, end: number): void {
    const first = this.#words++ === 0;
    const begun = this.#root.next.get(hash);
    if (this.#newest.length > 0) this.#newest = [];
    if (begun === undefined && this.#cursors.length === 0) return;
    const cursors: Cursor[] = [];
    for (const cursor of this.#cursors) {
      const node = cursor.node.next.get(hash);
      if (node !== undefined) cursors.push({ node, from: cursor.from, first: cursor.first });
    }
    if (begun !== undefined) cursors.push({ node: begun, from: start, first });
    for (const cursor of cursors) this.#reach(cursor, end);
    this.#cursors = cursors;
  }

  finish(): PhraseHits {
    for (const { end, cursor, to } of this.#newest) this.#hit(end, cursor, to);
    return this.#hits ?? NO_HITS;
  }

  #reach(cursor: Cursor, to: number): void {
    for (const end of cursor.node.ends) {
      if (end.anchor === "contains" || (end.anchor === "starts-with" && cursor.first))
        this.#hit(end, cursor, to);
      else if (end.anchor === "ends-with" || (end.anchor === "equals" && cursor.first)) {
        this.#newest.push({ end, cursor, to });
      }
    }
  }

  #hit(end: PhraseEnd, cursor: Cursor, to: number): void {
    if (this.#hits?.has(end.condition)) return;
    if (foldedWords(this.#text.slice(cursor.from, to)) !== end.folded) return;
    this.#hits ??= new Map();
    this.#hits.set(end.condition, end.phrase);
  }
}
