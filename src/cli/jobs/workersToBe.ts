/** Workers that are started when there is work for them, while the work goes on without them. */
import type { Pool } from "./pool.js";

export type StartPool = () => Pool;

export class WorkersToBe {
  #pool: Pool | null = null;
  #readiness: Promise<boolean> | null = null;
  #isReady = false;

  /** `startPool` is null where none are wanted. */
  constructor(private readonly startPool: StartPool | null) {}

  start(): void {
    if (this.startPool === null || this.#readiness !== null) return;
    try {
      this.#pool = this.startPool();
    } catch {
      // The system has no thread left: the work goes on with this one.
    }
    this.#readiness = this.#pool?.ready() ?? Promise.resolve(false);
    void this.#readiness.then((isReady) => {
      this.#isReady = isReady;
    });
  }

  /** The workers, once they are ready; null before, and where they cannot be had. */
  get pool(): Pool | null {
    return this.#isReady ? this.#pool : null;
  }

  /** Waits for workers that were started. */
  async awaited(): Promise<Pool | null> {
    return (await this.#readiness) === true ? this.#pool : null;
  }

  /** Ends them, whether or not they had been ready. */
  async end(): Promise<void> {
    await this.#pool?.end();
  }
}
