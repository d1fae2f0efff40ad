import { expect, test } from "vitest";
import { clean, withoutOrders } from "../../src/segment/clean.js";
import { segment } from "../../src/segment/segment.js";

test.each([
  ["white space is single", "  forty \t\u00a0 ships\u2003wait\u0085here\f ", "forty ships wait here"],
  ["nobody sees it", "\ufefffor\u00adty\u200b sh\u2060ips\u200e", "forty ships"],
  ["joiners of letters stay", "می\u200cخواهم 👩\u200d🚒", "می\u200cخواهم 👩\u200d🚒"],
  ["entities", "Holm &amp; Co&nbsp;sail &#34;home&#x22; &hellip;", 'Holm & Co sail "home" …'],
  ["no entities", "AT&T; R&D at 5&10 & more; &;", "AT&T; R&D at 5&10 & more; &;"],
  [
    "an entity that was escaped again",
    "Holm&amp;nbsp;&amp; Co &amp;#34;sail&amp;rdquo; &amp;amp; stay",
    'Holm & Co "sail” & stay',
  ],
  ["an entity is decoded once", "&amp;lt;p&amp;gt;", "&lt;p&gt;"],
  ["an entity is no order", "a&#27;[31mb&#8203;c&#0;", "abc\ufffd"],
  ["colours", "\u001b[1;31mforty\u001b[0m ships", "forty ships"],
  ["a link", "\u001b]8;;https://port.example\u0007forty\u001b]8;;\u001b\\ ships", "forty ships"],
  ["orders of eight bits", "\u009b31mforty\u009b0m ships", "forty ships"],
  ["quotation marks decoded wrongly", "â€œForty shipsâ€\u009d, she said.", "â€œForty shipsâ€, she said."],
  ["an order that is cut off", "forty ships\u001b]0;port", "forty ships"],
  ["no order that is never ended", `forty\u001b]${" ships".repeat(400)}`, `forty${" ships".repeat(400)}`],
  ["letters struck over others", "f\bfo\bor\brt\bty\by _\bs_\bh_\bi_\bp_\bs", "forty ships"],
  ["controls", "forty\u0000 \u0007ships\u007f", "forty ships"],
])("%s", (_about, given, seen) => {
  expect(clean(given)).toBe(seen);
});

test("program text keeps its white space and its entities", () => {
  expect(withoutOrders("\u001b[32m  a &amp;\tb\u00ad")).toBe("  a &amp;\tb");
});

test("lines are counted as they stand in the dump, whatever ends them", () => {
  const { lineCount, blocks } = segment(
    "Harbour\r\n&nbsp;\r\u001b[0m\nForty&nbsp;ships\fwait in the port.\r\n",
  );
  expect(lineCount).toBe(4);
  expect(blocks.map(({ lines, spans }) => [lines, spans[0]?.text])).toEqual([
    [[1, 1], "Harbour"],
    [[4, 4], "Forty ships wait in the port."],
  ]);
});

test("what decoding has glued is parted", () => {
  const [block] = segment(
    "The fleet is out.&#8203;The harbour is &quot;empty&quot;.&quot;So it is,&quot; she said.",
  ).blocks;
  expect(block?.spans.map((span) => span.text)).toEqual([
    "The fleet is out.",
    'The harbour is "empty".',
    '"So it is," she said.',
  ]);
});
