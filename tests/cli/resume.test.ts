/** Runs that are stopped and gone on with. */
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { members, record } from "../input/warc/archive.js";
import { bodycopy, FIXTURES, type Outcome } from "./harness.js";

const story = (i: number): string =>
  `The council of town ${i} voted on Tuesday to raise the harbour wall by ${i} centimetres before the winter storms.`;

/** JSON lines of which one is none. */
const lines = (from: number, to: number): string =>
  Array.from(
    { length: to - from },
    (_, i) => `${JSON.stringify({ id: `${from + i}`, text: story(from + i) })}\n`,
  ).join("");

let cwd: string;
beforeEach(async () => {
  cwd = mkdtempSync(join(tmpdir(), "bodycopy-"));
  cpSync(join(FIXTURES, "dumps"), join(cwd, "in/a"), { recursive: true });
  writeFileSync(
    join(cwd, "in/b.jsonl"),
    `${lines(0, 5)}{"broken\n${lines(5, 9)}{"broken too\n${lines(9, 12)}`,
  );
  const records = await Promise.all(
    [20, 21, 22].map((i) => record(story(i), { url: `https://news.example/${i}` })),
  );
  writeFileSync(join(cwd, "in/c.warc.wet.gz"), members(records));
  writeFileSync(join(cwd, "in/d.txt"), story(30));
});
afterEach(() => rmSync(cwd, { recursive: true }));

const files = (folder = "."): string[] =>
  readdirSync(join(cwd, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(cwd, folder).length + 1))
    .sort();

/**
 * Interrupts a run when it tells of what is wrong there, and leaves what a process would leave that ends there: the
 * files of `place` as they are at that moment.
 */
async function stopAt(where: string, args: readonly string[], place: string): Promise<string> {
  const interruption = new AbortController();
  const kept = mkdtempSync(join(tmpdir(), "bodycopy-kept-"));
  let stderr = "";
  await bodycopy(args, {
    cwd,
    interrupted: interruption.signal,
    told(text) {
      stderr += text;
      if (interruption.signal.aborted || !text.includes(where)) return;
      interruption.abort();
      cpSync(join(cwd, place), kept, { recursive: true });
    },
  });
  expect(stderr).toContain(where);
  rmSync(join(cwd, place), { recursive: true });
  cpSync(kept, join(cwd, place), { recursive: true });
  rmSync(kept, { recursive: true });
  return stderr;
}

const FULL_DISK = existsSync("/dev/full");
const GOES_ON = /^going on after \d+ documents of the run that was stopped\n/;
const STOPPED = /^stopped after (\d+) documents; the same command goes on from there\n/m;
/** `b.jsonl` is read with a failure at line 6 and another at line 11. */
const FAILURES = ["in/b.jsonl: line 6: ", "in/b.jsonl: line 11: "];

describe.each([
  ["text", "all"],
  ["json", "all"],
  ["ndjson", "all"],
  ["yaml", "all"],
  ["markdown", "all"],
  ["json", "all.gz"],
  ["text", "all.gz"],
])("-f %s -o %s", (format, name) => {
  beforeEach(() => {
    mkdirSync(join(cwd, "out"));
    mkdirSync(join(cwd, "whole"));
  });
  test("comes to the bytes of a run that nobody stopped", async () => {
    const args = ["-f", format, "in", "--fail-on", "low-confidence"];
    const whole = await bodycopy([...args, "-o", `whole/${name}`], { cwd });
    expect(whole.code).toBe(1);
    const resumed = [...args, "-o", `out/${name}`, "--resume"];
    const stderr = await stopAt("line 11:", resumed, "out");
    expect(stderr).toContain(FAILURES[0]);
    // Compressed, so little text is in no member yet.
    if (name === "all") expect(stderr).toMatch(STOPPED);
    if (name === "all") expect(files("out")).toEqual(["all.bodycopy-journal", "all.bodycopy-part"]);
    const outcome = await bodycopy(resumed, { cwd });
    expect(outcome.code).toBe(1);
    expect(outcome.stderr).toContain(FAILURES[1]);
    if (name === "all") {
      expect(outcome.stderr).toMatch(GOES_ON);
      expect(outcome.stderr).not.toContain(FAILURES[0]);
    }
    expect(files("out")).toEqual([name]);
    expect(readFileSync(join(cwd, "out", name)).equals(readFileSync(join(cwd, "whole", name)))).toBe(true);
  });
});

const ARGS = ["-f", "ndjson", "in", "-o", "out/all", "--resume"];
const JOURNAL = "out/all.bodycopy-journal";
const PART = "out/all.bodycopy-part";

/** Stopped within b.jsonl, behind the three documents before it and nine of its own. */
async function stopped(args: readonly string[] = ARGS): Promise<void> {
  mkdirSync(join(cwd, "out"), { recursive: true });
  await stopAt("line 11:", args, "out");
}

async function whole(): Promise<Buffer> {
  mkdirSync(join(cwd, "whole"), { recursive: true });
  await bodycopy(["-f", "ndjson", "in", "-o", "whole/all"], { cwd });
  return readFileSync(join(cwd, "whole/all"));
}

async function comesToTheWhole(): Promise<Outcome> {
  const outcome = await bodycopy(ARGS, { cwd });
  expect(readFileSync(join(cwd, "out/all")).toString()).toBe((await whole()).toString());
  expect(files("out")).toEqual(["all"]);
  return outcome;
}

describe("going on", () => {
  test("does not do again what was done", async () => {
    await stopped();
    // It would be seen if it were: these bytes were written by the run before.
    const part = readFileSync(join(cwd, PART), "utf8");
    writeFileSync(join(cwd, PART), part.replaceAll("town", "TOWN"));
    const outcome = await bodycopy(ARGS, { cwd });
    expect(outcome.stderr).toMatch(/^going on after 12 documents of/);
    const all = readFileSync(join(cwd, "out/all"), "utf8");
    expect(all).toMatch(/TOWN 8 (?!.*town 8 ).*town 9 /s);
  });
  test("takes a line that was torn for none, and what is behind the last mark for nothing", async () => {
    await stopped();
    appendFileSync(join(cwd, PART), '{"half a rec');
    appendFileSync(join(cwd, JOURNAL), '{"inputs":4,"items":0,"docum');
    expect((await comesToTheWhole()).stderr).toMatch(/^going on after 12 documents/);
  });
  test("takes rubbish in the journal for its end", async () => {
    await stopped();
    appendFileSync(
      join(cwd, JOURNAL),
      `\0\0\0\n{"inputs":-1}\n{"inputs":99,"items":0,"documents":99,"failures":0,"condition":false,"text":null}\n`,
    );
    expect((await comesToTheWhole()).stderr).toMatch(/^going on after 12 documents/);
  });
  test("goes back to the last mark that the output has", async () => {
    await stopped();
    const [mark = ""] = readFileSync(join(cwd, JOURNAL), "utf8").trimEnd().split("\n").slice(-1);
    const { text } = JSON.parse(mark);
    const later = {
      ...JSON.parse(mark),
      items: 11,
      documents: 13,
      text: { ...text, bytes: text.bytes + 1000 },
    };
    appendFileSync(join(cwd, JOURNAL), `${JSON.stringify(later)}\n`);
    expect((await comesToTheWhole()).stderr).toMatch(/^going on after 12 documents/);
  });
  test("begins anew when the output has lost everything, or the journal is none", async () => {
    await stopped();
    truncateSync(join(cwd, PART), 10);
    expect((await comesToTheWhole()).stderr).not.toMatch(GOES_ON);
    await stopped();
    truncateSync(join(cwd, JOURNAL), 5);
    expect((await comesToTheWhole()).stderr).not.toMatch(GOES_ON);
    await stopped();
    rmSync(join(cwd, PART));
    expect((await comesToTheWhole()).stderr).not.toMatch(GOES_ON);
  });
  test("reads an archive from where it was", async () => {
    const records = await Promise.all([1, 2, 3, 4].map((i) => record(story(i))));
    const broken = Buffer.from("WARC/1.0\r\nWARC-Type: conversion\r\n\r\n");
    const archive = members([...records.slice(0, 3), broken, ...records.slice(3)]);
    rmSync(join(cwd, "in"), { recursive: true });
    mkdirSync(join(cwd, "in"));
    mkdirSync(join(cwd, "out"));
    const path = join(cwd, "in/sea.warc.wet.gz");
    const write = (bytes: Uint8Array): void => {
      writeFileSync(path, bytes);
      utimesSync(path, 1_700_000_000, 1_700_000_000);
    };
    write(archive);
    const all = await whole();
    await stopAt("record 3", ARGS, "out");
    // It would be told if it were read.
    write(Buffer.concat([Buffer.alloc(100), archive.subarray(100)]));
    const { stderr } = await bodycopy(ARGS, { cwd });
    expect(stderr).toMatch(/^going on after 3 documents[^\n]*\nin\/sea\.warc\.wet\.gz: record 3[^\n]*\n$/);
    expect(readFileSync(join(cwd, "out/all")).equals(all)).toBe(true);
  });
  test("may be stopped again", async () => {
    mkdirSync(join(cwd, "out"));
    await stopAt("line 6:", ARGS, "out");
    await stopAt("line 11:", ARGS, "out");
    expect((await comesToTheWhole()).stderr).toMatch(/^going on after 12 documents/);
  });
  test("is told in the summary", async () => {
    await stopped();
    const { stderr } = await bodycopy([...ARGS, "--summary", "json"], { cwd });
    expect(JSON.parse(stderr.trimEnd().split("\n").at(-1) ?? "")).toMatchObject({
      documents: 7,
      errors: 1,
      exitCode: 1,
      earlier: { documents: 12, errors: 1 },
    });
    await stopped();
    const text = await bodycopy([...ARGS, "--summary"], { cwd });
    expect(text.stderr).toMatch(
      /7 documents, .* after 12 documents and 1 error of the run that was stopped\n$/,
    );
  });
  test("is told by --quiet of nothing but failures", async () => {
    await stopped(["--quiet", ...ARGS]);
    const { stderr } = await bodycopy(["--quiet", ...ARGS], { cwd });
    expect(stderr).toMatch(/^in\/b\.jsonl: line 11: [^\n]*\n$/);
  });
  test("reads neither the journal nor the file in the making", async () => {
    await stopped();
    cpSync(join(cwd, "out"), join(cwd, "in/out"), { recursive: true });
    const { stderr } = await bodycopy(["-f", "ndjson", "in/out/*", "-o", "in/out/all"], { cwd });
    expect(stderr).toMatch(/^[^\n]*; this one begins anew\n$/);
    expect(files("in/out")).not.toContain("all");
  });
});

describe("another run", () => {
  const refused = async (args: readonly string[], ...lines: readonly string[]): Promise<void> => {
    const before = files("out").map((file) => readFileSync(join(cwd, "out", file), "utf8"));
    expect(await bodycopy(args, { cwd })).toEqual({
      code: 2,
      stdout: "",
      stderr: [
        ...(lines[0]?.startsWith("  in") ? ["going on after 12 documents of the run that was stopped"] : []),
        `${join(cwd, JOURNAL)}: the run that was stopped is another one:`,
        ...lines,
        "Make it as it was to go on, or begin anew without --resume.",
        "",
      ].join("\n"),
    });
    expect(files("out").map((file) => readFileSync(join(cwd, "out", file), "utf8"))).toEqual(before);
  };
  test("with other options is refused", async () => {
    await stopped();
    await refused(
      ["-f", "json", "in", "--blocks", "-o", "out/all", "--resume"],
      "  --format was ndjson, is json",
      "  --blocks was not given, is given",
    );
    expect((await bodycopy(ARGS, { cwd })).code).toBe(1);
  });
  test("with other inputs is refused", async () => {
    await stopped();
    await refused(["in", ...ARGS], '  the list of inputs was ["in"], is ["in","in"]');
  });
  test("with other rules is refused", async () => {
    const rule = (why: string): string =>
      `- { id: quay, label: other, summary: A quay, why: ${why}, when: { equals: [quay] }, examples: { fires: [Quay], passes: [a] } }\n`;
    writeFileSync(join(cwd, "quay.yaml"), rule("one"));
    await stopped(["--rules", "quay.yaml", ...ARGS]);
    writeFileSync(join(cwd, "quay.yaml"), rule("two"));
    await refused(["--rules", "quay.yaml", ...ARGS], "  --rules quay.yaml (1) has changed");
    await refused(ARGS, "  --rules quay.yaml (1) has changed");
  });
  test("with a file that has changed is refused", async () => {
    await stopped();
    appendFileSync(join(cwd, "in/a/harbour.txt"), "More.");
    await refused(ARGS, "  in/a/harbour.txt has changed");
  });
  test("with a file more or less is refused", async () => {
    await stopped();
    writeFileSync(join(cwd, "in/a/again.txt"), story(40));
    await refused(ARGS, "  input 1 was in/a/harbour.txt, is in/a/again.txt");
    rmSync(join(cwd, "in/a/again.txt"));
    for (const name of ["b.jsonl", "c.warc.wet.gz", "d.txt"]) rmSync(join(cwd, "in", name));
    await refused(ARGS, "  input 4 was in/b.jsonl, is gone");
  });
  test("may find more where the other one had not been", async () => {
    await stopped();
    writeFileSync(join(cwd, "in/e.txt"), story(41));
    await comesToTheWhole();
  });
});

test("without --resume a run begins anew and clears away what was left", async () => {
  await stopped();
  const anew = ["-f", "ndjson", "in", "-o", "out/all"];
  const failing = await bodycopy(["-f", "ndjson", "nowhere", "-o", "out/all"], { cwd });
  expect(failing.stderr).toContain("could go on with --resume; this one begins anew");
  await stopped();
  const outcome = await bodycopy(anew, { cwd });
  expect(outcome.stderr).toContain("could go on with --resume; this one begins anew");
  expect(files("out")).toEqual(["all"]);
  expect(readFileSync(join(cwd, "out/all")).equals(await whole())).toBe(true);
  expect((await bodycopy(anew, { cwd })).stderr).not.toContain("--resume");
});

test("--resume that was never stopped is a run as any", async () => {
  mkdirSync(join(cwd, "out"));
  expect((await comesToTheWhole()).stderr).not.toMatch(GOES_ON);
});

test.each([
  [["in"], "--resume without --out-dir or --output: expected a folder or a file to write to"],
  [["in", "-o", "-"], "--resume without --out-dir or --output: expected a folder or a file to write to"],
  [["in", "-o", "/dev/null"], "--resume with --output /dev/null: expected a folder or a file to write to"],
  [["-o", "all"], "--resume with standard input: expected files, which can be read again"],
  [["in", "-", "-o", "all"], "--resume with standard input: expected files, which can be read again"],
  [["/dev/null", "-o", "all"], '--resume with "/dev/null": expected files, which can be read again'],
])("%j with --resume is refused", async (args, sentence) => {
  const { code, stderr } = await bodycopy([...args, "--resume"], { cwd });
  expect(stderr).toBe(`bodycopy: ${sentence}\nTry bodycopy --help.\n`);
  expect(code).toBe(2);
});

describe("--out-dir", () => {
  const args = (folder: string): string[] => ["-f", "json", "in", "--out-dir", folder];
  const contents = (folder: string): Record<string, string> =>
    Object.fromEntries(files(folder).map((file) => [file, readFileSync(join(cwd, folder, file), "utf8")]));

  test("comes to the files of a run that nobody stopped", async () => {
    await bodycopy(args("whole"), { cwd });
    await stopAt("line 11:", [...args("out"), "--resume"], "out");
    expect(files("out")).toEqual([
      expect.stringMatching(/^\.bodycopy-[0-9a-f]{16}\.journal$/),
      "in/a/harbour.txt.json",
      "in/a/letters/empty.txt.json",
      "in/a/letters/quay.txt.json",
      "in/b.jsonl.json.bodycopy-part",
    ]);
    writeFileSync(join(cwd, "out/in/a/harbour.txt.json"), "mine");
    const outcome = await bodycopy([...args("out"), "--resume"], { cwd });
    expect(outcome.stderr).toMatch(/^going on after 12 documents/);
    expect(outcome.code).toBe(1);
    expect(contents("out")).toEqual({ ...contents("whole"), "in/a/harbour.txt.json": "mine" });
  });
  test("goes back to the beginning of a file whose first part is lost", async () => {
    await bodycopy(args("whole"), { cwd });
    await stopAt("line 11:", [...args("out"), "--resume"], "out");
    rmSync(join(cwd, "out/in/b.jsonl.json.bodycopy-part"));
    const outcome = await bodycopy([...args("out"), "--resume"], { cwd });
    expect(outcome.stderr).toMatch(/^going on after 3 documents/);
    expect(contents("out")).toEqual(contents("whole"));
  });
  test("keeps the runs over other inputs apart", async () => {
    await stopAt("line 11:", [...args("out"), "--resume"], "out");
    const other = await bodycopy(["-f", "json", "in/d.txt", "--out-dir", "out", "--resume"], { cwd });
    expect(other).toEqual({ code: 0, stdout: "", stderr: "" });
    expect((await bodycopy([...args("out"), "--resume"], { cwd })).stderr).toMatch(/^going on after 12/);
  });
  test.runIf(FULL_DISK)("stops at a full disk, and goes on", async () => {
    await bodycopy(args("whole"), { cwd });
    mkdirSync(join(cwd, "out/in"), { recursive: true });
    symlinkSync("/dev/full", join(cwd, "out/in/c.warc.wet.gz.json"));
    const full = await bodycopy([...args("out"), "--resume"], { cwd });
    expect(full.code).toBe(1);
    expect(full.stderr).toMatch(STOPPED);
    expect(full.stderr).toContain(
      "out/in/c.warc.wet.gz.json: cannot be written: no space left on the device",
    );
    rmSync(join(cwd, "out/in/c.warc.wet.gz.json"));
    const outcome = await bodycopy([...args("out"), "--resume"], { cwd });
    expect(outcome.stderr).toMatch(/^going on after 15 documents/);
    expect(outcome.code).toBe(1);
    expect(contents("out")).toEqual(contents("whole"));
  });
  test("remembers the places of what it does not do again", async () => {
    mkdirSync(join(cwd, "sub"));
    const twice = [
      "-f",
      "ndjson",
      "../in/a/harbour.txt",
      "../in/b.jsonl",
      "in/a/harbour.txt",
      "--out-dir",
      "out",
    ];
    cpSync(join(cwd, "in"), join(cwd, "sub/in"), { recursive: true });
    const { stderr } = await bodycopy(twice, { cwd: join(cwd, "sub") });
    expect(stderr).toContain("in/a/harbour.txt: not written, since");
  });
});
