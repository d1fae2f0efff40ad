import { describe, expect, test } from "vitest";
import { message } from "../../src/cli/message.js";
import { OutputError } from "../../src/cli/outputError.js";
import { InputError, type InputProblem, RuleError, RuleErrors, UsageError } from "../../src/errors.js";

describe("an input that cannot be read", () => {
  const rows: [InputProblem, string][] = [
    [{ kind: "not-found" }, "no such file or folder; check the path"],
    [
      { kind: "no-match" },
      "no file of a known format found; name a file itself to read it whatever its name",
    ],
    [{ kind: "unreadable", code: "EACCES" }, "cannot be read: permission denied; check its permissions"],
    [{ kind: "unreadable", code: "EWHATEVER" }, "cannot be read: EWHATEVER"],
    [{ kind: "binary", looksLike: "PDF" }, "not text but PDF; convert it to text first"],
    [{ kind: "binary", looksLike: null }, "not text; convert it to text first"],
    [{ kind: "truncated", container: "gzip" }, "the gzip data ends too early; get the file again"],
    [{ kind: "corrupt", container: "gzip" }, "damaged gzip data; get the file again"],
    [
      { kind: "undecodable", encoding: "utf-8", byte: 0x8f, offset: 1204 },
      "not UTF-8 text (byte 0x8f at offset 1204); name its encoding with --encoding",
    ],
    [
      { kind: "too-large", limit: 256 * 1024 * 1024 },
      "larger than 256 MiB, the most that one document may have; split it",
    ],
    [{ kind: "too-large", limit: 10 }, "larger than 10 bytes, the most that one document may have; split it"],
  ];
  test.each(rows)("%o", (problem, sentence) => {
    expect(message(new InputError("a/dump.txt", problem))).toBe(`a/dump.txt: ${sentence}`);
  });
  test("from standard input", () => {
    expect(message(new InputError(null, { kind: "binary", looksLike: null }))).toMatch(
      /^standard input: not text;/,
    );
  });
});

describe("a rule file", () => {
  const error = new RuleError(
    "a.yaml",
    12,
    6,
    "    label: bodyy",
    'unknown label "bodyy"',
    "one of body, heading",
  );
  const shown = [
    'a.yaml:12:6: unknown label "bodyy"; expected one of body, heading',
    "  12 |     label: bodyy",
    "     |      ^",
  ].join("\n");
  test("is shown with the line and a caret", () => {
    expect(message(error)).toBe(shown);
  });
  test("with several mistakes shows them all", () => {
    expect(message(new RuleErrors([error, error], 3))).toBe(`${shown}\n${shown}\nand 3 mistakes more`);
  });
  test("with a tab and a long line keeps the caret below the mistake", () => {
    const source = `\t${"x".repeat(500)}bad${"y".repeat(500)}`;
    const [, line = "", caret = ""] = message(new RuleError("a.yaml", 1, 502, source, "f", "e")).split("\n");
    expect(line.length).toBeLessThan(140);
    expect(line.slice(caret.indexOf("^"))).toMatch(/^bady/);
  });
});

test("wrong usage", () => {
  expect(message(new UsageError("--format", '"x"', "one of a, b"))).toBe(
    'bodycopy: --format "x": expected one of a, b',
  );
});

test("a fault of bodycopy names the input and asks for a report", () => {
  expect(message(new RangeError("Invalid array length"), "a.txt")).toBe(
    "a.txt: RangeError: Invalid array length (this is a fault of bodycopy; please report it)",
  );
  expect(message("thrown")).toBe("bodycopy: thrown (this is a fault of bodycopy; please report it)");
});

test("no message has a control character of its input, or a line break of a path", () => {
  const evil = "a\u001b]0;title\u0007\nb\u009b31m\u007f";
  const errors = [
    new InputError(evil, { kind: "unreadable", code: evil }),
    new InputError(evil, { kind: "binary", looksLike: evil }),
    new InputError(evil, { kind: "undecodable", encoding: evil, byte: 1, offset: 1 }),
    new OutputError(evil, evil),
    new UsageError(evil, evil, evil),
    new Error(evil),
  ];
  for (const error of errors)
    expect(message(error, evil)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  expect(message(new InputError(evil, { kind: "not-found" })).split("\n").length).toBe(1);
  expect(message(new RuleError(evil, 1, 1, evil, evil, evil)).split("\n").length).toBe(3);
});
