import { expect, it } from "vitest";
import { segment } from "../../src/segment/segment.js";

const PARAGRAPH = `   The harbour froze over on Friday night, and forty ships could not leave
   the port before the ice breakers came from the north on Sunday morning.`;
const outdented = (text: string): string[] =>
  segment(text).blocks.flatMap(({ spans }) => spans.filter((span) => span.outdented).map(({ text }) => text));

it("tells the headings that a text browser prints further left than the text", () => {
  const paragraphs = Array.from({ length: 12 }, () => PARAGRAPH).join("\n\n");
  expect(outdented(`   Harbour Post\n\nHarbour freezes over\n\n${paragraphs}\n`)).toEqual([
    "Harbour freezes over",
  ]);
});

it("tells none where nothing is indented", () => {
  const paragraphs = Array.from({ length: 12 }, () => PARAGRAPH.replace(/^ {3}/gm, "")).join("\n\n");
  expect(outdented(`Harbour freezes over\n\n${paragraphs}\n`)).toEqual([]);
});
