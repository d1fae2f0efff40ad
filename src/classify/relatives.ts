/** Which words the prose of the body says, to tell of a text in its midst whether it is about the same thing. */
import type { DocumentWords } from "../features/document-words.js";
import { WordTrie } from "../features/word-table.js";
import type { SpanState } from "./span-state.js";

export class Relatives {
  #prose: ReadonlySet<SpanState> = new Set();
  /** The stems of the prose; made when it is first asked for. */
  #counts: StemCounts | undefined;

  constructor(readonly words: DocumentWords) {}

  /** `prose`: the spans of the body that are prose. */
  settle(prose: readonly SpanState[]): void {
    this.#prose = new Set(prose);
    this.#counts = undefined;
  }

  /** Share of a span's stems that another span of prose has too, 0 to 1; 1 for a text that tells nothing. */
  kinshipOf(span: SpanState): number {
    this.#counts ??= new StemCounts(this.words.stems, this.#prose);
    return this.#counts.shareOf(span, this.#prose.has(span) ? 1 : 0);
  }
}

/** In how many spans of prose each stem stands. */
class StemCounts {
  readonly #stems: Int32Array;
  readonly #numbers = new WordTrie();
  /** By the stem's number less one. */
  readonly #counts: number[] = [];

  constructor(stems: Int32Array, prose: Iterable<SpanState>) {
    this.#stems = stems;
    for (const span of prose)
      for (const stem of this.#stemsOf(span)) {
        const number = this.#numbers.grow(0, stem);
        if (number > this.#counts.length) this.#counts.push(1);
        else this.#counts[number - 1] = (this.#counts[number - 1] ?? 0) + 1;
      }
  }

  /** Share of the span's stems that more than `own` spans of prose have. */
  shareOf(span: SpanState, own: number): number {
    const stems = this.#stemsOf(span);
    let shared = 0;
    for (const stem of stems) if ((this.#counts[this.#numbers.next(0, stem) - 1] ?? 0) > own) shared++;
    return stems.size === 0 ? 1 : shared / stems.size;
  }

  #stemsOf({ measures: { firstWord, endWord } }: SpanState): Set<number> {
    const stems = new Set<number>();
    for (let i = firstWord; i < endWord; i++) {
      const stem = this.#stems[i] ?? 0;
      if (stem !== 0) stems.add(stem);
    }
    return stems;
  }
}
