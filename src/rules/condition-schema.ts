/** Checks the conditions of a rule file, and that none of them can never hold. */
import { foldedWords } from "../features/words.js";
import { LABELS, type Layout, type SpanForm } from "../model.js";
import { ELEMENT } from "./example-markup.js";
import { choice, listOf, mapOf, nameOf, oneOrMany, type Reader, type Readers, text } from "./readers.js";
import { checkRegExp, LONGEST_EXPRESSION, type RegExpProblem } from "./regexp.js";
import {
  type Bounds,
  type Condition,
  ENDINGS,
  MEASURES,
  type Measure,
  PLACES,
  POSITIONS,
  ROLES,
  SHAPES,
  STANDINGS,
  type Standing,
} from "./rule.js";
import type { Positioned, Report } from "./yaml-tree.js";

/** Records, so that the compiler misses a name that the model has and this list has not. */
const LAYOUTS = namesOf<Layout>({ lines: 1, paragraphs: 1, wrapped: 1, micro: 1, "one-line": 1, html: 1 });
const FORMS = namesOf<SpanForm>({ text: 1, list: 1, code: 1, quote: 1, table: 1 });

export const readLabel = choice("label", LABELS);
export const readForm = choice("form", FORMS);
export const readLayout = choice("layout", LAYOUTS);
export const readPosition = choice("position", POSITIONS);
export const readPlace = choice("place", PLACES);
export const readRole = choice("role", ROLES);

const readLabels = oneOrMany(readLabel, "labels");
const readShapes = oneOrMany(choice("shape", SHAPES), "shapes");
const readPhrases = listOf(readPhrase, "phrases");
const readConditions: Reader<readonly Condition[]> = listOf(readCondition, "conditions");

const LOGIC = { all: readConditions, any: readConditions, not: readCondition };
const TEXT = {
  has: readShapes,
  is: readShapes,
  matches: expression("iu"),
  "matches-case": expression("u"),
  equals: readPhrases,
  "starts-with": readPhrases,
  "ends-with": readPhrases,
  contains: readPhrases,
  ends: oneOrMany(choice("ending", ENDINGS), "endings"),
  form: readForm,
};
const MARKUP = {
  tag: oneOrMany(readTag, "tags"),
  in: oneOrMany(readTag, "tags"),
  class: listOf(readName, "words of class names"),
  hidden: readTrue,
  "page-share": bounds(1),
  "link-density": bounds(1),
  "heading-level": bounds(Number.POSITIVE_INFINITY),
  "list-depth": bounds(Number.POSITIVE_INFINITY),
};
const SURROUNDINGS = {
  layout: oneOrMany(readLayout, "layouts"),
  position: oneOrMany(readPosition, "positions"),
  previous: readLabels,
  next: readLabels,
  "previous-rule": oneOrMany(text("the id of a rule"), "ids of rules"),
  place: oneOrMany(readPlace, "places"),
  role: oneOrMany(readRole, "roles"),
  echoes: readLabels,
  label: readLabels,
  repeats: bounds(Number.POSITIVE_INFINITY),
};

/** Shares that are not named so. */
const SHARES: readonly string[] = ["region-before", "kinship"];

function measureReaders(): { [M in Measure | Standing]: Reader<Bounds> } {
  const readers = [...MEASURES, ...STANDINGS].map((name) => [
    name,
    bounds(name.endsWith("-share") || SHARES.includes(name) ? 1 : Number.POSITIVE_INFINITY),
  ]);
  return Object.fromEntries(readers) as { [M in Measure | Standing]: Reader<Bounds> };
}

// Key by key, so that a condition that rule.ts gains is missed here by the compiler.
const READERS: Readers<Required<Condition>> = {
  ...LOGIC,
  ...TEXT,
  ...MARKUP,
  ...SURROUNDINGS,
  ...measureReaders(),
};
const readKeys = mapOf<Condition>("a condition", READERS as Readers<Condition>);

/** A condition with at least one key: an empty one would hold for every text. */
export function readCondition(value: Positioned, report: Report): Condition | undefined {
  if (value.kind === "map" && value.entries.length === 0) {
    report(value.offset, "an empty condition", "at least one key, e.g. words: { max: 8 }");
    return undefined;
  }
  return readKeys(value, report);
}

const TAG = /^[a-z][a-z\d-]*$/;
/** Lower-case letters and digits, as names are compared, in at most two words. */
const NAME = /^[\p{Ll}\p{Lo}\d]+(?: [\p{Ll}\p{Lo}\d]+)?$/u;

function readTag(value: Positioned, report: Report): string | undefined {
  return readMatching(value, report, TAG, "a tag in lower case, such as aside");
}

function readName(value: Positioned, report: Report): string | undefined {
  return readMatching(
    value,
    report,
    NAME,
    "a word of class names in lower case, or two with a space between",
  );
}

function readMatching(value: Positioned, report: Report, form: RegExp, what: string): string | undefined {
  const given = value.kind === "scalar" ? value.value : null;
  if (typeof given === "string" && form.test(given)) return given;
  report(value.offset, nameOf(value), what);
  return undefined;
}

export function readTrue(value: Positioned, report: Report): true | undefined {
  if (value.kind === "scalar" && value.value === true) return true;
  report(value.offset, nameOf(value), "true; what is not asked for is left out, or stands under not");
  return undefined;
}

export function readShare(value: Positioned, report: Report): number | undefined {
  const given = value.kind === "scalar" ? value.value : null;
  if (typeof given === "number" && given >= 0 && given <= 1) return given;
  report(value.offset, nameOf(value), "a share from 0 to 1");
  return undefined;
}

/** Elements as CSS writes them, with a space between two. */
export function readWithin(value: Positioned, report: Report): string | undefined {
  const given = value.kind === "scalar" ? value.value : null;
  if (typeof given === "string" && given.split(" ").every((part) => ELEMENT.test(part))) return given;
  report(value.offset, nameOf(value), 'elements from the outermost in, such as "aside div.newsletter-box p"');
  return undefined;
}

function readPhrase(value: Positioned, report: Report): string | undefined {
  if (value.kind !== "scalar" || typeof value.value !== "string") {
    report(value.offset, nameOf(value), `a phrase${value.kind === "scalar" ? "; in quotes it is text" : ""}`);
    return undefined;
  }
  if (foldedWords(value.value) === "") {
    report(value.offset, `${nameOf(value)} as a phrase`, "a phrase with at least one word");
    return undefined;
  }
  return value.value;
}

/** `most` is the largest value that makes sense. */
function bounds(most: number): Reader<Bounds> {
  const limit: Reader<number> = (value, report) => {
    const number = value.kind === "scalar" ? value.value : null;
    if (typeof number === "number" && number >= 0 && number <= most) return number;
    report(value.offset, nameOf(value), most === 1 ? "a share from 0 to 1" : "a number that is not negative");
    return undefined;
  };
  const read = mapOf<Bounds>("bounds", { min: limit, max: limit } as Readers<Bounds>);
  return (value, report) => {
    const found = read(value, report);
    if (found === undefined) return undefined;
    if (value.kind === "map" && value.entries.length === 0)
      report(value.offset, "empty bounds", "min, max or both");
    const { min = 0, max = most } = found;
    if (min > max) report(value.offset, `min ${min} above max ${max}`, "min at most as large as max");
    return found;
  };
}

function expression(flags: "u" | "iu"): Reader<string> {
  return (value, report) => {
    if (value.kind !== "scalar" || typeof value.value !== "string" || value.value === "") {
      report(value.offset, nameOf(value), "a regular expression in quotes");
      return undefined;
    }
    const problem = checkRegExp(value.value, flags);
    if (problem !== null) report(value.offset, ...explain(problem));
    return value.value;
  };
}

const WAY_OUT = "begin it with ^ or \\b, or bound its repeats, e.g. \\s{1,5} for \\s+";

function explain(problem: RegExpProblem): [found: string, expected: string] {
  switch (problem.kind) {
    case "syntax":
      return [
        `a regular expression that does not parse: ${problem.message}`,
        "a JavaScript regular expression with the flag u",
      ];
    case "slow":
      return [
        `a regular expression of ${problem.growth} time`,
        `one that takes time in proportion to the text: ${WAY_OUT}`,
      ];
    case "many-ways":
      return [
        "a regular expression that can try millions of ways at one place",
        "fewer optional and counted parts, or several expressions under any",
      ];
    case "undecided":
      return [
        "a regular expression too complex to be checked",
        `at most ${LONGEST_EXPRESSION} characters and ${WAY_OUT}`,
      ];
  }
}

function namesOf<T extends string>(names: Readonly<Record<T, unknown>>): readonly T[] {
  return Object.keys(names) as T[];
}
