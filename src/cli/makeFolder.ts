/** Folders for results. */
import { existsSync, mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { OutputError } from "./outputError.js";

/** Makes the folder that the file is to be in. Throws OutputError. */
export function makeFolderOf(path: string, cwd: string): void {
  try {
    makeFolder(dirname(resolve(cwd, path)));
  } catch (error) {
    throw OutputError.from(path, error);
  }
}

/**
 * Makes a folder and those above it, one by one: Node's own recursive mkdir never returns where the system answers that
 * the parent is not there although it is, as /proc does.
 */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  const parent = dirname(path);
  if (parent !== path) makeFolder(parent);
  try {
    mkdirSync(path);
  } catch (error) {
    // Somebody else may have made it meanwhile.
    if (!existsSync(path)) throw error;
  }
}
