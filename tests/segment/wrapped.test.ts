import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { recogniseLayout } from "../../src/segment/layout.js";
import { splitLines } from "../../src/segment/lines.js";
import { firstWordWidth } from "../../src/segment/margins.js";
import { reflow } from "../../src/segment/wrapped.js";

interface Case {
  readonly about: string;
  readonly margin: number;
  readonly text: string;
  readonly blocks: readonly string[];
}

const table = parse(readFileSync("fixtures/segment/wrapped.yaml", "utf8")) as readonly Case[];

test.each(table)("$about", ({ margin, text, blocks }) => {
  const drafts = reflow(splitLines(text).lines, { outdented: margin, indented: margin });
  expect(drafts.map((draft) => draft.text)).toEqual(blocks);
});

/** Sentences of eight words, broken at the column, each in a paragraph of its own. */
function wrapped(indent: string, column: number, paragraphs: number): string {
  const lines: string[] = [];
  for (let p = 0; p < paragraphs; p++) {
    let line = indent;
    for (let w = 0; w < 60; w++) {
      const word = "harbour".slice(0, 2 + ((w * 5 + p) % 6));
      if (line.length + 1 + word.length > column) {
        lines.push(line);
        line = indent;
      }
      line += line === indent ? word : ` ${word}`;
    }
    lines.push(`${line}.`, "");
  }
  return lines.join("\n");
}

describe("margins", () => {
  const layoutOf = (text: string) => recogniseLayout(splitLines(text).lines);

  test("lines broken at one column have one margin", () => {
    expect(layoutOf(wrapped("   ", 74, 8))).toEqual({
      kind: "wrapped",
      margins: { outdented: 74, indented: 74 },
    });
  });

  test("short lines of the other indentation tell no margin of their own", () => {
    const headings = "A heading of forty columns or so, like it\nAnother one of nearly the same columns\n\n";
    expect(layoutOf(headings.repeat(3) + wrapped("   ", 74, 8))).toEqual({
      kind: "wrapped",
      margins: { outdented: 74, indented: 74 },
    });
  });

  test("a word of Hangul takes two columns for each letter", () => {
    expect(firstWordWidth("항구가 닫혔다")).toBe(6);
    expect(firstWordWidth("harbour closed")).toBe(7);
  });
});
