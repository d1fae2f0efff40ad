/** Results in files: --output and --out-dir. */
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { AtomicFile } from "../../src/cli/atomicFile.js";
import { OutputError } from "../../src/cli/outputError.js";
import { bodycopy, FIXTURES } from "./harness.js";

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "bodycopy-"));
  cpSync(join(FIXTURES, "dumps"), join(cwd, "dumps"), { recursive: true });
});
afterEach(() => rmSync(cwd, { recursive: true }));

const tree = (folder = "."): string[] =>
  readdirSync(join(cwd, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(cwd, folder).length + 1))
    .sort();
const read = (path: string): string => readFileSync(join(cwd, path), "utf8");
const TITLE = '{"title":"Harbour to be dredged in spring"}\n';
const titles = ["-f", "ndjson", "--fields", "title"];

test("--out-dir mirrors the tree of the inputs", async () => {
  const outcome = await bodycopy([...titles, "dumps", "--out-dir", "out"], { cwd });
  expect(outcome).toEqual({ code: 0, stdout: "", stderr: "" });
  expect(tree("out")).toEqual([
    "dumps/harbour.txt.ndjson",
    "dumps/letters/empty.txt.ndjson",
    "dumps/letters/quay.txt.ndjson",
  ]);
  expect(read("out/dumps/harbour.txt.ndjson")).toBe(TITLE);
});

test("--out-dir writes one object a file, whatever the way to it", async () => {
  await bodycopy(["-f", "json", "--fields", "title", "dumps", "dumps/harbour.txt", "--out-dir", "out"], {
    cwd,
  });
  expect(read("out/dumps/harbour.txt.json")).toBe('{\n  "title": "Harbour to be dredged in spring"\n}\n');
});

test("--out-dir makes no file for an input that cannot be read", async () => {
  writeFileSync(join(cwd, "dumps/picture.txt"), Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]));
  const outcome = await bodycopy([...titles, "dumps", "--out-dir", "out"], { cwd });
  expect(outcome.code).toBe(1);
  expect(outcome.stderr).toMatch(/^dumps\/picture\.txt: not text/);
  expect(tree("out").length).toBe(3);
});

test("--skip-existing leaves a result as it is and does not read its input", async () => {
  mkdirSync(join(cwd, "out/dumps"), { recursive: true });
  writeFileSync(join(cwd, "out/dumps/harbour.txt.ndjson"), "mine");
  writeFileSync(join(cwd, "dumps/harbour.txt"), Buffer.from([0, 1, 2, 3]));
  const outcome = await bodycopy([...titles, "dumps", "--out-dir", "out", "--skip-existing"], { cwd });
  expect(outcome).toEqual({ code: 0, stdout: "", stderr: "" });
  expect(read("out/dumps/harbour.txt.ndjson")).toBe("mine");
  expect(tree("out").length).toBe(3);
});

test("of two inputs with one place the first is written and the second is named", async () => {
  mkdirSync(join(cwd, "in"));
  writeFileSync(join(cwd, "in/harbour.txt"), "");
  cpSync(join(cwd, "dumps/harbour.txt"), join(cwd, "harbour.txt"));
  const args = [...titles, "../harbour.txt", "harbour.txt", "--out-dir", "out"];
  const outcome = await bodycopy(args, { cwd: join(cwd, "in") });
  expect(outcome.code).toBe(1);
  expect(outcome.stderr).toBe(
    "harbour.txt: not written, since out/harbour.txt.ndjson is the place of ../harbour.txt; give it another --out-dir\n",
  );
  expect(read("in/out/harbour.txt.ndjson")).toBe(TITLE);
});

test("a run does not read what an earlier one wrote", async () => {
  const args = [".", "-f", "text", "--out-dir", "out"];
  await bodycopy(args, { cwd });
  const first = tree();
  expect(await bodycopy(args, { cwd })).toEqual({ code: 0, stdout: "", stderr: "" });
  expect(tree()).toEqual(first);
  expect(first).toContain("out/dumps/harbour.txt.txt");
  const all = ["dumps", "-o", "dumps/all.txt"];
  await bodycopy(all, { cwd });
  const whole = read("dumps/all.txt");
  await bodycopy(all, { cwd });
  expect(read("dumps/all.txt")).toBe(whole);
});

test("a tree inside of the folder for the results is read all the same", async () => {
  expect(await bodycopy(["dumps", "--out-dir", "."], { cwd })).toEqual({ code: 0, stdout: "", stderr: "" });
  expect(tree("dumps")).toContain("harbour.txt.txt");
});

test("a result that cannot be written leaves the others", async () => {
  // A file stands where a folder is needed.
  mkdirSync(join(cwd, "out/dumps"), { recursive: true });
  writeFileSync(join(cwd, "out/dumps/letters"), "");
  const outcome = await bodycopy([...titles, "dumps", "--out-dir", "out"], { cwd });
  expect(outcome.code).toBe(1);
  expect(outcome.stderr).toBe(
    ["empty", "quay"]
      .map(
        (name) =>
          `out/dumps/letters/${name}.txt.ndjson: cannot be written: a part of its path is a file, not a folder\n`,
      )
      .join(""),
  );
  expect(tree("out")).toEqual(["dumps/harbour.txt.ndjson", "dumps/letters"]);
});

test("--output writes a file whole", async () => {
  const outcome = await bodycopy([...titles, "dumps", "-o", "all.ndjson"], { cwd });
  expect(outcome).toEqual({ code: 0, stdout: "", stderr: "" });
  expect(read("all.ndjson")).toBe(`${TITLE}{"title":null}\n{"title":null}\n`);
  expect(tree().filter((path) => path.includes("tmp"))).toEqual([]);
});

test("--output - is standard output", async () => {
  const outcome = await bodycopy([...titles, "dumps/harbour.txt", "-o", "-"], { cwd });
  expect(outcome).toEqual({ code: 0, stdout: TITLE, stderr: "" });
});

test("--output keeps the file of an earlier run when nothing could be read", async () => {
  writeFileSync(join(cwd, "all.ndjson"), "before");
  const outcome = await bodycopy([...titles, "nowhere.txt", "-o", "all.ndjson"], { cwd });
  expect(outcome.code).toBe(1);
  expect(read("all.ndjson")).toBe("before");
  expect(tree().filter((path) => path.includes("tmp"))).toEqual([]);
});

test("--output keeps the permissions of the file and follows links", async () => {
  writeFileSync(join(cwd, "real.ndjson"), "before");
  chmodSync(join(cwd, "real.ndjson"), 0o640);
  symlinkSync("real.ndjson", join(cwd, "link.ndjson"));
  await bodycopy([...titles, "dumps/harbour.txt", "-o", "link.ndjson"], { cwd });
  expect(read("real.ndjson")).toBe(TITLE);
  expect(statSync(join(cwd, "real.ndjson")).mode & 0o777).toBe(0o640);
  expect(readlinkSync(join(cwd, "link.ndjson"))).toBe("real.ndjson");
});

test.each([
  ["nowhere/all.txt", "nowhere/all.txt: cannot be written: its folder does not exist; make it first\n"],
  ["dumps", "dumps: cannot be written: it is a folder, not a file\n"],
])("--output %s is told before anything is read", async (output, stderr) => {
  expect(await bodycopy(["nowhere.txt", "-o", output], { cwd })).toEqual({ code: 1, stdout: "", stderr });
});

test.runIf(existsSync("/dev/full"))("a full disk is told", async () => {
  const stderr = "/dev/full: cannot be written: no space left on the device; free some and run again\n";
  expect(await bodycopy(["dumps", "-o", "/dev/full"], { cwd })).toEqual({ code: 1, stdout: "", stderr });
});

test.runIf(existsSync("/dev/full"))(
  "a full disk under --out-dir leaves nothing half-written and the others done",
  async () => {
    mkdirSync(join(cwd, "out/dumps"), { recursive: true });
    symlinkSync("/dev/full", join(cwd, "out/dumps/harbour.txt.ndjson"));
    const outcome = await bodycopy([...titles, "dumps", "--out-dir", "out"], { cwd });
    expect(outcome.code).toBe(1);
    expect(outcome.stderr).toBe(
      "out/dumps/harbour.txt.ndjson: cannot be written: no space left on the device; free some and run again\n",
    );
    expect(tree("out").filter((path) => path.includes("letters")).length).toBe(2);
    expect(tree("out").length).toBe(3);
  },
);

test("an interrupt removes what is half-written, before abort() returns", () => {
  const interruption = new AbortController();
  const context = { cwd, interrupted: interruption.signal };
  const done = new AtomicFile("done.txt", context);
  done.write("whole");
  done.commit();
  const half = new AtomicFile("half.txt", context);
  half.write("half");
  expect(tree().some((path) => path.endsWith(".tmp"))).toBe(true);
  interruption.abort();
  expect(tree().filter((path) => !path.startsWith("dumps"))).toEqual(["done.txt"]);
});

test("a file that was broken off is not there", () => {
  const file = new AtomicFile("half.txt", { cwd, interrupted: new AbortController().signal });
  file.write("half");
  file.discard();
  expect(tree().filter((path) => !path.startsWith("dumps"))).toEqual([]);
  expect(() => file.write("more")).toThrow(OutputError);
});

test.runIf(existsSync("/proc"))(
  "--out-dir where no folder can be made is told, not tried for ever",
  async () => {
    const outcome = await bodycopy([...titles, "dumps/harbour.txt", "--out-dir", "/proc/none"], { cwd });
    expect(outcome.code).toBe(1);
    expect(outcome.stderr).toContain("/proc/none");
  },
);
