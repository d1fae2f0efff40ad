import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { splitGlued } from "../../src/segment/glue.js";

interface Group {
  readonly about: string;
  readonly cases: readonly string[];
}

const table = parse(readFileSync("fixtures/segment/glue.yaml", "utf8")) as readonly Group[];

describe.each(table)("$about", ({ cases }) => {
  test.each(cases)("%s", (marked) => {
    const parts = marked.split("¦").map((part) => part.trim());
    expect(splitGlued(marked.replaceAll("¦", ""))).toEqual(parts);
  });
});

test("a long text of one sentence is one part", () => {
  const text = "and so it went on ".repeat(10_000).trim();
  expect(splitGlued(text)).toEqual([text]);
});

test("every joint of a long text is found", () => {
  const sentence = "The council voted on Monday.";
  expect(splitGlued(sentence.repeat(2_000))).toEqual(Array.from({ length: 2_000 }, () => sentence));
});
