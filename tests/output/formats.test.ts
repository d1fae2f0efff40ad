import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseAllDocuments, parseDocument } from "yaml";
import type { Article } from "../../src/model.js";
import { FORMATS, formats } from "../../src/output/formats.js";
import type { FormatterOptions } from "../../src/output/formatter.js";
import { jsonText } from "../../src/output/jsonText.js";
import { article, printed } from "./article.js";

const one: FormatterOptions = { many: false, heads: true, fields: null };
const many: FormatterOptions = { many: true, heads: true, fields: null };
const empty = article({ body: [], text: "" });
const other = article({
  source: { ...article().source, path: "b/quay.txt" },
  title: null,
  body: [{ type: "paragraph", text: "Quay.", lines: [2, 2] }],
  text: "Quay.",
});

describe("text", () => {
  const { create } = formats.text;
  test("prints the body alone", () => {
    expect(printed(create(one), [article()])).toBe(`${article().text}\n`);
  });
  test("prints nothing for an empty body", () => {
    expect(printed(create(one), [empty])).toBe("");
  });
  test("heads each of several documents as head(1) does", () => {
    expect(printed(create(many), [empty, other])).toBe("==> harbour.txt <==\n\n==> b/quay.txt <==\nQuay.\n");
  });
  test("leaves the heads out when they are not wanted", () => {
    expect(printed(create({ ...many, heads: false }), [other, other])).toBe("Quay.\n\nQuay.\n");
  });
  test("calls standard input by its name", () => {
    const stdin = article({ source: { ...article().source, path: null }, text: "Quay." });
    expect(printed(create(many), [stdin])).toBe("==> standard input <==\nQuay.\n");
  });
});

describe("json", () => {
  const { create } = formats.json;
  test("prints one object", () => {
    const out = printed(create(one), [article()]);
    expect(out.startsWith('{\n  "source": {\n')).toBe(true);
    expect(out.endsWith('"confidence": 0.9\n}\n')).toBe(true);
    expect(JSON.parse(out)).toEqual(article());
  });
  test("prints an array that is the same as if it were printed whole", () => {
    const out = printed(create(many), [article(), other]);
    expect(out).toBe(`${JSON.stringify([article(), other], null, 2)}\n`);
  });
  test("prints an empty array for no record", () => {
    expect(printed(create(many), [])).toBe("[]\n");
  });
  test("prints the wanted keys in the wanted order", () => {
    const out = printed(create({ ...one, fields: ["text", "title"] }), [other]);
    expect(out).toBe('{\n  "text": "Quay.",\n  "title": null\n}\n');
  });
});

describe("ndjson", () => {
  const { create } = formats.ndjson;
  test("prints a record a line", () => {
    const lines = printed(create(many), [article(), other]).split("\n");
    expect(lines.length).toBe(3);
    expect(lines.slice(0, 2).map((line) => JSON.parse(line))).toEqual([article(), other]);
    expect(lines[2]).toBe("");
  });
  test("prints what JSON.stringify does, whatever the texts are", () => {
    const texts = fc.array(fc.string({ unit: "binary" }), { maxLength: 4 });
    fc.assert(
      fc.property(texts, texts, ([level = "", ...body], noise) => {
        const record = article({
          body: [
            { type: "heading", text: level, lines: [1, 1], level: 2 },
            ...body.map((text) => ({ type: "paragraph" as const, text, lines: [2, 3] as const })),
          ],
          text: [level, ...body].join("\n\n"),
          noise: noise.map((text) => ({ label: "link", text, count: 2, lines: [4, 5], rule: "bare-link" })),
        });
        expect(printed(create(many), [record])).toBe(`${jsonText(record, 0)}\n`);
      }),
    );
  });
  test("has no character that a reader takes for a line end or a terminal obeys", () => {
    const text = "a\u2028b\u2029c\u0085d\u009b31me\u007ff\u001b[0mg\r\nh";
    const out = printed(create({ ...one, fields: ["text"] }), [article({ text })]);
    expect(out).toBe('{"text":"a\\u2028b\\u2029c\\u0085d\\u009b31me\\u007ff\\u001b[0mg\\r\\nh"}\n');
    expect(JSON.parse(out)).toEqual({ text });
  });
  test("writes U+FFFD for half of a surrogate pair and leaves whole ones", () => {
    const out = printed(create({ ...one, fields: ["text"] }), [
      article({ text: "a\ud83d b\ude00 \ud83d\ude00 \\ud83d" }),
    ]);
    expect(JSON.parse(out)).toEqual({ text: "a\ufffd b\ufffd \ud83d\ude00 \\ud83d" });
  });
});

describe("yaml", () => {
  const { create } = formats.yaml;
  test("prints a document each", () => {
    const documents = parseAllDocuments(printed(create(many), [article(), other]));
    expect((documents as { toJS(): unknown }[]).map((d) => d.toJS())).toEqual([article(), other]);
  });
  test("quotes what YAML 1.1 would not read as text", () => {
    const out = printed(create({ ...one, fields: ["tags"] }), [
      article({ tags: ["yes", "2021-01-01", "1:30"] }),
    ]);
    expect(parseDocument(out, { version: "1.1" }).toJS()).toEqual({ tags: ["yes", "2021-01-01", "1:30"] });
  });
  test("has no control character but the line break", () => {
    const text = "a\u2028b\u2029c\u0085d\u009b31me\u007ff\u001b[0mg\r\nh\ufeff \ud83d \ud83d\ude00";
    const out = printed(create({ ...one, fields: ["text"] }), [article({ text })]);
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff]/);
    expect(parseDocument(out).toJS()).toEqual({ text: text.replace("\ud83d ", "\ufffd ") });
  });
});

describe("every format", () => {
  const record = fc.record({
    title: fc.option(fc.string({ unit: "binary" })),
    texts: fc.array(fc.string({ unit: "binary" })),
    tags: fc.array(fc.string({ unit: "binary" })),
  });
  const made = ({ title, texts, tags }: { title: string | null; texts: string[]; tags: string[] }): Article =>
    article({
      title,
      tags,
      body: texts.map((text, i) => ({ type: i % 2 === 0 ? "paragraph" : "code", text, lines: [1, 1] })),
      text: texts.join("\n\n"),
    });

  test("parses back to what went in", () => {
    fc.assert(
      fc.property(record, (parts) => {
        const a = made(parts);
        expect(JSON.parse(printed(formats.json.create(one), [a]))).toEqual(a);
        expect(JSON.parse(printed(formats.ndjson.create(one), [a]))).toEqual(a);
        expect(parseDocument(printed(formats.yaml.create(one), [a])).toJS()).toEqual(a);
      }),
    );
  });
  test.each(FORMATS.filter((name) => formats[name].printsRecord))(
    "%s is well-formed for any UTF-16",
    (name) => {
      const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
      fc.assert(
        fc.property(fc.string({ unit }), (text) => {
          const out = printed(formats[name].create(one), [
            made({ title: text, texts: [text], tags: [text] }),
          ]);
          expect(out).not.toMatch(/\p{Surrogate}/u);
          expect(out.endsWith("\n")).toBe(true);
        }),
      );
    },
  );
});
