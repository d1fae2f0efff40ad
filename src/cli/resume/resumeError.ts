/** A stopped run that cannot be gone on with, because this one is another. */
export class ResumeError extends Error {
  override readonly name = "ResumeError";
  constructor(
    readonly journal: string,
    readonly changes: readonly Change[],
  ) {
    super(`${journal}: ${changes.map(({ what }) => what).join(", ")}`);
  }
}

/** What is not as it was; null where the value itself tells nothing. */
export interface Change {
  /** An option, a file. */
  readonly what: string;
  readonly before: string | null;
  readonly now: string | null;
}
