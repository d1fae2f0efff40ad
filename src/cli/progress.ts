/**
 * A line on stderr that tells how far a long run is. A few lines of our own: packages for it (cli-progress, log-update)
 * want a known total or bring a dozen dependencies for a line that is written over.
 */
import { amounts } from "./amounts.js";
import { duration } from "./duration.js";
import type { OutputStream } from "./streams.js";
import type { Tally } from "./tally.js";

/** A run that is shorter needs no line. */
export const QUIET_MS = 1_000;
const INTERVAL_MS = 200;
/** Where the line cannot be written over, as in a log file, it comes less often. */
const LOG_INTERVAL_MS = 5_000;
/** What went before tells little of what follows until so much is done. */
const LEAST_SHARE = 0.01;
const SECOND = 1_000;
/** To the line's start, and delete it. */
const CLEAR_LINE = "\r\u001b[2K";

/** true and false are the user's wish; undefined is automatic: on a terminal alone. */
export type ProgressChoice = boolean | undefined;

export class Progress {
  #shown = false;
  readonly isEnabled: boolean;
  readonly #overwrites: boolean;
  readonly #begun: number;
  #next: number;

  constructor(
    private readonly stream: OutputStream,
    choice: ProgressChoice,
    private readonly tally: Tally,
    /** Milliseconds, from any start. The other clock, which nobody can set, is loaded when it is asked for. */
    private readonly now: () => number = Date.now,
  ) {
    this.#overwrites = stream.isTTY === true;
    this.isEnabled = choice ?? this.#overwrites;
    this.#begun = this.now();
    this.#next = this.#begun + QUIET_MS;
  }

  /** Milliseconds since the run began. */
  get elapsed(): number {
    return this.now() - this.#begun;
  }

  /** To be called whenever something is done. */
  readonly moved = (): void => {
    if (!this.isEnabled) return;
    const now = this.now();
    if (now < this.#next) return;
    this.#next = now + (this.#overwrites ? INTERVAL_MS : LOG_INTERVAL_MS);
    const line = this.#line();
    this.stream.write(this.#overwrites ? CLEAR_LINE + line : `${line}\n`);
    this.#shown = true;
  };

  /** Takes the line away, before something else is written and at the end. */
  readonly clear = (): void => {
    if (this.#shown && this.#overwrites) this.stream.write(CLEAR_LINE);
    this.#shown = false;
  };

  #line(): string {
    const { share } = this.tally;
    const seconds = this.elapsed / SECOND;
    const left =
      share === null || share < LEAST_SHARE ? "" : `, ${duration((seconds * (1 - share)) / share)} left`;
    return `${amounts(this.tally, seconds)}${left}`;
  }
}
