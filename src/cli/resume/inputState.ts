/** What an input was like when it was begun, so that a change of it is noticed. */
import { statSync } from "node:fs";
import { InputError, UsageError } from "../../errors.js";
import type { InputFile } from "../../input/inputFile.js";

export interface InputState {
  /** As shown. */
  readonly input: string;
  /** Bytes, and milliseconds of the last change; or why there is no file. */
  readonly state: string;
}

/** Throws UsageError for what cannot be read a second time. */
export function stateOf(input: InputFile | InputError): InputState {
  if (input instanceof InputError) return { input: input.path ?? "", state: input.problem.kind };
  if (input.kind === "stdin") throw notTwice("standard input");
  let stats: { isFile(): boolean; size: number; mtimeMs: number };
  try {
    stats = statSync(input.location);
  } catch (error) {
    return { input: input.path, state: (error as NodeJS.ErrnoException).code ?? "unreadable" };
  }
  if (!stats.isFile()) throw notTwice(`"${input.path}"`);
  return { input: input.path, state: `${stats.size} ${stats.mtimeMs}` };
}

export const notTwice = (what: string): UsageError =>
  new UsageError("--resume", `with ${what}`, "files, which can be read again");

/** What a line of a journal holds, when it is an input. */
export function inputStateOf(value: unknown): InputState | null {
  if (typeof value !== "object" || value === null) return null;
  const { input, state } = value as Record<string, unknown>;
  return typeof input === "string" && typeof state === "string" ? { input, state } : null;
}
