/** Containers on the command line. */
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { expect, test } from "vitest";
import { tree } from "../input/tree.js";
import { members, page, record, response } from "../input/warc/archive.js";
import { bodycopy } from "./harness.js";

const ajv = new Ajv2020({ strict: false, allErrors: true });
(formats as unknown as (ajv: Ajv2020) => void)(ajv);
const validate = ajv.compile(JSON.parse(readFileSync("src/output/schema.json", "utf8")));

const STORY = [
  "Harbour wall to be raised",
  "The council voted on Tuesday to raise the harbour wall by forty centimetres before the winter storms come.",
  "Shop owners on the quay fear that the wall will hide the harbour from the street, and ask for windows in it.",
].join("\n");

const wet = () =>
  Promise.all([
    record("", { type: "warcinfo" }),
    record(STORY, { headers: { "WARC-Identified-Content-Language": "eng" } }),
    record(STORY.replaceAll("harbour", "river"), { url: "https://news.example/river" }),
  ]);

test("an archive gives an array, with addresses and languages from its heads", async () => {
  const cwd = tree({ "crawl.warc.wet.gz": members(await wet()) });
  const { code, stdout, stderr } = await bodycopy(["-f", "json", "crawl.warc.wet.gz"], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(JSON.parse(stdout)).toMatchObject([
    {
      source: { path: "crawl.warc.wet.gz", record: 1 },
      url: "https://news.example/harbour",
      language: "en",
      published: null,
    },
    { source: { record: 2 }, url: "https://news.example/river", language: "en" },
  ]);
});

test("an archive of one page gives an array too, from standard input and into a folder", async () => {
  const stored = gzipSync(
    await response(
      page(
        STORY.split("\n")
          .slice(1)
          .map((text) => `<p>${text}</p>`)
          .join(""),
      ),
    ),
  );
  const piped = await bodycopy(["-f", "json"], { stdin: stored });
  expect(JSON.parse(piped.stdout)).toMatchObject([
    { source: { format: "html" }, url: "https://news.example/harbour" },
  ]);
  const cwd = tree({ "a.warc.gz": stored });
  expect(await bodycopy(["-f", "json", ".", "--out-dir", "out"], { cwd })).toMatchObject({ code: 0 });
  const again = await bodycopy(["-f", "ndjson", "a.warc.gz"], { cwd });
  expect(JSON.parse(again.stdout)).toMatchObject({ title: "Harbour wall" });
});

test("the texts of an archive are headed by its name and their numbers", async () => {
  const cwd = tree({ "crawl.wet": Buffer.concat(await wet()) });
  const { stdout } = await bodycopy(["crawl.wet"], { cwd });
  expect(stdout.match(/^==>.*<==$/gm)).toEqual(["==> crawl.wet record 1 <==", "==> crawl.wet record 2 <=="]);
});

test("a broken record is told with its number and address, and the others are read", async () => {
  const [info, first, second] = (await wet()) as [Buffer, Buffer, Buffer];
  const wrong = Buffer.from(
    first.toString("latin1").replace(/Content-Length: \d+/, "Content-Length: 7"),
    "latin1",
  );
  const cwd = tree({ "crawl.wet": Buffer.concat([info, wrong, second]) });
  const { code, stdout, stderr } = await bodycopy(["-f", "ndjson", "crawl.wet"], { cwd });
  expect(code).toBe(1);
  expect(stdout.trim().split("\n")).toHaveLength(1);
  expect(stderr).toBe(
    "crawl.wet: record 1 (https://news.example/harbour): its Content-Length is missing or wrong; stepped over\n",
  );
});

test("--max-record steps over what is larger", async () => {
  const cwd = tree({
    "crawl.wet": Buffer.concat([
      ...(await wet()),
      await record("wave ".repeat(3000), { url: "https://news.example/\u001b[31mred" }),
    ]),
  });
  const { code, stderr } = await bodycopy(["-f", "ndjson", "--max-record", "10K", "crawl.wet"], { cwd });
  expect(code).toBe(1);
  expect(stderr).toBe(
    "crawl.wet: record 3 (https://news.example/%1B[31mred): larger than 10240 bytes, stepped over; --max-record raises the limit\n",
  );
  const { code: usage, stderr: told } = await bodycopy(["--max-record", "many", "crawl.wet"], { cwd });
  expect(usage).toBe(2);
  expect(told).toContain('--max-record "many": expected a number of bytes');
});

const ARTICLE = {
  title: "Harbour wall",
  author: "By Ada Brightwater and Piet Moss",
  date: "Tue, 05 Mar 2024 06:07:08 GMT",
  lang: "eng",
  text: STORY,
};

test("an export gives an array, with what it tells of its articles before what their texts tell", async () => {
  const lines = [{ ...ARTICLE, id: 7, stars: 3 }, { content: STORY }]
    .map((one) => JSON.stringify(one))
    .join("\n");
  const cwd = tree({ "export.jsonl": lines });
  const { code, stdout, stderr } = await bodycopy(["-f", "json", "--keep-fields", "export.jsonl"], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const records = JSON.parse(stdout);
  for (const record of records) {
    validate(record);
    expect(validate.errors).toBeNull();
  }
  expect(records).toMatchObject([
    {
      source: { record: 0, id: "7" },
      title: "Harbour wall",
      authors: ["Ada Brightwater", "Piet Moss"],
      published: "2024-03-05T06:07:08Z",
      language: "en",
      extra: { stars: 3 },
    },
    { source: { record: 1 }, title: "Harbour wall to be raised", language: "en", extra: {} },
  ]);
  const fields = await bodycopy(["-f", "ndjson", "--fields", "title,extra", "export.jsonl"], { cwd });
  expect(fields.stdout.split("\n")[0]).toBe('{"title":"Harbour wall","extra":{"stars":3}}');
});

test("the head of an archive's record is passed on with --keep-fields", async () => {
  const cwd = tree({ "crawl.wet": Buffer.concat(await wet()) });
  const { stdout } = await bodycopy(["-f", "ndjson", "--keep-fields", "crawl.wet"], { cwd });
  const record = JSON.parse(stdout.split("\n")[0] ?? "");
  expect(record).toMatchObject({ published: null, extra: { "WARC-Date": "2024-03-05T06:07:08Z" } });
  expect(record.source.id).toMatch(/^<urn:uuid:/);
  validate(record);
  expect(validate.errors).toBeNull();
});

test("a line that is no JSON is told, in visible characters, and the others are read", async () => {
  const cwd = tree({
    "a/export.jsonl": `${JSON.stringify(ARTICLE)}\n{"text": \u001b[31m}\n42\n{"size": 1}\n${JSON.stringify(ARTICLE)}\n`,
  });
  const { code, stdout, stderr } = await bodycopy(["-f", "ndjson", "a"], { cwd });
  expect(code).toBe(1);
  expect(stdout.trim().split("\n")).toHaveLength(2);
  const [invalid = "", ...others] = stderr.trimEnd().split("\n");
  expect(invalid).toMatch(/^a\/export\.jsonl: line 2: invalid JSON: [^\u001b]*; stepped over$/);
  expect(others).toEqual([
    "a/export.jsonl: line 3: neither a JSON object nor a text; stepped over",
    "a/export.jsonl: line 4: no field that holds a text (there are size); name it with --text-field or --html-field; stepped over",
  ]);
});

test("values nested beyond all reason break nothing", async () => {
  const deep = `{"text": "The tide.", "deep": ${"[".repeat(200_000)}${"]".repeat(200_000)}, "flat": 1}`;
  const { code, stdout } = await bodycopy(["-f", "ndjson", "--keep-fields"], { stdin: deep });
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ extra: { flat: 1 } });
});

test("--keep-fields is refused where no record is printed", async () => {
  expect(await bodycopy(["--keep-fields", "a.jsonl"])).toMatchObject({ code: 2 });
});

test("of the JSON in a folder only exports are read, settings and results of earlier runs are not", async () => {
  const cwd = tree({
    "all/articles.json": JSON.stringify([{ size: 1 }, ARTICLE]),
    "all/package.json": '{"name": "a", "version": "1.0.0"}',
    "all/tsconfig.json": '{\n  // comments\n  "include": []\n}',
    "all/story.txt": STORY,
  });
  await bodycopy(["-f", "json", "all/story.txt", "--out-dir", "."], { cwd });
  const { code, stdout, stderr } = await bodycopy(["-f", "ndjson", "--fields", "source", "all"], { cwd });
  expect(stdout.match(/all\/[\w.]+/g)).toEqual(["all/articles.json", "all/story.txt"]);
  expect(stderr).toContain("all/articles.json: line 1: no field that holds a text");
  expect(code).toBe(1);
  expect((await bodycopy(["all/package.json"], { cwd })).stderr).toContain(
    "all/package.json: line 1: no field",
  );
});

test("explain tells the records of a file apart, and takes one of them", async () => {
  const broken = Buffer.from("rubbish\n");
  const cwd = tree({ "crawl.wet": Buffer.concat([...(await wet()), broken]) });
  const heads = (text: string): string[] => text.match(/^.*confidence.*$/gm) ?? [];
  const all = await bodycopy(["explain", "crawl.wet"], { cwd });
  expect(heads(all.stdout)).toMatchObject(
    [/^crawl\.wet record 1 \(https:\/\/news\.example\/harbour\): 3 lines/, /^crawl\.wet record 2 /].map(
      (head) => expect.stringMatching(head),
    ),
  );
  expect(all).toMatchObject({
    code: 1,
    stderr: "crawl.wet: record 3: no WARC record begins here; stepped over\n",
  });
  const one = await bodycopy(["explain", "--record", "2", "crawl.wet"], { cwd });
  expect(heads(one.stdout)).toEqual([
    expect.stringMatching(/^crawl\.wet record 2 \(https:\/\/news\.example\/river\): /),
  ]);
  expect(one).toMatchObject({ code: 0, stderr: "" });
  for (const [record, told] of [
    ["7", "expected the number of a record that has a document"],
    ["x", "from 0"],
  ] as const) {
    const { code, stderr } = await bodycopy(["explain", "--record", record, "crawl.wet"], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain(told);
  }
});

test("a page that was saved under the name of a text is a page, unless somebody says otherwise", async () => {
  const cwd = tree({ "saved.txt": page("<p>The harbour wall will be raised by forty centimetres.</p>") });
  for (const [options, format] of [
    [[], "html"],
    [["--input-format", "text"], "text"],
  ] as const) {
    const { stdout } = await bodycopy(["-f", "ndjson", ...options, "saved.txt"], { cwd });
    expect(JSON.parse(stdout)).toMatchObject({ source: { format }, title: "Harbour wall" });
  }
});
