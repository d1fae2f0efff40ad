import { expect, test } from "vitest";
import { duration } from "../../src/cli/duration.js";
import { lookAhead } from "../../src/cli/lookAhead.js";
import { Progress } from "../../src/cli/progress.js";
import { Tally } from "../../src/cli/tally.js";
import { bodycopy, Kept } from "./harness.js";

/** A progress with a clock that is set by hand, told of documents of so many bytes. */
function at(stream: Kept, choice: boolean | undefined) {
  const clock = { ms: 0 };
  const tally = new Tally();
  const progress = new Progress(stream, choice, tally, () => clock.ms);
  const document = (bytes: number): void => {
    tally.document(bytes, []);
    progress.moved();
  };
  return { clock, tally, progress, document };
}

test("a short run shows nothing", () => {
  const stderr = new Kept(true);
  const { clock, progress, document } = at(stderr, undefined);
  document(4);
  clock.ms = 999;
  document(4);
  progress.clear();
  expect(stderr.text).toBe("");
});

test("a long run shows one line that is written over and taken away", () => {
  const stderr = new Kept(true);
  const { clock, tally, progress, document } = at(stderr, undefined);
  document(1_000_000);
  clock.ms = 1_000;
  document(500_000);
  clock.ms = 1_100;
  document(0);
  tally.errors++;
  clock.ms = 1_300;
  document(0);
  progress.clear();
  progress.clear();
  expect(stderr.text).toBe(
    "\r\u001b[2K2 documents, 1.5 MB, 1.5 MB/s\r\u001b[2K4 documents, 1.5 MB, 1.2 MB/s, 1 error\r\u001b[2K",
  );
});

test("the time left is told once all that there is to do is known", () => {
  const stderr = new Kept(true);
  const { clock, tally, document } = at(stderr, undefined);
  tally.found = 500;
  tally.passed = 100;
  tally.read = 100;
  clock.ms = 60_000;
  document(0);
  tally.isAllFound = true;
  clock.ms = 61_000;
  document(0);
  expect(stderr.text.split("\r\u001b[2K")).toEqual([
    "",
    "1 document, 0.0 MB, 0.0 MB/s",
    "2 documents, 0.0 MB, 0.0 MB/s, 3 min left",
  ]);
});

test("durations are told in the unit that counts", () => {
  const words = [0.04, 9.94, 30, 119.4, 130, 7199, 7201, 90_000].map(duration);
  expect(words).toEqual(["0.0 s", "9.9 s", "30 s", "119 s", "2 min", "120 min", "2 h 0 min", "25 h 0 min"]);
});

test("a stream that is no terminal gets nothing, or whole lines when they are asked for", () => {
  const log = new Kept(false);
  for (const choice of [undefined, false, true]) {
    const { clock, progress, document } = at(log, choice);
    clock.ms = 1_000;
    document(0);
    clock.ms = 5_000;
    document(0);
    clock.ms = 6_000;
    document(0);
    progress.clear();
  }
  expect(log.text).toBe("1 document, 0.0 MB, 0.0 MB/s\n3 documents, 0.0 MB, 0.0 MB/s\n");
});

test("--no-progress shows nothing on a terminal", () => {
  const stderr = new Kept(true);
  const { clock, document } = at(stderr, false);
  clock.ms = 5_000;
  document(0);
  expect(stderr.text).toBe("");
});

test("looking ahead gives the same values, and what the source broke off with behind them", async () => {
  async function* source(): AsyncGenerator<number> {
    for (let i = 0; i < 1000; i++) yield i;
    throw new Error("broken off");
  }
  const seen: number[] = [];
  const given: number[] = [];
  const all = lookAhead(source(), { seen: (value) => seen.push(value), ended: () => seen.push(-1) });
  const walk = async (): Promise<void> => {
    for await (const value of all) {
      // It is ahead, by a bounded number of steps at a time.
      if (given.length === 0) expect(seen.length).toBeLessThan(600);
      given.push(value);
    }
  };
  await expect(walk()).rejects.toThrow("broken off");
  expect(given).toEqual(Array.from({ length: 1000 }, (_, i) => i));
  expect(seen).toEqual(given);
});

test("--summary json tells what the run came to in one line", async () => {
  const args = ["dumps", "mixed", "--summary", "json", "--jobs", "1", "--fail-on", "empty,low-confidence"];
  const { code, stderr } = await bodycopy(args);
  const line = stderr.trimEnd().split("\n").at(-1) ?? "";
  expect(code).toBe(1);
  expect(JSON.parse(line)).toEqual({
    documents: 4,
    bytes: expect.any(Number),
    errors: 2,
    conditions: { empty: 1, "low-confidence": expect.any(Number) },
    seconds: expect.any(Number),
    jobs: 1,
    exitCode: 1,
    earlier: { documents: 0, errors: 0 },
  });
});

test("--summary tells it in words, and without it short runs tell nothing", async () => {
  const { stderr } = await bodycopy(["dumps", "nowhere.txt", "--summary"]);
  expect(stderr).toMatch(
    /^nowhere\.txt: .*\n3 documents, 0\.0 MB, \d+\.\d MB\/s, 1 error in \d+(?:\.\d)? s\n$/,
  );
  const { stderr: quiet } = await bodycopy(["dumps", "-o", "/dev/null"], { terminals: ["stderr"] });
  expect(quiet).toBe("");
});

test("a run that a condition fails says which, and how often", async () => {
  const { code, stderr } = await bodycopy(["dumps", "--summary", "--fail-on", "empty"]);
  expect(code).toBe(3);
  expect(stderr).toMatch(/\n3 documents, .*, empty: 1 in /);
});
