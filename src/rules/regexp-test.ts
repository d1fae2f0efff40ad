/**
 * Regular expressions of rules as tests: made when first needed, shown no more of a text than rules look at, and asked
 * only where the text has what every match of them has (regexp-outline.ts).
 */
import { HAS_DIGIT, HAS_FOREIGN_SIGN, type Measures, signsOf } from "../features/measures.js";
import type { CharacterSet } from "./character-set.js";
import { outlineOf } from "./regexp-outline.js";
import type { Subject } from "./subject.js";
import { SEARCH, spanTest, type Test } from "./test.js";

/**
 * Characters of a text that a regular expression sees, half of them from each end: rules look at how a text begins and
 * ends, and no expression, however slow, meets a megabyte.
 */
const REGEXP_WINDOW = 2_000;

/** `condition` is the name that the evidence shows. */
export function regexpTest(condition: string, source: string, flags: "u" | "iu"): Test {
  // In lower case the flag i, which costs milliseconds with classes like \p{L}, is not needed to find the same.
  const lower = flags === "iu" && isLowerCase(source);
  const outline = once(() => new Requirements(source, flags));
  const quick = once(() => new RegExp(source, lower ? "u" : flags));
  const exact = once(() => new RegExp(source, flags));
  return spanTest(
    (subject) =>
      outline().areIn(subject) &&
      quick().test(lower ? lowerCase(regexpWindow(subject.text)) : regexpWindow(subject.text)),
    ({ text }) => [{ condition, value: exact().exec(regexpWindow(text))?.[0] ?? "" }],
    { cost: SEARCH, may: ({ measures }) => outline().mayBeIn(measures) },
  );
}

/** What a text must have one of. */
interface Need {
  readonly signs: number;
  readonly has: number;
}

/** What a text must have for the expression to match it. */
class Requirements {
  readonly #start: CharacterSet | null;
  readonly #end: CharacterSet | null;
  readonly #needs: readonly Need[];

  constructor(source: string, flags: "u" | "iu") {
    const { start, end, needs } = outlineOf(source, flags);
    this.#start = start;
    this.#end = end;
    this.#needs = needs.map(needOf);
  }

  /** As far as the facts of the text tell. */
  mayBeIn({ has }: Measures): boolean {
    return this.#needs.every((need) => need.signs !== 0 || (need.has & has) !== 0);
  }

  areIn({ text, measures }: Subject): boolean {
    for (const { signs, has } of this.#needs)
      if ((signs & measures.signs) === 0 && (has & measures.has) === 0) return false;
    if (this.#start !== null && !this.#start.has(text.charCodeAt(0))) return false;
    return this.#end === null || this.#end.has(text.charCodeAt(text.length - 1));
  }
}

function needOf(set: CharacterSet): Need {
  const codes = set.ascii;
  const digits = codes.some((code) => code >= 48 && code <= 57);
  return {
    signs: signsOf(codes),
    has: (digits ? HAS_DIGIT : 0) | (set.hasOthers ? HAS_FOREIGN_SIGN : 0),
  };
}

/** Nothing in it asks for an upper-case letter: escapes and property names are no letters. */
function isLowerCase(source: string): boolean {
  const letters = source.replace(/\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\./gu, "");
  return letters === letters.toLowerCase() && !/\\[pP]\{(?:Lu|Lt|Ll|Upper|Lower)/u.test(source);
}

/** Made when it is first needed: a start compiles only the expressions that its text comes to. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

let lowered = { text: "", lower: "" };

/** The rules ask for the same text one after the other. */
function lowerCase(text: string): string {
  if (lowered.text !== text) lowered = { text, lower: text.toLowerCase() };
  return lowered.lower;
}

/** The part of a text that expressions see. */
export function regexpWindow(text: string): string {
  if (text.length <= REGEXP_WINDOW) return text;
  return `${text.slice(0, REGEXP_WINDOW / 2)}\n${text.slice(-REGEXP_WINDOW / 2)}`;
}
