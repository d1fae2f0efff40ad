/** Errors carry fields; the command line makes the sentence (cli/message.ts). */

/** What went wrong with an input. */
export type InputProblem =
  | { readonly kind: "not-found" }
  | { readonly kind: "no-match" }
  | { readonly kind: "unreadable"; readonly code: string }
  | { readonly kind: "binary"; readonly looksLike: string | null }
  | { readonly kind: "truncated"; readonly container: string }
  | { readonly kind: "corrupt"; readonly container: string }
  | {
      readonly kind: "undecodable";
      readonly encoding: string;
      readonly byte: number;
      readonly offset: number;
    }
  | { readonly kind: "too-large"; readonly limit: number }
  | { readonly kind: "broken-record"; readonly flaw: RecordFlaw }
  /** `reason` is that of JSON.parse; it may quote the text. */
  | { readonly kind: "invalid-json"; readonly reason: string }
  /** Behind so many records there is none with its length before it. */
  | { readonly kind: "no-frame"; readonly record: number }
  /** JSON that is neither an object nor a text. */
  | { readonly kind: "no-record" }
  /** `wanted` is the field that was named, if one was; `found` are the first of those that there are. */
  | { readonly kind: "no-text"; readonly wanted: string | null; readonly found: readonly string[] };

/** What is wrong with the frame of a WARC record. */
export type RecordFlaw = "start" | "head" | "length" | "cut-off";

/** Where in a container: its record, 0-based, with the address that it is of. */
export interface InputPlace {
  readonly record: number;
  readonly url: string | null;
  /** Of a file in which records are found by their lines, 1-based. */
  readonly line?: number;
}

export interface InputErrorOptions extends ErrorOptions {
  /** Absent: the whole input. */
  readonly place?: InputPlace;
}

/** An input, or a part of one, that gives no record. `path` is null for stdin. */
export class InputError extends Error {
  override readonly name = "InputError";
  readonly place: InputPlace | null;
  constructor(
    readonly path: string | null,
    readonly problem: InputProblem,
    { place, ...options }: InputErrorOptions = {},
  ) {
    super(`${path ?? "stdin"}: ${problem.kind}`, options);
    this.place = place ?? null;
  }

  /** The same problem, in a part of the input. */
  at(place: InputPlace): InputError {
    return new InputError(this.path, this.problem, { cause: this, place });
  }
}

/** A rule file that cannot be used. Line and column are 1-based. */
export class RuleError extends Error {
  override readonly name = "RuleError";
  constructor(
    readonly path: string,
    readonly line: number,
    readonly column: number,
    /** The source line itself, for the caret. */
    readonly source: string,
    /** What was found, e.g. `unknown label "bodyy"`. */
    readonly found: string,
    /** What was expected instead, e.g. "one of body, heading, …". */
    readonly expected: string,
  ) {
    super(`${path}:${line}:${column}: ${found}; expected ${expected}`);
  }
}

/** All that is wrong with one rule file, in the order of its lines; at least one. */
export class RuleErrors extends Error {
  override readonly name = "RuleErrors";
  constructor(
    readonly errors: readonly RuleError[],
    /** How many further mistakes are not listed. */
    readonly omitted: number,
  ) {
    super(errors.map((error) => error.message).join("\n"));
  }
}

/** A command line that makes no sense. */
export class UsageError extends Error {
  override readonly name = "UsageError";
  constructor(
    /** The option or argument, e.g. "--encoding". */
    readonly subject: string,
    readonly found: string,
    readonly expected: string,
  ) {
    super(`${subject} ${found}: expected ${expected}`);
  }
}
