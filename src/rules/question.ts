/**
 * What is asked of a span before any rule is: a fact (facts.ts). An answer is a small number; for each answer there is the
 * set of the ways, by number, that are possible with it.
 */
import { type BitSet, isIn, setThat } from "./bit-set.js";
import type { Fact } from "./facts.js";
import type { Subject, Surroundings } from "./subject.js";
import type { Test } from "./test.js";

export class Question {
  /** The answer for a span, from 0. */
  readonly of: (subject: Subject, around: Surroundings) => number;
  /** The tests of which the answer tells something. */
  readonly concerned: BitSet;
  readonly #fact: Fact;
  readonly #tests: readonly Test[];
  /** By answer, made when one is first met. */
  readonly #possible: BitSet[] = [];

  constructor(fact: Fact, tests: readonly Test[]) {
    this.of = fact.of;
    this.#fact = fact;
    this.#tests = tests;
    this.concerned = setThat(tests.length, (i) => tests[i]?.facts.includes(fact.name) === true);
  }

  /** The tests that are possible for spans that have this one's answer. */
  possible(answer: number, subject: Subject, around: Surroundings): BitSet {
    this.#possible[answer] ??= setThat(
      this.#tests.length,
      (i) => !isIn(this.concerned, i) || this.#tests[i]?.told(this.#fact.name, subject, around) !== false,
    );
    return this.#possible[answer];
  }
}
