/** What holds for any page, however broken: no crash, the same record each time, every block with one label. */
import { readdirSync, readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { extract } from "../src/index.js";
import { LABELS } from "../src/model.js";

const ROOT = "fixtures/documents";
const pages = readdirSync(ROOT, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith("input.html"))
  .map((path) => readFileSync(`${ROOT}/${path}`, "utf8"));
/** Tags, texts and line breaks of real pages. */
const pieces = pages.flatMap((page) => page.match(/<[^>]*>|[^<]+/g) ?? []);

/** Milliseconds that a busy machine may need. */
const BUSY = 60_000;

const ajv = new Ajv2020({ strict: false });
const validate = ajv.compile(JSON.parse(readFileSync("src/output/schema.json", "utf8")));

const page = fc.oneof(
  // Pieces in any order; a page with a part cut out; a page cut anywhere, inside of a tag too.
  fc.array(fc.constantFrom(...pieces), { maxLength: 120 }).map((parts) => parts.join("")),
  fc
    .tuple(fc.constantFrom(...pages), fc.nat(4000), fc.nat(2000))
    .map(([whole, at, length]) => whole.slice(0, at) + whole.slice(at + length)),
  fc.tuple(fc.constantFrom(...pages), fc.nat(4000)).map(([whole, at]) => whole.slice(at)),
);

test(
  "any page gives a record",
  () => {
    fc.assert(
      fc.property(page, (html) => {
        const article = extract(html, { format: "html", url: "https://post.example/", blocks: true });
        expect(validate(article), JSON.stringify(validate.errors)).toBe(true);
        for (const { label, text } of article.blocks ?? []) {
          expect(LABELS).toContain(label);
          expect(text.trim()).not.toBe("");
        }
        expect(article.text).toBe(article.body.map(({ text }) => text).join("\n\n"));
        expect(extract(html, { format: "html", url: "https://post.example/", blocks: true })).toEqual(
          article,
        );
      }),
      { numRuns: 300 },
    );
  },
  BUSY,
);

test(
  "no text between tags is lost: every word of a paragraph is in a block",
  () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...pieces.filter((piece) => !/^<(?:script|style|\/|!)/i.test(piece))), {
          maxLength: 80,
        }),
        (parts) => {
          const html = parts.map((part) => (part.startsWith("<") ? part : `<p>${part}</p>`)).join("");
          const { blocks = [] } = extract(html, { format: "html", blocks: true });
          const kept = blocks
            .map(({ text }) => text)
            .join(" ")
            .replace(/\s+/g, "");
          const words = parts
            .filter((part) => !part.startsWith("<") && !part.includes("&"))
            .flatMap((part) => part.trim().split(/\s+/));
          // A second title is no text of the page, and neither is what stands in it.
          fc.pre(!/<title/i.test(html));
          for (const word of words) expect(kept).toContain(word);
        },
      ),
      { numRuns: 300 },
    );
  },
  BUSY,
);

const TEXT =
  "<p>The harbour froze over on Friday night, and forty ships could not leave the port before Sunday.</p>";
const count = <T>(length: number, make: (i: number) => T): T[] => Array.from({ length }, (_, i) => make(i));
const jsonLd = (text: string): string => `<script type="application/ld+json">${text}</script>`;

/** Whatever is quadratic in one of these takes minutes. */
test.each<[string, string]>([
  ["elements in each other", `${"<div>".repeat(100_000)}${TEXT}`],
  ["elements in each other, each with text", "<div>a ".repeat(20_000)],
  ["paragraphs in as many elements as are told apart", `${"<i>".repeat(600)}${"<p>x".repeat(20_000)}`],
  ["tables in each other", "<table><tr><td>a<td>b".repeat(10_000)],
  ["a table of many rows", `<table>${"<tr><td>Selwyn<td>40 cm".repeat(15_000)}</table>`],
  ["links that do not end", '<a href="/x">Harbour '.repeat(50_000)],
  ["anything that does not end", "<div><ul><li><table><tr><td><b><a href=x><p>text ".repeat(4_000)],
  [
    "classes that are all different",
    count(10_000, (i) => `<p class="c${i} nav-${i}">Ship ${i}.</p>`).join(""),
  ],
  ["named elements in each other", `${'<div class="nav ad related">'.repeat(600)}${TEXT.repeat(1_000)}`],
  [
    "a class, an id and a style of a megabyte",
    `<p class="${"ad ".repeat(3e5)}" id="${"x".repeat(1e6)}" style="${"; ".repeat(5e5)}">${TEXT}`,
  ],
  [
    "a table of contents",
    count(3_000, (i) => `<li><a href="#s${i}">Part ${i}</a><h2>Part ${i}</h2>${TEXT}`).join(""),
  ],
  ["NUL bytes", `${"<p\0>a\0".repeat(20_000)}${TEXT}`],
  ["JSON-LD of megabytes", jsonLd(`{"@type":"Article","keywords":[${'"ice",'.repeat(400_000)}"x"]}`) + TEXT],
  [
    "JSON-LD in JSON-LD",
    jsonLd("[".repeat(200_000)) + jsonLd(`${"[".repeat(5_000)}${"]".repeat(5_000)}`) + TEXT,
  ],
  ["JSON-LD of comments", jsonLd("/*".repeat(300_000)) + jsonLd(`{}${";".repeat(200_000)}`) + TEXT],
  ["properties in properties", `${'<div itemprop="author">'.repeat(20_000)}${TEXT}`],
  [
    "titles",
    `<title>${"Harbour | ".repeat(50_000)}</title>${"<h1>Harbour freezes over</h1>".repeat(5_000)}${TEXT}`,
  ],
  ["dates", `${"<p>3 May 2024</p>".repeat(10_000)}${TEXT}`],
])(
  "a page is read that is full of %s",
  (_what, html) => {
    const article = extract(html, { format: "html", url: "https://post.example/" });
    expect(validate(article), JSON.stringify(validate.errors)).toBe(true);
  },
  BUSY,
);
