/** Does the jobs of a run and settles its steps in their order, on one thread or on several. */
import type { Step } from "./job.js";
import { Line } from "./line.js";
import type { Pool } from "./pool.js";
import type { Work } from "./work.js";
import { type StartPool, WorkersToBe } from "./workersToBe.js";

/** What one thread does by itself: another needs about a second of work before it is as fast as this one. */
export interface AloneLimits {
  /** Milliseconds of work, waiting not counted, before others are started. */
  readonly ms: number;
  /** A document with more bytes waits for those that are starting. */
  readonly waiting: number;
}
const ALONE: AloneLimits = { ms: 1_000, waiting: 1024 * 1024 };

/** How long the thread works before it looks up: for signals, and for workers that are ready. */
const BREATH_MS = 50;

/**
 * A batch is worth several milliseconds of work; sending it costs some tenth of one. It grows from one document on as
 * long as it is done soon: a new worker is ten times as slow as an old one, and at the end everyone waits for the last.
 */
const MOST_BATCH_BYTES = 128 * 1024;
const LEAST_BATCH_BYTES = 4 * 1024;
const SOON_MS = 40;
const BATCH_JOBS = 64;

/** One that it is at and one that lies ready, so that it need not wait for this thread. */
export const BATCHES_A_WORKER = 2;

/**
 * For each worker: large enough that the others need not wait for a slow document soon, and small, because what lies
 * there for a while grows old in the heap and stays until a full collection.
 */
const LINE_BYTES = 1024 * 1024;

/** Settles every step; `startPool` is null for one thread alone. Throws what a step or the input throws. */
export async function settleAll(
  steps: AsyncIterable<Step>,
  work: Work,
  startPool: StartPool | null,
  alone: AloneLimits = ALONE,
): Promise<void> {
  const source = steps[Symbol.asyncIterator]();
  const workers = new WorkersToBe(startPool);
  try {
    const left = await settleAlone(source, work, workers, alone);
    if (left !== null) await settleAbreast(following(left.step, source), work, left.pool);
  } finally {
    await workers.end();
  }
}

/** Settles steps on this thread until workers are ready; what is left for them then, null at the end. */
async function settleAlone(
  source: AsyncIterator<Step>,
  work: Work,
  workers: WorkersToBe,
  { ms, waiting }: AloneLimits,
): Promise<{ readonly step: Step; readonly pool: Pool } | null> {
  let looked = performance.now();
  let worked = 0;
  while (true) {
    const { value: step, done: isEnd } = await source.next();
    if (isEnd === true) return null;
    if (worked > 0 && worked >= ms) workers.start();
    const pool = step.bytes > waiting ? await workers.awaited() : workers.pool;
    if (pool !== null) return { step, pool };
    worked += await settleOne(step, work, source);
    if (performance.now() - looked >= BREATH_MS) {
      await new Promise(setImmediate);
      looked = performance.now();
    }
  }
}

/** The milliseconds that it took to work it out. */
async function settleOne(step: Step, work: Work, source: AsyncIterator<Step>): Promise<number> {
  const begun = performance.now();
  const results = step.job === null ? [] : await work.results(step.job);
  const worked = performance.now() - begun;
  try {
    await step.settle(results);
    return worked;
  } catch (error) {
    await source.return?.();
    throw error;
  }
}

/** This thread reads, writes, and works like the others as far as there is time. */
async function settleAbreast(steps: AsyncIterable<Step>, work: Work, pool: Pool): Promise<void> {
  const line = new Line({
    bytes: LINE_BYTES * pool.threads,
    steps: BATCHES_A_WORKER * pool.threads + 1,
    batchJobs: BATCH_JOBS,
    workers: pool.threads,
  });
  // Not waited for: when the output ends early, the input may be one that never ends.
  void feed(line, steps);
  for (let i = 0; i < BATCHES_A_WORKER * pool.threads; i++) void handOut(line, pool);
  void help(line, work);
  try {
    for (let next = await line.next(); next !== null; next = await line.next()) {
      await next.step.settle(next.results);
    }
  } finally {
    line.abandon();
  }
}

async function feed(line: Line, steps: AsyncIterable<Step>): Promise<void> {
  try {
    for await (const step of steps) {
      await line.put(step);
      if (line.isEnded) return;
    }
    line.end();
  } catch (error) {
    line.end({ error });
  }
}

async function handOut(line: Line, pool: Pool): Promise<void> {
  let bytes = LEAST_BATCH_BYTES;
  for (let batch = await line.take(bytes); batch !== null; batch = await line.take(bytes)) {
    const jobs = batch.map(({ step }) => step.job).filter((job) => job !== null);
    const begun = performance.now();
    line.done(batch, await pool.results(jobs));
    const isSoon = performance.now() - begun <= SOON_MS;
    bytes = isSoon ? Math.min(bytes * 2, MOST_BATCH_BYTES) : Math.max(bytes / 2, LEAST_BATCH_BYTES);
  }
}

async function help(line: Line, work: Work): Promise<void> {
  for (let entry = await line.takeMeanwhile(); entry !== null; entry = await line.takeMeanwhile()) {
    const { job } = entry.step;
    line.doneMeanwhile(entry, job === null ? [] : await work.results(job));
    await new Promise(setImmediate);
  }
}

async function* following(first: Step, rest: AsyncIterator<Step>): AsyncGenerator<Step> {
  try {
    yield first;
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}
