/**
 * Finds the first rule that holds. Rules are many and most of them cannot hold: what a span's facts (facts.ts) rule
 * out is not tried. For each set of facts that turns up there is one list of the rules that are left, each with what
 * is left to ask of it, cut off behind the first rule that the facts alone fulfil. The lists are made when they are
 * first needed; a page needs some dozens, a crawl some thousands.
 */
import type { CompiledRule } from "./compile.js";
import type { Subject, Surroundings } from "./subject.js";
import type { Test } from "./test.js";

/** Lists that are kept; a text made to have all sets of facts would else fill the memory. */
const MOST_LISTS = 1 << 14;

interface Candidate {
  readonly rule: CompiledRule;
  /** What is left to ask; null when nothing is. */
  readonly test: Test | null;
}

export class RuleIndex {
  readonly #rules: readonly CompiledRule[];
  readonly #factsOf: (subject: Subject, around: Surroundings) => number;
  readonly #lists = new Map<number, readonly Candidate[]>();

  /** `rules` in the order in which they are tried. */
  constructor(rules: readonly CompiledRule[], factsOf: (subject: Subject, around: Surroundings) => number) {
    this.#rules = rules;
    this.#factsOf = factsOf;
  }

  first(subject: Subject, around: Surroundings): CompiledRule | undefined {
    const facts = this.#factsOf(subject, around);
    const list = this.#lists.get(facts) ?? this.#make(facts, subject, around);
    for (let i = 0; i < list.length; i++) {
      const candidate = list[i];
      if (candidate === undefined) break;
      if (candidate.test === null || candidate.test.holds(subject, around)) return candidate.rule;
    }
    return undefined;
  }

  #make(facts: number, subject: Subject, around: Surroundings): readonly Candidate[] {
    const list: Candidate[] = [];
    for (const rule of this.#rules) {
      const left = rule.test.given(subject, around);
      if (left === false) continue;
      list.push({ rule, test: left === true ? null : left });
      if (left === true) break;
    }
    if (this.#lists.size >= MOST_LISTS) this.#lists.clear();
    this.#lists.set(facts, list);
    return list;
  }
}
