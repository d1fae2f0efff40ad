import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InputError } from "../../../src/errors.js";
import { STANDARD_INPUT } from "../../../src/input/inputFile.js";
import { type ReadOptions, readDocuments } from "../../../src/input/read.js";
import type { SourceDocument } from "../../../src/model.js";

async function read(
  content: string | Uint8Array,
  options: ReadOptions = {},
  size = 1 << 20,
): Promise<(SourceDocument | InputError)[]> {
  const bytes = Buffer.from(content);
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += size) pieces.push(bytes.subarray(at, at + size));
  const found: (SourceDocument | InputError)[] = [];
  const stdin = Readable.from(pieces);
  for await (const document of readDocuments(STANDARD_INPUT, { stdin, format: "jsonl", ...options })) {
    found.push(document);
  }
  return found;
}

/** What was read, in short: the text of a document, the line and the kind of a failure. */
const told = (found: readonly (SourceDocument | InputError)[]): string[] =>
  found.map((one) => (one instanceof InputError ? `! ${one.place?.line} ${one.problem.kind}` : one.text));

const lines = (...values: readonly unknown[]): string =>
  values.map((value) => JSON.stringify(value)).join("\n");
const TIDES = ["The first tide.", 'The second "tide" [1], {2}.', "Die dritte Flut: größer \\ 🌊."];
const RECORDS = TIDES.map((text, i) => ({ id: i + 7, text }));

describe("the records of", () => {
  test.each<[string, string | Uint8Array]>([
    ["JSON lines", lines(...RECORDS)],
    ["JSON lines with blank ones and CRLF", `\r\n${lines(...RECORDS).replaceAll("\n", "\r\n\r\n")}\r\n`],
    ["JSON lines behind a byte order mark", `\ufeff${lines(...RECORDS)}`],
    ["JSON lines in UTF-16", Buffer.from(`\ufeff${lines(...RECORDS)}`, "utf16le")],
    ["compressed JSON lines", gzipSync(lines(...RECORDS))],
    ["an array", JSON.stringify(RECORDS)],
    ["an array over many lines", `\ufeff${JSON.stringify(RECORDS, null, 2)}\n`],
    ["objects over many lines", RECORDS.map((one) => JSON.stringify(one, null, 2)).join("\n")],
    [
      "objects without anything between them",
      JSON.stringify({ text: TIDES[0] }, null, 1) + lines(RECORDS[1]) + lines(RECORDS[2]),
    ],
    [
      "an envelope",
      JSON.stringify({ status: "ok", totalResults: 3, articles: RECORDS, next: [{ text: "no" }] }),
    ],
    [
      "an envelope over many lines",
      JSON.stringify({ meta: { page: [1] }, results: RECORDS, more: "]}" }, null, 2),
    ],
    ["envelopes in lines", lines({ articles: RECORDS.slice(0, 1) }, { articles: RECORDS.slice(1) })],
    ["JSON lines without line ends", RECORDS.map((one) => JSON.stringify(one)).join(" ")],
    ["texts alone", lines(...TIDES)],
    ["a search engine's dump", lines(...RECORDS.map((_source) => ({ _index: "news", _id: "a", _source })))],
  ])("%s come one by one, whatever the pieces", async (_, content) => {
    for (const size of [1, 5, 1 << 20]) {
      const found = await read(content, {}, size);
      expect(told(found)).toEqual(TIDES);
      expect(found.map((one) => !(one instanceof InputError) && one.record)).toEqual([0, 1, 2]);
    }
  });
  test("an article that has lists of its own is no envelope", async () => {
    const article = { text: TIDES[0], articles: [{ text: "Another." }] };
    for (const content of [lines(article), JSON.stringify(article, null, 2)]) {
      expect(told(await read(content))).toEqual([TIDES[0]]);
    }
  });
  test("what no name tells are found by how it begins", async () => {
    for (const content of [lines(...RECORDS), JSON.stringify(RECORDS, null, 2)]) {
      expect(told(await read(content, { format: "auto" }))).toEqual(TIDES);
    }
    expect(await read("[12] The tide.\n{so it is said}", { format: "auto" })).toMatchObject([
      { format: "text" },
    ]);
  });
});

describe("a record that is", () => {
  test("no JSON is told with its line, and the others are read", async () => {
    const content = [lines(RECORDS[0]), '{"text": "cut', "", '{"text": "a" "b"}', lines(RECORDS[2])].join(
      "\n",
    );
    for (const size of [1, 1 << 20]) {
      expect(told(await read(content, {}, size))).toEqual([
        TIDES[0],
        "! 2 invalid-json",
        "! 4 invalid-json",
        TIDES[2],
      ]);
    }
  });
  test("no JSON within an array is told with its line, and the others are read", async () => {
    const content = `[\n${lines(RECORDS[0])},\n{"text": 'single'},\n${lines(RECORDS[2])}\n]`;
    expect(told(await read(content))).toEqual([TIDES[0], "! 3 invalid-json", TIDES[2]]);
  });
  test("no JSON among others on its line is told, and the others are read", async () => {
    const content = `${JSON.stringify(RECORDS[0])}{"text": 'single'}${JSON.stringify(RECORDS[2])}`;
    expect(told(await read(`${content}\n{bad} {worse\n`))).toEqual([
      TIDES[0],
      "! 1 invalid-json",
      TIDES[2],
      "! 2 invalid-json",
    ]);
  });
  test("cut off is told, and so is an array without an end", async () => {
    expect(told(await read(`[${lines(RECORDS[0])},{"text": "cu`))).toEqual([TIDES[0], "! 1 invalid-json"]);
    const open = await read(`[${lines(RECORDS[0])},`);
    expect(open).toMatchObject([{ text: TIDES[0] }, { problem: { kind: "truncated", container: "JSON" } }]);
  });
  test("larger than --max-record is stepped over without being kept", async () => {
    const large = { text: "wave ".repeat(50_000) };
    for (const content of [
      lines(RECORDS[0], large, RECORDS[2]),
      JSON.stringify([RECORDS[0], large, RECORDS[2]]),
    ]) {
      const found = told(await read(content, { maxRecord: 1000 }, 700));
      expect(found.map((text) => text.replace(/\d/, "n"))).toEqual([TIDES[0], "! n too-large", TIDES[2]]);
    }
  });
  test("an element of an envelope counts by itself, however large the envelope is", async () => {
    const articles = Array.from({ length: 200 }, (_, i) => ({ text: `Tide ${i}.` }));
    expect(await read(JSON.stringify({ status: "ok", articles }), { maxRecord: 100 })).toHaveLength(200);
  });
  test("without a text is told with the fields that it has", async () => {
    const found = await read(lines({ name: "a", size: 3 }, 42, null, { text: null }, { text: "" }));
    expect(found).toMatchObject([
      { problem: { kind: "no-text", wanted: null, found: ["name", "size"] }, place: { line: 1 } },
      { problem: { kind: "no-record" } },
      { problem: { kind: "no-record" } },
      { text: "" },
      { text: "" },
    ]);
    expect(await read(lines({ text: 42, id: 1 }, { body: { a: 1 } }, { html: [1] }))).toMatchObject([
      { problem: { kind: "no-text", found: ["text, which is a number", "id"] } },
      { problem: { kind: "no-text", found: ["body, which is an object"] } },
      { problem: { kind: "no-text", found: ["html, which is a list of others"] } },
    ]);
    expect(await read(lines({ text: "a" }), { textField: "boddy" })).toMatchObject([
      { problem: { kind: "no-text", wanted: "boddy", found: ["text"] } },
    ]);
  });
});

describe("the text", () => {
  const only = async (item: object, options: ReadOptions = {}) => (await read(lines(item), options))[0];
  test.each<[object, object]>([
    [
      { description: "Short.", content: "Long." },
      { text: "Long.", format: "text" },
    ],
    [{ Article_Text: "Long." }, { text: "Long." }],
    [
      { text: "Plain.", raw_html: "<p>Marked.</p>" },
      { text: "<p>Marked.</p>", format: "html" },
    ],
    [
      { text: "Plain.", html: "" },
      { text: "Plain.", format: "text" },
    ],
    [
      { content: { rendered: "<p>Marked.</p>" }, title: { rendered: "Tide" } },
      { format: "html", known: { title: "Tide" } },
    ],
    [{ body: ["One.", "Two."] }, { text: "One.\nTwo." }],
    [{ content: "The council met… [+2143 chars]" }, { text: "The council met…" }],
    [{ content: "The tide.\r\nThe council met… [+2143 chars]" }, { text: "The tide.\r\nThe council met" }],
    [
      { title: [" ", "Tide"], text: ["One.", "Two."], date: ["2024-03-05"] },
      { text: "One.\nTwo.", known: { title: "Tide", published: "2024-03-05" } },
    ],
    [{ text: "One.<br>\n\nTwo.\n\nThree." }, { format: "text" }],
    [{ text: "<p>One.</p>\n\n<p>Two.</p>" }, { format: "html" }],
    [
      { article: { maintext: "In it." }, url: "https://news.example/a" },
      { text: "In it.", url: "https://news.example/a" },
    ],
    [{ text: "5 < 7 and <b>bold</b>" }, { format: "text" }],
  ])("of %j is found", async (item, expected) => {
    expect(await only(item)).toMatchObject(expected);
  });
  test("is that of the named field, by a name with dots or a path", async () => {
    const item = {
      text: "no",
      data: { page: { words: "yes", raw: "<p>marked</p>" }, "a.b": "dots" },
      "c.d": "own dots",
    };
    expect(await only(item, { textField: "data.page.words" })).toMatchObject({ text: "yes", format: "text" });
    expect(await only(item, { htmlField: "data.page.raw" })).toMatchObject({
      text: "<p>marked</p>",
      format: "html",
    });
    expect(await only(item, { textField: "c.d" })).toMatchObject({ text: "own dots" });
    expect(await only(item, { textField: "toString" })).toMatchObject({ problem: { kind: "no-text" } });
    expect(await only({ html: "", text: "yes" }, { htmlField: "html", textField: "text" })).toMatchObject({
      text: "yes",
    });
  });
});

test("what NewsAPI tells of an article is known", async () => {
  const article = {
    source: { id: null, name: "Harbour Post" },
    author: "Ada Brightwater, Piet Moss",
    title: "Harbour wall to be raised",
    description: "The council has voted.",
    url: "https://news.example/harbour",
    urlToImage: "https://news.example/wall.jpg",
    publishedAt: "2024-03-05T06:07:08Z",
    content: "The council voted.",
    category: "Local",
    likes: 12,
  };
  expect(await read(JSON.stringify({ status: "ok", articles: [article] }), { keepFields: true })).toEqual([
    {
      path: null,
      record: 0,
      format: "text",
      encoding: "utf-8",
      text: "The council voted.",
      contained: true,
      url: "https://news.example/harbour",
      known: {
        title: "Harbour wall to be raised",
        description: "The council has voted.",
        authors: ["Ada Brightwater, Piet Moss"],
        published: "2024-03-05T06:07:08Z",
        publisher: { name: "Harbour Post" },
        section: "Local",
        images: [{ url: "https://news.example/wall.jpg", width: null, height: null }],
      },
      extra: { likes: 12 },
    },
  ]);
});

test("what a scraper tells is known under its many names", async () => {
  const item = {
    id: 99,
    headline: "Tide",
    authors: [{ name: "Ada Brightwater" }, "Piet Moss"],
    date_publish: 1709618828,
    date_modify: "1709618829000",
    keywords: "harbour, storm;  tide",
    lang: "pt-BR",
    image: { url: "https://news.example/a.png", width: 640, height: "many" },
    source: "https://news.example/feed",
    link: "javascript:alert(1)",
    text: "The tide.",
  };
  expect(await read(lines(item))).toMatchObject([
    {
      id: "99",
      url: null,
      known: {
        title: "Tide",
        authors: ["Ada Brightwater", "Piet Moss"],
        published: "2024-03-05T06:07:08Z",
        modified: "2024-03-05T06:07:09Z",
        tags: ["harbour", " storm", "  tide"],
        languages: ["pt-BR"],
        images: [{ url: "https://news.example/a.png", width: 640, height: null }],
      },
    },
  ]);
  expect(await read(lines({ ...item, key: { n: "k-1" } }), { idField: "key.n" })).toMatchObject([
    { id: "k-1" },
  ]);
});

test("any values give as many records, in lines and in an array", async () => {
  const text = fc.string({ unit: "grapheme", maxLength: 20 });
  const item = fc.record({ text, more: fc.jsonValue({ maxDepth: 3 }) });
  await fc.assert(
    fc.asyncProperty(
      fc.array(item, { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 1, max: 40 }),
      async (items, size) => {
        const texts = items.map((one) => one.text.replace(/\s?\[\+\d{1,7} chars\]\s*$/, ""));
        for (const content of [lines(...items), JSON.stringify(items), JSON.stringify(items, null, 1)]) {
          expect(told(await read(content, {}, size))).toEqual(texts);
        }
      },
    ),
    { numRuns: 60 },
  );
});

test("any bytes are read to their end", async () => {
  const piece = fc.oneof(
    fc.uint8Array({ maxLength: 10 }),
    fc
      .constantFrom("{", "}", "[", "]", '"', "\\", ",", ":", "\n", '"articles":[', '"text":"a"')
      .map((one) => Buffer.from(one)),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
      await read(Buffer.concat(pieces), { maxRecord: 50 }, 7);
    }),
    { numRuns: 300 },
  );
});
