import fc from "fast-check";
import { expect, test } from "vitest";
import { splitLines } from "../../src/segment/lines.js";
import { withoutLineMarks } from "../../src/segment/markdown.js";
import { segment } from "../../src/segment/segment.js";

const spans = (text: string) => segment(text).blocks.flatMap((block) => block.spans);

test("headings have their levels, and tables their rows", () => {
  const text =
    "# Ice\n\nThe **port** is closed.\n\n### Ships ###\n\n| a | b |\n|---|---|\n| `1` | [2](/two) |";
  expect(spans(text).map(({ form, level, rows }) => ({ form, level, rows }))).toEqual([
    { form: "text", level: 1 },
    { form: "text" },
    { form: "text", level: 3 },
    {
      form: "table",
      rows: [
        ["a", "b"],
        ["1", "2"],
      ],
    },
  ]);
});

test("headings with tags have their levels too", () => {
  const text = `<h2>Ice</h2><p>The port is closed since Friday, and forty ships wait for the ice to go.</p>`;
  expect(spans(text).map(({ text, level }) => [text, level])).toEqual([
    ["Ice", 2],
    ["The port is closed since Friday, and forty ships wait for the ice to go.", undefined],
  ]);
});

const piece = fc.constantFrom(
  ...[
    "# ",
    "## Ice",
    "**port**",
    "**",
    "[a](/b)",
    "[a]: /b",
    "[a][b]",
    "> ",
    "```",
    "~~~",
    "---",
    "===",
    "| a | b |",
  ],
  ...["|---|---|", "|", "\n", "\n\n", "\r\n", " ", "ice", "`", "* * *", "\\"],
);

test("the lines are as many, whatever the marks", () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const input = pieces.join("");
      const plain = withoutLineMarks(input) ?? input;
      expect(plain.split("\n")).toHaveLength(input.split("\n").length);
      const { lineCount, blocks } = segment(input);
      expect(lineCount).toBe(splitLines(input).count);
      let line = 0;
      for (const { lines } of blocks) {
        expect(lines[0]).toBeGreaterThan(line);
        line = lines[1];
      }
    }),
    { numRuns: 500 },
  );
});

test.each([
  "**a** ",
  "> ",
  "# a\n\n",
  "## a\n",
  "| a |\n",
  "|-|-|\n",
  "| a |\n|--|\n",
  "```\n",
  "```js\n",
  "a\n---\n",
  "[a]: b\n",
  "[a][b]",
  "`a",
  "](/",
])(
  "a long run of %j ends in time",
  (unit) => {
    const input = `## Ice\n\n**Port** is closed.\n\n${unit.repeat(500_000 / unit.length)}`;
    expect(segment(input).blocks.length).toBeGreaterThan(0);
  },
  60_000,
);
