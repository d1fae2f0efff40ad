/** A directory -> the files of known formats below it. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { InputError } from "../errors.js";
import { errorCode, unreadable } from "./failure.js";
import type { InputFile } from "./inputFile.js";
import { hasKnownExtension } from "./readers/registry.js";

/** Directories of other people's code, never of documents. */
export const SKIPPED_DIRECTORY = "node_modules";

/**
 * The files below a directory in code-unit order of their whole paths. Hidden files, node_modules and symlinks are
 * left out, and so is what is no file (a pipe would be waited for). Holds the names of the open directories alone.
 */
export async function* walk(root: string, location: string): AsyncGenerator<InputFile | InputError> {
  yield* below(root, root.endsWith("/") ? root : `${root}/`, location);
}

async function* below(
  root: string,
  prefix: string,
  location: string,
): AsyncGenerator<InputFile | InputError> {
  const names = listed(location);
  if (!Array.isArray(names)) {
    yield unreadable(prefix, names.code);
    return;
  }
  for (const name of names) {
    const path = prefix + name;
    if (name.endsWith("/")) yield* below(root, path, join(location, name));
    else yield { kind: "file", path, location: join(location, name), root, origin: "directory" };
  }
}

/**
 * The names to look at, those of directories with a "/" at their end: sorted with it, they stand where the paths
 * below them belong, so that "a-b.txt", "a/b.txt", "a0.txt" come in this order.
 */
function listed(location: string): string[] | { code: string } {
  try {
    const names: string[] = [];
    for (const entry of readdirSync(location, { withFileTypes: true })) {
      if (entry.name.startsWith(".")) continue;
      if (entry.isDirectory()) {
        if (entry.name !== SKIPPED_DIRECTORY) names.push(`${entry.name}/`);
      } else if (entry.isFile() && hasKnownExtension(entry.name)) {
        names.push(entry.name);
      }
    }
    return names.sort();
  } catch (error) {
    return { code: errorCode(error) };
  }
}
