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
  /** The phrases that end at a node of the trie. */
  readonly ends: (PhraseEnd[] | undefined)[];
}

/** The phrases of one condition. */
interface PhraseList {
  readonly anchor: Anchor;
  readonly phrases: readonly string[];
}

/** What a matcher has made of its phrases, as numbers: phrase-index.ts keeps it in a file. */
export interface PhraseIndexData {
  readonly trie: TrieData;
  /** Triples: node, condition, number of the phrase in its condition. */
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
    const made: Phrases = { trie: WordTrie.of(trie), ends: [] };
    for (let i = 0; i < ends.length; i += 3)
      this.#end(made, ends[i] ?? 0, ends[i + 1] ?? 0, ends[i + 2] ?? 0);
    this.#phrases = made;
  }

  get index(): PhraseIndexData {
    const { trie, ends } = this.#made();
    const triples = ends.flatMap((own, node) =>
      (own ?? []).flatMap(({ condition, phrase }) => [
        node,
        condition,
        this.#lists[condition]?.phrases.indexOf(phrase) ?? 0,
      ]),
    );
    return { trie: trie.data, ends: Int32Array.from(triples) };
  }

  #made(): Phrases {
    if (this.#phrases !== null) return this.#phrases;
    const made: Phrases = { trie: new WordTrie(), ends: [] };
    this.#lists.forEach(({ phrases }, condition) => {
      phrases.forEach((phrase, number) => {
        let node = 0;
        forEachWord(phrase, (hash) => {
          node = made.trie.grow(node, hash);
        });
        if (node !== 0) this.#end(made, node, condition, number);
      });
    });
    this.#phrases = made;
    return made;
  }

  #end({ ends }: Phrases, node: number, condition: number, number: number): void {
    const list = this.#lists[condition];
    if (list === undefined) return;
    const end = { condition, anchor: list.anchor, phrase: list.phrases[number] ?? "" };
    const others = ends[node];
    if (others === undefined) ends[node] = [end];
    else others.push(end);
  }

  /** A search over one text, fed word by word. */
  search(text: string): PhraseSearch {
    return new PhraseSearch(this.#made(), text);
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
