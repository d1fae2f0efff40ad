/** Which words the prose of the body says, to tell of a text in its midst whether it is about the same thing. */
import { stemOf } from "../features/stems.js";
import { forEachWord } from "../features/words.js";
import type { SpanState } from "./span-state.js";

export class Relatives {
  #prose: ReadonlySet<SpanState> = new Set();
  /** In how many spans of prose each stem stands; made when it is first asked for. */
  #counts: Map<number, number> | undefined;

  /** `prose`: the spans of the body that are prose. */
  settle(prose: readonly SpanState[]): void {
    this.#prose = new Set(prose);
    this.#counts = undefined;
  }

  /** Share of a span's stems that another span of prose has too, 0 to 1; 1 for a text that tells nothing. */
  kinshipOf(span: SpanState): number {
    this.#counts ??= countStems(this.#prose);
    const own = this.#prose.has(span) ? 1 : 0;
    let shared = 0;
    const stems = stemsOf(span.text);
    for (const stem of stems) if ((this.#counts.get(stem) ?? 0) > own) shared++;
    return stems.size === 0 ? 1 : shared / stems.size;
  }
}

function countStems(prose: Iterable<SpanState>): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { text } of prose)
    for (const stem of stemsOf(text)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return counts;
}

function stemsOf(text: string): Set<number> {
  const stems = new Set<number>();
  forEachWord(text, (hash, start, end) => {
    const stem = stemOf(text, start, end, hash);
    if (stem !== 0) stems.add(stem);
  });
  return stems;
}
