/**
 * The steps of a run between the reader and the writer: worked on by several at once, settled in their order. It takes
 * no more when it is full, so that a slow consumer of the output slows the reader, and memory stays flat.
 */
import { Bell } from "../bell.js";
import type { Result, Step } from "./job.js";

export interface LineLimits {
  /** Bytes of the steps in the line. */
  readonly bytes: number;
  /** Steps that may be in the line whatever their size, so that large documents keep all workers busy. */
  readonly steps: number;
  /** Most jobs of a batch. */
  readonly batchJobs: number;
  /** Threads that take batches. */
  readonly workers: number;
}

export interface Entry {
  readonly step: Step;
  /** null: not worked out yet. */
  results: readonly Result[] | null;
}

/** What a step without a job, or a tiny one, counts in bytes: the memory that it takes in the line. */
const LEAST_BYTES = 1024;

/** Work of some milliseconds. */
const BRIEF_BYTES = 64 * 1024;

/** Bytes of a document that two threads may work on at once. */
const MOST_TWICE_BYTES = 256 * 1024;

const weight = ({ step }: Entry): number => step.bytes + LEAST_BYTES;
const sumOf = (entries: readonly Entry[]): number => entries.reduce((sum, entry) => sum + weight(entry), 0);

export class Line {
  /** Not settled yet, in order. */
  readonly #entries: Entry[] = [];
  /** Not taken by a worker yet, in order. */
  readonly #untaken: Entry[] = [];
  #bytes = 0;
  #untakenBytes = 0;
  /** Of what workers have taken and not done. */
  #takenBytes = 0;
  #ended = false;
  #failure: { readonly error: unknown } | null = null;
  readonly #room = new Bell();
  readonly #work = new Bell();
  readonly #ready = new Bell();

  constructor(private readonly limits: LineLimits) {}

  /** Puts a step at the end; resolves when there is room for another. */
  async put(step: Step): Promise<void> {
    const entry: Entry = { step, results: step.job === null ? [] : null };
    this.#entries.push(entry);
    this.#bytes += weight(entry);
    if (entry.results === null) {
      this.#untaken.push(entry);
      this.#untakenBytes += weight(entry);
      this.#work.ring();
    } else this.#ready.ring();
    while (this.#isFull && !this.#ended) await this.#room.rung();
  }

  get #isFull(): boolean {
    return this.#bytes >= this.limits.bytes && this.#entries.length >= this.limits.steps;
  }

  get isEnded(): boolean {
    return this.#ended;
  }

  /** Nothing more is put in: the input is at its end, or broke off with an error. */
  end(failure: { readonly error: unknown } | null = null): void {
    this.#ended = true;
    this.#failure = failure;
    for (const bell of [this.#room, this.#work, this.#ready]) bell.ring();
  }

  /** Nobody wants what is in it. */
  abandon(): void {
    this.#entries.length = 0;
    this.#untaken.length = 0;
    this.end();
  }

  /** The next jobs for one worker, one at least and else no more than so many bytes; null at the end. */
  async take(bytesWanted: number): Promise<readonly Entry[] | null> {
    while (this.#untaken.length === 0) {
      if (this.#ended) return null;
      await this.#work.rung();
    }
    const { batchJobs, workers } = this.limits;
    // Not all that is there: the others are to have something too, and the batches get smaller towards the end.
    const most = Math.min(bytesWanted, this.#untakenBytes / (workers + 1));
    const batch: Entry[] = [];
    let bytes = 0;
    for (const entry of this.#untaken) {
      bytes += weight(entry);
      if (batch.length > 0 && (bytes > most || batch.length >= batchJobs)) break;
      batch.push(entry);
    }
    this.#remove(batch);
    this.#takenBytes += sumOf(batch);
    return batch;
  }

  /**
   * The next job for the thread that reads and writes, which must be back when a worker needs it: the job is brief, or
   * no more work than each worker has at the time. null at the end.
   */
  async takeMeanwhile(): Promise<Entry | null> {
    while (true) {
      const [first] = this.#untaken;
      if (first !== undefined && this.#isBrief(first)) {
        this.#remove([first]);
        return first;
      }
      if (first === undefined && this.#ended) return this.#lastOnes();
      await this.#work.rung();
    }
  }

  #isBrief(entry: Entry): boolean {
    return weight(entry) <= BRIEF_BYTES || weight(entry) * this.limits.workers <= this.#takenBytes;
  }

  /**
   * At the end nobody waits for a worker that is slow, as new ones are: the next result that is missing is worked out
   * once more, and the first that comes counts. Large documents are left alone: they may be too large for any thread.
   */
  #lastOnes(): Entry | null {
    const missing = this.#entries.find(({ results }) => results === null);
    return missing !== undefined && missing.step.bytes <= MOST_TWICE_BYTES ? missing : null;
  }

  #remove(entries: readonly Entry[]): void {
    this.#untaken.splice(0, entries.length);
    this.#untakenBytes -= sumOf(entries);
  }

  /** A worker has done its jobs. */
  done(batch: readonly Entry[], results: readonly (readonly Result[])[]): void {
    this.#takenBytes -= sumOf(batch);
    batch.forEach((entry, i) => {
      entry.results ??= results[i] ?? [];
    });
    this.#ready.ring();
  }

  doneMeanwhile(entry: Entry, results: readonly Result[]): void {
    entry.results ??= results;
    this.#ready.ring();
  }

  /** The next step that can be settled; null at the end. Throws what the input broke off with, behind all before it. */
  async next(): Promise<{ readonly step: Step; readonly results: readonly Result[] } | null> {
    while (true) {
      const [first] = this.#entries;
      if (first === undefined && this.#ended) {
        if (this.#failure !== null) throw this.#failure.error;
        return null;
      }
      if (first !== undefined && first.results !== null) {
        this.#entries.shift();
        this.#bytes -= weight(first);
        this.#room.ring();
        return { step: first.step, results: first.results };
      }
      await this.#ready.rung();
    }
  }
}
