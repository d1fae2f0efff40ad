/** The system's errors -> InputError. */
import { InputError } from "../errors.js";

/** Code of a system error, e.g. "EACCES"; rethrows what has none, because that is a fault of ours. */
export function errorCode(error: unknown): string {
  if (error instanceof Error && "code" in error && typeof error.code === "string") return error.code;
  throw error;
}

export const unreadable = (path: string | null, code: string): InputError =>
  new InputError(path, { kind: "unreadable", code });

/** An error met while an input was read, as a value; rethrows what is neither an InputError nor of the system. */
export function readingFailure(path: string | null, error: unknown): InputError {
  return error instanceof InputError ? error : unreadable(path, systemCode(error));
}

/** Codes of the system start with E; those of Node's own checks (ERR_...) tell of a fault of ours. */
function systemCode(error: unknown): string {
  const code = errorCode(error);
  if (!/^E(?!RR_)/.test(code)) throw error;
  return code;
}
