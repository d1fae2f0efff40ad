import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { splitLines } from "../../src/segment/lines.js";
import { segment } from "../../src/segment/segment.js";
import { withoutStrayTags } from "../../src/segment/strayTags.js";
import { tagsIn } from "../../src/segment/tagScanner.js";

interface Case {
  readonly about: string;
  readonly text: string;
  readonly blocks: readonly string[];
}

const table = parse(readFileSync("fixtures/segment/tags.yaml", "utf8")) as readonly Case[];
const PROSE = "The harbour master has closed the port since Friday, as forty ships wait.";

describe("of a text with tags", () => {
  test.each(table)("$about", ({ text, blocks }) => {
    const found = segment(text).blocks.map(({ spans }) => spans.map((span) => span.text).join(" "));
    expect(found).toEqual(blocks);
  });
  test("lines keep their numbers, and several blocks stand on one", () => {
    const { lineCount, blocks } = segment(
      `<div\nid="a">\n<p>${PROSE}</p><p>So it is.</p>\r\n<hr>\n${PROSE}<br>`,
    );
    expect(lineCount).toBe(5);
    expect(blocks.map(({ lines }) => lines)).toEqual([
      [3, 3],
      [3, 3],
      [5, 5],
    ]);
  });
  test("items are items", () => {
    const { blocks } = segment(`<p>${PROSE}</p>\n<ul>\n<li>\n  <a href="/">Ice</a></li><li>Wind\n</ul>`);
    expect(blocks.map(({ spans }) => spans[0]?.form)).toEqual(["text", "list", "list"]);
  });
});

const pieces = fc.constantFrom(
  ...[
    "<",
    ">",
    "</",
    "/>",
    "<!--",
    "-->",
    "<p>",
    "</p>",
    "<br>",
    "<a href=x>",
    "<a b",
    "<script>",
    "</script>",
  ],
  ...["&lt;", "&gt;", "&lt;/p&gt;", "\n", "\r\n", " ", "List<T>", "{", '"', PROSE, "tide", "<li>"],
);
const text = fc.array(pieces, { maxLength: 60 }).map((all) => all.join(""));

test("tags come in order and apart, whatever the text", () => {
  fc.assert(
    fc.property(text, (input) => {
      let end = 0;
      for (const tag of tagsIn(input)) {
        expect(tag.start).toBeGreaterThanOrEqual(end);
        expect(tag.end).toBeGreaterThan(tag.start);
        end = tag.end;
      }
      expect(end).toBeLessThanOrEqual(input.length);
    }),
  );
});

test("the lines are as many without the tags, and blocks come in their order", () => {
  fc.assert(
    fc.property(text, (input) => {
      const untagged = withoutStrayTags(input);
      if (untagged !== null) {
        expect(splitLines(untagged.text, untagged.added).count).toBe(splitLines(input).count);
      }
      let line = 1;
      for (const { lines } of segment(input).blocks) {
        expect(lines[0]).toBeGreaterThanOrEqual(line);
        expect(lines[1]).toBeGreaterThanOrEqual(lines[0]);
        line = lines[1];
      }
    }),
  );
});

test.each([
  "<a b=",
  "<p>tide</p>",
  "<!--",
  "<script>",
  "<p",
  "</",
  "&lt;/p&gt;",
  "<br>\n",
  "the <p> x",
  "<li> ",
])(
  "a long run of %j ends in time",
  (unit) => {
    const input = `<p>${PROSE}</p>${unit.repeat(1_000_000 / unit.length)}`;
    expect(segment(input).blocks.length).toBeGreaterThan(0);
  },
  60_000,
);
