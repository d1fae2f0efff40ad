import fc from "fast-check";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { describe, expect, test } from "vitest";
import type { BodyPart, BodyType } from "../../src/model.js";
import { formats } from "../../src/output/formats.js";
import { article, printed } from "./article.js";

const formatter = formats.markdown.create({ many: true, heads: true, fields: null });
const part = (type: BodyType, text: string): BodyPart => ({ type, text, lines: [1, 1] });
const page = (title: string | null, ...body: BodyPart[]): string =>
  printed(formatter, [article({ title, body })]);

const html = (markdown: string): string =>
  micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });
/** What a reader of the rendered page sees; addresses that became links by themselves are text too. */
const seen = (markdown: string): string =>
  html(markdown)
    .replace(/<a href="[^"]*">|<\/a>/g, "")
    .replace(
      /&(lt|gt|amp|quot);/g,
      (_, name: "lt" | "gt" | "amp" | "quot") => ({ lt: "<", gt: ">", amp: "&", quot: '"' })[name],
    );

test("prints the title, the headings, the lists and the code", () => {
  expect(printed(formatter, [article()])).toBe(
    [
      "# Harbour to be dredged",
      "",
      "The work starts on Monday.",
      "",
      "## What comes next",
      "",
      "- Sand is taken away.",
      "- The quay is mended.",
      "",
      "```",
      "a",
      "  b",
      "```",
      "",
    ].join("\n"),
  );
});

test("sets nested lists in, below their items", () => {
  const item = (text: string, depth: number, number?: number): BodyPart => {
    return { ...part("list", text), depth, ...(number === undefined ? {} : { number }) };
  };
  const out = page(
    null,
    item("Sand", 1, 9),
    item("Fine", 2),
    item("White", 3),
    item("Stones", 1, 10),
    item("Round", 2),
  );
  expect(out).toBe("9. Sand\n   - Fine\n     - White\n10. Stones\n    - Round\n");
  expect(html(out).replace(/\s/g, "")).toBe(
    '<olstart="9"><li>Sand<ul><li>Fine<ul><li>White</li></ul></li></ul></li><li>Stones<ul><li>Round</li></ul></li></ol>',
  );
});

test("does not take the first item for code when only deep ones are left of a list", () => {
  expect(html(page(null, { ...part("list", "Sand"), depth: 7 }))).toBe("<ul>\n<li>Sand</li>\n</ul>\n");
});

test("prints headings by their level, below the title", () => {
  expect(page("Sand", { ...part("heading", "a"), level: 1 }, { ...part("heading", "b"), level: 4 })).toBe(
    "# Sand\n\n## a\n\n#### b\n",
  );
});

test("quotes, and keeps the paragraphs of a quote together", () => {
  const out = page(null, part("quote", "One.\nTwo."), part("quote", "Three."));
  expect(html(out)).toBe("<blockquote>\n<p>One.<br />\nTwo.</p>\n<p>Three.</p>\n</blockquote>\n");
});

test("prints tables with pipes, whatever stands in their cells", () => {
  const rows = [
    ["Ship", "Length"],
    ["A|B", "", "late"],
    ["|", "\\|"],
  ];
  const out = page(null, { ...part("table", "x"), rows });
  expect(out).toBe("| Ship | Length |  |\n| --- | --- | --- |\n| A\\|B |  | late |\n| \\| | \\\\\\| |\n");
  expect(seen(out).match(/<td>[^<]*/g)).toEqual(
    ["A|B", "", "late", "|", "\\|", ""].map((cell) => `<td>${cell}`),
  );
});

test("puts a rule between two documents", () => {
  const quay = article({ title: null, body: [part("paragraph", "Quay.")] });
  expect(printed(formatter, [quay, quay])).toBe("Quay.\n\n---\n\nQuay.\n");
});

test("fences code with more backticks than it has", () => {
  expect(page(null, part("code", "a\n````\nb"))).toBe("`````\na\n````\nb\n`````\n");
});

describe("leaves text readable that is no markup", () => {
  test.each([
    "snake_case and 5 * 3, a [NATO] country & Sons, 1 < 2, C:\\dir",
    "https://news.example/a_b_c?x=1&y=2",
    "#hashtag, -5 degrees, 1.5 metres, 50+ people (or more)!",
  ])("%s", (text) => {
    expect(page(null, part("paragraph", text))).toBe(`${text}\n`);
  });
});

describe("escapes what would be markup", () => {
  test.each([
    ["# one", "\\# one"],
    ["1986. A great year", "1986\\. A great year"],
    ["- said the mayor", "\\- said the mayor"],
    ["> quoted", "\\> quoted"],
    ["---", "\\---"],
    ["*stars* and _lines_", "\\*stars\\* and \\_lines\\_"],
    ["a `tick`", "a \\`tick\\`"],
    ["[a](b) and [a]: b", "[a\\](b) and [a\\]: b"],
    ["<b>bold</b>", "\\<b>bold\\</b>"],
    ["AT&amp;T", "AT\\&amp;T"],
    ["~~gone~~", "\\~\\~gone\\~\\~"],
    ["\\*", "\\\\\\*"],
  ])("%s", (text, expected) => {
    expect(page(null, part("paragraph", text))).toBe(`${expected}\n`);
    expect(seen(page(null, part("paragraph", text)))).toBe(`<p>${text}</p>\n`);
  });
  test("in an address, by angle brackets", () => {
    const text = "See https://news.example/~ada/_a_?b&lt;c*, or https://news.example/a_b.";
    const out = page(null, part("paragraph", text));
    expect(out).toBe("See <https://news.example/~ada/_a_?b&lt;c>\\*, or https://news.example/a_b.\n");
    expect(html(out)).toContain('href="https://news.example/~ada/_a_?b&amp;lt;c"');
  });
  test("in a title that ends in number signs", () => {
    expect(page("Learn C #", part("paragraph", "x"))).toBe("# Learn C \\#\n\nx\n");
  });
  test("in a list item that starts with a check box", () => {
    expect(seen(page(null, part("list", "[x] done")))).toContain("<li>[x] done</li>");
  });
});

test("whatever the text, a strict reader sees the same text", () => {
  // Letters, white space, and everything that Markdown takes for markup, in any order.
  const unit = fc.constantFrom(
    ..."aZ9é \\`*_{}[]()<>#+-.!|~=:/&;@\"'^$".split(""),
    "http://a",
    "&amp;",
    "  ",
  );
  fc.assert(
    fc.property(
      fc.constantFrom<"paragraph" | "heading" | "list" | "table">("paragraph", "heading", "list", "table"),
      // Texts come cleaned: one space between two words, none at the ends.
      fc.string({ unit, minLength: 1 }).map((text) => text.replace(/\s+/g, " ").trim()),
      (type, text) => {
        // In an address a bar is written %7C, or it would end the cell.
        fc.pre(text !== "" && !(type === "table" && /\|.*http:|http:.*\|/.test(text)));
        const tag = { paragraph: "p", heading: "h2", list: "li", table: "th" }[type];
        const rows = type === "table" ? { rows: [[text, "x"]] } : {};
        expect(seen(page(null, { ...part(type, text), ...rows }))).toContain(`<${tag}>${text}</${tag}>`);
      },
    ),
    { numRuns: 1000 },
  );
});

test("takes linear time for a line of nothing but markup", () => {
  const long = (piece: string): string => piece.repeat(200_000);
  for (const text of [
    `http://${long(".")}a*`,
    long("http://*"),
    long("&"),
    long("<"),
    long("# "),
    long("_"),
    long("]("),
  ]) {
    expect(page(text, part("paragraph", text)).length).toBeGreaterThan(text.length);
  }
});
