/**
 * Regular expressions of rules as tests: made when first needed, and shown no more of a text than rules look at. An index
 * that is asked often asks them only where the text has what every match of them has (regexp-outline.ts).
 */
import { outlineOf } from "./regexp-outline.js";
import { NOTHING_REQUIRED, Requirement } from "./requirement.js";
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
  const required = once(() => Requirement.of(outlineOf(source, flags)));
  const quick = once(() => new RegExp(source, lower ? "u" : flags));
  const exact = once(() => new RegExp(source, flags));
  return spanTest(
    ({ text }) => quick().test(lower ? lowerCase(regexpWindow(text)) : regexpWindow(text)),
    ({ text }) => [{ condition, value: exact().exec(regexpWindow(text))?.[0] ?? "" }],
    { cost: SEARCH, required: (learned) => (learned ? required() : NOTHING_REQUIRED) },
  );
}

/** Nothing in it asks for an upper-case letter: escapes and property names are no letters. */
function isLowerCase(source: string): boolean {
  const letters = source.replace(/\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\./gu, "");
  return letters === letters.toLowerCase() && !/\\[pP]\{(?:Lu|Lt|Ll|Upper|Lower)/u.test(source);
}

/** Made when it is first needed: a start compiles only the expressions that its text comes to. */
export function once<T>(make: () => T): () => T {
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
