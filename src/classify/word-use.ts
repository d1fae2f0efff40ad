/**
 * How the document uses the words of the lines that may be its headline: a headline's words come back in the body, more
 * than in the menus; and page after page says its headline again, whole or in part.
 */

import { CJK, classAt, DIGIT, foldAt } from "../features/characters.js";
import { languagesOf } from "../features/language.js";
import { forEachWord, HASH_START, hashStep } from "../features/words.js";
import type { Region } from "./region.js";
import type { SpanState } from "./span-state.js";

/** Shorter words are in every text. */
const LEAST_LETTERS = 4;
/** Endings differ, more so in inflected languages. */
const STEM_LETTERS = 5;
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

/** Calls back with the hash of the first letters of each word that is no function word and no number. */
export function forEachStem(text: string, stem: (hash: number) => void): void {
  forEachWord(text, (hash, start, end) => {
    const first = classAt(text.charCodeAt(start));
    if ((first & CJK) !== 0) stem(hash);
    else if (end - start >= LEAST_LETTERS && (first & DIGIT) === 0 && languagesOf(hash) === 0)
      stem(stemHash(text, start, Math.min(end, start + STEM_LETTERS)));
  });
}

function stemHash(text: string, start: number, end: number): number {
  let hash = HASH_START;
  for (let i = start; i < end; i++) hash = hashStep(hash, foldAt(text.charCodeAt(i)));
  return hash;
}

/** Calls back with a hash of each run of three words. */
function forEachTriple(text: string, triple: (hash: number) => void): void {
  let before = 0;
  let last = 0;
  let words = 0;
  forEachWord(text, (hash) => {
    words++;
    if (words > 2) triple(Math.imul(Math.imul(before, 31) + last, 31) + hash);
    before = last;
    last = hash;
  });
}

export class WordUse {
  readonly #stems = new Map<number, Use>();
  readonly #triples = new Map<number, Use>();
  /** Spans of prose in the body. */
  #prose = 0;

  /** Counts the words of `lines` through the document. */
  constructor(spans: readonly SpanState[], body: Region, lines: readonly SpanState[]) {
    for (const { text } of lines) {
      forEachStem(text, (stem) => add(this.#stems, stem));
      forEachTriple(text, (triple) => add(this.#triples, triple));
    }
    spans.forEach((span, i) => {
      this.#count(span, i, i >= body.start && i < body.end);
    });
  }

  #count({ text, label, measures }: SpanState, at: number, inBody: boolean): void {
    const inside = inBody && label === "body" && measures.words >= PROSE_WORDS;
    if (inside) this.#prose++;
    const opening = inside && this.#prose <= OPENING_SPANS;
    forEachStem(text, (stem) => count(this.#stems.get(stem), at, inside, opening));
    forEachTriple(text, (triple) => count(this.#triples.get(triple), at, inside, opening));
  }

  /** `repeats`: how often the document holds the line. */
  of(text: string, repeats: number): LineUse {
    const frequent = Math.max(LEAST_FREQUENT, this.#prose) * FREQUENT_SHARE;
    let words = 0;
    let opening = 0;
    let own = 0;
    forEachStem(text, (stem) => {
      words++;
      const use = this.#stems.get(stem);
      if (use === undefined || use.inside === 0) return;
      if (use.opening) opening++;
      own += (Math.min(1, use.inside / frequent) * use.inside) / (use.inside + Math.max(1, use.outside));
    });
    let triples = 0;
    let said = 0;
    forEachTriple(text, (triple) => {
      triples++;
      const use = this.#triples.get(triple);
      if (use !== undefined && use.inside + use.outside > repeats) said++;
    });
    return { words, opening: share(opening, words), own: share(own, words), said: share(said, triples) };
  }
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

function add(uses: Map<number, Use>, hash: number): void {
  if (!uses.has(hash)) uses.set(hash, { inside: 0, outside: 0, opening: false, seen: -1 });
}

/** A span counts once, however often it holds the words. */
function count(use: Use | undefined, at: number, inside: boolean, opening: boolean): void {
  if (use === undefined || use.seen === at) return;
  use.seen = at;
  if (inside) use.inside++;
  else use.outside++;
  if (opening) use.opening = true;
}
