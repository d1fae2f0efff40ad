import { describe, expect, test } from "vitest";
import { RuleErrors } from "../../src/errors.js";
import { extract } from "../../src/index.js";
import { testPacks } from "../../src/rules/examples.js";
import { loadRuleFile } from "../../src/rules/load.js";
import type { RulePack } from "../../src/rules/rule.js";

const pack = (when: string, example = "{ text: x, within: div.quiz }"): RulePack =>
  loadRuleFile(
    "quiz.yaml",
    `- { id: quiz, label: promotion, summary: A quiz, why: It is a box., when: ${when}, examples: { fires: [${example}], passes: [x] } }`,
  );

const article = (extra: string): string =>
  `<title>Harbour freezes over</title><div class="quiz-page"><h1>Harbour freezes over</h1><article>${[
    1, 2, 3, 4,
  ]
    .map(
      (n) =>
        `<p>The harbour froze over on Friday night, and ${n} ships could not leave the port before the morning.</p>`,
    )
    .join("")}${extra}</article></div>`;

/** What the rule takes out of the article above. */
const taken = (when: string, extra: string): string[] => {
  const { noise } = extract(article(extra), { format: "html", rules: [pack(when)] });
  return noise.filter(({ rule }) => rule === "quiz").map(({ text }) => text);
};

const TIDES = "Do you know the tides? Try it, and learn of the moon.";

describe("a rule can ask for", () => {
  test.each([
    ["the tag around a text", "{ in: details }", `<details><p>${TIDES}</p></details>`],
    ["the element that begins the block", "{ tag: [dd, summary] }", `<dl><dd>${TIDES}</dl>`],
    ["a word of a class", "{ class: [quiz] }", `<div class="WeekQuiz"><p>${TIDES}</p></div>`],
    ["two words of a class", "{ class: [week quiz] }", `<div class="x the_week-quiz"><p>${TIDES}</p></div>`],
    ["a word of an id", "{ class: [quiz] }", `<div id="quiz-1"><p>${TIDES}</p></div>`],
    ["a role", "{ class: [quiz] }", `<div role="quiz"><p>${TIDES}</p></div>`],
    ["what is hidden", "{ hidden: true, page-share: { max: 0.5 } }", `<p hidden>${TIDES}</p>`],
    ["the share of links", "{ link-density: { min: 0.9 } }", `<p><a href="/q">${TIDES}</a></p>`],
    [
      "the level of a heading",
      "{ heading-level: { min: 5 } }",
      `<h5>${TIDES}</h5><p>Yes, and no, said the harbour master to the crews on Friday.</p>`,
    ],
    ["the depth of a list", "{ list-depth: { min: 2 } }", `<ul><li>Sand<ul><li>${TIDES}</ul></ul>`],
  ])("%s", (_what, when, extra) => {
    expect(taken(when, extra)).toEqual([TIDES]);
  });
});

describe("a name does not count", () => {
  test.each([
    ["when it says what the element has", `<div class="has-quiz"><p>${TIDES}</p></div>`],
    ["when it is a part of a word", `<div class="quizzical"><p>${TIDES}</p></div>`],
    ["on the paragraph's own article", ""],
  ])("%s", (_what, extra) => {
    expect(taken("{ class: [quiz] }", extra)).toEqual([]);
  });
  test("when its elements hold more of the page than the rule allows", () => {
    const box = `<div class="quiz"><p>${TIDES}</p></div>`;
    expect(taken("{ class: [quiz], page-share: { max: 0.5 } }", box)).toEqual([TIDES]);
    expect(taken("{ class: [quiz], page-share: { max: 0.05 } }", box)).toEqual([]);
  });
});

test("no condition on markup holds for a text", () => {
  expect(testPacks([pack("{ not: { in: aside } }", "x")]).map(({ kind }) => kind)).toEqual(["passes"]);
  expect(testPacks([pack("{ heading-level: { max: 6 } }")])).toEqual([]);
});

test.each([
  ["{ in: ASIDE }", "a tag in lower case"],
  ["{ class: [Newsletter] }", "a word of class names in lower case"],
  ["{ class: newsletter }", "a list of words"],
  ["{ hidden: false }", "true"],
  ["{ link-density: { min: 2 } }", "a share from 0 to 1"],
  ["{ heading-level: { max: -1 } }", "not negative"],
])("%s is refused", (when, expected) => {
  let problem: unknown;
  try {
    pack(when);
  } catch (error) {
    problem = error;
  }
  expect(problem).toBeInstanceOf(RuleErrors);
  expect((problem as RuleErrors).message).toContain(expected);
});
