/** Conditions on the markup around a span; none of them holds for a text without markup. */
import { HAS_MARKUP } from "../features/measures.js";
import type { Evidence, Hints } from "../model.js";
import type { NameHits, NameKind, NameMatcher } from "./names.js";
import { type Bounds, type Condition, MARKUP_MEASURES, type MarkupMeasure } from "./rule.js";
import type { Subject } from "./subject.js";
import { spanTest, type Test } from "./test.js";

/** What a rule sees of a span's markup. */
export interface Markup {
  readonly hints: Hints;
  readonly names: NameHits;
}

/** The tests of a condition's keys that are about markup. */
export function* markupTests(condition: Condition, names: NameMatcher): Generator<Test> {
  const { tag, hidden, class: words } = condition;
  const share = condition["page-share"];
  if (tag !== undefined) yield tagTest(list(tag));
  if (hidden !== undefined) yield nameTest("hidden", names.add("hidden", ["hidden"], share));
  if (condition.in !== undefined) yield nameTest("in", names.add("in", list(condition.in), share));
  if (words !== undefined) yield nameTest("class", names.add("class", words, share));
  for (const measure of MARKUP_MEASURES) {
    const bounds = condition[measure];
    if (bounds !== undefined) yield measureTest(measure, bounds);
  }
}

const list = (value: string | readonly string[]): readonly string[] =>
  typeof value === "string" ? [value] : value;

/** A test of spans that have markup. */
function markupTest(holds: (markup: Markup) => boolean, evidence: (markup: Markup) => Evidence): Test {
  return spanTest(
    ({ markup }) => markup !== null && holds(markup),
    ({ markup }) => (markup === null ? [] : [evidence(markup)]),
    { may: ({ measures }: Subject) => (measures.has & HAS_MARKUP) !== 0 },
  );
}

/** `condition` is the number that the name matcher gave. */
function nameTest(kind: NameKind, condition: number): Test {
  return markupTest(
    ({ names }) => names.has(condition),
    ({ names }) => ({ condition: kind, value: names.get(condition) ?? "" }),
  );
}

function tagTest(tags: readonly string[]): Test {
  return markupTest(
    ({ hints }) => tags.includes(hints.holder.tag),
    ({ hints }) => ({ condition: "tag", value: hints.holder.tag }),
  );
}

const MEASURE_OF: Record<MarkupMeasure, (hints: Hints) => number> = {
  "link-density": ({ linkDensity }) => linkDensity,
  "heading-level": ({ headingLevel }) => headingLevel,
  "list-depth": ({ listDepth }) => listDepth,
};

function measureTest(condition: MarkupMeasure, { min = 0, max = Number.POSITIVE_INFINITY }: Bounds): Test {
  const of = MEASURE_OF[condition];
  return markupTest(
    ({ hints }) => of(hints) >= min && of(hints) <= max,
    ({ hints }) => ({ condition, value: Math.round(of(hints) * 100) / 100 }),
  );
}
