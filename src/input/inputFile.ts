/** One thing to read, before it is opened. Plain data: it can be sent to a worker. */

/** How a file was named: itself, or by the directory or the pattern that it was found with. */
export type Origin = "explicit" | "directory" | "glob";

export interface NamedFile {
  readonly kind: "file";
  /** As the user gave it or as the walk found it; "/" between names. What is shown and recorded. */
  readonly path: string;
  /** Absolute; what is opened. */
  readonly location: string;
  /** The directory that it was found under, as given (for a pattern: the directory before its first wildcard); null for a file given itself. */
  readonly root: string | null;
  readonly origin: Origin;
  /** Bytes of a regular file, where somebody has looked. */
  readonly bytes?: number;
}

export interface StandardInput {
  readonly kind: "stdin";
  readonly path: null;
  readonly root: null;
  readonly origin: "explicit";
}

export type InputFile = NamedFile | StandardInput;

export const STANDARD_INPUT: StandardInput = { kind: "stdin", path: null, root: null, origin: "explicit" };
