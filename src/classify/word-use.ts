/**
 * How the document uses the words of the lines that may be its headline: a headline's words come back in the body, more
 * than in the menus; and page after page says its headline again, whole or in part.
 *
 * The words are the numbers that were noted when the texts were measured. Those of the lines are numbered anew from 1, so
 * that their uses are counts in arrays; nearly all words of a document are of no line, and one bit tells so.
 */
import type { DocumentWords, WordRange } from "../features/document-words.js";
import { WordTrie } from "../features/word-table.js";
import type { Region } from "./region.js";
import type { SpanState } from "./span-state.js";

/** Spans of prose at the start of the body, which say what it is about. */
const OPENING_SPANS = 12;
/** Shorter spans of the body are headings, cells and buttons. */
const PROSE_WORDS = 8;
/** A word that a third of the body's spans have is what the body is about. */
const FREQUENT_SHARE = 1 / 3;
const LEAST_FREQUENT = 3;

/** What a line's words are to the document. */
export interface LineUse {
  /** Words that tell something. */
  readonly words: number;
  /** Share of them that stand in the first paragraphs, 0 to 1. */
  readonly opening: number;
  /** How much they are the body's own, 0 to 1: frequent inside and rare outside. */
  readonly own: number;
  /** Share of the line's runs of three words that stand in other lines too, 0 to 1. */
  readonly said: number;
}

/** A hash of a word and the two before it. */
function tripleAt(hashes: Int32Array, at: number): number {
  const before = Math.imul(hashes[at - 2] ?? 0, 31) + (hashes[at - 1] ?? 0);
  return (Math.imul(before, 31) + (hashes[at] ?? 0)) | 0;
}

export class WordUse {
  readonly #words: DocumentWords;
  readonly #stems = new Uses();
  readonly #triples = new Uses();
  /** Spans of prose in the body. */
  #prose = 0;

  /** Counts the words of the spans at `lines` through the document. */
  constructor(words: DocumentWords, spans: readonly SpanState[], body: Region, lines: readonly number[]) {
    this.#words = words;
    const { stems, hashes } = words;
    for (const line of lines) {
      const { firstWord = 0, endWord = 0 } = spans[line]?.measures ?? {};
      for (let i = firstWord; i < endWord; i++) {
        this.#stems.add(stems[i] ?? 0);
        if (i >= firstWord + 2) this.#triples.add(tripleAt(hashes, i));
      }
    }
    for (let i = 0; i < spans.length; i++) {
      const span = spans[i];
      if (span !== undefined) this.#count(span, i, i >= body.start && i < body.end);
    }
  }

  #count({ label, measures }: SpanState, at: number, inBody: boolean): void {
    const inside = inBody && label === "body" && measures.words >= PROSE_WORDS;
    if (inside) this.#prose++;
    const opening = inside && this.#prose <= OPENING_SPANS;
    const { stems, hashes } = this.#words;
    const { firstWord, endWord } = measures;
    for (let i = firstWord; i < endWord; i++) {
      this.#stems.count(stems[i] ?? 0, at, inside, opening);
      if (i >= firstWord + 2) this.#triples.count(tripleAt(hashes, i), at, inside, opening);
    }
  }

  /** `repeats`: how often the document holds the line. */
  of({ firstWord, endWord }: WordRange, repeats: number): LineUse {
    const { stems, hashes } = this.#words;
    const frequent = Math.max(LEAST_FREQUENT, this.#prose) * FREQUENT_SHARE;
    let words = 0;
    let opening = 0;
    let own = 0;
    let triples = 0;
    let said = 0;
    for (let i = firstWord; i < endWord; i++) {
      const triple = i >= firstWord + 2 ? tripleAt(hashes, i) : 0;
      if (triple !== 0) triples++;
      const again = this.#triples.of(triple);
      if (again !== undefined && again.inside + again.outside > repeats) said++;
      const stem = stems[i] ?? 0;
      if (stem === 0) continue;
      words++;
      const use = this.#stems.of(stem);
      if (use === undefined || use.inside === 0) continue;
      if (use.opening) opening++;
      own += (Math.min(1, use.inside / frequent) * use.inside) / (use.inside + Math.max(1, use.outside));
    }
    return { words, opening: share(opening, words), own: share(own, words), said: share(said, triples) };
  }
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** In how many spans something stands. */
interface Use {
  inside: number;
  outside: number;
  opening: boolean;
  /** Index of the last span that was counted. */
  seen: number;
}

/** Uses by hash. */
class Uses {
  readonly #numbers = new WordTrie();
  /** By number less one. */
  readonly #uses: Use[] = [];

  /** 0 stands for nothing. */
  add(hash: number): void {
    if (hash !== 0 && this.#numbers.grow(0, hash) > this.#uses.length)
      this.#uses.push({ inside: 0, outside: 0, opening: false, seen: -1 });
  }

  of(hash: number): Use | undefined {
    return hash === 0 ? undefined : this.#uses[this.#numbers.next(0, hash) - 1];
  }

  /** A span counts once, however often it holds the words. */
  count(hash: number, at: number, inside: boolean, opening: boolean): void {
    const number = hash === 0 ? 0 : this.#numbers.next(0, hash);
    const use = number === 0 ? undefined : this.#uses[number - 1];
    if (use === undefined || use.seen === at) return;
    use.seen = at;
    if (inside) use.inside++;
    else use.outside++;
    if (opening) use.opening = true;
  }
}
