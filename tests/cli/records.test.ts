/** bodycopy as a filter: --records. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { beforeAll, expect, test, vi } from "vitest";
import { EXECUTABLE, ensureBuilt } from "./built.js";
import { bodycopy } from "./harness.js";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });
beforeAll(ensureBuilt);

const TIDE = "The tide reached the upper quay on Monday, and the ferry did not sail.";
const PAGE = `<!doctype html><html><head><title>Quay</title></head><body><p>${TIDE}</p></body></html>`;
const short = ["--records", "--fields", "source,url,text"];
const framed = (...documents: readonly (string | Uint8Array)[]): Buffer =>
  Buffer.concat(documents.flatMap((one) => [Buffer.from(`${Buffer.byteLength(one)}\n`), Buffer.from(one)]));

interface Answer {
  readonly source: { readonly record: number | null; readonly id?: string };
  readonly text?: string;
  readonly url?: string;
  readonly error?: { readonly kind: string; readonly message: string };
}
const answers = (stdout: string): Answer[] =>
  stdout === ""
    ? []
    : stdout
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line) as Answer);
/** The record's position with its text, or with the kind of its error. */
const told = (stdout: string): string[] =>
  answers(stdout).map(({ source, text, error }) => `${source.record} ${error?.kind ?? text}`);

test("every line is answered by a line, also one that is no record", async () => {
  const stdin = [
    JSON.stringify({ id: "a", url: "https://quay.example/a", text: TIDE }),
    "",
    '{"text": ',
    JSON.stringify({ html: PAGE }),
    JSON.stringify({ articles: [{ text: TIDE }, { text: TIDE }] }),
    "7",
    JSON.stringify(TIDE),
    JSON.stringify({ text: "" }),
  ].join("\r\n");
  for (const input of [stdin, `${stdin}\n`, gzipSync(stdin)]) {
    const { code, stdout, stderr } = await bodycopy(short, { stdin: input });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(told(stdout)).toEqual([
      `0 ${TIDE}`,
      "1 invalid-json",
      "2 invalid-json",
      `3 ${TIDE}`,
      "4 no-text",
      "5 no-record",
      `6 ${TIDE}`,
      "7 ",
    ]);
    expect(answers(stdout)[0]).toMatchObject({ source: { id: "a" }, url: "https://quay.example/a" });
    expect(answers(stdout)[5]?.error?.message).toBe(
      "standard input: line 6: neither a JSON object nor a text; stepped over",
    );
  }
});

test("frames hold texts, pages and records of JSON, in any charset", async () => {
  const stdin = Buffer.concat([
    framed(TIDE, PAGE, JSON.stringify({ id: 7, text: TIDE }), "", Buffer.from("Die Fähre fährt.", "latin1")),
    Buffer.from("\r\n\n"),
    framed(Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), TIDE),
  ]);
  const { code, stdout } = await bodycopy(["--records=framed", ...short.slice(1)], { stdin });
  expect(code).toBe(0);
  expect(told(stdout)).toEqual([
    `0 ${TIDE}`,
    `1 ${TIDE}`,
    `2 ${TIDE}`,
    "3 ",
    "4 Die Fähre fährt.",
    "5 binary",
    `6 ${TIDE}`,
  ]);
});

test.each([
  [
    "a frame that is cut off",
    `${framed(TIDE)}90\nThe tide`,
    ["0", "1 truncated"],
    "framed data ends too early",
  ],
  [
    "a frame without a length",
    `${framed(TIDE)}The tide\n`,
    ["0"],
    "behind 1 record there is no number of bytes",
  ],
  ["an end within a length", `${framed(TIDE)}90`, ["0"], "behind 1 record there is no number of bytes"],
])("%s is told, behind all that was whole", async (_, stdin, records, sentence) => {
  const { code, stdout, stderr } = await bodycopy(["--records=framed"], { stdin });
  expect(code).toBe(1);
  expect(told(stdout).map((one, i) => (i === 0 ? "0" : one))).toEqual(records);
  expect(stderr).toContain(sentence);
});

test("a record that is too large is stepped over", async () => {
  const large = "x".repeat(2000);
  const rows = [JSON.stringify({ text: large }), JSON.stringify({ text: TIDE })];
  const args = ["--max-record", "1000", "--fields", "source,text"];
  const lines = await bodycopy(["--records", ...args], { stdin: rows.join("\n") });
  const inFrames = await bodycopy(["--records=framed", ...args], { stdin: framed(...rows) });
  for (const { code, stdout } of [lines, inFrames]) {
    expect(code).toBe(0);
    expect(told(stdout)).toEqual(["0 too-large", `1 ${TIDE}`]);
  }
});

test("whatever the bytes, frames come apart as they were put together", async () => {
  const documents = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(documents, async (all) => {
      const { code, stdout } = await bodycopy(["--records=framed"], { stdin: framed(...all) });
      expect(code).toBe(0);
      expect(answers(stdout).map(({ source }) => source.record)).toEqual(all.map((_, i) => i));
    }),
    { numRuns: 50 },
  );
});

test.each([
  [["--records", "dumps"], 'bodycopy: --records "dumps": expected one of ndjson, framed'],
  [["--records", "-f", "json"], "bodycopy: --records with --format json: expected --format ndjson"],
  [["--records=framed", "dumps"], "bodycopy: --records with paths: expected records on standard input"],
  [["--records", "--out-dir", "out"], "bodycopy: --out-dir with --records: expected standard output"],
  [
    ["--records", "--input-format", "html"],
    "bodycopy: --input-format html with --records=ndjson: expected one",
  ],
])("%j is refused", async (args, sentence) => {
  const { code, stderr } = await bodycopy(args);
  expect(code).toBe(2);
  expect(stderr).toContain(sentence);
});

test("a record is answered before the next one comes, with any number of threads", async () => {
  for (const jobs of ["1", "3"]) {
    const child = spawn(process.execPath, [EXECUTABLE, ...short, "--jobs", jobs]);
    for (let i = 0; i < 5; i++) {
      child.stdin.write(`${JSON.stringify({ text: TIDE })}\n`);
      expect(told(await lineOf(child))).toEqual([`${i} ${TIDE}`]);
    }
    child.stdin.end();
    expect(await once(child, "close")).toEqual([0, null]);
  }
});

async function lineOf({ stdout }: ChildProcess): Promise<string> {
  let text = "";
  while (!text.endsWith("\n")) text += String((await once(stdout as NodeJS.EventEmitter, "data"))[0]);
  return text;
}
