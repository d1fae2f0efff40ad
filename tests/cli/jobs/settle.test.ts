import fc from "fast-check";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Result, Step } from "../../../src/cli/jobs/job.js";
import type { Pool } from "../../../src/cli/jobs/pool.js";
import { settleAll } from "../../../src/cli/jobs/settle.js";
import { Work } from "../../../src/cli/jobs/work.js";
import { builtinRules } from "../../../src/rules/registry.js";
import { ensureBuilt } from "../built.js";
import { ASSIGNMENT, crashing, step } from "./steps.js";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** Workers at once. */
const AT_ONCE = { ms: 0, waiting: -1 };

let pool: Pool;
beforeAll(() => {
  ensureBuilt();
  pool = crashing(2);
});
afterAll(() => pool.end());

const work = new Work(builtinRules(), ASSIGNMENT);
/** The pool is used again. */
const startPool = () =>
  ({
    threads: 2,
    ready: async () => true,
    results: pool.results.bind(pool),
    end: async () => {},
  }) as unknown as Pool;

async function* from(steps: readonly Step[]): AsyncGenerator<Step> {
  yield* steps;
}

test("whatever the sizes, steps are settled once and in their order", async () => {
  const sizes = fc.array(fc.oneof(fc.nat(2_000), fc.integer({ min: 100_000, max: 600_000 })), {
    maxLength: 60,
  });
  await fc.assert(
    fc.asyncProperty(sizes, async (lengths) => {
      const settled: [string, readonly Result[]][] = [];
      const steps = lengths.map((length, i) =>
        i % 7 === 3
          ? { job: null, bytes: 0, settle: async () => void settled.push([`${i}`, []]) }
          : step(`${i}`, "x".repeat(length), settled),
      );
      await settleAll(from(steps), work, startPool, AT_ONCE);
      expect(settled.map(([path]) => path)).toEqual(lengths.map((_, i) => `${i}`));
      for (const [path, results] of settled) expect(results).toHaveLength(Number(path) % 7 === 3 ? 0 : 1);
    }),
    { numRuns: 15 },
  );
});

test("a consumer that is slow keeps the reader waiting", async () => {
  const MEGABYTE = 1_000_000;
  let read = 0;
  let written = 0;
  let most = 0;
  const settle = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, 1));
    written++;
  };
  async function* many(): AsyncGenerator<Step> {
    for (; read < 300; read++) {
      most = Math.max(most, read - written);
      yield { ...step(`${read}`, "x", []), bytes: MEGABYTE, settle };
    }
  }
  await settleAll(many(), work, startPool, AT_ONCE);
  expect(written).toBe(300);
  expect(most).toBeLessThan(30);
});

test("what the input breaks off with comes behind all before it", async () => {
  const settled: [string, readonly Result[]][] = [];
  async function* breaking(): AsyncGenerator<Step> {
    for (let i = 0; i < 20; i++) yield step(`${i}`, "x", settled);
    throw new Error("broken off");
  }
  await expect(settleAll(breaking(), work, startPool, AT_ONCE)).rejects.toThrow("broken off");
  expect(settled).toHaveLength(20);
});

test("at the end nobody waits for workers that do not come back with what is small", async () => {
  const settled: [string, readonly Result[]][] = [];
  const stuck = () =>
    ({
      threads: 2,
      ready: async () => true,
      results: () => new Promise(() => {}),
      end: async () => {},
    }) as unknown as Pool;
  const steps = Array.from({ length: 20 }, (_, i) => step(`${i}`, "x", settled));
  await settleAll(from(steps), work, stuck, AT_ONCE);
  expect(settled.map(([path]) => path)).toEqual(steps.map((_, i) => `${i}`));
  for (const [, results] of settled) expect(results).toMatchObject([{ kind: "record" }]);
});

test("batches grow with what workers get done", async () => {
  const sizes: number[] = [];
  const quick = () =>
    ({
      threads: 1,
      ready: async () => true,
      results: async (jobs: readonly unknown[]) => {
        sizes.push(jobs.length);
        await new Promise((resolve) => setTimeout(resolve, 1));
        return jobs.map(() => []);
      },
      end: async () => {},
    }) as unknown as Pool;
  const settled: [string, readonly Result[]][] = [];
  const steps = Array.from({ length: 400 }, (_, i) => step(`${i}`, "x".repeat(3_000), settled));
  await settleAll(from(steps), work, quick, AT_ONCE);
  expect(sizes[0]).toBe(1);
  expect(Math.max(...sizes)).toBeGreaterThan(4);
  expect(settled).toHaveLength(400);
});

test("the output's failure ends the run, though the input would go on for ever", async () => {
  let isOpen = true;
  async function* endless(): AsyncGenerator<Step> {
    try {
      for (let i = 0; ; i++) {
        const settle = async () => {
          if (i === 30) throw new Error("no reader");
        };
        yield { ...step(`${i}`, "x", []), settle };
      }
    } finally {
      isOpen = false;
    }
  }
  for (const start of [null, startPool]) {
    isOpen = true;
    await expect(settleAll(endless(), work, start, AT_ONCE)).rejects.toThrow("no reader");
    await new Promise(setImmediate);
    expect(isOpen).toBe(false);
  }
});

test("a step is settled though no other follows it yet", async () => {
  let settled = 0;
  async function* answering(): AsyncGenerator<Step> {
    for (let i = 0; i < 20; i++) {
      let isSettled = (): void => {};
      const answer = new Promise<void>((resolve) => {
        isSettled = resolve;
      });
      const settle = async (): Promise<void> => {
        settled++;
        isSettled();
      };
      yield { ...step(`${i}`, "x", []), settle };
      await answer;
    }
  }
  await settleAll(answering(), work, startPool, AT_ONCE);
  expect(settled).toBe(20);
});

test.each<[string, () => Pool]>([
  [
    "cannot be made",
    () => {
      throw new Error("ERR_WORKER_INIT_FAILED");
    },
  ],
  ["do not get ready", () => ({ ready: async () => false, end: async () => {} }) as unknown as Pool],
])("where workers %s, one thread does it all", async (_, start) => {
  const settled: [string, readonly Result[]][] = [];
  await settleAll(from([step("a", "x", settled), step("b", "x", settled)]), work, start, AT_ONCE);
  expect(settled.map(([path]) => path)).toEqual(["a", "b"]);
});

test("small work starts no workers", async () => {
  const start = vi.fn(startPool);
  const settled: [string, readonly Result[]][] = [];
  await settleAll(from([step("a", "x", settled), step("b", "x", settled)]), work, start, {
    ms: 60_000,
    waiting: 1000,
  });
  expect(settled).toHaveLength(2);
  expect(start).not.toHaveBeenCalled();
});
