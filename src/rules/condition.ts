/** Turns a condition of the rule language into a test. */

import type { Measures } from "../features/measures.js";
import * as measures from "../features/measures.js";
import { bitsOf, expressionOf, findShape, isShape } from "../features/shapes.js";
import type { Label, SpanForm } from "../model.js";
import { markupTests } from "./markup-tests.js";
import type { NameMatcher } from "./names.js";
import type { Anchor, PhraseMatcher } from "./phrases.js";
import { outlineOf } from "./regexp-outline.js";
import { once, regexpTest, regexpWindow } from "./regexp-test.js";
import { NOTHING_REQUIRED, Requirement } from "./requirement.js";
import {
  type Bounds,
  type Condition,
  MEASURES,
  type Measure,
  type Shape,
  STANDINGS,
  type Standing,
} from "./rule.js";
import type { Subject } from "./subject.js";
import { allTest, anyTest, factTest, notTest, SEARCH, spanTest, type Test } from "./test.js";

const ANCHORS: readonly Anchor[] = ["equals", "starts-with", "ends-with", "contains"];

/** What facts.ts knows, and what it does not. */
const KNOWN = ["layout", "position", "role", "place", "label"] as const;
const UNKNOWN = ["previous", "next", "previous-rule"] as const;

const MEASURE_OF: Record<Measure, (m: Measures) => number> = {
  words: (m) => m.words,
  characters: (m) => m.characters,
  sentences: (m) => m.sentences,
  commas: (m) => m.commas,
  pipes: (m) => m.pipes,
  "words-a-comma": (m) => m.words / (m.commas + 1),
  "digit-share": measures.digitShare,
  "lower-initial-share": measures.lowerInitialShare,
  "upper-case-share": measures.upperCaseShare,
  "function-word-share": measures.functionWordShare,
  "symbol-share": measures.symbolShare,
};

/** What finds the phrases and the names of all rules. */
export interface Matchers {
  readonly phrases: PhraseMatcher;
  readonly names: NameMatcher;
}

export function compileCondition(condition: Condition, matchers: Matchers): Test {
  const tests: Test[] = [...markupTests(condition, matchers.names)];
  for (const name of MEASURES) {
    const bounds = condition[name];
    if (bounds !== undefined) tests.push(measureTest(name, bounds));
  }
  if (condition.form !== undefined) tests.push(formTest(condition.form));
  if (condition.ends !== undefined) tests.push(endsTest(list(condition.ends)));
  for (const anchor of ANCHORS) {
    const phrases = condition[anchor];
    if (phrases !== undefined) tests.push(phraseTest(anchor, matchers.phrases.add(anchor, phrases)));
  }
  if (condition.repeats !== undefined) tests.push(repeatsTest(condition.repeats));
  for (const key of [...KNOWN, ...UNKNOWN]) {
    const wanted = condition[key];
    if (wanted !== undefined) tests.push(surroundingTest(key, list(wanted)));
  }
  if (condition.echoes !== undefined) tests.push(echoesTest(list(condition.echoes)));
  for (const name of STANDINGS) {
    const bounds = condition[name];
    if (bounds !== undefined) tests.push(standingTest(name, bounds));
  }
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

const within = (value: number, { min, max }: Bounds): boolean =>
  (min === undefined || value >= min) && (max === undefined || value <= max);

function measureTest(condition: Measure, bounds: Bounds): Test {
  const of = MEASURE_OF[condition];
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = bounds;
  const holds = ({ measures: m }: Subject): boolean => {
    const value = of(m);
    return value >= min && value <= max;
  };
  const evidence = ({ measures: m }: Subject) => [{ condition, value: Math.round(of(m) * 100) / 100 }];
  return condition === "words" ? factTest(holds, evidence) : spanTest(holds, evidence);
}

function formTest(form: SpanForm): Test {
  return factTest(
    (subject) => subject.form === form,
    () => [{ condition: "form", value: form }],
  );
}

function endsTest(endings: readonly string[]): Test {
  return factTest(
    ({ measures: m }) => endings.includes(m.ending),
    ({ measures: m }) => [{ condition: "ends", value: m.ending }],
  );
}

function phraseTest(anchor: Anchor, condition: number): Test {
  return spanTest(
    ({ measures: m }) => m.phrases.has(condition),
    ({ measures: m }) => [{ condition: anchor, value: m.phrases.get(condition) ?? "" }],
    { may: ({ measures: m }) => (m.has & measures.HAS_PHRASE) !== 0 },
  );
}

function repeatsTest(bounds: Bounds): Test {
  return spanTest(
    (_subject, { repeats }) => within(repeats, bounds),
    (_subject, { repeats }) => [{ condition: "repeats", value: repeats }],
  );
}

function standingTest(condition: Standing, bounds: Bounds): Test {
  return spanTest(
    (_subject, around) => within(around[condition], bounds),
    (_subject, around) => [{ condition, value: Math.round(around[condition] * 100) / 100 }],
    // Kinship is found by reading the text and the body; the others are known.
    condition === "kinship" ? { cost: SEARCH } : {},
  );
}

function echoesTest(labels: readonly Label[]): Test {
  return spanTest(
    (_subject, { echoes }) => labels.some((label) => echoes.includes(label)),
    () => [{ condition: "echoes", value: labels.join(" ") }],
  );
}

function surroundingTest(
  key: (typeof KNOWN)[number] | (typeof UNKNOWN)[number],
  wanted: readonly string[],
): Test {
  const test = (KNOWN as readonly string[]).includes(key) ? factTest : spanTest;
  return test(
    (_subject, around) => wanted.includes(around[key] ?? ""),
    (_subject, around) => [{ condition: key, value: around[key] ?? "" }],
  );
}

/** Whether the text has what every text of one of the shapes has. */
const mayHave =
  (shapes: readonly Shape[]) =>
  ({ measures: m }: Subject): boolean =>
    shapes.some((shape) => (bitsOf(shape) & ~m.has) === 0);

/** What the expressions of the shapes require. */
const requiredBy = (shapes: readonly Shape[], whole: boolean) =>
  once(() => Requirement.any(shapes.map((shape) => requiredByOne(expressionOf(shape, whole)))));

const requiredByOne = (expression: string | null): Requirement =>
  expression === null ? NOTHING_REQUIRED : Requirement.of(outlineOf(expression, "u"));

function isTest(shapes: readonly Shape[]): Test {
  const found = ({ text, measures: m }: Subject) => shapes.find((shape) => isShape(shape, text, m));
  return spanTest(
    (subject) => found(subject) !== undefined,
    (subject) => [{ condition: "is", value: found(subject) ?? "" }],
    { cost: SEARCH, may: mayHave(shapes), required: requiredBy(shapes, true) },
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
    { cost: SEARCH, may: mayHave(shapes), required: requiredBy(shapes, false) },
  );
}
