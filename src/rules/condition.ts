/** Turns a condition of the rule language into a test. */

import { bitsOf, expressionOf, findShape, isShape } from "../features/shapes.js";
import type { Label } from "../model.js";
import { type Bounded, boundedOf, isFact } from "./bounded.js";
import { NAMES_OF_FORM, NAMES_OF_PLACE, type NamedFact, nameOf } from "./facts.js";
import { markupTests } from "./markup-tests.js";
import type { NameMatcher } from "./names.js";
import type { Anchor, PhraseMatcher } from "./phrases.js";
import { outlineOf } from "./regexp-outline.js";
import { once, regexpTest, regexpWindow } from "./regexp-test.js";
import { NOTHING_REQUIRED, Requirement } from "./requirement.js";
import { type Bounds, type Condition, MEASURES, type Shape, STANDINGS } from "./rule.js";
import type { Subject, Surroundings } from "./subject.js";
import {
  allTest,
  anyTest,
  factTest,
  notTest,
  phraseTest,
  SEARCH,
  SHAPE,
  spanTest,
  type Test,
} from "./test.js";

const ANCHORS: readonly Anchor[] = ["equals", "starts-with", "ends-with", "contains"];

/** What finds the phrases and the names of all rules. */
export interface Matchers {
  readonly phrases: PhraseMatcher;
  readonly names: NameMatcher;
}

export function compileCondition(condition: Condition, matchers: Matchers): Test {
  const tests: Test[] = [...markupTests(condition, matchers.names)];
  const bound = (names: readonly Bounded[]): void => {
    for (const name of names) {
      const bounds = condition[name];
      if (bounds !== undefined) tests.push(boundsTest(name, bounds));
    }
  };
  const named = (names: readonly NamedFact[]): void => {
    for (const name of names) {
      const wanted = condition[name];
      if (wanted !== undefined) tests.push(nameTest(name, list(wanted)));
    }
  };
  // The order is that in which the evidence is told: what the text is, then where it stands.
  bound(MEASURES);
  named(NAMES_OF_FORM);
  for (const anchor of ANCHORS) {
    const phrases = condition[anchor];
    if (phrases !== undefined) tests.push(phrasesTest(anchor, matchers.phrases.add(anchor, phrases)));
  }
  bound(["repeats"]);
  named(NAMES_OF_PLACE);
  if (condition.echoes !== undefined) tests.push(echoesTest(list(condition.echoes)));
  bound(STANDINGS);
  if (condition.is !== undefined) tests.push(isTest(list(condition.is)));
  if (condition.has !== undefined) tests.push(hasTest(list(condition.has)));
  if (condition.matches !== undefined) tests.push(regexpTest("matches", condition.matches, "iu"));
  if (condition["matches-case"] !== undefined)
    tests.push(regexpTest("matches-case", condition["matches-case"], "u"));
  if (condition.all !== undefined)
    tests.push(allTest(condition.all.map((c) => compileCondition(c, matchers))));
  if (condition.any !== undefined)
    tests.push(anyTest(condition.any.map((c) => compileCondition(c, matchers))));
  if (condition.not !== undefined) tests.push(notTest(compileCondition(condition.not, matchers)));
  return allTest(tests);
}

const list = <T>(value: T | readonly T[]): readonly T[] => (Array.isArray(value) ? value : [value as T]);

function boundsTest(condition: Bounded, bounds: Bounds): Test {
  const of = boundedOf(condition);
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = bounds;
  const holds = (subject: Subject, around: Surroundings): boolean => {
    const value = of(subject, around);
    return value >= min && value <= max;
  };
  const evidence = (subject: Subject, around: Surroundings) => [
    { condition, value: Math.round(of(subject, around) * 100) / 100 },
  ];
  if (isFact(condition)) return factTest(condition, holds, evidence);
  // Kinship is found by reading the text and the body; the others are known.
  return spanTest(holds, evidence, condition === "kinship" ? { cost: SEARCH } : {});
}

function nameTest(condition: NamedFact, wanted: readonly string[]): Test {
  return factTest(
    condition,
    (subject, around) => wanted.includes(nameOf(condition, subject, around) ?? ""),
    (subject, around) => [{ condition, value: nameOf(condition, subject, around) ?? "" }],
  );
}

function phrasesTest(anchor: Anchor, condition: number): Test {
  return phraseTest(
    condition,
    ({ measures: m }) => m.phrases.has(condition),
    ({ measures: m }) => [{ condition: anchor, value: m.phrases.get(condition) ?? "" }],
  );
}

function echoesTest(labels: readonly Label[]): Test {
  return spanTest(
    (_subject, { echoes }) => labels.some((label) => echoes.includes(label)),
    () => [{ condition: "echoes", value: labels.join(" ") }],
  );
}

/** Whether the text has what every text of one of the shapes has. */
const mayHave =
  (shapes: readonly Shape[]) =>
  ({ measures: m }: Subject): boolean =>
    shapes.some((shape) => (bitsOf(shape) & ~m.has) === 0);

/** What the shapes require: a bit each, and what is learned from their expressions. */
function requiredBy(shapes: readonly Shape[], whole: boolean): Test["required"] {
  const bits = once(() => Requirement.any(shapes.map((shape) => Requirement.bit(bitsOf(shape)))));
  const learnedOf = (shape: Shape): Requirement =>
    Requirement.all([Requirement.bit(bitsOf(shape)), requiredByOne(expressionOf(shape, whole))]);
  const expressions = once(() => Requirement.any(shapes.map(learnedOf)));
  return (learned) => (learned ? expressions() : bits());
}

const requiredByOne = (expression: string | null): Requirement =>
  expression === null ? NOTHING_REQUIRED : Requirement.of(outlineOf(expression, "u"));

function isTest(shapes: readonly Shape[]): Test {
  const found = ({ text, measures: m }: Subject) => shapes.find((shape) => isShape(shape, text, m));
  return spanTest(
    (subject) => found(subject) !== undefined,
    (subject) => [{ condition: "is", value: found(subject) ?? "" }],
    { cost: SHAPE, may: mayHave(shapes), required: requiredBy(shapes, true) },
  );
}

function hasTest(shapes: readonly Shape[]): Test {
  return spanTest(
    ({ text, measures: m }) => shapes.some((shape) => findShape(shape, regexpWindow(text), m) !== null),
    ({ text, measures: m }) =>
      shapes.flatMap((shape) => {
        const value = findShape(shape, regexpWindow(text), m);
        return value === null ? [] : [{ condition: `has ${shape}`, value }];
      }),
    { cost: SHAPE, may: mayHave(shapes), required: requiredBy(shapes, false) },
  );
}
