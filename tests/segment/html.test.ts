import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Span } from "../../src/model.js";
import { segmentHtml } from "../../src/segment/html/segmentHtml.js";

const spans = (html: string): Span[] => segmentHtml(html).blocks.flatMap((block) => block.spans);
const texts = (html: string): string[] => spans(html).map(({ text }) => text);
const pathOf = ({ hints }: Span): string => {
  const tags: string[] = [];
  for (let at = hints?.element ?? null; at !== null; at = at.parent) tags.unshift(at.tag);
  return tags.join(" ");
};

describe("blocks", () => {
  test.each<[string, string, string[]]>([
    [
      "begin and end at block-level tags",
      "<div>One <b>two</b><p>three</p>four</div>",
      ["One two", "three", "four"],
    ],
    ["do not need end tags", "<ul><li>a<li>b</ul><p>c<p>d<table><tr><td>e", ["a", "b", "c", "d", "e"]],
    [
      "have their character references decoded",
      "<p>Tea&nbsp;&amp; <i>caf&eacute;</i> &#8212; x &lt;p>",
      ["Tea & café — x <p>"],
    ],
    ["are cleaned of white space", "<p>\n  One\n\ttwo <i> three</i> </p>", ["One two three"]],
    ["keep a line break", "<p>One<br>two<br/>\nthree</p>", ["One\ntwo\nthree"]],
    ["end at two line breaks", "<p>One<br><br>two</p>", ["One", "two"]],
    [
      "leave scripts, styles and drawings out",
      "<p>a<script>b</script><style>c</style><svg><title>d</title><path/></svg>e</p>",
      ["ae"],
    ],
    ["leave comments out", "<p>a<!-- b -->c</p>", ["ac"]],
    ["survive what is never ended", "<div><video><p>fallback</div><p>text", ["text"]],
    ["survive end tags without a start", "</p></div><p>a</b></i>b</p></table>", ["ab"]],
    ["are not ended by inline tags that overlap", "<b><p>a</b>b</p><p>c</p>", ["ab", "c"]],
    ["of a text without tags are one", "just text", ["just text"]],
    ["of nothing are none", "", []],
  ])("%s", (_what, html, expected) => {
    expect(texts(html)).toEqual(expected);
  });
  test("keep the white space of programs", () => {
    const [code] = spans("<pre><code>\nif a:\n    <b>b</b>()\n\n</code></pre>");
    expect(code).toMatchObject({ text: "if a:\n    b()", form: "code" });
  });
  test("know the lines they stand on", () => {
    const found = spans("<html>\n<p>One\ntwo</p>\n\n<p>\nthree\n</p>\n");
    expect(found.map(({ lines }) => lines)).toEqual([
      [2, 3],
      [6, 6],
    ]);
    expect(segmentHtml("<p>a</p>\n\n").lineCount).toBe(2);
  });
});

describe("hints", () => {
  test("hold the path of elements around the whole text", () => {
    expect(spans('<main><p class="a"><span id="b">x</span></p></main>').map(pathOf)).toEqual([
      "html main p span",
    ]);
    expect(spans("<p><span>x</span> y</p>").map(pathOf)).toEqual(["html p"]);
    expect(spans("<p><a href=x><b>x</b>y</a></p>")[0]?.hints).toMatchObject({
      holder: { tag: "p" },
      href: "x",
    });
  });
  test("tell the share of links", () => {
    const density = (html: string) => spans(html)[0]?.hints?.linkDensity;
    expect(density("<p><a href=x>abc</a> d</p>")).toBe(0.75);
    expect(density("<p><a>abc</a></p>")).toBe(0);
    expect(density("<a href=x>abc<a href=y>d</a> efgh")).toBe(0.5);
    expect(density('<h2><a href="#x">abc</a></h2>')).toBe(0);
  });
  test("tell levels of headings", () => {
    const levels = spans("<h2>a</h2><h3><a href=x>b</a></h3><p>c</p><h4><span><div>d</div></span></h4>");
    expect(levels.map(({ hints }) => hints?.headingLevel)).toEqual([2, 3, 0, 4]);
  });
  test("tell lists, their depth and their numbers", () => {
    const found = spans("<ul><li>a<ol start=4><li>b</li><li><p>c</p><p>d</p></ol></li><li>e</ul><p>f");
    expect(found.map(({ form, hints }) => [form, hints?.listDepth, hints?.listNumber])).toEqual([
      ["list", 1, null],
      ["list", 2, 4],
      ["list", 2, 5],
      ["text", 0, null],
      ["list", 1, null],
      ["text", 0, null],
    ]);
  });
  test("tell quotes", () => {
    expect(spans("<blockquote><p>a</p>b</blockquote>c").map(({ form }) => form)).toEqual([
      "quote",
      "quote",
      "text",
    ]);
  });
  test.each([
    ["<div hidden>a</div>", true],
    ['<div style="display: none">a</div>', true],
    ['<div aria-hidden="true"><p>a</div>', true],
    ['<div aria-hidden="false" style="display:block">a</div>', false],
  ])("tell what is hidden: %s", (html, hidden) => {
    expect(spans(html)[0]?.hints?.element.hidden).toBe(hidden);
  });
});

describe("tables", () => {
  const rows = (html: string) => spans(html).map(({ hints }) => hints?.rows ?? null);
  test("of data are one block with rows, behind their caption", () => {
    const table =
      "<table><caption>Ships<tr><th>Name<th>Length<th>Port<tr><td>Ada<td><td><p>Brunsbeck</p>(DE)</table>";
    expect(rows(table)).toEqual([
      null,
      [
        ["Name", "Length", "Port"],
        ["Ada", "", "Brunsbeck (DE)"],
      ],
    ]);
    expect(spans(table)).toMatchObject([
      { form: "text", text: "Ships" },
      { form: "table", text: "Name\tLength\tPort\nAda\tBrunsbeck (DE)" },
    ]);
  });
  test("count spanned columns", () => {
    expect(rows("<table><tr><td colspan=2>a<td>b<tr><td>c<td>d<td>e</table>")).toEqual([
      [
        ["a", "", "b"],
        ["c", "d", "e"],
      ],
    ]);
    expect(rows("<table><tr><td colspan=99999999>a<td>b<tr><td>c<td>d</table>")).toEqual([
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ]);
  });
  test("that lay out a page are none", () => {
    const article = `<p>${"word ".repeat(200)}</p>`;
    expect(rows(`<table><tr><td>Menu<td>${article}<tr><td>Foot<td>x</table>`)).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(rows("<table><tr><td>a<tr><td>b</table>")).toEqual([null, null]);
  });
});

test("any markup gives blocks with text, on lines in order", () => {
  const piece = fc.oneof(
    fc
      .constantFrom(..."div p b a li ul ol table tr td pre h1 blockquote svg title button br".split(" "))
      .chain((tag) =>
        fc.constantFrom(
          `<${tag}>`,
          `</${tag}>`,
          `<${tag} class="x" href='y'>`,
          `<${tag}/>`,
          `<${tag} hidden`,
        ),
      ),
    fc.constantFrom(
      "text",
      "\n",
      " ",
      "&amp;",
      "&",
      "<",
      ">",
      "<!--",
      "-->",
      "<![CDATA[",
      "]]>",
      '"',
      "=",
      "\0",
      "\u3000",
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const html = pieces.join("");
      const { blocks, lineCount } = segmentHtml(html);
      let line = 1;
      for (const { lines, spans: own } of blocks) {
        expect(own.map(({ text }) => text.trim())).not.toContain("");
        expect(lines[0]).toBeGreaterThanOrEqual(line);
        expect(lines[1]).toBeGreaterThanOrEqual(lines[0]);
        expect(lines[1]).toBeLessThanOrEqual(lineCount);
        line = lines[0];
      }
    }),
    { numRuns: 2000 },
  );
});

test("elements are intervals of blocks", () => {
  const found = spans("<main><div><p>a</p><p>b</p></div><p>c</p></main>");
  const [first] = found;
  const div = first?.hints?.element.parent;
  expect([div?.tag, div?.start, div?.end]).toEqual(["div", 0, 2]);
  expect([div?.parent?.tag, div?.parent?.start, div?.parent?.end]).toEqual(["main", 0, 3]);
});

test("takes linear time whatever is nested or never ended", () => {
  const many = 100_000;
  for (const piece of [
    "<div>",
    "<div>a",
    "<a href=x>a",
    "</div>",
    "<b>",
    "<li>a",
    "<table><tr><td>",
    "<p>a<br>",
    "<svg>",
    "&amp;",
    "<!--",
    "<x a=b ",
    "</b>a",
  ]) {
    const { blocks } = segmentHtml(piece.repeat(many));
    for (const { spans: own } of blocks.slice(-3))
      expect(pathOf(own[0] as Span).split(" ").length).toBeLessThan(600);
  }
});
