/** Keeps a run from reading what it writes. */
import { relative, resolve, sep } from "node:path";
import type { InputFile } from "../input/inputFile.js";
import { besides } from "./resume/places.js";

export interface ResultPlaces {
  readonly cwd: string;
  readonly output: string | null;
  readonly outDir: string | null;
}

/**
 * Whether a directory or a pattern led to the file of --output or into the folder of --out-dir: `bodycopy . --out-dir
 * out` would otherwise read on its second run what it wrote on its first. A file named itself is always read, and so
 * is everything when the directory that was asked for lies inside of the folder.
 */
export function isOwnResult(input: InputFile, { cwd, output, outDir }: ResultPlaces): boolean {
  if (input.kind !== "file" || input.root === null) return false;
  if (output !== null) {
    const place = resolve(cwd, output);
    if ([place, ...besides(place)].includes(input.location)) return true;
  }
  if (outDir === null) return false;
  const folder = resolve(cwd, outDir);
  return isInside(folder, input.location) && !isInside(folder, resolve(cwd, input.root));
}

/** Whether the path is the folder or below it. Both are absolute. */
function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`);
}
