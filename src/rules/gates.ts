/**
 * Sets of the tests, by number, that a text allows by what it has (requirement.ts): the phrases, signs and digits that a
 * test needs, a character at an end.
 */
import { HAS_BITS, type Measures } from "../features/measures.js";
import { type BitSet, setThat } from "./bit-set.js";
import type { CharacterSet } from "./character-set.js";
import type { Need, Requirement } from "./requirement.js";

/** Signs of ASCII are told apart by the bits of a number, which are looked up a byte at a time. */
const BYTE = 256;

/** The tests whose first need a text has, or that need nothing. */
export class NeedGate {
  readonly #needless: BitSet;
  /** By value of each byte of the signs, and by HAS_… bits. */
  readonly #signs: readonly (readonly BitSet[])[];
  readonly #has: readonly BitSet[];
  /** By number of the phrase condition. */
  readonly #phrases: readonly BitSet[];

  constructor(required: readonly Requirement[]) {
    const needs = required.map((one) => one.needs[0]);
    const having = (values: number, fits: (need: Need, value: number) => boolean): BitSet[] =>
      Array.from({ length: values }, (_, value) =>
        setThat(needs.length, (i) => {
          const need = needs[i];
          return need !== undefined && fits(need, value);
        }),
      );
    this.#needless = setThat(needs.length, (i) => needs[i] === undefined);
    this.#signs = [0, 8, 16, 24].map((shift) =>
      having(BYTE, ({ signs }, value) => (signs & (value << shift)) !== 0),
    );
    this.#has = having(HAS_BITS, ({ has }, value) => (has & value) !== 0);
    const conditions = Math.max(-1, ...needs.flatMap((need) => need?.phrases ?? [])) + 1;
    this.#phrases = having(conditions, ({ phrases }, value) => phrases.includes(value));
  }

  /** Of the tests `32 * word` and on, the bits of those that are allowed. */
  bits(word: number, { signs, has, phrases: { conditions } }: Measures): number {
    let bits = (this.#needless[word] ?? 0) | (this.#has[has]?.[word] ?? 0);
    if (signs !== 0) {
      const table = this.#signs;
      bits |= (table[0]?.[signs & 255]?.[word] ?? 0) | (table[1]?.[(signs >> 8) & 255]?.[word] ?? 0);
      bits |= (table[2]?.[(signs >> 16) & 255]?.[word] ?? 0) | (table[3]?.[signs >>> 24]?.[word] ?? 0);
    }
    for (let i = 0; i < conditions.length; i++) bits |= this.#phrases[conditions[i] ?? 0]?.[word] ?? 0;
    return bits;
  }
}

/** The tests that allow a character at one end of the text. */
export class EndGate {
  readonly #allowed: readonly (CharacterSet | null)[];
  /** By code unit of the basic scripts, and by any. */
  readonly #near: BitSet[] = [];
  readonly #far = new Map<number, BitSet>();

  constructor(allowed: readonly (CharacterSet | null)[]) {
    this.#allowed = allowed;
  }

  of(code: number): BitSet {
    return (code < NEAR ? this.#near[code] : this.#far.get(code)) ?? this.#make(code);
  }

  #make(code: number): BitSet {
    const set = setThat(this.#allowed.length, (i) => this.#allowed[i]?.has(code) ?? true);
    if (code < NEAR) this.#near[code] = set;
    else this.#far.set(code, set);
    return set;
  }
}

/** Latin, Greek, Cyrillic, Hebrew and Arabic are looked up in an array. */
const NEAR = 0x700;
