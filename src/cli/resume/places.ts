/** Where a run that can be stopped keeps what it needs to go on: beside its results. */
import { createHash } from "node:crypto";
import { statSync } from "node:fs";
import { join, resolve } from "node:path";
import { besideOf, partOf, regularTarget } from "../atomicFile.js";
import type { Settings } from "../settings.js";
import type { TextMark } from "./mark.js";

const journalOf = (file: string): string => besideOf(file, "bodycopy-journal");

/** Absolute; null where nothing can be kept, as beside standard output or a device. */
export function journalPlace(
  { output, outDir }: Pick<Settings, "output" | "outDir">,
  paths: readonly string[],
  cwd: string,
): string | null {
  if (outDir !== null) return join(resolve(cwd, outDir), nameFor(paths));
  const target = output === null ? null : regularTarget(resolve(cwd, output));
  return target === null ? null : journalOf(target);
}

/** Runs over different inputs may write into one folder at the same time; each has its own journal. */
function nameFor(paths: readonly string[]): string {
  const digest = createHash("sha256").update(JSON.stringify(paths)).digest("hex");
  return `.bodycopy-${digest.slice(0, NAME_LENGTH)}.journal`;
}

/** Hexadecimal digits; enough that no two of a folder's runs have the same. */
const NAME_LENGTH = 16;

/** What is beside a file of results while it is made. */
export const besides = (file: string): readonly string[] => [partOf(file), journalOf(file)];

/** Whether the file in the making still has what the mark tells. */
export function isThere({ file, bytes }: TextMark, cwd: string): boolean {
  const target = regularTarget(resolve(cwd, file));
  if (target === null) return false;
  const size = statSync(partOf(target), { throwIfNoEntry: false })?.size ?? 0;
  return size >= bytes;
}
