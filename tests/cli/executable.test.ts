/** What only a real process shows: signals, closed pipes, open ones, limits of the system. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
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
