/** Pairs of UTF-16 code units that follow each other at one end of a text; never too few, but maybe too many. */
import { ASCII, CharacterSet, isUnusual } from "./character-set.js";

/** What may stand at the outer place and what at the inner one. */
export type Pair = readonly [outer: CharacterSet, inner: CharacterSet];

export class CharacterPairs {
  /** By the outer character of ASCII, and for all others together. */
  readonly #inner: CharacterSet[] = [];

  constructor(pairs: readonly Pair[]) {
    for (const [outer, inner] of pairs) {
      for (const code of outer.ascii) this.#innerOf(code).addSet(inner);
      if (outer.hasOthers) this.#innerOf(ASCII).addSet(inner);
    }
  }

  /** All pairs of some. */
  static any(some: readonly CharacterPairs[]): CharacterPairs {
    const all = new CharacterPairs([]);
    for (const one of some)
      one.#inner.forEach((inner, code) => {
        all.#innerOf(code).addSet(inner);
      });
    return all;
  }

  has(outer: number, inner: number): boolean {
    const set = this.#inner[Math.min(outer, ASCII)];
    return set?.has(inner) === true || (outer >= ASCII && isUnusual(outer));
  }

  #innerOf(code: number): CharacterSet {
    const set = this.#inner[code] ?? new CharacterSet();
    this.#inner[code] = set;
    return set;
  }
}
