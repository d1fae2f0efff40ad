/** Containers on the command line. */
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { tree } from "../input/tree.js";
import { members, page, record, response } from "../input/warc/archive.js";
import { bodycopy } from "./harness.js";

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
