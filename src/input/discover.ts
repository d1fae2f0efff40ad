/** Paths as they stand on the command line -> the files to read, in order. */
import { statSync } from "node:fs";
import { resolve } from "node:path";
import { InputError } from "../errors.js";
import { errorCode, unreadable } from "./failure.js";
import { filesOfPattern, isPattern } from "./glob.js";
import { type InputFile, STANDARD_INPUT } from "./inputFile.js";
import { walk } from "./walk.js";

export interface DiscoverOptions {
  /** Absolute; what relative paths start from. */
  readonly cwd: string;
}

/** The name that stands for standard input; a file of this name is `./-`. */
const STDIN = "-";

/**
 * The inputs that the paths name, each once, in the order of the paths; the files of a directory and of a pattern in
 * code-unit order. No path at all is standard input. What cannot be found or listed is a value, and the rest follows.
 */
export async function* discover(
  paths: readonly string[],
  { cwd }: DiscoverOptions,
): AsyncGenerator<InputFile | InputError> {
  if (paths.length === 0) {
    yield STANDARD_INPUT;
    return;
  }
  // One path names no file twice, so a single large tree is walked without remembering it.
  const seen = paths.length > 1 ? new Set<string>() : null;
  for (const path of paths) {
    for await (const found of inputsOf(path, cwd)) {
      if (seen !== null && !(found instanceof InputError)) {
        const identity = found.kind === "file" ? found.location : STDIN;
        if (seen.has(identity)) continue;
        seen.add(identity);
      }
      yield found;
    }
  }
}

async function* inputsOf(path: string, cwd: string): AsyncGenerator<InputFile | InputError> {
  if (path === STDIN) {
    yield STANDARD_INPUT;
    return;
  }
  if (path === "") {
    yield new InputError(path, { kind: "not-found" });
    return;
  }
  const location = resolve(cwd, path);
  const kind = kindOf(location);
  if (kind === "directory") {
    yield* orNoMatch(path, walk(path, location));
  } else if (kind === "file") {
    yield { kind: "file", path, location, root: null, origin: "explicit" };
  } else if (isPattern(path)) {
    yield* orNoMatch(path, filesOfPattern(path, cwd));
  } else {
    yield MISSING.has(kind.code) ? new InputError(path, { kind: "not-found" }) : unreadable(path, kind.code);
  }
}

/** Codes that say that nothing of this name is there; ENOTDIR: a file is asked for what is below it. */
const MISSING = new Set(["ENOENT", "ENOTDIR", "ERR_INVALID_ARG_VALUE"]);

function kindOf(location: string): "file" | "directory" | { code: string } {
  try {
    return statSync(location).isDirectory() ? "directory" : "file";
  } catch (error) {
    return { code: errorCode(error) };
  }
}

/** The files found; when there is neither a file nor an error, an error that says so. */
async function* orNoMatch(
  path: string,
  found: AsyncIterable<InputFile | InputError>,
): AsyncGenerator<InputFile | InputError> {
  let empty = true;
  for await (const input of found) {
    empty = false;
    yield input;
  }
  if (empty) yield new InputError(path, { kind: "no-match" });
}
