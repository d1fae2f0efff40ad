/** What only a real process shows: signals, closed pipes, open ones, limits of the system. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { EXECUTABLE, ensureBuilt } from "./built.js";
import { FIXTURES } from "./harness.js";

// Starting a process can take long on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

let cwd: string;
beforeAll(() => {
  ensureBuilt();
  cwd = mkdtempSync(join(tmpdir(), "bodycopy-"));
  cpSync(FIXTURES, cwd, { recursive: true });
});
afterAll(() => rmSync(cwd, { recursive: true }));

const start = (...args: string[]): ChildProcess => spawn(process.execPath, [EXECUTABLE, ...args], { cwd });
const ended = (child: ChildProcess): Promise<number | string | null> =>
  new Promise((resolve) => child.on("close", (code, signal) => resolve(code ?? signal)));
function textOf(stream: ChildProcess["stdout"]): Promise<string> {
  let text = "";
  stream?.setEncoding("utf8").on("data", (chunk: string) => {
    text += chunk;
  });
  return new Promise((resolve) => stream?.on("close", () => resolve(text)));
}

test("runs as a program", async () => {
  const child = start("-f", "ndjson", "--fields", "title", "mixed");
  const outcome = await Promise.all([ended(child), textOf(child.stdout), textOf(child.stderr)]);
  expect(outcome[0]).toBe(1);
  expect(outcome[1]).toBe('{"title":"Harbour to be dredged in spring"}\n');
  expect(outcome[2]).toMatch(/^mixed\/cut\.txt\.gz: .*\nmixed\/picture\.txt: .*\n$/);
});

test.each([[["--version"]], [["dumps/harbour.txt"]], [["schema"]]])(
  "%s does not wait for a standard input that it does not read",
  async (args) => {
    const child = start(...args);
    expect(await ended(child)).toBe(0);
    child.stdin?.destroy();
  },
);

test("a reader that leaves early is a normal end, even when more input could come", async () => {
  // More than a pipe holds, from a standard input that stays open behind it.
  mkdirSync(join(cwd, "many"));
  for (let i = 0; i < 200; i++) cpSync(join(cwd, "dumps/harbour.txt"), join(cwd, `many/${i}.txt`));
  const child = start("-f", "ndjson", "many", "-");
  const stderr = textOf(child.stderr);
  child.stdout?.once("data", () => child.stdout?.destroy());
  expect(await ended(child)).toBe(0);
  expect(await stderr).toBe("");
});

test.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)("%s ends with %i and leaves nothing half-written", async (signal, code) => {
  const folder = join(cwd, signal);
  mkdirSync(folder);
  const child = start("dumps/harbour.txt", "-", "-o", join(folder, "all.txt"));
  const end = ended(child);
  // It waits for its standard input once the temporary file is there.
  while (readdirSync(folder).length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  child.kill(signal);
  expect(await end).toBe(code);
  expect(readdirSync(folder)).toEqual([]);
});

/** Documents with some megabytes of results. */
function manyDocuments(folder: string): void {
  mkdirSync(join(cwd, folder));
  const sentence = (i: number, k: number): string =>
    `The harbour of town ${i} is to be dredged ${k} times in spring, the council said.`;
  const line = (i: number): string =>
    JSON.stringify({ text: Array.from({ length: 40 }, (_, k) => sentence(i, k)).join("\n") });
  const lines = Array.from({ length: 100 }, (_, i) => line(i)).join("\n");
  for (const name of ["a", "b", "c", "d"]) writeFileSync(join(cwd, folder, `${name}.jsonl`), lines);
}

const marks = (journal: string): number =>
  existsSync(journal) ? (readFileSync(journal, "utf8").match(/^\{"inputs":/gm)?.length ?? 0) : 0;

test.each([
  ["SIGKILL", "all.gz"],
  ["SIGINT", "all"],
] as const)("--resume goes on after %s of a run into %s", async (signal, name) => {
  const output = `${signal}-${name}`;
  manyDocuments(`${signal}-in-${name}`);
  const args = ["-f", "json", `${signal}-in-${name}`, "-o"];
  expect(await ended(start(...args, `whole-${output}`))).toBe(0);
  const journal = join(cwd, `${output}.bodycopy-journal`);
  let kills = 0;
  for (let code: unknown = null; code !== 0; ) {
    const before = marks(journal);
    const child = start(...args, output, "--resume");
    const end = ended(child);
    const stderr = textOf(child.stderr);
    let isOver = false;
    void end.then(() => {
      isOver = true;
    });
    while (!isOver && marks(journal) <= before) await new Promise((resolve) => setTimeout(resolve, 5));
    // A run may have ended before it was seen to have begun: tests/kill stops long ones.
    if (kills++ < 2) child.kill(signal);
    code = await end;
    // Done, maybe just before the signal came.
    if (!existsSync(journal)) break;
    expect(code).toBe(signal === "SIGINT" ? 130 : signal);
    // The signal may have come when the file was in its place and the journal was not gone yet.
    expect([`${output}.bodycopy-part`, output].some((file) => existsSync(join(cwd, file)))).toBe(true);
    if (signal === "SIGINT") expect(await stderr).toMatch(/^stopped after \d+ documents; the same/m);
  }
  const [whole, resumed] = [`whole-${output}`, output].map((file) => readFileSync(join(cwd, file)));
  expect(resumed?.equals(whole ?? Buffer.alloc(0))).toBe(true);
  expect(existsSync(journal)).toBe(false);
});

/** Sends an export until the threads have all had some of it, and then nothing more, neither a record nor an end. */
async function busy(child: ChildProcess): Promise<void> {
  const record = `${JSON.stringify({ text: "The harbour is to be dredged in spring.\n\n".repeat(100) })}\n`;
  child.stdin?.on("error", () => {});
  const feed = (): void => {
    while (child.stdin?.writable && child.stdin.write(record));
  };
  child.stdin?.on("drain", feed);
  feed();
  let records = 0;
  await new Promise<void>((resolve) => {
    child.stdout?.on("data", (chunk: Buffer) => {
      records += chunk.filter((byte) => byte === LINE_END).length;
      if (records > 1_500) resolve();
    });
  });
  child.stdin?.off("drain", feed);
}
const LINE_END = 0x0a;

test("Ctrl-C ends a run on several threads", async () => {
  const child = start("-f", "ndjson", "-j", "3");
  await busy(child);
  child.kill("SIGINT");
  expect(await ended(child)).toBe(130);
});

test("a reader that leaves ends a run on several threads, though its input is still open", async () => {
  const child = start("-f", "ndjson", "-j", "3");
  const stderr = textOf(child.stderr);
  await busy(child);
  child.stdout?.destroy();
  expect(await ended(child)).toBe(0);
  expect(await stderr).toBe("");
});

test.runIf(process.platform === "linux")(
  "a result that does not fit is not there, and the others are",
  () => {
    mkdirSync(join(cwd, "limited"));
    writeFileSync(
      join(cwd, "limited/large.txt"),
      "The harbour is to be dredged in spring, the council said.\n".repeat(5_000),
    );
    writeFileSync(join(cwd, "limited/small.txt"), "");
    // No file may grow past 64 blocks of 512 bytes.
    const script = `ulimit -f 64; "${process.execPath}" "${EXECUTABLE}" -f ndjson --blocks limited --out-dir out 2>&1; echo $?; ls -A out/limited`;
    expect(execFileSync("sh", ["-c", script], { cwd, encoding: "utf8" })).toBe(
      [
        "out/limited/large.txt.ndjson: cannot be written: the file would be too large for its file system",
        "1",
        "small.txt.ndjson",
        "",
      ].join("\n"),
    );
  },
);

test.runIf(process.platform === "linux")(
  "a result that does not fit is gone on with where there is room",
  () => {
    manyDocuments("fit");
    const args = `-f ndjson fit -o fit.ndjson --resume`;
    // No file may grow past 2048 blocks of 512 bytes.
    const script = `ulimit -f 2048; "${process.execPath}" "${EXECUTABLE}" ${args} 2>&1; echo $?`;
    expect(execFileSync("sh", ["-c", script], { cwd, encoding: "utf8" })).toMatch(
      /^stopped after \d+ documents; the same command goes on from there\nfit\.ndjson: cannot be written: the file would be too large for its file system\n1\n$/,
    );
    const all = execFileSync(process.execPath, [EXECUTABLE, "-f", "ndjson", "fit"], { cwd, maxBuffer: 1e9 });
    execFileSync(process.execPath, [EXECUTABLE, ...args.split(" ")], { cwd, stdio: "pipe" });
    expect(readFileSync(join(cwd, "fit.ndjson")).equals(all)).toBe(true);
  },
);
