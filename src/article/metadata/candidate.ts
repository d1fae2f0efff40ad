/** A value that a page gives for a field, and where it gives it. */

export interface Candidate {
  /** "JSON-LD headline", "meta og:title", "h1", "visible". */
  readonly source: string;
  readonly value: string;
}

/** A candidate that was not taken, and why: "less trusted", "is no date". */
export interface Rejected extends Candidate {
  readonly reason: string;
}

/** How a field came by its value. */
export interface Choice {
  readonly field: string;
  /** Empty when no source gave a value. */
  readonly taken: readonly Candidate[];
  readonly rejected: readonly Rejected[];
}
