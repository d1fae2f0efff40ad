import { expect, it } from "vitest";
import { classify } from "../../src/classify/classify.js";
import { extract } from "../../src/index.js";
import { builtinPacks, compileRules } from "../../src/rules/registry.js";
import { segment } from "../../src/segment/segment.js";

const MENU = ["Home", "News", "Sport", "Weather", "Jobs"];
const BODY = [
  "The harbour of Selwyn froze over on Friday night, and forty ships could not leave the port before Sunday, when the wind turned and the ice at last began to break.",
  "Two ice breakers came from the north, the harbour master said, and opened a channel for the ferries, which had been waiting for them since the evening of Thursday.",
  "The ships will leave one after another, the largest first, as soon as the ice allows it again, and nobody in the port expects that to happen before the next week.",
];
const HEADLINE = "Forty ships stuck in the frozen harbour";
const rules = compileRules(builtinPacks);

function rulesOf(lines: readonly string[]): Map<string, string> {
  const { blocks } = classify(segment(lines.join("\n\n")), rules);
  return new Map(
    blocks.flatMap(({ spans }) => spans.map(({ span, label, rule }) => [span.text, `${label} ${rule}`])),
  );
}

it("tells names and dates below the headline", () => {
  const found = rulesOf([...MENU, HEADLINE, "Ada Moss", "Shipping | Selwyn | 3 May 2024 | 5 min", ...BODY]);
  expect(found.get("Ada Moss")).toBe("byline name-above-date");
  expect(found.get("Shipping | Selwyn | 3 May 2024 | 5 min")).toBe("timestamp written-date");
});

it("tells a name that stands alone between the headline and the text", () => {
  expect(rulesOf([...MENU, HEADLINE, "Иван Петров", ...BODY]).get("Иван Петров")).toBe(
    "byline name-below-headline",
  );
});

it("takes no name of the menu", () => {
  expect(rulesOf([...MENU, "Ada Moss", "Leo Finch", HEADLINE, ...BODY]).get("Leo Finch")).toBe(
    "navigation menu-line",
  );
});

it("makes the standfirst the description, without a place in the body", () => {
  const standfirst = "Nobody in the port remembers a winter as cold as this one";
  const article = extract([...MENU, HEADLINE, standfirst, "By Ada Moss", "3 May 2024", ...BODY].join("\n\n"));
  expect(article).toMatchObject({
    title: HEADLINE,
    description: standfirst,
    authors: ["Ada Moss"],
    published: "2024-05-03",
  });
  expect(article.body.map(({ text }) => text)).toEqual(BODY);
});

it("makes no description of the body's first paragraph", () => {
  expect(extract([...MENU, HEADLINE, "By Ada Moss", ...BODY].join("\n\n")).description).toBeNull();
});
