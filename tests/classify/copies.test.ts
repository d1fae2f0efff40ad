import { describe, expect, it } from "vitest";
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

describe("on a page", () => {
  const page = (inner: string): ReturnType<typeof extract> =>
    extract(`<title>Harbour freezes over</title><article><h1>Harbour freezes over</h1>${inner}</article>`, {
      format: "html",
    });
  const [first = "", second = "", third = ""] = PARAGRAPHS;
  const paragraphs = (texts: readonly string[]): string => texts.map((text) => `<p>${text}</p>`).join("");
  const LINE = "Ask the harbour master before you go out on the ice.";

  it("keeps a line that the writer says again", () => {
    const article = page(paragraphs([first, LINE, second, LINE, third]));
    expect(article.text.split(LINE)).toHaveLength(3);
  });

  it("drops a line that another box says again", () => {
    const article = page(
      `${paragraphs([first, LINE, second])}<blockquote>${LINE}</blockquote><p>${third}</p>`,
    );
    expect(article.text.split(LINE)).toHaveLength(2);
    expect(article.noise).toContainEqual(expect.objectContaining({ text: LINE, rule: "said-before" }));
  });

  it.each([3, 2])("drops an article of %i paragraphs that is printed again", (count) => {
    const texts = PARAGRAPHS.slice(0, count);
    const article = page(paragraphs([...texts, ...texts]));
    expect(article.body.map(({ text }) => text)).toEqual(texts);
    expect(article.noise.filter(({ rule }) => rule === "said-before")).toHaveLength(count);
  });
});
