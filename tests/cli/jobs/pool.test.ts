import { afterEach, beforeAll, expect, test, vi } from "vitest";
import type { Result } from "../../../src/cli/jobs/job.js";
import { fromPlain } from "../../../src/cli/jobs/plainError.js";
import { Pool } from "../../../src/cli/jobs/pool.js";
import { message } from "../../../src/cli/message.js";
import { ensureBuilt } from "../built.js";
import { ASSIGNMENT, crashing, job } from "./steps.js";

// Starting a thread can take long on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });
beforeAll(ensureBuilt);

let pool: Pool;
afterEach(() => pool.end());

/** The text of a record, the sentence of a failure. */
const told = (results: readonly (readonly Result[])[]): string[] =>
  results
    .flat()
    .map((result) =>
      result.kind === "record" ? Buffer.from(result.record).toString() : message(fromPlain(result.error)),
    );

test("a worker that ends loses the document that it ended at, by name, and no other", async () => {
  pool = crashing(2);
  const jobs = ["a.txt", "exit.txt", "b.txt", "throw.txt", "c.txt"].map((path) => job(path, `${path} `));
  expect(told(await pool.results(jobs))).toEqual([
    "a.txt ",
    "exit.txt: given up: the worker that had it ended (worker exited with code: 7); try it by itself with --jobs 1",
    "b.txt ",
    "throw.txt: given up: the worker that had it ended (adrift); try it by itself with --jobs 1",
    "c.txt ",
  ]);
  expect(told(await pool.results([job("d.txt", "d")]))).toEqual(["d"]);
});

test("a document that takes more memory than a worker has is told as that", async () => {
  pool = new Pool({
    threads: 1,
    batchesAWorker: 2,
    data: { assignment: ASSIGNMENT, packs: [] },
    resourceLimits: { maxOldGenerationSizeMb: 64 },
  });
  const large = "The harbour is to be dredged in spring, the council said on Monday. \n\n".repeat(200_000);
  const results = await pool.results([job("small.txt", "Quay."), job("large.txt", large)]);
  expect(told(results)).toEqual([
    expect.stringMatching(/^\{"source":\{"path":"small.txt".*"text":"Quay\."\}\n$/),
    "large.txt: given up: it takes more memory than a worker has; try it by itself with --jobs 1",
  ]);
});

test("a program that does not load makes no pool", async () => {
  pool = new Pool({
    threads: 1,
    batchesAWorker: 1,
    data: { assignment: ASSIGNMENT, packs: [] },
    filename: "/nowhere/worker.js",
  });
  expect(await pool.ready()).toBe(false);
});
