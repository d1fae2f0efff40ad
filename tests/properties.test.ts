/** What holds of any text at all, not only of the golden documents. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Article, type BlockRecord, extract } from "../src/index.js";
import { LABELS } from "../src/model.js";
import { clean } from "../src/segment/clean.js";

/** Marks and tags are left out of their texts (marks.test.ts, strayTags.test.ts), and here a block's text is its lines'. */
const MARKED: readonly string[] = ["markdown-article", "markdown-links", "stray-tags"];

const documents = readdirSync("fixtures/documents", { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !MARKED.includes(entry.name))
  .map((entry) => `fixtures/documents/${entry.name}/input.txt`)
  .filter((path) => existsSync(path))
  .map((path) => readFileSync(path, "utf8").replaceAll("\r\n", "\n"));
const realLines = documents.flatMap((document) => document.split("\n"));

const run = (text: string): Article & { readonly blocks: readonly BlockRecord[] } => {
  const article = extract(text, { blocks: true });
  return { ...article, blocks: article.blocks ?? [] };
};

const line = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...realLines) },
  { weight: 2, arbitrary: fc.string({ unit: "grapheme", maxLength: 80 }) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
  { weight: 1, arbitrary: fc.string({ unit: controls(), maxLength: 20 }) },
  { weight: 1, arbitrary: fc.constantFrom("", " ", "\t", "\u3000", "\u00a0", "\u200b", "\ufeff", "* ", "•") },
  // Layouts: indented as lynx prints, with bullets, glued to the next.
  { weight: 2, arbitrary: fc.constantFrom(...realLines).map((text) => `   ${text.slice(0, 70)}`) },
  { weight: 1, arbitrary: fc.constantFrom(...realLines).map((text) => `     * ${text.slice(0, 60)}`) },
  {
    weight: 1,
    arbitrary: fc.array(fc.constantFrom(...realLines), { maxLength: 4 }).map((all) => all.join("")),
  },
);
const manyLines = fc.array(line, { maxLength: 40 });
const repeated = fc
  .tuple(line, fc.integer({ min: 2, max: 300 }))
  .map(([text, times]) => Array<string>(times).fill(text));
const longLine = fc
  .tuple(fc.array(line, { minLength: 1, maxLength: 3 }), fc.integer({ min: 2, max: 200 }))
  .map(([parts, times]) => [parts.join("").repeat(times).slice(0, 20_000)]);
const page = fc.oneof(
  { weight: 8, arbitrary: manyLines },
  { weight: 1, arbitrary: repeated },
  { weight: 1, arbitrary: longLine },
);
const text = fc
  .tuple(page, fc.constantFrom("\n", "\n\n", "\r\n", "\r", "\n \n"))
  .map(([lines, end]) => lines.join(end));

/** Code points that a terminal or a parser takes for an order. */
function controls(): fc.Arbitrary<string> {
  const orders = [
    "\u0000",
    "\u0007",
    "\u001b[31m",
    "\u001b]0;x\u0007",
    "\u007f",
    "\u0085",
    "\u2028",
    "\u202e",
    "\ud800",
    "\udc00",
  ];
  return fc.oneof(
    fc.constantFrom(...orders),
    fc.integer({ min: 0, max: 31 }).map((code) => String.fromCharCode(code)),
  );
}

/** The lines as the record counts them. */
const linesOf = (input: string): string[] => input.split(/\r\n|\n|\r/u);

/** A line that shows something is not blank: a lone bullet or a row of stars counts. */
const SHOWS = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** List marks, which a block's text leaves out: some punctuation, shapes and arrows, and the letter o of text browsers. */
const BULLETS = /[*+o·•‣◦\u2190-\u2bff-]/gu;

/** What no cleaning may touch: letters, digits, punctuation and signs, without what may have been a bullet. */
const kept = (input: string): string =>
  input.replace(/[^\p{L}\p{N}\p{P}\p{Sc}\p{Sm}]/gu, "").replace(BULLETS, "");

/** Milliseconds for hundreds of documents on a machine that has other work too. */
const UNDER_LOAD = 60_000;

describe("any text", { timeout: UNDER_LOAD }, () => {
  test("its blocks are a lossless partition of its lines", () => {
    fc.assert(
      fc.property(text, (input) => {
        const { blocks } = run(input);
        // What a reader sees of each line: clean.test.ts says what that is.
        const lines = linesOf(input).map(clean);
        let next = 1;
        for (const {
          lines: [first, last],
          text: shown,
        } of blocks) {
          expect(first).toBeGreaterThanOrEqual(next);
          expect(last).toBeGreaterThanOrEqual(first);
          expect(last).toBeLessThanOrEqual(lines.length);
          expect(lines.slice(next - 1, first - 1).filter((blank) => SHOWS.test(blank))).toEqual([]);
          expect(kept(shown)).toBe(kept(lines.slice(first - 1, last).join("")));
          next = last + 1;
        }
        expect(lines.slice(next - 1).filter((blank) => SHOWS.test(blank))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test("every label is one of the labels, and every block names its rule", () => {
    fc.assert(
      fc.property(text, (input) => {
        for (const block of run(input).blocks) {
          expect(LABELS).toContain(block.label);
          expect(block.rule).not.toBe("");
        }
      }),
    );
  });

  test("its body stands in the document, in order, and is what its text says", () => {
    fc.assert(
      fc.property(text, (input) => {
        const { body, text: joined, confidence, source } = run(input);
        const lines = linesOf(input).map(clean);
        let from = 1;
        for (const part of body) {
          const [first, last] = part.lines;
          expect(part.text).not.toBe("");
          expect(first).toBeGreaterThanOrEqual(from);
          expect(last).toBeGreaterThanOrEqual(first);
          expect(last).toBeLessThanOrEqual(source.lines);
          expect(kept(lines.slice(first - 1, last).join(""))).toContain(kept(part.text));
          from = first;
        }
        expect(joined).toBe(body.map((part) => part.text).join("\n\n"));
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
        if (body.length === 0) expect(confidence).toBe(0);
      }),
      { numRuns: 200 },
    );
  });

  test("the same text gives the same record", () => {
    fc.assert(
      fc.property(text, (input) => {
        expect(run(input)).toEqual(run(input));
      }),
    );
  });

  test("the record does not depend on how lines end", () => {
    fc.assert(
      fc.property(page, (pageLines) => {
        const lines = pageLines.map((each) => each.replace(/[\r\n]/gu, " "));
        const expected = run(lines.join("\n"));
        expect(run(lines.join("\r\n"))).toEqual(expected);
        expect(run(lines.join("\r"))).toEqual(expected);
      }),
    );
  });

  test("a text after itself is still a text", () => {
    fc.assert(
      fc.property(text, (input) => {
        const once = run(input).source.lines;
        expect(run(`${input}\n${input}`).source.lines).toBeGreaterThanOrEqual(once);
      }),
    );
  });
});

describe("any string of code units", () => {
  test("gives a record", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 }), (units) => {
        const article = run(String.fromCharCode(...units));
        expect(article.source.format).toBe("text");
      }),
      { numRuns: 300 },
    );
  });
});

describe("any cut of a real document", () => {
  test("gives a record whose blocks are the lines that are left", () => {
    const cut = fc
      .constantFrom(...documents)
      .chain((document) =>
        fc
          .tuple(fc.integer({ min: 0, max: document.length }), fc.integer({ min: 0, max: document.length }))
          .map(([a, b]) => document.slice(Math.min(a, b), Math.max(a, b))),
      );
    fc.assert(
      fc.property(cut, (input) => {
        const { blocks } = run(input);
        expect(kept(blocks.map((block) => block.text).join(""))).toBe(kept(input));
      }),
      { numRuns: 200 },
    );
  });
});

test("blocks are a partition of every golden document, and nothing blank is a block", () => {
  for (const document of documents) {
    const covered = new Set(
      run(document).blocks.flatMap(({ lines: [first, last] }) =>
        Array.from({ length: last - first + 1 }, (_, i) => first + i),
      ),
    );
    linesOf(document).forEach((content, i) => {
      if (content.trim() !== "") expect(covered).toContain(i + 1);
    });
  }
});

describe("a long run of one thing ends in time", () => {
  // Anything that takes time with the square of the length needs half a minute here, and the runner stops at five seconds.
  const LENGTH = 100_000;
  const units = [
    ".",
    "?",
    "…",
    "。",
    '"',
    "»",
    "“”",
    "(",
    ")",
    "[",
    "-",
    "|",
    ",",
    ":",
    "/",
    "=",
    "_",
    "<a>",
    "&amp;",
    "&#",
    "&a",
    "\u001b[",
    "\u001b]0;",
    "a\b",
    "](",
    "[a](",
    "[a](b",
    "*a ",
    "[/",
    "* ",
    "\n",
    "\r\n",
    " ",
    "\u00a0",
    "\u200b",
    "a",
    "A.",
    "aB",
    "a.b",
    "1.",
    "1.2.",
    "茶",
    "茶。",
    "ा",
    "e\u0301",
    "👍🏽",
    ".[1]",
    ".[",
    '.)"',
    "x@y.",
    "https://a.B/",
    "The council met.",
    "What nextThe end of it. ",
    "Home\n",
    "x = 1;\n",
    "By Ann Lee\n",
    "12 May 2024\n",
    "and so it\n",
    "   and so it went on and on until the end of the line was reached at\n",
    "     * Home\n",
    "Reply\n2 days ago\n",
    "world, us, nato\n",
    "Word ",
    "May 12 ",
    "+49 30 ",
    "Ann Lee and ",
    "Harbour Post info@harbour.example +1 555 010-2233 plc 252 60\n\n",
  ];
  test.each(units)("%j", (unit) => {
    const input = unit.repeat(Math.ceil(LENGTH / unit.length));
    expect(
      kept(
        run(input)
          .blocks.map((block) => block.text)
          .join(""),
      ).length,
    ).toBe(kept(clean(input)).length);
  });
});
