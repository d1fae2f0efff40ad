/** One folder with all that people have: dumps, saved pages, archives, exports, and what is none of these. */
import { expect, test } from "vitest";
import { bodycopy } from "./harness.js";

const ORDER = [
  "saved/crawl/pages.warc.gz 2",
  "saved/crawl/pages.warc.gz 5",
  "saved/crawl/texts.wet.gz 1",
  "saved/crawl/texts.wet.gz 2",
  "saved/empty.txt 0",
  "saved/exports/boats.jsonl 0",
  "saved/exports/boats.jsonl 1",
  "saved/exports/boats.jsonl 2",
  "saved/exports/news.json 0",
  "saved/exports/news.json 1",
  "saved/harbour.txt 0",
  "saved/pages-saved.html 0",
];
const TITLES = [
  "El transbordador vuelve a la isla",
  "Die alte Mühle mahlt wieder",
  "Harbour wall to be raised by forty centimetres",
  "A feira dos barcos volta em maio",
  null,
  "The ferry that sails without a timetable",
  "Brot für alle",
  "Le pont ferme pour trois semaines",
  "Harbour wall to be raised by forty centimetres",
  "A feira dos barcos volta em maio",
  "Harbour wall to be raised",
  "Gezeiten berechnen: ein kleines Programm",
];

/** Milliseconds on a machine that has other work too. */
const UNDER_LOAD = { timeout: 60_000 };

test(
  "one command reads a mixed folder in the order of its paths, and tells what it cannot read",
  UNDER_LOAD,
  async () => {
    const { code, stdout, stderr } = await bodycopy(["-f", "ndjson", "saved"]);
    const records = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(records.map(({ source }) => `${source.path} ${source.record}`)).toEqual(ORDER);
    expect(records.map(({ title }) => title)).toEqual(TITLES);
    const [line, ...files] = stderr.trimEnd().split("\n");
    expect(line).toMatch(/^saved\/exports\/boats\.jsonl: line 5: invalid JSON: .*; stepped over$/);
    expect(files).toEqual([
      "saved/noise.txt: not text; convert it to text first",
      "saved/report.html: not text but PDF; convert it to text first",
    ]);
    expect(code).toBe(1);
  },
);

test("what a folder's walk passes by is told when it is named", async () => {
  const named = ["saved/picture.png", "saved/report.pdf", "saved/exports/settings.json"];
  const { code, stdout, stderr } = await bodycopy(["-f", "ndjson", ...named]);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr.trimEnd().split("\n")).toEqual([
    "saved/picture.png: not text but PNG; convert it to text first",
    "saved/report.pdf: not text but PDF; convert it to text first",
    "saved/exports/settings.json: line 1: no field that holds a text (there are name, version); name it with --text-field or --html-field; stepped over",
  ]);
});

test("every format of output takes a mixed folder", UNDER_LOAD, async () => {
  const json = await bodycopy(["-f", "json", "saved"]);
  expect(JSON.parse(json.stdout)).toHaveLength(ORDER.length);
  const text = await bodycopy(["saved"]);
  const heads = [...text.stdout.matchAll(/^==> (.*) <==$/gm)].map(([, head]) => head);
  expect(heads).toEqual(ORDER.map((one) => one.replace(/ 0$/, "").replace(/ (\d+)$/, " record $1")));
});
