import { describe, expect, it } from "vitest";
import { testPacks } from "../../src/rules/examples.js";
import type { Rule } from "../../src/rules/rule.js";

const FERRY: Rule = {
  id: "ferry-notice",
  label: "promotion",
  summary: "A line that announces the ferry",
  why: "It stands on every page.",
  when: { "starts-with": ["the ferry leaves"] },
  examples: {
    fires: ["The ferry leaves at noon", "THE FERRY LEAVES!"],
    passes: ["At noon, the ferry leaves."],
  },
};

const packOf = (...rules: Rule[]) => ({ pack: "harbour", summary: "", rules });

describe("testPacks", () => {
  it("finds nothing when every example is true", () => {
    expect(testPacks([packOf(FERRY)])).toEqual([]);
  });

  it("names the example on which a rule does not fire, and who takes it", () => {
    const rule: Rule = {
      ...FERRY,
      examples: { ...FERRY.examples, fires: ["Ferries leave", "The ferry leaves"] },
    };
    const other: Rule = { ...FERRY, id: "ferries", when: { contains: ["ferries"] } };
    expect(testPacks([packOf(rule)])).toEqual([
      { rule: "ferry-notice", pack: "harbour", kind: "fires", example: "Ferries leave", found: null },
    ]);
    expect(testPacks([packOf(rule, other)])).toContainEqual({
      rule: "ferry-notice",
      pack: "harbour",
      kind: "fires",
      example: "Ferries leave",
      found: "ferries",
    });
  });

  it("names the example on which a rule fires and should not", () => {
    const rule: Rule = { ...FERRY, examples: { ...FERRY.examples, passes: ["The ferry leaves us cold."] } };
    expect(testPacks([packOf(rule)])).toEqual([
      {
        rule: "ferry-notice",
        pack: "harbour",
        kind: "passes",
        example: "The ferry leaves us cold.",
        found: "ferry-notice",
      },
    ]);
  });

  it("finds a rule that an earlier one leaves nothing to", () => {
    const greedy: Rule = {
      ...FERRY,
      id: "any-ferry",
      when: { contains: ["ferry"] },
      examples: { fires: ["ferry"], passes: ["ship"] },
    };
    expect(testPacks([packOf(greedy), packOf(FERRY)])).toEqual([
      {
        rule: "ferry-notice",
        pack: "harbour",
        kind: "shadowed",
        example: "The ferry leaves at noon",
        found: "any-ferry",
      },
    ]);
    expect(testPacks([packOf(FERRY), packOf(greedy)])).toEqual([]);
  });

  it("gives contextual rules the surroundings of their examples", () => {
    const inside = {
      text: "The ferry leaves",
      form: "list",
      place: "after",
      previous: "body",
      repeats: 2,
    } as const;
    const rule: Rule = {
      ...FERRY,
      when: { form: "list", place: "after", previous: "body", repeats: { min: 2 }, contains: ["ferry"] },
      examples: {
        fires: [inside],
        passes: [{ ...inside, place: "inside" }, { ...inside, repeats: 1 }, "The ferry leaves"],
      },
    };
    expect(testPacks([packOf(rule)])).toEqual([]);
    const echo: Rule = {
      ...FERRY,
      when: { echoes: "tag", layout: "micro", position: "last" },
      examples: {
        fires: [{ text: "ferry", echoes: "tag", layout: "micro", position: "last" }],
        passes: ["ferry"],
      },
    };
    expect(testPacks([packOf(echo)])).toEqual([]);
  });

  it("tries only the rule that runs when two have one id", () => {
    const broken: Rule = { ...FERRY, examples: { fires: ["ship"], passes: ["the ferry leaves"] } };
    expect(testPacks([packOf(FERRY), packOf(broken)])).toEqual([]);
    expect(testPacks([packOf(broken), packOf(FERRY)])).toHaveLength(2);
  });
});
