/**
 * How the document uses the words of the lines that may be its headline: a headline's words come back in the body, more
 * than in the menus; and page after page says its headline again, whole or in part.
 */

import { stemOf } from "../features/stems.js";
import { WordScan } from "../features/words.js";
import type { Region } from "./region.js";
import type { SpanState } from "./span-state.js";

/** Spans of prose at the start of the body, which say what it is about. */
const OPENING_SPANS = 12;
/** Shorter spans of the body are headings, cells and buttons. */
const PROSE_WORDS = 8;
/** A word that a third of the body's spans have is what the body is about. */
const FREQUENT_SHARE = 1 / 3;
const LEAST_FREQUENT = 3;

/** In how many spans something stands. */
interface Use {
  inside: number;
  outside: number;
  opening: boolean;
  /** Index of the last span that was counted. */
  seen: number;
}

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

/**
 * Calls back with what each word of a text says: its stem, 0 for a word that tells nothing, and a hash of it and the two
 * words before it, 0 where there are none.
 */
function forEachWordSaid(text: string, said: (stem: number, triple: number) => void): void {
  const scan = new WordScan(text);
  let before = 0;
  let last = 0;
  for (let words = 1; scan.next(); words++) {
    const { hash, start, end } = scan;
    const triple = words > 2 ? (Math.imul(Math.imul(before, 31) + last, 31) + hash) | 0 : 0;
    said(stemOf(text, start, end, hash), triple);
    before = last;
    last = hash;
  }
}

export class WordUse {
  readonly #stems = new Uses();
  readonly #triples = new Uses();
  /** Spans of prose in the body. */
  #prose = 0;

  /** Counts the words of `lines` through the document. */
  constructor(spans: readonly SpanState[], body: Region, lines: readonly SpanState[]) {
    for (const { text } of lines) {
      forEachWordSaid(text, (stem, triple) => {
        this.#stems.add(stem);
        this.#triples.add(triple);
      });
    }
    spans.forEach((span, i) => {
      this.#count(span, i, i >= body.start && i < body.end);
    });
  }

  #count({ text, label, measures }: SpanState, at: number, inBody: boolean): void {
    const inside = inBody && label === "body" && measures.words >= PROSE_WORDS;
    if (inside) this.#prose++;
    const opening = inside && this.#prose <= OPENING_SPANS;
    forEachWordSaid(text, (stem, triple) => {
      count(this.#stems.get(stem), at, inside, opening);
      count(this.#triples.get(triple), at, inside, opening);
    });
  }

  /** `repeats`: how often the document holds the line. */
  of(text: string, repeats: number): LineUse {
    const frequent = Math.max(LEAST_FREQUENT, this.#prose) * FREQUENT_SHARE;
    let words = 0;
    let opening = 0;
    let own = 0;
    let triples = 0;
    let said = 0;
    forEachWordSaid(text, (stem, triple) => {
      const use = this.#triples.get(triple);
      if (triple !== 0) triples++;
      if (use !== undefined && use.inside + use.outside > repeats) said++;
      if (stem === 0) return;
      words++;
      const { inside = 0, outside = 0, opening: opens = false } = this.#stems.get(stem) ?? {};
      if (inside === 0) return;
      if (opens) opening++;
      own += (Math.min(1, inside / frequent) * inside) / (inside + Math.max(1, outside));
    });
    return { words, opening: share(opening, words), own: share(own, words), said: share(said, triples) };
  }
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

const FILTER = 1 << 16;

/** Uses by hash. Nearly all words of a document are of no line; a filter over the hash's low bits tells so at once. */
class Uses {
  readonly #filter = new Uint8Array(FILTER >> 3);
  readonly #uses = new Map<number, Use>();

  /** 0 stands for nothing. */
  add(hash: number): void {
    if (hash === 0 || this.#uses.has(hash)) return;
    const at = (hash & (FILTER - 1)) >> 3;
    this.#filter[at] = (this.#filter[at] ?? 0) | (1 << (hash & 7));
    this.#uses.set(hash, { inside: 0, outside: 0, opening: false, seen: -1 });
  }

  mayHave(hash: number): boolean {
    return ((this.#filter[(hash & (FILTER - 1)) >> 3] ?? 0) & (1 << (hash & 7))) !== 0;
  }

  get(hash: number): Use | undefined {
    return hash !== 0 && this.mayHave(hash) ? this.#uses.get(hash) : undefined;
  }
}

/** A span counts once, however often it holds the words. */
function count(use: Use | undefined, at: number, inside: boolean, opening: boolean): void {
  if (use === undefined || use.seen === at) return;
  use.seen = at;
  if (inside) use.inside++;
  else use.outside++;
  if (opening) use.opening = true;
}
