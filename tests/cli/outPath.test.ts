import { resolve, sep } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { outPath } from "../../src/cli/outPath.js";

test.each([
  ["a.txt", "out/a.txt.json"],
  ["a/b.txt", "out/a/b.txt.json"],
  ["./a//b/../c.txt", "out/a/c.txt.json"],
  ["../../a/b.txt", "out/a/b.txt.json"],
  ["/srv/a.txt", "out/srv/a.txt.json"],
  ["..a/b..txt", "out/..a/b..txt.json"],
  ["a b/…/ü.txt", "out/a b/…/ü.txt.json"],
])("%s goes to %s", (input, expected) => {
  expect(outPath("out", input, ".json")).toBe(expected);
});

test("standard input has a name", () => {
  expect(outPath("out", null, ".md")).toBe("out/stdin.md");
});

test("nothing goes outside of the folder", () => {
  const name = fc.constantFrom("..", ".", "", "a", "b.txt", "...", " ", "~");
  fc.assert(
    fc.property(fc.array(name), (names) => {
      const path = resolve("/home/out", outPath("/home/out", names.join("/"), ".json"));
      expect(path.startsWith(`${sep}home${sep}out`)).toBe(true);
      expect(path.endsWith(".json")).toBe(true);
    }),
  );
});
