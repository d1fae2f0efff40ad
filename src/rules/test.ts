/**
 * Compiled conditions. Most conditions fail on most spans, so holding is a bare yes or no; the evidence is gathered
 * afterwards, for the one rule that won.
 *
 * A test also tells what a single fact (facts.ts) decides of it: the answer for all spans that have the fact's value in
 * common, or none. rule-index.ts makes of it, once for each value, the set of the rules that are still possible.
 */
import type { Evidence } from "../model.js";
import type { FactName } from "./facts.js";
import { NOTHING_REQUIRED, Requirement } from "./requirement.js";
import type { Subject, Surroundings } from "./subject.js";

/** All tests are objects of one shape: engines call them fastest so. */
export interface Test {
  readonly holds: (subject: Subject, around: Surroundings) => boolean;
  readonly evidence: (subject: Subject, around: Surroundings) => readonly Evidence[];
  /** Whether it holds for every span that has this fact in common with the given one; null when other things count. */
  readonly told: (fact: FactName, subject: Subject, around: Surroundings) => boolean | null;
  /** The facts that it asks of. */
  readonly facts: readonly FactName[];
  /** One fact decides it, whatever that is. */
  readonly factual: boolean;
  /** What a text must have for it to hold; what expressions require takes time to find, and is told to the `learned` alone. */
  readonly required: (learned: boolean) => Requirement;
  /** The ways in which it can hold: of each, the tests that must all hold. One way, itself, for a test without parts. */
  readonly ways: readonly (readonly Test[])[];
  /** What it costs to ask, against other tests; `all` and `any` ask the cheap ones first. */
  readonly cost: number;
}

/** A look at a number or a name; a shape, which few texts are searched for; a search of the text. */
const LOOK = 1;
export const SHAPE = 3;
export const SEARCH = 10;

/** The rules have six each at most. */
const MOST_WAYS = 32;

type Holds = Test["holds"];
type GivenEvidence = Test["evidence"];

const nothing = (): Requirement => NOTHING_REQUIRED;

/** A test that a fact alone decides. */
export function factTest(fact: FactName, holds: Holds, evidence: GivenEvidence): Test {
  return leaf({
    holds,
    evidence,
    told: (asked, subject, around) => (asked === fact ? holds(subject, around) : null),
    facts: [fact],
    factual: true,
  });
}

interface SpanTestTraits {
  readonly cost?: number;
  readonly required?: Test["required"];
  /** Tells of what the text has at all (HAS_… bits) whether the test can hold. */
  readonly may?: (subject: Subject) => boolean;
}

/** A test that has to be asked of each span. */
export function spanTest(holds: Holds, evidence: GivenEvidence, traits: SpanTestTraits = {}): Test {
  const { may, ...others } = traits;
  if (may === undefined) return leaf({ holds, evidence, ...others });
  return leaf({
    holds,
    evidence,
    told: (asked, subject) => (asked === "has" && !may(subject) ? false : null),
    facts: ["has"],
    ...others,
  });
}

/** A test for the phrases of one condition. */
export function phraseTest(condition: number, holds: Holds, evidence: GivenEvidence): Test {
  const required = Requirement.phrase(condition);
  return leaf({ holds, evidence, required: () => required });
}

/** A test of one way; what is not given of it is what tests mostly are. */
function leaf(traits: Pick<Test, "holds" | "evidence"> & Partial<Test>): Test {
  const ways: Test[][] = [];
  const {
    holds,
    evidence,
    told = () => null,
    facts = [],
    factual = false,
    required = nothing,
    cost = LOOK,
  } = traits;
  const test = { holds, evidence, told, facts, factual, required, ways, cost };
  ways.push([test]);
  return test;
}

const byCost = (a: Test, b: Test): number => a.cost - b.cost;

/** What tests have in common that are made of others. */
function made(tests: readonly Test[]): Pick<Test, "facts" | "factual" | "cost"> & { asked: readonly Test[] } {
  const facts = [...new Set(tests.flatMap((test) => test.facts))];
  return {
    facts,
    factual: facts.length === 1 && tests.every((test) => test.factual),
    cost: tests.reduce((sum, { cost }) => sum + cost, 0),
    asked: tests.toSorted(byCost),
  };
}

export function allTest(tests: readonly Test[]): Test {
  const [only] = tests;
  if (tests.length === 1 && only !== undefined) return only;
  const { asked, ...traits } = made(tests);
  const test = leaf({
    ...traits,
    holds: (subject, around) => {
      for (const test of asked) if (!test.holds(subject, around)) return false;
      return true;
    },
    evidence: (subject, around) => tests.flatMap((test) => test.evidence(subject, around)),
    told: (fact, subject, around) => settled(tests, false, fact, subject, around),
    required: (learned) => Requirement.all(tests.map((test) => test.required(learned))),
  });
  return traits.factual ? test : { ...test, ways: waysOfAll(tests) };
}

/** Alternatives of several parts multiply; those that would make too many ways are left together. */
function waysOfAll(tests: readonly Test[]): readonly (readonly Test[])[] {
  let ways: readonly (readonly Test[])[] = [[]];
  for (const test of tests) {
    const own = ways.length * test.ways.length > MOST_WAYS ? [[test]] : test.ways;
    ways = ways.flatMap((way) => own.map((other) => [...way, ...other]));
  }
  return ways;
}

export function anyTest(tests: readonly Test[]): Test {
  const [only] = tests;
  if (tests.length === 1 && only !== undefined) return only;
  const { asked, ...traits } = made(tests);
  const test = leaf({
    ...traits,
    holds: (subject, around) => {
      for (const test of asked) if (test.holds(subject, around)) return true;
      return false;
    },
    evidence: (subject, around) =>
      tests.find((test) => test.holds(subject, around))?.evidence(subject, around) ?? [],
    told: (fact, subject, around) => settled(tests, true, fact, subject, around),
    required: (learned) => Requirement.any(tests.map((test) => test.required(learned))),
  });
  const ways = tests.flatMap((one) => one.ways);
  return traits.factual || ways.length > MOST_WAYS ? test : { ...test, ways };
}

/** What is absent is no evidence to show. */
export function notTest(test: Test): Test {
  const { facts, factual, cost } = test;
  return leaf({
    holds: (subject, around) => !test.holds(subject, around),
    evidence: () => [],
    told: (fact, subject, around) => {
      const told = test.told(fact, subject, around);
      return told === null ? null : !told;
    },
    facts,
    factual,
    cost,
  });
}

/** What a fact tells of tests together: one that it decides so `settles` it, else all must be decided. */
function settled(
  tests: readonly Test[],
  settles: boolean,
  fact: FactName,
  subject: Subject,
  around: Surroundings,
): boolean | null {
  let open = false;
  for (const test of tests) {
    const told = test.told(fact, subject, around);
    if (told === settles) return settles;
    if (told === null) open = true;
  }
  return open ? null : !settles;
}
