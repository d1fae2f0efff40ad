/**
 * Finds the first rule that holds. Rules are many and most of them cannot hold: what a span's facts (facts.ts) rule
 * out is not tried. For each set of facts that turns up there is one list of the rules that are left, each with what
 * is left to ask of it, cut off behind the first rule that the facts alone fulfil. The lists are made when they are
 * first needed; a page needs some dozens, a crawl some thousands. A list that is asked often also learns what each rule
 * requires of the text (requirement.ts), which most texts have not.
 */
import type { Measures } from "../features/measures.js";
import type { CharacterSet } from "./character-set.js";
import type { CompiledRule } from "./compile.js";
import { NOTHING_REQUIRED, WORTH_A_LOOK } from "./requirement.js";
import type { Subject, Surroundings } from "./subject.js";
import type { Test } from "./test.js";

/** Lists that are kept; a text made to have all sets of facts would else fill the memory. */
const MOST_LISTS = 1 << 14;

/** A bit that every text has, for rules that need none. */
const ALWAYS = 1 << 30;

interface List {
  candidates: readonly Candidate[];
  asked: number;
}

interface Candidate {
  readonly rule: CompiledRule;
  /** What is left to ask; null when nothing is. */
  readonly test: Test | null;
  /** One of these the text must have: looked at here, which is quicker than any call. */
  readonly signs: number;
  readonly has: number;
  readonly start: CharacterSet | null;
}

export class RuleIndex {
  readonly #rules: readonly CompiledRule[];
  readonly #factsOf: (subject: Subject, around: Surroundings) => number;
  readonly #lists = new Map<number, List>();

  /** `rules` in the order in which they are tried. */
  constructor(rules: readonly CompiledRule[], factsOf: (subject: Subject, around: Surroundings) => number) {
    this.#rules = rules;
    this.#factsOf = factsOf;
  }

  first(subject: Subject, around: Surroundings): CompiledRule | undefined {
    const facts = this.#factsOf(subject, around);
    const list = this.#lists.get(facts) ?? this.#make(facts, subject, around);
    if (++list.asked === WORTH_A_LOOK) list.candidates = sharpened(list.candidates, subject.measures);
    const { candidates } = list;
    const { signs } = subject.measures;
    const has = subject.measures.has | ALWAYS;
    const first = subject.text.charCodeAt(0);
    for (let i = 0; i < candidates.length; i++) {
      const candidate = candidates[i];
      if (candidate === undefined) break;
      if ((candidate.signs & signs) === 0 && (candidate.has & has) === 0) continue;
      if (candidate.start !== null && !candidate.start.has(first)) continue;
      if (candidate.test === null || candidate.test.holds(subject, around)) return candidate.rule;
    }
    return undefined;
  }

  #make(facts: number, subject: Subject, around: Surroundings): List {
    const candidates: Candidate[] = [];
    for (const rule of this.#rules) {
      const left = rule.test.given(subject, around);
      if (left === false) continue;
      candidates.push({ rule, test: left === true ? null : left, signs: 0, has: ALWAYS, start: null });
      if (left === true) break;
    }
    if (this.#lists.size >= MOST_LISTS) this.#lists.clear();
    const list = { candidates, asked: 0 };
    this.#lists.set(facts, list);
    return list;
  }
}

/** The candidates with what they require, but for those that texts with these measures' facts cannot fulfil. */
function sharpened(candidates: readonly Candidate[], measures: Measures): readonly Candidate[] {
  return candidates.flatMap((candidate) => {
    const required = candidate.test?.required() ?? NOTHING_REQUIRED;
    if (!required.mayBeIn(measures)) return [];
    const { signs, has } = required.needs[0] ?? { signs: 0, has: ALWAYS };
    return [{ ...candidate, signs, has, start: required.start }];
  });
}
