import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DocumentWords } from "../../src/features/document-words.js";
import { measure } from "../../src/features/measures.js";
import { LABELS, type SpanForm } from "../../src/model.js";
import { compileRules, type RuleSet } from "../../src/rules/compile.js";
import { builtinPacks } from "../../src/rules/registry.js";
import { type Example, PLACES, POSITIONS, ROLES, type RulePack } from "../../src/rules/rule.js";
import { WORTH_LEARNING } from "../../src/rules/rule-index.js";
import { NO_SURROUNDINGS, type Subject, type Surroundings } from "../../src/rules/subject.js";

const rules = compileRules(builtinPacks);
const all = [...rules.byId.values()];

const textOf = (example: string | Example): string => (typeof example === "string" ? example : example.text);
const exampleTexts = builtinPacks
  .flatMap((pack) => pack.rules)
  .flatMap(({ examples }) => [...examples.fires, ...examples.passes].map(textOf));

/** Examples as they are, one after the other, and cut, so that every rule comes near to holding. */
const text = fc
  .array(fc.constantFrom(...exampleTexts, "漢字のまち", "12:30", "© a", " — "), {
    minLength: 1,
    maxLength: 3,
  })
  .chain((texts) => {
    const whole = texts.join(" ");
    return fc.nat(whole.length).map((end) => (end === 0 ? whole : whole.slice(0, end).trim() || whole));
  });

function subjectOf(text: string, form: SpanForm, { matcher }: RuleSet): Subject {
  const words = new DocumentWords();
  const measures = measure(text, words);
  words.countFunctionWords([{ text, measures }], 0);
  matcher.find([{ text, measures }], words);
  return { text, form, measures, markup: null };
}

const around: fc.Arbitrary<Surroundings> = fc.record({
  previous: fc.option(fc.constantFrom(...LABELS)),
  next: fc.option(fc.constantFrom(...LABELS)),
  "previous-rule": fc.constantFrom(null, "byline-cue", "tag-heading", "tag-behind-heading"),
  place: fc.constantFrom(...PLACES),
  role: fc.option(fc.constantFrom(...ROLES)),
  layout: fc.constantFrom("lines", "paragraphs", "wrapped", "micro", "one-line"),
  position: fc.constantFrom(...POSITIONS),
  echoes: fc.subarray([...LABELS], { maxLength: 2 }),
  label: fc.option(fc.constantFrom(...LABELS)),
  repeats: fc.nat(6),
  "section-prose": fc.nat(12),
  "section-share": fc.double({ min: 0, max: 1, noNaN: true }),
  "region-before": fc.double({ min: 0, max: 1, noNaN: true }),
  kinship: fc.double({ min: 0, max: 1, noNaN: true }),
});

describe("the index of the rules", () => {
  it.each(["context-free", "contextual"])("finds the first of the %s rules that holds", (pass) => {
    const contextual = pass === "contextual";
    const index = contextual ? rules.contextual : rules.contextFree;
    fc.assert(
      fc.property(text, fc.constantFrom("text", "list", "code"), around, (text, form, surroundings) => {
        const subject = subjectOf(text, form, rules);
        const first = all.find((r) => r.contextual === contextual && r.test.holds(subject, surroundings));
        expect(index.first(subject, surroundings)?.rule.id).toBe(first?.rule.id);
      }),
      { numRuns: 3_000 },
    );
  });

  it("finds the same however often it is asked", () => {
    const set = compileRules(builtinPacks);
    for (const text of exampleTexts) {
      const subject = subjectOf(text, "text", set);
      const first = set.contextFree.first(subject, NO_SURROUNDINGS)?.rule.id;
      for (let asked = 0; asked <= WORTH_LEARNING; asked++) set.contextFree.first(subject, NO_SURROUNDINGS);
      expect(set.contextFree.first(subject, NO_SURROUNDINGS)?.rule.id).toBe(first);
    }
  });

  it("finds a rule by each of its alternatives, however many they make together", () => {
    const any = (words: readonly string[]) => ({ any: words.map((word) => ({ contains: [word] })) });
    const pack: RulePack = {
      pack: "alternatives",
      summary: "Alternatives that multiply",
      rules: [
        {
          id: "two-of-many",
          label: "other",
          summary: "Two of many",
          why: "Two of many",
          when: {
            all: [any(["ice", "snow", "rain", "wind", "hail", "fog", "sun"]), any(["a", "b", "c", "d", "e"])],
          },
          examples: { fires: [], passes: [] },
        },
      ],
    };
    const set = compileRules([pack]);
    const found = ["ice a", "snow e", "sun c", "sun", "e", "hail f"].map(
      (text) => set.contextFree.first(subjectOf(text, "text", set), NO_SURROUNDINGS)?.rule.id,
    );
    expect(found).toEqual(["two-of-many", "two-of-many", "two-of-many", undefined, undefined, undefined]);
  });

  it("parts spans at every bound of a rule's words, whole or not", () => {
    const bounded = (id: string, words: { min?: number; max?: number }) => ({
      id,
      label: "other" as const,
      summary: id,
      why: id,
      when: { words },
      examples: { fires: [], passes: [] },
    });
    const pack: RulePack = {
      pack: "bounds",
      summary: "Bounds that touch",
      rules: [
        bounded("half", { min: 2.5, max: 2.8 }),
        bounded("three", { min: 3, max: 3 }),
        bounded("more", { min: 3 }),
        bounded("many", { max: 1_000 }),
      ],
    };
    const set = compileRules([pack]);
    const idOf = (text: string): string | undefined => {
      return set.contextFree.first(subjectOf(text, "text", set), NO_SURROUNDINGS)?.rule.id;
    };
    // Five Han characters are 2.8 words, four 2.2 and six 3.3.
    expect(["a b c", "a b c d", "a b", "漢字漢字漢", "漢字漢字", "漢字漢字漢字"].map(idOf)).toEqual([
      "three",
      "more",
      "many",
      "half",
      "many",
      "more",
    ]);
  });
});
