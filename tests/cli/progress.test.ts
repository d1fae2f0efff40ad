import { expect, test } from "vitest";
import { Progress } from "../../src/cli/progress.js";
import { Kept } from "./harness.js";

/** A progress with a clock that is set by hand. */
function at(stream: Kept, choice: boolean | undefined) {
  const clock = { ms: 0 };
  return { clock, progress: new Progress(stream, choice, () => clock.ms) };
}

test("a short run shows nothing", () => {
  const stderr = new Kept(true);
  const { clock, progress } = at(stderr, undefined);
  progress.document(4);
  clock.ms = 999;
  progress.document(4);
  progress.clear();
  expect(stderr.text).toBe("");
});

test("a long run shows one line that is written over and taken away", () => {
  const stderr = new Kept(true);
  const { clock, progress } = at(stderr, undefined);
  progress.document(1_000_000);
  clock.ms = 1_000;
  progress.document(500_000);
  clock.ms = 1_100;
  progress.document(0);
  progress.error();
  clock.ms = 1_300;
  progress.document(0);
  progress.clear();
  progress.clear();
  expect(stderr.text).toBe(
    "\r\u001b[2K2 documents, 1.5 MB\r\u001b[2K4 documents, 1.5 MB, 1 error\r\u001b[2K",
  );
});

test("a stream that is no terminal gets nothing, or whole lines when they are asked for", () => {
  const log = new Kept(false);
  for (const choice of [undefined, false, true]) {
    const { clock, progress } = at(log, choice);
    clock.ms = 1_000;
    progress.document(0);
    clock.ms = 5_000;
    progress.document(0);
    clock.ms = 6_000;
    progress.document(0);
    progress.clear();
  }
  expect(log.text).toBe("1 document, 0.0 MB\n3 documents, 0.0 MB\n");
});

test("--no-progress shows nothing on a terminal", () => {
  const stderr = new Kept(true);
  const { clock, progress } = at(stderr, false);
  clock.ms = 5_000;
  progress.document(0);
  expect(stderr.text).toBe("");
});
