/**
 * What a text must have for a condition to hold, as far as one look tells: phrases, signs and digits, of which the
 * measures know whether the text has them, a first and a last character. It is asked for before anything that searches
 * the text.
 */
import { HAS_DIGIT, HAS_FOREIGN_SIGN, type Measures, signsOf } from "../features/measures.js";
import { CharacterPairs } from "./character-pairs.js";
import { CharacterSet } from "./character-set.js";
import type { Outline, OutlineEnd } from "./regexp-outline.js";

/** What a text must have one of. */
export interface Need {
  /** As features/measures.ts numbers the signs of ASCII. */
  readonly signs: number;
  /** HAS_… bits. */
  readonly has: number;
  /** Numbers of phrase conditions (phrases.ts). */
  readonly phrases: readonly number[];
}

export class Requirement {
  constructor(
    readonly needs: readonly Need[],
    readonly start: OutlineEnd | null,
    readonly end: OutlineEnd | null,
  ) {}

  /** Of a text with one of the phrases of a condition. */
  static phrase(condition: number): Requirement {
    return new Requirement([{ ...NO_NEED, phrases: [condition] }], null, null);
  }

  /** Of a text with one of the HAS_… bits. */
  static bit(has: number): Requirement {
    return has === 0 ? NOTHING_REQUIRED : new Requirement([{ ...NO_NEED, has }], null, null);
  }

  static of({ start, end, needs }: Outline): Requirement {
    return new Requirement(needs.map(needOf), start, end);
  }

  /** Of a condition that holds when all of some do. */
  static all(requirements: readonly Requirement[]): Requirement {
    return new Requirement(
      requirements.flatMap(({ needs }) => needs).sort(byRarity),
      requirements.find(({ start }) => start !== null)?.start ?? null,
      requirements.find(({ end }) => end !== null)?.end ?? null,
    );
  }

  /** Of a condition that holds when one of some does. */
  static any(requirements: readonly Requirement[]): Requirement {
    const needs = requirements.map(({ needs: [first] }) => first);
    return new Requirement(
      needs.includes(undefined) ? [] : [needs.reduce<Need>(either, NO_NEED)],
      eitherEnd(requirements.map(({ start }) => start)),
      eitherEnd(requirements.map(({ end }) => end)),
    );
  }

  isIn(text: string, { signs, has, phrases }: Measures): boolean {
    for (const need of this.needs)
      if (
        (need.signs & signs) === 0 &&
        (need.has & has) === 0 &&
        !need.phrases.some((one) => phrases.has(one))
      )
        return false;
    const last = text.length - 1;
    const { start, end } = this;
    if (start !== null && !isAtEnd(start, text.charCodeAt(0), text.charCodeAt(1))) return false;
    return end === null || isAtEnd(end, text.charCodeAt(last), text.charCodeAt(last - 1));
  }
}

export const NOTHING_REQUIRED = new Requirement([], null, null);

const NO_NEED: Need = { signs: 0, has: 0, phrases: [] };

const either = (a: Need, b: Need | undefined): Need => ({
  signs: a.signs | (b?.signs ?? 0),
  has: a.has | (b?.has ?? 0),
  phrases: [...a.phrases, ...(b?.phrases ?? [])],
});

/** Fewer texts have one of a few signs than one of many, and fewest have a phrase. */
const byRarity = (a: Need, b: Need): number => commonness(a) - commonness(b);

function commonness({ signs, has }: Need): number {
  let bits = 0;
  for (let left = signs; left !== 0; left &= left - 1) bits++;
  return bits + (has === 0 ? 0 : 1);
}

/** `inner` is NaN for a text of one character. */
function isAtEnd({ outer, pairs }: OutlineEnd, code: number, inner: number): boolean {
  return Number.isNaN(inner) ? outer.has(code) : pairs.has(code, inner);
}

function eitherEnd(ends: readonly (OutlineEnd | null)[]): OutlineEnd | null {
  const known = ends.filter((end) => end !== null);
  if (known.length < ends.length) return null;
  const outer = new CharacterSet();
  for (const end of known) outer.addSet(end.outer);
  return { outer, pairs: CharacterPairs.any(known.map(({ pairs }) => pairs)) };
}

function needOf(set: CharacterSet): Need {
  const codes = set.ascii;
  const digits = codes.some((code) => code >= 48 && code <= 57);
  return {
    signs: signsOf(codes),
    has: (digits ? HAS_DIGIT : 0) | (set.hasOthers ? HAS_FOREIGN_SIGN : 0),
    phrases: [],
  };
}
