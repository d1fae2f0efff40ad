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

test("any page gives a record", () => {
  fc.assert(
    fc.property(page, (html) => {
      const article = extract(html, { format: "html", url: "https://post.example/", blocks: true });
      expect(validate(article), JSON.stringify(validate.errors)).toBe(true);
      for (const { label, text } of article.blocks ?? []) {
        expect(LABELS).toContain(label);
        expect(text.trim()).not.toBe("");
      }
      expect(article.text).toBe(article.body.map(({ text }) => text).join("\n\n"));
      expect(extract(html, { format: "html", url: "https://post.example/", blocks: true })).toEqual(article);
    }),
    { numRuns: 300 },
  );
});

test("no text between tags is lost: every word of a paragraph is in a block", () => {
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
});
