/**
 * All phrases of a rule set in two tries over word hashes, so that one pass over a text finds every phrase of every
 * rule, whatever their number: one trie of the phrases that a text must begin with, which is walked once from the first
 * word, and one of those that may stand anywhere, in which a cursor is kept for each phrase that has begun. A word that
 * begins no phrase is told by one bit; phrases are short, so there are few cursors. A search makes no object unless it
 * finds something.
 */
import { type TrieData, WordTrie } from "../features/word-table.js";
import { hasWords, WordScan } from "../features/words.js";

/** Where in the text a phrase must stand. */
export type Anchor = "equals" | "starts-with" | "ends-with" | "contains";

/** Phrases that were found: by condition, the phrase as the rule spells it. Few conditions are ever met by one text. */
export class PhraseHits {
  readonly conditions: number[] = [];
  readonly #phrases: string[] = [];

  get size(): number {
    return this.conditions.length;
  }

  has(condition: number): boolean {
    return this.conditions.includes(condition);
  }

  get(condition: number): string | undefined {
    return this.#phrases[this.conditions.indexOf(condition)];
  }

  add(condition: number, phrase: string): void {
    this.conditions.push(condition);
    this.#phrases.push(phrase);
  }
}

export const NO_HITS: PhraseHits = new PhraseHits();

/** The phrases of one condition; where their texts are in the index, nothing but how many they are. */
interface PhraseList {
  readonly anchor: Anchor;
  readonly phrases: ArrayLike<string>;
}

/** A trie of phrases as numbers: phrase-index.ts keeps it in a file. */
export interface PhraseTrieData {
  readonly trie: TrieData;
  /** Triples: node of the trie, condition, number of the phrase in its condition; sorted by node. */
  readonly ends: Int32Array<ArrayBuffer>;
  /** By node, where its ends start; nodes are numbered from 1, and one more is kept for where the last ones stop. */
  readonly firstEnds: Int32Array<ArrayBuffer>;
}

export interface PhraseIndexData {
  /** The phrases that begin a text, and those that stand anywhere. */
  readonly opening: PhraseTrieData;
  readonly inside: PhraseTrieData;
  /** The phrase's text, by its number among all phrases. */
  readonly text: (number: number) => string;
}

const isOpening = (anchor: Anchor): boolean => anchor === "equals" || anchor === "starts-with";
/** Such a phrase counts only if no word follows. */
const isClosing = (anchor: Anchor): boolean => anchor === "equals" || anchor === "ends-with";

export class PhraseMatcher {
  readonly #lists: PhraseList[] = [];
  #search: PhraseSearch | null = null;

  /** Adds the phrases of one condition and gives its number. Not after the first search. */
  add(anchor: Anchor, phrases: ArrayLike<string>): number {
    return this.#lists.push({ anchor, phrases }) - 1;
  }

  /** Number of phrases: an index made for others has another one. */
  get size(): number {
    return this.#lists.reduce((sum, { phrases }) => sum + phrases.length, 0);
  }

  /** Takes an index that was made of the same phrases in the same order. */
  use(index: PhraseIndexData): void {
    this.#search = new PhraseSearch(this.#lists, index);
  }

  /** All phrases in order. */
  get texts(): readonly string[] {
    return this.#lists.flatMap(({ phrases }) => Array.from(phrases));
  }

  get index(): PhraseIndexData {
    const { texts } = this;
    return {
      opening: indexOf(this.#lists, isOpening),
      inside: indexOf(this.#lists, (anchor) => !isOpening(anchor)),
      text: (number) => texts[number] ?? "",
    };
  }

  /** A search over one text, fed word by word; the one before it is over. */
  search(text: string): PhraseSearch {
    this.#search ??= new PhraseSearch(this.#lists, this.index);
    return this.#search.begin(text);
  }
}

function indexOf(lists: readonly PhraseList[], isIn: (anchor: Anchor) => boolean): PhraseTrieData {
  const trie = new WordTrie();
  const ends: [node: number, condition: number, phrase: number][] = [];
  lists.forEach(({ anchor, phrases }, condition) => {
    if (!isIn(anchor)) return;
    Array.from(phrases).forEach((phrase, number) => {
      let node = 0;
      const scan = new WordScan(phrase);
      while (scan.next()) node = trie.grow(node, scan.hash);
      if (node !== 0) ends.push([node, condition, number]);
    });
  });
  ends.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const nodes = ends.map(([node]) => node);
  return {
    trie: trie.data,
    ends: Int32Array.from(ends.flat()),
    firstEnds: firstEndsOf(nodes, trie.data.edges),
  };
}

function firstEndsOf(nodes: readonly number[], edges: number): Int32Array<ArrayBuffer> {
  const firstEnds = new Int32Array(edges + 2);
  let at = 0;
  for (let node = 0; node < firstEnds.length; node++) {
    while (at < nodes.length && (nodes[at] ?? 0) < node) at++;
    firstEnds[node] = 3 * at;
  }
  return firstEnds;
}

class PhraseTrie {
  readonly words: WordTrie;
  readonly ends: Int32Array;
  readonly #firstEnds: Int32Array;

  constructor({ trie, ends, firstEnds }: PhraseTrieData) {
    this.words = WordTrie.of(trie);
    this.ends = ends;
    this.#firstEnds = firstEnds;
  }

  firstEnd(node: number): number {
    return this.#firstEnds[node] ?? 0;
  }
}

/** Finds the phrases of one text after the other; `begin`, `word` for each word in order, then `finish`. */
export class PhraseSearch {
  readonly #lists: readonly PhraseList[];
  /** By condition, the number of its first phrase among all; and the text of each. */
  readonly #firstPhrases: readonly number[];
  readonly #textOf: (number: number) => string;
  readonly #opening: PhraseTrie;
  readonly #inside: PhraseTrie;
  #text = "";
  #hits: PhraseHits | null = null;
  #words = 0;
  /** Node that the words so far have led to from the first one on; -1 when no phrase begins so. */
  #opened = 0;
  /** Where the first word starts. */
  #from = 0;
  /** Nodes that phrases which began at later words have come to, and where those start. */
  readonly #nodes: number[] = [];
  readonly #starts: number[] = [];
  #cursors = 0;
  /** Phrases that end with the newest word and must end the text, too: condition, phrase, start and end of each. */
  #closing: number[] = [];

  constructor(lists: readonly PhraseList[], { opening, inside, text }: PhraseIndexData) {
    this.#lists = lists;
    let phrases = 0;
    this.#firstPhrases = lists.map((list) => {
      phrases += list.phrases.length;
      return phrases - list.phrases.length;
    });
    this.#textOf = text;
    this.#opening = new PhraseTrie(opening);
    this.#inside = new PhraseTrie(inside);
  }

  begin(text: string): this {
    this.#text = text;
    this.#hits = null;
    this.#words = 0;
    this.#opened = 0;
    this.#cursors = 0;
    if (this.#closing.length > 0) this.#closing = [];
    return this;
  }

  word(hash: number, start: number, end: number): void {
    if (this.#closing.length > 0) this.#closing = [];
    if (this.#words++ === 0) this.#from = start;
    if (this.#opened >= 0) this.#goOn(hash, end);
    const begun = this.#inside.words.next(0, hash);
    if (begun !== 0 || this.#cursors > 0) this.#move(begun, hash, start, end);
  }

  finish(): PhraseHits {
    const closing = this.#closing;
    for (let i = 0; i < closing.length; i += 4)
      this.#hit(closing[i] ?? 0, closing[i + 1] ?? 0, closing[i + 2] ?? 0, closing[i + 3] ?? 0);
    return this.#hits ?? NO_HITS;
  }

  /** From the text's first word on. */
  #goOn(hash: number, end: number): void {
    this.#opened = this.#opening.words.next(this.#opened, hash) || -1;
    if (this.#opened > 0) this.#reach(this.#opening, this.#opened, this.#from, end);
  }

  #move(begun: number, hash: number, start: number, end: number): void {
    const trie = this.#inside;
    let kept = 0;
    for (let i = 0; i < this.#cursors; i++) {
      const node = trie.words.next(this.#nodes[i] ?? 0, hash);
      if (node === 0) continue;
      this.#nodes[kept] = node;
      this.#starts[kept++] = this.#starts[i] ?? 0;
    }
    if (begun !== 0) {
      this.#nodes[kept] = begun;
      this.#starts[kept++] = start;
    }
    this.#cursors = kept;
    for (let i = 0; i < kept; i++) this.#reach(trie, this.#nodes[i] ?? 0, this.#starts[i] ?? 0, end);
  }

  #reach(trie: PhraseTrie, node: number, from: number, to: number): void {
    const { ends } = trie;
    for (let i = trie.firstEnd(node); ends[i] === node; i += 3) {
      const condition = ends[i + 1] ?? 0;
      const phrase = ends[i + 2] ?? 0;
      if (isClosing(this.#lists[condition]?.anchor ?? "equals"))
        this.#closing.push(condition, phrase, from, to);
      else this.#hit(condition, phrase, from, to);
    }
  }

  /** What hashes have found is compared word by word: two words may have one hash. */
  #hit(condition: number, number: number, from: number, to: number): void {
    if (this.#hits?.has(condition)) return;
    const phrase = this.#textOf((this.#firstPhrases[condition] ?? 0) + number);
    if (!hasWords(this.#text, from, to, phrase)) return;
    this.#hits ??= new PhraseHits();
    this.#hits.add(condition, phrase);
  }
}
