/**
 * A line on stderr that tells how far a long run is. A few lines of our own: packages for it (cli-progress, log-update)
 * want a known total or bring a dozen dependencies for a line that is written over.
 */
import { counted } from "./counted.js";
import type { OutputStream } from "./streams.js";

/** A run that is shorter needs no line. */
const QUIET_MS = 1_000;
const INTERVAL_MS = 200;
/** Where the line cannot be written over, as in a log file, it comes less often. */
const LOG_INTERVAL_MS = 5_000;
const MEGABYTE = 1e6;
/** To the line's start, and delete it. */
const CLEAR_LINE = "\r\u001b[2K";

/** true and false are the user's wish; undefined is automatic: on a terminal alone. */
export type ProgressChoice = boolean | undefined;

export class Progress {
  #documents = 0;
  #bytes = 0;
  #errors = 0;
  #shown = false;
  readonly #enabled: boolean;
  readonly #overwrites: boolean;
  #next: number;

  constructor(
    private readonly stream: OutputStream,
    choice: ProgressChoice,
    /** Milliseconds, from any start. */
    private readonly now: () => number = () => performance.now(),
  ) {
    this.#overwrites = stream.isTTY === true;
    this.#enabled = choice ?? this.#overwrites;
    this.#next = this.now() + QUIET_MS;
  }

  /** A document of so many bytes is done. */
  document(bytes: number): void {
    if (!this.#enabled) return;
    this.#documents++;
    this.#bytes += bytes;
    this.#draw();
  }

  error(): void {
    this.#errors++;
  }

  /** Takes the line away, before something else is written and at the end. */
  readonly clear = (): void => {
    if (this.#shown && this.#overwrites) this.stream.write(CLEAR_LINE);
    this.#shown = false;
  };

  #draw(): void {
    const now = this.now();
    if (now < this.#next) return;
    this.#next = now + (this.#overwrites ? INTERVAL_MS : LOG_INTERVAL_MS);
    const line = this.#line();
    this.stream.write(this.#overwrites ? CLEAR_LINE + line : `${line}\n`);
    this.#shown = true;
  }

  #line(): string {
    const errors = this.#errors === 0 ? "" : `, ${counted(this.#errors, "error")}`;
    return `${counted(this.#documents, "document")}, ${(this.#bytes / MEGABYTE).toFixed(1)} MB${errors}`;
  }
}
