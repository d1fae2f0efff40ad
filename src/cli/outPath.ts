/** Where --out-dir puts the result of an input. */
import { join, normalize, parse, sep } from "node:path";

/** The name of what came from standard input. */
const STDIN_NAME = "stdin";

/**
 * The input's path below the folder, as `cp --parents` does it, with the format's extension appended. The root of an
 * absolute path and leading `..` are left out, so that nothing is ever written outside of the folder. Only the path
 * itself counts, not how it was found: a directory, a glob and a list of names put a file in the same place.
 */
export function outPath(folder: string, input: string | null, extension: string): string {
  const path = normalize(input ?? STDIN_NAME);
  const names = path.slice(parse(path).root.length).split(sep);
  return join(folder, ...names.filter((name) => name !== "..")) + extension;
}
