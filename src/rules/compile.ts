/**
 * Turns rules into functions. A condition becomes a closure that gives its evidence or null; phrases of all rules go
 * into one matcher, so that a text is searched once for all of them.
 */

import type { Measures } from "../features/measures.js";
import * as measures from "../features/measures.js";
import { bitsOf, findShape, isShape } from "../features/shapes.js";
import type { Evidence, Label, Layout, SpanForm } from "../model.js";
import { type Anchor, PhraseMatcher } from "./phrases.js";
import {
  type Bounds,
  CONTEXTUAL_CONDITIONS,
  type Condition,
  MEASURES,
  type Measure,
  type Place,
  type Position,
  type Role,
  type Rule,
  type RulePack,
  type Shape,
} from "./rule.js";

/** What a rule sees of a span. */
export interface Subject {
  readonly text: string;
  readonly form: SpanForm;
  readonly measures: Measures;
}

/** What a contextual rule sees of the span's surroundings. */
export interface Surroundings {
  readonly previous: Label | null;
  readonly next: Label | null;
  readonly "previous-rule": string | null;
  readonly place: Place;
  readonly role: Role | null;
  readonly layout: Layout;
  readonly position: Position;
  /** Labels of the spans that say the same. */
  readonly echoes: readonly Label[];
  readonly label: Label | null;
  readonly repeats: number;
}

/**
 * A compiled condition. Most conditions fail on most spans, so holding is a bare yes or no; the evidence is gathered
 * afterwards, for the one rule that won.
 */
interface Test {
  readonly holds: (subject: Subject, around: Surroundings) => boolean;
  readonly evidence: (subject: Subject, around: Surroundings) => readonly Evidence[];
  /** HAS_… bits that a text must have for the condition to hold. */
  readonly needs?: number;
  /** The condition fails on texts with more words. */
  readonly mostWords?: number;
}

export interface CompiledRule {
  readonly rule: Rule;
  readonly pack: string;
  /** Needs neighbours or region, so it runs in the contextual pass. */
  readonly contextual: boolean;
  readonly test: Test;
  readonly needs: number;
  readonly mostWords: number;
}

export interface RuleSet {
  /** In the order in which they are tried. */
  readonly contextFree: readonly CompiledRule[];
  readonly contextual: readonly CompiledRule[];
  readonly byId: ReadonlyMap<string, CompiledRule>;
  readonly matcher: PhraseMatcher;
}

/** Surroundings that say nothing: for context-free rules and examples. */
export const NO_SURROUNDINGS: Surroundings = {
  previous: null,
  next: null,
  "previous-rule": null,
  place: "nowhere",
  role: null,
  layout: "lines",
  position: "between",
  echoes: [],
  label: null,
  repeats: 1,
};

const ANCHORS: readonly Anchor[] = ["equals", "starts-with", "ends-with", "contains"];

/**
 * Characters of a text that a regular expression sees, half of them from each end: rules look at how a text begins and
 * ends, and no expression, however slow, meets a megabyte.
 */
const REGEXP_WINDOW = 2_000;

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

/** Compiles packs into one set; rules of earlier packs win. */
export function compileRules(packs: readonly RulePack[]): RuleSet {
  const matcher = new PhraseMatcher();
  const byId = new Map<string, CompiledRule>();
  for (const pack of packs) {
    for (const rule of pack.rules) {
      // A user's rule with the id of a built-in one takes its place.
      if (!byId.has(rule.id)) byId.set(rule.id, compileRule(rule, pack.pack, matcher));
    }
  }
  const all = [...byId.values()];
  return {
    contextFree: all.filter((r) => !r.contextual),
    contextual: all.filter((r) => r.contextual),
    byId,
    matcher,
  };
}

function compileRule(rule: Rule, pack: string, matcher: PhraseMatcher): CompiledRule {
  const test = compileCondition(rule.when, matcher);
  const { needs = 0, mostWords = Number.POSITIVE_INFINITY } = test;
  return { rule, pack, contextual: isContextual(rule.when), test, needs, mostWords };
}

function isContextual(condition: Condition): boolean {
  return (
    CONTEXTUAL_CONDITIONS.some((key) => condition[key] !== undefined) ||
    [...(condition.all ?? []), ...(condition.any ?? []), ...(condition.not ? [condition.not] : [])].some(
      isContextual,
    )
  );
}

/** Cheap tests first: a measure or a form decides before a shape or an expression is tried. */
function compileCondition(condition: Condition, matcher: PhraseMatcher): Test {
  const tests: Test[] = [];
  for (const name of MEASURES) {
    const bounds = condition[name];
    if (bounds !== undefined) tests.push(measureTest(name, bounds));
  }
  if (condition.form !== undefined) tests.push(formTest(condition.form));
  if (condition.ends !== undefined) tests.push(endsTest(list(condition.ends)));
  for (const anchor of ANCHORS) {
    const phrases = condition[anchor];
    if (phrases !== undefined) tests.push(phraseTest(anchor, matcher.add(anchor, phrases)));
  }
  if (condition.repeats !== undefined) tests.push(repeatsTest(condition.repeats));
  for (const key of [
    "layout",
    "position",
    "role",
    "place",
    "label",
    "previous",
    "next",
    "previous-rule",
  ] as const) {
    const wanted = condition[key];
    if (wanted !== undefined) tests.push(surroundingTest(key, list(wanted)));
  }
  if (condition.echoes !== undefined) tests.push(echoesTest(list(condition.echoes)));
  if (condition.is !== undefined) tests.push(isTest(list(condition.is)));
  if (condition.has !== undefined) tests.push(hasTest(list(condition.has)));
  if (condition.matches !== undefined) tests.push(regexpTest("matches", condition.matches, "iu"));
  if (condition["matches-case"] !== undefined)
    tests.push(regexpTest("matches-case", condition["matches-case"], "u"));
  if (condition.all !== undefined)
    tests.push(allTest(condition.all.map((c) => compileCondition(c, matcher))));
  if (condition.any !== undefined)
    tests.push(anyTest(condition.any.map((c) => compileCondition(c, matcher))));
  if (condition.not !== undefined) tests.push(notTest(compileCondition(condition.not, matcher)));
  const [only] = tests;
  return tests.length === 1 && only !== undefined ? only : allTest(tests);
}

const list = <T>(value: T | readonly T[]): readonly T[] => (Array.isArray(value) ? value : [value as T]);

const within = (value: number, { min, max }: Bounds): boolean =>
  (min === undefined || value >= min) && (max === undefined || value <= max);

function allTest(tests: readonly Test[]): Test {
  return {
    holds: (subject, around) => {
      for (const test of tests) if (!test.holds(subject, around)) return false;
      return true;
    },
    evidence: (subject, around) => tests.flatMap((test) => test.evidence(subject, around)),
    needs: tests.reduce((bits, test) => bits | (test.needs ?? 0), 0),
    mostWords: Math.min(...tests.map((test) => test.mostWords ?? Number.POSITIVE_INFINITY)),
  };
}

function anyTest(tests: readonly Test[]): Test {
  return {
    holds: (subject, around) => {
      for (const test of tests) if (test.holds(subject, around)) return true;
      return false;
    },
    evidence: (subject, around) =>
      tests.find((test) => test.holds(subject, around))?.evidence(subject, around) ?? [],
    needs: tests.reduce((bits, test) => bits & (test.needs ?? 0), -1),
    mostWords: Math.max(...tests.map((test) => test.mostWords ?? Number.POSITIVE_INFINITY)),
  };
}

/** What is absent is no evidence to show. */
function notTest(test: Test): Test {
  return { holds: (subject, around) => !test.holds(subject, around), evidence: () => [] };
}

function measureTest(condition: Measure, bounds: Bounds): Test {
  const of = MEASURE_OF[condition];
  return {
    holds: ({ measures: m }) => within(of(m), bounds),
    evidence: ({ measures: m }) => [{ condition, value: Math.round(of(m) * 100) / 100 }],
    mostWords: condition === "words" ? (bounds.max ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY,
  };
}

function formTest(form: SpanForm): Test {
  return {
    holds: (subject) => subject.form === form,
    evidence: () => [{ condition: "form", value: form }],
  };
}

function endsTest(endings: readonly string[]): Test {
  return {
    holds: ({ measures: m }) => endings.includes(m.ending),
    evidence: ({ measures: m }) => [{ condition: "ends", value: m.ending }],
  };
}

function phraseTest(anchor: Anchor, condition: number): Test {
  return {
    holds: ({ measures: m }) => m.phrases.has(condition),
    evidence: ({ measures: m }) => [{ condition: anchor, value: m.phrases.get(condition) ?? "" }],
    needs: measures.HAS_PHRASE,
  };
}

function repeatsTest(bounds: Bounds): Test {
  return {
    holds: (_subject, { repeats }) => within(repeats, bounds),
    evidence: (_subject, { repeats }) => [{ condition: "repeats", value: repeats }],
  };
}

function echoesTest(labels: readonly Label[]): Test {
  return {
    holds: (_subject, { echoes }) => labels.some((label) => echoes.includes(label)),
    evidence: () => [{ condition: "echoes", value: labels.join(" ") }],
  };
}

function surroundingTest(
  key: "layout" | "position" | "role" | "place" | "label" | "previous" | "next" | "previous-rule",
  wanted: readonly string[],
): Test {
  return {
    holds: (_subject, around) => wanted.includes(around[key] ?? ""),
    evidence: (_subject, around) => [{ condition: key, value: around[key] ?? "" }],
  };
}

function isTest(shapes: readonly Shape[]): Test {
  const found = ({ text, measures: m }: Subject) => shapes.find((shape) => isShape(shape, text, m));
  return {
    holds: (subject) => found(subject) !== undefined,
    evidence: (subject) => [{ condition: "is", value: found(subject) ?? "" }],
    needs: shapes.reduce((bits, shape) => bits & bitsOf(shape), -1),
  };
}

function hasTest(shapes: readonly Shape[]): Test {
  return {
    holds: ({ text, measures: m }) =>
      shapes.some((shape) => findShape(shape, regexpWindow(text), m) !== null),
    evidence: ({ text, measures: m }) =>
      shapes.flatMap((shape) => {
        const value = findShape(shape, regexpWindow(text), m);
        return value === null ? [] : [{ condition: `has ${shape}`, value }];
      }),
    needs: shapes.reduce((bits, shape) => bits & bitsOf(shape), -1),
  };
}

function regexpTest(condition: string, source: string, flags: string): Test {
  // In lower case the flag i, which costs milliseconds with classes like \p{L}, is not needed to find the same.
  const lower = flags.includes("i") && isLowerCase(source);
  const quick = lazyRegExp(source, lower ? "u" : flags);
  const exact = lazyRegExp(source, flags);
  return {
    holds: ({ text }) => quick().test(lower ? regexpWindow(text).toLowerCase() : regexpWindow(text)),
    evidence: ({ text }) => [{ condition, value: exact().exec(regexpWindow(text))?.[0] ?? "" }],
  };
}

/** Nothing in it asks for an upper-case letter: escapes and property names are no letters. */
function isLowerCase(source: string): boolean {
  const letters = source.replace(/\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\./gu, "");
  return letters === letters.toLowerCase() && !/\\[pP]\{(?:Lu|Lt|Ll|Upper|Lower)/u.test(source);
}

/** Made when it is first needed: a start compiles only the expressions that its text comes to. */
function lazyRegExp(source: string, flags: string): () => RegExp {
  let made: RegExp | undefined;
  return () => {
    made ??= new RegExp(source, flags);
    return made;
  };
}

function regexpWindow(text: string): string {
  if (text.length <= REGEXP_WINDOW) return text;
  return `${text.slice(0, REGEXP_WINDOW / 2)}\n${text.slice(-REGEXP_WINDOW / 2)}`;
}
