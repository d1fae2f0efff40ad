/**
 * Golden documents: fixtures/documents/<case>/input.* and, beside it, expected.json with the facts that a careful reader
 * finds in it, a list of them for a file of many documents; expected.md, where there is one, is its Markdown. What expected.json does not name is not asserted; what it
 * names must be there to the letter.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { extractDocument } from "../src/extract.js";
import { type Article, type BodyPart, extract, InputError, type Label } from "../src/index.js";
import { readDocuments } from "../src/input/read.js";
import { markdown } from "../src/output/markdown.js";
import { builtinRules } from "../src/rules/registry.js";

interface ExpectedLabel {
  readonly line: number;
  readonly label: Label;
  readonly rule?: string;
}

/** `noise` counts blocks by label; an object inside a list, as an image or a part of the body, may leave keys out. */
interface Expected extends Partial<Omit<Article, "body" | "noise" | "confidence" | "images" | "blocks">> {
  readonly body: readonly (Pick<BodyPart, "text"> & Partial<BodyPart>)[];
  readonly labels: readonly ExpectedLabel[];
  readonly images?: readonly Partial<Article["images"][number]>[];
  readonly noise?: Partial<Record<Label, number>>;
  readonly confidence?: { readonly min?: number; readonly max?: number };
}

const ROOT = "fixtures/documents";
const ALWAYS = ["title", "published", "authors", "tags"] as const;
const cases = readdirSync(ROOT, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

// The record's schema is JSON Schema 2020-12.
const ajv = new Ajv2020({ strict: false, allErrors: true });
(formats as unknown as (ajv: Ajv2020) => void)(ajv);
const validate = ajv.compile(JSON.parse(readFileSync("src/output/schema.json", "utf8")));

const read = (name: string, file: string) => readFileSync(`${ROOT}/${name}/${file}`, "utf8");

interface Golden {
  readonly name: string;
  readonly article: Article;
  readonly expected: Expected;
}

/** One of a file that is a document, several of an archive or an export. */
async function golden(name: string): Promise<Golden[]> {
  const input = readdirSync(`${ROOT}/${name}`).find((file) => file.startsWith("input.")) ?? "input.txt";
  const path = `${ROOT}/${name}/${input}`;
  const expected = JSON.parse(read(name, "expected.json")) as Expected | readonly Expected[];
  const articles: Article[] = [];
  for await (const document of readDocuments({
    kind: "file",
    path,
    location: path,
    root: null,
    origin: "explicit",
  })) {
    if (document instanceof InputError) throw document;
    articles.push(extractDocument(document, builtinRules(), { blocks: true }));
  }
  const all = Array.isArray(expected) ? expected : [expected];
  if (all.length !== articles.length) throw new Error(`${path}: ${articles.length} documents`);
  return articles.map((article, i) => ({
    name: all.length === 1 ? name : `${name} ${article.source.record}`,
    article,
    expected: all[i] as Expected,
  }));
}

const goldens = (await Promise.all(cases.map(golden))).flat();

describe.each(goldens)("$name", ({ article, expected }) => {
  const { body, labels, noise, confidence, images, ...fields } = expected;

  test("names what every case must name", () => {
    for (const key of ALWAYS) expect(expected, key).toHaveProperty(key);
    expect(labels.length).toBeGreaterThan(0);
  });

  test("is a record", () => {
    validate(article);
    expect(validate.errors).toBeNull();
  });

  test.each(Object.entries(fields))("%s", (key, value) => {
    expect(article[key as keyof Article]).toEqual(value);
  });

  test("body", () => {
    expect(article.body).toMatchObject(body);
    expect(article.text).toBe(body.map((part) => part.text).join("\n\n"));
  });

  test("labels", () => {
    const got = labels.map((wanted) => ({ ...wanted, ...at(article, wanted) }));
    expect(got).toEqual(labels);
  });

  if (images !== undefined)
    test("images", () => {
      expect(article.images).toMatchObject(images);
    });

  if (noise !== undefined)
    test("noise", () => {
      for (const [label, count] of Object.entries(noise)) {
        const found = article.noise.filter((entry) => entry.label === label);
        expect([label, found.reduce((sum, entry) => sum + entry.count, 0)]).toEqual([label, count]);
      }
    });

  if (confidence !== undefined)
    test("confidence", () => {
      expect(article.confidence).toBeGreaterThanOrEqual(confidence.min ?? 0);
      expect(article.confidence).toBeLessThanOrEqual(confidence.max ?? 1);
    });
});

test.each(cases.filter((name) => existsSync(`${ROOT}/${name}/expected.md`)))("%s as Markdown", (name) => {
  const article = goldens.find((golden) => golden.name === name)?.article as Article;
  expect(markdown().record(article)).toBe(read(name, "expected.md"));
});

test.each(cases.filter((name) => name.endsWith("-crlf")))("%s is its twin with other line ends", (name) => {
  const twin = name.slice(0, -"-crlf".length);
  expect(read(name, "expected.json")).toBe(read(twin, "expected.json"));
  expect(read(name, "input.txt")).toBe(read(twin, "input.txt").replaceAll("\n", "\r\n"));
  expect(extract(read(name, "input.txt"), { blocks: true })).toEqual(
    extract(read(twin, "input.txt"), { blocks: true }),
  );
});

/** The label of the line that is asked for, with its rule where that is asked for too. */
function at(article: Article, { line, rule }: ExpectedLabel): { label: Label | null; rule?: string | null } {
  const block = article.blocks?.find(({ lines: [first, last] }) => first <= line && line <= last);
  const label = block?.label ?? null;
  return rule === undefined ? { label } : { label, rule: block?.rule ?? null };
}
