/** A pattern -> the files that it matches. */
import { type Dirent, readdir } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import type { Options } from "fast-glob";
import { InputError } from "../errors.js";
import { unreadable } from "./failure.js";
import type { InputFile } from "./inputFile.js";
import { SKIPPED_DIRECTORY } from "./walk.js";

type FastGlob = typeof import("fast-glob");

let loaded: FastGlob | undefined;

/** Shells expand most patterns before we see them, so that few runs need it. */
function fastGlob(): FastGlob {
  loaded ??= createRequire(import.meta.url)("fast-glob") as FastGlob;
  return loaded;
}

export const isPattern = (path: string): boolean => fastGlob().isDynamicPattern(path);

/**
 * The files that match, in code-unit order, then the directories that could not be listed. Extensions do not count:
 * the pattern says what is wanted. Hidden files, node_modules and symlinks only where the pattern names them.
 */
export async function* filesOfPattern(pattern: string, cwd: string): AsyncGenerator<InputFile | InputError> {
  const failures: InputError[] = [];
  const root = rootOf(pattern);
  for (const path of (await matches(pattern, cwd, failures)).sort()) {
    yield { kind: "file", path, location: resolve(cwd, path), root, origin: "glob" };
  }
  yield* failures;
}

async function matches(pattern: string, cwd: string, failures: InputError[]): Promise<string[]> {
  try {
    return await fastGlob()(withClasses(pattern), {
      cwd,
      followSymbolicLinks: false,
      ignore: pattern.includes(SKIPPED_DIRECTORY) ? [] : [`**/${SKIPPED_DIRECTORY}/**`],
      // The first directory that cannot be listed would end the search; it is told and passed over instead.
      suppressErrors: true,
      fs: { readdir: telling(failures) },
    });
  } catch (error) {
    // A range too wide to expand, a pattern too long: what cannot be a pattern matches nothing.
    failures.push(new InputError(pattern, { kind: "no-match" }, { cause: error }));
    return [];
  }
}

/** What has no meaning of its own, then a "?" at the start of a name, then any other; "?(" is something else. */
const QUESTION = /\\.|\[[^\]]*\]|(^|[/{,(|])\?(?!\()|\?(?!\()/gs;

/**
 * The pattern with character classes for its "?": fast-glob takes the folder of "20??/a.txt" for one of this very
 * name (mrmlnc/fast-glob#380). No file has U+0001 in its name; a class never matches "/".
 */
function withClasses(pattern: string): string {
  return pattern.replace(QUESTION, (match, before: string | undefined) => {
    if (before !== undefined) return `${before}[!.]`;
    return match === "?" ? "[!\u0001]" : match;
  });
}

type ReadDirectory = NonNullable<NonNullable<Options["fs"]>["readdir"]>;
type Listed = (error: NodeJS.ErrnoException | null, entries: Dirent[]) => void;

/** readdir that notes what it fails on. The cast: fast-glob calls one of the two forms that its type has. */
const telling = (failures: InputError[]): ReadDirectory =>
  ((path: string, options: { withFileTypes: true }, listed: Listed) => {
    readdir(path, options, (error, entries) => {
      if (error?.code !== undefined && error.code !== "ENOENT") failures.push(unreadable(path, error.code));
      listed(error, entries);
    });
  }) as unknown as ReadDirectory;

const WILDCARD = /[*?[\]{}()\\]|^!/;

/** The directory before the first name that has a wildcard. */
function rootOf(pattern: string): string {
  const names = pattern.split("/");
  const fixed = names.slice(
    0,
    names.findIndex((name) => WILDCARD.test(name)),
  );
  if (fixed.length === 1 && fixed[0] === "") return "/";
  return fixed.join("/") || ".";
}
