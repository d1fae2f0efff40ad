import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { LABELS } from "../../src/model.js";
import { RECORD_KEYS } from "../../src/output/formatter.js";
import schema from "../../src/output/schema.json" with { type: "json" };
import { bodycopy } from "../cli/harness.js";
import { article } from "./article.js";

const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);
const errorsOf = (record: unknown): unknown => (validate(record) ? [] : validate.errors);

test("lists the labels and the keys of the record in their order", () => {
  expect(schema.$defs.label.enum).toEqual([...LABELS]);
  expect(Object.keys(schema.properties)).toEqual([...RECORD_KEYS]);
  expect(schema.required).toEqual(RECORD_KEYS.filter((key) => key !== "blocks" && key !== "extra"));
});

test("describes every key", () => {
  const undescribed = Object.entries(schema.properties).filter(([, value]) => !("description" in value));
  expect(undescribed.map(([key]) => key)).toEqual([]);
});

describe("holds", () => {
  test("for a record with and without blocks", () => {
    expect(errorsOf(article())).toEqual([]);
    const blocks = [{ lines: [1, 1] as const, label: "body" as const, rule: "prose", text: "Sand." }];
    expect(errorsOf(article({ blocks }))).toEqual([]);
  });
  test("for what the command prints", async () => {
    const { stdout } = await bodycopy(["-f", "json", "--blocks", "dumps"]);
    const records = JSON.parse(stdout) as unknown[];
    expect(records.length).toBe(3);
    for (const record of records) expect(errorsOf(record)).toEqual([]);
  });
  test.each([
    "2021-12-31",
    "2021-12-31T07:52:00",
    "2021-12-31T07:52:00Z",
    "2021-12-31T07:52:00.5+01:00",
    null,
  ])("for the time %s", (published) => {
    expect(errorsOf(article({ published }))).toEqual([]);
  });
});

describe("does not hold", () => {
  const { title: _title, ...untitled } = article();
  test.each([
    ["without a key", untitled],
    ["with one more", { ...article(), extra: 1 }],
    ["for a sloppy time", article({ published: "2021-12-31 07:52" })],
    [
      "for an unknown label",
      { ...article(), noise: [{ label: "junk", text: "", count: 1, lines: [1], rule: "r" }] },
    ],
    ["for a confidence over 1", article({ confidence: 1.1 })],
    ["for line 0", { ...article(), body: [{ type: "paragraph", text: "", lines: [0, 1] }] }],
  ])("%s", (_what, record) => {
    expect(errorsOf(record)).not.toEqual([]);
  });
});
