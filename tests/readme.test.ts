/** What the README says of rules is true; its lists of labels, options and exit codes are held by architecture.test.ts. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { extract } from "../src/index.js";
import { testPacks } from "../src/rules/examples.js";
import { loadRuleFile } from "../src/rules/load.js";
import { ENDINGS, MARKS, MEASURES, PLACES, POSITIONS, ROLES, SHAPES } from "../src/rules/rule.js";

const readme = readFileSync("README.md", "utf8");
const codeSpans = new Set([...readme.matchAll(/`([^`\n]+)`/g)].map(([, code]) => code));

test.each([
  ["shape", SHAPES],
  ["measure", MEASURES],
  ["place", PLACES],
  ["role", ROLES],
  ["position", POSITIONS],
  ["ending", ENDINGS],
  ["mark", MARKS],
])("the README names every %s", (_what, names) => {
  expect(names.filter((name) => !codeSpans.has(name))).toEqual([]);
});

describe("the README's rule", () => {
  const [, yaml = ""] = readme.match(/```yaml\n(- id: [\s\S]*?)```/) ?? [];
  const dump = [
    "Harbour wall to be raised before winter",
    "The council voted on Tuesday to raise the harbour wall by forty centimetres before the storms.",
    "The tide reached 3.1 metres at Brunsbeck on Tuesday, 20 centimetres above the mean.",
    "Shop owners on the quay fear that the wall will hide the harbour from the street.",
  ].join("\n");

  test("has examples that hold", () => {
    expect(testPacks([loadRuleFile("README.md", yaml)])).toEqual([]);
  });
  test("takes its line out of the article, and no other", () => {
    const without = extract(dump).body.map(({ lines }) => lines[0]);
    const withRule = extract(dump, { rules: [loadRuleFile("README.md", yaml)] });
    expect(without).toEqual([2, 3, 4]);
    expect(withRule.body.map(({ lines }) => lines[0])).toEqual([2, 4]);
    expect(withRule.noise.map(({ label, rule }) => [label, rule])).toContainEqual([
      "promotion",
      "tide-notice",
    ]);
  });
});
