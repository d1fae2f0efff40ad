/** A result that could not be written. */
export class OutputError extends Error {
  override readonly name = "OutputError";
  constructor(
    /** The file; null for standard output. */
    readonly path: string | null,
    /** The operating system's code, e.g. "ENOSPC". */
    readonly code: string,
    options?: ErrorOptions,
  ) {
    super(`${path ?? "standard output"}: ${code}`, options);
  }

  /** Nobody reads on, as after `| head`: a normal end. */
  get isClosedPipe(): boolean {
    return this.code === "EPIPE";
  }

  /** From an error of node:fs or of a stream, one of this kind; other errors come back as they are. */
  static from(path: string | null, cause: unknown): unknown {
    const code = (cause as NodeJS.ErrnoException | null)?.code;
    return typeof code === "string" && cause instanceof Error ? new this(path, code, { cause }) : cause;
  }
}

/** The journal of a run could not be written: nothing more is to be done, since it could not be gone on with. */
export class JournalError extends OutputError {}

/** Two inputs of one run whose results would have one place. Their paths; null is standard input. */
export class CollisionError extends Error {
  override readonly name = "CollisionError";
  constructor(
    readonly path: string,
    readonly written: string | null,
    readonly refused: string | null,
  ) {
    super(`${path}: both ${written ?? "standard input"} and ${refused ?? "standard input"}`);
  }
}
