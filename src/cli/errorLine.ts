/** The line that answers a record which gives no article: as many lines go out as records come in. */
import { InputError } from "../errors.js";
import { jsonText } from "../output/jsonText.js";
import { message } from "./message.js";

/** `record` is its position, from 0; null when it is not known. */
export function errorLine(error: Error, record: number | null): string {
  const kind = error instanceof InputError ? error.problem.kind : "fault";
  return `${jsonText({ source: { path: null, record }, error: { kind, message: message(error, "standard input") } }, 0)}\n`;
}
