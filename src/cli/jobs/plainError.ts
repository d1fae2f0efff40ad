/** Errors as plain data: a clone of an error has lost its class and its fields. */
import { InputError, type InputPlace, type InputProblem } from "../../errors.js";
import type { Job } from "./job.js";

export type PlainError =
  | {
      readonly kind: "input";
      readonly path: string | null;
      readonly problem: InputProblem;
      readonly place: InputPlace | null;
    }
  | {
      readonly kind: "lost";
      readonly path: string | null;
      readonly place: InputPlace | null;
      readonly code: string;
    }
  | { readonly kind: "fault"; readonly name: string; readonly message: string };

/** A document whose worker ended while it was at it. */
export class LostDocument extends Error {
  override readonly name = "LostDocument";
  constructor(
    readonly path: string | null,
    /** Of a document in a container. */
    readonly place: InputPlace | null,
    /** Node's code, e.g. "ERR_WORKER_OUT_OF_MEMORY", or what is known of the end. */
    readonly code: string,
  ) {
    super(`${path ?? "stdin"}: ${code}`);
  }
}

export function toPlain(error: unknown): PlainError {
  if (error instanceof InputError) {
    const { path, problem, place } = error;
    return { kind: "input", path, problem, place };
  }
  return error instanceof Error
    ? { kind: "fault", name: error.name, message: error.message }
    : { kind: "fault", name: "Error", message: String(error) };
}

export function fromPlain(plain: PlainError): Error {
  switch (plain.kind) {
    case "input":
      return new InputError(plain.path, plain.problem, plain.place === null ? {} : { place: plain.place });
    case "lost":
      return new LostDocument(plain.path, plain.place, plain.code);
    case "fault":
      return Object.assign(new Error(plain.message), { name: plain.name });
  }
}

/** What is told of a job whose worker ended. */
export function lost(job: Job, error: unknown): PlainError {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  const reason = typeof code === "string" ? code : error instanceof Error ? error.message : String(error);
  if (job.kind === "file") return { kind: "lost", path: job.file.path, place: null, code: reason };
  const { path, record, url = null, contained } = job.document;
  return { kind: "lost", path, place: contained === true ? { record, url } : null, code: reason };
}
