import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { segment } from "../../src/segment/segment.js";

interface Case {
  readonly about: string;
  readonly text: string;
  readonly blocks: readonly string[];
}

const table = parse(readFileSync("fixtures/segment/fragments.yaml", "utf8")) as readonly Case[];

test.each(table)("$about", ({ text, blocks }) => {
  const found = segment(text).blocks.map(({ spans }) => spans.map((span) => span.text).join(" "));
  expect(found).toEqual(blocks);
});
