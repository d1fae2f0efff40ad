/**
 * Compiled conditions. Most conditions fail on most spans, so holding is a bare yes or no; the evidence is gathered
 * afterwards, for the one rule that won.
 *
 * A test can also be asked what is left of it for all spans that share a span's facts (facts.ts): whether the facts
 * alone decide it, or else what must still be asked of each of them. `all` and `any` pass the question on to their
 * parts and drop those that are decided, which is what lets rule-index.ts keep a short list of short tests for each
 * set of facts, however many rules there are.
 */
import type { Evidence } from "../model.js";
import { NOTHING_REQUIRED, Requirement } from "./requirement.js";
import type { Subject, Surroundings } from "./subject.js";

/** All tests are objects of one shape: engines call them fastest so. */
export interface Test {
  readonly holds: (subject: Subject, around: Surroundings) => boolean;
  readonly evidence: (subject: Subject, around: Surroundings) => readonly Evidence[];
  /** Whether it holds for every span with the same facts, or the test that tells. */
  readonly given: (subject: Subject, around: Surroundings) => Test | boolean;
  /** What a text must have for it to hold; told when it is first needed. */
  readonly required: () => Requirement;
  /** What it costs to ask, against other tests; `all` and `any` ask the cheap ones first. */
  readonly cost: number;
}

/** A look at a number or a name; a search of the text. */
const LOOK = 1;
export const SEARCH = 10;

type Holds = Test["holds"];
type GivenEvidence = Test["evidence"];

/** A test that facts alone decide. */
export function factTest(holds: Holds, evidence: GivenEvidence): Test {
  return { holds, evidence, given: holds, required: nothing, cost: LOOK };
}

interface SpanTestTraits {
  readonly cost?: number;
  readonly required?: () => Requirement;
  /** Tells of the facts whether the test can hold at all. */
  readonly may?: (subject: Subject) => boolean;
}

/** A test that has to be asked of each span. */
export function spanTest(
  holds: Holds,
  evidence: GivenEvidence,
  { cost = LOOK, required = nothing, may = always }: SpanTestTraits = {},
): Test {
  const test: Test = {
    holds,
    evidence,
    given: (subject) => may(subject) && test,
    required,
    cost,
  };
  return test;
}

const always = (): boolean => true;
const nothing = (): Requirement => NOTHING_REQUIRED;

const byCost = (a: Test, b: Test): number => a.cost - b.cost;
const costOf = (tests: readonly Test[]): number => tests.reduce((sum, { cost }) => sum + cost, 0);

export function allTest(tests: readonly Test[]): Test {
  const [only] = tests;
  if (tests.length === 1 && only !== undefined) return only;
  const asked = tests.toSorted(byCost);
  return {
    holds: (subject, around) => {
      for (const test of asked) if (!test.holds(subject, around)) return false;
      return true;
    },
    evidence: (subject, around) => tests.flatMap((test) => test.evidence(subject, around)),
    given: (subject, around) => {
      const left = undecided(tests, subject, around, false);
      return left === false ? false : left.length === 0 || allTest(left);
    },
    required: () => Requirement.all(tests.map((test) => test.required())),
    cost: costOf(tests),
  };
}

export function anyTest(tests: readonly Test[]): Test {
  const [only] = tests;
  if (tests.length === 1 && only !== undefined) return only;
  const asked = tests.toSorted(byCost);
  return {
    holds: (subject, around) => {
      for (const test of asked) if (test.holds(subject, around)) return true;
      return false;
    },
    evidence: (subject, around) =>
      tests.find((test) => test.holds(subject, around))?.evidence(subject, around) ?? [],
    given: (subject, around) => {
      const left = undecided(tests, subject, around, true);
      return left === true ? true : left.length > 0 && anyTest(left);
    },
    required: () => Requirement.any(tests.map((test) => test.required())),
    cost: costOf(tests),
  };
}

/** What is absent is no evidence to show. */
export function notTest(test: Test): Test {
  return {
    holds: (subject, around) => !test.holds(subject, around),
    evidence: () => [],
    given: (subject, around) => {
      const left = test.given(subject, around);
      return typeof left === "boolean" ? !left : notTest(left);
    },
    required: nothing,
    cost: test.cost,
  };
}

/** The tests that facts do not decide; `settles` as soon as they decide one so. */
function undecided<S extends boolean>(
  tests: readonly Test[],
  subject: Subject,
  around: Surroundings,
  settles: S,
): Test[] | S {
  const left: Test[] = [];
  for (const test of tests) {
    const given = test.given(subject, around);
    if (given === settles) return settles;
    if (typeof given !== "boolean") left.push(given);
  }
  return left;
}
