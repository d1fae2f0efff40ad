import { Chalk } from "chalk";
import { expect, test } from "vitest";
import type { Classification, Decision, Label, LabelledSpan, SourceDocument } from "../../src/model.js";
import { explain } from "../../src/output/explain.js";

const document = (text: string): SourceDocument => ({
  path: "dump.txt",
  record: 0,
  format: "text",
  encoding: "utf-8",
  text,
});
const decision = (rule: string, after: Label, before: Label | null = null): Decision => ({
  pass: before === null ? "context-free" : "region",
  rule,
  before,
  after,
  evidence: [
    { condition: "words", value: 3 },
    { condition: "contains", value: "read more" },
  ],
});
const span = (text: string, line: number, ...decisions: Decision[]): LabelledSpan => {
  const last = decisions.at(-1);
  if (last === undefined) throw new Error("a span needs a decision");
  return { span: { text, lines: [line, line], form: "text" }, label: last.after, rule: last.rule, decisions };
};
const classification = (
  lineCount: number,
  ...blocks: [first: number, last: number, ...LabelledSpan[]][]
): Classification => ({
  layout: "lines",
  lineCount,
  confidence: 0.876,
  blocks: blocks.map(([first, last, ...spans]) => ({
    lines: [first, last],
    label: spans[0]?.label ?? "other",
    rule: spans[0]?.rule ?? "",
    spans,
  })),
});
const rows = (text: string, labelled: Classification, level: 0 | 1 = 0): string[] =>
  [...explain(document(text), labelled, new Chalk({ level }))].join("").split("\n");

test("shows every line with its label, rule, text and evidence", () => {
  const labelled = classification(
    4,
    [1, 1, span("Read more", 1, decision("end-heading", "related"))],
    [3, 4, span("One two", 3, decision("prose", "body"))],
  );
  expect(rows("Read more\r\n\r\nOne\rtwo\n", labelled)).toEqual([
    "dump.txt: 4 lines, utf-8, layout lines, confidence 0.88",
    `1  related  end-heading  ${"Read more".padEnd(60)}  words=3 contains="read more"`,
    "2",
    `3  body     prose        ${"One".padEnd(60)}  words=3 contains="read more"`,
    "4  body     prose        two",
    "",
  ]);
});

test("shows how the label came about when it took several steps", () => {
  const steps = [decision("short-line", "other"), decision("headline", "title", "other")];
  expect(rows("Quay", classification(1, [1, 1, span("Quay", 1, ...steps)])).slice(2)).toEqual([
    '   context-free: other by short-line  words=3 contains="read more"',
    "   region: other -> title by headline",
    "",
  ]);
});

test("shows the spans of a glued block below their line", () => {
  const spans = [
    span("Sand.", 1, decision("prose", "body")),
    span("Next", 1, decision("short-line", "other"), decision("heading", "heading", "other")),
  ];
  expect(rows("Sand.Next", classification(1, [1, 1, ...spans])).slice(1)).toEqual([
    "1  body     prose    Sand.Next",
    `   body     prose    ${"└ Sand.".padEnd(60)}  words=3 contains="read more"`,
    `   heading  heading  ${"└ Next".padEnd(60)}  words=3 contains="read more"`,
    '   context-free: other by short-line  words=3 contains="read more"',
    "   region: other -> heading by heading",
    "",
  ]);
});

test("colours content, fields and noise differently, and nothing when it is not wanted", () => {
  const labels = ["body", "title", "legal"] as const;
  const blocks = labels.map((label, i): [number, number, LabelledSpan] => [
    i + 1,
    i + 1,
    span("x", i + 1, decision("a-rule", label)),
  ]);
  const coloured = rows("x\nx\nx", classification(3, ...blocks), 1).join("\n");
  expect(coloured).toContain("\u001b[32mbody \u001b[39m");
  expect(coloured).toContain("\u001b[36mtitle\u001b[39m");
  expect(coloured).toContain("\u001b[33mlegal\u001b[39m");
  expect(rows("x\nx\nx", classification(3, ...blocks)).join("\n")).not.toContain("\u001b");
});

test("cuts long lines between characters and shows control characters as pictures", () => {
  const text = `\u001b[31m${"a".repeat(53)}${"\u{1f6a2}".repeat(10)}`;
  const [, row = ""] = rows(text, classification(1, [1, 1, span("x", 1, decision("r", "body"))]));
  expect(row).toContain(`␛[31m${"a".repeat(53)}…`);
  expect(row).not.toMatch(/\p{Surrogate}|\u001b/u);
});

test("keeps its columns beside wide letters", () => {
  const [, row = ""] = rows("港の工事", classification(1, [1, 1, span("x", 1, decision("r", "body"))]));
  expect(row).toBe(`1  body  r  港の工事${" ".repeat(52)}  words=3 contains="read more"`);
});

test("an empty document has no lines", () => {
  expect(rows("", classification(0))).toEqual([
    "dump.txt: 0 lines, utf-8, layout lines, confidence 0.88",
    "",
  ]);
});
