/**
 * What a text must have for a condition to hold, as far as one look tells: phrases, signs and digits, of which the
 * measures know whether the text has them, a first and a last character. It is asked for before anything that searches
 * the text.
 */
import { HAS_DIGIT, HAS_FOREIGN_SIGN, type Measures, signsOf } from "../features/measures.js";
import { CharacterSet } from "./character-set.js";
import type { Outline } from "./regexp-outline.js";

/**
 * Asked so often, a test has earned that its requirement is found: reading it off an expression costs about as much as
 * making that expression, which a start with one small document had better be spared.
 */
export const WORTH_A_LOOK = 200;

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
    readonly start: CharacterSet | null,
    readonly end: CharacterSet | null,
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
      unionOf(requirements.map(({ start }) => start)),
      unionOf(requirements.map(({ end }) => end)),
    );
  }

  /** Whether a text has it, phrases aside. */
  isIn(text: string, measures: Measures): boolean {
    for (const { signs, has } of this.needs)
      if ((signs & measures.signs) === 0 && (has & measures.has) === 0) return false;
    if (this.start !== null && !this.start.has(text.charCodeAt(0))) return false;
    return this.end === null || this.end.has(text.charCodeAt(text.length - 1));
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

function unionOf(sets: readonly (CharacterSet | null)[]): CharacterSet | null {
  const union = new CharacterSet();
  for (const set of sets) {
    if (set === null) return null;
    union.addSet(set);
  }
  return union;
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
