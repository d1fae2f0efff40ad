import { expect, it } from "vitest";
import { extract } from "../../src/index.js";

const PARAGRAPHS = [
  "The harbour of Selwyn froze over on Friday night, and forty ships could not leave the port before Sunday, when the wind turned.",
  "Two ice breakers came from the north, the harbour master said, and opened a channel for the ferries that had been waiting for them.",
  "The ships will leave one after another, the largest first, as soon as the ice allows it, and nobody expects that before next week.",
];

it("keeps a text that a dump prints twice once, and names the rule", () => {
  const article = extract([...PARAGRAPHS, "Print version", ...PARAGRAPHS].join("\n\n"));
  expect(article.body.filter(({ type }) => type === "paragraph").map(({ text }) => text)).toEqual(PARAGRAPHS);
  expect(article.noise.filter(({ rule }) => rule === "said-before").map(({ count }) => count)).toEqual([
    1, 1, 1,
  ]);
});

it("keeps short lines that say the same in different places", () => {
  const pros = ["Pros", "It does not freeze.", "Cons", "It does not float."];
  const article = extract([PARAGRAPHS[0], ...pros, PARAGRAPHS[1], ...pros, PARAGRAPHS[2]].join("\n"));
  expect(article.text.split("It does not freeze.")).toHaveLength(3);
});
