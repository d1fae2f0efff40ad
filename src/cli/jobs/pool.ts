/**
 * Worker threads that do batches of jobs. The pool is piscina's: it starts a new worker for one that ended, whether by
 * an error, by lack of memory or by an exit, and the batch that it had fails and does not hang.
 */
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Job, Result } from "./job.js";
import { lost } from "./plainError.js";
import type { WorkerData } from "./worker.js";

type Piscina = import("piscina").Piscina;

export interface PoolOptions {
  readonly threads: number;
  /** Batches that a worker has at once, of which it does one after the other. */
  readonly batchesAWorker: number;
  readonly data: WorkerData;
  /** The worker's program; that of the bundle when absent. */
  readonly filename?: string;
  readonly resourceLimits?: { readonly maxOldGenerationSizeMb?: number };
}

export class Pool {
  readonly threads: number;
  readonly #pool: Piscina;

  constructor({ threads, batchesAWorker, data, filename, resourceLimits }: PoolOptions) {
    // Loaded here because most runs are too small for it.
    const require = createRequire(import.meta.url);
    const { Piscina } = require("piscina") as typeof import("piscina");
    tuneForMany(require("node:v8") as typeof import("node:v8"));
    this.threads = threads;
    this.#pool = new Piscina({
      filename: filename ?? join(dirname(require.resolve("bodycopy/package.json")), "dist/worker.js"),
      minThreads: threads,
      maxThreads: threads,
      concurrentTasksPerWorker: batchesAWorker,
      idleTimeout: Number.POSITIVE_INFINITY,
      workerData: data,
      ...(resourceLimits === undefined ? {} : { resourceLimits }),
    });
    // A worker that ends between two batches is replaced, and nothing is lost.
    this.#pool.on("error", () => {});
  }

  /** Resolves when a worker can begin; to false when none can. */
  async ready(): Promise<boolean> {
    return this.#pool.run([]).then(
      () => true,
      () => false,
    );
  }

  /**
   * The results of each job. When the worker ends, each job is tried once more by itself, so that only what ends a
   * worker alone is lost.
   */
  async results(jobs: readonly Job[]): Promise<readonly (readonly Result[])[]> {
    try {
      return (await this.#pool.run(jobs)) as Result[][];
    } catch (error) {
      const [only, ...others] = jobs;
      if (only === undefined) return [];
      if (others.length === 0) return [[lostResult(only, error)]];
    }
    const results: (readonly Result[])[] = [];
    for (const job of jobs) results.push(...(await this.results([job])));
    return results;
  }

  async end(): Promise<void> {
    await this.#pool.destroy();
  }
}

/**
 * V8 takes what it sees of the first documents for what they are all like. What lived long then, when a single document
 * filled the heap, it puts among the old at once: each document leaves megabytes behind that only a full collection
 * finds, and a worker that lives in 100 MB takes 230. What was called often then it optimises, and throws that away at
 * the next kind of document: waiting six times as long for it saves a fifteenth of all time.
 */
function tuneForMany({ setFlagsFromString }: typeof import("node:v8")): void {
  setFlagsFromString("--no-allocation-site-pretenuring");
  setFlagsFromString("--interrupt-budget=400000");
}

const lostResult = (job: Job, error: unknown): Result => ({
  kind: "failure",
  error: lost(job, error),
  record: job.kind === "document" ? job.document.record : null,
});
