import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { segment } from "../../src/segment/segment.js";

interface Case {
  readonly about: string;
  readonly text: string;
  readonly blocks: readonly string[];
}

const table = parse(readFileSync("fixtures/segment/marks.yaml", "utf8")) as readonly Case[];

test.each(table)("$about", ({ text, blocks }) => {
  const found = segment(text).blocks.map(({ spans }) => spans.map((span) => span.text).join(" "));
  expect(found).toEqual(blocks);
});

test("the spans of a block with marks stand on all of its lines", () => {
  const link = "[the port](/port)";
  const [block] = segment(`${link} ${link} is closed.${link}\n${link} is open.The fleet is out.`).blocks;
  expect(block?.spans.every((span) => span.lines.join() === block.lines.join())).toBe(true);
});
