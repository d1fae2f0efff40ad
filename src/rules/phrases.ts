/**
 * All phrases of a rule set, found in the words of a text, which are numbers by then (features/document-words.ts). Those
 * that may stand anywhere are looked for at one of their words each (inside-phrases.ts), those that a text must begin
 * with from its first word on (opening-phrases.ts): most words are asked for one bit, whatever the number of phrases.
 */
import type { DocumentWords, Measured } from "../features/document-words.js";
import { hasWords } from "../features/words.js";
import { type InsideData, InsidePhrases, insideDataOf } from "./inside-phrases.js";
import { type OpeningData, OpeningPhrases, openingDataOf } from "./opening-phrases.js";

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

  set(condition: number, phrase: string): void {
    const known = this.conditions.indexOf(condition);
    const at = known < 0 ? this.conditions.push(condition) - 1 : known;
    this.#phrases[at] = phrase;
  }
}

export const NO_HITS: PhraseHits = new PhraseHits();

/** The phrases of one condition; where their texts are in the index, nothing but how many they are. */
export interface PhraseList {
  readonly anchor: Anchor;
  readonly phrases: ArrayLike<string>;
}

export interface PhraseIndexData {
  readonly opening: OpeningData;
  readonly inside: InsideData;
  /** The phrase's text, by its number among all phrases. */
  readonly text: (number: number) => string;
}

/** One phrase of all: its condition, its number among all phrases, its text. */
export interface NumberedPhrase {
  readonly condition: number;
  readonly number: number;
  readonly text: string;
}

/** Takes a phrase whose words seem to stand in a text from the one word to before the other. */
export interface Offers {
  offer(text: Measured, condition: number, number: number, from: number, to: number): void;
}

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
    const conditions = this.#lists.flatMap(({ phrases }, condition) => Array(phrases.length).fill(condition));
    const all = texts.map((text, number) => ({ text, number, condition: conditions[number] ?? 0 }));
    const opens = ({ condition }: NumberedPhrase) => isOpening(this.#lists[condition]?.anchor ?? "contains");
    return {
      opening: openingDataOf(all.filter(opens)),
      inside: insideDataOf(all.filter((phrase) => !opens(phrase))),
      text: (number) => texts[number] ?? "",
    };
  }

  /** Gives each text's measures its phrases. The words are theirs, one text's behind the other's. */
  find(texts: readonly Measured[], words: DocumentWords): void {
    this.#search ??= new PhraseSearch(this.#lists, this.index);
    this.#search.find(texts, words);
  }
}

const isOpening = (anchor: Anchor): boolean => anchor === "equals" || anchor === "starts-with";
/** Such a phrase counts only if no word follows. */
const isClosing = (anchor: Anchor): boolean => anchor === "equals" || anchor === "ends-with";

/** Finds the phrases of one document after the other. A search makes no object unless it finds something. */
class PhraseSearch implements Offers {
  /** By condition. */
  readonly #closing: readonly boolean[];
  readonly #textOf: (number: number) => string;
  readonly #opening: OpeningPhrases;
  readonly #inside: InsidePhrases;
  /** By word of the document, where it starts in its text. */
  #starts = new Int32Array();
  /** By condition, where the phrase that the newest text has been found with starts and ends. */
  readonly #from: Int32Array;
  readonly #to: Int32Array;

  constructor(lists: readonly PhraseList[], { opening, inside, text }: PhraseIndexData) {
    this.#closing = lists.map(({ anchor }) => isClosing(anchor));
    this.#textOf = text;
    this.#opening = new OpeningPhrases(opening, this);
    this.#inside = new InsidePhrases(inside, this);
    this.#from = new Int32Array(lists.length);
    this.#to = new Int32Array(lists.length);
  }

  find(texts: readonly Measured[], words: DocumentWords): void {
    this.#starts = words.starts;
    this.#opening.find(texts, words.hashes);
    this.#inside.find(texts, words.hashes);
  }

  /**
   * Of several phrases of a condition the one that ends first is told, and of these the longest. What hashes have found is
   * compared word by word: two words may have one hash.
   */
  offer({ text, measures }: Measured, condition: number, number: number, from: number, to: number): void {
    const { endWord, phrases } = measures;
    if (this.#closing[condition] === true && to !== endWord) return;
    if (phrases.has(condition) && !this.#isBefore(condition, from, to)) return;
    const phrase = this.#textOf(number);
    const end = to < endWord ? this.#starts[to] : text.length;
    if (!hasWords(text, this.#starts[from] ?? 0, end ?? 0, phrase)) return;
    if (phrases === NO_HITS) measures.phrases = new PhraseHits();
    measures.phrases.set(condition, phrase);
    this.#from[condition] = from;
    this.#to[condition] = to;
  }

  #isBefore(condition: number, from: number, to: number): boolean {
    const end = this.#to[condition] ?? 0;
    return to < end || (to === end && from < (this.#from[condition] ?? 0));
  }
}
