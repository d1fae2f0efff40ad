import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { splitOneLine } from "../../src/segment/one-line.js";
import { segment } from "../../src/segment/segment.js";

interface Group {
  readonly about: string;
  readonly cases: readonly string[];
}

const table = parse(readFileSync("fixtures/segment/one-line.yaml", "utf8")) as readonly Group[];

describe.each(table)("$about", ({ cases }) => {
  test.each(cases)("%s", (marked) => {
    const parts = marked.split("¦").map((part) => part.trim());
    expect(splitOneLine(marked.replaceAll("¦", ""))).toEqual(parts);
  });
});

test("the parts are the text, whatever it is", () => {
  const text = `${"Home News a. B! ".repeat(3_000)}2. ${"harbour ".repeat(3_000)}`.trim();
  expect(splitOneLine(text).join(" ").replace(/\s+/g, " ")).toBe(text);
});

test("a page on one line below its title is one too; two paragraphs are none", () => {
  const sentence = "The harbour froze over on Friday, and forty ships cannot leave it. ";
  expect(segment(`The port is closed\n${sentence.repeat(40)}`).layout).toBe("one-line");
  expect(segment(`${sentence.repeat(20)}\n${sentence.repeat(40)}`).layout).not.toBe("one-line");
});
